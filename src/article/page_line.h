#pragma once
// A line of a page as the finder looks at it: one block, or a paragraph that the crawler broke over
// two, with its tokens and with the parts that stand beside the text proper: genre tag, site name,
// dateline slug, credit, byline, date. Every find_… says where such a part stands and never changes
// the text. Tested by page_line_test.cc.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article_tables.h"
#include "language/token.h"
#include "machtin/article.h"
#include "page/parsed_page.h"

namespace machtin {

struct GenreTag {  // "[Video] …", "TRỰC TIẾP: …", "… (video)"
  ByteSpan tag = {};
  ByteSpan rest = {};
  ArticleKind kind = ArticleKind::kNews;
};

struct Slug {  // "(PLVN) - …", "TTO - …", "Hà Nội (TTXVN) – …"
  ByteSpan agency = {};
  ByteSpan place = {};    // empty unless the slug names one
  std::uint32_t end = 0;  // where the text goes on
  bool sure = false;      // unsure ones ("EU - …") count only when the page repeats them
};

struct Credit {  // "… Ảnh: Minh An", "… (Nguồn: TTXVN)."
  ByteSpan text = {};
  ByteSpan label = {};
  ByteSpan name = {};
};

struct CaptionLabel {  // "Chú thích ảnh: …"
  ByteSpan label = {};
  ByteSpan text = {};
};

struct SiteSuffix {  // "… | Báo Dân trí", "… - VnExpress"
  ByteSpan title = {};
  ByteSpan name = {};
};

struct LinkMark {       // ">> …", "Xem thêm: …"
  ByteSpan label = {};  // empty for a sign
  ByteSpan rest = {};
};

struct Byline {
  std::vector<ByteSpan> authors = {};
  std::vector<ByteSpan> agencies = {};
  float strength = 0;  // 0: no byline; about 1: could be one; 2 and more: the form says so
};

struct DateLine {
  ByteSpan date = {};
  ByteSpan rest = {};  // a byline on the same line; empty mostly
  bool full = false;   // day, month and year: what a publication date needs
};

struct PageLine {
  std::string text = {};
  std::vector<Token> tokens = {};
  std::vector<std::size_t> blocks = {};  // indices into ParsedPage::blocks, one or more
  int words = 0;                         // scripts without spaces between words: by their letters
  std::string core_key = {};             // of the text without genre tag: by it repeats are known
};

// The text between two places, without white space and joining signs (dashes, bars, commas, colons)
// at its ends.
ByteSpan trimmed(std::string_view text, ByteSpan span);

// A letter or a digit stands in it.
bool has_word(std::string_view text);
// A word that begins with a capital, or is one.
bool is_capital(const Token& token);

PageLine make_line(std::string text, const ArticleTables& tables);

std::optional<GenreTag> find_genre_tag(const PageLine& line, const ArticleTables& tables);
std::optional<Slug> find_slug(const PageLine& line, const ArticleTables& tables);
std::optional<CaptionLabel> find_caption_label(const PageLine& line, const ArticleTables& tables);
std::optional<Credit> find_credit(const PageLine& line, const ArticleTables& tables);
// site_names: what the page calls itself elsewhere (metadata, host).
std::optional<SiteSuffix> find_site_suffix(const PageLine& line, const ArticleTables& tables,
                                           const std::vector<std::string>& site_names);
std::optional<LinkMark> find_link_mark(const PageLine& line, const ArticleTables& tables);
Byline find_byline(const PageLine& line, ByteSpan within, const ArticleTables& tables);
std::optional<DateLine> find_date_line(const PageLine& line, const ArticleTables& tables);
std::optional<FurnitureRule> find_furniture(const PageLine& line, const ArticleTables& tables);

// "… (Theo Reuters)" at the end of a paragraph: the brackets with what is in them.
std::optional<ByteSpan> find_closing_source(const PageLine& line, const ArticleTables& tables);

// "Chợ Cốc Mì họp lại (09/08)": the brackets at the end with a day or time in them, where they
// begin.
std::optional<std::size_t> find_day_in_brackets(std::string_view text);

// A sentence that holds a date: a stop ends it, and much in it can belong to no line of time. date:
// where one stands, empty if that is not known.
bool is_sentence_beside(const PageLine& line, ByteSpan date, const ArticleTables& tables);

// A full stop (or …, 。) ends the line, closing quotes and brackets aside.
bool ends_with_stop(const PageLine& line);
// A letter in upper case, a digit or an opening quote begins the line.
bool starts_as_sentence(const PageLine& line);

}  // namespace machtin

#pragma once
// What the packs know of page layouts: headings, furniture, genre tags, labels, publishers, words
// of date lines. The tables of all packs loaded are joined, for a Vietnamese page may carry an
// English share bar. Tested by article_tables_test.cc.

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "article/line_model.h"
#include "language/pack.h"
#include "language/phrase_trie.h"
#include "language/printed_date.h"
#include "language/token.h"
#include "machtin/article.h"
#include "machtin/result.h"

namespace machtin {

enum class FurnitureMatch { kWhole, kStart, kLabel, kSentence };  // columns of furniture.tsv

struct FurnitureRule {
  DropReason why = DropReason::kOther;
  FurnitureMatch match = FurnitureMatch::kWhole;
  bool opinion = false;  // the line says that the main article is one
};

struct GenreRule {
  ArticleKind kind = ArticleKind::kNews;
  bool bracket_only = false;
};

enum class BylineNames { kAuthor, kAgency, kJoin, kOther, kNobody, kNote };
struct BylineRule {
  BylineNames names = BylineNames::kAuthor;
  bool needs_colon = true;
};

struct LanguageWords {  // for telling languages apart
  std::string code = {};
  std::u32string own_letters = {};  // that no other language of news writes; in order
  bool slugs_apart = false;         // the slug of an agency is no part of the text that it opens
};

struct LetterRange {
  char32_t first = 0, last = 0;
};
using LetterRanges = std::vector<LetterRange>;

struct ScriptLanguage {
  std::string code = {};
  LetterRanges own = {};  // empty: told by what the page declares alone
  float least_share = 0;  // of the letters, from which on the own ones tell it
};
struct Script {
  LetterRanges letters = {};
  std::vector<ScriptLanguage> languages = {};  // the first: where nothing tells another
};

struct ArticleTables {
  std::unordered_set<std::string> headings = {};  // by line_key()
  std::unordered_set<std::string> heading_words = {};
  PhraseTrie furniture = {};  // → furniture_rules; digits folded by line_key()
  std::vector<FurnitureRule> furniture_rules = {};
  std::unordered_map<std::string, DropReason> furniture_words = {};
  PhraseTrie genres = {};  // → genre_rules
  std::vector<GenreRule> genre_rules = {};
  PhraseTrie credits = {};
  PhraseTrie caption_labels = {};
  PhraseTrie bylines = {};  // → byline_rules
  std::vector<BylineRule> byline_rules = {};
  PhraseTrie link_labels = {};
  std::unordered_set<std::string> breadcrumb_homes = {};  // by line_key()
  std::unordered_map<std::string, bool> date_words = {};  // true: "ago"
  MonthNames months = {};         // of languages without a pack, and the English ones
  PhraseTrie update_labels = {};  // "Cập nhật lúc": the time behind it is one of change
  PhraseTrie publishers = {};
  std::unordered_set<std::string> surnames = {};
  std::unordered_map<std::string, float> weights = {};        // ln(N/df) of a syllable
  std::unordered_map<std::string, float> caption_words = {};  // log odds, of a caption against text
  float rare_weight = 0;                                      // of a syllable not in the table
  std::vector<LanguageWords> languages = {};
  // Of each that is loaded, by matching_key(): a bit for each of `languages`, 64 at most.
  std::unordered_map<std::string, std::uint64_t> function_words = {};
  std::vector<Script> scripts = {};
  LineModel line_model = {};  // of crawler text

  // packs: in any order; the "all" pack may be among them. Errors: kBadFormat (a column that holds
  // what it may not: table, line).
  static Result<ArticleTables> load(std::span<const Pack> packs);
};

// The words of a line, joined by single spaces, punctuation left out, each number "#": "Bình luận
// (24)" and "BÌNH LUẬN 3" are one line.
std::string line_key(std::span<const Token> tokens);

}  // namespace machtin

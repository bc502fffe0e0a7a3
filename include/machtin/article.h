#pragma once
// What `read` gives back: a Page with its articles and what was dropped. Value types, owning their
// text.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace machtin {

// [begin, end) in bytes of the text it speaks of, both on code point borders.
// JSON counts code points: json/ alone converts.
struct ByteSpan {
  std::uint32_t begin = 0, end = 0;
  bool operator==(const ByteSpan&) const = default;
};

enum class Role { kMain, kTeaser };
enum class ArticleKind { kNews, kVideo, kPhoto, kLive, kOpinion };
enum class Precision { kSecond, kDay, kMonth, kYear, kNone };
enum class DateBasis { kMetadata, kText, kPage, kGiven, kNone };

// What is probable but not proved of a date. ISO 8601; null where habit says nothing either.
struct LikelyDate {
  std::optional<std::string> value = {}, earliest = {}, latest = {};
  bool operator==(const LikelyDate&) const = default;
};

// When an article was published. ISO 8601, XXXX for a year that nothing proves.
struct PublicationDate {
  std::optional<std::string> value = {};  // "2025-05-23", "2025-05-23T14:30:00+07:00", "XXXX-09-07"
  Precision precision = Precision::kNone;  // of what is proved; kNone whenever the year is unknown
  std::optional<std::string> earliest =
      {};  // days; what the page proves, null where it proves no bound
  std::optional<std::string> latest = {};
  std::optional<LikelyDate> likely = {};  // what rests on habit alone
  DateBasis basis = DateBasis::kNone;
  std::vector<std::string> evidence = {};  // in words, for --explain
  bool operator==(const PublicationDate&) const = default;
};

struct Caption {
  std::string text = {};
  std::optional<std::string> credit = {};  // photographer or agency, without "Ảnh:" and brackets
  bool operator==(const Caption&) const = default;
};

enum class ParagraphKind { kHeading, kListItem, kQuote };

// A paragraph that the page's markup makes more than running text.
struct ParagraphMark {
  std::uint32_t paragraph = 0;  // its place in Article::paragraphs
  ParagraphKind kind = ParagraphKind::kHeading;
  bool operator==(const ParagraphMark&) const = default;
};

struct Article {
  Role role = Role::kMain;
  std::optional<std::string> heading = {};  // the block's heading that a teaser stood under
  ArticleKind kind = ArticleKind::kNews;
  std::string title = {};                // no site name, no genre tag such as "[Video]"
  std::optional<std::string> lede = {};  // absent is not the same as empty
  std::vector<std::string> paragraphs = {};
  std::vector<ParagraphMark> marks = {};  // in order; most paragraphs have none
  std::vector<Caption> captions = {};
  std::vector<std::string> authors = {};
  std::optional<std::string> source = {};  // publisher's name
  std::optional<std::string> agency = {};  // "PLVN", from the dateline slug "(PLVN) -"
  PublicationDate published = {};
  std::optional<std::string> modified = {};  // ISO 8601: when it was last changed, as the page says
  std::optional<std::string> section = {};   // the section of the paper, as the page's head says
  std::optional<std::string> url = {};
  std::optional<std::string> image = {};
  std::string key = {};  // "the same for the same article everywhere", see docs/architecture.md
  std::string language = {};  // ISO 639-1, or "und"
  std::string text =
      {};  // title, lede, paragraphs, joined by blank lines; spans of Facts point here
  bool operator==(const Article&) const = default;
};

enum class DropReason {
  kHeading,
  kMenu,
  kShare,
  kAd,
  kComment,
  kCaptionRepeat,
  kRepeat,
  kDate,
  kByline,
  kTags,
  kOther
};

struct Dropped {
  std::string text = {};
  DropReason why = DropReason::kOther;
  bool operator==(const Dropped&) const = default;
};

enum class Format { kHtml, kText };

struct Page {
  std::string input = {};                   // path, URL, or PATH#N
  std::optional<std::string> id_json = {};  // the record's own "id", as JSON, given back as it came
  std::string key = {};  // canonical URL, else "sha256:…" of the document's bytes
  Format format = Format::kText;
  std::optional<std::string> url = {};
  std::string language = {};           // ISO 639-1, or "und"
  std::vector<Article> articles = {};  // the main article first, if there is one
  std::vector<Dropped> dropped = {};
  bool operator==(const Page&) const = default;
};

// title, lede and paragraphs joined by blank lines: the `text` that offsets of facts count in.
std::string joined_text(const Article& article);

}  // namespace machtin

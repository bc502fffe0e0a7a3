#pragma once
// A record → its blocks of text, in page order, with what markup tells of each. HTML (lexbor) and
// crawler text come out in the same shape, so one article finder serves both. Tested by
// parsed_page_test.cc. Every visible word of the document stands in exactly one block.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/pack.h"
#include "machtin/article.h"
#include "machtin/result.h"
#include "page/record.h"

namespace machtin {

enum class BlockTag {
  kLine,
  kParagraph,
  kHeading,
  kListItem,
  kTableCell,
  kCaption,
  kQuote,
  kTime,
  kOther
};

// What the markup (element, class, id, position) says a block is for; crawler text says nothing.
enum class BlockHint {
  kNone,
  kBody,
  kTitle,
  kLede,
  kCaption,
  kByline,
  kDate,
  kRelated,
  kRelatedHeading,
  kMenu,
  kShare,
  kAd,
  kComment,
  kTags,
  kFooter,
};

struct Block {
  std::string text = {};  // NFC, white space squeezed, never empty
  BlockTag tag = BlockTag::kLine;
  BlockHint hint = BlockHint::kNone;
  int heading_level = 0;       // 1–6 for kHeading
  int blank_lines_before = 0;  // crawler text only
  bool indented = false;       // crawler text: the line began with white space
  std::optional<std::string> href =
      {};  // where the block as a whole leads, resolved against the page's URL
  std::optional<std::string> image = {};  // of a caption, or of the teaser whose title this is
  float link_share = 0;                   // of its letters, those inside links
  bool short_links = false;  // HTML: several links of a few words each, as menus and key words are
  std::int32_t row = -1;     // HTML: cells of one row of a table in the body share a number
  std::int32_t container =
      -1;  // HTML: blocks of one element that holds a teaser or the body share a number
};

struct Metadata {  // as the page's head says it, cleaned of white space only
  std::optional<std::string> title = {}, description = {}, site_name = {}, published = {},
                             modified = {}, canonical_url = {}, image = {}, language = {},
                             section = {}, type = {};
  std::vector<std::string> authors = {};
  std::vector<std::string> other_authors = {};  // of <meta>, where JSON-LD has its own
  std::vector<std::string> titles = {};         // all that the head gives, of JSON-LD first
  bool titled_by_json_ld = false;               // the first of them is JSON-LD's
  std::optional<std::string> dated = {};  // a date that does not say of what: of the article mostly
};

struct ParsedPage {
  std::string input = {};
  std::optional<std::string> id_json = {};
  std::string key = {};  // canonical URL, else "sha256:" + hex of the document's bytes
  Format format = Format::kText;
  std::optional<std::string> url = {};
  Metadata metadata = {};
  std::vector<Block> blocks = {};
  // One clean article (RecordKind::kArticle): metadata.title is its title, blocks are its
  // paragraphs.
  bool clean_article = false;
  std::optional<std::string> source = {};  // given with the record
};

struct LayoutTables;  // page/layout_tables.h: data/all/layouts.tsv, compiled
struct LegacyTables;  // page/legacy_text.h: encodings of before Unicode

// Errors: kEmpty (no text), kNotText (binary), kTooLarge (too many nodes).
// Broken HTML is no error: it is read as a browser reads it. Nothing recurses on depth.
Result<ParsedPage> parse_page(const Record& record, const LayoutTables& layouts,
                              const LegacyTables& legacy);
Result<ParsedPage> parse_page(const Record& record, const LayoutTables& layouts);  // none of those

}  // namespace machtin

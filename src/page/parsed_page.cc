// A record of any kind → a ParsedPage. Tested by parsed_page_test.cc.

#include "page/parsed_page.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "page/charset.h"
#include "page/html_blocks.h"
#include "page/html_document.h"
#include "page/kind.h"
#include "page/layout_tables.h"
#include "page/legacy_text.h"
#include "page/main_content.h"
#include "page/metadata.h"
#include "page/page_url.h"
#include "page/script_state.h"
#include "page/text_blocks.h"
#include "page/told_text.h"
#include "text/digest.h"
#include "text/fold.h"
#include "text/valid_utf8.h"

namespace machtin {
namespace {

std::optional<std::string> clean(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  std::string result = clean_text(*text);
  if (result.empty()) return std::nullopt;
  return result;
}

std::string key_of(const ParsedPage& page, std::string_view bytes) {
  if (page.metadata.canonical_url) return *page.metadata.canonical_url;
  const std::string_view address = page.url ? without_fragment(*page.url) : std::string_view();
  if (!address.empty()) return std::string(address);
  return "sha256:" + sha256_hex(bytes);
}

// All that a record of title and body says: the same words of another paper or day are another
// page.
std::string said_by(const Record& record) {
  std::string said = record.title.value_or("") + "\n\n" + record.body.value_or("");
  for (const std::optional<std::string>& more : {record.source, record.published}) {
    if (more) said += "\n\n" + *more;
  }
  return said;
}

// A page that states no time in its head may in a <time> beside its title.
void take_time_near_title(const HtmlBlocks& blocks, Metadata& metadata) {
  constexpr std::int64_t kNearBlocks = 15;
  const auto title = std::find_if(blocks.blocks.begin(), blocks.blocks.end(),
                                  [](const Block& b) { return b.hint == BlockHint::kTitle; });
  if (metadata.published || title == blocks.blocks.end()) return;
  const std::int64_t place = title - blocks.blocks.begin();
  std::int64_t nearest = kNearBlocks + 1;
  for (const PageTime& time : blocks.times) {
    const std::int64_t distance = std::abs(static_cast<std::int64_t>(time.block) - place);
    if (distance >= nearest) continue;
    nearest = distance;
    metadata.published = time.datetime;
  }
}

// The document's text in UTF-8, and right.
std::string text_of_record(const Record& record, const LegacyTables& legacy) {
  return mend_legacy_text(
      to_utf8(record.bytes, record.charset, record.kind == RecordKind::kHtml, legacy), legacy);
}

Result<Done> parse_html(const Record& record, const LayoutTables& layouts,
                        const LegacyTables& legacy, ParsedPage& page) {
  page.format = Format::kHtml;
  const Result<HtmlDocument> html = HtmlDocument::parse(text_of_record(record, legacy));
  if (!html) return html.error();
  PageHead head = page_head(*html, page.url);
  const std::string page_url = page.url ? *page.url : head.metadata.canonical_url.value_or("");
  UrlResolver page_urls(page_url);
  UrlResolver urls(head.base ? page_urls.resolve(*head.base).value_or(page_url) : page_url);
  if (html->body() == nullptr) return Error{ErrorKind::kEmpty, "no text"};
  HtmlBlocks blocks = shown_blocks(html->body(), layouts, urls);
  if (shows_next_to_nothing(blocks) && head.article_body.empty()) take_script_state(*html, head);
  mark_main_content(blocks, head, layouts.body);
  take_time_near_title(blocks, head.metadata);
  add_told_text(blocks, head.article_body, layouts, urls);
  page.metadata = std::move(head.metadata);
  page.blocks = std::move(blocks.blocks);
  return Done{};
}

// Title and body apart, mended as one text: a title alone is too short to prove what it is in.
void take_given_text(const Record& record, const LegacyTables& legacy, ParsedPage& page) {
  std::string text = record.title.value_or("");
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n'; }, ' ');
  text = mend_legacy_text(text + "\n" + record.body.value_or(""), legacy);
  const std::size_t end = text.find('\n');
  page.metadata.title = clean(text.substr(0, end));
  page.blocks = paragraph_blocks(std::string_view(text).substr(end + 1));
}

void parse_article(const Record& record, const LegacyTables& legacy, ParsedPage& page) {
  page.clean_article = true;
  if (record.title || record.body) {
    take_given_text(record, legacy, page);
    return;
  }
  const std::string text = text_of_record(record, legacy);
  std::size_t begin = 0;
  while (begin < text.size() && !page.metadata.title) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    page.metadata.title = clean(text.substr(begin, end - begin));
    begin = end + 1;
  }
  if (begin < text.size()) page.blocks = paragraph_blocks(std::string_view(text).substr(begin));
}

}  // namespace

Result<ParsedPage> parse_page(const Record& record, const LayoutTables& layouts) {
  return parse_page(record, layouts, LegacyTables());
}

Result<ParsedPage> parse_page(const Record& record, const LayoutTables& layouts,
                              const LegacyTables& legacy) {
  if (is_binary(record.bytes)) return Error{ErrorKind::kNotText, "not text"};
  ParsedPage page;
  page.input = valid_utf8(record.input);
  page.id_json = record.id_json;
  if (record.url) page.url = valid_utf8_url(*record.url);
  page.source = clean(record.source);
  if (record.kind == RecordKind::kHtml) {
    const Result<Done> done = parse_html(record, layouts, legacy, page);
    if (!done) return done.error();
  } else if (record.kind == RecordKind::kArticle) {
    parse_article(record, legacy, page);
  } else if (record.kind == RecordKind::kText) {
    page.blocks = text_blocks(text_of_record(record, legacy));
  } else {
    return Error{ErrorKind::kBadArgument, "a line that was read already"};
  }
  if (page.blocks.empty() && !(page.clean_article && page.metadata.title))
    return Error{ErrorKind::kEmpty, "no text"};
  if (page.blocks.size() > kMaxTextBlocks && page.format == Format::kText)
    return Error{ErrorKind::kTooLarge, "more than " + std::to_string(kMaxTextBlocks) + " lines"};
  if (record.published) page.metadata.published = record.published;
  if (!page.url) page.url = page.metadata.canonical_url;
  const bool given_apart = record.title || record.body;
  page.key = given_apart ? key_of(page, said_by(record)) : key_of(page, record.bytes);
  return page;
}

}  // namespace machtin

// Whatever stands in a page's head or in its JSON-LD: reading it ends, crashes nowhere, and gives
// words that are clean. The first byte says whether the rest is a head or the text of one script.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "page/html_document.h"
#include "page/json_ld.h"
#include "page/metadata.h"
#include "text/fold.h"

namespace {

void check_clean(const std::optional<std::string>& text) {
  if (text && (text->empty() || machtin::clean_text(*text) != *text)) std::abort();
}

void check(const machtin::Metadata& metadata) {
  check_clean(metadata.title);
  check_clean(metadata.description);
  check_clean(metadata.site_name);
  for (const std::string& author : metadata.authors) check_clean(author);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 2 == 0) {
    machtin::JsonLd found;
    machtin::add_json_ld(text, found);
    check(found.article);
    return 0;
  }
  const machtin::Result<machtin::HtmlDocument> html =
      machtin::HtmlDocument::parse(machtin::to_nfc(text));
  if (!html) return 0;
  check(machtin::page_head(*html, "https://bao.example/tin/1.html").metadata);
  return 0;
}

// Whatever the bytes, reading records and pages ends, crashes nowhere, and gives blocks that are
// valid UTF-8 and not empty. The first byte says how the rest is taken: as a file of any kind, or
// as one document of a given kind.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "language/pack.h"
#include "page/byte_source.h"
#include "page/json_lines.h"
#include "page/layout_tables.h"
#include "page/parsed_page.h"
#include "page/record.h"
#include "page/warc.h"
#include "text/fold.h"

namespace {

constexpr std::size_t kMaxBytes = 1u << 20;

void check(const machtin::Record& record) {
  static const machtin::LayoutTables layouts =
      machtin::LayoutTables::load(*machtin::Pack::load("all"));
  if (record.kind == machtin::RecordKind::kPageLine ||
      record.kind == machtin::RecordKind::kFactsLine)
    return;
  const machtin::Result<machtin::ParsedPage> page = machtin::parse_page(record, layouts);
  if (!page) return;
  if (page->key.empty()) std::abort();
  for (const machtin::Block& block : page->blocks) {
    // Clean already: composed, valid, white space squeezed.
    if (block.text.empty() || machtin::squeeze_space(machtin::to_nfc(block.text)) != block.text)
      std::abort();
  }
}

template <typename Reader>
void read_all(Reader reader) {
  while (const std::optional<machtin::RecordResult> result = reader.next()) {
    if (result->record) check(*result->record);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const machtin::RecordOptions options{machtin::InputKind::kAuto, kMaxBytes};
  machtin::Record record;
  record.input = "fuzz";
  record.bytes = bytes;
  switch (data[0] % 5) {
    case 0:
      record.kind = machtin::RecordKind::kHtml;
      check(record);
      break;
    case 1:
      record.kind = machtin::RecordKind::kText;
      check(record);
      break;
    case 2:
      record.kind = machtin::RecordKind::kArticle;
      check(record);
      break;
    case 3:
      read_all(machtin::JsonLinesReader("fuzz", machtin::ByteSource::from_bytes(bytes), options));
      break;
    default:
      read_all(machtin::WarcReader("fuzz", machtin::ByteSource::from_bytes(bytes), options));
      break;
  }
  return 0;
}

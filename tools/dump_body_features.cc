// HTML pages → one line a block with the values of src/page/body_features.h: what
// tools/train_body_trees.py learns from.
// usage: dump_body_features PAGES… > features.tsv
// columns: input, words, text (tab and line feed never stand in it), values; "#" and the names of
// the features first
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "language/pack.h"
#include "page/body_features.h"
#include "page/charset.h"
#include "page/html_blocks.h"
#include "page/layout_tables.h"
#include "page/legacy_text.h"
#include "page/metadata.h"
#include "page/page_clues.h"
#include "page/record.h"

namespace {

void dump(const machtin::Record& record, const machtin::LayoutTables& layouts,
          const machtin::LegacyTables& legacy) {
  const auto html = machtin::HtmlDocument::parse(machtin::mend_legacy_text(
      machtin::to_utf8(record.bytes, record.charset, /*html=*/true, legacy), legacy));
  if (!html || html->body() == nullptr) return;
  const machtin::PageHead head = machtin::page_head(*html, {});
  machtin::UrlResolver urls(head.metadata.canonical_url.value_or(""));
  const machtin::HtmlBlocks page = machtin::shown_blocks(html->body(), layouts, urls);
  const machtin::PageClues clues = machtin::find_clues(page, head);
  const std::vector<machtin::BodyFeatureValues> rows = machtin::body_features(page, clues);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::cout << record.input << '\t' << clues.measures[i].words << '\t' << page.blocks[i].text
              << '\t';
    for (const float value : rows[i]) std::cout << value << ' ';
    std::cout << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: dump_body_features PAGES...\n";
    return 2;
  }
  const machtin::Result<machtin::Pack> all = machtin::Pack::load("all");
  if (!all) return 1;
  const machtin::LayoutTables layouts = machtin::LayoutTables::load(*all);
  std::vector<machtin::Pack> packs = {*all};
  if (machtin::Result<machtin::Pack> vi = machtin::Pack::load("vi")) packs.push_back(*vi);
  const machtin::Result<machtin::LegacyTables> legacy = machtin::LegacyTables::load(packs);
  if (!legacy) return 1;
  std::cout << '#';
  for (const std::string_view name : machtin::body_feature_names()) std::cout << name << '|';
  std::cout << '\n';
  machtin::RecordReader reader({argv + 1, argv + argc}, {});
  while (const std::optional<machtin::RecordResult> next = reader.next()) {
    if (next->record && next->record->kind == machtin::RecordKind::kHtml)
      dump(*next->record, layouts, *legacy);
  }
  return 0;
}

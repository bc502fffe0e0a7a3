// Texts are compared by their runs of three words. Tested by told_text_test.cc.

#include "page/told_text.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <unordered_set>
#include <vector>

#include "page/page_clues.h"

namespace machtin {
namespace {

using Triples = std::unordered_set<std::size_t>;

float share_in(const std::vector<std::size_t>& own, const Triples& set) {
  if (own.empty()) return 0;
  const auto hits =
      std::count_if(own.begin(), own.end(), [&](std::size_t one) { return set.contains(one); });
  return static_cast<float>(hits) / static_cast<float>(own.size());
}

// A paragraph a line, as HTML.
std::string as_html(std::string_view told) {
  std::string html;
  html.reserve(told.size() + 64);
  for (const char c : told) {
    if (c == '\n')
      html += "<p>";
    else
      html += c;
  }
  return html;
}

std::vector<Block> blocks_of(std::string_view told, const LayoutTables& layouts,
                             UrlResolver& urls) {
  const Result<HtmlDocument> document = HtmlDocument::parse(as_html(told));
  if (!document || document->body() == nullptr) return {};
  return html_blocks(document->body(), layouts, urls).blocks;
}

}  // namespace

void add_told_text(HtmlBlocks& page, std::string_view told, const LayoutTables& layouts,
                   UrlResolver& urls) {
  constexpr std::size_t kEnoughTriples = 80;  // some sites put a mere summary there
  constexpr std::size_t kMostBytes = 1u << 20;
  constexpr float kMissing = 0.5F, kRepeated = 0.6F;
  if (told.size() > kMostBytes) return;
  const std::vector<std::size_t> words = word_triples(told);
  if (words.size() < kEnoughTriples) return;
  Triples shown;
  for (const Block& block : page.blocks) {
    for (const std::size_t triple : word_triples(block.text)) shown.insert(triple);
  }
  if (share_in(words, shown) >= kMissing) return;
  std::vector<Block> added = blocks_of(told, layouts, urls);
  // Some systems escape the text twice.
  if (added.size() == 1 && added.front().text.find_first_of("<&") != std::string::npos)
    added = blocks_of(added.front().text, layouts, urls);
  Triples known;
  std::size_t triples = 0, on_page = 0;
  for (const Block& block : added) {
    for (const std::size_t triple : word_triples(block.text)) {
      ++triples;
      on_page += shown.contains(triple);
      known.insert(triple);
    }
  }
  if (2 * on_page >= triples) return;
  std::size_t place = 0;
  std::int32_t container = -1;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    Block& block = page.blocks[i];
    if (block.hint == BlockHint::kTitle) place = std::max(place, i + 1);
    if (block.hint != BlockHint::kBody) continue;
    place = i + 1;
    container = block.container;
    if (share_in(word_triples(block.text), known) > kRepeated) block.hint = BlockHint::kFooter;
  }
  for (Block& block : added) {
    block.hint = BlockHint::kBody;
    block.container = container;
  }
  page.blocks.insert(page.blocks.begin() + static_cast<std::ptrdiff_t>(place),
                     std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
}

}  // namespace machtin

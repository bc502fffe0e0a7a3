#pragma once
// The body of an HTML page → blocks in page order, with the tree of elements that they stand in.
// Every visible word is in exactly one block. Hints say here only what the markup says;
// main_content.h weighs them. Tested by html_blocks_test.cc.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "page/html_document.h"
#include "page/layout_tables.h"
#include "page/page_url.h"
#include "page/parsed_page.h"
#include "page/site_words.h"

namespace machtin {

// An element that parts text (or whose class says something), in document order.
struct PageElement {
  std::int32_t parent = -1;
  std::uint32_t first_block = 0, end_block = 0;  // the blocks inside it, [first, end)
  std::uint32_t tag = 0;                         // lexbor's LXB_TAG_…
  BlockHint hint = BlockHint::kNone;
  std::size_t signature = 0;  // of name and classes: elements of one repeated layout share it
};

struct PageImage {
  std::string url = {};  // empty for a relative address on a page whose own is not known
  std::optional<std::string> href = {};  // of the link around it
  std::int32_t element = -1;
  std::uint32_t next_block = 0;  // the block that comes after it
};

struct PageTime {
  std::string datetime = {};
  std::uint32_t block = 0;  // the block that it is in, or comes before
};

// Of a block's letters, the shares that stand in <b> or <strong> and in <i> or <em>; its links and
// its words that tell what a block is for.
struct BlockMarks {
  float bold = 0, italic = 0;
  std::uint32_t links = 0;
  SiteWordCounts words = {};
  bool links_root = false;  // its link is "/": of a page that tells no address, no link is resolved
};

struct HtmlBlocks {
  std::vector<Block> blocks = {};
  std::vector<BlockMarks> marks = {};             // of each block
  std::vector<WordHash> words = {};               // of all blocks, one after another
  std::vector<std::size_t> word_ends = {};        // of each block, where its own end
  std::vector<std::int32_t> block_elements = {};  // the innermost element of each block
  std::vector<PageElement> elements = {};
  std::vector<PageImage> images = {};
  std::vector<PageTime> times = {};

  std::span<const WordHash> words_of(std::size_t block) const {
    const std::size_t begin = block == 0 ? 0 : word_ends[block - 1];
    return std::span(words).subspan(begin, word_ends[block] - begin);
  }
};

// Whether a page's scripts seem to be what brings its text.
bool shows_next_to_nothing(const HtmlBlocks& page);

// What a reader sees once the page's scripts have run: the blocks that show, or, on a page that
// shows next to nothing without its scripts, those that it hides as well.
HtmlBlocks shown_blocks(const lxb_dom_node_t* body, const LayoutTables& layouts, UrlResolver& urls);

// hidden: whether words count that markup hides. Some pages hide all of it until their script has
// run.
HtmlBlocks html_blocks(const lxb_dom_node_t* body, const LayoutTables& layouts, UrlResolver& urls,
                       bool hidden = false);

}  // namespace machtin

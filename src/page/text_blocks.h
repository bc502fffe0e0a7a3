#pragma once
// Text without markup → blocks. Tested by text_blocks_test.cc.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "page/parsed_page.h"

namespace machtin {

// More blocks than any page has; a text with more gives one block more than this, and the rest of
// it is not read.
constexpr std::size_t kMaxTextBlocks = 1'000'000;

// Crawler text: a block a line that is not blank, in order; how many blank lines stood before, and
// whether it was indented. Line ends are LF, CRLF, CR, U+2028 and U+2029. text: UTF-8.
std::vector<Block> text_blocks(std::string_view text);

// One clean article's body: a block a paragraph, parted by blank lines; lines of one paragraph are
// joined by spaces.
std::vector<Block> paragraph_blocks(std::string_view text);

}  // namespace machtin

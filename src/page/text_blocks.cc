// Lines, counted and cleaned, nothing merged. Tested by text_blocks_test.cc.

#include "page/text_blocks.h"

#include <limits>

#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

// The line that begins at `begin`, without its end; `next` is where the one after it begins.
struct Line {
  std::string_view text = {};
  std::size_t next = 0;
};

Line line_at(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') return {text.substr(begin, at - begin), at + 1};
    if (c == '\r')
      return {text.substr(begin, at - begin), at + (text.substr(at + 1, 1) == "\n" ? 2 : 1)};
    const std::string_view three = text.substr(at, 3);
    if (three == "\u2028" || three == "\u2029") return {text.substr(begin, at - begin), at + 3};
  }
  return {text.substr(begin), text.size()};
}

bool starts_with_space(std::string_view line) {
  return !line.empty() && is_space(code_point_at(line, 0).value);
}

}  // namespace

std::vector<Block> text_blocks(std::string_view text) {
  std::vector<Block> blocks;
  int blank_lines = 0;
  for (std::size_t at = 0; at < text.size() && blocks.size() <= kMaxTextBlocks;) {
    const Line line = line_at(text, at);
    at = line.next;
    Block block;
    block.text = clean_text(line.text);
    if (block.text.empty()) {
      if (blank_lines < std::numeric_limits<int>::max()) ++blank_lines;
      continue;
    }
    block.blank_lines_before = blank_lines;
    block.indented = starts_with_space(line.text);
    blank_lines = 0;
    blocks.push_back(std::move(block));
  }
  return blocks;
}

std::vector<Block> paragraph_blocks(std::string_view text) {
  std::vector<Block> paragraphs;
  for (Block& line : text_blocks(text)) {
    if (paragraphs.empty() || line.blank_lines_before > 0) {
      line.tag = BlockTag::kParagraph;
      line.hint = BlockHint::kBody;
      paragraphs.push_back(std::move(line));
    } else {
      paragraphs.back().text += ' ';
      paragraphs.back().text += line.text;
    }
  }
  return paragraphs;
}

}  // namespace machtin

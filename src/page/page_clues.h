#pragma once
// What can be told of each block of an HTML page before its body is known: its measures, what the
// elements around it say, whether it is the title, whether the publisher's own metadata hold its
// words. Tested by page_clues_test.cc.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "page/html_blocks.h"
#include "page/metadata.h"

namespace machtin {

// What a text ends with, closing quotes and brackets left out.
enum class TextEnd : std::uint8_t { kWord, kStop, kQuestion, kColon, kEllipsis, kOther };

struct BlockMeasure {
  float words = 0, commas = 0, sentences = 0;
  bool ends_sentence = false;
  float letters = 0, upper = 0, digits = 0;  // letters: with digits; upper: of these, the capitals
  float upper_words = 0,
        first_upper_words = 0;  // words begun in capitals; those at a sentence's start
  float bars = 0;               // signs that part labels: | / › » · •
  bool sign = false;            // holds one of © @ ® ™ or an arrow
  bool begins_lower = false, begins_with_sign = false;
  TextEnd end = TextEnd::kOther;
};
BlockMeasure measure_block(std::string_view text);

// The hints of an element and of all those around it, boiled down.
struct InheritedHint {
  BlockHint away = BlockHint::kNone;  // what takes it away from the article: menu, related, share …
  BlockHint part = BlockHint::kNone;  // caption, byline, date, lede, title
  bool body = false;                  // inside an element that says it is the article's text
  int since_body = 0;                 // elements between it and that one
  bool in_article = false, in_main = false, in_header = false;
  bool in_aside = false, in_nav = false, in_footer = false, in_form = false, in_table = false,
       in_list = false, in_figure = false, in_quote = false;
  int depth = 0;  // elements around it
};

struct PageClues {
  std::vector<BlockMeasure> measures = {};    // of each block
  std::vector<InheritedHint> inherited = {};  // of each element
  std::int32_t title = -1;                    // the block that is the headline
  bool has_article_body = false;              // JSON-LD holds the text
  std::vector<float> body_match =
      {};  // of each block, the share of its word triples that stand in it
  std::vector<float> described = {};  // of each, the share of its word pairs in the description
  std::vector<float> on_topic = {};   // of each block, its words that title or description have

  // A block of sentences rather than of labels and links.
  bool is_prose(const HtmlBlocks& page, std::size_t block) const;
  // What the block has of the elements around it.
  InheritedHint inherited_by(const HtmlBlocks& page, std::size_t block) const;
};

// The folded words of a text, three at a time, hashed: to compare texts by.
std::vector<std::size_t> word_triples(std::string_view text);

PageClues find_clues(const HtmlBlocks& page, const PageHead& head);

// Whether a hint says that words are none of the article's.
bool takes_away(BlockHint hint);

}  // namespace machtin

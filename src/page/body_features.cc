// Each feature is between 0 and 1 or little more, so that weights can be compared. Tested by
// main_content_test.cc.

#include "page/body_features.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace machtin {
namespace {

// For each element, the words of prose right inside it and right inside its children: where
// paragraphs come together.
std::vector<float> prose_words_by_element(const HtmlBlocks& page, const PageClues& clues) {
  std::vector<float> words(page.elements.size(), 0);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::int32_t own = page.block_elements[i];
    if (own < 0 || !clues.is_prose(page, i)) continue;
    words[static_cast<std::size_t>(own)] += clues.measures[i].words;
    const std::int32_t up = page.elements[static_cast<std::size_t>(own)].parent;
    if (up >= 0) words[static_cast<std::size_t>(up)] += clues.measures[i].words;
  }
  return words;
}

// One block's values, added in the order of kBodyModel.
class Row {
 public:
  Row(const HtmlBlocks& page, const PageClues& clues, const std::vector<float>& prose_words,
      std::size_t block)
      : page_(page), clues_(clues), prose_words_(prose_words), i_(block) {}

  BodyFeatureValues values() {
    const std::int32_t element = page_.block_elements[i_];
    const InheritedHint in = inherited(i_);
    add_element(in);
    add_length();
    add_markup(in);
    add_metadata();
    add_place(in);
    add_neighbour(-1);
    add_neighbour(1);
    add_surroundings(element, in);
    return values_;
  }

 private:
  void add(float value) { values_[at_++] = value; }
  void add_if(bool yes) { add(yes ? 1.0F : 0.0F); }
  InheritedHint inherited(std::size_t block) const {
    const std::int32_t element = page_.block_elements[block];
    return element >= 0 ? clues_.inherited[static_cast<std::size_t>(element)] : InheritedHint();
  }

  void add_element(const InheritedHint& in) {
    const BlockTag tag = page_.blocks[i_].tag;
    add(1);
    add_if(tag == BlockTag::kParagraph);
    add_if(tag == BlockTag::kHeading);
    add_if(tag == BlockTag::kListItem);
    add_if(tag == BlockTag::kTableCell);
    add_if(tag == BlockTag::kQuote);
    add_if(tag == BlockTag::kCaption || in.part == BlockHint::kCaption);
    add_if(tag == BlockTag::kOther);
  }

  void add_length() {
    const Block& block = page_.blocks[i_];
    const BlockMeasure& m = clues_.measures[i_];
    add(block.link_share);
    add_if(block.link_share > 0.9F);
    add(std::log2(1 + m.words) / 6);
    add_if(m.words < 4);
    add_if(m.words >= 12);
    add_if(m.ends_sentence);
    add(std::min(m.commas, 5.0F) / 5);
    add(std::min(m.sentences, 5.0F) / 5);
  }

  void add_markup(const InheritedHint& in) {
    add_if(in.body);
    add(in.body ? static_cast<float>(std::min(in.since_body, 6)) / 6 : 0);
    add_if(in.body && clues_.measures[i_].words >= 12);
    add_if(in.away == BlockHint::kAd);
    add_if(in.away == BlockHint::kComment);
    add_if(in.away == BlockHint::kRelated || in.away == BlockHint::kRelatedHeading);
    add_if(in.away == BlockHint::kShare);
    add_if(in.away == BlockHint::kMenu);
    add_if(in.away == BlockHint::kTags);
    add_if(in.away == BlockHint::kFooter);
    add_if(in.part == BlockHint::kByline);
    add_if(in.part == BlockHint::kDate);
    add_if(in.part == BlockHint::kLede);
    add_if(in.part == BlockHint::kTitle);
  }

  void add_metadata() {
    add_if(clues_.has_article_body && clues_.body_match[i_] > 0.6F);
    add_if(clues_.has_article_body && clues_.body_match[i_] < 0.3F);
  }

  void add_place(const InheritedHint& in) {
    const auto i = static_cast<std::int64_t>(i_);
    const std::int64_t title = clues_.title;
    add_if(in.in_article);
    add_if(in.in_main);
    add_if(in.in_header);
    add_if(title >= 0 && i < title);
    add_if(i == title);
    add(title >= 0 && i > title ? std::min(1.0F, static_cast<float>(i - title) / 60) : 0);
  }

  void add_neighbour(int step) {
    const std::int64_t other = static_cast<std::int64_t>(i_) + step;
    if (other < 0 || other >= static_cast<std::int64_t>(page_.blocks.size())) {
      at_ += 5;
      return;
    }
    const auto o = static_cast<std::size_t>(other);
    add_if(clues_.is_prose(page_, o));
    add(page_.blocks[o].link_share);
    add(std::log2(1 + clues_.measures[o].words) / 6);
    add_if(inherited(o).away != BlockHint::kNone);
    add_if(parent_of(o) == parent_of(i_));
  }

  std::int32_t parent_of(std::size_t block) const {
    const std::int32_t element = page_.block_elements[block];
    return element >= 0 ? page_.elements[static_cast<std::size_t>(element)].parent : -1;
  }

  void add_surroundings(std::int32_t element, const InheritedHint& in) {
    const float own_words = element >= 0 ? prose_words_[static_cast<std::size_t>(element)] : 0;
    const std::int32_t up = parent_of(i_);
    const float up_words = up >= 0 ? prose_words_[static_cast<std::size_t>(up)] : 0;
    const float around = std::log2(1 + std::max(own_words, up_words));
    add(around / 10);
    add_if(around > 7.5F);
    add(in.body ? around / 10 : 0);
    int near = 0;
    const std::size_t begin = i_ < 3 ? 0 : i_ - 3, end = std::min(i_ + 4, page_.blocks.size());
    for (std::size_t j = begin; j < end; ++j) near += j != i_ && clues_.is_prose(page_, j) ? 1 : 0;
    add(static_cast<float>(near) / 6);
  }

  const HtmlBlocks& page_;
  const PageClues& clues_;
  const std::vector<float>& prose_words_;
  std::size_t i_;
  std::size_t at_ = 0;
  BodyFeatureValues values_ = {};
};

}  // namespace

const std::array<BodyFeature, kBodyFeatures> kBodyModel = {{
    {"bias", -1.34F},
    {"paragraph", -0.00F},
    {"heading", -0.17F},
    {"list item", 0.63F},
    {"table cell", 1.61F},
    {"quote", 1.69F},
    {"caption", -2.45F},
    {"no element", -0.61F},
    {"links", -2.78F},
    {"all links", 1.53F},
    {"length", 2.33F},
    {"under 4 words", 0.24F},
    {"12 words or more", -0.09F},
    {"ends a sentence", 0.71F},
    {"commas", 0.73F},
    {"sentences", -0.36F},
    {"in body class", 0.95F},
    {"elements since", -1.14F},
    {"prose in body class", 0.04F},
    {"ad", -1.99F},
    {"comment", -1.17F},
    {"related", -1.07F},
    {"share", -0.97F},
    {"menu", -1.31F},
    {"tags", 1.17F},
    {"footer", -2.71F},
    {"byline", -2.81F},
    {"date", -2.00F},
    {"lede", -0.06F},
    {"title", -0.58F},
    {"in articleBody", 0.63F},
    {"not in articleBody", -0.99F},
    {"in article", 0.60F},
    {"in main", 0.10F},
    {"in header", -0.39F},
    {"before title", -0.99F},
    {"is title", -1.32F},
    {"after title", -1.19F},
    {"prose before", 0.00F},
    {"links before", -0.33F},
    {"length before", -0.06F},
    {"taken away before", -0.19F},
    {"sibling before", 0.40F},
    {"prose after", 0.35F},
    {"links after", -0.26F},
    {"length after", -0.25F},
    {"taken away after", -0.95F},
    {"sibling after", -0.01F},
    {"prose around", 1.36F},
    {"much prose around", 0.34F},
    {"prose around in body class", -0.19F},
    {"prose near", 0.28F},
}};

std::vector<BodyFeatureValues> body_features(const HtmlBlocks& page, const PageClues& clues) {
  const std::vector<float> prose_words = prose_words_by_element(page, clues);
  std::vector<BodyFeatureValues> all;
  all.reserve(page.blocks.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i)
    all.push_back(Row(page, clues, prose_words, i).values());
  return all;
}

float body_odds(const BodyFeatureValues& values) {
  float sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) sum += values[i] * kBodyModel[i].weight;
  return sum;
}

}  // namespace machtin

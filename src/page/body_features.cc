// All sums over elements come from running sums over blocks, so the cost is linear in blocks and
// elements. Tested by main_content_test.cc.

#include "page/body_features.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "page/key_counts.h"

namespace machtin {
namespace {

constexpr std::int64_t kFar = 50;  // no distance is told beyond this

// Sums of a value over blocks: of any run of blocks in one step.
class RunningSum {
 public:
  explicit RunningSum(std::size_t blocks) { sums_.reserve(blocks + 1); }
  void add(float value) { sums_.push_back(sums_.back() + value); }
  float of(std::size_t begin, std::size_t end) const {
    return static_cast<float>(sums_[end] - sums_[begin]);
  }
  float of(const PageElement& element) const { return of(element.first_block, element.end_block); }
  float all() const { return of(0, sums_.size() - 1); }

 private:
  std::vector<double> sums_ = {0};
};

float share(float part, float whole) { return whole > 0 ? part / whole : 0.0F; }

// Elements as the features need them: by index, -1 for none.
struct Tree {
  explicit Tree(const HtmlBlocks& of) : page(of) {}
  const PageElement& at(std::int32_t element) const {
    return page.elements[static_cast<std::size_t>(element)];
  }
  std::int32_t own(std::size_t block) const { return page.block_elements[block]; }
  std::int32_t parent(std::int32_t element) const { return element < 0 ? -1 : at(element).parent; }
  // Blocks whose elements and parents are named alike are parts of one repeated layout.
  std::size_t layout(std::size_t block) const {
    const std::int32_t element = own(block);
    if (element < 0) return 0;
    const std::int32_t up = at(element).parent;
    return at(element).signature * 1'000'003 + (up < 0 ? 0 : at(up).signature);
  }
  const HtmlBlocks& page;
};

// The innermost few elements around the one where a page's text comes together; how many steps out
// of it a block stands.
class Nest {
 public:
  Nest(const Tree& tree, std::int32_t innermost) {
    for (std::int32_t at = innermost; at >= 0 && around_.size() < kMostSteps; at = tree.parent(at))
      around_.push_back(&tree.at(at));
  }
  float steps_out(std::size_t block) const {
    std::size_t steps = 0;
    while (steps < around_.size() &&
           (block < around_[steps]->first_block || block >= around_[steps]->end_block))
      ++steps;
    return static_cast<float>(steps);
  }
  const PageElement* innermost() const { return around_.empty() ? nullptr : around_.front(); }

 private:
  static constexpr std::size_t kMostSteps = 6;
  std::vector<const PageElement*> around_;
};

struct LayoutSums {
  float blocks = 0, words = 0, link_words = 0, prose = 0;
};

int code_of(BlockHint hint) { return static_cast<int>(hint); }

// What kind of element it is, near kinds beside each other so that one threshold parts them.
int kind_of(std::uint32_t tag) {
  switch (tag) {
    case LXB_TAG_P:
      return 0;
    case LXB_TAG_BLOCKQUOTE:
      return 1;
    case LXB_TAG_PRE:
      return 2;
    case LXB_TAG_H1:
    case LXB_TAG_H2:
      return 3;
    case LXB_TAG_H3:
      return 4;
    case LXB_TAG_H4:
    case LXB_TAG_H5:
    case LXB_TAG_H6:
      return 5;
    case LXB_TAG_TD:
    case LXB_TAG_TH:
      return 6;
    case LXB_TAG_DIV:
      return 7;
    case LXB_TAG_SECTION:
    case LXB_TAG_ARTICLE:
    case LXB_TAG_MAIN:
      return 8;
    case LXB_TAG_DD:
    case LXB_TAG_DT:
      return 9;
    case LXB_TAG_LI:
      return 10;
    case LXB_TAG_SPAN:
      return 11;
    case LXB_TAG_A:
      return 12;
    case LXB_TAG_FIGCAPTION:
    case LXB_TAG_FIGURE:
    case LXB_TAG_CAPTION:
      return 13;
    case LXB_TAG_ASIDE:
    case LXB_TAG_NAV:
    case LXB_TAG_HEADER:
    case LXB_TAG_FOOTER:
      return 14;
    default:
      return 15;
  }
}

class Features {
 public:
  Features(const HtmlBlocks& page, const PageClues& clues)
      : page_(page),
        clues_(clues),
        tree_(page),
        words_(page.blocks.size()),
        link_words_(page.blocks.size()),
        prose_(page.blocks.size()),
        comment_labels_(page.blocks.size()),
        other_labels_(page.blocks.size()),
        figures_(page.blocks.size()),
        topic_(page.blocks.size()),
        titles_(page.blocks.size()),
        link_headings_(page.blocks.size()) {
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const float words = clues_.measures[i].words;
      words_.add(words);
      link_words_.add(words * page_.blocks[i].link_share);
      prose_.add(clues_.is_prose(page_, i) ? words : 0);
      ++repeats_[page_.blocks[i].text];
    }
    find_labels();
    sum_layouts();
    count_alike();
    find_nest();
    find_prose_neighbours();
    find_images();
    find_headings();
    find_shared_words();
  }

  std::vector<BodyFeatureValues> all() {
    std::vector<BodyFeatureValues> rows(page_.blocks.size());
    for (i_ = 0; i_ < rows.size(); ++i_) {
      row_ = &rows[i_];
      at_ = 0;
      add_text();
      add_section();
      add_title();
      add_markup();
      add_place();
      add_ancestors();
      add_layout();
      add_prose_near();
      for (const int step : {-1, 1, -2, 2}) add_neighbour(step);
      add_page();
    }
    return rows;
  }

 private:
  void add(float value) { (*row_)[at_++] = value; }
  void add(bool value) { add(value ? 1.0F : 0.0F); }
  void add(int value) { add(static_cast<float>(value)); }

  // Headings and short lines that part a page into sections; lines of times and counts.
  void find_labels() {
    constexpr float kLabelWords = 8, kFigureWords = 10, kFigureShare = 0.15F;
    label_.reserve(page_.blocks.size());
    std::int64_t label = -1;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      label_.push_back(label);
      const BlockMeasure& m = clues_.measures[i];
      const SiteWordCounts& words = page_.marks[i].words;
      const bool is_short = m.words <= kLabelWords;
      if (page_.blocks[i].tag == BlockTag::kHeading) label = static_cast<std::int64_t>(i);
      comment_labels_.add(is_short && words.of(SiteWordKind::kComment) > 0 ? 1.0F : 0.0F);
      other_labels_.add(is_short && words.opens_other ? 1.0F : 0.0F);
      const bool figures = m.words <= kFigureWords && share(m.digits, m.letters) >= kFigureShare;
      figures_.add(figures ? 1.0F : 0.0F);
      topic_.add(clues_.on_topic[i]);
    }
  }

  void sum_layouts() {
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      LayoutSums& sums = layouts_[tree_.layout(i)];
      const float words = clues_.measures[i].words;
      sums.blocks += 1;
      sums.words += words;
      sums.link_words += words * page_.blocks[i].link_share;
      sums.prose += clues_.is_prose(page_, i) ? words : 0;
    }
  }

  // How many children of one parent are named as this element: items of a list are many.
  void count_alike() {
    KeyCounts alike(page_.elements.size());
    const auto key = [](const PageElement& e) {
      return e.signature * 1'000'003 + static_cast<std::size_t>(e.parent + 1);
    };
    for (const PageElement& element : page_.elements) {
      if (element.end_block > element.first_block) alike.add(key(element));
    }
    alike_.reserve(page_.elements.size());
    for (const PageElement& element : page_.elements) alike_.push_back(alike.of(key(element)));
  }

  // Where the prose comes together: its words count for their element, its parent and a little for
  // the one around.
  void find_nest() {
    std::vector<float> gathered(page_.elements.size(), 0);
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      if (!clues_.is_prose(page_, i)) continue;
      float words = clues_.measures[i].words;
      std::int32_t element = tree_.own(i);
      for (int up = 0; up < 3 && element >= 0; ++up, words *= up == 1 ? 1.0F : 0.5F) {
        gathered[static_cast<std::size_t>(element)] += words;
        element = tree_.parent(element);
      }
    }
    const auto best = std::max_element(gathered.begin(), gathered.end());
    const bool some = best != gathered.end() && *best > 0;
    nest_ = Nest(tree_, some ? static_cast<std::int32_t>(best - gathered.begin()) : -1);
  }

  void find_prose_neighbours() {
    const std::size_t count = page_.blocks.size();
    before_.assign(count, -1);
    after_.assign(count, -1);
    std::int64_t last = -1;
    for (std::size_t i = 0; i < count; ++i) {
      before_[i] = last;
      if (clues_.is_prose(page_, i)) last = static_cast<std::int64_t>(i);
    }
    last = -1;
    for (std::size_t i = count; i-- > 0;) {
      after_[i] = last;
      if (clues_.is_prose(page_, i)) last = static_cast<std::int64_t>(i);
    }
  }

  void find_images() {
    after_image_.assign(page_.blocks.size(), static_cast<float>(kFar));
    in_image_box_.assign(page_.blocks.size(), false);
    for (const PageImage& image : page_.images) {
      if (image.next_block < page_.blocks.size()) after_image_[image.next_block] = 0;
      std::int32_t at = image.element;
      for (int up = 0; up < 4 && at >= 0; ++up, at = tree_.parent(at)) {
        const PageElement& box = tree_.at(at);
        if (box.end_block - box.first_block > 2) break;
        for (std::uint32_t b = box.first_block; b < box.end_block; ++b) in_image_box_[b] = true;
      }
    }
    for (std::size_t i = 1; i < after_image_.size(); ++i)
      after_image_[i] = std::min(after_image_[i], after_image_[i - 1] + 1);
  }

  void add_text() {
    const Block& block = page_.blocks[i_];
    const BlockMeasure& m = clues_.measures[i_];
    const BlockMarks& marks = page_.marks[i_];
    add(m.words);
    add(share(m.letters, m.words));
    add(block.link_share);
    add(static_cast<int>(marks.links));
    add(share(m.commas, m.words));
    add(m.sentences);
    add(share(m.words, m.sentences));
    add(static_cast<int>(m.end));
    add(m.begins_lower);
    add(m.begins_with_sign);
    add(share(m.digits, m.letters));
    add(share(m.upper, m.letters));
    add(share(m.upper_words, m.words));
    add(m.first_upper_words);
    add(m.bars);
    add(m.sign);
    add(marks.bold);
    add(marks.italic);
    add(std::min(repeats_[block.text], 9));
    for (std::size_t k = 0; k < kSiteWordKinds; ++k) {
      const auto kind = static_cast<SiteWordKind>(k);
      const std::uint32_t words = marks.words.of(kind);
      if (kind != SiteWordKind::kAuthor && kind != SiteWordKind::kComment)
        add(static_cast<int>(words));
      add(share(static_cast<float>(words), m.words));
    }
    add(marks.words.opens_other);
  }

  // What the heading over the block speaks of, and what was told since the title.
  void add_section() {
    const std::int64_t label = label_[i_];
    const bool some = label >= 0;
    add(some ? static_cast<float>(std::min(static_cast<std::int64_t>(i_) - label, kFar)) : kFar);
    add(some ? page_.blocks[static_cast<std::size_t>(label)].link_share : -1.0F);
    const auto title = static_cast<std::size_t>(std::max(clues_.title, 0));
    add(i_ > title ? comment_labels_.of(title, i_) : 0.0F);
    add(i_ > title ? other_labels_.of(title, i_) : 0.0F);
    const std::size_t begin = i_ < 4 ? 0 : i_ - 4;
    const std::size_t end = std::min(i_ + 5, page_.blocks.size());
    add(figures_.of(begin, i_));
    add(figures_.of(i_ + 1, end));
    add(clues_.on_topic[i_]);
    add(share(clues_.on_topic[i_], clues_.measures[i_].words));
    add(share(topic_.of(begin, end), words_.of(begin, end)));
    add(clues_.described[i_]);
  }

  // Whether other articles begin between the title and the block, and what holds both.
  void add_title() {
    const auto title = static_cast<std::size_t>(std::max(clues_.title, 0));
    const bool below = clues_.title >= 0 && i_ > title;
    add(below ? titles_.of(title + 1, i_ + 1) : -1.0F);
    add(below ? link_headings_.of(title + 1, i_ + 1) : -1.0F);
    constexpr int kMostSteps = 30;  // a broken page can nest without end
    int steps = 0;
    std::int32_t at = tree_.own(i_);
    while (clues_.title >= 0 && at >= 0 && steps < kMostSteps &&
           (tree_.at(at).first_block > title || tree_.at(at).end_block <= title)) {
      at = tree_.parent(at);
      ++steps;
    }
    const bool some = clues_.title >= 0 && at >= 0 && steps < kMostSteps;
    add(clues_.title >= 0 ? steps : -1);
    const float words = some ? words_.of(tree_.at(at)) : -1.0F;
    add(words);
    add(some ? share(link_words_.of(tree_.at(at)), words) : -1.0F);
    add(shared_[i_]);
    add(share(shared_[i_], long_words_[i_]));
  }

  // Headings named like the title begin other articles, and so do most that are links.
  void find_headings() {
    const bool titled = clues_.title >= 0;
    const auto title = static_cast<std::size_t>(std::max(clues_.title, 0));
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const bool heading = page_.blocks[i].tag == BlockTag::kHeading;
      const bool alike = titled && heading && i != title &&
                         page_.blocks[i].heading_level == page_.blocks[title].heading_level;
      titles_.add(alike ? 1.0F : 0.0F);
      link_headings_.add(heading && page_.blocks[i].link_share > 0.5F ? 1.0F : 0.0F);
    }
  }

  // Of each block, the long words that other prose of the nest has too: texts of one article share
  // theirs. Words are told by the low bits of their hashes; that two meet is rare enough.
  void find_shared_words() {
    constexpr std::size_t kSlots = 1u << 14, kLongBytes = 5;
    struct Slot {
      std::uint32_t blocks = 0, last = ~0u;  // how many hold the word, the last of them
    };
    std::vector<Slot> slots(kSlots);
    const auto slot_of = [&](WordHash word) -> Slot& {
      return slots[(word >> 3 ^ word >> 32) % kSlots];
    };
    const auto in_nest = [&](std::size_t i) {
      const PageElement* const nest = nest_.innermost();
      return nest != nullptr && i >= nest->first_block && i < nest->end_block &&
             clues_.is_prose(page_, i);
    };
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      if (!in_nest(i)) continue;
      for (const WordHash word : page_.words_of(i)) {
        Slot& slot = slot_of(word);
        if (slot.last != i) ++slot.blocks;
        slot.last = static_cast<std::uint32_t>(i);
      }
    }
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const std::uint32_t own = in_nest(i) ? 1 : 0;
      int longs = 0, shared = 0;
      for (const WordHash word : page_.words_of(i)) {
        if (word_bytes(word) < kLongBytes) continue;
        ++longs;
        shared += slot_of(word).blocks > own ? 1 : 0;
      }
      shared_.push_back(static_cast<float>(shared));
      long_words_.push_back(static_cast<float>(longs));
    }
  }

  void add_markup() {
    const InheritedHint in = clues_.inherited_by(page_, i_);
    const Block& block = page_.blocks[i_];
    const std::int32_t own = tree_.own(i_), up = tree_.parent(own);
    add(static_cast<int>(block.tag));
    add(block.heading_level);
    add(own < 0 ? -1 : kind_of(tree_.at(own).tag));
    add(up < 0 ? -1 : kind_of(tree_.at(up).tag));
    add(code_of(in.away));
    add(code_of(in.part));
    add(own < 0 ? 0 : code_of(tree_.at(own).hint));
    add(up < 0 ? 0 : code_of(tree_.at(up).hint));
    add(in.body ? std::min(in.since_body, 20) : -1);
    add(in.in_article);
    add(in.in_main);
    add(in.in_header);
    add(in.in_aside);
    add(in.in_footer);
    add(in.in_table);
    add(in.in_list);
    add(in.in_figure);
    add(in.in_quote);
    add(in.depth);
    add(clues_.has_article_body ? clues_.body_match[i_] : -1.0F);
    add(static_cast<bool>(in_image_box_[i_]));
    add(std::min(after_image_[i_], 9.0F));
  }

  void add_place() {
    const std::size_t count = page_.blocks.size();
    const auto title = static_cast<std::int64_t>(clues_.title);
    const auto i = static_cast<std::int64_t>(i_);
    add(title < 0 ? 0.0F : static_cast<float>(std::clamp(i - title, -kFar, 3 * kFar)));
    add(title < 0 || i <= title ? -1.0F : words_.of(static_cast<std::size_t>(title) + 1, i_));
    add(static_cast<float>(i_) / static_cast<float>(count));
    add(share(words_.of(0, i_), words_.all()));
    add(share(prose_.of(0, i_), prose_.all()));
    add(nest_.steps_out(i_));
    const PageElement* const nest = nest_.innermost();
    add(nest == nullptr ? 0.0F : share(prose_.of(*nest), prose_.all()));
    add(nest == nullptr ? 0.0F : share(link_words_.of(*nest), words_.of(*nest)));
    const bool inside = nest != nullptr && i_ >= nest->first_block && i_ < nest->end_block;
    add(inside ? static_cast<float>(i_ - nest->first_block) : -1.0F);
    add(inside ? static_cast<float>(nest->end_block - 1 - i_) : -1.0F);
  }

  // Of the element, its parent, and so on: what it holds.
  void add_ancestors() {
    std::int32_t at = tree_.own(i_);
    for (int up = 0; up < 4; ++up, at = tree_.parent(at)) {
      if (at < 0) {
        for (int k = 0; k < 6; ++k) add(-1);
        continue;
      }
      const PageElement& element = tree_.at(at);
      const float words = words_.of(element);
      add(std::min(alike_[static_cast<std::size_t>(at)], 30));
      const auto blocks = static_cast<float>(element.end_block - element.first_block);
      add(words);
      add(share(link_words_.of(element), words));
      add(blocks);
      add(words / blocks);
      add(share(prose_.of(element), prose_.all()));
    }
  }

  void add_layout() {
    const LayoutSums& sums = layouts_[tree_.layout(i_)];
    add(sums.blocks);
    add(share(sums.words, sums.blocks));
    add(share(sums.link_words, sums.words));
    add(share(sums.prose, prose_.all()));
  }

  bool same_parent(std::size_t a, std::size_t b) const {
    return tree_.parent(tree_.own(a)) == tree_.parent(tree_.own(b));
  }

  void add_prose_near() {
    const auto i = static_cast<std::int64_t>(i_);
    for (const std::int64_t near : {before_[i_], after_[i_]}) {
      const bool some = near >= 0;
      add(static_cast<float>(some ? std::min(std::abs(i - near), kFar) : kFar));
      add(some ? clues_.measures[static_cast<std::size_t>(near)].words : 0.0F);
    }
    const std::size_t begin = i_ < 4 ? 0 : i_ - 4;
    const std::size_t end = std::min(i_ + 5, page_.blocks.size());
    add(prose_.of(begin, i_));
    add(prose_.of(i_ + 1, end));
    add(share(link_words_.of(begin, end), words_.of(begin, end)));
  }

  void add_neighbour(int step) {
    const std::int64_t other = static_cast<std::int64_t>(i_) + step;
    const bool next = std::abs(step) == 1;
    if (other < 0 || other >= static_cast<std::int64_t>(page_.blocks.size())) {
      for (int k = 0; k < (next ? kNextFeatures : kSecondFeatures); ++k) add(-1);
      return;
    }
    const auto o = static_cast<std::size_t>(other);
    add(clues_.measures[o].words);
    add(page_.blocks[o].link_share);
    add(code_of(clues_.inherited_by(page_, o).away));
    if (next) add(code_of(clues_.inherited_by(page_, o).part));
    add(static_cast<int>(page_.blocks[o].tag));
    add(static_cast<int>(clues_.measures[o].end));
    add(tree_.layout(o) == tree_.layout(i_));
    if (next) add(same_parent(o, i_));
  }

  void add_page() {
    add(static_cast<float>(page_.blocks.size()));
    add(words_.all());
    add(prose_.all());
    add(share(link_words_.all(), words_.all()));
    add(words_.of(i_ + 1, page_.blocks.size()));
    add(clues_.has_article_body);
    add(share(static_cast<float>(page_.images.size()), static_cast<float>(page_.blocks.size())));
  }

  static constexpr int kNextFeatures = 8, kSecondFeatures = 6;

  const HtmlBlocks& page_;
  const PageClues& clues_;
  Tree tree_;
  RunningSum words_, link_words_, prose_, comment_labels_, other_labels_, figures_, topic_, titles_,
      link_headings_;
  std::vector<float> shared_, long_words_;
  std::vector<std::int64_t> label_;  // the heading over each block, -1 for none
  std::unordered_map<std::string_view, int> repeats_;
  std::unordered_map<std::size_t, LayoutSums> layouts_;
  std::vector<int> alike_;  // of each element
  Nest nest_{tree_, -1};
  std::vector<std::int64_t> before_, after_;  // the prose next to each block, -1 for none
  std::vector<float> after_image_;            // blocks since the last picture
  std::vector<bool> in_image_box_;
  std::size_t i_ = 0, at_ = 0;
  BodyFeatureValues* row_ = nullptr;
};

constexpr std::array<std::string_view, kBodyFeatures> kNames = {
    "words",
    "letters a word",
    "link share",
    "links",
    "commas a word",
    "sentences",
    "words a sentence",
    "end",
    "begins lower",
    "begins with sign",
    "digits",
    "upper",
    "upper words",
    "sentence starts upper",
    "bars",
    "sign",
    "bold",
    "italic",
    "repeats",
    "site words",
    "site words a word",
    "reader words",
    "reader words a word",
    "author words a word",
    "picture words",
    "picture words a word",
    "comment words a word",
    "opens other",
    "heading distance",
    "heading links",
    "comment labels before",
    "other labels before",
    "figures in 4 before",
    "figures in 4 after",
    "topic words",
    "topic words a word",
    "topic words around",
    "described",
    "titles alike since title",
    "link headings since title",
    "steps to title",
    "words with title",
    "links with title",
    "shared words",
    "shared words a word",
    "tag",
    "heading level",
    "element",
    "parent element",
    "away",
    "part",
    "own hint",
    "parent hint",
    "since body",
    "in article",
    "in main",
    "in header",
    "in aside",
    "in footer",
    "in table",
    "in list",
    "in figure",
    "in quote",
    "depth",
    "article body",
    "picture box",
    "after picture",
    "from title",
    "words from title",
    "place",
    "words before",
    "prose before",
    "steps out",
    "nest prose",
    "nest links",
    "nest blocks before",
    "nest blocks after",
    "own alike",
    "own words",
    "own links",
    "own blocks",
    "own block words",
    "own prose",
    "parent alike",
    "parent words",
    "parent links",
    "parent blocks",
    "parent block words",
    "parent prose",
    "third alike",
    "third words",
    "third links",
    "third blocks",
    "third block words",
    "third prose",
    "fourth alike",
    "fourth words",
    "fourth links",
    "fourth blocks",
    "fourth block words",
    "fourth prose",
    "layout blocks",
    "layout block words",
    "layout links",
    "layout prose",
    "prose before distance",
    "prose before words",
    "prose after distance",
    "prose after words",
    "prose in 4 before",
    "prose in 4 after",
    "links in 4 around",
    "before words",
    "before links",
    "before away",
    "before part",
    "before tag",
    "before end",
    "before layout",
    "before sibling",
    "after words",
    "after links",
    "after away",
    "after part",
    "after tag",
    "after end",
    "after layout",
    "after sibling",
    "second before words",
    "second before links",
    "second before away",
    "second before tag",
    "second before end",
    "second before layout",
    "second after words",
    "second after links",
    "second after away",
    "second after tag",
    "second after end",
    "second after layout",
    "page blocks",
    "page words",
    "page prose",
    "page links",
    "words after",
    "page article body",
    "pictures a block",
};

}  // namespace

const std::array<std::string_view, kBodyFeatures>& body_feature_names() { return kNames; }

std::vector<BodyFeatureValues> body_features(const HtmlBlocks& page, const PageClues& clues) {
  return Features(page, clues).all();
}

}  // namespace machtin

// Trees (body_trees.h) say of each block how likely it is to be body; those are taken that make the
// F1 of words to be expected highest. Cost: linear in blocks and elements, but for sorting the
// likelihoods; no recursion. Tested by main_content_test.cc.

#include "page/main_content.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "page/body_features.h"
#include "page/key_counts.h"
#include "page/page_clues.h"
#include "text/fold.h"

namespace machtin {
namespace {

struct Run {
  std::size_t begin = 0, end = 0;
};

float likelihood(float odds) { return 1 / (1 + std::exp(-odds)); }

// Of each block, how likely it is to be body: from 0 to 1.
std::vector<float> body_likelihoods(const HtmlBlocks& page, const PageClues& clues,
                                    const BodyTrees& trees) {
  std::vector<float> likely = trees.odds(body_features(page, clues));
  for (float& block : likely) block = likelihood(block);
  return likely;
}

// The likelihood from which on blocks are taken, so that the F1 of words to be expected is highest:
// a page whose text is hard to tell gets a lower one rather than no text.
float best_threshold(const std::vector<float>& likely, const PageClues& clues) {
  std::vector<std::size_t> order(likely.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return likely[a] > likely[b]; });
  const auto words = [&](std::size_t i) { return clues.measures[i].words + 1; };
  float expected = 0;  // words of the body
  for (const std::size_t i : order) expected += likely[i] * words(i);
  float right = 0, taken = 0, best = -1, threshold = 1;
  for (const std::size_t i : order) {
    right += likely[i] * words(i);
    taken += words(i);
    const float f1 = 2 * right / (taken + expected);
    if (f1 < best) continue;
    best = f1;
    threshold = likely[i];
  }
  return threshold;
}

// A page of which less than a fifth of the chosen words is expected right has no article.
constexpr float kUnlikely = 0.1F;

class Marker {
 public:
  Marker(HtmlBlocks& page, const PageHead& head, const BodyTrees& trees)
      : page_(page), clues_(find_clues(page, head)), trees_(trees) {}

  void mark() {
    likely_ = body_likelihoods(page_, clues_, trees_);
    choose_body();
    find_picture_boxes();
    std::vector<BlockHint> hints;
    hints.reserve(page_.blocks.size());
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) hints.push_back(hint_of(i));
    for (std::size_t i = 0; i < hints.size(); ++i) page_.blocks[i].hint = hints[i];
    set_containers();
    mark_link_lists();
    mark_related_headings();
    set_images();
    set_rows();
  }

 private:
  void choose_body() {
    body_.assign(likely_.size(), false);
    leave_comments();
    const float threshold = best_threshold(likely_, clues_);
    if (threshold < kUnlikely) return;
    for (std::size_t i = 0; i < likely_.size(); ++i) body_[i] = likely_[i] >= threshold;
    take_subheadings();
    leave_placeholders();
    leave_last_teasers();
    if (std::find(body_.begin(), body_.end(), true) == body_.end()) return;
    const auto first = std::find(body_.begin(), body_.end(), true);
    const auto last = std::find(body_.rbegin(), body_.rend(), true);
    run_ = {static_cast<std::size_t>(first - body_.begin()),
            static_cast<std::size_t>(last.base() - body_.begin())};
    keep_tables_whole();
    body_element_ = common_element();
  }

  // Behind the text a linked headline with a summary below is another article; on a page made of
  // such pairs they are the text.
  void leave_last_teasers() {
    constexpr float kLinked = 0.8F, kTitleWords = 5, kFew = 0.25F;
    const auto is_summary = [&](std::size_t i) {
      if (i == 0 || static_cast<std::int32_t>(i) <= clues_.title + 1) return false;
      const Block& above = page_.blocks[i - 1];
      return above.tag == BlockTag::kHeading && above.link_share >= kLinked &&
             clues_.measures[i - 1].words >= kTitleWords && page_.blocks[i].link_share < kLinked;
    };
    float words = 0, summaries = 0;
    for (std::size_t i = 0; i < body_.size(); ++i) {
      if (!body_[i]) continue;
      words += clues_.measures[i].words;
      if (is_summary(i)) summaries += clues_.measures[i].words;
    }
    if (summaries > kFew * words) return;
    for (std::size_t i = body_.size(); i-- > 0;) {
      if (!body_[i]) continue;
      if (!is_summary(i)) return;
      body_[i] = body_[i - 1] = false;
    }
  }

  // Readers may write more than the paper, and as well. Where a text stands outside of what its
  // markup calls comments, they are none of it; on a forum's page nothing else does.
  void leave_comments() {
    constexpr float kLikely = 0.5F, kLeastWords = 50, kDoubt = 0.1F;
    const auto is_comment = [this](std::size_t i) {
      return clues_.inherited_by(page_, i).away == BlockHint::kComment;
    };
    float words = 0;
    for (std::size_t i = 0; i < likely_.size(); ++i) {
      if (likely_[i] >= kLikely && !is_comment(i)) words += clues_.measures[i].words;
    }
    if (words < kLeastWords) return;
    for (std::size_t i = 0; i < likely_.size(); ++i) {
      if (is_comment(i)) likely_[i] *= kDoubt;
    }
  }

  // Cells and items are too short to be told one by one: those of a table or list amid the body
  // stand or fall together.
  void keep_tables_whole() {
    constexpr float kMostOfBody = 0.5F;  // old layouts put the whole page into a table
    std::vector<float> words = {0}, taken = {0};
    for (std::size_t i = 0; i < body_.size(); ++i) {
      const float own = clues_.measures[i].words + 1;
      words.push_back(words.back() + own);
      taken.push_back(taken.back() + (body_[i] ? own : 0));
    }
    for (const PageElement& element : page_.elements) {
      if (!is_list_or_table(element.tag) || element.first_block < run_.begin ||
          element.end_block > run_.end || element.first_block >= element.end_block)
        continue;
      const float all = words[element.end_block] - words[element.first_block];
      const float of_body = taken[element.end_block] - taken[element.first_block];
      if (all > kMostOfBody * (words[run_.end] - words[run_.begin]) || 2 * of_body < all) continue;
      for (std::uint32_t i = element.first_block; i < element.end_block; ++i)
        body_[i] = body_[i] || clues_.inherited_by(page_, i).away == BlockHint::kNone;
    }
  }

  static bool is_list_or_table(lxb_tag_id_t tag) {
    return tag == LXB_TAG_TABLE || tag == LXB_TAG_UL || tag == LXB_TAG_OL || tag == LXB_TAG_DL;
  }

  // Between paragraphs of the body a heading over one of them is likelier a subheading than not.
  void take_subheadings() {
    constexpr float kLeast = 0.2F;
    bool begun = false;
    for (std::size_t i = 0; i + 1 < body_.size(); ++i) {
      const Block& block = page_.blocks[i];
      const bool heading = block.tag == BlockTag::kHeading && block.link_share < 0.5F;
      if (begun && heading && body_[i + 1] && likely_[i] >= kLeast) body_[i] = true;
      begun = begun || body_[i];
    }
  }

  // A sentence told three times inside the body stands for something that did not load.
  void leave_placeholders() {
    constexpr int kOften = 3;
    constexpr float kSentenceWords = 10;
    std::unordered_map<std::string_view, int> told;
    for (std::size_t i = 0; i < body_.size(); ++i) {
      if (body_[i] && clues_.measures[i].words >= kSentenceWords) ++told[page_.blocks[i].text];
    }
    for (std::size_t i = 0; i < body_.size(); ++i) {
      const BlockTag tag = page_.blocks[i].tag;
      const bool listed = tag == BlockTag::kListItem || tag == BlockTag::kTableCell;
      if (!body_[i] || listed || clues_.measures[i].words < kSentenceWords) continue;
      if (told[page_.blocks[i].text] >= kOften) body_[i] = false;
    }
  }

  // The innermost element that holds all of the body.
  std::int32_t common_element() const {
    std::int32_t at = page_.block_elements[run_.begin];
    while (at >= 0 && page_.elements[static_cast<std::size_t>(at)].end_block < run_.end)
      at = page_.elements[static_cast<std::size_t>(at)].parent;
    return at;
  }

  // The text of an element that holds a picture and little else is its caption, whatever the
  // element is called: old layouts put both into a table, or into paragraphs of one <div>.
  void find_picture_boxes() {
    constexpr std::uint32_t kMaxBlocks = 2;  // caption and credit
    constexpr float kMaxWords = 60, kMaxParagraphWords = 25;
    in_picture_box_.assign(page_.blocks.size(), false);
    below_picture_.assign(page_.blocks.size(), false);
    for (const PageImage& image : page_.images) {
      if (image.next_block < page_.blocks.size())
        below_picture_[image.next_block] = clues_.measures[image.next_block].words <= kMaxWords;
      const PageElement* box = nullptr;
      for (std::int32_t at = image.element; at >= 0 && at != body_element_;) {
        const PageElement& element = page_.elements[static_cast<std::size_t>(at)];
        if (element.end_block - element.first_block > kMaxBlocks) break;
        if (element.end_block > element.first_block) box = &element;
        at = element.parent;
      }
      if (box == nullptr || box->first_block < run_.begin || box->end_block > run_.end) continue;
      const float limit = box->tag == LXB_TAG_P ? kMaxParagraphWords : kMaxWords;
      for (std::uint32_t i = std::max(box->first_block, image.next_block); i < box->end_block;
           ++i) {
        const bool words =
            page_.blocks[i].tag != BlockTag::kHeading && page_.blocks[i].tag != BlockTag::kListItem;
        in_picture_box_[i] = words && clues_.measures[i].words <= limit &&
                             static_cast<std::int32_t>(i) != clues_.title;
      }
    }
    float words = 0, in_boxes = 0;
    for (std::size_t i = 0; i < body_.size(); ++i) {
      if (!body_[i]) continue;
      words += clues_.measures[i].words;
      if (in_picture_box_[i] || is_caption_below(i)) in_boxes += clues_.measures[i].words;
    }
    tells_by_pictures_ = 2 * in_boxes > words;
    if (tells_by_pictures_) in_picture_box_.assign(page_.blocks.size(), false);
    for (std::size_t i = 0; i < body_.size(); ++i) body_[i] = body_[i] && !in_picture_box_[i];
  }

  // A caption by its class may read like the text; the picture above it tells them apart.
  bool is_caption_below(std::size_t i) const {
    return below_picture_[i] && clues_.inherited_by(page_, i).part == BlockHint::kCaption;
  }

  // Inside the body's element a lede by its class is one where the text begins; further down it is
  // a box.
  bool opens_body(std::size_t i) const {
    for (std::size_t before = run_.begin; before < i; ++before) {
      if (body_[before] && static_cast<std::int32_t>(before) != clues_.title) return false;
    }
    return true;
  }

  // Summaries of other articles are named like the article's own, which stands between its title
  // and its text.
  bool may_be_lede(std::size_t i) const {
    constexpr float kLeastWords = 8;
    const bool below_title = static_cast<std::int32_t>(i) > clues_.title;
    return below_title && i < run_.begin && clues_.measures[i].words >= kLeastWords;
  }

  BlockHint hint_of(std::size_t i) const {
    const InheritedHint in = clues_.inherited_by(page_, i);
    const Block& block = page_.blocks[i];
    if (static_cast<std::int32_t>(i) == clues_.title) return BlockHint::kTitle;
    const bool caption =
        block.tag == BlockTag::kCaption || in.part == BlockHint::kCaption || in_picture_box_[i];
    if (body_[i] && (tells_by_pictures_ || !is_caption_below(i)))
      return in.part == BlockHint::kLede && (!in.body || opens_body(i)) ? BlockHint::kLede
                                                                        : BlockHint::kBody;
    if (in.away != BlockHint::kNone) return in.away;
    if (caption) return BlockHint::kCaption;
    if (in.part == BlockHint::kLede && !may_be_lede(i)) return BlockHint::kNone;
    return in.part == BlockHint::kTitle ? BlockHint::kNone : in.part;
  }

  // Links that no class explains: the titles of other articles, with what stands in their items,
  // and labels before the title.
  void mark_link_lists() {
    constexpr float kTitleWords = 5;  // of a label there are fewer, of a headline more
    constexpr float kLinkWords = 4;   // of each of several links on a line
    std::unordered_set<std::int32_t> teasers;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      Block& block = page_.blocks[i];
      // The address may be unknown: of a page without one, relative links lead nowhere.
      if (block.hint != BlockHint::kNone || block.link_share < 0.8F) continue;
      const auto links = static_cast<float>(page_.marks[i].links);
      const bool labels = links >= 2 && clues_.measures[i].words < kLinkWords * links;
      block.short_links = labels;
      if (clues_.measures[i].words >= kTitleWords && !labels) {
        block.hint = BlockHint::kRelated;
        teasers.insert(block.container);
      } else if (static_cast<std::int32_t>(i) < clues_.title) {
        block.hint = BlockHint::kMenu;
      }
    }
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      Block& block = page_.blocks[i];
      const bool item = block.container >= 0 &&
                        is_small(page_.elements[static_cast<std::size_t>(block.container)]);
      if (block.hint == BlockHint::kNone && item && teasers.contains(block.container))
        block.hint = BlockHint::kRelated;
    }
  }

  // The words over a list of other articles.
  void mark_related_headings() {
    constexpr float kAllLink = 0.8F, kTitleWords = 5;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      Block& block = page_.blocks[i];
      const bool over =
          i + 1 < page_.blocks.size() && page_.blocks[i + 1].hint == BlockHint::kRelated;
      const bool first = i == 0 || page_.blocks[i - 1].hint != BlockHint::kRelated;
      const bool label = clues_.measures[i].words <= 8 &&
                         (block.tag == BlockTag::kHeading || block.link_share < 0.5F);
      const bool open = block.hint == BlockHint::kRelated || block.hint == BlockHint::kNone;
      // Right under a heading, a heading that is a link is the first teaser's title.
      const bool labelled = i > 0 && page_.blocks[i - 1].hint == BlockHint::kRelatedHeading;
      // So is one over a summary that is no link.
      const bool titled = block.tag == BlockTag::kHeading && block.link_share >= kAllLink &&
                          clues_.measures[i].words >= kTitleWords && over &&
                          page_.blocks[i + 1].link_share < 0.5F;
      const bool teaser = (labelled && block.link_share >= 0.5F) || titled;
      if (open && over && first && label && !teaser) block.hint = BlockHint::kRelatedHeading;
      if (titled && block.hint == BlockHint::kNone) block.hint = BlockHint::kRelated;
    }
  }

  bool is_small(const PageElement& element) const {
    constexpr std::uint32_t kMaxItemBlocks =
        12;  // of a teaser: picture, label, title, summary, date, author, counts
    return element.end_block - element.first_block <= kMaxItemBlocks;
  }

  // For each element, the outermost small one around it that is one of several alike: the item of a
  // list of teasers.
  std::vector<std::int32_t> items() const {
    const auto key = [](const PageElement& e) {
      return e.signature * 1'000'003 + static_cast<std::size_t>(e.parent + 1);
    };
    KeyCounts alike(page_.elements.size());
    for (const PageElement& element : page_.elements) alike.add(key(element));
    std::vector<std::int32_t> item(page_.elements.size(), -1);
    for (std::size_t i = 0; i < page_.elements.size(); ++i) {
      const PageElement& element = page_.elements[i];
      const bool repeated = alike.of(key(element)) > 1 && element.tag != LXB_TAG_P;
      const bool named = element.tag == LXB_TAG_ARTICLE || element.tag == LXB_TAG_LI;
      if (element.parent >= 0) item[i] = item[static_cast<std::size_t>(element.parent)];
      if (item[i] < 0 && (repeated || named) && is_small(element))
        item[i] = static_cast<std::int32_t>(i);
    }
    return item;
  }

  // Body blocks share the number of the article's element. Another block has that of its item, else
  // of its parent.
  void set_containers() {
    const std::vector<std::int32_t> item = items();
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const std::int32_t own = page_.block_elements[i];
      if (own < 0) continue;
      const std::int32_t found = item[static_cast<std::size_t>(own)];
      const std::int32_t parent = page_.elements[static_cast<std::size_t>(own)].parent;
      page_.blocks[i].container = body_[i] ? body_element_ : found >= 0 ? found : parent;
    }
  }

  // A picture belongs to the text with the same link, else to the caption or the item that it
  // stands in or before.
  void set_images() {
    std::unordered_map<std::string, const PageImage*> by_link;
    for (const PageImage& image : page_.images) {
      if (image.href && !image.url.empty()) by_link.try_emplace(*image.href, &image);
    }
    for (Block& block : page_.blocks) {
      if (!block.href || block.hint == BlockHint::kBody) continue;
      const auto found = by_link.find(*block.href);
      if (found != by_link.end()) block.image = found->second->url;
    }
    for (const PageImage& image : page_.images) {
      // Captions stand after their picture mostly, in the same figure before it sometimes.
      for (const std::int64_t at : {static_cast<std::int64_t>(image.next_block),
                                    static_cast<std::int64_t>(image.next_block) - 1}) {
        if (at < 0 || at >= static_cast<std::int64_t>(page_.blocks.size())) continue;
        Block& block = page_.blocks[static_cast<std::size_t>(at)];
        if (block.hint != BlockHint::kCaption || block.image || image.url.empty()) continue;
        block.image = image.url;
        break;
      }
    }
  }

  // The cells of a row of a table amid the text are read together. Tables that lay a page out have
  // long cells, or few rows of the body.
  void set_rows() {
    constexpr std::uint32_t kMostCells = 30;
    constexpr float kMostWords = 40;  // of a cell
    for (std::size_t e = 0; e < page_.elements.size(); ++e) {
      const PageElement& element = page_.elements[e];
      const std::uint32_t cells = element.end_block - element.first_block;
      if (element.tag != LXB_TAG_TR || cells < 2 || cells > kMostCells) continue;
      bool data = true;
      for (std::uint32_t i = element.first_block; i < element.end_block && data; ++i) {
        data = page_.blocks[i].tag == BlockTag::kTableCell &&
               page_.blocks[i].hint == BlockHint::kBody && clues_.measures[i].words <= kMostWords &&
               row_of(i) == static_cast<std::int32_t>(e);
      }
      for (std::uint32_t i = element.first_block; i < element.end_block && data; ++i)
        page_.blocks[i].row = static_cast<std::int32_t>(e);
    }
  }

  // The nearest row that the block stands in, a few elements up; -1 where there is none.
  std::int32_t row_of(std::size_t i) const {
    constexpr int kMostSteps = 4;
    std::int32_t at = page_.block_elements[i];
    for (int step = 0; at >= 0 && step < kMostSteps; ++step) {
      const PageElement& element = page_.elements[static_cast<std::size_t>(at)];
      if (element.tag == LXB_TAG_TR) return at;
      at = element.parent;
    }
    return -1;
  }

  HtmlBlocks& page_;
  PageClues clues_;
  const BodyTrees& trees_;
  std::vector<float> likely_;
  std::vector<bool> body_, in_picture_box_, below_picture_;
  bool tells_by_pictures_ = false;  // most of the text stands below pictures, as a gallery's does
  std::int32_t body_element_ = -1;
  Run run_;
};

}  // namespace

void mark_main_content(HtmlBlocks& page, const PageHead& head, const BodyTrees& trees) {
  Marker(page, head, trees).mark();
}

}  // namespace machtin

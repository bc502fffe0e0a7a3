// Hints are handed down from parents to children in one pass; a title is the heading that agrees
// best with the page's head. Tested by page_clues_test.cc.

#include "page/page_clues.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <unordered_set>

#include "page/page_url.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

// ---- the title
// -----------------------------------------------------------------------------------------------------

bool has_own_hint(const HtmlBlocks& page, std::size_t block, BlockHint hint) {
  std::int32_t at = page.block_elements[block];
  for (int up = 0; up < 2 && at >= 0; ++up) {
    const PageElement& element = page.elements[static_cast<std::size_t>(at)];
    if (element.hint == hint) return true;
    at = element.parent;
  }
  return false;
}

// Elements by whose hint the block is taken away; those that hold half of the page are not
// believed.
std::vector<bool> taken_away(const HtmlBlocks& page) {
  std::vector<bool> taken(page.elements.size(), false);
  for (std::size_t i = 0; i < page.elements.size(); ++i) {
    const PageElement& element = page.elements[i];
    const bool small = element.end_block - element.first_block < page.blocks.size() / 2;
    taken[i] = (takes_away(element.hint) && small) ||
               (element.parent >= 0 && taken[static_cast<std::size_t>(element.parent)]);
  }
  return taken;
}

// How well a heading agrees with the titles that the page's head gives.
float agreement(const std::string& folded, const std::vector<std::string>& known) {
  constexpr std::size_t kEnoughBytes = 15;  // shorter ones agree by chance
  float best = 0;
  for (const std::string& title : known) {
    if (folded.empty() || title.empty()) continue;
    if (folded == title) return 8;
    const bool part = folded.size() >= kEnoughBytes && title.find(folded) != std::string::npos;
    const bool whole = title.size() >= kEnoughBytes && folded.find(title) != std::string::npos;
    if (!part && !whole) continue;
    // The name of a section or site is a part of <title> too, and a paragraph may hold a title.
    const auto less = static_cast<float>(std::min(folded.size(), title.size()));
    const auto more = static_cast<float>(std::max(folded.size(), title.size()));
    best = std::max(best, 3.5F + 0.5F * less / more);
  }
  return best;
}

// The site's name over every article, which many templates make the page's only <h1>.
class Mastheads {
 public:
  Mastheads(const HtmlBlocks& page, const PageHead& head)
      : page_(page), html_title_(folded_title(head.html_title.value_or(""))) {
    add(folded_title(head.metadata.site_name.value_or("")));
    const std::string url = head.metadata.canonical_url.value_or("");
    std::string_view host = url_host(url);
    if (host.starts_with("www.")) host.remove_prefix(4);
    add(folded_title(host));
    add(folded_title(host.substr(0, host.find('.'))));
    for (std::size_t i = 0; i < page.blocks.size() && names_.size() < kMostNames; ++i)
      if (leads_home(i)) add(folded_title(page.blocks[i].text));
  }

  bool holds(std::size_t block, const std::string& folded) const {
    if (names_site(folded)) return true;
    // Where the page does not tell its address, no link can be resolved.
    const Block& at = page_.blocks[block];
    return at.link_share >= 1.0F && !at.href && html_title_.ends_with(" " + folded);
  }

  bool names_site(const std::string& folded) const {
    return std::find(names_.begin(), names_.end(), without_spaces(folded)) != names_.end();
  }

 private:
  static constexpr std::size_t kMostNames = 16;  // each is compared with each heading

  bool leads_home(std::size_t block) const {
    const Block& at = page_.blocks[block];
    if (at.link_share < 1.0F) return false;
    return page_.marks[block].links_root || (at.href && is_home_url(*at.href));
  }

  void add(const std::string& folded) {
    std::string key = without_spaces(folded);
    const bool known = std::find(names_.begin(), names_.end(), key) != names_.end();
    if (!key.empty() && !known) names_.push_back(std::move(key));
  }

  const HtmlBlocks& page_;
  std::vector<std::string> names_;  // folded, without spaces
  std::string html_title_;
};

std::int32_t find_title(const HtmlBlocks& page, const PageHead& head,
                        const std::vector<BlockMeasure>& measures) {
  constexpr float kMaxTitleWords = 60, kPlainTitleWords = 4;
  std::vector<std::string> known;
  for (const auto* title : {&head.metadata.title, &head.og_title, &head.html_title}) {
    if (*title) known.push_back(folded_title(**title));
  }
  const Mastheads mastheads(page, head);
  // Old sites have one <title> for all of their pages.
  std::erase_if(known, [&](const std::string& title) { return mastheads.names_site(title); });
  const std::vector<bool> taken = taken_away(page);
  int level_ones = 0;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (page.blocks[i].heading_level == 1)
      level_ones += mastheads.holds(i, folded_title(page.blocks[i].text)) ? 0 : 1;
  }
  std::int32_t best = -1;
  float best_score = 0;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    const bool titled = has_own_hint(page, i, BlockHint::kTitle);
    const bool heading = block.tag == BlockTag::kHeading;
    if (measures[i].words > kMaxTitleWords) continue;
    if (!heading && !titled && measures[i].words < kPlainTitleWords) continue;
    const std::string folded = folded_title(block.text);
    const float agrees = agreement(folded, known);
    // Old pages have no headings: their title is a line like another that the head repeats.
    if (!heading && !titled && agrees == 0) continue;
    if (mastheads.holds(i, folded)) continue;
    // Small headings that the head does not repeat are those of boxes.
    if (heading && !titled && agrees == 0 && block.heading_level > 2 && !known.empty()) continue;
    float score = !heading && !titled        ? 0.1F
                  : !heading                 ? 0.5F
                  : block.heading_level == 1 ? 2.0F
                  : block.heading_level == 2 ? 1.0F
                                             : 0.4F;
    if (titled) score += 0.7F;
    if (block.link_share > 0.5F) score *= 0.3F;
    const std::int32_t element = page.block_elements[i];
    // Templates print the one <h1> in a bar or a header; where the head agrees, others may vie.
    const bool only = block.heading_level == 1 && level_ones == 1 && agrees == 0;
    if (element >= 0 && taken[static_cast<std::size_t>(element)] && !only) score *= 0.3F;
    score += agrees;
    if (score > best_score) {
      best_score = score;
      best = static_cast<std::int32_t>(i);
    }
  }
  return best;
}

// ---- hints
// ---------------------------------------------------------------------------------------------------------

// A class such as "tag-politics" or "has-related" on the element that holds the whole article takes
// nothing away.
bool is_believed(const PageElement& element, std::int32_t title,
                 const std::vector<float>& prose_before) {
  constexpr float kArticleWords = 60;
  if (element.hint == BlockHint::kNone || element.hint == BlockHint::kBody) return true;
  const float words = prose_before[element.end_block] - prose_before[element.first_block];
  const bool holds_title = title >= 0 && element.first_block <= static_cast<std::uint32_t>(title) &&
                           static_cast<std::uint32_t>(title) < element.end_block;
  if (takes_away(element.hint) && holds_title && words > kArticleWords) return false;
  if (element.hint == BlockHint::kComment) return true;  // readers can write more than the paper
  return words < kArticleWords || words < 0.5F * prose_before.back();
}

InheritedHint inherit(const InheritedHint& above, const PageElement& element, bool believed) {
  InheritedHint own = above;
  ++own.since_body;
  const BlockHint hint = believed ? element.hint : BlockHint::kNone;
  if (takes_away(hint)) {
    const bool settled = above.away == BlockHint::kComment || above.away == BlockHint::kRelated;
    own.away = settled ? above.away : hint;
  } else if (hint == BlockHint::kBody) {
    own.body = true;
    own.since_body = 0;
  } else if (hint != BlockHint::kNone) {
    own.part = hint;
  }
  own.in_article = own.in_article || element.tag == LXB_TAG_ARTICLE;
  own.in_main = own.in_main || element.tag == LXB_TAG_MAIN;
  own.in_header = own.in_header || element.tag == LXB_TAG_HEADER;
  own.in_aside = own.in_aside || element.tag == LXB_TAG_ASIDE;
  own.in_nav = own.in_nav || element.tag == LXB_TAG_NAV;
  own.in_footer = own.in_footer || element.tag == LXB_TAG_FOOTER;
  own.in_form = own.in_form || element.tag == LXB_TAG_FORM;
  own.in_table = own.in_table || element.tag == LXB_TAG_TD || element.tag == LXB_TAG_TH;
  own.in_list = own.in_list || element.tag == LXB_TAG_LI;
  own.in_figure = own.in_figure || element.tag == LXB_TAG_FIGURE;
  own.in_quote = own.in_quote || element.tag == LXB_TAG_BLOCKQUOTE;
  ++own.depth;
  return own;
}

// Parents stand before their children, so one pass hands all down.
std::vector<InheritedHint> hand_down(const HtmlBlocks& page, const PageClues& clues) {
  std::vector<float> prose_before = {0};
  for (std::size_t i = 0; i < page.blocks.size(); ++i)
    prose_before.push_back(prose_before.back() +
                           (clues.is_prose(page, i) ? clues.measures[i].words : 0));
  std::vector<InheritedHint> inherited;
  inherited.reserve(page.elements.size());
  for (const PageElement& element : page.elements) {
    const InheritedHint above =
        element.parent >= 0 ? inherited[static_cast<std::size_t>(element.parent)] : InheritedHint();
    inherited.push_back(inherit(above, element, is_believed(element, clues.title, prose_before)));
  }
  return inherited;
}

// ---- what the publisher's own system says the text is
// ----------------------------------------------------------------

// Of each block, the share of its word triples that are known.
std::vector<float> shares_among(const HtmlBlocks& page, const std::vector<std::size_t>& known) {
  std::vector<float> shares(page.blocks.size(), 0);
  const std::unordered_set<std::size_t> set(known.begin(), known.end());
  for (std::size_t i = 0; i < page.blocks.size() && !set.empty(); ++i) {
    const std::vector<std::size_t> own = word_triples(page.blocks[i].text);
    const auto hits =
        std::count_if(own.begin(), own.end(), [&](std::size_t s) { return set.contains(s); });
    if (!own.empty()) shares[i] = static_cast<float>(hits) / static_cast<float>(own.size());
  }
  return shares;
}

void match_article_body(const HtmlBlocks& page, std::string_view article_body, PageClues& clues) {
  constexpr std::size_t kMaxBodyBytes = 1u << 20;
  constexpr std::size_t kEnoughTriples = 40;  // some sites put a mere summary there
  std::vector<std::size_t> known = word_triples(article_body.substr(0, kMaxBodyBytes));
  clues.has_article_body = known.size() >= kEnoughTriples;
  if (!clues.has_article_body) known.clear();
  clues.body_match = shares_among(page, known);
}

void match_topic(const HtmlBlocks& page, const PageHead& head, PageClues& clues) {
  constexpr std::size_t kMaxBytes = 1u << 12, kTopicWordBytes = 4;
  std::vector<WordHash> told;
  add_word_hashes(std::string_view(head.metadata.description.value_or("")).substr(0, kMaxBytes),
                  told);
  HashedWords pairs, topic;
  for (std::size_t k = 1; k < told.size(); ++k) pairs.insert(pair_hash(told[k - 1], told[k]));
  for (const auto* title : {&head.metadata.title, &head.og_title, &head.html_title})
    if (*title) add_word_hashes(std::string_view(**title).substr(0, kMaxBytes), told);
  for (const WordHash word : told)
    if (word_bytes(word) >= kTopicWordBytes) topic.insert(word);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::span<const WordHash> words = page.words_of(i);
    int on_topic = 0, described = 0;
    for (std::size_t k = 0; k < words.size(); ++k) {
      on_topic += topic.contains(words[k]) ? 1 : 0;
      described += k > 0 && pairs.contains(pair_hash(words[k - 1], words[k])) ? 1 : 0;
    }
    clues.on_topic.push_back(static_cast<float>(on_topic));
    clues.described.push_back(static_cast<float>(described) /
                              static_cast<float>(std::max<std::size_t>(words.size(), 2) - 1));
  }
}

// ---- the shape of a text
// ----------------------------------------------------------------------------------------

bool parts_labels(char32_t c) {
  return c == '|' || c == '/' || c == U'›' || c == U'»' || c == U'·' || c == U'•';
}

bool is_notice_sign(char32_t c) {
  return c == U'©' || c == '@' || c == U'®' || c == U'™' || (c >= 0x2190 && c < 0x2200) ||
         (c >= 0x25A0 && c < 0x2600) || (c >= 0x2794 && c < 0x27C0);
}

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

TextEnd end_of(char32_t last, std::string_view text) {
  if (last == U'…' || text.ends_with("...")) return TextEnd::kEllipsis;
  if (last == '.' || last == 0x3002) return TextEnd::kStop;
  if (last == '!' || last == '?') return TextEnd::kQuestion;
  if (last == ':' || last == 0xFF1A) return TextEnd::kColon;
  return is_letter(last) || is_digit(last) ? TextEnd::kWord : TextEnd::kOther;
}

}  // namespace

std::vector<std::size_t> word_triples(std::string_view text) {
  const std::string folded = folded_title(text);
  std::vector<std::size_t> starts = {0};
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded[i] == ' ') starts.push_back(i + 1);
  }
  std::vector<std::size_t> result;
  const std::hash<std::string_view> hash;
  for (std::size_t i = 0; i + 3 <= starts.size(); ++i) {
    const std::size_t end = i + 3 < starts.size() ? starts[i + 3] - 1 : folded.size();
    result.push_back(hash(std::string_view(folded).substr(starts[i], end - starts[i])));
  }
  return result;
}

bool takes_away(BlockHint hint) {
  switch (hint) {
    case BlockHint::kRelated:
    case BlockHint::kRelatedHeading:
    case BlockHint::kMenu:
    case BlockHint::kShare:
    case BlockHint::kAd:
    case BlockHint::kComment:
    case BlockHint::kTags:
    case BlockHint::kFooter:
      return true;
    default:
      return false;
  }
}

BlockMeasure measure_block(std::string_view text) {
  BlockMeasure m;
  bool in_word = false, any = false, sentence_begins = true;
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (in_word && is_small_letter(text[at])) {
      const std::size_t begin = at;
      while (at < text.size() && is_small_letter(text[at])) ++at;
      m.letters += static_cast<float>(at - begin);
      last = static_cast<unsigned char>(text[at - 1]);
      continue;
    }
    if (text[at] == ' ') {
      in_word = false;
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    at = c.next;
    // Chinese and Japanese write no spaces: about two signs make a word.
    const bool ideograph =
        (c.value >= 0x3040 && c.value < 0xA000) || (c.value >= 0xF900 && c.value < 0xFB00);
    if (ideograph) m.words += 0.5F;
    const CodePointClass of = class_of(c.value);
    const bool digit = (of & kDigitClass) != 0;
    const bool letter = !ideograph && (of & (kLetterClass | kDigitClass)) != 0;
    const bool space = (of & kSpaceClass) != 0;
    if (!space) {
      if (!any) {
        m.begins_lower = letter && is_lower(c.value);
        m.begins_with_sign = !letter && !ideograph;
      }
      any = true;
    }
    if (letter || ideograph) m.letters += 1;
    if (digit) m.digits += 1;
    const bool upper = letter && !digit && is_upper(c.value);
    if (upper) m.upper += 1;
    if (letter && !in_word) {
      m.words += 1;
      if (upper) (sentence_begins ? m.first_upper_words : m.upper_words) += 1;
      sentence_begins = false;
    }
    in_word = letter;
    if (c.value == ',' || c.value == 0x3001 || c.value == 0xFF0C) m.commas += 1;
    const bool stop = c.value == '.' || c.value == '!' || c.value == '?' || c.value == 0x2026 ||
                      c.value == 0x3002;
    if (stop) {
      m.sentences += 1;
      sentence_begins = true;
    }
    if (parts_labels(c.value)) m.bars += 1;
    m.sign = m.sign || is_notice_sign(c.value);
    if (!space && c.value != '"' && c.value != 0x201D && c.value != ')' && c.value != 0xBB)
      last = c.value;
  }
  m.ends_sentence = last == '.' || last == '!' || last == '?' || last == 0x2026 || last == 0x3002;
  m.end = end_of(last, text);
  return m;
}

bool PageClues::is_prose(const HtmlBlocks& page, std::size_t block) const {
  return measures[block].words >= 12 && measures[block].sentences > 0 &&
         page.blocks[block].link_share < 0.4F;
}

InheritedHint PageClues::inherited_by(const HtmlBlocks& page, std::size_t block) const {
  const std::int32_t element = page.block_elements[block];
  return element >= 0 ? inherited[static_cast<std::size_t>(element)] : InheritedHint();
}

PageClues find_clues(const HtmlBlocks& page, const PageHead& head) {
  PageClues clues;
  clues.measures.reserve(page.blocks.size());
  for (const Block& block : page.blocks) clues.measures.push_back(measure_block(block.text));
  clues.title = find_title(page, head, clues.measures);
  clues.inherited = hand_down(page, clues);
  match_article_body(page, head.article_body, clues);
  match_topic(page, head, clues);
  return clues;
}

}  // namespace machtin

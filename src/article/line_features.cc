// Looks → features. Tested by line_model_test.cc.
#include "article/line_features.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "text/utf8.h"

namespace machtin {
namespace {

// ---- names and numbers of the features ----------------------------------------------------------

enum Feature {
  kBias,
  kWords,
  kWordsEnd,
  kStart,
  kStartWords,
  kCapitals,
  kAllUpper,
  kSentences,
  kSlug,
  kGenre,
  kCredit,
  kHeading,
  kIndented,
  kTwice,
  kHeadingShare,
  kFurnitureShare,
  kByline,
  kCaptionWords,
  kAboutCore,
  kAboutBefore,
  kAboutPrevious,
  kAboutNext,
  kNewNames,
  kPreviousSettled,
  kNextSettled,
  kPreviousShape,
  kNextShape,
  kSecondNextShape,
  kTextBelow,
  kTextAbove,
  kNextTextAboutCore,
  kPreviousTextAboutCore,
  kPlace,
  kPlaceFromEnd,
  kAfterHeading,
  kGapBefore,
  kGapAfter,
  kTitlesBelow,
  kTitlesAbove,
  kDigits,
  kQuotes,
  kNumbered,
  kLabel,
  kAfterComments,
  kJoined,
  kLikeNext,
  kSpeech,
  kRarity,
  kCoreAfterHeading,
  kTextBelowAfterHeading,
  kRunAboutCore,
  kOldNames,
  kSinceHeading,
  kSigned,
  kEndMarks,
  kAlternates,
  kReturns,
  kFeatures
};

struct Template {
  std::string_view name = {};
  int buckets = 1;
};
constexpr int kShapes = 5;
constexpr std::array<Template, kFeatures> kTemplates = {{
    {"bias", 1},
    {"words", 13},
    {"words_end", 7 * 6},
    {"start", 9},
    {"start_words", 9 * 7},
    {"capitals", 5 * 7},
    {"all_upper", 7},
    {"sentences", 4},
    {"slug", 1},
    {"genre", 1},
    {"credit", 1},
    {"heading", 1},
    {"indented", 1},
    {"twice", 1},
    {"heading_share", 5 * 7},
    {"furniture_share", 5 * 7},
    {"byline", 6 * 2},
    {"caption_words", 10 * 2},
    {"about_core", 8 * kShapes},
    {"about_before", 6 * kShapes},
    {"about_previous", 5 * kShapes},
    {"about_next", 5 * kShapes},
    {"new_names", 4 * kShapes},
    {"previous_settled", 7 * kShapes},
    {"next_settled", 7 * kShapes},
    {"previous_shape", 8 * kShapes},
    {"next_shape", 8 * kShapes},
    {"second_next_shape", 8 * kShapes},
    {"text_below", 5 * kShapes},
    {"text_above", 5 * kShapes},
    {"next_text_about_core", 6 * kShapes},
    {"previous_text_about_core", 6 * kShapes},
    {"place", 5},
    {"place_from_end", 5 * kShapes},
    {"after_heading", 3 * kShapes},
    {"gap_before", 4 * kShapes},
    {"gap_after", 4 * kShapes},
    {"titles_below", 5 * kShapes},
    {"titles_above", 5 * kShapes},
    {"digits", 3},
    {"quotes", 2 * kShapes},
    {"numbered", kShapes},
    {"label", 2 * kShapes},
    {"after_comments", 2 * kShapes},
    {"joined", 1},
    {"like_next", 3 * kShapes},
    {"speech", 2},
    {"rarity", 7 * kShapes},
    {"core_after_heading", 3 * 8 * 2},
    {"text_below_after_heading", 3 * 5 * kShapes},
    {"run_about_core", 6 * kShapes},
    {"old_names", 5 * kShapes},
    {"since_heading", 7 * kShapes},
    {"signed", 4 * kShapes},
    {"end_marks", 3 * kShapes},
    {"alternates", 3 * kShapes},
    {"returns", 5 * kShapes},
}};

constexpr std::array<std::size_t, kFeatures + 1> offsets() {
  std::array<std::size_t, kFeatures + 1> at{};
  for (std::size_t i = 0; i < kFeatures; ++i) {
    at[i + 1] = at[i] + static_cast<std::size_t>(kTemplates[i].buckets);
  }
  return at;
}
constexpr std::array<std::size_t, kFeatures + 1> kOffsets = offsets();

template <typename Number>
int bucket(Number value, std::initializer_list<Number> edges) {
  int at = 0;
  for (const Number edge : edges) at += value >= edge;
  return at;
}

// ---- shapes -------------------------------------------------------------------------------------

enum LineShape { kTiny, kFragment, kTitleLike, kShortSentence, kParagraph };

LineShape shape_of(const LineLook& look) {
  if (look.paragraph) return kParagraph;
  if (look.words <= 3) return kTiny;
  if (look.stop) return kShortSentence;
  return look.title_like ? kTitleLike : kFragment;
}

int neighbour_shape(const LineLook* look) {
  if (look == nullptr) return 0;
  if (look->heading) return 7;
  if (look->credit) return 6;
  return 1 + shape_of(*look);
}

bool is_sign(const Token& token, std::string_view signs) {
  return token.shape == Shape::kPunctuation && signs.find(token.key) != std::string_view::npos;
}

int end_class(const PageLine& line, const LineLook& look) {
  if (line.tokens.empty()) return 0;
  const Token& last = line.tokens.back();
  if (look.colon) return 1;
  if (is_sign(last, "?!")) return 2;
  if (last.key == "…" || line.text.ends_with("...")) return 3;
  if (look.stop) return 4;
  return is_sign(last, ")]\"”’'»") ? 5 : 0;
}

int start_class(const PageLine& line) {
  if (line.tokens.empty()) return 0;
  const Token& first = line.tokens.front();
  switch (first.shape) {
    case Shape::kLower:
      return 1;
    case Shape::kCapitalised:
    case Shape::kMixed:
      return 2;
    case Shape::kUpper:
      return 3;
    case Shape::kNumber:
      return 4;
    default:
      break;
  }
  if (is_sign(first, "\"“‘'«")) return 5;
  if (is_sign(first, "([")) return 6;
  if (is_sign(first, "-–—+•*·")) return 7;
  return 8;
}

struct Counts {  // of a line's tokens
  int words = 0, capitals = 0, upper = 0, digits = 0, sentences = 0, label = 0;
  bool quote = false;
};

Counts counts_of(const PageLine& line) {
  Counts counts;
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    const Token& token = line.tokens[i];
    if (token.shape == Shape::kPunctuation) {
      counts.quote = counts.quote || is_sign(token, "\"“”");
      const bool ends = is_sign(token, ".!?") && i + 1 < line.tokens.size() &&
                        line.tokens[i + 1].space_before && is_capital(line.tokens[i + 1]);
      counts.sentences += ends;
      if (token.key == ":" && counts.words > 0 && counts.words <= 5 && counts.label == 0 &&
          i + 1 < line.tokens.size()) {
        counts.label = counts.words;
      }
      continue;
    }
    ++counts.words;
    counts.capitals += counts.words > 1 && is_capital(token);
    counts.upper += token.shape == Shape::kUpper;
    counts.digits += token.shape == Shape::kNumber;
  }
  return counts;
}

// "1. …", "1/ …", "1) …": a number that counts items.
bool is_numbered(const PageLine& line) {
  return line.tokens.size() > 3 && line.tokens[0].shape == Shape::kNumber &&
         line.tokens[0].key.size() <= 3 && is_sign(line.tokens[1], "./)") &&
         !line.tokens[1].space_before;
}

int settled_class(const RoleOfLine& role) {
  switch (role.role) {
    case LineRole::kDate:
      return 1;
    case LineRole::kRepeat:
      return 2;
    case LineRole::kInlineTeaser:
      return 3;
    case LineRole::kDrop:
      return role.why == DropReason::kComment ? 4 : role.why == DropReason::kTags ? 5 : 6;
    default:
      return 0;
  }
}

// ---- a page -------------------------------------------------------------------------------------

constexpr std::size_t kCoreParagraphs = 6;  // of the article's beginning: what it is about
constexpr float kRareName = 2.5F;           // weight of a name that tells of the matter
constexpr int kSomeText = 60;               // words of text that a page's head does not have
constexpr std::size_t kReach = 10;          // lines below in which the text may come back to it

class PageFeatures {
 public:
  PageFeatures(const ParsedPage& page, const std::vector<PageLine>& lines,
               const std::vector<LineLook>& looks, const std::vector<RoleOfLine>& roles,
               const ArticleTables& tables)
      : page_(page), lines_(lines), looks_(looks), roles_(roles), tables_(tables) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (looks_[i].open) open_.push_back(i);
    }
  }

  std::vector<ActiveFeatures> all() {
    number_words();
    find_core();
    measure_topics();
    measure_gaps();
    find_end();
    std::vector<ActiveFeatures> features(open_.size());
    for (std::size_t k = 0; k < open_.size(); ++k) {
      now_ = &features[k];
      now_->reserve(kFeatures + 4);
      add_shape(k);
      add_topic(k);
      add_place(k);
    }
    return features;
  }

 private:
  struct Topic {
    float core = 0, before = 0, previous = 0, next = 0, new_names = 0;
    int names = 0, old_names = 0;
    bool before_known = false;
  };

  const Block& block(std::size_t line) const { return page_.blocks[lines_[line].blocks.front()]; }
  const LineLook& look(std::size_t k) const { return looks_[open_[k]]; }
  const LineLook* look_at_place(std::ptrdiff_t k) const {
    return k < 0 || k >= static_cast<std::ptrdiff_t>(open_.size())
               ? nullptr
               : &look(static_cast<std::size_t>(k));
  }

  void add(Feature feature, int at) {
    now_->push_back(static_cast<std::uint16_t>(kOffsets[feature] + static_cast<std::size_t>(at)));
  }
  void add_if(bool yes, Feature feature) {
    if (yes) add(feature, 0);
  }

  // Each distinct word of the page's open lines gets a number and its weight.
  void number_words() {
    words_.resize(open_.size());
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    for (std::size_t k = 0; k < open_.size(); ++k) {
      std::vector<std::uint32_t>& own = words_[k];
      for (const Token& token : lines_[open_[k]].tokens) {
        if (token.shape == Shape::kPunctuation) continue;
        const auto [at, is_new] =
            numbers.try_emplace(token.key, static_cast<std::uint32_t>(weights_.size()));
        if (is_new) {
          const auto weight = tables_.weights.find(token.key);
          weights_.push_back(weight != tables_.weights.end() ? weight->second
                                                             : tables_.rare_weight);
          named_.push_back(false);
        }
        own.push_back(at->second);
        if (is_capital(token) && own.size() > 1) named_[at->second] = true;
      }
      std::sort(own.begin(), own.end());
      own.erase(std::unique(own.begin(), own.end()), own.end());
    }
  }

  // The first paragraphs, up to a known heading below them.
  void find_core() {
    core_.assign(weights_.size(), 0);
    in_core_.assign(open_.size(), false);
    std::size_t paragraphs = 0;
    for (std::size_t k = 0; k < open_.size() && paragraphs < kCoreParagraphs; ++k) {
      if (look(k).heading && paragraphs >= 2) break;
      if (!look(k).paragraph) continue;
      ++paragraphs;
      in_core_[k] = true;
      for (const std::uint32_t word : words_[k]) ++core_[word];
    }
  }

  template <typename Known>
  float share(std::size_t k, const Known& known) const {
    float all = 0, shared = 0;
    for (const std::uint32_t word : words_[k]) {
      all += weights_[word];
      if (known(word)) shared += weights_[word];
    }
    return all > 0 ? shared / all : 0;
  }

  float share_of_line(std::size_t k, std::size_t other) const {
    return share(k, [&](std::uint32_t word) {
      return std::binary_search(words_[other].begin(), words_[other].end(), word);
    });
  }

  void measure_topics() {
    topics_.resize(open_.size());
    std::vector<bool> before(weights_.size(), false);
    int words_before = 0;
    bool in_main = true;
    for (std::size_t k = 0; k < open_.size(); ++k) {
      Topic& topic = topics_[k];
      const int own = in_core_[k] ? 1 : 0;
      topic.core = share(k, [&](std::uint32_t word) { return core_[word] > own; });
      topic.before = share(k, [&](std::uint32_t word) { return before[word]; });
      topic.before_known = words_before >= 80;
      if (k > 0) topic.previous = share_of_line(k, k - 1);
      topic.next = share_below(k);
      int new_names = 0;
      for (const std::uint32_t word : words_[k]) {
        if (!named_[word]) continue;
        ++topic.names;
        new_names += core_[word] <= own;
        topic.old_names += core_[word] > own && weights_[word] >= kRareName;
      }
      if (topic.names > 0)
        topic.new_names = static_cast<float>(new_names) / static_cast<float>(topic.names);
      if (look(k).heading && words_before >= 40) in_main = false;
      if (!in_main) continue;
      words_before += look(k).words;
      for (const std::uint32_t word : words_[k]) before[word] = true;
    }
  }

  // How much of it the next two lines take up, or those up to the next paragraph.
  float share_below(std::size_t k) const {
    if (k + 1 >= open_.size()) return 0;
    const std::size_t second = look(k + 1).paragraph || k + 2 >= open_.size() ? k + 1 : k + 2;
    return share(k, [&](std::uint32_t word) {
      return std::binary_search(words_[k + 1].begin(), words_[k + 1].end(), word) ||
             std::binary_search(words_[second].begin(), words_[second].end(), word);
    });
  }

  // The number of blank lines that parts most lines.
  void measure_gaps() {
    std::array<int, 3> counts{};
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      ++counts[static_cast<std::size_t>(std::clamp(block(i).blank_lines_before, 0, 2))];
    }
    usual_gap_ = static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  }
  int gap_class(std::size_t line) const {
    if (line == 0 || line >= lines_.size()) return 0;
    const int gap = std::clamp(block(line).blank_lines_before, 0, 2);
    return gap < usual_gap_ ? 1 : gap == usual_gap_ ? 2 : 3;
  }

  void add_shape(std::size_t k) {
    const PageLine& line = lines_[open_[k]];
    const LineLook& own = look(k);
    const Counts counts = counts_of(line);
    const int words = bucket(own.words, {2, 3, 5, 9, 17, 31});
    const int shape = shape_of(own);
    add(kBias, 0);
    add(kWords, bucket(own.words, {2, 3, 4, 5, 7, 10, 15, 20, 27, 36, 51, 81}));
    add(kWordsEnd, words * 6 + end_class(line, own));
    add(kStart, start_class(line));
    add(kStartWords, start_class(line) * 7 + words);
    const float rest = static_cast<float>(std::max(1, counts.words - 1));
    const float capitals = static_cast<float>(counts.capitals) / rest;
    add(kCapitals, bucket(capitals, {0.01F, 0.2F, 0.5F, 0.99F}) * 7 + words);
    if (counts.upper * 10 >= (counts.words - counts.digits) * 8 && counts.upper > 0)
      add(kAllUpper, words);
    add(kSentences, std::min(counts.sentences, 3));
    add_if(own.slug, kSlug);
    add_if(own.genre, kGenre);
    add_if(own.credit, kCredit);
    add_if(own.heading, kHeading);
    add_if(own.indented, kIndented);
    add_if(own.twice, kTwice);
    add(kHeadingShare, bucket(own.heading_share, {0.01F, 0.34F, 0.6F, 0.99F}) * 7 + words);
    add(kFurnitureShare, bucket(own.furniture_share, {0.01F, 0.34F, 0.6F, 0.99F}) * 7 + words);
    add(kByline, bucket(own.byline, {0.01F, 0.3F, 0.9F, 1.15F, 2.0F}) * 2 + (own.words > 5));
    add(kCaptionWords,
        bucket(own.caption_words, {-3.5F, -2.5F, -1.5F, -0.7F, 0.0F, 0.7F, 1.5F, 2.5F, 3.5F}) * 2 +
            own.stop);
    add(kDigits,
        bucket(static_cast<float>(counts.digits) / static_cast<float>(std::max(1, counts.words)),
               {0.01F, 0.4F}));
    add(kQuotes, counts.quote * kShapes + shape);
    if (is_numbered(line)) add(kNumbered, shape);
    if (counts.label > 0) add(kLabel, (counts.label > 2) * kShapes + shape);
    add_if(line.blocks.size() > 1, kJoined);
    if (start_class(line) == 7 && own.words > 2) add(kSpeech, own.stop);
  }

  void add_topic(std::size_t k) {
    const Topic& topic = topics_[k];
    const int shape = shape_of(look(k));
    float weight = 0;
    for (const std::uint32_t word : words_[k]) weight += weights_[word];
    const float rarity = weight / static_cast<float>(std::max<std::size_t>(1, words_[k].size()));
    add(kRarity, bucket(rarity, {1.2F, 1.8F, 2.3F, 2.8F, 3.4F, 4.2F}) * kShapes + shape);
    const int core = bucket(topic.core, {0.12F, 0.22F, 0.32F, 0.42F, 0.55F, 0.7F, 0.85F});
    add(kAboutCore, core * kShapes + shape);
    add(kCoreAfterHeading, (heading_seen_ * 8 + core) * 2 + (shape == kParagraph));
    const int before = topic.before_known ? 1 + bucket(topic.before, {0.3F, 0.45F, 0.6F, 0.8F}) : 0;
    add(kAboutBefore, before * kShapes + shape);
    add(kAboutPrevious, bucket(topic.previous, {0.08F, 0.18F, 0.3F, 0.5F}) * kShapes + shape);
    add(kAboutNext, bucket(topic.next, {0.1F, 0.25F, 0.45F, 0.7F}) * kShapes + shape);
    const int names = topic.names == 0 ? 0 : 1 + bucket(topic.new_names, {0.01F, 0.99F});
    add(kNewNames, names * kShapes + shape);
    add(kOldNames, bucket(topic.old_names, {1, 2, 3, 5}) * kShapes + shape);
    add_run(k, shape);
    add(kNextTextAboutCore, text_about_core(k, true) * kShapes + shape);
    add(kPreviousTextAboutCore, text_about_core(k, false) * kShapes + shape);
  }

  // Whether the text comes back to its matter, and how soon: an article goes on below a box of
  // others in its midst, and does not below the lists at its end.
  void add_run(std::size_t k, int shape) {
    float about = 0;
    int paragraphs = 0, returns = 0;
    for (std::size_t at = k; at < open_.size() && at <= k + kReach; ++at) {
      if (!look(at).paragraph) continue;
      const Topic& topic = topics_[at];
      returns += at > k && (topic.core >= 0.34F || topic.old_names >= 2);
      if (paragraphs == 3 || at > k + 6) continue;
      about += topic.core;
      ++paragraphs;
    }
    const float mean = paragraphs > 0 ? about / static_cast<float>(paragraphs) : 0.0F;
    const int run = paragraphs == 0 ? 0 : 1 + bucket(mean, {0.2F, 0.27F, 0.35F, 0.45F});
    add(kRunAboutCore, run * kShapes + shape);
    add(kReturns, bucket(returns, {1, 2, 4, 6}) * kShapes + shape);
  }

  // The nearest paragraph in a direction, within six lines: how much of the core it has.
  int text_about_core(std::size_t k, bool below) const {
    const std::size_t most = 6;
    for (std::size_t step = 1; step <= most; ++step) {
      if (below ? k + step >= open_.size() : step > k) break;
      const std::size_t at = below ? k + step : k - step;
      if (!look(at).paragraph) continue;
      return 1 + bucket(topics_[at].core, {0.2F, 0.3F, 0.4F, 0.55F});
    }
    return 0;
  }

  void add_place(std::size_t k) {
    const std::size_t line = open_[k];
    const int shape = shape_of(look(k));
    const auto at = static_cast<std::ptrdiff_t>(k);
    const bool settled_before = line > 0 && !looks_[line - 1].open;
    const bool settled_after = line + 1 < lines_.size() && !looks_[line + 1].open;
    add(kPreviousSettled, (settled_before ? settled_class(roles_[line - 1]) : 0) * kShapes + shape);
    add(kNextSettled, (settled_after ? settled_class(roles_[line + 1]) : 0) * kShapes + shape);
    add(kPreviousShape, neighbour_shape(look_at_place(at - 1)) * kShapes + shape);
    add(kNextShape, neighbour_shape(look_at_place(at + 1)) * kShapes + shape);
    add(kSecondNextShape, neighbour_shape(look_at_place(at + 2)) * kShapes + shape);
    if (k == 0) total_text_ = text_words(0);
    const int below = total_text_ - text_above_ - (look(k).paragraph ? look(k).words : 0);
    const int text_below = bucket(below, {1, 60, 150, 400});
    add(kTextBelow, text_below * kShapes + shape);
    add(kTextBelowAfterHeading, (heading_seen_ * 5 + text_below) * kShapes + shape);
    add(kTextAbove, bucket(text_above_, {1, 60, 150, 400}) * kShapes + shape);
    add(kPlace, bucket(static_cast<int>(std::min<std::size_t>(k, 100)), {1, 2, 3, 6}));
    const auto from_end = static_cast<int>(std::min<std::size_t>(open_.size() - 1 - k, 100));
    add(kPlaceFromEnd, bucket(from_end, {1, 2, 4, 8}) * kShapes + shape);
    add(kAfterHeading, heading_seen_ * kShapes + shape);
    add(kSinceHeading, since_heading_class(k) * kShapes + shape);
    add(kSigned, signed_class(k) * kShapes + shape);
    add(kEndMarks, end_mark_class(line) * kShapes + shape);
    add(kAlternates, (alternates(k, -1) + alternates(k, 1)) * kShapes + shape);
    add(kGapBefore, gap_class(line) * kShapes + shape);
    add(kGapAfter, gap_class(line + 1) * kShapes + shape);
    int titles = 0;
    for (std::size_t i = k + 1; i < open_.size() && i <= k + 4; ++i) titles += look(i).title_like;
    add(kTitlesBelow, titles * kShapes + shape);
    titles = 0;
    for (std::size_t i = k - std::min<std::size_t>(k, 4); i < k; ++i) titles += look(i).title_like;
    add(kTitlesAbove, titles * kShapes + shape);
    note_comments(line);
    add(kAfterComments, comments_ * kShapes + shape);
    if (const LineLook* next = look_at_place(at + 1)) {
      const int apart = std::abs(next->words - look(k).words);
      add(kLikeNext, bucket(apart, {3, 9}) * kShapes + shape);
    }
    if (look(k).heading) {
      heading_seen_ = text_above_ >= 60 ? 2 : 1;
      last_heading_ = k;
      comments_ = 0;
    }
    if (look(k).paragraph) text_above_ += look(k).words;
  }

  // Title, text, title, text: the line two away is of this one's kind, the one between is not.
  int alternates(std::size_t k, std::ptrdiff_t way) const {
    const auto at = static_cast<std::ptrdiff_t>(k);
    const LineLook* const near = look_at_place(at + way);
    const LineLook* const far = look_at_place(at + 2 * way);
    if (near == nullptr || far == nullptr || near->heading || far->heading) return 0;
    if (look(k).title_like) return near->stop && far->title_like;
    return look(k).stop && near->title_like && far->stop;
  }

  int since_heading_class(std::size_t k) const {
    if (!last_heading_) return 0;
    return 1 + bucket(static_cast<int>(std::min<std::size_t>(k - *last_heading_, 100)),
                      {2, 3, 4, 6, 9});
  }

  // The article is at its end where its author signs, and where its key words or comments begin:
  // what stands above is no list of others unless the text comes back below it.
  void find_end() {
    int text = 0;
    for (std::size_t k = 0; k < open_.size(); ++k) {
      if (look(k).paragraph) text += look(k).words;
      if (text >= kSomeText && k > 0 && signs(look(k)) && look(k - 1).stop) signature_ = k;
    }
    text = 0;
    for (std::size_t i = 0; i < lines_.size() && !end_mark_; ++i) {
      if (looks_[i].paragraph) text += looks_[i].words;
      const bool mark =
          !looks_[i].open && roles_[i].role == LineRole::kDrop &&
          (roles_[i].why == DropReason::kTags || roles_[i].why == DropReason::kComment);
      if (mark && text >= kSomeText) end_mark_ = i;
    }
  }

  static bool signs(const LineLook& look) {
    if (look.stop || look.credit || look.heading || look.words > 10) return false;
    return look.byline >= (look.words <= 5 ? 1.0F : 1.15F);
  }

  int signed_class(std::size_t k) const {
    if (!signature_) return 0;
    if (k <= *signature_) return 1;
    return k == *signature_ + 1 ? 2 : 3;
  }
  int end_mark_class(std::size_t line) const {
    if (!end_mark_) return 0;
    return line < *end_mark_ ? 1 : 2;
  }

  // Comments are told from the text that stands above them.
  void note_comments(std::size_t line) {
    for (; noted_ < line; ++noted_) {
      if (looks_[noted_].open || text_above_ < 60) continue;
      const RoleOfLine& role = roles_[noted_];
      if (role.role == LineRole::kDrop && role.why == DropReason::kComment) comments_ = 1;
    }
  }

  int text_words(std::size_t from) const {
    int words = 0;
    for (std::size_t k = from; k < open_.size(); ++k) {
      if (look(k).paragraph) words += look(k).words;
    }
    return words;
  }

  const ParsedPage& page_;
  const std::vector<PageLine>& lines_;
  const std::vector<LineLook>& looks_;
  const std::vector<RoleOfLine>& roles_;
  const ArticleTables& tables_;
  std::vector<std::size_t> open_;
  std::vector<std::vector<std::uint32_t>> words_;  // of each open line, distinct, sorted
  std::vector<float> weights_;                     // of each word
  std::vector<bool> named_;  // words written with a capital inside a line somewhere
  std::vector<int> core_;    // core paragraphs that have the word
  std::vector<bool> in_core_;
  std::vector<Topic> topics_;
  ActiveFeatures* now_ = nullptr;
  std::size_t noted_ = 0;
  int usual_gap_ = 0, text_above_ = 0, total_text_ = 0, heading_seen_ = 0, comments_ = 0;
  std::optional<std::size_t> last_heading_, signature_, end_mark_;
};

float caption_odds(const PageLine& line, const ArticleTables& tables) {
  const auto weight = [&tables](const std::string& feature) {
    const auto found = tables.caption_words.find(feature);
    return found != tables.caption_words.end() ? found->second : 0.0F;
  };
  float odds = weight("*");
  std::unordered_set<std::string> met;
  const auto add = [&](const std::string& feature) {
    if (met.insert(feature).second) odds += weight(feature);
  };
  std::string last, pair;
  int words = 0;
  for (const Token& token : line.tokens) {
    if (token.shape == Shape::kPunctuation) continue;
    const std::string word = token.shape == Shape::kNumber ? "<number>" : token.key;
    add(word);
    if (words == 0) add("^" + word);
    pair.assign(last).append(" ").append(word);
    if (words == 1) add("^" + pair);
    if (words > 0) add(pair);
    last = word;
    if (++words == 40) break;
  }
  return odds;
}

}  // namespace

std::size_t line_feature_count() { return kOffsets[kFeatures]; }

std::string line_feature_name(std::size_t id) {
  std::size_t at = 0;
  while (at + 1 < kFeatures && kOffsets[at + 1] <= id) ++at;
  return std::string(kTemplates[at].name) + ":" + std::to_string(id - kOffsets[at]);
}

LineLook look_at(const PageLine& line, const ArticleTables& tables) {
  LineLook look;
  look.words = line.words;
  look.stop = ends_with_stop(line);
  look.colon = !line.tokens.empty() && line.tokens.back().key == ":";
  look.sentence_start = starts_as_sentence(line);
  look.genre = find_genre_tag(line, tables).has_value();
  const auto credit = find_credit(line, tables);
  look.caption_words = caption_odds(line, tables);
  const ByteSpan whole{0, static_cast<std::uint32_t>(line.text.size())};
  look.byline = look.stop && line.words > 4 ? 0.0F : find_byline(line, whole, tables).strength;
  // "Tin, ảnh: Minh An" signs the text, no picture.
  const bool signs = credit && look.byline >= 2.5F && credit->text.begin < credit->text.end;
  look.credit = (credit.has_value() && !signs) || find_caption_label(line, tables);
  look.paragraph = (look.stop && line.words >= 14) || line.words >= 32;
  look.title_like = !look.stop && line.words >= 4 && line.words <= 26 && look.sentence_start;
  const std::string key = line_key(line.tokens);
  look.heading = tables.headings.contains(key) ||
                 (key.ends_with(" #") && tables.headings.contains(key.substr(0, key.size() - 2)));
  int headings = 0, furniture = 0;
  for (const Token& token : line.tokens) {
    headings += tables.heading_words.contains(token.key);
    furniture += tables.furniture_words.contains(token.key);
  }
  if (line.words > 0) {
    look.heading_share = static_cast<float>(headings) / static_cast<float>(line.words);
    look.furniture_share = static_cast<float>(furniture) / static_cast<float>(line.words);
  }
  return look;
}

std::vector<ActiveFeatures> features_of_open_lines(const ParsedPage& page,
                                                   const std::vector<PageLine>& lines,
                                                   const std::vector<LineLook>& looks,
                                                   const std::vector<RoleOfLine>& roles,
                                                   const ArticleTables& tables) {
  return PageFeatures(page, lines, looks, roles, tables).all();
}

}  // namespace machtin

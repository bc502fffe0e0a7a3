#include "language/word_segmenter.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "text/utf8.h"

namespace machtin {
namespace {

constexpr int kNever = -1'000'000;  // a score that nothing makes good

// What stands for the weights of a feature that the tables lack: adding nothing is faster than
// asking whether to add.
constexpr std::array<std::int8_t, WordModel::kClassWidth> kNoWeights = {};

const std::int8_t* weights_or_none(const WeightTable& table, WeightTable::Place place) {
  const std::int8_t* weights = table.find(place);
  return weights == nullptr ? kNoWeights.data() : weights;
}

// The tables are larger than the caches near the processor, and every feature lies elsewhere. So a
// place's buckets are asked for some places ahead; nearer by, they are read and the weights asked
// for; and what is added up is there when its turn comes.
template <std::size_t kFeatures>
class FeaturesAhead {
 public:
  static constexpr std::size_t kAsked = 6, kFound = 2;  // places ahead

  explicit FeaturesAhead(const WeightTable& table) : table_(&table) {}

  void ask(std::size_t at, const std::array<FeatureHash, kFeatures>& hashes) {
    auto& places = places_[at % kKept];
    for (std::size_t i = 0; i < kFeatures; ++i) {
      places[i] = table_->place_of(hashes[i]);
      __builtin_prefetch(places[i].bucket);
    }
  }
  void find(std::size_t at) {
    const auto& places = places_[at % kKept];
    auto& weights = weights_[at % kKept];
    for (std::size_t i = 0; i < kFeatures; ++i) {
      weights[i] = weights_or_none(*table_, places[i]);
      __builtin_prefetch(weights[i]);
    }
  }
  const std::array<const std::int8_t*, kFeatures>& weights(std::size_t at) const {
    return weights_[at % kKept];
  }

 private:
  static constexpr std::size_t kKept = 8;  // a power of two over kAsked

  const WeightTable* table_;
  std::array<std::array<WeightTable::Place, kFeatures>, kKept> places_;
  std::array<std::array<const std::int8_t*, kFeatures>, kKept> weights_;
};

using JoinScores = std::array<int, WordModel::kJoinWidth>;

JoinScores join_scores(const std::array<const std::int8_t*, kJoinFeatures>& features) {
  JoinScores scores = {};
  for (const std::int8_t* weights : features) {
    for (std::size_t i = 0; i < scores.size(); ++i) scores[i] += weights[i];
  }
  return scores;
}

// Eight tags at once, as GCC and Clang offer it for any processor; left to themselves they add tag
// after tag, which takes twice as long.
using Eight = std::int16_t __attribute__((vector_size(16)));
using EightBytes = std::int8_t __attribute__((vector_size(8)));
constexpr std::size_t kHalves = kTags / 8;
using TagVector = std::array<Eight, kHalves>;

template <typename Vector, typename From>
Vector load(const From* from) {
  Vector vector;
  std::memcpy(&vector, from, sizeof vector);
  return vector;
}

TagVector load_scores(const TagScores& scores) {
  return {load<Eight>(scores.data()), load<Eight>(scores.data() + 8)};
}

void add(TagVector& scores, const std::int8_t* weights) {
  for (std::size_t half = 0; half < kHalves; ++half)
    scores[half] += __builtin_convertvector(load<EightBytes>(weights + 8 * half), Eight);
}

// Scores stay small: only their differences count.
void subtract_best(TagVector& scores) {
  const Eight greater = scores[0] > scores[1] ? scores[0] : scores[1];
  std::int16_t best = greater[0];
  for (std::size_t i = 1; i < 8; ++i) best = std::max(best, static_cast<std::int16_t>(greater[i]));
  constexpr Eight kLeast = {-16000, -16000, -16000, -16000, -16000, -16000, -16000, -16000};
  for (Eight& half : scores) {
    half -= best;
    half = half > kLeast ? half : kLeast;
  }
}

// From the best scores up to the word before to those with one tag more; before[y] is the tag that
// the best way to tag y comes from.
TagVector step(const TagVector& scores, const WordModel& model,
               std::array<std::uint8_t, kTags>& before) {
  TagVector best, from;
  const auto one = [&](std::size_t tag, bool first) {
    const std::int16_t score = scores[tag / 8][tag % 8];
    const TagVector after = load_scores(model.after(tag));
    for (std::size_t half = 0; half < kHalves; ++half) {
      const Eight reached = after[half] + score;
      const Eight here = (Eight{} + static_cast<std::int16_t>(tag));
      const auto better = reached > best[half];
      from[half] = first ? here : better ? here : from[half];
      best[half] = first ? reached : better ? reached : best[half];
    }
  };
  best = from = {};
  one(0, true);
  for (std::size_t tag = 1; tag < kTags; ++tag) one(tag, false);
  for (std::size_t next = 0; next < kTags; ++next)
    before[next] = static_cast<std::uint8_t>(from[next / 8][next % 8]);
  return best;
}

}  // namespace

Result<WordModel> read_word_model(const PackFile& file) {
  Result<WordModel> model = WordModel::read(file.bytes);
  if (!model) return Error{model.error().kind, file.name + ": " + model.error().message};
  return model;
}

void WordSegmenter::join_units() {
  const std::size_t size = units_.size();
  words_.clear();
  if (size == 0) return;
  FeaturesAhead<kJoinFeatures> features(model_->joins());
  std::array<FeatureHash, kJoinFeatures> hashes;
  const auto ask = [&](std::size_t at) {
    if (at >= size) return;
    join_features(units_, at, hashes);
    features.ask(at, hashes);
  };
  const auto find = [&](std::size_t at) {
    if (at < size) features.find(at);
  };
  for (std::size_t at = 0; at < features.kAsked; ++at) ask(at);
  for (std::size_t at = 0; at < features.kFound; ++at) find(at);
  joins_before_.resize(2 * size);
  int starts = 0, goes_on = std::numeric_limits<int>::min() / 2;  // nothing goes on before the line
  for (std::size_t at = 0; at < size; ++at) {
    ask(at + features.kAsked);
    find(at + features.kFound);
    JoinScores scores = join_scores(features.weights(at));
    if (units_[at].column_before) scores[0] = scores[2] = kNever;
    const int start_start = starts, start_on = starts + scores[0];
    const int on_start = goes_on + scores[1], on_on = goes_on + scores[2];
    joins_before_[2 * at] = on_start > start_start;
    joins_before_[2 * at + 1] = on_on > start_on;
    starts = std::max(start_start, on_start);
    goes_on = at == 0 ? std::numeric_limits<int>::min() / 2 : std::max(start_on, on_on);
    const int most = std::max(starts, goes_on);
    starts -= most;
    goes_on = std::max(goes_on - most, std::numeric_limits<int>::min() / 2);
  }
  auto end = static_cast<std::uint32_t>(size);
  for (std::size_t at = size, label = goes_on > starts; at-- > 0;) {
    if (label == 0) {
      words_.push_back({static_cast<std::uint32_t>(at), end, 0});
      end = static_cast<std::uint32_t>(at);
    }
    label = joins_before_[2 * at + label];
  }
  std::reverse(words_.begin(), words_.end());
}

void WordSegmenter::tag_words() {
  const std::size_t size = words_.size();
  if (size == 0) return;
  keys_.clear();
  for (const Word& word : words_) keys_.push_back(word_keys(units_, word.first, word.end));
  tags_before_.resize(size);
  FeaturesAhead<kTagFeatures> features(model_->tags());
  std::array<FeatureHash, kTagFeatures> hashes;
  const auto ask = [&](std::size_t at) {
    if (at >= size) return;
    tag_features(keys_, at, hashes);
    features.ask(at, hashes);
    __builtin_prefetch(model_->classes().place_of(keys_[at].key).bucket);
  };
  const auto class_of = [&](std::size_t at) {
    if (at >= size) return kNoWeights.data();
    return weights_or_none(model_->classes(), model_->classes().place_of(keys_[at].key));
  };
  const auto find = [&](std::size_t at) {
    if (at < size) features.find(at);
  };
  for (std::size_t at = 0; at < features.kAsked; ++at) ask(at);
  for (std::size_t at = 0; at < features.kFound; ++at) find(at);
  const std::int8_t *before = kNoWeights.data(), *here = class_of(0);
  TagVector scores = {};
  for (std::size_t at = 0; at < size; ++at) {
    ask(at + features.kAsked);
    find(at + features.kFound);
    const std::int8_t* next = class_of(at + 1);
    scores = at == 0 ? load_scores(model_->after(kTags)) : step(scores, *model_, tags_before_[at]);
    for (const std::int8_t* weights : features.weights(at)) add(scores, weights);
    add(scores, before);
    add(scores, here + kTags);
    add(scores, next + 2 * kTags);
    subtract_best(scores);
    before = here;
    here = next;
  }
  TagScores last;
  std::memcpy(last.data(), scores.data(), sizeof last);
  auto tag = static_cast<std::uint8_t>(std::max_element(last.begin(), last.end()) - last.begin());
  for (std::size_t at = size; at-- > 0;) {
    words_[at].tag = tag;
    tag = tags_before_[at][tag];
  }
}

void WordSegmenter::segment(std::string_view line, bool with_tags) {
  split_units(line, units_);
  join_units();
  if (with_tags) tag_words();
}

void WordSegmenter::append_segmented(std::string_view line, bool with_tags, std::string& out) {
  segment(line, with_tags);
  bool first = true;
  for (const Word& word : words_) {
    if (!first) out += ' ';
    first = false;
    for (std::uint32_t i = word.first; i < word.end; ++i) {
      if (i > word.first && units_[i].space_before) out += '_';
      out += slice(line, units_[i].span);
    }
    if (with_tags) out.append("/").append(model_->tag_name(word.tag));
  }
}

}  // namespace machtin

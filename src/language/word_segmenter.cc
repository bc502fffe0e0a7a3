#include "language/word_segmenter.h"

#include <algorithm>
#include <limits>

#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kAhead =
    4;  // a power of two: places whose features are on their way from memory

using JoinScores = std::array<int, WordModel::kJoinWidth>;

JoinScores join_scores(const std::array<FeatureHash, kJoinFeatures>& features,
                       const WeightTable& table) {
  JoinScores scores = {};
  for (const FeatureHash feature : features) {
    const std::int8_t* weights = table.find(feature);
    if (weights == nullptr) continue;
    for (std::size_t i = 0; i < scores.size(); ++i) scores[i] += weights[i];
  }
  return scores;
}

void add(TagScores& scores, const std::int8_t* weights) {
  if (weights == nullptr) return;
  for (std::size_t tag = 0; tag < kTags; ++tag)
    scores[tag] = static_cast<std::int16_t>(scores[tag] + weights[tag]);
}

// Scores stay small: only their differences count.
void subtract_best(TagScores& scores) {
  const std::int16_t best = *std::max_element(scores.begin(), scores.end());
  for (std::int16_t& score : scores)
    score = static_cast<std::int16_t>(std::max(score - best, -16000));
}

// From the best scores up to the word before to those with one tag more; before[y] is the tag that
// the best way to tag y comes from.
TagScores step(const TagScores& scores, const WordModel& model,
               std::array<std::uint8_t, kTags>& before) {
  TagScores best;
  TagScores from = {};
  best.fill(std::numeric_limits<std::int16_t>::min());
  for (std::size_t tag = 0; tag < kTags; ++tag) {
    const TagScores& after = model.after(tag);
    for (std::size_t next = 0; next < kTags; ++next) {
      const auto score = static_cast<std::int16_t>(scores[tag] + after[next]);
      from[next] = score > best[next] ? static_cast<std::int16_t>(tag) : from[next];
      best[next] = std::max(best[next], score);
    }
  }
  for (std::size_t next = 0; next < kTags; ++next)
    before[next] = static_cast<std::uint8_t>(from[next]);
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
  std::array<std::array<FeatureHash, kJoinFeatures>, kAhead> coming;
  const auto look_ahead = [&](std::size_t at) {
    if (at >= size) return;
    join_features(units_, at, coming[at % kAhead]);
    for (const FeatureHash feature : coming[at % kAhead]) model_->joins().prefetch(feature);
  };
  for (std::size_t at = 0; at + 1 < kAhead; ++at) look_ahead(at);
  joins_before_.resize(2 * size);
  int starts = 0, goes_on = std::numeric_limits<int>::min() / 2;  // nothing goes on before the line
  for (std::size_t at = 0; at < size; ++at) {
    look_ahead(at + kAhead - 1);
    const JoinScores scores = join_scores(coming[at % kAhead], model_->joins());
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
  std::array<std::array<FeatureHash, kTagFeatures>, kAhead> coming;
  const auto look_ahead = [&](std::size_t at) {
    if (at >= size) return;
    tag_features(keys_, at, coming[at % kAhead]);
    for (const FeatureHash feature : coming[at % kAhead]) model_->tags().prefetch(feature);
    model_->classes().prefetch(keys_[at].key);
  };
  for (std::size_t at = 0; at + 1 < kAhead; ++at) look_ahead(at);
  const auto class_of = [&](std::size_t at) -> const std::int8_t* {
    return at < size ? model_->classes().find(keys_[at].key) : nullptr;
  };
  const std::int8_t *before = nullptr, *here = class_of(0);
  TagScores scores = {};
  for (std::size_t at = 0; at < size; ++at) {
    look_ahead(at + kAhead - 1);
    const std::int8_t* next = class_of(at + 1);
    scores = at == 0 ? model_->after(kTags) : step(scores, *model_, tags_before_[at]);
    for (const FeatureHash feature : coming[at % kAhead]) add(scores, model_->tags().find(feature));
    add(scores, before);
    add(scores, here == nullptr ? nullptr : here + kTags);
    add(scores, next == nullptr ? nullptr : next + 2 * kTags);
    subtract_best(scores);
    before = here;
    here = next;
  }
  auto tag =
      static_cast<std::uint8_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
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

#include "join_trainer.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <random>

namespace machtin::train {
namespace {

constexpr int kFewestSightings = 3;
constexpr std::size_t kMostFeatures = 1'200'000;      // a little more than the file has slots
constexpr float kSilverRates[] = {0.2F, 0.1F, 0.1F};  // one an epoch
// Of the treebank's part; by cross-validation, where they move F1 by 0.1.
constexpr float kRate = 0.2F;
constexpr int kEpochs = 6;
constexpr int kAveragesAnEpoch = 4;

constexpr std::uint32_t kKinds = 2048;  // numbers set aside for kinds of pairs
constexpr std::uint32_t kNoPair = ~0U;

float log_odds(double part, double whole) {
  const double rate = (part + 0.5) / (whole + 1.0);
  return static_cast<float>(std::log(rate / (1 - rate)));
}

std::uint32_t bucket(double value, double most) {
  return static_cast<std::uint32_t>(std::min(most, std::max(0.0, value)));
}

// Marginals of label pairs under the constraints; scores are already exponentials.
void pair_marginals(const std::vector<JoinWeights>& scores, const std::vector<std::uint8_t>& labels,
                    std::vector<JoinWeights>& marginals) {
  const std::size_t size = scores.size();
  static thread_local std::vector<std::array<float, 2>> forward, backward;
  forward.assign(size, {});
  backward.assign(size, {1, 1});
  marginals.assign(size, {});
  const auto allowed = [&](std::size_t at, int label) { return (labels[at] >> label & 1) != 0; };
  std::array<float, 2> last = {1, 0};
  for (std::size_t at = 0; at < size; ++at) {
    for (int y = 0; y < 2; ++y)
      forward[at][y] = allowed(at, y) ? last[0] * scores[at][y] + last[1] * scores[at][2 + y] : 0;
    const float sum = std::max(forward[at][0] + forward[at][1], 1e-30F);
    for (float& value : forward[at]) value /= sum;
    last = forward[at];
  }
  for (std::size_t at = size - 1; at > 0; --at) {
    std::array<float, 2> sums = {0, 0};
    for (int p = 0; p < 2; ++p) {
      for (int y = 0; y < 2; ++y)
        if (allowed(at, y)) sums[p] += scores[at][2 * p + y] * backward[at][y];
    }
    const float sum = std::max(sums[0] + sums[1], 1e-30F);
    backward[at - 1] = {sums[0] / sum, sums[1] / sum};
  }
  for (std::size_t at = 0; at < size; ++at) {
    const std::array<float, 2> before = at > 0 ? forward[at - 1] : std::array<float, 2>{1, 0};
    float sum = 1e-30F;
    for (int p = 0; p < 2; ++p) {
      for (int y = 0; y < 2; ++y) {
        if (!allowed(at, y)) continue;
        sum += marginals[at][2 * p + y] = before[p] * scores[at][2 * p + y] * backward[at][y];
      }
    }
    for (float& value : marginals[at]) value /= sum;
  }
}

}  // namespace

JoinTrainer::JoinTrainer(const std::vector<std::string>& silver,
                         const std::vector<Sentence>& treebank) {
  index_features(silver, treebank);
  kinds_ = static_cast<std::uint32_t>(index_.size());
  weights_.assign(kinds_ + kKinds, {});
  squares_.assign(kinds_ + kKinds, {});
  counts_.assign(kinds_ + kKinds, {});
  kept_.assign(kinds_ + kKinds, true);
  silver_.reserve(silver.size());
  Sentence sentence;
  for (const std::string& line : silver) {
    read_silver_line(line, sentence);
    silver_.push_back(encode(sentence, false));
    silver_.back().features.shrink_to_fit();
    count(silver_.back());
  }
  learn_silver(treebank);
  learn(treebank);
  keep_weightiest();
  learn_silver(treebank);
}

void JoinTrainer::learn_silver(const std::vector<Sentence>& treebank) {
  std::fill(weights_.begin(), weights_.end(), JoinWeights{});
  std::fill(squares_.begin(), squares_.end(), JoinWeights{});
  std::mt19937 random(1);
  for (const float rate : kSilverRates) {
    std::shuffle(silver_.begin(), silver_.end(), random);
    for (const Example& example : silver_) step(example, rate);
    std::cerr << "joins: an epoch of silver, treebank F1 " << score(treebank).f1() << '\n';
  }
  silver_weights_ = weights_;
}

void JoinTrainer::keep_weightiest() {
  const std::vector<WeighedJoin> all = weights();
  std::vector<std::pair<float, std::uint32_t>> order;
  for (std::uint32_t id = 0; id < all.size(); ++id) order.emplace_back(importance(all[id]), id);
  std::sort(order.rbegin(), order.rend());
  for (std::size_t i = kMostFeatures; i < order.size(); ++i) kept_[order[i].second] = false;
  for (Example& example : silver_) {
    Example less;
    less.labels = std::move(example.labels);
    for (std::size_t at = 0; at < less.labels.size(); ++at) {
      for (std::uint32_t i = example.starts[at]; i < example.starts[at + 1]; ++i)
        if (kept_[example.features[i]]) less.features.push_back(example.features[i]);
      less.starts.push_back(static_cast<std::uint32_t>(less.features.size()));
    }
    less.features.shrink_to_fit();
    example = std::move(less);
  }
}

void JoinTrainer::teach_itself(const std::vector<Sentence>& treebank) {
  learn(treebank);
  for (Example& example : silver_) example.labels = decode(with_kinds(example));
  learn_silver(treebank);
}

JoinTrainer::Example JoinTrainer::with_kinds(const Example& example) const {
  Example more;
  more.labels = example.labels;
  for (std::size_t at = 0; at < more.labels.size(); ++at) {
    for (std::uint32_t i = example.starts[at]; i < example.starts[at + 1]; ++i) {
      const std::uint32_t feature = example.features[i];
      more.features.push_back(feature);
      if (at == 0) continue;
      for (const std::uint32_t kind : kinds_of_pair(feature)) more.features.push_back(kind);
    }
    more.starts.push_back(static_cast<std::uint32_t>(more.features.size()));
  }
  return more;
}

float importance(const WeighedJoin& feature) {
  const auto [least, most] = std::minmax_element(feature.weights.begin(), feature.weights.end());
  // 0.35: 0 (logarithm), 0.5 and 0.65 differ from it by 0.0004 of F1 in all.
  return (*most - *least) * std::pow(feature.frequency + 1, 0.35F);
}

void JoinTrainer::index_features(const std::vector<std::string>& silver,
                                 const std::vector<Sentence>& treebank) {
  std::array<FeatureHash, kJoinFeatures> features;
  Sentence sentence;
  CountSketch sketch;
  const auto each = [&](const std::vector<WordUnit>& units, const auto& use) {
    for (std::size_t at = 0; at < units.size(); ++at) {
      join_features(units, at, features);
      use();
    }
  };
  for (const std::string& line : silver) {
    read_silver_line(line, sentence);
    each(sentence.units, [&] {
      for (const FeatureHash f : features) sketch.add(f, 1);
    });
  }
  for (const Sentence& s : treebank)
    each(s.units, [&] {
      for (const FeatureHash f : features) sketch.add(f, 1);
    });
  index_ = FeatureIndex(sketch.at_least(kFewestSightings) * 11 / 10);
  const auto keep = [&] {
    for (const FeatureHash f : features)
      if (sketch.count(f) >= kFewestSightings) index_.add(f);
    const auto pair = index_.find(features[kPairFeature]);
    keys_of_pair_.resize(index_.size(), {kNoPair, kNoPair});
    const auto here = index_.find(features[0]), before = index_.find(features[1]);
    if (pair && here && before) keys_of_pair_[*pair] = {*before, *here};
  };
  for (const std::string& line : silver) {
    read_silver_line(line, sentence);
    each(sentence.units, keep);
    units_ += static_cast<double>(sentence.units.size());
  }
  for (const Sentence& s : treebank) each(s.units, keep);
  keys_of_pair_.resize(index_.size(), {kNoPair, kNoPair});
  std::cerr << "joins: " << index_.size() << " features of " << units_ << " units\n";
}

JoinTrainer::Example JoinTrainer::encode(const Sentence& sentence, bool with_kinds) const {
  Example example;
  example.labels = sentence.labels;
  std::array<FeatureHash, kJoinFeatures> features;
  for (std::size_t at = 0; at < sentence.units.size(); ++at) {
    join_features(sentence.units, at, features);
    for (const FeatureHash feature : features) {
      if (const auto id = index_.find(feature); id && kept_[*id]) example.features.push_back(*id);
    }
    if (const auto pair = index_.find(features[kPairFeature]);
        with_kinds && pair && kept_[*pair] && at > 0) {
      for (const std::uint32_t kind : kinds_of_pair(*pair)) example.features.push_back(kind);
    }
    example.starts.push_back(static_cast<std::uint32_t>(example.features.size()));
  }
  return example;
}

void JoinTrainer::count(const Example& example) {
  for (std::size_t at = 0; at < example.labels.size(); ++at) {
    if (example.labels[at] == kEither) continue;
    for (std::uint32_t i = example.starts[at]; i < example.starts[at + 1]; ++i) {
      ++counts_[example.features[i]].all;
      counts_[example.features[i]].joined += example.labels[at] == kGoesOn;
    }
  }
}

// What silver tells of a pair beside its own weight: how often it is joined, how much oftener it
// stands together than chance would have it, how readily each of the two joins others. The treebank
// joins some of these kinds more and others less than the machine did.
std::vector<std::uint32_t> JoinTrainer::kinds_of_pair(std::uint32_t pair) const {
  const Counts& seen = counts_[pair];
  const auto [before, here] = keys_of_pair_[pair];
  if (seen.all == 0 || before == kNoPair) return {};
  const std::uint32_t rate = 1 + bucket(log_odds(seen.joined, seen.all) + 5, 9);
  const std::uint32_t often = bucket(std::log2(seen.all + 1.0) / 1.5, 7);
  const double chance = (counts_[before].all + 1.0) * (counts_[here].all + 1.0) / units_;
  const std::uint32_t surprise = 1 + bucket(std::log(seen.all / chance) + 2, 13);
  const auto readiness = [&](std::uint32_t id) {
    return 1 + bucket(log_odds(counts_[id].joined, counts_[id].all) + 4, 6);
  };
  return {kinds_ + rate, kinds_ + 64 + surprise, kinds_ + 128 + rate * 16 + surprise,
          kinds_ + 512 + rate * 8 + often,
          kinds_ + 1024 + rate * 64 + readiness(before) * 8 + readiness(here)};
}

void JoinTrainer::score_units(const Example& example, Marginals& scores) const {
  scores.assign(example.labels.size(), {});
  for (std::size_t at = 0; at < scores.size(); ++at) {
    for (std::uint32_t i = example.starts[at]; i < example.starts[at + 1]; ++i) {
      const JoinWeights& weights = weights_[example.features[i]];
      for (std::size_t j = 0; j < weights.size(); ++j) scores[at][j] += weights[j];
    }
  }
}

void JoinTrainer::step(const Example& example, float rate) {
  if (example.labels.size() < 2) return;
  static thread_local Marginals scores, free, known;
  score_units(example, scores);
  for (JoinWeights& score : scores) {
    const float most = *std::max_element(score.begin(), score.end());
    for (float& value : score) value = std::exp(value - most);
  }
  static thread_local std::vector<std::uint8_t> any;
  any.assign(example.labels.size(), kEither);
  any[0] = kStarts;
  pair_marginals(scores, any, free);
  pair_marginals(scores, example.labels, known);
  for (std::size_t at = 0; at < scores.size(); ++at) {
    JoinWeights gradient;
    float largest = 0;
    for (std::size_t j = 0; j < gradient.size(); ++j) {
      gradient[j] = known[at][j] - free[at][j];
      largest = std::max(largest, std::abs(gradient[j]));
    }
    if (largest < 1e-4F) continue;
    for (std::uint32_t i = example.starts[at]; i < example.starts[at + 1]; ++i) {
      JoinWeights &weights = weights_[example.features[i]],
                  &squares = squares_[example.features[i]];
      for (std::size_t j = 0; j < gradient.size(); ++j) {
        squares[j] += gradient[j] * gradient[j];
        weights[j] += rate * gradient[j] / std::sqrt(squares[j] + 1e-2F);
      }
    }
  }
}

void JoinTrainer::learn(const std::vector<Sentence>& treebank) {
  weights_ = silver_weights_;
  std::fill(squares_.begin(), squares_.end(), JoinWeights{});
  std::vector<Example> examples;
  for (const Sentence& sentence : treebank) examples.push_back(encode(sentence, true));
  std::vector<std::uint32_t> touched;
  for (const Example& example : examples)
    touched.insert(touched.end(), example.features.begin(), example.features.end());
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  std::vector<JoinWeights> sums(touched.size());
  int averaged = 0;
  std::mt19937 random(2);
  const std::size_t share = examples.size() / kAveragesAnEpoch + 1;
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    std::shuffle(examples.begin(), examples.end(), random);
    for (std::size_t i = 0; i < examples.size(); ++i) {
      step(examples[i], kRate);
      if ((i + 1) % share != 0 && i + 1 != examples.size()) continue;
      ++averaged;
      for (std::size_t k = 0; k < touched.size(); ++k)
        for (std::size_t j = 0; j < 4; ++j) sums[k][j] += weights_[touched[k]][j];
    }
  }
  for (std::size_t k = 0; k < touched.size(); ++k)
    for (std::size_t j = 0; j < 4; ++j)
      weights_[touched[k]][j] = sums[k][j] / static_cast<float>(averaged);
}

std::vector<std::uint8_t> JoinTrainer::decode(const Example& example) const {
  const std::size_t size = example.labels.size();
  Marginals scores;
  score_units(example, scores);
  std::vector<std::array<std::uint8_t, 2>> before(size);
  std::array<float, 2> best = {0, -1e9F};
  for (std::size_t at = 0; at < size; ++at) {
    std::array<float, 2> next;
    for (int y = 0; y < 2; ++y) {
      const float start = best[0] + scores[at][y], on = best[1] + scores[at][2 + y];
      before[at][y] = on > start;
      next[y] = std::max(start, on);
    }
    if (at == 0) next[1] = -1e9F;
    best = next;
  }
  std::vector<std::uint8_t> labels(size);
  std::uint8_t label = best[1] > best[0];
  for (std::size_t at = size; at-- > 0;) {
    labels[at] = label == 0 ? kStarts : kGoesOn;
    label = before[at][label];
  }
  return labels;
}

JoinTrainer::Score JoinTrainer::score(const std::vector<Sentence>& sentences) const {
  Score score;
  for (const Sentence& sentence : sentences) {
    const Example example = encode(sentence, true);
    const std::vector<std::uint8_t> labels = decode(example);
    bool open = false;  // a word that both began at the same place
    for (std::size_t at = 0; at < labels.size(); ++at) {
      const bool gold = example.labels[at] == kStarts, found = labels[at] == kStarts;
      score.gold += gold;
      score.found += found;
      if (gold && found) score.right += open;
      open = (gold && found) || (open && gold == found);
    }
    score.right += open;
  }
  return score;
}

std::vector<WeighedJoin> JoinTrainer::weights() const {
  std::vector<WeighedJoin> all;
  for (std::uint32_t id = 0; id < kinds_; ++id) {
    if (!kept_[id]) {
      all.push_back({index_.hash(id), {}, 0});
      continue;
    }
    WeighedJoin feature{index_.hash(id), weights_[id], static_cast<float>(counts_[id].all)};
    if (keys_of_pair_[id][0] != kNoPair) {
      for (const std::uint32_t kind : kinds_of_pair(id))
        for (std::size_t j = 0; j < 4; ++j) feature.weights[j] += weights_[kind][j];
    }
    all.push_back(feature);
  }
  return all;
}

}  // namespace machtin::train

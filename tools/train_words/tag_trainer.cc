#include "tag_trainer.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace machtin::train {
namespace {

constexpr std::uint32_t kUnknown = ~0U;
constexpr std::size_t kOffsets = 3, kDimensions = WordVectors::kDimensions;
// By cross-validation on the treebank; each moves the accuracy by 0.2 at most.
constexpr int kEpochs = 7;
constexpr float kRate = 0.1F, kVectorRate = 0.05F, kDecay = 0.002F, kVectorDecay = 0.0005F;
// How often a word is hidden while learning, so that what is not the word itself (its vector, its
// neighbours, its parts) learns to speak for words that the treebank lacks.
constexpr double kHideWord = 0.3, kHideNeighbour = 0.15;
constexpr std::size_t kOfWord[] = {0, 5, 6, 16}, kOfWordBefore[] = {1, 15},
                      kOfWordAfter[] = {2, 15};

void exponentials(TagWeights& scores) {
  const float most = *std::max_element(scores.begin(), scores.end());
  for (float& score : scores) score = std::exp(score - most);
}

void normalise(TagWeights& values) {
  float sum = 1e-30F;
  for (const float value : values) sum += value;
  for (float& value : values) value /= sum;
}

}  // namespace

TagTrainer::Example TagTrainer::encode(const Sentence& sentence, bool learning) {
  if (learning) {
    std::array<FeatureHash, kTagFeatures> features;
    for (std::size_t at = 0; at < sentence.words.size(); ++at) {
      tag_features(sentence.words, at, features);
      for (const FeatureHash feature : features) {
        const std::uint32_t id = index_.add(feature);
        if (id >= frequencies_.size()) frequencies_.push_back(0);
        frequencies_[id] += 1;
      }
    }
  }
  return encode(sentence);
}

TagTrainer::Example TagTrainer::encode(const Sentence& sentence) const {
  Example example;
  example.tags = sentence.tags;
  std::array<FeatureHash, kTagFeatures> features;
  for (std::size_t at = 0; at < sentence.words.size(); ++at) {
    tag_features(sentence.words, at, features);
    Word word;
    for (std::size_t i = 0; i < kTagFeatures; ++i)
      word.features[i] = index_.find(features[i]).value_or(kUnknown);
    for (std::size_t offset = 0; offset < kOffsets; ++offset) {
      const std::size_t other = at + offset - 1;
      if (other < sentence.words.size())
        word.vectors[offset] = vectors_->find(sentence.words[other].key);
    }
    example.words.push_back(word);
  }
  return example;
}

TagWeights TagTrainer::score(const Word& word, const Dropped& dropped) const {
  TagWeights scores = {};
  for (std::size_t i = 0; i < kTagFeatures; ++i) {
    if (word.features[i] == kUnknown || dropped[i]) continue;
    const TagWeights& weights = weights_[word.features[i]];
    for (std::size_t tag = 0; tag < kTags; ++tag) scores[tag] += weights[tag];
  }
  for (std::size_t offset = 0; offset < kOffsets; ++offset) {
    const float* vector = word.vectors[offset];
    for (std::size_t j = 0; vector != nullptr && j < kDimensions; ++j) {
      const TagWeights& weights = vector_weights_[offset * kDimensions + j];
      for (std::size_t tag = 0; tag < kTags; ++tag) scores[tag] += vector[j] * weights[tag];
    }
  }
  return scores;
}

void TagTrainer::update(const Word& word, const Dropped& dropped, const TagWeights& gradient) {
  for (std::size_t i = 0; i < kTagFeatures; ++i) {
    if (dropped[i]) continue;
    TagWeights &weights = weights_[word.features[i]], &squares = squares_[word.features[i]];
    for (std::size_t tag = 0; tag < kTags; ++tag) {
      squares[tag] += gradient[tag] * gradient[tag];
      weights[tag] +=
          kRate * (gradient[tag] - kDecay * weights[tag]) / std::sqrt(squares[tag] + 0.1F);
    }
  }
  for (std::size_t offset = 0; offset < kOffsets; ++offset) {
    const float* vector = word.vectors[offset];
    for (std::size_t j = 0; vector != nullptr && j < kDimensions; ++j) {
      TagWeights& weights = vector_weights_[offset * kDimensions + j];
      TagWeights& squares = vector_squares_[offset * kDimensions + j];
      for (std::size_t tag = 0; tag < kTags; ++tag) {
        const float slope = gradient[tag] * vector[j];
        squares[tag] += slope * slope;
        weights[tag] +=
            kVectorRate * (slope - kVectorDecay * weights[tag]) / std::sqrt(squares[tag] + 0.1F);
      }
    }
  }
}

void TagTrainer::step(const Example& example) {
  const std::size_t size = example.words.size();
  if (size == 0) return;
  std::minstd_rand random(random_++);
  std::uniform_real_distribution<double> chance(0, 1);
  std::vector<Dropped> dropped(size, Dropped{});
  std::vector<TagWeights> scores(size), forward(size), backward(size);
  for (std::size_t at = 0; at < size; ++at) {
    if (chance(random) < kHideWord)
      for (const std::size_t i : kOfWord) dropped[at][i] = true;
    if (chance(random) < kHideNeighbour)
      for (const std::size_t i : kOfWordBefore) dropped[at][i] = true;
    if (chance(random) < kHideNeighbour)
      for (const std::size_t i : kOfWordAfter) dropped[at][i] = true;
    scores[at] = score(example.words[at], dropped[at]);
    exponentials(scores[at]);
  }
  std::array<TagWeights, kTags + 1> after = after_;
  for (TagWeights& row : after)
    for (float& value : row) value = std::exp(value);
  for (std::size_t at = 0; at < size; ++at) {
    for (std::size_t tag = 0; tag < kTags; ++tag) {
      float sum = at == 0 ? after[kTags][tag] : 0;
      for (std::size_t before = 0; at > 0 && before < kTags; ++before)
        sum += forward[at - 1][before] * after[before][tag];
      forward[at][tag] = sum * scores[at][tag];
    }
    normalise(forward[at]);
  }
  backward[size - 1].fill(1);
  for (std::size_t at = size - 1; at > 0; --at) {
    for (std::size_t before = 0; before < kTags; ++before) {
      float sum = 0;
      for (std::size_t tag = 0; tag < kTags; ++tag)
        sum += after[before][tag] * scores[at][tag] * backward[at][tag];
      backward[at - 1][before] = sum;
    }
    normalise(backward[at - 1]);
  }
  std::array<TagWeights, kTags + 1> after_gradient = {};
  for (std::size_t at = 0; at < size; ++at) {
    TagWeights gradient;
    for (std::size_t tag = 0; tag < kTags; ++tag)
      gradient[tag] = forward[at][tag] * backward[at][tag];
    normalise(gradient);
    for (float& value : gradient) value = -value;
    gradient[example.tags[at]] += 1;
    if (at == 0) {
      for (std::size_t tag = 0; tag < kTags; ++tag) after_gradient[kTags][tag] += gradient[tag];
    } else {
      std::array<TagWeights, kTags> pairs;
      float sum = 1e-30F;
      for (std::size_t before = 0; before < kTags; ++before)
        for (std::size_t tag = 0; tag < kTags; ++tag)
          sum += pairs[before][tag] =
              forward[at - 1][before] * after[before][tag] * scores[at][tag] * backward[at][tag];
      for (std::size_t before = 0; before < kTags; ++before)
        for (std::size_t tag = 0; tag < kTags; ++tag)
          after_gradient[before][tag] -= pairs[before][tag] / sum;
      after_gradient[example.tags[at - 1]][example.tags[at]] += 1;
    }
    update(example.words[at], dropped[at], gradient);
  }
  for (std::size_t before = 0; before <= kTags; ++before) {
    for (std::size_t tag = 0; tag < kTags; ++tag) {
      const float slope = after_gradient[before][tag];
      after_squares_[before][tag] += slope * slope;
      after_[before][tag] += kRate * slope / std::sqrt(after_squares_[before][tag] + 1);
    }
  }
}

void TagTrainer::learn(const std::vector<Sentence>& sentences) {
  index_ = FeatureIndex(sentences.size() * 400);
  frequencies_.clear();
  vector_weights_.assign(kOffsets * kDimensions, {});
  vector_squares_ = vector_weights_;
  after_ = after_squares_ = {};
  std::vector<Example> examples;
  for (const Sentence& sentence : sentences) examples.push_back(encode(sentence, true));
  weights_.assign(index_.size(), {});
  squares_.assign(index_.size(), {});
  std::mt19937 random(4);
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    std::shuffle(examples.begin(), examples.end(), random);
    for (const Example& example : examples) step(example);
  }
}

std::vector<std::uint8_t> TagTrainer::decode(const Example& example) const {
  const std::size_t size = example.words.size();
  std::vector<std::array<std::uint8_t, kTags>> before(size);
  TagWeights best = after_[kTags];
  for (std::size_t at = 0; at < size; ++at) {
    const TagWeights scores = score(example.words[at], {});
    TagWeights next = best;
    for (std::size_t tag = 0; at > 0 && tag < kTags; ++tag) {
      next[tag] = -1e9F;
      for (std::size_t last = 0; last < kTags; ++last) {
        if (best[last] + after_[last][tag] <= next[tag]) continue;
        next[tag] = best[last] + after_[last][tag];
        before[at][tag] = static_cast<std::uint8_t>(last);
      }
    }
    for (std::size_t tag = 0; tag < kTags; ++tag) next[tag] += scores[tag];
    best = next;
  }
  std::vector<std::uint8_t> tags(size);
  auto tag = static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t at = size; at-- > 0;) {
    tags[at] = tag;
    tag = before[at][tag];
  }
  return tags;
}

double TagTrainer::accuracy(const std::vector<Sentence>& sentences) const {
  long right = 0, all = 0;
  for (const Sentence& sentence : sentences) {
    const Example example = encode(sentence);
    const std::vector<std::uint8_t> tags = decode(example);
    for (std::size_t i = 0; i < tags.size(); ++i) right += tags[i] == example.tags[i];
    all += static_cast<long>(tags.size());
  }
  return static_cast<double>(right) / static_cast<double>(std::max(all, 1L));
}

std::vector<WeighedTag> TagTrainer::weights() const {
  std::vector<WeighedTag> all;
  for (std::uint32_t id = 0; id < index_.size(); ++id)
    all.push_back({index_.hash(id), weights_[id], frequencies_[id]});
  return all;
}

std::vector<WordClass> TagTrainer::classes() const {
  std::vector<WordClass> all;
  for (std::size_t row = 0; row < vectors_->keys.size(); ++row) {
    WordClass word{vectors_->keys[row], {}};
    const float* vector = &vectors_->values[row * kDimensions];
    for (std::size_t offset = 0; offset < kOffsets; ++offset) {
      TagWeights& scores = word.weights[offset];
      for (std::size_t j = 0; j < kDimensions; ++j)
        for (std::size_t tag = 0; tag < kTags; ++tag)
          scores[tag] += vector[j] * vector_weights_[offset * kDimensions + j][tag];
      float sum = 0;  // only differences count, and small numbers lose less in a byte
      for (const float value : scores) sum += value;
      for (float& value : scores) value -= sum / kTags;
    }
    all.push_back(word);
  }
  return all;
}

}  // namespace machtin::train

#pragma once
// The chain model over words: a conditional random field of the universal tags, on hashed features
// and on the vectors of the word and its two neighbours. A vector enters linearly, so what it says
// of the tags is one row of numbers a word: the program never sees the vectors, only those rows.

#include <array>
#include <vector>

#include "corpus.h"
#include "feature_index.h"
#include "word_vectors.h"

namespace machtin::train {

using TagWeights = std::array<float, kTags>;

struct WeighedTag {
  FeatureHash hash = 0;
  TagWeights weights = {};
  float frequency = 0;
};
struct WordClass {
  std::uint64_t key = 0;
  std::array<TagWeights, 3> weights =
      {};  // for the tag of the word after it, its own, the one before
};

class TagTrainer {
 public:
  // The vectors are borrowed.
  explicit TagTrainer(const WordVectors& vectors) : vectors_(&vectors) {}

  void learn(const std::vector<Sentence>& sentences);  // forgets what it learned before
  double accuracy(const std::vector<Sentence>& sentences) const;

  std::vector<WeighedTag> weights() const;
  std::vector<WordClass> classes() const;
  const std::array<TagWeights, kTags + 1>& after() const { return after_; }

 private:
  struct Word {
    std::array<std::uint32_t, kTagFeatures> features = {};  // kUnknown where not learned
    std::array<const float*, 3> vectors = {};  // of the word before, this, the one after
  };
  struct Example {
    std::vector<Word> words = {};
    std::vector<std::uint8_t> tags = {};
  };
  using Dropped = std::array<bool, kTagFeatures>;

  Example encode(const Sentence& sentence, bool learning);
  Example encode(const Sentence& sentence) const;
  TagWeights score(const Word& word, const Dropped& dropped) const;
  void step(const Example& example);
  void update(const Word& word, const Dropped& dropped, const TagWeights& gradient);
  std::vector<std::uint8_t> decode(const Example& example) const;

  const WordVectors* vectors_;
  FeatureIndex index_{1};
  std::vector<TagWeights> weights_, squares_;
  std::vector<float> frequencies_;
  std::vector<TagWeights> vector_weights_, vector_squares_;  // three times a row a dimension
  std::array<TagWeights, kTags + 1> after_ = {}, after_squares_ = {};
  std::uint32_t random_ = 1;
};

}  // namespace machtin::train

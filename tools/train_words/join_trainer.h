#pragma once
// The chain model over units: a conditional random field of two labels, trained by AdaGrad on
// silver sentences and then, from the weights found there, on the treebank. Only as many features
// are learned as the model file has room for; then the model labels the silver sentences anew and
// learns from its own labels.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus.h"
#include "feature_index.h"

namespace machtin::train {

// For the pairs (before, here) = (starts, starts), (starts, goes on), (goes on, starts), (goes on,
// goes on).
using JoinWeights = std::array<float, WordModel::kJoinWidth + 1>;

struct WeighedJoin {
  FeatureHash hash = 0;
  JoinWeights weights = {};
  float frequency = 0;  // sightings
};

class JoinTrainer {
 public:
  // Counts features, learns from the silver lines, keeps the features that weigh most, and learns
  // their weights anew: what the others told goes to those that stay.
  JoinTrainer(const std::vector<std::string>& silver, const std::vector<Sentence>& treebank);

  // Labels the silver lines by what silver and treebank taught together, and learns from these
  // labels: contexts that the treebank is too small to show are cut as it would cut them. What it
  // is scored on afterwards must not have stood in the treebank given here.
  void teach_itself(const std::vector<Sentence>& treebank);
  // Goes on with the treebank's sentences. Always from what silver taught.
  void learn(const std::vector<Sentence>& treebank);
  // F1 of words on sentences that were not learned from.
  struct Score {
    long right = 0, gold = 0, found = 0;
    double f1() const {
      return 2.0 * static_cast<double>(right) / static_cast<double>(gold + found);
    }
  };
  Score score(const std::vector<Sentence>& sentences) const;

  // The features with their weights, what was learned of kinds of pairs added to each pair.
  std::vector<WeighedJoin> weights() const;

 private:
  struct Example {
    std::vector<std::uint32_t> features = {};
    std::vector<std::uint32_t> starts = {0};  // of each unit's features, and the end
    std::vector<std::uint8_t> labels = {};
  };
  struct Counts {
    std::uint32_t all = 0, joined = 0;
  };
  using Marginals = std::vector<JoinWeights>;

  void index_features(const std::vector<std::string>& silver,
                      const std::vector<Sentence>& treebank);
  void learn_silver(const std::vector<Sentence>& treebank);
  void keep_weightiest();
  Example encode(const Sentence& sentence, bool with_kinds) const;
  Example with_kinds(const Example& example) const;
  std::vector<std::uint32_t> kinds_of_pair(std::uint32_t pair) const;
  void count(const Example& example);
  void score_units(const Example& example, Marginals& scores) const;
  void step(const Example& example, float rate);
  std::vector<std::uint8_t> decode(const Example& example) const;

  FeatureIndex index_{1};
  std::uint32_t kinds_ = 0;  // ids from here on are kinds of pairs
  std::vector<std::array<std::uint32_t, 2>>
      keys_of_pair_;  // features of the two keys; per feature id
  std::vector<Counts> counts_;
  double units_ = 0;
  std::vector<JoinWeights> weights_, silver_weights_, squares_;
  std::vector<bool> kept_;       // features that are learned, by id
  std::vector<Example> silver_;  // without kinds
};

// How much a feature matters: those with the least find no room in the model.
float importance(const WeighedJoin& feature);

}  // namespace machtin::train

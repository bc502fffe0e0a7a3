#pragma once
// data/all/body_trees.tsv, compiled: boosted decision trees that give the odds that a block of a
// page is of its article's body. Tested by body_trees_test.cc.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/pack.h"

namespace machtin {

// What is known of a block: body_features() gives it, body_feature_names() names it.
constexpr std::size_t kBodyFeatures = 147;
using BodyFeatureValues = std::array<float, kBodyFeatures>;

// Trees as QuickScorer keeps them (Lucchese et al., SIGIR 2015): not node by node, but all splits
// of a feature side by side, by threshold. A split whose threshold is passed rules out the leaves
// on its low side; of the leaves that are left, the first is the one that a walk would end in.
class BodyTrees {
 public:
  // Trees with a row that does not fit, or more leaves than kMostLeaves, are left out as a whole.
  static BodyTrees load(const Pack& all);

  // Of each block, natural log-odds; 0 where there are no trees. Cost: linear in the splits, which
  // are compared with some blocks at a step.
  std::vector<float> odds(std::span<const BodyFeatureValues> blocks) const;

  std::size_t trees() const { return leaves_.size(); }
  std::size_t splits() const { return splits_.size(); }

  static constexpr std::size_t kMostLeaves = 32;

 private:
  using Leaves = std::uint32_t;  // a bit each, from the lowest on
  struct Split {
    float threshold = 0;
    std::uint32_t tree = 0;
    Leaves left = 0;  // what can be reached yet by a value above the threshold
  };
  std::vector<Split> splits_ = {};                           // by feature, then by threshold
  std::array<std::uint32_t, kBodyFeatures + 1> begin_ = {};  // of each feature's splits
  std::vector<std::array<float, kMostLeaves>> leaves_ = {};  // of each tree
};

}  // namespace machtin

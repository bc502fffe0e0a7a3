#pragma once
// data/all/body_trees.tsv, compiled: boosted decision trees that give the odds that a block of a
// page is of its article's body. Tested by body_trees_test.cc.

#include <cstdint>
#include <span>
#include <vector>

#include "language/pack.h"

namespace machtin {

struct BodyTrees {
  struct Node {
    float threshold = 0;
    std::uint16_t feature = 0;
    // Where to go on: at or below the threshold, above it. Below 0: a leaf, its value at ~index.
    std::int32_t low = -1, high = -1;
  };
  std::vector<std::uint32_t> roots = {};
  std::vector<Node> nodes = {};
  std::vector<float> leaves = {};

  // Trees with a row that does not fit are left out as a whole.
  static BodyTrees load(const Pack& all);

  // features: of one block, in the order of body_feature_names(). Natural log-odds; 0 where there
  // are no trees. Cost: the trees' depths together.
  float odds(std::span<const float> features) const;
};

}  // namespace machtin

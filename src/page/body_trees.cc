// Rows of one tree stand together, its root first. Tested by body_trees_test.cc.

#include "page/body_trees.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "page/body_features.h"

namespace machtin {
namespace {

std::optional<float> number(const std::string& text) {
  float value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (!std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::int32_t> row_number(std::string_view text) {
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<std::uint16_t> feature_of(std::string_view name) {
  const auto& names = body_feature_names();
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::uint16_t>(found - names.begin());
}

struct Node {
  float threshold = 0;
  std::uint16_t feature = 0;
  // Where to go on: at or below the threshold, above it. Below 0: a leaf, its value at ~index.
  std::int32_t low = -1, high = -1;
};

struct Tree {
  std::vector<Node> nodes = {};
  std::vector<float> leaves = {};
  bool broken = false;

  void read(const TableRow& row) {
    const std::optional<std::uint16_t> feature = feature_of(row[1]);
    const std::optional<float> threshold = number(row[2]);
    if (!feature || !threshold) {
      broken = true;
      return;
    }
    const std::int32_t low = child(row[3]), high = child(row[4]);
    nodes.push_back({*threshold, *feature, low, high});
  }

  // Whether each node but the root is led to once, from a node before it: then every walk ends.
  bool is_whole() const {
    if (broken || nodes.empty() || leaves.size() > BodyTrees::kMostLeaves) return false;
    const auto count = static_cast<std::int32_t>(nodes.size());
    std::vector<int> led_to(nodes.size(), 0);
    for (std::int32_t i = 0; i < count; ++i) {
      const Node& node = nodes[static_cast<std::size_t>(i)];
      for (const std::int32_t to : {node.low, node.high}) {
        if (to < 0) continue;
        if (to <= i || to >= count) return false;
        ++led_to[static_cast<std::size_t>(to)];
      }
    }
    return std::all_of(led_to.begin() + 1, led_to.end(), [](int times) { return times == 1; });
  }

 private:
  // "#3": the fourth row of the tree; else a leaf's value.
  std::int32_t child(const std::string& column) {
    if (column.starts_with('#')) {
      const std::optional<std::int32_t> row = row_number(std::string_view(column).substr(1));
      broken = broken || !row;
      return row.value_or(-1);
    }
    const std::optional<float> value = number(column);
    if (!value) {
      broken = true;
      return -1;
    }
    leaves.push_back(*value);
    return ~static_cast<std::int32_t>(leaves.size() - 1);
  }
};

// Leaves from the low side to the high side, and which of them each node leads to.
struct Ordered {
  std::vector<float> leaves = {};
  std::vector<std::uint32_t> first = {}, middle = {};  // of a node: of all, of those above it
};

Ordered in_order(const Tree& tree) {
  Ordered ordered;
  ordered.first.resize(tree.nodes.size());
  ordered.middle.resize(tree.nodes.size());
  struct Step {
    std::int32_t at = 0;
    bool low_done = false;
  };
  std::vector<Step> open = {{0, false}};
  while (!open.empty()) {
    const Step step = open.back();
    open.pop_back();
    const auto next_leaf = static_cast<std::uint32_t>(ordered.leaves.size());
    if (step.at < 0) {
      const std::int32_t leaf = ~step.at;
      ordered.leaves.push_back(tree.leaves[static_cast<std::size_t>(leaf)]);
      continue;
    }
    const auto at = static_cast<std::size_t>(step.at);
    (step.low_done ? ordered.middle : ordered.first)[at] = next_leaf;
    if (step.low_done) {
      open.push_back({tree.nodes[at].high, false});
    } else {
      open.push_back({step.at, true});
      open.push_back({tree.nodes[at].low, false});
    }
  }
  return ordered;
}

// Of some blocks, side by side in a vector register (GCC's and clang's vector extension).
constexpr std::size_t kAtOnce = 4;
using Values = float __attribute__((vector_size(kAtOnce * sizeof(float))));
using Masks = std::int32_t __attribute__((vector_size(kAtOnce * sizeof(float))));

}  // namespace

std::vector<float> BodyTrees::odds(std::span<const BodyFeatureValues> blocks) const {
  std::vector<float> sums(blocks.size(), 0);
  std::vector<Masks> left(leaves_.size());
  for (std::size_t first = 0; first < blocks.size(); first += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, blocks.size() - first);
    std::fill(left.begin(), left.end(), Masks{} - 1);
    for (std::size_t feature = 0; feature < kBodyFeatures; ++feature) {
      if (begin_[feature] == begin_[feature + 1]) continue;
      Values values = {};
      float most = blocks[first][feature];
      for (std::size_t k = 0; k < kAtOnce; ++k) {
        values[k] = blocks[first + std::min(k, count - 1)][feature];
        most = std::max(most, values[k]);
      }
      for (std::uint32_t s = begin_[feature]; s < begin_[feature + 1]; ++s) {
        const Split& split = splits_[s];
        if (most <= split.threshold) break;
        const Masks passed = values > split.threshold;  // all bits of each that is
        left[split.tree] &= ~passed | static_cast<std::int32_t>(split.left);
      }
    }
    for (std::size_t k = 0; k < count; ++k) {
      float sum = 0;
      for (std::size_t tree = 0; tree < leaves_.size(); ++tree)
        sum += leaves_[tree][static_cast<std::size_t>(
            std::countr_zero(static_cast<std::uint32_t>(left[tree][k])))];
      sums[first + k] = sum;
    }
  }
  return sums;
}

BodyTrees BodyTrees::load(const Pack& all) {
  struct Placed {
    std::uint16_t feature = 0;
    Split split = {};
  };
  BodyTrees trees;
  std::vector<Placed> placed;
  const auto finish = [&](const Tree& tree) {
    if (!tree.is_whole()) return;
    const Ordered ordered = in_order(tree);
    const auto number = static_cast<std::uint32_t>(trees.leaves_.size());
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      const Leaves low_side = ((Leaves{1} << (ordered.middle[i] - ordered.first[i])) - 1)
                              << ordered.first[i];
      placed.push_back({tree.nodes[i].feature, {tree.nodes[i].threshold, number, ~low_side}});
    }
    auto& leaves = trees.leaves_.emplace_back();
    std::copy(ordered.leaves.begin(), ordered.leaves.end(), leaves.begin());
  };
  Tree tree;
  std::string name;
  for (const TableRow& row : all.table("body_trees").rows) {
    if (row[0] != name) {
      finish(tree);
      tree = Tree();
    }
    name = row[0];
    tree.read(row);
  }
  finish(tree);
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    return std::tie(a.feature, a.split.threshold) < std::tie(b.feature, b.split.threshold);
  });
  for (const Placed& one : placed) {
    trees.splits_.push_back(one.split);
    ++trees.begin_[one.feature + 1u];
  }
  for (std::size_t f = 0; f < kBodyFeatures; ++f) trees.begin_[f + 1] += trees.begin_[f];
  return trees;
}

}  // namespace machtin

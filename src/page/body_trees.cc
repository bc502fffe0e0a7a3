// Rows of one tree stand together, its root first. Tested by body_trees_test.cc.

#include "page/body_trees.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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

// One tree as it is read; it joins the others when it is whole.
class TreeReader {
 public:
  void read(const TableRow& row) {
    const std::optional<std::uint16_t> feature = feature_of(row[1]);
    const std::optional<float> threshold = number(row[2]);
    if (!feature || !threshold) {
      broken_ = true;
      return;
    }
    BodyTrees::Node node{*threshold, *feature, child(row[3]), child(row[4])};
    nodes_.push_back(node);
  }

  void finish(BodyTrees& trees) {
    const auto count = static_cast<std::int32_t>(nodes_.size());
    // A node leads onward only, so that every walk ends.
    for (std::int32_t i = 0; i < count; ++i) {
      const BodyTrees::Node& node = nodes_[static_cast<std::size_t>(i)];
      for (const std::int32_t to : {node.low, node.high})
        broken_ = broken_ || (to >= 0 && (to <= i || to >= count));
    }
    if (!broken_ && count > 0) {
      const auto first_node = static_cast<std::int32_t>(trees.nodes.size());
      const auto first_leaf = static_cast<std::int32_t>(trees.leaves.size());
      trees.roots.push_back(static_cast<std::uint32_t>(first_node));
      const auto moved = [&](std::int32_t to) {
        return to >= 0 ? to + first_node : to - first_leaf;
      };
      for (const BodyTrees::Node& node : nodes_)
        trees.nodes.push_back({node.threshold, node.feature, moved(node.low), moved(node.high)});
      trees.leaves.insert(trees.leaves.end(), leaves_.begin(), leaves_.end());
    }
    nodes_.clear();
    leaves_.clear();
    broken_ = false;
  }

 private:
  // "#3": the fourth row of the tree; else a leaf's value.
  std::int32_t child(const std::string& column) {
    if (column.starts_with('#')) {
      const std::optional<std::int32_t> row = row_number(std::string_view(column).substr(1));
      broken_ = broken_ || !row;
      return row.value_or(-1);
    }
    const std::optional<float> value = number(column);
    if (!value) {
      broken_ = true;
      return -1;
    }
    leaves_.push_back(*value);
    return ~static_cast<std::int32_t>(leaves_.size() - 1);
  }

  std::vector<BodyTrees::Node> nodes_;
  std::vector<float> leaves_;
  bool broken_ = false;
};

}  // namespace

float BodyTrees::odds(std::span<const float> features) const {
  float sum = 0;
  for (const std::uint32_t root : roots) {
    auto at = static_cast<std::int32_t>(root);
    while (at >= 0) {
      const Node& node = nodes[static_cast<std::size_t>(at)];
      at = features[node.feature] <= node.threshold ? node.low : node.high;
    }
    const std::int32_t leaf = ~at;
    sum += leaves[static_cast<std::size_t>(leaf)];
  }
  return sum;
}

BodyTrees BodyTrees::load(const Pack& all) {
  BodyTrees trees;
  TreeReader reader;
  std::string tree;
  for (const TableRow& row : all.table("body_trees").rows) {
    if (row[0] != tree) reader.finish(trees);
    tree = row[0];
    reader.read(row);
  }
  reader.finish(trees);
  return trees;
}

}  // namespace machtin

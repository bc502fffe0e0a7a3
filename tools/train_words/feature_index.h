#pragma once
// Hashes of features → numbers without gaps: an open-addressed map, and a sketch that counts
// features before it is known which are frequent enough to be kept.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "language/word_features.h"

namespace machtin::train {

class FeatureIndex {
 public:
  explicit FeatureIndex(std::size_t most) {
    std::size_t size = 16;
    while (size < 2 * most) size *= 2;
    slots_.resize(size);
  }
  std::uint32_t add(FeatureHash hash) {
    Slot& slot = slots_[place_of(hash)];
    if (slot.id == 0) {
      slot = {hash, static_cast<std::uint32_t>(hashes_.size() + 1)};
      hashes_.push_back(hash);
    }
    return slot.id - 1;
  }
  std::optional<std::uint32_t> find(FeatureHash hash) const {
    const Slot& slot = slots_[place_of(hash)];
    if (slot.id == 0) return std::nullopt;
    return slot.id - 1;
  }
  std::size_t size() const { return hashes_.size(); }
  FeatureHash hash(std::uint32_t id) const { return hashes_[id]; }

 private:
  struct Slot {
    FeatureHash hash = 0;
    std::uint32_t id = 0;  // 0: free
  };
  std::size_t place_of(FeatureHash hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].id != 0 && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  std::vector<Slot> slots_;
  std::vector<FeatureHash> hashes_;
};

class CountSketch {  // counts up to 255, a few of them too high
 public:
  CountSketch() : counts_(std::size_t{1} << kBits) {}
  void add(FeatureHash hash, int times) {
    std::uint8_t& count = counts_[hash >> (64 - kBits)];
    count = static_cast<std::uint8_t>(std::min(255, count + times));
  }
  int count(FeatureHash hash) const { return counts_[hash >> (64 - kBits)]; }
  std::size_t at_least(int least) const {
    return static_cast<std::size_t>(
        std::count_if(counts_.begin(), counts_.end(), [=](std::uint8_t c) { return c >= least; }));
  }

 private:
  static constexpr int kBits = 28;
  std::vector<std::uint8_t> counts_;
};

}  // namespace machtin::train

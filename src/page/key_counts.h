#pragma once
// How often each of a page's keys occurs, in one flat table. Tested by key_counts_test.cc.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace machtin {

class KeyCounts {
 public:
  // most: of keys that will be added; more make it slow, and more than twice as many hang it.
  explicit KeyCounts(std::size_t most) : slots_(std::bit_ceil(2 * most + 2)) {}

  void add(std::uint64_t key) {
    Slot& slot = slots_[place_of(key)];
    slot.key = key;
    ++slot.count;
  }
  int of(std::uint64_t key) const { return slots_[place_of(key)].count; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    int count = 0;  // 0: the slot is free
  };

  std::size_t place_of(std::uint64_t key) const {
    // Multiplication spreads a key over the upper half of its product (Knuth 6.4).
    constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;
    std::size_t at = (key * kGolden >> 32) & (slots_.size() - 1);
    while (slots_[at].count != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  std::vector<Slot> slots_;
};

}  // namespace machtin

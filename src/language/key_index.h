#pragma once
// The words that some tables speak of, numbered: a piece of text is looked up once, and what the
// tables say of its number is found by index. Tested by key_index_test.cc.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/token.h"

namespace machtin {

class KeyIndex {
 public:
  // The number of a key (a token's matching key), from 1; a new one if it has none yet.
  std::uint32_t add(std::string_view key);
  // 0 for a key that was never added.
  std::uint32_t find(std::string_view key) const;
  const std::string& key(std::uint32_t number) const { return keys_[number]; }
  std::size_t size() const { return keys_.size(); }  // numbers are below this

 private:
  struct Slot {
    std::uint32_t number = 0;  // 0: empty
    std::uint32_t tag = 0;     // bits of the hash: other keys are told apart without a look at them
  };
  std::size_t place_of(std::string_view key) const;  // its place in slots_, or the empty one for it

  std::vector<std::string> keys_ = std::vector<std::string>(1);
  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two
};

// Phrases of such numbers, as PhraseTrie is one of keys; over pieces (language/piece.h).
class KeyTrie {
 public:
  void add(std::string_view phrase, std::uint32_t value, KeyIndex& index);

  // Calls take(length, value) for every phrase that begins at keys[at], shortest first.
  template <typename Take>
  void each(const std::vector<std::uint32_t>& keys, std::size_t at, Take take) const {
    std::uint32_t node = 0;
    for (std::size_t i = at; i < keys.size(); ++i) {
      node = next(node, keys[i]);
      if (node == 0) return;
      for (const std::uint32_t value : nodes_[node].values) take(i + 1 - at, value);
    }
  }
  // The longest phrase that begins at keys[at], with the first value it was added with.
  struct Match {
    std::size_t length = 0;  // 0: none
    std::uint32_t value = 0;
  };
  Match longest(const std::vector<std::uint32_t>& keys, std::size_t at) const {
    Match found;
    each(keys, at, [&found](std::size_t length, std::uint32_t value) {
      if (length > found.length) found = {length, value};
    });
    return found;
  }
  bool begins(std::uint32_t key) const { return key < first_.size() && first_[key] != 0; }

 private:
  struct Node {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> next = {};  // few: searched one by one
    std::vector<std::uint32_t> values = {};
  };
  std::uint32_t next(std::uint32_t node, std::uint32_t key) const {
    if (node == 0) return key < first_.size() ? first_[key] : 0;
    for (const auto& [known, to] : nodes_[node].next) {
      if (known == key) return to;
    }
    return 0;
  }

  std::vector<std::uint32_t> first_ = {};  // of the root, by key
  std::vector<Node> nodes_ = std::vector<Node>(1);
};

// The number of each piece's key.
std::vector<std::uint32_t> keys_of(const std::vector<Token>& pieces, const KeyIndex& index);

}  // namespace machtin

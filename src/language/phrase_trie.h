#pragma once
// Phrases of a table, found in a run of tokens: a trie over token keys, so case and tone placement
// do not matter. Longest match at a place; every value of a phrase is kept. Tested by
// phrase_trie_test.cc. All edges stand in one open hash table, so that a token costs one hash of
// its key and about one probe a step, wherever the phrases are.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/token.h"

namespace machtin {

class PhraseTrie {
 public:
  struct Match {
    std::size_t tokens = 0;  // length of the phrase in tokens, at least 1
    std::span<const std::uint32_t> values =
        {};  // what was added for it, in order; a view into the trie
  };

  // Adds phrase → value (an index into the caller's rows). A phrase may be added many times. Empty
  // phrases are ignored.
  void add(std::string_view phrase, std::uint32_t value);
  // The same for a phrase that is tokens already.
  void add(std::span<const Token> tokens, std::uint32_t value);

  // The longest phrase that starts at tokens[at]; none if there is none.
  std::optional<Match> match(std::span<const Token> tokens, std::size_t at) const;
  // All phrases that start at tokens[at], shortest first.
  std::vector<Match> matches(std::span<const Token> tokens, std::size_t at) const;
  // Calls found(Match) for each of them.
  template <typename Found>
  void each_match(std::span<const Token> tokens, std::size_t at, Found found) const {
    std::uint32_t node = 0;
    for (std::size_t i = at; i < tokens.size(); ++i) {
      node = next(node, tokens[i].key);
      if (node == 0) return;
      if (values_[node].count > 0) found(Match{i + 1 - at, values_[node].all()});
    }
  }

  // Whether a phrase begins with a token of this key.
  bool begins_with(std::string_view key) const { return next(0, key) != 0; }

  bool empty() const { return values_.size() == 1; }

 private:
  struct Edge {
    std::uint32_t from = 0, to = 0;  // nodes; no edge leads to the root, so 0 is a free place
    std::uint32_t key_begin = 0, key_size = 0;  // in keys_
    std::uint64_t hash = 0;
  };

  // Of a phrase that ends at a node: one, nearly always, and then without a vector of its own.
  struct Values {
    std::uint32_t count = 0, first = 0;
    std::vector<std::uint32_t> many = {};  // all of them, where there are two and more
    std::span<const std::uint32_t> all() const {
      return count == 1 ? std::span(&first, 1) : std::span<const std::uint32_t>(many);
    }
    void add(std::uint32_t value) {
      if (count == 0) first = value;
      if (count == 1) many = {first};
      if (count > 0) many.push_back(value);
      ++count;
    }
  };

  std::uint32_t next(std::uint32_t node, std::string_view key) const;
  std::size_t place_of(std::uint32_t node, std::string_view key, std::uint64_t hash) const;
  void grow();

  std::vector<Edge> edges_ = {};  // a power of two of places, at most half of them taken
  std::size_t taken_ = 0;
  std::string keys_ = {};
  std::vector<Values> values_ = std::vector<Values>(1);
};

}  // namespace machtin

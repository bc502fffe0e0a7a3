#pragma once
// Phrases of a table, found in a run of tokens: a trie over token keys, so case and tone placement
// do not matter. Longest match at a place; every value of a phrase is kept. Tested by
// phrase_trie_test.cc. Cost of match(): one hash look-up a token of the phrase.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
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

  // The longest phrase that starts at tokens[at]; none if there is none.
  std::optional<Match> match(std::span<const Token> tokens, std::size_t at) const;
  // All phrases that start at tokens[at], shortest first.
  std::vector<Match> matches(std::span<const Token> tokens, std::size_t at) const;

  bool empty() const { return nodes_.size() == 1; }

 private:
  struct Node {
    std::unordered_map<std::string, std::uint32_t> next = {};
    std::vector<std::uint32_t> values = {};
  };
  std::vector<Node> nodes_ = std::vector<Node>(1);
};

}  // namespace machtin

#include "language/phrase_trie.h"

namespace machtin {

void PhraseTrie::add(std::string_view phrase, std::uint32_t value) {
  const std::vector<Token> tokens = tokenize(phrase);
  if (tokens.empty()) return;
  std::uint32_t at = 0;
  for (const Token& token : tokens) {
    const auto [next, is_new] =
        nodes_[at].next.try_emplace(token.key, static_cast<std::uint32_t>(nodes_.size()));
    const std::uint32_t to = next->second;
    if (is_new) nodes_.emplace_back();
    at = to;
  }
  nodes_[at].values.push_back(value);
}

std::vector<PhraseTrie::Match> PhraseTrie::matches(std::span<const Token> tokens,
                                                   std::size_t at) const {
  std::vector<Match> found;
  std::uint32_t node = 0;
  for (std::size_t i = at; i < tokens.size(); ++i) {
    const auto next = nodes_[node].next.find(tokens[i].key);
    if (next == nodes_[node].next.end()) break;
    node = next->second;
    if (!nodes_[node].values.empty()) found.push_back({i + 1 - at, nodes_[node].values});
  }
  return found;
}

std::optional<PhraseTrie::Match> PhraseTrie::match(std::span<const Token> tokens,
                                                   std::size_t at) const {
  std::optional<Match> longest;
  std::uint32_t node = 0;
  for (std::size_t i = at; i < tokens.size(); ++i) {
    const auto next = nodes_[node].next.find(tokens[i].key);
    if (next == nodes_[node].next.end()) break;
    node = next->second;
    if (!nodes_[node].values.empty()) longest = Match{i + 1 - at, nodes_[node].values};
  }
  return longest;
}

}  // namespace machtin

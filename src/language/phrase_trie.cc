#include "language/phrase_trie.h"

namespace machtin {
namespace {

// FNV-1a over the key, begun at the node; the last step spreads it over the low bits.
std::uint64_t hash_of(std::uint32_t node, std::string_view key) {
  constexpr std::uint64_t kStart = 14695981039346656037ULL, kPrime = 1099511628211ULL;
  std::uint64_t hash = (kStart ^ node) * kPrime;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash ^ (hash >> 32);
}

}  // namespace

std::size_t PhraseTrie::place_of(std::uint32_t node, std::string_view key,
                                 std::uint64_t hash) const {
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t place = hash & mask;; place = (place + 1) & mask) {
    const Edge& edge = edges_[place];
    if (edge.to == 0) return place;
    if (edge.hash == hash && edge.from == node &&
        std::string_view(keys_).substr(edge.key_begin, edge.key_size) == key) {
      return place;
    }
  }
}

std::uint32_t PhraseTrie::next(std::uint32_t node, std::string_view key) const {
  if (edges_.empty()) return 0;
  return edges_[place_of(node, key, hash_of(node, key))].to;
}

void PhraseTrie::grow() {
  constexpr std::size_t kFirstPlaces = 64;
  const std::vector<Edge> old = std::move(edges_);
  edges_.assign(old.empty() ? kFirstPlaces : 2 * old.size(), {});
  const std::size_t mask = edges_.size() - 1;
  for (const Edge& edge : old) {
    if (edge.to == 0) continue;
    std::size_t place = edge.hash & mask;
    while (edges_[place].to != 0) place = (place + 1) & mask;
    edges_[place] = edge;
  }
}

void PhraseTrie::add(std::string_view phrase, std::uint32_t value) { add(tokenize(phrase), value); }

void PhraseTrie::add(std::span<const Token> tokens, std::uint32_t value) {
  if (tokens.empty()) return;
  std::uint32_t node = 0;
  for (const Token& token : tokens) {
    if (2 * (taken_ + 1) > edges_.size()) grow();
    const std::uint64_t hash = hash_of(node, token.key);
    Edge& edge = edges_[place_of(node, token.key, hash)];
    if (edge.to == 0) {
      edge = {node, static_cast<std::uint32_t>(values_.size()),
              static_cast<std::uint32_t>(keys_.size()),
              static_cast<std::uint32_t>(token.key.size()), hash};
      keys_ += token.key;
      values_.emplace_back();
      ++taken_;
    }
    node = edge.to;
  }
  values_[node].add(value);
}

std::vector<PhraseTrie::Match> PhraseTrie::matches(std::span<const Token> tokens,
                                                   std::size_t at) const {
  std::vector<Match> found;
  each_match(tokens, at, [&](const Match& match) { found.push_back(match); });
  return found;
}

std::optional<PhraseTrie::Match> PhraseTrie::match(std::span<const Token> tokens,
                                                   std::size_t at) const {
  std::optional<Match> longest;
  each_match(tokens, at, [&](const Match& match) { longest = match; });
  return longest;
}

}  // namespace machtin

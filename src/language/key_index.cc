#include "language/key_index.h"

#include <algorithm>
#include <cstring>

#include "language/piece.h"

namespace machtin {
namespace {

// FNV-1a taken eight bytes at a time: keys are syllables, one or two steps each.
std::uint64_t hash_of(std::string_view key) {
  std::uint64_t hash = 0xcbf29ce484222325u ^ key.size();
  for (std::size_t at = 0; at < key.size(); at += 8) {
    std::uint64_t part = 0;
    std::memcpy(&part, key.data() + at, std::min<std::size_t>(8, key.size() - at));
    hash = (hash ^ part) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 29;
  }
  return hash;
}

}  // namespace

std::size_t KeyIndex::place_of(std::string_view key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = hash_of(key) & mask;
  while (slots_[place] != 0 && keys_[slots_[place]] != key) place = (place + 1) & mask;
  return place;
}

std::uint32_t KeyIndex::add(std::string_view key) {
  const std::size_t place = place_of(key);
  if (slots_[place] != 0) return slots_[place];
  const auto number = static_cast<std::uint32_t>(keys_.size());
  keys_.emplace_back(key);
  slots_[place] = number;
  if (keys_.size() * 3 > slots_.size()) {  // a third full at most: a miss ends at its first place
    slots_.assign(slots_.size() * 4, 0);
    for (std::uint32_t n = 1; n < keys_.size(); ++n) slots_[place_of(keys_[n])] = n;
  }
  return number;
}

std::uint32_t KeyIndex::find(std::string_view key) const { return slots_[place_of(key)]; }

void KeyTrie::add(std::string_view phrase, std::uint32_t value, KeyIndex& index) {
  std::uint32_t node = 0;
  for (const Token& token : split_pieces(phrase, tokenize(phrase))) {
    const std::uint32_t key = index.add(token.key);
    std::uint32_t to = next(node, key);
    if (to == 0) {
      to = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      if (node == 0) {
        if (first_.size() <= key) first_.resize(key + 1);
        first_[key] = to;
      } else {
        nodes_[node].next.emplace_back(key, to);
      }
    }
    node = to;
  }
  if (node != 0) nodes_[node].values.push_back(value);
}

std::vector<std::uint32_t> keys_of(const std::vector<Token>& pieces, const KeyIndex& index) {
  std::vector<std::uint32_t> keys;
  keys.reserve(pieces.size());
  for (const Token& piece : pieces) keys.push_back(index.find(piece.key));
  return keys;
}

}  // namespace machtin

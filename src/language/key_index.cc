#include "language/key_index.h"

#include <algorithm>
#include <cstring>

#include "language/piece.h"

namespace machtin {
namespace {

std::uint64_t bytes_at(const char* at, std::size_t count) {  // count: 4 or 8
  std::uint64_t part = 0;
  if (count == 8) {
    std::memcpy(&part, at, 8);
  } else {
    std::uint32_t small = 0;
    std::memcpy(&small, at, 4);
    part = small;
  }
  return part;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t part) {
  hash = (hash ^ part) * 0x9E3779B97F4A7C15u;
  return hash ^ (hash >> 29);
}

// Keys are syllables of a few bytes: one or two steps each. The last bytes are read from the end,
// overlapping those before, so that no step depends on the length.
std::uint64_t hash_of(std::string_view key) {
  std::uint64_t hash = 0xcbf29ce484222325u ^ key.size();
  const char* data = key.data();
  if (key.size() >= 8) {
    for (std::size_t at = 0; at + 8 < key.size(); at += 8)
      hash = mixed(hash, bytes_at(data + at, 8));
    return mixed(hash, bytes_at(data + key.size() - 8, 8));
  }
  if (key.size() >= 4) {
    return mixed(hash, bytes_at(data, 4) << 32 | bytes_at(data + key.size() - 4, 4));
  }
  std::uint64_t part = 0;
  for (const char c : key) part = part << 8 | static_cast<unsigned char>(c);
  return mixed(hash, part);
}

}  // namespace

std::size_t KeyIndex::place_of(std::string_view key) const {
  const std::size_t mask = slots_.size() - 1;
  const std::uint64_t hash = hash_of(key);
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  std::size_t place = hash & mask;
  while (slots_[place].number != 0 &&
         (slots_[place].tag != tag || keys_[slots_[place].number] != key)) {
    place = (place + 1) & mask;
  }
  return place;
}

std::uint32_t KeyIndex::add(std::string_view key) {
  const std::size_t place = place_of(key);
  if (slots_[place].number != 0) return slots_[place].number;
  const auto number = static_cast<std::uint32_t>(keys_.size());
  keys_.emplace_back(key);
  slots_[place] = {number, static_cast<std::uint32_t>(hash_of(key) >> 32)};
  if (keys_.size() * 3 > slots_.size()) {  // a third full at most: a miss ends at its first place
    slots_.assign(slots_.size() * 4, Slot{});
    for (std::uint32_t n = 1; n < keys_.size(); ++n) {
      slots_[place_of(keys_[n])] = {n, static_cast<std::uint32_t>(hash_of(keys_[n]) >> 32)};
    }
  }
  return number;
}

std::uint32_t KeyIndex::find(std::string_view key) const { return slots_[place_of(key)].number; }

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

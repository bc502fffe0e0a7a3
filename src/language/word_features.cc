#include "language/word_features.h"

#include <algorithm>

namespace machtin {
namespace {

constexpr std::uint64_t kOutside = 0x51ED270B;  // the key of what lies beyond the line

struct Seen {
  std::uint64_t key = kOutside;
  std::uint64_t shape = 15;
};

Seen seen_at(const std::vector<WordUnit>& units, std::size_t at) {
  if (at >= units.size()) return {};
  return {units[at].key, static_cast<std::uint64_t>(units[at].shape)};
}

const WordKeys& keys_at(const std::vector<WordKeys>& words, std::size_t at) {
  static constexpr WordKeys kNone = {kOutside, 0, 0, 0xFF, 0};
  return at < words.size() ? words[at] : kNone;
}

}  // namespace

void join_features(const std::vector<WordUnit>& units, std::size_t at,
                   std::array<FeatureHash, kJoinFeatures>& features) {
  const Seen a2 = seen_at(units, at - 2);  // wraps round to beyond the end: outside too
  const Seen a1 = seen_at(units, at - 1);
  const Seen b = seen_at(units, at);
  const Seen c1 = seen_at(units, at + 1);
  const Seen c2 = seen_at(units, at + 2);
  const std::uint64_t shapes = a1.shape << 4 | b.shape;
  const FeatureHash pair = join_hash(join_hash(1, a1.key), b.key);
  const FeatureHash next_pair = join_hash(join_hash(2, b.key), c1.key);
  const FeatureHash last_pair = join_hash(join_hash(3, a2.key), a1.key);
  features = {join_hash(4, b.key),
              join_hash(5, a1.key),
              join_hash(6, c1.key),
              pair,
              next_pair,
              last_pair,
              join_hash(join_hash(pair, 7), a2.key),
              join_hash(join_hash(pair, 8), c1.key),
              join_hash(join_hash(9, a1.key), shapes),
              join_hash(join_hash(10, b.key), shapes),
              join_hash(11, a2.shape << 12 | shapes << 4 | c1.shape),
              join_hash(join_hash(12, a2.key), b.key),
              join_hash(join_hash(next_pair, 13), c2.key),
              join_hash(join_hash(pair, 14), shapes),
              join_hash(15, a2.shape << 16 | shapes << 8 | c1.shape << 4 | c2.shape),
              join_hash(join_hash(16, a1.key), c1.key)};
}

WordKeys word_keys(const std::vector<WordUnit>& units, std::size_t first, std::size_t end) {
  constexpr std::size_t kMost = 4;
  WordKeys word;
  word.key = word.first = units[first].key;
  for (std::size_t i = first + 1; i < end; ++i) word.key = join_hash(word.key, units[i].key);
  word.last = units[end - 1].key;
  word.shape = static_cast<std::uint32_t>(units[first].shape) << 4 |
               static_cast<std::uint32_t>(units[end - 1].shape);
  word.units = static_cast<std::uint32_t>(std::min(end - first, kMost));
  return word;
}

void tag_features(const std::vector<WordKeys>& words, std::size_t at,
                  std::array<FeatureHash, kTagFeatures>& features) {
  const WordKeys& a2 = keys_at(words, at - 2);  // wraps round to beyond the end: outside too
  const WordKeys& a1 = keys_at(words, at - 1);
  const WordKeys& b = words[at];
  const WordKeys& c1 = keys_at(words, at + 1);
  const WordKeys& c2 = keys_at(words, at + 2);
  const std::uint64_t form = b.shape | b.units << 8;
  features = {join_hash(101, b.key),
              join_hash(102, a1.key),
              join_hash(103, c1.key),
              join_hash(104, a2.key),
              join_hash(105, c2.key),
              join_hash(join_hash(106, a1.key), b.key),
              join_hash(join_hash(107, b.key), c1.key),
              join_hash(108, b.first),
              join_hash(109, b.last),
              join_hash(110, form),
              join_hash(111, a1.shape << 8 | b.shape),
              join_hash(112, c1.shape << 8 | b.shape),
              join_hash(join_hash(113, b.last), b.units),
              join_hash(join_hash(114, b.first), b.units),
              join_hash(115, (at == 0 ? 1U << 16 : 0U) | form),
              join_hash(join_hash(116, a1.key), c1.key),
              join_hash(join_hash(117, b.key), b.shape),
              join_hash(118, c1.first),
              join_hash(119, a1.last)};
}

}  // namespace machtin

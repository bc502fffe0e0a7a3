#pragma once
// What the models of words and tags look at, as hashes: the one list that the program and its
// trainer (tools/train_words/) share. A change needs a new version of the model file. Tested by
// word_segmenter_test.cc.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/word_unit.h"

namespace machtin {

using FeatureHash = std::uint64_t;

constexpr FeatureHash join_hash(FeatureHash hash, std::uint64_t part) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;
  hash = (hash ^ part) * kOdd;
  return hash ^ hash >> 31;
}

// Whether units[at] goes on the word of the unit before it, seen together with whether that one
// does: window of five units.
constexpr std::size_t kJoinFeatures = 16;
constexpr std::size_t kPairFeature = 3;  // the one of the two keys alone
void join_features(const std::vector<WordUnit>& units, std::size_t at,
                   std::array<FeatureHash, kJoinFeatures>& features);

// A word as its tag's features see it.
struct WordKeys {
  std::uint64_t key = 0;       // of all its units
  std::uint64_t first = 0;     // of its first unit
  std::uint64_t last = 0;      // of its last
  std::uint32_t shape = 0xFF;  // of its first and last unit together
  std::uint32_t units = 0;     // how many, up to four
};
WordKeys word_keys(const std::vector<WordUnit>& units, std::size_t first, std::size_t end);

// What tells the tag of words[at]: window of five words.
constexpr std::size_t kTagFeatures = 19;
void tag_features(const std::vector<WordKeys>& words, std::size_t at,
                  std::array<FeatureHash, kTagFeatures>& features);

}  // namespace machtin

#pragma once
// Text → its terms: syllables and pairs of neighbouring syllables that are no function words,
// numbers, days in figures. What articles and sentences are compared by. Tested by
// features_test.cc.

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "story/story_tables.h"

namespace machtin {

struct TermCount {
  double count = 0;
  float rarity = 0;  // of StoryTables
};
using TermCounts = std::unordered_map<std::uint32_t, TermCount>;  // by term_hash, pair_hash

// Adds the terms of a text, each `times` times.
void count_terms(std::string_view text, const StoryTables& tables, double times,
                 TermCounts& counts);

}  // namespace machtin

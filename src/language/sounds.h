#pragma once
// How a language writes the sounds of foreign names: "Pu-tin" and "Putin", "Ma-crông" and "Macron"
// become the same few consonants. Tested by sounds_test.cc.

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/pack.h"
#include "machtin/result.h"

namespace machtin {

struct SoundTables {
  std::unordered_map<std::string, std::string> spellings = {};  // letters → sounds
  std::unordered_set<std::string> near = {};                    // two sounds, both ways
  std::size_t longest = 0;                                      // letters of a spelling

  // The table "transliteration"; empty for a pack that has none. Errors: kBadFormat (table, line).
  static Result<SoundTables> load(const Pack& pack);
  bool empty() const { return spellings.empty(); }
};

// The consonants of a folded word, as sounds.
std::string sounds_of(std::string_view folded, const SoundTables& tables);

// 0 for the same sounds, 1 for nothing in common. Edit distance in which near sounds cost half and
// a sound left out three quarters (r and l half); over the longer one's length.
double sound_distance(std::string_view a, std::string_view b, const SoundTables& tables);

// Folded, with what hyphens join put together: "Pu-tin" and "Putin" are one.
std::string spelling_key(std::string_view name);

}  // namespace machtin

#pragma once
// What is known of cities and people beyond one article: GeoNames ids of cities and the spellings
// of people's names, of all packs together. Tested by link_entities_test.cc.

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/pack.h"
#include "machtin/result.h"

namespace machtin {

struct KnownCity {
  std::string id = {};          // GeoNames'
  std::string country = {};     // alpha-3
  int people = 0;               // thousands
  std::uint32_t spellings = 0;  // index into LinkTables::city_names
};

struct KnownPerson {
  std::vector<std::string> names = {};    // the first makes the key
  std::string country = {};               // alpha-3
  std::vector<std::string> offices = {};  // folded, without the country
};

// How sounds are written: data/<code>/transliteration.tsv.
struct SoundTables {
  std::unordered_map<std::string, std::string> spellings = {};  // letters → sounds
  std::unordered_set<std::string> near = {};                    // two sounds, both ways
  std::size_t longest = 0;                                      // letters of a spelling
};

// The consonants of a folded word, as sounds.
std::string sounds_of(std::string_view folded, const SoundTables& tables);

// 0 for the same sounds, 1 for nothing in common. Edit distance in which near sounds cost half and
// a sound left out three quarters (r and l half); over the longer one's length.
double sound_distance(std::string_view a, std::string_view b, const SoundTables& tables);

struct LinkTables {
  std::unordered_map<std::string, std::vector<KnownCity>> cities = {};  // by folded name
  std::vector<std::vector<std::string>> city_names = {};
  std::vector<KnownPerson> people = {};
  std::unordered_map<std::string, std::vector<std::uint32_t>> people_by_name = {};  // folded
  std::unordered_map<std::string, std::vector<std::uint32_t>> people_by_country = {};
  SoundTables sounds = {};

  // packs: those of all languages, "all" among them. Errors: kBadFormat (table, line).
  static Result<LinkTables> load(std::span<const Pack> packs);
};

// Folded, with what hyphens join put together: "Pu-tin" and "Putin" are one.
std::string spelling_key(std::string_view name);

}  // namespace machtin

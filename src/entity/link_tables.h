#pragma once
// What is known of cities and people beyond one article: GeoNames ids of cities and the spellings
// of people's names, of all packs together. Tested by link_entities_test.cc.

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/pack.h"
#include "language/sounds.h"
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

struct LinkTables {
  std::unordered_map<std::string, std::vector<KnownCity>> cities = {};  // by folded name
  std::vector<std::vector<std::string>> city_names = {};
  std::vector<KnownPerson> people = {};
  std::unordered_map<std::string, std::vector<std::uint32_t>> people_by_name = {};  // folded
  std::unordered_map<std::string, std::vector<std::uint32_t>> people_by_country = {};

  // packs: those of all languages, "all" among them. Errors: kBadFormat (table, line).
  static Result<LinkTables> load(std::span<const Pack> packs);
};

}  // namespace machtin

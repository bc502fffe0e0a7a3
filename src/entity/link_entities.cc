#include "entity/link_entities.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "text/fold.h"

namespace machtin {
namespace {

constexpr std::int64_t kMuchLarger =
    10;  // a city of no told country is the one that nearly all mean

const KnownCity* find_city(const Entity& place, const LinkTables& tables) {
  const auto found = tables.cities.find(folded_title(place.name));
  if (found == tables.cities.end()) return nullptr;
  const KnownCity *largest = nullptr, *second = nullptr;
  for (const KnownCity& city : found->second) {
    if (place.country && city.country != *place.country) continue;
    if (largest == nullptr || city.people > largest->people) {
      second = largest;
      largest = &city;
    } else if (second == nullptr || city.people > second->people) {
      second = &city;
    }
  }
  if (largest == nullptr || second == nullptr) return largest;
  return largest->people >= kMuchLarger * second->people ? largest : nullptr;
}

void add_alias(Entity& entity, const std::string& name) {
  const std::vector<std::string>& known = entity.aliases;
  if (name != entity.name && std::find(known.begin(), known.end(), name) == known.end())
    entity.aliases.push_back(name);
}

void add_aliases(Entity& entity, const std::vector<std::string>& names) {
  for (const std::string& name : names) add_alias(entity, name);
}

void link_city(Entity& place, const LinkTables& tables) {
  const KnownCity* const city = find_city(place, tables);
  if (city == nullptr) return;
  place.key = "place:geonames:" + city->id;
  if (!place.country) place.country = city->country;
  add_aliases(place, tables.city_names[city->spellings]);
}

bool holds_office(const Entity& entity, const KnownPerson& person) {
  return std::any_of(entity.roles.begin(), entity.roles.end(), [&](const std::string& role) {
    const std::string folded = folded_title(role);
    return std::any_of(person.offices.begin(), person.offices.end(),
                       [&](const std::string& office) { return folded.starts_with(office); });
  });
}

// The one row that the name may mean; none where two fit.
const KnownPerson* find_person(const Entity& entity, const LinkTables& tables) {
  auto found = tables.people_by_name.find(folded_title(entity.name));
  if (found == tables.people_by_name.end())
    found = tables.people_by_name.find(spelling_key(entity.name));
  if (found == tables.people_by_name.end()) return nullptr;
  const bool one_word = spelling_key(entity.name).find(' ') == std::string::npos;
  const KnownPerson* fitting = nullptr;
  for (const std::uint32_t row : found->second) {
    const KnownPerson& person = tables.people[row];
    const bool told = entity.country.has_value();
    const bool same_country = told && *entity.country == person.country;
    if (told && !same_country) continue;
    if (one_word && !same_country && !holds_office(entity, person)) continue;
    if (fitting != nullptr) return nullptr;
    fitting = &person;
  }
  return fitting;
}

void link_person(Entity& entity, const LinkTables& tables) {
  // "Pu-tin" is looked for as "Putin", whoever it is.
  if (entity.name.find('-') != std::string::npos) {
    std::string joined;
    std::copy_if(entity.name.begin(), entity.name.end(), std::back_inserter(joined),
                 [](char c) { return c != '-'; });
    add_alias(entity, joined);
  }
  const KnownPerson* const person = find_person(entity, tables);
  if (person == nullptr) return;
  if (!entity.country) entity.country = person->country;
  entity.key = "person:" + folded_title(person->names.front()) + "|" + person->country;
  add_aliases(entity, person->names);
}

bool is_ours(const std::optional<std::string>& key, std::string_view prefix) {
  return !key || key->starts_with(prefix);
}

}  // namespace

void link_entities(Facts& facts, const LinkTables& tables) {
  for (Entity& entity : facts.entities) {
    if (entity.type == EntityType::kPlace && is_ours(entity.key, "place:"))
      link_city(entity, tables);
    if (entity.type == EntityType::kPerson && is_ours(entity.key, "person:"))
      link_person(entity, tables);
  }
}

}  // namespace machtin

#include "entity/link_entities.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "text/fold.h"

namespace machtin {
namespace {

constexpr std::int64_t kMuchLarger =
    10;  // a city of no told country is the one that nearly all mean

// "ha noi" of "place:ha noi|VNM": the name under which the tables have it, however it is printed.
std::string table_name(const Entity& place) {
  constexpr std::string_view kPrefix = "place:";
  if (!place.key || !place.key->starts_with(kPrefix)) return "";
  return place.key->substr(kPrefix.size(), place.key->find('|') - kPrefix.size());
}

const KnownCity* find_city(const Entity& place, const LinkTables& tables) {
  auto found = tables.cities.find(folded_name(place.name));
  if (found == tables.cities.end()) found = tables.cities.find(table_name(place));
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
    const std::string folded = folded_name(role);
    return std::any_of(person.offices.begin(), person.offices.end(),
                       [&](const std::string& office) { return folded.starts_with(office); });
  });
}

// The one row that the name may mean; none where two fit.
const KnownPerson* find_person(const Entity& entity, const LinkTables& tables) {
  auto found = tables.people_by_name.find(folded_name(entity.name));
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

std::vector<std::string> sounds_of_words(const std::string& name, const SoundTables& tables) {
  std::vector<std::string> sounds;
  const std::string folded = spelling_key(name);
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    std::string word = sounds_of(std::string_view(folded).substr(begin, end - begin), tables);
    if (!word.empty()) sounds.push_back(std::move(word));
    begin = end + 1;
  }
  return sounds;
}

// How far the words of a name are from the nearest ones of a row's surname or full name.
double distance_to(const std::vector<std::string>& words, const KnownPerson& person,
                   const SoundTables& tables) {
  double least = 1;
  for (const std::string& name : person.names) {
    const std::vector<std::string> known = sounds_of_words(name, tables);
    if (known.empty() || known.back().size() < 2) continue;
    for (const std::string& word : words)
      least = std::min(least, sound_distance(word, known.back(), tables));
  }
  return least;
}

// "Ê-đô-gan" in the office of Recep Tayyip Erdogan: a name written by its sounds is the one of its
// country whose surname sounds so and who has held the office; none where two may be meant.
const KnownPerson* find_by_sound(const Entity& entity, const LinkTables& tables,
                                 const SoundTables& sounds) {
  constexpr double kAlike = 0.27, kClearly = 0.15;
  if (!entity.country || entity.name.find('-') == std::string::npos) return nullptr;
  const auto found = tables.people_by_country.find(*entity.country);
  if (found == tables.people_by_country.end()) return nullptr;
  const std::vector<std::string> words = sounds_of_words(entity.name, sounds);
  const KnownPerson* best = nullptr;
  double least = 1, second = 1;
  for (const std::uint32_t row : found->second) {
    const KnownPerson& person = tables.people[row];
    if (!holds_office(entity, person)) continue;
    const double distance = distance_to(words, person, sounds);
    if (distance < least) {
      second = least;
      least = distance;
      best = &person;
    } else {
      second = std::min(second, distance);
    }
  }
  return least <= kAlike && second - least >= kClearly ? best : nullptr;
}

void link_person(Entity& entity, const LinkTables& tables, const SoundTables& sounds) {
  // "Pu-tin" is looked for as "Putin", whoever it is.
  if (entity.name.find('-') != std::string::npos) {
    std::string joined;
    std::copy_if(entity.name.begin(), entity.name.end(), std::back_inserter(joined),
                 [](char c) { return c != '-'; });
    add_alias(entity, joined);
  }
  const KnownPerson* person = find_person(entity, tables);
  if (person == nullptr) person = find_by_sound(entity, tables, sounds);
  if (person == nullptr) return;
  if (!entity.country) entity.country = person->country;
  entity.key = "person:" + folded_name(person->names.front()) + "|" + person->country;
  add_aliases(entity, person->names);
}

bool is_ours(const std::optional<std::string>& key, std::string_view prefix) {
  return !key || key->starts_with(prefix);
}

}  // namespace

void link_entities(Facts& facts, const LinkTables& tables, const SoundTables& sounds) {
  for (Entity& entity : facts.entities) {
    if (entity.type == EntityType::kPlace && is_ours(entity.key, "place:"))
      link_city(entity, tables);
    if (entity.type == EntityType::kPerson && is_ours(entity.key, "person:"))
      link_person(entity, tables, sounds);
  }
}

}  // namespace machtin

#include "entity/link_tables.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

Error bad_row(const Pack& pack, std::string_view table, const TableRow& row) {
  return {ErrorKind::kBadFormat, pack.code() + "/" + std::string(table) + " line " +
                                     std::to_string(row.line) +
                                     ": a name and a number are asked for"};
}

Result<Done> load_cities(const Pack& pack, LinkTables& tables) {
  for (const TableRow& row : pack.table("cities").rows) {
    std::vector<std::string> names = split_values(row[0]);
    KnownCity city{.id = row[2], .country = row[1]};
    const char* const end = row[3].data() + row[3].size();
    const auto [read_to, error] = std::from_chars(row[3].data(), end, city.people);
    const bool number = error == std::errc() && read_to == end && city.people >= 0;
    if (names.empty() || row[2].empty() || !number) {
      return bad_row(pack, "cities", row);
    }
    city.spellings = static_cast<std::uint32_t>(tables.city_names.size());
    for (const std::string& name : names) tables.cities[folded_name(name)].push_back(city);
    tables.city_names.push_back(std::move(names));
  }
  return Done{};
}

void load_people(const Pack& pack, LinkTables& tables) {
  for (const TableRow& row : pack.table("known_people").rows) {
    KnownPerson person{.names = split_values(row[0]), .country = row[1]};
    if (person.names.empty()) continue;
    for (const std::string& office : split_values(row[2]))
      person.offices.push_back(folded_name(office));
    const auto number = static_cast<std::uint32_t>(tables.people.size());
    for (const std::string& name : person.names) {
      for (const std::string& key : {folded_name(name), spelling_key(name)}) {
        std::vector<std::uint32_t>& rows = tables.people_by_name[key];
        if (rows.empty() || rows.back() != number) rows.push_back(number);
      }
    }
    tables.people_by_country[person.country].push_back(number);
    tables.people.push_back(std::move(person));
  }
}

Result<Done> load_sounds(const Pack& pack, SoundTables& sounds) {
  for (const TableRow& row : pack.table("transliteration").rows) {
    const bool near = row[2] == "near";
    const bool pair = row[0].size() == 1 && row[1].size() == 1;
    if ((!near && row[2] != "spelling") || (near && !pair))
      return Error{ErrorKind::kBadFormat, "transliteration, line " + std::to_string(row.line) +
                                              ": neither a spelling nor two sounds that are near"};
    if (near) {
      sounds.near.insert(row[0] + row[1]);
      sounds.near.insert(row[1] + row[0]);
    } else {
      sounds.spellings[row[0]] = row[1];
      sounds.longest = std::max(sounds.longest, row[0].size());
    }
  }
  return Done{};
}

}  // namespace

std::string sounds_of(std::string_view folded, const SoundTables& tables) {
  std::string sounds;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t length = std::min(tables.longest, folded.size() - at);
    auto found = tables.spellings.end();
    for (; length > 0; --length) {
      found = tables.spellings.find(std::string(folded.substr(at, length)));
      if (found != tables.spellings.end()) break;
    }
    if (found != tables.spellings.end()) {
      for (const char sound : found->second) {
        if (sounds.empty() || sounds.back() != sound) sounds.push_back(sound);  // "ss" is one
      }
    }
    at += std::max<std::size_t>(length, 1);
  }
  return sounds;
}

double sound_distance(std::string_view a, std::string_view b, const SoundTables& tables) {
  constexpr std::size_t kLongest = 24;  // of a name; longer ones are compared by their beginning
  a = a.substr(0, kLongest);
  b = b.substr(0, kLongest);
  if (a.empty() || b.empty()) return 1;
  const auto swap = [&](char x, char y) {
    if (x == y) return 0.0;
    return tables.near.contains({x, y}) ? 0.5 : 1.0;
  };
  const auto leave_out = [](char sound) { return sound == 'r' || sound == 'l' ? 0.5 : 0.75; };
  std::vector<double> above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j < b.size(); ++j) above[j + 1] = above[j] + leave_out(b[j]);
  for (const char x : a) {
    row[0] = above[0] + leave_out(x);
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min(
          {above[j] + swap(x, b[j]), above[j + 1] + leave_out(x), row[j] + leave_out(b[j])});
    }
    std::swap(above, row);
  }
  return std::min(1.0, above[b.size()] / static_cast<double>(std::max(a.size(), b.size())));
}

Result<LinkTables> LinkTables::load(std::span<const Pack> packs) {
  LinkTables tables;
  for (const Pack& pack : packs) {
    if (const Result<Done> done = load_cities(pack, tables); !done) return done.error();
    load_people(pack, tables);
    if (const Result<Done> done = load_sounds(pack, tables.sounds); !done) return done.error();
  }
  return tables;
}

std::string spelling_key(std::string_view name) {
  std::string joined;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool inside =
        at > 0 && at + 1 < name.size() && name[at - 1] != ' ' && name[at + 1] != ' ';
    if (name[at] != '-' || !inside) joined.push_back(name[at]);
  }
  return folded_name(joined);
}

}  // namespace machtin

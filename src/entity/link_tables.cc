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

}  // namespace

Result<LinkTables> LinkTables::load(std::span<const Pack> packs) {
  LinkTables tables;
  for (const Pack& pack : packs) {
    if (const Result<Done> done = load_cities(pack, tables); !done) return done.error();
    load_people(pack, tables);
  }
  return tables;
}

}  // namespace machtin

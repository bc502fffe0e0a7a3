#pragma once
// The kinds of words that stand for somebody named elsewhere: data/<code>/anaphora.tsv.

#include <cstdint>
#include <string_view>
#include <utility>

namespace machtin {

enum class Anaphor : std::uint8_t {
  kNone,
  kTwoCountries,
  kTwoPersons,
  kPerson,
  kCountry,
  kOrganization
};

constexpr std::pair<std::string_view, Anaphor> kAnaphorNames[] = {
    {"two-countries", Anaphor::kTwoCountries},
    {"two-persons", Anaphor::kTwoPersons},
    {"person", Anaphor::kPerson},
    {"country", Anaphor::kCountry},
    {"organization", Anaphor::kOrganization},
};

}  // namespace machtin

#pragma once
// The key of whom a name means: the same for the same one in every article, so that articles can be
// put together by who is in them. Pure functions of type, name and country; no registry is asked.
// Tested by entity_key_test.cc.
//
//   country      country:RUS                      by its code alone, however the article calls it
//   nationality  people:RUS
//   place        place:istanbul|TUR               the table's first spelling, folded
//                place:bien dong                  of no country, or of none that is told
//   organization org:lien hop quoc                known ones by the table's first name, folded
//                org:bo ngoai giao|RUS            others written long (full_names.h) without the
//                                                 country's name at their end, then its code
//   person       person:vladimir putin|RUS        folded full name; no key for one word alone,
//                                                 which may be many people

#include <optional>
#include <string>
#include <string_view>

#include "machtin/facts.h"

namespace machtin {

// name: the fullest form known; for a table's entry its first name. country: alpha-3, empty if not
// known. None where the name is too little to tell one from another.
std::optional<std::string> entity_key(EntityType type, std::string_view name,
                                      std::string_view country);

}  // namespace machtin

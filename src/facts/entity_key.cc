// Keys of entities: a prefix by type, the folded name, the country's code. Tested by
// entity_key_test.cc.
#include "facts/entity_key.h"

#include "text/fold.h"

namespace machtin {

std::optional<std::string> entity_key(EntityType type, std::string_view name,
                                      std::string_view country) {
  const std::string code(country);
  if (type == EntityType::kCountry) {
    return code.empty() ? std::nullopt : std::optional("country:" + code);
  }
  const std::string folded = folded_name(name);
  if (type == EntityType::kNationality) {
    if (!code.empty()) return "people:" + code;
    return folded.empty() ? std::nullopt : std::optional("people:" + folded);
  }
  if (folded.empty()) return std::nullopt;
  if (type == EntityType::kPlace)
    return code.empty() ? "place:" + folded : "place:" + folded + "|" + code;
  if (type == EntityType::kOrganization) {
    return code.empty() ? "org:" + folded : "org:" + folded + "|" + code;
  }
  if (folded.find(' ') == std::string::npos) return std::nullopt;
  return code.empty() ? "person:" + folded : "person:" + folded + "|" + code;
}

}  // namespace machtin

#pragma once
// Mentions of people, organizations, countries and places in a run of text, before those of one
// entity are put together (coreference.h does). Found left to right by the grammar of names:
// office, organization or country of the office, form of address, name, and what stands behind the
// name in apposition. Tested by entities_test.cc.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/entity_names.h"
#include "facts/name_type.h"
#include "machtin/facts.h"

namespace machtin {

// How sure we are that a mention is one, all by itself.
enum class Evidence : std::uint8_t {
  kOwn,     // a table, a title, a verb, a shape tells it
  kNeeded,  // only together with another mention: "Whelan" of "Paul Whelan", "Thủ tướng" of a prime
            // minister named elsewhere
};

struct Mention {
  EntityType type = EntityType::kPerson;
  ByteSpan span = {};
  std::optional<std::uint32_t> caption = {};  // none: in the text
  Evidence evidence = Evidence::kOwn;
  std::string name = {};      // as printed
  std::string key_name = {};  // the table's first name; empty for a name that is in no table
  std::string key = {};       // set by a watch-list
  std::string country = {};   // alpha-3, empty if not told
  std::string sector = {};
  std::vector<std::string> roles = {};  // as printed
  // Folded words of each office without its country: what "Tổng thống Nga" and "Tổng thống Mỹ"
  // share.
  std::vector<std::string> offices = {};
  std::string nearby_country =
      {};                 // of an office of state: the country named last before it in its sentence
  char gender = 0;        // 'm', 'f', told by the form of address
  bool by_shape = false;  // a person told by nothing but the shape of the name
  bool holder = false;    // an office holder told by the office alone
  bool generic = false;   // a holder told by a profession and a country, who may be many
  bool state_office = false;  // the office is one of a state
  bool abroad = false;        // an organization that the readers' country has not
  bool government = false;    // a capital city that stands for its country
  // Of a person in a line of capitals: the whole run of capitals, of which the name may have more.
  std::string capitals = {};
  bool nameless = false;  // an organization told by its type alone, a place of a shared name
  bool shared = false;    // a place whose name others have: key_name holds its province, where told
  bool home_name = false;                    // a name built as names of the language are
  std::optional<std::size_t> same_as = {};   // index of the mention that it abbreviates
  std::optional<std::size_t> alias_of = {};  // index of the person of whom it is another name
  // Of a name that nothing introduces: what its words and neighbours say of its type.
  std::optional<NameScores> scores = {};
};

struct Passage {
  NamedText text = {};
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sentences = {};  // tokens [first, end)
  std::optional<std::uint32_t> caption = {};
};

// Adds the passage's mentions, in order of place; a mention inside another comes before it.
void find_mentions(const Passage& passage, std::vector<Mention>& mentions);

// Whether one sector says more of its holder than what is known: the police have the army's ranks.
inline bool tells_more(std::string_view sector, std::string_view known) {
  return known.empty() || known == "CVL" || (known == "MIL" && sector == "COP");
}

}  // namespace machtin

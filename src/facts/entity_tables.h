#pragma once
// What a language pack knows of names, compiled: one trie over all phrases, so that a text is
// looked up once a token, and the row that each phrase stands for. Tested by entity_tables_test.cc.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "facts/anaphor.h"
#include "facts/full_names.h"
#include "language/pack.h"
#include "language/phrase_trie.h"
#include "language/sounds.h"
#include "machtin/facts.h"
#include "machtin/result.h"

namespace machtin {

enum class PhraseKind : std::uint8_t {
  kWatched,        // watch_list
  kCountry,        // countries, column names
  kCountryInPair,  // countries, forms used in pairs only
  kPeople,         // nationalities
  kPlace,
  kOffice,
  kTitle,
  kOrganization,
  kOrganizationType,
  kOrganizationWord,
  kAdminUnit,
  kPlacePreposition,
  kPlaceTail,  // admin_units, English words that end the name of a place
  kReportingCue,
  kAppositionWord,
  kNotName,
  kThingWord,
  kFunctionWord,
  kMatchVerb,
  kSportWord,
  kAnaphor,
  kTargetWord,        // what is done behind it is done to another: "lãnh thổ nước này"
  kGovernmentVerb,    // behind a capital city, which means its government
  kGovernmentFiller,  // between the two
  kBeforeGovernment,  // "phía Bắc Kinh"
};

// One spelling of one row. A capital in the table asks for a capital in the text, so that "Nga" is
// no "nga"; all capitals ask for all capitals, so that "ICE" is no "ice".
struct TablePhrase {
  PhraseKind kind = PhraseKind::kNotName;
  bool homonym = false;         // a common word or given name as well
  std::uint32_t row = 0;        // in the list of its kind below
  std::uint64_t capitals = 0;   // bit i: token i must begin with a capital
  std::uint64_t all_upper = 0;  // bit i: token i must be all capitals
};

struct CountryRow {
  std::string code = {};  // alpha-3
  std::string name = {};  // the commonest
};

struct PlaceRow {
  std::string name = {};     // the first spelling: what keys are made of
  std::string country = {};  // alpha-3 or empty
  bool soft = false;      // a small town, many of which are called like people: others must agree
  bool capital = false;   // of a country, whose government it may stand for
  bool province = false;  // of the readers' own country
  bool municipality = false;  // a city that is a province too
  bool shared = false;        // a name that units of several provinces have
};

struct OrganizationRow {
  std::string name = {};
  std::string country = {}, sector = {};
};

enum class OfficeKind : std::uint8_t { kState, kBody, kCounterpart };

struct OfficeRow {
  std::string sector = {};
  OfficeKind kind = OfficeKind::kBody;
};

// kHonour: a role that nobody but a person bears, so that a name follows always.
enum class TitleKind : std::uint8_t { kAddress, kCitizen, kKin, kRole, kAlias, kHonour };

struct TitleRow {
  std::string sector = {};
  char gender = 0;  // 'm', 'f' or 0
  TitleKind kind = TitleKind::kAddress;
};

// kWord: a head that means nothing without the word behind it ("Bộ"), which some papers do not
// capitalise. kAbroad: as kAlone, but the readers' own country has none ("Hạ viện").
enum class OrganizationTypeKind : std::uint8_t { kAlone, kAbroad, kHead, kWord, kOutside, kTail };

struct OrganizationTypeRow {
  std::string sector = {};
  OrganizationTypeKind kind = OrganizationTypeKind::kHead;
  bool local = false;  // each place has its own, so that it is nobody's name without one
};

enum class OrganizationWordKind : std::uint8_t {
  kCapital,
  kLower,
  kLink,
  kOf,
  kAt,
  kBranch,
  kTrade
};

enum class AdminUnitKind : std::uint8_t { kName, kNumberToo };

enum class PeopleKind : std::uint8_t { kWord, kBefore, kLanguage };

struct PeopleRow {
  std::string country = {};
  PeopleKind kind = PeopleKind::kWord;
};

struct AnaphorRow {
  Anaphor kind = Anaphor::kNone;
  char gender = 0;          // 'm', 'f' or 0
  std::string sector = {};  // of the organizations that are spoken of so
  bool role = false;        // only of one whom the article calls so
};

struct WatchedRow {
  EntityType type = EntityType::kPerson;
  std::string name = {}, country = {}, key = {}, sector = {};
};

class NameTypeModel;

struct EntityTables {
  PhraseTrie trie = {};  // values index phrases
  std::vector<TablePhrase> phrases = {};
  std::vector<CountryRow> countries = {};
  std::vector<PlaceRow> places = {};
  std::vector<OrganizationRow> organizations = {};
  std::vector<OfficeRow> offices = {};
  std::vector<TitleRow> titles = {};
  std::vector<OrganizationTypeRow> organization_types = {};
  std::vector<OrganizationWordKind> organization_words = {};
  std::vector<AdminUnitKind> admin_units = {};
  std::vector<std::string> town_words = {};  // beside admin_units: "TP", empty for no town
  std::vector<PeopleRow> peoples = {};
  std::vector<WatchedRow> watched = {};
  std::vector<AnaphorRow> anaphors = {};
  std::unordered_map<std::string, char> middle_names = {};  // key → gender
  std::unordered_map<std::string, bool> surnames =
      {};  // key → common: a given name behind it is enough evidence
  std::unordered_set<std::string> given_names = {};  // of other languages
  std::unordered_set<std::string> name_particles = {};
  std::unordered_set<std::string> lower_words = {};  // seldom capitalised inside a sentence
  std::unordered_set<std::string> onsets = {}, rimes = {};
  std::unordered_set<std::string> name_sharing_countries = {};
  SoundTables sounds = {};
  FullNames full_names = {};
  std::unordered_set<std::string> local_heads = {};  // full_names.folded(): each place has its own
  std::shared_ptr<const NameTypeModel> name_types = {};  // none: the pack has no model
  std::string home_country =
      {};  // whose offices the language's press names without a country; empty for none

  // language: the article's; all: Pack "all", with ISO 3166-1's codes, English names, capitals,
  // sectors. Errors: kBadFormat, a row with a country, sector or kind that there is not (table,
  // line, value).
  static Result<EntityTables> load(const Pack& language, const Pack& all);

  // Whether the word is built as a syllable of the language is; never, where the pack has no
  // syllable parts.
  bool is_syllable(std::string_view word) const;
};

// A phrase of the tables at a token of a text.
struct PhraseHit {
  std::uint32_t tokens = 0;
  const TablePhrase* phrase = nullptr;  // into the tables
};

// All phrases of a run of tokens whose letters are as the table asks, found once, then asked for by
// place.
class PhraseHits {
 public:
  PhraseHits(std::string_view text, std::span<const Token> tokens, const EntityTables& tables);
  // The longest phrase of the kind at the token that ends at or before `end`; phrase is null if
  // there is none.
  PhraseHit longest(PhraseKind kind, std::uint32_t at, std::uint32_t end) const;
  // Of any kind, shortest first.
  std::span<const PhraseHit> at(std::uint32_t token) const;

 private:
  std::vector<PhraseHit> hits_;
  std::vector<std::uint32_t> begin_;  // of each token's hits, and the end
};

}  // namespace machtin

#pragma once
// What a pack knows of events, compiled: types, triggers, frames, head nouns, small words,
// anaphora, status words and reporting verbs. Language stands in data/<code>/, types in
// data/all/event_types.tsv. Tested by event_tables_test.cc.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facts/anaphor.h"
#include "language/pack.h"
#include "language/phrase_trie.h"
#include "machtin/facts.h"
#include "machtin/result.h"

namespace machtin {

// What a phrase can be, as bits: a noun may be a person and a position at once.
using KindSet = std::uint32_t;
enum Kind : KindSet {
  kPersonKind = 1u << 0,
  kOrganizationKind = 1u << 1,
  kCountryKind = 1u << 2,
  kPlaceKind = 1u << 3,
  kFacilityKind = 1u << 4,
  kVehicleKind = 1u << 5,
  kWeaponKind = 1u << 6,
  kCrimeKind = 1u << 7,
  kPunishmentKind = 1u << 8,
  kMoneyKind = 1u << 9,
  kPositionKind = 1u << 10,
  kThingKind = 1u << 11,
  kDurationKind = 1u << 12,
  kNumberKind = 1u << 13,
  kTimeKind = 1u << 14,
};

// What a small word does in a sentence, as bits: table event_words tells what each is for.
using WordSet = std::uint32_t;
enum Word : WordSet {
  kPreposition = 1u << 0,
  kGenitive = 1u << 1,
  kBoundary = 1u << 2,
  kCausative = 1u << 3,
  kPassive = 1u << 4,
  kFiller = 1u << 5,
  kNominal = 1u << 6,
  kDeterminer = 1u << 7,
  kDemonstrative = 1u << 8,
  kConjunction = 1u << 9,
  kPlaceWord = 1u << 10,
  kVerb = 1u << 11,
};

using Keys = std::vector<std::string>;  // the matching keys of a phrase's tokens

struct EventType {
  std::string name = {};
  std::vector<std::string> roles = {}, who = {}, whom = {};
  bool mutual = false;    // the sides stand equal
  bool inherits = false;  // sides may come from the sentences before
  std::string plover = {}, plover_mode = {}, plover_planned = {}, cameo = {},
              cameo_planned = {};  // "" where none
};

constexpr std::uint32_t kNoType = 0xffffffffu;

struct Trigger {
  std::uint32_t type =
      kNoType;  // index into EventTables::types; kNoType: what stands inside is no trigger
  std::uint32_t frame = 0;  // index into EventTables::frames
  bool noun = false;
  std::uint32_t least = 0;  // arguments needed besides Time and Place
  std::vector<Keys> not_before = {}, not_after = {}, needs = {};
};

enum class Where : std::uint8_t {
  kSubject,
  kObject,
  kBoth,
  kSpareSubject,
  kSpareObject,
  kMark,
  kMarkLeft,
  kRight
};

struct RoleRule {
  std::string role = {};
  Where where = Where::kSubject;
  KindSet kinds = 0;
  std::vector<Keys> markers = {};
};

struct Frame {
  std::string name = {};
  std::vector<RoleRule> rules = {};
  bool has_object = false;  // only then a passive turns subject and object round
};

struct ReportingVerb {
  std::string phrase = {};
  bool source_before = true;
  bool indirect = true;  // what follows it is an indirect quotation
};

struct EventTables {
  std::vector<EventType> types = {};
  std::vector<Trigger> triggers = {};
  std::vector<Frame> frames = {};
  std::vector<KindSet> nouns = {};
  std::vector<WordSet> words = {};
  std::vector<Anaphor> anaphors = {};
  std::vector<EventStatus> statuses = {};
  std::vector<ReportingVerb> reporting = {};
  // Values are indices into the vector of the same name.
  PhraseTrie trigger_trie = {}, noun_trie = {}, word_trie = {}, anaphor_trie = {}, status_trie = {},
             reporting_trie = {};

  // language: a language's pack; all: the pack "all". A table that a pack has not is empty: nothing
  // is found with it. Errors: kBadFormat, naming table, line and the word that is not known.
  static Result<EventTables> load(const Pack& language, const Pack& all);
};

}  // namespace machtin

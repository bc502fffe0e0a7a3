// Rows → EventTables. Every word of a closed list that a row spells wrong is an error: a user's own
// tables come here too.
#include "facts/event_tables.h"

#include <array>
#include <charconv>
#include <optional>
#include <unordered_map>
#include <utility>

#include "language/token.h"

namespace machtin {
namespace {

template <typename Value>
using Names = std::span<const std::pair<std::string_view, Value>>;

constexpr std::pair<std::string_view, KindSet> kKindNames[] = {
    {"person", kPersonKind},
    {"organization", kOrganizationKind},
    {"country", kCountryKind},
    {"place", kPlaceKind},
    {"facility", kFacilityKind},
    {"vehicle", kVehicleKind},
    {"weapon", kWeaponKind},
    {"crime", kCrimeKind},
    {"punishment", kPunishmentKind},
    {"money", kMoneyKind},
    {"position", kPositionKind},
    {"thing", kThingKind},
    {"duration", kDurationKind},
    {"number", kNumberKind},
    {"time", kTimeKind},
};

constexpr std::pair<std::string_view, WordSet> kWordNames[] = {
    {"preposition", kPreposition}, {"genitive", kGenitive},     {"boundary", kBoundary},
    {"causative", kCausative},     {"passive", kPassive},       {"filler", kFiller},
    {"nominal", kNominal},         {"determiner", kDeterminer}, {"demonstrative", kDemonstrative},
    {"conjunction", kConjunction}, {"place", kPlaceWord},       {"verb", kVerb},
};

constexpr std::pair<std::string_view, Where> kWhereNames[] = {
    {"subject", Where::kSubject},
    {"object", Where::kObject},
    {"both", Where::kBoth},
    {"spare-subject", Where::kSpareSubject},
    {"spare-object", Where::kSpareObject},
    {"mark", Where::kMark},
    {"mark-left", Where::kMarkLeft},
    {"right", Where::kRight},
};

constexpr std::pair<std::string_view, EventStatus> kStatusNames[] = {
    {"happened", EventStatus::kHappened}, {"ongoing", EventStatus::kOngoing},
    {"planned", EventStatus::kPlanned},   {"proposed", EventStatus::kProposed},
    {"denied", EventStatus::kDenied},     {"negated", EventStatus::kNegated},
};

template <typename Value>
std::optional<Value> value_of(std::string_view name, Names<Value> names) {
  for (const auto& [known, value] : names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

Error bad_row(const Table& table, const TableRow& row, std::string_view what,
              std::string_view word) {
  std::string message = "table ";
  message.append(table.name)
      .append(", line ")
      .append(std::to_string(row.line))
      .append(": unknown ");
  message.append(what).append(" \"").append(word).append("\"");
  return {ErrorKind::kBadFormat, std::move(message)};
}

// All bits of a "|" list; none if a word of it is unknown.
template <typename Set>
std::optional<Set> set_of(std::string_view column, Names<Set> names) {
  Set set = 0;
  for (const std::string& word : split_values(column)) {
    const auto value = value_of<Set>(word, names);
    if (!value) return std::nullopt;
    set |= *value;
  }
  return set;
}

std::vector<Keys> phrases_of(std::string_view column) {
  std::vector<Keys> phrases;
  for (const std::string& phrase : split_values(column)) {
    Keys keys;
    for (const Token& token : tokenize(phrase)) keys.push_back(token.key);
    if (!keys.empty()) phrases.push_back(std::move(keys));
  }
  return phrases;
}

std::uint32_t index_of(std::size_t size) { return static_cast<std::uint32_t>(size); }

using Numbers = std::unordered_map<std::string, std::uint32_t>;

Numbers load_types(EventTables& tables, const Table& table) {
  Numbers numbers;
  for (const TableRow& row : table.rows) {
    EventType type = {.name = row[0],
                      .roles = split_values(row[1]),
                      .who = split_values(row[2]),
                      .whom = split_values(row[3])};
    type.mutual = row[4] == "yes";
    type.plover = row[5];
    type.plover_mode = row[6];
    type.plover_planned = row[7];
    type.cameo = row[8];
    type.cameo_planned = row[9];
    type.inherits = row[10] == "yes";
    const auto [at, fresh] = numbers.emplace(type.name, index_of(tables.types.size()));
    if (fresh) {
      tables.types.push_back(std::move(type));
    } else {
      tables.types[at->second] = std::move(type);  // a user's row stands for ours
    }
  }
  return numbers;
}

Result<Numbers> load_frames(EventTables& tables, const Table& table) {
  Numbers numbers;
  for (const TableRow& row : table.rows) {
    const auto where = value_of<Where>(row[2], kWhereNames);
    if (!where) return bad_row(table, row, "place of a role", row[2]);
    const auto kinds = set_of<KindSet>(row[3], kKindNames);
    if (!kinds) return bad_row(table, row, "kind of phrase", row[3]);
    const auto [at, fresh] = numbers.emplace(row[0], index_of(tables.frames.size()));
    if (fresh) tables.frames.push_back({.name = row[0]});
    Frame& frame = tables.frames[at->second];
    frame.rules.push_back(
        {.role = row[1], .where = *where, .kinds = *kinds, .markers = phrases_of(row[4])});
    frame.has_object |= *where == Where::kObject;
  }
  return numbers;
}

Result<Done> load_triggers(EventTables& tables, const Table& table, const Numbers& types,
                           const Numbers& frames) {
  for (const TableRow& row : table.rows) {
    Trigger trigger;
    if (!row[1].empty()) {
      const auto type = types.find(row[1]);
      if (type == types.end()) return bad_row(table, row, "event type", row[1]);
      trigger.type = type->second;
      const auto frame = frames.find(row[2].empty() ? row[1] : row[2]);
      if (frame == frames.end())
        return bad_row(table, row, "frame", row[2].empty() ? row[1] : row[2]);
      trigger.frame = frame->second;
    }
    trigger.noun = row[3] == "n";
    const char* const end = row[4].data() + row[4].size();
    if (!row[4].empty() && std::from_chars(row[4].data(), end, trigger.least).ptr != end) {
      return bad_row(table, row, "number of arguments", row[4]);
    }
    trigger.not_before = phrases_of(row[5]);
    trigger.not_after = phrases_of(row[6]);
    trigger.needs = phrases_of(row[7]);
    tables.trigger_trie.add(row[0], index_of(tables.triggers.size()));
    tables.triggers.push_back(std::move(trigger));
  }
  return Done{};
}

// A table of a phrase and one word of a closed list.
template <typename Value>
Result<Done> load_words(const Table& table, Names<Value> names, std::string_view what,
                        PhraseTrie& trie, std::vector<Value>& values) {
  for (const TableRow& row : table.rows) {
    const auto value = value_of<Value>(row[1], names);
    if (!value) return bad_row(table, row, what, row[1]);
    trie.add(row[0], index_of(values.size()));
    values.push_back(*value);
  }
  return Done{};
}

Result<Done> load_nouns(EventTables& tables, const Table& table) {
  for (const TableRow& row : table.rows) {
    const auto kinds = set_of<KindSet>(row[1], kKindNames);
    if (!kinds) return bad_row(table, row, "kind of phrase", row[1]);
    tables.noun_trie.add(row[0], index_of(tables.nouns.size()));
    tables.nouns.push_back(*kinds);
  }
  return Done{};
}

void load_reporting(EventTables& tables, const Table& table) {
  for (const TableRow& row : table.rows) {
    tables.reporting_trie.add(row[0], index_of(tables.reporting.size()));
    tables.reporting.push_back(
        {.phrase = row[0], .source_before = row[1] != "after", .indirect = row[2] == "yes"});
  }
}

}  // namespace

Result<EventTables> EventTables::load(const Pack& language, const Pack& all) {
  EventTables tables;
  const Numbers types = load_types(tables, all.table("event_types"));
  const Result<Numbers> frames = load_frames(tables, language.table("frames"));
  if (!frames) return frames.error();
  const Result<Done> steps[] = {
      load_triggers(tables, language.table("triggers"), types, *frames),
      load_nouns(tables, language.table("nouns")),
      load_words<WordSet>(language.table("event_words"), kWordNames, "class", tables.word_trie,
                          tables.words),
      load_words<Anaphor>(language.table("anaphora"), kAnaphorNames, "anaphor", tables.anaphor_trie,
                          tables.anaphors),
      load_words<EventStatus>(language.table("status_words"), kStatusNames, "status",
                              tables.status_trie, tables.statuses),
  };
  for (const Result<Done>& step : steps) {
    if (!step) return step.error();
  }
  load_reporting(tables, language.table("reporting_verbs"));
  return tables;
}

}  // namespace machtin

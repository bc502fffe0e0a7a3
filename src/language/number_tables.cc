#include "language/number_tables.h"

#include <algorithm>
#include <utility>

namespace machtin {
namespace {

constexpr std::pair<std::string_view, NumberCue> kCues[] = {
    {"about", NumberCue::kAbout},
    {"at_least", NumberCue::kAtLeast},
    {"at_most", NumberCue::kAtMost},
    {"after_at_least", NumberCue::kAfterAtLeast},
    {"after_at_most", NumberCue::kAfterAtMost},
    {"name", NumberCue::kName},
    {"not_noun", NumberCue::kNotNoun},
    {"range", NumberCue::kRange},
    {"each", NumberCue::kEach},
    {"minus", NumberCue::kMinus},
    {"part_of", NumberCue::kPartOf},
    {"half", NumberCue::kHalf},
    {"times", NumberCue::kTimes},
    {"double", NumberCue::kDouble},
};

constexpr std::pair<std::string_view, NounKind> kNouns[] = {{"noun", NounKind::kNoun},
                                                            {"classifier", NounKind::kClassifier},
                                                            {"holder", NounKind::kHolder},
                                                            {"person", NounKind::kPerson}};

template <typename Value, std::size_t N>
std::optional<Value> named(const std::pair<std::string_view, Value> (&names)[N],
                           std::string_view name) {
  for (const auto& [known, value] : names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

Error bad_row(const std::string& table, const TableRow& row) {
  return {ErrorKind::kBadFormat,
          table + ", line " + std::to_string(row.line) + ": no such kind: " + row[1]};
}

void load_units(const Pack& pack, const char* table, bool currency, NumberTables& tables) {
  for (const TableRow& row : pack.table(table).rows) {
    const auto index = static_cast<std::uint32_t>(tables.symbols.size());
    tables.symbols.push_back(row[1]);
    tables.is_currency.push_back(currency);
    for (const std::string& words : split_values(row[0]))
      tables.units.add(words, index, tables.keys);
  }
}

}  // namespace

Result<NumberTables> NumberTables::load(const Pack& pack) {
  NumberTables tables;
  Result<NumberWords> numbers = NumberWords::load(pack);
  if (!numbers) return numbers.error();
  tables.numbers = std::move(*numbers);
  for (std::uint32_t word = 1; word < tables.numbers.keys.size(); ++word) {
    const std::uint32_t key = tables.keys.add(tables.numbers.keys.key(word));
    tables.may_be_number.resize(std::max<std::size_t>(tables.may_be_number.size(), key + 1));
    tables.number_of.resize(tables.may_be_number.size());
    tables.may_be_number[key] = true;
    tables.number_of[key] = tables.numbers.words[word];
  }
  load_units(pack, "units", false, tables);
  load_units(pack, "currencies", true, tables);
  for (const TableRow& row : pack.table("number_nouns").rows) {
    const auto kind = named(kNouns, row[1]);
    if (!kind) return bad_row("number_nouns", row);
    tables.nouns.add(row[0], static_cast<std::uint32_t>(tables.noun_kinds.size()), tables.keys);
    tables.noun_kinds.push_back(*kind);
  }
  for (const TableRow& row : pack.table("number_cues").rows) {
    const auto kind = named(kCues, row[1]);
    if (!kind) return bad_row("number_cues", row);
    const auto index = static_cast<std::uint32_t>(tables.cue_kinds.size());
    tables.cue_kinds.push_back(*kind);
    for (const std::string& words : split_values(row[0]))
      tables.cues.add(words, index, tables.keys);
  }
  return tables;
}

}  // namespace machtin

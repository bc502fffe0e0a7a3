#include "language/number_tables.h"

#include <utility>

#include "language/piece.h"
#include "language/token.h"

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
    {"age", NumberCue::kAge},
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

// "m2" as "m 2": the way it stands in pieces.
std::string in_pieces(const std::string& phrase) {
  std::string out;
  for (const Token& piece : split_pieces(phrase, tokenize(phrase))) {
    if (!out.empty()) out += ' ';
    out += piece.key;
  }
  return out;
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
    for (const std::string& words : split_values(row[0])) tables.units.add(in_pieces(words), index);
  }
}

}  // namespace

Result<NumberTables> NumberTables::load(const Pack& pack) {
  NumberTables tables;
  Result<NumberWords> numbers = NumberWords::load(pack);
  if (!numbers) return numbers.error();
  tables.numbers = std::move(*numbers);
  load_units(pack, "units", false, tables);
  load_units(pack, "currencies", true, tables);
  for (const TableRow& row : pack.table("number_nouns").rows) {
    const auto kind = named(kNouns, row[1]);
    if (!kind) return bad_row("number_nouns", row);
    tables.nouns.add(row[0], static_cast<std::uint32_t>(tables.noun_kinds.size()));
    tables.noun_kinds.push_back(*kind);
  }
  for (const TableRow& row : pack.table("number_cues").rows) {
    const auto kind = named(kCues, row[1]);
    if (!kind) return bad_row("number_cues", row);
    const auto index = static_cast<std::uint32_t>(tables.cue_kinds.size());
    tables.cue_kinds.push_back(*kind);
    for (const std::string& words : split_values(row[0])) tables.cues.add(words, index);
  }
  return tables;
}

}  // namespace machtin

#include "language/number_tables.h"

#include <algorithm>
#include <cstdlib>
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
    {"ordinal", NumberCue::kOrdinal},
    {"ordinal_after", NumberCue::kOrdinalAfter},
    {"ordinal_opens", NumberCue::kOrdinalOpens},
    {"rank", NumberCue::kRank},
    {"not_rank", NumberCue::kNotRank},
    {"ranked_in", NumberCue::kRankedIn},
    {"rank_in_words", NumberCue::kRankInWords},
    {"first", NumberCue::kFirst},
    {"first_time", NumberCue::kFirstTime},
    {"ordered", NumberCue::kOrdered},
    {"score", NumberCue::kScore},
    {"score_next", NumberCue::kScoreNext},
    {"score_link", NumberCue::kScoreLink},
    {"not_score", NumberCue::kNotScore},
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

// "dăm bảy", range, "5-7". False for a row whose ends cannot be read.
bool load_range(const TableRow& row, NumberTables& tables) {
  const std::size_t dash = row[2].find('-');
  if (dash == std::string::npos) return false;
  const double low = std::strtod(row[2].c_str(), nullptr);
  const double high = std::strtod(row[2].c_str() + dash + 1, nullptr);
  if (low <= 0 || high <= low) return false;
  const auto index = static_cast<std::uint32_t>(tables.range_values.size());
  tables.range_values.emplace_back(low, high);
  for (const std::string& words : split_values(row[0]))
    tables.ranges.add(words, index, tables.keys);
  return true;
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
  for (const TableRow& row : pack.table("number_words").rows) {
    if (row[1] == kRangeOfWords && !load_range(row, tables)) {
      return Error{ErrorKind::kBadFormat,
                   "number_words, line " + std::to_string(row.line) + ": no such range: " + row[2]};
    }
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

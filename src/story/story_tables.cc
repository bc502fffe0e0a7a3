// Tables → hashes. Where several packs are loaded, counts of a term are those of the pack that
// gives the most: a word rare in English and frequent in Vietnamese is frequent.
#include "story/story_tables.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace machtin {
namespace {

// What stands in no table is rarer than its last row; how much rarer was tried on the stories
// development set, where anything from 2 to 8 gives the same.
constexpr float kRarerThanLast = 4.0F;

std::optional<double> number_in(const std::string& column) {
  double value = 0;
  const auto [end, error] = std::from_chars(column.data(), column.data() + column.size(), value);
  if (error != std::errc() || end != column.data() + column.size() || value <= 0)
    return std::nullopt;
  return value;
}

Error bad_row(const Table& table, const TableRow& row) {
  return {ErrorKind::kBadFormat,
          table.name + ":" + std::to_string(row.line) + ": not a usable row: " + row[0]};
}

// "cho biết" is a pair of syllables: its hash is made from theirs, as in a text.
std::uint32_t phrase_hash(std::string_view phrase) {
  const std::size_t space = phrase.find(' ');
  if (space == std::string_view::npos) return term_hash(phrase);
  return pair_hash(term_hash(phrase.substr(0, space)), term_hash(phrase.substr(space + 1)));
}

std::optional<Error> load_frequencies(const Table& table, StoryTables& tables) {
  double total = 0;
  double fewest = 0;
  tables.rarity.reserve(table.rows.size());
  for (const TableRow& row : table.rows) {
    const std::optional<double> count = number_in(row[1]);
    if (!count) return bad_row(table, row);
    if (row[0] == "*") {
      total = *count;
      continue;
    }
    if (total <= 0) return bad_row(table, row);
    const float rarity = static_cast<float>(std::max(0.0, std::log(total / *count)));
    tables.rarity.keep_least(phrase_hash(row[0]), rarity);
    fewest = fewest == 0 ? *count : std::min(fewest, *count);
  }
  if (fewest > 0) tables.rarest = static_cast<float>(std::log(total / fewest * kRarerThanLast));
  return std::nullopt;
}

std::optional<Error> load_events(const Table& table, StoryTables& tables) {
  for (const TableRow& row : table.rows) {
    if (row[1] != "topic" && row[1] != "grave") return bad_row(table, row);
    const bool topic = row[1] == "topic";
    StorylineEvent event{topic ? StorylineKind::kTopic : StorylineKind::kGrave, 0};
    if (!row[2].empty() || topic) event.family = term_hash(row[2].empty() ? row[0] : row[2]);
    tables.storyline_events[term_hash(row[0])] = event;
  }
  return std::nullopt;
}

}  // namespace

std::size_t RarityTable::place_of(std::uint32_t term) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = term & mask;  // hashes already
  while (slots_[place].rarity >= 0 && slots_[place].term != term) place = (place + 1) & mask;
  return place;
}

void RarityTable::reserve(std::size_t terms) {
  constexpr std::size_t kFewestSlots = 64;
  const std::size_t size = std::bit_ceil(std::max(2 * (taken_ + terms), kFewestSlots));
  if (size <= slots_.size()) return;
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(size));
  for (const Slot& slot : old) {
    if (slot.rarity >= 0) slots_[place_of(slot.term)] = slot;
  }
}

void RarityTable::keep_least(std::uint32_t term, float rarity) {
  reserve(1);
  Slot& slot = slots_[place_of(term)];
  if (slot.rarity >= 0) {
    slot.rarity = std::min(slot.rarity, rarity);
    return;
  }
  slot = {term, rarity};
  ++taken_;
}

const float* RarityTable::find(std::uint32_t term) const {
  if (slots_.empty()) return nullptr;
  const Slot& slot = slots_[place_of(term)];
  return slot.rarity >= 0 ? &slot.rarity : nullptr;
}

Result<StoryTables> StoryTables::load(std::span<const Pack> packs) {
  StoryTables tables;
  for (const Pack& pack : packs) {
    for (const TableRow& row : pack.table("stop_words").rows)
      tables.stop_words.insert(phrase_hash(row[0]));
    if (auto error = load_frequencies(pack.table("document_frequency"), tables)) return *error;
    if (auto error = load_events(pack.table("storyline_events"), tables)) return *error;
  }
  return tables;
}

float StoryTables::rarity_of(std::uint32_t term) const {
  const float* known = rarity.find(term);
  return known == nullptr ? rarest : *known;
}

std::uint32_t term_hash(std::string_view key) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : key) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15ULL;
  return static_cast<std::uint32_t>(hash >> 32);
}

std::uint32_t pair_hash(std::uint32_t first, std::uint32_t second) {
  std::uint64_t hash = (static_cast<std::uint64_t>(first) << 32 | second) * 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 29;
  hash *= 0xBF58476D1CE4E5B9ULL;
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace machtin

#include "language/time_tables.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "language/token.h"
#include "text/fold.h"

namespace machtin {
namespace {

constexpr std::pair<std::string_view, TimeSlot> kSlots[] = {
    {"unit", TimeSlot::kUnit},
    {"hour_mark", TimeSlot::kHourMark},
    {"hour_sign", TimeSlot::kHourSign},
    {"minute_mark", TimeSlot::kMinuteMark},
    {"second_mark", TimeSlot::kSecondMark},
    {"part", TimeSlot::kPart},
    {"meridiem", TimeSlot::kMeridiem},
    {"weekday", TimeSlot::kWeekday},
    {"month", TimeSlot::kMonth},
    {"quarter", TimeSlot::kQuarter},
    {"season", TimeSlot::kSeason},
    {"century", TimeSlot::kCentury},
    {"day_head", TimeSlot::kDayHead},
    {"edge", TimeSlot::kEdge},
    {"hedge", TimeSlot::kHedge},
    {"vague", TimeSlot::kVague},
    {"plural", TimeSlot::kPlural},
    {"direction", TimeSlot::kDirection},
    {"day_direction", TimeSlot::kDayDirection},
    {"day_shift", TimeSlot::kDayShift},
    {"span", TimeSlot::kSpan},
    {"ref", TimeSlot::kRef},
    {"day", TimeSlot::kDay},
    {"year", TimeSlot::kYear},
    {"hour", TimeSlot::kHour},
    {"minute", TimeSlot::kMinute},
    {"decade", TimeSlot::kDecade},
    {"num", TimeSlot::kNumber},
    {"date", TimeSlot::kDate},
    {"month_year", TimeSlot::kMonthYear},
    {"before_now", TimeSlot::kBeforeNow},
    {"after_now", TimeSlot::kAfterNow},
    {"clock_cue", TimeSlot::kClockCue},
    {"length_cue", TimeSlot::kLengthCue},
    {"date_cue", TimeSlot::kDateCue},
    {"not_date_cue", TimeSlot::kNotDateCue},
    {"not_year_cue", TimeSlot::kNotYearCue},
    {"counted", TimeSlot::kCounted},
    {"future_cue", TimeSlot::kFutureCue},
    {"event_head", TimeSlot::kEventHead},
    {"rate_cue", TimeSlot::kRateCue},
    {"range", TimeSlot::kRange},
    {"range_end", TimeSlot::kRangeEnd},
    {"age", TimeSlot::kAge},
    {"joiner", TimeSlot::kJoiner},
    {"ordinal_day", TimeSlot::kOrdinalDay},
    {"date_direction", TimeSlot::kDateDirection},
    {"motion", TimeSlot::kMotion},
    {"after_direction", TimeSlot::kAfterDirection},
    {"article", TimeSlot::kArticle},
    {"stem", TimeSlot::kStem},
    {"branch", TimeSlot::kBranch},
    {"cycle_year", TimeSlot::kCycleYear},
    {"iso_date", TimeSlot::kIsoDate},
    {"month_name", TimeSlot::kMonthName},
    {"two_digits", TimeSlot::kTwoDigits},
    {"also", TimeSlot::kAlso},
    {"ordinal_cue", TimeSlot::kOrdinalCue},
    {"weekday_cue", TimeSlot::kWeekdayCue},
    {"within_cue", TimeSlot::kWithinCue},
    {"not_date", TimeSlot::kNotDate},
    {"lunar_mark", TimeSlot::kLunarMark},
    {"feast_cue", TimeSlot::kFeastCue},
    {"narrative", TimeSlot::kNarrative},
    {"context_next", TimeSlot::kContextNext},
};

constexpr std::pair<std::string_view, TimeReading> kReadings[] = {
    {"date", TimeReading::kDate},       {"bare_year", TimeReading::kBareYear},
    {"half", TimeReading::kHalf},       {"decade", TimeReading::kDecade},
    {"century", TimeReading::kCentury}, {"season", TimeReading::kSeason},
    {"shift", TimeReading::kShift},     {"back", TimeReading::kBack},
    {"ago", TimeReading::kAgo},         {"away", TimeReading::kAway},
    {"clock", TimeReading::kClock},     {"clock_or_length", TimeReading::kClockOrLength},
    {"part", TimeReading::kPart},       {"weekday", TimeReading::kWeekday},
    {"length", TimeReading::kLength},   {"part_of", TimeReading::kPartOf},
    {"set", TimeReading::kSet},         {"ref", TimeReading::kRef},
    {"now", TimeReading::kNow},
};

template <typename Value, std::size_t N>
std::optional<Value> named(const std::pair<std::string_view, Value> (&names)[N],
                           std::string_view name) {
  for (const auto& [known, value] : names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

Error bad_row(std::string_view table, const TableRow& row, const std::string& why) {
  return {ErrorKind::kBadFormat,
          std::string(table) + ", line " + std::to_string(row.line) + ": " + why};
}

std::vector<std::string> split_at_spaces(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

int number_of(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

struct PatternItem {
  std::vector<std::uint32_t> keys = {};  // any of them
  bool optional = false;
};

// "<slot>?", "word", "word|word?", "~". nullopt for a slot without such a name.
std::optional<PatternItem> parse_item(std::string text, TimeTables& tables) {
  PatternItem item;
  if (text.size() > 1 && text.back() == '?') {
    item.optional = true;
    text.pop_back();
  }
  if (text == "~") {
    item.keys.push_back(item_key(TimeSlot::kTouch));
    return item;
  }
  if (text.size() > 2 && text.front() == '<' && text.back() == '>') {
    const auto slot = named(kSlots, std::string_view(text).substr(1, text.size() - 2));
    if (!slot) return std::nullopt;
    item.keys.push_back(item_key(*slot));
    return item;
  }
  for (const std::string& word : split_values(text)) {
    const std::uint32_t key = tables.keys.add(matching_key(word));
    if (tables.literals.size() <= key) tables.literals.resize(key + 1);
    tables.literals[key] = key;
    item.keys.push_back(item_key(TimeSlot::kLiteral, key));
  }
  return item;
}

// Adds the items to the tree, every choice a way of its own; the ends get the rule.
void add_pattern(const std::vector<PatternItem>& items, std::uint32_t rule, TimeTables& tables) {
  std::vector<std::uint32_t> ends = {0};
  for (const PatternItem& item : items) {
    std::vector<std::uint32_t> next_ends;
    if (item.optional) next_ends = ends;
    for (const std::uint32_t end : ends) {
      for (const std::uint32_t key : item.keys) {
        std::optional<std::uint32_t> to = tables.nodes[end].after(key);
        if (!to) {
          to = static_cast<std::uint32_t>(tables.nodes.size());
          tables.in_patterns[key >> 24] = true;
          auto& next = tables.nodes[end].next;
          next.insert(std::lower_bound(next.begin(), next.end(), std::pair(key, 0u)), {key, *to});
          tables.nodes.emplace_back();
        }
        next_ends.push_back(*to);
      }
    }
    ends = std::move(next_ends);
  }
  for (const std::uint32_t end : ends) {
    if (end != 0 && !tables.nodes[end].rule) tables.nodes[end].rule = rule;
  }
}

std::optional<Error> load_words(const Pack& pack, TimeTables& tables) {
  for (const TableRow& row : pack.table("time_words").rows) {
    if (row[1] == "setting") {
      if (row[0] == "month_first") tables.month_first = true;
      if (row[0] == "capital_names") tables.capital_names = true;
      if (row[0] == "school_year_month") tables.school_year_month = number_of(row[2]);
      continue;
    }
    const auto slot = named(kSlots, row[1]);
    if (!slot) return bad_row("time_words", row, "no such class: " + row[1]);
    const auto entry = static_cast<std::uint32_t>(tables.entries.size());
    tables.entries.push_back({*slot, row[2], number_of(row[2])});
    for (const std::string& word : split_values(row[0])) tables.words.add(word, entry, tables.keys);
  }
  return std::nullopt;
}

std::optional<Error> load_patterns(const Pack& pack, TimeTables& tables) {
  tables.nodes.emplace_back();
  tables.in_patterns.resize(256);
  for (const TableRow& row : pack.table("time_patterns").rows) {
    const auto reading = named(kReadings, row[1]);
    if (!reading) return bad_row("time_patterns", row, "no such reading: " + row[1]);
    std::vector<PatternItem> items;
    for (std::string& text : split_at_spaces(row[0])) {
      std::optional<PatternItem> item = parse_item(std::move(text), tables);
      if (!item) return bad_row("time_patterns", row, "no such slot in: " + row[0]);
      items.push_back(std::move(*item));
    }
    tables.rules.push_back({*reading, split_at_spaces(row[2])});
    add_pattern(items, static_cast<std::uint32_t>(tables.rules.size() - 1), tables);
  }
  return std::nullopt;
}

bool is_capitalised(std::string_view name) {
  const std::vector<Token> tokens = tokenize(name);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.shape == Shape::kCapitalised || token.shape == Shape::kUpper;
  });
}

// "12-25", "lunar 01-01", "easter -2"; nullopt for anything else.
std::optional<Holiday> parse_holiday(std::string_view text) {
  Holiday holiday;
  const std::vector<std::string> words = split_at_spaces(text);
  if (words.empty() || words.size() > 2) return std::nullopt;
  const std::string& day = words.back();
  if (words.size() == 2 && words[0] == "easter") {
    holiday.rule = Holiday::Rule::kEaster;
    holiday.offset = number_of(day);
    return holiday;
  }
  if (words.size() == 2) {
    if (words[0] != "lunar") return std::nullopt;
    holiday.rule = Holiday::Rule::kLunar;
  }
  if (day.size() != 5 || day[2] != '-') return std::nullopt;
  holiday.month = number_of(std::string_view(day).substr(0, 2));
  holiday.day = number_of(std::string_view(day).substr(3));
  const bool good =
      holiday.month >= 1 && holiday.month <= 12 && holiday.day >= 1 && holiday.day <= 31;
  return good ? std::optional(holiday) : std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> TimePatternNode::after(std::uint32_t item) const {
  const auto found = std::lower_bound(next.begin(), next.end(), std::pair(item, 0u));
  if (found == next.end() || found->first != item) return std::nullopt;
  return found->second;
}

Result<TimeTables> TimeTables::load(const Pack& pack) {
  TimeTables tables;
  Result<NumberWords> numbers = NumberWords::load(pack);
  if (!numbers) return numbers.error();
  tables.numbers = std::move(*numbers);
  for (std::uint32_t word = 1; word < tables.numbers.keys.size(); ++word) {
    const std::uint32_t key = tables.keys.add(tables.numbers.keys.key(word));
    if (tables.may_be_number.size() <= key) tables.may_be_number.resize(key + 1);
    tables.may_be_number[key] = true;
  }
  if (std::optional<Error> error = load_words(pack, tables)) return *error;
  if (std::optional<Error> error = load_patterns(pack, tables)) return *error;
  for (const TableRow& row : pack.table("time_blocks").rows) {
    for (const std::string& phrase : split_values(row[0]))
      tables.blocks.add(phrase, 0, tables.keys);
  }
  for (const TableRow& row : pack.table("holidays").rows) {
    const std::optional<Holiday> holiday = parse_holiday(row[1]);
    if (!holiday) return bad_row("holidays", row, "no such day: " + row[1]);
    for (const std::string& name : split_values(row[0])) {
      const auto index = static_cast<std::uint32_t>(tables.holidays.size());
      tables.holidays.push_back(*holiday);
      tables.holidays.back().is_proper = is_capitalised(name);
      tables.holidays.back().wants_more = row[2] == "more";
      tables.holiday_names.add(name, index, tables.keys);
    }
  }
  return tables;
}

}  // namespace machtin

#include "language/time_match.h"

#include <algorithm>
#include <array>
#include <utility>

#include "language/piece.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr double kMostInField = 1e9;  // any larger number fits no field, and is refused there
constexpr std::pair<std::string_view, TimeUnit> kUnits[] = {
    {"S", TimeUnit::kSecond},  {"MIN", TimeUnit::kMinute}, {"H", TimeUnit::kHour},
    {"D", TimeUnit::kDay},     {"W", TimeUnit::kWeek},     {"WE", TimeUnit::kWeekend},
    {"M", TimeUnit::kMonth},   {"Q", TimeUnit::kQuarter},  {"Y", TimeUnit::kYear},
    {"DE", TimeUnit::kDecade}, {"CE", TimeUnit::kCentury},
};

constexpr std::size_t kLongestCue = 4;    // pieces
constexpr std::size_t kLongestBlock = 8;  // pieces, of a row of time_blocks.tsv
constexpr int kLastYear = 2199, kFirstBareYear = 1900, kLastBareYear = 2099;

int small_number(const Token& piece) {  // -1 if it has over four digits
  if (!is_digits(piece) || piece.key.size() > 4) return -1;
  int number = 0;
  for (const char c : piece.key) number = number * 10 + (c - '0');
  return number;
}

// Digits at `at` that touch the sign before them.
int touching_number(const std::vector<Token>& pieces, std::size_t at) {
  if (at >= pieces.size() || pieces[at].space_before) return -1;
  return small_number(pieces[at]);
}

int full_year(const Token& piece, int number) {
  if (piece.key.size() == 4) return number >= 1000 && number <= kLastYear ? number : -1;
  if (piece.key.size() != 2) return -1;
  return number <= 50 ? 2000 + number : 1900 + number;
}

// "23/5/2025", "23-5", "23.5.2025", "5/2025" at `at`.
void add_digit_dates(const TimeTables& tables, const std::vector<Token>& pieces, std::size_t at,
                     std::vector<TimeLex>& out) {
  if (at + 2 >= pieces.size() || pieces[at + 1].space_before) return;
  const std::string& sign = pieces[at + 1].key;
  if (sign != "/" && sign != "-" && sign != ".") return;
  const int first = small_number(pieces[at]);
  const int second = touching_number(pieces, at + 2);
  if (first < 0 || second < 0 || pieces[at].key.size() > 2) return;
  TimeLex lex;
  lex.sign = sign[0];
  if (pieces[at + 2].key.size() == 4) {
    if (first < 1 || first > 12 || second < kFirstBareYear || second > kLastBareYear) return;
    lex.slot = TimeSlot::kMonthYear;
    lex.pieces = 3;
    lex.month = first;
    lex.year = second;
    out.push_back(lex);
    return;
  }
  if (pieces[at + 2].key.size() > 2) return;
  lex.slot = TimeSlot::kDate;
  lex.day = tables.month_first ? second : first;
  lex.month = tables.month_first ? first : second;
  if (lex.month > 12 && tables.month_first) std::swap(lex.day, lex.month);
  if (!is_day({2000, lex.month, lex.day})) return;
  lex.pieces = 3;
  const bool goes_on = at + 4 < pieces.size() && !pieces[at + 3].space_before &&
                       touching_number(pieces, at + 4) >= 0;
  const int year = goes_on && pieces[at + 3].key == sign
                       ? full_year(pieces[at + 4], small_number(pieces[at + 4]))
                       : -1;
  if (year >= 0 && is_day({year, lex.month, lex.day})) {
    lex.year = year;
    lex.pieces = 5;
  } else if (goes_on && !(sign == "/" && pieces[at + 3].key == "-")) {
    return;  // part of a longer code: 1-2-3-4, 10/5/x
  }
  out.push_back(lex);
}

// "2025-05-23".
void add_iso_date(const std::vector<Token>& pieces, std::size_t at, std::vector<TimeLex>& out) {
  if (pieces[at].key.size() != 4 || at + 4 >= pieces.size()) return;
  const std::string& sign = pieces[at + 1].key;
  if ((sign != "-" && sign != "/") || pieces[at + 1].space_before) return;
  if (pieces[at + 3].key != sign || pieces[at + 3].space_before) return;
  TimeLex lex;
  lex.slot = TimeSlot::kIsoDate;
  lex.pieces = 5;
  lex.year = small_number(pieces[at]);
  lex.month = touching_number(pieces, at + 2);
  lex.day = touching_number(pieces, at + 4);
  if (lex.year >= 1000 && lex.year <= kLastYear && is_day({lex.year, lex.month, lex.day})) {
    out.push_back(lex);
  }
}

void add_digits(const TimeTables& tables, const std::vector<Token>& pieces, std::size_t at,
                std::vector<TimeLex>& out) {
  const int number = small_number(pieces[at]);
  const std::size_t digits = pieces[at].key.size();
  const auto add = [&](TimeSlot slot) {
    TimeLex lex;
    lex.slot = slot;
    lex.number = number;
    out.push_back(lex);
  };
  if (digits == 2 && number <= 59) add(TimeSlot::kTwoDigits);
  if (number >= 0 && digits <= 2) {
    if (number >= 1 && number <= 31) add(TimeSlot::kDay);
    if (number >= 1 && number <= 12 && !tables.capital_names) add(TimeSlot::kMonth);
    if (number >= 1 && number <= 4) add(TimeSlot::kQuarter);
    if (number <= 24) add(TimeSlot::kHour);
    if (number <= 59) add(TimeSlot::kMinute);
    if (number >= 1 && number <= 21) add(TimeSlot::kCentury);
    if (number >= 10 && number % 10 == 0) add(TimeSlot::kDecade);
  }
  if (digits == 4 && number >= 1000 && number <= kLastYear) {
    add(TimeSlot::kYear);
    if (number % 10 == 0) add(TimeSlot::kDecade);
  }
  add_digit_dates(tables, pieces, at, out);
  add_iso_date(pieces, at, out);
}

// "3G" is no clock, and the "mùa Đông" of a name no season.
bool is_name_or_code(const TimeText& text, std::size_t at, const TimeLex& lex) {
  const std::size_t last = at + lex.pieces - 1;
  const char first_letter = text.text[text.pieces[at].span.begin];
  if (lex.slot == TimeSlot::kHourSign) return first_letter >= 'A' && first_letter <= 'Z';
  return lex.slot == TimeSlot::kSeason && lex.pieces > 1 && text.is_capital(last) &&
         !text.tables->capital_names;
}

void add_word(const TimeText& text, std::size_t at, std::size_t length, const TimeWord& word,
              std::vector<TimeLex>& out) {
  const TimeTables& tables = *text.tables;
  TimeLex lex;
  lex.slot = word.slot;
  lex.pieces = static_cast<std::uint32_t>(length);
  lex.number = word.number;
  lex.value = word.value;
  lex.in_words = true;
  if (word.slot == TimeSlot::kOrdinalDay) {
    lex.slot = TimeSlot::kWeekday;
    lex.ordinal = true;
  }
  const bool is_name =
      lex.slot == TimeSlot::kMonthName ||
      (tables.capital_names && (lex.slot == TimeSlot::kWeekday || lex.slot == TimeSlot::kMonth));
  if (is_name && !text.is_capital(at)) return;
  if (is_name_or_code(text, at, lex)) return;
  out.push_back(lex);
  if (lex.slot == TimeSlot::kMonth && !tables.capital_names) {  // "hai giờ chiều"
    lex.slot = TimeSlot::kHour;
    out.push_back(lex);
  }
}

// "Mậu Tuất": the place of a stem and a branch in the cycle of sixty years; -1 if they never meet.
int cycle_place(int stem, int branch) {
  for (int place = stem; place < 60; place += 10) {
    if (place % 12 == branch) return place;
  }
  return -1;
}

void add_cycle_year(const TimeText& text, std::size_t at, std::size_t begin,
                    std::vector<TimeLex>& out) {
  if (at + 1 >= text.pieces.size() || !text.is_capital(at) || !text.is_capital(at + 1)) return;
  const auto stem = std::find_if(
      out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
      [](const TimeLex& lex) { return lex.slot == TimeSlot::kStem && lex.pieces == 1; });
  if (stem == out.end()) return;
  const int stem_number = static_cast<int>(stem->number);
  text.tables->words.each(text.keys, at + 1, [&](std::size_t length, std::uint32_t entry) {
    const TimeWord& word = text.tables->entries[entry];
    if (word.slot != TimeSlot::kBranch || length != 1) return;
    const int place = cycle_place(stem_number, word.number);
    if (place < 0) return;
    TimeLex lex;
    lex.slot = TimeSlot::kCycleYear;
    lex.pieces = 2;
    lex.number = place;
    out.push_back(lex);
  });
}

void add_words(const TimeText& text, std::size_t at, std::vector<TimeLex>& out) {
  const TimeTables& tables = *text.tables;
  const std::uint32_t key = text.keys[at];
  if (key < tables.literals.size() && tables.literals[key] != 0) {
    TimeLex lex;
    lex.literal = tables.literals[key];
    out.push_back(lex);
  }
  if (!tables.words.begins(key)) return;
  const std::size_t begin = out.size();
  tables.words.each(text.keys, at, [&](std::size_t length, std::uint32_t entry) {
    add_word(text, at, length, tables.entries[entry], out);
  });
  add_cycle_year(text, at, begin, out);
}

void add_lexes(const TimeText& text, std::size_t at, std::vector<TimeLex>& out) {
  const bool digits = is_digits(text.pieces[at]);
  if (digits) add_digits(*text.tables, text.pieces, at, out);
  if (text.keys[at] != 0) add_words(text, at, out);
  const bool known = digits || (text.keys[at] < text.tables->may_be_number.size() &&
                                text.tables->may_be_number[text.keys[at]]);
  if (!known) return;
  if (const auto number = read_number(text.pieces, at, text.tables->numbers)) {
    TimeLex lex;
    lex.slot = TimeSlot::kNumber;
    lex.pieces = static_cast<std::uint32_t>(number->pieces);
    lex.number = number->value;
    lex.vague = number->vague;
    lex.in_words = number->in_words;
    out.push_back(lex);
  }
}

// ---- matching ----------------------------------------------------------------------------------

struct RuleMatch {
  std::size_t end = 0;
  std::uint32_t rule = 0;
  std::size_t order = 0;  // in which the walk found it
  std::vector<const TimeLex*> captures = {};
};

// All patterns that match from `at`, by walking the tree of patterns; its depth bounds the walk.
void walk(const TimeText& text, std::size_t at, std::uint32_t node,
          std::vector<const TimeLex*>& captures, std::vector<RuleMatch>& out) {
  const TimePatternNode& here = text.tables->nodes[node];
  if (here.rule) out.push_back({at, *here.rule, out.size(), captures});
  if (here.next.empty()) return;
  if (touches_previous(text.pieces, at)) {
    const auto touch = here.after(item_key(TimeSlot::kTouch));
    if (touch) walk(text, at, *touch, captures, out);
  }
  for (const TimeLex& lex : text.lexes_at(at)) {
    if (!text.tables->in_patterns[static_cast<std::size_t>(lex.slot)]) continue;
    const auto next = here.after(item_key(lex.slot, lex.literal));
    if (!next) continue;
    captures.push_back(&lex);
    walk(text, at + lex.pieces, *next, captures, out);
    captures.pop_back();
  }
}

// "2017/2018", "2017/18": both sides of the slash at `slash` are years.
bool parts_years(const TimeText& text, std::size_t slash) {
  if (slash > 0 && text.next_year_in_short(slash - 1)) return true;
  return slash > 0 && slash + 1 < text.pieces.size() && text.has(TimeSlot::kYear, slash - 1) &&
         text.has(TimeSlot::kYear, slash + 1) && touches_previous(text.pieces, slash + 1) &&
         !(slash + 2 < text.pieces.size() && text.pieces[slash + 2].key == "/");
}

// A number inside a code ("G20", "84/2009/NĐ") or behind a slash ("đồng/tháng") begins nothing.
bool may_begin(const TimeText& text, std::size_t at) {
  if (!touches_previous(text.pieces, at)) return true;
  const Token& before = text.pieces[at - 1];
  if (before.shape != Shape::kPunctuation) return false;
  if (before.key == "/") return parts_years(text, at - 1);
  if (!is_digits(text.pieces[at])) return true;
  const bool joined = touches_previous(text.pieces, at - 1);
  if (before.key == "." || before.key == ",") return !(joined && is_digits(text.pieces[at - 2]));
  if (before.key == "-" && joined) {  // "F-16"; "11-17/10" is a range
    return text.pieces[at - 2].shape != Shape::kUpper ||
           text.pieces[at - 2].span.end - text.pieces[at - 2].span.begin > 3;
  }
  return true;
}

bool may_end(const TimeText& text, std::size_t end) {
  if (end >= text.pieces.size() || !touches_previous(text.pieces, end)) return true;
  const Token& after = text.pieces[end];
  const bool digits = is_digits(text.pieces[end - 1]);
  if (after.shape != Shape::kPunctuation) return !digits && !is_digits(after);
  const bool joined = end + 1 < text.pieces.size() && !text.pieces[end + 1].space_before;
  if (!digits || !joined) return true;
  const bool number_next = is_digits(text.pieces[end + 1]);
  if (after.key == "." || after.key == "," || after.key == ":") return !number_next;
  if (after.key == "/") return parts_years(text, end);
  if (after.key == "-") return number_next || text.pieces[end + 1].shape != Shape::kUpper;
  return true;
}

bool is_blocked(const TimeText& text, std::size_t begin, std::size_t end) {
  const std::size_t first = begin > kLongestBlock ? begin - kLongestBlock : 0;
  auto block = std::lower_bound(text.blocks.begin(), text.blocks.end(), std::pair(first, first));
  for (; block != text.blocks.end() && block->first < end; ++block) {
    const auto [b, e] = *block;
    if (e > begin && !(begin <= b && e <= end && e - b < end - begin)) return true;
  }
  return false;
}

// "tới", "qua" may be a preposition or a verb of what follows: "năm tới Hà Nội", "từ 2010 tới
// 2015".
bool motion_goes_on(const TimeText& text, const RuleMatch& match) {
  const std::size_t end = match.end;
  if (!text.ends_before(TimeSlot::kMotion, end)) return false;
  const TimeSlot last = match.captures.empty() ? TimeSlot::kLiteral : match.captures.back()->slot;
  if (last == TimeSlot::kDayShift || last == TimeSlot::kDayDirection) return false;  // "hôm qua"
  if (end >= text.pieces.size() || !text.same_sentence(end - 1, end)) return false;
  return is_digits(text.pieces[end]) || text.is_capital(end);
}

// ---- reading what matched ----------------------------------------------------------------------

int argument_number(const TimeRule& rule, std::size_t index) {
  if (index >= rule.arguments.size()) return 0;
  const std::string& text = rule.arguments[index];
  const bool negative = !text.empty() && text[0] == '-';
  int number = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') number = number * 10 + (c - '0');
  }
  return negative ? -number : number;
}

bool has_argument(const TimeRule& rule, std::string_view name) {
  return std::find(rule.arguments.begin(), rule.arguments.end(), name) != rule.arguments.end();
}

void read_date_lex(const TimeLex& lex, TimeComponent& out) {
  out.fields.month = lex.month;
  out.fields.year = lex.year;
  out.sign = lex.sign;
  out.roles |= kMonthRole;
  if (lex.slot != TimeSlot::kMonthYear) {
    out.fields.day = lex.day;
    out.roles |= kDayRole;
  }
  if (lex.year >= 0) out.roles |= kYearRole;
}

void read_clock_lex(const TimeLex& lex, TimeComponent& out) {
  const int number = static_cast<int>(std::min(lex.number, kMostInField));
  if (lex.slot == TimeSlot::kHour) {
    out.fields.hour = number;
  } else if (out.fields.minute < 0) {
    out.fields.minute = number;
  } else {
    out.fields.second = number;
  }
}

// One captured slot into the fields.
void read_capture(const TimeLex& lex, TimeComponent& out) {
  const int number = static_cast<int>(std::min(lex.number, kMostInField));
  TimeFields& fields = out.fields;
  switch (lex.slot) {
    case TimeSlot::kDate:
    case TimeSlot::kIsoDate:
    case TimeSlot::kMonthYear:
      read_date_lex(lex, out);
      break;
    case TimeSlot::kDay:
      fields.day = number;
      out.roles |= kDayRole;
      break;
    case TimeSlot::kMonth:
    case TimeSlot::kMonthName:
      fields.month = number;
      fields.is_lunar = lex.value.ends_with('L');
      out.roles |= kMonthRole;
      break;
    case TimeSlot::kCycleYear:
      fields.cycle = number;
      out.roles |= kYearRole;
      break;
    case TimeSlot::kYear:
      fields.year = number;
      out.roles |= kYearRole;
      break;
    case TimeSlot::kQuarter:
      fields.quarter = number;
      out.roles |= kQuarterRole;
      break;
    case TimeSlot::kSeason:
      fields.season = lex.value;
      out.roles |= kSeasonRole;
      break;
    case TimeSlot::kDecade:
      fields.decade = number < 100 ? 190 + number / 10 : number / 10;
      break;
    case TimeSlot::kCentury:
      fields.century = number - 1;
      break;
    case TimeSlot::kPart:
      fields.part = lex.value;
      out.roles |= kPartRole;
      break;
    case TimeSlot::kMeridiem:
      (lex.value == "PM" ? fields.pm : fields.am) = true;
      break;
    case TimeSlot::kWeekday:
      fields.weekday = number;
      out.roles |= kWeekdayRole;
      out.ordinal = lex.ordinal;
      break;
    case TimeSlot::kHour:
    case TimeSlot::kMinute:
    case TimeSlot::kTwoDigits:
      read_clock_lex(lex, out);
      break;
    case TimeSlot::kRef:
      fields.reference = lex.value;
      break;
    case TimeSlot::kEdge:
      out.edge = number;
      break;
    case TimeSlot::kDayHead:
      out.has_head = true;
      out.lunar_head = lex.value == "lunar";
      out.past_head = lex.value == "past";
      break;
    case TimeSlot::kHedge:
    case TimeSlot::kSpan:
      out.hedged = true;
      break;
    case TimeSlot::kNumber:
      out.in_words = lex.in_words;
      fields.amounts.push_back({lex.number, lex.vague, TimeUnit::kDay});
      break;
    case TimeSlot::kArticle:
      fields.amounts.push_back({1, false, TimeUnit::kDay});
      break;
    case TimeSlot::kVague:
    case TimeSlot::kPlural:
      fields.amounts.push_back({0, true, TimeUnit::kDay});
      break;
    default:
      break;
  }
}

// Units in the order of the text, one for each amount, and where they point.
struct Units {
  std::vector<TimeUnit> units = {};
  std::optional<int> direction = {};
};

Units units_of(const std::vector<const TimeLex*>& captures) {
  Units found;
  for (const TimeLex* lex : captures) {
    if (lex->slot == TimeSlot::kUnit) {
      if (const auto unit = time_unit(lex->value)) found.units.push_back(*unit);
    } else if (lex->slot == TimeSlot::kHourMark || lex->slot == TimeSlot::kHourSign) {
      found.units.push_back(TimeUnit::kHour);
    } else if (lex->slot == TimeSlot::kDirection || lex->slot == TimeSlot::kDayDirection ||
               lex->slot == TimeSlot::kDayShift) {
      found.direction = static_cast<int>(lex->number);
    }
  }
  return found;
}

std::uint32_t shift_roles(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kDay:
      return kDayRole | kMonthRole | kYearRole;
    case TimeUnit::kWeek:
    case TimeUnit::kWeekend:
      return kWeekRole | kYearRole;
    case TimeUnit::kMonth:
      return kMonthRole | kYearRole;
    case TimeUnit::kQuarter:
      return kQuarterRole | kYearRole;
    case TimeUnit::kYear:
      return kYearRole;
    case TimeUnit::kDecade:
    case TimeUnit::kCentury:
      return kHalfRole;  // a stretch of its own, that no year goes on
    default:
      return 0;
  }
}

// kShift and kBack: the unit and how many.
bool read_shift(const TimeRule& rule, const Units& units, bool back, TimeComponent& out) {
  TimeShift shift;
  shift.base = back ? TimeBase::kContext : TimeBase::kPublished;
  std::optional<TimeUnit> unit;
  std::size_t amount_at = 0;
  if (!rule.arguments.empty()) unit = time_unit(rule.arguments[0]);
  if (unit) amount_at = 1;
  const bool named_unit = unit.has_value();
  if (!unit && !units.units.empty()) unit = units.units.front();
  if (!unit) return false;
  if (!named_unit && *unit < TimeUnit::kWeek && !(back && *unit == TimeUnit::kDay)) return false;
  shift.unit = *unit;
  shift.amount = rule.arguments.size() > amount_at ? argument_number(rule, amount_at)
                                                   : units.direction.value_or(0);
  shift.by_tense = has_argument(rule, "tense");
  shift.of_school = has_argument(rule, "school");
  if (shift.of_school) shift.amount = units.direction.value_or(0);
  out.roles |= shift_roles(shift.unit);
  out.fields.shift = shift;
  return true;
}

// kLength, kPartOf, kSet, kAgo, kAway: amounts get their units.
bool read_amounts(const TimeRule& rule, const Units& units, const TimeText& text, std::size_t begin,
                  std::size_t end, TimeComponent& out) {
  std::vector<TimeAmount>& amounts = out.fields.amounts;
  if (has_argument(rule, "half")) {
    if (amounts.empty()) amounts.push_back({0.5, false, TimeUnit::kDay});
  }
  if (amounts.size() == 1 && units.units.empty() && !rule.arguments.empty()) {
    if (const auto unit = time_unit(rule.arguments[0])) amounts[0].unit = *unit;
  }
  if (amounts.empty() && rule.reading == TimeReading::kSet && !units.units.empty()) {
    amounts.push_back({1, false, TimeUnit::kDay});
  }
  if (amounts.size() > std::max<std::size_t>(units.units.size(), 1)) return false;
  for (std::size_t i = 0; i < amounts.size() && i < units.units.size(); ++i) {
    amounts[i].unit = units.units[i];
  }
  if (amounts.size() == 2 && amounts[1].unit >= amounts[0].unit) return false;  // small after great
  // "ba năm rưỡi", "ba rưỡi": the word for half is the one that closes a number elsewhere.
  bool half = false;
  for (std::size_t at = begin; at < end; ++at) {
    const NumberWord* word = text.tables->numbers.find(text.pieces[at].key);
    half = half || (word != nullptr && word->kind == NumberWordKind::kHalf);
  }
  if (half && amounts.size() == 1 && !amounts[0].vague && amounts[0].number < 1000 &&
      amounts[0].number == static_cast<double>(static_cast<long>(amounts[0].number))) {
    amounts[0].number += 0.5;
  }
  return true;
}

// "hai năm 2012 và 2013": the number does not count the unit, the unit heads what follows.
bool heads_what_follows(const TimeText& text, const TimeComponent& component, std::size_t end) {
  if (!component.in_words || component.hedged || end >= text.pieces.size()) return false;
  if (component.fields.amounts.size() != 1) return false;
  const TimeUnit unit = component.fields.amounts[0].unit;
  if (unit == TimeUnit::kYear) return text.has(TimeSlot::kYear, end);
  if (unit == TimeUnit::kMonth) {
    return is_digits(text.pieces[end]) && text.has(TimeSlot::kMonth, end);
  }
  return unit == TimeUnit::kDay && (text.has(TimeSlot::kDate, end) ||
                                    (is_digits(text.pieces[end]) && text.has(TimeSlot::kDay, end)));
}

bool is_followed_by_event(const TimeText& text, std::size_t end) {
  if (end >= text.pieces.size() || !text.same_sentence(end - 1, end)) return false;
  return text.has(TimeSlot::kEventHead, end) || text.is_capital(end) || is_digits(text.pieces[end]);
}

bool read_relative(const TimeText& text, const TimeRule& rule, const Units& units,
                   const RuleMatch& match, TimeComponent& out) {
  out.sure = has_argument(rule, "sure");
  if (!out.sure && is_followed_by_event(text, match.end)) return false;
  if (out.fields.amounts.size() != 1 || units.units.size() != 1) return false;
  TimeShift shift;
  shift.base = out.reading == TimeReading::kAway ? TimeBase::kContext : TimeBase::kPublished;
  shift.unit = units.units[0];
  shift.amount = argument_number(rule, 0);
  out.fields.shift = shift;
  return true;
}

void read_clock(const TimeRule& rule, const RuleMatch& match, TimeComponent& out) {
  out.roles = kClockRole | (out.roles & kPartRole);
  out.explicit_clock = out.reading == TimeReading::kClock;
  if (has_argument(rule, "half")) out.fields.minute = 30;
  for (const TimeLex* lex : match.captures) {
    if (lex->slot == TimeSlot::kHour) out.in_words = lex->in_words;
  }
}

// "last Tuesday", "next summer": a season of the year before or after, a weekday on that side.
void read_named_direction(int direction, TimeComponent& out) {
  if (out.reading == TimeReading::kSeason) {
    out.fields.shift = TimeShift{TimeBase::kPublished, TimeUnit::kYear, direction, false};
    out.roles |= kYearRole;
  } else {
    out.fields.direction = direction;
  }
}

// "đêm 19" of "đêm 19, rạng sáng 20/1": a date in digits follows soon, past what may link the two.
bool day_goes_on(const TimeText& text, std::size_t end) {
  for (std::size_t at = end; at <= end + 4 && at < text.pieces.size(); ++at) {
    if (!text.same_sentence(end - 1, at)) return false;
    if (text.has(TimeSlot::kDate, at)) return at > end;
    const bool links = text.has(TimeSlot::kRange, at) || text.has(TimeSlot::kPart, at) ||
                       text.has(TimeSlot::kDayHead, at) ||
                       text.ends_before(TimeSlot::kPart, at + 1);
    if (!links) return false;
  }
  return false;
}

// "ngày nào anh cũng": the word that makes a habit of it stands near.
bool also_follows(const TimeText& text, std::size_t end) {
  constexpr std::size_t kReach = 6;
  for (std::size_t at = end; at < end + kReach && at < text.pieces.size(); ++at) {
    if (!text.same_sentence(end - 1, at) || text.is_punctuation(at)) return false;
    if (text.has(TimeSlot::kAlso, at)) return true;
  }
  return false;
}

// "quý đầu năm ngoái", "rằm tháng 3": a quarter or a day that the pattern names, not the text.
void read_named_stretch(const TimeRule& rule, const Units& units, TimeComponent& out) {
  if (has_argument(rule, "quarter")) {
    out.fields.quarter = argument_number(rule, 1);
    out.roles |= kQuarterRole;
    if (units.direction) {
      out.fields.shift = TimeShift{TimeBase::kPublished, TimeUnit::kYear, *units.direction};
      out.roles |= kYearRole;
    }
  } else if (has_argument(rule, "lunar")) {
    out.fields.day = argument_number(rule, 1);
    out.fields.is_lunar = true;
    out.roles |= kDayRole;
  }
}

// A matched pattern as a component; nullopt where its words say something else.
std::optional<TimeComponent> read_match(const TimeText& text, std::size_t begin,
                                        const RuleMatch& match) {
  const TimeRule& rule = text.tables->rules[match.rule];
  TimeComponent out;
  out.begin = begin;
  out.end = match.end;
  out.reading = rule.reading;
  for (const TimeLex* lex : match.captures) read_capture(*lex, out);
  const Units units = units_of(match.captures);
  bool good = true;
  switch (rule.reading) {
    case TimeReading::kDate:
      if (out.fields.day > 0 && out.fields.month > 0) {
        const int year = out.fields.year >= 0 ? out.fields.year : 2000;
        good = is_day({year, out.fields.month, out.fields.day});
      }
      if (has_argument(rule, "open")) good = good && day_goes_on(text, match.end);
      read_named_stretch(rule, units, out);
      break;
    case TimeReading::kBareYear:
      good = out.fields.year <= kLastBareYear;
      break;
    case TimeReading::kWeekday:
    case TimeReading::kSeason:
      if (units.direction) read_named_direction(*units.direction, out);
      break;
    case TimeReading::kHalf:
      out.fields.half = argument_number(rule, 0);
      out.roles |= kHalfRole;
      if (units.direction) {
        out.fields.shift = TimeShift{TimeBase::kPublished, TimeUnit::kYear, *units.direction};
      }
      break;
    case TimeReading::kShift:
      good = read_shift(rule, units, false, out);
      break;
    case TimeReading::kBack:
      good = read_shift(rule, units, true, out);
      break;
    case TimeReading::kAgo:
    case TimeReading::kAway:
      good = read_amounts(rule, units, text, begin, match.end, out) &&
             read_relative(text, rule, units, match, out);
      out.roles = 0;
      break;
    case TimeReading::kClock:
    case TimeReading::kClockOrLength:
      read_clock(rule, match, out);
      break;
    case TimeReading::kLength:
    case TimeReading::kPartOf:
    case TimeReading::kSet:
      good = read_amounts(rule, units, text, begin, match.end, out) &&
             (out.reading == TimeReading::kSet || !heads_what_follows(text, out, match.end));
      if (has_argument(rule, "drop")) out.end -= 1;
      if (has_argument(rule, "also")) good = good && also_follows(text, match.end);
      if (rule.reading == TimeReading::kSet && !rule.arguments.empty() &&
          (rule.arguments[0][0] == 'P' || rule.arguments[0][0] == 'X')) {
        out.fields.reference = rule.arguments[0];
      }
      if (rule.reading == TimeReading::kPartOf && units.direction && units.units.size() > 1) {
        out.fields.shift = TimeShift{TimeBase::kPublished, units.units[1], *units.direction, false};
      }
      if (rule.reading == TimeReading::kPartOf && units.units.size() > 1 &&
          units.units[1] != TimeUnit::kYear) {
        out.edge = 0;  // half a year is a half of years alone
      }
      out.roles = 0;
      break;
    default:
      break;
  }
  if (!good) return std::nullopt;
  return out;
}

// "tuần qua" said on a Saturday is the week just ending; "tuần trước" is not.
void mark_last_week(const TimeText& text, TimeComponent& component) {
  if (!component.fields.shift || component.fields.shift->unit != TimeUnit::kWeek) return;
  component.fields.shift->is_last_week = component.fields.shift->amount == -1 &&
                                         text.ends_before(TimeSlot::kDateDirection, component.end);
}

std::optional<TimeComponent> match_holiday(const TimeText& text, std::size_t at) {
  if (!text.tables->holiday_names.begins(text.keys[at])) return std::nullopt;
  std::optional<TimeComponent> longest;
  text.tables->holiday_names.each(text.keys, at, [&](std::size_t length, std::uint32_t index) {
    const Holiday& holiday = text.tables->holidays[index];
    if (holiday.is_proper && !text.is_capital(at) && !text.is_capital(at + length - 1)) return;
    if (!text.same_sentence(at, at + length - 1)) return;
    TimeComponent out;
    out.begin = at;
    out.end = at + length;
    out.reading = TimeReading::kHoliday;
    out.roles = kHolidayRole | kDayRole | kMonthRole;
    out.fields.holiday = holiday;
    longest = out;
  });
  return longest;
}

std::vector<RuleMatch> rule_matches(const TimeText& text, std::size_t at) {
  std::vector<RuleMatch> matches;
  std::vector<const TimeLex*> captures;
  walk(text, at, 0, captures, matches);
  std::sort(matches.begin(), matches.end(), [](const RuleMatch& a, const RuleMatch& b) {
    if (a.end != b.end) return a.end > b.end;
    return a.rule != b.rule ? a.rule < b.rule : a.order < b.order;
  });
  return matches;
}

// "hạng hai năm ngoái", "bán hàng quý 3": the last word begins a longer expression of its own.
bool last_word_goes_on(const TimeText& text, const TimeComponent& component) {
  const bool counted =
      component.reading == TimeReading::kLength || component.reading == TimeReading::kSet;
  if (!counted || component.hedged || component.end - component.begin != 2) return false;
  const std::size_t unit = component.end - 1;
  for (const RuleMatch& match : rule_matches(text, unit)) {
    const TimeReading reading = text.tables->rules[match.rule].reading;
    // "một tuần sau vụ cháy" counts a week; the week after is "tuần sau" alone.
    if (text.ends_before(TimeSlot::kMotion, match.end) && is_followed_by_event(text, match.end)) {
      continue;
    }
    const bool dated = reading == TimeReading::kShift || reading == TimeReading::kDate;
    if (dated && match.end > component.end && text.same_sentence(unit, match.end - 1) &&
        may_end(text, match.end) && !is_blocked(text, unit, match.end)) {
      return true;
    }
  }
  return false;
}

// "8-10 tháng", "2.5 km": digits with a sign that count what follows.
bool counts_what_follows(const TimeText& text, const TimeComponent& component) {
  if (component.sign == 0 || component.sign == '/' || component.has_head) return false;
  return text.has(TimeSlot::kUnit, component.end) || text.has(TimeSlot::kCounted, component.end);
}

// "lần thứ 2 năm ngoái", "top 10 tuần này": the number is the name of what stands before it.
bool is_ordinal_number(const TimeText& text, const TimeComponent& component) {
  const bool counted =
      component.reading == TimeReading::kLength || component.reading == TimeReading::kPartOf ||
      component.reading == TimeReading::kAgo || component.reading == TimeReading::kAway;
  if (!counted || !text.has(TimeSlot::kNumber, component.begin)) return false;
  const auto cue = text.begin_before(TimeSlot::kOrdinalCue, component.begin);
  return cue && !text.ends_before(TimeSlot::kNumber, *cue);  // "hai lần một ngày" is a rate
}

std::optional<TimeComponent> match_at(const TimeText& text, std::size_t at) {
  if (text.keys[at] == 0 && text.lexes_at(at).empty()) return std::nullopt;
  if (!may_begin(text, at)) return std::nullopt;
  if (std::optional<TimeComponent> holiday = match_holiday(text, at)) return holiday;
  const std::vector<RuleMatch> matches = rule_matches(text, at);
  for (const RuleMatch& match : matches) {
    if (match.end == at || !text.same_sentence(at, match.end - 1)) continue;
    if (!may_end(text, match.end) || motion_goes_on(text, match)) continue;
    std::optional<TimeComponent> component = read_match(text, at, match);
    if (!component || is_blocked(text, component->begin, component->end)) continue;
    if (last_word_goes_on(text, *component) || counts_what_follows(text, *component)) continue;
    if (is_ordinal_number(text, *component)) continue;
    mark_last_week(text, *component);
    return component;
  }
  return std::nullopt;
}

}  // namespace

std::optional<TimeUnit> time_unit(std::string_view code) {
  for (const auto& [name, unit] : kUnits) {
    if (name == code) return unit;
  }
  return std::nullopt;
}

std::span<const TimeLex> TimeText::lexes_at(std::size_t at) const {
  if (at >= pieces.size()) return {};
  return std::span(lexes).subspan(lex_begin[at], lex_begin[at + 1] - lex_begin[at]);
}

bool TimeText::has(TimeSlot slot, std::size_t at) const {
  const std::span<const TimeLex> here = lexes_at(at);
  return std::any_of(here.begin(), here.end(),
                     [&](const TimeLex& lex) { return lex.slot == slot; });
}

std::optional<std::size_t> TimeText::begin_before(TimeSlot slot, std::size_t at) const {
  for (std::size_t back = kLongestCue; back >= 1; --back) {
    if (back > at) continue;
    for (const TimeLex& lex : lexes_at(at - back)) {
      if (lex.slot == slot && lex.pieces == back) return at - back;
    }
  }
  return std::nullopt;
}

bool TimeText::ends_before(TimeSlot slot, std::size_t at) const {
  return begin_before(slot, at).has_value();
}

bool TimeText::next_year_in_short(std::size_t year) const {
  const std::size_t at = year + 2;
  if (at >= pieces.size() || !has(TimeSlot::kYear, year) || pieces[at].key.size() != 2) {
    return false;
  }
  const std::string& sign = pieces[year + 1].key;
  const bool joined = touches_previous(pieces, year + 1) && touches_previous(pieces, at);
  if (!joined || (sign != "/" && sign != "-" && sign != "–")) return false;
  if (small_number(pieces[at]) != (small_number(pieces[year]) + 1) % 100) return false;
  const std::size_t end = at + 1;  // "2023-24-05"
  return !touches_previous(pieces, end) || (pieces[end].shape == Shape::kPunctuation &&
                                            pieces[end].key != sign && pieces[end].key != "/");
}

bool TimeText::is_capital(std::size_t at) const {
  if (at >= pieces.size()) return false;
  const Shape shape = pieces[at].shape;
  return shape == Shape::kCapitalised || shape == Shape::kUpper ||
         (shape == Shape::kMixed && is_upper(code_point_at(text, pieces[at].span.begin).value));
}

bool TimeText::is_punctuation(std::size_t at) const {
  return at >= pieces.size() || pieces[at].shape == Shape::kPunctuation;
}

bool TimeText::same_sentence(std::size_t a, std::size_t b) const {
  return a < sentence.size() && b < sentence.size() && sentence[a] == sentence[b];
}

TimeText prepare_times(std::string_view text, std::span<const Token> tokens,
                       std::span<const ByteSpan> sentences, const TimeTables& tables,
                       std::uint32_t first_sentence) {
  TimeText out;
  out.tables = &tables;
  out.text = text;
  out.pieces = split_pieces(text, tokens);
  std::uint32_t at = 0;
  out.sentence.reserve(out.pieces.size());
  for (const Token& piece : out.pieces) {
    while (at < sentences.size() && sentences[at].end <= piece.span.begin) ++at;
    out.sentence.push_back(first_sentence + at);
  }
  out.keys = keys_of(out.pieces, tables.keys);
  out.lexes.reserve(out.pieces.size());
  out.lex_begin.reserve(out.pieces.size() + 1);
  for (std::size_t i = 0; i < out.pieces.size(); ++i) {
    out.lex_begin.push_back(static_cast<std::uint32_t>(out.lexes.size()));
    add_lexes(out, i, out.lexes);
    tables.blocks.each(out.keys, i, [&](std::size_t length, std::uint32_t) {
      out.blocks.emplace_back(i, i + length);
    });
  }
  out.lex_begin.push_back(static_cast<std::uint32_t>(out.lexes.size()));
  return out;
}

int hour_of_day(const TimeFields& f) {
  int hour = f.hour;
  const bool afternoon = f.pm || f.part == "AF" || (f.part == "EV" && hour >= 4) ||
                         (f.part == "MI" && hour < 6) || (f.part == "NI" && hour >= 7);
  if (afternoon && hour < 12) hour += 12;
  if ((f.am || f.part == "NI") && hour == 12) hour = 0;
  return hour;
}

std::vector<TimeComponent> match_components(const TimeText& text) {
  std::vector<TimeComponent> components;
  for (std::size_t at = 0; at < text.pieces.size();) {
    std::optional<TimeComponent> component = match_at(text, at);
    if (!component) {
      ++at;
      continue;
    }
    at = component->end;
    components.push_back(std::move(*component));
  }
  return components;
}

}  // namespace machtin

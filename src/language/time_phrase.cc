#include "language/time_phrase.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "language/piece.h"

namespace machtin {
namespace {

// What stands between two neighbours: nothing, one comma, or a word such as "of".
enum class Gap { kNone, kComma, kJoiner, kOther };

Gap gap_between(const TimeText& text, std::size_t end, std::size_t begin) {
  if (end == begin) return Gap::kNone;
  if (!text.same_sentence(end - 1, begin)) return Gap::kOther;
  if (end + 1 == begin && text.pieces[end].key == ",") return Gap::kComma;
  const auto joiner = text.begin_before(TimeSlot::kJoiner, begin);
  return joiner && *joiner == end ? Gap::kJoiner : Gap::kOther;
}

// May `right` go on the date that `left` began? Roles are those of what stands there so far.
bool may_join(const TimePhrase& left, const TimeComponent& right, Gap gap) {
  if (gap == Gap::kOther || left.roles == 0 || right.roles == 0) return false;
  if (has(left.roles, right.roles)) return false;
  if (left.fields.shift && right.fields.shift) return false;
  const std::uint32_t a = left.roles, b = right.roles;
  const bool day_or_weekday = has(b, kDayRole | kWeekdayRole);
  if (has(b, kClockRole))
    return has(a, kDayRole) && right.explicit_clock && right.fields.minute >= 0;
  if (has(a, kClockRole | kPartRole) && !has(a, kDayRole | kWeekdayRole)) {
    if (b == kPartRole) return has(a, kClockRole) && gap != Gap::kComma;
    if (!day_or_weekday) return false;
    return gap != Gap::kComma || right.has_head || has(b, kWeekdayRole) || has(b, kYearRole);
  }
  if (has(a, kWeekdayRole) && !has(a, kDayRole)) {
    if (has(b, kWeekRole)) return gap == Gap::kNone;
    return has(b, kDayRole) && !right.fields.shift;
  }
  if (has(a, kDayRole) && !has(a, kMonthRole)) return has(b, kMonthRole) && gap != Gap::kComma;
  const bool wants_year =
      has(a, kMonthRole | kQuarterRole | kSeasonRole | kHalfRole | kHolidayRole);
  return wants_year && !has(a, kYearRole) && b == kYearRole && gap != Gap::kComma;
}

void take_fields(TimeFields& to, const TimeFields& from) {
  const auto take = [](int& a, int b, int none) {
    if (a == none) a = b;
  };
  take(to.year, from.year, -1);
  take(to.cycle, from.cycle, -1);
  take(to.month, from.month, 0);
  take(to.day, from.day, 0);
  take(to.weekday, from.weekday, 0);
  take(to.quarter, from.quarter, 0);
  take(to.half, from.half, 0);
  take(to.hour, from.hour, -1);
  take(to.minute, from.minute, -1);
  take(to.second, from.second, -1);
  if (to.season.empty()) to.season = from.season;
  if (to.part.empty()) to.part = from.part;
  if (!to.shift) to.shift = from.shift;
  if (!to.direction) to.direction = from.direction;
  if (!to.holiday) to.holiday = from.holiday;
  to.is_lunar = to.is_lunar || from.is_lunar;
  to.pm = to.pm || from.pm;
  to.am = to.am || from.am;
}

void join(TimePhrase& phrase, const TimeComponent& component) {
  // "ngày 5 tháng này": the month is so many from now, the day is printed.
  take_fields(phrase.fields, component.fields);
  phrase.end = component.end;
  phrase.roles |= component.roles;
  phrase.has_head = phrase.has_head || component.has_head;
  phrase.lunar_head = phrase.lunar_head || component.lunar_head;
  phrase.past_head = phrase.past_head || component.past_head;
  if (phrase.sign == 0) phrase.sign = component.sign;
  phrase.reading = TimeReading::kDate;
  phrase.explicit_clock = phrase.explicit_clock || component.explicit_clock;
  ++phrase.parts;
}

std::vector<TimePhrase> join_all(const TimeText& text, std::vector<TimeComponent> components) {
  std::vector<TimePhrase> phrases;
  for (TimeComponent& component : components) {
    if (!phrases.empty()) {
      TimePhrase& last = phrases.back();
      if (may_join(last, component, gap_between(text, last.end, component.begin))) {
        join(last, component);
        continue;
      }
    }
    phrases.push_back({std::move(component)});
  }
  return phrases;
}

// ---- "tới", "vừa qua" after a date -------------------------------------------------------------

void take_direction(const TimeText& text, TimePhrase& phrase) {
  const bool open_date = has(phrase.roles, kDayRole | kMonthRole | kWeekdayRole | kQuarterRole |
                                               kSeasonRole | kHolidayRole) &&
                         !has(phrase.roles, kWeekRole) && !phrase.fields.shift;
  if (!open_date || phrase.end >= text.pieces.size()) return;
  const TimeLex* longest = nullptr;
  for (const TimeLex& lex : text.lexes_at(phrase.end)) {
    if (lex.slot == TimeSlot::kDateDirection && (!longest || lex.pieces > longest->pieces)) {
      longest = &lex;
    }
  }
  if (longest == nullptr) return;
  const std::size_t end = phrase.end + longest->pieces;
  if (!text.same_sentence(phrase.end - 1, end - 1)) return;
  // One word alone may be a verb or a preposition: "sáng 23/10 tới hiện trường".
  const bool ends_here = text.is_punctuation(end) || !text.same_sentence(end - 1, end) ||
                         text.has(TimeSlot::kAfterDirection, end);
  if (text.ends_before(TimeSlot::kMotion, end) && longest->pieces == 1 && !ends_here) return;
  phrase.fields.direction = static_cast<int>(longest->number);
  phrase.end = end;
}

// "ngày 10/3 âm lịch", "mùng 6 (âm lịch)".
void take_lunar_mark(const TimeText& text, TimePhrase& phrase) {
  const bool dated = phrase.fields.day > 0 || phrase.fields.month > 0;
  if (!dated || phrase.fields.shift || phrase.end >= text.pieces.size()) return;
  const bool bracket = text.pieces[phrase.end].key == "(";
  const std::size_t at = phrase.end + (bracket ? 1 : 0);
  for (const TimeLex& lex : text.lexes_at(at)) {
    if (lex.slot != TimeSlot::kLunarMark || !text.same_sentence(phrase.end - 1, at)) continue;
    phrase.fields.is_lunar = true;
    if (!bracket) phrase.end = at + lex.pieces;
    return;
  }
}

// ---- ranges and lists --------------------------------------------------------------------------

struct RangeLink {
  std::size_t begin = 0;  // of the connecting words
  bool touching = false;  // a dash without spaces
};

std::optional<RangeLink> range_link(const TimeText& text, std::size_t at) {
  const auto begin = text.begin_before(TimeSlot::kRange, at);
  if (!begin || *begin == 0 || !text.same_sentence(*begin - 1, at)) return std::nullopt;
  return RangeLink{*begin, touches_previous(text.pieces, *begin) && text.is_punctuation(*begin)};
}

bool is_bare_day(const TimeText& text, std::size_t at) {
  if (!is_digits(text.pieces[at]) || !text.has(TimeSlot::kDay, at)) return false;
  if (at == 0 || !touches_previous(text.pieces, at)) return true;
  return text.is_punctuation(at - 1) && text.pieces[at - 1].key != "/";
}

// Digits before a date that are joined with it by commas, dashes or words, the last first.
struct DayList {
  std::vector<std::size_t> days = {};  // pieces
  bool is_opened = false;              // by "ngày 7" before them
  bool has_cue = false;                // by a word such as "từ"
  bool is_touching = false;            // a dash without spaces before the first of them
};

DayList days_listed_before(const TimeText& text, const TimePhrase& phrase,
                           const TimePhrase* previous) {
  constexpr std::size_t kMostDays = 31;
  DayList list;
  std::size_t begin = phrase.begin;
  while (list.days.size() < kMostDays && !list.has_cue) {
    const auto link = range_link(text, begin);
    if (!link) break;
    list.is_opened = previous != nullptr && previous->end == link->begin &&
                     previous->fields.day > 0 && previous->fields.month == 0 &&
                     !previous->fields.shift && previous->has_head;
    if (list.is_opened) break;
    begin = link->begin - 1;
    if (!is_bare_day(text, begin)) break;
    list.days.push_back(begin);
    list.is_touching = link->touching;
    list.has_cue = text.ends_before(TimeSlot::kDateCue, begin);
  }
  return list;
}

// ---- what is no time ---------------------------------------------------------------------------

bool is_alone_in_brackets(const TimeText& text, const TimePhrase& phrase) {
  return phrase.begin > 0 && phrase.end < text.pieces.size() &&
         text.pieces[phrase.begin - 1].key == "(" &&
         (text.pieces[phrase.end].key == ")" || text.pieces[phrase.end].key == "," ||
          text.pieces[phrase.end].key == "-");
}

bool is_counted(const TimeText& text, std::size_t at) {
  return text.has(TimeSlot::kCounted, at) || text.has(TimeSlot::kUnit, at);
}

bool begins_sentence(const TimeText& text, std::size_t at) {
  return at == 0 || !text.same_sentence(at - 1, at);
}

// What stands between the end of one phrase and the begin of the next, where they may be items of
// one list or one may repeat the other.
bool adjoins(const TimeText& text, const TimePhrase* previous, const TimePhrase& phrase,
             bool with_links) {
  if (previous == nullptr || previous->end > phrase.begin) return false;
  if (!text.same_sentence(previous->end - 1, phrase.begin)) return false;
  if (previous->end == phrase.begin) return true;
  if (previous->end + 1 == phrase.begin && text.pieces[previous->end].key == ",") return true;
  if (!with_links) return false;
  const auto link = text.begin_before(TimeSlot::kRange, phrase.begin);
  return link && *link == previous->end;
}

// "5/4, 8/4 và 12/4", "hôm nay, 23-5": a date before it says what it is.
bool goes_on_dates(const TimeText& text, const TimePhrase* previous, const TimePhrase& phrase) {
  if (previous == nullptr) return false;
  const TimeFields& f = previous->fields;
  const bool shifted = f.shift && f.shift->unit == TimeUnit::kDay && f.day == 0;
  if (shifted || f.weekday > 0) return adjoins(text, previous, phrase, false);
  const bool in_digits = previous->sign == phrase.sign && f.day > 0 && f.month > 0;
  return in_digits && previous->end < phrase.begin && adjoins(text, previous, phrase, true);
}

// A day and month in digits, with nothing beside them that says so: "23/10", "2-1", "3.5".
bool keep_digit_date(const TimeText& text, const TimePhrase& phrase, const TimePhrase* previous) {
  if (phrase.has_head || phrase.parts > 1 || phrase.fields.direction) return true;
  if (is_counted(text, phrase.end) && phrase.sign != '/') return false;
  if (phrase.fields.year >= 0) return phrase.sign == '/' || phrase.fields.day > 0;
  if (text.has(TimeSlot::kNotDate, phrase.begin)) return false;  // "mở cửa 24/7"
  if (goes_on_dates(text, previous, phrase)) return true;
  if (phrase.sign == '/' && days_listed_before(text, phrase, previous).is_opened) return true;
  if (text.ends_before(TimeSlot::kNotDateCue, phrase.begin)) return false;
  const auto cue_begin = text.begin_before(TimeSlot::kDateCue, phrase.begin);
  if (phrase.sign != '/' && cue_begin && text.ends_before(TimeSlot::kNotDateCue, *cue_begin)) {
    return false;  // "dẫn trước 11-9"
  }
  const bool cue =
      text.ends_before(TimeSlot::kDateCue, phrase.begin) || is_alone_in_brackets(text, phrase);
  if (phrase.sign == '.')
    return cue && phrase.begin > 0 && !text.has(TimeSlot::kCounted, phrase.end);
  if (cue) return !(phrase.sign == '/' && is_counted(text, phrase.end));
  const bool in_range = text.ends_before(TimeSlot::kRangeEnd, phrase.begin);
  if (in_range) return phrase.sign == '/';
  if (phrase.sign != '/') return false;
  const bool in_digits = (phrase.begin > 0 && is_digits(text.pieces[phrase.begin - 1])) ||
                         (phrase.end < text.pieces.size() && is_digits(text.pieces[phrase.end]));
  if (in_digits) return false;
  // Fractions are small parts of greater wholes ("3/4"), games of tennis end with a six or a seven.
  constexpr int kMostGames = 7, kMostWhole = 10, kMostPart = 12;
  const int day = phrase.fields.day, month = phrase.fields.month;
  const bool opens = begins_sentence(text, phrase.begin) && text.is_punctuation(phrase.end);
  return day > kMostPart || month > kMostWhole || (day > month && day > kMostGames) || opens ||
         text.tables->month_first;
}

bool is_year_alone(const TimePhrase& phrase) {
  return phrase.fields.year >= 0 && phrase.fields.month == 0 && phrase.fields.half == 0 &&
         phrase.fields.quarter == 0 && phrase.fields.season.empty();
}

// "(1258-1308)"
bool begins_years_in_brackets(const TimeText& text, const TimePhrase& phrase) {
  return phrase.begin > 0 && text.pieces[phrase.begin - 1].key == "(" &&
         text.has(TimeSlot::kRange, phrase.end) && text.is_punctuation(phrase.end) &&
         text.has(TimeSlot::kYear, phrase.end + 1);
}

// "1900 6067": a group of digits goes on behind what might be a year.
bool is_telephone(const TimeText& text, std::size_t end) {
  constexpr std::size_t kLeastGroup = 3;
  return end < text.pieces.size() && is_digits(text.pieces[end]) &&
         text.pieces[end].key.size() >= kLeastGroup;
}

bool keep_bare_year(const TimeText& text, const TimePhrase& phrase, const TimePhrase* previous) {
  constexpr int kFirstCommonYear = 1900;  // one before it is told by "năm", or in a range
  const std::size_t at = phrase.begin;
  const bool ends_range = previous != nullptr && is_year_alone(*previous) &&
                          previous->end < phrase.begin && adjoins(text, previous, phrase, true);
  if (ends_range) return true;
  if (phrase.fields.year < kFirstCommonYear) return begins_years_in_brackets(text, phrase);
  if (is_counted(text, phrase.end) && text.same_sentence(at, phrase.end)) return false;
  if (text.ends_before(TimeSlot::kNotYearCue, at)) return false;
  if (phrase.end < text.pieces.size() && text.pieces[phrase.end].key == "%") return false;
  if (at > 0 && !text.is_punctuation(at - 1) && text.pieces[at - 1].shape == Shape::kNumber)
    return false;
  if (is_telephone(text, phrase.end)) return false;
  if (at > 0 && touches_previous(text.pieces, at) && text.pieces[at - 1].key == "-" && at >= 2 &&
      !is_digits(text.pieces[at - 2])) {
    return false;  // "CV-2013"
  }
  // "2010-5" is a code.
  const bool code =
      phrase.end + 1 < text.pieces.size() && text.pieces[phrase.end].key == "-" &&
      touches_previous(text.pieces, phrase.end) && touches_previous(text.pieces, phrase.end + 1) &&
      is_digits(text.pieces[phrase.end + 1]) && text.pieces[phrase.end + 1].key.size() != 4;
  return !code || text.next_year_in_short(phrase.end - 1);
}

// "thứ hai" is the second of something, unless what stands around says that it is a Monday.
bool keep_weekday(const TimeText& text, const TimePhrase& phrase, const TimePhrase* previous) {
  if (!phrase.ordinal || phrase.parts > 1) return true;
  const bool ends_range = previous != nullptr && previous->fields.weekday > 0 &&
                          previous->end < phrase.begin && adjoins(text, previous, phrase, true);
  if (ends_range) return true;
  const std::size_t head = phrase.begin + (phrase.has_head ? 1 : 0);  // of "thứ"
  const bool named = text.is_capital(head + 1);                       // "thứ Tư"
  if (named && text.is_capital(head) && !begins_sentence(text, phrase.begin) && !phrase.has_head) {
    return text.ends_before(TimeSlot::kWeekdayCue, phrase.begin);  // "Nhóm Thứ Sáu" is a name
  }
  if (named) return !text.ends_before(TimeSlot::kNotDateCue, phrase.begin);
  if (phrase.fields.direction.value_or(0) != 0) return true;
  const bool cue = text.ends_before(TimeSlot::kWeekdayCue, phrase.begin);
  const bool dated = phrase.end < text.pieces.size() &&
                     (text.pieces[phrase.end].key == "(" || text.has(TimeSlot::kDate, phrase.end));
  if (!phrase.has_head) {
    // "từ thứ hai đến thứ bảy": two of them make a range of days.
    const bool range = text.has(TimeSlot::kRangeEnd, phrase.end) &&
                       text.has(TimeSlot::kWeekday, phrase.end + 1) &&
                       text.ends_before(TimeSlot::kDateCue, phrase.begin);
    return cue || dated || range;
  }
  constexpr int kFriday = 5;  // "ngày thứ hai" to "ngày thứ năm" are days counted
  const bool hom = !text.has(TimeSlot::kWeekdayCue, phrase.begin);
  return !hom || cue || dated || phrase.fields.weekday >= kFriday;
}

bool keep_now(const TimeText& text, const TimePhrase& phrase) {
  return text.ends_before(TimeSlot::kBeforeNow, phrase.begin) ||
         text.has(TimeSlot::kAfterNow, phrase.end);
}

bool keep_clock(const TimeText& text, TimePhrase& phrase) {
  if (phrase.parts > 1) return true;
  if (phrase.reading == TimeReading::kClock) {
    // "trong vòng 24h"; there is no 24h of a day where 0h is meant
    phrase.is_length =
        phrase.fields.minute < 0 && !text.tables->month_first &&
        (phrase.fields.hour == 24 || text.ends_before(TimeSlot::kWithinCue, phrase.begin));
    return true;
  }
  const bool cue = text.ends_before(TimeSlot::kClockCue, phrase.begin) && !phrase.in_words;
  const bool length = text.ends_before(TimeSlot::kLengthCue, phrase.begin);
  phrase.is_length = !cue || (length && !text.ends_before(TimeSlot::kRange, phrase.begin));
  return true;
}

bool keep_length(const TimeText& text, const TimePhrase& phrase) {
  return !text.has(TimeSlot::kAge, phrase.end);  // "3 tháng tuổi"
}

// The bare name of a feast, where it may be a theme as well: "dịp Tết", but not "quà Tết".
bool keep_feast(const TimeText& text, const TimePhrase& phrase) {
  if (!phrase.fields.holiday->wants_more) return true;
  if (has(phrase.roles, kYearRole | kPartRole) || phrase.fields.direction) return true;
  if (text.is_capital(phrase.end) && text.same_sentence(phrase.begin, phrase.end)) return false;
  if (text.has(TimeSlot::kDate, phrase.end)) return false;
  return text.ends_before(TimeSlot::kFeastCue, phrase.begin);
}

// "xuân Mậu Tuất 2018": without "năm" or a feast only the year in digits is a time.
bool keep_cycle_year(const TimeText& text, TimePhrase& phrase) {
  if (phrase.parts > 1 || text.has(TimeSlot::kUnit, phrase.begin)) return true;
  if (phrase.fields.year < 0) return false;
  phrase.begin = phrase.end - 1;
  phrase.fields.cycle = -1;
  return true;
}

// "cuối tuần" alone may be what weekends are for, or a name: "chợ cuối tuần".
bool keep_shift(const TimeText& text, const TimePhrase& phrase) {
  if (phrase.parts > 1 || !phrase.fields.shift || !phrase.fields.shift->by_tense) return true;
  return begins_sentence(text, phrase.begin) ||
         text.ends_before(TimeSlot::kClockCue, phrase.begin) ||
         text.ends_before(TimeSlot::kFeastCue, phrase.begin);
}

bool keep(const TimeText& text, TimePhrase& phrase, const TimePhrase* previous) {
  if (phrase.fields.holiday) return keep_feast(text, phrase);
  if (phrase.fields.cycle >= 0) return keep_cycle_year(text, phrase);
  // "đêm 19" whose month nothing told
  if (phrase.fields.day > 0 && phrase.fields.month == 0 && !phrase.has_head &&
      has(phrase.roles, kPartRole)) {
    return false;
  }
  const bool only_date = !has(phrase.roles, kClockRole | kPartRole | kWeekdayRole);
  switch (phrase.reading) {
    case TimeReading::kBareYear:
      return keep_bare_year(text, phrase, previous);
    case TimeReading::kPart:
      return false;
    case TimeReading::kSeason:
      return has(phrase.roles, kYearRole) || phrase.fields.direction.has_value();
    case TimeReading::kWeekday:
      return keep_weekday(text, phrase, previous);
    case TimeReading::kNow:
      return keep_now(text, phrase);
    case TimeReading::kShift:
      return keep_shift(text, phrase);
    case TimeReading::kRef:
      return !(text.has(TimeSlot::kNarrative, phrase.begin) && begins_sentence(text, phrase.begin));
    case TimeReading::kClock:
    case TimeReading::kClockOrLength:
      return keep_clock(text, phrase);
    case TimeReading::kLength:
    case TimeReading::kPartOf:
      return keep_length(text, phrase);
    case TimeReading::kDate:
      if (phrase.fields.quarter > 0 || phrase.sign == 0 || !only_date) return true;
      return keep_digit_date(text, phrase, previous);
    default:
      return true;
  }
}

// "22" of "từ 22 đến 26/5", "11" of "11-17/10", "8" and "9" of "ngày 7, 8, 9 và 10/5": days whose
// month only the last one prints. The last first; empty where nothing says that they are days.
std::vector<TimePhrase> days_before(const TimeText& text, const TimePhrase& phrase,
                                    TimePhrase* previous) {
  std::vector<TimePhrase> days;
  if (phrase.fields.day == 0 || phrase.fields.month == 0) return days;
  if (has(phrase.roles, kClockRole | kPartRole | kWeekdayRole)) return days;
  const DayList list = days_listed_before(text, phrase, previous);
  if (list.is_opened) {
    previous->fields.month = phrase.fields.month;
    previous->fields.year = phrase.fields.year;
    previous->roles |= phrase.roles & (kMonthRole | kYearRole);
  }
  const std::size_t first = list.days.empty() ? 0 : list.days.back();
  const bool in_brackets = first > 0 && text.pieces[first - 1].key == "(";
  const bool headed = list.is_opened || list.has_cue ||
                      (list.days.size() == 1 && (list.is_touching || in_brackets));
  if (!headed) return days;
  for (const std::size_t at : list.days) {
    TimePhrase day = phrase;
    day.begin = at;
    day.end = at + 1;
    day.fields.day = static_cast<int>(std::strtol(text.pieces[at].key.c_str(), nullptr, 10));
    day.parts = 1;
    days.push_back(std::move(day));
  }
  return days;
}

// "2" and "3" of "tháng 1, 2 và 3": months that only the first one heads.
std::vector<TimePhrase> months_after(const TimeText& text, const TimePhrase& phrase) {
  std::vector<TimePhrase> months;
  const bool month_in_digits = phrase.fields.month > 0 && phrase.fields.day == 0 &&
                               phrase.parts == 1 && phrase.sign == 0 && phrase.fields.year < 0 &&
                               !phrase.fields.shift && is_digits(text.pieces[phrase.end - 1]);
  if (!month_in_digits) return months;
  for (std::size_t end = phrase.end; months.size() < 12;) {
    std::size_t at = end;
    for (const TimeLex& lex : text.lexes_at(end)) {
      if (lex.slot == TimeSlot::kRange) at = std::max(at, end + lex.pieces);
    }
    if (at == end || at >= text.pieces.size() || !text.same_sentence(end - 1, at)) break;
    if (!is_digits(text.pieces[at]) || !text.has(TimeSlot::kMonth, at)) break;
    const bool closed = text.is_punctuation(at + 1) || !text.same_sentence(at, at + 1) ||
                        text.has(TimeSlot::kAfterDirection, at + 1) ||
                        text.has(TimeSlot::kRange, at + 1);
    const bool touched = at + 1 < text.pieces.size() && touches_previous(text.pieces, at + 1);
    const bool stops =
        touched && (text.pieces[at + 1].key == "," || text.pieces[at + 1].key == "." ||
                    text.pieces[at + 1].key == ")");
    const bool fraction = at + 2 < text.pieces.size() && touches_previous(text.pieces, at + 2);
    const bool goes_on = touched && (!stops || fraction);
    if (!closed || goes_on || text.has(TimeSlot::kDate, at)) break;
    TimePhrase month = phrase;
    month.begin = at;
    month.end = at + 1;
    month.fields.month = static_cast<int>(std::strtol(text.pieces[at].key.c_str(), nullptr, 10));
    months.push_back(std::move(month));
    end = at + 1;
  }
  return months;
}

// "24" of "2023/24".
std::optional<TimePhrase> year_after(const TimeText& text, const TimePhrase& phrase) {
  if (!is_year_alone(phrase) || phrase.fields.shift) return std::nullopt;
  if (!text.next_year_in_short(phrase.end - 1)) return std::nullopt;
  TimePhrase year = phrase;
  year.begin = phrase.end + 1;
  year.end = phrase.end + 2;
  ++year.fields.year;
  return year;
}

// "3" of "3-4 giờ", "hai" of "hai đến ba năm".
std::optional<TimePhrase> first_length(const TimeText& text, const TimePhrase& phrase) {
  const bool length = phrase.reading == TimeReading::kLength ||
                      (phrase.reading == TimeReading::kClockOrLength && phrase.is_length);
  if (!length || phrase.fields.amounts.size() > 1) return std::nullopt;
  const auto link = range_link(text, phrase.begin);
  if (!link || text.pieces[link->begin].key == ",") return std::nullopt;
  const std::size_t at = link->begin - 1;
  const auto number = read_number(text.pieces, at, text.tables->numbers);
  if (!number || number->pieces != 1 || number->vague) return std::nullopt;
  if (!link->touching && number->in_words != phrase.in_words) return std::nullopt;
  if (at > 0 && touches_previous(text.pieces, at)) return std::nullopt;
  TimePhrase first = phrase;
  first.begin = at;
  first.end = at + 1;
  if (first.reading == TimeReading::kClockOrLength) {
    first.fields.hour = static_cast<int>(std::min(number->value, 1e9));
    first.fields.minute = -1;
  } else {
    first.fields.amounts[0].number = number->value;
  }
  return first;
}

bool overlaps(const std::vector<TimePhrase>& phrases, const TimePhrase& phrase) {
  return !phrases.empty() && phrases.back().end > phrase.begin;
}

// "trưa" of "trưa và chiều 10-11", "ngày 5" of "ngày 5 đến ngày 8/11", "8 giờ" of "từ 8 giờ đến 10
// giờ ngày 5/3": the first end takes what the last one says.
void share_date(const TimeText& text, TimePhrase& first, const TimePhrase& last) {
  const auto link = range_link(text, last.begin);
  const bool open_day = first.fields.day > 0 && first.fields.month == 0 && first.end == last.begin;
  if (!open_day && (!link || link->begin != first.end)) return;
  TimeFields& to = first.fields;
  const TimeFields& from = last.fields;
  const bool dated = from.day > 0 || from.shift || from.weekday > 0;
  const bool clockwise =
      has(first.roles, kClockRole | kPartRole) && !has(first.roles, kDayRole | kWeekdayRole);
  if (clockwise && dated && has(last.roles, kClockRole | kPartRole)) {
    const TimeFields own = to;
    if (own.hour >= 0 && own.part.empty() && own.hour <= from.hour) to.part = from.part;
    to.year = from.year, to.month = from.month, to.day = from.day;
    to.weekday = from.weekday, to.shift = from.shift, to.direction = from.direction;
    first.roles |= last.roles & (kDayRole | kMonthRole | kYearRole | kWeekdayRole);
    first.reading = TimeReading::kDate;
    ++first.parts;
    return;
  }
  if (to.day > 0 && to.month == 0 && !to.shift && from.day > 0 && from.month > 0) {
    to.month = from.month;
    to.year = from.year;
    to.direction = from.direction;
    to.is_lunar = from.is_lunar;
    first.roles |= last.roles & (kMonthRole | kYearRole);
    if (is_day({2000, to.month, to.day})) return;
    to.month = 0;
  }
  if (to.month > 0 && to.year < 0 && !to.shift && from.year >= 0 && from.month > 0 &&
      (to.day > 0) == (from.day > 0)) {
    to.year =
        std::pair(to.month, to.day) <= std::pair(from.month, from.day) ? from.year : from.year - 1;
    first.roles |= kYearRole;
  }
}

}  // namespace

std::vector<TimePhrase> find_phrases(const TimeText& text) {
  std::vector<TimePhrase> joined = join_all(text, match_components(text));
  // "tới đây" after a date is part of it, though alone it is a reference of its own.
  for (TimePhrase& phrase : joined) {
    take_direction(text, phrase);
    take_lunar_mark(text, phrase);
  }
  std::vector<TimePhrase> apart;
  for (TimePhrase& phrase : joined) {
    if (!overlaps(apart, phrase)) apart.push_back(std::move(phrase));
  }
  joined = std::move(apart);
  for (std::size_t i = joined.size(); i-- > 1;) share_date(text, joined[i - 1], joined[i]);
  std::vector<TimePhrase> phrases;
  for (TimePhrase& phrase : joined) {
    TimePhrase* previous = phrases.empty() ? nullptr : &phrases.back();
    if (!keep(text, phrase, previous) || overlaps(phrases, phrase)) continue;
    std::vector<TimePhrase> days = days_before(text, phrase, previous);
    for (std::size_t i = days.size(); i-- > 0;) {
      if (!overlaps(phrases, days[i])) phrases.push_back(std::move(days[i]));
    }
    std::optional<TimePhrase> first = first_length(text, phrase);
    if (first && !overlaps(phrases, *first)) phrases.push_back(std::move(*first));
    std::vector<TimePhrase> months = months_after(text, phrase);
    std::optional<TimePhrase> next_year = year_after(text, phrase);
    phrases.push_back(std::move(phrase));
    if (next_year) phrases.push_back(std::move(*next_year));
    for (TimePhrase& month : months) phrases.push_back(std::move(month));
  }
  return phrases;
}

}  // namespace machtin

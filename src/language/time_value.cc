#include "language/time_value.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace machtin {
namespace {

constexpr double kMostSeconds =
    100.0 * 366 * 86400;       // what "three hours later" may reach: a century
constexpr int kFullMoon = 15;  // day of the lunar month
constexpr int kPastSlack = 7;  // days by which the day of publication may be told too early
constexpr int kSentenceLookBack =
    40;  // pieces: a word such as "sẽ" this near makes a weekday future

int digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return -1;
  int number = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

std::string_view unit_letter(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kSecond:
      return "S";
    case TimeUnit::kMinute:
      return "M";
    case TimeUnit::kHour:
      return "H";
    case TimeUnit::kDay:
      return "D";
    case TimeUnit::kWeek:
      return "W";
    case TimeUnit::kWeekend:
      return "WE";
    case TimeUnit::kMonth:
      return "M";
    case TimeUnit::kQuarter:
      return "Q";
    case TimeUnit::kYear:
      return "Y";
    case TimeUnit::kDecade:
      return "DE";
    case TimeUnit::kCentury:
      return "CE";
  }
  return "D";
}

// "3", "4.5", "0.5"; X for an amount that no number tells.
std::string amount_text(const TimeAmount& amount) {
  if (amount.vague) return "X";
  const auto whole = static_cast<long long>(amount.number);
  std::string text = std::to_string(whole);
  const auto hundredths =
      static_cast<int>(std::lround((amount.number - static_cast<double>(whole)) * 100));
  if (hundredths > 0 && hundredths < 100) {
    text += "." + two_digits(hundredths);
    if (text.back() == '0') text.pop_back();
  }
  return text;
}

std::string duration_text(const std::vector<TimeAmount>& amounts) {
  std::string days, clock;
  for (const TimeAmount& amount : amounts) {
    std::string& part = amount.unit <= TimeUnit::kHour ? clock : days;
    part += amount_text(amount);
    part += unit_letter(amount.unit);
  }
  return "P" + days + (clock.empty() ? "" : "T" + clock);
}

struct SeasonMonths {
  std::string_view code;
  int first_month;  // winter is that which begins in the year's December
};
constexpr std::array<SeasonMonths, 4> kSeasons = {{{"SP", 3}, {"SU", 6}, {"FA", 9}, {"WI", 12}}};

Day last_day_of(const Day& first, int months) { return add_days(add_months(first, months), -1); }

// The first and last day of a stretch.
std::pair<Day, Day> stretch(const Day& day, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kWeek: {
      const Day monday = add_days(day, 1 - weekday(day));
      return {monday, add_days(monday, 6)};
    }
    case TimeUnit::kWeekend: {
      const Day monday = add_days(day, 1 - weekday(day));
      return {add_days(monday, 5), add_days(monday, 6)};
    }
    case TimeUnit::kMonth: {
      const Day first{day.year, day.month, 1};
      return {first, last_day_of(first, 1)};
    }
    case TimeUnit::kQuarter: {
      const Day first{day.year, (day.month - 1) / 3 * 3 + 1, 1};
      return {first, last_day_of(first, 3)};
    }
    case TimeUnit::kYear:
      return {{day.year, 1, 1}, {day.year, 12, 31}};
    default:
      return {day, day};
  }
}

int distance(const Day& a, const Day& b) { return std::abs(day_number(a) - day_number(b)); }

// Where the stretch lies for "nearest": its middle.
Day middle_of(const Day& day, TimeUnit unit) {
  const auto [first, last] = stretch(day, unit);
  return day_of_number((day_number(first) + day_number(last)) / 2);
}

Day clamp_day(int year, int month, int day) {
  return {year, month, std::min(day, days_in_month(year, month))};
}

TimeExpression expression(TimeType type, std::string value) {
  TimeExpression out;
  out.type = type;
  out.value = std::move(value);
  return out;
}

}  // namespace

TimeAnchor time_anchor(const PublicationDate& published) {
  TimeAnchor anchor;
  anchor.published = published;
  if (!published.value) return anchor;
  const std::string_view value = *published.value;
  const int year = digits_at(value, 0, 4);
  const int month = digits_at(value, 5, 2);
  const int day = digits_at(value, 8, 2);
  anchor.has_year = year >= 0;
  const int known_year = anchor.has_year ? year : TimeAnchor::kOpenYear;
  Day at{known_year, month, day};
  if (month < 0 && anchor.has_year) at = {known_year, 7, 1};  // a year alone: its middle
  if (month > 0 && day < 0) at = {known_year, month, 15};
  anchor.has_day = is_day(at);
  if (anchor.has_day) anchor.day = at;
  return anchor;
}

std::optional<std::string> carried_bound(const TimeAnchor& anchor,
                                         const std::optional<std::string>& bound, const Day& day,
                                         bool earliest) {
  if (!bound || !anchor.has_day) return std::nullopt;
  const std::optional<Day> limit = parse_iso_day(*bound);
  if (!limit) return std::nullopt;
  const int step = earliest ? 1 : -1;
  int year = limit->year;
  Day own = clamp_day(year, anchor.day.month, anchor.day.day);
  if (earliest ? own < *limit : own > *limit) year += step;
  const int moved = year + day.year - anchor.day.year;
  // 29 February moves on to a year that has it, never out of the bound.
  for (int tries = 0; tries < 9; ++tries) {
    const Day there{moved + tries * step, day.month, day.day};
    if (is_day(there)) return iso_day(there);
  }
  return std::nullopt;
}

TimeResolver::TimeResolver(const PublicationDate& published) : anchor_(time_anchor(published)) {}

// ---- points ------------------------------------------------------------------------------------

std::optional<TimeResolver::Point> TimeResolver::base_of(const TimeShift& shift) const {
  if (shift.base == TimeBase::kContext) {
    if (shift.unit == TimeUnit::kDay && last_day_) return last_day_;
    if (shift.unit != TimeUnit::kDay && last_point_) return last_point_;
  }
  if (!anchor_.has_day) return std::nullopt;
  return Point{anchor_.day, TimeUnit::kDay, !anchor_.has_year};
}

std::optional<TimeResolver::Point> TimeResolver::shifted(const TimeShift& shift,
                                                         double units) const {
  const std::optional<Point> base = base_of(shift);
  if (!base || std::abs(units) > 3000) return std::nullopt;
  Point point = *base;
  point.unit = shift.unit;
  const int school_month = text_->tables->school_year_month;
  if (shift.of_school && point.day.month < school_month) point.day = add_months(point.day, -12);
  const int whole = static_cast<int>(units);
  const double rest = units - whole;
  switch (shift.unit) {
    case TimeUnit::kDay:
      point.day = add_days(point.day, whole);
      break;
    case TimeUnit::kWeek:
    case TimeUnit::kWeekend: {
      // "tuần qua" on a Saturday or Sunday is the week just ending.
      const bool just_ending = shift.is_last_week && weekday(point.day) >= 6 && anchor_.has_year;
      point.day = add_days(point.day, just_ending ? 0 : whole * 7);
      break;
    }
    case TimeUnit::kMonth:
      point.day = add_months(point.day, whole);
      break;
    case TimeUnit::kQuarter:
      point.day = add_months(point.day, whole * 3);
      break;
    case TimeUnit::kYear:
      point.day = add_months(point.day, whole * 12 + static_cast<int>(rest * 12));
      break;
    case TimeUnit::kDecade:
      point.day = add_months(point.day, whole * 120);
      break;
    case TimeUnit::kCentury:
      point.day = add_months(point.day, whole * 1200);
      break;
    default:
      return std::nullopt;
  }
  return point;
}

// A month and day (or a month, a quarter) without a year: that nearest to the anchor, or the next
// or the last one where a direction says so.
std::optional<TimeResolver::Point> TimeResolver::nearest(const TimePhrase& phrase, int month,
                                                         int day, TimeUnit unit) const {
  Point point{{TimeAnchor::kOpenYear, month, day}, unit, true};
  if (!anchor_.has_day) return is_day(point.day) ? std::optional(point) : std::nullopt;
  point.open_year = !anchor_.has_year;
  const int direction = phrase.fields.direction.value_or(0);
  const Day latest_past = add_days(anchor_.day, kPastSlack);
  std::optional<Day> best;
  for (int year = anchor_.day.year - 5; year <= anchor_.day.year + 5; ++year) {
    const Day candidate{year, month, day};
    if (!is_day(candidate)) continue;
    const Day middle = middle_of(candidate, unit);
    const auto [first, last] = stretch(candidate, unit);
    if (direction > 0 && last < anchor_.day) continue;
    if (direction < 0 && first > anchor_.day) continue;
    if (direction == 0 && phrase.past_head && first > latest_past) continue;
    if (!best || distance(middle, anchor_.day) < distance(middle_of(*best, unit), anchor_.day)) {
      best = candidate;
    }
  }
  if (!best) return std::nullopt;
  point.day = *best;
  return point;
}

// "ngày 23": in the month that puts it nearest to the day the text spoke of last, else to the
// anchor.
std::optional<TimeResolver::Point> TimeResolver::day_alone(const TimePhrase& phrase) const {
  std::optional<Point> base = last_day_;
  const int direction = phrase.fields.direction.value_or(0);
  if (!base || direction != 0) base = base_of({TimeBase::kPublished, TimeUnit::kDay, 0, false});
  if (!base) return std::nullopt;
  std::optional<Day> best;
  for (int months = -2; months <= 2; ++months) {
    const Day first = add_months({base->day.year, base->day.month, 1}, months);
    const Day candidate{first.year, first.month, phrase.fields.day};
    if (!is_day(candidate)) continue;
    if (direction > 0 && candidate < base->day) continue;
    if (direction < 0 && candidate > base->day) continue;
    if (!best || distance(candidate, base->day) < distance(*best, base->day)) best = candidate;
  }
  if (!best) return std::nullopt;
  return Point{*best, TimeUnit::kDay, base->open_year};
}

bool TimeResolver::is_future(const TimePhrase& phrase) const {
  const auto near = [&](std::size_t at) {
    return text_->same_sentence(phrase.begin, at) && text_->has(TimeSlot::kFutureCue, at);
  };
  for (std::size_t i = 1; i <= kSentenceLookBack; ++i) {
    if (i <= phrase.begin && near(phrase.begin - i)) return true;
    if (phrase.end + i - 1 < text_->pieces.size() && near(phrase.end + i - 1)) return true;
  }
  return false;
}

std::optional<TimeResolver::Point> TimeResolver::weekday_point(const TimePhrase& phrase) const {
  if (!anchor_.has_day || !anchor_.has_year) return std::nullopt;
  const int wanted = phrase.fields.weekday;
  Point point{anchor_.day, TimeUnit::kDay, false};
  if (phrase.fields.shift) {  // "thứ Sáu tuần qua"
    const std::optional<Point> week = shifted(*phrase.fields.shift, phrase.fields.shift->amount);
    if (!week) return std::nullopt;
    point.day = add_days(week->day, wanted - weekday(week->day));
    return point;
  }
  const int today = weekday(anchor_.day);
  const int since = (today - wanted + 7) % 7;
  const bool ahead = !phrase.past_head && is_future(phrase);
  const int direction = phrase.fields.direction.value_or(ahead ? 1 : -1);
  if (phrase.fields.direction == 0) {
    point.day = add_days(anchor_.day, wanted - today);
  } else if (direction > 0) {
    const bool must_move = phrase.fields.direction.has_value();
    point.day = add_days(anchor_.day, since == 0 ? (must_move ? 7 : 0) : 7 - since);
  } else {
    point.day = add_days(anchor_.day, -since);
  }
  return point;
}

// The year of the sixty-year cycle that is nearest to the anchor.
std::optional<int> TimeResolver::cycle_year(int place) const {
  constexpr int kFirstOfCycle = 1984;  // a year of place 0
  if (!anchor_.has_year) return std::nullopt;
  const int since = ((anchor_.day.year - kFirstOfCycle - place) % 60 + 60) % 60;
  return since <= 30 ? anchor_.day.year - since : anchor_.day.year + 60 - since;
}

std::optional<int> TimeResolver::year_of(const TimePhrase& phrase, bool& open_year) const {
  open_year = false;
  if (phrase.fields.year >= 0) return phrase.fields.year;
  if (phrase.fields.cycle >= 0) return cycle_year(phrase.fields.cycle);
  if (!phrase.fields.shift) return std::nullopt;
  const std::optional<Point> point = shifted(*phrase.fields.shift, phrase.fields.shift->amount);
  if (!point) return std::nullopt;
  open_year = point->open_year;
  return point->day.year;
}

std::optional<TimeResolver::Point> TimeResolver::holiday_point(const TimePhrase& phrase) const {
  return feast_point(phrase, *phrase.fields.holiday);
}

namespace {

// The day of a lunar date in the days of the solar year in which most of its moons lie. What ends
// a lunar year goes with the feast that begins the next one; its month may have no thirtieth.
std::optional<Day> lunar_day(int year, int month, int day) {
  const int lunar_year = month == 12 ? year - 1 : year;
  if (std::optional<Day> found = day_of_lunar(lunar_year, month, day)) return found;
  return day == 30 ? day_of_lunar(lunar_year, month, 29) : std::nullopt;
}

}  // namespace

std::optional<TimeResolver::Point> TimeResolver::feast_point(const TimePhrase& phrase,
                                                             const Holiday& holiday) const {
  // "tháng Chạp năm Ất Tỵ"
  const bool names_lunar_year = phrase.fields.cycle >= 0 && !phrase.fields.holiday;
  const auto in_year = [&](int year) -> std::optional<Day> {
    if (names_lunar_year) return day_of_lunar(year, holiday.month, holiday.day);
    if (holiday.rule == Holiday::Rule::kLunar) return lunar_day(year, holiday.month, holiday.day);
    if (holiday.rule == Holiday::Rule::kEaster)
      return add_days(easter_sunday(year), holiday.offset);
    return Day{year, holiday.month, holiday.day};
  };
  bool open_year = false;
  if (const std::optional<int> year = year_of(phrase, open_year)) {
    if (open_year && holiday.rule != Holiday::Rule::kSolar) return std::nullopt;
    const std::optional<Day> day = in_year(*year);
    return day ? std::optional(Point{*day, TimeUnit::kDay, open_year}) : std::nullopt;
  }
  if (holiday.rule == Holiday::Rule::kSolar) {
    return nearest(phrase, holiday.month, holiday.day, TimeUnit::kDay);
  }
  if (!anchor_.has_day || !anchor_.has_year) return std::nullopt;
  const int direction = phrase.fields.direction.value_or(0);
  std::optional<Day> best;
  for (int year = anchor_.day.year - 1; year <= anchor_.day.year + 1; ++year) {
    const std::optional<Day> day = in_year(year);
    if (!day || (direction > 0 && *day < anchor_.day) || (direction < 0 && *day > anchor_.day))
      continue;
    if (!best || distance(*day, anchor_.day) < distance(*best, anchor_.day)) best = day;
  }
  return best ? std::optional(Point{*best, TimeUnit::kDay, false}) : std::nullopt;
}

// "mùng 6" without a month, near the name of the feast that begins the lunar year.
bool TimeResolver::is_day_of_tet(const TimePhrase& phrase) const {
  constexpr std::size_t kReach = 40;
  if (!phrase.lunar_head || phrase.fields.month > 0 || phrase.fields.day > 15) return false;
  const std::size_t begin = phrase.begin > kReach ? phrase.begin - kReach : 0;
  const std::size_t end = std::min(phrase.end + kReach, text_->pieces.size());
  for (std::size_t at = begin; at < end; ++at) {
    bool found = false;
    text_->tables->holiday_names.each(text_->keys, at, [&](std::size_t, std::uint32_t index) {
      const Holiday& holiday = text_->tables->holidays[index];
      found = found || (holiday.rule == Holiday::Rule::kLunar && holiday.month == 1);
    });
    if (found) return true;
  }
  return false;
}

// "năm sau", "tháng sau" in a tale of years past: the one after that which was printed last.
std::optional<TimeShift> TimeResolver::next_of_context(const TimePhrase& phrase) const {
  const std::optional<TimeShift>& shift = phrase.fields.shift;
  const bool next = shift && shift->base == TimeBase::kPublished && shift->amount == 1 &&
                    (shift->unit == TimeUnit::kYear || shift->unit == TimeUnit::kMonth) &&
                    phrase.fields.month == 0 && phrase.fields.day == 0;
  if (!next || !last_point_ || !printed_in_ || !anchor_.has_year) return std::nullopt;
  if (!text_->ends_before(TimeSlot::kContextNext, phrase.end) || is_future(phrase)) {
    return std::nullopt;
  }
  if (text_->sentence[phrase.begin] - *printed_in_ > 1) return std::nullopt;
  if (last_point_->day.year >= anchor_.day.year) return std::nullopt;
  if (shift->unit == TimeUnit::kMonth && last_point_->unit > TimeUnit::kMonth) return std::nullopt;
  TimeShift out = *shift;
  out.base = TimeBase::kContext;
  return out;
}

std::optional<TimeResolver::Point> TimeResolver::date_point(const TimePhrase& phrase) const {
  const TimeFields& f = phrase.fields;
  if (f.holiday) return holiday_point(phrase);
  if (f.day > 0 && ((f.is_lunar && f.month > 0) || is_day_of_tet(phrase))) {
    return feast_point(phrase, {Holiday::Rule::kLunar, std::max(f.month, 1), f.day});
  }
  if (f.is_lunar &&
      f.month > 0) {  // "tháng Giêng": the month of the calendar that its middle is in
    std::optional<Point> month = feast_point(phrase, {Holiday::Rule::kLunar, f.month, kFullMoon});
    if (month) month->unit = TimeUnit::kMonth;
    return month;
  }
  if (f.weekday > 0 && f.day == 0) return weekday_point(phrase);
  if (f.day > 0 && f.month == 0) {
    if (!f.shift) return day_alone(phrase);
    const std::optional<Point> month = shifted(*f.shift, f.shift->amount);  // "ngày 5 tháng này"
    if (!month) return std::nullopt;
    const Day day{month->day.year, month->day.month, f.day};
    return is_day(day) ? std::optional(Point{day, TimeUnit::kDay, month->open_year}) : std::nullopt;
  }
  const TimeUnit unit = f.day > 0       ? TimeUnit::kDay
                        : f.month > 0   ? TimeUnit::kMonth
                        : f.quarter > 0 ? TimeUnit::kQuarter
                                        : TimeUnit::kYear;
  const int month = f.month > 0 ? f.month : f.quarter > 0 ? f.quarter * 3 - 2 : 1;
  const int day = f.day > 0 ? f.day : 1;
  bool open_year = false;
  const std::optional<int> year = year_of(phrase, open_year);
  const bool names_stretch = unit != TimeUnit::kYear;
  if (f.shift && !names_stretch) {
    TimeShift shift = next_of_context(phrase).value_or(*f.shift);
    const bool weekday_now = anchor_.has_day && anchor_.has_year && weekday(anchor_.day) < 6;
    if (shift.by_tense && weekday_now && !is_future(phrase)) shift.amount -= 1;
    return shifted(shift, shift.amount);
  }
  if (year) {
    const Day at{*year, month, day};
    return is_day(at) ? std::optional(Point{at, unit, open_year}) : std::nullopt;
  }
  if (f.shift) return std::nullopt;
  if (!names_stretch) return base_of({TimeBase::kPublished, TimeUnit::kYear, 0, false});
  return nearest(phrase, month, day, unit);
}

// ---- text of values ----------------------------------------------------------------------------

std::string TimeResolver::year_text(int year, bool open_year) const {
  return open_year ? "XXXX" : four_digits(year);
}

std::string TimeResolver::point_text(const Point& point) const {
  std::string year = year_text(point.day.year, point.open_year);
  switch (point.unit) {
    case TimeUnit::kWeek:
    case TimeUnit::kWeekend: {
      const std::string tail = point.unit == TimeUnit::kWeekend ? "-WE" : "";
      if (point.open_year) return "XXXX-WXX" + tail;
      const IsoWeek week = iso_week(point.day);
      return four_digits(week.year) + "-W" + two_digits(week.week) + tail;
    }
    case TimeUnit::kMonth:
      return year + "-" + two_digits(point.day.month);
    case TimeUnit::kQuarter:
      return year + "-Q" + std::to_string((point.day.month + 2) / 3);
    case TimeUnit::kYear:
      return year;
    case TimeUnit::kDecade:
      return point.open_year ? "XXX" : year.substr(0, 3);
    case TimeUnit::kCentury:
      return point.open_year ? "XX" : year.substr(0, 2);
    default:
      return year + "-" + two_digits(point.day.month) + "-" + two_digits(point.day.day);
  }
}

void TimeResolver::set_bounds(const Point& point, TimeExpression& out) const {
  if (point.unit == TimeUnit::kDecade || point.unit == TimeUnit::kCentury) return;
  if (point.open_year && (point.unit == TimeUnit::kWeek || point.unit == TimeUnit::kWeekend))
    return;
  const auto [first, last] = stretch(point.day, point.unit);
  if (!point.open_year) {
    out.earliest = iso_day(first);
    out.latest = iso_day(last);
    return;
  }
  const PublicationDate& published = anchor_.published;
  out.earliest = carried_bound(anchor_, published.earliest, first, true);
  out.latest = carried_bound(anchor_, published.latest, last, false);
  if (!published.likely) return;
  LikelyDate likely;
  likely.earliest = carried_bound(anchor_, published.likely->earliest, first, true);
  likely.latest = carried_bound(anchor_, published.likely->latest, last, false);
  if (likely.earliest == likely.latest) likely.value = likely.earliest;
  if (likely.earliest || likely.latest) out.likely = likely;
}

// "T17:24", "TMO"; nothing without clock or part of the day.
std::string TimeResolver::clock_text(const TimePhrase& phrase) const {
  const TimeFields& f = phrase.fields;
  if (f.hour < 0) return f.part.empty() ? "" : "T" + f.part;
  std::string text = "T" + two_digits(hour_of_day(f)) + ":" + two_digits(std::max(f.minute, 0));
  if (f.second >= 0) text += ":" + two_digits(f.second);
  return text;
}

// ---- values ------------------------------------------------------------------------------------

// What a phrase tells where nothing says when the text was published.
TimeExpression TimeResolver::without_anchor(const TimePhrase& phrase) const {
  const TimeFields& f = phrase.fields;
  const std::string clock = clock_text(phrase);
  std::string date = "XXXX-XX-XX";
  if (f.weekday > 0 && f.day == 0) {
    date = "XXXX-WXX-" + std::to_string(f.weekday);
  } else if (f.shift && f.day == 0 && f.month == 0) {
    const Point point{{TimeAnchor::kOpenYear, 1, 1}, f.shift->unit, true};
    if (f.shift->unit == TimeUnit::kMonth) {
      date = "XXXX-XX";
    } else if (f.shift->unit == TimeUnit::kQuarter) {
      date = "XXXX-QX";
    } else if (f.shift->unit != TimeUnit::kDay) {
      date = point_text(point);
    }
  } else if (f.is_lunar) {
    if (f.day == 0) date = "XXXX-XX";
  } else if (f.month > 0) {
    date = "XXXX-" + two_digits(f.month) + (f.day > 0 ? "-" + two_digits(f.day) : "");
  } else if (f.day > 0) {
    date = "XXXX-XX-" + two_digits(f.day);
  } else if (f.quarter > 0) {
    date = "XXXX-Q" + std::to_string(f.quarter);
  } else if (!clock.empty() && f.hour >= 0) {
    return expression(TimeType::kTime, clock);
  } else if (phrase.reading == TimeReading::kShift || phrase.edge > 0) {
    date = "XXXX";
  }
  return expression(clock.empty() ? TimeType::kDate : TimeType::kTime, date + clock);
}

std::optional<TimeExpression> TimeResolver::date(const TimePhrase& phrase) {
  const std::string clock = clock_text(phrase);
  std::optional<Point> point;
  const bool clock_alone = !has(phrase.roles, ~static_cast<std::uint32_t>(kClockRole | kPartRole));
  if (clock_alone) {  // the day the text speaks of
    point = last_day_ ? last_day_ : base_of({TimeBase::kPublished, TimeUnit::kDay, 0, false});
  } else {
    point = date_point(phrase);
  }
  if (!point) {
    const bool moving_feast = phrase.fields.holiday.has_value();
    return moving_feast ? std::optional<TimeExpression>() : without_anchor(phrase);
  }
  TimeExpression out =
      expression(clock.empty() ? TimeType::kDate : TimeType::kTime, point_text(*point) + clock);
  set_bounds(*point, out);
  if (point->unit == TimeUnit::kDay) {
    last_day_ = point;
    last_hour_ = -1;
    if (phrase.fields.hour >= 0) {
      last_hour_ = digits_at(clock, 1, 2);
      last_minute_ = std::max(phrase.fields.minute, 0);
    }
  }
  // What is told from the context stays beside it: two "tuần trước đó" are the same week.
  const bool from_context = phrase.fields.shift && phrase.fields.shift->base == TimeBase::kContext;
  if (!from_context) {
    last_point_ = point;
    printed_in_.reset();
    if (phrase.fields.year >= 0) printed_in_ = text_->sentence[phrase.end - 1];
  }
  return out;
}

// Halves, decades, centuries, seasons.
std::optional<TimeExpression> TimeResolver::special_date(const TimePhrase& phrase) const {
  const TimeFields& f = phrase.fields;
  if (f.decade >= 0) return expression(TimeType::kDate, std::to_string(f.decade));
  if (f.century >= 0) return expression(TimeType::kDate, two_digits(f.century));
  bool open_year = false;
  std::optional<int> year = year_of(phrase, open_year);
  if (!year && !f.shift) {
    const auto base = base_of({TimeBase::kPublished, TimeUnit::kYear, 0, false});
    if (base) {
      year = base->day.year;
      open_year = base->open_year;
    }
  }
  if (!year) {
    year = TimeAnchor::kOpenYear;
    open_year = true;
    if (!anchor_.has_day) {
      const std::string tail = f.half > 0 ? "-H" + std::to_string(f.half) : "-" + f.season;
      return expression(TimeType::kDate, "XXXX" + tail);
    }
  }
  if (f.half > 0) {
    TimeExpression out =
        expression(TimeType::kDate, year_text(*year, open_year) + "-H" + std::to_string(f.half));
    return out;
  }
  int first_month = 0;
  for (const SeasonMonths& season : kSeasons) {
    if (season.code == f.season) first_month = season.first_month;
  }
  if (first_month == 0) return std::nullopt;
  if (f.direction && anchor_.has_day && !f.shift && f.year < 0) {
    // The season next to the day of publication on the side that is named.
    const Day first{*year, first_month, 1};
    if (*f.direction < 0 && first > anchor_.day) --*year;
    if (*f.direction > 0 && last_day_of(first, 3) < anchor_.day) ++*year;
  }
  TimeExpression out = expression(TimeType::kDate, year_text(*year, open_year) + "-" + f.season);
  const Day first{*year, first_month, 1};
  const Day last = last_day_of(first, 3);
  if (!open_year) {
    out.earliest = iso_day(first);
    out.latest = iso_day(last);
  } else {
    out.earliest = carried_bound(anchor_, anchor_.published.earliest, first, true);
    out.latest = carried_bound(anchor_, anchor_.published.latest, last, false);
  }
  return out;
}

// kAgo and kAway.
std::optional<TimeExpression> TimeResolver::relative(const TimePhrase& phrase) {
  const TimeShift& shift = *phrase.fields.shift;
  const TimeAmount& amount = phrase.fields.amounts[0];
  const bool context = shift.base == TimeBase::kContext;
  const bool in_length = text_->ends_before(TimeSlot::kLengthCue, phrase.begin) && shift.amount > 0;
  if (amount.vague) {
    if (context || shift.amount > 0) return length(phrase);
    return expression(TimeType::kDate, "PAST_REF");
  }
  if (context && (in_length || !last_point_)) return length(phrase);
  if (shift.unit < TimeUnit::kDay) {
    const int seconds = shift.unit == TimeUnit::kHour     ? 3600
                        : shift.unit == TimeUnit::kMinute ? 60
                                                          : 1;
    if (!context || !last_day_ || last_hour_ < 0) {
      return context ? length(phrase) : std::optional(expression(TimeType::kDate, "PAST_REF"));
    }
    if (amount.number * seconds > kMostSeconds) return length(phrase);
    const long total = last_hour_ * 3600L + last_minute_ * 60L +
                       std::lround(amount.number * seconds) * shift.amount;
    const long days = total >= 0 ? total / 86400 : (total - 86399) / 86400;
    const long rest = total - days * 86400;
    Point point = *last_day_;
    point.day = add_days(point.day, static_cast<int>(days));
    TimeExpression out = expression(
        TimeType::kTime, point_text(point) + "T" + two_digits(static_cast<int>(rest / 3600)) + ":" +
                             two_digits(static_cast<int>(rest % 3600 / 60)));
    set_bounds(point, out);
    return out;
  }
  const std::optional<Point> point = shifted(shift, amount.number * shift.amount);
  if (!point) return without_anchor(phrase);
  TimeExpression out = expression(TimeType::kDate, point_text(*point));
  set_bounds(*point, out);
  if (point->unit == TimeUnit::kDay) last_day_ = point;
  last_point_ = point;
  return out;
}

std::optional<TimeExpression> TimeResolver::length(const TimePhrase& phrase) const {
  std::vector<TimeAmount> amounts = phrase.fields.amounts;
  const TimeFields& f = phrase.fields;
  if (phrase.is_length) {
    amounts.clear();
    amounts.push_back({static_cast<double>(f.hour), false, TimeUnit::kHour});
    if (f.minute >= 0) amounts.push_back({static_cast<double>(f.minute), false, TimeUnit::kMinute});
    if (f.second >= 0) amounts.push_back({static_cast<double>(f.second), false, TimeUnit::kSecond});
  }
  if (amounts.empty()) return std::nullopt;
  const TimeAmount& first = amounts.front();
  // "6 tháng đầu năm" is half a year by name.
  if (phrase.reading == TimeReading::kPartOf && first.unit == TimeUnit::kMonth && !first.vague &&
      first.number == 6 && (phrase.edge == 1 || phrase.edge == 3)) {
    TimePhrase half = phrase;
    half.fields.half = phrase.edge == 1 ? 1 : 2;
    half.fields.decade = half.fields.century = -1;
    return special_date(half);
  }
  // "10.000 đồng một tháng": a rate.
  const bool one = amounts.size() == 1 && first.number == 1 && !first.vague && !phrase.hedged &&
                   phrase.end - phrase.begin == 2 && phrase.reading == TimeReading::kLength;
  if (one && !text_->ends_before(TimeSlot::kLengthCue, phrase.begin)) {
    for (std::size_t back = 1; back <= 3 && back <= phrase.begin; ++back) {
      const std::size_t at = phrase.begin - back;
      if (text_->same_sentence(at, phrase.begin) && text_->has(TimeSlot::kRateCue, at)) {
        return expression(TimeType::kSet, duration_text(amounts));
      }
    }
  }
  return expression(TimeType::kDuration, duration_text(amounts));
}

std::optional<TimeExpression> TimeResolver::repeated(const TimePhrase& phrase) const {
  const TimeFields& f = phrase.fields;
  std::string value;
  if (!f.reference.empty()) {
    value = f.reference;
  } else if (f.weekday > 0) {
    value = "XXXX-WXX-" + std::to_string(f.weekday) + clock_text(phrase);
  } else if (f.day > 0) {
    value = "XXXX-" + (f.month > 0 ? two_digits(f.month) : "XX") + "-" + two_digits(f.day);
  } else if (!f.part.empty()) {
    value = "XXXX-XX-XXT" + f.part;
  } else if (!f.amounts.empty()) {
    value = duration_text(f.amounts);
  }
  if (value.empty()) return std::nullopt;
  return expression(TimeType::kSet, value);
}

std::optional<TimeExpression> TimeResolver::resolve(const TimePhrase& phrase) {
  std::optional<TimeExpression> out;
  switch (phrase.reading) {
    case TimeReading::kHalf:
    case TimeReading::kDecade:
    case TimeReading::kCentury:
      out = special_date(phrase);
      break;
    case TimeReading::kAgo:
    case TimeReading::kAway:
      out = relative(phrase);
      break;
    case TimeReading::kLength:
    case TimeReading::kPartOf:
      out = length(phrase);
      break;
    case TimeReading::kSet:
      out = repeated(phrase);
      break;
    case TimeReading::kRef:
      out = expression(TimeType::kDate, phrase.fields.reference);
      break;
    case TimeReading::kNow:
      out = expression(TimeType::kDate, "PRESENT_REF");
      break;
    default:
      if (phrase.is_length) {
        out = length(phrase);
      } else if (phrase.fields.half > 0 || !phrase.fields.season.empty()) {
        out = special_date(phrase);
      } else {
        out = date(phrase);
      }
  }
  if (out && phrase.begin < phrase.end) {
    out->span = {text_->pieces[phrase.begin].span.begin, text_->pieces[phrase.end - 1].span.end};
  }
  return out;
}

}  // namespace machtin

// Bounds and gaps over the calendar of language/.
#include "story/day.h"

#include <algorithm>
#include <cstdlib>

#include "language/calendar.h"

namespace machtin {
namespace {

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t size) {
  if (at + size > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + size; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

struct MonthDay {
  int month = 0, day = 0;
};

std::optional<MonthDay> month_day(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  if (iso.size() > 10 && iso[10] != 'T') return std::nullopt;
  const std::optional<int> month = digits(iso, 5, 2);
  const std::optional<int> day = digits(iso, 8, 2);
  if (!month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  return MonthDay{*month, *day};
}

// Days between two days of the year, the shorter way round; months are taken as they are on
// average, a day off at most.
std::int32_t days_around_year(const DayRange& a, const DayRange& b) {
  const auto place = [](const DayRange& range) {
    return day_number(Day{2001, range.month, range.day}) - day_number(Day{2001, 1, 1});
  };
  const std::int32_t apart = std::abs(place(a) - place(b));
  return std::min(apart, 365 - apart);
}

// The least that two ranges lie apart as their proved bounds have it.
std::int32_t proved_distance(const DayRange& a, const DayRange& b) {
  if (a.latest && b.earliest && *a.latest < *b.earliest) return *b.earliest - *a.latest;
  if (b.latest && a.earliest && *b.latest < *a.earliest) return *a.earliest - *b.latest;
  return 0;
}

DayRange with_bounds(std::string_view value, const std::optional<std::string>& earliest,
                     const std::optional<std::string>& latest,
                     const std::optional<LikelyDate>& likely) {
  DayRange range;
  if (const auto at = month_day(value)) {
    range.month = static_cast<std::uint8_t>(at->month);
    range.day = static_cast<std::uint8_t>(at->day);
  }
  if (const auto day = day_number_of(value)) {
    range.earliest = range.latest = day;
    return range;
  }
  if (earliest) range.earliest = day_number_of(*earliest);
  if (latest) range.latest = day_number_of(*latest);
  if (!likely) return range;
  if (likely->value) range.likely = day_number_of(*likely->value);
  if (!range.likely && likely->latest) range.likely = day_number_of(*likely->latest);
  if (!range.likely && likely->earliest) range.likely = day_number_of(*likely->earliest);
  return range;
}

}  // namespace

std::optional<std::int32_t> day_number_of(std::string_view iso) {
  if (iso.size() > 10 && iso[10] != 'T') return std::nullopt;
  const std::optional<Day> day = parse_iso_day(iso);
  if (!day) return std::nullopt;
  return day_number(*day);
}

std::optional<std::int32_t> DayRange::best() const {
  if (proved()) return earliest;
  if (likely) return likely;
  return latest ? latest : earliest;
}

DayRange day_range(const PublicationDate& published) {
  DayRange range = with_bounds(published.value.value_or(""), published.earliest, published.latest,
                               published.likely);
  const std::string value = published.value.value_or("");
  if (value.size() >= 16 && value[10] == 'T') {
    const std::optional<int> hour = digits(value, 11, 2);
    const std::optional<int> minute = digits(value, 14, 2);
    if (hour && minute && *hour < 24 && *minute < 60) range.minute = *hour * 60 + *minute;
  }
  return range;
}

DayRange day_range(std::string_view value, const std::optional<std::string>& earliest,
                   const std::optional<std::string>& latest,
                   const std::optional<LikelyDate>& likely) {
  return with_bounds(value, earliest, latest, likely);
}

std::optional<DayGap> day_gap(const DayRange& a, const DayRange& b) {
  if (a.proved() && b.proved()) return DayGap{std::abs(*a.earliest - *b.earliest), true};
  const std::int32_t least = proved_distance(a, b);
  if (a.month != 0 && b.month != 0) return DayGap{std::max(least, days_around_year(a, b)), false};
  const bool a_bounded = a.earliest || a.latest;
  const bool b_bounded = b.earliest || b.latest;
  if (!a_bounded || !b_bounded) return std::nullopt;
  return DayGap{least, false};
}

}  // namespace machtin

// Day numbers by Howard Hinnant's "chrono-compatible low-level date algorithms"; new moons and the
// sun's longitude by Jean Meeus, "Astronomical Algorithms" (1998), chapters 49 and 25, in the short
// form that is exact enough for days. Easter by the anonymous Gregorian computus.
#include "language/calendar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace machtin {
namespace {

constexpr double kTimeZoneDays = 7.0 / 24.0;  // Vietnam's calendar is reckoned at +7
constexpr double kSynodicMonth = 29.530588853;
constexpr double kJulianOfEpoch = 2440587.5;  // 1970-01-01T00:00Z

double sine(double degrees) { return std::sin(degrees * std::numbers::pi / 180.0); }

// The day number, at +7, of the new moon `k`, counted from that of 1900-01-01.
int new_moon_day(int k) {
  const double t = k / 1236.85;
  const double t2 = t * t;
  const double t3 = t2 * t;
  const double sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const double moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const double node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const double mean = 2415020.75933 + kSynodicMonth * k + 0.0001178 * t2 - 0.000000155 * t3 +
                      0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2);
  const double shift = (0.1734 - 0.000393 * t) * sine(sun) + 0.0021 * sine(2 * sun) -
                       0.4068 * sine(moon) + 0.0161 * sine(2 * moon) - 0.0004 * sine(3 * moon) +
                       0.0104 * sine(2 * node) - 0.0051 * sine(sun + moon) -
                       0.0074 * sine(sun - moon) + 0.0004 * sine(2 * node + sun) -
                       0.0004 * sine(2 * node - sun) - 0.0006 * sine(2 * node + moon) +
                       0.0010 * sine(2 * node - moon) + 0.0005 * sine(2 * moon + sun);
  const double delta_t = -0.000278 + 0.000265 * t + 0.000262 * t2;  // dynamical to universal time
  return static_cast<int>(std::floor(mean + shift - delta_t + kTimeZoneDays - kJulianOfEpoch));
}

// Which twelfth of the ecliptic (0 from the March equinox) the sun stands in as the day begins.
int sun_sign(int number) {
  const double t = (number + kJulianOfEpoch - kTimeZoneDays - 2451545.0) / 36525.0;
  const double anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t * t;
  const double centre = (1.914600 - 0.004817 * t) * sine(anomaly) +
                        (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
                        0.000290 * sine(3 * anomaly);
  const double longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t + centre;
  const double turn = longitude - 360.0 * std::floor(longitude / 360.0);
  return static_cast<int>(turn / 30.0);
}

// The new moon that begins lunar month 11: the month that holds the December solstice.
int month_eleven(int year) {
  const int end_of_year = day_number({year, 12, 31});
  const int k = static_cast<int>((end_of_year - day_number({1900, 1, 1})) / kSynodicMonth);
  for (int i = k + 1; i > k - 3; --i) {
    const int start = new_moon_day(i);
    if (start <= end_of_year && sun_sign(start) <= 8) return i;
  }
  return k;
}

}  // namespace

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && is_leap_year(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool is_day(const Day& day) {
  return day.day >= 1 && day.day <= days_in_month(day.year, day.month);
}

int day_number(const Day& day) {
  const int y = day.month <= 2 ? day.year - 1 : day.year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int month = day.month + (day.month > 2 ? -3 : 9);
  const int day_of_year = (153 * month + 2) / 5 + day.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Day day_of_number(int number) {
  const int z = number + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int day_of_era = z - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int mp = (5 * day_of_year + 2) / 153;
  Day day;
  day.day = day_of_year - (153 * mp + 2) / 5 + 1;
  day.month = mp < 10 ? mp + 3 : mp - 9;
  day.year = year_of_era + era * 400 + (day.month <= 2 ? 1 : 0);
  return day;
}

Day add_days(const Day& day, int days) { return day_of_number(day_number(day) + days); }

Day add_months(const Day& day, int months) {
  const int count = day.year * 12 + day.month - 1 + months;
  Day moved{count >= 0 ? count / 12 : (count - 11) / 12, 1, day.day};
  moved.month = count - moved.year * 12 + 1;
  moved.day = std::min(day.day, days_in_month(moved.year, moved.month));
  return moved;
}

int weekday(const Day& day) {
  const int since_monday = (day_number(day) + 3) % 7;  // 1970-01-01 was a Thursday
  return (since_monday + 7) % 7 + 1;
}

IsoWeek iso_week(const Day& day) {
  const Day thursday = add_days(day, 4 - weekday(day));
  return {thursday.year, (day_number(thursday) - day_number({thursday.year, 1, 1})) / 7 + 1};
}

Day monday_of(const IsoWeek& week) {
  const Day fourth{week.year, 1, 4};  // always in week 1
  return add_days(fourth, 1 - weekday(fourth) + (week.week - 1) * 7);
}

IsoWeek add_weeks(const IsoWeek& week, int weeks) {
  return iso_week(add_days(monday_of(week), weeks * 7));
}

std::optional<Day> day_of_lunar(int lunar_year, int lunar_month, int lunar_day) {
  if (lunar_year < 1900 || lunar_year > 2199 || lunar_month < 1 || lunar_month > 12) {
    return std::nullopt;
  }
  // Months 11 and 12 stand at the head of a round of 12 or 13 moons that ends before the next 11.
  const int round = lunar_month < 11 ? lunar_year - 1 : lunar_year;
  const int first = month_eleven(round);
  const bool has_leap_month = month_eleven(round + 1) - first > 12;
  int steps = lunar_month < 11 ? lunar_month + 1 : lunar_month - 11;
  if (has_leap_month) {  // the first moon in which the sun enters no new sign
    int leap = 1;
    while (leap < 13 &&
           sun_sign(new_moon_day(first + leap)) != sun_sign(new_moon_day(first + leap + 1))) {
      ++leap;
    }
    if (steps >= leap) ++steps;
  }
  const int begin = new_moon_day(first + steps);
  if (lunar_day < 1 || lunar_day > new_moon_day(first + steps + 1) - begin) return std::nullopt;
  return day_of_number(begin + lunar_day - 1);
}

Day easter_sunday(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int h =
      (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - h - year % 100 % 4) % 7;
  const int m = (golden + 11 * h + 22 * l) / 451;
  const int count = h + l - 7 * m + 114;
  return {year, count / 31, count % 31 + 1};
}

std::string two_digits(int number) {
  std::string text = std::to_string(number);
  return text.size() < 2 ? "0" + text : text;
}

std::string four_digits(int number) {
  const std::string text = std::to_string(number);
  return text.size() < 4 ? std::string(4 - text.size(), '0') + text : text;
}

std::string iso_day(const Day& day) {
  return four_digits(day.year) + "-" + two_digits(day.month) + "-" + two_digits(day.day);
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int parts[3] = {0, 0, 0};
  constexpr std::size_t kBegins[] = {0, 5, 8};
  constexpr std::size_t kLengths[] = {4, 2, 2};
  for (std::size_t p = 0; p < 3; ++p) {
    for (std::size_t i = 0; i < kLengths[p]; ++i) {
      const char c = text[kBegins[p] + i];
      if (c < '0' || c > '9') return std::nullopt;
      parts[p] = parts[p] * 10 + (c - '0');
    }
  }
  if (text.size() > 10 && text[10] >= '0' && text[10] <= '9') return std::nullopt;
  const Day day{parts[0], parts[1], parts[2]};
  return is_day(day) ? std::optional(day) : std::nullopt;
}

}  // namespace machtin

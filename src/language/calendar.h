#pragma once
// Days of the Gregorian calendar, ISO weeks, and the moving feasts: the Vietnamese lunisolar year
// and Easter. Plain arithmetic, no clock, no time zone of the machine. Tested by calendar_test.cc.

#include <optional>
#include <string>
#include <string_view>

namespace machtin {

struct Day {
  int year = 0, month = 1, day = 1;
  bool operator==(const Day&) const = default;
  auto operator<=>(const Day&) const = default;
};

// The years in which pages of the web may have been published.
constexpr int kFirstWebYear = 1990, kLastWebYear = 2100;

struct IsoWeek {
  int year = 0, week = 1;
  bool operator==(const IsoWeek&) const = default;
};

bool is_leap_year(int year);
int days_in_month(int year, int month);
bool is_day(const Day& day);  // does the calendar have it?

// Days since 1970-01-01, and back.
int day_number(const Day& day);
Day day_of_number(int number);
Day add_days(const Day& day, int days);
// The same day `months` later; the month's last day where it has no such day.
Day add_months(const Day& day, int months);
int weekday(const Day& day);  // 1 Monday … 7 Sunday

IsoWeek iso_week(const Day& day);
Day monday_of(const IsoWeek& week);
IsoWeek add_weeks(const IsoWeek& week, int weeks);

// The day of a Vietnamese lunar date (time zone +7), 1900 to 2199; nullopt for a day that the month
// has not. Leap months are not named in news and cannot be asked for.
std::optional<Day> day_of_lunar(int lunar_year, int lunar_month, int lunar_day);
Day easter_sunday(int year);

std::string iso_day(const Day& day);  // "2025-05-23"
std::string two_digits(int number);   // "07"
std::string four_digits(int number);  // "0987"
// "2025-05-23", also at the front of a longer "2025-05-23T14:30"; nullopt if it is no day.
std::optional<Day> parse_iso_day(std::string_view text);

}  // namespace machtin

#include "language/calendar.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

TEST(DayNumber, GoesThereAndBack) {
  for (int number = -800000; number < 400000; number += 317) {
    EXPECT_EQ(day_number(day_of_number(number)), number);
  }
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_of_number(20231), (Day{2025, 5, 23}));
}

TEST(AddMonths, KeepsToTheMonthsLastDay) {
  EXPECT_EQ(add_months({2024, 1, 31}, 1), (Day{2024, 2, 29}));
  EXPECT_EQ(add_months({2024, 1, 31}, -2), (Day{2023, 11, 30}));
  EXPECT_EQ(add_months({2024, 11, 5}, 14), (Day{2026, 1, 5}));
}

TEST(IsoWeek, IsThatOfItsThursday) {
  EXPECT_EQ(weekday({2025, 5, 23}), 5);
  EXPECT_EQ(iso_week({2021, 1, 3}), (IsoWeek{2020, 53}));
  EXPECT_EQ(iso_week({2018, 12, 31}), (IsoWeek{2019, 1}));
  EXPECT_EQ(monday_of({2025, 21}), (Day{2025, 5, 19}));
  EXPECT_EQ(add_weeks({2020, 53}, 1), (IsoWeek{2021, 1}));
}

TEST(DayOfLunar, KnowsTheNewYearsOfTheAlmanac) {
  struct Case {
    int year;
    Day day;
  };
  const Case cases[] = {
      {1985, {1985, 1, 21}},  // a month before the Chinese one
      {2007, {2007, 2, 17}}, {2014, {2014, 1, 31}}, {2015, {2015, 2, 19}}, {2017, {2017, 1, 28}},
      {2020, {2020, 1, 25}}, {2023, {2023, 1, 22}}, {2024, {2024, 2, 10}}, {2025, {2025, 1, 29}},
      {2026, {2026, 2, 17}}, {2030, {2030, 2, 2}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(day_of_lunar(c.year, 1, 1), c.day) << c.year;
  }
  EXPECT_EQ(day_of_lunar(2025, 8, 15), (Day{2025, 10, 6}));  // after the leap sixth month
  EXPECT_EQ(day_of_lunar(2024, 3, 10), (Day{2024, 4, 18}));  // Hùng kings
  EXPECT_EQ(day_of_lunar(2025, 3, 10), (Day{2025, 4, 7}));
  EXPECT_EQ(day_of_lunar(2025, 1, 31), std::nullopt);
  EXPECT_EQ(day_of_lunar(1492, 1, 1), std::nullopt);
}

TEST(EasterSunday, IsThatOfTheComputus) {
  EXPECT_EQ(easter_sunday(2024), (Day{2024, 3, 31}));
  EXPECT_EQ(easter_sunday(2025), (Day{2025, 4, 20}));
}

TEST(ParseIsoDay, TakesDaysAlone) {
  EXPECT_EQ(parse_iso_day("2025-05-23"), (Day{2025, 5, 23}));
  EXPECT_EQ(parse_iso_day("2025-05-23T14:30:00+07:00"), (Day{2025, 5, 23}));
  for (const char* bad :
       {"", "2025", "2025-05", "2025-02-30", "XXXX-09-07", "2025-05-234", "20a5-05-23"}) {
    EXPECT_EQ(parse_iso_day(bad), std::nullopt) << bad;
  }
}

}  // namespace
}  // namespace machtin

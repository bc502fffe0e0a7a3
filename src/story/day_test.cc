#include "story/day.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

PublicationDate published(const std::string& value, Precision precision,
                          std::optional<std::string> earliest = {},
                          std::optional<std::string> latest = {}) {
  PublicationDate date;
  date.value = value;
  date.precision = precision;
  date.earliest = std::move(earliest);
  date.latest = std::move(latest);
  return date;
}

TEST(DayNumberOf, ReadsFullDaysAndNothingElse) {
  EXPECT_EQ(day_number_of("1970-01-02"), 1);
  EXPECT_EQ(day_number_of("1970-01-02T10:00:00+07:00"), 1);
  for (const char* text :
       {"", "1970", "1970-01", "XXXX-01-02", "1970-13-02", "1970-W01-2", "2025-SU"})
    EXPECT_EQ(day_number_of(text), std::nullopt) << text;
}

TEST(DayRange, ProvesADayOnlyWithItsYear) {
  EXPECT_TRUE(day_range(published("2024-03-05", Precision::kDay)).proved());
  const DayRange open = day_range(published("XXXX-03-05", Precision::kNone));
  EXPECT_FALSE(open.proved());
  EXPECT_EQ(open.month, 3);
  EXPECT_EQ(open.day, 5);
  EXPECT_EQ(open.best(), std::nullopt);
}

TEST(DayRange, KeepsTheMinuteForOrder) {
  EXPECT_EQ(day_range(published("2024-03-05T01:30:00+07:00", Precision::kSecond)).minute, 90);
  EXPECT_EQ(day_range(published("2024-03-05T99:99:00", Precision::kSecond)).minute, 0);
}

struct GapCase {
  PublicationDate a, b;
  std::optional<std::int32_t> days;
  bool certain;
};

TEST(DayGap, ComparesWhatIsKnown) {
  const GapCase cases[] = {
      {published("2024-03-05", Precision::kDay), published("2024-03-09", Precision::kDay), 4, true},
      // Without a year, the days of the year are compared, over its end too.
      {published("XXXX-12-30", Precision::kNone), published("2025-01-02", Precision::kDay), 3,
       false},
      {published("XXXX-09-07", Precision::kNone), published("XXXX-09-07", Precision::kNone), 0,
       false},
      // Proved bounds part what agrees in day and month.
      {published("XXXX-09-07", Precision::kNone, {}, "2019-12-31"),
       published("2025-09-07", Precision::kDay), 2077, false},
      // Nothing known.
      {PublicationDate{}, published("2025-09-07", Precision::kDay), std::nullopt, false},
  };
  for (const GapCase& c : cases) {
    const std::optional<DayGap> gap = day_gap(day_range(c.a), day_range(c.b));
    ASSERT_EQ(gap.has_value(), c.days.has_value());
    if (!gap) continue;
    EXPECT_EQ(gap->days, *c.days);
    EXPECT_EQ(gap->certain, c.certain);
  }
}

}  // namespace
}  // namespace machtin

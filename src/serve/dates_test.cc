#include "serve/dates.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

struct DateCase {
  const char* date;
  const char* vi;
  const char* en;
};
constexpr DateCase kDates[] = {
    {"2025-05-23", "23 tháng 5, 2025", "23 May 2025"},
    {"2025-05-03", "3 tháng 5, 2025", "3 May 2025"},
    {"2025-05-23T14:30:00+07:00", "14:30, 23 tháng 5, 2025", "23 May 2025, 14:30"},
    {"2025-05", "tháng 5, 2025", "May 2025"},
    {"2025", "năm 2025", "2025"},
    {"2025-05-23TMO", "sáng 23 tháng 5, 2025", "23 May 2025, morning"},
    {"2025-05-23TXX", "2025-05-23TXX", "2025-05-23TXX"},
    // No year is guessed.
    {"XXXX-09-07", "ngày 7/9, chưa rõ năm", "7 September, year unknown"},
    {"XXXX-09", "tháng 9, chưa rõ năm", "September, year unknown"},
    {"XXXX", "chưa rõ ngày", "date unknown"},
    // Of no form that we know: as it came.
    {"2025-SU", "2025-SU", "2025-SU"},
    {"PT2H", "PT2H", "PT2H"},
    {"2025-99-01", "2025-99-01", "2025-99-01"},
    {"2025-00", "2025-00", "2025-00"},
    {"", "", ""},
    {"2025-05-23Tnoon", "2025-05-23Tnoon", "2025-05-23Tnoon"},
};

TEST(ShownDate, SpeaksTheLanguageOfThePage) {
  const std::vector<Texts> texts = *load_texts();
  for (const DateCase& c : kDates) {
    EXPECT_EQ(shown_date(c.date, texts[0]), c.vi) << c.date;
    EXPECT_EQ(shown_date(c.date, texts[1]), c.en) << c.date;
  }
}

TEST(ShownRange, IsOneDateWhereBothAreTheSame) {
  const Texts texts = load_texts()->front();
  EXPECT_EQ(shown_range("2025-05-16", "2025-05-24", texts), "16–24 tháng 5, 2025");
  EXPECT_EQ(shown_range("2025-04-30", "2025-05-01", texts), "30 tháng 4 – 1 tháng 5, 2025");
  EXPECT_EQ(shown_range("2024-12-30", "2025-01-01", texts), "30 tháng 12, 2024 – 1 tháng 1, 2025");
  EXPECT_EQ(shown_range("XXXX-09-07", "2025-10-01", texts),
            "ngày 7/9, chưa rõ năm – 1 tháng 10, 2025");
  EXPECT_EQ(shown_range("2025-05-16", "2025-05-16T09:00:00Z", texts), "16 tháng 5, 2025");
  EXPECT_EQ(shown_range(std::nullopt, "2025-05-16", texts), "16 tháng 5, 2025");
  EXPECT_EQ(shown_range(std::nullopt, std::nullopt, texts), "");
}

TEST(ShownLikely, TellsOnlyWhatHabitSays) {
  const Texts texts = load_texts()->front();
  PublicationDate published;
  EXPECT_EQ(shown_likely(published, texts), "");
  published.likely = LikelyDate{"2025-09-07", {}, {}};
  EXPECT_EQ(shown_likely(published, texts), "có lẽ 7 tháng 9, 2025");
  published.likely = LikelyDate{{}, "2025-09-01", "2025-09-07"};
  EXPECT_EQ(shown_likely(published, texts), "có lẽ từ 1 tháng 9, 2025 đến 7 tháng 9, 2025");
  published.likely = LikelyDate{{}, {}, "2025-09-07"};
  EXPECT_EQ(shown_likely(published, texts), "");
}

}  // namespace
}  // namespace machtin

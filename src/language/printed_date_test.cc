#include "language/printed_date.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

const MonthNames& months() {
  static const MonthNames names = {{"april", 4},     {"mai", 5},  {"juin", 6},   {"junio", 6},
                                   {"november", 11}, {"nov", 11}, {"februar", 2}};
  return names;
}

struct DateCase {
  std::string_view text, iso, span;
};

TEST(FindPrintedDate, ReadsAFullDateInAnyOrder) {
  const DateCase cases[] = {
      {"20. April 2020", "2020-04-20", "20. April 2020"},
      {"Von Anna Berg am 20. April 2020, 14:30 Uhr", "2020-04-20T14:30",
       "20. April 2020, 14:30 Uhr"},
      {"Stand: 28.04.2020 18.05 Uhr", "2020-04-28T18:05", "28.04.2020 18.05 Uhr"},
      {"mardi 5 juin 2018", "2018-06-05", "5 juin 2018"},
      {"5 de junio de 2018", "2018-06-05", "5 de junio de 2018"},
      {"⋅ November 22nd, 2011 ⋅ Email", "2011-11-22", "November 22nd, 2011"},
      {"Nov. 2, 2011 at 9:05 pm", "2011-11-02T21:05", "Nov. 2, 2011 at 9:05 pm"},
      {"31.10.23", "2023-10-31", "31.10.23"},
      {"14:30 ngày 23/05/2025", "2025-05-23T14:30", "14:30 ngày 23/05/2025"},
      {"23/05/2025 | 14h30", "2025-05-23T14:30", "23/05/2025 | 14h30"},
      {"5/23/2025", "2025-05-23", "5/23/2025"},
      {"2020年5月7日", "2020-05-07", "2020年5月7日"},
      {"2020-05-07 10:20", "2020-05-07T10:20", "2020-05-07 10:20"},
  };
  for (const DateCase& c : cases) {
    const std::optional<PrintedDate> date = find_printed_date(c.text, months());
    ASSERT_TRUE(date) << c.text;
    EXPECT_EQ(iso_text(*date), c.iso) << c.text;
    EXPECT_EQ(c.text.substr(date->span.begin, date->span.end - date->span.begin), c.span);
  }
}

TEST(FindPrintedDate, TakesNoOtherNumbersForOne) {
  for (const std::string_view text :
       {"", "2020", "April 2020", "20. April", "31.02.2020", "Tel. 0912 345 678", "1.000.000",
        "3-4-20", "192.168.10.2", "99/99/2020", "12/05", "20. Monat 2020"}) {
    EXPECT_FALSE(find_printed_date(text, months())) << text;
  }
}

}  // namespace
}  // namespace machtin

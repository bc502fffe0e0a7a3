#include "dating/timestamp.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

struct Case {
  std::string_view text, iso;  // "": no date
};

TEST(ParseTimestamp, ReadsFormsOfMetadata) {
  const Case cases[] = {
      {"2025-05-23T14:30:00+07:00", "2025-05-23T14:30:00+07:00"},
      {"2025-05-23T14:30:00.123Z", "2025-05-23T14:30:00Z"},
      {"2025-05-23T14:30:00+0700", "2025-05-23T14:30:00+07:00"},
      {"2025-05-23 14:30", "2025-05-23T14:30"},
      {" 2025-05-23 ", "2025-05-23"},
      {"2025/05/23", "2025-05-23"},
      {"20250523", "2025-05-23"},
      {"2025-05", "2025-05"},
      {"2025", "2025"},
      {"Fri, 23 May 2025 14:30:05 +0700", "2025-05-23T14:30:05+07:00"},
      {"Fri, 23 May 2025 14:30:05 GMT", "2025-05-23T14:30:05Z"},
      {"23 May 2025", "2025-05-23"},
      {"6/5/2018 2:30:00 PM", "2018-06-05T14:30:00"},
      {"12/31/2018 12:05:09 AM", "2018-12-31T00:05:09"},
      {"31/12/2018 2:30:00 PM", ""},
      {"6/5/2018 14:30:00 PM", ""},
      {"1747985400", "2025-05-23T07:30:00Z"},
      {"1747985400000", "2025-05-23T07:30:00Z"},
      {"2025-02-30", ""},
      {"2025-13-01", ""},
      {"0000-00-00", ""},
      {"9999999999", ""},
      {"12345678901234567890", ""},
      {"hôm qua", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    const std::optional<Timestamp> read = parse_timestamp(c.text);
    EXPECT_EQ(read ? iso_text(*read, "") : "", c.iso) << c.text;
  }
}

TEST(ParseDateLine, ReadsWhatPapersPrint) {
  const Result<Pack> pack = Pack::load("vi");
  ASSERT_TRUE(pack);
  const Result<TimeTables> tables = TimeTables::load(*pack);
  ASSERT_TRUE(tables);
  const Case cases[] = {
      {"Thứ Sáu, 23/05/2025 14:30 (GMT+7)", "2025-05-23T14:30+07:00"},
      {"Thứ sáu, 23/5/2025, 14:30 (GMT+7)", "2025-05-23T14:30+07:00"},
      {"Cập nhật lúc 14:30, 23/05/2025", "2025-05-23T14:30+07:00"},
      {"23/05/2025 | 14:30", "2025-05-23T14:30+07:00"},
      {"14h30 ngày 23-5-2025", "2025-05-23T14:30+07:00"},
      {"Ngày 23 tháng 5 năm 2025", "2025-05-23"},
      {"23.05.2025", "2025-05-23"},
      {"Chủ nhật, ngày 25/5/2025", "2025-05-25"},
      {"23/05 14:30", "XXXX-05-23"},  // no year is printed, and none is told
      {"22/7/2025 | 3:12:45 PM", "2025-07-22T15:12:45+07:00"},
      {"02/12/2025 3:15 PM", "2025-12-02T15:15+07:00"},
      {"02/12/2025 3:15 CH", "2025-12-02T15:15+07:00"},
      {"Thứ Ba, 02/12/2025 | 8:15 SA", "2025-12-02T08:15+07:00"},
      {"3:15 chiều, 02/12/2025", "2025-12-02T15:15+07:00"},
      {"02/12/2025 - 9:05 tối", "2025-12-02T21:05+07:00"},
      {"02/12/2025 12:10 AM", "2025-12-02T00:10+07:00"},
      {"02/12/2025 12:10 PM", "2025-12-02T12:10+07:00"},
      {"2025-12-02 3:15 PM", "2025-12-02T15:15+07:00"},
      {"23/12/2025 03:15:20PM", "2025-12-23T15:15:20+07:00"},
      {"02/12/2025 3:15 p.m.", "2025-12-02T15:15+07:00"},
      {"2 Tháng Mười Hai, 2025", "2025-12-02"},
      {"15:15 PM 02/12/2025", "2025-12-02T15:15+07:00"},
      {"13/12/2025 3:15:10 PM", "2025-12-13T15:15:10+07:00"},
      {"2 giờ trước", ""},
      {"Ảnh: Minh Khang", ""},
  };
  for (const Case& c : cases) {
    const std::optional<Timestamp> read = parse_date_line(c.text, *tables);
    EXPECT_EQ(read ? iso_text(*read, "+07:00") : "", c.iso) << c.text;
  }
}

TEST(ParseDateLine, ReadsMonthsFirstOnlyWhereItMay) {
  const Result<Pack> pack = Pack::load("vi");
  ASSERT_TRUE(pack);
  const Result<TimeTables> tables = TimeTables::load(*pack);
  ASSERT_TRUE(tables);
  const auto day = [&tables](std::string_view text, AmericanTimes american) {
    const std::optional<Timestamp> read = parse_date_line(text, *tables, american);
    return read ? iso_text(*read, "").substr(0, 10) : "";
  };
  EXPECT_EQ(day("02/12/2025 3:15:10 PM", AmericanTimes::kAll), "2025-02-12");
  EXPECT_EQ(day("02/12/2025 3:15:10 PM", AmericanTimes::kUnpadded), "2025-12-02");
  EXPECT_EQ(day("2/12/2025 3:15:10 PM", AmericanTimes::kUnpadded), "2025-02-12");
  EXPECT_EQ(day("2/12/2025 3:15:10 PM", AmericanTimes::kNone), "2025-12-02");
  EXPECT_EQ(american_times(*tables, false, true), AmericanTimes::kNone);
  EXPECT_EQ(american_times(*tables, false, false), AmericanTimes::kUnpadded);
  EXPECT_EQ(american_times(*tables, true, true), AmericanTimes::kAll);
}

TEST(DayInUrl, IsADayInThePathAlone) {
  const Case cases[] = {
      {"https://bao.example/2025/05/23/lu-ve.html", "2025-05-23"},
      {"https://bao.example/2025/5/3/lu-ve.html", "2025-05-03"},
      {"https://bao.example/tin/2025-05-23-lu-ve", "2025-05-23"},
      {"https://bao.example/lu-ve-20250523143012345.htm", ""},
      {"https://bao.example/lu-ve-20250523143012.htm", "2025-05-23"},
      {"https://bao.example/20250523/lu-ve.htm", "2025-05-23"},
      {"https://bao.example/lu-ve-20251399.htm", ""},
      {"https://bao.example/lu-ve-4521987.htm", ""},
      {"https://bao.example/lu-ve.htm?d=2025/05/23", ""},
      {"https://kho.example/web/20140109030403/http://bao.example/2013/12/09/lu-ve", "2013-12-09"},
      {"https://kho.example/web/20140109030403/http://bao.example/lu-ve", ""},
      {"https://2025/", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    const std::optional<Timestamp> read = day_in_url(c.text);
    EXPECT_EQ(read ? iso_text(*read, "") : "", c.iso) << c.text;
  }
}

}  // namespace
}  // namespace machtin

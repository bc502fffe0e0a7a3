#include "dating/date_articles.h"

#include <gtest/gtest.h>

#include "dating/dating_tables.h"
#include "language/time_tables.h"

namespace machtin {
namespace {

struct Tables {
  DatingTables dating = {};
  TimeTables times = {};
};

Tables load_tables() {
  const Result<Pack> pack = Pack::load("vi");
  EXPECT_TRUE(pack);
  Result<DatingTables> dating = DatingTables::load(*pack);
  Result<TimeTables> times = TimeTables::load(*pack);
  EXPECT_TRUE(dating);
  EXPECT_TRUE(times);
  return {std::move(*dating), std::move(*times)};
}

FoundArticle article(std::string_view body, Role role = Role::kMain) {
  FoundArticle found;
  found.article.role = role;
  found.article.title = "Tin trong làng";
  found.article.text = found.article.title + "\n\n" + std::string(body);
  if (role == Role::kTeaser) found.article.heading = "Tin khác";
  return found;
}

FoundArticle teaser(std::string_view body) { return article(body, Role::kTeaser); }

// "value earliest latest likely-value likely-latest", "-" where there is none.
std::string shown(const PublicationDate& date) {
  const auto text = [](const std::optional<std::string>& field) { return field.value_or("-"); };
  std::string out = text(date.value) + " " + text(date.earliest) + " " + text(date.latest);
  if (date.likely) out += " likely " + text(date.likely->value) + " " + text(date.likely->latest);
  return out;
}

std::vector<std::string> dated(const std::vector<FoundArticle>& articles,
                               const DatingOptions& options = {}) {
  static const Tables tables = load_tables();
  std::vector<std::string> out;
  for (const PublicationDate& date :
       date_articles(articles, options, tables.dating, tables.times)) {
    out.push_back(shown(date));
  }
  return out;
}

TEST(DateArticles, TellsNoZoneForAForeignPage) {
  FoundArticle found = article("Wer fragt, kommt weiter.", Role::kMain);
  found.metadata_date = "2022-01-25 14:45";
  EXPECT_EQ(dated({found}, {.foreign = true})[0].substr(0, 17), "2022-01-25T14:45 ");
  EXPECT_EQ(dated({found})[0].substr(0, 22), "2022-01-25T14:45+07:00");
}

TEST(DateArticles, ReadsPrintedDaysInTheOrderOfTheLanguage) {
  FoundArticle found = article("Bà con ra đồng từ sớm.", Role::kMain);
  found.date_lines = {"02/12/2025 3:15:10 PM"};
  EXPECT_EQ(dated({found})[0].substr(0, 25), "2025-12-02T15:15:10+07:00");
  EXPECT_EQ(dated({found}, {.foreign = true})[0].substr(0, 10), "2025-02-12");
}

TEST(DateArticles, ReadsOneArticleByItself) {
  struct Case {
    std::string_view body, found;
  };
  const Case cases[] = {
      // The first day named is by habit the article's own; its year is not guessed.
      {"Ngày 7/9, xã khánh thành cầu mới.", "XXXX-09-07 - -"},
      {"Chủ tịch xã hôm 7/9 nói cầu sẽ xong sớm.", "XXXX-09-07 - -"},
      {"Sáng 7/9, bà con ra đồng. Hôm 2/9 trời mưa.", "XXXX-09-07 - -"},
      // Nothing to go by.
      {"Bà con ra đồng từ sớm.", "- - -"},
      {"Hôm qua bà con ra đồng.", "- - -"},
      {"Năm 2013 làng có điện.", "- - -"},
      {"", "- - -"},
      // A day to come is not the article's own.
      {"Lễ hội sẽ diễn ra vào ngày 30/4 tại đình làng.", "- - -"},
      {"Trại hè dự kiến mở ngày 8/6.", "- - -"},
      {"Trại hè mở ngày 8/6 tới.", "- - -"},
      // What is told as past bounds it from below.
      {"Ngày 25/3, hai xã đã họp theo thỏa thuận tháng 9/2023.",
       "XXXX-03-25 2024-03-25 - likely 2024-03-25 2024-03-25"},
      {"Ngày 25/10, hai xã đã họp theo thỏa thuận tháng 9/2023.",
       "XXXX-10-25 2023-10-25 - likely 2023-10-25 2023-10-25"},
      {"Ông vừa bị phạt vì lái đò khi say rượu ngày 16/6/2023.", "- 2023-06-16 -"},
      {"Bà từng bán cá ở chợ hồi tháng 3/2020 và tháng 7/2021.", "- 2021-07-01 -"},
      // What may lie ahead bounds nothing.
      // It is likely told before.
      {"Cầu sẽ xong trước tháng 9/2030.", "- - - likely - 2030-09-30"},
      {"Dự án có thể kéo dài đến tháng 12/2031, xã đã nói vậy.", "- - -"},
      // A count of days fixes the year, from the first day counted as one or as nought.
      {"Ngày 27/1, làng tháo đồng hồ đếm 844 ngày kể từ trận lũ 7/10/2023.",
       "2026-01-27 2026-01-27 2026-01-27"},
      {"Ngày 28/1, làng tháo đồng hồ đếm 844 ngày kể từ trận lũ ngày 7/10/2023.",
       "2026-01-28 2026-01-28 2026-01-28"},
      {"Ngày 1/3, đập đã chạy được 365 ngày kể từ ngày 2/3/2021.",
       "2022-03-01 2022-03-01 2022-03-01"},
      // One that ends on another day fixes nothing, nor does a rough one or a short one.
      {"Ngày 29/1, đồng hồ đếm 844 ngày, trận lũ là ngày 7/10/2023.", "XXXX-01-29 - -"},
      {"Ngày 27/1, đồng hồ đếm hơn 844 ngày, trận lũ là ngày 7/10/2023.", "XXXX-01-27 - -"},
      {"Ngày 12/10, đồng hồ đếm 5 ngày, trận lũ là ngày 7/10/2023.", "XXXX-10-12 - -"},
      // A weekday narrows the years that a bound allows: 25 March was a Tuesday in 2025.
      {"Thứ Ba, 25/3, hai xã đã họp theo thỏa thuận tháng 9/2023.",
       "XXXX-03-25 2025-03-25 - likely 2025-03-25 2025-03-25"},
      {"Thứ Ba, 25/3, hai xã họp.", "XXXX-03-25 - -"},
      // Its day printed with a year elsewhere in the text makes that year likely; two years do not.
      {"Hôm nay 5/9, giá vàng tăng. Sáng 5/9/2025, một lượng bán ra 130 triệu đồng.",
       "XXXX-09-05 - - likely 2025-09-05 2025-09-05"},
      {"Hôm nay 5/9, làng giỗ trận bão 5/9/1998 và 5/9/2008.", "XXXX-09-05 - -"},
      // A full date at the head of the text is likely its own, and proves nothing.
      {"Ngày 7/9/2019, hai bên trao đổi thư.", "- - - likely 2019-09-07 2019-09-07"},
  };
  for (const Case& c : cases) EXPECT_EQ(dated({article(c.body)})[0], c.found) << c.body;
}

TEST(DateArticles, TrustsMetadataThenThePageThenTheCallerThenTheUrl) {
  FoundArticle found = article("Ngày 7/9, xã khánh thành cầu mới.");
  DatingOptions options;
  options.url = "https://bao.example/2018/01/02/cau.html";
  EXPECT_EQ(dated({found}, options)[0], "2018-01-02 2018-01-02 2018-01-02");
  options.given = "2019-09-08";
  EXPECT_EQ(dated({found}, options)[0], "2019-09-08 2019-09-08 2019-09-08");
  found.date_lines = {"Thứ Bảy, 07/09/2019 14:30 (GMT+7)"};
  EXPECT_EQ(dated({found}, options)[0], "2019-09-07T14:30+07:00 2019-09-07 2019-09-07");
  found.metadata_date = "2019-09-07T15:00:00+07:00";
  EXPECT_EQ(dated({found}, options)[0], "2019-09-07T15:00:00+07:00 2019-09-07 2019-09-07");
  found.metadata_date = "soon";
  EXPECT_EQ(dated({found}, options)[0], "2019-09-07T14:30+07:00 2019-09-07 2019-09-07");
}

TEST(DateArticles, TrustsASoundPrintedLineAgainstMetadataOfAnotherYear) {
  FoundArticle found = article("Bà con ra đồng từ sớm.");
  found.metadata_date = "2035-01-01T00:00:00+07:00";
  found.date_lines = {"Thứ Sáu, 23/05/2025 14:30"};
  EXPECT_EQ(dated({found})[0], "2025-05-23T14:30+07:00 2025-05-23 2025-05-23");
  // A weekday that does not fit, or none, proves nothing against them; nor does a change of days.
  found.date_lines = {"Thứ Bảy, 23/05/2025 14:30"};
  EXPECT_EQ(dated({found})[0].substr(0, 10), "2035-01-01");
  found.date_lines = {"23/05/2025 14:30"};
  EXPECT_EQ(dated({found})[0].substr(0, 10), "2035-01-01");
  found.metadata_date = "2025-08-01";
  found.date_lines = {"Thứ Sáu, 23/05/2025 14:30"};
  EXPECT_EQ(dated({found})[0], "2025-08-01 2025-08-01 2025-08-01");
}

TEST(DateArticles, DoesNotPutTheMainArticleAYearBeforeATeaserOfTheSameWeek) {
  FoundArticle older = teaser("Chợ nổi đóng cửa.");
  older.date_lines = {"01/06/2025 08:00"};
  const auto found = dated({article("Chiều 5/6, bà con đến xem cầu mới."), older});
  EXPECT_EQ(found[0], "XXXX-06-05 - - likely - 2025-06-05");
  EXPECT_EQ(dated({article("Chiều 25/5, bà con đến xem cầu mới."), older})[0],
            "XXXX-05-25 - - likely - 2025-05-25");
}

TEST(DateArticles, GivesTheCallersDateToTheMainArticleAlone) {
  DatingOptions options;
  options.given = "2025-05-23";
  const auto found = dated({article("Bà con ra đồng."), teaser("Chợ đông.")}, options);
  EXPECT_EQ(found[0], "2025-05-23 2025-05-23 2025-05-23");
  EXPECT_EQ(found[1], "- - -");
}

TEST(DateArticles, CarriesAYearAlongAListThatRunsDownwards) {
  const auto found = dated({
      article("Ngày 23/5, hai xã bàn chuyện nước."),
      teaser("Ngày 27/1, chợ mở lại."),
      teaser("Ngày 27/1, đồng hồ đếm 844 ngày kể từ trận lũ 7/10/2023."),
      teaser("Ngày 26/1, giá gạo tăng."),
      teaser("Xã ngày 25/1 họp dân."),
      teaser("Ngày 30/12, trường đóng cửa."),
  });
  EXPECT_EQ(found[0], "XXXX-05-23 - - likely - 2025-05-23");
  EXPECT_EQ(found[1], "2026-01-27 2026-01-27 2026-01-27");
  EXPECT_EQ(found[2], "2026-01-27 2026-01-27 2026-01-27");
  EXPECT_EQ(found[3], "2026-01-26 2026-01-26 2026-01-26");
  EXPECT_EQ(found[4], "2026-01-25 2026-01-25 2026-01-25");
  EXPECT_EQ(found[5], "2025-12-30 2025-12-30 2025-12-30");
}

TEST(DateArticles, CarriesNoYearAlongAListOutOfOrder) {
  const auto found = dated({
      article("Bà con ra đồng."),
      teaser("Ngày 20/1, chợ mở lại."),
      teaser("Ngày 27/1, đồng hồ đếm 844 ngày kể từ trận lũ 7/10/2023."),
      teaser("Ngày 26/1, giá gạo tăng."),
  });
  EXPECT_EQ(found[1], "XXXX-01-20 - -");
  EXPECT_EQ(found[2], "2026-01-27 2026-01-27 2026-01-27");
  EXPECT_EQ(found[3], "XXXX-01-26 - -");
}

TEST(DateArticles, CarriesNoYearOverALeapOfMonths) {
  const auto found = dated({
      teaser("Ngày 27/9, đồng hồ đếm 100 ngày kể từ trận lũ 20/6/2023."),
      teaser("Ngày 26/1, giá gạo tăng."),
      teaser("Ngày 25/1, giá gạo giảm."),
  });
  EXPECT_EQ(found[0], "2023-09-27 2023-09-27 2023-09-27");
  EXPECT_EQ(found[1], "XXXX-01-26 - -");
}

TEST(DateArticles, CarriesBoundsUpAListOfTwo) {
  const auto found = dated({
      article("Ngày 7/9, hai bên trao đổi thư."),
      teaser("Ngày 27/3, xã họp dân."),
      teaser("Ngày 25/3, hai xã đã họp theo thỏa thuận tháng 9/2023."),
      teaser("Chợ đông."),
  });
  EXPECT_EQ(found[0], "XXXX-09-07 - - likely - 2023-09-07");
  EXPECT_EQ(found[1], "XXXX-03-27 2024-03-27 - likely 2024-03-27 2024-03-27");
  EXPECT_EQ(found[2], "XXXX-03-25 2024-03-25 - likely 2024-03-25 2024-03-25");
  EXPECT_EQ(found[3], "- - -");
}

TEST(DateArticles, TellsListsApartByTheirHeadings) {
  std::vector<FoundArticle> articles = {
      teaser("Ngày 27/1, đồng hồ đếm 844 ngày kể từ trận lũ 7/10/2023."),
      teaser("Ngày 26/1, giá gạo tăng."),
      teaser("Ngày 25/1, giá gạo giảm."),
  };
  articles[2].article.heading = "Đọc nhiều";
  const auto found = dated(articles);
  EXPECT_EQ(found[1], "XXXX-01-26 - 2026-01-26 likely 2026-01-26 2026-01-26");
  EXPECT_EQ(found[2], "XXXX-01-25 - -");
}

TEST(DateArticles, GivesItsEvidenceInWords) {
  const Tables tables = load_tables();
  const auto dates = date_articles({article("Ngày 27/1, đồng hồ đếm 844 ngày kể từ 7/10/2023.")},
                                   {}, tables.dating, tables.times);
  ASSERT_EQ(dates.size(), 1u);
  EXPECT_EQ(dates[0].basis, DateBasis::kText);
  EXPECT_EQ(dates[0].precision, Precision::kDay);
  EXPECT_GE(dates[0].evidence.size(), 2u);
  EXPECT_TRUE(date_articles({}, {}, tables.dating, tables.times).empty());
}

TEST(DatingTablesLoad, NamesTheRowItCannotRead) {
  const Pack pack = Pack::from_tables("xx", {{"dating", {{{"đã", "gone"}, 5}}}});
  const Result<DatingTables> tables = DatingTables::load(pack);
  ASSERT_FALSE(tables);
  EXPECT_NE(tables.error().message.find("line 5"), std::string::npos);
}

}  // namespace
}  // namespace machtin

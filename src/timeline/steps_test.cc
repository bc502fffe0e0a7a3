#include "timeline/steps.h"

#include <gtest/gtest.h>

#include "timeline/invented_members.h"

namespace machtin {
namespace {

const ReportTables& tables() {
  static const ReportTables kTables = invented::report_tables();
  return kTables;
}

StoryMember strike(const std::string& key, const std::string& published,
                   const std::string& source) {
  StoryMember made = invented::member(
      invented::article(
          key, "Công nhân cảng Đầm Sét đình công",
          "Hơn trăm công nhân cảng Đầm Sét ngừng việc hôm 3/4 để đòi tăng lương ca đêm.",
          {"Ban giám đốc hẹn gặp đại diện công nhân vào ngày 9/4 tại nhà văn hóa cảng."},
          published),
      source, "s1");
  Event& stop = invented::put_event(made, "Conflict.Demonstrate", "ngừng việc");
  invented::put_time(made, stop, "3/4", "2024-04-03");
  Event& talks = invented::put_event(made, "Contact.Meet", "gặp");
  talks.status = EventStatus::kPlanned;
  invented::put_time(made, talks, "9/4", "2024-04-09");
  return made;
}

TEST(FindSteps, DatesEventsByTheirOwnDays) {
  std::vector<StoryMember> members = {strike("a#0", "2024-04-04", "Báo Cảng"),
                                      strike("b#0", "2024-04-04", "Báo Phố")};
  members[1].link.same_text_as = "a#0";
  const Telling telling = make_telling(members, tables());
  const std::vector<TimelineEntry> steps = find_steps(telling);
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0].date, "2024-04-03");
  EXPECT_EQ(steps[0].events, std::vector<std::string>{"Conflict.Demonstrate"});
  EXPECT_EQ(steps[0].articles, (std::vector<std::uint32_t>{0, 1}));  // the repost tells it too
  EXPECT_NE(steps[0].text.find("ngừng việc"), std::string::npos);
  EXPECT_EQ(steps[1].date, "2024-04-09");
}

TEST(FindSteps, LeavesOutWhatDidNotHappen) {
  std::vector<StoryMember> members = {strike("a#0", "2024-04-04", "Báo Cảng")};
  members[0].facts.events[0].status = EventStatus::kDenied;
  const Telling telling = make_telling(members, tables());
  const std::vector<TimelineEntry> steps = find_steps(telling);
  ASSERT_EQ(steps.size(), 1U);
  EXPECT_EQ(steps[0].date, "2024-04-09");
}

TEST(FindSteps, TakesTheDayOfPublicationWhereNoEventIsKnown) {
  const std::vector<StoryMember> members = {
      invented::member(invented::ferry("a#0", "2024-03-05"), "Báo Biển", "s1"),
      invented::member(invented::ferry_told_otherwise("b#0", "2024-03-06"), "Báo Làng", "s1"),
      invented::member(invented::harvest("c#0", ""), "Báo Vườn", "s1")};
  const Telling telling = make_telling(members, tables());
  const std::vector<TimelineEntry> steps = find_steps(telling);
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0].date, "2024-03-05");
  EXPECT_EQ(steps[0].text, members[0].article.title);
  EXPECT_EQ(steps[1].articles, std::vector<std::uint32_t>{1});
}

TEST(FindSteps, KeepsAnUnknownYearUnknown) {
  const std::vector<StoryMember> members = {
      invented::member(invented::ferry("a#0", "XXXX-03-05"), "Báo Biển", "s1"),
      invented::member(invented::ferry_told_otherwise("b#0", "2024-03-06"), "Báo Làng", "s1")};
  const Telling telling = make_telling(members, tables());
  const std::vector<TimelineEntry> steps = find_steps(telling);
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[1].date, "XXXX-03-05");
}

struct DayCase {
  const char* value;
  const char* day;
};

TEST(DayOf, TakesDaysAlone) {
  const DayCase cases[] = {{"2025-05-23", "2025-05-23"},
                           {"2025-05-23T10:00", "2025-05-23"},
                           {"XXXX-09-07", "XXXX-09-07"},
                           {"2025-05", ""},
                           {"2025-SU", ""},
                           {"2025-W21-WE", ""},
                           {"PRESENT_REF", ""},
                           {"", ""}};
  for (const DayCase& c : cases) EXPECT_EQ(day_of(c.value).value_or(""), c.day) << c.value;
}

}  // namespace
}  // namespace machtin

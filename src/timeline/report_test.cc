#include "timeline/report.h"

#include <gtest/gtest.h>

#include "timeline/invented_members.h"

namespace machtin {
namespace {

const ReportTables& tables() {
  static const ReportTables kTables = invented::report_tables();
  return kTables;
}

std::vector<StoryMember> ferry_story() {
  std::vector<StoryMember> members = {
      invented::member(invented::ferry("a#0", "2024-03-05"), "Báo Biển", "s1"),
      invented::member(invented::ferry("copy#0", "2024-03-05"), "Báo Sông", "s1"),
      invented::member(invented::ferry_told_otherwise("b#0", "2024-03-06"), "Báo Làng", "s1"),
      invented::member(invented::teaser("url:t", "Phà chìm, cả làng thức trắng",
                                        "Chỉ riêng trang này kể chuyện đó.", ""),
                       "Báo Làng", "s1")};
  members[1].link.same_text_as = "a#0";
  for (StoryMember& member : members) member.link.storyline = "s0";
  return members;
}

TEST(TellStory, TellsItsArticlesAndDays) {
  const Story story = tell_story("s1", ferry_story(), tables());
  EXPECT_EQ(story.id, "s1");
  EXPECT_EQ(story.storyline, "s0");
  EXPECT_EQ(story.first, "2024-03-05");
  EXPECT_EQ(story.last, "2024-03-06");
  EXPECT_TRUE(story.ranked);
  ASSERT_EQ(story.articles.size(), 4U);
  ASSERT_TRUE(story.articles[1].same_text_as.has_value());
  EXPECT_EQ(story.articles[1].same_text_as->input, "a#0");
  EXPECT_EQ(story.articles[3].role, Role::kTeaser);
  EXPECT_EQ(story.articles[0].source, "Báo Biển");
}

TEST(TellStory, TakesTitleAndSummaryFromMainArticlesAlone) {
  const Story story = tell_story("s1", ferry_story(), tables());
  EXPECT_EQ(story.title, "Chìm phà Sông Hiền ở cửa biển Lạch Vàng");
  ASSERT_FALSE(story.summary.empty());
  for (const std::string& sentence : story.summary)
    EXPECT_EQ(sentence.find("trang này"), std::string::npos) << sentence;
}

TEST(TellStory, TellsTeasersWhereThereIsNothingElse) {
  const std::vector<StoryMember> members = {invented::member(
      invented::teaser("url:t", "Mở bán vé tàu Tết",
                       "Vé tàu Tết được mở bán từ sáng thứ bảy tại các ga lớn.", "XXXX-10-12"),
      "Báo Ga", "s9")};
  const Story story = tell_story("s9", members, tables());
  EXPECT_FALSE(story.ranked);
  EXPECT_EQ(story.title, "Mở bán vé tàu Tết");
  EXPECT_EQ(story.first, "XXXX-10-12");
  EXPECT_EQ(story.summary.size(), 1U);
  EXPECT_EQ(story.storyline, std::nullopt);
}

TEST(TellStory, NamesPeopleAndPlacesByWeight) {
  std::vector<StoryMember> members = ferry_story();
  for (const std::size_t i : {std::size_t{0}, std::size_t{2}}) {
    Entity captain =
        invented::entity(EntityType::kPerson, i == 0 ? "Đoàn Văn Khải" : "Khải",
                         "person:doan van khai", "", invented::span_of(members[i], "Khải"));
    if (i == 0) captain.mentions.push_back(captain.mentions[0]);
    Entity place =
        invented::entity(EntityType::kPlace, "Lạch Vàng", "place:lach vang", "VNM", {10, 20});
    members[i].facts.entities = {captain, place};
  }
  Entity passer =
      invented::entity(EntityType::kPerson, "Hồ Thị Lụa", "person:ho thi lua", "", {900, 910});
  members[0].facts.entities.push_back(passer);
  const Story story = tell_story("s1", members, tables());
  ASSERT_EQ(story.people.size(), 2U);
  EXPECT_EQ(story.people[0], "Đoàn Văn Khải");
  EXPECT_EQ(story.places, std::vector<std::string>{"Lạch Vàng"});
}

TEST(TellStory, StandsMembersWithoutAnything) {
  const Story none = tell_story("s1", {}, tables());
  EXPECT_TRUE(none.articles.empty());
  EXPECT_FALSE(none.ranked);
  const Story empty = tell_story("s1", {StoryMember{}}, tables());
  EXPECT_EQ(empty.articles.size(), 1U);
  EXPECT_TRUE(empty.summary.empty());
  EXPECT_TRUE(empty.timeline.empty());
}

}  // namespace
}  // namespace machtin

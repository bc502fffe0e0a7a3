#include "timeline/disagreements.h"

#include <gtest/gtest.h>

#include "timeline/invented_members.h"

namespace machtin {
namespace {

const ReportTables& tables() {
  static const ReportTables kTables = invented::report_tables();
  return kTables;
}

// One paper's report of a landslide with so many dead.
StoryMember landslide(const std::string& key, const std::string& source, double dead,
                      Bound bound = Bound::kExact, const std::string& of = "người thiệt mạng",
                      const std::string& published = "2024-08-02") {
  StoryMember made = invented::member(
      invented::article(
          key, "Sạt lở đồi chè Khe Nậm vùi lấp một bản nhỏ",
          "Vụ sạt lở đồi chè Khe Nậm làm nhiều người thiệt mạng, đường vào bản bị cắt đứt.",
          {"Bộ đội đào bới suốt đêm bằng cuốc xẻng vì máy xúc chưa vào được."}, published),
      source, "s1");
  Event& event = invented::put_event(made, "Life.Die", "thiệt mạng");
  invented::put_quantity(made, event, dead, of, bound);
  return made;
}

std::vector<Disagreement> found(const std::vector<StoryMember>& members) {
  const Telling telling = make_telling(members, tables());
  return find_disagreements(telling, tables());
}

TEST(FindDisagreements, TellsWhoSaysHowMany) {
  const std::vector<Disagreement> disagreements =
      found({landslide("a#0", "Báo Đồi", 12),
             landslide("b#0", "Báo Suối", 9, Bound::kExact, "nạn nhân tử vong"),
             landslide("c#0", "Báo Bản", 12)});
  ASSERT_EQ(disagreements.size(), 1U);
  EXPECT_EQ(disagreements[0].event, "Life.Die");
  EXPECT_EQ(disagreements[0].about, DisagreementAbout::kQuantity);
  EXPECT_EQ(disagreements[0].of, "người chết");
  ASSERT_EQ(disagreements[0].claims.size(), 2U);
  EXPECT_EQ(disagreements[0].claims[0].value, "12");
  EXPECT_EQ(disagreements[0].claims[0].articles, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(disagreements[0].claims[1].value, "9");
}

TEST(FindDisagreements, HoldsItsPeaceWhereBothMayBeTrue) {
  StoryMember repost = landslide("b#0", "Báo Suối", 9);
  repost.link.same_text_as = "a#0";
  StoryMember teaser = landslide("b#0", "Báo Suối", 9);
  teaser.article.role = Role::kTeaser;
  StoryMember ordered = landslide("b#0", "Báo Suối", 9);
  ordered.facts.quantities[0].unit = "ordinal";
  StoryMember negated = landslide("b#0", "Báo Suối", 9);
  negated.facts.events[0].status = EventStatus::kNegated;
  StoryMember other_story = landslide("b#0", "Báo Suối", 9);
  other_story.link.story = "s2";
  struct {
    const char* what;
    StoryMember other;
  } const cases[] = {
      {"the same", landslide("b#0", "Báo Suối", 12)},
      {"more than ten", landslide("b#0", "Báo Suối", 10, Bound::kAtLeast)},
      {"about thirteen", landslide("b#0", "Báo Suối", 13, Bound::kAbout)},
      {"other things counted", landslide("b#0", "Báo Suối", 9, Bound::kExact, "ngôi nhà")},
      {"the same paper, later",
       landslide("b#0", "Báo Đồi", 9, Bound::kExact, "người chết", "2024-08-03")},
      {"a week later", landslide("b#0", "Báo Suối", 15, Bound::kExact, "người chết", "2024-08-09")},
      {"a repost", repost},
      {"a teaser", teaser},
      {"a place in an order", ordered},
      {"negated", negated},
      {"another story of the storyline", other_story},
  };
  for (const auto& c : cases)
    EXPECT_TRUE(found({landslide("a#0", "Báo Đồi", 12), c.other}).empty()) << c.what;
}

TEST(FindDisagreements, TellsDaysThatPapersMixUp) {
  std::vector<StoryMember> members = {landslide("a#0", "Báo Đồi", 12),
                                      landslide("b#0", "Báo Suối", 12)};
  invented::put_time(members[0], members[0].facts.events[0], "Khe Nậm", "2024-08-01");
  invented::put_time(members[1], members[1].facts.events[0], "Khe Nậm", "2024-07-31");
  const std::vector<Disagreement> disagreements = found(members);
  ASSERT_EQ(disagreements.size(), 1U);
  EXPECT_EQ(disagreements[0].about, DisagreementAbout::kDate);
  EXPECT_EQ(disagreements[0].claims[0].value, "2024-07-31");
  EXPECT_EQ(disagreements[0].of, std::nullopt);
}

TEST(FindDisagreements, TellsPlacesThatExcludeOneAnother) {
  std::vector<StoryMember> members = {landslide("a#0", "Báo Đồi", 12),
                                      landslide("b#0", "Báo Suối", 12)};
  for (std::size_t i = 0; i < 2; ++i) {
    const char* name = i == 0 ? "Mường Lộc" : "Mường Sại";
    members[i].facts.entities = {invented::entity(EntityType::kPlace, name, name, "VNM", {0, 3})};
    members[i].facts.events[0].place = 0;
  }
  const std::vector<Disagreement> disagreements = found(members);
  ASSERT_EQ(disagreements.size(), 1U);
  EXPECT_EQ(disagreements[0].about, DisagreementAbout::kPlace);
  // A paper that names the other's place as well does not contradict it.
  members[1].article.text += " Mường Lộc nằm cạnh đó.";
  EXPECT_TRUE(found(members).empty());
}

TEST(FindDisagreements, StandsIndicesThatPointNowhere) {
  std::vector<StoryMember> members = {landslide("a#0", "Báo Đồi", 12),
                                      landslide("b#0", "Báo Suối", 9)};
  for (StoryMember& member : members) {
    member.facts.events[0].quantities = {99};
    member.facts.events[0].time = 99;
    member.facts.events[0].place = 99;
  }
  EXPECT_TRUE(found(members).empty());
}

}  // namespace
}  // namespace machtin

#include "timeline/summary.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "timeline/invented_members.h"

namespace machtin {
namespace {

const ReportTables& tables() {
  static const ReportTables kTables = invented::report_tables();
  return kTables;
}

std::vector<std::vector<StorySentence>> sentences(const std::vector<StoryMember>& members) {
  std::vector<std::vector<StorySentence>> articles;
  for (std::uint32_t i = 0; i < members.size(); ++i)
    articles.push_back(sentences_of(members, i, tables()));
  return articles;
}

TEST(SentencesOf, TellsTitleLeaningAndBroken) {
  const std::vector<StoryMember> members = {invented::member(
      invented::article(
          "a#0", "Mở lại cầu treo Bản Pản", "Cầu treo Bản Pản mở lại sau hai tháng sửa chữa.",
          {"Theo đó, xe máy được qua cầu từ sáng thứ hai tới.", "Ảnh: Hà Vân"}, "2024-03-05"),
      "Báo Núi", "s1")};
  const std::vector<StorySentence> found = sentences_of(members, 0, tables());
  ASSERT_EQ(found.size(), 4U);
  EXPECT_TRUE(found[0].title);
  EXPECT_FALSE(found[1].leaning || found[1].broken || found[1].title);
  EXPECT_TRUE(found[2].leaning);
  EXPECT_TRUE(found[3].broken);
  EXPECT_EQ(found[1].place, 0U);
  EXPECT_EQ(found[2].place, 1U);
}

TEST(Summarize, TellsWholeSentencesOnceWithinTheBudget) {
  const std::vector<StoryMember> members = {
      invented::member(invented::ferry("a#0", "2024-03-05"), "Báo Biển", "s1"),
      invented::member(invented::ferry("b#0", "2024-03-05"), "Báo Sông", "s1"),
      invented::member(invented::ferry_told_otherwise("c#0", "2024-03-06"), "Báo Làng", "s1")};
  const std::vector<std::vector<StorySentence>> articles = sentences(members);
  const std::vector<std::string> summary =
      summarize(articles, {.most_syllables = 90, .share_of_longest = 1});
  ASSERT_GE(summary.size(), 2U);
  std::size_t syllables = 0;
  for (const std::string& sentence : summary) {
    EXPECT_EQ(std::count(summary.begin(), summary.end(), sentence), 1) << sentence;
    EXPECT_NE(sentence, members[0].article.title);
    const bool whole = std::any_of(members.begin(), members.end(), [&](const StoryMember& member) {
      return member.article.text.find(sentence) != std::string::npos;
    });
    EXPECT_TRUE(whole) << sentence;
    syllables += static_cast<std::size_t>(std::count(sentence.begin(), sentence.end(), ' ')) + 1;
  }
  EXPECT_LE(syllables, 90U + 12U);
}

TEST(Summarize, IsShortForAShortStoryAndEmptyForNone) {
  const std::vector<StoryMember> members = {
      invented::member(invented::harvest("a#0", "2024-03-05"), "Báo Vườn", "s1")};
  const std::vector<std::string> summary = summarize(sentences(members), {});
  EXPECT_GE(summary.size(), 1U);
  EXPECT_LE(summary.size(), 3U);
  EXPECT_TRUE(summarize({}, {}).empty());
}

TEST(SentenceCosine, IsOneForTheSameAndLowForOthers) {
  const std::vector<StoryMember> members = {
      invented::member(invented::ferry("a#0", "2024-03-05"), "Báo Biển", "s1"),
      invented::member(invented::harvest("b#0", "2024-03-05"), "Báo Vườn", "s1")};
  const auto articles = sentences(members);
  EXPECT_NEAR(sentence_cosine(articles[0][1], articles[0][1]), 1, 1e-6);
  EXPECT_LT(sentence_cosine(articles[0][1], articles[1][1]), 0.1);
}

}  // namespace
}  // namespace machtin

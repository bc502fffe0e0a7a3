#include "serve/voices.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

StoryMember member(const std::string& input, const std::string& text) {
  StoryMember out;
  out.place = {input, 0};
  out.article.text = text;
  out.facts.sentences = {{0, static_cast<std::uint32_t>(text.size())}};
  out.facts.entities = {
      {.name = "Trần Thị Sương", .roles = {"Giám đốc trạm"}, .key = "person:suong"}};
  return out;
}

Story story_with(const std::vector<StoryMember>& members) {
  Story story;
  for (const StoryMember& one : members) story.articles.push_back({.place = one.place});
  return story;
}

TEST(VoicesOf, GathersWhatOneSpeakerSaysInSeveralArticles) {
  StoryMember a = member("a", "Nước đã rút xuống dưới mức báo động hai");
  a.facts.quotes = {{.span = {0, static_cast<std::uint32_t>(a.article.text.size())},
                     .direct = true,
                     .speaker = 0}};
  StoryMember b = a;
  b.place.input = "b";
  StoryMember c = member("c", "Trạm bơm sẽ chạy suốt đêm nay");
  c.facts.events = {{.type = "Statement.Announce", .trigger = {0, 5}, .according_to = 0}};
  const std::vector<Voice> voices = voices_of(story_with({a, b, c}), {a, b, c});
  ASSERT_EQ(voices.size(), 1u);
  EXPECT_EQ(voices[0].name, "Trần Thị Sương");
  EXPECT_EQ(voices[0].role, "Giám đốc trạm");
  ASSERT_EQ(voices[0].statements.size(), 2u);
  EXPECT_EQ(voices[0].statements[0].articles, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_TRUE(voices[0].statements[0].direct);
  EXPECT_FALSE(voices[0].statements[1].direct);
}

TEST(VoicesOf, TellsAClaimOnceWhereAQuotationTellsIt) {
  StoryMember a = member("a", "Bà Sương nói nước đã rút hẳn");
  a.facts.quotes = {
      {.span = {12, static_cast<std::uint32_t>(a.article.text.size())}, .speaker = 0}};
  a.facts.events = {{.type = "Statement.Announce", .trigger = {0, 3}, .according_to = 0}};
  EXPECT_EQ(voices_of(story_with({a}), {a})[0].statements.size(), 1u);
}

TEST(VoicesOf, PassesOverWhatPointsNowhere) {
  StoryMember a = member("a", "Một câu đủ dài để kể lại");
  a.facts.quotes = {
      {.span = {0, 900}, .speaker = 0}, {.span = {0, 10}, .speaker = 7}, {.span = {0, 10}}};
  a.facts.events = {{.sentence = 9, .according_to = 0}, {.according_to = 5}};
  EXPECT_TRUE(voices_of(story_with({a}), {a}).empty());
  EXPECT_TRUE(voices_of(Story{}, {a}).empty());
}

}  // namespace
}  // namespace machtin

#include "story/linker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "fixtures/invented_news.h"

namespace machtin {
namespace {

const StoryTables& tables() {
  static const StoryTables kTables = invented::tables();
  return kTables;
}

void add(StoryLinker& linker, const Article& article, const Facts& facts = {}) {
  linker.add(article.key, article_features(article, facts, tables()));
}

Facts exchange_of(const std::string& one, const std::string& other) {
  Facts facts;
  facts.entities = {
      invented::entity(EntityType::kCountry, "Armenia", "country:" + one, one, {0, 4}),
      invented::entity(EntityType::kCountry, "Azerbaijan", "country:" + other, other, {0, 4})};
  Event event;
  event.type = "Justice.Exchange-Prisoners";
  facts.events = {event};
  return facts;
}

TEST(StoryLinker, PutsTellingsOfOneHappeningTogether) {
  StoryLinker linker(tables());
  add(linker, invented::harvest("h#0", "2024-03-05"));
  add(linker, invented::ferry_told_otherwise("b#0", "2024-03-06"));
  add(linker, invented::ferry("a#0", "2024-03-05"));
  EXPECT_EQ(linker.link("a#0").story, linker.link("b#0").story);
  EXPECT_NE(linker.link("a#0").story, linker.link("h#0").story);
  EXPECT_EQ(linker.link("a#0").same_text_as, std::nullopt);
  EXPECT_EQ(linker.link("b#0").storyline, std::nullopt);
}

TEST(StoryLinker, NamesAStoryAfterItsEarliestArticleWhateverTheOrderOfFiles) {
  std::vector<Article> articles = {invented::ferry("a#0", "2024-03-05"),
                                   invented::ferry_told_otherwise("b#0", "2024-03-06"),
                                   invented::harvest("h#0", "2024-03-04")};
  std::sort(articles.begin(), articles.end(),
            [](const Article& a, const Article& b) { return a.key < b.key; });
  std::map<std::string, std::string> expected;
  do {
    StoryLinker linker(tables());
    for (const Article& article : articles) add(linker, article);
    for (const Article& article : articles) {
      const std::string story = linker.link(article.key).story;
      EXPECT_EQ(story.size(), 17U);
      EXPECT_EQ(story[0], 's');
      EXPECT_EQ(expected.emplace(article.key, story).first->second, story);
    }
  } while (std::next_permutation(articles.begin(), articles.end(),
                                 [](const Article& a, const Article& b) { return a.key < b.key; }));
}

TEST(StoryLinker, KeepsTheYearsApart) {
  StoryLinker linker(tables());
  add(linker, invented::ferry_told_otherwise("a#0", "2021-03-05"));
  add(linker, invented::ferry("b#0", "2024-03-05"));
  EXPECT_NE(linker.link("a#0").story, linker.link("b#0").story);
}

TEST(StoryLinker, KnowsAnAgencyTextCutAndUnderAnotherLede) {
  StoryLinker linker(tables());
  Article cut = invented::ferry("cut#0", "2024-03-06");
  cut.title = "Mười chín người bị thương trong vụ chìm phà";
  cut.lede = "Giới chức địa phương đang làm rõ nguyên nhân vụ việc gây rúng động vùng ven biển.";
  cut.paragraphs.resize(2);
  add(linker, cut);
  add(linker, invented::ferry("first#0", "2024-03-05"));
  add(linker, invented::ferry_told_otherwise("own#0", "2024-03-05"));
  EXPECT_EQ(linker.link("cut#0").same_text_as, "first#0");
  EXPECT_EQ(linker.link("cut#0").story, linker.link("first#0").story);
  EXPECT_EQ(linker.link("first#0").same_text_as, std::nullopt);
  EXPECT_EQ(linker.link("own#0").same_text_as, std::nullopt);
}

TEST(StoryLinker, LetsAnEarlierOriginalTakeTheFirstPlaceLater) {
  StoryLinker linker(tables());
  add(linker, invented::ferry("late#0", "2024-03-06"));
  EXPECT_EQ(linker.link("late#0").same_text_as, std::nullopt);
  linker.take_changed();
  add(linker, invented::ferry("early#0", "2024-03-05"));
  EXPECT_EQ(linker.link("late#0").same_text_as, "early#0");
  EXPECT_EQ(linker.take_changed(), (std::vector<std::string>{"late#0", "early#0"}));
}

TEST(StoryLinker, PutsATeaserWithTheArticleThatItNames) {
  const std::string url = "http://bao.example/mua-vai";
  const Article main = invented::harvest(url + "#0", "2024-03-05");
  struct {
    const char* key;
    const char* title;
  } const cases[] = {{"url:http://bao.example/mua-vai", "Mùa vải ngọt ở miền đồi"},
                     {"title:nong dan|bao", "NÔNG DÂN TÂN MỸ ĐƯỢC MÙA VẢI THIỀU SỚM"}};
  for (const auto& c : cases) {
    for (const bool teaser_first : {true, false}) {
      StoryLinker linker(tables());
      const Article teaser = invented::teaser(c.key, c.title, "", "");
      add(linker, teaser_first ? teaser : main);
      linker.take_changed();
      add(linker, teaser_first ? main : teaser);
      EXPECT_EQ(linker.link(c.key).story, linker.link(main.key).story) << c.key;
      EXPECT_EQ(linker.link(c.key).same_text_as, main.key) << c.key;
      EXPECT_EQ(linker.link(main.key).same_text_as, std::nullopt);
    }
  }
}

TEST(StoryLinker, MergesToldStoriesThatALaterArticleBridges) {
  StoryLinker linker(tables());
  Article one = invented::article(
      "one#0", "Chìm phà ở cửa biển Lạch Vàng", "",
      {invented::ferry_paragraphs()[0], invented::ferry_paragraphs()[1]}, "2024-03-05");
  Article other = invented::article(
      "other#0", "Chủ phà quá hạn đăng kiểm bị mời làm việc", "",
      {invented::ferry_paragraphs()[2], invented::ferry_paragraphs()[3]}, "2024-03-06");
  add(linker, one);
  add(linker, other);
  const std::string older = linker.link("one#0").story;
  const std::string younger = linker.link("other#0").story;
  ASSERT_NE(older, younger);
  linker.take_changed();
  EXPECT_TRUE(linker.take_merges().empty());
  // The whole agency text, of which both were parts.
  add(linker, invented::ferry("whole#0", "2024-03-06"));
  EXPECT_EQ(linker.link("other#0").story, older);
  EXPECT_EQ(linker.link("whole#0").story, older);
  const std::vector<StoryMerge> merges = linker.take_merges();
  ASSERT_EQ(merges.size(), 1U);
  EXPECT_EQ(merges[0].older, older);
  EXPECT_EQ(merges[0].younger, younger);
  EXPECT_TRUE(linker.take_merges().empty());
  const std::vector<std::string> changed = linker.take_changed();
  EXPECT_NE(std::find(changed.begin(), changed.end(), "other#0"), changed.end());
}

TEST(StoryLinker, TiesExchangesOfTwoYearsIntoAStorylineAndNotAStory) {
  StoryLinker linker(tables());
  add(linker,
      invented::article("x1#0", "Armenia và Azerbaijan trao trả tù binh", "", {}, "2021-06-12"),
      exchange_of("ARM", "AZE"));
  add(linker, invented::harvest("h#0", "2022-01-01"));
  linker.take_changed();
  EXPECT_EQ(linker.link("x1#0").storyline, std::nullopt);
  add(linker,
      invented::article("x2#0", "Azerbaijan và Armenia lại trao trả tù binh", "", {}, "2023-12-13"),
      exchange_of("ARM", "AZE"));
  const StoryLink first = linker.link("x1#0");
  const StoryLink second = linker.link("x2#0");
  EXPECT_NE(first.story, second.story);
  EXPECT_EQ(first.storyline, first.story);
  EXPECT_EQ(second.storyline, first.story);
  EXPECT_EQ(linker.link("h#0").storyline, std::nullopt);
  EXPECT_EQ(linker.take_changed(), (std::vector<std::string>{"x1#0", "x2#0"}));
}

TEST(StoryLinker, GoesOnAfterRestoringAsIfItHadNeverStopped) {
  const std::vector<Article> before = {invented::ferry("a#0", "2024-03-05"),
                                       invented::ferry("copy#0", "2024-03-06"),
                                       invented::harvest("h#0", "2024-03-05")};
  const Article after = invented::ferry_told_otherwise("b#0", "2024-03-06");
  StoryLinker whole(tables());
  for (const Article& article : before) add(whole, article);
  StoryLinker again(tables());
  // In reverse: the copy is put back before the text that it repeats.
  for (auto article = before.rbegin(); article != before.rend(); ++article) {
    const ArticleFeatures features = article_features(*article, {}, tables());
    again.restore(article->key, *ArticleFeatures::from_blob(features.blob()),
                  whole.link(article->key));
  }
  EXPECT_TRUE(again.take_changed().empty());
  add(whole, after);
  add(again, after);
  for (const char* key : {"a#0", "copy#0", "h#0", "b#0"})
    EXPECT_EQ(again.link(key), whole.link(key)) << key;
  EXPECT_EQ(again.link("copy#0").same_text_as, "a#0");
  EXPECT_EQ(again.take_changed(), std::vector<std::string>{"b#0"});
}

TEST(StoryLinker, KeepsTheStoryOfARevisedArticle) {
  StoryLinker linker(tables());
  add(linker, invented::ferry("a#0", "2024-03-05"));
  const std::string story = linker.link("a#0").story;
  linker.take_changed();
  add(linker, invented::ferry("a#0", "2024-03-05"));
  EXPECT_TRUE(linker.take_changed().empty());
  add(linker, invented::ferry_told_otherwise("a#0", "2024-03-05"));
  EXPECT_EQ(linker.link("a#0").story, story);
  EXPECT_EQ(linker.take_changed(), std::vector<std::string>{"a#0"});
}

TEST(StoryLinker, AnswersForKeysThatItDoesNotKnow) {
  StoryLinker linker(tables());
  EXPECT_EQ(linker.link("nowhere#0"), StoryLink{});
  EXPECT_TRUE(linker.take_changed().empty());
  add(linker, Article{});  // nothing in it, nothing to link by
  EXPECT_FALSE(linker.link("").story.empty());
}

}  // namespace
}  // namespace machtin

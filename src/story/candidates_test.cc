#include "story/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "fixtures/invented_news.h"

namespace machtin {
namespace {

ArticleFeatures features(const Article& article) {
  static const StoryTables tables = invented::tables();
  return article_features(article, Facts{}, tables);
}

TEST(CandidateIndex, GivesWhatIsAlikeAndNotItself) {
  CandidateIndex index;
  const ArticleFeatures one = features(invented::ferry("a#0", "2024-03-05"));
  const ArticleFeatures other = features(invented::ferry_told_otherwise("b#0", "2024-03-05"));
  index.add(0, one.data());
  index.add(1, other.data());
  index.add(2, features(invented::harvest("c#0", "2024-03-05")).data());
  const std::vector<std::uint32_t> alike = index.alike(one.data(), 0);
  ASSERT_FALSE(alike.empty());
  EXPECT_EQ(alike.front(), 1U);
  EXPECT_EQ(std::count(alike.begin(), alike.end(), 0U), 0);
}

TEST(CandidateIndex, StaysBoundedAmongManyOfOneKind) {
  CandidateIndex index;
  const ArticleFeatures ferry = features(invented::ferry("a#0", "2024-03-05"));
  for (std::uint32_t slot = 0; slot < 2000; ++slot) index.add(slot, ferry.data());
  EXPECT_LE(index.alike(ferry.data(), 5000).size(), 64U);
  EXPECT_LE(index.sharing_text(ferry.data(), 5000).size(), 16U);
  EXPECT_LE(index.same_title(ferry.data(), 5000).size(), 256U);
}

TEST(CandidateIndex, FindsByTitleAndUrl) {
  CandidateIndex index;
  Article article = invented::ferry("a#0", "2024-03-05");
  article.url = "http://bao.example/pha";
  index.add(7, features(article).data());
  EXPECT_EQ(index.same_url(features(article).data(), 8), std::vector<std::uint32_t>{7});
  EXPECT_EQ(index.same_title(features(article).data(), 8), std::vector<std::uint32_t>{7});
  EXPECT_TRUE(index.same_url(features(invented::harvest("b#0", "")).data(), 8).empty());
}

}  // namespace
}  // namespace machtin

#include "story/similarity.h"

#include <gtest/gtest.h>

#include "fixtures/invented_news.h"

namespace machtin {
namespace {

ArticleFeatures features(const Article& article) {
  static const StoryTables tables = invented::tables();
  return article_features(article, Facts{}, tables);
}

TEST(Similarity, IsHigherWithinAHappening) {
  const ArticleFeatures one = features(invented::ferry("a#0", "2024-03-05"));
  const ArticleFeatures other = features(invented::ferry_told_otherwise("b#0", "2024-03-05"));
  const ArticleFeatures harvest = features(invented::harvest("c#0", "2024-03-05"));
  const LinkWeights weights;
  EXPECT_GE(similarity(one.data(), other.data(), weights), weights.join);
  EXPECT_LT(similarity(one.data(), harvest.data(), weights), weights.join / 2);
  EXPECT_DOUBLE_EQ(similarity(one.data(), other.data(), weights),
                   similarity(other.data(), one.data(), weights));
}

struct TimeCase {
  const char *a, *b;
  double at_least, at_most;
};

TEST(TimeFactor, FallsWithTheDaysBetween) {
  const TimeCase cases[] = {
      {"2024-03-05", "2024-03-05", 1, 1},      {"2024-03-05", "2024-03-06", 1, 1},
      {"2024-03-05", "2024-03-15", 0.2, 0.6},  {"2024-03-05", "2024-06-30", 0, 0},
      {"2024-03-05", "2025-03-05", 0, 0},       // a year later to the day
      {"XXXX-03-05", "2024-03-05", 0.8, 0.95},  // may be the same day: never as good as proved
      {"XXXX-03-05", "2024-09-05", 0, 0},      {"", "2024-09-05", 0.7, 0.9},
  };
  for (const TimeCase& c : cases) {
    const ArticleFeatures a = features(invented::ferry("a#0", c.a));
    const ArticleFeatures b = features(invented::ferry("b#0", c.b));
    const double factor = time_factor(a.data(), b.data(), {});
    EXPECT_GE(factor, c.at_least) << c.a << " " << c.b;
    EXPECT_LE(factor, c.at_most) << c.a << " " << c.b;
  }
}

TEST(EntityCosine, CountsSharedNames) {
  const std::vector<NamedEntity> a = {{1, 0, EntityType::kPerson, true, 64, 64},
                                      {2, 0, EntityType::kPlace, false, 64, 64}};
  const std::vector<NamedEntity> b = {{2, 0, EntityType::kPlace, false, 64, 64}};
  EXPECT_NEAR(entity_cosine(a, a), 1, 1e-9);
  EXPECT_NEAR(entity_cosine(a, b), 0.7071, 1e-3);
  EXPECT_EQ(entity_cosine(a, {}), 0);
}

}  // namespace
}  // namespace machtin

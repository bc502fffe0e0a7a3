#include "story/features.h"

#include <gtest/gtest.h>

#include "fixtures/invented_news.h"
#include "story/story_tables.h"
#include "story/terms.h"

namespace machtin {
namespace {

Facts some_facts() {
  Facts facts;
  facts.sentences = {{0, 10}};
  facts.entities = {invented::entity(EntityType::kCountry, "Na Uy", "country:NOR", "NOR", {0, 5}),
                    invented::entity(EntityType::kPerson, "Đoàn Văn Khải", "person:doan van khai",
                                     "", {300, 312})};
  Event event;
  event.type = "Disaster.Accident";
  facts.events = {event};
  TimeExpression time;
  time.value = "2024-03-05";
  facts.times = {time};
  return facts;
}

TEST(CountTerms, TakesSyllablesPairsNumbersAndDaysInFigures) {
  const StoryTables tables = invented::tables();
  TermCounts counts;
  count_terms("Trao đổi tù binh ngày 23/10, của 70 người", tables, 1, counts);
  const auto has = [&](std::uint32_t term) { return counts.contains(term); };
  EXPECT_TRUE(has(term_hash("binh")));
  EXPECT_TRUE(has(pair_hash(term_hash("tù"), term_hash("binh"))));
  EXPECT_TRUE(has(pair_hash(term_hash("23"), term_hash("10"))));
  EXPECT_TRUE(has(term_hash("70")));
  EXPECT_FALSE(has(term_hash("của")));
  EXPECT_FALSE(has(term_hash(",")));
}

TEST(ArticleFeatures, TellsCentralNamesFromOthers) {
  const Article article = invented::ferry("a#0", "2024-03-05");
  const ArticleFeatures features = article_features(article, some_facts(), invented::tables());
  ASSERT_EQ(features.data().entities.size(), 2U);
  for (const NamedEntity& entity : features.data().entities)
    EXPECT_EQ(entity.central, entity.type == EntityType::kCountry);
  ASSERT_EQ(features.data().events.size(), 1U);
  EXPECT_TRUE(features.data().events[0].central);
  EXPECT_EQ(features.data().days.size(), 1U);
}

TEST(ArticleFeatures, SurviveSavingAndRestoring) {
  const Article article = invented::ferry("a#0", "2024-03-05");
  const ArticleFeatures features = article_features(article, some_facts(), invented::tables());
  const std::string blob = features.blob();
  EXPECT_LT(blob.size(), 4000U);
  const std::optional<ArticleFeatures> back = ArticleFeatures::from_blob(blob);
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->data(), features.data());
  EXPECT_EQ(back->blob(), blob);
  const std::optional<ArticleFeatures> empty = ArticleFeatures::from_blob(ArticleFeatures().blob());
  ASSERT_TRUE(empty.has_value());
}

TEST(ArticleFeatures, RefuseADamagedBlob) {
  const Article article = invented::ferry("a#0", "2024-03-05");
  const std::string blob = article_features(article, some_facts(), invented::tables()).blob();
  for (std::size_t size = 0; size < blob.size(); ++size)
    EXPECT_FALSE(ArticleFeatures::from_blob(blob.substr(0, size))) << size;
  for (std::size_t at = 0; at < blob.size(); ++at) {
    std::string damaged = blob;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
    EXPECT_FALSE(ArticleFeatures::from_blob(damaged)) << at;
  }
  EXPECT_FALSE(ArticleFeatures::from_blob(blob + "x"));
}

// The hash guards against chance, not against intent: with a right hash over wrong bytes the reader
// must still refuse or read, and never run over.
TEST(ArticleFeatures, ReadWrongBytesUnderARightHashWithoutHarm) {
  const Article article = invented::ferry("a#0", "2024-03-05");
  const std::string blob = article_features(article, some_facts(), invented::tables()).blob();
  for (std::size_t at = 4; at + 4 < blob.size(); ++at) {
    for (const char byte : {'\x00', '\x7F', '\xFF'}) {
      std::string damaged = blob.substr(0, blob.size() - 4);
      damaged[at] = byte;
      const std::uint32_t hash = term_hash(damaged);
      for (int i = 0; i < 4; ++i) damaged += static_cast<char>((hash >> (8 * i)) & 0xFF);
      if (const auto read = ArticleFeatures::from_blob(damaged)) {
        EXPECT_LE(read->data().full.terms.size(), damaged.size());
      }
    }
  }
}

TEST(Cosine, IsOneForEqualVectorsAndZeroForNone) {
  const TermVector a = make_vector({{5, 100}, {2, 50}});
  EXPECT_NEAR(cosine(a, a), 1.0, 1e-9);
  EXPECT_EQ(cosine(a, make_vector({{7, 10}})), 0.0);
  EXPECT_EQ(cosine(a, TermVector{}), 0.0);
}

}  // namespace
}  // namespace machtin

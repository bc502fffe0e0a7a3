#include "story/story_tables.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

Pack pack_of(const std::string& name, const std::string& text) {
  const Result<Table> table = parse_table(name, text);
  EXPECT_TRUE(table.has_value());
  return Pack::from_tables("vi", {*table});
}

TEST(StoryTables, WeighsTermsByTheirRarity) {
  const std::vector<Pack> packs = {
      pack_of("document_frequency", "*\t1000\nvà\t900\ntù binh\t10\n")};
  const Result<StoryTables> tables = StoryTables::load(packs);
  ASSERT_TRUE(tables.has_value());
  const float common = tables->rarity_of(term_hash("và"));
  const float pair = tables->rarity_of(pair_hash(term_hash("tù"), term_hash("binh")));
  EXPECT_LT(common, 0.2F);
  EXPECT_GT(pair, 4.0F);
  EXPECT_GT(tables->rarity_of(term_hash("chưa thấy")), pair);
}

TEST(StoryTables, RefusesRowsThatCannotBeUsed) {
  const char* const frequencies[] = {"*\tmany\n", "*\t1000\nvà\t-3\n", "và\t10\n", "*\t0\n"};
  for (const char* text : frequencies) {
    const std::vector<Pack> packs = {pack_of("document_frequency", text)};
    EXPECT_FALSE(StoryTables::load(packs).has_value()) << text;
  }
  const std::vector<Pack> packs = {pack_of("storyline_events", "Conflict.Attack\tsometimes\n")};
  const Result<StoryTables> tables = StoryTables::load(packs);
  ASSERT_FALSE(tables.has_value());
  EXPECT_EQ(tables.error().kind, ErrorKind::kBadFormat);
}

TEST(StoryTables, OfThePacksCompiledInAreThere) {
  std::vector<Pack> packs;
  for (const char* code : {"all", "vi", "en"}) {
    Result<Pack> pack = Pack::load(code);
    ASSERT_TRUE(pack.has_value()) << code;
    packs.push_back(std::move(*pack));
  }
  const Result<StoryTables> tables = StoryTables::load(packs);
  ASSERT_TRUE(tables.has_value()) << tables.error().message;
  EXPECT_GT(tables->rarity.size(), 10000U);
  EXPECT_TRUE(tables->stop_words.contains(term_hash("của")));
  EXPECT_TRUE(tables->stop_words.contains(term_hash("the")));
  const auto kind = tables->storyline_events.find(term_hash("Justice.Exchange-Prisoners"));
  ASSERT_NE(kind, tables->storyline_events.end());
  EXPECT_EQ(kind->second.kind, StorylineKind::kTopic);
  EXPECT_EQ(kind->second.family,
            tables->storyline_events.at(term_hash("Contact.Negotiate")).family);
}

}  // namespace
}  // namespace machtin

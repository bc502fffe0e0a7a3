#include "facts/coreference.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

Mention person(std::string name, std::uint32_t at, Evidence evidence = Evidence::kOwn) {
  Mention mention;
  mention.type = EntityType::kPerson;
  mention.span = {at, at + static_cast<std::uint32_t>(name.size())};
  mention.name = std::move(name);
  mention.evidence = evidence;
  return mention;
}

TEST(GroupMentions, JoinsShortNamesToTheNearestLongOneBefore) {
  std::vector<Mention> mentions = {person("Anna Berg", 0), person("Berg", 20),
                                   person("Otto Berg", 40), person("Berg", 60)};
  const std::vector<Entity> entities = group_mentions(std::move(mentions), EntityTables{});
  ASSERT_EQ(entities.size(), 2u);
  EXPECT_EQ(entities[0].mentions, (std::vector<ByteSpan>{{0, 9}, {20, 24}}));
  EXPECT_EQ(entities[1].mentions, (std::vector<ByteSpan>{{40, 49}, {60, 64}}));
}

TEST(GroupMentions, DropsWhatNeedsEvidenceAndHasNone) {
  EXPECT_TRUE(group_mentions({person("Berg", 0, Evidence::kNeeded)}, EntityTables{}).empty());
  EXPECT_EQ(group_mentions({person("Anna Berg", 0), person("Berg", 20, Evidence::kNeeded)},
                           EntityTables{})[0]
                .mentions.size(),
            2u);
}

TEST(GroupMentions, KeepsApartWhomGenderOrToneMarksPart) {
  Mention man = person("Lê Văn Hùng", 0), woman = person("Hùng", 30), other = person("Hưng", 60);
  man.home_name = true;
  man.gender = 'm';
  woman.gender = 'f';
  EXPECT_EQ(group_mentions({man, woman, other}, EntityTables{}).size(), 3u);
}

TEST(GroupMentions, GivesAnOfficeHolderToThePersonInThatOffice) {
  Mention named = person("Aino Virtanen", 0), holder = person("Tổng thống Phần Lan", 50),
          foreign = person("Tổng thống Ý", 90);
  for (Mention* mention : {&named, &holder, &foreign}) {
    mention->offices = {"tong thong"};
    mention->country = "FIN";
  }
  holder.holder = foreign.holder = true;
  foreign.country = "ITA";
  const std::vector<Entity> entities = group_mentions({named, holder, foreign}, EntityTables{});
  ASSERT_EQ(entities.size(), 2u);
  EXPECT_EQ(entities[0].name, "Aino Virtanen");
  EXPECT_EQ(entities[0].mentions.size(), 2u);
  EXPECT_EQ(entities[1].name, "Tổng thống Ý");
  EXPECT_EQ(entities[1].key, std::nullopt);
}

// Syllables and sounds enough for the names below.
EntityTables spelling_tables() {
  EntityTables tables;
  tables.onsets = {"p", "t", "m", "k", "s", "kh", "r", "v", "d", "l", "tr"};
  tables.rimes = {"u", "in", "a", "an", "o", "en", "ang", "ong", "i", "am"};
  Result<Table> table =
      parse_table("transliteration",
                  "p\tp\tspelling\nt\tt\tspelling\nn\tn\tspelling\nm\tm\tspelling\n"
                  "k\tk\tspelling\nc\tk\tspelling\nr\tr\tspelling\nd\td\tspelling\n"
                  "ng\tn\tspelling\nv\tv\tspelling\nl\tl\tspelling\n");
  EXPECT_TRUE(table);
  Result<SoundTables> sounds = SoundTables::load(Pack::from_tables("vi", {std::move(*table)}));
  EXPECT_TRUE(sounds);
  tables.sounds = std::move(*sounds);
  return tables;
}

TEST(GroupMentions, MakesOnePersonOfANameAndItsSounds) {
  const std::vector<Entity> entities = group_mentions(
      {person("Vla-đi-mia Pu-tin", 0), person("Putin", 40), person("Vladimir Putin", 60),
       person("Emmanuel Macron", 90), person("Ma-crông", 120)},
      spelling_tables());
  ASSERT_EQ(entities.size(), 2u);
  EXPECT_EQ(entities[0].name, "Vladimir Putin");
  EXPECT_EQ(entities[0].mentions.size(), 3u);
  EXPECT_EQ(entities[1].name, "Emmanuel Macron");
  EXPECT_EQ(entities[1].mentions.size(), 2u);
}

TEST(GroupMentions, KeepsApartWhoSoundsAlikeButIsOfAnotherCountryOrTooShortToTell) {
  Mention russian = person("Pu-tin", 0), other = person("Putin", 30);
  russian.country = "RUS";
  other.country = "USA";
  EXPECT_EQ(group_mentions({russian, other}, spelling_tables()).size(), 2u);
  EXPECT_EQ(group_mentions({person("Mô-đi", 0), person("Mada", 30)}, spelling_tables()).size(), 2u);
}

TEST(GroupMentions, GivesNothingForNothing) {
  EXPECT_TRUE(group_mentions({}, EntityTables{}).empty());
}

}  // namespace
}  // namespace machtin

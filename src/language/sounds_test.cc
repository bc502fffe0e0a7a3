#include "language/sounds.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

Result<SoundTables> load(std::string_view rows) {
  Result<Table> table = parse_table("transliteration", rows);
  EXPECT_TRUE(table);
  return SoundTables::load(Pack::from_tables("vi", {std::move(*table)}));
}

constexpr std::string_view kRows =
    "c\tk\tspelling\nk\tk\tspelling\nr\tr\tspelling\nm\tm\tspelling\nn\tn\tspelling\n"
    "ng\tn\tspelling\nk\tr\tnear\n";

TEST(SoundDistance, IsNoneForTheSameSoundsAndOneForOthers) {
  const Result<SoundTables> tables = load(kRows);
  ASSERT_TRUE(tables);
  EXPECT_EQ(sounds_of("macron", *tables), sounds_of("macrong", *tables));
  EXPECT_EQ(sound_distance("mkrn", "mkrn", *tables), 0);
  EXPECT_EQ(sound_distance("", "mkrn", *tables), 1);
  EXPECT_LT(sound_distance("kn", "rn", *tables), sound_distance("mn", "rn", *tables));
}

TEST(SoundTables, AreEmptyWhereAPackHasNone) {
  const Result<SoundTables> tables = SoundTables::load(Pack::from_tables("en", {}));
  ASSERT_TRUE(tables);
  EXPECT_TRUE(tables->empty());
}

TEST(SoundTables, RefuseARowOfAnotherKind) {
  EXPECT_FALSE(load("c\tk\tspelt\n"));
  EXPECT_FALSE(load("ch\tk\tnear\n"));
}

TEST(SpellingKey, PutsTogetherWhatHyphensJoin) {
  EXPECT_EQ(spelling_key("Vla-đi-mia Pu-tin"), "vladimia putin");
  EXPECT_EQ(spelling_key("- Putin"), "putin");
}

}  // namespace
}  // namespace machtin

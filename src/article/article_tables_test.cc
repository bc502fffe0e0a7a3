#include "article/article_tables.h"

#include <gtest/gtest.h>

#include "article/test_pages.h"

namespace machtin {
namespace {

Table table(std::string name, std::string_view rows) {
  Result<Table> parsed = parse_table(name, rows);
  return parsed ? std::move(*parsed) : Table{std::move(name), {}};
}

TEST(LineKey, LeavesOutPunctuationAndCountsAlike) {
  EXPECT_EQ(line_key(tokenize("Bình luận (24)")), "bình luận #");
  EXPECT_EQ(line_key(tokenize("BÌNH LUẬN 3")), line_key(tokenize("Bình luận (24)")));
  EXPECT_EQ(line_key(tokenize("…")), "");
}

TEST(ArticleTables, JoinsWhatAllPacksKnow) {
  const ArticleTables& tables = shipped_tables();
  EXPECT_TRUE(tables.headings.contains("đọc thêm"));
  EXPECT_TRUE(tables.headings.contains("read more"));
  ASSERT_EQ(tables.languages.size(), 2u);
  EXPECT_EQ(tables.languages[0].code, "vi");
  EXPECT_GT(tables.rare_weight, 5.0F);
}

TEST(ArticleTables, UnknownValueInAColumnIsAnErrorThatNamesTableAndLine) {
  const std::pair<const char*, const char*> broken[] = {
      {"furniture", "Gửi\tpost\twhole\t-\n"},       {"furniture", "Gửi\tshare\tsometimes\t-\n"},
      {"furniture_words", "gửi\tpost\n"},           {"genre_tags", "Video\tfilm\tany\n"},
      {"genre_tags", "Video\tvideo\teverywhere\n"}, {"bylines", "Theo\tpaper\tno\n"},
      {"bylines", "Theo\tagency\tmaybe\n"},         {"caption_words", "trong\tmany\n"},
  };
  for (const auto& [name, rows] : broken) {
    const std::vector<Pack> packs = {Pack::from_tables("vi", {table(name, rows)})};
    const Result<ArticleTables> loaded = ArticleTables::load(packs);
    ASSERT_FALSE(loaded) << rows;
    EXPECT_EQ(loaded.error().kind, ErrorKind::kBadFormat);
    EXPECT_NE(loaded.error().message.find(name), std::string::npos);
    EXPECT_NE(loaded.error().message.find("line 1"), std::string::npos);
  }
}

TEST(ArticleTables, NoPacksGiveEmptyTables) {
  const Result<ArticleTables> loaded = ArticleTables::load({});
  ASSERT_TRUE(loaded);
  EXPECT_TRUE(loaded->headings.empty());
}

}  // namespace
}  // namespace machtin

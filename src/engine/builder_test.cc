#include "engine/builder.h"

#include <gtest/gtest.h>

#include "json/contract.h"

namespace machtin {
namespace {

const Engine& engine() {
  static const Result<Engine> loaded = Engine::load({});
  EXPECT_TRUE(loaded) << loaded.error().message;
  return *loaded;
}

PreparedPage prepared(std::string_view text, const std::string& input) {
  Result<Page> page = engine().read(text, {.input = input, .kind = DocumentKind::kText});
  EXPECT_TRUE(page);
  return prepare_page(engine(), std::move(*page));
}

const std::string kFire =
    "Cháy lớn tại xưởng gỗ Tân Lập\n\nRạng sáng 12/6/2025, xưởng gỗ Tân Lập ở huyện Đông Sơn bốc "
    "cháy dữ dội, hai công nhân bị bỏng.\n\n"
    "Hơn 60 lính cứu hỏa dập lửa suốt bốn giờ, theo công an huyện Đông Sơn.\n\n"
    "Đọc thêm\n\nNước sông Cái lên nhanh\n\nNước sông Cái lên nhanh\n\nChiều 11/6/2025, nước sông "
    "Cái lên trên báo động hai.\n";

Archive fresh_archive() {
  Result<Archive> archive = Archive::in_memory();
  EXPECT_TRUE(archive);
  return std::move(*archive);
}

std::vector<Story> told(const Archive& archive) {
  std::vector<Story> stories;
  EXPECT_TRUE(archive.each_story([&](const Story& story) {
    stories.push_back(story);
    return true;
  }));
  return stories;
}

TEST(ArchiveBuilder, KeepsAPageOnceHoweverOftenItComes) {
  Archive archive = fresh_archive();
  for (int round = 0; round < 2; ++round) {
    ArchiveBuilder builder(engine(), archive, {});
    ASSERT_TRUE(builder.restore());
    ASSERT_TRUE(builder.add(prepared(kFire, "a.txt")));
    ASSERT_TRUE(builder.add(prepared(kFire, "a-again.txt")));
    ASSERT_TRUE(builder.finish());
    EXPECT_EQ(builder.counts().pages, 2u);
    EXPECT_EQ(builder.counts().unchanged, round == 0 ? 1u : 2u);
  }
  EXPECT_EQ(archive.stats()->articles, 2u);
  EXPECT_EQ(told(archive).size(), 2u);
}

TEST(ArchiveBuilder, ATeaserShownOnTwoPagesIsOneArticle) {
  Archive archive = fresh_archive();
  ArchiveBuilder builder(engine(), archive, {});
  ASSERT_TRUE(builder.restore());
  ASSERT_TRUE(builder.add(prepared(kFire, "a.txt")));
  std::string other = kFire;
  other.replace(
      0, other.find("\n\nĐọc thêm"),
      "Đội Hải Âu vào bán kết\n\nTối 12/6/2025, đội Hải Âu thắng đội Sao Mai 4-0 trên sân nhà.");
  ASSERT_TRUE(builder.add(prepared(other, "b.txt")));
  ASSERT_TRUE(builder.finish());
  EXPECT_EQ(archive.stats()->articles, 3u);
}

TEST(ArchiveBuilder, ALaterBatchJoinsTheStoriesOfAnEarlierOne) {
  Archive archive = fresh_archive();
  const std::string report = kFire.substr(0, kFire.find("\n\nĐọc thêm"));
  for (const char* title :
       {"Cháy xưởng gỗ ở Đông Sơn", "Hai người bỏng vì cháy xưởng gỗ Tân Lập"}) {
    ArchiveBuilder builder(engine(), archive, {.batch_pages = 1});
    ASSERT_TRUE(builder.restore());
    ASSERT_TRUE(builder.add(
        prepared(std::string(title) + "\n\n" + report.substr(report.find("\n\n") + 2), title)));
    ASSERT_TRUE(builder.finish());
  }
  const std::vector<Story> stories = told(archive);
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories[0].articles.size(), 2u);
}

TEST(ArchiveBuilder, FactsLinesOfOnePageAreOnePage) {
  Archive whole = fresh_archive(), lines = fresh_archive();
  ArchiveBuilder of_page(engine(), whole, {}), of_lines(engine(), lines, {});
  ASSERT_TRUE(of_page.add(prepared(kFire, "a.txt")));
  ASSERT_TRUE(of_page.finish());
  const PreparedPage page = prepared(kFire, "a.txt");
  for (const PreparedArticle& article : page.articles) {
    ASSERT_TRUE(
        of_lines.add(prepare_facts(engine(), {page.input, std::nullopt, page.key, page.url,
                                              article.place, article.article, article.facts})));
  }
  ASSERT_TRUE(of_lines.finish());
  EXPECT_EQ(lines.stats()->pages, 1u);
  EXPECT_EQ(told(lines), told(whole));
}

}  // namespace
}  // namespace machtin

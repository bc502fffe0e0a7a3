#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "machtin/linker.h"
#include "machtin/machtin.h"
#include "page/record.h"

namespace machtin {
namespace {

constexpr std::string_view kPage =
    "[Video] Cầu Hàm Tân thông xe\n\n"
    "Sáng 3/5/2025, cầu Hàm Tân dài 1.200 mét được mở cho xe qua lại sau ba năm thi công.\n\n"
    "Bộ trưởng Xây dựng Lê Quang Hạ cho biết cây cầu rút ngắn 30 phút đi lại.\n\n"
    "Đọc thêm\n\n"
    "Giá vé phà giảm một nửa\n\nGiá vé phà giảm một nửa\n\nTừ ngày 5/5, vé phà còn 5.000 đồng một "
    "lượt.\n";

const Engine& engine() {
  static const Result<Engine> loaded = Engine::load({});
  EXPECT_TRUE(loaded) << loaded.error().message;
  return *loaded;
}

TEST(Engine, ReadsAPageAndFindsItsFacts) {
  const Result<Page> page = engine().read(kPage, {.input = "trang.txt"});
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page->language, "vi");
  ASSERT_EQ(page->articles.size(), 2u);
  EXPECT_EQ(page->articles[0].title, "Cầu Hàm Tân thông xe");
  EXPECT_EQ(page->articles[0].kind, ArticleKind::kVideo);
  EXPECT_EQ(page->articles[1].heading, "Đọc thêm");
  const Facts facts = engine().facts(page->articles[0]);
  EXPECT_TRUE(std::any_of(facts.entities.begin(), facts.entities.end(), [](const Entity& e) {
    return e.name == "Lê Quang Hạ" && e.type == EntityType::kPerson;
  }));
  EXPECT_TRUE(std::any_of(facts.times.begin(), facts.times.end(),
                          [](const TimeExpression& t) { return t.value == "2025-05-03TMO"; }));
}

TEST(Engine, RefusesWhatIsNoPage) {
  EXPECT_EQ(engine().read("", {}).error().kind, ErrorKind::kEmpty);
  EXPECT_EQ(engine().read(" \n ", {}).error().kind, ErrorKind::kEmpty);
  EXPECT_EQ(engine().read(std::string(4000, '\0'), {}).error().kind, ErrorKind::kNotText);
  EXPECT_EQ(engine().read(kPage, {.max_bytes = 10}).error().kind, ErrorKind::kTooLarge);
}

TEST(Engine, RefusesPacksThatItCannotLoad) {
  EXPECT_EQ(Engine::load({.languages = {"xx"}}).error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(Engine::load({.overlays = {"/no/such/folder"}}).error().kind, ErrorKind::kNotFound);
}

TEST(Engine, VersionNamesEngineAndPacks) {
  EXPECT_NE(engine().version().find("+vi-"), std::string::npos);
  EXPECT_NE(engine().version().find("+en-"), std::string::npos);
}

TEST(Linker, PutsTwoReportsOfOneHappeningTogetherAndAnotherApart) {
  Linker linker(engine());
  const auto story_of = [&](std::string_view text) {
    const Result<Page> page = engine().read(text, {.kind = DocumentKind::kArticle});
    EXPECT_TRUE(page);
    const Article& article = page->articles[0];
    return linker.add(article, engine().facts(article)).story;
  };
  const std::string first = story_of(
      "Cháy lớn tại xưởng gỗ Tân Lập\n\nRạng sáng 12/6/2025, xưởng gỗ Tân Lập ở huyện Đông Sơn bốc "
      "cháy dữ dội, hai công nhân bị bỏng. "
      "Hơn 60 lính cứu hỏa dập lửa suốt bốn giờ.");
  const std::string second = story_of(
      "Hai công nhân bỏng trong vụ cháy xưởng gỗ\n\nVụ cháy xưởng gỗ Tân Lập ở huyện Đông Sơn rạng "
      "sáng 12/6/2025 làm hai công nhân bị bỏng nặng. "
      "Lực lượng cứu hỏa mất bốn giờ để dập tắt lửa tại xưởng gỗ này.");
  const std::string other = story_of(
      "Đội bóng Hải Âu thắng đậm\n\nTối 12/6/2025, đội Hải Âu thắng đội Sao Mai 4-0 trên sân nhà "
      "và vào bán kết giải trẻ toàn quốc.");
  EXPECT_EQ(first, second);
  EXPECT_NE(first, other);
}

// Whatever the layout, every word of a page stands in the output: a reader that loses text is found
// here first.
TEST(Engine, ReadsEverySamplePage) {
  std::size_t pages = 0;
  RecordReader reader({std::string(MACHTIN_SOURCE_DIR) + "/samples"}, {});
  while (const std::optional<RecordResult> next = reader.next()) {
    if (std::filesystem::path(next->input).extension() == ".md") continue;
    ASSERT_TRUE(next->record) << next->input << ": " << next->record.error().message;
    const Result<Page> page = engine().read_record(*next->record, std::nullopt);
    ASSERT_TRUE(page) << next->input << ": " << page.error().message;
    ASSERT_FALSE(page->articles.empty()) << next->input;
    EXPECT_FALSE(page->articles[0].title.empty()) << next->input;
    EXPECT_FALSE(page->articles[0].paragraphs.empty()) << next->input;
    ++pages;
  }
  EXPECT_GE(pages, 24u);
}

}  // namespace
}  // namespace machtin

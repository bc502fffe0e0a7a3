#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "language/pack.h"
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

TEST(Engine, LoadsEveryCompiledInTableWhenItIsAskedFor) {
  for (const std::string& language : known_languages()) {
    Article article;
    article.language = language;
    article.text = "A.";
    engine().facts(article);
  }
  engine().report_tables();
}

std::filesystem::path fresh_overlay() {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "engine_overlay";
  std::filesystem::remove_all(folder);
  return folder;
}

std::string joined(const TableRow& row) {
  std::string line;
  for (const std::string& column : row.columns)
    line += (line.empty() ? "" : "\t") + (column.empty() ? "-" : column);
  return line;
}

// The learned tables come whole: a second row of the same number is refused by some.
bool is_learned(std::string_view table) {
  return table == "name_types" || table == "body_trees" || table == "line_weights";
}

TEST(Engine, TakesAUsersRowsForEveryTableAndRefusesTooShortOnesByFileAndLine) {
  std::vector<std::string> codes = known_languages();
  codes.emplace_back("all");
  for (const std::string& code : codes) {
    const Result<Pack> pack = Pack::load(code);
    ASSERT_TRUE(pack);
    const std::filesystem::path good = fresh_overlay() / code;
    std::filesystem::create_directories(good);
    for (const std::string& name : pack->table_names()) {
      const Table& table = pack->table(name);
      if (name == "manifest" || table.rows.empty() || is_learned(name)) continue;
      std::ofstream(good / (name + ".tsv")) << joined(table.rows.back()) << '\n';
    }
    const Result<Engine> loaded = Engine::load({.overlays = {good.parent_path().string()}});
    EXPECT_TRUE(loaded) << loaded.error().message;
    for (const std::string& name : pack->table_names()) {
      const Table& table = pack->table(name);
      if (name == "manifest" || table.rows.empty() || table.rows[0].columns.size() < 2) continue;
      const std::filesystem::path folder = fresh_overlay();
      std::filesystem::create_directories(folder / code);
      std::ofstream(folder / code / (name + ".tsv")) << "# mine\nx\n";
      const Result<Engine> short_row = Engine::load({.overlays = {folder.string()}});
      ASSERT_FALSE(short_row) << code << '/' << name;
      EXPECT_NE(short_row.error().message.find(code + "/" + name + ".tsv: line 2"),
                std::string::npos)
          << short_row.error().message;
    }
  }
}

TEST(Engine, NamesTheUsersFileWhereALoaderRefusesAValue) {
  const std::filesystem::path folder = fresh_overlay();
  std::filesystem::create_directories(folder / "vi");
  std::ofstream(folder / "vi" / "furniture.tsv") << "abc\tnonsense\twhole\t-\n";
  const Result<Engine> loaded = Engine::load({.overlays = {folder.string()}});
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message.find("vi/furniture.tsv"), std::string::npos)
      << loaded.error().message;
  EXPECT_NE(loaded.error().message.find("line 1"), std::string::npos) << loaded.error().message;
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

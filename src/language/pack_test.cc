#include "language/pack.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace machtin {
namespace {

std::filesystem::path fresh_folder(const char* name) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "vi");
  return folder;
}

void write(const std::filesystem::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

TEST(ParseTable, ReadsRowsPastCommentsAndBlankLines) {
  const Result<Table> table = parse_table("t", "\xEF\xBB\xBF# comment\r\n\r\na\tb|c\t-\r\nd\n");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 2u);
  EXPECT_EQ(table->rows[0][0], "a");
  EXPECT_EQ(split_values(table->rows[0][1]), (std::vector<std::string>{"b", "c"}));
  EXPECT_EQ(table->rows[0][2], "");
  EXPECT_EQ(table->rows[0].line, 3);
  EXPECT_EQ(table->rows[1][7], "");
}

TEST(ParseTable, NamesTheLineThatItCannotRead) {
  const Result<Table> no_key = parse_table("t", "a\n\tb\n");
  ASSERT_FALSE(no_key);
  EXPECT_EQ(no_key.error().kind, ErrorKind::kBadFormat);
  EXPECT_NE(no_key.error().message.find("line 2"), std::string::npos);
  EXPECT_FALSE(parse_table("t", std::string_view("a\0b", 3)));
}

TEST(Pack, EveryKnownLanguageLoadsWithAllThatItsManifestNames) {
  ASSERT_FALSE(known_languages().empty());
  EXPECT_EQ(known_languages()[0], "vi");
  for (const std::string& code : known_languages()) {
    const Result<Pack> pack = Pack::load(code);
    ASSERT_TRUE(pack) << code << ": " << pack.error().message;
    EXPECT_FALSE(pack->table("abbreviations").rows.empty());
    EXPECT_NE(pack->version(), "0");
  }
  EXPECT_TRUE(Pack::load("all"));
}

TEST(Pack, UnknownCodeOrFolderIsAnError) {
  EXPECT_EQ(Pack::load("xx").error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(Pack::load("vi", {"/no/such/folder"}).error().kind, ErrorKind::kNotFound);
}

TEST(Pack, OverlayAddsRowsAndTakesRowsAway) {
  const std::filesystem::path folder = fresh_folder("pack_overlay");
  write(folder / "vi" / "abbreviations.tsv", "!\tTP\nĐHQG\n");
  const Result<Pack> pack = Pack::load("vi", {folder.string()});
  ASSERT_TRUE(pack);
  bool tp = false, dhqg = false;
  for (const TableRow& row : pack->table("abbreviations").rows) {
    tp = tp || row[0] == "TP";
    dhqg = dhqg || row[0] == "ĐHQG";
  }
  EXPECT_FALSE(tp);
  EXPECT_TRUE(dhqg);
}

TEST(Pack, BrokenOverlayNamesFileAndLine) {
  const std::filesystem::path folder = fresh_folder("pack_broken");
  write(folder / "vi" / "abbreviations.tsv", "a\n\tb\n");
  const Result<Pack> pack = Pack::load("vi", {folder.string()});
  ASSERT_FALSE(pack);
  EXPECT_NE(pack.error().message.find("abbreviations.tsv: line 2"), std::string::npos);
}

}  // namespace
}  // namespace machtin

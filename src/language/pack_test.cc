#include "language/pack.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "text/embedded.h"
#include "text/fold.h"

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

std::string refusal(const std::filesystem::path& folder) {
  const Result<Pack> pack = Pack::load("vi", {folder.string()});
  return pack ? "no error" : pack.error().message;
}

TEST(Pack, RefusesWhatNoPackKnows) {
  std::filesystem::path folder = fresh_folder("pack_unknown_table");
  write(folder / "vi" / "abbreviation.tsv", "TP\n");
  EXPECT_NE(refusal(folder).find("vi/abbreviation.tsv: the pack vi has no table"),
            std::string::npos);
  folder = fresh_folder("pack_unknown_model");
  write(folder / "vi" / "word.model", "MTWM");
  EXPECT_NE(refusal(folder).find("word.model: the pack vi has no model"), std::string::npos);
  folder = fresh_folder("pack_unknown_language");
  std::filesystem::create_directories(folder / "xx");
  EXPECT_NE(refusal(folder).find("xx: no language pack"), std::string::npos);
  folder = fresh_folder("pack_without_folder");
  write(folder / "abbreviations.tsv", "TP\n");
  EXPECT_NE(refusal(folder).find("stands in no language's folder"), std::string::npos);
}

TEST(Pack, LetsNotesStandBesideTheTables) {
  const std::filesystem::path folder = fresh_folder("pack_notes");
  write(folder / "README.md", "mine");
  write(folder / "vi" / "notes.txt", "mine");
  std::filesystem::create_directories(folder / ".git");
  EXPECT_TRUE(Pack::load("vi", {folder.string()}));
}

TEST(Pack, RefusesRowsOfAnotherWidthAndWhatIsNoText) {
  struct Case {
    std::string_view table, text, why;
  };
  const Case cases[] = {
      {"number_nouns", "# mine\ncon tàu\n", "line 2 has 1 column, parted by tabs, where"},
      {"number_nouns", "a\tb\tc\td\n", "line 1 has 4 columns"},
      {"number_nouns", "!\n", "line 1 takes away nothing"},
      {"stop_words", "ừ\nt\xF4i\n", "line 2 is not UTF-8"},
      {"stop_words", std::string_view("ừ\n\0\n", 6), "line 2 holds a NUL"},
  };
  for (const Case& c : cases) {
    const std::filesystem::path folder = fresh_folder("pack_row");
    const std::string file = std::string(c.table) + ".tsv";
    write(folder / "vi" / file, c.text);
    EXPECT_NE(refusal(folder).find(file + ": " + std::string(c.why)), std::string::npos)
        << refusal(folder);
  }
}

TEST(Pack, TablesThatAreCompiledInAreInNfcAndParse) {
  for (const EmbeddedFile& file : embedded_tables()) {
    if (!file.name.ends_with(".tsv")) continue;
    EXPECT_TRUE(is_clean_nfc(file.bytes)) << file.name;
    const Result<Table> table = parse_table(file.name, file.bytes);
    EXPECT_TRUE(table) << file.name << ": " << table.error().message;
  }
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

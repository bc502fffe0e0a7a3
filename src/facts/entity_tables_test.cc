#include "facts/entity_tables.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace machtin {
namespace {

Pack all_pack() { return Pack::load("all").value(); }

TEST(EntityTables, LoadEveryPackCompiledIn) {
  for (const std::string& code : known_languages()) {
    const auto language = Pack::load(code);
    ASSERT_TRUE(language) << code;
    const auto tables = EntityTables::load(*language, all_pack());
    ASSERT_TRUE(tables) << tables.error().message;
    EXPECT_GT(tables->countries.size(), 200u);
    EXPECT_GT(tables->offices.size(), 20u);
  }
}

TEST(EntityTables, RefuseCodesThatThereAreNot) {
  struct Row {
    std::string table = {};
    std::vector<std::string> columns = {};
  };
  const Row rows[] = {
      {"places", {"Atlantis", "ATL", "city"}},          {"organizations", {"Hội", "VNM", "XYZ"}},
      {"offices", {"Vua", "GOV", "heavenly"}},          {"watch_list", {"An", "ghost", "VNM"}},
      {"person_titles", {"ông", "m", "-X", "address"}}, {"admin_units", {"tỉnh", "behind"}},
  };
  for (const Row& row : rows) {
    Table table{row.table, {{row.columns, 7}}};
    table.rows[0].columns.resize(8);
    const auto tables = EntityTables::load(Pack::from_tables("xx", {table}), all_pack());
    ASSERT_FALSE(tables) << row.table;
    EXPECT_EQ(tables.error().kind, ErrorKind::kBadFormat);
    EXPECT_NE(tables.error().message.find("xx/" + row.table + " line 7"), std::string::npos)
        << tables.error().message;
  }
}

TEST(EntityTables, TellSyllablesFromForeignWords) {
  const auto language = Pack::load("vi");
  const auto tables = EntityTables::load(*language, all_pack());
  ASSERT_TRUE(tables);
  for (const char* word : {"Nguyễn", "An", "Thuý", "Khuyên", "Giang", "Quốc", "Nghĩa", "Đức"}) {
    EXPECT_TRUE(tables->is_syllable(word)) << word;
  }
  for (const char* word : {"Sergey", "Alex", "Trump", "Brook", "Jong", "Wagner", "Berg", ""}) {
    EXPECT_FALSE(tables->is_syllable(word)) << word;
  }
}

TEST(PhraseHits, AskForTheCapitalsOfTheTable) {
  const auto language = Pack::load("vi");
  const auto tables = EntityTables::load(*language, all_pack());
  ASSERT_TRUE(tables);
  struct Row {
    std::string text = {};
    PhraseKind kind = PhraseKind::kCountry;
    std::uint32_t tokens = 0;
  };
  const Row rows[] = {
      {"Nga", PhraseKind::kCountry, 1},           {"nga", PhraseKind::kCountry, 0},
      {"NGA", PhraseKind::kCountry, 1},           {"ICE", PhraseKind::kOrganization, 1},
      {"Ice", PhraseKind::kOrganization, 0},      {"tổng thống", PhraseKind::kOffice, 2},
      {"Liên bang Nga", PhraseKind::kCountry, 3}, {"hòa bình", PhraseKind::kPlace, 0},
      {"Hoà Bình", PhraseKind::kPlace, 2},
  };
  for (const Row& row : rows) {
    const std::vector<Token> tokens = tokenize(row.text);
    const PhraseHits hits(row.text, tokens, *tables);
    EXPECT_EQ(hits.longest(row.kind, 0, static_cast<std::uint32_t>(tokens.size())).tokens,
              row.tokens)
        << row.text;
  }
}

}  // namespace
}  // namespace machtin

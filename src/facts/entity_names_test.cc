#include "facts/entity_names.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

struct Row {
  std::string text = {};
  std::string name = {};  // empty: none begins at the first token
  bool surname_first = false, syllables = false;
};

TEST(FindNameRun, GoesAsFarAsTheNameDoes) {
  const auto language = Pack::load("vi"), all = Pack::load("all");
  const auto tables = EntityTables::load(*language, *all);
  ASSERT_TRUE(tables);
  const Row rows[] = {
      {"Nguyễn Văn An nói", "Nguyễn Văn An", true, true},
      {"Kim Jong-un tới", "Kim Jong-un", false, false},
      {"George W. Carver là", "George W. Carver"},
      {"N.T.M. khai", "N.T.M."},
      {"Hans van der Berg chết", "Hans van der Berg"},
      {"Bashar al-Rashid tới", "Bashar al-Rashid"},
      {"Liam O’Hara về", "Liam O’Hara"},
      {"Berg's nhà", "Berg"},
      {"Tran-xtơ-rôm đi", "Tran-xtơ-rôm"},
      {"Lê Mai, Trần Tú", "Lê Mai", true, true},
      {"Ivan Sokolov Bộ trưởng", "Ivan Sokolov"},
      {"Phạm Hà Nội", "Phạm Hà Nội", true, true},
      {"nguyễn văn an", ""},
      {"123 Anh", ""},
  };
  for (const Row& row : rows) {
    const std::vector<Token> tokens = tokenize(row.text);
    const PhraseHits hits(row.text, tokens, *tables);
    const NamedText text{row.text, tokens, &hits, &*tables};
    const NameRun run = find_name_run(text, 0, static_cast<std::uint32_t>(tokens.size()));
    EXPECT_EQ(text.words(run.first, run.last), row.name) << row.text;
    if (row.syllables) {
      EXPECT_TRUE(run.syllables) << row.text;
      EXPECT_EQ(run.surname_first, row.surname_first) << row.text;
    }
  }
}

}  // namespace
}  // namespace machtin

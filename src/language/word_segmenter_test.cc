#include "language/word_segmenter.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

WordTables vietnamese() {
  const Result<Pack> pack = Pack::load("vi");
  EXPECT_TRUE(pack);
  Result<WordTables> tables = WordTables::load(*pack);
  EXPECT_TRUE(tables);
  return std::move(*tables);
}

TEST(SegmentedLine, JoinsTheSyllablesOfAWordAndPartsSigns) {
  const WordTables tables = vietnamese();
  struct Case {
    std::string_view line, words;
  };
  const Case cases[] = {
      {"Chính phủ họp báo sáng nay.", "Chính_phủ họp_báo sáng nay ."},
      {"giá tăng 3,5% trong năm", "giá tăng 3,5 % trong năm"},
      {"bà Trần Thị Bích nói", "bà Trần_Thị_Bích nói"},
      {"", ""},
      {"   ", ""},
      {"xyzzy", "xyzzy"},
  };
  for (const Case& c : cases) EXPECT_EQ(segmented_line(c.line, tables, false), c.words) << c.line;
}

TEST(SegmentedLine, TagsEveryWord) {
  EXPECT_EQ(segmented_line("bà Bích mua 3 chiếc xe .", vietnamese(), true),
            "bà/NOUN Bích/PROPN mua/VERB 3/NUM chiếc/NOUN xe/NOUN ./PUNCT");
}

TEST(SegmentedLine, LosesNoSign) {
  const WordTables tables = vietnamese();
  const std::string line = "“Ồ!”… (ông) A-B/C_D 5.000đ \xF0\x9F";
  std::string out = segmented_line(line, tables, false);
  std::erase_if(out, [](char c) { return c == ' ' || c == '_'; });
  std::string in = line;
  std::erase_if(in, [](char c) { return c == ' ' || c == '_'; });
  EXPECT_EQ(out, in);
}

TEST(WordTables, RefusesACountThatIsNone) {
  for (const char* count : {"x", "-1", "0", "3x", ""}) {
    const Pack pack = Pack::from_tables("vi", {{"words", {{{"nhà", count, "NOUN"}, 7}}}});
    const Result<WordTables> tables = WordTables::load(pack);
    ASSERT_FALSE(tables) << count;
    EXPECT_NE(tables.error().message.find("line 7"), std::string::npos);
  }
}

}  // namespace
}  // namespace machtin

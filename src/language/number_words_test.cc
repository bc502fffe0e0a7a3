#include "language/number_words.h"

#include <gtest/gtest.h>

#include "language/piece.h"
#include "text/utf8.h"

namespace machtin {
namespace {

NumberWords words_of(const char* code) {
  const Result<Pack> pack = Pack::load(code);
  EXPECT_TRUE(pack);
  const Result<NumberWords> words = NumberWords::load(*pack);
  EXPECT_TRUE(words);
  return *words;
}

std::vector<Token> pieces_of(std::string_view text) { return split_pieces(text, tokenize(text)); }

TEST(SplitPieces, PartsDigitsLettersAndSigns) {
  struct Case {
    std::string_view text, pieces;
  };
  const Case cases[] = {
      {"23.10.2013", "23|.|10|.|2013"},    {"15g30", "15|g|30"}, {"120 m2", "120|m|2"},
      {"U23 và iPhone", "U|23|và|iPhone"}, {"3,5%", "3|,|5|%"},  {"", ""},
  };
  for (const Case& c : cases) {
    std::string joined;
    for (const Token& piece : pieces_of(c.text)) {
      if (!joined.empty()) joined += '|';
      joined += slice(c.text, piece.span);
    }
    EXPECT_EQ(joined, c.pieces) << c.text;
  }
  const std::vector<Token> pieces = pieces_of("lúc 15g30");
  EXPECT_FALSE(touches_previous(pieces, 1));
  EXPECT_TRUE(touches_previous(pieces, 2));
  EXPECT_FALSE(touches_previous(pieces, 0));
}

struct NumberCase {
  std::string_view text;
  double value;        // -1: no number
  std::size_t pieces;  // that it takes up
};

void check(const NumberWords& words, const std::vector<NumberCase>& cases) {
  for (const NumberCase& c : cases) {
    const auto number = read_number(pieces_of(c.text), 0, words);
    ASSERT_EQ(number.has_value(), c.value >= 0) << c.text;
    if (!number) continue;
    EXPECT_DOUBLE_EQ(number->value, c.value) << c.text;
    EXPECT_EQ(number->pieces, c.pieces) << c.text;
  }
}

TEST(ReadNumber, ReadsVietnameseDigitsAndWords) {
  check(words_of("vi"), {
                            {"1.000", 1000, 3},
                            {"12.345.678", 12345678, 5},
                            {"3,5", 3.5, 3},
                            {"1.234,5", 1234.5, 5},
                            {"7,850 đồng", 7850, 3},
                            {"1,125 tỷ", 1.125e9, 4},
                            {"1,2 triệu", 1.2e6, 4},
                            {"30 nghìn tỷ", 3e13, 3},
                            {"2 triệu 500 nghìn", 2.5e6, 4},
                            {"5 triệu rưỡi", 5.5e6, 3},
                            {"ba", 3, 1},
                            {"mười", 10, 1},
                            {"mười lăm", 15, 2},
                            {"ba mươi lăm", 35, 3},
                            {"hai mươi mốt", 21, 3},
                            {"sáu mươi tư", 64, 3},
                            {"một trăm", 100, 2},
                            {"một trăm linh năm", 105, 4},
                            {"hai trăm ba mươi", 230, 4},
                            {"năm trăm", 500, 2},
                            {"ba nghìn hai trăm", 3200, 4},
                            {"hai chục", 20, 2},
                            {"hàng trăm", 100, 2},
                            {"vài chục", 10, 2},
                            // "năm" after tens is a year, and a second digit begins another number.
                            {"hai mươi năm", 20, 2},
                            {"mười năm", 10, 1},
                            {"hai ba ngày", 2, 1},
                            {"5 ba", 5, 1},
                            {"19.10.2013", -1, 0},
                            {"1.2.3", -1, 0},
                            {"linh năm", -1, 0},
                            {"hàng năm", -1, 0},
                            {"mươi", -1, 0},
                            {"người", -1, 0},
                        });
}

TEST(ReadNumber, ReadsEnglishDigitsAndWords) {
  check(words_of("en"), {
                            {"1,000", 1000, 3},
                            {"3.5", 3.5, 3},
                            {"5.5 million", 5.5e6, 4},
                            {"twenty", 20, 1},
                            {"twenty one", 21, 2},
                            {"three hundred and five", 305, 4},
                            {"two thousand", 2000, 2},
                            {"several hundred", 100, 2},
                            {"and five", -1, 0},
                        });
}

TEST(NumberWordsLoad, NamesTheRowItCannotRead) {
  const Pack pack = Pack::from_tables("xx", {{"number_words", {{{"ba", "digits", "3"}, 4}}}});
  const Result<NumberWords> words = NumberWords::load(pack);
  ASSERT_FALSE(words);
  EXPECT_EQ(words.error().kind, ErrorKind::kBadFormat);
  EXPECT_NE(words.error().message.find("line 4"), std::string::npos);
}

}  // namespace
}  // namespace machtin

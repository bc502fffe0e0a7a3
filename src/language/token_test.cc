#include "language/token.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace machtin {
namespace {

std::string joined(std::string_view text) {
  std::string out;
  for (const Token& token : tokenize(text)) {
    if (!out.empty()) out += '|';
    out += slice(text, token.span);
  }
  return out;
}

TEST(Tokenize, PartsSyllablesNumbersAndSigns) {
  struct Case {
    std::string_view text, tokens;
  };
  const Case cases[] = {
      {"Giá xăng tăng 1.200 đồng.", "Giá|xăng|tăng|1.200|đồng|."},
      {"tăng 3,5%, rồi giảm", "tăng|3,5|%|,|rồi|giảm"},
      {"ngày 5/6, lúc 15g30", "ngày|5|/|6|,|lúc|15g30"},
      {"Pu-tin", "Pu|-|tin"},
      {"“Không!”, bà nói", "“|Không|!|”|,|bà|nói"},
      {"1. Mở đầu", "1|.|Mở|đầu"},
      {"  ", ""},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(joined(c.text), c.tokens) << c.text;
}

TEST(Tokenize, TellsShapesAndKeys) {
  const std::vector<Token> tokens = tokenize("Bà HOÀ ở TP F16 iPhone 23 Đ");
  const Shape shapes[] = {Shape::kCapitalised, Shape::kUpper, Shape::kLower,  Shape::kUpper,
                          Shape::kMixed,       Shape::kMixed, Shape::kNumber, Shape::kUpper};
  ASSERT_EQ(tokens.size(), std::size(shapes));
  for (std::size_t i = 0; i < tokens.size(); ++i)
    EXPECT_EQ(tokens[i].shape, shapes[i]) << tokens[i].key;
  EXPECT_EQ(tokens[1].key, "hòa");
  EXPECT_FALSE(tokens[0].space_before);
  EXPECT_TRUE(tokens[1].space_before);
}

TEST(Tokenize, TakesBrokenBytesAsSigns) { EXPECT_EQ(tokenize("a\xC3 b").size(), 3u); }

}  // namespace
}  // namespace machtin

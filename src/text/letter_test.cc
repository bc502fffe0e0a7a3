#include "text/letter.h"

#include <gtest/gtest.h>

#include <string>

#include "text/utf8.h"

namespace machtin {
namespace {

TEST(LetterOf, AgreesWithTheQuestionsAskedOneByOne) {
  for (char32_t c = 0; c < 0x3100; ++c) {
    const Letter letter = letter_of(c);
    EXPECT_EQ(letter.kind == LetterKind::kDigit, is_digit(c)) << static_cast<unsigned>(c);
    EXPECT_EQ(letter.kind == LetterKind::kSpace, is_space(c)) << static_cast<unsigned>(c);
    const bool is_any_letter = letter.kind == LetterKind::kUpper ||
                               letter.kind == LetterKind::kLower ||
                               letter.kind == LetterKind::kOther;
    EXPECT_EQ(is_any_letter, is_letter(c)) << static_cast<unsigned>(c);
    EXPECT_EQ(letter.kind == LetterKind::kUpper, is_letter(c) && is_upper(c))
        << static_cast<unsigned>(c);
  }
  EXPECT_TRUE(letter_of(0x1EA0).lower == 0x1EA1);
}

TEST(SpellAlike, PlacesTonesAsOldSpellingDoesAndWritesIForLoneY) {
  const std::pair<std::u32string, std::u32string> cases[] = {
      {U"hoà", U"hòa"}, {U"thuỷ", U"thủy"}, {U"khoẻ", U"khỏe"}, {U"hoàn", U"hoàn"},
      {U"kỹ", U"kĩ"},   {U"mỹ", U"mĩ"},     {U"quý", U"quí"},   {U"quy", U"qui"},
      {U"tay", U"tay"}, {U"thúy", U"thúy"}, {U"y", U"y"},       {U"vy", U"vy"},
      {U"quà", U"quà"}, {U"", U""},         {U"à", U"à"}};
  for (const auto& [from, to] : cases) {
    std::u32string letters = from;
    spell_alike(letters.data(), letters.size());
    EXPECT_TRUE(letters == to) << from.size();
  }
}

}  // namespace
}  // namespace machtin

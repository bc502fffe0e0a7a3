#include "text/fold.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

struct FoldCase {
  std::string_view from, to;
};

TEST(ToNfc, ComposesCleansAndLeavesTheRest) {
  const FoldCase cases[] = {
      {"Ha\u0300 No\u0323\u0302i", "Hà Nội"},
      {"Hà Nội", "Hà Nội"},
      {"plain\ttext\n", "plain\ttext\n"},
      {std::string_view("a\0b", 3), "a b"},
      {"so\u00ADft\u200B \uFEFFmark", "soft mark"},
      {"bad \xC3 byte", "bad \uFFFD byte"},
      {"", ""},
  };
  for (const FoldCase& c : cases) EXPECT_EQ(to_nfc(c.from), c.to) << c.from;
}

TEST(MatchingKey, LowersAndPlacesTonesAsOldSpellingDoes) {
  const FoldCase cases[] = {
      {"HOÀ BÌNH", "hòa bình"}, {"hòa", "hòa"},   {"Thuỷ", "thủy"},
      {"quý", "quý"},           {"khoẻ", "khỏe"}, {"hoàn toàn", "hoàn toàn"},
      {"xoài", "xoài"},         {"Đặng", "đặng"}, {"toá", "tóa"},
  };
  for (const FoldCase& c : cases) EXPECT_EQ(matching_key(c.from), c.to) << c.from;
}

TEST(MatchingKey, WritesYAndIAsMostDo) {
  const FoldCase cases[] = {{"Lí do", "lý do"},
                            {"kĩ thuật", "kỹ thuật"},
                            {"nước Mĩ", "nước mỹ"},
                            {"bác sỹ", "bác sĩ"},
                            {"qui định", "quy định"},
                            {"quĩ", "quỹ"},
                            {"công ti", "công ty"},
                            {"tỉ đồng", "tỷ đồng"},
                            {"mì", "mì"},
                            {"thi", "thi"},
                            {"lý", "lý"},
                            {"gia", "gia"}};
  for (const FoldCase& c : cases) EXPECT_EQ(matching_key(c.from), c.to) << c.from;
}

TEST(MatchingKey, ReadsLettersThatLookLatinAsLatinInsideLatinWords) {
  const FoldCase cases[] = {{"\u041Dà Nội", "hà nội"},    // Cyrillic En
                            {"Trum\u0440", "trump"},      // Cyrillic Er
                            {"\u0391pple", "apple"},      // Greek Alpha
                            {"\u00D0à Nẵng", "đà nẵng"},  // Eth
                            {"\u0189ức", "đức"},          // African D
                            {"Путин", "путин"},           // Cyrillic alone
                            {"\u0394P", "\u03B4p"}};      // Delta looks like nothing Latin
  for (const FoldCase& c : cases) EXPECT_EQ(matching_key(c.from), c.to) << c.from;
}

TEST(SearchKey, IsOneForBothSpellings) {
  EXPECT_EQ(search_key("Kĩ sư Lí, bác sỹ Mĩ"), search_key("kỹ sư lý, BÁC SĨ MỸ"));
  EXPECT_EQ(search_key("li hon"), search_key("ly hôn"));
  EXPECT_EQ(search_key("thi si"), "thi sy");
  EXPECT_EQ(folded_name("Lí Quí Đôn"), "ly quy don");
  EXPECT_EQ(search_fold("\u041Dà Nội"), "ha noi");
}

TEST(SearchFold, LosesAllMarks) {
  const FoldCase cases[] = {{"Tù binh Đức", "tu binh duc"},
                            {"ĐẮK LẮK", "dak lak"},
                            {"Ha\u0300", "ha"},
                            {"Ångström", "angstrom"}};
  for (const FoldCase& c : cases) EXPECT_EQ(search_fold(c.from), c.to) << c.from;
}

TEST(FoldedTitle, KeepsLettersAndDigitsAlone) {
  EXPECT_EQ(folded_title("  [Video] Giá xăng: tăng 3,5%! "), "video gia xang tang 3 5");
  EXPECT_EQ(folded_title("…"), "");
}

TEST(SqueezeSpace, MakesOneSpaceOfAnyAndTrims) {
  EXPECT_EQ(squeeze_space("\u00A0 a \t\n b\u3000"), "a b");
  EXPECT_EQ(squeeze_space(" \n "), "");
}

TEST(CleanText, IsSqueezedComposedText) {
  const std::string_view texts[] = {
      "  Nước   lên\t\nnhanh ",
      "Ha\u0300 No\u0323\u0302i",
      "so\u00ADft \u200B mark",
      std::string_view("a\0b\x01 c\x7F", 7),
      "bad \xC3 byte",
      "\u00A0\u3000đ\u2001",
      "台風が 上陸",
      "Ⅷ ½ 😀",
      "\xC2\x85x",
      "",
  };
  for (const std::string_view text : texts)
    EXPECT_EQ(clean_text(text), squeeze_space(to_nfc(text))) << text;
}

TEST(FoldedTitle, IsTheFoldedTextWithoutSigns) {
  EXPECT_EQ(folded_title("Đỗ_Thị-Hằng\u0301 (2)"), "do thi hang 2");
  EXPECT_EQ(folded_title(std::string_view("a\0b", 3)), "a b");
  EXPECT_EQ(folded_title("ＡＢ　台風"), "ａｂ 台風");
}

TEST(Compose, ComposesLettersAndTakesNothingOut) {
  EXPECT_EQ(compose("tie\u0302\u0301ng"), "tiếng");
  for (const std::string_view text : {"ti\u00ADếng\u200B", "\uFEFFa\tb", "a\x01", ""})
    EXPECT_EQ(compose(text), text);
  EXPECT_EQ(compose(std::string_view("a\0b", 3)), std::string_view("a\0b", 3));
  EXPECT_EQ(compose("a\xC3"), "a\uFFFD");
}

}  // namespace
}  // namespace machtin

#include "language/word_unit.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace machtin {
namespace {

std::vector<WordUnit> units_of(std::string_view line) {
  std::vector<WordUnit> units;
  split_units(line, units);
  return units;
}

std::uint64_t key_of(std::string_view unit) {
  const std::vector<WordUnit> units = units_of(unit);
  EXPECT_EQ(units.size(), 1U) << unit;
  return units.empty() ? 0 : units.front().key;
}

TEST(SplitUnits, PartsSyllablesNumbersAndSigns) {
  struct Case {
    std::string_view line, units;
  };
  const Case cases[] = {
      {"Chợ quê, 3.500 đồng/kg.", "Chợ|quê|,|3.500|đồng|/|kg|."},
      {"Pu-tin F16 43H-016", "Pu|-|tin|F16|43H|-|016"},
      {"chờ... rồi đi…", "chờ|...|rồi|đi|…"},
      {"1,5. 2.", "1,5|.|2|."},
      {"“Ồ!”", "“|Ồ|!|”"},
      {"a_b", "a|_|b"},
      {"", ""},
      {" \t ", ""},
      {"bad \xC3 byte", "bad|\xC3|byte"},
  };
  for (const Case& c : cases) {
    std::string out;
    for (const WordUnit& unit : units_of(c.line)) {
      if (!out.empty()) out += '|';
      out += slice(c.line, unit.span);
    }
    EXPECT_EQ(out, c.units) << c.line;
  }
}

TEST(SplitUnits, GivesOneKeyToTheSpellingsOfASyllable) {
  const std::pair<std::string_view, std::string_view> alike[] = {
      {"hoà", "hòa"},   {"Thuỷ", "THỦY"}, {"kỹ", "kĩ"},       {"Quý", "quí"},   {"mỹ", "Mĩ"},
      {"Ðặng", "Đặng"}, {"1975", "1954"}, {"2.000", "3.456"}, {"khoẻ", "khỏe"}, {"lý", "lí"},
  };
  for (const auto& [a, b] : alike) EXPECT_EQ(key_of(a), key_of(b)) << a << ' ' << b;
  const std::pair<std::string_view, std::string_view> apart[] = {
      {"hoa", "hòa"}, {"thúy", "thúi"}, {"1975", "2004"}, {"12", "123"},
      {"đa", "da"},   {"tay", "tai"},   {"y", "i"}};
  for (const auto& [a, b] : apart) EXPECT_NE(key_of(a), key_of(b)) << a << ' ' << b;
}

TEST(SplitUnits, TellsShapesByTheNeighbours) {
  struct Case {
    std::string_view line;
    std::size_t at;
    UnitShape shape;
  };
  const Case cases[] = {
      {"Nga rút quân", 0, UnitShape::kOpening},
      {"ở Nga", 1, UnitShape::kCapitalised},
      {"Họ hỏi: “Nga à?”", 4, UnitShape::kOpening},
      {"PLVN đưa tin", 0, UnitShape::kUpper},
      {"GIÁ XĂNG TĂNG MẠNH", 1, UnitShape::kLower},
      {"ông H vắng mặt", 1, UnitShape::kInitial},
      {"Pu-tin", 1, UnitShape::kHyphen},
      {"Huế - Đà Nẵng", 1, UnitShape::kDash},
      {"mua iPhone", 1, UnitShape::kMixed},
      {"giá 3,5", 1, UnitShape::kNumber},
  };
  for (const Case& c : cases) {
    const std::vector<WordUnit> units = units_of(c.line);
    ASSERT_LT(c.at, units.size());
    EXPECT_EQ(units[c.at].shape, c.shape) << c.line;
  }
}

TEST(SplitUnits, TakesSyllablesOfAnyLength) {
  const std::string longest(1 << 20, 'a');
  EXPECT_EQ(units_of(longest).size(), 1U);
  EXPECT_NE(key_of(longest), key_of(longest + "b"));
}

TEST(SplitUnits, KeepsAddressesWhole) {
  const auto texts = [](std::string_view line) {
    std::string out;
    for (const WordUnit& unit : units_of(line)) {
      if (!out.empty()) out += ' ';
      out += slice(line, unit.span);
    }
    return out;
  };
  EXPECT_EQ(texts("Xem (https://bao.example/a?b=1), gửi toa-soan@bao.vn."),
            "Xem ( https://bao.example/a?b=1 ) , gửi toa-soan@bao.vn .");
  EXPECT_EQ(texts("kênh @doi_bong dùng #bão3"), "kênh @doi_bong dùng #bão3");
  EXPECT_EQ(texts("TP.HCM, 1.200, A.B."), "TP . HCM , 1.200 , A . B .");
  EXPECT_EQ(key_of("bao.vn"), key_of("@doi_bong"));
}

TEST(SplitUnits, SignsWithoutWidthBelongToTheUnitThatTheyTouch) {
  EXPECT_EQ(key_of("ti\u00ADếng"), key_of("tiếng"));
  EXPECT_EQ(key_of("\uFEFFtiếng\u200B"), key_of("tiếng"));
  EXPECT_EQ(units_of("\u200BNga,\u200B đi").size(), 3U);
  EXPECT_EQ(units_of("\u200BNga")[0].shape, UnitShape::kOpening);
  EXPECT_EQ(units_of("đi \u200B về \u200B").size(), 4U);  // alone between spaces: a sign
  const std::vector<WordUnit> units = units_of("\u200Bđi\u200B");
  ASSERT_EQ(units.size(), 1U);
  EXPECT_EQ(units[0].span, (ByteSpan{0, 9}));
}

TEST(SplitUnits, TellsColumnsFromSpaces) {
  EXPECT_FALSE(units_of("nhà\u00A0nước")[1].column_before);
  EXPECT_TRUE(units_of("nhà\tnước")[1].column_before);
}

}  // namespace
}  // namespace machtin

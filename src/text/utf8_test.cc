#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>

#include "text/ascii.h"
#include "text/visible.h"

namespace machtin {
namespace {

TEST(CodePointAt, ReadsWholeCodePointsAndGoesOnAfterBrokenBytes) {
  struct Case {
    std::string_view text;
    char32_t value;
    std::size_t next;
  };
  const Case cases[] = {
      {"a", U'a', 1},
      {"đ", U'đ', 2},
      {"ữ", U'ữ', 3},
      {"😀", U'😀', 4},
      {"\xC4", 0xFFFD, 1},              // cut
      {"\xC4x", 0xFFFD, 1},             // no continuation
      {"\x80", 0xFFFD, 1},              // leads nothing
      {"\xC0\x80", 0xFFFD, 1},          // overlong
      {"\xE0\x80\x80", 0xFFFD, 1},      // overlong
      {"\xED\xA0\x80", 0xFFFD, 1},      // surrogate
      {"\xF4\x90\x80\x80", 0xFFFD, 1},  // past U+10FFFF
  };
  for (const Case& c : cases) {
    const CodePoint found = code_point_at(c.text, 0);
    EXPECT_EQ(found.value, c.value) << c.text;
    EXPECT_EQ(found.next, c.next) << c.text;
  }
}

TEST(CodePointBefore, IsTheMirrorOfCodePointAt) {
  const std::string text = "Hà Nội 😀 \x80 ữ";
  std::size_t at = text.size();
  std::u32string backwards;
  while (at > 0) {
    const CodePoint found = code_point_before(text, at);
    ASSERT_LT(found.next, at);
    backwards += found.value;
    at = found.next;
  }
  std::u32string forwards;
  for (at = 0; at < text.size();) {
    const CodePoint found = code_point_at(text, at);
    forwards += found.value;
    at = found.next;
  }
  EXPECT_EQ(std::u32string(backwards.rbegin(), backwards.rend()), forwards);
}

TEST(AppendUtf8, WritesWhatCodePointAtReads) {
  for (const char32_t c : {U'a', U'đ', U'ữ', U'😀'}) {
    std::string text;
    append_utf8(text, c);
    EXPECT_EQ(code_point_at(text, 0).value, c);
  }
}

TEST(CodePointOffsets, TurnsBytesIntoCodePointsAndBack) {
  const std::string text = "Đà Nẵng: 3 người";
  const CodePointOffsets offsets(text);
  EXPECT_EQ(offsets.size(), 16u);
  std::uint32_t index = 0;
  for (std::size_t at = 0; at < text.size(); at = code_point_at(text, at).next, ++index) {
    EXPECT_EQ(offsets.at(static_cast<std::uint32_t>(at)), index);
    EXPECT_EQ(offsets.byte_at(index), at);
  }
  EXPECT_EQ(offsets.at(static_cast<std::uint32_t>(text.size())), 16u);
  EXPECT_EQ(offsets.byte_at(99), text.size());
  EXPECT_EQ(CodePointOffsets("abc").at(2), 2u);
}

TEST(Classes, KnowVietnameseLettersAndUnicodeSpace) {
  EXPECT_TRUE(is_letter(U'ợ'));
  EXPECT_TRUE(is_upper(U'Đ'));
  EXPECT_TRUE(is_lower(U'ư'));
  EXPECT_TRUE(is_space(0xA0));
  EXPECT_TRUE(is_space(0x3000));
  EXPECT_TRUE(is_combining(0x309));
  EXPECT_FALSE(is_letter(U'“'));
  EXPECT_FALSE(is_digit(U'٣'));
}

TEST(EndOfAscii, IsTheFirstByteBeyond) {
  for (std::size_t ascii = 0; ascii < 20; ++ascii) {
    const std::string text = std::string(ascii, 'x') + "ệ" + std::string(20, 'x');
    EXPECT_EQ(end_of_ascii(text, 0), ascii);
    EXPECT_EQ(end_of_ascii(text, ascii + 3), text.size());
  }
  EXPECT_EQ(end_of_ascii("", 0), 0u);
}

TEST(AllPrintable, LooksAtEachOfEightBytes) {
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < 8; ++at) {
      std::string bytes = "a ~Z0!b}";
      bytes[at] = static_cast<char>(byte);
      EXPECT_EQ(all_printable(eight_bytes(bytes.data())), byte >= 0x20 && byte <= 0x7E)
          << byte << " at " << at;
    }
  }
}

TEST(CountVisible, CountsWhatTakesAPlace) {
  EXPECT_EQ(count_visible(""), 0u);
  EXPECT_EQ(count_visible(" \t\n"), 0u);
  EXPECT_EQ(count_visible("Mưa to ở Huế, 120 mm!"), 16u);
  for (std::size_t size = 0; size < 40; ++size) {
    std::string text;
    std::size_t visible = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const char* const parts[] = {"a", " ", "ề", "\x7F", "\x1F", "ß", "~", "😀"};
      text += parts[i % 8];
      visible += i % 8 == 1 || i % 8 == 4 ? 0 : 1;
    }
    EXPECT_EQ(count_visible(text), visible) << text;
  }
}

}  // namespace
}  // namespace machtin

#include "language/address.h"

#include <gtest/gtest.h>

#include <string>

namespace machtin {
namespace {

// The address at the first "[" of a marked line, without the marks.
struct Marked {
  std::string line;
  std::size_t begin = 0, end = 0;
};
Marked unmarked(std::string_view text) {
  Marked marked;
  for (const char c : text) {
    if (c == '[') {
      marked.begin = marked.line.size();
    } else if (c == ']') {
      marked.end = marked.line.size();
    } else {
      marked.line += c;
    }
  }
  return marked;
}

TEST(EndOfAddress, FindsWhatPeopleWriteWithoutTheSignsOfTheSentence) {
  constexpr std::string_view kCases[] = {
      "xem [https://bao.example/tin-tuc/a(b)_c?x=1&y=2#doan], rồi",
      "xem ([http://bao.example/a]).",
      "“[https://bao.example/đường-dẫn]” là giả",
      "ở [www.bao.example], hay",
      "Trên [vnbao.net/thoi-su.html] đăng",
      "theo [bktt.vn].",
      "gửi [toa-soan+tin@bao.com.vn]; hạn",
      "kênh [@doi_bong.vn] viết",
      "theo dõi [#bão_số3]!",
      "[FB.com] sập",
  };
  for (const std::string_view text : kCases) {
    const Marked marked = unmarked(text);
    EXPECT_TRUE(may_hold_address(marked.line)) << text;
    EXPECT_EQ(end_of_address(marked.line, marked.begin), marked.end) << text;
  }
}

TEST(EndOfAddress, LeavesNumbersInitialsAndMissingSpacesAlone) {
  constexpr std::string_view kCases[] = {
      "1.200 đồng", "3.5", "N.T.M.", "anh.Hai", "đường.vn", "hay.la đi", "#1",    "@ 5",
      "http://",    "a@b", "TP.HCM", "U.S.",    "v.v",      "www.",      "x.vnđ", "https:// ",
      "@",          "",    ".com",   "-bao.vn", "bao..vn",  "vn",        "Q.1",   "5.000/kg",
  };
  for (const std::string_view text : kCases) EXPECT_EQ(end_of_address(text, 0), 0u) << text;
}

TEST(EndOfAddress, LooksAheadNoFurtherThanAnAddressIsLong) {
  const std::string line = "http://" + std::string(100000, 'a');
  EXPECT_LE(end_of_address(line, 0), 8192u);
}

TEST(EndOfAddress, EndsBetweenCodePoints) {
  std::string line = "https://bao.example/";
  while (line.size() < 10'000) line += "bắ";
  const std::size_t end = end_of_address(line, 0);
  ASSERT_LT(end, line.size());
  EXPECT_NE(static_cast<unsigned char>(line[end]) & 0xC0, 0x80);
}

TEST(MayHoldAddress, IsFalseForPlainProse) {
  EXPECT_FALSE(may_hold_address("Ông A. nói: giá 1.200 đồng, tăng 3,5%. Hết."));
  EXPECT_FALSE(may_hold_address(""));
}

}  // namespace
}  // namespace machtin

#include "text/valid_utf8.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

TEST(ValidUtf8, ReplacesBytesThatBelongToNoCodePoint) {
  EXPECT_EQ(valid_utf8("trang\xff.txt"), "trang\xef\xbf\xbd.txt");
  EXPECT_EQ(valid_utf8("bão \xc3"), "bão \xef\xbf\xbd");
  EXPECT_EQ(valid_utf8("bão"), "bão");
}

TEST(ValidUtf8Url, EncodesThem) {
  EXPECT_EQ(valid_utf8_url("http://bao.example/\xb0"), "http://bao.example/%B0");
  EXPECT_EQ(valid_utf8_url("http://bao.example/bão"), "http://bao.example/bão");
}

TEST(BorderBefore, IsWhereTheCodePointBegins) {
  const std::string text = "aệb";
  EXPECT_EQ(border_before(text, 0), 0u);
  for (std::size_t at = 1; at < 4; ++at) EXPECT_EQ(border_before(text, at), 1u);
  EXPECT_EQ(border_before(text, 4), 4u);
  EXPECT_EQ(border_before(text, 99), 5u);
}

}  // namespace
}  // namespace machtin

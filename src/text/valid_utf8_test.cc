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

}  // namespace
}  // namespace machtin

#include "page/kind.h"

#include <gtest/gtest.h>

#include <string>

#include "page/record.h"

namespace machtin {
namespace {

using namespace std::string_literals;

struct KindCase {
  std::string bytes;
  InputKind kind;
};

const KindCase kKinds[] = {
    {"<!DOCTYPE html><p>Mưa lớn", InputKind::kHtml},
    {"\xEF\xBB\xBF  \n<html><body>Mưa", InputKind::kHtml},
    {"<!-- kho lưu trữ -->\n<div>Mưa lớn</div>", InputKind::kHtml},
    {"Mưa lớn ở miền Trung</p><p>Nước lên", InputKind::kHtml},
    {"<\0h\0t\0m\0l\0>\0<\0b\0o\0d\0y\0>\0M\0a\0i\0 \0"s, InputKind::kHtml},
    {"WARC/1.0\r\nWARC-Type: warcinfo\r\n", InputKind::kWarc},
    {R"({"url":"https://bao.example/1","text":"Mưa"})", InputKind::kJsonLines},
    {"\n{ \"text\":\"Mưa\"}\n{\"text\":\"Nắng\"}\n", InputKind::kJsonLines},
    {"{\"text\":\"<html>\"}\nhỏng\n{\"text\":\"b\"}\n", InputKind::kJsonLines},
    {"Mưa lớn ở miền Trung\n\nNước sông lên nhanh.\n", InputKind::kText},
    {"{Ảnh: Minh họa} Mưa lớn", InputKind::kText},
    {"Nhiệt độ < 10 độ C ở vùng núi", InputKind::kText},
    {"", InputKind::kText},
};

TEST(Recognise, GoesByContent) {
  for (const KindCase& c : kKinds) EXPECT_EQ(recognise(c.bytes), c.kind) << c.bytes;
}

TEST(IsBinary, KnowsFormatsByTheirMarksAndTheRestByControlSigns) {
  EXPECT_TRUE(is_binary("\x89PNG\r\n\x1A\n rest"));
  EXPECT_TRUE(is_binary("%PDF-1.7 rest"));
  EXPECT_TRUE(
      is_binary("\0\0\0\x18"
                "ftypmp42"s));
  EXPECT_TRUE(is_binary("ab\0\0cd\0\0\x01\x02"s));
  EXPECT_FALSE(is_binary("Một dòng có \0 lạc vào giữa."s));
  EXPECT_FALSE(is_binary("M\xF4i tr\xFD\xF6ng"));  // windows-1258
  EXPECT_FALSE(
      is_binary("\xFF\xFEM\0\xB0\x01"
                "a\0"s));
  EXPECT_FALSE(is_binary(""));
}

TEST(UnicodeMark, TellsUtf16WithoutAMarkByItsZeros) {
  std::string bytes;
  for (const char c : "Bao cao thoi tiet trong ngay"s) bytes += std::string{'\0', c};
  ASSERT_TRUE(unicode_mark(bytes));
  EXPECT_EQ(unicode_mark(bytes)->charset, "utf-16be");
  EXPECT_EQ(unicode_mark(bytes)->mark_size, 0u);
  EXPECT_FALSE(unicode_mark("Báo cáo thời tiết trong ngày"));
}

}  // namespace
}  // namespace machtin

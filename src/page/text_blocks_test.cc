#include "page/text_blocks.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

TEST(TextBlocks, GiveALineEachWithTheBlankLinesBefore) {
  const auto blocks =
      text_blocks("Tiêu đề\r\n\r\nĐoạn một\rĐoạn hai\n\n \u200B\n\tthụt vào\u2028cuối");
  ASSERT_EQ(blocks.size(), 5u);
  EXPECT_EQ(blocks[0].text, "Tiêu đề");
  EXPECT_EQ(blocks[0].blank_lines_before, 0);
  EXPECT_EQ(blocks[1].text, "Đoạn một");
  EXPECT_EQ(blocks[1].blank_lines_before, 1);
  EXPECT_EQ(blocks[2].blank_lines_before, 0);
  EXPECT_EQ(blocks[3].text, "thụt vào");
  EXPECT_EQ(blocks[3].blank_lines_before, 2);
  EXPECT_TRUE(blocks[3].indented);
  EXPECT_EQ(blocks[4].text, "cuối");
  EXPECT_EQ(blocks[4].tag, BlockTag::kLine);
}

TEST(TextBlocks, ComposeLettersAndSqueezeSpace) {
  const auto blocks = text_blocks("\u00A0Ha\u0300 No\u0302\u0323i \u00A0 mu\u031B\u200Ba");
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(blocks[0].text, "Hà Nội mưa");
  EXPECT_TRUE(blocks[0].indented);
}

TEST(TextBlocks, AreNoneForBlankText) {
  EXPECT_TRUE(text_blocks("").empty());
  EXPECT_TRUE(text_blocks(" \n\t\n\u200B\n").empty());
}

TEST(ParagraphBlocks, PartOnlyAtBlankLines) {
  const auto blocks = paragraph_blocks("\nCâu một,\nxuống dòng.\n\n\nCâu hai.\n");
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(blocks[0].text, "Câu một, xuống dòng.");
  EXPECT_EQ(blocks[1].text, "Câu hai.");
  EXPECT_EQ(blocks[1].hint, BlockHint::kBody);
}

}  // namespace
}  // namespace machtin

#include "archive/snippet.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

std::string shown(std::string_view text, std::string_view typed) {
  return snippet(text, parse_query(typed));
}

TEST(Snippet, MarksWhatWasTypedWithOrWithoutDiacritics) {
  const std::string_view text = "Hai bên trao trả tù binh tại cửa khẩu.";
  constexpr std::string_view kMarked = "Hai bên trao trả <mark>tù binh</mark> tại cửa khẩu.";
  EXPECT_EQ(shown(text, "tù binh"), kMarked);
  EXPECT_EQ(shown(text, "tu binh"), kMarked);
  EXPECT_EQ(shown(text, "TÙ BINH"), kMarked);
}

TEST(Snippet, LeavesLoneSyllablesThatMatchOnlyFolded) {
  EXPECT_EQ(shown("Từ nay, bình minh có tù binh", "tu binh"),
            "Từ nay, bình minh có <mark>tù binh</mark>");
}

TEST(Snippet, EscapesTheTextAndItsMarks) {
  EXPECT_EQ(shown("<script>alert('x')</script> & \"y\"", "script"),
            "&lt;<mark>script</mark>&gt;alert(&#39;x&#39;)&lt;/<mark>script</mark>&gt; &amp; "
            "&quot;y&quot;");
}

TEST(Snippet, CutsALongTextAroundTheFirstMatches) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "lúa ";
  text += "lũ về thượng nguồn ";
  for (int i = 0; i < 300; ++i) text += "ngô ";
  const std::string found = shown(text, "thượng nguồn");
  EXPECT_NE(found.find("lũ về <mark>thượng nguồn</mark> ngô"), std::string::npos) << found;
  EXPECT_TRUE(found.starts_with("… ")) << found;
  EXPECT_TRUE(found.ends_with(" …")) << found;
  EXPECT_LT(found.size(), 400u);
}

TEST(Snippet, ShowsTheBeginningWhereNothingMatches) {
  EXPECT_EQ(shown("Một dòng ngắn", "khác"), "Một dòng ngắn");
  EXPECT_EQ(shown("", "khác"), "");
  EXPECT_LT(shown(std::string(500000, '.'), "khác").size(), 300u);
}

}  // namespace
}  // namespace machtin

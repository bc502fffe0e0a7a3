#include "serve/url.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

TEST(PercentDecode, TurnsBackWhatPercentEncodeMade) {
  for (const std::string text :
       {"", "abc", "https://bao.example/a?b=c#0", "tù binh", "100% & more", "a+b/c"}) {
    EXPECT_EQ(percent_decode(percent_encode(text)), text);
    EXPECT_EQ(percent_decode(percent_encode(text), true), text);
  }
  EXPECT_EQ(percent_decode("tu+binh", true), "tu binh");
  EXPECT_EQ(percent_decode("tu+binh"), "tu+binh");
}

TEST(PercentDecode, RefusesWhatIsBroken) {
  for (const char* text :
       {"%", "%4", "%zz", "%00", "a%0", "%ff", "%c3%28", "%c0%af", "%ed%a0%80", "%e2%82"}) {
    EXPECT_EQ(percent_decode(text), std::nullopt) << text;
  }
}

TEST(ParseTarget, TakesPathAndParametersApart) {
  const std::optional<Target> target =
      parse_target("/search?q=t%C3%B9+binh&page=2&&lang=vi&flag#x");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/search");
  EXPECT_EQ(target->parameter("q"), "tù binh");
  EXPECT_EQ(target->parameter("lang"), "vi");
  EXPECT_EQ(target->parameter("flag"), "");
  EXPECT_EQ(target->parameter("none"), "");
  EXPECT_EQ(target->count("page", 1, 100), 2u);
  EXPECT_FALSE(parse_target("/a?q=%zz"));
  EXPECT_EQ(parse_target("/a%2Fb?")->path, "/a%2Fb");
}

TEST(TargetCount, StaysWithinBounds) {
  const auto count = [](const std::string& text) {
    return parse_target("/?n=" + text)->count("n", 7, 50);
  };
  EXPECT_EQ(count("3"), 3u);
  EXPECT_EQ(count("51"), 50u);
  EXPECT_EQ(count("99999999999999999999999"), 50u);
  for (const char* text : {"", "-1", "x", "3x", "0x3", "1.5"}) EXPECT_EQ(count(text), 7u) << text;
}

TEST(LinkTo, EncodesNamesAndValues) {
  EXPECT_EQ(link_to("/search", {}), "/search");
  EXPECT_EQ(link_to("/search", {{"q", "a&b=c"}, {"lang", "vi"}}), "/search?q=a%26b%3Dc&lang=vi");
}

TEST(IsWebAddress, TakesHttpAlone) {
  EXPECT_TRUE(is_web_address("https://bao.example/"));
  EXPECT_FALSE(is_web_address("javascript:alert(1)"));
  EXPECT_FALSE(is_web_address("data:text/html,x"));
  EXPECT_FALSE(is_web_address("/etc/passwd"));
}

}  // namespace
}  // namespace machtin

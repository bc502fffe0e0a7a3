#include "facts/quotes.h"

#include <gtest/gtest.h>

#include <string_view>

#include "facts/event_told.h"

namespace machtin {
namespace {

struct QuoteCase {
  std::string_view text, words, speaker, verb;
  bool direct;
};
const QuoteCase kQuotes[] = {
    {"“Chúng tôi sẽ mở lại trường vào thứ hai”, Lê Văn Tám cho biết.",
     "Chúng tôi sẽ mở lại trường vào thứ hai", "Lê Văn Tám", "cho biết", true},
    {"Lê Văn Tám nói: \"Cây cầu phải đóng ít nhất một tuần\".",
     "Cây cầu phải đóng ít nhất một tuần", "Lê Văn Tám", "nói", true},
    {"Ông Lê Văn Tám khẳng định cây cầu vẫn an toàn.", "cây cầu vẫn an toàn", "Lê Văn Tám",
     "khẳng định", false},
    {"«Nước đã rút hẳn khỏi cánh đồng làng», Lê Văn Tám kể.", "Nước đã rút hẳn khỏi cánh đồng làng",
     "Lê Văn Tám", "kể", true},
};
TEST(FindQuotes, FindsWordsSpeakerAndVerb) {
  for (const QuoteCase& c : kQuotes) {
    const Told told(c.text, {{"Lê Văn Tám"}});
    ASSERT_EQ(told.facts.quotes.size(), 1u) << c.text;
    const Quote& quote = told.facts.quotes[0];
    EXPECT_EQ(told.words(quote.span), c.words);
    EXPECT_EQ(quote.direct, c.direct) << c.text;
    ASSERT_TRUE(quote.speaker.has_value()) << c.text;
    EXPECT_EQ(told.facts.entities[*quote.speaker].name, c.speaker);
    EXPECT_EQ(quote.verb, c.verb);
  }
}

TEST(FindQuotes, TakesAWordHeldAtADistanceForNoQuotation) {
  EXPECT_TRUE(Told("Chiếc xe “thần tốc” đã hỏng.").facts.quotes.empty());
}

TEST(FindQuotes, LeavesTheSpeakerOutWhereTheTextDoesNotTell) {
  const Told told("“Không ai biết vì sao cây cầu lại đổ sập như thế”.");
  ASSERT_EQ(told.facts.quotes.size(), 1u);
  EXPECT_EQ(told.facts.quotes[0].speaker, std::nullopt);
}

TEST(FindQuotes, TakesTheOwnerOfAnOfficeThatHasNoName) {
  const Told told(
      "“Cuộc hẹn sẽ diễn ra như đã định từ trước”, văn phòng báo chí của Lê Văn Tám cho hay.",
      {{"Lê Văn Tám"}});
  ASSERT_EQ(told.facts.quotes.size(), 1u);
  EXPECT_EQ(told.facts.quotes[0].speaker, 0u);
}

TEST(FindQuotes, GoesOverNoBlankLineAndEndsWithTheText) {
  EXPECT_TRUE(Told("“ ” \" « (").facts.quotes.empty());
  EXPECT_TRUE(
      Told("“Một câu dài không có dấu đóng nào cả\n\nĐoạn sau có dấu đóng”.").facts.quotes.empty());
}

}  // namespace
}  // namespace machtin

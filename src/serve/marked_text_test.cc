#include "serve/marked_text.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

TEST(MarkedHtml, NestsMarksAndEscapesText) {
  //                                  0123456789
  const std::string_view text = "a <b> & cdef";
  const std::vector<Mark> marks = {
      {{0, 12}, "quote", "\"q\""}, {{2, 5}, "who", "w"}, {{8, 10}, "when", "t"}};
  EXPECT_EQ(marked_html(text, {0, 12}, marks),
            "<span class=\"m m-quote\" title=\"&quot;q&quot;\">a <span class=\"m m-who\" "
            "title=\"w\">&lt;b&gt;</span>"
            " &amp; <span class=\"m m-when\" title=\"t\">cd</span>ef</span>");
}

TEST(MarkedHtml, CutsMarksThatCrossAndThoseThatLeaveThePart) {
  const std::string_view text = "0123456789";
  const std::vector<Mark> crossing = {{{0, 6}, "quote", ""}, {{4, 9}, "who", ""}};
  EXPECT_EQ(marked_html(text, {0, 10}, crossing),
            "<span class=\"m m-quote\" title=\"\">0123<span class=\"m m-who\" "
            "title=\"\">45</span></span>6789");
  EXPECT_EQ(
      marked_html(text, {2, 5}, crossing),
      "<span class=\"m m-quote\" title=\"\">23<span class=\"m m-who\" title=\"\">4</span></span>");
  EXPECT_EQ(marked_html(text, {7, 10}, {{{0, 7}, "who", ""}}), "789");
  EXPECT_EQ(marked_html(text, {3, 3}, crossing), "");
}

TEST(MarkedHtml, TakesManyNestedMarks) {
  std::string text(20000, 'x');
  std::vector<Mark> marks;
  for (std::uint32_t i = 0; i < 9000; ++i) marks.push_back({{i, 20000 - i}, "who", ""});
  const std::string html = marked_html(text, {0, 20000}, marks);
  EXPECT_EQ(html.size(),
            20000 + 9000 * (std::string("<span class=\"m m-who\" title=\"\"></span>").size()));
}

TEST(MarksOf, TellsEachFactInWords) {
  const Texts texts = load_texts()->front();
  const std::string text = "Ông Lê Văn Mộc nói khoảng 30 người bị thương hôm 7/9";
  const auto place = [&](std::string_view part) {
    const auto at = static_cast<std::uint32_t>(text.find(part));
    return ByteSpan{at, at + static_cast<std::uint32_t>(part.size())};
  };
  Facts facts;
  facts.entities = {
      {.name = "Lê Văn Mộc", .roles = {"Chủ tịch xã"}, .mentions = {place("Lê Văn Mộc")}}};
  facts.times = {{.span = place("7/9"), .value = "XXXX-09-07"}};
  facts.quantities = {
      {.span = place("khoảng 30 người"), .value = 30, .of = "người", .bound = Bound::kAbout}};
  facts.events = {{.type = "Life.Injure", .trigger = place("bị thương")},
                  {.type = "Life.Die", .trigger = {400, 500}}};
  facts.quotes = {{.span = place("khoảng 30 người bị thương"), .speaker = 0}};
  const std::vector<Mark> marks = marks_of(facts, text, texts);
  std::vector<std::string> titles;
  for (const Mark& mark : marks) titles.push_back(mark.title);
  EXPECT_EQ(titles,
            (std::vector<std::string>{"người: Lê Văn Mộc · Chủ tịch xã",
                                      "lời thuật lại: Lê Văn Mộc", "Bao nhiêu: khoảng 30 người",
                                      "Bị thương · đã xảy ra", "Khi nào: ngày 7/9, chưa rõ năm"}));
}

}  // namespace
}  // namespace machtin

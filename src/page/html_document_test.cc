#include "page/html_document.h"

#include <gtest/gtest.h>

#include <string>

namespace machtin {
namespace {

std::string words_of(const HtmlDocument& html) {
  std::string words;
  for (const lxb_dom_node_t* node = html.root(); node != nullptr;
       node = next_node(node, html.root()))
    words += text_of(node);
  return words;
}

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

TEST(HtmlDocument, ReadsBrokenHtmlAsABrowserDoes) {
  const auto html = HtmlDocument::parse("<p class=X>Mưa<p>Nắng</b><td>x");
  ASSERT_TRUE(html);
  const lxb_dom_node_t* const first = html->body()->first_child;
  EXPECT_EQ(first->local_name, static_cast<uintptr_t>(LXB_TAG_P));
  EXPECT_EQ(attribute(first, "class"), "X");
  EXPECT_EQ(attribute(first, "id"), "");
  EXPECT_FALSE(has_attribute(first, "hidden"));
  EXPECT_EQ(words_of(*html), "MưaNắngx");
}

TEST(HtmlDocument, KeepsTheWordsOfElementsNestedTooDeep) {
  for (const char* tag : {"div", "span", "b", "table><tr><td", "x-card"}) {
    const std::string name(std::string_view(tag).substr(0, std::string_view(tag).find('>')));
    const auto html = HtmlDocument::parse(repeated("<" + std::string(tag) + ">", 100'000) + "đáy" +
                                          repeated("</" + name + ">", 100'000) + "<p>sau");
    if (!html) continue;  // refused is good too; hanging is not
    EXPECT_EQ(words_of(*html).find("đáy") != std::string::npos, true) << tag;
    EXPECT_EQ(words_of(*html).find("sau") != std::string::npos, true) << tag;
  }
  EXPECT_TRUE(HtmlDocument::parse(repeated("<div>", 100'000) + "đáy"));
}

TEST(HtmlDocument, RefusesTooManyElements) {
  const auto html = HtmlDocument::parse(repeated("<i></i>", 2000), {.max_nodes = 1000});
  ASSERT_FALSE(html);
  EXPECT_EQ(html.error().kind, ErrorKind::kTooLarge);
}

TEST(HtmlDocument, RefusesFormattingThatGrowsWithoutEnd) {
  std::string page;
  for (int i = 0; i < 5000; ++i) page += "<b class=a" + std::to_string(i) + ">";
  page += repeated("<p>x", 5000);
  const auto html = HtmlDocument::parse(page);
  ASSERT_FALSE(html);
  EXPECT_EQ(html.error().kind, ErrorKind::kTooLarge);
}

TEST(HtmlDocument, LeavesOutAttributesBeyondAnyUse) {
  const auto is_hidden = [](int behind) {
    std::string page = "<p ";
    for (int i = 0; i < behind; ++i) page += "a" + std::to_string(i) + "=1 ";
    const auto html = HtmlDocument::parse(page + "hidden>Mưa");
    EXPECT_EQ(words_of(*html), "Mưa");
    return has_attribute(html->body()->first_child, "hidden");
  };
  EXPECT_TRUE(is_hidden(255));
  EXPECT_FALSE(is_hidden(256));
  EXPECT_FALSE(is_hidden(5'000));
}

TEST(HtmlDocument, KeepsNoAttributeThatNothingLooksAt) {
  const auto html = HtmlDocument::parse(
      "<p data-x=1 class=lede onclick=go() title=Mưa align=left itemprop=headline>Mưa");
  ASSERT_TRUE(html);
  const lxb_dom_node_t* const first = html->body()->first_child;
  EXPECT_EQ(attribute(first, "class"), "lede");
  EXPECT_EQ(attribute(first, "title"), "Mưa");
  EXPECT_EQ(attribute(first, "itemprop"), "headline");
  for (const char* const name : {"data-x", "onclick", "align"})
    EXPECT_FALSE(has_attribute(first, name)) << name;
}

std::string scripts_of(const HtmlDocument& html) {
  std::string scripts;
  for (const lxb_dom_node_t* node = html.root(); node != nullptr;
       node = next_node(node, html.root())) {
    if (is_element(node)) scripts += html.script(node);
  }
  return scripts;
}

TEST(HtmlDocument, KnowsWhatStandsInScripts) {
  const struct {
    const char* html;
    const char* scripts;
  } cases[] = {
      {"<script>a < b</script><p>Mưa<SCRIPT type=x>c</ScRiPt >to", "a < bc"},
      {"<script>\"</p>\" + '</scripts>'</script>Mưa", "\"</p>\" + '</scripts>'"},
      {"<script><!-- a --></script>Mưa", "<!-- a -->"},
      {"<script></script><p>Mưa", ""},
      {"<p>Mưa<script>a", "a"},  // never closed
  };
  for (const auto& c : cases) {
    const auto html = HtmlDocument::parse(c.html);
    ASSERT_TRUE(html) << c.html;
    EXPECT_EQ(scripts_of(*html), c.scripts) << c.html;
  }
  EXPECT_EQ(words_of(*HtmlDocument::parse("<script>a</script>Mưa<script>b</script> to")), "Mưa to");
}

TEST(HtmlDocument, KeepsAPageThatBreaksOffInAScript) {
  for (const char* const end : {"<script>", "<style>", "<script", "<script>a</script", "<style>a<"})
    EXPECT_TRUE(
        words_of(*HtmlDocument::parse("<p>Mưa to</p>" + std::string(end))).starts_with("Mưa to"))
        << end;
}

// Without its name a page would be read as those of before standards.
TEST(HtmlDocument, KnowsAPagesDoctype) {
  const auto html = HtmlDocument::parse("<!DOCTYPE html><p>Mưa<table><tr><td>to</table>");
  ASSERT_TRUE(html);
  EXPECT_EQ(html->body()->first_child->next->local_name, static_cast<uintptr_t>(LXB_TAG_TABLE));
}

// A script that writes a script is not over at the inner one's end (HTML Standard 13.2.5.26).
TEST(HtmlDocument, ReadsAScriptWithAnotherInAComment) {
  const auto html = HtmlDocument::parse("<script><!-- <script>a</script> b --></script><p>Mưa");
  ASSERT_TRUE(html);
  EXPECT_EQ(scripts_of(*html), "<!-- <script>a</script> b -->");
  EXPECT_TRUE(words_of(*html).ends_with("Mưa"));
}

TEST(HtmlDocument, ReadsScriptsAndStylesAsLongAsBooks) {
  const std::string script = repeated("x = 1; ", 100'000);
  const auto html = HtmlDocument::parse("<style>" + repeated("p{} ", 100'000) + "</style><script>" +
                                        script + "</script><p>Mưa<script>y</script>");
  ASSERT_TRUE(html);
  EXPECT_EQ(scripts_of(*html), script + "y");
  EXPECT_TRUE(words_of(*html).ends_with("Mưa"));
}

TEST(HtmlDocument, RefusesNamesByTheHundredThousand) {
  std::string attributes = "<p ", elements;
  for (int i = 0; i < 300'000; ++i) {
    attributes += "a" + std::to_string(i) + "=1 ";
    elements += "<x" + std::to_string(i) + ">";
  }
  EXPECT_EQ(HtmlDocument::parse(attributes + ">Mưa").error().kind, ErrorKind::kTooLarge);
  EXPECT_EQ(HtmlDocument::parse(elements + "Mưa").error().kind, ErrorKind::kTooLarge);
}

TEST(HtmlDocument, LeavesOutDrawingsAndStyleSheets) {
  const struct {
    const char* html;
    const char* words;
  } cases[] = {
      {"<p>Mưa<svg><title>biểu tượng</title><g><text>x</text></g></svg> to", "Mưa to"},
      {"<p>Mưa<svg/> to<svg><svg></svg>y</svg>!", "Mưa to!"},
      {"<svg><path d=1><p>Mưa to", "Mưa to"},  // never closed
      {"<svg><foreignObject><div>x</div></foreignObject></svg><p>Mưa", "Mưa"},
      {"<div><svg><path></div>Mưa", "Mưa"},  // ended by an end tag of what is around it
      {"<svg><style>p > a {}</style></svg><p>Mưa", "Mưa"},
      {"<style>p > a {}</style><!-- ghi chú --><p>Mưa</svg>", "Mưa"},
  };
  for (const auto& c : cases) EXPECT_EQ(words_of(*HtmlDocument::parse(c.html)), c.words) << c.html;
}

TEST(HtmlDocument, LeavesOutWhiteSpaceThatNobodySees) {
  const auto html = HtmlDocument::parse(
      "<div>\n  <p>Mưa <b>to</b> <i>rồi</i>\n</p>\n\t<p>Nắng <!-- --> <a>lên</a></p> </div> <br> "
      "<u>x</u>");
  ASSERT_TRUE(html);
  EXPECT_EQ(words_of(*html), "Mưa to rồi\nNắng  lênx");
}

TEST(UndoReferences, KnowsNamesAndNumbers) {
  EXPECT_EQ(undo_references("S&#7889; nh&agrave; &amp; s&#xE2;n <b>"), "Số nhà & sân <b>");
  EXPECT_EQ(undo_references("R&D; &amp; x"), "R&D; & x");
  EXPECT_EQ(undo_references("R&D"), "R&D");
  EXPECT_EQ(undo_references(""), "");
}

TEST(HtmlDocument, ReadsNothingAsAnEmptyPage) {
  const auto html = HtmlDocument::parse("");
  ASSERT_TRUE(html);
  EXPECT_EQ(words_of(*html), "");
}

}  // namespace
}  // namespace machtin

#include "page/script_state.h"

#include <gtest/gtest.h>

#include <string>

namespace machtin {
namespace {

std::string paragraphs(int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += "<p>Đò số " + std::to_string(i) + " rời bến lúc sáng sớm với ba thuyền viên.<\\/p>";
  return text;
}

PageHead head_of(const std::string& page) {
  const Result<HtmlDocument> html = HtmlDocument::parse(page);
  PageHead head;
  take_script_state(*html, head);
  return head;
}

TEST(TakeScriptState, FindsTheArticleDeepInThePagesState) {
  const PageHead head = head_of(
      "<div id=__next></div><script id=__NEXT_DATA__ "
      "type=\"application/json\">{\"props\":{\"list\":[{"
      "\"title\":\"Bài khác\",\"content\":\"Ngắn\"}],\"article\":{\"title\":\"Đò "
      "mới\",\"publishedAt\":"
      "\"2025-03-02T08:00:00+07:00\",\"author\":\"Lê Mai\",\"content\":\"" +
      paragraphs(10) + "\"}}}</script>");
  EXPECT_EQ(head.metadata.title, "Đò mới");
  EXPECT_EQ(head.metadata.published, "2025-03-02T08:00:00+07:00");
  EXPECT_EQ(head.metadata.authors, std::vector<std::string>{"Lê Mai"});
  EXPECT_TRUE(head.article_body.starts_with("<p>Đò số 0"));
}

TEST(TakeScriptState, ReadsAuthorsAndTimesHoweverTheyAreWritten) {
  const auto of = [](const std::string& fields) {
    return head_of("<script type=\"application/json\">{" + fields + ",\"content\":\"" +
                   paragraphs(10) + "\"}</script>")
        .metadata;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(of(R"("author":{"name":"Lê Mai","id":7})").authors, Names{"Lê Mai"});
  EXPECT_EQ(of(R"("author":[{"name":"Lê Mai"},"Hà An",{"name":"Lê Mai"},5])").authors,
            (Names{"Lê Mai", "Hà An"}));
  EXPECT_EQ(of(R"("author":null,"authors":["Hà An"])").authors, Names{"Hà An"});
  EXPECT_TRUE(of(R"("author":{"id":7,"name":[]})").authors.empty());
  for (const std::string name : {"publishTime", "pubDate", "date_published", "publishedAt"})
    EXPECT_EQ(of("\"" + name + "\":\"2025-03-02\"").published, "2025-03-02") << name;
}

TEST(TakeScriptState, TakesNothingFromBrokenDeepOrEmptyState) {
  const std::string open = "<script type=\"application/json\">", close = "</script>";
  EXPECT_TRUE(head_of(open + "{\"content\":\"" + paragraphs(10) + close).article_body.empty());
  EXPECT_TRUE(head_of(open + std::string(200'000, '[') + close).article_body.empty());
  EXPECT_TRUE(head_of(open + "{\"content\":\"Ngắn\"}" + close).article_body.empty());
  EXPECT_TRUE(
      head_of("<script>{\"content\":\"" + paragraphs(10) + "\"}" + close).article_body.empty());
}

}  // namespace
}  // namespace machtin

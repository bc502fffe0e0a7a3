#include "page/json_ld.h"

#include <gtest/gtest.h>

#include <string>

namespace machtin {
namespace {

JsonLd read(std::string_view script) {
  JsonLd found;
  add_json_ld(script, found);
  return found;
}

TEST(AddJsonLd, ReadsANewsArticle) {
  const JsonLd found = read(
      R"({"@context":"https://schema.org","@type":"NewsArticle","headline":" Cầu mới  thông xe ",
    "datePublished":"2025-03-02T08:00:00+07:00","dateModified":"2025-03-02T09:00:00+07:00",
    "author":[{"@type":"Person","name":"Lê Vân"},{"name":"Hà An"},"https://bao.example/tac-gia"],
    "publisher":{"@type":"Organization","name":"Báo Sông"},"image":["https://bao.example/a.jpg"],
    "articleSection":"Giao thông","articleBody":"Cầu dài 2 km."})");
  EXPECT_TRUE(found.any_article);
  EXPECT_EQ(found.article.title, "Cầu mới thông xe");
  EXPECT_EQ(found.article.published, "2025-03-02T08:00:00+07:00");
  EXPECT_EQ(found.article.modified, "2025-03-02T09:00:00+07:00");
  EXPECT_EQ(found.article.authors, (std::vector<std::string>{"Lê Vân", "Hà An"}));
  EXPECT_EQ(found.article.site_name, "Báo Sông");
  EXPECT_EQ(found.article.image, "https://bao.example/a.jpg");
  EXPECT_EQ(found.article.section, "Giao thông");
  EXPECT_EQ(found.article.type, "NewsArticle");
  EXPECT_EQ(found.article_body, "Cầu dài 2 km.");
}

const char* const kWaysToHoldAnArticle[] = {
    R"([{"@type":"BreadcrumbList"},{"@type":["Thing","ReportageNewsArticle"],"headline":"Đề"}])",
    R"({"@graph":[{"@type":"WebSite","name":"Báo"},{"@type":"BlogPosting","headline":"Đề"}]})",
    R"({"@type":"WebPage","mainEntity":{"@type":"Article","headline":["Đề","Khác"]}})",
    "<!--\n{\"@type\":\"NewsArticle\",\"headline\":\"Đề\",}\n-->",
    "//<![CDATA[\n[{\"@type\":\"NewsArticle\",\"headline\":\"Đề\", \"x\": [1,2, "
    "],\n\"description\":\"hai\ndòng\"}]\n//]]>",
    R"({"@type":"NewsArticle","headline":"Đề"};)",
};

TEST(AddJsonLd, FindsAnArticleHoweverItIsHeld) {
  for (const char* script : kWaysToHoldAnArticle)
    EXPECT_EQ(read(script).article.title, "Đề") << script;
}

TEST(AddJsonLd, LetsTheFirstArticleSpeak) {
  JsonLd found;
  add_json_ld(R"({"@type":"NewsArticle","headline":"Của trang"})", found);
  add_json_ld(R"({"@type":"NewsArticle","headline":"Của danh sách","datePublished":"2020-01-01"})",
              found);
  EXPECT_EQ(found.article.title, "Của trang");
  EXPECT_EQ(found.article.published, std::nullopt);
}

TEST(AddJsonLd, LetsAnotherArticleOfTheSameHeadlineFillWhatIsOpen) {
  JsonLd found;
  add_json_ld(R"({"@type":"Article","headline":"Bến mới","datePublished":"2020-01-01"})", found);
  add_json_ld(R"({"@type":"NewsArticle","headline":"Bến mới","datePublished":"2019-01-01",
    "author":"Hà An"})",
              found);
  EXPECT_EQ(found.article.published, "2020-01-01");
  EXPECT_EQ(found.article.authors, (std::vector<std::string>{"Hà An"}));
}

TEST(AddJsonLd, MendsQuotationMarksInsideStrings) {
  const JsonLd found = read(
      R"({"@type":"NewsArticle","headline":"Chuyện "đò dọc", chuyện "đò ngang" ở bến","author":"Hà An",})");
  EXPECT_EQ(found.article.title, "Chuyện \"đò dọc\", chuyện \"đò ngang\" ở bến");
  EXPECT_EQ(found.article.authors, (std::vector<std::string>{"Hà An"}));
  EXPECT_EQ(read(R"({"@type":"NewsArticle","headline":"Lều tr\'e",})").article.title, "Lều tr'e");
}

TEST(ResolveAuthors, GivesReferencesTheirNames) {
  JsonLd found;
  add_json_ld(
      R"({"@graph":[{"@type":"Article","headline":"Đề","author":[{"@id":"#a"},"https://bao.example/#b",
    {"@id":"#khong-co"}]},{"@type":"Person","@id":"#a","name":"Hà An"}]})",
      found);
  add_json_ld(R"([{"@type":"Person","@id":"https://bao.example/#b","name":"Lê Vân"}])", found);
  resolve_authors(found);
  EXPECT_EQ(found.article.authors, (std::vector<std::string>{"Hà An", "Lê Vân"}));
}

TEST(AddJsonLd, TakesAHundredAuthorsWhetherNamedOrReferredTo) {
  std::string authors;
  for (int i = 0; i < 150; ++i) {
    const std::string number = std::to_string(i);
    authors += (i > 0 ? "," : "") +
               (i % 2 == 0 ? R"("Hà An )" + number + "\"" : R"({"@id":"#)" + number + "\"}");
  }
  const JsonLd found = read(R"({"@type":"Article","headline":"Đề","author":[)" + authors + "]}");
  EXPECT_EQ(found.article.authors.size() + found.article_author_ids.size(), 100u);
}

TEST(AddJsonLd, LooksAtTenThousandStatementsOfAllScriptsTogether) {
  std::string list = "[{}";
  for (int i = 0; i < 5'990; ++i) list += ",{}";
  JsonLd found;
  add_json_ld(list + "]", found);
  EXPECT_FALSE(found.any_article);
  JsonLd near = found;
  add_json_ld(R"({"@type":"Article","headline":"Đề"})", near);
  EXPECT_TRUE(near.any_article);
  add_json_ld(list + "]", found);
  add_json_ld(R"({"@type":"Article","headline":"Đề"})", found);
  EXPECT_FALSE(found.any_article);
}

TEST(AddJsonLd, TakesNothingOfRubbish) {
  for (const std::string& script :
       {std::string(), std::string("null"), std::string("{\"@type\":"), std::string(100'000, '['),
        std::string("{\"@type\":7,\"headline\":{\"a\":[[[[]]]]}}"), std::string("\xFF\xFE{")}) {
    const JsonLd found = read(script);
    EXPECT_FALSE(found.any_article);
  }
}

}  // namespace
}  // namespace machtin

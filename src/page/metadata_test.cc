#include "page/metadata.h"

#include <gtest/gtest.h>

#include <string>

namespace machtin {
namespace {

PageHead head_of(std::string_view html, const std::optional<std::string>& url = std::nullopt) {
  return page_head(*HtmlDocument::parse(std::string(html)), url);
}

TEST(PageHead, PrefersTheArticlesOwnStatements) {
  const PageHead head = head_of(R"(<html lang=vi><head><title>Cầu mới - Báo Sông</title>
    <meta property="og:title" content="Cầu mới thông xe">
    <meta property="og:site_name" content="Báo Sông"><meta property="og:type" content="article">
    <meta property="article:published_time" content="2025-03-02T08:00+07:00">
    <meta name="Description" content="Cây cầu dài nhất tỉnh"><meta name=author content="Lê Vân">
    <meta property="og:image" content="/anh/cau.jpg"><link rel=canonical href="/cau-moi-1.html#top">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Cầu mới thông xe sáng nay"}</script>)",
                                "https://bao.example/cau-moi-1.html?utm=x");
  EXPECT_EQ(head.metadata.title, "Cầu mới thông xe sáng nay");
  EXPECT_EQ(head.og_title, "Cầu mới thông xe");
  EXPECT_EQ(head.html_title, "Cầu mới - Báo Sông");
  EXPECT_EQ(head.metadata.site_name, "Báo Sông");
  EXPECT_EQ(head.metadata.published, "2025-03-02T08:00+07:00");
  EXPECT_EQ(head.metadata.description, "Cây cầu dài nhất tỉnh");
  EXPECT_EQ(head.metadata.authors, (std::vector<std::string>{"Lê Vân"}));
  EXPECT_EQ(head.metadata.image, "https://bao.example/anh/cau.jpg");
  EXPECT_EQ(head.metadata.canonical_url, "https://bao.example/cau-moi-1.html");
  EXPECT_EQ(head.metadata.language, "vi");
}

TEST(PageHead, FallsBackOnWeakerStatements) {
  const PageHead head =
      head_of(R"(<title>Chợ nổi</title><meta name="DC.date.issued" content="2015-03-23">
    <meta name="twitter:description" content="Chợ họp từ mờ sáng"><meta property="article:author" content="https://mxh.example/van">
    <meta name="dc.creator" content="Hà An">)");
  EXPECT_EQ(head.metadata.title, "Chợ nổi");
  EXPECT_EQ(head.metadata.published, "2015-03-23");
  EXPECT_EQ(head.metadata.description, "Chợ họp từ mờ sáng");
  EXPECT_EQ(head.metadata.authors, (std::vector<std::string>{"Hà An"}));
}

TEST(PageHead, ReadsTimesThatSayTheyArePublication) {
  EXPECT_EQ(head_of("<p><time itemprop=datePublished datetime=2019-05-01>").metadata.published,
            "2019-05-01");
  EXPECT_EQ(head_of("<p><time datetime=2019-05-01>").metadata.published, std::nullopt);
}

TEST(PageHead, ReadsStatedTimesOfAnyElement) {
  EXPECT_EQ(
      head_of("<p><abbr itemprop=datePublished title=2019-05-01>7h</abbr>").metadata.published,
      "2019-05-01");
  EXPECT_EQ(head_of("<span property='schema:dateCreated' content='2020-04-21'>").metadata.published,
            "2020-04-21");
  const PageHead changed = head_of("<i itemprop=dateModified>01/05/2019</i>");
  EXPECT_EQ(changed.metadata.published, std::nullopt);
  EXPECT_EQ(changed.metadata.modified, "01/05/2019");
}

TEST(PageHead, KeepsApartWhatDoesNotSayThatItIsPublication) {
  const PageHead head = head_of("<meta name=date content=2013-03-07>");
  EXPECT_EQ(head.metadata.published, std::nullopt);
  EXPECT_EQ(head.metadata.dated, "2013-03-07");
}

TEST(PageHead, FindsATimeInTheStateOfScripts) {
  EXPECT_EQ(
      head_of(R"(<script>x={"publishedDate": "2023-11-02T09:10:00Z"}</script>)").metadata.dated,
      "2023-11-02T09:10:00Z");
  for (const std::string name :
       {"publishedAt", "publishTime", "publish_time", "pubDate", "date_published"}) {
    EXPECT_EQ(
        head_of("<script>x={\"" + name + "\":\"2023-11-02T09:10:00Z\"}</script>").metadata.dated,
        "2023-11-02T09:10:00Z")
        << name;
  }
  // A list of articles tells many times, and nobody knows which.
  EXPECT_EQ(
      head_of(R"(<script>[{"publishedDate":"2023-11-02"},{"publishedDate":"2023-11-03"}]</script>)")
          .metadata.dated,
      std::nullopt);
}

TEST(PageHead, KeepsAllTitlesAndAuthors) {
  const PageHead head =
      head_of(R"(<title>Chợ nổi - Báo</title><meta property=og:title content="Chợ nổi họp">
    <meta name=author content="Hà An, Lê Vân"><script type="application/ld+json">{"@type":"Article",
    "headline":"Chợ nổi","author":"Hà An"}</script>)");
  EXPECT_EQ(head.metadata.titles,
            (std::vector<std::string>{"Chợ nổi", "Chợ nổi họp", "Chợ nổi - Báo"}));
  EXPECT_TRUE(head.metadata.titled_by_json_ld);
  EXPECT_EQ(head.metadata.authors, (std::vector<std::string>{"Hà An, Lê Vân"}));
}

TEST(PageHead, TakesAHundredAuthorsOfAHeadAtMost) {
  std::string html;
  for (int i = 0; i < 300; ++i)
    html += "<meta name=author content='Lê Vân " + std::to_string(i) + "'>";
  const PageHead head = head_of(html);
  ASSERT_EQ(head.metadata.authors.size(), 100u);
  EXPECT_EQ(head.metadata.authors.back(), "Lê Vân 99");
}

TEST(PageHead, DoubtsACanonicalUrlThatIsTheHomePage) {
  const char* const html = "<link rel=canonical href='https://bao.example/'>";
  EXPECT_EQ(head_of(html, "https://bao.example/tin/1.html").metadata.canonical_url, std::nullopt);
  EXPECT_EQ(head_of(html, "https://bao.example/").metadata.canonical_url, "https://bao.example/");
  EXPECT_EQ(head_of(html).metadata.canonical_url, std::nullopt);
  EXPECT_EQ(head_of("<link rel=canonical href='/x'>").metadata.canonical_url, std::nullopt);
}

TEST(PageHead, IsEmptyForAPageThatSaysNothing) {
  const PageHead head = head_of("<p>Chữ");
  EXPECT_EQ(head.metadata.title, std::nullopt);
  EXPECT_TRUE(head.metadata.authors.empty());
}

}  // namespace
}  // namespace machtin

#include "page/page_url.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

struct UrlCase {
  const char* href;
  std::optional<std::string> url;
};
const UrlCase kUrls[] = {
    {"https://khac.example/a b", "https://khac.example/a%20b"},
    {" https://khac.example/a?x=1#y ", "https://khac.example/a?x=1#y"},
    {"/goc", "https://bao.example/goc"},
    {"../len.html", "https://bao.example/len.html"},
    {"con.html?p=2", "https://bao.example/muc/con.html?p=2"},
    {"//cdn.example/anh.jpg", "https://cdn.example/anh.jpg"},
    {"?trang=2", "https://bao.example/muc/bai.html?trang=2"},
    {"#dau", std::nullopt},
    {"", std::nullopt},
    {"javascript:void(0)", std::nullopt},
    {"mailto:toa.soan@bao.example", std::nullopt},
    {"data:image/gif;base64,x", std::nullopt},
};

TEST(UrlResolver, ResolvesAsTheUrlStandardDoes) {
  UrlResolver urls("https://bao.example/muc/bai.html");
  for (const UrlCase& c : kUrls) EXPECT_EQ(urls.resolve(c.href), c.url) << c.href;
}

TEST(UrlResolver, TakesOnlyWholeAddressesWithoutABase) {
  UrlResolver urls("");
  EXPECT_EQ(urls.resolve("/a"), std::nullopt);
  EXPECT_EQ(urls.resolve("http://bao.example/a"), "http://bao.example/a");
}

TEST(UrlPath, IsWhatFollowsTheHost) {
  EXPECT_EQ(url_path("https://bao.example"), "/");
  EXPECT_EQ(url_path("https://bao.example/a/b?c#d"), "/a/b");
  EXPECT_EQ(url_path("bao.example/a"), "");
  EXPECT_EQ(without_fragment("https://bao.example/a#b"), "https://bao.example/a");
}

TEST(UrlHost, IsWhatStandsBeforePortAndPath) {
  EXPECT_EQ(url_host("https://bao.example:8080/a"), "bao.example");
  EXPECT_EQ(url_host("http://bao.example?p=2"), "bao.example");
  EXPECT_EQ(url_host("bao.example/a"), "");
}

TEST(IsHomeUrl, TellsTheFrontPageFromArticles) {
  EXPECT_TRUE(is_home_url("https://bao.example"));
  EXPECT_TRUE(is_home_url("https://bao.example/"));
  EXPECT_FALSE(is_home_url("https://bao.example/?p=2"));
  EXPECT_FALSE(is_home_url("https://bao.example/bai.html"));
  EXPECT_FALSE(is_home_url("/"));
}

}  // namespace
}  // namespace machtin

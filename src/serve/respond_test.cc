#include "serve/respond.h"

#include <gtest/gtest.h>

#include "fixtures/invented_archive.h"
#include "json/contract.h"
#include "serve/url.h"

namespace machtin {
namespace {

class Respond : public testing::Test {
 protected:
  Respond() : file_("respond") {
    file_.fill();
    archive_.emplace(std::move(*Archive::open(file_.path(), OpenMode::kRead)));
  }
  Response get(const std::string& target, const std::string& accept = "",
               const std::string& method = "GET") {
    return respond({method, target, accept, ""}, *archive_, site_);
  }
  static bool has(const Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
  }
  static std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
      if (key == name) return value;
    }
    return "";
  }

  TestArchive file_;
  Site site_ = test_site();
  std::optional<Archive> archive_;
  const std::string key_ = percent_encode("https://bao.example/a?a=1#0");
};

TEST_F(Respond, ShowsStoriesOnTheFrontPage) {
  const Response home = get("/");
  EXPECT_EQ(home.status, 200);
  EXPECT_TRUE(has(home, "<html lang=\"vi\">"));
  EXPECT_TRUE(has(home, "Trao đổi tù binh &lt;lần một&gt;")) << "escaped";
  EXPECT_FALSE(has(home, "<lần một>"));
  EXPECT_TRUE(has(home, "href=\"/story/s1\""));
  EXPECT_TRUE(has(home, "href=\"/storyline/s1\""));
  EXPECT_TRUE(has(home, "3 bài"));
  EXPECT_FALSE(has(home, "{{"));
}

TEST_F(Respond, ShowsAStoryWithTimelineSourcesVoicesAndDisagreements) {
  const Response story = get("/story/s1");
  ASSERT_EQ(story.status, 200);
  EXPECT_TRUE(has(story, "ngày 7/9, chưa rõ năm"));
  EXPECT_TRUE(has(story, "23 tháng 5, 2025"));
  EXPECT_TRUE(has(story, "Trao đổi tù binh</span>")) << "event types in words";
  EXPECT_TRUE(has(story, "href=\"/article/" + key_ + "\""));
  EXPECT_TRUE(has(story, "Đăng lại:"));
  EXPECT_TRUE(has(story, "Con số: tù binh"));
  EXPECT_TRUE(has(story, "Lê Văn Mộc <small>Trưởng đoàn</small>"));
  EXPECT_TRUE(has(story, "70 tù binh về &lt;b&gt;nhà&lt;/b&gt;."));
  EXPECT_TRUE(has(story, "Vòng hai")) << "the storyline's other story";
}

TEST_F(Respond, ShowsAnArticleWithItsFactsMarked) {
  const Response article = get("/article/" + key_);
  ASSERT_EQ(article.status, 200);
  EXPECT_TRUE(has(article, "class=\"m m-number\" title=\"Bao nhiêu: 70 tù binh\""));
  EXPECT_TRUE(has(article, "class=\"m m-quote\""));
  EXPECT_TRUE(has(article, "href=\"https://bao.example/a\""));
  EXPECT_FALSE(has(article, "<b>nhà"));
  const Response hostile = get("/article/" + percent_encode("https://bao.example/d?a=1#0"));
  EXPECT_EQ(hostile.status, 200);
  EXPECT_FALSE(has(hostile, "javascript:"));
}

TEST_F(Respond, FindsWithoutDiacriticsAndMarksWhatItFound) {
  const Response search = get("/search?q=tu+binh");
  EXPECT_EQ(search.status, 200);
  EXPECT_TRUE(has(search, "<mark>tù binh</mark>"));
  EXPECT_TRUE(has(search, "value=\"tu binh\""));
  EXPECT_TRUE(has(get("/search?q=%3Cscript%3E&kind=stories"), "&lt;script&gt;"));
  EXPECT_FALSE(has(get("/search?q=%3Cscript%3E"), "<script"));
  EXPECT_EQ(get("/search").status, 200);
  EXPECT_EQ(get("/search?q=%22%22%22+AND+NOT(&page=99999999999").status, 200);
}

TEST_F(Respond, ShowsStorylinesAndTimelines) {
  EXPECT_TRUE(has(get("/storylines"), "href=\"/storyline/s1\""));
  EXPECT_EQ(get("/storyline/s1").status, 200);
  EXPECT_EQ(get("/storyline/none").status, 404);
  EXPECT_EQ(get("/timeline?q=tu+binh").status, 200);
  EXPECT_EQ(get("/timeline?q=zzz").status, 404);
  EXPECT_EQ(get("/about").status, 200);
}

TEST_F(Respond, SpeaksTheLanguageAskedForAndCarriesItOn) {
  EXPECT_TRUE(has(get("/", "en-US,en;q=0.9"), "<html lang=\"en\">"));
  const Response english = get("/?lang=en", "vi");
  EXPECT_TRUE(has(english, "<html lang=\"en\">"));
  EXPECT_TRUE(has(english, "href=\"/story/s1?lang=en\""));
  EXPECT_TRUE(has(english, "name=\"lang\" value=\"en\""));
  EXPECT_EQ(header(english, "Content-Language"), "en");
  EXPECT_TRUE(has(get("/story/s1?lang=en"), "7 September, year unknown"));
  EXPECT_TRUE(has(get("/?lang=xx"), "<html lang=\"vi\">"));
  EXPECT_TRUE(has(get("/search?q=tu+binh&lang=vi"), "/search?q=tu%20binh&amp;lang=en"));
}

TEST_F(Respond, GivesContractObjects) {
  const Response story = get("/api/stories/s1");
  EXPECT_EQ(story.status, 200);
  EXPECT_EQ(story.content_type, "application/json; charset=utf-8");
  const Result<Story> read = story_from_json(story.body);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, **archive_->story("s1"));
  const Result<FactsLine> facts = facts_from_json(get("/api/articles/" + key_).body);
  ASSERT_TRUE(facts) << facts.error().message;
  EXPECT_EQ(facts->article.title, "Trao đổi tù binh ở cửa khẩu");
  EXPECT_TRUE(has(get("/api/stories?limit=1"), "{\"stories\":[{\"schema\":\"machtin/story/1\""));
  EXPECT_TRUE(has(get("/api/search?q=tu+binh"), "\"schema\":\"machtin/hit/1\""));
  EXPECT_TRUE(story_from_json(get("/api/timeline?q=tu+binh").body));
}

struct FailureCase {
  const char* target;
  int status;
};
constexpr FailureCase kFailures[] = {
    {"/nothing", 404},
    {"/story/none", 404},
    {"/story/", 404},
    {"/article/none", 404},
    {"/story/%zz", 400},
    {"/article/%00", 400},
    {"/search?q=%ff", 400},
    {"http://else.example/", 400},
    {"", 400},
    {"/../../etc/passwd", 404},
    {"/%2e%2e/style.css", 404},
    {"/?page=77", 404},
    {"/api/none", 404},
    {"/api/stories/none", 404},
    {"/api/search", 400},
    {"/api/timeline?q=zzz", 404},
    {"/api/articles/%f", 400},
};

TEST_F(Respond, SaysWhatIsWrongInTheFormAskedFor) {
  for (const FailureCase& c : kFailures) {
    const Response response = get(c.target);
    EXPECT_EQ(response.status, c.status) << c.target;
    const bool api = std::string_view(c.target).starts_with("/api/");
    EXPECT_EQ(has(response, "{\"error\":{\"status\":"), api) << c.target;
    EXPECT_EQ(has(response, "<html"), !api) << c.target;
  }
  EXPECT_EQ(get("/" + std::string(10000, 'a')).status, 414);
}

TEST_F(Respond, TakesNoMethodThatWrites) {
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", ""}) {
    const Response response = get("/", "", method);
    EXPECT_EQ(response.status, 405) << method;
    EXPECT_EQ(header(response, "Allow"), "GET, HEAD");
  }
  EXPECT_EQ(get("/", "", "HEAD").status, 200);
}

TEST_F(Respond, SendsSecurityHeadersWithEverything) {
  for (const char* target : {"/", "/style.css", "/none", "/api/stories", "/story/%zz"}) {
    const Response response = get(target);
    EXPECT_TRUE(header(response, "Content-Security-Policy").starts_with("default-src 'self'"))
        << target;
    EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff") << target;
  }
}

TEST_F(Respond, SendsItsStyleOnce) {
  const Response style = get("/style.css");
  EXPECT_EQ(style.content_type, "text/css; charset=utf-8");
  EXPECT_LT(style.body.size(), 15000u);
  const std::string tag = header(style, "ETag");
  const Response again = respond({"GET", "/style.css", "", tag}, *archive_, site_);
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
  EXPECT_EQ(get("/icon.svg").content_type, "image/svg+xml");
}

TEST_F(Respond, FollowsAMergedStory) {
  Archive writer = std::move(*Archive::open(file_.path(), OpenMode::kWrite));
  ASSERT_TRUE(writer.keep({}, {{"https://bao.example/d?a=1#0", {.story = "s1"}}}, {{"s2", "s1"}},
                          std::vector<Story>()));
  const Response moved = get("/story/s2?lang=en");
  EXPECT_EQ(moved.status, 301);
  EXPECT_EQ(header(moved, "Location"), "/story/s1?lang=en");
  const Result<Story> story = story_from_json(get("/api/stories/s2").body);
  ASSERT_TRUE(story);
  EXPECT_EQ(story->id, "s2");
  EXPECT_EQ(story->merged_into, "s1");
}

TEST_F(Respond, AnswersWithoutAnArchiveToo) {
  const auto failed = [&](ErrorKind kind, const char* target) {
    return respond_without_archive({"GET", target, "", ""}, {kind, "why"}, site_);
  };
  EXPECT_EQ(failed(ErrorKind::kBusy, "/").status, 503);
  EXPECT_EQ(header(failed(ErrorKind::kBusy, "/"), "Retry-After"), "2");
  EXPECT_EQ(failed(ErrorKind::kNotFound, "/").status, 500);
  EXPECT_EQ(failed(ErrorKind::kCorrupt, "/api/stories").status, 500);
  EXPECT_EQ(failed(ErrorKind::kBusy, "/style.css").status, 200);
}

TEST(EmptySite, SaysHowToFillTheArchive) {
  const TestArchive file("empty");
  {
    const Result<Archive> made = Archive::open(file.path(), OpenMode::kWrite);
  }
  const Archive archive = std::move(*Archive::open(file.path(), OpenMode::kRead));
  const Response home = respond({}, archive, test_site());
  EXPECT_EQ(home.status, 200);
  EXPECT_NE(home.body.find("machtin build"), std::string::npos);
}

}  // namespace
}  // namespace machtin

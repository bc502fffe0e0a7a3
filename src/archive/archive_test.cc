#include "archive/archive.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

namespace machtin {
namespace {

namespace fs = std::filesystem;

class ArchiveFile : public testing::Test {
 protected:
  ArchiveFile() {
    folder_ =
        fs::temp_directory_path() / ("machtin-archive-" + std::to_string(::getpid()) + "-" +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    path_ = (folder_ / "news.db").string();
  }
  ~ArchiveFile() override {
    std::error_code ignored;
    fs::permissions(folder_, fs::perms::owner_all, ignored);
    fs::remove_all(folder_, ignored);
  }

  Archive writer() { return std::move(*Archive::open(path_, OpenMode::kWrite)); }
  Archive reader() { return std::move(*Archive::open(path_, OpenMode::kRead)); }
  ErrorKind failure(OpenMode mode) {
    const Result<Archive> archive = Archive::open(path_, mode);
    EXPECT_FALSE(archive);
    return archive ? ErrorKind::kEmpty : archive.error().kind;
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), {}));
  }
  std::string bytes() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  fs::path folder_;
  std::string path_;
};

KeptArticle article_of(const std::string& page, std::uint32_t place, const std::string& title,
                       const std::string& body, const std::string& story) {
  KeptArticle kept;
  kept.page_key = page;
  kept.place = {"pages/" + page + ".html", place};
  kept.page_url = "https://bao.example/" + page;
  kept.language = "vi";
  kept.article.key = page + "#" + std::to_string(place);
  kept.article.title = title;
  kept.article.lede = "Bản tin về " + title;
  kept.article.paragraphs = {body};
  kept.article.source = "Báo " + page;
  kept.article.language = "vi";
  kept.article.published = {.value = "2025-05-23",
                            .precision = Precision::kDay,
                            .earliest = "2025-05-23",
                            .latest = "2025-05-23",
                            .basis = DateBasis::kText,
                            .evidence = {"dòng ngày"}};
  kept.article.text = title + "\n\n" + *kept.article.lede + "\n\n" + body;
  kept.facts.sentences = {{0, static_cast<std::uint32_t>(title.size())}};
  kept.features = std::string("\0blob", 5);
  kept.link.story = story;
  return kept;
}

KeptPage page_of(const KeptArticle& article, const std::string& digest = "d1") {
  return {article.page_key, article.place.input, article.page_url, digest, "vi", "0.1.0+vi-1",
          {article}};
}

Story story_of(const std::string& id, const std::string& title,
               const std::vector<KeptArticle>& articles) {
  Story story;
  story.id = id;
  story.title = title;
  story.first = "2025-05-20";
  story.last = "2025-05-23";
  for (const KeptArticle& kept : articles) {
    story.articles.push_back({.place = kept.place,
                              .key = kept.article.key,
                              .title = kept.article.title,
                              .source = kept.article.source,
                              .published = kept.article.published.value});
  }
  story.summary = {title + " là chuyện lớn."};
  story.timeline = {{"2025-05-23", title, {0}, {"Disaster.Natural"}}};
  return story;
}

std::vector<std::string> ids(const std::vector<SearchHit>& hits) {
  std::vector<std::string> out;
  for (const SearchHit& hit : hits) out.push_back(hit.id);
  return out;
}

// ---- opening

TEST_F(ArchiveFile, ReadingNeverMakesAFile) {
  EXPECT_EQ(failure(OpenMode::kRead), ErrorKind::kNotFound);
  EXPECT_EQ(files(), 0u);
  path_ = (folder_ / "no" / "such" / "folder.db").string();
  EXPECT_EQ(failure(OpenMode::kRead), ErrorKind::kNotFound);
  EXPECT_EQ(failure(OpenMode::kWrite), ErrorKind::kUnreadable);
}

TEST_F(ArchiveFile, WritingMakesOneAndReadingLeavesItAsItIs) {
  {
    const Archive made = writer();
  }
  const std::string before = bytes();
  {
    const Archive archive = reader();
    EXPECT_EQ(archive.stats()->articles, 0u);
    EXPECT_TRUE(archive.search("gì đó", 10)->empty());
  }
  EXPECT_EQ(bytes(), before);
  EXPECT_EQ(files(), 1u);
}

TEST_F(ArchiveFile, RefusesWhatIsNoArchive) {
  std::ofstream(path_) << "Chỉ là một dòng chữ, không phải cơ sở dữ liệu nào cả.\n";
  EXPECT_EQ(failure(OpenMode::kRead), ErrorKind::kCorrupt);
  EXPECT_EQ(failure(OpenMode::kWrite), ErrorKind::kCorrupt);
  std::ofstream(path_, std::ios::trunc).close();
  EXPECT_EQ(failure(OpenMode::kRead), ErrorKind::kCorrupt);
  EXPECT_TRUE(Archive::open(path_, OpenMode::kWrite)) << "an empty file may become one";
  path_ = folder_.string();
  EXPECT_EQ(failure(OpenMode::kRead), ErrorKind::kUnreadable);
  path_ = "/dev/null";
  EXPECT_EQ(failure(OpenMode::kWrite), ErrorKind::kUnreadable);
  path_ = "";
  EXPECT_EQ(failure(OpenMode::kWrite), ErrorKind::kBadArgument);
}

void run_sql(const std::string& path, const char* sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(database);
}

TEST_F(ArchiveFile, RefusesAnotherProgramsDatabaseAndLeavesItAlone) {
  run_sql(path_, "PRAGMA journal_mode = WAL; CREATE TABLE t (a);");
  const std::string before = bytes();
  EXPECT_EQ(failure(OpenMode::kRead), ErrorKind::kCorrupt);
  EXPECT_EQ(failure(OpenMode::kWrite), ErrorKind::kCorrupt);
  EXPECT_EQ(bytes(), before);
}

TEST_F(ArchiveFile, RefusesAnotherSchema) {
  {
    const Archive made = writer();
  }
  run_sql(path_, "PRAGMA user_version = 99");
  EXPECT_EQ(failure(OpenMode::kRead), ErrorKind::kWrongVersion);
  EXPECT_EQ(failure(OpenMode::kWrite), ErrorKind::kWrongVersion);
}

TEST_F(ArchiveFile, SaysDamagedOfATruncatedOne) {
  {
    Archive archive = writer();
    std::vector<KeptPage> pages;
    for (int i = 0; i < 200; ++i) {
      pages.push_back(
          page_of(article_of("p" + std::to_string(i), 0, "Lũ lớn", "Nước lên nhanh.", "s")));
    }
    ASSERT_TRUE(archive.keep(pages, {}, {}, std::vector<Story>()));
  }
  fs::resize_file(path_, fs::file_size(path_) / 2);
  const Result<Archive> archive = Archive::open(path_, OpenMode::kRead);
  const ErrorKind kind =
      archive ? archive->each_article([](const KeptArticle&) { return true; }).error().kind
              : archive.error().kind;
  EXPECT_EQ(kind, ErrorKind::kCorrupt);
}

TEST_F(ArchiveFile, SaysBusyWhileSomebodyElseHoldsIt) {
  {
    const Archive made = writer();
  }
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_EQ(failure(OpenMode::kRead), ErrorKind::kBusy);
  sqlite3_close(other);
  EXPECT_TRUE(Archive::open(path_, OpenMode::kRead));
}

TEST_F(ArchiveFile, SaysUnreadableWhenItMayNotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everything";
  {
    const Archive made = writer();
  }
  fs::permissions(path_, fs::perms::owner_read);
  EXPECT_EQ(failure(OpenMode::kWrite), ErrorKind::kUnreadable);
  EXPECT_TRUE(Archive::open(path_, OpenMode::kRead));
}

// ---- keeping

TEST_F(ArchiveFile, GivesBackWhatItKept) {
  const KeptArticle kept = article_of("a", 0, "Lũ trên sông Mơ", "Nước sông dâng cao.", "s1");
  Archive archive = writer();
  ASSERT_TRUE(archive.keep({page_of(kept)}, {}, {}, {story_of("s1", "Lũ trên sông Mơ", {kept})}));
  const Result<std::optional<KeptArticle>> back = reader().article("a#0");
  ASSERT_TRUE(back && *back);
  EXPECT_EQ((*back)->article, kept.article);
  EXPECT_EQ((*back)->facts, kept.facts);
  EXPECT_EQ((*back)->place, kept.place);
  EXPECT_EQ((*back)->page_url, kept.page_url);
  EXPECT_EQ((*back)->features, kept.features);
  EXPECT_EQ((*back)->link.story, "s1");
  EXPECT_EQ(**archive.story("s1"), story_of("s1", "Lũ trên sông Mơ", {kept}));
  EXPECT_EQ(archive.members_of_story("s1")->size(), 1u);
  EXPECT_FALSE(archive.article("none")->has_value());
  EXPECT_FALSE(archive.story("none")->has_value());
  EXPECT_TRUE(*archive.has_article("a#0"));
  EXPECT_FALSE(*archive.has_article("a#1"));
}

TEST_F(ArchiveFile, KnowsAPageByKeyAndDigestAndEngine) {
  Archive archive = writer();
  ASSERT_TRUE(
      archive.keep({page_of(article_of("a", 0, "T", "B", "s"))}, {}, {}, std::vector<Story>()));
  EXPECT_TRUE(*archive.has_page("a", "d1"));
  EXPECT_FALSE(*archive.has_page("a", "d2"));
  EXPECT_FALSE(*archive.has_page("b", "d1"));
  EXPECT_TRUE(*archive.has_page("a", "d1", "0.1.0+vi-1"));
  EXPECT_FALSE(*archive.has_page("a", "d1", "0.2.0+vi-1"));
}

TEST_F(ArchiveFile, KeepsTheOldRevisionBesideTheNew) {
  Archive archive = writer();
  const KeptArticle old = article_of("a", 0, "Ba người mất tích", "Tìm kiếm ban đêm.", "s");
  const KeptArticle fresh = article_of("a", 0, "Tìm thấy hai người", "Cứu được lúc sáng.", "s");
  ASSERT_TRUE(archive.keep({page_of(old)}, {}, {}, std::vector<Story>()));
  ASSERT_TRUE(archive.keep({page_of(fresh, "d2")}, {}, {}, std::vector<Story>()));
  EXPECT_EQ((*archive.article("a#0"))->article.title, "Tìm thấy hai người");
  EXPECT_TRUE(*archive.has_page("a", "d1"));
  EXPECT_EQ(archive.stats()->pages, 1u);
  EXPECT_EQ(archive.stats()->revisions, 2u);
  EXPECT_EQ(archive.stats()->articles, 1u);
  EXPECT_TRUE(archive.search("ban đêm", 10)->empty()) << "search knows the current revision alone";
  EXPECT_EQ(archive.search("cứu được", 10)->size(), 1u);
}

TEST_F(ArchiveFile, LetsNoTeaserReplaceItsArticle) {
  Archive archive = writer();
  const KeptArticle main = article_of("a", 0, "Cầu mới thông xe", "Cầu dài hai cây số.", "s");
  KeptArticle teaser = main;
  teaser.page_key = "b";
  teaser.article.role = Role::kTeaser;
  teaser.article.paragraphs.clear();
  ASSERT_TRUE(archive.keep({page_of(main), page_of(teaser)}, {}, {}, std::vector<Story>()));
  EXPECT_EQ((*archive.article("a#0"))->article.role, Role::kMain);
  KeptArticle other = article_of("c", 1, "Cầu cũ đóng cửa", "", "s");
  other.article.role = Role::kTeaser;
  ASSERT_TRUE(archive.keep({page_of(other)}, {}, {}, std::vector<Story>()));
  other.article.role = Role::kMain;
  ASSERT_TRUE(archive.keep({page_of(other, "d2")}, {}, {}, std::vector<Story>()));
  EXPECT_EQ((*archive.article("c#1"))->article.role, Role::kMain);
}

TEST_F(ArchiveFile, FollowsMergesToTheOldest) {
  Archive archive = writer();
  const KeptArticle a = article_of("a", 0, "A", "x", "s1"), b = article_of("b", 0, "B", "y", "s2"),
                    c = article_of("c", 0, "C", "z", "s3");
  ASSERT_TRUE(archive.keep(
      {page_of(a), page_of(b), page_of(c)}, {}, {},
      {story_of("s1", "Một", {a}), story_of("s2", "Hai", {b}), story_of("s3", "Ba", {c})}));
  ASSERT_TRUE(archive.keep({}, {{"c#0", {.story = "s2"}}}, {{"s3", "s2"}},
                           {story_of("s2", "Hai", {b, c})}));
  ASSERT_TRUE(archive.keep({}, {{"b#0", {.story = "s1"}}, {"c#0", {.story = "s1"}}}, {{"s2", "s1"}},
                           {story_of("s1", "Một", {a, b, c})}));
  EXPECT_EQ((*archive.story("s3"))->id, "s1");
  EXPECT_EQ(*archive.merged_into("s3"), "s1");
  EXPECT_EQ(*archive.merged_into("s1"), std::nullopt);
  EXPECT_EQ(archive.stats()->stories, 1u);
  EXPECT_EQ(archive.members_of_story("s1")->size(), 3u);
  EXPECT_TRUE(archive.search("Hai", 10, 0, SearchKind::kStories)->empty());
}

TEST_F(ArchiveFile, DropsAStoryWithoutArticles) {
  Archive archive = writer();
  const KeptArticle a = article_of("a", 0, "A", "x", "s1");
  ASSERT_TRUE(archive.keep({page_of(a)}, {}, {}, {story_of("s1", "Một", {a})}));
  ASSERT_TRUE(archive.keep({}, {{"a#0", {.story = "s9"}}}, {}, {story_of("s9", "Chín", {a})}));
  EXPECT_FALSE(archive.story("s1")->has_value());
  EXPECT_TRUE(archive.story("s9")->has_value());
}

TEST_F(ArchiveFile, ShowsTheTellerWhatTheBatchBrings) {
  Archive archive = writer();
  std::vector<std::string> asked;
  const TellStories tell = [&](const Archive& now, const std::vector<std::string>& changed) {
    asked = changed;
    EXPECT_EQ(now.members_of_story("s1")->size(), 2u);
    return Result<std::vector<Story>>(std::vector<Story>());
  };
  ASSERT_TRUE(archive.keep(
      {page_of(article_of("a", 0, "A", "x", "s1")), page_of(article_of("b", 0, "B", "y", "s1"))},
      {}, {}, tell));
  EXPECT_EQ(asked, std::vector<std::string>{"s1"});
}

TEST_F(ArchiveFile, KeepsNothingOfABatchThatFails) {
  Archive archive = writer();
  const TellStories fail = [](const Archive&, const std::vector<std::string>&) {
    return Result<std::vector<Story>>(Error{ErrorKind::kBadArgument, "no"});
  };
  EXPECT_FALSE(archive.keep({page_of(article_of("a", 0, "A", "x", "s1"))}, {}, {}, fail));
  EXPECT_EQ(archive.stats()->articles, 0u);
}

TEST_F(ArchiveFile, LetsOneBuildWriteAtATime) {
  Archive first = writer(), second = writer();
  ASSERT_TRUE(
      first.keep({page_of(article_of("a", 0, "A", "x", "s1"))}, {}, {}, std::vector<Story>()));
  const Result<Done> late =
      second.keep({page_of(article_of("b", 0, "B", "y", "s2"))}, {}, {}, std::vector<Story>());
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, ErrorKind::kBusy);
  EXPECT_TRUE(
      first.keep({page_of(article_of("c", 0, "C", "z", "s1"))}, {}, {}, std::vector<Story>()));
}

TEST_F(ArchiveFile, IsWholeAfterABuildIsKilledHalfWay) {
  {
    Archive archive = writer();
    ASSERT_TRUE(
        archive.keep({page_of(article_of("a", 0, "A", "x", "s1"))}, {}, {}, std::vector<Story>()));
  }
  const pid_t child = ::fork();
  if (child == 0) {
    Archive archive = writer();
    std::vector<KeptPage> pages;
    for (int i = 0; i < 3000; ++i) {
      pages.push_back(
          page_of(article_of("k" + std::to_string(i), 0, "Bão", "Gió giật mạnh.", "s2")));
    }
    const TellStories die = [](const Archive&, const std::vector<std::string>&) {
      ::raise(SIGKILL);
      return Result<std::vector<Story>>(std::vector<Story>());
    };
    (void)archive.keep(pages, {}, {}, die);
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  const Archive archive = reader();
  EXPECT_EQ(archive.stats()->articles, 1u);
  EXPECT_TRUE(archive.search("gió giật", 10)->empty());
  EXPECT_TRUE(
      writer().keep({page_of(article_of("b", 0, "B", "y", "s1"))}, {}, {}, std::vector<Story>()));
}

TEST_F(ArchiveFile, SaysUnreadableWhenTheDiskIsFullAndStaysWhole) {
  {
    const Archive made = writer();
  }
  const pid_t child = ::fork();
  if (child == 0) {
    // A limit on file size stands for a full disk: SQLite is refused its write in the same way.
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {200000, 200000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    Archive archive = writer();
    std::vector<KeptPage> pages;
    for (int i = 0; i < 500; ++i) {
      pages.push_back(
          page_of(article_of("k" + std::to_string(i), 0, "Bão", std::string(3000, 'g'), "s2")));
    }
    const Result<Done> kept = archive.keep(pages, {}, {}, std::vector<Story>());
    ::_exit(!kept && kept.error().kind == ErrorKind::kUnreadable ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(reader().stats()->articles, 0u);
}

// ---- searching

class Search : public ArchiveFile {
 protected:
  Search() : archive_(writer()) {
    const KeptArticle a =
        article_of("exact", 0, "Trao trả tù binh", "Hai bên trao trả tù binh ở cửa khẩu.", "s1");
    const KeptArticle b =
        article_of("folded", 0, "Họp dân phố", "Ông Tự Bình nói từ nay bình bầu công khai.", "s2");
    const KeptArticle c =
        article_of("apart", 0, "Chợ hoa", "Từ sáng, người bán bình gốm đã đến. ", "s3");
    KeptArticle d = article_of("plain", 0, "Lavrov đến Hà Nội", "Ông Lavrov gặp báo giới.", "s4");
    d.facts.entities.push_back({.name = "Lavrov", .aliases = {"La-vrốp"}});
    EXPECT_TRUE(archive_.keep({page_of(b), page_of(a), page_of(c), page_of(d)}, {}, {},
                              {story_of("s1", "Trao đổi tù binh giữa hai bên", {a})}));
  }
  Archive archive_;
};

TEST_F(Search, FindsWithAndWithoutDiacriticsAndExactOnesFirst) {
  EXPECT_EQ(ids(*archive_.search("tù binh", 10, 0, SearchKind::kArticles)),
            (std::vector<std::string>{"exact#0", "folded#0"}));
  const std::vector<std::string> found =
      ids(*archive_.search("tu binh", 10, 0, SearchKind::kArticles));
  EXPECT_EQ(found, (std::vector<std::string>{"exact#0", "folded#0"}))
      << "and not what has the syllables apart";
  EXPECT_EQ(ids(*archive_.search("LAVROV hà nội", 10)), std::vector<std::string>{"plain#0"});
}

TEST_F(Search, FindsPeopleBySpellingsThatTheTextHasNot) {
  EXPECT_EQ(ids(*archive_.search("La-vrốp", 10)), std::vector<std::string>{"plain#0"});
  EXPECT_EQ(ids(*archive_.search("la vrop", 10)), std::vector<std::string>{"plain#0"});
}

TEST_F(Search, FindsStoriesToo) {
  const Result<std::vector<SearchHit>> hits =
      archive_.search("trao doi tu binh", 10, 0, SearchKind::kStories);
  ASSERT_EQ(hits->size(), 1u);
  EXPECT_TRUE((*hits)[0].is_story);
  EXPECT_EQ((*hits)[0].id, "s1");
  EXPECT_NE((*hits)[0].snippet.find("<mark>Trao đổi tù binh</mark>"), std::string::npos)
      << (*hits)[0].snippet;
}

TEST_F(Search, GivesScoresThatFallAndPagesThatFit) {
  const std::vector<SearchHit> all = *archive_.search("tu binh", 10);
  ASSERT_EQ(all.size(), 3u);
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_GE(all[i - 1].score, all[i].score);
  std::vector<std::string> paged;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::vector<SearchHit> page = *archive_.search("tu binh", 1, i);
    for (const SearchHit& hit : page) paged.push_back(hit.id);
  }
  EXPECT_EQ(paged, ids(all));
}

TEST_F(Search, LoosensAQueryOfWhichNoArticleHasAll) {
  EXPECT_EQ(ids(*archive_.search("ngoại trưởng Lavrov bay đêm", 10)),
            std::vector<std::string>{"plain#0"});
  EXPECT_EQ(ids(*archive_.search("lavr", 10)), std::vector<std::string>{"plain#0"});
}

TEST_F(Search, TakesAnythingForAQuery) {
  for (const char* typed : {"",
                            "\"",
                            "tù \" binh",
                            "AND",
                            "OR OR",
                            "NOT tù",
                            "NEAR(tù binh)",
                            "title:tù",
                            "tù*",
                            "^tù",
                            "a - b",
                            "{title}: x",
                            "(((",
                            "tù + binh",
                            "'; DROP TABLE words; --",
                            "\xc3\x28",
                            "\xe2\x82",
                            "😀",
                            "%s%n",
                            "x\ty\n"}) {
    EXPECT_TRUE(archive_.search(typed, 10)) << typed;
  }
  EXPECT_TRUE(archive_.search(std::string(1000000, 'x'), 10));
  EXPECT_TRUE(archive_.search(std::string("a\0b", 3), 10));
}

TEST_F(ArchiveFile, OrdersStoriesByNewsAndByHowManyTellThem) {
  Archive archive = writer();
  std::vector<KeptArticle> many;
  std::vector<KeptPage> pages;
  for (int i = 0; i < 4; ++i) {
    many.push_back(article_of("m" + std::to_string(i), 0, "Bão số 5", "Gió mạnh.", "many"));
    pages.push_back(page_of(many.back()));
  }
  Story told = story_of("many", "Bão số 5", many);
  told.last = "2025-05-21";
  Story fresh = story_of("fresh", "Khai mạc hội sách", {many[0]});
  fresh.last = "2025-05-23";
  Story old = story_of("old", "Chuyện cũ", {many[0]});
  old.last = "2024-01-01";
  Story undated = story_of("undated", "Không rõ ngày", {many[0]});
  undated.last = "XXXX-09-07";
  Story teasers = story_of("teasers", "Chỉ lời mời", {many[0]});
  teasers.ranked = false;
  ASSERT_TRUE(archive.keep(pages, {}, {}, {undated, old, fresh, told, teasers}));
  std::vector<std::string> order;
  const std::vector<StoryRow> rows = *archive.stories(10, 0);
  for (const StoryRow& row : rows) order.push_back(row.id);
  EXPECT_EQ(order, (std::vector<std::string>{"many", "fresh", "old", "undated"}));
  EXPECT_EQ(archive.stories(10, 0)->front().sources, 4u);
  EXPECT_EQ(archive.stories(10, 0)->front().lead, "Bão số 5 là chuyện lớn.");
  EXPECT_EQ(archive.stories(1, 1)->front().id, "fresh");
  EXPECT_TRUE(archive.stories(1, 99)->empty());
}

TEST_F(ArchiveFile, ListsStorylinesOfSeveralStories) {
  Archive archive = writer();
  const KeptArticle a = article_of("a", 0, "A", "x", "s1"), b = article_of("b", 0, "B", "y", "s2");
  Story first = story_of("s1", "Vòng một", {a}), second = story_of("s2", "Vòng hai", {a, b}),
        alone = story_of("s3", "Lẻ", {a});
  first.storyline = second.storyline = "s1";
  first.first = first.last = "2023-02-01";
  alone.storyline = "s3";
  ASSERT_TRUE(archive.keep({page_of(a), page_of(b)}, {}, {}, {second, first, alone}));
  const std::vector<StorylineRow> lines = *archive.storylines(10, 0);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].id, "s1");
  EXPECT_EQ(lines[0].title, "Vòng hai");
  EXPECT_EQ(lines[0].first, "2023-02-01");
  EXPECT_EQ(lines[0].last, "2025-05-23");
  EXPECT_EQ(lines[0].articles, 3u);
  ASSERT_EQ(archive.stories_of_storyline("s1")->size(), 2u);
  EXPECT_EQ(archive.stories_of_storyline("s1")->front().id, "s1");
}

}  // namespace
}  // namespace machtin

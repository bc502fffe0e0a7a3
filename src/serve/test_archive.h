#pragma once
// A small archive of made-up news for the tests of this stage.

#include <unistd.h>

#include <filesystem>
#include <string>

#include "archive/archive.h"
#include "serve/site.h"

namespace machtin {

class TestArchive {
 public:
  explicit TestArchive(const std::string& name)
      : folder_(std::filesystem::temp_directory_path() /
                ("machtin-serve-" + std::to_string(::getpid()) + "-" + name)) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~TestArchive() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  TestArchive(const TestArchive&) = delete;
  TestArchive& operator=(const TestArchive&) = delete;

  std::string path() const { return (folder_ / "news.db").string(); }

  static KeptArticle article(const std::string& key, const std::string& source,
                             const std::string& title, const std::string& body,
                             const std::string& story) {
    KeptArticle kept;
    kept.page_key = key;
    kept.place = {"pages/" + key, 0};
    kept.language = "vi";
    kept.page_url = "https://bao.example/" + key;
    kept.article.key = "https://bao.example/" + key + "?a=1#0";
    kept.article.title = title;
    kept.article.lede = "Theo " + source + ", " + title;
    kept.article.paragraphs = {body};
    kept.article.source = source;
    kept.article.language = "vi";
    kept.article.published = {.value = "2025-05-23", .precision = Precision::kDay};
    kept.article.text = title + "\n\n" + *kept.article.lede + "\n\n" + body;
    kept.link.story = story;
    return kept;
  }

  static Story story(const std::string& id, const std::string& title,
                     const std::vector<KeptArticle>& articles) {
    Story told;
    told.id = id;
    told.title = title;
    told.first = "2025-05-20";
    told.last = "2025-05-23";
    for (const KeptArticle& kept : articles) {
      told.articles.push_back({.place = kept.place,
                               .key = kept.article.key,
                               .title = kept.article.title,
                               .source = kept.article.source,
                               .published = kept.article.published.value});
    }
    told.summary = {title + " đã diễn ra."};
    told.timeline = {{"XXXX-09-07", "Hai bên ngồi lại với nhau.", {0}, {"Contact.Meet"}},
                     {"2025-05-23", title, {0}, {"Justice.Exchange-Prisoners"}}};
    told.people = {"Lê Văn Mộc"};
    told.places = {"Cửa khẩu Đá Trắng"};
    return told;
  }

  // A story of two articles and a repost in a storyline of two stories, with <hostile> text.
  void fill() const {
    KeptArticle a = article("a", "Báo Sông", "Trao đổi tù binh ở cửa khẩu",
                            "Có 70 tù binh về <b>nhà</b>.", "s1");
    a.link.storyline = "s1";
    a.facts.sentences = {{0, static_cast<std::uint32_t>(a.article.text.size())}};
    const auto at = static_cast<std::uint32_t>(a.article.text.find("70 tù binh"));
    a.facts.quantities = {{.span = {at, at + 11}, .value = 70, .of = "tù binh"}};
    a.facts.entities = {{.name = "Lê Văn Mộc", .roles = {"Trưởng đoàn"}}};
    a.facts.quotes = {{.span = {at, static_cast<std::uint32_t>(a.article.text.size())},
                       .direct = true,
                       .speaker = 0}};
    KeptArticle b =
        article("b", "Báo Núi", "Tù binh hai bên được về", "Có 35 tù binh được về.", "s1");
    b.link.storyline = "s1";
    KeptArticle c =
        article("c", "Báo Biển", "Trao đổi tù binh ở cửa khẩu", a.article.paragraphs[0], "s1");
    c.link.same_text_as = a.article.key;
    KeptArticle d =
        article("d", "Báo Sông", "Vòng hai của cuộc trao đổi", "Vòng hai bắt đầu.", "s2");
    d.link.storyline = "s1";
    d.article.url = "javascript:alert(1)";
    Story first = story("s1", "Trao đổi tù binh <lần một>", {a, b, c});
    first.articles[2].same_text_as = a.place;
    first.storyline = "s1";
    first.disagreements = {{"Justice.Exchange-Prisoners",
                            DisagreementAbout::kQuantity,
                            "tù binh",
                            {{"70", {0}}, {"35", {1}}}}};
    Story second = story("s2", "Vòng hai", {d});
    second.storyline = "s1";
    std::vector<KeptPage> pages;
    for (const KeptArticle& kept : {a, b, c, d}) {
      pages.push_back({kept.page_key, kept.place.input, kept.page_url, "d", "vi", "0.1.0", {kept}});
    }
    Archive archive = std::move(*Archive::open(path(), OpenMode::kWrite));
    (void)archive.keep(pages, {}, {}, {first, second});
  }

 private:
  std::filesystem::path folder_;
};

// A site whose two questions are answered from kept stories alone.
inline Site test_site() {
  Site site = std::move(*load_site());
  site.timeline_of = [](const Archive& archive,
                        const std::string& query) -> Result<std::optional<Story>> {
    const Result<std::vector<SearchHit>> hits = archive.search(query, 1, 0, SearchKind::kStories);
    if (!hits) return hits.error();
    if (hits->empty()) return std::optional<Story>();
    return archive.story(hits->front().id);
  };
  site.with_storyline = [](const Archive&, const Story& story) -> Result<Story> { return story; };
  return site;
}

}  // namespace machtin

#pragma once
// The SQLite file that keeps pages, their revisions, articles, facts and stories, with full-text
// search (FTS5). One writer at a time; a batch is one transaction, so a killed build leaves the
// last whole batch. Schema: docs/archive.md. Tested by archive_test.cc.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "machtin/article.h"
#include "machtin/facts.h"
#include "machtin/result.h"
#include "machtin/search.h"
#include "machtin/story.h"
#include "story/linker.h"
#include "timeline/report.h"

namespace machtin {

enum class OpenMode { kRead, kWrite };  // kWrite makes the file if it is missing; kRead never does

struct KeptArticle {
  std::string page_key = {};
  ArticlePlace place = {};
  std::optional<std::string> page_url = {};
  std::string language = {};
  Article article = {};
  Facts facts = {};
  std::string features = {};  // ArticleFeatures::blob()
  StoryLink link = {};
};

// All articles of one page with a digest of what the page said, so that the same page again changes
// nothing.
struct KeptPage {
  std::string key = {};
  std::string input = {};
  std::optional<std::string> url = {};
  std::string digest =
      {};  // of articles' texts and dates: another digest for the same key is a new revision
  std::string language = {};
  std::string version = {};  // Engine::version() of what found the articles and facts
  std::vector<KeptArticle> articles = {};
};

struct StoryRow {  // a story as lists show it
  std::string id = {};
  std::optional<std::string> storyline = {};
  std::string title = {};
  std::optional<std::string> first = {}, last = {};
  std::uint32_t articles = 0, sources = 0;
  bool ranked = true;
  std::string lead = {};                       // the summary's first sentence
  std::vector<std::string> source_names = {};  // in the order of the story's articles
};

struct StorylineRow {  // a storyline as lists show it
  std::string id = {};
  std::string title = {};  // of its most told story
  std::optional<std::string> first = {}, last = {};
  std::uint32_t stories = 0, articles = 0;
};

struct ArchiveStats {
  std::uint64_t pages = 0, revisions = 0, articles = 0, stories = 0, sources = 0;
};

enum class SearchKind { kAll, kArticles, kStories };

class Archive;
class Database;  // archive/sqlite.h

// Tells the stories of these ids anew, from members_of_story(); runs inside keep()'s transaction.
using TellStories = std::function<Result<std::vector<Story>>(
    const Archive& archive, const std::vector<std::string>& changed)>;
// Makes features anew where those kept are of another engine.
using RemakeFeatures = std::function<ArticleFeatures(const Article&, const Facts&)>;

class Archive {
 public:
  // Errors: kNotFound (kRead and no file), kBusy (locked), kCorrupt (not an archive, damaged),
  // kWrongVersion, kUnreadable.
  static Result<Archive> open(const std::string& path, OpenMode mode);
  // An empty archive that no file keeps, gone with this object.
  static Result<Archive> in_memory();
  ~Archive();
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;

  // True if this very page (key and digest) is kept already; with a version, only if that engine
  // made what is kept.
  Result<bool> has_page(const std::string& key, const std::string& digest,
                        const std::optional<std::string>& version = std::nullopt) const;
  Result<bool> has_article(const std::string& key) const;
  // Keeps pages, the changed links of older articles, merged stories and the told stories, in one
  // transaction.
  Result<Done> keep(const std::vector<KeptPage>& pages,
                    const std::vector<std::pair<std::string, StoryLink>>& relinked,
                    const std::vector<StoryMerge>& merges, const std::vector<Story>& told);
  // The same, but `tell` is asked for the stories whose articles changed, once pages, links and
  // merges are in: it sees them through members_of_story(). What it fails with, keep() fails with,
  // and nothing is kept. Errors: kBusy too where another program has written since this archive was
  // opened: its stories are not in our linker.
  Result<Done> keep(const std::vector<KeptPage>& pages,
                    const std::vector<std::pair<std::string, StoryLink>>& relinked,
                    const std::vector<StoryMerge>& merges, const TellStories& tell);

  // Puts all kept articles back into a linker, in the order in which they were kept.
  // Errors: kWrongVersion where features are of another engine and no `remake` is given.
  Result<Done> restore(StoryLinker& linker, const RemakeFeatures& remake = nullptr) const;

  Result<std::vector<StoryMember>> members_of_story(const std::string& story) const;
  Result<std::vector<StoryMember>> members_of_storyline(const std::string& storyline) const;
  Result<std::optional<KeptArticle>> article(const std::string& key) const;
  // The story of that id; a merged one answers with the older story, its own id in merged_into's
  // stead told by the caller.
  Result<std::optional<Story>> story(const std::string& id) const;
  Result<std::vector<StoryRow>> stories(std::size_t limit,
                                        std::size_t offset) const;  // newest and most told first
  Result<std::vector<StoryRow>> stories_of_storyline(
      const std::string& storyline) const;  // earliest first
  Result<std::vector<StorylineRow>> storylines(std::size_t limit,
                                               std::size_t offset) const;  // newest first
  // The id that answers for a merged story; nullopt for one that was never merged.
  Result<std::optional<std::string>> merged_into(const std::string& id) const;

  // Every article / story, in the order kept. The callback returns false to stop.
  Result<Done> each_article(const std::function<bool(const KeptArticle&)>& visit) const;
  Result<Done> each_story(const std::function<bool(const Story&)>& visit) const;

  // Best first; the query may be typed with or without diacritics, and matches those with them
  // first. No query is an error: one without letters or digits finds nothing.
  Result<std::vector<SearchHit>> search(const std::string& query, std::size_t limit,
                                        std::size_t offset = 0,
                                        SearchKind kind = SearchKind::kAll) const;

  Result<ArchiveStats> stats() const;

 private:
  class State;
  explicit Archive(std::unique_ptr<State> state);
  static Result<Archive> from_database(Result<Database> database);
  std::unique_ptr<State> state_;
};

}  // namespace machtin

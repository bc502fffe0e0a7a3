// What build keeps, and what readers ask for by key. Search stands in archive_search.cc.
#include "archive/archive.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <utility>

#include "archive/schema.h"
#include "archive/sqlite.h"
#include "archive/state.h"
#include "json/contract.h"
#include "text/fold.h"
#include "text/join.h"

namespace machtin {
namespace {

using Links = std::vector<std::pair<std::string, StoryLink>>;

// A story is as new as its last day, and each doubling of its sources is worth two days: what four
// papers told the day before yesterday stands above what one told this morning, and last week's
// news below both. Chosen by that sentence, not measured.
constexpr double kDaysPerDoubling = 2.0;
constexpr double kUndated = -1e6;  // below everything that has a day

constexpr std::size_t kMaxSourceNames = 6;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// "2025-05-23…" → days since 1970; nullopt for XXXX-09-07 and the like.
std::optional<double> day_number(const std::optional<std::string>& date) {
  if (!date || date->size() < 10) return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t size) -> std::optional<int> {
    int number = 0;
    for (const char c : date->substr(at, size)) {
      if (c < '0' || c > '9') return std::nullopt;
      number = number * 10 + (c - '0');
    }
    return number;
  };
  const std::optional<int> year = part(0, 4), month = part(5, 2), day = part(8, 2);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year(*year),
                                        std::chrono::month(static_cast<unsigned>(*month)),
                                        std::chrono::day(static_cast<unsigned>(*day))};
  if (!ymd.ok()) return std::nullopt;
  return static_cast<double>(std::chrono::sys_days(ymd).time_since_epoch().count());
}

std::vector<std::string> source_names(const Story& story) {
  std::vector<std::string> names;
  for (const StoryArticle& article : story.articles) {
    if (article.source && std::find(names.begin(), names.end(), *article.source) == names.end()) {
      names.push_back(*article.source);
    }
  }
  return names;
}

KeptArticle kept_article(FactsLine line, StoryLink link, std::string features) {
  KeptArticle kept;
  kept.page_key = std::move(line.page_key);
  kept.place = {std::move(line.input), line.article_index};
  kept.page_url = std::move(line.page_url);
  kept.language = line.article.language;
  kept.article = std::move(line.article);
  kept.facts = std::move(line.facts);
  kept.features = std::move(features);
  kept.link = std::move(link);
  return kept;
}

// A kept line that does not read back is damage, whatever the reader calls it.
Error damaged(const Error& why) {
  return {ErrorKind::kCorrupt, "the archive is damaged: " + why.message};
}

constexpr std::string_view kKeptArticles =
    "SELECT f.line, l.story, l.storyline, l.same_text_as, a.features FROM articles a "
    "JOIN facts f ON f.article = a.id AND f.revision = a.revision "
    "LEFT JOIN links l ON l.article = a.id ";

Result<KeptArticle> read_kept(const Statement& row) {
  Result<FactsLine> line = facts_from_json(row.text(0));
  if (!line) return damaged(line.error());
  return kept_article(std::move(*line),
                      StoryLink{row.text(1), row.optional_text(2), row.optional_text(3)},
                      row.text(4));
}

constexpr std::string_view kStoryRows =
    "SELECT key, storyline, title, first, last, articles, source_count, ranked, lead, sources FROM "
    "stories ";

StoryRow read_story_row(const Statement& row) {
  StoryRow story{row.text(0), row.optional_text(1), row.text(2), row.optional_text(3),
                 row.optional_text(4)};
  story.articles = static_cast<std::uint32_t>(row.number(5));
  story.sources = static_cast<std::uint32_t>(row.number(6));
  story.ranked = row.number(7) != 0;
  story.lead = row.text(8);
  story.source_names = lines_of(row.text(9));
  return story;
}

template <typename T, typename Read>
Result<std::vector<T>> all_rows(Statement& query, Read read) {
  std::vector<T> out;
  while (true) {
    const Result<bool> row = query.step();
    if (!row) return row.error();
    if (!*row) return out;
    out.push_back(read(query));
  }
}

std::int64_t to_sql(std::size_t number) {
  return static_cast<std::int64_t>(std::min<std::size_t>(number, INT32_MAX));
}

// One batch being kept: the tables' writers, and the stories whose articles change.
class Keeping {
 public:
  explicit Keeping(const Database& database) : database_(database) {}

  Result<Done> pages(const std::vector<KeptPage>& pages) {
    for (const KeptPage& page : pages) {
      if (const Result<Done> done = keep_page(page); !done) return done;
    }
    return Done{};
  }

  Result<Done> links(const Links& links) {
    for (const auto& [key, link] : links) {
      Statement found = database_.prepare("SELECT id FROM articles WHERE key = ?1");
      const Result<bool> row = found.bind(key).step();
      if (!row) return row.error();
      if (!*row) continue;  // linked, but of a page that was not kept
      if (const Result<Done> done = keep_link(found.number(0), link); !done) return done;
    }
    return Done{};
  }

  Result<Done> merges(const std::vector<StoryMerge>& merges) {
    for (const StoryMerge& merge : merges) {
      // Whoever merged into the younger one answers with the older from now on.
      Statement older = database_.prepare("UPDATE merges SET older = ?1 WHERE older = ?2");
      if (const Result<Done> done = older.bind(merge.older).bind(merge.younger).run(); !done)
        return done;
      Statement insert = database_.prepare("INSERT OR REPLACE INTO merges VALUES (?1, ?2)");
      if (const Result<Done> done = insert.bind(merge.younger).bind(merge.older).run(); !done)
        return done;
      if (const Result<Done> done = drop_story(merge.younger); !done) return done;
      Statement back = database_.prepare("DELETE FROM merges WHERE younger = ?1");
      if (const Result<Done> done = back.bind(merge.older).run(); !done) return done;
      changed_.insert(merge.older);
    }
    return Done{};
  }

  // Takes away the changed stories that have no article left, gives back the others.
  Result<std::vector<std::string>> changed_stories() {
    std::vector<std::string> left;
    for (const std::string& id : changed_) {
      Statement any = database_.prepare("SELECT 1 FROM links WHERE story = ?1 LIMIT 1");
      const Result<bool> row = any.bind(id).step();
      if (!row) return row.error();
      if (*row) {
        left.push_back(id);
        continue;
      }
      if (const Result<Done> done = drop_story(id); !done) return done.error();
    }
    return left;
  }

  Result<Done> stories(const std::vector<Story>& told) {
    for (const Story& story : told) {
      if (const Result<Done> done = keep_story(story); !done) return done;
    }
    return Done{};
  }

 private:
  Result<std::int64_t> page_id(const KeptPage& page) {
    Statement insert = database_.prepare(
        "INSERT INTO pages (key, url) VALUES (?1, ?2) "
        "ON CONFLICT (key) DO UPDATE SET url = coalesce(excluded.url, url) RETURNING id");
    const Result<bool> row = insert.bind(page.key).bind(page.url).step();
    if (!row) return row.error();
    const std::int64_t id = insert.number(0);
    if (const Result<Done> done = insert.run(); !done) return done.error();
    return id;
  }

  Result<Done> keep_page(const KeptPage& page) {
    const Result<std::int64_t> id = page_id(page);
    if (!id) return id.error();
    Statement insert = database_.prepare(
        "INSERT INTO revisions (page, digest, input, language, engine) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (page, digest) DO UPDATE SET input = excluded.input, engine = excluded.engine "
        "RETURNING id");
    insert.bind(*id).bind(page.digest).bind(page.input).bind(page.language).bind(page.version);
    const Result<bool> row = insert.step();
    if (!row) return row.error();
    const std::int64_t revision = insert.number(0);
    if (const Result<Done> done = insert.run(); !done) return done;
    Statement current = database_.prepare("UPDATE pages SET revision = ?2 WHERE id = ?1");
    if (const Result<Done> done = current.bind(*id).bind(revision).run(); !done) return done;
    for (const KeptArticle& article : page.articles) {
      if (const Result<Done> done = keep_article(article, *id, revision); !done) return done;
    }
    return Done{};
  }

  // A teaser seen again on another page never takes the place of the article itself.
  Result<bool> gives_way(const KeptArticle& kept, std::int64_t page) {
    if (kept.article.role == Role::kMain) return false;
    Statement main = database_.prepare(
        "SELECT 1 FROM articles a JOIN revisions r ON r.id = a.revision "
        "WHERE a.key = ?1 AND a.role = 0 AND r.page <> ?2");
    return main.bind(kept.article.key).bind(page).step();
  }

  Result<Done> keep_article(const KeptArticle& kept, std::int64_t page, std::int64_t revision) {
    const Result<bool> older_is_better = gives_way(kept, page);
    if (!older_is_better) return older_is_better.error();
    if (*older_is_better) return Done{};
    const Article& article = kept.article;
    Statement insert = database_.prepare(
        "INSERT INTO articles (key, revision, role, title, published, source, features) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (key) DO UPDATE SET revision = "
        "excluded.revision, "
        "role = excluded.role, title = excluded.title, published = excluded.published, "
        "source = excluded.source, features = excluded.features RETURNING id");
    insert.bind(article.key).bind(revision).bind(std::int64_t{article.role == Role::kMain ? 0 : 1});
    insert.bind(article.title)
        .bind(article.published.value)
        .bind(article.source)
        .bind_blob(kept.features);
    const Result<bool> row = insert.step();
    if (!row) return row.error();
    const std::int64_t id = insert.number(0);
    if (const Result<Done> done = insert.run(); !done) return done;
    if (const Result<Done> done = keep_line(kept, id, revision); !done) return done;
    if (const Result<Done> done = keep_link(id, kept.link); !done) return done;
    if (!kept.link.story.empty()) changed_.insert(kept.link.story);
    return keep_words(2 * id, article.title, article.lede.value_or(""),
                      joined(article.paragraphs, "\n") + spellings(kept.facts));
  }

  // Other spellings of who is named are found as if the text had them: "Putin" for "Pu-tin".
  static std::string spellings(const Facts& facts) {
    std::string words;
    for (const Entity& entity : facts.entities) {
      for (const std::string& alias : entity.aliases) words += "\n" + alias;
    }
    return words;
  }

  Result<Done> keep_line(const KeptArticle& kept, std::int64_t id, std::int64_t revision) {
    const FactsLine line{.input = kept.place.input,
                         .page_key = kept.page_key,
                         .page_url = kept.page_url,
                         .article_index = kept.place.article,
                         .article = kept.article,
                         .facts = kept.facts};
    Statement insert = database_.prepare("INSERT OR REPLACE INTO facts VALUES (?1, ?2, ?3)");
    return insert.bind(id).bind(revision).bind(facts_to_json(line, {.explain = true})).run();
  }

  Result<Done> keep_link(std::int64_t article, const StoryLink& link) {
    if (link.story.empty()) return Done{};
    Statement old = database_.prepare("SELECT story FROM links WHERE article = ?1");
    const Result<bool> row = old.bind(article).step();
    if (!row) return row.error();
    if (*row) changed_.insert(old.text(0));
    changed_.insert(link.story);
    Statement insert = database_.prepare("INSERT OR REPLACE INTO links VALUES (?1, ?2, ?3, ?4)");
    return insert.bind(article).bind(link.story).bind(link.storyline).bind(link.same_text_as).run();
  }

  Result<Done> keep_story(const Story& story) {
    const std::vector<std::string> sources = source_names(story);
    std::vector<std::string> shown = sources;
    shown.resize(std::min(shown.size(), kMaxSourceNames));
    const double told_by = static_cast<double>(std::max<std::size_t>(1, sources.size()));
    const double rank =
        day_number(story.last).value_or(kUndated) + kDaysPerDoubling * std::log2(told_by);
    Statement insert = database_.prepare(
        "INSERT INTO stories (key, storyline, title, first, last, articles, sources, source_count, "
        "ranked, "
        "rank, lead, told) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
        "ON CONFLICT (key) DO UPDATE SET storyline = excluded.storyline, title = excluded.title, "
        "first = excluded.first, last = excluded.last, articles = excluded.articles, "
        "sources = excluded.sources, source_count = excluded.source_count, ranked = "
        "excluded.ranked, "
        "rank = excluded.rank, lead = excluded.lead, told = excluded.told RETURNING id");
    insert.bind(story.id)
        .bind(story.storyline)
        .bind(story.title)
        .bind(story.first)
        .bind(story.last);
    insert.bind(to_sql(story.articles.size()))
        .bind(joined(shown, "\n"))
        .bind(to_sql(sources.size()));
    insert.bind(std::int64_t{story.ranked}).bind(rank);
    insert.bind(story.summary.empty() ? std::string() : story.summary.front())
        .bind(story_to_json(story));
    const Result<bool> row = insert.step();
    if (!row) return row.error();
    const std::int64_t id = insert.number(0);
    if (const Result<Done> done = insert.run(); !done) return done;
    if (!story.ranked) return drop_words(2 * id + 1);
    return keep_words(2 * id + 1, story.title, joined(story.summary, "\n"), story_body(story));
  }

  static std::string story_body(const Story& story) {
    std::vector<std::string> parts;
    parts.reserve(story.timeline.size() + story.articles.size() + 2);
    for (const TimelineEntry& entry : story.timeline) parts.push_back(entry.text);
    for (const StoryArticle& article : story.articles) parts.push_back(article.title);
    parts.push_back(joined(story.people, "\n"));
    parts.push_back(joined(story.places, "\n"));
    return joined(parts, "\n");
  }

  Result<Done> drop_story(const std::string& id) {
    Statement gone = database_.prepare("DELETE FROM stories WHERE key = ?1 RETURNING id");
    const Result<bool> row = gone.bind(id).step();
    if (!row) return row.error();
    if (!*row) return Done{};
    const std::int64_t number = gone.number(0);
    if (const Result<Done> done = gone.run(); !done) return done;
    return drop_words(2 * number + 1);
  }

  Result<Done> drop_words(std::int64_t row) {
    return database_.prepare("DELETE FROM words WHERE rowid = ?1").bind(row).run();
  }

  // Even rows are articles, odd ones stories.
  Result<Done> keep_words(std::int64_t row, const std::string& title, const std::string& lede,
                          const std::string& body) {
    if (const Result<Done> done = drop_words(row); !done) return done;
    Statement insert = database_.prepare(
        "INSERT INTO words (rowid, title, lede, body, title_folded, lede_folded, body_folded) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    insert.bind(row).bind(matching_key(title)).bind(matching_key(lede)).bind(matching_key(body));
    return insert.bind(search_key(title)).bind(search_key(lede)).bind(search_key(body)).run();
  }

  const Database& database_;
  std::set<std::string> changed_;
};

Result<std::vector<StoryMember>> members(const Database& database, const std::string& where,
                                         const std::string& id) {
  Statement query = database.prepare(std::string(kKeptArticles) + where + " ORDER BY a.id");
  query.bind(id);
  std::vector<StoryMember> out;
  while (true) {
    const Result<bool> row = query.step();
    if (!row) return row.error();
    if (!*row) return out;
    Result<KeptArticle> kept = read_kept(query);
    if (!kept) return kept.error();
    out.push_back({std::move(kept->place), std::move(kept->article), std::move(kept->facts),
                   std::move(kept->link)});
  }
}

Result<std::int64_t> generation(const Database& database) {
  return database.number("SELECT value FROM meta WHERE name = 'generation'");
}

}  // namespace

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

Result<Archive> Archive::open(const std::string& path, OpenMode mode) {
  return from_database(open_archive_file(path, mode));
}

Result<Archive> Archive::in_memory() { return from_database(open_archive_in_memory()); }

Result<Archive> Archive::from_database(Result<Database> database) {
  if (!database) return database.error();
  const Result<std::int64_t> now = generation(*database);
  if (!now) return now.error();
  auto state = std::make_unique<State>();
  state->database = std::move(*database);
  state->generation = *now;
  return Archive(std::move(state));
}

Result<bool> Archive::has_page(const std::string& key, const std::string& digest,
                               const std::optional<std::string>& version) const {
  Statement query = state_->database.prepare(
      "SELECT 1 FROM pages p JOIN revisions r ON r.page = p.id WHERE p.key = ?1 AND r.digest = ?2 "
      "AND r.engine = coalesce(?3, r.engine)");
  return query.bind(key).bind(digest).bind(version).step();
}

Result<bool> Archive::has_article(const std::string& key) const {
  return state_->database.prepare("SELECT 1 FROM articles WHERE key = ?1").bind(key).step();
}

Result<Done> Archive::keep(const std::vector<KeptPage>& pages, const Links& relinked,
                           const std::vector<StoryMerge>& merges, const std::vector<Story>& told) {
  if (pages.empty() && relinked.empty() && merges.empty() && told.empty()) return Done{};
  return keep(pages, relinked, merges,
              [&](const Archive&, const std::vector<std::string>&) -> Result<std::vector<Story>> {
                return told;
              });
}

Result<Done> Archive::keep(const std::vector<KeptPage>& pages, const Links& relinked,
                           const std::vector<StoryMerge>& merges, const TellStories& tell) {
  const Database& database = state_->database;
  Result<Transaction> transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  const Result<std::int64_t> now = generation(database);
  if (!now) return now.error();
  if (*now != state_->generation) {
    return Error{ErrorKind::kBusy,
                 "another build has written to the archive meanwhile; run this one again"};
  }
  Keeping keeping(database);
  if (const Result<Done> done = keeping.pages(pages); !done) return done;
  if (const Result<Done> done = keeping.links(relinked); !done) return done;
  if (const Result<Done> done = keeping.merges(merges); !done) return done;
  const Result<std::vector<std::string>> changed = keeping.changed_stories();
  if (!changed) return changed.error();
  const Result<std::vector<Story>> told = tell(*this, *changed);
  if (!told) return told.error();
  if (const Result<Done> done = keeping.stories(*told); !done) return done;
  Result<Done> counted =
      database.run("UPDATE meta SET value = value + 1 WHERE name = 'generation'");
  if (!counted) return counted;
  if (const Result<Done> done = transaction->commit(); !done) return done;
  ++state_->generation;
  return Done{};
}

Result<Done> Archive::restore(StoryLinker& linker, const RemakeFeatures& remake) const {
  std::optional<Error> failed;
  Result<Done> read = each_article([&](const KeptArticle& kept) {
    std::optional<ArticleFeatures> features = ArticleFeatures::from_blob(kept.features);
    if (!features && remake) features = remake(kept.article, kept.facts);
    if (!features) {
      failed = Error{ErrorKind::kWrongVersion,
                     "was made by another engine; build --refresh makes it anew"};
      return false;
    }
    linker.restore(kept.article.key, std::move(*features), kept.link);
    return true;
  });
  if (failed) return *failed;
  return read;
}

Result<std::vector<StoryMember>> Archive::members_of_story(const std::string& story) const {
  return members(state_->database, "WHERE l.story = ?1", story);
}

Result<std::vector<StoryMember>> Archive::members_of_storyline(const std::string& storyline) const {
  return members(state_->database, "WHERE l.storyline = ?1 OR l.story = ?1", storyline);
}

Result<std::optional<KeptArticle>> Archive::article(const std::string& key) const {
  Statement query = state_->database.prepare(std::string(kKeptArticles) + "WHERE a.key = ?1");
  const Result<bool> row = query.bind(key).step();
  if (!row) return row.error();
  if (!*row) return std::optional<KeptArticle>();
  Result<KeptArticle> kept = read_kept(query);
  if (!kept) return kept.error();
  return std::optional<KeptArticle>(std::move(*kept));
}

Result<std::optional<std::string>> Archive::merged_into(const std::string& id) const {
  Statement query = state_->database.prepare("SELECT older FROM merges WHERE younger = ?1");
  const Result<bool> row = query.bind(id).step();
  if (!row) return row.error();
  if (!*row) return std::optional<std::string>();
  return std::optional<std::string>(query.text(0));
}

Result<std::optional<Story>> Archive::story(const std::string& id) const {
  const Result<std::optional<std::string>> older = merged_into(id);
  if (!older) return older.error();
  Statement query = state_->database.prepare("SELECT told FROM stories WHERE key = ?1");
  const Result<bool> row = query.bind(older->value_or(id)).step();
  if (!row) return row.error();
  if (!*row) return std::optional<Story>();
  Result<Story> story = story_from_json(query.text(0));
  if (!story) return damaged(story.error());
  return std::optional<Story>(std::move(*story));
}

Result<std::vector<StoryRow>> Archive::stories(std::size_t limit, std::size_t offset) const {
  Statement query = state_->database.prepare(
      std::string(kStoryRows) +
      "WHERE ranked ORDER BY rank DESC, articles DESC, id DESC LIMIT ?1 OFFSET ?2");
  query.bind(to_sql(limit)).bind(to_sql(offset));
  return all_rows<StoryRow>(query, read_story_row);
}

Result<std::vector<StoryRow>> Archive::stories_of_storyline(const std::string& storyline) const {
  Statement query = state_->database.prepare(std::string(kStoryRows) +
                                             "WHERE storyline = ?1 OR key = ?1 ORDER BY first, id");
  query.bind(storyline);
  return all_rows<StoryRow>(query, read_story_row);
}

Result<std::vector<StorylineRow>> Archive::storylines(std::size_t limit, std::size_t offset) const {
  // SQLite takes the bare column `title` from the row that has the max().
  Statement query = state_->database.prepare(
      "SELECT storyline, title, min(first), max(articles), count(*), sum(articles), "
      "(SELECT max(last) FROM stories t WHERE t.storyline = s.storyline) AS newest "
      "FROM stories s WHERE storyline IS NOT NULL AND ranked GROUP BY storyline HAVING count(*) > "
      "1 "
      "ORDER BY newest DESC, storyline LIMIT ?1 OFFSET ?2");
  query.bind(to_sql(limit)).bind(to_sql(offset));
  return all_rows<StorylineRow>(query, [](const Statement& row) {
    StorylineRow line{row.text(0), row.text(1), row.optional_text(2), row.optional_text(6)};
    line.stories = static_cast<std::uint32_t>(row.number(4));
    line.articles = static_cast<std::uint32_t>(row.number(5));
    return line;
  });
}

Result<Done> Archive::each_article(const std::function<bool(const KeptArticle&)>& visit) const {
  Statement query = state_->database.prepare(std::string(kKeptArticles) + "ORDER BY a.id");
  while (true) {
    const Result<bool> row = query.step();
    if (!row) return row.error();
    if (!*row) return Done{};
    const Result<KeptArticle> kept = read_kept(query);
    if (!kept) return kept.error();
    if (!visit(*kept)) return Done{};
  }
}

Result<Done> Archive::each_story(const std::function<bool(const Story&)>& visit) const {
  Statement query = state_->database.prepare("SELECT told FROM stories ORDER BY id");
  while (true) {
    const Result<bool> row = query.step();
    if (!row) return row.error();
    if (!*row) return Done{};
    const Result<Story> story = story_from_json(query.text(0));
    if (!story) return damaged(story.error());
    if (!visit(*story)) return Done{};
  }
}

Result<ArchiveStats> Archive::stats() const {
  Statement query = state_->database.prepare(
      "SELECT (SELECT count(*) FROM pages), (SELECT count(*) FROM revisions), "
      "(SELECT count(*) FROM articles), (SELECT count(*) FROM stories), "
      "(SELECT count(DISTINCT source) FROM articles)");
  const Result<bool> row = query.step();
  if (!row) return row.error();
  const auto count = [&](int column) { return static_cast<std::uint64_t>(query.number(column)); };
  return ArchiveStats{count(0), count(1), count(2), count(3), count(4)};
}

}  // namespace machtin

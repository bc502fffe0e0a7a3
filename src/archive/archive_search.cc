// Search: one FTS5 query over the words as written and over the words without diacritics, in two
// ranks, so that exact matches stand first whatever BM25 thinks of them.
// https://www.sqlite.org/fts5.html
#include <algorithm>

#include "archive/query.h"
#include "archive/snippet.h"
#include "archive/state.h"
#include "json/contract.h"
#include "text/fold.h"

namespace machtin {
namespace {

// A word in the title says eight times, in the lede three times what one in the body does: about as
// the body is longer than they are. Not measured yet. The first three weigh the words as written,
// the last three the folded ones.
constexpr const char* kWeights = "8.0, 3.0, 1.0, 8.0, 3.0, 1.0";
constexpr double kHalfScore = 8.0;  // a BM25 of this gives half of what a rank is worth

struct Match {
  std::int64_t row = 0;
  double bm25 = 0;
  std::int64_t rank = 0;  // 2: the phrase as typed; 1: all words as typed; 0: without diacritics
};

Result<std::vector<Match>> matches(const Database& database, const SearchQuery& query,
                                   const std::string& must, SearchKind kind, std::size_t limit,
                                   std::size_t offset) {
  const std::string of_kind = kind == SearchKind::kAll        ? ""
                              : kind == SearchKind::kArticles ? " AND rowid % 2 = 0"
                                                              : " AND rowid % 2 = 1";
  Statement found = database.prepare(
      "SELECT rowid, bm25(words, " + std::string(kWeights) +
      ") AS fit, CASE WHEN rowid IN (SELECT rowid FROM words WHERE words MATCH ?1) THEN 2 "
      "WHEN rowid IN (SELECT rowid FROM words WHERE words MATCH ?2) THEN 1 ELSE 0 END AS rank_ "
      "FROM words WHERE words MATCH ?3" +
      of_kind + " ORDER BY rank_ DESC, fit, rowid DESC LIMIT ?4 OFFSET ?5");
  found.bind(query.exact_phrase).bind(query.exact_words).bind(must);
  found.bind(static_cast<std::int64_t>(std::min<std::size_t>(limit, 10000)));
  found.bind(static_cast<std::int64_t>(std::min<std::size_t>(offset, 1000000)));
  std::vector<Match> out;
  while (true) {
    const Result<bool> row = found.step();
    if (!row) return row.error();
    if (!*row) return out;
    out.push_back({found.number(0), found.real(1), found.number(2)});
  }
}

std::string shown_text(const Article& article) {
  std::string text = article.lede.value_or("");
  for (const std::string& paragraph : article.paragraphs) text += ' ' + paragraph;
  return squeeze_space(text.empty() ? article.title : text);
}

std::string shown_text(const Story& story) {
  std::string text;
  for (const std::string& sentence : story.summary) text += sentence + ' ';
  for (const TimelineEntry& entry : story.timeline) text += entry.text + ' ';
  return squeeze_space(text.empty() ? story.title : text);
}

Result<std::optional<SearchHit>> hit(const Database& database, const SearchQuery& query,
                                     const Match& match) {
  SearchHit out;
  out.is_story = match.row % 2 != 0;
  const double fit = std::max(0.0, -match.bm25);
  out.score = (static_cast<double>(match.rank) + fit / (fit + kHalfScore)) / 3;
  Statement row = database.prepare(
      out.is_story
          ? "SELECT key, title, last, NULL, told FROM stories WHERE id = ?1"
          : "SELECT a.key, a.title, a.published, a.source, f.line FROM articles a JOIN facts f "
            "ON f.article = a.id AND f.revision = a.revision WHERE a.id = ?1");
  const Result<bool> there = row.bind(match.row / 2).step();
  if (!there) return there.error();
  if (!*there) return std::optional<SearchHit>();  // taken away since the words were asked
  out.id = row.text(0);
  out.title = row.text(1);
  out.published = row.optional_text(2);
  out.source = row.optional_text(3);
  if (out.is_story) {
    const Result<Story> story = story_from_json(row.text(4));
    if (!story)
      return Error{ErrorKind::kCorrupt, "the archive is damaged: " + story.error().message};
    out.snippet = snippet(shown_text(*story), query);
  } else {
    const Result<FactsLine> line = facts_from_json(row.text(4));
    if (!line) return Error{ErrorKind::kCorrupt, "the archive is damaged: " + line.error().message};
    out.snippet = snippet(shown_text(line->article), query);
  }
  return std::optional<SearchHit>(std::move(out));
}

}  // namespace

Result<std::vector<SearchHit>> Archive::search(const std::string& typed, std::size_t limit,
                                               std::size_t offset, SearchKind kind) const {
  const SearchQuery query = parse_query(typed);
  std::vector<SearchHit> hits;
  if (query.words.empty() || limit == 0) return hits;
  const Database& database = state_->database;
  Result<std::vector<Match>> found = matches(database, query, query.strict, kind, limit, offset);
  if (!found) return found.error();
  if (found->empty()) {
    // A page past the last hit must stay empty: only a query without any hit is loosened.
    const Result<std::vector<Match>> any = matches(database, query, query.strict, kind, 1, 0);
    if (!any) return any.error();
    if (any->empty()) found = matches(database, query, query.loose, kind, limit, offset);
    if (!found) return found.error();
  }
  for (const Match& match : *found) {
    Result<std::optional<SearchHit>> one = hit(database, query, match);
    if (!one) return one.error();
    if (*one) hits.push_back(std::move(**one));
  }
  return hits;
}

}  // namespace machtin

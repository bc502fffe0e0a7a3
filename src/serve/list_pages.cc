// The pages that list: home, storylines, search; and the two without an archive, about and error.
#include <algorithm>

#include "serve/dates.h"
#include "serve/pages.h"

namespace machtin {
namespace {

constexpr std::size_t kStoriesAPage = 20;
constexpr std::size_t kHitsAPage = 15;
constexpr std::size_t kSideStorylines = 6;
constexpr std::size_t kMaxPage = 10000;

std::string sources_text(const View& view, const StoryRow& story) {
  std::string names;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, story.source_names.size()); ++i) {
    names += (i == 0 ? "" : ", ") + story.source_names[i];
  }
  if (story.sources > 3) return view.texts.counted("sources", story.sources) + ": " + names + "…";
  return names;
}

TemplateData story_card(const View& view, const StoryRow& story) {
  TemplateData card;
  card["href"] = TemplateData(view.story_link(story.id));
  card["title"] = TemplateData(story.title);
  card["when"] =
      TemplateData(story.last || story.first ? shown_range(story.first, story.last, view.texts)
                                             : view.texts.of("date_unknown"));
  card["articles"] = TemplateData(view.texts.counted("articles", story.articles));
  set_text(card, "sources", sources_text(view, story));
  set_text(card, "lead", story.lead);
  card["in_storyline"] = TemplateData(story.storyline.has_value());
  card["storyline_href"] =
      TemplateData(story.storyline ? view.storyline_link(*story.storyline) : std::string());
  return card;
}

TemplateData storyline_card(const View& view, const StorylineRow& line) {
  TemplateData card;
  card["href"] = TemplateData(view.storyline_link(line.id));
  card["title"] = TemplateData(line.title);
  card["when"] = TemplateData(shown_range(line.first, line.last, view.texts));
  card["counts"] = TemplateData(view.texts.counted("stories", line.stories) + " · " +
                                view.texts.counted("articles", line.articles));
  return card;
}

TemplateList stat_rows(const View& view, const ArchiveStats& stats) {
  TemplateList rows;
  const std::pair<const char*, std::uint64_t> all[] = {{"stat_stories", stats.stories},
                                                       {"stat_articles", stats.articles},
                                                       {"stat_sources", stats.sources},
                                                       {"stat_pages", stats.pages}};
  for (const auto& [key, count] : all) {
    TemplateData row;
    row["name"] = TemplateData(view.texts.of(key));
    row["value"] = TemplateData(std::to_string(count));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::size_t page_number(const View& view) {
  return std::max<std::size_t>(1, view.target.count("page", 1, kMaxPage));
}

struct Kind {
  const char* name;
  SearchKind kind;
  const char* text;
};
constexpr Kind kKinds[] = {{"", SearchKind::kAll, "kind_all"},
                           {"stories", SearchKind::kStories, "kind_stories"},
                           {"articles", SearchKind::kArticles, "kind_articles"}};

const Kind& kind_of(const View& view) {
  for (const Kind& kind : kKinds) {
    if (view.target.parameter("kind") == kind.name) return kind;
  }
  return kKinds[0];
}

TemplateList tabs(const View& view, const std::string& query, const Kind& current) {
  TemplateList list;
  for (const Kind& kind : kKinds) {
    Parameters parameters = {{"q", query}};
    if (*kind.name != '\0') parameters.emplace_back("kind", kind.name);
    TemplateData tab;
    tab["href"] = TemplateData(view.link("/search", std::move(parameters)));
    tab["name"] = TemplateData(view.texts.of(kind.text));
    tab["current"] = TemplateData(kind.kind == current.kind);
    list.push_back(std::move(tab));
  }
  return list;
}

TemplateData hit_card(const View& view, const SearchHit& hit) {
  TemplateData card;
  card["href"] = TemplateData(hit.is_story ? view.story_link(hit.id) : view.article_link(hit.id));
  card["title"] = TemplateData(hit.title);
  card["kind"] = TemplateData(view.texts.of(hit.is_story ? "hit_story" : "hit_article"));
  card["css"] = TemplateData(hit.is_story ? "of-story" : "of-article");
  card["snippet"] = TemplateData(hit.snippet);  // escaped by the archive
  set_text(card, "source", hit.source.value_or(""));
  set_text(card, "when", hit.published ? view.date(*hit.published) : std::string());
  return card;
}

}  // namespace

Result<Response> home_page(const View& view, const Archive& archive) {
  const std::size_t number = page_number(view);
  Result<std::vector<StoryRow>> rows =
      archive.stories(kStoriesAPage + 1, (number - 1) * kStoriesAPage);
  if (!rows) return rows.error();
  const bool more = rows->size() > kStoriesAPage;
  if (more) rows->pop_back();
  if (rows->empty() && number > 1) return Error{ErrorKind::kNotFound, "no such page of stories"};
  TemplateData data;
  TemplateList cards;
  for (const StoryRow& row : *rows) {
    TemplateData card = story_card(view, row);
    card["is_lead"] = TemplateData(number == 1 && cards.empty());
    cards.push_back(std::move(card));
  }
  set_list(data, "stories", cards);
  set_pager(data, view, "/", {}, number, more);
  data["has_side"] = TemplateData(number == 1 && !cards.empty());
  if (number == 1) {
    const Result<std::vector<StorylineRow>> lines = archive.storylines(kSideStorylines, 0);
    if (!lines) return lines.error();
    TemplateList list;
    for (const StorylineRow& line : *lines) list.push_back(storyline_card(view, line));
    set_list(data, "storylines", list);
    const Result<ArchiveStats> stats = archive.stats();
    if (!stats) return stats.error();
    data["stats"] = TemplateData(stat_rows(view, *stats));
  }
  return page(view, "home", "", std::move(data));
}

Result<Response> storylines_page(const View& view, const Archive& archive) {
  const std::size_t number = page_number(view);
  Result<std::vector<StorylineRow>> lines =
      archive.storylines(kStoriesAPage + 1, (number - 1) * kStoriesAPage);
  if (!lines) return lines.error();
  const bool more = lines->size() > kStoriesAPage;
  if (more) lines->pop_back();
  TemplateData data;
  TemplateList cards;
  for (const StorylineRow& line : *lines) cards.push_back(storyline_card(view, line));
  set_list(data, "lines", cards);
  set_pager(data, view, "/storylines", {}, number, more);
  return page(view, "storylines", view.texts.of("storylines"), std::move(data));
}

Result<Response> search_page(const View& view, const Archive& archive) {
  const std::string& query = view.target.parameter("q");
  const Kind& kind = kind_of(view);
  const std::size_t number = page_number(view);
  Result<std::vector<SearchHit>> hits =
      archive.search(query, kHitsAPage + 1, (number - 1) * kHitsAPage, kind.kind);
  if (!hits) return hits.error();
  const bool more = hits->size() > kHitsAPage;
  if (more) hits->pop_back();
  TemplateData data;
  TemplateList cards;
  for (const SearchHit& hit : *hits) cards.push_back(hit_card(view, hit));
  set_list(data, "hits", cards);
  const std::string heading =
      query.empty() ? view.texts.of("search") : view.texts.with("search_for", {{"q", query}});
  data["heading"] = TemplateData(heading);
  data["has_query"] = TemplateData(!query.empty());
  data["nothing"] = TemplateData(!query.empty() && cards.empty());
  data["tabs"] = TemplateData(tabs(view, query, kind));
  data["timeline_href"] = TemplateData(view.link("/timeline", {{"q", query}}));
  Parameters parameters = {{"q", query}};
  if (*kind.name != '\0') parameters.emplace_back("kind", kind.name);
  set_pager(data, view, "/search", std::move(parameters), number, more);
  return page(view, "search", heading, std::move(data));
}

Response about_page(const View& view) {
  return page(view, "about", view.texts.of("about"), TemplateData());
}

Response error_page(const View& view, int status) {
  const std::string key = "error_" + std::to_string(status);
  TemplateData data;
  data["status"] = TemplateData(std::to_string(status));
  data["heading"] = TemplateData(view.texts.of(key));
  data["message"] = TemplateData(view.texts.of(key + "_text"));
  return page(view, "error", view.texts.of(key), std::move(data), status);
}

Response moved_to(const std::string& address) {
  Response response;
  response.status = 301;
  response.content_type = "text/plain; charset=utf-8";
  response.body = address + "\n";
  response.headers = {{"Location", address}};
  return response;
}

}  // namespace machtin

// The pages of one story, one storyline, and the timeline that answers a query.
#include <algorithm>
#include <map>

#include "json/names.h"
#include "serve/dates.h"
#include "serve/pages.h"
#include "serve/voices.h"

namespace machtin {
namespace {

using PlaceKey = std::pair<std::string, std::uint32_t>;

TemplateData source_row(const View& view, const StoryArticle& article) {
  TemplateData row;
  row["href"] = TemplateData(view.article_link(article.key));
  row["title"] = TemplateData(article.title);
  row["source"] = TemplateData(source_name(view, article));
  set_text(row, "when", article.published ? view.date(*article.published) : std::string());
  return row;
}

// Each article once: reposts under the article whose text they repeat, teasers apart.
void set_sources(TemplateData& data, const View& view, const Story& story) {
  std::map<PlaceKey, TemplateList> reposts;
  std::map<PlaceKey, bool> there;
  for (const StoryArticle& article : story.articles) {
    there[{article.place.input, article.place.article}] = !article.same_text_as;
  }
  const auto is_repost = [&](const StoryArticle& article) {
    if (!article.same_text_as) return false;
    const auto original = there.find({article.same_text_as->input, article.same_text_as->article});
    return original != there.end() && original->second;
  };
  TemplateList originals, teasers;
  for (const StoryArticle& article : story.articles) {
    if (article.role == Role::kTeaser) {
      teasers.push_back(source_row(view, article));
    } else if (is_repost(article)) {
      reposts[{article.same_text_as->input, article.same_text_as->article}].push_back(
          source_row(view, article));
    }
  }
  for (const StoryArticle& article : story.articles) {
    if (article.role == Role::kTeaser || is_repost(article)) continue;
    TemplateData row = source_row(view, article);
    set_list(row, "reposts", reposts[{article.place.input, article.place.article}]);
    originals.push_back(std::move(row));
  }
  set_list(data, "originals", originals);
  set_list(data, "teasers", teasers);
  data["teaser_count"] = TemplateData(view.texts.counted("teasers", teasers.size()));
}

std::string disagreement_name(const View& view, const Disagreement& disagreement) {
  const std::string key = "about_" + std::string(name_of(disagreement.about));
  if (disagreement.about != DisagreementAbout::kQuantity) return view.texts.of(key);
  if (!disagreement.of) return view.texts.of(key + "_bare");
  return view.texts.with(key, {{"of", *disagreement.of}});
}

void set_disagreements(TemplateData& data, const View& view, const Story& story) {
  TemplateList list;
  for (const Disagreement& disagreement : story.disagreements) {
    TemplateData row;
    row["name"] = TemplateData(disagreement_name(view, disagreement));
    row["event"] = TemplateData(view.texts.of("event." + disagreement.event));
    TemplateList claims;
    for (const Claim& claim : disagreement.claims) {
      TemplateData one;
      one["value"] = TemplateData(
          disagreement.about == DisagreementAbout::kDate ? view.date(claim.value) : claim.value);
      one["chips"] = TemplateData(chips(view, story, claim.articles));
      claims.push_back(std::move(one));
    }
    row["claims"] = TemplateData(claims);
    list.push_back(std::move(row));
  }
  set_list(data, "disagreements", list);
}

void set_voices(TemplateData& data, const View& view, const Story& story,
                const std::vector<StoryMember>& members) {
  TemplateList list;
  for (const Voice& voice : voices_of(story, members)) {
    TemplateData speaker;
    speaker["name"] = TemplateData(voice.name);
    // "Chairman X" needs no "Chairman" beside it.
    const bool said = voice.name.find(voice.role) != std::string::npos ||
                      voice.role.find(voice.name) != std::string::npos;
    set_text(speaker, "role", said ? std::string() : voice.role);
    TemplateList statements;
    for (const VoiceStatement& statement : voice.statements) {
      TemplateData one;
      one["text"] = TemplateData(statement.text);
      one["direct"] = TemplateData(statement.direct);
      one["chips"] = TemplateData(chips(view, story, statement.articles));
      statements.push_back(std::move(one));
    }
    speaker["statements"] = TemplateData(statements);
    list.push_back(std::move(speaker));
  }
  set_list(data, "speakers", list);
}

TemplateList name_links(const View& view, const std::vector<std::string>& names) {
  TemplateList list;
  for (const std::string& name : names) {
    TemplateData link;
    link["name"] = TemplateData(name);
    link["href"] = TemplateData(view.search_link(name));
    list.push_back(std::move(link));
  }
  return list;
}

TemplateList story_links(const View& view, const std::vector<StoryRow>& rows,
                         const std::string& here) {
  TemplateList list;
  for (const StoryRow& row : rows) {
    TemplateData link;
    link["href"] = TemplateData(view.story_link(row.id));
    link["title"] = TemplateData(row.title);
    link["when"] = TemplateData(shown_range(row.first, row.last, view.texts));
    link["articles"] = TemplateData(view.texts.counted("articles", row.articles));
    link["current"] = TemplateData(row.id == here);
    list.push_back(std::move(link));
  }
  return list;
}

std::size_t source_count(const View& view, const Story& story) {
  std::map<std::string, int> names;
  for (const StoryArticle& article : story.articles) ++names[source_name(view, article)];
  return names.size();
}

void set_head(TemplateData& data, const View& view, const Story& story) {
  data["title"] = TemplateData(story.title);
  const std::string when = shown_range(story.first, story.last, view.texts);
  data["when"] = TemplateData(when.empty() ? view.texts.of("date_unknown") : when);
  data["articles"] = TemplateData(view.texts.counted("articles", story.articles.size()));
  set_text(data, "sources", view.texts.counted("sources", source_count(view, story)));
  TemplateList summary;
  for (const std::string& sentence : story.summary) summary.push_back(TemplateData(sentence));
  set_list(data, "summary", summary);
  set_list(data, "steps", timeline_steps(view, story));
  set_list(data, "people", name_links(view, story.people));
  set_list(data, "places", name_links(view, story.places));
}

Result<Done> set_storyline(TemplateData& data, const View& view, const Archive& archive,
                           const Story& story) {
  data["in_storyline"] = TemplateData(false);
  if (!story.storyline) return Done{};
  const Result<std::vector<StoryRow>> rows = archive.stories_of_storyline(*story.storyline);
  if (!rows) return rows.error();
  if (rows->size() < 2) return Done{};
  data["in_storyline"] = TemplateData(true);
  data["storyline_href"] = TemplateData(view.storyline_link(*story.storyline));
  data["storyline_stories"] = TemplateData(story_links(view, *rows, story.id));
  return Done{};
}

// The page of a whole storyline, whichever way it was asked for.
Result<Response> whole_timeline(const View& view, const Archive& archive, const Story& whole,
                                const std::string& heading) {
  TemplateData data;
  set_head(data, view, whole);
  const Result<std::vector<StoryRow>> rows =
      archive.stories_of_storyline(whole.storyline.value_or(whole.id));
  if (!rows) return rows.error();
  data["line_stories"] = TemplateData(story_links(view, *rows, ""));
  data["counts"] = TemplateData(view.texts.counted("stories", rows->size()) + " · " +
                                view.texts.counted("articles", whole.articles.size()));
  return page(view, "storyline", heading, std::move(data));
}

}  // namespace

Result<Response> story_page(const View& view, const Archive& archive, const std::string& id) {
  const Result<std::optional<Story>> found = archive.story(id);
  if (!found) return found.error();
  if (!*found) return Error{ErrorKind::kNotFound, "no such story"};
  const Story& story = **found;
  if (story.id != id) return moved_to(view.story_link(story.id));
  const Result<std::vector<StoryMember>> members = archive.members_of_story(story.id);
  if (!members) return members.error();
  TemplateData data;
  set_head(data, view, story);
  set_sources(data, view, story);
  set_disagreements(data, view, story);
  set_voices(data, view, story, *members);
  if (const Result<Done> set = set_storyline(data, view, archive, story); !set) return set.error();
  data["api_href"] = TemplateData("/api/stories/" + percent_encode(story.id));
  return page(view, "story", story.title, std::move(data));
}

Result<Response> storyline_page(const View& view, const Archive& archive, const std::string& id) {
  const Result<std::vector<StoryRow>> rows = archive.stories_of_storyline(id);
  if (!rows) return rows.error();
  if (rows->empty()) return Error{ErrorKind::kNotFound, "no such storyline"};
  // Titled after its most told story, as the lists are.
  const auto most = std::max_element(
      rows->begin(), rows->end(),
      [](const StoryRow& a, const StoryRow& b) { return a.articles < b.articles; });
  const Result<std::optional<Story>> story = archive.story(most->id);
  if (!story) return story.error();
  if (!*story) return Error{ErrorKind::kNotFound, "no such storyline"};
  Result<Story> whole = view.site.with_storyline(archive, **story);
  if (!whole) return whole.error();
  whole->title = most->title;
  return whole_timeline(view, archive, *whole, whole->title);
}

Result<Response> timeline_page(const View& view, const Archive& archive) {
  const std::string& query = view.target.parameter("q");
  const std::string heading = view.texts.with("timeline_for", {{"q", query}});
  const Result<std::optional<Story>> whole = view.site.timeline_of(archive, query);
  if (!whole) return whole.error();
  if (*whole) return whole_timeline(view, archive, **whole, heading);
  TemplateData data;
  data["status"] = TemplateData("");
  data["heading"] = TemplateData(heading);
  data["message"] = TemplateData(view.texts.of("no_timeline"));
  return page(view, "error", heading, std::move(data), 404);
}

}  // namespace machtin

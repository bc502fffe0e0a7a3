#include "serve/api.h"

#include "json/contract.h"
#include "json/writer.h"

namespace machtin {
namespace {

constexpr std::size_t kRows = 20, kMaxRows = 100, kMaxOffset = 1000000;

Response json_response(std::string body) {
  Response response;
  response.content_type = "application/json; charset=utf-8";
  response.body = std::move(body) + "\n";
  return response;
}

Error not_found(const char* what) { return {ErrorKind::kNotFound, what}; }

Result<Response> stories(const Target& target, const Archive& archive) {
  const std::size_t limit = target.count("limit", kRows, kMaxRows);
  const std::size_t offset = target.count("offset", 0, kMaxOffset);
  const Result<std::vector<StoryRow>> rows = archive.stories(limit, offset);
  if (!rows) return rows.error();
  std::string out;
  JsonWriter json(out);
  json.begin_object().key("stories").begin_array();
  for (const StoryRow& row : *rows) {
    const Result<std::optional<Story>> story = archive.story(row.id);
    if (!story) return story.error();
    if (*story) json.raw(story_to_json(**story));
  }
  json.end_array().end_object();
  return json_response(std::move(out));
}

Result<Response> story(const std::string& id, const Archive& archive) {
  const Result<std::optional<Story>> found = archive.story(id);
  if (!found) return found.error();
  if (!*found) return not_found("no such story");
  Story story = **found;
  if (story.id != id) {  // merged: answers under its old id, and says where it went
    story.merged_into = story.id;
    story.id = id;
  }
  return json_response(story_to_json(story));
}

Result<Response> article(const std::string& key, const Archive& archive) {
  const Result<std::optional<KeptArticle>> found = archive.article(key);
  if (!found) return found.error();
  if (!*found) return not_found("no such article");
  const KeptArticle& kept = **found;
  return json_response(facts_to_json({.input = kept.place.input,
                                      .page_key = kept.page_key,
                                      .page_url = kept.page_url,
                                      .article_index = kept.place.article,
                                      .article = kept.article,
                                      .facts = kept.facts}));
}

Result<Response> search(const Target& target, const Archive& archive) {
  const std::string& query = target.parameter("q");
  if (query.empty()) return Error{ErrorKind::kBadArgument, "the parameter q is missing"};
  const std::string& name = target.parameter("kind");
  const SearchKind kind = name == "stories"    ? SearchKind::kStories
                          : name == "articles" ? SearchKind::kArticles
                                               : SearchKind::kAll;
  const Result<std::vector<SearchHit>> hits = archive.search(
      query, target.count("limit", kRows, kMaxRows), target.count("offset", 0, kMaxOffset), kind);
  if (!hits) return hits.error();
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("query", query).key("hits").begin_array();
  for (const SearchHit& hit : *hits) json.raw(hit_to_json(hit));
  json.end_array().end_object();
  return json_response(std::move(out));
}

Result<Response> timeline(const Target& target, const Archive& archive, const Site& site) {
  const std::string& query = target.parameter("q");
  if (query.empty()) return Error{ErrorKind::kBadArgument, "the parameter q is missing"};
  const Result<std::optional<Story>> story = site.timeline_of(archive, query);
  if (!story) return story.error();
  if (!*story) return not_found("no story answers this query");
  return json_response(story_to_json(**story));
}

}  // namespace

Result<Response> api_response(const Target& target, const Archive& archive, const Site& site) {
  constexpr std::string_view kStories = "/api/stories/", kArticles = "/api/articles/";
  const std::string& path = target.path;
  if (path == "/api/stories") return stories(target, archive);
  if (path == "/api/search") return search(target, archive);
  if (path == "/api/timeline") return timeline(target, archive, site);
  for (const std::string_view prefix : {kStories, kArticles}) {
    if (!path.starts_with(prefix)) continue;
    const std::optional<std::string> key =
        percent_decode(std::string_view(path).substr(prefix.size()));
    if (!key) return Error{ErrorKind::kBadArgument, "the address cannot be decoded"};
    return prefix == kStories ? story(*key, archive) : article(*key, archive);
  }
  return not_found("no such address");
}

Response api_error(int status, const std::string& message) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().key("error").begin_object();
  json.field("status", static_cast<std::uint32_t>(status)).field("message", message);
  json.end_object().end_object();
  Response response = json_response(std::move(out));
  response.status = status;
  return response;
}

}  // namespace machtin

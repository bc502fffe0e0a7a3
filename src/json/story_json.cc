#include "json/article_json.h"

namespace machtin {
namespace {

using Element = JsonReader::Element;

constexpr std::string_view kSchema = "machtin/story/1";

void write_place(JsonWriter& json, const std::optional<ArticlePlace>& place) {
  if (!place) {
    json.null();
    return;
  }
  json.begin_object().field("input", place->input).field("article", place->article).end_object();
}

void write_articles(JsonWriter& json, const Story& story) {
  json.key("articles").begin_array();
  for (const StoryArticle& article : story.articles) {
    json.begin_object().field("input", article.place.input).field("article", article.place.article);
    json.field("role", name_of(article.role))
        .field("key", article.key)
        .field("title", article.title);
    json.field("source", article.source)
        .field("url", article.url)
        .field("published", article.published)
        .key("same_text_as");
    write_place(json, article.same_text_as);
    json.end_object();
  }
  json.end_array();
}

void write_disagreements(JsonWriter& json, const Story& story) {
  json.key("disagreements").begin_array();
  for (const Disagreement& disagreement : story.disagreements) {
    json.begin_object()
        .field("event", disagreement.event)
        .field("about", name_of(disagreement.about));
    json.field("of", disagreement.of).key("claims").begin_array();
    for (const Claim& claim : disagreement.claims) {
      json.begin_object().field("value", claim.value);
      write_indices(json, "articles", claim.articles);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

std::optional<ArticlePlace> read_place(JsonReader& reader, Element object, std::string_view field) {
  const std::optional<Element> found = reader.optional_object(object, field);
  if (!found) return std::nullopt;
  return ArticlePlace{reader.text(*found, "input"), reader.index(*found, "article", UINT32_MAX)};
}

StoryArticle read_story_article(JsonReader& reader, Element object) {
  StoryArticle article;
  article.place = {reader.text(object, "input"), reader.index(object, "article", UINT32_MAX)};
  article.role = reader.member<Role>(object, "role");
  article.key = reader.text(object, "key");
  article.title = reader.text(object, "title");
  article.source = reader.optional_text(object, "source");
  article.url = reader.optional_text(object, "url");
  article.published = reader.optional_text(object, "published");
  article.same_text_as = read_place(reader, object, "same_text_as");
  return article;
}

Disagreement read_disagreement(JsonReader& reader, Element object, std::size_t articles) {
  Disagreement disagreement;
  disagreement.event = reader.text(object, "event");
  disagreement.about = reader.member<DisagreementAbout>(object, "about");
  disagreement.of = reader.optional_text(object, "of");
  for (const Element claim : reader.elements(object, "claims")) {
    disagreement.claims.push_back(
        {reader.text(claim, "value"), reader.indices(claim, "articles", articles)});
  }
  return disagreement;
}

}  // namespace

std::string story_to_json(const Story& story) {
  std::string out;
  JsonWriter json(out);
  json.begin_object()
      .field("schema", kSchema)
      .field("id", story.id)
      .field("storyline", story.storyline);
  json.field("title", story.title).field("first", story.first).field("last", story.last);
  write_articles(json, story);
  write_texts(json, "summary", story.summary);
  json.key("timeline").begin_array();
  for (const TimelineEntry& entry : story.timeline) {
    json.begin_object().field("date", entry.date).field("text", entry.text);
    write_indices(json, "articles", entry.articles);
    write_texts(json, "events", entry.events);
    json.end_object();
  }
  json.end_array();
  write_texts(json, "people", story.people);
  write_texts(json, "places", story.places);
  write_disagreements(json, story);
  if (story.merged_into) json.field("merged_into", story.merged_into);
  json.field("ranked", story.ranked).end_object();
  return out;
}

std::string hit_to_json(const SearchHit& hit) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("schema", std::string_view("machtin/hit/1"));
  json.field("kind", std::string_view(hit.is_story ? "story" : "article"))
      .field("id", hit.id)
      .field("title", hit.title);
  json.field("published", hit.published)
      .field("source", hit.source)
      .field("snippet", hit.snippet)
      .field("score", hit.score);
  json.end_object();
  return out;
}

Result<Story> story_from_json(std::string_view text) {
  simdjson::dom::parser parser;
  const Result<Element> root = parse_object(parser, text);
  if (!root) return root.error();
  JsonReader reader;
  if (const std::string schema = reader.text(*root, "schema"); schema != kSchema) {
    return Error{ErrorKind::kWrongVersion,
                 "schema is \"" + schema + "\", not " + std::string(kSchema)};
  }
  Story story;
  story.id = reader.text(*root, "id");
  story.storyline = reader.optional_text(*root, "storyline");
  story.title = reader.text(*root, "title");
  story.first = reader.optional_text(*root, "first");
  story.last = reader.optional_text(*root, "last");
  for (const Element article : reader.elements(*root, "articles"))
    story.articles.push_back(read_story_article(reader, article));
  const std::size_t articles = story.articles.size();
  story.summary = reader.texts(*root, "summary");
  for (const Element entry : reader.elements(*root, "timeline")) {
    story.timeline.push_back({reader.text(entry, "date"), reader.text(entry, "text"),
                              reader.indices(entry, "articles", articles),
                              reader.texts(entry, "events")});
  }
  story.people = reader.texts(*root, "people");
  story.places = reader.texts(*root, "places");
  for (const Element object : reader.elements(*root, "disagreements")) {
    story.disagreements.push_back(read_disagreement(reader, object, articles));
  }
  story.merged_into = reader.optional_text(*root, "merged_into");
  story.ranked = reader.truth(*root, "ranked", true);
  return checked(reader, std::move(story));
}

}  // namespace machtin

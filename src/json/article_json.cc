#include "json/article_json.h"

namespace machtin {

using Element = JsonReader::Element;

void write_texts(JsonWriter& json, std::string_view field, const std::vector<std::string>& texts) {
  json.key(field).begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
}

void write_indices(JsonWriter& json, std::string_view field,
                   const std::vector<std::uint32_t>& indices) {
  json.key(field).begin_array();
  for (const std::uint32_t index : indices) json.value(index);
  json.end_array();
}

void write_likely(JsonWriter& json, const std::optional<LikelyDate>& likely) {
  json.key("likely");
  if (!likely) {
    json.null();
    return;
  }
  json.begin_object()
      .field("value", likely->value)
      .field("earliest", likely->earliest)
      .field("latest", likely->latest)
      .end_object();
}

std::optional<LikelyDate> read_likely(JsonReader& reader, Element object) {
  const std::optional<Element> found = reader.optional_object(object, "likely");
  if (!found) return std::nullopt;
  return LikelyDate{reader.optional_text(*found, "value"), reader.optional_text(*found, "earliest"),
                    reader.optional_text(*found, "latest")};
}

void write_published(JsonWriter& json, const PublicationDate& published,
                     const JsonOptions& options) {
  json.key("published").begin_object();
  json.field("value", published.value).field("precision", name_of(published.precision));
  json.field("earliest", published.earliest).field("latest", published.latest);
  write_likely(json, published.likely);
  json.field("basis", name_of(published.basis));
  if (options.explain) write_texts(json, "evidence", published.evidence);
  json.end_object();
}

PublicationDate read_published(JsonReader& reader, Element object) {
  PublicationDate published;
  const std::optional<Element> found = reader.optional_object(object, "published");
  if (!found) {
    reader.fail("published", "is missing");
    return published;
  }
  published.value = reader.optional_text(*found, "value");
  published.precision = reader.member<Precision>(*found, "precision");
  published.earliest = reader.optional_text(*found, "earliest");
  published.latest = reader.optional_text(*found, "latest");
  published.likely = read_likely(reader, *found);
  published.basis = reader.member<DateBasis>(*found, "basis");
  Element evidence;
  if (found->at_key("evidence").get(evidence) == simdjson::SUCCESS)
    published.evidence = reader.texts(*found, "evidence");
  return published;
}

void write_article_fields(JsonWriter& json, const Article& article, const JsonOptions& options) {
  json.field("role", name_of(article.role))
      .field("key", article.key)
      .field("heading", article.heading);
  json.field("kind", name_of(article.kind))
      .field("title", article.title)
      .field("lede", article.lede);
  write_texts(json, "paragraphs", article.paragraphs);
  json.key("marks").begin_array();
  for (const ParagraphMark& mark : article.marks) {
    json.begin_object()
        .field("paragraph", mark.paragraph)
        .field("kind", name_of(mark.kind))
        .end_object();
  }
  json.end_array();
  json.key("captions").begin_array();
  for (const Caption& caption : article.captions) {
    json.begin_object().field("text", caption.text).field("credit", caption.credit).end_object();
  }
  json.end_array();
  write_texts(json, "authors", article.authors);
  json.field("source", article.source).field("agency", article.agency);
  write_published(json, article.published, options);
  json.field("modified", article.modified).field("section", article.section);
  json.field("url", article.url).field("image", article.image).field("language", article.language);
  json.field("text", article.text);
}

Article read_article_fields(JsonReader& reader, Element object) {
  Article article;
  article.role = reader.member<Role>(object, "role");
  article.key = reader.text(object, "key");
  article.heading = reader.optional_text(object, "heading");
  article.kind = reader.member<ArticleKind>(object, "kind");
  article.title = reader.text(object, "title");
  article.lede = reader.optional_text(object, "lede");
  article.paragraphs = reader.texts(object, "paragraphs");
  Element marks;
  if (object.at_key("marks").get(marks) == simdjson::SUCCESS) {
    for (const Element mark : reader.elements(object, "marks")) {
      article.marks.push_back({reader.index(mark, "paragraph", article.paragraphs.size()),
                               reader.member<ParagraphKind>(mark, "kind")});
    }
  }
  for (const Element caption : reader.elements(object, "captions")) {
    article.captions.push_back(
        {reader.text(caption, "text"), reader.optional_text(caption, "credit")});
  }
  article.authors = reader.texts(object, "authors");
  article.source = reader.optional_text(object, "source");
  article.agency = reader.optional_text(object, "agency");
  article.published = read_published(reader, object);
  article.modified = reader.optional_text(object, "modified");
  article.section = reader.optional_text(object, "section");
  article.url = reader.optional_text(object, "url");
  article.image = reader.optional_text(object, "image");
  article.language = reader.text(object, "language");
  article.text = reader.text(object, "text");
  return article;
}

std::string article_to_json(const Article& article) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_article_fields(json, article, {.explain = true});
  json.end_object();
  return out;
}

Result<Article> article_from_json(std::string_view text) {
  simdjson::dom::parser parser;
  const Result<Element> root = parse_object(parser, text);
  if (!root) return root.error();
  JsonReader reader;
  Article article = read_article_fields(reader, *root);
  return checked(reader, std::move(article));
}

}  // namespace machtin

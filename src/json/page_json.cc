#include "json/article_json.h"

namespace machtin {
namespace {

constexpr std::string_view kSchema = "machtin/page/1";

}  // namespace

using Element = JsonReader::Element;

std::string page_to_json(const Page& page, const JsonOptions& options) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("schema", kSchema).field("input", page.input);
  if (page.id_json) json.key("id").raw(*page.id_json);
  json.field("key", page.key)
      .field("format", name_of(page.format))
      .field("url", page.url)
      .field("language", page.language);
  json.key("articles").begin_array();
  for (const Article& article : page.articles) {
    json.begin_object();
    write_article_fields(json, article, options);
    json.end_object();
  }
  json.end_array().key("dropped").begin_array();
  for (const Dropped& dropped : page.dropped) {
    json.begin_object().field("text", dropped.text).field("why", name_of(dropped.why)).end_object();
  }
  json.end_array().end_object();
  return out;
}

Result<Page> page_from_json(std::string_view text) {
  simdjson::dom::parser parser;
  const Result<Element> root = parse_object(parser, text);
  if (!root) return root.error();
  JsonReader reader;
  if (const std::string schema = reader.text(*root, "schema"); schema != kSchema) {
    return Error{ErrorKind::kWrongVersion,
                 "schema is \"" + schema + "\", not " + std::string(kSchema)};
  }
  Page page;
  page.input = reader.text(*root, "input");
  page.id_json = reader.raw(*root, "id");
  page.key = reader.text(*root, "key");
  page.format = reader.member<Format>(*root, "format");
  page.url = reader.optional_text(*root, "url");
  page.language = reader.text(*root, "language");
  for (const Element article : reader.elements(*root, "articles"))
    page.articles.push_back(read_article_fields(reader, article));
  for (const Element dropped : reader.elements(*root, "dropped")) {
    page.dropped.push_back(
        {reader.text(dropped, "text"), reader.member<DropReason>(dropped, "why")});
  }
  return checked(reader, std::move(page));
}

}  // namespace machtin

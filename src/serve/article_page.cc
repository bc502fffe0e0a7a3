// The page of one article: its text with the facts marked, and the facts in lists for those who
// cannot see marks.
#include "json/names.h"
#include "serve/dates.h"
#include "serve/marked_text.h"
#include "serve/pages.h"
#include "text/join.h"
#include "text/utf8.h"

namespace machtin {
namespace {

// Where a part of the article stands in its text, sought from `from` on; an empty span if it does
// not.
ByteSpan place_of(const std::string& part, const std::string& text, std::size_t from) {
  const std::size_t at = text.find(part, from);
  if (part.empty() || at == std::string::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}

void set_body(TemplateData& data, const KeptArticle& kept, const Texts& texts) {
  const Article& article = kept.article;
  const std::vector<Mark> marks = marks_of(kept.facts, article.text, texts);
  std::size_t from = article.title.size();
  const auto marked = [&](const std::string& part) {
    const ByteSpan place = place_of(part, article.text, from);
    if (place.end > place.begin) from = place.end;
    return marked_html(article.text, place, marks);
  };
  set_text(data, "lede", article.lede ? marked(*article.lede) : std::string());
  TemplateList paragraphs;
  for (const std::string& paragraph : article.paragraphs) {
    paragraphs.push_back(TemplateData(marked(paragraph)));
  }
  set_list(data, "paragraphs", paragraphs);
  TemplateList captions;
  for (const Caption& caption : article.captions) {
    TemplateData one;
    one["text"] = TemplateData(caption.text);
    set_text(one, "credit", caption.credit.value_or(""));
    captions.push_back(std::move(one));
  }
  set_list(data, "captions", captions);
}

void set_head(TemplateData& data, const View& view, const KeptArticle& kept) {
  const Article& article = kept.article;
  data["title"] = TemplateData(article.title);
  set_text(data, "source", article.source.value_or(""));
  const std::string kind(name_of(article.kind));
  set_text(data, "kind", article.kind == ArticleKind::kNews ? "" : view.texts.of("kind_" + kind));
  data["is_teaser"] = TemplateData(article.role == Role::kTeaser);
  const std::string& date = article.published.value ? *article.published.value : std::string();
  data["date"] = TemplateData(date);
  set_text(data, "when", date.empty() ? view.texts.of("date_unknown") : view.date(date));
  set_text(data, "likely", shown_likely(article.published, view.texts));
  set_text(data, "authors", joined(article.authors, ", "));
  set_text(data, "agency", article.agency.value_or(""));
  set_text(data, "story_href", kept.link.story.empty() ? "" : view.story_link(kept.link.story));
  data["has_story"] = TemplateData(!kept.link.story.empty());
  const std::string url = article.url ? *article.url : kept.page_url.value_or("");
  data["has_original"] = TemplateData(is_web_address(url));
  data["original_href"] = TemplateData(url);
  data["has_same_text"] = TemplateData(kept.link.same_text_as.has_value());
  data["same_text_href"] = TemplateData(view.article_link(kept.link.same_text_as.value_or("")));
  data["api_href"] = TemplateData("/api/articles/" + percent_encode(article.key));
}

std::string names(const Facts& facts, const std::vector<std::uint32_t>& entities) {
  std::vector<std::string> found;
  for (const std::uint32_t entity : entities) {
    if (entity < facts.entities.size()) found.push_back(facts.entities[entity].name);
  }
  return joined(found, ", ");
}

std::string name_at(const Facts& facts, const std::optional<std::uint32_t>& entity) {
  return entity && *entity < facts.entities.size() ? facts.entities[*entity].name : std::string();
}

void set_events(TemplateData& data, const View& view, const KeptArticle& kept) {
  const Facts& facts = kept.facts;
  TemplateList rows;
  for (const Event& event : facts.events) {
    TemplateData row;
    row["type"] = TemplateData(view.texts.of("event." + event.type));
    row["trigger"] = TemplateData(std::string(slice(kept.article.text, event.trigger)));
    row["who"] = TemplateData(names(facts, event.who));
    row["whom"] = TemplateData(names(facts, event.whom));
    const bool timed = event.time && *event.time < facts.times.size();
    row["when"] = TemplateData(timed ? view.date(facts.times[*event.time].value) : std::string());
    row["where"] = TemplateData(name_at(facts, event.place));
    row["status"] = TemplateData(view.texts.of("status_" + std::string(name_of(event.status))));
    row["according_to"] = TemplateData(name_at(facts, event.according_to));
    rows.push_back(std::move(row));
  }
  set_list(data, "events", rows);
}

void set_entities(TemplateData& data, const View& view, const Facts& facts) {
  TemplateList rows;
  for (const Entity& entity : facts.entities) {
    TemplateData row;
    row["name"] = TemplateData(entity.name);
    row["href"] = TemplateData(view.search_link(entity.name));
    row["type"] = TemplateData(view.texts.of("entity_" + std::string(name_of(entity.type))));
    set_text(row, "roles", joined(entity.roles, ", "));
    rows.push_back(std::move(row));
  }
  set_list(data, "entities", rows);
}

}  // namespace

Result<Response> article_page(const View& view, const Archive& archive, const std::string& key) {
  const Result<std::optional<KeptArticle>> kept = archive.article(key);
  if (!kept) return kept.error();
  if (!*kept) return Error{ErrorKind::kNotFound, "no such article"};
  TemplateData data;
  set_head(data, view, **kept);
  set_body(data, **kept, view.texts);
  set_events(data, view, **kept);
  set_entities(data, view, (*kept)->facts);
  return page(view, "article", (*kept)->article.title, std::move(data));
}

}  // namespace machtin

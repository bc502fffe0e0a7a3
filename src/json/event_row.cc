#include "json/event_row.h"

#include "json/article_json.h"
#include "json/names.h"
#include "json/writer.h"
#include "text/join.h"
#include "text/utf8.h"

namespace machtin {
namespace {

std::vector<std::string> names_of(const std::vector<std::uint32_t>& ids, const Facts& facts) {
  std::vector<std::string> names;
  for (const std::uint32_t id : ids) names.push_back(facts.entities[id].name);
  return names;
}

// Countries and sectors together, as event coders write actors: "RUS GOV".
std::vector<std::string> actors_of(const std::vector<std::uint32_t>& ids, const Facts& facts) {
  std::vector<std::string> actors;
  for (const std::uint32_t id : ids) {
    const Entity& entity = facts.entities[id];
    std::string actor = entity.country.value_or("");
    if (entity.sector) actor += (actor.empty() ? "" : " ") + *entity.sector;
    actors.push_back(std::move(actor));
  }
  return actors;
}

std::vector<std::string> quantities_of(const Article& article, const Facts& facts,
                                       const Event& event) {
  std::vector<std::string> out;
  for (const std::uint32_t id : event.quantities) {
    const Quantity& quantity = facts.quantities[id];
    std::string words(slice(article.text, quantity.span));
    if (quantity.of) words += " " + *quantity.of;
    out.push_back(std::move(words));
  }
  return out;
}

template <typename T>
std::string name_at(const std::optional<std::uint32_t>& index, const std::vector<T>& list,
                    std::string T::* field) {
  return index ? list[*index].*field : std::string();
}

}  // namespace

const std::vector<std::string_view>& event_columns() {
  static const std::vector<std::string_view> columns = {
      "article_key", "input",     "article",       "story",      "title",
      "source",      "published", "type",          "plover",     "plover_mode",
      "cameo",       "status",    "trigger",       "start",      "end",
      "sentence",    "who",       "who_actors",    "whom",       "whom_actors",
      "time",        "place",     "place_country", "quantities", "according_to"};
  return columns;
}

std::vector<std::string> event_row(const EventSource& source, const Article& article,
                                   const Facts& facts, const Event& event) {
  const CodePointOffsets offsets(article.text);
  return {source.article_key,
          source.input,
          std::to_string(source.article),
          source.story,
          article.title,
          article.source.value_or(""),
          article.published.value.value_or(""),
          event.type,
          event.plover.value_or(""),
          event.plover_mode.value_or(""),
          event.cameo.value_or(""),
          std::string(name_of(event.status)),
          std::string(slice(article.text, event.trigger)),
          std::to_string(offsets.at(event.trigger.begin)),
          std::to_string(offsets.at(event.trigger.end)),
          std::string(slice(article.text, facts.sentences[event.sentence])),
          joined(names_of(event.who, facts), "|"),
          joined(actors_of(event.who, facts), "|"),
          joined(names_of(event.whom, facts), "|"),
          joined(actors_of(event.whom, facts), "|"),
          name_at(event.time, facts.times, &TimeExpression::value),
          name_at(event.place, facts.entities, &Entity::name),
          event.place ? facts.entities[*event.place].country.value_or("") : "",
          joined(quantities_of(article, facts, event), "|"),
          name_at(event.according_to, facts.entities, &Entity::name)};
}

std::string event_to_json(const EventSource& source, const Article& article, const Facts& facts,
                          const Event& event) {
  const std::vector<std::string> row = event_row(source, article, facts, event);
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("schema", std::string_view("machtin/event/1"));
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string_view column = event_columns()[i];
    if (column == "article") {
      json.field(column, source.article);
    } else if (column == "start" || column == "end") {
      json.key(column).raw(row[i]);
    } else if (column == "who") {
      write_texts(json, column, names_of(event.who, facts));
    } else if (column == "who_actors") {
      write_texts(json, column, actors_of(event.who, facts));
    } else if (column == "whom") {
      write_texts(json, column, names_of(event.whom, facts));
    } else if (column == "whom_actors") {
      write_texts(json, column, actors_of(event.whom, facts));
    } else if (column == "quantities") {
      write_texts(json, column, quantities_of(article, facts, event));
    } else if (row[i].empty()) {
      json.key(column).null();
    } else {
      json.field(column, row[i]);
    }
  }
  json.end_object();
  return out;
}

}  // namespace machtin

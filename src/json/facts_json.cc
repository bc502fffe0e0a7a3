// Facts in JSON. Offsets leave as code points and come back as bytes; an offset or index that
// points nowhere is refused.
#include <utility>

#include "json/article_json.h"
#include "text/utf8.h"

namespace machtin {
namespace {

using Element = JsonReader::Element;

constexpr std::string_view kSchema = "machtin/facts/1";

// ---- out

void write_place(JsonWriter& json, const CodePointOffsets& offsets, ByteSpan span) {
  json.field("start", offsets.at(span.begin)).field("end", offsets.at(span.end));
}

void write_pair(JsonWriter& json, const CodePointOffsets& offsets, ByteSpan span) {
  json.begin_array().value(offsets.at(span.begin)).value(offsets.at(span.end)).end_array();
}

void write_entities(JsonWriter& json, const Facts& facts, const CodePointOffsets& offsets,
                    const Article& article) {
  std::vector<CodePointOffsets> captions;
  for (const Caption& caption : article.captions) captions.emplace_back(caption.text);
  json.key("entities").begin_array();
  std::uint32_t id = 0;
  for (const Entity& entity : facts.entities) {
    json.begin_object()
        .field("id", id++)
        .field("type", name_of(entity.type))
        .field("name", entity.name);
    json.field("country", entity.country);
    write_texts(json, "roles", entity.roles);
    json.field("sector", entity.sector).field("key", entity.key);
    if (!entity.aliases.empty()) write_texts(json, "aliases", entity.aliases);
    json.key("mentions").begin_array();
    for (const ByteSpan mention : entity.mentions) write_pair(json, offsets, mention);
    json.end_array();
    if (!entity.anaphors.empty()) {
      json.key("anaphors").begin_array();
      for (const ByteSpan anaphor : entity.anaphors) write_pair(json, offsets, anaphor);
      json.end_array();
    }
    json.key("caption_mentions").begin_array();
    for (const CaptionMention& mention : entity.caption_mentions) {
      const CodePointOffsets& caption = captions[mention.caption];
      json.begin_array()
          .value(mention.caption)
          .value(caption.at(mention.span.begin))
          .value(caption.at(mention.span.end))
          .end_array();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void write_times(JsonWriter& json, const Facts& facts, const CodePointOffsets& offsets) {
  json.key("times").begin_array();
  for (const TimeExpression& time : facts.times) {
    json.begin_object();
    write_place(json, offsets, time.span);
    json.field("type", name_of(time.type))
        .field("value", time.value)
        .field("earliest", time.earliest)
        .field("latest", time.latest);
    write_likely(json, time.likely);
    json.end_object();
  }
  json.end_array();
}

void write_quantities(JsonWriter& json, const Facts& facts, const CodePointOffsets& offsets) {
  json.key("quantities").begin_array();
  for (const Quantity& quantity : facts.quantities) {
    json.begin_object();
    write_place(json, offsets, quantity.span);
    json.field("value", quantity.value)
        .field("high", quantity.high)
        .field("unit", quantity.unit)
        .field("of", quantity.of);
    json.field("bound", name_of(quantity.bound)).field("per", quantity.per).end_object();
  }
  json.end_array();
}

void write_event(JsonWriter& json, const Event& event, const CodePointOffsets& offsets) {
  json.begin_object()
      .field("type", event.type)
      .field("plover", event.plover)
      .field("plover_mode", event.plover_mode);
  json.field("cameo", event.cameo).key("trigger");
  write_pair(json, offsets, event.trigger);
  json.field("sentence", event.sentence);
  write_indices(json, "who", event.who);
  write_indices(json, "whom", event.whom);
  json.key("arguments").begin_array();
  for (const Argument& argument : event.arguments) {
    json.begin_object().field("role", argument.role);
    write_place(json, offsets, argument.span);
    json.field("entity", argument.entity).end_object();
  }
  json.end_array().field("time", event.time).field("place", event.place);
  write_indices(json, "quantities", event.quantities);
  json.field("status", name_of(event.status))
      .field("according_to", event.according_to)
      .end_object();
}

void write_lists(JsonWriter& json, const Facts& facts, const Article& article) {
  const CodePointOffsets offsets(article.text);
  json.key("sentences").begin_array();
  for (const ByteSpan sentence : facts.sentences) write_pair(json, offsets, sentence);
  json.end_array();
  write_entities(json, facts, offsets, article);
  write_times(json, facts, offsets);
  write_quantities(json, facts, offsets);
  json.key("events").begin_array();
  for (const Event& event : facts.events) write_event(json, event, offsets);
  json.end_array().key("quotes").begin_array();
  for (const Quote& quote : facts.quotes) {
    json.begin_object();
    write_place(json, offsets, quote.span);
    json.field("direct", quote.direct)
        .field("speaker", quote.speaker)
        .field("verb", quote.verb)
        .end_object();
  }
  json.end_array();
}

// ---- in

class FactsReader {
 public:
  FactsReader(JsonReader& reader, const Article& article)
      : reader_(reader), article_(article), offsets_(article.text) {}

  Facts read(Element object) {
    Facts facts;
    for (const Element pair : reader_.elements(object, "sentences"))
      facts.sentences.push_back(span_of(pair, "sentences", offsets_, 0));
    for (const Element entity : reader_.elements(object, "entities"))
      facts.entities.push_back(read_entity(entity));
    for (const Element time : reader_.elements(object, "times"))
      facts.times.push_back(read_time(time));
    for (const Element quantity : reader_.elements(object, "quantities"))
      facts.quantities.push_back(read_quantity(quantity));
    for (const Element event : reader_.elements(object, "events"))
      facts.events.push_back(read_event(event, facts));
    for (const Element quote : reader_.elements(object, "quotes")) {
      facts.quotes.push_back({place_of(quote), reader_.truth(quote, "direct", false),
                              reader_.optional_index(quote, "speaker", facts.entities.size()),
                              reader_.optional_text(quote, "verb")});
    }
    return facts;
  }

 private:
  ByteSpan bytes_of(std::string_view field, const CodePointOffsets& offsets, std::uint64_t start,
                    std::uint64_t end) {
    if (start > end || end > offsets.size()) {
      reader_.fail(field, "points outside of the text");
      return {};
    }
    return {offsets.byte_at(static_cast<std::uint32_t>(start)),
            offsets.byte_at(static_cast<std::uint32_t>(end))};
  }

  // [start, end) from the members of an array, from the `skip`th on.
  ByteSpan span_of(Element pair, std::string_view field, const CodePointOffsets& offsets,
                   std::size_t skip) {
    std::uint64_t start = 0, end = 0;
    if (pair.at(skip).get(start) != simdjson::SUCCESS ||
        pair.at(skip + 1).get(end) != simdjson::SUCCESS) {
      reader_.fail(field, "holds what is no pair of offsets");
      return {};
    }
    return bytes_of(field, offsets, start, end);
  }

  ByteSpan place_of(Element object) {
    std::uint64_t start = 0, end = 0;
    if (object.at_key("start").get(start) != simdjson::SUCCESS ||
        object.at_key("end").get(end) != simdjson::SUCCESS) {
      reader_.fail("start", "and \"end\" are no offsets");
      return {};
    }
    return bytes_of("start", offsets_, start, end);
  }

  Entity read_entity(Element object) {
    Entity entity;
    entity.type = reader_.member<EntityType>(object, "type");
    entity.name = reader_.text(object, "name");
    entity.country = reader_.optional_text(object, "country");
    entity.roles = reader_.texts(object, "roles");
    entity.sector = reader_.optional_text(object, "sector");
    entity.key = reader_.optional_text(object, "key");
    if (object.at_key("aliases").error() == simdjson::SUCCESS)  // an older line has none
      entity.aliases = reader_.texts(object, "aliases");
    for (const Element pair : reader_.elements(object, "mentions"))
      entity.mentions.push_back(span_of(pair, "mentions", offsets_, 0));
    if (object.at_key("anaphors").error() == simdjson::SUCCESS) {
      for (const Element pair : reader_.elements(object, "anaphors"))
        entity.anaphors.push_back(span_of(pair, "anaphors", offsets_, 0));
    }
    for (const Element triple : reader_.elements(object, "caption_mentions")) {
      std::uint64_t caption = 0;
      if (triple.at(0).get(caption) != simdjson::SUCCESS || caption >= article_.captions.size()) {
        reader_.fail("caption_mentions", "names no caption");
        break;
      }
      const CodePointOffsets offsets(article_.captions[caption].text);
      entity.caption_mentions.push_back(
          {static_cast<std::uint32_t>(caption), span_of(triple, "caption_mentions", offsets, 1)});
    }
    return entity;
  }

  TimeExpression read_time(Element object) {
    return {place_of(object),
            reader_.member<TimeType>(object, "type"),
            reader_.text(object, "value"),
            reader_.optional_text(object, "earliest"),
            reader_.optional_text(object, "latest"),
            read_likely(reader_, object)};
  }

  Quantity read_quantity(Element object) {
    return {place_of(object),
            reader_.number(object, "value"),
            reader_.optional_number(object, "high"),
            reader_.optional_text(object, "unit"),
            reader_.optional_text(object, "of"),
            reader_.member<Bound>(object, "bound"),
            reader_.optional_text(object, "per")};
  }

  Event read_event(Element object, const Facts& facts) {
    const std::size_t entities = facts.entities.size();
    Event event;
    event.type = reader_.text(object, "type");
    event.plover = reader_.optional_text(object, "plover");
    event.plover_mode = reader_.optional_text(object, "plover_mode");
    event.cameo = reader_.optional_text(object, "cameo");
    Element trigger;
    if (object.at_key("trigger").get(trigger) == simdjson::SUCCESS) {
      event.trigger = span_of(trigger, "trigger", offsets_, 0);
    } else {
      reader_.fail("trigger", "is missing");
    }
    event.sentence = reader_.index(object, "sentence", facts.sentences.size());
    event.who = reader_.indices(object, "who", entities);
    event.whom = reader_.indices(object, "whom", entities);
    for (const Element argument : reader_.elements(object, "arguments")) {
      event.arguments.push_back({reader_.text(argument, "role"), place_of(argument),
                                 reader_.optional_index(argument, "entity", entities)});
    }
    event.time = reader_.optional_index(object, "time", facts.times.size());
    event.place = reader_.optional_index(object, "place", entities);
    event.quantities = reader_.indices(object, "quantities", facts.quantities.size());
    event.status = reader_.member<EventStatus>(object, "status");
    event.according_to = reader_.optional_index(object, "according_to", entities);
    return event;
  }

  JsonReader& reader_;
  const Article& article_;
  const CodePointOffsets offsets_;
};

}  // namespace

std::string facts_to_json(const FactsLine& line, const JsonOptions& options) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("schema", kSchema).field("input", line.input);
  if (line.id_json) json.key("id").raw(*line.id_json);
  json.field("page_key", line.page_key)
      .field("page_url", line.page_url)
      .field("article", line.article_index);
  write_article_fields(json, line.article, options);
  write_lists(json, line.facts, line.article);
  json.end_object();
  return out;
}

Result<FactsLine> facts_from_json(std::string_view text) {
  simdjson::dom::parser parser;
  const Result<Element> root = parse_object(parser, text);
  if (!root) return root.error();
  JsonReader reader;
  if (const std::string schema = reader.text(*root, "schema"); schema != kSchema) {
    return Error{ErrorKind::kWrongVersion,
                 "schema is \"" + schema + "\", not " + std::string(kSchema)};
  }
  FactsLine line;
  line.input = reader.text(*root, "input");
  line.id_json = reader.raw(*root, "id");
  line.page_key = reader.text(*root, "page_key");
  line.page_url = reader.optional_text(*root, "page_url");
  line.article_index = reader.index(*root, "article", UINT32_MAX);
  line.article = read_article_fields(reader, *root);
  line.facts = FactsReader(reader, line.article).read(*root);
  return checked(reader, std::move(line));
}

std::string facts_lists_to_json(const Facts& facts, const Article& article) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_lists(json, facts, article);
  json.end_object();
  return out;
}

Result<Facts> facts_lists_from_json(std::string_view text, const Article& article) {
  simdjson::dom::parser parser;
  const Result<Element> root = parse_object(parser, text);
  if (!root) return root.error();
  JsonReader reader;
  Facts facts = FactsReader(reader, article).read(*root);
  return checked(reader, std::move(facts));
}

}  // namespace machtin

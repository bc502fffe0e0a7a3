#include "json/signals_json.h"

#include "json/writer.h"

namespace machtin {

std::string with_signals(std::string page_json, const TextSignals& signals) {
  page_json.pop_back();  // its closing brace
  page_json += ",\"signals\":";
  JsonWriter(page_json)
      .begin_object()
      .field("language", signals.language)
      .field("certainty", signals.certainty)
      .field("main_share", signals.main_share)
      .field("words", signals.words)
      .field("sentences", signals.sentences)
      .field("paragraphs", signals.paragraphs)
      .field("repeated_lines", signals.repeated_lines)
      .end_object();
  page_json += '}';
  return page_json;
}

}  // namespace machtin

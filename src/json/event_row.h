#pragma once
// One event as a flat row with its provenance: what `export events` gives, as JSON or CSV, to
// people who code events.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "machtin/article.h"
#include "machtin/facts.h"

namespace machtin {

struct EventSource {  // where the event was read
  std::string article_key = {}, input = {}, story = {};
  std::uint32_t article = 0;
};

// The columns of the CSV, in order.
const std::vector<std::string_view>& event_columns();
// One text a column; lists are parted by "|", absent values are empty.
std::vector<std::string> event_row(const EventSource& source, const Article& article,
                                   const Facts& facts, const Event& event);
std::string event_to_json(const EventSource& source, const Article& article, const Facts& facts,
                          const Event& event);

}  // namespace machtin

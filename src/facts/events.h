#pragma once
// What happened: triggers of the pack's tables, the frame of each (who stands where), status,
// source of the claim, and quotes with their speakers. Tested by events_test.cc and quotes_test.cc.

#include <vector>

#include "facts/article_text.h"
#include "language/pack.h"
#include "machtin/facts.h"

namespace machtin {

struct EventTables;  // facts/event_tables.h: event_types, triggers, reporting verbs, status words,
                     // compiled

// found: entities, times and quantities of the same text.
struct EventsAndQuotes {
  std::vector<Event> events = {};
  std::vector<Quote> quotes = {};
};

EventsAndQuotes find_events(const ArticleText& text, const Facts& found, const EventTables& tables);

}  // namespace machtin

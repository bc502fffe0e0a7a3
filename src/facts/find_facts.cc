// The finders in the order in which they need one another. A finder whose tables are not given
// finds nothing.
#include "facts/find_facts.h"

#include <utility>

#include "facts/article_text.h"
#include "facts/entities.h"
#include "facts/events.h"
#include "language/number.h"
#include "language/time.h"

namespace machtin {

Facts find_facts(const Article& article, const FactTables& tables) {
  Facts facts;
  if (!tables.sentences) return facts;
  const ArticleText text = make_article_text(article, *tables.sentences);
  facts.sentences = text.sentences;
  if (tables.times)
    facts.times =
        find_times(text.text, text.tokens, text.sentences, article.published, *tables.times);
  if (tables.numbers)
    facts.quantities = find_quantities(text.text, text.tokens, facts.times, *tables.numbers);
  if (tables.entities) facts.entities = find_entities(text, *tables.entities);
  if (tables.events) {
    EventsAndQuotes told = find_events(text, facts, *tables.events);
    facts.events = std::move(told.events);
    facts.quotes = std::move(told.quotes);
  }
  return facts;
}

}  // namespace machtin

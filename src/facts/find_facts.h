#pragma once
// An article with its date → its facts. Pure, thread-safe.

#include "language/sentence.h"
#include "machtin/article.h"
#include "machtin/facts.h"

namespace machtin {

struct TimeTables;
struct NumberTables;
struct EntityTables;
struct EventTables;

struct FactTables {  // borrowed; what one language knows
  const SentenceTables* sentences = nullptr;
  const TimeTables* times = nullptr;
  const NumberTables* numbers = nullptr;
  const EntityTables* entities = nullptr;
  const EventTables* events = nullptr;
};

Facts find_facts(const Article& article, const FactTables& tables);

}  // namespace machtin

#pragma once
// Who and where: persons with offices, organizations, countries, places, nationalities of one
// article, all mentions of one entity together. Tested by entities_test.cc.

#include <vector>

#include "facts/article_text.h"
#include "language/pack.h"
#include "machtin/facts.h"

namespace machtin {

struct EntityTables;  // facts/entity_tables.h: gazetteers, offices, name lists of a pack, compiled

// `key` and `sector` are set too (entity/ tells how keys are formed).
std::vector<Entity> find_entities(const ArticleText& text, const EntityTables& tables);

}  // namespace machtin

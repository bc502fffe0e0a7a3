#pragma once
// Mentions of one article → its entities: full and short names, names and offices, long forms and
// abbreviations of one entity together. Tested by coreference_test.cc.

#include <vector>

#include "facts/entity_mentions.h"
#include "machtin/facts.h"

namespace machtin {

// In order of first mention, those of captions alone last. Mentions whose evidence is needed and
// not found are dropped. Time is linear in mentions: a short name is held against the latest few
// that share a word with it.
std::vector<Entity> group_mentions(std::vector<Mention> mentions, const EntityTables& tables);

}  // namespace machtin

#pragma once
// The entities of one article → the keys that the same ones have in every article, and the other
// spellings under which readers look for them. What facts/ tells of them is all that is used; who
// is not surely known keeps the key of facts/entity_key.h, or none. Tested by
// link_entities_test.cc.
//
//   city      place:geonames:745044       where the name and country are those of one city of the
//                                         table, or, without a country, of one ten times larger
//                                         than the others of its name
//                                         ("TP Hà Nội" by the name that the tables have it under)
//   person    person:vladimir putin|RUS   the row whose name it is, or which sounds like it and
//                                         held the same office of the same country; a name of one
//                                         word only where its country or office is the row's too

#include "entity/link_tables.h"
#include "machtin/facts.h"

namespace machtin {

// Linear in entities. Keys set by a user's watch list are left alone: they have no such prefix.
// sounds: of the article's language, whose press writes foreign names by them.
void link_entities(Facts& facts, const LinkTables& tables, const SoundTables& sounds);

}  // namespace machtin

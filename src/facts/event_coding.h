#pragma once
// PLOVER and CAMEO codes of an event whose both sides are political actors. Tested by
// event_coding_test.cc.

#include "facts/event_tables.h"
#include "machtin/facts.h"

namespace machtin {

// Is this a country, or somebody whose sector is one of PLOVER's political ones?
bool is_political(const Entity& entity);

// Sets plover, plover_mode and cameo of an event whose type, status, who and whom are set; leaves
// them empty where either side is no political actor, or where the type has no code.
void code_event(Event& event, const EventType& type, const std::vector<Entity>& entities);

}  // namespace machtin

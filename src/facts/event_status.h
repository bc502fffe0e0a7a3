#pragma once
// Did it happen, is it planned, is it denied: the words that stand before a trigger. Tested by
// events_test.cc.

#include "facts/event_roles.h"
#include "facts/event_scan.h"
#include "machtin/facts.h"

namespace machtin {

EventStatus status_of(const ArticleScan& scan, std::uint32_t sentence, const TriggerHit& hit,
                      const Filled& filled);

}  // namespace machtin

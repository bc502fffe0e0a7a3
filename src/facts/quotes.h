#pragma once
// Quotations with their speakers: direct ones between quotation marks, indirect ones after "X cho
// biết". Tested by quotes_test.cc.

#include <vector>

#include "facts/event_scan.h"
#include "facts/event_sources.h"
#include "machtin/facts.h"

namespace machtin {

// scan: its anaphora resolved; claims: find_claims(scan). In order of place.
std::vector<Quote> quotes_of(const ArticleScan& scan, const std::vector<SourceClaim>& claims);

}  // namespace machtin

#pragma once
// Where independent sources tell one thing differently: how many, on which day, where. Tested by
// disagreements_test.cc.

#include <vector>

#include "machtin/story.h"
#include "timeline/report_tables.h"
#include "timeline/telling.h"

namespace machtin {

// Only what can be compared and cannot both be true: "more than 70" and "72" agree; a source that
// tells both values agrees with either; a later article of one paper replaces its earlier one.
// Reposts and teasers are no source of their own, but stand with the claim that they repeat.
std::vector<Disagreement> find_disagreements(const Telling& telling, const ReportTables& tables);

}  // namespace machtin

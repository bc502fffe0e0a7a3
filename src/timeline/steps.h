#pragma once
// The dated steps of a story: what happened on which day, and who tells it. Tested by
// steps_test.cc.

#include <vector>

#include "machtin/story.h"
#include "timeline/telling.h"

namespace machtin {

// In order of days; a day whose year is not proved stands where its likely or possible year puts
// it.
std::vector<TimelineEntry> find_steps(const Telling& telling);

}  // namespace machtin

#pragma once
// The middle of find_times: components → phrases. Neighbours that name parts of one date are joined
// ("7 giờ sáng" + "ngày 31/10"), what only looks like a time is dropped (the ordinal "thứ hai", the
// score "2-1"), and the first ends of ranges are found ("từ 22 đến 26/5"). Tested by time_test.cc.

#include <cstddef>
#include <vector>

#include "language/time_match.h"

namespace machtin {

// One component, or several that were joined: then its reading is kDate.
struct TimePhrase : TimeComponent {
  bool is_length = false;  // kClockOrLength read as a length
  std::size_t parts = 1;   // components joined
};

// In order, none overlapping.
std::vector<TimePhrase> find_phrases(const TimeText& text);

}  // namespace machtin

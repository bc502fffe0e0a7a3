#pragma once
// The middle of find_times: components → phrases. Neighbours that name parts of one date are joined
// ("7 giờ sáng" + "ngày 31/10"), what only looks like a time is dropped (the ordinal "thứ hai", the
// score "2-1"), and the first ends of ranges are found ("từ 22 đến 26/5"). Tested by time_test.cc.

#include <cstddef>
#include <vector>

#include "language/time_match.h"

namespace machtin {

struct TimePhrase {
  std::size_t begin = 0, end = 0;            // pieces
  TimeReading reading = TimeReading::kDate;  // of a joined date: kDate
  std::uint32_t roles = 0;
  TimeFields fields = {};
  bool is_length = false;  // kClockOrLength read as a length
  bool lunar_head = false, has_head = false, ordinal = false, explicit_clock = false,
       hedged = false, in_words = false;
  bool sure = false;  // kAgo: whatever follows
  char sign = 0;
  int edge = 0;
  std::size_t parts = 1;  // components joined
};

// In order, none overlapping.
std::vector<TimePhrase> find_phrases(const TimeText& text);

}  // namespace machtin

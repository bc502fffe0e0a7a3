#pragma once
// Scores: "thắng 2-1", "tỷ số 3 - 0", "6-4, 7-5" → both numbers. What makes two numbers a score
// stands in the table "number_cues". Tested by number_cases_test.cc.

#include <cstddef>
#include <optional>

#include "language/number_text.h"
#include "machtin/facts.h"

namespace machtin {

struct Score {
  std::size_t end = 0;  // the piece after it
  Quantity quantity = {};
};

// last_end: where the score before ended, 0 for none: what follows it may be the next set of a
// match.
std::optional<Score> read_score(const NumberText& t, std::size_t at, std::size_t last_end);

}  // namespace machtin

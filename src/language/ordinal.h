#pragma once
// Numbers that tell a place in an order: "lần thứ hai", "hạng 7", "the 47th president" → the number
// and what is ordered. Which words say so stands in the tables "number_cues" and "number_words".
// Tested by number_cases_test.cc.

#include <cstddef>
#include <optional>

#include "language/number_text.h"
#include "machtin/facts.h"

namespace machtin {

struct OrderedNumber {
  std::size_t end = 0;  // the piece after it
  Quantity quantity = {};
};

std::optional<OrderedNumber> read_ordinal(const NumberText& t, std::size_t at);

}  // namespace machtin

#pragma once
// Numbers of a text with what they count: digits and words, ranges, percents, money, measures.
// Tested by number_test.cc.

#include <string_view>
#include <vector>

#include "language/pack.h"
#include "language/token.h"
#include "machtin/facts.h"

namespace machtin {

struct NumberTables;  // language/number_tables.h

// times: their places are no quantities, save durations that count nothing else.
std::vector<Quantity> find_quantities(std::string_view text, const std::vector<Token>& tokens,
                                      const std::vector<TimeExpression>& times,
                                      const NumberTables& tables);

}  // namespace machtin

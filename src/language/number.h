#pragma once
// Numbers of a text with what they count: digits and words, ranges, percents, money, measures,
// ordinals and scores.
// Tested by number_test.cc.

#include <string_view>
#include <vector>

#include "language/pack.h"
#include "language/token.h"
#include "machtin/facts.h"

namespace machtin {

struct NumberTables;  // language/number_tables.h

// Units of what counts nothing: a place in an order, the points of two sides.
constexpr const char* kOrdinalUnit = "ordinal";
constexpr const char* kScoreUnit = "score";

bool is_order_or_score(const Quantity& quantity);
// Says how many or how much there is of something: no age, no ordinal, no score.
bool tells_amount(const Quantity& quantity);

// times: their places are no quantities, save durations that count nothing else.
std::vector<Quantity> find_quantities(std::string_view text, const std::vector<Token>& tokens,
                                      const std::vector<TimeExpression>& times,
                                      const NumberTables& tables);

}  // namespace machtin

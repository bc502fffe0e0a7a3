#pragma once
// Temporal expressions of a text with TIMEX3 values (the guideline is that of HeidelTime for news).
// What words and shapes a language has for time stands in the pack's tables; the code knows
// calendars. Tested by time_test.cc.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/pack.h"
#include "language/token.h"
#include "machtin/article.h"
#include "machtin/facts.h"

namespace machtin {

struct TimeTables;  // language/time_tables.h

// text, tokens: of one article; sentences: for context such as "cùng ngày".
// published: the anchor. Where its year is not known, values keep XXXX and carry the anchor's
// bounds (earliest, latest, likely) moved to the expression's day; nothing is guessed.
std::vector<TimeExpression> find_times(std::string_view text, const std::vector<Token>& tokens,
                                       const std::vector<ByteSpan>& sentences,
                                       const PublicationDate& published, const TimeTables& tables);

}  // namespace machtin

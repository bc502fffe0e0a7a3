// Three steps, a file each: components (time_match), phrases (time_phrase), values (time_value).
// Linear in the text: each place is tried against the tree of patterns, whose depth is fixed.
#include "language/time.h"

#include "language/time_match.h"
#include "language/time_phrase.h"
#include "language/time_tables.h"
#include "language/time_value.h"

namespace machtin {

std::vector<TimeExpression> find_times(std::string_view text, const std::vector<Token>& tokens,
                                       const std::vector<ByteSpan>& sentences,
                                       const PublicationDate& published, const TimeTables& tables) {
  const TimeText prepared = prepare_times(text, tokens, sentences, tables);
  TimeResolver resolver(prepared, published);
  std::vector<TimeExpression> times;
  for (const TimePhrase& phrase : find_phrases(prepared)) {
    if (std::optional<TimeExpression> time = resolver.resolve(phrase)) {
      times.push_back(std::move(*time));
    }
  }
  return times;
}

}  // namespace machtin

// Three steps, a file each: components (time_match), phrases (time_phrase), values (time_value).
// Linear in the text: each place is tried against the tree of patterns, whose depth is fixed.
#include "language/time.h"

#include <algorithm>
#include <span>

#include "language/time_match.h"
#include "language/time_phrase.h"
#include "language/time_tables.h"
#include "language/time_value.h"

namespace machtin {

namespace {

// Tokens that are made ready at once, up to the end of a sentence: as many as the cache holds. A
// long text in one piece would be half as fast.
constexpr std::size_t kPartTokens = 4096;

}  // namespace

std::vector<TimeExpression> find_times(std::string_view text, const std::vector<Token>& tokens,
                                       const std::vector<ByteSpan>& sentences,
                                       const PublicationDate& published, const TimeTables& tables) {
  TimeResolver resolver(published);
  std::vector<TimeExpression> times;
  std::size_t sentence = 0;
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::size_t end = std::min(begin + kPartTokens, tokens.size());
    std::size_t next = sentence;  // the first sentence past the part
    while (next < sentences.size() && sentences[next].end <= tokens[end - 1].span.begin) ++next;
    if (next < sentences.size()) {
      while (end < tokens.size() && tokens[end].span.begin < sentences[next].end) ++end;
      ++next;
    } else {
      end = tokens.size();
    }
    const TimeText part = prepare_times(text, std::span(tokens).subspan(begin, end - begin),
                                        std::span(sentences).subspan(sentence, next - sentence),
                                        tables, static_cast<std::uint32_t>(sentence));
    resolver.read(part);
    for (const TimePhrase& phrase : find_phrases(part)) {
      if (std::optional<TimeExpression> time = resolver.resolve(phrase)) {
        times.push_back(std::move(*time));
      }
    }
    begin = end;
    sentence = next;
  }
  return times;
}

}  // namespace machtin

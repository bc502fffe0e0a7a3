#pragma once
// The sentences that tell a story best: central, not told twice, in the order of the telling.
// Tested by summary_test.cc.

#include <span>
#include <string>
#include <vector>

#include "timeline/sentences.h"

namespace machtin {

struct SummaryOptions {
  // Syllables: what people take for a story told by several papers, on the stories development set.
  std::uint32_t most_syllables = 185;
  double share_of_longest = 0.6;  // of the longest article: a short story gets a short summary
};

// articles: the sentences of each article that speaks for itself, the earliest published first.
std::vector<std::string> summarize(std::span<const std::vector<StorySentence>> articles,
                                   const SummaryOptions& options);

}  // namespace machtin

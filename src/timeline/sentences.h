#pragma once
// The sentences of a story's articles, weighed: what summary, steps and comparisons choose from.
// Tested by summary_test.cc.

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "timeline/report.h"
#include "timeline/report_tables.h"

namespace machtin {

struct SentenceTerm {
  std::uint32_t term = 0;
  float rarity = 0;
};

struct StorySentence {
  std::uint32_t member = 0;    // index into the story's members
  std::uint32_t number = 0;    // index into Facts::sentences
  std::uint32_t place = 0;     // of the sentence among those of the body, the lede's first is 0
  std::string_view text = {};  // of the member's article
  std::vector<SentenceTerm> terms = {};  // sorted by term, without repeats
  std::uint32_t syllables = 0;
  bool title = false;    // stands in the title
  bool leaning = false;  // opens with words that lean on the sentence before
  bool broken = false;   // a caption, a byline, a fragment: not to be told
};

// All sentences of one member, in order; views into its article, which must outlive them.
std::vector<StorySentence> sentences_of(const std::vector<StoryMember>& members,
                                        std::uint32_t member, const ReportTables& tables);
std::vector<StorySentence> sentences_of(std::vector<StoryMember>&& members, std::uint32_t member,
                                        const ReportTables& tables) = delete;

// How alike two sentences are, by their terms' rarity: 0 to 1.
double sentence_cosine(const StorySentence& a, const StorySentence& b);

// term → in how many of these articles it stands.
using TermSupport = std::unordered_map<std::uint32_t, double>;
TermSupport term_support(std::span<const std::vector<StorySentence>> articles);

// How much of what the articles share a sentence tells, by term: 0 to about 1.
double centrality(const StorySentence& sentence, const TermSupport& support,
                  std::size_t article_count);

}  // namespace machtin

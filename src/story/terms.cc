// See terms.h. One pass over the tokens.
#include "story/terms.h"

#include <vector>

#include "language/token.h"

namespace machtin {
namespace {

constexpr float kNumberRarity = 4.0F;  // a number says as much as a word in one text of fifty

void count_term(TermCounts& counts, std::uint32_t term, float rarity, double times) {
  TermCount& seen = counts[term];
  seen.count += times;
  seen.rarity = rarity;
}

// "23/10" is one term: a day named in figures.
bool is_day_in_figures(const std::vector<Token>& tokens, std::size_t i) {
  return i + 2 < tokens.size() && tokens[i].shape == Shape::kNumber &&
         tokens[i + 1].shape == Shape::kPunctuation && tokens[i + 2].shape == Shape::kNumber &&
         (tokens[i + 1].key == "/" || tokens[i + 1].key == "-") && !tokens[i + 1].space_before &&
         !tokens[i + 2].space_before && tokens[i].key.size() <= 2 && tokens[i + 2].key.size() <= 2;
}

}  // namespace

void count_terms(std::string_view text, const StoryTables& tables, double times,
                 TermCounts& counts) {
  const std::vector<Token> tokens = tokenize(text);
  std::uint32_t before = 0;  // 0: no neighbour to pair with
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.shape == Shape::kPunctuation) {
      before = 0;
      continue;
    }
    const std::uint32_t term = term_hash(token.key);
    if (token.shape == Shape::kNumber) {
      if (is_day_in_figures(tokens, i))
        count_term(counts, pair_hash(term, term_hash(tokens[i + 2].key)), kNumberRarity, times);
      if (token.key.size() > 1) count_term(counts, term, kNumberRarity, times);
      before = 0;
      continue;
    }
    const bool stops = tables.stop_words.contains(term);
    if (!stops) count_term(counts, term, tables.rarity_of(term), times);
    const std::uint32_t pair = before == 0 ? 0 : pair_hash(before, term);
    const bool stopped_pair = pair == 0 || tables.stop_words.contains(pair) ||
                              (stops && tables.stop_words.contains(before));
    if (!stopped_pair) count_term(counts, pair, tables.rarity_of(pair), times);
    before = term;
  }
}

}  // namespace machtin

#pragma once
// Text → words: the syllables of a word joined, with universal part-of-speech tags. A unigram
// model: of all ways to cut a line, the one whose words are likeliest together (Viterbi over a
// lattice of lexicon words); runs of capitalised syllables that the lexicon does not know are
// names. Tested by word_segmenter_test.cc.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/pack.h"
#include "language/phrase_trie.h"
#include "language/token.h"

namespace machtin {

struct WordTables {
  struct Word {
    float log_probability = 0;  // natural logarithm
    std::string tag = {};       // universal tag; empty where the lexicon does not say
  };
  std::vector<Word> words = {};
  PhraseTrie trie = {};
  float unknown = 0;  // log-probability of a syllable that the lexicon lacks

  // Table "words": word with syllables joined by _, count, tag. Errors: kBadFormat (a count that is
  // no number above 0).
  static Result<WordTables> load(const Pack& pack);
};

struct Word {
  std::uint32_t first = 0, end = 0;  // tokens [first, end)
  std::string_view tag = {};         // into the tables, or a constant
};

std::vector<Word> find_words(const std::vector<Token>& tokens, const WordTables& tables);

// The line as Vietnamese corpora write it: "ủy_ban nhân_dân", with tags "ủy_ban/NOUN".
std::string segmented_line(std::string_view line, const WordTables& tables, bool with_tags);

}  // namespace machtin

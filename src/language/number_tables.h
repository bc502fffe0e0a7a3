#pragma once
// What a language knows of numbers and what they count: tables "number_words", "units",
// "currencies", "number_nouns", "number_cues". Tested by number_test.cc.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/number_words.h"
#include "language/pack.h"
#include "language/phrase_trie.h"
#include "machtin/result.h"

namespace machtin {

enum class NumberCue : std::uint8_t {
  kAbout,
  kAtLeast,
  kAtMost,
  kAfterAtLeast,
  kAfterAtMost,
  kName,     // before: the number is a name ("số 5", "Điều 12")
  kNotNoun,  // after: what the number does not count
  kRange,
  kEach,  // "mỗi bên thả 1.000 người": so many for each of them
  kAge,   // after: "63 tuổi" counts nothing
};

enum class NounKind : std::uint8_t {
  kNoun,
  kClassifier,  // goes before a noun of the table: "chiếc xe"
  kHolder,      // goes before any noun, of the table or not: "bao xi măng", "con lợn"
  kPerson,
};

// Phrases are matched over pieces (language/piece.h): "m2" is "m" and "2" there, so these tries are
// filled with pieces too.
struct NumberTables {
  NumberWords numbers = {};
  PhraseTrie units = {};  // measures and currencies
  std::vector<std::string> symbols = {};
  std::vector<bool> is_currency = {};
  PhraseTrie nouns = {};
  std::vector<NounKind> noun_kinds = {};
  PhraseTrie cues = {};
  std::vector<NumberCue> cue_kinds = {};

  // Errors: kBadFormat, naming table and line.
  static Result<NumberTables> load(const Pack& pack);
};

}  // namespace machtin

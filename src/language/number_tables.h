#pragma once
// What a language knows of numbers and what they count: tables "number_words", "units",
// "currencies", "number_nouns", "number_cues". Tested by number_test.cc.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/key_index.h"
#include "language/number_words.h"
#include "language/pack.h"
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
  kEach,    // "mỗi bên thả 1.000 người": so many for each of them
  kMinus,   // before a measure: "âm 3 độ"
  kPartOf,  // between words for numbers: "hai phần ba"
  kHalf,    // alone: "một nửa"
  kTimes,   // before: "gấp ba"
  kDouble,  // alone: "gấp đôi"
};

enum class NounKind : std::uint8_t {
  kNoun,
  kClassifier,  // goes before a noun of the table: "chiếc xe"
  kHolder,      // goes before any noun, of the table or not: "bao xi măng", "con lợn"
  kPerson,
};

// Phrases are matched over pieces (language/piece.h): "m2" is "m" and "2" there.
struct NumberTables {
  NumberWords numbers = {};
  KeyIndex keys = {};                      // of all that follow
  std::vector<NumberWord> number_of = {};  // by key, where may_be_number says so
  std::vector<bool> may_be_number = {};    // by key
  KeyTrie units = {};                      // measures and currencies
  std::vector<std::string> symbols = {};
  std::vector<bool> is_currency = {};
  KeyTrie nouns = {};
  std::vector<NounKind> noun_kinds = {};
  KeyTrie cues = {};
  std::vector<NumberCue> cue_kinds = {};

  const NumberWord* number_word(std::uint32_t key) const {
    return key < may_be_number.size() && may_be_number[key] ? &number_of[key] : nullptr;
  }

  // Errors: kBadFormat, naming table and line.
  static Result<NumberTables> load(const Pack& pack);
};

}  // namespace machtin

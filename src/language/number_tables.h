#pragma once
// What a language knows of numbers and what they count: tables "number_words", "units",
// "currencies", "number_nouns", "number_cues". Tested by number_test.cc.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

  kOrdinal,       // before a number: "thứ hai"
  kOrdinalAfter,  // right behind digits: "47th"
  kOrdinalOpens,  // before a word that is a number of order by itself: "the third"
  kRank,          // what is ordered, before its number: "hạng 7"
  kNotRank,       // before that word: "giải hạng nhất" is a name
  kRankedIn,      // goes on after such a number, which does not count it: "hạng 7 thế giới"
  kRankInWords,   // the same, before words alone: "giải ba", but "giải 3 bài"
  kFirst,         // after what is ordered: "trận đầu tiên"
  kFirstTime,     // the first word is what is ordered: "lần đầu"
  kOrdered,       // what may be ordered, besides the nouns that numbers count
  kScore,         // in the same clause before a score: "thắng đội khách 2-1"
  kScoreNext,     // right before one: "kết quả 1-1"
  kScoreLink,     // between two: "6-4 và 7-5"
  kNotScore,      // right before what is none: "mùa giải 24-25"
};

enum class NounKind : std::uint8_t {
  kNoun,
  kClassifier,  // goes before a noun of the table: "chiếc xe"
  kHolder,      // goes before any noun, of the table or not: "bao xi măng", "con lợn"
  kPerson,
};

// What such a row of "units" or "currencies" holds begins like a unit and is none: "đô thị".
constexpr std::string_view kNoUnit = "none";

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
  KeyTrie ranges = {};  // words of number_words that mean a range: "dăm bảy"
  std::vector<std::pair<double, double>> range_values = {};

  const NumberWord* number_word(std::uint32_t key) const {
    return key < may_be_number.size() && may_be_number[key] ? &number_of[key] : nullptr;
  }

  // Errors: kBadFormat, naming table and line.
  static Result<NumberTables> load(const Pack& pack);
};

}  // namespace machtin

#pragma once
// A number written in digits, in words or in both ("1.000", "3,5 triệu", "ba mươi lăm", "30 nghìn
// tỷ") → its value. The words and the decimal sign stand in the pack's table "number_words". Tested
// by number_words_test.cc.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/key_index.h"
#include "language/pack.h"
#include "language/token.h"
#include "machtin/result.h"

namespace machtin {

enum class NumberWordKind {
  kDigit,     // stands alone or after tens: "ba", "three"
  kLone,      // never right after tens or hundreds, where it is another word: "năm" (five, year)
  kAfter,     // only after tens or hundreds: "lăm", "mốt"
  kTen,       // stands alone and takes a digit: "mười", "twenty"
  kTimesTen,  // after a digit: "mươi"
  kHundred,   // "trăm"
  kScale,     // "nghìn", "tỷ", "chục"
  kLink,      // "linh", "and": between hundreds and what follows
  kHalf,      // "rưỡi": half of the last scale
  kVague,     // before a scale: "vài trăm", "hàng nghìn"
  kHalfOf,    // "nửa": half of the scale after it
  kOrdinal,   // no amount, an order: "third", "twenty-first"
  kRank,      // an order only after a word that says so: "nhất", "nhì"
};

struct NumberWord {
  NumberWordKind kind = NumberWordKind::kDigit;
  double value = 0;
};

// The kind of the rows that are no single words: "dăm bảy" (language/number_tables.h reads them).
constexpr std::string_view kRangeOfWords = "range";

struct NumberWords {
  KeyIndex keys = {};                  // of the words
  std::vector<NumberWord> words = {};  // by the key's number
  char decimal = '.', thousands = ',';
  const NumberWord* find(std::string_view key) const;  // by matching key; nullptr for no number
  // Errors: kBadFormat, naming the row.
  static Result<NumberWords> load(const Pack& pack);
};

struct ReadNumber {
  double value = 0;
  std::size_t pieces = 0;  // how many it takes up
  bool in_words = false;   // no digits at all
  bool vague = false;      // "hàng trăm": at least the value
  bool scaled = false;     // a scale word closed it: "5 triệu"
  double scale = 1;        // of that word, or of the words together
};

// The longest number that begins at pieces[at]; nullopt where none does, and for runs of digits and
// signs that are no number ("19.10.2013", "1.2.3"). bare_scale: a scale may open it, and means one
// of them: the "trăm triệu" of "hơn trăm triệu".
std::optional<ReadNumber> read_number(const std::vector<Token>& pieces, std::size_t at,
                                      const NumberWords& words, bool bare_scale = false);

}  // namespace machtin

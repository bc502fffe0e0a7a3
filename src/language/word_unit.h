#pragma once
// Text → the smallest units that words are made of: a syllable, a written number, one sign. Each
// comes with a 64-bit key (its letters made comparable, then hashed), so that a model needs no
// dictionary and the hot path no allocation. Tested by word_unit_test.cc.

#include <cstdint>
#include <string_view>
#include <vector>

#include "machtin/article.h"

namespace machtin {

// What a unit looks like. The values go into the hashes of the model file: a change of order or
// meaning needs a new version of it.
enum class UnitShape : std::uint8_t {
  kLower,  // "tù"; any letters in a line without lower case, which tells nothing by its capitals
  kCapitalised,  // "Nga" inside a sentence
  kOpening,   // "Nga" where every word is capitalised: first of the line, after . ! ? : or a quote
  kUpper,     // "PLVN"
  kInitial,   // "H", one capital letter
  kMixed,     // "iPhone", "F16"; an address (address.h), whose key is that of all addresses
  kNumber,    // "23", "1.000", "3,5"
  kFullStop,  // "." and "…"
  kComma,     // "," and ";"
  kQuote,     // any quotation mark
  kBracket,   // any bracket
  kHyphen,    // "-" or "–" with no space on either side: "Pu-tin"
  kDash,      // the same with space
  kOther,     // any other sign
};

struct WordUnit {
  ByteSpan span = {};
  std::uint64_t key = 0;  // equal for "Hoà" and "hòa", "kỹ" and "kĩ"; for a number, of its pattern
  UnitShape shape = UnitShape::kLower;
  bool space_before = false;
  bool column_before = false;  // white space other than a plain or no-break space: no word spans it
};

// line: UTF-8 in NFC. Signs that take no place (soft hyphen, zero-width space) belong to the unit
// that they touch and not to its key. The units of the line replace what `units` holds; its memory
// is used again.
void split_units(std::string_view line, std::vector<WordUnit>& units);

}  // namespace machtin

#pragma once
// What a code point is, from a table: ICU answers the same, but too slowly for every letter of a
// text. And the spelling of one Vietnamese syllable made comparable. Tested by letter_test.cc.

#include <cstddef>
#include <cstdint>

namespace machtin {

enum class LetterKind : std::uint8_t { kSign, kSpace, kDigit, kUpper, kLower, kOther, kMark };

struct Letter {
  char32_t lower = 0;  // the code point in lower case
  LetterKind kind = LetterKind::kSign;
};
Letter letter_of(char32_t c);

// Makes the spellings of a syllable one, in place; the number of letters stays. letters: lower
// case, NFC. Tone marks go where old spelling has them ("hoà" → "hòa"); y after h, k, l, m, s, t or
// qu, with nothing behind it, becomes i ("kỹ" → "kĩ", "quý" → "quí").
void spell_alike(char32_t* letters, std::size_t size);

}  // namespace machtin

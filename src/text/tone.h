#pragma once
// Vowels and the tone marks on them. Tested by letter_test.cc and fold_test.cc.

#include <cstddef>

namespace machtin {

// A lower-case vowel with its tone mark taken off: "ò" → {o, 1}; anything else is {itself, 0}.
struct Toned {
  char32_t base = 0;
  std::size_t tone = 0;  // 0: none; else in the order of the rows of tone.cc
};
Toned toned(char32_t c);
char32_t with_tone(char32_t base, std::size_t tone);

// Whether the tone of an open pair of vowels at a word's end stands on its first letter in the old
// style, on its second in the new one: oa, oe, uy (Hoàng Phê, Chính tả, 2003).
bool is_open_pair(char32_t first, char32_t second);

// How the syllable of a consonant (q with its u) and i or y alone is written most, where both
// spellings are in use: "kĩ" → y, "sỹ" → i, "quí" → y. Other bases come back as they are.
char32_t usual_vowel(char consonant, Toned vowel);

}  // namespace machtin

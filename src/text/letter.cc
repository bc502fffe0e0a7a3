// A rule of spelling, not a list of words: the tone of an open pair of vowels stands on either
// (tone.h); a lone final y and i sound the same after h, k, l, m, s, t, qu (Hoàng Phê, Chính tả,
// 2003).
#include "text/letter.h"

#include <unicode/uchar.h>

#include <array>

#include "text/tone.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr char32_t kTableSize = 0x2070;  // Latin with all its Vietnamese letters, and punctuation

LetterKind kind_of(char32_t c) {
  const CodePointClass of = class_of(c);
  if ((of & kDigitClass) != 0) return LetterKind::kDigit;
  if ((of & kSpaceClass) != 0) return LetterKind::kSpace;
  if ((of & kLetterClass) != 0) {
    if ((of & kUpperClass) != 0) return LetterKind::kUpper;
    return (of & kLowerClass) != 0 ? LetterKind::kLower : LetterKind::kOther;
  }
  return (of & kCombiningClass) != 0 ? LetterKind::kMark : LetterKind::kSign;
}

Letter look_up(char32_t c) {
  return {static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))), kind_of(c)};
}

std::array<Letter, kTableSize> make_table() {
  std::array<Letter, kTableSize> table{};
  for (char32_t c = 0; c < kTableSize; ++c) table[c] = look_up(c);
  return table;
}

bool takes_i(char32_t onset) {
  return onset == U'h' || onset == U'k' || onset == U'l' || onset == U'm' || onset == U's' ||
         onset == U't';
}

}  // namespace

Letter letter_of(char32_t c) {
  static const std::array<Letter, kTableSize> table = make_table();
  return c < kTableSize ? table[c] : look_up(c);
}

void spell_alike(char32_t* letters, std::size_t size) {
  if (size < 2) return;
  char32_t& last = letters[size - 1];
  char32_t& before = letters[size - 2];
  const bool pair = before == U'o' || before == U'u';
  if (last < 0x80 && last != U'y') return;
  if (!pair && !takes_i(before)) return;
  const Toned end = toned(last);
  if (end.base == U'y') {
    const bool after_q = size == 3 && before == U'u' && letters[0] == U'q';
    if (after_q || (size == 2 && takes_i(before))) {
      last = with_tone(U'i', end.tone);
      return;
    }
  }
  if (!is_open_pair(before, end.base) || end.tone == 0 || (size > 2 && letters[size - 3] == U'q'))
    return;
  before = with_tone(before, end.tone);
  last = end.base;
}

}  // namespace machtin

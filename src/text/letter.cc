// A rule of spelling, not a list of words: in the open vowel pairs oa, oe, uy the old style marks
// the first letter, the new one the second; a lone final y and i sound the same after h, k, l, m,
// s, t, qu (Hoàng Phê, Chính tả, 2003).
#include "text/letter.h"

#include <unicode/uchar.h>

#include <array>
#include <string_view>

namespace machtin {
namespace {

constexpr char32_t kTableSize = 0x2070;  // Latin with all its Vietnamese letters, and punctuation

LetterKind kind_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (c >= '0' && c <= '9') return LetterKind::kDigit;
  if (c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : u_isUWhiteSpace(point) != 0)
    return LetterKind::kSpace;
  if (u_isalpha(point) != 0) {
    if (u_isupper(point) != 0) return LetterKind::kUpper;
    return u_islower(point) != 0 ? LetterKind::kLower : LetterKind::kOther;
  }
  if (c >= 0x300 && (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0) return LetterKind::kMark;
  return LetterKind::kSign;
}

Letter look_up(char32_t c) {
  return {static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))), kind_of(c)};
}

std::array<Letter, kTableSize> make_table() {
  std::array<Letter, kTableSize> table{};
  for (char32_t c = 0; c < kTableSize; ++c) table[c] = look_up(c);
  return table;
}

// Plain and with the five tones.
constexpr std::array<std::u32string_view, 6> kToned = {
    U"a\u00e0\u00e1\u1ea3\u00e3\u1ea1", U"e\u00e8\u00e9\u1ebb\u1ebd\u1eb9",
    U"o\u00f2\u00f3\u1ecf\u00f5\u1ecd", U"u\u00f9\u00fa\u1ee7\u0169\u1ee5",
    U"y\u1ef3\u00fd\u1ef7\u1ef9\u1ef5", U"i\u00ec\u00ed\u1ec9\u0129\u1ecb"};

struct Toned {
  char32_t base = 0;
  std::size_t tone = 0;
};

Toned toned(char32_t c) {
  for (const std::u32string_view row : kToned) {
    if (const auto at = row.find(c); at != std::u32string_view::npos) return {row[0], at};
  }
  return {c, 0};
}

char32_t with_tone(char32_t base, std::size_t tone) {
  for (const std::u32string_view row : kToned) {
    if (row[0] == base) return row[tone];
  }
  return base;
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
  const bool open_pair =
      before == U'o' ? end.base == U'a' || end.base == U'e' : before == U'u' && end.base == U'y';
  if (!open_pair || end.tone == 0 || (size > 2 && letters[size - 3] == U'q')) return;
  before = with_tone(before, end.tone);
  last = end.base;
}

}  // namespace machtin

#include "text/tone.h"

#include <array>
#include <string_view>

namespace machtin {
namespace {

// Plain and with the five tones.
constexpr std::array<std::u32string_view, 6> kToned = {
    U"a\u00e0\u00e1\u1ea3\u00e3\u1ea1", U"e\u00e8\u00e9\u1ebb\u1ebd\u1eb9",
    U"o\u00f2\u00f3\u1ecf\u00f5\u1ecd", U"u\u00f9\u00fa\u1ee7\u0169\u1ee5",
    U"y\u1ef3\u00fd\u1ef7\u1ef9\u1ef5", U"i\u00ec\u00ed\u1ec9\u0129\u1ecb"};

}  // namespace

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

bool is_open_pair(char32_t first, char32_t second) {
  return first == U'o' ? second == U'a' || second == U'e' : first == U'u' && second == U'y';
}

char32_t usual_vowel(char consonant, Toned vowel) {
  if (vowel.base != U'i' && vowel.base != U'y') return vowel.base;
  enum { kNone, kGrave, kAcute, kHook, kTilde, kDot };
  switch (consonant) {
    case 'k':
    case 'q':
      return U'y';
    case 'l':
      return vowel.tone == kNone || vowel.tone == kAcute || vowel.tone == kDot ? U'y' : U'i';
    case 'h':
    case 't':
      return vowel.tone == kNone || vowel.tone == kHook ? U'y' : U'i';
    case 'm':
      return vowel.tone == kNone || vowel.tone == kTilde ? U'y' : U'i';
    case 's':
      return U'i';
    default:
      return vowel.base;
  }
}

}  // namespace machtin

// Letters made comparable. Text that is NFC already and without odd signs, nearly all of it, takes
// the fast path; the rest goes through ICU's normalizer. The tone placement of matching_key is a
// rule of spelling, not a list of words: in the open vowel pairs oa, oe, uy the old style marks the
// first letter, the new one the second (Hoàng Phê, Chính tả, 2003).
#include "text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <array>
#include <optional>

#include "text/utf8.h"

namespace machtin {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);  // a constant of ICU, never freed
}

// Signs that take no place on the page: soft hyphen, zero-width space and joiners, direction marks,
// byte order mark.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

// What to_nfc does to single signs, before composing.
std::string clean_signs(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at = c.next;
    if (is_control(c.value)) {
      out += ' ';
    } else if (!is_invisible(c.value)) {
      append_utf8(out, c.value);
    }
  }
  return out;
}

bool is_printable_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x7F || (c < 0x20 && c != '\n' && c != '\t' && c != '\r'))
      return false;
  }
  return true;
}

// A vowel with its tone mark taken off: "ò" → {o, 1}. Tones are numbered as their combining marks
// below.
struct Toned {
  char32_t base = 0;
  int tone = 0;
};
constexpr std::array<std::u32string_view, 4> kToned =
    {  // for a, e, o, u, y: plain and the five tones
        U"a\u00e0\u00e1\u1ea3\u00e3\u1ea1", U"e\u00e8\u00e9\u1ebb\u1ebd\u1eb9",
        U"o\u00f2\u00f3\u1ecf\u00f5\u1ecd", U"u\u00f9\u00fa\u1ee7\u0169\u1ee5"};
constexpr std::u32string_view kTonedY = U"y\u1ef3\u00fd\u1ef7\u1ef9\u1ef5";

std::optional<Toned> toned(char32_t c) {
  for (const std::u32string_view row : kToned) {
    if (const auto at = row.find(c); at != std::u32string_view::npos)
      return Toned{row[0], static_cast<int>(at)};
  }
  if (const auto at = kTonedY.find(c); at != std::u32string_view::npos)
    return Toned{U'y', static_cast<int>(at)};
  return std::nullopt;
}

char32_t with_tone(char32_t base, int tone) {
  for (const std::u32string_view row : kToned) {
    if (row[0] == base) return row[static_cast<std::size_t>(tone)];
  }
  return base == U'y' ? kTonedY[static_cast<std::size_t>(tone)] : base;
}

// Moves the tone of a word-final oa, oe, uy to the first letter: "hoà" → "hòa". "quý" keeps its
// own: there u belongs to q.
void place_tone_as_old_spelling(std::u32string& word) {
  const std::size_t size = word.size();
  if (size < 2) return;
  const char32_t first = word[size - 2];
  const std::optional<Toned> second = toned(word[size - 1]);
  if (!second || second->tone == 0) return;
  const bool pair = (first == U'o' && (second->base == U'a' || second->base == U'e')) ||
                    (first == U'u' && second->base == U'y');
  if (!pair || (first == U'u' && size > 2 && word[size - 3] == U'q')) return;
  word[size - 2] = with_tone(first, second->tone);
  word[size - 1] = second->base;
}

void append_word(std::string& out, std::u32string& word) {
  place_tone_as_old_spelling(word);
  for (const char32_t c : word) append_utf8(out, c);
  word.clear();
}

// The letter without marks, by Unicode's canonical decomposition; đ, which has none, by hand.
char32_t bare_letter(char32_t c) {
  if (c < 0x80) return c;
  if (c == 0x111 || c == 0x110) return U'd';
  UChar32 letter = static_cast<UChar32>(c);
  icu::UnicodeString parts;
  while (nfc().getDecomposition(letter, parts)) letter = parts.char32At(0);
  return static_cast<char32_t>(letter);
}

}  // namespace

std::string to_nfc(std::string_view text) {
  if (is_printable_ascii(text)) return std::string(text);
  std::string cleaned = clean_signs(text);
  UErrorCode status = U_ZERO_ERROR;
  if (nfc().isNormalizedUTF8(icu::StringPiece(cleaned.data(), static_cast<int32_t>(cleaned.size())),
                             status))
    return cleaned;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(cleaned.size()));
  nfc().normalizeUTF8(0, icu::StringPiece(cleaned.data(), static_cast<int32_t>(cleaned.size())),
                      sink, nullptr, status);
  return U_SUCCESS(status) ? out : cleaned;
}

std::string matching_key(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::u32string word;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at = c.next;
    const char32_t lower = c.value < 0x80
                               ? ((c.value >= 'A' && c.value <= 'Z') ? c.value | 0x20 : c.value)
                               : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value)));
    if (is_letter(lower)) {
      word += lower;
    } else {
      append_word(out, word);
      append_utf8(out, lower);
    }
  }
  append_word(out, word);
  return out;
}

std::string search_fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at = c.next;
    if (is_combining(c.value)) continue;
    append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(bare_letter(c.value)))));
  }
  return out;
}

std::string folded_title(std::string_view text) {
  const std::string folded = search_fold(text);
  std::string out;
  out.reserve(folded.size());
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = code_point_at(folded, at);
    at = c.next;
    if (is_letter(c.value) || is_digit(c.value)) {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      append_utf8(out, c.value);
    } else {
      gap = true;
    }
  }
  return out;
}

std::string squeeze_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_space(c.value)) {
      gap = true;
    } else {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out.append(text.substr(at, c.next - at));
    }
    at = c.next;
  }
  return out;
}

}  // namespace machtin

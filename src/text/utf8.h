#pragma once
// Walking UTF-8 by code points, and the map from bytes to code points that JSON's offsets need.
// Tested by utf8_test.cc.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "machtin/article.h"

namespace machtin {

// The code point at byte `at`, and the byte after it. Broken bytes give U+FFFD and move on by one.
struct CodePoint {
  char32_t value = 0;
  std::size_t next = 0;
};
CodePoint multibyte_at(std::string_view text, std::size_t at);  // of a byte over 0x7F
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? CodePoint{lead, at + 1} : multibyte_at(text, at);
}
// The code point that ends at byte `at` (at > 0); `next` is where it begins.
CodePoint code_point_before(std::string_view text, std::size_t at);

// Writes one over 0x7F, at most four bytes; gives the place behind it.
char* write_multibyte(char* at, char32_t code_point);
inline char* write_utf8(char* at, char32_t code_point) {
  if (code_point >= 0x80) return write_multibyte(at, code_point);
  *at = static_cast<char>(code_point);
  return at + 1;
}
void append_multibyte(std::string& out, char32_t code_point);
inline void append_utf8(std::string& out, char32_t code_point) {
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else {
    append_multibyte(out, code_point);
  }
}

inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
std::string ascii_lower(std::string_view text);

// What Unicode says of a code point, one bit each.
using CodePointClass = std::uint8_t;
constexpr CodePointClass kLetterClass = 1, kUpperClass = 2, kLowerClass = 4, kSpaceClass = 8,
                         kCombiningClass = 16, kDigitClass = 32;
// Composed text made of these alone is in NFC already and holds nothing that to_nfc() takes out.
constexpr CodePointClass kPlainClass = 64;
// Signs that take no place on the page: soft hyphen, zero-width space and joiners, direction marks,
// byte order mark.
bool is_invisible(char32_t c);
CodePointClass class_beyond_ascii(char32_t c);
constexpr std::array<CodePointClass, 0x80> kAsciiClasses = [] {
  std::array<CodePointClass, 0x80> classes = {};
  for (char32_t c = 0; c < 0x80; ++c) {
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    const bool plain = (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\r';
    classes[c] = static_cast<CodePointClass>(
        (upper || lower ? kLetterClass : 0) | (upper ? kUpperClass : 0) |
        (lower ? kLowerClass : 0) | (space ? kSpaceClass : 0) |
        (c >= '0' && c <= '9' ? kDigitClass : 0) | (plain ? kPlainClass : 0));
  }
  return classes;
}();
inline CodePointClass class_of(char32_t c) {
  return c < 0x80 ? kAsciiClasses[c] : class_beyond_ascii(c);
}

inline bool is_letter(char32_t c) { return (class_of(c) & kLetterClass) != 0; }
inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }  // these alone
inline bool is_upper(char32_t c) { return (class_of(c) & kUpperClass) != 0; }
inline bool is_lower(char32_t c) { return (class_of(c) & kLowerClass) != 0; }
// Unicode white space, with no-break space.
inline bool is_space(char32_t c) { return (class_of(c) & kSpaceClass) != 0; }
// Marks that belong to the letter before.
inline bool is_combining(char32_t c) { return (class_of(c) & kCombiningClass) != 0; }

// Offsets of the same place, in code points. Built once a text; then O(log n) from bytes, O(1) to
// bytes.
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::string_view text);
  std::uint32_t at(std::uint32_t byte) const;        // bytes → code points
  std::uint32_t byte_at(std::uint32_t index) const;  // code points → bytes; past the end: text size
  std::uint32_t size() const { return count_; }

 private:
  bool ascii_ = false;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> starts_;  // byte of each code point, and the end; empty for ASCII
};

std::size_t count_code_points(std::string_view text);

inline std::string_view slice(std::string_view text, ByteSpan span) {
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace machtin

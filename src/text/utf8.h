#pragma once
// Walking UTF-8 by code points, and the map from bytes to code points that JSON's offsets need.
// Tested by utf8_test.cc.

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
CodePoint code_point_at(std::string_view text, std::size_t at);
// The code point that ends at byte `at` (at > 0); `next` is where it begins.
CodePoint code_point_before(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t code_point);

bool is_letter(char32_t c);
bool is_digit(char32_t c);  // 0-9 only
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_space(char32_t c);      // Unicode white space, with no-break space
bool is_combining(char32_t c);  // marks that belong to the letter before

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

#pragma once
// Names and addresses from outside may be any bytes; what we print is UTF-8. Tested by
// valid_utf8_test.cc.

#include <cstddef>
#include <string>
#include <string_view>

#include "text/utf8.h"

namespace machtin {

// Whether the code point read at byte `at` stands for a byte that belongs to none.
inline bool is_broken(CodePoint c, std::size_t at) { return c.value == 0xFFFD && c.next == at + 1; }

// Where the code point begins that holds byte `at`; the text's size for a byte behind it.
std::size_t border_before(std::string_view text, std::size_t at);

// The text with U+FFFD in place of each byte that belongs to no code point.
std::string valid_utf8(std::string_view text);
// The same with %XX in place of each such byte: an address stays the one that it was.
std::string valid_utf8_url(std::string_view url);

}  // namespace machtin

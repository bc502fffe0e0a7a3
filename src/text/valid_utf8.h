#pragma once
// Names and addresses from outside may be any bytes; what we print is UTF-8. Tested by
// valid_utf8_test.cc.

#include <string>
#include <string_view>

namespace machtin {

// The text with U+FFFD in place of each byte that belongs to no code point.
std::string valid_utf8(std::string_view text);
// The same with %XX in place of each such byte: an address stays the one that it was.
std::string valid_utf8_url(std::string_view url);

}  // namespace machtin

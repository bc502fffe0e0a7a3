#pragma once
// Written addresses inside a line: URLs, e-mail addresses, domains, @handles, #hashtags. Each is
// one unit, and nothing in it is a word of the language. Tested by address_test.cc.

#include <cstddef>
#include <string_view>

namespace machtin {

// A quick look at the whole line: false where end_of_address() can find nothing in it.
bool may_hold_address(std::string_view line);

// Where the address that begins at `at` ends; `at` where none begins there. Looks at most a few
// kilobytes ahead. Full stops, commas and brackets that close belong to the sentence, not to the
// address.
std::size_t end_of_address(std::string_view line, std::size_t at);

}  // namespace machtin

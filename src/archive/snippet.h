#pragma once
// The passage of a text that shows best why it was found, HTML-escaped, with <mark> around what
// matched. Tested by snippet_test.cc.

#include <string>
#include <string_view>

#include "archive/query.h"

namespace machtin {

// Cost: linear in the text's first 40,000 bytes.
std::string snippet(std::string_view text, const SearchQuery& query);

std::string escape_html(std::string_view text);

}  // namespace machtin

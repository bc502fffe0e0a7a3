#pragma once
// The text as the page's metadata tell it (JSON-LD's articleBody), for pages that show only its
// beginning until a script or a login brings the rest. Tested by told_text_test.cc.

#include <string_view>

#include "page/html_blocks.h"

namespace machtin {

// Where less than half of the told text stands on the page, puts it behind the body found there, as
// body; blocks of that body which it holds are told by it and count as body no more.
// told: plain text, a paragraph a line, or HTML. Cost: linear in the page and the text.
void add_told_text(HtmlBlocks& page, std::string_view told, const LayoutTables& layouts,
                   UrlResolver& urls);

}  // namespace machtin

#pragma once
// The article in the state that a page leaves to its own scripts (`__NEXT_DATA__` and the like),
// for pages that show nothing without them. Tested by script_state_test.cc.

#include "page/html_document.h"
#include "page/metadata.h"

namespace machtin {

// Of all <script type="application/json">, the object with the longest text that is called a body:
// fills what of the head is open. Broken or endless JSON gives nothing.
void take_script_state(const HtmlDocument& html, PageHead& head);

}  // namespace machtin

#pragma once
// Which blocks of an HTML page are its article (title, lede, body), and what the others are for.
// Tested by main_content_test.cc.

#include "page/html_blocks.h"
#include "page/metadata.h"

namespace machtin {

// trees: what weighs the blocks. Sets hint, container and image of every block.
void mark_main_content(HtmlBlocks& page, const PageHead& head, const BodyTrees& trees);

}  // namespace machtin

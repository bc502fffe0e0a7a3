#pragma once
// How an element takes part in the text (HTML Standard 15.3, rendering). Tested by
// html_blocks_test.cc.

#include <lexbor/tag/tag.h>

#include <cstdint>

namespace machtin {

enum class TextRole : std::uint8_t { kInline, kBlock, kUnseen, kBreak };

TextRole text_role(lxb_tag_id_t tag);

}  // namespace machtin

#pragma once
// Bytes of a document in any encoding → UTF-8. What decides, strongest first: byte order mark,
// bytes that are UTF-8 beyond doubt, the HTTP or record charset, <meta> (HTML Standard 13.2.3.2)
// unless the bytes refute them, Vietnamese of before Unicode, a guess by uchardet, windows-1258.
// Tested by charset_test.cc.

#include <optional>
#include <string>
#include <string_view>

#include "page/legacy_text.h"

namespace machtin {

// given: the charset of an HTTP header or record. html: look for <meta>. legacy: what text that
// names no charset may be in besides; empty tables for none. Valid UTF-8 always; what cannot be
// decoded is U+FFFD. Not composed: to_nfc() does that, block by block.
std::string to_utf8(std::string_view bytes, const std::optional<std::string>& given, bool html,
                    const LegacyTables& legacy = {});

}  // namespace machtin

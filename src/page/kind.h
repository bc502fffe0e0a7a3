#pragma once
// What bytes are, by content alone. `recognise` itself is declared in record.h. Tested by
// kind_test.cc.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace machtin {

// How many bytes of a document its kind is told by.
constexpr std::size_t kKindBytes = 64u << 10;

// Whether bytes are no text in any encoding: the mark of a known binary format, or over a tenth of
// control signs in its first 16 KiB. UTF-16 is text, NULs and all.
bool is_binary(std::string_view bytes);

// The name of the UTF that a byte order mark, or the place of NULs among Latin letters, tells:
// "utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be". mark_size gives the bytes of the mark.
struct UnicodeMark {
  std::string_view charset = {};
  std::size_t mark_size = 0;
};
std::optional<UnicodeMark> unicode_mark(std::string_view bytes);

}  // namespace machtin

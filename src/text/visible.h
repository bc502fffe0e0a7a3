#pragma once
// Letters and signs that a text shows: all code points but white space and controls. Tested by
// utf8_test.cc.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/ascii.h"

namespace machtin {

// Whether a byte begins a code point that shows, for each of eight, in its high bit.
inline std::uint64_t begins_visible(std::uint64_t bytes) {
  const std::uint64_t above_space = (bytes & ~kHighBits) + (0x7F - ' ') * kEachByte;
  const std::uint64_t leads = bytes << 1 & bytes;  // 11xxxxxx; 10xxxxxx goes on
  return ((above_space & ~bytes) | leads) & kHighBits;
}

inline std::size_t count_visible(std::string_view text) {
  std::size_t count = 0, at = 0;
  for (; at + 8 <= text.size(); at += 8)
    count += (begins_visible(eight_bytes(text.data() + at)) >> 7) * kEachByte >> 56;
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    count += byte > ' ' && (byte & 0xC0) != 0x80 ? 1u : 0u;
  }
  return count;
}

}  // namespace machtin

#pragma once
// Runs of ASCII, eight bytes at a step: markup and scripts, most of a page, are nothing else.
// Tested by utf8_test.cc.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace machtin {

inline std::uint64_t eight_bytes(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

constexpr std::uint64_t kEachByte = 0x0101010101010101, kHighBits = 0x80 * kEachByte;

// The first byte from `at` on that is not ASCII; the text's size if there is none.
inline std::size_t end_of_ascii(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size() && (eight_bytes(text.data() + at) & kHighBits) == 0) at += 8;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0x80) == 0) ++at;
  return at;
}

// Whether eight bytes are printable ASCII (0x20 to 0x7E), all of them.
inline bool all_printable(std::uint64_t bytes) {
  const std::uint64_t below_space = bytes - 0x20 * kEachByte, above_tilde = bytes + kEachByte;
  return ((bytes | below_space | above_tilde) & kHighBits) == 0;
}

}  // namespace machtin

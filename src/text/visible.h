#pragma once
// Letters and signs that a text shows: all code points but white space and controls.

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace machtin {

inline std::size_t count_visible(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > ' ' && (byte & 0xC0) != 0x80;
  }));
}

}  // namespace machtin

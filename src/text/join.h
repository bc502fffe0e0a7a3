#pragma once
// Texts put after one another with something between. Leading empty texts leave no separator.

#include <string>
#include <string_view>
#include <vector>

namespace machtin {

inline std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string out;
  for (const std::string& text : texts) {
    if (!out.empty()) out += between;
    out += text;
  }
  return out;
}

}  // namespace machtin

#pragma once
// The names of organizations with all their words written long: what a pack's table full_names has
// as several forms of one word is the first of them, so that a body written short here and long
// there is known as one. Tested by full_names_test.cc.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/pack.h"

namespace machtin {

class FullNames {
 public:
  FullNames() = default;
  explicit FullNames(const Pack& language);
  // folded_name() of the name written long. Linear in the name.
  std::string folded(std::string_view name) const;

 private:
  struct Form {
    std::vector<bool> upper = {};  // of each word: it stands in capitals alone
    std::string full = {};
  };
  std::unordered_map<std::string, std::vector<Form>> forms_ = {};  // by keys of the words, spaced
  std::size_t most_words_ = 0;
};

}  // namespace machtin

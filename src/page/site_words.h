#pragma once
// data/all/site_words.tsv: words by which a site speaks of itself. Tested by site_words_test.cc.

#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "language/pack.h"

namespace machtin {

struct SiteWords {
  std::unordered_set<std::uint64_t> hashes = {};  // of the words

  static SiteWords load(const Pack& all);

  // How many of them stand in a text, whatever their case (capitals beyond ASCII are not folded).
  std::uint32_t count(std::string_view text) const;
};

}  // namespace machtin

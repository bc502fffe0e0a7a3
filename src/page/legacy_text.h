#pragma once
// Text that was read rightly and is wrong all the same: UTF-8 that was encoded twice, and
// Vietnamese of the fonts of before Unicode (TCVN3, VNI, VISCII), whose letters stand where Latin-1
// has others. Both are proved by what they become, over many words, before a letter is changed:
// twice-encoded text turns into valid UTF-8 run by run, legacy words into syllables that Vietnamese
// can have. Tested by legacy_text_test.cc.

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/pack.h"

namespace machtin {

struct LegacyTables {
  struct Encoding {
    std::string name = {};
    // One sign, or two (a letter and its mark, the first in the upper half) → the letter.
    std::unordered_map<std::uint64_t, char32_t> letters = {};
  };
  std::vector<Encoding> encodings = {};
  std::unordered_set<std::string> onsets = {}, rimes = {};  // of the syllable, without diacritics

  // The tables `legacy_encodings` and `syllable_parts` of whichever packs have them. Errors:
  // kBadFormat (an overlay's row that is no code points).
  static Result<LegacyTables> load(std::span<const Pack> packs);
};

// The text, mended where it is certain; markup is left as it is. Without tables only what was
// encoded twice is mended. Linear.
std::string mend_legacy_text(std::string utf8, const LegacyTables& tables);

}  // namespace machtin

#pragma once
// Text → tokens: a token is a run of letters and digits (a syllable in Vietnamese, a word in
// English), a written number with its separators ("1.000", "3,5"), or one punctuation sign. White
// space parts tokens and is none. Tested by token_test.cc.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "machtin/article.h"

namespace machtin {

enum class Shape : std::uint8_t {
  kLower,        // "tù"
  kCapitalised,  // "Nga"
  kUpper,        // "PLVN"; a single capital letter too
  kMixed,        // "McDonald", "iPhone", "F16"
  kNumber,       // "1.000", "23", "3,5"
  kPunctuation,  // "," "/" "“"
};

struct Token {
  ByteSpan span = {};
  Shape shape = Shape::kLower;
  bool space_before = false;
  std::string key = {};  // matching_key() of the token: what phrases and lexicons are looked up by
};

// text: UTF-8 in NFC. Linear. Hyphens, slashes, colons part tokens: "Pu-tin" is three.
std::vector<Token> tokenize(std::string_view text);

}  // namespace machtin

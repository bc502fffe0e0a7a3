#pragma once
// Runs of capitalised words as names are written: "Nguyễn Văn An", "Kim Jong-un", "George W. Bush",
// "Pu-tin", "Ludwig van Beethoven", "N.T.M.". Tested by entity_names_test.cc.

#include <cstdint>
#include <span>
#include <string_view>

#include "facts/entity_tables.h"
#include "language/token.h"

namespace machtin {

// Text and tokens that names are looked for in, with what the tables know of them.
struct NamedText {
  std::string_view text = {};
  std::span<const Token> tokens = {};
  const PhraseHits* hits = nullptr;
  const EntityTables* tables = nullptr;

  std::string_view word(std::uint32_t token) const;
  std::string_view words(std::uint32_t first,
                         std::uint32_t last) const;  // as printed, with what is between
  bool is(std::uint32_t token, std::string_view key) const;
};

struct NameRun {
  std::uint32_t first = 0, last = 0;  // tokens, end exclusive; empty for no name
  std::uint32_t words = 0;            // without hyphens and full stops; what a hyphen joins is one
  bool surname_first =
      false;  // begins with a surname of the language, all its words being syllables of it
  bool common_surname = false;
  bool syllables = false;     // every word is a syllable of the language
  bool abbreviation = false;  // capitals only: "VFA", "N.T.M."
  bool initials = false;      // single capitals with full stops: "N.T.M."
  bool digits = false;
  bool ampersand = false;  // "Procter & Gamble"

  bool empty() const { return first == last; }
};

// Whether the token begins with a capital letter.
bool is_capital(const NamedText& text, std::uint32_t token);
// The end of the word at the token with what hyphens and apostrophes join to it.
std::uint32_t end_of_joined_word(const NamedText& text, std::uint32_t token, std::uint32_t end);
// The name that begins at the token: as long as capitalised words go on, but no further than
// another name of the tables. Empty where the token is not capitalised.
NameRun find_name_run(const NamedText& text, std::uint32_t at, std::uint32_t end);

}  // namespace machtin

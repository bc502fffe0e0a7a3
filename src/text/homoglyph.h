#pragma once
// Letters of other scripts that look like Latin ones, as keyboards and copied pages leave them in
// Latin words. Tested by fold_test.cc.

#include <string>
#include <string_view>

namespace machtin {

// Surely nothing for fold_homoglyphs() to do: no byte with which a Greek or Cyrillic letter begins.
bool lacks_homoglyphs(std::string_view text);

// Words that have a Latin letter, and else only letters that look Latin, in Latin letters; all
// other text as it is. A word wholly of another script is one of its language.
std::string fold_homoglyphs(std::string_view text);

}  // namespace machtin

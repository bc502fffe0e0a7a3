// The pairs are those of Unicode Technical Standard 39 (confusables) that a reader of Latin text
// cannot see at all. Tested by fold_test.cc.
#include "text/homoglyph.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace machtin {
namespace {

// Greek and Cyrillic, capital and small.
constexpr std::pair<char32_t, char> kLookAlikes[] = {
    {0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x396, 'Z'}, {0x397, 'H'}, {0x399, 'I'},
    {0x39A, 'K'}, {0x39C, 'M'}, {0x39D, 'N'}, {0x39F, 'O'}, {0x3A1, 'P'}, {0x3A4, 'T'},
    {0x3A5, 'Y'}, {0x3A7, 'X'}, {0x3BF, 'o'}, {0x3BD, 'v'}, {0x405, 'S'}, {0x406, 'I'},
    {0x408, 'J'}, {0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'}, {0x41A, 'K'}, {0x41C, 'M'},
    {0x41D, 'H'}, {0x41E, 'O'}, {0x420, 'P'}, {0x421, 'C'}, {0x422, 'T'}, {0x423, 'Y'},
    {0x425, 'X'}, {0x430, 'a'}, {0x435, 'e'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'},
    {0x443, 'y'}, {0x445, 'x'}, {0x455, 's'}, {0x456, 'i'}, {0x458, 'j'},
};

char latin_of(char32_t c) {
  for (const auto& [other, latin] : kLookAlikes) {
    if (other == c) return latin;
  }
  return '\0';
}

bool is_foreign(char32_t c) { return c >= 0x370 && c < 0x530 && is_letter(c); }

}  // namespace

bool lacks_homoglyphs(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xCD && byte <= 0xD4;
  });
}

std::string fold_homoglyphs(std::string_view text) {
  std::string out, word, folded;  // the word as it is, and in Latin letters
  out.reserve(text.size());
  bool latin = false, foreign = false, other = false;
  const auto end_word = [&] {
    out += latin && foreign && !other ? folded : word;
    word.clear();
    folded.clear();
    latin = foreign = other = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const std::string_view bytes = text.substr(at, c.next - at);
    at = c.next;
    if (!is_letter(c.value) && !is_combining(c.value)) {
      end_word();
      out += bytes;
      continue;
    }
    word += bytes;
    const char look = is_foreign(c.value) ? latin_of(c.value) : '\0';
    foreign = foreign || look != '\0';
    other = other || (is_foreign(c.value) && look == '\0');
    latin = latin || (!is_foreign(c.value) && is_letter(c.value));
    if (look != '\0') {
      folded += look;
    } else {
      folded += bytes;
    }
  }
  end_word();
  return out;
}

}  // namespace machtin

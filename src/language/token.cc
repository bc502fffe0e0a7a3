// Text → tokens in one pass over code points. Tested by token_test.cc.
#include "language/token.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr CodePointClass kWordSign = kLetterClass | kDigitClass | kCombiningClass;

struct Letters {  // of one token
  int upper = 0, lower = 0, digits = 0, others = 0;
  bool first_upper = false, beyond_ascii = false;
};

Shape shape_of(const Letters& seen) {
  const int letters = seen.upper + seen.lower + seen.others;
  if (letters == 0) return Shape::kNumber;
  if (seen.digits > 0) return Shape::kMixed;
  if (seen.upper == 0) return Shape::kLower;
  if (seen.lower == 0 && seen.others == 0) return Shape::kUpper;
  return seen.first_upper && seen.upper == 1 ? Shape::kCapitalised : Shape::kMixed;
}

// The end of the number that goes on at a separator: "1.000" and "3,5" are one token, "tuổi 3," and
// "1. Mở" are not.
std::size_t number_goes_on(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || (text[at] != '.' && text[at] != ',')) return at;
  return is_digit(static_cast<unsigned char>(text[at + 1])) ? at + 1 : at;
}

std::size_t end_of_word(std::string_view text, std::size_t begin, Letters& seen) {
  std::size_t at = begin;
  while (at < text.size()) {
    if (text[at] >= 'a' && text[at] <= 'z') {
      ++seen.lower;
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    const CodePointClass of = class_of(c.value);
    seen.beyond_ascii = seen.beyond_ascii || c.value >= 0x80;
    if ((of & kWordSign) == 0) {
      const bool all_digits = seen.digits > 0 && seen.upper + seen.lower + seen.others == 0;
      const std::size_t on = all_digits ? number_goes_on(text, at) : at;
      if (on == at) break;
      at = on;
      continue;
    }
    if ((of & kLowerClass) != 0) {
      ++seen.lower;
    } else if ((of & kUpperClass) != 0) {
      ++seen.upper;
      seen.first_upper = seen.first_upper || at == begin;
    } else if ((of & kDigitClass) != 0) {
      ++seen.digits;
    } else if ((of & kLetterClass) != 0) {
      ++seen.others;
    }
    at = c.next;
  }
  return at;
}

// matching_key() of a token whose letters were looked at already.
void set_key(std::string_view token, const Letters& seen, std::string& key) {
  if (seen.beyond_ascii) {
    key = matching_key(token);
    return;
  }
  key = token;
  if (seen.upper > 0) {
    for (char& c : key) c = ascii_lower(c);
  }
  constexpr std::size_t kLongestOpen = 3;  // "qui"
  if (key.size() <= kLongestOpen && !key.empty() && key.back() == 'i') key = matching_key(key);
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5 + 1);
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const CodePointClass of = class_of(c.value);
    if ((of & kSpaceClass) != 0) {
      space = true;
      at = c.next;
      continue;
    }
    Token& token = tokens.emplace_back();
    token.space_before = space;
    space = false;
    std::size_t end = c.next;
    Letters seen;
    if ((of & kWordSign) != 0) {
      end = end_of_word(text, at, seen);
      token.shape = shape_of(seen);
    } else {
      token.shape = Shape::kPunctuation;
    }
    token.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    set_key(text.substr(at, end - at), seen, token.key);
    at = end;
  }
  return tokens;
}

}  // namespace machtin

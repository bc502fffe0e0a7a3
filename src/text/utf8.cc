#include "text/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "text/ascii.h"

namespace machtin {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

bool is_plain(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  if ((c >= 0x7F && c < 0xA0) || is_invisible(c)) return false;
  const auto code_point = static_cast<UChar32>(c);
  return u_getIntPropertyValue(code_point, UCHAR_NFC_QUICK_CHECK) == UNORM_YES &&
         u_getCombiningClass(code_point) == 0;
}

CodePointClass ask_unicode(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  int found = 0;
  if (u_isalpha(code_point) != 0) found |= kLetterClass;
  if (u_isupper(code_point) != 0) found |= kUpperClass;
  if (u_islower(code_point) != 0) found |= kLowerClass;
  if (u_isUWhiteSpace(code_point) != 0) found |= kSpaceClass;
  if (c >= 0x300 && (U_GET_GC_MASK(code_point) & U_GC_M_MASK) != 0) found |= kCombiningClass;
  if (c >= '0' && c <= '9') found |= kDigitClass;
  if (is_plain(c)) found |= kPlainClass;
  return static_cast<CodePointClass>(found);
}

// Asked once a code point. Each range is made when a text first has one of it, so that a start with
// Vietnamese and English alone does not pay for the others.
template <char32_t kBegin, char32_t kEnd>
CodePointClass tabled(char32_t c) {
  static const std::array<CodePointClass, kEnd - kBegin> classes = [] {
    std::array<CodePointClass, kEnd - kBegin> made = {};
    for (char32_t at = kBegin; at < kEnd; ++at) made[at - kBegin] = ask_unicode(at);
    return made;
  }();
  return classes[c - kBegin];
}

}  // namespace

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

CodePointClass class_beyond_ascii(char32_t c) {
  if (c < 0x250) return tabled<0x80, 0x250>(c);                     // Latin
  if (c >= 0x1E00 && c < 0x2080) return tabled<0x1E00, 0x2080>(c);  // Vietnamese, punctuation
  if (c < 0x1E00) return tabled<0x250, 0x1E00>(c);   // Greek, Cyrillic, Arabic, Thai, …
  if (c < 0x3100) return tabled<0x2080, 0x3100>(c);  // signs, kana
  // Unified ideographs and Hangul syllables are letters without case.
  if ((c >= 0x4E00 && c < 0x9FF0) || (c >= 0xAC00 && c < 0xD7A4)) return kLetterClass | kPlainClass;
  return ask_unicode(c);
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ascii_lower(c);
  return lower;
}

CodePoint multibyte_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const auto goes_on = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const auto six_bits = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3F); };
  const unsigned char lead = byte(0);
  const std::size_t left = text.size() - at;
  if (lead >= 0xC2 && lead < 0xE0 && left >= 2 && goes_on(1))
    return {static_cast<char32_t>(lead & 0x1F) << 6 | six_bits(1), at + 2};
  if (lead >= 0xE0 && lead < 0xF0 && left >= 3 && goes_on(1) && goes_on(2)) {
    const char32_t value =
        static_cast<char32_t>(lead & 0x0F) << 12 | six_bits(1) << 6 | six_bits(2);
    const bool surrogate = value >= 0xD800 && value < 0xE000;
    if (value >= 0x800 && !surrogate) return {value, at + 3};
  }
  if (lead >= 0xF0 && lead < 0xF5 && left >= 4 && goes_on(1) && goes_on(2) && goes_on(3)) {
    const char32_t value = static_cast<char32_t>(lead & 0x07) << 18 | six_bits(1) << 12 |
                           six_bits(2) << 6 | six_bits(3);
    if (value >= 0x10000 && value <= 0x10FFFF) return {value, at + 4};
  }
  return {kReplacement, at + 1};
}

CodePoint code_point_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(text[begin])) --begin;
  const CodePoint whole = code_point_at(text, begin);
  if (whole.next == at) return {whole.value, begin};
  return {kReplacement, at - 1};
}

char* write_multibyte(char* at, char32_t c) {
  if (c < 0x800) {
    *at++ = static_cast<char>(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      *at++ = static_cast<char>(0xE0 | c >> 12);
    } else {
      *at++ = static_cast<char>(0xF0 | c >> 18);
      *at++ = static_cast<char>(0x80 | (c >> 12 & 0x3F));
    }
    *at++ = static_cast<char>(0x80 | (c >> 6 & 0x3F));
  }
  *at++ = static_cast<char>(0x80 | (c & 0x3F));
  return at;
}

void append_multibyte(std::string& out, char32_t c) {
  std::array<char, 4> bytes = {};
  out.append(bytes.data(), write_multibyte(bytes.data(), c));
}

CodePointOffsets::CodePointOffsets(std::string_view text) {
  ascii_ = end_of_ascii(text, 0) == text.size();
  if (ascii_) {
    count_ = static_cast<std::uint32_t>(text.size());
    return;
  }
  starts_.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size(); at = code_point_at(text, at).next) {
    starts_.push_back(static_cast<std::uint32_t>(at));
  }
  count_ = static_cast<std::uint32_t>(starts_.size());
  starts_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::uint32_t CodePointOffsets::at(std::uint32_t byte) const {
  if (ascii_) return std::min(byte, count_);
  const auto found = std::lower_bound(starts_.begin(), starts_.end(), byte);
  return found == starts_.end() ? count_ : static_cast<std::uint32_t>(found - starts_.begin());
}

std::uint32_t CodePointOffsets::byte_at(std::uint32_t index) const {
  if (ascii_) return std::min(index, count_);
  return starts_[std::min(index, count_)];
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at = code_point_at(text, at).next) ++count;
  return count;
}

}  // namespace machtin

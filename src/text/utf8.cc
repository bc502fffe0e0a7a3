#include "text/utf8.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace machtin {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The bytes that a lead byte announces, 0 for a byte that leads nothing.
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

bool is_overlong_or_surrogate(char32_t value, std::size_t length) {
  if (length == 3) return value < 0x800 || (value >= 0xD800 && value < 0xE000);
  if (length == 4) return value < 0x10000 || value > 0x10FFFF;
  return false;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, at + 1};
  const std::size_t length = sequence_length(lead);
  if (length == 0 || at + length > text.size()) return {kReplacement, at + 1};
  char32_t value = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[at + i])) return {kReplacement, at + 1};
    value = value << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  }
  if (is_overlong_or_surrogate(value, length)) return {kReplacement, at + 1};
  return {value, at + length};
}

CodePoint code_point_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(text[begin])) --begin;
  const CodePoint whole = code_point_at(text, begin);
  if (whole.next == at) return {whole.value, begin};
  return {kReplacement, at - 1};
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) != 0;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_islower(static_cast<UChar32>(c)) != 0;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_combining(char32_t c) {
  return c >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

CodePointOffsets::CodePointOffsets(std::string_view text) {
  ascii_ = std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
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

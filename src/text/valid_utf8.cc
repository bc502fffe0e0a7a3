#include "text/valid_utf8.h"

namespace machtin {

std::size_t border_before(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    append_utf8(out, c.value);
    at = c.next;
  }
  return out;
}

std::string valid_utf8_url(std::string_view url) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(url.size());
  for (std::size_t at = 0; at < url.size();) {
    const CodePoint c = code_point_at(url, at);
    const auto byte = static_cast<unsigned char>(url[at]);
    const bool broken = is_broken(c, at);
    if (broken) out.append({'%', kHex[byte >> 4], kHex[byte & 15]});
    if (!broken) append_utf8(out, c.value);
    at = c.next;
  }
  return out;
}

}  // namespace machtin

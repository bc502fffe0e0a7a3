// RFC 3986 and RFC 5322 allow far more than people write; here is what the press and its readers
// write. Tested by address_test.cc.
#include "language/address.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"
#include "text/valid_utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kLongest = 4096;  // bytes; a longer address is torn apart, so time is linear

bool is_lower_ascii(char c) { return c >= 'a' && c <= 'z'; }
bool is_alnum_ascii(char c) {
  return is_lower_ascii(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Top-level domains that are written without a scheme before them. Those that are Vietnamese
// syllables too ("la", "my", "in", "de") are not here: after them a space is missing oftener.
constexpr std::array<std::string_view, 30> kTopDomains = {
    "ai", "app", "au",  "biz", "ch",   "cn",  "co", "com", "dev", "edu",
    "eu", "fr",  "gov", "hk",  "info", "int", "io", "jp",  "kh",  "kr",
    "me", "mil", "net", "org", "ru",   "sg",  "tv", "uk",  "us",  "vn"};

bool is_top_domain(std::string_view label) {
  return std::find(kTopDomains.begin(), kTopDomains.end(), ascii_lower(label)) != kTopDomains.end();
}

std::size_t while_true(std::string_view line, std::size_t at, bool (*belongs)(char)) {
  while (at < line.size() && belongs(line[at])) ++at;
  return at;
}

struct Domain {
  std::size_t end = 0;
  std::size_t labels = 0;
  std::string_view last = {};
};

// "vnexpress.net": labels parted by full stops. A full stop with no label behind it is left.
Domain read_domain(std::string_view line, std::size_t at) {
  Domain domain{at, 0, {}};
  const auto belongs = [](char c) { return is_alnum_ascii(c) || c == '-'; };
  for (;;) {
    const std::size_t end = while_true(line, at, belongs);
    if (end == at) return domain;
    ++domain.labels;
    domain.last = line.substr(at, end - at);
    domain.end = end;
    if (end >= line.size() || line[end] != '.') return domain;
    at = end + 1;
  }
}

bool goes_on_as_letters(std::string_view line, std::size_t at) {
  if (at >= line.size()) return false;
  const CodePointClass of = class_of(code_point_at(line, at).value);
  return (of & (kLetterClass | kDigitClass | kCombiningClass)) != 0;
}

// Path and query: to white space, without what closes the sentence round it.
std::size_t end_of_path(std::string_view line, std::size_t at) {
  std::size_t end = at;
  int open = 0;  // round brackets opened inside
  while (end < line.size()) {
    const CodePoint c = code_point_at(line, end);
    if (is_space(c.value) || c.value < 0x20 || c.value == '"' || c.value == '<' || c.value == '>' ||
        c.value == 0x201C || c.value == 0x201D || c.value == 0xBB)
      break;
    if (c.value == ')' && --open < 0) break;
    open += c.value == '(';
    end = c.next;
  }
  constexpr std::string_view kClosing = ".,;:!?'";
  while (end > at && kClosing.find(line[end - 1]) != std::string_view::npos) --end;
  return end;
}

bool has_scheme(std::string_view rest) {
  constexpr std::array<std::string_view, 3> kSchemes = {"http://", "https://", "ftp://"};
  return std::any_of(kSchemes.begin(), kSchemes.end(), [&](std::string_view scheme) {
    return ascii_lower(rest.substr(0, scheme.size())) == scheme;
  });
}

std::size_t end_of_url(std::string_view line, std::size_t at) {
  const std::string_view rest = line.substr(at);
  if (has_scheme(rest)) {
    const std::size_t host = at + rest.find("//") + 2;
    return host < line.size() && is_alnum_ascii(line[host]) ? end_of_path(line, host) : at;
  }
  const Domain domain = read_domain(line, at);
  const bool www = domain.labels >= 3 && ascii_lower(rest.substr(0, 4)) == "www.";
  if (domain.labels < 2 || (!www && !is_top_domain(domain.last))) return at;
  if (goes_on_as_letters(line, domain.end)) return at;
  const bool path = domain.end < line.size() && line[domain.end] == '/';
  return path ? end_of_path(line, domain.end) : domain.end;
}

std::size_t end_of_mail(std::string_view line, std::size_t at) {
  const std::size_t sign = while_true(line, at, [](char c) {
    return is_alnum_ascii(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
  });
  if (sign == at || sign >= line.size() || line[sign] != '@') return at;
  const Domain domain = read_domain(line, sign + 1);
  if (domain.labels < 2 || goes_on_as_letters(line, domain.end)) return at;
  return domain.end;
}

// "@doi_bong.vn", "#bão_số3".
std::size_t end_of_tag(std::string_view line, std::size_t at) {
  std::size_t end = at + 1;
  bool letters = false;
  while (end < line.size()) {
    const CodePoint c = code_point_at(line, end);
    const CodePointClass of = class_of(c.value);
    const bool dot = c.value == '.' && line[at] == '@' && end > at + 1 && end + 1 < line.size() &&
                     is_alnum_ascii(line[end + 1]);
    if ((of & (kLetterClass | kDigitClass | kCombiningClass)) == 0 && c.value != '_' && !dot) break;
    letters = letters || (of & kLetterClass) != 0;
    end = c.next;
  }
  return letters ? end : at;  // "#1" and "5 @ 3" are no tags
}

// '.' inside an ASCII word, as "bao.vn" has it and the end of a sentence has not.
bool has_inner_stop(std::string_view line) {
  for (std::size_t at = line.find('.'); at != std::string_view::npos; at = line.find('.', at + 1)) {
    if (at > 0 && at + 1 < line.size() && is_alnum_ascii(line[at - 1]) &&
        is_lower_ascii(ascii_lower(line[at + 1])))
      return true;
  }
  return false;
}

}  // namespace

bool may_hold_address(std::string_view line) {
  return line.find('@') != std::string_view::npos || line.find('#') != std::string_view::npos ||
         line.find("://") != std::string_view::npos || has_inner_stop(line);
}

std::size_t end_of_address(std::string_view line, std::size_t at) {
  line = line.substr(0, border_before(line, at + kLongest));
  if (at >= line.size()) return at;
  if (line[at] == '@' || line[at] == '#') return end_of_tag(line, at);
  if (!is_alnum_ascii(line[at])) return at;
  const std::size_t mail = end_of_mail(line, at);
  return mail > at ? mail : end_of_url(line, at);
}

}  // namespace machtin

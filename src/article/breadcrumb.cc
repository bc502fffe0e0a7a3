// Tested by breadcrumb_test.cc.
#include "article/breadcrumb.h"

#include <algorithm>
#include <vector>

#include "language/token.h"
#include "text/fold.h"

namespace machtin {
namespace {

constexpr std::size_t kMostBlocks = 400;  // above a title: a menu of many sections
constexpr std::size_t kMostBytes = 240;   // of a path
constexpr std::size_t kMostNames = 6;
constexpr std::ptrdiff_t kMostSpaces = 4;  // in the name of a section

std::string_view trimmed_of(std::string_view text, std::string_view cut) {
  while (!text.empty() && cut.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  while (!text.empty() && cut.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

// The sign that parts the names; arrows and angles are printed for nothing else.
std::string_view parting_sign(std::string_view text) {
  for (const std::string_view sign : {"\u203A", "\u00BB", "\u2192", ">", " / ", " | "}) {
    if (text.find(sign) != std::string_view::npos) return sign;
  }
  return {};
}

std::vector<std::string_view> names_in(std::string_view text, std::string_view sign) {
  std::vector<std::string_view> names;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(sign, at), text.size());
    const std::string_view name = trimmed_of(text.substr(at, end - at), " ");
    if (!name.empty()) names.push_back(name);
    at = end + sign.size();
  }
  return names;
}

bool is_name(std::string_view text) {
  return !text.empty() && std::count(text.begin(), text.end(), ' ') <= kMostSpaces &&
         text.find_first_of("0123456789:|>") == std::string_view::npos;
}

class BreadcrumbReader {
 public:
  BreadcrumbReader(const ParsedPage& page, std::string_view title, const ArticleTables& tables)
      : page_(page), title_(folded_title(title)), tables_(tables) {}

  // The path nearest to the title.
  std::optional<std::string> section() const {
    std::optional<std::string> found;
    for (std::size_t i = 0; i < page_.blocks.size() && i < kMostBlocks; ++i) {
      const Block& block = page_.blocks[i];
      if (block.hint == BlockHint::kTitle || block.hint == BlockHint::kBody) break;
      if (block.text.size() > kMostBytes) continue;
      if (i > 0 && is_title(block.text)) break;
      std::optional<std::string> section = on_one_line(block.text);
      if (!section && is_home(block.text)) section = on_lines_below(i);
      if (section) found = std::move(section);
    }
    return found;
  }

 private:
  // Folding makes no text longer.
  bool is_title(std::string_view text) const {
    return text.size() >= title_.size() && folded_title(text) == title_;
  }
  bool is_home(std::string_view text) const {
    constexpr std::size_t kMostHomeBytes = 32;
    return text.size() <= kMostHomeBytes &&
           tables_.breadcrumb_homes.contains(line_key(tokenize(text)));
  }
  bool names_section(std::string_view name) const {
    return is_name(name) && !is_home(name) && !is_title(name);
  }

  std::optional<std::string> on_one_line(std::string_view text) const {
    const std::string_view sign = parting_sign(text);
    if (sign.empty()) return std::nullopt;
    const std::vector<std::string_view> names = names_in(text, sign);
    const bool weak = sign == " / " || sign == " | ";
    if (names.size() < 2 || names.size() > kMostNames) return std::nullopt;
    const bool home = is_home(names[0]);
    if (!home && (weak || sign == ">")) return std::nullopt;
    const std::string_view name = names[home ? 1 : 0];
    return names_section(name) ? std::optional(std::string(name)) : std::nullopt;
  }

  // A name a line: two or three links below that to the first page, and then something else.
  std::optional<std::string> on_lines_below(std::size_t home) const {
    constexpr std::size_t kMost = 3;
    if (page_.format != Format::kHtml) return std::nullopt;
    std::size_t end = home + 1;
    while (end < page_.blocks.size() && page_.blocks[end].link_share >= 0.8F &&
           is_name(page_.blocks[end].text) && page_.blocks[end].tag == page_.blocks[home].tag)
      ++end;
    if (end == home + 1 || end > home + 1 + kMost) return std::nullopt;
    const std::string& name = page_.blocks[home + 1].text;
    return names_section(name) ? std::optional(name) : std::nullopt;
  }

  const ParsedPage& page_;
  std::string title_;
  const ArticleTables& tables_;
};

}  // namespace

std::optional<std::string> section_of_breadcrumb(const ParsedPage& page, std::string_view title,
                                                 const ArticleTables& tables) {
  return BreadcrumbReader(page, title, tables).section();
}

}  // namespace machtin

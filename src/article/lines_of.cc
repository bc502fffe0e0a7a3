// Blocks → lines. Tested by find_articles_test.cc.
#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "article/line_roles.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

bool is_furniture(const PageLine& line, const ArticleTables& tables) {
  return find_furniture(line, tables) || find_date_line(line, tables) ||
         tables.headings.contains(line_key(line.tokens));
}

// A crawler breaks a long paragraph at a space: the line before has no full stop and this one goes
// on in lower case. Furniture and key words in lower case ("thời sự") follow short lines only.
bool goes_on(const PageLine& before, const PageLine& line, const Block& block,
             const ArticleTables& tables) {
  if (block.tag != BlockTag::kLine || block.hint != BlockHint::kNone) return false;
  if (block.blank_lines_before > 0 || block.indented || block.href) return false;
  if (line.tokens.empty() || line.tokens[0].shape != Shape::kLower) return false;
  if (before.words < 6 || ends_with_stop(before)) return false;
  return !is_furniture(line, tables) && !is_furniture(before, tables);
}

constexpr std::size_t kMostPieces = 80;  // of one paragraph
constexpr std::string_view kBetweenCells = " | ";

// The width that a page of crawler text is wrapped at, all of it; 0 if it is not: no line is
// longer, and many are almost as long.
std::size_t wrap_width(const ParsedPage& page) {
  constexpr std::size_t kNarrowest = 50, kWidest = 130, kLongestWord = 8, kFewest = 8;
  std::size_t width = 0;
  for (const Block& block : page.blocks) {
    if (block.tag != BlockTag::kLine || block.text.size() > kWidest * 4) return 0;
    width = std::max(width, count_code_points(block.text));
  }
  if (width < kNarrowest || width > kWidest) return 0;
  std::size_t full = 0;
  for (const Block& block : page.blocks)
    full += count_code_points(block.text) + kLongestWord >= width;
  return full >= kFewest && full * 4 >= page.blocks.size() ? width : 0;
}

// The first word of this line had no room on the one before.
bool fills_line(const ParsedPage& page, std::size_t i, std::size_t width) {
  const Block& block = page.blocks[i];
  if (block.blank_lines_before > 0 || block.indented || block.href) return false;
  const std::string_view word = std::string_view(block.text).substr(0, block.text.find(' '));
  return count_code_points(page.blocks[i - 1].text) + 1 + count_code_points(word) > width;
}

constexpr std::size_t kLongestRights = 400;  // bytes of a line that may name who holds the rights

// "© 2012 Báo Bến Cảng. Ghi rõ nguồn" → "Báo Bến Cảng": whoever holds the rights is the site.
std::string_view rights_holder(std::string_view text) {
  constexpr std::string_view kCopyright = "\xC2\xA9";
  const std::size_t sign = text.find(kCopyright);
  if (sign == std::string_view::npos) return {};
  std::string_view holder = text.substr(sign + kCopyright.size());
  holder.remove_prefix(std::min(holder.find_first_not_of(" 0123456789-"), holder.size()));
  holder = holder.substr(0, holder.find_first_of(".,|-;"));
  while (holder.ends_with(' ')) holder.remove_suffix(1);
  return holder;
}

// Whether a block goes to what is dropped by its hint alone, whatever its words are: menus,
// footers, advertising, readers' comments. They are half of a page, and nothing need be known of
// them.
bool is_dropped_unread(const Block& block) {
  return furniture_by_hint(block.hint) && block.hint != BlockHint::kShare &&
         block.tag != BlockTag::kHeading;
}

}  // namespace

std::vector<PageLine> lines_of(const ParsedPage& page, const ArticleTables& tables) {
  const std::size_t width = wrap_width(page);
  const bool has_body = std::any_of(page.blocks.begin(), page.blocks.end(), [](const Block& block) {
    return block.hint == BlockHint::kBody;
  });
  std::vector<PageLine> lines;
  lines.reserve(page.blocks.size());
  PageLine piece;      // of the last line: the one before this block, if there are some
  std::string joined;  // of all its pieces
  const auto close = [&] {
    if (joined.empty()) return;
    PageLine line = make_line(std::move(joined), tables);
    line.blocks = std::move(lines.back().blocks);
    lines.back() = std::move(line);
    joined.clear();
  };
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (has_body && is_dropped_unread(page.blocks[i])) {
      close();
      PageLine unread;
      unread.text = page.blocks[i].text;
      unread.words = has_word(unread.text) ? 1 : 0;
      unread.blocks = {i};
      lines.push_back(std::move(unread));
      continue;
    }
    PageLine line = make_line(page.blocks[i].text, tables);
    const bool cell =
        i > 0 && page.blocks[i].row >= 0 && page.blocks[i].row == page.blocks[i - 1].row;
    const bool on =
        i > 0 && lines.back().blocks.size() < kMostPieces &&
        (cell || goes_on(joined.empty() ? lines.back() : piece, line, page.blocks[i], tables) ||
         (width > 0 && fills_line(page, i, width) && !is_furniture(line, tables)));
    if (on) {
      if (joined.empty()) joined = lines.back().text;
      joined += cell ? kBetweenCells : " ";
      joined += line.text;
      lines.back().blocks.push_back(i);
      piece = std::move(line);
    } else {
      close();
      lines.push_back(std::move(line));
      lines.back().blocks = {i};
    }
  }
  close();
  return lines;
}

std::optional<DropReason> furniture_by_hint(BlockHint hint) {
  switch (hint) {
    case BlockHint::kMenu:
      return DropReason::kMenu;
    case BlockHint::kShare:
      return DropReason::kShare;
    case BlockHint::kAd:
      return DropReason::kAd;
    case BlockHint::kComment:
      return DropReason::kComment;
    case BlockHint::kTags:
      return DropReason::kTags;
    case BlockHint::kFooter:
      return DropReason::kOther;
    default:
      return std::nullopt;
  }
}

std::unordered_set<std::string> vouched_slugs(const std::vector<PageLine>& lines,
                                              const ArticleTables& tables) {
  std::unordered_map<std::string, int> starts, met;
  for (const PageLine& line : lines) {
    if (const auto slug = find_slug(line, tables)) {
      ++starts[matching_key(slice(line.text, slug->agency))];
    }
  }
  for (const PageLine& line : lines) {
    for (const Token& token : line.tokens) {
      if (token.shape == Shape::kUpper && starts.contains(token.key)) ++met[token.key];
    }
  }
  std::unordered_set<std::string> vouched;
  for (const auto& [agency, count] : starts) {
    const auto seen = met.find(agency);
    if (count > 1 || (seen != met.end() && seen->second == 1)) vouched.insert(agency);
  }
  return vouched;
}

std::optional<std::string> rights_holder_of(const ParsedPage& page) {
  constexpr std::ptrdiff_t kMostSpaces = 5;  // a name of six words; more is a sentence about rights
  for (auto block = page.blocks.rbegin(); block != page.blocks.rend(); ++block) {
    if (block->text.size() > kLongestRights) continue;
    const std::string_view holder = rights_holder(block->text);
    if (holder.empty() || !is_upper(code_point_at(holder, 0).value)) continue;
    if (std::count(holder.begin(), holder.end(), ' ') <= kMostSpaces) return std::string(holder);
  }
  return std::nullopt;
}

std::vector<std::string> site_names_of(const ParsedPage& page) {
  std::vector<std::string> names;
  for (const Block& block : page.blocks) {
    if (block.text.size() > kLongestRights) continue;
    const std::string_view holder = rights_holder(block.text);
    if (!holder.empty()) names.push_back(folded_title(holder));
  }
  if (!page.blocks.empty()) {  // a masthead in capitals: "NBBĐ", the initials of the name
    const std::string& masthead = page.blocks.front().text;
    if (count_code_points(masthead) >= 3 && masthead.find(' ') == std::string::npos) {
      names.push_back(folded_title(masthead));
    }
  }
  if (page.metadata.site_name) names.push_back(folded_title(*page.metadata.site_name));
  if (page.source) names.push_back(folded_title(*page.source));
  const std::optional<std::string>& url =
      page.metadata.canonical_url ? page.metadata.canonical_url : page.url;
  if (url) {
    const std::size_t begin = url->find("://");
    if (begin != std::string::npos) {
      std::string host = url->substr(begin + 3, url->find_first_of("/:?#", begin + 3) - begin - 3);
      if (host.starts_with("www.")) host.erase(0, 4);
      names.push_back(folded_title(host));
      names.push_back(folded_title(host.substr(0, host.find('.'))));
    }
  }
  std::erase(names, std::string());
  return names;
}

}  // namespace machtin

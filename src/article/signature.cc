#include "article/signature.h"

#include <algorithm>

#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kMostTokens = 60;  // of a line that signs
constexpr std::size_t kNoteTokens = 4;   // "biên tập và dịch"

bool is_note(const PhraseTrie::Match& match, const ArticleTables& tables) {
  return std::any_of(match.values.begin(), match.values.end(), [&](std::uint32_t value) {
    return tables.byline_rules[value].names == BylineNames::kNote;
  });
}

// The token at which notes at the end begin: "… (t/h)", "… thực hiện".
std::size_t before_notes(const std::vector<Token>& tokens, std::size_t begin, std::size_t end,
                         const ArticleTables& tables) {
  std::size_t last = end;
  while (last > begin && (tokens[last - 1].key == "." || tokens[last - 1].key == ")")) --last;
  for (std::size_t length = 1; length <= kNoteTokens && begin + length < last; ++length) {
    const auto match = tables.bylines.match(tokens, last - length);
    if (!match || match->tokens != length || !is_note(*match, tables)) continue;
    std::size_t note = last - length;
    while (note > begin && (tokens[note - 1].key == "(" || tokens[note - 1].key == "-")) --note;
    return note;
  }
  return end;
}

}  // namespace

std::vector<ByteSpan> signature_parts(const PageLine& line, ByteSpan within,
                                      const ArticleTables& tables) {
  const std::vector<Token>& tokens = line.tokens;
  std::size_t begin = 0, end = tokens.size();
  while (begin < end && tokens[begin].span.begin < within.begin) ++begin;
  while (end > begin && tokens[end - 1].span.end > within.end) --end;
  if (end - begin > kMostTokens) return {within};
  std::vector<ByteSpan> parts;
  const auto add = [&](std::size_t from, std::size_t to) {
    to = before_notes(tokens, from, to, tables);
    if (from < to) parts.push_back({tokens[from].span.begin, tokens[to - 1].span.end});
  };
  std::size_t from = begin;
  for (std::size_t i = begin + 1; i < end; ++i) {
    const auto match = tables.bylines.match(tokens, i);
    if (!match || i + match->tokens >= end || tokens[i + match->tokens].key != ":") continue;
    if (tokens[i].shape == Shape::kLower || tokens[i - 1].shape == Shape::kPunctuation) continue;
    add(from, i);
    from = i;
    i += match->tokens;
  }
  add(from, end);
  return parts;
}

Byline signature_of(const PageLine& line, const ArticleTables& tables) {
  const std::vector<ByteSpan> parts =
      signature_parts(line, {0, static_cast<std::uint32_t>(line.text.size())}, tables);
  return parts.empty() ? Byline() : find_byline(line, parts.front(), tables);
}

bool names_publisher(const PageLine& line, ByteSpan name, const ArticleTables& tables) {
  const std::vector<Token>& tokens = line.tokens;
  std::size_t begin = 0, end = tokens.size();
  while (begin < end && tokens[begin].span.begin < name.begin) ++begin;
  while (end > begin && tokens[end - 1].span.end > name.end) --end;
  for (std::size_t at = begin; at < end && at <= begin + 1; ++at) {
    const auto match = tables.publishers.match(tokens, at);
    if (match && at + match->tokens == end) return true;
  }
  return false;
}

}  // namespace machtin

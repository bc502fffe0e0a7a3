#include "article/known_authors.h"

#include <algorithm>
#include <string_view>

#include "article/page_line.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kMostPeople = 40;      // each is sought in each byline
constexpr std::size_t kMostNameBytes = 200;  // more is a list of names, or a text

class Splitter {
 public:
  Splitter(const std::string& author, const ArticleTables& tables)
      : line_(make_line(author, tables)), tables_(tables) {}

  // Labels taken off, parted at signs and at "and".
  std::vector<std::string> split() const {
    const std::vector<Token>& tokens = line_.tokens;
    std::size_t begin = 0;
    while (begin < tokens.size()) {
      const auto label = tables_.bylines.match(tokens, begin);
      if (!label || begin + label->tokens >= tokens.size()) break;
      const BylineRule& rule = tables_.byline_rules[label->values.front()];
      const bool colon = tokens[begin + label->tokens].key == ":";
      const bool names = rule.names == BylineNames::kAuthor || rule.names == BylineNames::kAgency;
      if (!names || (rule.needs_colon && !colon)) break;
      begin += label->tokens + (colon ? 1 : 0);
    }
    std::vector<ByteSpan> parts = {{at(begin), at(begin)}};
    bool short_part = false;
    std::size_t words = 0;
    for (std::size_t i = begin; i < tokens.size(); ++i) {
      const bool parted = parts_names(i);
      if (!parted) {
        parts.back().end = tokens[i].span.end;
        words += tokens[i].shape != Shape::kPunctuation;
        continue;
      }
      short_part = short_part || words < 2;
      words = 0;
      parts.push_back({at(i + 1), at(i + 1)});
    }
    std::vector<std::string> names;
    // "AFP, MANILA" is one name; "Hà An, Lê Vân, dpa" are three.
    if (short_part) parts = {{at(begin), static_cast<std::uint32_t>(line_.text.size())}};
    for (const ByteSpan part : parts) {
      std::string name(slice(line_.text, trimmed(line_.text, part)));
      // "Hà An (han)": the sign that the paper gives her.
      if (name.ends_with(')') && name.rfind(" (") != std::string::npos)
        name.erase(name.rfind(" ("));
      if (!name.empty()) names.push_back(std::move(name));
    }
    return names;
  }

 private:
  std::uint32_t at(std::size_t token) const {
    return token < line_.tokens.size() ? line_.tokens[token].span.begin
                                       : static_cast<std::uint32_t>(line_.text.size());
  }
  bool parts_names(std::size_t i) const {
    const Token& token = line_.tokens[i];
    if (token.shape == Shape::kPunctuation)
      return std::string_view(",;|&").find(token.key) != std::string_view::npos;
    const auto label = tables_.bylines.match(line_.tokens, i);
    return label && label->tokens == 1 && token.shape == Shape::kLower &&
           tables_.byline_rules[label->values.front()].names == BylineNames::kJoin;
  }

  PageLine line_;
  const ArticleTables& tables_;
};

bool is_nobody(const std::string& name, const ArticleTables& tables) {
  const std::vector<Token> tokens = tokenize(name);
  const auto label = tables.bylines.match(tokens, 0);
  return label && label->tokens == tokens.size() &&
         tables.byline_rules[label->values.front()].names == BylineNames::kNobody;
}

bool is_name(const std::string& name) {
  if (name.starts_with('(')) return false;  // a picture's credit
  bool letter = false;
  for (std::size_t at = 0; at < name.size() && !letter;) {
    const CodePoint c = code_point_at(name, at);
    letter = is_letter(c.value);
    at = c.next;
  }
  return letter && name.size() <= kMostNameBytes && name.find('@') == std::string::npos &&
         name.find("[at]") == std::string::npos;
}

}  // namespace

bool names_own_site(const std::string& name, const std::vector<std::string>& site_names) {
  const std::string solid = without_spaces(folded_title(name));
  return !solid.empty() && std::any_of(site_names.begin(), site_names.end(), [&](const auto& site) {
    return without_spaces(site) == solid;
  });
}

KnownAuthors known_authors(const Metadata& metadata, const std::vector<std::string>& site_names,
                           const ArticleTables& tables) {
  KnownAuthors known;
  const auto take = [&](const std::vector<std::string>& authors) {
    for (const std::string& author : authors) {
      if (!is_name(author) || known.people.size() >= kMostPeople) continue;
      if (names_own_site(author, site_names)) {
        if (!known.site) known.site = author;
        continue;
      }
      for (std::string& name : Splitter(author, tables).split()) {
        if (names_own_site(name, site_names) || is_nobody(name, tables) || !is_name(name)) continue;
        if (std::find(known.people.begin(), known.people.end(), name) == known.people.end())
          known.people.push_back(std::move(name));
      }
    }
  };
  take(metadata.authors);
  if (known.people.empty()) take(metadata.other_authors);
  return known;
}

}  // namespace machtin

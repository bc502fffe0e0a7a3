// A class name is taken apart at signs and at capitals ("entry-meta", "articleBody"), and rules
// speak of its words. Tested by layout_tables_test.cc.

#include "page/layout_tables.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace machtin {
namespace {

struct HintName {
  std::string_view name = {};
  LayoutHint hint = {};
};

// In order of rank: what takes words away from the article comes before what gives them a part in
// it, and "none", the exception to a rule, before all.
constexpr std::array kHintNames = {
    HintName{"none", {BlockHint::kNone, false}},
    HintName{"hidden", {BlockHint::kNone, true}},
    HintName{"ad", {BlockHint::kAd, false}},
    HintName{"comment", {BlockHint::kComment, false}},
    HintName{"related-heading", {BlockHint::kRelatedHeading, false}},
    HintName{"related", {BlockHint::kRelated, false}},
    HintName{"share", {BlockHint::kShare, false}},
    HintName{"menu", {BlockHint::kMenu, false}},
    HintName{"tags", {BlockHint::kTags, false}},
    HintName{"footer", {BlockHint::kFooter, false}},
    HintName{"caption", {BlockHint::kCaption, false}},
    HintName{"byline", {BlockHint::kByline, false}},
    HintName{"date", {BlockHint::kDate, false}},
    HintName{"lede", {BlockHint::kLede, false}},
    HintName{"title", {BlockHint::kTitle, false}},
    HintName{"body", {BlockHint::kBody, false}},
};

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word_sign(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

// "td-postContent box" → " td post content | box ": words between spaces, names between bars.
std::string words_of(std::string_view names) {
  std::string words = " ";
  char before = ' ';
  for (const char c : names) {
    const bool ends_name = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    const bool hump = is_upper(c) && before >= 'a' && before <= 'z';
    if ((ends_name || hump || !is_word_sign(c)) && words.back() != ' ') words += ' ';
    if (ends_name && words.size() > 1 && !words.ends_with("| ")) words += "| ";
    if (!ends_name && is_word_sign(c)) words += lower(c);
    before = c;
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

// Without separators inside names, so that "tin-lien-quan" and "tinLienQuan" are one.
std::string glued_of(std::string_view words) {
  std::string glued(words);
  std::erase(glued, ' ');
  return glued;
}

}  // namespace

LayoutTables LayoutTables::load(const Pack& all) {
  LayoutTables tables;
  for (const TableRow& row : all.table("layouts").rows) {
    const auto* const found = std::find_if(kHintNames.begin(), kHintNames.end(),
                                           [&](const HintName& h) { return h.name == row[2]; });
    if (found == kHintNames.end()) continue;
    for (const std::string& value : split_values(row[1])) {
      if (row[0] != "class") {
        tables.exact[row[0] + "=" + value] = found->hint;
        continue;
      }
      const bool glued = value.size() > 2 && value.starts_with('*') && value.ends_with('*');
      std::string one_name = value;
      std::replace(one_name.begin(), one_name.end(), ' ', '-');
      tables.class_rules.push_back({glued ? value.substr(1, value.size() - 2) : words_of(one_name),
                                    glued, found->hint,
                                    static_cast<int>(found - kHintNames.begin())});
    }
  }
  std::sort(tables.class_rules.begin(), tables.class_rules.end(),
            [](const Rule& a, const Rule& b) { return a.rank < b.rank; });
  return tables;
}

LayoutHint LayoutTables::of_class(std::string_view names) const {
  constexpr std::size_t kMaxNameBytes = 400;  // utility classes by the dozen say nothing more
  const std::string words = words_of(names.substr(0, kMaxNameBytes));
  const std::string glued = glued_of(words);
  for (const Rule& rule : class_rules) {
    const std::string& where = rule.glued ? glued : words;
    if (where.find(rule.words) != std::string::npos) return rule.hint;
  }
  return {};
}

LayoutHint LayoutTables::of_value(std::string_view attribute, std::string_view value) const {
  std::string key(attribute);
  key += '=';
  for (const char c : value) key += lower(c);
  const auto found = exact.find(key);
  return found == exact.end() ? LayoutHint{} : found->second;
}

}  // namespace machtin

// A class name is taken apart at signs and at capitals ("entry-meta", "articleBody"), and rules
// speak of its words. Tested by layout_tables_test.cc.

#include "page/layout_tables.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

#include "text/utf8.h"

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

enum class NameSign : std::uint8_t { kOther, kSpace, kLower, kUpper, kDigit };
constexpr std::array<NameSign, 256> kNameSigns = [] {
  std::array<NameSign, 256> signs = {};
  for (const char c : {' ', '\t', '\n', '\r'})
    signs[static_cast<unsigned char>(c)] = NameSign::kSpace;
  for (std::size_t c = 'a'; c <= 'z'; ++c) signs[c] = NameSign::kLower;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) signs[c] = NameSign::kUpper;
  for (std::size_t c = '0'; c <= '9'; ++c) signs[c] = NameSign::kDigit;
  for (std::size_t c = 0x80; c < 0x100; ++c) signs[c] = NameSign::kDigit;
  return signs;
}();

// "td-postContent box" → " td post content | box ": words between spaces, names between bars.
std::string words_of(std::string_view names) {
  std::string words = " ";
  words.reserve(2 * names.size() + 2);
  NameSign before = NameSign::kSpace;
  for (const char c : names) {
    const NameSign sign = kNameSigns[static_cast<unsigned char>(c)];
    const bool hump = sign == NameSign::kUpper && before == NameSign::kLower;
    const bool ends_word = sign == NameSign::kSpace || sign == NameSign::kOther || hump;
    if (ends_word && words.back() != ' ') words += ' ';
    if (sign == NameSign::kSpace && words.size() > 1 && !words.ends_with("| ")) words += "| ";
    if (sign >= NameSign::kLower) words += ascii_lower(c);
    before = sign;
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

// The bucket of the two letters at `at`; letters that share one are told apart by the comparison.
std::size_t letter_pair(std::string_view text, std::size_t at) {
  return (static_cast<unsigned char>(text[at]) & 31u) * 32u +
         (static_cast<unsigned char>(text[at + 1]) & 31u);
}

// The word that begins after the space at `at`.
std::size_t word_hash(std::string_view words, std::size_t at) {
  return std::hash<std::string_view>()(words.substr(at + 1, words.find(' ', at + 1) - at - 1));
}

void index_rules(LayoutTables& tables) {
  tables.glued_by_letters.resize(LayoutTables::kLetterPairs);
  for (std::size_t i = 0; i < tables.class_rules.size(); ++i) {
    const LayoutTables::Rule& rule = tables.class_rules[i];
    if (rule.words.size() < 2) continue;  // "**" in an overlay: no word to look for
    (rule.glued ? tables.glued_letters : tables.first_letters)
        .set(letter_pair(rule.words, rule.glued ? 0 : 1));
    std::vector<std::uint32_t>& place = rule.glued
                                            ? tables.glued_by_letters[letter_pair(rule.words, 0)]
                                            : tables.by_first_word[word_hash(rule.words, 0)];
    place.push_back(static_cast<std::uint32_t>(i));
  }
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
  index_rules(tables);
  tables.body = BodyTrees::load(all);
  tables.site_words = SiteWords::load(all);
  return tables;
}

std::size_t LayoutTables::rule_of_class(std::string_view names) const {
  constexpr std::size_t kMaxNameBytes = 400;  // utility classes by the dozen say nothing more
  const std::string words = words_of(names.substr(0, kMaxNameBytes));
  std::size_t best = class_rules.size();
  const auto look = [&](const std::vector<std::uint32_t>& rules, std::string_view rest) {
    for (const std::uint32_t rule : rules) {
      if (rule >= best) return;  // they stand in order of rank
      if (rest.starts_with(class_rules[rule].words)) best = rule;
    }
  };
  for (std::size_t at = 0; at + 1 < words.size(); at = words.find(' ', at + 1)) {
    if (!first_letters.test(letter_pair(words, at + 1))) continue;
    const auto found = by_first_word.find(word_hash(words, at));
    if (found != by_first_word.end()) look(found->second, std::string_view(words).substr(at));
  }
  const std::string glued = glued_of(words);
  for (std::size_t at = 0; at + 1 < glued.size(); ++at) {
    const std::size_t letters = letter_pair(glued, at);
    if (glued_letters.test(letters))
      look(glued_by_letters[letters], std::string_view(glued).substr(at));
  }
  return best;
}

LayoutHint LayoutTables::of_value(std::string_view attribute, std::string_view value) const {
  std::string key(attribute);
  key += '=';
  for (const char c : value) key += ascii_lower(c);
  const auto found = exact.find(key);
  return found == exact.end() ? LayoutHint{} : found->second;
}

}  // namespace machtin

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

constexpr std::size_t kMaxNameBytes = 400;  // utility classes by the dozen say nothing more
// Written in place: a page has some hundred of them.
struct NameBuffer {
  std::array<char, 4 * kMaxNameBytes + 4> bytes;  // a sign between names becomes " | " at most
  std::size_t size = 0;

  void add(char c) { bytes[size++] = c; }
  char back() const { return bytes[size - 1]; }
  std::string_view text() const { return {bytes.data(), size}; }
};

// "td-postContent box" → " td post content | box ": words between spaces, names between bars.
// names: of kMaxNameBytes at most.
void write_words(std::string_view names, NameBuffer& words) {
  words.size = 0;
  words.add(' ');
  NameSign before = NameSign::kSpace;
  for (const char c : names) {
    const NameSign sign = kNameSigns[static_cast<unsigned char>(c)];
    const bool hump = sign == NameSign::kUpper && before == NameSign::kLower;
    const bool ends_word = sign == NameSign::kSpace || sign == NameSign::kOther || hump;
    if (ends_word && words.back() != ' ') words.add(' ');
    if (sign == NameSign::kSpace && words.size > 1 && words.bytes[words.size - 2] != '|') {
      words.add('|');
      words.add(' ');
    }
    if (sign >= NameSign::kLower) words.add(ascii_lower(c));
    before = sign;
  }
  if (words.back() != ' ') words.add(' ');
}

std::string words_of(std::string_view names) {
  NameBuffer words;
  write_words(names.substr(0, kMaxNameBytes), words);
  return std::string(words.text());
}

// Without separators inside names, so that "tin-lien-quan" and "tinLienQuan" are one.
void write_glued(const NameBuffer& words, NameBuffer& glued) {
  glued.size = 0;
  for (const char c : words.text()) {
    if (c != ' ') glued.add(c);
  }
}

// The bucket of the two letters at `at`; letters that share one are told apart by the comparison.
std::size_t letter_pair(std::string_view text, std::size_t at) {
  return (static_cast<unsigned char>(text[at]) & 31u) * 32u +
         (static_cast<unsigned char>(text[at + 1]) & 31u);
}

std::size_t letter_code(char c) { return static_cast<unsigned char>(c) & 31u; }

// The word that begins after the space at `at`.
std::size_t word_hash(std::string_view words, std::size_t at) {
  return std::hash<std::string_view>()(words.substr(at + 1, words.find(' ', at + 1) - at - 1));
}

void index_rules(LayoutTables& tables) {
  tables.glued_by_letters.resize(LayoutTables::kLetterPairs);
  for (std::size_t i = 0; i < tables.class_rules.size(); ++i) {
    const LayoutTables::Rule& rule = tables.class_rules[i];
    if (rule.words.size() < 2) continue;  // "**" in an overlay: no word to look for
    const std::string_view letters = std::string_view(rule.words).substr(rule.glued ? 0 : 1);
    for (std::size_t third = 0; third < 32; ++third) {
      if (letters.size() == 2 || letter_code(letters[2]) == third)
        (rule.glued ? tables.glued_letters : tables.first_letters)
            .set(letter_pair(letters, 0) * 32 + third);
    }
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
  NameBuffer buffer, glued_buffer;
  write_words(names.substr(0, kMaxNameBytes), buffer);
  write_glued(buffer, glued_buffer);
  const std::string_view words = buffer.text(), glued = glued_buffer.text();
  std::size_t best = class_rules.size();
  const auto look = [&](const std::vector<std::uint32_t>& rules, std::string_view rest) {
    for (const std::uint32_t rule : rules) {
      if (rule >= best) return;  // they stand in order of rank
      if (rest.starts_with(class_rules[rule].words)) best = rule;
    }
  };
  for (std::size_t at = 0; at + 1 < words.size(); at = words.find(' ', at + 1)) {
    const std::size_t third = at + 3 < words.size() ? letter_code(words[at + 3]) : 0;
    if (!first_letters.test(letter_pair(words, at + 1) * 32 + third)) continue;
    const auto found = by_first_word.find(word_hash(words, at));
    if (found != by_first_word.end()) look(found->second, words.substr(at));
  }
  std::size_t letters = 0;  // the last three
  for (std::size_t end = 0; end <= glued.size(); ++end) {
    letters = (letters * 32 + (end < glued.size() ? letter_code(glued[end]) : 0)) % kLetterTriples;
    if (end >= 2 && glued_letters.test(letters))
      look(glued_by_letters[letters / 32], glued.substr(end - 2));
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

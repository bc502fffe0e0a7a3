#include "archive/query.h"

#include "text/fold.h"
#include "text/join.h"
#include "text/utf8.h"

namespace machtin {
namespace {

// A query longer than this is a pasted paragraph; its first words say enough, and the cost stays
// bounded.
constexpr std::size_t kMaxWords = 24;
constexpr std::size_t kMaxWordBytes = 120;
constexpr std::size_t kMinPrefixBytes = 3;

constexpr std::string_view kExactColumns = "{title lede body} : ";
constexpr std::string_view kFoldedColumns = "{title_folded lede_folded body_folded} : ";

// Words hold letters and digits alone, so quotes keep them from being read as operators.
std::string quoted(std::string_view words) { return '"' + std::string(words) + '"'; }

std::vector<std::string> folded_pairs(const std::vector<QueryWord>& words) {
  std::vector<std::string> pairs;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    pairs.push_back(quoted(words[i].folded + ' ' + words[i + 1].folded));
  }
  return pairs;
}

void write_expressions(SearchQuery& query) {
  std::vector<std::string> exact, folded;
  std::string phrase;
  for (const QueryWord& word : query.words) {
    exact.push_back(quoted(word.exact));
    folded.push_back(quoted(word.folded));
    if (!phrase.empty()) phrase += ' ';
    phrase += word.exact;
  }
  const std::string exact_columns(kExactColumns), folded_columns(kFoldedColumns);
  query.exact_phrase = exact_columns + quoted(phrase);
  query.exact_words = exact_columns + "(" + joined(exact, " AND ") + ")";
  const std::vector<std::string> pairs = folded_pairs(query.words);
  const std::string all_folded = folded_columns + "(" + joined(folded, " AND ") + ")";
  if (pairs.empty()) {
    query.strict = all_folded;
    query.loose = query.words[0].folded.size() < kMinPrefixBytes
                      ? all_folded
                      : folded_columns + folded[0] + " *";
    return;
  }
  const std::string any_pair = folded_columns + "(" + joined(pairs, " OR ") + ")";
  query.strict = '(' + all_folded + " AND " + any_pair + ") OR " + query.exact_words;
  query.loose = any_pair + " OR " + exact_columns + "(" + joined(exact, " OR ") + ")";
}

}  // namespace

std::vector<TextWord> words_of(std::string_view text) {
  std::vector<TextWord> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const bool part = is_letter(c.value) || is_digit(c.value) || (inside && is_combining(c.value));
    if (part && !inside) words.push_back({at, at});
    if (part) words.back().end = c.next;
    inside = part;
    at = c.next;
  }
  return words;
}

SearchQuery parse_query(std::string_view typed) {
  SearchQuery query;
  const std::string clean = to_nfc(typed.substr(0, 4096));
  for (const TextWord word : words_of(clean)) {
    if (word.end - word.begin > kMaxWordBytes) continue;
    const std::string_view text = std::string_view(clean).substr(word.begin, word.end - word.begin);
    query.words.push_back({matching_key(text), search_key(text)});
    if (query.words.size() == kMaxWords) break;
  }
  if (!query.words.empty()) write_expressions(query);
  return query;
}

}  // namespace machtin

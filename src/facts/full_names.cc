// Names are taken apart into words, and the longest form at each is written long. Tested by
// full_names_test.cc.
#include "facts/full_names.h"

#include <algorithm>
#include <utility>

#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

struct Word {
  std::string key = {};
  bool upper = true;
  std::size_t letters = 0;
};

void add_word(std::string_view printed, std::vector<Word>& words) {
  Word word;
  for (std::size_t at = 0; at < printed.size();) {
    const CodePoint c = code_point_at(printed, at);
    if (is_letter(c.value)) {
      ++word.letters;
      word.upper = word.upper && is_upper(c.value);
    } else if (!is_combining(c.value)) {
      word.upper = false;  // a number is no abbreviation
    }
    at = c.next;
  }
  word.key = matching_key(printed);
  words.push_back(std::move(word));
}

// "GD&ĐT", "TP.HCM": capitals with signs between them are one abbreviation, initials not.
void join_capitals(std::size_t first, std::vector<Word>& words) {
  const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
  const bool capitals =
      std::all_of(begin, words.end(), [](const Word& word) { return word.upper; }) &&
      std::any_of(begin, words.end(), [](const Word& word) { return word.letters > 1; });
  if (words.size() < first + 2 || !capitals) return;
  for (std::size_t i = first + 1; i < words.size(); ++i) words[first].key += words[i].key;
  words.resize(first + 1);
}

std::vector<Word> words_of(std::string_view name) {
  std::vector<Word> words;
  std::size_t chunk = 0;  // the first word behind the last space
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    CodePoint c = code_point_at(name, at);
    while (at < name.size() && (is_letter(c.value) || is_digit(c.value) || is_combining(c.value))) {
      at = c.next;
      if (at < name.size()) c = code_point_at(name, at);
    }
    if (at > begin) {
      add_word(name.substr(begin, at - begin), words);
      continue;
    }
    if (is_space(c.value)) {
      join_capitals(chunk, words);
      chunk = words.size();
    }
    at = c.next;
  }
  join_capitals(chunk, words);
  return words;
}

std::string joined(const std::vector<Word>& words, std::size_t first, std::size_t last) {
  std::string keys;
  for (std::size_t i = first; i < last; ++i) keys += (i > first ? " " : "") + words[i].key;
  return keys;
}

}  // namespace

FullNames::FullNames(const Pack& language) {
  for (const TableRow& row : language.table("full_names").rows) {
    const std::vector<std::string> forms = split_values(row[0]);
    for (std::size_t i = 1; i < forms.size(); ++i) {
      const std::vector<Word> words = words_of(forms[i]);
      Form form{.full = matching_key(forms.front())};
      for (const Word& word : words) form.upper.push_back(word.upper);
      most_words_ = std::max(most_words_, words.size());
      forms_[joined(words, 0, words.size())].push_back(std::move(form));
    }
  }
}

std::string FullNames::folded(std::string_view name) const {
  if (forms_.empty()) return folded_name(name);
  const std::vector<Word> words = words_of(name);
  std::string full;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t length = std::min(most_words_, words.size() - i);
    const std::string* found = nullptr;
    for (; length > 0 && found == nullptr; --length) {
      const auto forms = forms_.find(joined(words, i, i + length));
      if (forms == forms_.end()) continue;
      for (const Form& form : forms->second) {
        bool fits = true;
        for (std::size_t w = 0; w < length; ++w)
          fits = fits && (!form.upper[w] || words[i + w].upper);
        if (fits) found = &form.full;
      }
      if (found != nullptr) break;
    }
    if (!full.empty()) full += ' ';
    full += found == nullptr ? words[i].key : *found;
    i += std::max<std::size_t>(length, 1);
  }
  return folded_name(full);
}

}  // namespace machtin

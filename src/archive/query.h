#pragma once
// What somebody types into a search box → an FTS5 expression that has no syntax errors, and the
// words to mark in what is found. Tested by query_test.cc.
//
// Without diacritics Vietnamese syllables are few: "tu" and "binh" stand somewhere in nearly every
// article, in "từ" and "bình". So words that match only without their diacritics must stand side by
// side, at least two of them.

#include <string>
#include <string_view>
#include <vector>

namespace machtin {

struct QueryWord {
  std::string exact = {};   // lower case, as typed
  std::string folded = {};  // without diacritics
  bool operator==(const QueryWord&) const = default;
};

struct SearchQuery {
  std::vector<QueryWord> words = {};
  std::string exact_phrase = {};  // FTS5: all words as typed, side by side
  std::string exact_words = {};   // FTS5: all words as typed, anywhere
  std::string strict = {};        // FTS5: what a hit must have
  std::string loose = {};         // FTS5: some of it, for when nothing has all
};

// The words of a text with where they stand; the same words that FTS5's unicode61 finds.
struct TextWord {
  std::size_t begin = 0, end = 0;
};
std::vector<TextWord> words_of(std::string_view text);

// No words: every expression is empty.
SearchQuery parse_query(std::string_view typed);

}  // namespace machtin

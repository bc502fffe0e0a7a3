#include "archive/snippet.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "text/fold.h"

namespace machtin {
namespace {

constexpr std::size_t kMaxBytes = 40000;
constexpr std::size_t kWindowWords = 36;  // two lines on a desk, four on a phone
constexpr std::size_t kTailBytes = 200;   // of signs after the last word
constexpr std::size_t kWordsBefore = 8;   // of context before the first match

struct Word {
  TextWord place = {};
  std::int32_t exact = -1, folded = -1;  // which word of the query this is
  bool marked = false;
};

// The text's first bytes, cut on a code point's border.
std::string_view cut(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xc0) == 0x80) --limit;
  return text.substr(0, limit);
}

std::vector<Word> matched_words(std::string_view text, const SearchQuery& query) {
  std::vector<Word> words;
  for (const TextWord place : words_of(text)) {
    Word word{.place = place};
    const std::string_view bytes = text.substr(place.begin, place.end - place.begin);
    const std::string folded = search_key(bytes);
    for (std::size_t i = 0; i < query.words.size(); ++i) {
      if (query.words[i].folded != folded) continue;
      const auto number = static_cast<std::int32_t>(i);
      if (word.folded < 0) word.folded = number;
      if (word.exact < 0 && query.words[i].exact == matching_key(bytes)) word.exact = number;
    }
    words.push_back(word);
  }
  return words;
}

// A word that matches as typed is marked; one that matches without diacritics only beside its
// neighbour in the query.
void mark(std::vector<Word>& words, const SearchQuery& query) {
  const auto is = [&](const Word& word, std::size_t i) {
    return word.folded >= 0 && i < query.words.size() &&
           query.words[i].folded == query.words[static_cast<std::size_t>(word.folded)].folded;
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].folded < 0) continue;
    if (words[at].exact >= 0 || query.words.size() == 1) words[at].marked = true;
    if (at + 1 == words.size()) continue;
    for (std::size_t i = 0; i + 1 < query.words.size(); ++i) {
      if (is(words[at], i) && is(words[at + 1], i + 1)) {
        words[at].marked = words[at + 1].marked = true;
        break;
      }
    }
  }
}

// The first window with the most distinct words of the query; marked words outweigh others.
std::size_t best_start(const std::vector<Word>& words, const SearchQuery& query) {
  std::vector<int> inside(query.words.size(), 0);
  std::size_t best = 0;
  int distinct = 0, most = 0;
  for (std::size_t end = 0; end < words.size(); ++end) {
    const auto slot = [&](const Word& word) -> int* {
      return word.marked ? &inside[static_cast<std::size_t>(word.folded)] : nullptr;
    };
    if (int* count = slot(words[end]); count != nullptr && (*count)++ == 0) ++distinct;
    if (end >= kWindowWords) {
      if (int* count = slot(words[end - kWindowWords]); count != nullptr && --(*count) == 0)
        --distinct;
    }
    if (distinct > most) {
      most = distinct;
      best = end + 1 > kWindowWords ? end + 1 - kWindowWords : 0;
    }
  }
  while (best < words.size() && most > 0 && !words[best].marked) ++best;
  return best > kWordsBefore ? best - kWordsBefore : 0;
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string snippet(std::string_view whole, const SearchQuery& query) {
  const std::string_view text = cut(whole, kMaxBytes);
  std::vector<Word> words = matched_words(text, query);
  mark(words, query);
  if (words.empty()) return escape_html(cut(text, kTailBytes));
  const std::size_t first = best_start(words, query);
  const std::size_t last = std::min(words.size(), first + kWindowWords) - 1;
  std::string out = first == 0 ? "" : "… ";
  std::size_t at = first == 0 ? 0 : words[first].place.begin;
  for (std::size_t i = first; i <= last; ++i) {
    if (!words[i].marked) continue;
    std::size_t end = i;
    while (end < last && words[end + 1].marked) ++end;
    out += escape_html(text.substr(at, words[i].place.begin - at)) + "<mark>";
    at = words[end].place.end;
    out += escape_html(text.substr(words[i].place.begin, at - words[i].place.begin)) + "</mark>";
    i = end;
  }
  if (last + 1 == words.size()) return out + escape_html(cut(text.substr(at), kTailBytes));
  return out + escape_html(text.substr(at, words[last].place.end - at)) + " …";
}

}  // namespace machtin

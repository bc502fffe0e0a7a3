#pragma once
// data/all/site_words.tsv: words that tell what a block of a page is for; and the hashes that words
// are compared by. Tested by site_words_test.cc.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/pack.h"

namespace machtin {

// The hash of a word, capitals of ASCII folded. Its low bits tell how long the word is.
using WordHash = std::uint64_t;
constexpr std::size_t kMostWordBytes = 7;  // of a longer one it is told that it has no less
constexpr std::size_t word_bytes(WordHash hash) { return hash & kMostWordBytes; }

// Appends those of a text's words, in order.
void add_word_hashes(std::string_view text, std::vector<WordHash>& hashes);
// Of two words in a row.
WordHash pair_hash(WordHash first, WordHash second);

class HashedWords {
 public:
  void insert(WordHash hash);
  bool contains(WordHash hash) const {
    return (filter_[place(hash)] >> (hash >> 3 & 63) & 1u) != 0 && hashes_.contains(hash);
  }
  bool empty() const { return hashes_.empty(); }

 private:
  // Most words are in none of our sets: a bit of the filter says so.
  static constexpr std::size_t kFilterWords = 256;
  static std::size_t place(WordHash hash) { return hash >> 9 & (kFilterWords - 1); }
  std::array<std::uint64_t, kFilterWords> filter_ = {};
  std::unordered_set<WordHash> hashes_ = {};
};

enum class SiteWordKind : std::uint8_t { kSite, kReader, kAuthor, kPicture, kComment };
constexpr std::size_t kSiteWordKinds = 5;

struct SiteWordCounts {
  std::array<std::uint32_t, kSiteWordKinds> of_kind = {};
  bool opens_other = false;  // begins like a line that leads to another article

  std::uint32_t of(SiteWordKind kind) const { return of_kind[static_cast<std::size_t>(kind)]; }
};

struct SiteWords {
  HashedWords words = {};
  std::unordered_map<WordHash, std::uint8_t> kinds = {};  // of each of them, a bit a kind
  HashedWords openings = {};                              // of phrases

  static SiteWords load(const Pack& all);

  // How many of each kind stand among the words of a text (capitals beyond ASCII are not folded).
  SiteWordCounts count(std::span<const WordHash> text) const;
};

}  // namespace machtin

#pragma once
// data/all/site_words.tsv: words that tell what a block of a page is for. Tested by
// site_words_test.cc.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/pack.h"

namespace machtin {

enum class SiteWordKind : std::uint8_t { kSite, kReader, kAuthor, kPicture, kComment };
constexpr std::size_t kSiteWordKinds = 5;

struct SiteWordCounts {
  std::array<std::uint32_t, kSiteWordKinds> of_kind = {};
  bool opens_other = false;  // begins like a line that leads to another article

  std::uint32_t of(SiteWordKind kind) const { return of_kind[static_cast<std::size_t>(kind)]; }
};

struct SiteWords {
  std::unordered_map<std::uint64_t, std::uint8_t> kinds = {};  // hash of a word → a bit a kind
  std::unordered_set<std::uint64_t> openings = {};             // hashes of phrases

  static SiteWords load(const Pack& all);

  // How many of each kind stand in a text, whatever their case (capitals beyond ASCII are not
  // folded).
  SiteWordCounts count(std::string_view text) const;
};

// The hashes of the words of a text that are no shorter than this many bytes, in order.
std::vector<std::uint64_t> long_words(std::string_view text, std::size_t least_bytes);
// The same, each once.
std::unordered_set<std::uint64_t> word_hashes(std::string_view text, std::size_t least_bytes);
// How many words of a text are among them.
std::uint32_t count_among(std::string_view text, const std::unordered_set<std::uint64_t>& hashes);

}  // namespace machtin

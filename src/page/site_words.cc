// Words are told by their hashes, which are made while the text is passed over. Tested by
// site_words_test.cc.

#include "page/site_words.h"

#include <algorithm>
#include <optional>
#include <string>

namespace machtin {
namespace {

constexpr WordHash kSeed = 14695981039346656037u, kPrime = 1099511628211u;  // FNV-1a
constexpr std::array<std::string_view, kSiteWordKinds> kKindNames = {"site", "reader", "author",
                                                                     "picture", "comment"};
constexpr std::string_view kOpening = "other";
constexpr std::size_t kMostOpeningWords = 6;

bool is_word_byte(unsigned char byte) {
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

WordHash with_length(WordHash hash, std::size_t bytes) {
  return (hash & ~WordHash{kMostWordBytes}) | std::min(bytes, kMostWordBytes);
}

std::vector<WordHash> hashes_of(std::string_view text) {
  std::vector<WordHash> hashes;
  add_word_hashes(text, hashes);
  return hashes;
}

std::optional<std::uint8_t> kind_bit(std::string_view name) {
  const auto* const found = std::find(kKindNames.begin(), kKindNames.end(), name);
  if (found == kKindNames.end()) return std::nullopt;
  return static_cast<std::uint8_t>(1u << (found - kKindNames.begin()));
}

}  // namespace

void add_word_hashes(std::string_view text, std::vector<WordHash>& hashes) {
  WordHash hash = kSeed;
  std::size_t bytes = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_word_byte(byte)) {
      hash = (hash ^ (byte >= 'A' && byte <= 'Z' ? byte | 0x20u : byte)) * kPrime;
      ++bytes;
    } else if (bytes > 0) {
      hashes.push_back(with_length(hash, bytes));
      hash = kSeed;
      bytes = 0;
    }
  }
  if (bytes > 0) hashes.push_back(with_length(hash, bytes));
}

WordHash pair_hash(WordHash first, WordHash second) { return (first * kPrime ^ second) * kPrime; }

void HashedWords::insert(WordHash hash) {
  hashes_.insert(hash);
  filter_[place(hash)] |= std::uint64_t{1} << (hash >> 3 & 63);
}

SiteWords SiteWords::load(const Pack& all) {
  SiteWords table;
  for (const TableRow& row : all.table("site_words").rows) {
    const std::optional<std::uint8_t> kind = kind_bit(row[0]);
    for (const std::string& value : split_values(row[1])) {
      const std::vector<WordHash> words = hashes_of(value);
      if (row[0] == kOpening && !words.empty()) {
        WordHash phrase = 0;
        for (const WordHash word : words) phrase = pair_hash(phrase, word);
        table.openings.insert(phrase);
      }
      if (!kind) continue;
      for (const WordHash word : words) {
        table.words.insert(word);
        table.kinds[word] |= *kind;
      }
    }
  }
  return table;
}

SiteWordCounts SiteWords::count(std::span<const WordHash> text) const {
  SiteWordCounts counts;
  WordHash phrase = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i < kMostOpeningWords) {
      phrase = pair_hash(phrase, text[i]);
      counts.opens_other = counts.opens_other || openings.contains(phrase);
    }
    if (!words.contains(text[i])) continue;
    const unsigned bits = kinds.at(text[i]);
    for (std::size_t k = 0; k < kSiteWordKinds; ++k) counts.of_kind[k] += bits >> k & 1u;
  }
  return counts;
}

}  // namespace machtin

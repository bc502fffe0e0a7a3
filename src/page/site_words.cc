// Words are told by their hashes, which are made while the text is passed over. Tested by
// site_words_test.cc.

#include "page/site_words.h"

#include <algorithm>
#include <optional>
#include <string>

namespace machtin {
namespace {

constexpr std::uint64_t kSeed = 14695981039346656037u, kPrime = 1099511628211u;  // FNV-1a

bool is_word_byte(unsigned char byte) {
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// visit: gets the hash and the bytes of each word.
template <typename Visit>
void for_each_word(std::string_view text, Visit visit) {
  std::uint64_t hash = kSeed;
  std::size_t bytes = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_word_byte(byte)) {
      hash = (hash ^ (byte >= 'A' && byte <= 'Z' ? byte | 0x20u : byte)) * kPrime;
      ++bytes;
    } else if (bytes > 0) {
      visit(hash, bytes);
      hash = kSeed;
      bytes = 0;
    }
  }
  if (bytes > 0) visit(hash, bytes);
}

constexpr std::array<std::string_view, kSiteWordKinds> kKindNames = {"site", "reader", "author",
                                                                     "picture", "comment"};
constexpr std::string_view kOpening = "other";
constexpr std::size_t kMostOpeningWords = 6;

std::uint64_t with_word(std::uint64_t phrase, std::uint64_t word) {
  return (phrase ^ word) * kPrime;
}

std::uint64_t phrase_hash(std::string_view phrase) {
  std::uint64_t hash = kSeed;
  for_each_word(phrase, [&](std::uint64_t word, std::size_t) { hash = with_word(hash, word); });
  return hash;
}

std::optional<std::uint8_t> kind_bit(std::string_view name) {
  const auto* const found = std::find(kKindNames.begin(), kKindNames.end(), name);
  if (found == kKindNames.end()) return std::nullopt;
  return static_cast<std::uint8_t>(1u << (found - kKindNames.begin()));
}

}  // namespace

SiteWords SiteWords::load(const Pack& all) {
  SiteWords words;
  for (const TableRow& row : all.table("site_words").rows) {
    const std::optional<std::uint8_t> kind = kind_bit(row[0]);
    for (const std::string& value : split_values(row[1])) {
      if (row[0] == kOpening) words.openings.insert(phrase_hash(value));
      if (!kind) continue;
      for_each_word(value, [&](std::uint64_t hash, std::size_t) { words.kinds[hash] |= *kind; });
    }
  }
  return words;
}

SiteWordCounts SiteWords::count(std::string_view text) const {
  SiteWordCounts counts;
  std::uint64_t opening = kSeed;
  std::size_t place = 0;
  for_each_word(text, [&](std::uint64_t hash, std::size_t) {
    if (place < kMostOpeningWords) {
      opening = with_word(opening, hash);
      counts.opens_other = counts.opens_other || openings.contains(opening);
    }
    ++place;
    const auto found = kinds.find(hash);
    if (found == kinds.end()) return;
    for (std::size_t k = 0; k < kSiteWordKinds; ++k) counts.of_kind[k] += found->second >> k & 1u;
  });
  return counts;
}

std::vector<std::uint64_t> long_words(std::string_view text, std::size_t least_bytes) {
  std::vector<std::uint64_t> hashes;
  for_each_word(text, [&](std::uint64_t hash, std::size_t bytes) {
    if (bytes >= least_bytes) hashes.push_back(hash);
  });
  return hashes;
}

std::unordered_set<std::uint64_t> word_hashes(std::string_view text, std::size_t least_bytes) {
  std::unordered_set<std::uint64_t> hashes;
  for_each_word(text, [&](std::uint64_t hash, std::size_t bytes) {
    if (bytes >= least_bytes) hashes.insert(hash);
  });
  return hashes;
}

std::uint32_t count_among(std::string_view text, const std::unordered_set<std::uint64_t>& hashes) {
  std::uint32_t found = 0;
  for_each_word(text, [&](std::uint64_t hash, std::size_t) { found += hashes.contains(hash); });
  return found;
}

}  // namespace machtin

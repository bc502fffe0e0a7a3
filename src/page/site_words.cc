// Words are told by their hashes, which are made while the text is passed over. Tested by
// site_words_test.cc.

#include "page/site_words.h"

namespace machtin {
namespace {

constexpr std::uint64_t kSeed = 14695981039346656037u, kPrime = 1099511628211u;  // FNV-1a

bool is_word_byte(unsigned char byte) {
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

template <typename Visit>
void for_each_word(std::string_view text, Visit visit) {
  std::uint64_t hash = kSeed;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_word_byte(byte)) {
      hash = (hash ^ (byte >= 'A' && byte <= 'Z' ? byte | 0x20u : byte)) * kPrime;
    } else if (hash != kSeed) {
      visit(hash);
      hash = kSeed;
    }
  }
  if (hash != kSeed) visit(hash);
}

}  // namespace

SiteWords SiteWords::load(const Pack& all) {
  SiteWords words;
  for (const TableRow& row : all.table("site_words").rows) {
    for (const std::string& word : split_values(row[0]))
      for_each_word(word, [&](std::uint64_t hash) { words.hashes.insert(hash); });
  }
  return words;
}

std::uint32_t SiteWords::count(std::string_view text) const {
  std::uint32_t found = 0;
  for_each_word(text, [&](std::uint64_t hash) { found += hashes.contains(hash) ? 1u : 0u; });
  return found;
}

}  // namespace machtin

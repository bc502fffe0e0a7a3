#pragma once
// The learned weights that find words and their tags: hashed features in tables that are read where
// they lie, without parsing. The file, little-endian:
//
//   0    "MTWM", u32 version (4), u64 checksum of all that follows it
//   16   u32 buckets of the tables: join features, tag features, word classes; u32 0
//   32   char[8] × 16: the names of the tags, padded with zero bytes
//   160  i16[17][16]: tag after tag, in the units of the tag tables; the last row starts a line
//   704  the three tables. A table is an array of buckets of eight slots:
//        u16[8] fingerprints (0: empty), then i8[8][W] weights, W = 3, 16, 48.
//
// Weights of a join feature: for the pairs (before, here) = (starts, goes on), (goes on, starts),
// (goes on, goes on), over that of (starts, starts). Of a tag feature: one a tag. Of a word's
// class: one a tag for the word after it, for itself, for the word before it. Made by
// tools/train_words/; data/models/README.md tells from what. Tested by word_model_test.cc.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "language/word_features.h"
#include "machtin/result.h"

namespace machtin {

constexpr std::size_t kTags = 16;
using TagScores = std::array<std::int16_t, kTags>;

// One of the tables; borrows its bytes. All of it is inline: a syllable asks sixteen times.
class WeightTable {
 public:
  static constexpr std::size_t kSlots = 8;

  WeightTable() = default;
  WeightTable(const char* bytes, std::uint32_t buckets, std::size_t width)
      : bytes_(bytes), buckets_(buckets), width_(width) {}

  // Where a feature's weights are, if anywhere.
  struct Place {
    const char* bucket = nullptr;
    std::uint16_t fingerprint = 0;
  };
  Place place_of(FeatureHash hash) const {
    return {bytes_ + bucket_of(hash, buckets_) * bucket_bytes(width_), fingerprint(hash)};
  }
  // `width` weights, or null where the table lacks the feature. One bucket is read, whatever the
  // hash.
  const std::int8_t* find(Place place) const {
    if (buckets_ == 0) return nullptr;
    const unsigned slots = slots_with(place);
    if (slots == 0) return nullptr;
    const auto slot = static_cast<std::size_t>(__builtin_ctz(slots));
    return reinterpret_cast<const std::int8_t*>(place.bucket) + 2 * kSlots + slot * width_;
  }
  const std::int8_t* find(FeatureHash hash) const { return find(place_of(hash)); }

  static std::size_t bucket_bytes(std::size_t width) { return kSlots * (2 + width); }
  static std::uint16_t fingerprint(FeatureHash hash) {
    const auto low = static_cast<std::uint16_t>(hash);
    return low == 0 ? 1 : low;
  }
  static std::size_t bucket_of(FeatureHash hash, std::uint32_t buckets) {
    return static_cast<std::size_t>((hash >> 32) * buckets >> 32);
  }

 private:
  // Bit i: slot i of the bucket has this fingerprint.
  static unsigned slots_with(Place place) {
#ifdef __SSE2__
    const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i*>(place.bucket));
    const __m128i same =
        _mm_cmpeq_epi16(all, _mm_set1_epi16(static_cast<short>(place.fingerprint)));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_packs_epi16(same, _mm_setzero_si128())));
#else
    unsigned found = 0;
    for (unsigned i = 0; i < kSlots; ++i) {
      std::uint16_t here;
      std::memcpy(&here, place.bucket + 2 * i, sizeof here);
      found |= static_cast<unsigned>(here == place.fingerprint) << i;
    }
    return found;
#endif
  }

  const char* bytes_ = nullptr;
  std::uint32_t buckets_ = 0;
  std::size_t width_ = 0;
};

class WordModel {
 public:
  static constexpr std::size_t kJoinWidth = 3, kTagWidth = kTags, kClassWidth = 3 * kTags;
  static constexpr std::uint32_t kVersion = 4;
  static constexpr std::size_t kHeaderBytes = 704;

  // bytes: a model file; borrowed as long as the model lives. Errors: kBadFormat (no model file,
  // cut short, damaged, a tag without a name), kWrongVersion.
  static Result<WordModel> read(std::string_view bytes);

  const WeightTable& joins() const { return joins_; }
  const WeightTable& tags() const { return tags_; }
  const WeightTable& classes() const { return classes_; }
  std::string_view tag_name(std::size_t tag) const { return names_[tag]; }
  // Scores of the tags after `tag`; kTags: at the start of a line.
  const TagScores& after(std::size_t tag) const { return after_[tag]; }

 private:
  WeightTable joins_, tags_, classes_;
  std::array<std::string_view, kTags> names_ = {};
  std::array<TagScores, kTags + 1> after_ = {};
};

// What stands in the header behind "checksum".
std::uint64_t model_checksum(std::string_view bytes);

}  // namespace machtin

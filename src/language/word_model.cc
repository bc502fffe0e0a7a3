#include "language/word_model.h"

#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace machtin {
namespace {

template <typename T>
T read_at(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

// Bit i: slot i of the bucket has this fingerprint.
unsigned slots_with(const char* bucket, std::uint16_t fingerprint) {
#ifdef __SSE2__
  const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bucket));
  const __m128i same = _mm_cmpeq_epi16(all, _mm_set1_epi16(static_cast<short>(fingerprint)));
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_packs_epi16(same, _mm_setzero_si128())));
#else
  unsigned found = 0;
  for (unsigned i = 0; i < WeightTable::kSlots; ++i) {
    std::uint16_t here;
    std::memcpy(&here, bucket + 2 * i, sizeof here);
    found |= static_cast<unsigned>(here == fingerprint) << i;
  }
  return found;
#endif
}

std::string_view padded_name(std::string_view field) {
  return field.substr(0, std::min(field.find('\0'), field.size()));
}

}  // namespace

std::uint16_t WeightTable::fingerprint(FeatureHash hash) {
  const auto low = static_cast<std::uint16_t>(hash);
  return low == 0 ? 1 : low;
}

std::size_t WeightTable::bucket_of(FeatureHash hash, std::uint32_t buckets) {
  return static_cast<std::size_t>((hash >> 32) * buckets >> 32);
}

const std::int8_t* WeightTable::find(FeatureHash hash) const {
  if (buckets_ == 0) return nullptr;
  const char* bucket = bytes_ + bucket_of(hash, buckets_) * bucket_bytes(width_);
  const unsigned slots = slots_with(bucket, fingerprint(hash));
  if (slots == 0) return nullptr;
  const auto slot = static_cast<std::size_t>(__builtin_ctz(slots));
  return reinterpret_cast<const std::int8_t*>(bucket) + 2 * kSlots + slot * width_;
}

void WeightTable::prefetch(FeatureHash hash) const {
  if (buckets_ != 0) __builtin_prefetch(bytes_ + bucket_of(hash, buckets_) * bucket_bytes(width_));
}

std::uint64_t model_checksum(std::string_view bytes) {
  std::uint64_t sums[4] = {1, 2, 3, 4};  // four chains, so that the multiplications overlap
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    for (std::size_t i = 0; i < 4; ++i)
      sums[i] = join_hash(sums[i], read_at<std::uint64_t>(bytes, at + 8 * i));
  }
  for (; at < bytes.size(); ++at)
    sums[0] = join_hash(sums[0], static_cast<unsigned char>(bytes[at]));
  return join_hash(join_hash(join_hash(sums[0], sums[1]), sums[2]), sums[3]);
}

Result<WordModel> WordModel::read(std::string_view bytes) {
  if (bytes.size() < kHeaderBytes || !bytes.starts_with("MTWM"))
    return Error{ErrorKind::kBadFormat, "no word model"};
  if (const auto version = read_at<std::uint32_t>(bytes, 4); version != kVersion) {
    return Error{ErrorKind::kWrongVersion, "word model of version " + std::to_string(version) +
                                               ", not " + std::to_string(kVersion)};
  }
  WordModel model;
  constexpr std::size_t kWidths[] = {kJoinWidth, kTagWidth, kClassWidth};
  WeightTable* const tables[] = {&model.joins_, &model.tags_, &model.classes_};
  std::uint64_t at = kHeaderBytes;  // 2^32 buckets of any width fit in
  for (std::size_t i = 0; i < 3; ++i) {
    const auto buckets = read_at<std::uint32_t>(bytes, 16 + 4 * i);
    if (at <= bytes.size()) *tables[i] = WeightTable(bytes.data() + at, buckets, kWidths[i]);
    at += buckets * std::uint64_t{WeightTable::bucket_bytes(kWidths[i])};
  }
  if (at != bytes.size())
    return Error{ErrorKind::kBadFormat, "word model of " + std::to_string(bytes.size()) +
                                            " bytes where its header tells of " +
                                            std::to_string(at)};
  if (model_checksum(bytes.substr(16)) != read_at<std::uint64_t>(bytes, 8))
    return Error{ErrorKind::kBadFormat, "damaged word model: its checksum does not fit"};
  for (std::size_t tag = 0; tag < kTags; ++tag) {
    model.names_[tag] = padded_name(bytes.substr(32 + 8 * tag, 8));
    if (model.names_[tag].empty())
      return Error{ErrorKind::kBadFormat, "word model with a tag that has no name"};
  }
  for (std::size_t tag = 0; tag <= kTags; ++tag) {
    for (std::size_t next = 0; next < kTags; ++next)
      model.after_[tag][next] = read_at<std::int16_t>(bytes, 160 + 2 * (tag * kTags + next));
  }
  return model;
}

}  // namespace machtin

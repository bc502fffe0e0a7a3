#include "language/word_model.h"

#include <algorithm>
#include <cstring>

namespace machtin {
namespace {

constexpr std::int16_t kMostAfter = 12000;  // leaves room in 16 bits for what is added to it

template <typename T>
T read_at(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

std::string_view padded_name(std::string_view field) {
  return field.substr(0, std::min(field.find('\0'), field.size()));
}

}  // namespace

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
      model.after_[tag][next] = std::clamp<std::int16_t>(
          read_at<std::int16_t>(bytes, 160 + 2 * (tag * kTags + next)), -kMostAfter, kMostAfter);
  }
  return model;
}

}  // namespace machtin

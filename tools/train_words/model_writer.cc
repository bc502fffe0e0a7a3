#include "model_writer.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <iostream>
#include <map>

namespace machtin::train {
namespace {

// Together just under the 8 MB that the program allows its models.
constexpr std::uint32_t kJoinBuckets = 134500, kTagBuckets = 7200, kClassBuckets = 3900;
constexpr float kJoinScale = 16, kTagScale = 16;  // steps of a byte in 1

struct Row {  // of any table
  FeatureHash hash = 0;
  std::vector<std::int8_t> weights = {};
  float importance = 0;  // rows fill the table by it, and the last find no room
};

std::int8_t quantised(float weight, float scale) {
  return static_cast<std::int8_t>(std::lround(std::clamp(weight * scale, -127.0F, 127.0F)));
}

std::string table(std::vector<Row> rows, std::uint32_t buckets, std::size_t width) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.importance > b.importance; });
  const std::size_t bytes = WeightTable::bucket_bytes(width);
  std::string out(buckets * bytes, '\0');
  std::vector<std::uint8_t> used(buckets);
  std::size_t kept = 0;
  for (const Row& row : rows) {
    if (std::all_of(row.weights.begin(), row.weights.end(), [](std::int8_t w) { return w == 0; }))
      continue;
    const std::size_t bucket = WeightTable::bucket_of(row.hash, buckets);
    if (used[bucket] == WeightTable::kSlots) continue;
    const std::uint16_t fingerprint = WeightTable::fingerprint(row.hash);
    char* at = out.data() + bucket * bytes;
    const auto* fingerprints = reinterpret_cast<const std::uint16_t*>(at);
    if (std::count(fingerprints, fingerprints + used[bucket], fingerprint) > 0) continue;
    const std::size_t slot = used[bucket]++;
    std::memcpy(at + 2 * slot, &fingerprint, 2);
    std::memcpy(at + 2 * WeightTable::kSlots + slot * width, row.weights.data(), width);
    ++kept;
  }
  std::cerr << "table of " << width << " weights: kept " << kept << " of " << rows.size()
            << " rows, " << out.size() << " bytes\n";
  return out;
}

template <typename Weights>
void append_quantised(const Weights& weights, float scale, Row& row) {
  for (const float weight : weights) row.weights.push_back(quantised(weight, scale));
}

std::string join_table(const JoinTrainer& trainer) {
  std::vector<Row> rows;
  for (const WeighedJoin& feature : trainer.weights()) {
    Row row{feature.hash, {}, 0};
    for (std::size_t i = 1; i < feature.weights.size(); ++i)  // only differences count
      row.weights.push_back(quantised(feature.weights[i] - feature.weights[0], kJoinScale));
    row.importance = importance(feature);
    rows.push_back(std::move(row));
  }
  return table(std::move(rows), kJoinBuckets, WordModel::kJoinWidth);
}

std::string tag_table(const TagTrainer& trainer) {
  std::vector<Row> rows;
  for (const WeighedTag& feature : trainer.weights()) {
    Row row{feature.hash, {}, 0};
    append_quantised(feature.weights, kTagScale, row);
    const auto [least, most] = std::minmax_element(feature.weights.begin(), feature.weights.end());
    row.importance = (*most - *least) * std::sqrt(feature.frequency);
    rows.push_back(std::move(row));
  }
  return table(std::move(rows), kTagBuckets, WordModel::kTagWidth);
}

std::string class_table(const TagTrainer& trainer) {
  std::vector<Row> rows;
  for (const WordClass& word : trainer.classes()) {  // by falling frequency
    Row row{word.key, {}, -static_cast<float>(rows.size())};
    for (const TagWeights& weights : word.weights) append_quantised(weights, kTagScale, row);
    rows.push_back(std::move(row));
  }
  return table(std::move(rows), kClassBuckets, WordModel::kClassWidth);
}

template <typename T>
void put(std::string& out, std::size_t at, T value) {
  std::memcpy(out.data() + at, &value, sizeof value);
}

}  // namespace

std::string model_file(const JoinTrainer& joins, const TagTrainer& tags) {
  std::string file(WordModel::kHeaderBytes, '\0');
  std::memcpy(file.data(), "MTWM", 4);
  put(file, 4, WordModel::kVersion);
  put(file, 16, kJoinBuckets);
  put(file, 20, kTagBuckets);
  put(file, 24, kClassBuckets);
  for (std::size_t tag = 0; tag < kTags; ++tag)
    std::memcpy(file.data() + 32 + 8 * tag, tag_names()[tag].data(), tag_names()[tag].size());
  for (std::size_t tag = 0; tag <= kTags; ++tag) {
    for (std::size_t next = 0; next < kTags; ++next)
      put(file, 160 + 2 * (tag * kTags + next),
          static_cast<std::int16_t>(std::lround(tags.after()[tag][next] * kTagScale)));
  }
  file += join_table(joins);
  file += tag_table(tags);
  file += class_table(tags);
  put(file, 8, model_checksum(std::string_view(file).substr(16)));
  return file;
}

}  // namespace machtin::train

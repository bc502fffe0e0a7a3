#include "language/word_model.h"

#include <gtest/gtest.h>

#include <cstring>

#include "language/pack.h"

namespace machtin {
namespace {

template <typename T>
void put(std::string& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

void sign(std::string& bytes) { put(bytes, 8, model_checksum(std::string_view(bytes).substr(16))); }

// A model of one bucket a table, with one join feature.
std::string small_model(FeatureHash feature) {
  std::string bytes(WordModel::kHeaderBytes, '\0');
  std::memcpy(bytes.data(), "MTWM", 4);
  put(bytes, 4, WordModel::kVersion);
  for (const std::size_t at : {16, 20, 24}) put(bytes, at, std::uint32_t{1});
  for (std::size_t tag = 0; tag < kTags; ++tag) bytes[32 + 8 * tag] = static_cast<char>('A' + tag);
  put(bytes, 160, std::int16_t{-7});
  const std::size_t joins = bytes.size();
  for (const std::size_t width :
       {WordModel::kJoinWidth, WordModel::kTagWidth, WordModel::kClassWidth})
    bytes.append(WeightTable::bucket_bytes(width), '\0');
  put(bytes, joins + 2 * 5, WeightTable::fingerprint(feature));  // slot 5
  put(bytes, joins + 16 + WordModel::kJoinWidth * 5 + 1, std::int8_t{-3});
  sign(bytes);
  return bytes;
}

TEST(WordModel, FindsWhatItsTablesHold) {
  const std::string bytes = small_model(0x123456789ABCDEF0);
  const Result<WordModel> model = WordModel::read(bytes);
  ASSERT_TRUE(model) << model.error().message;
  const std::int8_t* weights = model->joins().find(0x123456789ABCDEF0);
  ASSERT_NE(weights, nullptr);
  EXPECT_EQ(weights[0], 0);
  EXPECT_EQ(weights[1], -3);
  EXPECT_EQ(model->joins().find(0x123456789ABC0001), nullptr);
  EXPECT_EQ(model->tags().find(0x123456789ABCDEF0), nullptr);
  EXPECT_EQ(model->after(0)[0], -7);
  EXPECT_EQ(model->tag_name(2), "C");
}

TEST(WordModel, RefusesWhatIsDamagedCutShortOrOfAnotherVersion) {
  const std::string good = small_model(5);
  for (const std::size_t size : {0UL, 3UL, 703UL, 704UL, good.size() - 1})
    EXPECT_FALSE(WordModel::read(std::string_view(good).substr(0, size))) << size;
  EXPECT_FALSE(WordModel::read(good + "x"));
  for (std::size_t at = 0; at < good.size(); at += 7) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x10);
    EXPECT_FALSE(WordModel::read(bad)) << at;
  }
  std::string newer = good;
  put(newer, 4, WordModel::kVersion + 1);
  EXPECT_EQ(WordModel::read(newer).error().kind, ErrorKind::kWrongVersion);
  std::string damaged = good;
  damaged.back() = 1;
  EXPECT_EQ(WordModel::read(damaged).error().message,
            "damaged word model: its checksum does not fit");
}

TEST(WordModel, RefusesTablesThatWouldReachBeyondTheFile) {
  std::string bytes = small_model(5);
  put(bytes, 24, ~std::uint32_t{0});
  sign(bytes);
  EXPECT_FALSE(WordModel::read(bytes));
  std::string nameless = small_model(5);
  nameless[32] = '\0';
  sign(nameless);
  EXPECT_FALSE(WordModel::read(nameless));
}

TEST(WordModel, OfVietnameseIsReadAndStaysUnderEightMegabytes) {
  const Result<PackFile> file = load_pack_file("vi", "words.model");
  ASSERT_TRUE(file);
  EXPECT_TRUE(WordModel::read(file->bytes));
  EXPECT_LE(file->bytes.size(), 8'000'000U);
}

TEST(LoadPackFile, TellsWhatIsMissing) {
  EXPECT_FALSE(load_pack_file("en", "words.model"));
  EXPECT_FALSE(load_pack_file("vi", "words.model", {"/nowhere/at/all"}));
}

}  // namespace
}  // namespace machtin

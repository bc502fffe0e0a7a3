#include "facts/name_type.h"

#include <gtest/gtest.h>

#include <string>

#include "facts/entity_tables.h"

namespace machtin {
namespace {

constexpr std::size_t kRows =
    (NameTypeModel::kBuckets + NameTypeModel::kRowBuckets - 1) / NameTypeModel::kRowBuckets;
constexpr std::size_t kLetters = NameTypeModel::kRowBuckets * kNameTypes / 3 * 4;

Pack pack_of(std::size_t rows, std::size_t letters) {
  Table table{"name_types", {}};
  for (std::size_t i = 0; i < rows; ++i)
    table.rows.push_back({{std::to_string(i), std::string(letters, 'A')}, static_cast<int>(i) + 1});
  return Pack::from_tables("vi", {std::move(table)});
}

TEST(NameTypeModel, IsEmptyWhereThePackHasNone) {
  const Result<NameTypeModel> model = NameTypeModel::load(Pack::from_tables("en", {}));
  ASSERT_TRUE(model);
  EXPECT_TRUE(model->empty());
}

TEST(NameTypeModel, RefusesADamagedTable) {
  EXPECT_FALSE(NameTypeModel::load(pack_of(kRows - 1, kLetters)));
  EXPECT_FALSE(NameTypeModel::load(pack_of(kRows, kLetters - 4)));
  EXPECT_FALSE(NameTypeModel::load(pack_of(kRows + 1, kLetters)));
  Table doubled{"name_types", {}};
  for (std::size_t i = 0; i < kRows; ++i) {
    const std::size_t number = i == 1 ? 0 : i;
    doubled.rows.push_back({{std::to_string(number), std::string(kLetters, 'A')}, 1});
  }
  EXPECT_FALSE(NameTypeModel::load(Pack::from_tables("vi", {doubled})));
  Table odd{"name_types", {}};
  for (std::size_t i = 0; i < kRows; ++i)
    odd.rows.push_back({{std::to_string(i), std::string(kLetters, '!')}, 1});
  EXPECT_FALSE(NameTypeModel::load(Pack::from_tables("vi", {odd})));
}

TEST(NameTypeModel, NoWeightMakesAllTypesAlike) {
  const Result<NameTypeModel> model = NameTypeModel::load(pack_of(kRows, kLetters));
  ASSERT_TRUE(model);
  const std::uint32_t features[] = {0, 7, NameTypeModel::kBuckets - 1};
  const NameScores scores = model->score(features);
  EXPECT_FLOAT_EQ(probability(scores, NameType::kPerson), 0.25F);
}

class LearnedNameTypes : public testing::Test {
 protected:
  LearnedNameTypes() {
    const Result<Pack> vi = Pack::load("vi"), all = Pack::load("all");
    Result<EntityTables> loaded = EntityTables::load(*vi, *all);
    if (loaded) tables_ = std::move(*loaded);
  }

  NameScores scores_of(const std::string& text, std::uint32_t first, std::uint32_t last) const {
    const std::vector<Token> tokens = tokenize(text);
    const PhraseHits hits(text, tokens, tables_);
    const NamedText named{text, tokens, &hits, &tables_};
    return tables_.name_types->score(
        name_features(named, 0, static_cast<std::uint32_t>(tokens.size()), first, last));
  }

  NameType type_of(const std::string& text, std::uint32_t first, std::uint32_t last) const {
    return likeliest(scores_of(text, first, last));
  }

  EntityTables tables_ = {};
};

TEST_F(LearnedNameTypes, WhatStandsBesideANameTellsItsType) {
  EXPECT_EQ(type_of("Hôm qua Khánh Duy nói sẽ không về nhà", 2, 4), NameType::kPerson);
  EXPECT_EQ(type_of("Cả đoàn vừa từ Thạch Bàn đi Nà Phặc", 4, 6), NameType::kPlace);
  EXPECT_GT(probability(scores_of("Chiếc Zentara đậu trước cửa", 1, 2), NameType::kOther),
            2 * probability(scores_of("Bạn Zentara đậu trước cửa", 1, 2), NameType::kOther));
}

}  // namespace
}  // namespace machtin

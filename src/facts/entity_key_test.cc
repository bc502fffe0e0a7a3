#include "facts/entity_key.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

TEST(EntityKey, IsTheSameHoweverTheNameIsSpelt) {
  struct Row {
    EntityType type;
    std::string_view name, country;
    std::optional<std::string> key;
  };
  const Row rows[] = {
      {EntityType::kCountry, "Hoa Kỳ", "USA", "country:USA"},
      {EntityType::kCountry, "Mỹ", "USA", "country:USA"},
      {EntityType::kNationality, "người Nga", "RUS", "people:RUS"},
      {EntityType::kNationality, "người Kurd", "", "people:nguoi kurd"},
      {EntityType::kPerson, "Lê Thị Hòa", "VNM", "person:le thi hoa|VNM"},
      {EntityType::kPerson, "LÊ THỊ HOÀ", "VNM", "person:le thi hoa|VNM"},
      {EntityType::kPerson, "Anna Berg", "", "person:anna berg"},
      {EntityType::kPerson, "Berg", "SWE", std::nullopt},
      {EntityType::kOrganization, "Liên Hợp Quốc", "", "org:lien hop quoc"},
      {EntityType::kOrganization, "Bộ Y tế", "VNM", "org:bo y te|VNM"},
      {EntityType::kPlace, "Đà Nẵng", "VNM", "place:da nang|VNM"},
      {EntityType::kPlace, "Biển Đông", "", "place:bien dong"},
      {EntityType::kPlace, "…", "", std::nullopt},
      {EntityType::kCountry, "", "", std::nullopt},
  };
  for (const Row& row : rows)
    EXPECT_EQ(entity_key(row.type, row.name, row.country), row.key) << row.name;
}

}  // namespace
}  // namespace machtin

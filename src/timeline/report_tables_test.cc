#include "timeline/report_tables.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

Pack pack_of(const std::string& name, const std::string& text) {
  const Result<Table> table = parse_table(name, text);
  EXPECT_TRUE(table.has_value());
  return Pack::from_tables("vi", {*table});
}

TEST(ReportTables, ReadsPhrasesAsTokenKeys) {
  const std::vector<Pack> packs = {
      pack_of("story_leaning_openings", "Theo đó\nDo đó\n"),
      pack_of("story_counted", "người chết|người tử nạn\tngười chết\n")};
  const Result<ReportTables> tables = ReportTables::load(packs);
  ASSERT_TRUE(tables.has_value());
  ASSERT_EQ(tables->leaning_openings.size(), 2U);
  EXPECT_EQ(tables->leaning_openings[0], (std::vector<std::string>{"theo", "đó"}));
  ASSERT_EQ(tables->counted_kinds.size(), 2U);
  EXPECT_EQ(tables->counted_kinds[1].second, "người chết");
}

TEST(ReportTables, RefusesACountedThingWithoutKind) {
  const std::vector<Pack> packs = {pack_of("story_counted", "người chết\n")};
  const Result<ReportTables> tables = ReportTables::load(packs);
  ASSERT_FALSE(tables.has_value());
  EXPECT_EQ(tables.error().kind, ErrorKind::kBadFormat);
}

}  // namespace
}  // namespace machtin

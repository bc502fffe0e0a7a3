#include "facts/full_names.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

TEST(FullNames, WritesShortWordsLong) {
  const FullNames names(Pack::load("vi").value());
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"BV Sông Hiền", "benh vien song hien"},
      {"TAND TP.HCM", "toa an nhan dan thanh pho ho chi minh"},
      {"Toà án nhân dân TP. Hồ Chí Minh", "toa an nhan dan thanh pho ho chi minh"},
      {"UBND TP.Đà Nẵng", "uy ban nhan dan thanh pho da nang"},
      {"CA tỉnh Cà Mau", "cong an tinh ca mau"},
      {"CÔNG AN TỈNH CÀ MAU", "cong an tinh ca mau"},
      {"Trường ĐH Sông Hiền", "dai hoc song hien"},
      {"Sở GD&ĐT Lai Châu", "so giao duc va dao tao lai chau"},
      {"Sở GD-ĐT Lai Châu", "so giao duc va dao tao lai chau"},
      {"Sở Giáo dục - Đào tạo Lai Châu", "so giao duc va dao tao lai chau"},
      {"Bộ VH,TT&DL", "bo van hoa the thao va du lich"},
      {"Công ty C.P. Sao Mai", "cong ty c p sao mai"},
  };
  for (const auto& [name, full] : rows) EXPECT_EQ(names.folded(name), full) << name;
}

TEST(FullNames, LeaveOtherNamesAsTheyAre) {
  const FullNames names(Pack::load("vi").value());
  EXPECT_EQ(names.folded("Tập đoàn Ca Mai"), "tap doan ca mai");
  EXPECT_EQ(names.folded(""), "");
  EXPECT_EQ(names.folded(" - & "), "");
  EXPECT_EQ(FullNames().folded("BV Sông Hiền"), "bv song hien");
}

}  // namespace
}  // namespace machtin

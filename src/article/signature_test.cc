#include "article/signature.h"

#include <gtest/gtest.h>

#include "article/test_pages.h"
#include "text/utf8.h"

namespace machtin {
namespace {

std::vector<std::string> parts_of(const std::string& text) {
  const PageLine line = make_line(text, shipped_tables());
  std::vector<std::string> parts;
  for (const ByteSpan part :
       signature_parts(line, {0, static_cast<std::uint32_t>(text.size())}, shipped_tables()))
    parts.emplace_back(slice(text, part));
  return parts;
}

using Parts = std::vector<std::string>;

TEST(SignatureParts, LoseWhatIsSaidOfTheNames) {
  for (const char* text : {"Lê Ngân (t/h)", "Lê Ngân (tổng hợp)", "Lê Ngân thực hiện",
                           "Lê Ngân - T/h", "Lê Ngân (ghi)"}) {
    EXPECT_EQ(parts_of(text), Parts{"Lê Ngân"}) << text;
  }
  EXPECT_EQ(parts_of("Lê Ngân - Mai Quân"), Parts{"Lê Ngân - Mai Quân"});
}

TEST(SignatureParts, ArePartedAtLabels) {
  EXPECT_EQ(parts_of("Lê Ngân Nguồn: Báo Hạ Du"), (Parts{"Lê Ngân", "Nguồn: Báo Hạ Du"}));
  EXPECT_EQ(parts_of("Bài, ảnh: Lê Ngân"), Parts{"Bài, ảnh: Lê Ngân"});
  EXPECT_EQ(parts_of(""), Parts{});
}

TEST(NamesPublisher, KnowsAPaperBehindAWordOfTheTrade) {
  const std::string text = "Báo Lao Động";
  const PageLine line = make_line(text, shipped_tables());
  EXPECT_TRUE(
      names_publisher(line, {0, static_cast<std::uint32_t>(text.size())}, shipped_tables()));
  const std::string person = "Lê Thị Ngân";
  EXPECT_FALSE(names_publisher(make_line(person, shipped_tables()),
                               {0, static_cast<std::uint32_t>(person.size())}, shipped_tables()));
}

}  // namespace
}  // namespace machtin

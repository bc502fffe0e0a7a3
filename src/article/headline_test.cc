#include "article/headline.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace machtin {
namespace {

std::string chosen(const std::string& printed, const std::vector<std::string>& told) {
  const ArticleTables tables;
  const PageLine line = make_line(printed, tables);
  const Headline headline =
      choose_headline(line, {0, static_cast<std::uint32_t>(printed.size())}, {told, true});
  return headline.whole ? *headline.whole : std::string(slice(line.text, headline.part));
}

TEST(ChooseHeadline, TakesWhatIsPrintedWhereTheHeadRepeatsIt) {
  EXPECT_EQ(chosen("Bến phà Cồn Tre mở lại", {"Bến phà Cồn Tre mở lại", "Cồn Tre có phà"}),
            "Bến phà Cồn Tre mở lại");
}

TEST(ChooseHeadline, CutsAKickerThatTheHeadDoesNotTell) {
  EXPECT_EQ(chosen("Giao thông miền sông “Bến phà Cồn Tre” mở lại", {"“Bến phà Cồn Tre” mở lại"}),
            "“Bến phà Cồn Tre” mở lại");
  EXPECT_EQ(chosen("Bến phà Cồn Tre mở lại Chuyện bên sông", {"Bến phà Cồn Tre mở lại"}),
            "Bến phà Cồn Tre mở lại");
  // Head and page put different kickers before one title.
  EXPECT_EQ(chosen("Miền sông - Bến phà Cồn Tre mở lại", {"Giao thông: Bến phà Cồn Tre mở lại"}),
            "Bến phà Cồn Tre mở lại");
}

TEST(ChooseHeadline, LeavesAKickerThatAColonJoins) {
  EXPECT_EQ(chosen("Miền sông: Bến phà Cồn Tre mở lại", {"Bến phà Cồn Tre mở lại"}),
            "Miền sông: Bến phà Cồn Tre mở lại");
}

TEST(ChooseHeadline, TakesTheHeadsColonWhereMarkupPartsAKicker) {
  const std::string told = "Miền sông: Bến phà Cồn Tre mở lại";
  EXPECT_EQ(chosen("Miền sông Bến phà Cồn Tre mở lại", {told}), told);
  EXPECT_EQ(chosen("“Miền sông”Bến phà Cồn Tre mở lại", {"Cồn Tre", told}), told);
  // A head in other letters tells no title to print.
  for (const char* other :
       {"Mien song: Ben pha Con Tre mo lai", "MIỀN SÔNG: Bến phà Cồn Tre mở lại"})
    EXPECT_EQ(chosen("Miền sông Bến phà Cồn Tre mở lại", {other}),
              "Miền sông Bến phà Cồn Tre mở lại");
  EXPECT_EQ(chosen("Miền sôngBến phà Cồn Tre mở lại", {"Mien song / Ben pha Con Tre mo lai"}),
            "Miền sôngBến phà Cồn Tre mở lại");
  const std::string bare = "Sau bao: Ben pha Con Tre mo lai";
  EXPECT_EQ(chosen("Bến phà Cồn Tre mở lại", {bare, bare}), "Bến phà Cồn Tre mở lại");
  // The paper printed its own signs.
  const std::string printed = "Bến phà Cồn Tre: mở lại";
  EXPECT_EQ(chosen(printed, {"Bến phà: Cồn Tre mở lại"}), printed);
  EXPECT_EQ(chosen("Phà về bến lúc 6:30 sáng", {"Phà về bến lúc 6 30 sáng"}),
            "Phà về bến lúc 6:30 sáng");
}

TEST(ChooseHeadline, LeavesATitleThatTheHeadCutsInOnePlace) {
  const std::string whole = "Bến phà Cồn Tre mở lại sau mùa nước nổi";
  EXPECT_EQ(chosen(whole, {"Bến phà Cồn Tre mở lại", whole + " – Giao thông – 12.05.2011"}), whole);
}

TEST(ChooseHeadline, AddsAKickerThatTwoSourcesTell) {
  const std::string whole = "Sau bão: Bến phà Cồn Tre mở lại";
  EXPECT_EQ(chosen("Bến phà Cồn Tre mở lại", {whole, whole}), whole);
  EXPECT_EQ(chosen("Bến phà Cồn Tre mở lại", {whole}), "Bến phà Cồn Tre mở lại");
}

TEST(ChooseHeadline, PartsWordsThatMarkupRanTogether) {
  EXPECT_EQ(chosen("Miền sôngBến phà Cồn Tre mở lại", {"Miền sông / Bến phà Cồn Tre mở lại"}),
            "Miền sông / Bến phà Cồn Tre mở lại");
}

TEST(ChooseHeadline, KeepsWhatReadersSeeWhereTheHeadUsesOtherWords) {
  EXPECT_EQ(chosen("Bến phà Cồn Tre mở lại", {"Người dân qua sông dễ hơn", "Qua sông dễ hơn"}),
            "Bến phà Cồn Tre mở lại");
  EXPECT_EQ(chosen("Phà", {"Phà", "Bến phà"}), "Phà");
  EXPECT_EQ(chosen("Bến phà Cồn Tre mở lại", {}), "Bến phà Cồn Tre mở lại");
}

}  // namespace
}  // namespace machtin

#include "article/language_id.h"

#include <gtest/gtest.h>

#include "article/test_pages.h"

namespace machtin {
namespace {

TEST(DetectLanguage, TellsLoadedLanguagesFromOthers) {
  const ArticleTables& tables = shipped_tables();
  EXPECT_EQ(detect_language("Người dân ở xã vùng cao đã có nước sạch để dùng từ đầu tháng này.", {},
                            tables),
            "vi");
  EXPECT_EQ(detect_language(
                "The people of the village have had clean water since the start of the month.", {},
                tables),
            "en");
  EXPECT_EQ(detect_language(
                "Sauberes Trinkwasser fließt seit Monatsbeginn durch neue Leitungen ins Bergdorf.",
                {}, tables),
            "und");
}

TEST(DetectLanguage, TellsAShortTextByItsLetters) {
  const ArticleTables& tables = shipped_tables();
  EXPECT_EQ(detect_language("Cháy xưởng gỗ Tân Lập", {}, tables), "vi");
  EXPECT_EQ(detect_language("Mưa đá phá hoa màu Sơn La", "en", tables), "vi");
  EXPECT_EQ(
      detect_language("Đặng Thái Sơn spielt Chopin, und das Publikum erhebt sich", {}, tables),
      "und");
}

TEST(DetectLanguage, TextWinsOverWhatThePageDeclares) {
  const ArticleTables& tables = shipped_tables();
  EXPECT_EQ(detect_language("Người dân ở xã vùng cao đã có nước sạch để dùng từ đầu tháng này.",
                            "en-US", tables),
            "vi");
  EXPECT_EQ(detect_language("Sauberes Trinkwasser fließt seit Monatsbeginn durch neue Leitungen.",
                            "de-AT", tables),
            "de");
  EXPECT_EQ(detect_language("", "fr", tables), "fr");
  EXPECT_EQ(detect_language("", "\"><x", tables), "und");
  EXPECT_EQ(detect_language("", {}, tables), "und");
}

}  // namespace
}  // namespace machtin

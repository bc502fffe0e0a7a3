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
  EXPECT_EQ(detect_language("Bắt nghi phạm\n\nCông an tỉnh Nghệ An bắt hai người.", {}, tables),
            "vi");
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

TEST(DetectLanguage, TellsLanguagesByTheirScript) {
  const ArticleTables& tables = shipped_tables();
  const std::pair<std::string_view, std::string_view> texts[] = {
      {"Мост открыли во вторник утром, сообщили в мэрии города.", "ru"},
      {"Міст відкрили у вівторок, повідомили в міській раді, його будівництво тривало чотири роки.",
       "uk"},
      {"Мостът беше открит във вторник сутринта, съобщиха от общината на града.", "bg"},
      {"杭州地铁新线于周三上午正式开通，共设十五个车站。", "zh"},
      {"港町の朝市が十年ぶりに再開された。多くの客でにぎわった。", "ja"},
      {"부산 앞바다의 등대가 시민에게 다시 문을 열었다.", "ko"},
      {"สะพานใหม่เปิดให้ใช้แล้ว", "th"},
      {"Η νέα γέφυρα άνοιξε την Τρίτη το πρωί.", "el"},
      {"הגשר החדש נפתח ביום שלישי בבוקר.", "he"},
      {"افتتح الجسر الجديد صباح الثلاثاء في المدينة.", "ar"},
      {"پل جدید صبح سه‌شنبه در شهر گشایش یافت و چراغ‌ها "
       "روشن "
       "شد.",
       "fa"},
  };
  for (const auto& [text, code] : texts) EXPECT_EQ(detect_language(text, {}, tables), code) << text;
}

TEST(DetectLanguage, TakesADeclaredLanguageIfItWritesTheScript) {
  const ArticleTables& tables = shipped_tables();
  EXPECT_EQ(detect_language("Көпүрө шаарда ачылды", "ky", tables), "ky");
  EXPECT_EQ(detect_language("Мост открыли во вторник утром", "en", tables), "ru");
  EXPECT_EQ(detect_language("Người dân dùng chữ Кирил trong tên Москва", "ru", tables), "vi");
}

}  // namespace
}  // namespace machtin

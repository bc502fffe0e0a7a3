#include "page/legacy_text.h"

#include <gtest/gtest.h>

#include <string>

#include "page/charset.h"
#include "text/utf8.h"

namespace machtin {
namespace {

const LegacyTables& tables() {
  static const Pack vi = *Pack::load("vi");
  static const LegacyTables loaded = *LegacyTables::load({&vi, 1});
  return loaded;
}

// The text as an encoding's fonts had it, read as Latin-1.
std::string written_in(std::string_view name, std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at = c.next;
    bool found = false;
    for (const LegacyTables::Encoding& encoding : tables().encodings) {
      if (encoding.name != name) continue;
      for (const auto& [signs, letter] : encoding.letters) {
        if (letter != c.value || found) continue;
        if (signs >> 32 != 0) append_utf8(out, static_cast<char32_t>(signs >> 32));
        append_utf8(out, static_cast<char32_t>(signs & 0xFFFFFFFF));
        found = true;
      }
    }
    if (!found) append_utf8(out, c.value);
  }
  return out;
}

std::string latin1_bytes(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    bytes += static_cast<char>(c.value);
    at = c.next;
  }
  return bytes;
}

// What reading UTF-8 as windows-1252 and writing that as UTF-8 makes of a text.
std::string encoded_twice(std::string_view text) {
  constexpr char32_t kUpper[] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                 0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kUpper[byte - 0x80] : byte);
  }
  return out;
}

constexpr std::string_view kProse =
    "Sáng nay, mực nước sông lên nhanh, nhiều xã ven đê phải sơ tán dân trong đêm. Chủ tịch xã cho "
    "biết đã chuẩn bị thuyền, áo phao và lương thực đủ dùng bốn ngày; trường học tạm nghỉ đến khi "
    "đường vào làng thông trở lại.";

TEST(MendLegacyText, ConvertsEachEncodingOfBeforeUnicode) {
  for (const char* name : {"tcvn3", "vni", "viscii", "1258"}) {
    const std::string page = "<p>" + written_in(name, kProse) + "</p>";
    ASSERT_EQ(page.find("ướ"), std::string::npos) << name;
    EXPECT_EQ(mend_legacy_text(page, tables()), "<p>" + std::string(kProse) + "</p>") << name;
  }
}

TEST(MendLegacyText, ReadsThemFromBytesThatNameNoCharset) {
  for (const char* name : {"tcvn3", "vni"}) {
    const std::string bytes = latin1_bytes(written_in(name, kProse));
    EXPECT_EQ(to_utf8(bytes, std::nullopt, false, tables()), kProse) << name;
    EXPECT_EQ(to_utf8(bytes, "x-user-defined", false, tables()), kProse) << name;
  }
}

TEST(MendLegacyText, ReadsWindows1258DeclaredAsLatin1) {
  const std::string bytes = latin1_bytes(written_in("1258", kProse));
  for (const char* const charset : {"iso-8859-1", "windows-1252", "us-ascii"})
    EXPECT_EQ(mend_legacy_text(to_utf8(bytes, charset, true, tables()), tables()), kProse)
        << charset;
}

TEST(MendLegacyText, LeavesTheUnicodePartsOfAMixedPage) {
  const std::string menu = "<li>Thời sự</li><li>Giáo dục</li><li>© Báo Bãi Nổi</li>";
  const std::string page = menu + "<p>" + written_in("tcvn3", kProse) + "</p>";
  EXPECT_EQ(mend_legacy_text(page, tables()), menu + "<p>" + std::string(kProse) + "</p>");
}

TEST(MendLegacyText, LeavesWhatIsNoLegacyText) {
  const std::string_view texts[] = {
      kProse,
      "L'été dernier, la rivière a débordé près du château ; les élèves sont restés à la maison, "
      "les pêcheurs ont prêté leurs bateaux, et le maire a déclaré que la digue tiendrait jusqu'à "
      "la prochaine crue, même si la météo prévoyait déjà de très fortes pluies.",
      "Über Nacht stieg der Fluß; die Höfe am Ufer mußten geräumt werden, Schüler blieben zu "
      "Hause, "
      "Bürger füllten Säcke, während Züge für mehrere Tage nicht fahren können.",
      "La crecida llegó más rápido de lo que decían; según el alcalde, mañana habrá también agua "
      "en la estación, y así los niños se quedarán aquí todavía, dijo él después del café.",
      "São três horas da manhã, não há ninguém na estação; amanhã a câmara dará informações à "
      "população, já não é possível atravessar até lá, disse o irmão.",
      "© 2012 – «Sông» § 5, 25 °C, ½, £3, ®",
      "",
  };
  for (const std::string_view text : texts)
    EXPECT_EQ(mend_legacy_text(std::string(text), tables()), text);
}

TEST(MendLegacyText, UndoesASecondEncoding) {
  const std::string page =
      "<h1>" + encoded_twice("Nước lên") + "</h1><p>" + encoded_twice(kProse) + "</p>";
  EXPECT_EQ(mend_legacy_text(page, tables()),
            "<h1>Nước lên</h1><p>" + std::string(kProse) + "</p>");
  // It needs no language.
  EXPECT_EQ(mend_legacy_text(page, {}), "<h1>Nước lên</h1><p>" + std::string(kProse) + "</p>");
  const std::string cyrillic = "Река поднялась за ночь, школы закрыты";
  EXPECT_EQ(mend_legacy_text(encoded_twice(cyrillic), {}), cyrillic);
}

TEST(MendLegacyText, LeavesAFewSignsThatOnlyLookTwiceEncoded) {
  const std::string about = "Nếu thấy Ã© hay Ã¡ thì trang đã bị mã hóa hai lần; sửa bộ mã là xong.";
  EXPECT_EQ(mend_legacy_text(about, tables()), about);
  // One sign that cannot be: nothing of the piece is touched.
  const std::string mixed = encoded_twice(kProse) + "ữ";
  EXPECT_EQ(mend_legacy_text(mixed, tables()), mixed);
}

TEST(LegacyTables, RefuseRowsThatAreNoCodePoints) {
  const Pack pack = Pack::from_tables("vi", {*parse_table("legacy_encodings", "abc\tA1 zz\tă\n")});
  EXPECT_EQ(LegacyTables::load({&pack, 1}).error().kind, ErrorKind::kBadFormat);
}

}  // namespace
}  // namespace machtin

#include "page/charset.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <string>
#include <vector>

#include "text/fold.h"

namespace machtin {
namespace {

std::string encoded(const std::string& text, const char* charset) {
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  std::vector<char> bytes(text.size() * 4 + 16);
  const int size = units.extract(0, units.length(), bytes.data(),
                                 static_cast<std::uint32_t>(bytes.size()), charset);
  return {bytes.data(), static_cast<std::size_t>(size)};
}

struct CharsetCase {
  const char* charset;  // what bytes are in
  const char* label;    // what the page calls it
  const char* text;
};
const CharsetCase kCharsets[] = {
    {"utf-8", "utf-8", "Bão số 3 đổ bộ Quảng Ninh"},
    {"windows-1252", "iso-8859-1", "Der Fluß stieg über die Ufer – später fiel er"},
    {"gb18030", "gb2312", "台风在广东登陆造成道路中断"},
    {"ibm-943_P15A-2003", "Shift_JIS", "台風が九州に上陸しました"},
    {"KOI8-R", "koi8-r", "Шторм обрушился на побережье"},
    {"windows-1251", "windows-1251", "Шторм обрушился на побережье"},
    {"windows-949-2000", "euc-kr", "태풍이 부산에 상륙했다"},
    {"windows-874-2000", "tis-620", "พายุเข้าภาคใต้"},
    {"ISO-2022-JP", "iso-2022-jp", "台風が上陸しました"},
};

TEST(ToUtf8, ConvertsWhatThePageDeclares) {
  for (const CharsetCase& c : kCharsets) {
    const std::string text = std::string("<meta charset=\"") + c.label + "\"><p>" + c.text;
    EXPECT_EQ(to_utf8(encoded(text, c.charset), std::nullopt, true), text) << c.label;
    EXPECT_EQ(to_utf8(encoded(c.text, c.charset), c.label, false), c.text) << c.label;
  }
}

TEST(ToUtf8, ComposesWindows1258WithToNfc) {
  // ô + dot below, as windows-1258 writes "một".
  EXPECT_EQ(to_nfc(to_utf8("m\xF4\xF2t ng\xE0y", "windows-1258", false)), "một ngày");
}

TEST(ToUtf8, BelievesByteOrderMarksBeforeAll) {
  EXPECT_EQ(to_utf8("\xEF\xBB\xBFMưa", "windows-1252", false), "Mưa");
  EXPECT_EQ(to_utf8(encoded("\xEF\xBB\xBFMưa lớn ở 玉", "utf-16le"), std::nullopt, false),
            "Mưa lớn ở 玉");
  EXPECT_EQ(to_utf8(encoded("\xEF\xBB\xBFMưa 😀", "utf-16be"), "utf-8", true), "Mưa 😀");
}

TEST(ToUtf8, SeesThroughAWrongDeclaration) {
  const std::string utf8 = "<meta charset=iso-8859-1><p>Nước sông dâng cao";
  EXPECT_EQ(to_utf8(utf8, std::nullopt, true), utf8);
  const std::string latin = encoded(
      "Der Fluß stieg über die Ufer und später wieder zurück, äußerst schnell", "windows-1252");
  EXPECT_EQ(to_utf8(latin, "utf-8", false),
            "Der Fluß stieg über die Ufer und später wieder zurück, äußerst schnell");
}

TEST(ToUtf8, ReplacesABrokenByteAndKeepsTheRest) {
  const std::string text = to_utf8(
      "Nước sông dâng cao \xFF ở hạ lưu, nhiều xã bị ngập sâu trong đêm", std::nullopt, false);
  EXPECT_EQ(text, "Nước sông dâng cao \xEF\xBF\xBD ở hạ lưu, nhiều xã bị ngập sâu trong đêm");
}

TEST(ToUtf8, KeepsPairsAcrossPieces) {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += "😀a";
  EXPECT_EQ(to_utf8(encoded("\xEF\xBB\xBF" + text, "utf-16le"), std::nullopt, false), text);
}

TEST(ToUtf8, TakesTheNextDeclarationWhereTheBytesRefuteOne) {
  const std::string text = "<meta charset=koi8-r><p>Шторм обрушился на побережье, школы закрыты";
  EXPECT_EQ(to_utf8(encoded(text, "KOI8-R"), "utf-8", true), text);
  EXPECT_EQ(to_utf8(encoded(text, "KOI8-R"), "x-unknown", true), text);
}

TEST(ToUtf8, FindsADeclarationInTheBody) {
  const std::string text =
      "<body><p>tin</p><meta charset=koi8-r><p>Шторм обрушился на побережье, школы закрыты";
  EXPECT_EQ(to_utf8(encoded(text, "KOI8-R"), std::nullopt, true), text);
}

struct MetaCase {
  const char* html;
  const char* charset;
  const char* text;
};
const MetaCase kMetas[] = {
    {"<META http-equiv=Content-Type content='text/html; charset=Windows-1258'>", "windows-1258",
     "Đêm qua mưa to"},
    {"<script charset='gbk' src=x></script><meta charset = \"koi8-r\">", "KOI8-R",
     "Шторм обрушился на побережье"},
    {"<!-- <meta charset=latin1> --><meta name=a content=b><meta charset='koi8-r'/>", "KOI8-R",
     "Шторм обрушился на побережье"},
    {"<?xml version='1.0' encoding='euc-jp'?><html>", "euc-jp", "台風が九州に上陸しました"},
};

TEST(ToUtf8, ReadsDeclarationsAsBrowsersDo) {
  for (const MetaCase& c : kMetas) {
    const std::string text = std::string(c.html) + "<p>" + c.text;
    EXPECT_EQ(to_utf8(encoded(text, c.charset), std::nullopt, true), text) << c.html;
  }
}

TEST(ToUtf8, PassesOverWhatDeclaresNothing) {
  for (const char* const html : {"<meta charset", "<!--", "<meta charset=>",
                                 "<meta charset=utf-16>", "<meta charset='", "<"}) {
    const std::string text = std::string("<p>Шторм обрушился на побережье") + html;
    EXPECT_EQ(to_utf8(encoded(text, "KOI8-R"), "koi8-r", true), text) << html;
  }
  EXPECT_EQ(to_utf8("", std::nullopt, true), "");
}

TEST(ToUtf8, LooksForADeclarationInAThousandMetasAtMost) {
  const auto page = [](int metas) {
    std::string html;
    for (int i = 0; i < metas; ++i) html += "<meta name=a>";
    return html + "<meta charset=koi8-r><p>Der Fluß stieg über die Ufer, später fiel er zurück";
  };
  const auto as_koi8 = [&](int metas) {
    const std::string bytes = encoded(page(metas), "windows-1252");
    return to_utf8(bytes, std::nullopt, true) == to_utf8(bytes, "koi8-r", false);
  };
  EXPECT_TRUE(as_koi8(999));
  EXPECT_FALSE(as_koi8(1'000));
}

}  // namespace
}  // namespace machtin

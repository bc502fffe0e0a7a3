#include "page/parsed_page.h"

#include <gtest/gtest.h>

#include <string>

#include "page/layout_tables.h"
#include "text/digest.h"

namespace machtin {
namespace {

Result<ParsedPage> parse(Record record) {
  static const LayoutTables layouts = LayoutTables::load(*Pack::load("all"));
  if (record.input.empty()) record.input = "trang";
  return parse_page(record, layouts);
}

Record record_of(RecordKind kind, std::string bytes) {
  Record record;
  record.kind = kind;
  record.bytes = std::move(bytes);
  return record;
}

TEST(ParsePage, ReadsCrawlerTextLineByLine) {
  const auto page = parse(record_of(RecordKind::kText, "Đề\n\nĐoạn một\nĐoạn hai\n"));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->format, Format::kText);
  EXPECT_EQ(page->blocks.size(), 3u);
  EXPECT_EQ(page->key, "sha256:" + sha256_hex("Đề\n\nĐoạn một\nĐoạn hai\n"));
  EXPECT_EQ(page->url, std::nullopt);
}

TEST(ParsePage, ReadsHtmlWithItsHead) {
  Record record =
      record_of(RecordKind::kHtml, "<title>Đề</title><link rel=canonical href=/a><p>Mưa");
  record.url = "https://bao.example/a?x=1";
  record.published = "2024-09-07";
  record.source = " Báo  Rạch ";
  const auto page = parse(record);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->format, Format::kHtml);
  EXPECT_EQ(page->key, "https://bao.example/a");
  EXPECT_EQ(page->url, "https://bao.example/a?x=1");
  EXPECT_EQ(page->metadata.title, "Đề");
  EXPECT_EQ(page->metadata.published, "2024-09-07");
  EXPECT_EQ(page->source, "Báo Rạch");
}

TEST(ParsePage, GivesNamesAndAddressesAsUtf8) {
  Record record =
      record_of(RecordKind::kHtml, "<title>Đề</title><link rel=canonical href=/a><p>Mưa");
  record.input = "trang\xff.html";
  record.url = "http://bao.example/\xb0/b";
  const auto page = parse(record);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->input, "trang\xef\xbf\xbd.html");
  EXPECT_EQ(page->url, "http://bao.example/%B0/b");
}

TEST(ParsePage, TakesTheTimeBesideTheTitle) {
  const auto page = parse(record_of(
      RecordKind::kHtml, "<h1>Đề bài</h1><time datetime='2024-09-07T10:00'>7/9</time><p>Mưa lớn."));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->metadata.published, "2024-09-07T10:00");
}

TEST(ParsePage, NeverTakesACleanArticleApart) {
  Record given;
  given.kind = RecordKind::kArticle;
  given.title = "Đề";
  given.body = "Một\nhai\n\nBa";
  const auto apart = parse(given);
  ASSERT_TRUE(apart);
  EXPECT_TRUE(apart->clean_article);
  EXPECT_EQ(apart->metadata.title, "Đề");
  ASSERT_EQ(apart->blocks.size(), 2u);
  EXPECT_EQ(apart->blocks[0].text, "Một hai");
  EXPECT_EQ(apart->key, "sha256:" + sha256_hex("Đề\n\nMột\nhai\n\nBa"));
  given.source = "Báo Khác";
  EXPECT_NE(parse(given)->key, apart->key);  // the same words in another paper are another page
  const auto text = parse(record_of(RecordKind::kArticle, "\n  Đề  \r\nMột\r\n\r\nBa"));
  ASSERT_TRUE(text);
  EXPECT_EQ(text->metadata.title, "Đề");
  ASSERT_EQ(text->blocks.size(), 2u);
  EXPECT_EQ(text->blocks[0].text, "Một");
}

TEST(ParsePage, MendsTheTitleWithTheBodyThatWasEncodedTwice) {
  Record given;
  given.kind = RecordKind::kArticle;
  // The bytes of UTF-8 read as a one-byte encoding's: what a second encoding makes of them.
  const auto encode = [](const std::string& text) {
    std::string out;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80) {
        out += c;
      } else {
        out += static_cast<char>(0xC0 | (byte >> 6));
        out += static_cast<char>(0x80 | (byte & 0x3F));
      }
    }
    return out;
  };
  given.title = encode("Lũ về Bến Cui");
  given.body = encode("Nước sông dâng cao từ đêm qua, hàng trăm hộ dân ở bãi giữa phải dời nhà.");
  const auto page = parse(given);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->metadata.title, "Lũ về Bến Cui");
  ASSERT_EQ(page->blocks.size(), 1u);
  EXPECT_EQ(page->blocks[0].text,
            "Nước sông dâng cao từ đêm qua, hàng trăm hộ dân ở bãi giữa phải dời nhà.");
}

TEST(ParsePage, KeepsATitleWithoutABody) {
  const auto page = parse(record_of(RecordKind::kArticle, "Chỉ có đề"));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->metadata.title, "Chỉ có đề");
  EXPECT_TRUE(page->blocks.empty());
}

struct BadPage {
  RecordKind kind;
  std::string bytes;
  ErrorKind error;
};
TEST(ParsePage, SaysWhatCannotBeRead) {
  const BadPage cases[] = {
      {RecordKind::kText, "", ErrorKind::kEmpty},
      {RecordKind::kText, " \n\t\n", ErrorKind::kEmpty},
      {RecordKind::kHtml, "<html><script>x</script>", ErrorKind::kEmpty},
      {RecordKind::kHtml, "\x89PNG\r\n", ErrorKind::kNotText},
      {RecordKind::kText, std::string(100, '\1'), ErrorKind::kNotText},
      {RecordKind::kArticle, "\n\n", ErrorKind::kEmpty},
      {RecordKind::kPageLine, "{}", ErrorKind::kBadArgument},
  };
  for (const BadPage& c : cases) {
    const auto page = parse(record_of(c.kind, c.bytes));
    ASSERT_FALSE(page) << c.bytes;
    EXPECT_EQ(page.error().kind, c.error) << c.bytes;
  }
}

TEST(ParsePage, ToleratesNulsAndBrokenBytesInText) {
  using namespace std::string_literals;
  const auto page = parse(record_of(
      RecordKind::kText, "Mưa \0 lớn \xFF ở vùng núi phía bắc suốt đêm\nNước lên nhanh"s));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->blocks[0].text, "Mưa lớn \xEF\xBF\xBD ở vùng núi phía bắc suốt đêm");
}

TEST(ParsePage, TellsTheSameOfAPageAsHtmlAndAsText) {
  const auto html =
      parse(record_of(RecordKind::kHtml, "<h1>Đề bài</h1><p>Đoạn một.</p><p>Đoạn hai.</p>"));
  const auto text = parse(record_of(RecordKind::kText, "Đề bài\n\nĐoạn một.\n\nĐoạn hai.\n"));
  ASSERT_TRUE(html && text);
  ASSERT_EQ(html->blocks.size(), text->blocks.size());
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(html->blocks[i].text, text->blocks[i].text);
}

TEST(ParsePage, RefusesMoreLinesThanAnyPageHas) {
  std::string lines;
  for (int i = 0; i < 1'100'000; ++i) lines += "a\n";
  const auto page = parse(record_of(RecordKind::kText, lines));
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind, ErrorKind::kTooLarge);
}

TEST(ParsePage, KnowsAPageByItsBytesWhereItsAddressIsAFragmentAlone) {
  Record record = record_of(RecordKind::kText, "Đề\n\nĐoạn một\n");
  record.url = "#dau-trang";
  const auto page = parse(record);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->key, "sha256:" + sha256_hex("Đề\n\nĐoạn một\n"));
}

TEST(ParsePage, StandsDeepNesting) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  const auto page = parse(record_of(RecordKind::kHtml, deep + "đáy"));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->blocks[0].text, "đáy");
}

}  // namespace
}  // namespace machtin

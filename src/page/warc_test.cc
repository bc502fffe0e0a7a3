#include "page/warc.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "page/written_files_test.h"

namespace machtin {
namespace {

std::string warc_record(const std::string& type, const std::string& url, const std::string& payload,
                        const std::string& content_type = "application/http; msgtype=response") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(payload.size()) + "\r\n\r\n" + payload +
         "\r\n\r\n";
}

std::string response(const std::string& url, const std::string& html,
                     const std::string& status = "200 OK") {
  return warc_record(
      "response", url,
      "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html);
}

std::vector<RecordResult> read_all(std::string bytes, std::size_t max_bytes = 1u << 20) {
  WarcReader reader("kho.warc", ByteSource::from_bytes(std::move(bytes)),
                    {InputKind::kAuto, max_bytes});
  std::vector<RecordResult> results;
  while (std::optional<RecordResult> result = reader.next()) results.push_back(std::move(*result));
  return results;
}

TEST(WarcReader, GivesThePagesAndCountsAllRecords) {
  const auto results = read_all(
      warc_record("warcinfo", "", "software: x") + response("https://bao.example/a", "<p>A") +
      warc_record("request", "https://bao.example/b", "GET /b HTTP/1.1\r\n\r\n") +
      response("<https://bao.example/b>", "<p>B"));
  ASSERT_EQ(results.size(), 2u);
  EXPECT_EQ(results[0].input, "kho.warc#2");
  EXPECT_EQ(results[0].record->kind, RecordKind::kHtml);
  EXPECT_EQ(results[0].record->bytes, "<p>A");
  EXPECT_EQ(results[0].record->charset, "utf-8");
  EXPECT_EQ(results[1].input, "kho.warc#4");
  EXPECT_EQ(results[1].record->url, "https://bao.example/b");
}

TEST(WarcReader, ReadsResourcesAndConversions) {
  const auto results =
      read_all(warc_record("resource", "https://bao.example/a", "<html><p>A", "text/html") +
               warc_record("conversion", "https://bao.example/b", "Một dòng chữ", "text/plain"));
  ASSERT_EQ(results.size(), 2u);
  EXPECT_EQ(results[0].record->kind, RecordKind::kHtml);
  EXPECT_EQ(results[1].record->kind, RecordKind::kText);
}

TEST(WarcReader, PassesOverWhatIsNoPage) {
  const auto results =
      read_all(response("https://bao.example/x", "<p>Không thấy", "404 Not Found") +
               warc_record("resource", "https://bao.example/x.png", "\x89PNG", "image/png") +
               response("https://bao.example/a", "<p>A"));
  ASSERT_EQ(results.size(), 1u);
  EXPECT_EQ(results[0].input, "kho.warc#3");
}

TEST(WarcReader, ReadsOneGzipMemberARecord) {
  const auto results = read_all(gzipped(response("https://bao.example/a", "<p>A")) +
                                gzipped(response("https://bao.example/b", "<p>B")));
  ASSERT_EQ(results.size(), 2u);
  EXPECT_EQ(results[1].record->bytes, "<p>B");
}

TEST(WarcReader, GivesOneErrorWhereTheFileBreaksOffAndKeepsWhatCame) {
  const std::string whole = response("https://bao.example/a", "<p>A");
  const auto plain = read_all(whole + whole.substr(0, whole.size() - 10));
  ASSERT_EQ(plain.size(), 2u);
  EXPECT_TRUE(plain[0].record);
  EXPECT_FALSE(plain[1].record);
  const std::string member = gzipped(whole);
  const auto compressed = read_all(member + member.substr(0, member.size() / 2));
  ASSERT_EQ(compressed.size(), 2u);
  EXPECT_TRUE(compressed[0].record);
  EXPECT_EQ(compressed[1].record.error().kind, ErrorKind::kUnreadable);
}

std::vector<std::string> urls_of(const std::vector<RecordResult>& results) {
  std::vector<std::string> urls;
  for (const RecordResult& result : results) {
    urls.push_back(result.record ? result.record->url.value_or("none") : std::string("error"));
  }
  return urls;
}

const std::vector<std::string> kDamagedBetween = {"https://bao.example/a", "error",
                                                  "https://bao.example/c"};

TEST(WarcReader, GoesOnBehindBytesThatBelongToNoRecord) {
  const auto results = read_all(response("https://bao.example/a", "<p>A") +
                                "rác từ một lần ghi hỏng\r\nthêm rác\r\n" +
                                response("https://bao.example/c", "<p>C"));
  EXPECT_EQ(urls_of(results), kDamagedBetween);
  EXPECT_EQ(results[1].record.error().kind, ErrorKind::kBadFormat);
}

TEST(WarcReader, GoesOnBehindARecordWhoseLengthIsWrong) {
  std::string wrong = response("https://bao.example/b", "<p>B");
  wrong.replace(wrong.find("Content-Length: "), 16, "Content-Length: 1");
  const auto results = read_all(wrong + response("https://bao.example/swallowed", "<p>S") +
                                response("https://bao.example/c", "<p>C"));
  ASSERT_GE(results.size(), 2u);
  EXPECT_EQ(urls_of(results).front(), "https://bao.example/b");
  EXPECT_EQ(urls_of(results).back(), "https://bao.example/c");
}

TEST(WarcReader, GoesOnBehindRubbishThatEndsRightBeforeARecord) {
  const auto results = read_all(response("https://bao.example/a", "<p>A") + "rác\r\n" +
                                response("https://bao.example/c", "<p>C"));
  EXPECT_EQ(urls_of(results), kDamagedBetween);
}

TEST(WarcReader, FindsTheRecordsInsideALengthThatReachesBeyondTheFile) {
  std::string wrong = response("https://bao.example/b", "<p>B");
  wrong.replace(wrong.find("Content-Length: "), 16, "Content-Length: 99");
  const auto results = read_all(response("https://bao.example/a", "<p>A") + wrong +
                                response("https://bao.example/c", "<p>C"));
  EXPECT_EQ(urls_of(results), kDamagedBetween);
}

TEST(WarcReader, GoesOnAtTheNextMemberBehindDamagedGzip) {
  std::string damaged = gzipped(response("https://bao.example/b", std::string(5000, 'b') + "<p>B"));
  for (std::size_t at = damaged.size() / 2; at < damaged.size(); ++at) damaged[at] = '\xFF';
  const auto results = read_all(gzipped(response("https://bao.example/a", "<p>A")) + damaged +
                                gzipped(response("https://bao.example/c", "<p>C")));
  EXPECT_EQ(urls_of(results), kDamagedBetween);
  EXPECT_EQ(results[1].record.error().kind, ErrorKind::kUnreadable);
}

TEST(WarcReader, GivesUpAFileThatIsNothingButDamage) {
  std::string rubbish = "WARC/1.0\r\nWARC-Type: response\r\n";
  for (int i = 0; i < 1000; ++i) rubbish += "\r\nWARC/1.0\r\nContent-Length: không\r\n\r\nx\r\n";
  EXPECT_LE(read_all(rubbish).size(), 100u);
}

TEST(WarcReader, RefusesAPageThatIsTooLargeAndReadsTheNext) {
  const auto results = read_all(response("https://bao.example/a", std::string(3u << 20, 'x')) +
                                    response("https://bao.example/b", "<p>B"),
                                4096);
  ASSERT_EQ(results.size(), 2u);
  EXPECT_EQ(results[0].record.error().kind, ErrorKind::kTooLarge);
  EXPECT_TRUE(results[1].record);
}

TEST(WarcReader, SaysThatNothingUsableIsThere) {
  const auto none = read_all(warc_record("warcinfo", "", "x"));
  ASSERT_EQ(none.size(), 1u);
  EXPECT_EQ(none[0].record.error().kind, ErrorKind::kEmpty);
  const auto rubbish = read_all("WARC/1.0\r\nContent-Length: mười\r\n\r\n");
  ASSERT_EQ(rubbish.size(), 1u);
  EXPECT_EQ(rubbish[0].record.error().kind, ErrorKind::kBadFormat);
}

}  // namespace
}  // namespace machtin

#include "page/http_message.h"

#include <gtest/gtest.h>

#include <string>

#include "page/written_files_test.h"

namespace machtin {
namespace {

constexpr std::size_t kMax = 1u << 20;
const std::string kOk = "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; Charset=\"UTF-8\"\r\n";

TEST(ReadHttpResponse, ReadsStatusTypeCharsetAndBody) {
  const auto response = read_http_response(kOk + "\r\n<p>Nắng", kMax);
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 200);
  EXPECT_EQ(response->content_type, "text/html");
  EXPECT_EQ(response->charset, "utf-8");
  EXPECT_EQ(response->body, "<p>Nắng");
}

TEST(ReadHttpResponse, UndoesChunksAndCompression) {
  const std::string chunks = "5\r\nmưa \r\n2;x=1\r\nto\r\n0\r\n\r\n";
  EXPECT_EQ(read_http_response(kOk + "Transfer-Encoding: chunked\r\n\r\n" + chunks, kMax)->body,
            "mưa to");
  EXPECT_EQ(
      read_http_response(kOk + "Content-Encoding: gzip\r\n\r\n" + gzipped("mưa to"), kMax)->body,
      "mưa to");
  EXPECT_EQ(read_http_response(
                kOk + "Content-Encoding: gzip\r\n\r\n" + gzipped("mưa ") + gzipped("to"), kMax)
                ->body,
            "mưa to");  // in two members
  // Sixty-four times "a", as the reference encoder writes it.
  const std::string brotli("\x1B\x3F\x00\xF8\x25\xC2\xE2\x8C\x00\xC0\x00", 11);
  EXPECT_EQ(read_http_response(kOk + "Content-Encoding: br\r\n\r\n" + brotli, kMax)->body,
            std::string(64, 'a'));
}

TEST(ReadHttpResponse, TakesABodyAsItIsWhereItsCodingsAreUndoneAlready) {
  for (const char* header : {"Transfer-Encoding: chunked", "Content-Encoding: gzip",
                             "Content-Encoding: br", "Content-Encoding: deflate"}) {
    EXPECT_EQ(read_http_response(kOk + header + "\r\n\r\n<p>Nắng", kMax)->body, "<p>Nắng")
        << header;
  }
}

TEST(ReadHttpResponse, KeepsWhatCameOfABrokenBody) {
  const std::string text(5000, 'a');
  const std::string cut = gzipped(text + "b").substr(0, 30);
  EXPECT_FALSE(
      read_http_response(kOk + "Content-Encoding: gzip\r\n\r\n" + cut, kMax)->body.empty());
  EXPECT_EQ(
      read_http_response(kOk + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nff\r\nwo", kMax)
          ->body,
      "hellowo");
  EXPECT_EQ(
      read_http_response(kOk + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nwo", kMax)
          ->body,
      "wo");
}

TEST(ReadHttpResponse, RefusesWhatIsNoResponseOrTooLarge) {
  EXPECT_EQ(read_http_response("GET / HTTP/1.1\r\n\r\n", kMax).error().kind, ErrorKind::kBadFormat);
  EXPECT_EQ(read_http_response("", kMax).error().kind, ErrorKind::kBadFormat);
  const std::string bomb = gzipped(std::string(4u << 20, ' '));
  EXPECT_EQ(read_http_response(kOk + "Content-Encoding: gzip\r\n\r\n" + bomb, kMax).error().kind,
            ErrorKind::kTooLarge);
}

TEST(HeaderValue, FindsNamesWhateverTheirCase) {
  EXPECT_EQ(header_value("A: 1\r\nContent-Type:  x \r\n", "content-type"), "x");
  EXPECT_EQ(header_value("A: 1\r\n", "b"), std::nullopt);
}

}  // namespace
}  // namespace machtin

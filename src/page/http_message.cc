// Chunked, gzip, deflate and brotli, undone in the order the headers tell. Tested by
// http_message_test.cc.

#include "page/http_message.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <vector>

#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kStepBytes = 64u << 10;

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

// nullopt: this is no chunked body.
std::optional<std::string> undo_chunks(std::string_view bytes) {
  std::string body;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t feed = bytes.find('\n', at);
    std::uint64_t size = 0;
    const char* const begin = bytes.data() + at;
    const auto [end, error] = std::from_chars(begin, bytes.data() + bytes.size(), size, 16);
    if (feed == std::string_view::npos || error != std::errc() || end == begin ||
        bytes.data() + feed < end) {
      if (at == 0) return std::nullopt;
      break;  // broken off inside: what came is kept
    }
    if (size == 0) break;
    body.append(bytes.substr(feed + 1, size));
    if (size > bytes.size() - feed - 1) break;
    at = feed + 1 + size;
    if (at < bytes.size() && bytes[at] == '\r') ++at;
    if (at < bytes.size() && bytes[at] == '\n') ++at;
  }
  return body;
}

// window: zlib's code for gzip (31), zlib (15) or bare deflate (-15).
std::string undo_deflate(std::string_view bytes, int window, std::size_t max_bytes) {
  std::string body;
  z_stream zlib = {};
  if (inflateInit2(&zlib, window) != Z_OK) return body;
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  zlib.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), 1u << 31));
  int status = Z_OK;
  while (status == Z_OK && body.size() <= max_bytes) {
    const std::size_t before = body.size();
    body.resize(before + kStepBytes);
    zlib.next_out = reinterpret_cast<Bytef*>(body.data() + before);
    zlib.avail_out = kStepBytes;
    status = inflate(&zlib, Z_NO_FLUSH);
    body.resize(before + kStepBytes - zlib.avail_out);
    // Gzip may come in several members, one behind the other.
    const bool member = status == Z_STREAM_END && window > 15 && zlib.avail_in > 2 &&
                        zlib.next_in[0] == 0x1F && zlib.next_in[1] == 0x8B;
    if (member) status = inflateReset(&zlib);
  }
  inflateEnd(&zlib);
  return body;
}

std::string undo_brotli(std::string_view bytes, std::size_t max_bytes) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> decoder(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  std::string body;
  std::size_t left = bytes.size();
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && body.size() <= max_bytes) {
    const std::size_t before = body.size();
    body.resize(before + kStepBytes);
    std::size_t room = kStepBytes;
    auto* out = reinterpret_cast<std::uint8_t*>(body.data() + before);
    result = BrotliDecoderDecompressStream(decoder.get(), &left, &in, &room, &out, nullptr);
    body.resize(before + kStepBytes - room);
  }
  return body;
}

std::string undo_coding(std::string_view coding, std::string body, std::size_t max_bytes) {
  constexpr int kGzip = 31, kZlib = 15, kBareDeflate = -15;
  if (coding == "gzip" || coding == "x-gzip") {
    return body.starts_with("\x1F\x8B") ? undo_deflate(body, kGzip, max_bytes) : body;
  }
  if (coding == "deflate") {
    std::string result = undo_deflate(body, kZlib, max_bytes);
    if (result.empty()) result = undo_deflate(body, kBareDeflate, max_bytes);
    return result.empty() ? body : result;
  }
  if (coding == "br") {
    std::string result = undo_brotli(body, max_bytes);
    return result.empty() ? body : result;
  }
  return body;
}

constexpr std::size_t kMostCodings = 4;  // servers apply one or two; more is an attack

// The codings of a header, last applied first.
std::vector<std::string> codings_of(std::string_view headers, std::string_view name) {
  std::vector<std::string> codings;
  const std::string value = ascii_lower(header_value(headers, name).value_or(""));
  for (std::size_t begin = 0; begin < value.size();) {
    const std::size_t comma = std::min(value.find(',', begin), value.size());
    const std::string_view coding = trim(std::string_view(value).substr(begin, comma - begin));
    if (!coding.empty()) codings.emplace_back(coding);
    begin = comma + 1;
    if (codings.size() >= kMostCodings) break;
  }
  std::reverse(codings.begin(), codings.end());
  return codings;
}

}  // namespace

std::size_t end_of_headers(std::string_view bytes) {
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
       at = bytes.find('\n', at + 1)) {
    if (bytes.substr(at + 1, 1) == "\n") return at + 2;
    if (bytes.substr(at + 1, 2) == "\r\n") return at + 3;
  }
  return std::string_view::npos;
}

std::optional<std::string_view> header_value(std::string_view headers, std::string_view name) {
  const auto same = [](char a, char b) { return ascii_lower(a) == ascii_lower(b); };
  for (std::size_t begin = 0; begin < headers.size();) {
    const std::size_t feed = std::min(headers.find('\n', begin), headers.size());
    const std::string_view line = headers.substr(begin, feed - begin);
    begin = feed + 1;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view found = trim(line.substr(0, colon));
    if (found.size() == name.size() && std::equal(found.begin(), found.end(), name.begin(), same))
      return trim(line.substr(colon + 1));
  }
  return std::nullopt;
}

void read_content_type(std::string_view value, HttpResponse& response) {
  const std::string type = ascii_lower(value);
  response.content_type = std::string(trim(std::string_view(type).substr(0, type.find(';'))));
  const std::size_t at = type.find("charset=");
  if (at == std::string::npos) return;
  std::string_view charset = std::string_view(type).substr(at + 8);
  charset = trim(charset.substr(0, charset.find(';')));
  while (!charset.empty() && (charset.front() == '"' || charset.front() == '\''))
    charset.remove_prefix(1);
  while (!charset.empty() && (charset.back() == '"' || charset.back() == '\''))
    charset.remove_suffix(1);
  if (!charset.empty()) response.charset = std::string(charset);
}

Result<HttpResponse> read_http_response(std::string_view bytes, std::size_t max_bytes) {
  const std::size_t end = end_of_headers(bytes);
  const std::size_t space = bytes.find(' ');
  if (!bytes.starts_with("HTTP/") || end == std::string_view::npos || space > end)
    return Error{ErrorKind::kBadFormat, "no HTTP response"};
  HttpResponse response;
  std::from_chars(bytes.data() + space + 1, bytes.data() + end, response.status);
  const std::string_view headers = bytes.substr(0, end);
  read_content_type(header_value(headers, "content-type").value_or(""), response);
  response.body = std::string(bytes.substr(end));
  const std::string transfer = ascii_lower(header_value(headers, "transfer-encoding").value_or(""));
  if (transfer.find("chunked") != std::string::npos) {
    if (std::optional<std::string> whole = undo_chunks(response.body))
      response.body = std::move(*whole);
  }
  for (const std::string& coding : codings_of(headers, "content-encoding"))
    response.body = undo_coding(coding, std::move(response.body), max_bytes);
  if (response.body.size() > max_bytes)
    return Error{ErrorKind::kTooLarge, "longer than " + std::to_string(max_bytes) + " bytes"};
  return response;
}

}  // namespace machtin

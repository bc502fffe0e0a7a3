// Record by record: header lines, Content-Length bytes, two line ends. Tested by warc_test.cc.

#include "page/warc.h"

#include <charconv>
#include <utility>

#include "page/http_message.h"

namespace machtin {
namespace {

constexpr std::string_view kFirstWord = "WARC/";
constexpr std::size_t kMaxHeaderBytes = 1u << 20;
// An HTTP response has headers too, and chunk sizes.
constexpr std::size_t kHttpBytes = 1u << 20;

std::optional<std::uint64_t> content_length(std::string_view headers) {
  const std::optional<std::string_view> value = header_value(headers, "content-length");
  std::uint64_t size = 0;
  if (!value) return std::nullopt;
  const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), size);
  if (error != std::errc() || end != value->data() + value->size()) return std::nullopt;
  return size;
}

// Some writers put the URL in angle brackets, as a draft of WARC 1.0 did.
std::optional<std::string> target_of(std::string_view headers) {
  std::optional<std::string_view> value = header_value(headers, "warc-target-uri");
  if (!value || value->empty()) return std::nullopt;
  if (value->starts_with('<') && value->ends_with('>'))
    *value = value->substr(1, value->size() - 2);
  return std::string(*value);
}

bool is_page_type(std::string_view type) {
  return type.empty() || type == "text/html" || type == "application/xhtml+xml" ||
         type == "text/plain";
}

Record record_of(std::string input, const HttpResponse& response) {
  Record record;
  record.input = std::move(input);
  record.charset = response.charset;
  const bool html = response.content_type.find("html") != std::string::npos ||
                    recognise(response.body) == InputKind::kHtml;
  record.kind = html ? RecordKind::kHtml : RecordKind::kText;
  return record;
}

}  // namespace

RecordResult WarcReader::broken(std::string why) {
  constexpr std::size_t kMostDamage = 100;  // places of one file; more, and it is rubbish
  any_ = true;
  lost_ = true;
  done_ = ++damage_ == kMostDamage;
  if (const std::optional<Error> failure = source_.failure()) {
    done_ = done_ || !source_.resume();
    return {input_, *failure};
  }
  return {input_ + "#" + std::to_string(number_), Error{ErrorKind::kBadFormat, std::move(why)}};
}

std::optional<std::string> WarcReader::read_headers() {
  std::string line, headers;
  do {
    if (source_.read_line(line, kMaxHeaderBytes) == ByteSource::Line::kEnd) return std::nullopt;
  } while (line.empty() || (lost_ && !line.starts_with(kFirstWord)));
  lost_ = false;
  if (!line.starts_with(kFirstWord)) return line;
  while (!line.empty() && headers.size() < kMaxHeaderBytes) {
    headers += line;
    headers += '\n';
    if (source_.read_line(line, kMaxHeaderBytes) == ByteSource::Line::kEnd) break;
  }
  return headers;
}

std::optional<RecordResult> WarcReader::read_record(const std::string& headers,
                                                    std::uint64_t size) {
  const std::string_view type = header_value(headers, "warc-type").value_or("");
  const bool wanted = type == "response" || type == "resource" || type == "conversion";
  if (!wanted) {
    source_.skip(size);
    return std::nullopt;
  }
  const std::string input = input_ + "#" + std::to_string(number_);
  if (size > options_.max_bytes + kHttpBytes) {
    source_.skip(size);
    any_ = true;
    return RecordResult{input,
                        Error{ErrorKind::kTooLarge,
                              "longer than " + std::to_string(options_.max_bytes) + " bytes"}};
  }
  std::string payload;
  if (source_.read(payload, static_cast<std::size_t>(size)) < size) {
    RecordResult result = broken("the record breaks off");
    read_on_inside(payload);
    return result;
  }
  Result<HttpResponse> response = HttpResponse{200, {}, {}, {}};
  if (type == "response") {
    response = read_http_response(payload, options_.max_bytes);
    if (!response) {
      any_ = true;
      return RecordResult{input, response.error()};
    }
  } else {
    read_content_type(header_value(headers, "content-type").value_or(""), *response);
    response->body = std::move(payload);
  }
  // Redirects, error pages, pictures and scripts are no pages; a crawl is full of them and they are
  // no errors.
  if (response->status / 100 != 2 || !is_page_type(response->content_type) ||
      response->body.empty())
    return std::nullopt;
  any_ = true;
  Record record = record_of(input, *response);
  record.url = target_of(headers);
  record.bytes = std::move(response->body);
  return RecordResult{input, std::move(record)};
}

// A length that is too great takes in the records behind its own; at the file's end they are still
// at hand.
void WarcReader::read_on_inside(std::string_view payload) {
  constexpr std::string_view kNext = "\r\n\r\nWARC/";
  const std::size_t next = payload.find(kNext);
  if (next == std::string_view::npos || done_) return;
  source_ = ByteSource::from_bytes(std::string(payload.substr(next)));
}

std::optional<RecordResult> WarcReader::next() {
  while (!done_) {
    const std::optional<std::string> headers = read_headers();
    if (!headers) {
      if (source_.failure()) return broken("");
      done_ = true;
      if (!any_) return RecordResult{input_, Error{ErrorKind::kEmpty, "no page in it"}};
      break;
    }
    ++number_;
    if (!headers->starts_with(kFirstWord)) return broken("no WARC record where one should begin");
    const std::optional<std::uint64_t> size = content_length(*headers);
    if (!size) return broken("a WARC record without its length");
    std::optional<RecordResult> result = read_record(*headers, *size);
    if (result) return result;
  }
  return std::nullopt;
}

}  // namespace machtin

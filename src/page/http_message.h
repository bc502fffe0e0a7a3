#pragma once
// An HTTP response as a WARC keeps it: status, type, charset, and the body with its transfer and
// content codings undone. Tested by http_message_test.cc.

#include <optional>
#include <string>
#include <string_view>

#include "machtin/result.h"

namespace machtin {

struct HttpResponse {
  int status = 0;
  std::string content_type = {};  // lower case, without parameters
  std::optional<std::string> charset = {};
  std::string body = {};
};

// bytes: status line, headers, blank line, body. A coding that the headers name but the body does
// not have is taken as undone already (crawlers do that). A compressed body that breaks off gives
// what came. Errors: kBadFormat (no HTTP), kTooLarge (a body over max_bytes).
Result<HttpResponse> read_http_response(std::string_view bytes, std::size_t max_bytes);

// "text/html; charset=UTF-8" → type and charset.
void read_content_type(std::string_view value, HttpResponse& response);

// The value of a header in a block of "Name: value" lines; names do not depend on case.
std::optional<std::string_view> header_value(std::string_view headers, std::string_view name);

// Where the headers end: the offset after the blank line, or npos.
std::size_t end_of_headers(std::string_view bytes);

}  // namespace machtin

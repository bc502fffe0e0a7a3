#pragma once
// A request and what we answer, without sockets: so that every page can be tested as a function.

#include <string>
#include <utility>
#include <vector>

namespace machtin {

struct Request {
  std::string method = "GET";
  std::string target = "/";          // path and query as they came, not decoded
  std::string accept_language = {};  // the header of that name, or ""
  std::string if_none_match = {};
};

struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};
};

}  // namespace machtin

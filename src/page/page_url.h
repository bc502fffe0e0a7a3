#pragma once
// Addresses: what a page's links and pictures lead to, whole. Tested by page_url_test.cc.

#include <lexbor/url/url.h>

#include <optional>
#include <string>
#include <string_view>

namespace machtin {

// Resolves against one base, as the URL Standard does. Not for more than one thread.
class UrlResolver {
 public:
  // base: may be empty or no URL; then only whole addresses are taken.
  explicit UrlResolver(std::string_view base);
  ~UrlResolver();
  UrlResolver(const UrlResolver&) = delete;
  UrlResolver& operator=(const UrlResolver&) = delete;

  // nullopt for what leads to no page: "#top", "javascript:…", "mailto:…", data, and what cannot be
  // resolved. Whole http addresses are given back as they stand.
  std::optional<std::string> resolve(std::string_view href);

 private:
  lxb_url_parser_t parser_ = {};
  lxb_url_t* base_ = nullptr;
  bool ready_ = false;
};

bool is_http_url(std::string_view url);
// The part after the host, without query and fragment: "/" or longer; "" if it is no http address.
std::string_view url_path(std::string_view url);
// A site's front page: nothing stands behind the host, no query either.
bool is_home_url(std::string_view url);
std::string_view url_host(std::string_view url);  // without port; "" if it is no http address
std::string_view without_fragment(std::string_view url);

}  // namespace machtin

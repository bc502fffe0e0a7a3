// lexbor's URL parser does the work. Tested by page_url_test.cc.

#include "page/page_url.h"

#include <algorithm>

#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kMaxUrlBytes = 4096;

bool is_url_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_url_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_url_space(text.back())) text.remove_suffix(1);
  return text;
}

bool starts_with_scheme(std::string_view url, std::string_view scheme) {
  if (url.size() < scheme.size()) return false;
  for (std::size_t i = 0; i < scheme.size(); ++i) {
    if (ascii_lower(url[i]) != scheme[i]) return false;
  }
  return true;
}

lxb_status_t append_piece(const lxb_char_t* data, std::size_t size, void* out) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), size);
  return LXB_STATUS_OK;
}

}  // namespace

bool is_http_url(std::string_view url) {
  return starts_with_scheme(url, "http://") || starts_with_scheme(url, "https://");
}

std::string_view url_path(std::string_view url) {
  if (!is_http_url(url)) return {};
  const std::size_t slash = url.find('/', url.find("//") + 2);
  if (slash == std::string_view::npos) return "/";
  const std::string_view path = url.substr(slash);
  return path.substr(0, path.find_first_of("?#"));
}

bool is_home_url(std::string_view url) {
  // Most links of a page lead further, and are known by what stands behind the host.
  const std::size_t slash = url.find('/', std::string_view("https://").size());
  if (slash != std::string_view::npos && slash + 1 != url.size()) return false;
  return is_http_url(url) && url.find_first_of("?#") == std::string_view::npos;
}

std::string_view url_host(std::string_view url) {
  if (!is_http_url(url)) return {};
  const std::string_view host = url.substr(url.find("//") + 2);
  return host.substr(0, host.find_first_of("/:?#"));
}

std::string_view without_fragment(std::string_view url) { return url.substr(0, url.find('#')); }

UrlResolver::UrlResolver(std::string_view base) {
  ready_ = lxb_url_parser_init(&parser_, nullptr) == LXB_STATUS_OK;
  if (!ready_ || !is_http_url(base) || base.size() > kMaxUrlBytes) return;
  base_ = lxb_url_parse(&parser_, nullptr, reinterpret_cast<const lxb_char_t*>(base.data()),
                        base.size());
}

UrlResolver::~UrlResolver() {
  if (ready_) lxb_url_parser_memory_destroy(&parser_);
  lxb_url_parser_destroy(&parser_, false);
}

std::optional<std::string> UrlResolver::resolve(std::string_view href) {
  href = trim(href);
  if (href.empty() || href[0] == '#' || href.size() > kMaxUrlBytes) return std::nullopt;
  if (is_http_url(href) && std::none_of(href.begin(), href.end(), is_url_space))
    return std::string(href);
  if (!ready_ || starts_with_scheme(href, "javascript:") || starts_with_scheme(href, "data:"))
    return std::nullopt;
  lxb_url_parser_clean(&parser_);
  lxb_url_t* const url =
      lxb_url_parse(&parser_, base_, reinterpret_cast<const lxb_char_t*>(href.data()), href.size());
  if (url == nullptr) return std::nullopt;
  std::string whole;
  const bool good = lxb_url_serialize(url, append_piece, &whole, false) == LXB_STATUS_OK;
  lxb_url_destroy(url);
  if (!good || !is_http_url(whole)) return std::nullopt;
  return whole;
}

}  // namespace machtin

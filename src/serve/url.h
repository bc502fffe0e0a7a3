#pragma once
// Request targets taken apart, and links put together. Tested by url_test.cc.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace machtin {

using Parameters = std::vector<std::pair<std::string, std::string>>;

struct Target {
  std::string path = {};  // still encoded: a key may hold "/" and "?"
  Parameters parameters = {};

  // The first of that name; "" if there is none.
  const std::string& parameter(std::string_view name) const;
  // A count in a parameter, within bounds; `otherwise` if there is none or it is none.
  std::size_t count(std::string_view name, std::size_t otherwise, std::size_t most) const;
};

// nullopt for "%" without two hexadecimal digits, for NUL, and for what is no UTF-8 once decoded.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space = false);
// Everything but unreserved characters; RFC 3986, 2.3.
std::string percent_encode(std::string_view text);

// nullopt if a parameter cannot be decoded.
std::optional<Target> parse_target(std::string_view target);
std::string link_to(std::string_view path, const Parameters& parameters);

// Only what a browser may follow from our pages: http and https.
bool is_web_address(std::string_view url);

}  // namespace machtin

#pragma once
// One answer of a search in an archive.

#include <optional>
#include <string>

namespace machtin {

struct SearchHit {
  bool is_story = false;
  std::string id = {};  // article key or story id
  std::string title = {};
  std::optional<std::string> published = {}, source = {};
  std::string snippet = {};  // HTML-escaped, with <mark> around what matched
  double score = 0;          // higher is better
  bool operator==(const SearchHit&) const = default;
};

}  // namespace machtin

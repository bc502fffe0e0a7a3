#pragma once
// What a page says of its article in JSON-LD (schema.org). Tested by json_ld_test.cc.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "page/parsed_page.h"

namespace machtin {

// The statements of all <script type="application/ld+json"> of a page, gathered with add(). What an
// article says comes before what its WebPage says; of two articles the first wins, and another of
// the same headline only fills what it leaves open.
struct JsonLd {
  Metadata article = {}, page = {};
  std::vector<std::string> article_author_ids = {}, page_author_ids = {};  // "@id" of each
  std::unordered_map<std::string, std::string> names = {};  // of people and organizations, by "@id"
  std::string article_body = {};  // the article's text as the publisher's system has it
  bool any_article = false;
  std::optional<std::string> article_key = {};  // its title, folded
  std::size_t looked = 0;                       // statements, of all scripts
};

// script: the element's text. Broken JSON is mended where that is easy (comments around it, raw
// line ends and quotation marks in strings, commas before a closing bracket), else nothing is
// taken.
void add_json_ld(std::string_view script, JsonLd& found);
// After the last script: authors told by "@id" alone get the names that stand elsewhere.
void resolve_authors(JsonLd& found);

}  // namespace machtin

// Every object of the JSON is looked at, without recursion. Tested by script_state_test.cc.

#include "page/script_state.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/published_names.h"
#include "text/fold.h"

namespace machtin {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t kMostBytes = 8u << 20, kMostValues = 200'000, kFewestBodyBytes = 400;

// How systems name the parts of an article, likeliest first.
constexpr std::array<std::string_view, 7> kBodyNames = {
    "articleBody", "body", "content", "bodyHtml", "html", "text", "detail"};
constexpr std::array<std::string_view, 3> kTitleNames = {"headline", "title", "name"};
constexpr std::array<std::string_view, 4> kAuthorNames = {"author", "authors", "authorName",
                                                          "author_name"};
constexpr std::size_t kMostAuthors = 20;

template <std::size_t N>
std::string_view first_text(const object& from, const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names) {
    std::string_view text;
    if (from[name].get_string().get(text) == simdjson::SUCCESS && !text.empty()) return text;
  }
  return {};
}

// A name, or the name of an object.
void add_name(const element& value, std::vector<std::string>& names) {
  std::string_view text;
  object person;
  const bool told = value.get_string().get(text) == simdjson::SUCCESS ||
                    (value.get_object().get(person) == simdjson::SUCCESS &&
                     person["name"].get_string().get(text) == simdjson::SUCCESS);
  std::string name = told ? clean_text(text) : std::string();
  const bool known = std::find(names.begin(), names.end(), name) != names.end();
  if (!name.empty() && !known && names.size() < kMostAuthors) names.push_back(std::move(name));
}

// Whom the first name of an author that has any tells: one, or a list.
std::vector<std::string> authors_of(const object& from) {
  std::vector<std::string> authors;
  for (const std::string_view name : kAuthorNames) {
    element value;
    simdjson::dom::array list;
    if (!authors.empty() || from[name].get(value) != simdjson::SUCCESS) continue;
    if (value.get_array().get(list) == simdjson::SUCCESS) {
      for (const element one : list) add_name(one, authors);
    } else {
      add_name(value, authors);
    }
  }
  return authors;
}

// The value with the longest body among its own members.
struct Longest {
  std::string_view body = {};
  std::optional<object> holder = {};
};

void look(const object& from, Longest& longest) {
  for (const std::string_view name : kBodyNames) {
    std::string_view text;
    if (from[name].get_string().get(text) != simdjson::SUCCESS) continue;
    if (text.size() <= longest.body.size()) continue;
    longest.body = text;
    longest.holder = from;
  }
}

Longest longest_body(const element& root) {
  Longest longest;
  std::vector<element> open = {root};
  for (std::size_t looked = 0; !open.empty() && looked < kMostValues; ++looked) {
    const element value = open.back();
    open.pop_back();
    object fields;
    simdjson::dom::array items;
    if (value.get_object().get(fields) == simdjson::SUCCESS) {
      look(fields, longest);
      for (const auto& field : fields) {
        if (field.value.is_object() || field.value.is_array()) open.push_back(field.value);
      }
    } else if (value.get_array().get(items) == simdjson::SUCCESS) {
      for (const element item : items) {
        if (item.is_object() || item.is_array()) open.push_back(item);
      }
    }
  }
  return longest;
}

void fill(std::optional<std::string>& field, std::string_view text) {
  std::string clean = clean_text(text);
  if (!field && !clean.empty()) field = std::move(clean);
}

void take_state(std::string_view json, PageHead& head) {
  simdjson::dom::parser parser;
  element root;
  if (json.size() > kMostBytes || parser.parse(std::string(json)).get(root) != simdjson::SUCCESS)
    return;
  const Longest longest = longest_body(root);
  if (longest.body.size() < kFewestBodyBytes || longest.body.size() <= head.article_body.size())
    return;
  head.article_body = std::string(longest.body);
  fill(head.metadata.title, first_text(*longest.holder, kTitleNames));
  fill(head.metadata.published, first_text(*longest.holder, kPublishedNames));
  if (head.metadata.authors.empty()) head.metadata.authors = authors_of(*longest.holder);
}

}  // namespace

void take_script_state(const HtmlDocument& html, PageHead& head) {
  for (const lxb_dom_node_t* node = html.root(); node != nullptr;
       node = next_node(node, html.root())) {
    if (!is_element(node) || html.script(node).empty()) continue;
    if (attribute(node, "type") == "application/json") take_state(html.script(node), head);
  }
}

}  // namespace machtin

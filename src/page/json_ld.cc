// Objects at any depth of @graph, arrays and mainEntity, looked through without recursion. Tested
// by json_ld_test.cc.

#include "page/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>
#include <vector>

#include "page/html_document.h"
#include "text/fold.h"

namespace machtin {
namespace {

using Element = simdjson::dom::element;
using Object = simdjson::dom::object;

constexpr std::size_t kMaxObjects = 10'000;
constexpr std::size_t kMaxAuthors = 100;

std::optional<std::string> clean(std::string_view text) {
  std::string result = clean_text(undo_references(text));
  if (result.empty()) return std::nullopt;
  return result;
}

std::optional<Element> member(const Object& object, std::string_view name) {
  Element found;
  if (object[name].get(found) != simdjson::SUCCESS) return std::nullopt;
  return found;
}

// A string; or of an array, the first; or of an object, its @value, name, or url.
std::optional<std::string> text_in(std::optional<Element> value, std::string_view name) {
  for (int depth = 0; value && depth < 4; ++depth) {
    std::string_view text;
    if (value->get_string().get(text) == simdjson::SUCCESS) return clean(text);
    simdjson::dom::array array;
    Object object;
    if (value->get_array().get(array) == simdjson::SUCCESS) {
      value = array.size() > 0 ? std::optional<Element>(*array.begin()) : std::nullopt;
    } else if (value->get_object().get(object) == simdjson::SUCCESS) {
      std::optional<Element> inner = member(object, name);
      value = inner ? inner : member(object, "@value");
    } else {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

void take(std::optional<std::string>& field, std::optional<std::string> value) {
  if (!field && value) field = std::move(value);
}

bool has_type(const Object& object, std::string_view ending) {
  const std::optional<Element> type = member(object, "@type");
  if (!type) return false;
  const auto fits = [&](std::string_view name) { return name.ends_with(ending); };
  std::string_view name;
  if (type->get_string().get(name) == simdjson::SUCCESS) return fits(name);
  simdjson::dom::array names;
  if (type->get_array().get(names) != simdjson::SUCCESS) return false;
  for (const Element one : names) {
    if (one.get_string().get(name) == simdjson::SUCCESS && fits(name)) return true;
  }
  return false;
}

struct Authors {
  std::vector<std::string> names = {}, ids = {};
};

// An author is a name, an object with one, the "@id" of such an object, or a list of these.
Authors authors_of(const Object& object) {
  Authors authors;
  std::optional<Element> value = member(object, "author");
  if (!value) value = member(object, "creator");
  if (!value) return authors;
  simdjson::dom::array array;
  std::vector<Element> each;
  if (value->get_array().get(array) == simdjson::SUCCESS) {
    for (const Element one : array) each.push_back(one);
  } else {
    each.push_back(*value);
  }
  const auto add = [](std::vector<std::string>& list, const std::string& one) {
    if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
  };
  for (const Element one : each) {
    if (authors.names.size() + authors.ids.size() >= kMaxAuthors) break;
    const std::optional<std::string> name = text_in(one, "name");
    if (name && name->find("://") == std::string::npos) {
      add(authors.names, *name);
      continue;
    }
    Object person;
    std::optional<std::string> id = name;
    if (one.get_object().get(person) == simdjson::SUCCESS) id = text_in(member(person, "@id"), "");
    if (id) add(authors.ids, *id);
  }
  return authors;
}

void take_authors(Authors authors, std::vector<std::string>& names, std::vector<std::string>& ids) {
  if (!names.empty() || !ids.empty()) return;
  names = std::move(authors.names);
  ids = std::move(authors.ids);
}

void take_article(const Object& object, Metadata& metadata) {
  take(metadata.title, text_in(member(object, "headline"), "name"));
  take(metadata.title, text_in(member(object, "name"), "name"));
  take(metadata.description, text_in(member(object, "description"), "name"));
  take(metadata.published, text_in(member(object, "datePublished"), "@value"));
  take(metadata.published, text_in(member(object, "dateCreated"), "@value"));
  take(metadata.published, text_in(member(object, "uploadDate"), "@value"));
  take(metadata.modified, text_in(member(object, "dateModified"), "@value"));
  take(metadata.site_name, text_in(member(object, "publisher"), "name"));
  take(metadata.image, text_in(member(object, "image"), "url"));
  take(metadata.section, text_in(member(object, "articleSection"), "name"));
  take(metadata.language, text_in(member(object, "inLanguage"), "name"));
  take(metadata.type, text_in(member(object, "@type"), "name"));
}

bool is_article(const Object& object) {
  return has_type(object, "Article") || has_type(object, "Posting") || has_type(object, "Report");
}

void take_first_article(const Object& object, JsonLd& found) {
  // The first article is the page's own; later ones are often those of its lists.
  if (found.any_article) {
    const std::optional<std::string> title = text_in(member(object, "headline"), "name");
    if (!title || !found.article_key || *found.article_key != folded_title(*title)) return;
  }
  take_article(object, found.article);
  if (!found.article_key && found.article.title)
    found.article_key = folded_title(*found.article.title);
  take_authors(authors_of(object), found.article.authors, found.article_author_ids);
  found.any_article = true;
  std::string_view body;
  if (found.article_body.empty() &&
      object["articleBody"].get_string().get(body) == simdjson::SUCCESS)
    found.article_body = std::string(body);
}

void take_page(const Object& object, JsonLd& found) {
  Metadata page;
  take_article(object, page);
  take(found.page.published, page.published);
  take(found.page.modified, page.modified);
  take(found.page.description, page.description);
  take(found.page.language, page.language);
  take(found.page.image, page.image);
  take_authors(authors_of(object), found.page.authors, found.page_author_ids);
}

// Reads one object; its members that hold further statements go on the heap of things to look at.
void look_at(const Object& object, JsonLd& found, std::vector<Element>& further) {
  if (is_article(object)) {
    take_first_article(object, found);
  } else if (has_type(object, "WebPage") || has_type(object, "VideoObject") ||
             has_type(object, "Recipe")) {
    take_page(object, found);
  } else if (has_type(object, "Organization") || has_type(object, "WebSite")) {
    take(found.page.site_name, text_in(member(object, "name"), "name"));
  }
  const std::optional<std::string> id = text_in(member(object, "@id"), "");
  if (id && (has_type(object, "Person") || has_type(object, "Organization"))) {
    if (const auto name = text_in(member(object, "name"), "name"))
      found.names.try_emplace(*id, *name);
  }
  constexpr std::array<std::string_view, 4> kHolders = {"@graph", "mainEntity", "mainEntityOfPage",
                                                        "hasPart"};
  for (const std::string_view name : kHolders) {
    if (name == "hasPart" && found.any_article) continue;
    if (const std::optional<Element> inner = member(object, name)) further.push_back(*inner);
  }
}

bool parse(simdjson::dom::parser& parser, const std::string& text, Element& root) {
  return parser.parse(text).get(root) == simdjson::SUCCESS;
}

// Whether a quotation mark before `at` ends its string: what follows goes on with the JSON.
bool closes_string(std::string_view text, std::size_t at) {
  constexpr std::string_view kSpace = " \t\r\n";
  at = text.find_first_not_of(kSpace, at);
  if (at == std::string_view::npos) return true;
  if (text[at] == ':' || text[at] == '}' || text[at] == ']') return true;
  if (text[at] != ',') return false;
  at = text.find_first_not_of(kSpace, at + 1);
  return at == std::string_view::npos ||
         std::string_view("\"{[}]-0123456789tfn").find(text[at]) != std::string_view::npos;
}

// What hand-made templates do to JSON.
std::string mend(std::string_view text) {
  std::size_t begin = text.find('{'), end = text.rfind('}');
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  // An array of objects, unless the bracket is that of "<![CDATA[".
  const std::size_t before =
      begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", begin - 1);
  const std::size_t after = text.find_first_not_of(" \t\r\n,", end + 1);
  const bool opens = before != std::string_view::npos && text[before] == '[' &&
                     !text.substr(0, before).ends_with("CDATA");
  if (opens && after != std::string_view::npos && text[after] == ']') {
    begin = before;
    end = after;
  }
  std::string result;
  bool in_string = false;
  for (std::size_t at = begin; at <= end; ++at) {
    const char c = text[at];
    if (in_string && c == '\\' && at < end) {
      const char escaped = text[++at];
      if (std::string_view("\"\\/bfnrtu").find(escaped) != std::string_view::npos) result += c;
      result += escaped;
      continue;
    }
    if (c == '"') {
      if (in_string && !closes_string(text, at + 1))
        result += '\\';
      else
        in_string = !in_string;
    }
    if (!in_string && (c == '}' || c == ']')) {
      const std::size_t last = result.find_last_not_of(" \t\r\n");
      if (last != std::string::npos && result[last] == ',') result.erase(last, 1);
    }
    result += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return result;
}

}  // namespace

void add_json_ld(std::string_view script, JsonLd& found) {
  simdjson::dom::parser parser;
  std::string text(script);
  Element root;
  if (!parse(parser, text, root)) {
    text = mend(to_nfc(script));
    if (text.empty() || !parse(parser, text, root)) return;
  }
  std::vector<Element> further = {root};
  for (; !further.empty() && found.looked < kMaxObjects; ++found.looked) {
    const Element next = further.back();
    further.pop_back();
    simdjson::dom::array array;
    Object object;
    if (next.get_array().get(array) == simdjson::SUCCESS) {
      const std::size_t first = further.size();
      for (const Element one : array) further.push_back(one);
      std::reverse(further.begin() + static_cast<std::ptrdiff_t>(first), further.end());
    } else if (next.get_object().get(object) == simdjson::SUCCESS) {
      look_at(object, found, further);
    }
  }
}

void resolve_authors(JsonLd& found) {
  const auto resolve = [&found](Metadata& metadata, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      const auto name = found.names.find(id);
      std::vector<std::string>& authors = metadata.authors;
      if (name != found.names.end() &&
          std::find(authors.begin(), authors.end(), name->second) == authors.end())
        authors.push_back(name->second);
    }
  };
  resolve(found.article, found.article_author_ids);
  resolve(found.page, found.page_author_ids);
}

}  // namespace machtin

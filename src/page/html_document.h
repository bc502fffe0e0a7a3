#pragma once
// HTML → a tree as a browser would make it, by lexbor, within a budget. Tested by
// html_document_test.cc.
//
// Three things of hostile pages are held down while the parser runs, since afterwards is too late:
// elements nested beyond any page's need (each start tag looks through all open elements),
// formatting elements left open (each paragraph makes them all anew, so a megabyte could grow to
// terabytes), and attributes by the thousand (each is compared with those before it). Attributes
// that nothing here looks at are not in the tree.

#include <lexbor/html/html.h>

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include "machtin/result.h"

namespace machtin {

struct HtmlLimits {
  std::size_t max_nodes = 1'000'000;  // more give kTooLarge
  std::size_t max_depth = 512;  // deeper elements are left out and their words kept, as in Chromium
  std::size_t max_attributes = 256;  // of one element; further ones are left out
};

class HtmlDocument {
 public:
  // utf8: kept by the document. Errors: kTooLarge. Broken HTML is no error.
  static Result<HtmlDocument> parse(std::string utf8, const HtmlLimits& limits = {});

  // Good as long as the document.
  const lxb_dom_node_t* root() const;
  const lxb_dom_node_t* head() const;
  const lxb_dom_node_t* body() const;

  // What stands in a <script>; empty for other elements. It is no text node: most scripts are never
  // looked at, so they are passed over, not copied.
  std::string_view script(const lxb_dom_node_t* element) const;

 private:
  struct Destroy {
    void operator()(lxb_html_document_t* document) const { lxb_html_document_destroy(document); }
  };
  std::unique_ptr<const std::string> source_;  // stays where it is when the document is moved
  std::deque<std::string_view> scripts_ = {};  // into it; their elements point to them
  std::unique_ptr<lxb_html_document_t, Destroy> document_;
};

// An element's attribute; empty where it has none. Names are lower case.
std::string_view attribute(const lxb_dom_node_t* element, std::string_view name);
bool has_attribute(const lxb_dom_node_t* element, std::string_view name);
inline bool is_element(const lxb_dom_node_t* node) {
  return node->type == LXB_DOM_NODE_TYPE_ELEMENT;
}
// "S&#7889; nh&agrave;" → "Số nhà": publishers' systems escape twice. Text without references is
// given back as it is.
std::string undo_references(std::string_view text);
// The words of a text node; empty for others.
std::string_view text_of(const lxb_dom_node_t* node);
// The node after this one in document order, inside `top`; children are passed over if `inside` is
// false.
const lxb_dom_node_t* next_node(const lxb_dom_node_t* node, const lxb_dom_node_t* top,
                                bool inside = true);

}  // namespace machtin

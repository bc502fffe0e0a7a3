// The tokens go through a gate before the tree is built of them. Tested by html_document_test.cc.

#include "page/html_document.h"

#include <lexbor/dom/interfaces/character_data.h>
#include <lexbor/html/parser.h>
#include <lexbor/html/tokenizer.h>
#include <lexbor/html/tree.h>

#include <algorithm>
#include <string>
#include <vector>

namespace machtin {
namespace {

// Pages leave a dozen open at worst; lexbor makes all of them anew for each block that follows.
constexpr std::size_t kMaxOpenFormatting = 256;

struct Gate {
  lxb_html_tokenizer_token_f pass_on = nullptr;
  lxb_html_tree_t* tree = nullptr;
  HtmlLimits limits = {};
  std::size_t nodes = 0;
  std::size_t left_out = 0;                 // start tags whose end tags must be left out too
  std::vector<lxb_tag_id_t> svg_open = {};  // a drawing and what is open in it: none of it is built
  std::size_t foreign_objects = 0;          // of those
  bool too_large = false;
};

// Start tags that end a drawing that was not closed (HTML Standard 13.2.6.5).
bool breaks_out_of_svg(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_B:
    case LXB_TAG_BIG:
    case LXB_TAG_BLOCKQUOTE:
    case LXB_TAG_BODY:
    case LXB_TAG_BR:
    case LXB_TAG_CENTER:
    case LXB_TAG_CODE:
    case LXB_TAG_DD:
    case LXB_TAG_DIV:
    case LXB_TAG_DL:
    case LXB_TAG_DT:
    case LXB_TAG_EM:
    case LXB_TAG_EMBED:
    case LXB_TAG_H1:
    case LXB_TAG_H2:
    case LXB_TAG_H3:
    case LXB_TAG_H4:
    case LXB_TAG_H5:
    case LXB_TAG_H6:
    case LXB_TAG_HEAD:
    case LXB_TAG_HR:
    case LXB_TAG_I:
    case LXB_TAG_IMG:
    case LXB_TAG_LI:
    case LXB_TAG_LISTING:
    case LXB_TAG_MENU:
    case LXB_TAG_META:
    case LXB_TAG_NOBR:
    case LXB_TAG_OL:
    case LXB_TAG_P:
    case LXB_TAG_PRE:
    case LXB_TAG_RUBY:
    case LXB_TAG_S:
    case LXB_TAG_SMALL:
    case LXB_TAG_SPAN:
    case LXB_TAG_STRIKE:
    case LXB_TAG_STRONG:
    case LXB_TAG_SUB:
    case LXB_TAG_SUP:
    case LXB_TAG_TABLE:
    case LXB_TAG_TT:
    case LXB_TAG_U:
    case LXB_TAG_UL:
    case LXB_TAG_VAR:
    case LXB_TAG__END_OF_FILE:
      return true;
    default:
      return false;
  }
}

// An end tag inside a drawing: closes what it names, and what is open in that; one that names
// nothing in it ends the drawing. Whether it did not.
bool closes_in_svg(Gate& gate, lxb_tag_id_t tag) {
  std::vector<lxb_tag_id_t>& open = gate.svg_open;
  const auto named = std::find(open.rbegin(), open.rend(), tag);
  const bool inside = named != open.rend();
  const auto from = inside ? named.base() - 1 : open.begin();
  gate.foreign_objects -=
      static_cast<std::size_t>(std::count(from, open.end(), LXB_TAG_FOREIGNOBJECT));
  open.erase(from, open.end());
  return inside;
}

// Whether a token belongs to a drawing, which holds no words of the page.
bool is_in_svg(Gate& gate, const lxb_html_token_t& token) {
  const bool closes = (token.type & LXB_HTML_TOKEN_TYPE_CLOSE) != 0;
  const bool empty = (token.type & LXB_HTML_TOKEN_TYPE_CLOSE_SELF) != 0;
  if (gate.svg_open.empty()) {
    const bool begins = token.tag_id == LXB_TAG_SVG && !closes;
    if (begins && !empty) gate.svg_open.push_back(LXB_TAG_SVG);
    return begins;
  }
  if (token.tag_id == LXB_TAG__TEXT || token.tag_id == LXB_TAG__EM_COMMENT) return true;
  if (closes) return closes_in_svg(gate, token.tag_id);
  if (breaks_out_of_svg(token.tag_id) &&
      (gate.foreign_objects == 0 || token.tag_id == LXB_TAG__END_OF_FILE)) {
    gate.svg_open.clear();
    gate.foreign_objects = 0;
    return false;
  }
  if (empty) return true;
  gate.svg_open.push_back(token.tag_id);
  gate.foreign_objects += token.tag_id == LXB_TAG_FOREIGNOBJECT ? 1u : 0u;
  return true;
}

// What no reader sees and nothing looks at: comments, style sheets, drawings.
bool is_not_built(Gate& gate, const lxb_html_token_t& token) {
  if (is_in_svg(gate, token) || token.tag_id == LXB_TAG__EM_COMMENT) return true;
  if (token.tag_id != LXB_TAG__TEXT) return false;
  const std::size_t depth = lexbor_array_length(gate.tree->open_elements);
  return depth > 0 && lxb_html_tree_current_node(gate.tree)->local_name == LXB_TAG_STYLE;
}

// Elements that hold no words of their own kind: what may be left out without changing how the rest
// is read.
bool is_plain_container(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_DIV:
    case LXB_TAG_SPAN:
    case LXB_TAG_SECTION:
    case LXB_TAG_ARTICLE:
    case LXB_TAG_UL:
    case LXB_TAG_OL:
    case LXB_TAG_LI:
    case LXB_TAG_DL:
    case LXB_TAG_DD:
    case LXB_TAG_BLOCKQUOTE:
    case LXB_TAG_B:
    case LXB_TAG_I:
    case LXB_TAG_EM:
    case LXB_TAG_STRONG:
    case LXB_TAG_FONT:
    case LXB_TAG_U:
    case LXB_TAG_SMALL:
    case LXB_TAG_BIG:
    case LXB_TAG_A:
    case LXB_TAG_CENTER:
    case LXB_TAG_TABLE:
    case LXB_TAG_TBODY:
    case LXB_TAG_TR:
    case LXB_TAG_TD:
    case LXB_TAG_FORM:
    case LXB_TAG_MAIN:
    case LXB_TAG_HEADER:
    case LXB_TAG_FOOTER:
    case LXB_TAG_ASIDE:
    case LXB_TAG_NAV:
    case LXB_TAG_FIGURE:
    case LXB_TAG_LABEL:
    case LXB_TAG_BUTTON:
    case LXB_TAG_FIELDSET:
    case LXB_TAG__UNDEF:
      return true;
    default:
      return tag >= LXB_TAG__LAST_ENTRY;  // <x-card> and the like
  }
}

// Leaves the first `most` attributes of a start tag.
void cut_attributes(lxb_html_token_t* token, std::size_t most) {
  lxb_html_token_attr_t* at = token->attr_first;
  for (std::size_t i = 1; i < most && at != nullptr; ++i) at = at->next;
  if (at == nullptr || at->next == nullptr) return;
  at->next = nullptr;  // the tokenizer owns them all and frees them with itself
  token->attr_last = at;
}

lxb_html_token_t* gate_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token,
                             void* context) {
  Gate& gate = *static_cast<Gate*>(context);
  if (is_not_built(gate, *token)) return token;
  const std::size_t depth = lexbor_array_length(gate.tree->open_elements);
  const bool closes = (token->type & LXB_HTML_TOKEN_TYPE_CLOSE) != 0;
  if (is_plain_container(token->tag_id)) {
    if (!closes && depth >= gate.limits.max_depth) {
      ++gate.left_out;
      return token;
    }
    if (closes && gate.left_out > 0) {
      --gate.left_out;
      return token;
    }
  }
  cut_attributes(token, gate.limits.max_attributes);
  gate.nodes += closes ? 0u : 1u + lexbor_array_length(gate.tree->active_formatting) / 8;
  // An unknown depth of elements that may not be left out (<p><object><object>…) is as hostile as
  // too many nodes.
  gate.too_large = gate.too_large || gate.nodes > gate.limits.max_nodes ||
                   depth > 4 * gate.limits.max_depth ||
                   lexbor_array_length(gate.tree->active_formatting) > kMaxOpenFormatting;
  if (gate.too_large && token->tag_id != LXB_TAG__END_OF_FILE) {
    lxb_html_tokenizer_status_set(tokenizer, LXB_STATUS_STOP);
    return nullptr;
  }
  return gate.pass_on(tokenizer, token, gate.tree);
}

}  // namespace

namespace {

// lexbor keeps each name once, in a table of few places: by the hundred thousand they make it slow.
// A page has some hundred; they are counted after each chunk.
constexpr std::size_t kMostNames = 20'000;
constexpr std::size_t kChunkBytes = 256u << 10;

std::size_t names_in(const lxb_html_document_t& document) {
  const auto count = [](const lexbor_hash_t* names) {
    return names == nullptr ? std::size_t{0} : lexbor_dobject_allocated(names->entries);
  };
  return count(document.dom_document.attrs) + count(document.dom_document.tags);
}

}  // namespace

Result<HtmlDocument> HtmlDocument::parse(std::string_view utf8, const HtmlLimits& limits) {
  HtmlDocument html;
  html.document_.reset(lxb_html_document_create());
  lxb_html_document_t* const document = html.document_.get();
  if (document == nullptr || lxb_html_document_parse_chunk_begin(document) != LXB_STATUS_OK)
    return Error{ErrorKind::kTooLarge, "no memory to parse it"};
  lxb_html_parser_t* const parser = static_cast<lxb_html_parser_t*>(document->dom_document.parser);
  lxb_html_tokenizer_t* const tokenizer = lxb_html_parser_tokenizer(parser);
  Gate gate{tokenizer->callback_token_done, lxb_html_parser_tree(parser), limits};
  lxb_html_tokenizer_callback_token_done_set(tokenizer, gate_token, &gate);
  lxb_status_t status = LXB_STATUS_OK;
  for (std::size_t at = 0; at < utf8.size() && status == LXB_STATUS_OK; at += kChunkBytes) {
    const std::string_view chunk = utf8.substr(at, kChunkBytes);
    status = lxb_html_document_parse_chunk(
        document, reinterpret_cast<const lxb_char_t*>(chunk.data()), chunk.size());
    if (gate.too_large) return Error{ErrorKind::kTooLarge, "too many elements"};
    if (names_in(*document) > kMostNames)
      return Error{ErrorKind::kTooLarge, "too many names of elements or attributes"};
  }
  if (status != LXB_STATUS_OK || lxb_html_document_parse_chunk_end(document) != LXB_STATUS_OK)
    return Error{ErrorKind::kTooLarge, "no memory to parse it"};
  return html;
}

const lxb_dom_node_t* HtmlDocument::root() const { return lxb_dom_interface_node(document_.get()); }

const lxb_dom_node_t* HtmlDocument::head() const {
  return lxb_dom_interface_node(lxb_html_document_head_element(document_.get()));
}

const lxb_dom_node_t* HtmlDocument::body() const {
  return lxb_dom_interface_node(lxb_html_document_body_element(document_.get()));
}

std::string_view attribute(const lxb_dom_node_t* element, std::string_view name) {
  const auto* const whole = reinterpret_cast<const lxb_dom_element_t*>(element);
  for (lxb_dom_attr_t* at = whole->first_attr; at != nullptr; at = at->next) {
    std::size_t size = 0;
    const lxb_char_t* const found = lxb_dom_attr_qualified_name(at, &size);
    if (size != name.size() ||
        !std::equal(name.begin(), name.end(), reinterpret_cast<const char*>(found)))
      continue;
    const lxb_char_t* const value = lxb_dom_attr_value(at, &size);
    return value == nullptr ? std::string_view()
                            : std::string_view(reinterpret_cast<const char*>(value), size);
  }
  return {};
}

bool has_attribute(const lxb_dom_node_t* element, std::string_view name) {
  auto* const whole = reinterpret_cast<lxb_dom_element_t*>(const_cast<lxb_dom_node_t*>(element));
  return lxb_dom_element_has_attribute(whole, reinterpret_cast<const lxb_char_t*>(name.data()),
                                       name.size());
}

std::string undo_references(std::string_view text) {
  constexpr std::size_t kMaxBytes = 64u << 10;
  const std::size_t ampersand = text.find('&');
  const bool some =
      ampersand != std::string_view::npos && text.find(';', ampersand) != std::string_view::npos;
  if (!some || text.size() > kMaxBytes) return std::string(text);
  // The parser knows all 2231 of them; in a <textarea> nothing but references means anything.
  std::string page = "<textarea>\n";
  page += text;
  const Result<HtmlDocument> html = HtmlDocument::parse(page);
  if (!html || html->body() == nullptr || html->body()->first_child == nullptr)
    return std::string(text);
  const lxb_dom_node_t* const words = html->body()->first_child->first_child;
  return words == nullptr ? std::string(text) : std::string(text_of(words));
}

std::string_view text_of(const lxb_dom_node_t* node) {
  if (node->type != LXB_DOM_NODE_TYPE_TEXT && node->type != LXB_DOM_NODE_TYPE_CDATA_SECTION)
    return {};
  const lexbor_str_t& text = reinterpret_cast<const lxb_dom_character_data_t*>(node)->data;
  return {reinterpret_cast<const char*>(text.data), text.length};
}

const lxb_dom_node_t* next_node(const lxb_dom_node_t* node, const lxb_dom_node_t* top,
                                bool inside) {
  if (inside && node->first_child != nullptr) return node->first_child;
  while (node != nullptr && node != top && node->next == nullptr) node = node->parent;
  return node == nullptr || node == top ? nullptr : node->next;
}

}  // namespace machtin

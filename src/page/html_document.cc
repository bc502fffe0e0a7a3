// The tokens go through a gate before the tree is built of them. Tested by html_document_test.cc.

#include "page/html_document.h"

#include <lexbor/dom/interfaces/character_data.h>
#include <lexbor/html/parser.h>
#include <lexbor/html/tokenizer.h>
#include <lexbor/html/tokenizer/state_rawtext.h>
#include <lexbor/html/tokenizer/state_script.h>
#include <lexbor/html/tree.h>

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "page/text_role.h"
#include "text/utf8.h"

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
  bool after_line = false;                  // the last tag parts lines
  bool too_large = false;
  std::string_view source = {};
  std::size_t resume = 0;  // where the next chunk begins, if not where this one ends
  std::deque<std::string_view> scripts = {};

  std::size_t offset_of(const lxb_char_t* data) const {
    return static_cast<std::size_t>(reinterpret_cast<const char*>(data) - source.data());
  }
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

// The attributes that anything here looks at; the rest, most of them, need no place in the tree.
// That formatting elements which differ in nothing else are held for alike then (HTML Standard
// 13.2.4.3) is no loss.
bool is_looked_at(const lxb_dom_attr_data_t& name) {
  switch (name.attr_id) {
    case LXB_DOM_ATTR_CLASS:
    case LXB_DOM_ATTR_CONTENT:
    case LXB_DOM_ATTR_HREF:
    case LXB_DOM_ATTR_HTTP_EQUIV:
    case LXB_DOM_ATTR_ID:
    case LXB_DOM_ATTR_LANG:
    case LXB_DOM_ATTR_REL:
    case LXB_DOM_ATTR_SRC:
    case LXB_DOM_ATTR_STYLE:
    case LXB_DOM_ATTR_TITLE:
    case LXB_DOM_ATTR_TYPE:
      return true;
    default:
      break;
  }
  if (name.attr_id < LXB_DOM_ATTR__LAST_ENTRY) return false;
  // Those that lexbor has no number for.
  constexpr std::array<std::string_view, 13> kNames = {
      "name",          "role",        "hidden",       "srcset",   "pubdate",
      "itemprop",      "property",    "datetime",     "data-src", "aria-hidden",
      "data-original", "data-srcset", "data-lazy-src"};
  const std::string_view own(reinterpret_cast<const char*>(lexbor_hash_entry_str(&name.entry)),
                             name.entry.length);
  return std::find(kNames.begin(), kNames.end(), own) != kNames.end();
}

void leave_out_attributes(lxb_html_token_t* token) {
  for (lxb_html_token_attr_t* at = token->attr_first; at != nullptr; at = at->next) {
    if (at->name != nullptr && is_looked_at(*at->name)) continue;
    (at->prev == nullptr ? token->attr_first : at->prev->next) = at->next;
    (at->next == nullptr ? token->attr_last : at->next->prev) = at->prev;
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

// White space beside elements that part text is seen by nobody. <html> and <body> are open already
// where their tags stand amid the text.
bool parts_lines(lxb_tag_id_t tag) {
  if (tag == LXB_TAG_HTML || tag == LXB_TAG_BODY) return false;
  const TextRole role = text_role(tag);
  return role == TextRole::kBlock || role == TextRole::kBreak;
}

bool is_blank(const lxb_html_token_t& text) {
  return std::all_of(text.text_start, text.text_end, [](lxb_char_t c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  });
}

bool equal_but_for_case(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(),
                    [](char a, char b) { return ascii_lower(a) == b; });
}

// Where the end tag of an element begins whose content is no markup; npos if it isn't here.
std::size_t find_end_tag(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find("</"); at != std::string_view::npos;
       at = text.find("</", at + 2)) {
    const std::size_t end = at + 2 + name.size();
    if (end < text.size() && equal_but_for_case(text.substr(at + 2, name.size()), name) &&
        std::string_view(" \t\n\f\r/>").find(text[end]) != std::string_view::npos)
      return at;
  }
  return std::string_view::npos;
}

bool has_script_tag(std::string_view text) {
  constexpr std::string_view kTag = "<script";
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (equal_but_for_case(text.substr(at, kTag.size()), kTag)) return true;
  }
  return false;
}

// States of the tokenizer, in place of its own for what stands in <script> and <style>: they go to
// the end tag in one step, wherever it is. A script with "<!--" and "<script" in it (HTML Standard
// 13.2.5.20 to .31), or without an end, is left to the tokenizer.
const lxb_char_t* go_to_end_tag(Gate& gate, std::size_t size, const lxb_char_t* data,
                                const lxb_char_t* end) {
  if (size <= static_cast<std::size_t>(end - data)) return data + size;
  gate.resume = gate.offset_of(data) + size;
  return end;
}

const lxb_char_t* pass_script(lxb_html_tokenizer_t* tokenizer, const lxb_char_t* data,
                              const lxb_char_t* end) {
  Gate& gate = *static_cast<Gate*>(tokenizer->callback_token_ctx);
  tokenizer->state = lxb_html_tokenizer_state_script_data_before;
  if (tokenizer->is_eof) return data;  // lexbor's own end, no part of the source
  const std::string_view rest = gate.source.substr(gate.offset_of(data));
  const std::size_t size = find_end_tag(rest, "script");
  if (size == std::string_view::npos) return data;
  const std::string_view script = rest.substr(0, size);
  const std::size_t comment = script.find("<!--");
  if (comment != std::string_view::npos && has_script_tag(script.substr(comment))) return data;
  gate.scripts.push_back(script);
  lxb_html_tree_current_node(gate.tree)->user = &gate.scripts.back();
  return go_to_end_tag(gate, size, data, end);
}

const lxb_char_t* pass_style(lxb_html_tokenizer_t* tokenizer, const lxb_char_t* data,
                             const lxb_char_t* end) {
  Gate& gate = *static_cast<Gate*>(tokenizer->callback_token_ctx);
  tokenizer->state = lxb_html_tokenizer_state_rawtext_before;
  if (tokenizer->is_eof) return data;
  const std::size_t size = find_end_tag(gate.source.substr(gate.offset_of(data)), "style");
  return size == std::string_view::npos ? data : go_to_end_tag(gate, size, data, end);
}

// Whether a tag was no stray one that the tree left out. depth: of open elements before it.
bool took_effect(const Gate& gate, lxb_tag_id_t tag, bool closes, std::size_t depth) {
  if (closes) return lexbor_array_length(gate.tree->open_elements) < depth;
  return tag == LXB_TAG_BR || lxb_html_tree_current_node(gate.tree)->local_name == tag;
}

lxb_html_token_t* gate_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token,
                             void* context) {
  Gate& gate = *static_cast<Gate*>(context);
  if (is_not_built(gate, *token)) return token;
  if (token->tag_id == LXB_TAG__TEXT && gate.after_line && is_blank(*token)) return token;
  gate.after_line = false;
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
  if (token->tag_id != LXB_TAG__EM_DOCTYPE) leave_out_attributes(token);  // they are its name
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
  const lxb_tag_id_t tag = token->tag_id;
  lxb_html_token_t* const next = gate.pass_on(tokenizer, token, gate.tree);
  gate.after_line = parts_lines(tag) && took_effect(gate, tag, closes, depth);
  if (tag == LXB_TAG_SCRIPT && tokenizer->state == lxb_html_tokenizer_state_script_data_before)
    tokenizer->state = pass_script;
  if (tag == LXB_TAG_STYLE && tokenizer->state == lxb_html_tokenizer_state_rawtext_before)
    tokenizer->state = pass_style;
  return next;
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

Result<HtmlDocument> HtmlDocument::parse(std::string whole, const HtmlLimits& limits) {
  HtmlDocument html;
  html.source_ = std::make_unique<const std::string>(std::move(whole));
  const std::string_view utf8 = *html.source_;
  html.document_.reset(lxb_html_document_create());
  lxb_html_document_t* const document = html.document_.get();
  if (document == nullptr || lxb_html_document_parse_chunk_begin(document) != LXB_STATUS_OK)
    return Error{ErrorKind::kTooLarge, "no memory to parse it"};
  lxb_html_parser_t* const parser = static_cast<lxb_html_parser_t*>(document->dom_document.parser);
  lxb_html_tokenizer_t* const tokenizer = lxb_html_parser_tokenizer(parser);
  Gate gate{tokenizer->callback_token_done, lxb_html_parser_tree(parser), limits};
  gate.source = utf8;
  lxb_html_tokenizer_callback_token_done_set(tokenizer, gate_token, &gate);
  lxb_status_t status = LXB_STATUS_OK;
  for (std::size_t at = 0; at < utf8.size() && status == LXB_STATUS_OK;
       at = std::max(at + kChunkBytes, gate.resume)) {
    const std::string_view chunk = utf8.substr(at, kChunkBytes);
    status = lxb_html_document_parse_chunk(
        document, reinterpret_cast<const lxb_char_t*>(chunk.data()), chunk.size());
    if (gate.too_large) return Error{ErrorKind::kTooLarge, "too many elements"};
    if (names_in(*document) > kMostNames)
      return Error{ErrorKind::kTooLarge, "too many names of elements or attributes"};
  }
  if (status != LXB_STATUS_OK || lxb_html_document_parse_chunk_end(document) != LXB_STATUS_OK)
    return Error{ErrorKind::kTooLarge, "no memory to parse it"};
  html.scripts_ = std::move(gate.scripts);
  return html;
}

const lxb_dom_node_t* HtmlDocument::root() const { return lxb_dom_interface_node(document_.get()); }

const lxb_dom_node_t* HtmlDocument::head() const {
  return lxb_dom_interface_node(lxb_html_document_head_element(document_.get()));
}

const lxb_dom_node_t* HtmlDocument::body() const {
  return lxb_dom_interface_node(lxb_html_document_body_element(document_.get()));
}

std::string_view HtmlDocument::script(const lxb_dom_node_t* element) const {
  if (element->local_name != LXB_TAG_SCRIPT) return {};
  if (element->user != nullptr) return *static_cast<const std::string_view*>(element->user);
  return element->first_child == nullptr ? std::string_view() : text_of(element->first_child);
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
  const Result<HtmlDocument> html = HtmlDocument::parse(std::move(page));
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

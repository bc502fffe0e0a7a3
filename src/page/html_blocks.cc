// A walk over the tree without recursion: elements that part text flush what was gathered. Inline
// elements do not, unless their class gives them a part of their own (a date in a <span>) and they
// stand in no paragraph. Tested by html_blocks_test.cc.

#include "page/html_blocks.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>
#include <utility>

#include "page/text_role.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace machtin {
namespace {

int heading_level(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_H1:
      return 1;
    case LXB_TAG_H2:
      return 2;
    case LXB_TAG_H3:
      return 3;
    case LXB_TAG_H4:
      return 4;
    case LXB_TAG_H5:
      return 5;
    case LXB_TAG_H6:
      return 6;
    default:
      return 0;
  }
}

std::string_view value_of(lxb_dom_attr_t* attribute) {
  if (attribute == nullptr) return {};
  std::size_t size = 0;
  const auto* const bytes = reinterpret_cast<const char*>(lxb_dom_attr_value(attribute, &size));
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, size);
}

// The attributes that count, gathered in one pass over an element's list; null where it has none.
struct Attributes {
  lxb_dom_attr_t *names = nullptr, *id = nullptr, *style = nullptr, *role = nullptr,
                 *itemprop = nullptr, *rel = nullptr, *href = nullptr, *aria_hidden = nullptr,
                 *hidden = nullptr;

  // Where an attribute of this name is kept; null if it does not count.
  lxb_dom_attr_t** place_of(const lxb_dom_attr_t* attribute) {
    switch (attribute->node.local_name) {
      case LXB_DOM_ATTR_CLASS:
        return &names;
      case LXB_DOM_ATTR_ID:
        return &id;
      case LXB_DOM_ATTR_STYLE:
        return &style;
      case LXB_DOM_ATTR_REL:
        return &rel;
      case LXB_DOM_ATTR_HREF:
        return &href;
      default:
        // lexbor has no number for the others.
        return attribute->node.local_name < LXB_DOM_ATTR__LAST_ENTRY ? nullptr
                                                                     : place_by_name(attribute);
    }
  }

 private:
  lxb_dom_attr_t** place_by_name(const lxb_dom_attr_t* attribute) {
    std::size_t size = 0;
    const auto* const bytes =
        reinterpret_cast<const char*>(lxb_dom_attr_qualified_name(attribute, &size));
    const std::string_view name(bytes, size);
    if (name == "role") return &role;
    if (name == "itemprop") return &itemprop;
    if (name == "aria-hidden") return &aria_hidden;
    return name == "hidden" ? &hidden : nullptr;
  }
};

Attributes attributes_of(const lxb_dom_node_t* node) {
  Attributes found;
  const auto* const element = reinterpret_cast<const lxb_dom_element_t*>(node);
  for (lxb_dom_attr_t* at = element->first_attr; at != nullptr; at = at->next) {
    if (lxb_dom_attr_t** const place = found.place_of(at)) *place = at;
  }
  return found;
}

bool style_hides(std::string_view style) {
  if (style.find(':') == std::string_view::npos) return false;
  std::string plain;
  for (const char c : style) {
    if (c != ' ') plain += ascii_lower(c);
  }
  return plain.find("display:none") != std::string::npos ||
         plain.find("visibility:hidden") != std::string::npos;
}

// Pictures whose address stands in another attribute until a reader scrolls to them.
std::string_view image_address(const lxb_dom_node_t* image) {
  for (const std::string_view name :
       {"data-src", "data-original", "data-lazy-src", "data-srcset", "src", "srcset"}) {
    std::string_view value = attribute(image, name);
    if (name.ends_with("srcset")) value = value.substr(0, value.find_first_of(" ,"));
    if (!value.empty() && !value.starts_with("data:")) return value;
  }
  return {};
}

constexpr std::size_t kTitleLetters = 25, kShortTitleLetters = 14, kTitleWords = 5;

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

// Text between two line breaks, as it is gathered.
struct Segment {
  std::string raw = {};
  std::size_t letters = 0, link_letters = 0, bold_letters = 0, italic_letters = 0;
  std::uint32_t links = 0;
  std::size_t superscript = std::string::npos;  // where in raw an open <sup> began
  std::string_view href = {};  // the link with the most letters; a view into the document
  std::size_t href_letters = 0;
  bool behind_label = false;  // begins with a link right behind bold words

  // A line in bold alone is a heading, whatever its element is called.
  bool is_bold() const { return bold_letters == letters; }
  // Long enough for a headline, and a link as a whole.
  bool is_title_link() const {
    if (link_letters != letters || letters < kShortTitleLetters) return false;
    return letters >= kTitleLetters || (links == 1 && words_in(raw) >= kTitleWords);
  }

  void count(const Segment& other) {
    letters += other.letters;
    link_letters += other.link_letters;
    bold_letters += other.bold_letters;
    italic_letters += other.italic_letters;
    links += other.links;
    if (other.href_letters > href_letters) {
      href = other.href;
      href_letters = other.href_letters;
    }
  }
};

// "10<sup>3</sup>" is "10³": digits and signs have letters of their own in Unicode. Ordinals
// ("4<sup>th</sup>") read as they are, and so does what is no exponent.
constexpr std::string_view kSuperscripts[] = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                              "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
constexpr std::size_t kLongestExponent = 6;  // bytes

std::string superscript_of(std::string_view text) {
  std::string raised;
  bool digits = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value >= '0' && c.value <= '9') {
      raised += kSuperscripts[c.value - '0'];
      digits = true;
    } else if (c.value == '+') {
      raised += "\u207A";
    } else if (c.value == '-' || c.value == U'\u2212' || c.value == U'\u2013') {
      raised += "\u207B";
    } else {
      return {};
    }
    at = c.next;
  }
  return digits ? raised : std::string();
}

bool ends_sentence(std::string_view text) {
  if (text.empty()) return false;
  const char32_t last = code_point_before(text, text.size()).value;
  return last == '.' || last == '!' || last == '?' || last == ':' || last == U'…' || last == '"' ||
         last == U'”' || last == ')' || last == ';' || last == U'»';
}

class Walk {
 public:
  Walk(const LayoutTables& layouts, UrlResolver& urls, bool hidden)
      : layouts_(layouts), urls_(urls), hidden_(hidden) {}

  HtmlBlocks run(const lxb_dom_node_t* body) {
    for (const lxb_dom_node_t* node = body; node != nullptr;) {
      const bool inside = enter(node, node == body);
      if (inside && node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      if (inside) leave(node);
      while (node != body && node->next == nullptr) {
        node = node->parent;
        leave(node);
      }
      node = node == body ? nullptr : node->next;
    }
    flush();
    for (PageElement& element : page_.elements) {
      if (element.end_block < element.first_block) element.end_block = element.first_block;
    }
    return std::move(page_);
  }

 private:
  struct Frame {
    const lxb_dom_node_t* node = nullptr;
    std::int32_t element_before = -1;
    std::string_view link_before = {};
    std::size_t letters_before = 0;
    bool block = false, in_text_before = false;
    BlockTag tag_before = BlockTag::kOther;
    int level_before = 0;
  };

  // Returns whether the walk goes inside (and leave() will be called).
  bool enter(const lxb_dom_node_t* node, bool is_body) {
    if (!is_element(node)) {
      const std::string_view text = text_of(node);
      if (!text.empty()) take_text(text);
      return false;
    }
    const lxb_tag_id_t tag = node->local_name;
    TextRole role = text_role(tag);
    if (tag == LXB_TAG_NOSCRIPT && hidden_) role = TextRole::kBlock;
    if (role == TextRole::kUnseen) return false;
    if (role == TextRole::kBreak) {
      segments_.emplace_back();
      return false;
    }
    if (tag == LXB_TAG_IMG) {
      take_image(node);
      return false;
    }
    const Attributes found = attributes_of(node);
    const LayoutHint by_class = is_body ? LayoutHint{} : hint_of_names(found);
    if (!is_body && !hidden_ && is_hidden(found, by_class)) {
      if (role == TextRole::kBlock && !segments_.empty()) segments_.back().raw += ' ';
      return false;
    }
    const BlockHint hint =
        by_class.hint != BlockHint::kNone ? by_class.hint : hint_of_element(node);
    if (role == TextRole::kInline && hint != BlockHint::kNone && !in_text_) role = TextRole::kBlock;
    if (tag == LXB_TAG_A && !segments_.empty()) {
      if (last_was_link_) part_links();
      if (last_was_bold_) part_label();
    }
    open(node, tag, role == TextRole::kBlock, hint, found);
    return true;
  }

  // <b> and <i> by any name: +1 when we go in, -1 when we come out.
  void count_emphasis(lxb_tag_id_t tag, int step) {
    if (tag == LXB_TAG_B || tag == LXB_TAG_STRONG) bold_ += step;
    if (tag == LXB_TAG_I || tag == LXB_TAG_EM) italic_ += step;
  }

  // Links side by side outside of paragraphs: labels make one line, titles one each.
  void part_links() {
    if (segments_.back().is_title_link() && !in_text_) {
      segments_.emplace_back();
    } else {
      segments_.back().raw += ' ';
    }
  }

  // "<strong>Label</strong><a>title</a>" outside of paragraphs is two lines to a reader.
  void part_label() {
    if (in_text_ || !segments_.back().is_bold() || segments_.back().letters == 0) return;
    segments_.emplace_back();
    segments_.back().behind_label = true;
  }

  void open(const lxb_dom_node_t* node, lxb_tag_id_t tag, bool block, BlockHint hint,
            const Attributes& found) {
    if (block) flush();
    const Frame frame{node,  element_, link_, segments_.empty() ? 0 : segments_.back().letters,
                      block, in_text_, tag_,  level_};
    if (block) {
      PageElement element{element_, static_cast<std::uint32_t>(page_.blocks.size()),
                          0,        static_cast<std::uint32_t>(tag),
                          hint,     0};
      element.signature = std::hash<std::string_view>()(value_of(found.names)) * 31 + tag;
      element_ = static_cast<std::int32_t>(page_.elements.size());
      page_.elements.push_back(element);
      set_tag(tag);
    }
    if (tag == LXB_TAG_A) {
      const std::string_view address = value_of(found.href);
      link_ = address.empty() ? std::string_view("#") : address;
    }
    if (tag == LXB_TAG_TIME) take_time(node);
    if (tag == LXB_TAG_SUP && !segments_.empty())
      segments_.back().superscript = segments_.back().raw.size();
    count_emphasis(tag, 1);
    frames_.push_back(frame);
  }

  // What a block inside this element is. Paragraphs inside list items, cells and the like stay what
  // the outer says.
  void set_tag(lxb_tag_id_t tag) {
    const int level = heading_level(tag);
    in_text_ =
        in_text_ || level > 0 || tag == LXB_TAG_P || tag == LXB_TAG_LI || tag == LXB_TAG_BLOCKQUOTE;
    if (level > 0) {
      level_ = level;
      tag_ = BlockTag::kHeading;
      return;
    }
    switch (tag) {
      case LXB_TAG_LI:
      case LXB_TAG_DT:
      case LXB_TAG_DD:
        tag_ = BlockTag::kListItem;
        break;
      case LXB_TAG_TD:
      case LXB_TAG_TH:
        tag_ = BlockTag::kTableCell;
        in_text_ = false;
        break;
      case LXB_TAG_FIGCAPTION:
      case LXB_TAG_CAPTION:
        tag_ = BlockTag::kCaption;
        break;
      case LXB_TAG_BLOCKQUOTE:
        tag_ = BlockTag::kQuote;
        break;
      case LXB_TAG_TIME:
        tag_ = BlockTag::kTime;
        break;
      case LXB_TAG_P:
      case LXB_TAG_PRE:
        if (tag_ == BlockTag::kOther) tag_ = BlockTag::kParagraph;
        break;
      // A new part of the page: what the list item or cell around it was says nothing of it any
      // more.
      case LXB_TAG_ARTICLE:
      case LXB_TAG_SECTION:
      case LXB_TAG_MAIN:
        tag_ = BlockTag::kOther;
        in_text_ = false;
        break;
      default:
        break;
    }
  }

  void leave(const lxb_dom_node_t* node) {
    if (frames_.empty() || frames_.back().node != node) return;
    const Frame frame = frames_.back();
    frames_.pop_back();
    if (frame.block) {
      flush();
      page_.elements[static_cast<std::size_t>(element_)].end_block =
          static_cast<std::uint32_t>(page_.blocks.size());
    }
    element_ = frame.element_before;
    tag_ = frame.tag_before;
    level_ = frame.level_before;
    in_text_ = frame.in_text_before;
    count_emphasis(node->local_name, -1);
    if (node->local_name == LXB_TAG_SUP) raise_superscript();
    after_stamp_ = !frame.block && is_stamp(node->local_name) && !segments_.empty() &&
                   segments_.back().letters >= frame.letters_before + kStampLetters;
    last_was_link_ = node->local_name == LXB_TAG_A;
    last_was_bold_ = node->local_name == LXB_TAG_B || node->local_name == LXB_TAG_STRONG;
    link_ = frame.link_before;
  }

  // The digits of a <sup> that closes, raised.
  void raise_superscript() {
    if (segments_.empty()) return;
    Segment& segment = segments_.back();
    const std::size_t from = std::exchange(segment.superscript, std::string::npos);
    if (from >= segment.raw.size() || segment.raw.size() - from > kLongestExponent) return;
    const std::string raised = superscript_of(std::string_view(segment.raw).substr(from));
    if (!raised.empty()) segment.raw.replace(from, std::string::npos, raised);
  }

  // A place, a time or a title in an inline element of its own: style sheets set it apart from what
  // follows.
  static constexpr std::size_t kStampLetters = 3;
  static bool is_stamp(lxb_tag_id_t tag) {
    return tag == LXB_TAG_SPAN || tag == LXB_TAG_TIME || tag == LXB_TAG_LABEL || tag == LXB_TAG_A;
  }
  // "<span>Huế</span>Sáng nay", "<span>Huế</span><span>12/9</span>", "<a>Title</a><span>(12/9)":
  // a letter, then one in upper case, a bracket, or a number outside of paragraphs.
  bool stands_apart(std::string_view before, std::string_view text) const {
    if (before.empty() || !is_letter(code_point_before(before, before.size()).value)) return false;
    const char32_t first = code_point_at(text, 0).value;
    return first == '(' || is_upper(first) || (is_digit(first) && !in_text_);
  }

  LayoutHint hint_of_names(const Attributes& found) {
    LayoutHint hint;
    const std::array<std::pair<std::string_view, lxb_dom_attr_t*>, 3> stated = {
        {{"role", found.role}, {"itemprop", found.itemprop}, {"rel", found.rel}}};
    for (const auto& [name, attribute] : stated) {
      const std::string_view value = value_of(attribute);
      if (hint.hint == BlockHint::kNone && !value.empty()) hint = layouts_.of_value(name, value);
    }
    const std::string_view names = value_of(found.names), id = value_of(found.id);
    if (hint.hint != BlockHint::kNone || (names.empty() && id.empty())) return hint;
    return layouts_.hint_of(std::min(rule_of(names), rule_of(id)));
  }

  BlockHint hint_of_element(const lxb_dom_node_t* node) {
    const auto [known, is_new] = element_hints_.try_emplace(node->local_name, BlockHint::kNone);
    if (is_new) known->second = layouts_.of_value("element", name_of(node)).hint;
    return known->second;
  }

  // Classes are repeated over and over; each is looked at once a page. Keys are views into the
  // document.
  std::size_t rule_of(std::string_view names) {
    const auto [known, is_new] = class_rules_.try_emplace(names, 0);
    if (is_new) known->second = layouts_.rule_of_class(names);
    return known->second;
  }

  static bool is_hidden(const Attributes& found, const LayoutHint& hint) {
    if (found.hidden != nullptr || hint.hidden || style_hides(value_of(found.style))) return true;
    // Icons and ornaments; a whole region may be marked so while a dialog lies over it.
    return value_of(found.aria_hidden) == "true" &&
           value_of(found.names).find("icon") != std::string_view::npos;
  }

  static std::string_view name_of(const lxb_dom_node_t* node) {
    std::size_t size = 0;
    const lxb_char_t* const name = lxb_dom_element_local_name(
        reinterpret_cast<lxb_dom_element_t*>(const_cast<lxb_dom_node_t*>(node)), &size);
    return {reinterpret_cast<const char*>(name), size};
  }

  void take_text(std::string_view text) {
    if (segments_.empty()) segments_.emplace_back();
    Segment& segment = segments_.back();
    if (after_stamp_ && stands_apart(segment.raw, text)) segment.raw += ' ';
    after_stamp_ = false;
    segment.raw += text;
    const std::size_t letters = count_visible(text);
    if (letters > 0) last_was_link_ = last_was_bold_ = false;
    pending_ = pending_ || letters > 0;
    segment.letters += letters;
    if (bold_ > 0) segment.bold_letters += letters;
    if (italic_ > 0) segment.italic_letters += letters;
    if (link_.empty()) return;
    segment.link_letters += letters;
    if (letters > 0 && link_.data() != last_link_) {
      last_link_ = link_.data();
      ++segment.links;
    }
    if (link_.data() == segment.href.data()) {
      segment.href_letters += letters;
    } else if (letters > segment.href_letters) {
      segment.href = link_;
      segment.href_letters = letters;
    }
  }

  void take_image(const lxb_dom_node_t* node) {
    if (!segments_.empty()) segments_.back().raw += ' ';
    const std::string_view address = image_address(node);
    if (address.empty()) return;
    std::optional<std::string> url = urls_.resolve(address);
    std::optional<std::string> href;
    if (!link_.empty()) href = urls_.resolve(link_);
    const auto next = static_cast<std::uint32_t>(page_.blocks.size() + (pending_ ? 1 : 0));
    page_.images.push_back(
        {std::move(url).value_or(std::string()), std::move(href), element_, next});
  }

  void take_time(const lxb_dom_node_t* node) {
    const std::string_view value = attribute(node, "datetime");
    if (!value.empty())
      page_.times.push_back({clean_text(value), static_cast<std::uint32_t>(page_.blocks.size())});
  }

  // What was gathered → blocks: an empty line between breaks parts paragraphs, and so does one
  // break after a sentence.
  void flush() {
    last_was_link_ = last_was_bold_ = after_stamp_ = false;
    if (segments_.empty()) return;
    Segment whole;
    std::string whole_text;
    bool blank = false;
    for (Segment& segment : segments_) {
      std::string text = segment.letters == 0 ? std::string() : clean_text(segment.raw);
      if (text.empty()) {
        blank = true;
        continue;
      }
      const bool other_link = segment.link_letters * 2 > segment.letters &&
                              whole.link_letters * 2 > whole.letters &&
                              segment.href.data() != whole.href.data();
      const bool belongs = segment.behind_label && !segment.is_title_link();
      const bool parts = !belongs && tag_ != BlockTag::kHeading && tag_ != BlockTag::kCaption &&
                         (blank || ends_sentence(whole_text) || other_link ||
                          whole.is_bold() != segment.is_bold());
      if (!whole_text.empty() && parts) {
        add_block(std::move(whole_text), whole);
        whole_text.clear();
        whole = Segment();
      }
      if (whole_text.empty()) {
        whole_text = std::move(text);
      } else {
        whole_text += ' ';
        whole_text += text;
      }
      whole.count(segment);
      blank = false;
    }
    if (!whole_text.empty()) add_block(std::move(whole_text), whole);
    segments_.clear();
    pending_ = false;
  }

  void add_block(std::string text, const Segment& segment) {
    Block block;
    block.text = std::move(text);
    block.tag = tag_;
    block.heading_level = tag_ == BlockTag::kHeading ? level_ : 0;
    const auto share = [&](std::size_t letters) {
      return segment.letters == 0
                 ? 0.0F
                 : static_cast<float>(letters) / static_cast<float>(segment.letters);
    };
    block.link_share = share(segment.link_letters);
    if (segment.href_letters * 2 >= segment.letters) block.href = urls_.resolve(segment.href);
    add_word_hashes(block.text, page_.words);
    page_.word_ends.push_back(page_.words.size());
    page_.marks.push_back(
        {share(segment.bold_letters), share(segment.italic_letters), segment.links,
         layouts_.site_words.count(page_.words_of(page_.blocks.size())), segment.href == "/"});
    page_.blocks.push_back(std::move(block));
    page_.block_elements.push_back(element_);
  }

  const LayoutTables& layouts_;
  UrlResolver& urls_;
  bool hidden_;
  HtmlBlocks page_;
  std::vector<Frame> frames_;
  std::vector<Segment> segments_;
  bool pending_ = false;  // letters stand in segments_, so a block is to come
  std::unordered_map<lxb_tag_id_t, BlockHint> element_hints_;
  std::unordered_map<std::string_view, std::size_t> class_rules_;
  std::int32_t element_ = -1;
  std::string_view link_;  // href of the link that we are in, "#" where it has none
  BlockTag tag_ = BlockTag::kOther;
  int level_ = 0;
  bool in_text_ = false;  // inside a paragraph, heading or item: inline elements part nothing
  bool last_was_link_ = false, last_was_bold_ = false;
  bool after_stamp_ = false;         // an inline element with words of its own closed right here
  int bold_ = 0, italic_ = 0;        // elements of emphasis that we are in
  const char* last_link_ = nullptr;  // the address of the link whose words came last
};

std::size_t text_bytes(const HtmlBlocks& page) {
  std::size_t bytes = 0;
  for (const Block& block : page.blocks) bytes += block.text.size();
  return bytes;
}

}  // namespace

HtmlBlocks html_blocks(const lxb_dom_node_t* body, const LayoutTables& layouts, UrlResolver& urls,
                       bool hidden) {
  return Walk(layouts, urls, hidden).run(body);
}

bool shows_next_to_nothing(const HtmlBlocks& page) {
  constexpr std::size_t kFewBytes = 400;
  return text_bytes(page) < kFewBytes;
}

HtmlBlocks shown_blocks(const lxb_dom_node_t* body, const LayoutTables& layouts,
                        UrlResolver& urls) {
  HtmlBlocks shown = html_blocks(body, layouts, urls);
  if (!shows_next_to_nothing(shown)) return shown;
  HtmlBlocks all = html_blocks(body, layouts, urls, true);
  return text_bytes(all) > 4 * text_bytes(shown) ? all : shown;
}

}  // namespace machtin

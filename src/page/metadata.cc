// One pass over <meta>, <link>, <title>, <base>, itemprop and JSON-LD, wherever on the page they
// stand, since templates put them into the body too. Tested by metadata_test.cc.

#include "page/metadata.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "page/json_ld.h"
#include "page/published_names.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

std::optional<std::string> clean(std::string_view text) {
  std::string result = clean_text(undo_references(text));
  if (result.empty()) return std::nullopt;
  return result;
}

constexpr std::size_t kMaxTitles = 8;
constexpr std::size_t kMaxAuthors = 100;
constexpr std::size_t kMaxScriptBytes = 2u << 20;

enum class Field : std::uint8_t {
  kTitle,
  kDescription,
  kSite,
  kPublished,
  kDated,
  kModified,
  kImage,
  kLanguage,
  kSection,
  kType,
  kAuthor,
  kUrl
};

// Names of <meta> (name, property or itemprop), strongest first within a field.
struct MetaName {
  std::string_view name = {};
  Field field = Field::kTitle;
};
constexpr std::array kMetaNames = {
    MetaName{"og:title", Field::kTitle},
    MetaName{"headline", Field::kTitle},
    MetaName{"twitter:title", Field::kTitle},
    MetaName{"dc.title", Field::kTitle},
    MetaName{"dcterms.title", Field::kTitle},
    MetaName{"sailthru.title", Field::kTitle},
    MetaName{"parsely-title", Field::kTitle},
    MetaName{"cxenseparse:title", Field::kTitle},
    MetaName{"citation_title", Field::kTitle},
    MetaName{"og:description", Field::kDescription},
    MetaName{"description", Field::kDescription},
    MetaName{"twitter:description", Field::kDescription},
    MetaName{"dc.description", Field::kDescription},
    MetaName{"og:site_name", Field::kSite},
    MetaName{"application-name", Field::kSite},
    MetaName{"dc.publisher", Field::kSite},
    MetaName{"copyright", Field::kSite},
    MetaName{"article:published_time", Field::kPublished},
    MetaName{"article:published:time", Field::kPublished},
    MetaName{"article:published", Field::kPublished},
    MetaName{"article:published_date", Field::kPublished},
    MetaName{"article:created_time", Field::kPublished},
    MetaName{"og:article:published", Field::kPublished},
    MetaName{"og:pubdate", Field::kPublished},
    MetaName{"og:article:published_time", Field::kPublished},
    MetaName{"og:published_time", Field::kPublished},
    MetaName{"datepublished", Field::kPublished},
    MetaName{"parsely-pub-date", Field::kPublished},
    MetaName{"sailthru.date", Field::kPublished},
    MetaName{"dcterms.created", Field::kPublished},
    MetaName{"dc.date.issued", Field::kPublished},
    MetaName{"dcterms.issued", Field::kPublished},
    MetaName{"dc.date.created", Field::kPublished},
    MetaName{"datecreated", Field::kPublished},
    MetaName{"uploaddate", Field::kPublished},
    MetaName{"citation_publication_date", Field::kPublished},
    MetaName{"date.issued", Field::kPublished},
    MetaName{"publish-date", Field::kPublished},
    MetaName{"publish_date", Field::kPublished},
    MetaName{"publishdate", Field::kPublished},
    MetaName{"pubdate", Field::kPublished},
    MetaName{"pub_date", Field::kPublished},
    MetaName{"rbpubdate", Field::kPublished},
    MetaName{"publication_date", Field::kPublished},
    MetaName{"originalpublicationdate", Field::kPublished},
    MetaName{"displaydate", Field::kPublished},
    MetaName{"dc.created", Field::kPublished},
    MetaName{"cxenseparse:publishtime", Field::kPublished},
    MetaName{"cxenseparse:recs:publishtime", Field::kPublished},
    MetaName{"article.published", Field::kPublished},
    MetaName{"its_publication", Field::kPublished},
    MetaName{"dc.date", Field::kDated},
    MetaName{"dcterms.date", Field::kDated},
    MetaName{"date", Field::kDated},
    MetaName{"article:modified_time", Field::kModified},
    MetaName{"article:modified:time", Field::kModified},
    MetaName{"article:modified", Field::kModified},
    MetaName{"og:updated_time", Field::kModified},
    MetaName{"og:modified_time", Field::kModified},
    MetaName{"datemodified", Field::kModified},
    MetaName{"dc.date.modified", Field::kModified},
    MetaName{"dcterms.modified", Field::kModified},
    MetaName{"lastmod", Field::kModified},
    MetaName{"revised", Field::kModified},
    MetaName{"last-modified", Field::kModified},
    MetaName{"og:image", Field::kImage},
    MetaName{"og:image:url", Field::kImage},
    MetaName{"twitter:image", Field::kImage},
    MetaName{"twitter:image:src", Field::kImage},
    MetaName{"og:locale", Field::kLanguage},
    MetaName{"dc.language", Field::kLanguage},
    MetaName{"content-language", Field::kLanguage},
    MetaName{"article:section", Field::kSection},
    MetaName{"og:article:section", Field::kSection},
    MetaName{"articlesection", Field::kSection},
    MetaName{"parsely-section", Field::kSection},
    MetaName{"cxenseparse:section", Field::kSection},
    MetaName{"section", Field::kSection},
    MetaName{"og:type", Field::kType},
    MetaName{"article:author_name", Field::kAuthor},
    MetaName{"article:author", Field::kAuthor},
    MetaName{"og:article:author", Field::kAuthor},
    MetaName{"author", Field::kAuthor},
    MetaName{"dc.creator", Field::kAuthor},
    MetaName{"dcterms.creator", Field::kAuthor},
    MetaName{"dable:author", Field::kAuthor},
    MetaName{"parsely-author", Field::kAuthor},
    MetaName{"sailthru.author", Field::kAuthor},
    MetaName{"cxenseparse:author", Field::kAuthor},
    MetaName{"byl", Field::kAuthor},
    MetaName{"citation_author", Field::kAuthor},
    MetaName{"og:url", Field::kUrl},
};

class Gather {
 public:
  explicit Gather(const HtmlDocument& html) : html_(html) {}

  PageHead run(const std::optional<std::string>& page_url) {
    const lxb_dom_node_t* const root = html_.root();
    for (const lxb_dom_node_t* node = root; node != nullptr; node = next_node(node, root)) {
      if (is_element(node)) look_at(node);
    }
    take_json_ld();
    take_titles();
    head_.og_title = value_of(Field::kTitle);
    Metadata& metadata = head_.metadata;
    const std::array<std::pair<std::optional<std::string>*, Field>, 9> fields = {{
        {&metadata.title, Field::kTitle},
        {&metadata.description, Field::kDescription},
        {&metadata.site_name, Field::kSite},
        {&metadata.published, Field::kPublished},
        {&metadata.dated, Field::kDated},
        {&metadata.modified, Field::kModified},
        {&metadata.image, Field::kImage},
        {&metadata.section, Field::kSection},
        {&metadata.type, Field::kType},
    }};
    for (const auto& [field, name] : fields) {
      if (!*field) *field = value_of(name);
    }
    settle_authors();
    if (!metadata.language) metadata.language = language_ ? language_ : value_of(Field::kLanguage);
    take_rest();
    if (!metadata.title) metadata.title = head_.html_title;
    settle_urls(page_url);
    return std::move(head_);
  }

 private:
  void look_at(const lxb_dom_node_t* node) {
    switch (node->local_name) {
      case LXB_TAG_HTML:
        language_ = clean(attribute(node, "lang"));
        break;
      case LXB_TAG_META:
        take_meta(node);
        break;
      case LXB_TAG_LINK:
        take_link(node);
        break;
      case LXB_TAG_BASE:
        if (!head_.base) head_.base = clean(attribute(node, "href"));
        break;
      case LXB_TAG_TITLE:
        if (!head_.html_title && node->first_child != nullptr)
          head_.html_title = clean(text_of(node->first_child));
        break;
      case LXB_TAG_SCRIPT:
        take_script(node);
        break;
      case LXB_TAG_TIME:
        if (!time_ && has_attribute(node, "pubdate")) time_ = clean(attribute(node, "datetime"));
        take_stated_time(node);
        break;
      default:
        take_stated_time(node);
        break;
    }
  }

  void take_script(const lxb_dom_node_t* node) {
    const std::string_view text = html_.script(node);
    if (text.empty()) return;
    if (ascii_lower(attribute(node, "type")).starts_with("application/ld+json")) {
      add_json_ld(text, json_ld_);
    } else {
      scripts_.push_back(text);
    }
  }

  // Microdata and RDFa on any element: <abbr itemprop=datePublished title="…">, <span
  // property="schema:dateCreated" content="…">.
  void take_stated_time(const lxb_dom_node_t* node) {
    const auto* const element = reinterpret_cast<const lxb_dom_element_t*>(node);
    const auto may_name = [](const lxb_dom_attr_t* at) {  // lexbor has no number for either
      return at->node.local_name >= LXB_DOM_ATTR__LAST_ENTRY;
    };
    const lxb_dom_attr_t* at = element->first_attr;
    while (at != nullptr && !may_name(at)) at = at->next;
    if (at == nullptr) return;
    std::string name = ascii_lower(attribute(node, "itemprop"));
    if (name.empty()) name = ascii_lower(attribute(node, "property"));
    if (name.starts_with("schema:")) name.erase(0, 7);
    const bool published = name == "datepublished";
    const bool modified = name == "datemodified";
    if (!published && !modified && name != "datecreated") return;
    std::optional<std::string>& place = published ? time_ : modified ? time_changed_ : time_made_;
    for (const std::string_view from : {"content", "datetime", "title"}) {
      if (!place) place = clean(attribute(node, from));
    }
    if (!place && node->first_child != nullptr) place = clean(text_of(node->first_child));
  }

  void take_meta(const lxb_dom_node_t* node) {
    const std::string_view content = attribute(node, "content");
    if (content.empty()) return;
    for (const std::string_view kind : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = ascii_lower(attribute(node, kind));
      if (name.empty()) continue;
      const auto* const known = std::find_if(kMetaNames.begin(), kMetaNames.end(),
                                             [&](const MetaName& m) { return m.name == name; });
      if (known == kMetaNames.end()) continue;
      if (std::optional<std::string> value = clean(content))
        metas_.emplace_back(known - kMetaNames.begin(), std::move(*value));
      return;
    }
  }

  void take_link(const lxb_dom_node_t* node) {
    const std::string rel = ascii_lower(attribute(node, "rel"));
    if (rel == "canonical" && !canonical_) canonical_ = clean(attribute(node, "href"));
  }

  // The strongest name of a field that has a value; the first such on the page.
  std::optional<std::string> value_of(Field field) const {
    const std::pair<std::ptrdiff_t, std::string>* best = nullptr;
    for (const auto& meta : metas_) {
      if (kMetaNames[static_cast<std::size_t>(meta.first)].field != field) continue;
      if (best == nullptr || meta.first < best->first) best = &meta;
    }
    if (best == nullptr) return std::nullopt;
    return best->second;
  }

  // The authors that <meta> names: of one name only, since another one repeats them.
  std::vector<std::string> author_metas() const {
    std::vector<std::string> authors;
    std::ptrdiff_t name = -1;
    for (const auto& [at, value] : metas_) {
      if (authors.size() >= kMaxAuthors) break;
      if (kMetaNames[static_cast<std::size_t>(at)].field != Field::kAuthor ||
          value.find("://") != std::string::npos)
        continue;
      if (name >= 0 && at != name) continue;
      name = at;
      if (std::find(authors.begin(), authors.end(), value) == authors.end())
        authors.push_back(value);
    }
    return authors;
  }

  void settle_authors() {
    Metadata& metadata = head_.metadata;
    std::vector<std::string> metas = author_metas();
    // "Hà An, Lê Vân" says more than JSON-LD's "Hà An".
    const bool more = metas.size() == 1 && metadata.authors.size() == 1 &&
                      metas[0].size() > metadata.authors[0].size() &&
                      metas[0].find(metadata.authors[0] + ",") != std::string::npos;
    if (metadata.authors.empty() || more) {
      metadata.authors = std::move(metas);
    } else {
      metadata.other_authors = std::move(metas);
    }
  }

  void take_titles() {
    std::vector<std::string>& titles = head_.metadata.titles;
    if (head_.metadata.title) titles.push_back(*head_.metadata.title);
    head_.metadata.titled_by_json_ld = !titles.empty();
    for (std::size_t name = 0; name < kMetaNames.size(); ++name) {
      if (kMetaNames[name].field != Field::kTitle) continue;
      for (const auto& [at, value] : metas_) {
        if (static_cast<std::size_t>(at) == name && titles.size() < kMaxTitles)
          titles.push_back(value);
      }
    }
    if (head_.html_title) titles.push_back(*head_.html_title);
  }

  // "publishedAt":"2025-05-23T14:30:00Z" in the state that a script leaves: the first name that the
  // page gives one value, since a list of articles gives many.
  std::optional<std::string> time_in_scripts() const {
    for (const std::string_view name : kPublishedNames) {
      std::optional<std::string> only;
      bool many = false;
      for (const std::string_view script : scripts_) {
        const std::string quoted = "\"" + std::string(name) + "\"";
        const std::string_view text = script.substr(0, kMaxScriptBytes);
        for (std::size_t at = text.find(quoted); at != std::string_view::npos && !many;
             at = text.find(quoted, at + 1)) {
          const std::optional<std::string> value = string_after(text, at + quoted.size());
          many = value && only && *only != *value;
          if (value && !only) only = value;
        }
      }
      if (only && !many) return only;
    }
    return std::nullopt;
  }

  // : "VALUE" at this place; times are short.
  static std::optional<std::string> string_after(std::string_view text, std::size_t at) {
    constexpr std::size_t kMaxTimeBytes = 40;
    at = text.find_first_not_of(" :", at);
    if (at == std::string_view::npos || text[at] != '"') return std::nullopt;
    const std::string_view value = text.substr(at + 1, kMaxTimeBytes);
    const std::size_t end = value.find('"');
    if (end == std::string_view::npos || end < 8) return std::nullopt;
    return std::string(value.substr(0, end));
  }

  void take_json_ld() {
    resolve_authors(json_ld_);
    head_.metadata = json_ld_.article;
    head_.article_body = std::move(json_ld_.article_body);
    // What kind of work it is stays in JSON-LD's words only where it is an article.
    if (!json_ld_.any_article) head_.metadata.type = std::nullopt;
  }

  void take_rest() {
    Metadata& metadata = head_.metadata;
    const auto take = [](std::optional<std::string>& field,
                         const std::optional<std::string>& value) {
      if (!field) field = value;
    };
    take(metadata.published, time_);
    take(metadata.published, json_ld_.page.published);
    take(metadata.published, time_made_);
    if (!metadata.published && !metadata.dated) metadata.dated = time_in_scripts();
    take(metadata.modified, time_changed_);
    take(metadata.modified, json_ld_.page.modified);
    take(metadata.description, json_ld_.page.description);
    take(metadata.site_name, json_ld_.page.site_name);
    take(metadata.image, json_ld_.page.image);
    take(metadata.language, json_ld_.page.language);
    if (metadata.authors.empty()) metadata.authors = json_ld_.page.authors;
  }

  void settle_urls(const std::optional<std::string>& page_url) {
    UrlResolver urls(page_url.value_or(""));
    Metadata& metadata = head_.metadata;
    if (metadata.image) metadata.image = urls.resolve(*metadata.image);
    for (const std::optional<std::string>& candidate : {canonical_, value_of(Field::kUrl)}) {
      if (metadata.canonical_url || !candidate) continue;
      const std::optional<std::string> url = urls.resolve(*candidate);
      // Templates that name the home page on every page would make all of a site one page.
      const bool is_home = url && url_path(*url) == "/";
      const bool page_is_deeper = page_url && url_path(*page_url).size() > 1;
      if (url && !(is_home && (page_is_deeper || !page_url)))
        metadata.canonical_url = std::string(without_fragment(*url));
    }
  }

  const HtmlDocument& html_;
  PageHead head_;
  JsonLd json_ld_;
  std::vector<std::pair<std::ptrdiff_t, std::string>> metas_;
  std::vector<std::string_view> scripts_;  // views into the document
  std::optional<std::string> canonical_, language_, time_, time_made_, time_changed_;
};

}  // namespace

PageHead page_head(const HtmlDocument& html, const std::optional<std::string>& page_url) {
  return Gather(html).run(page_url);
}

}  // namespace machtin

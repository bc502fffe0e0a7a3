#pragma once
// What pages are made with: the request's language, links that keep it, and templates filled and
// put into the layout.

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "machtin/story.h"
#include "serve/request.h"
#include "serve/site.h"
#include "serve/url.h"

namespace machtin {

using TemplateData = kainjow::mustache::data;
using TemplateList = kainjow::mustache::list;

// One request on its way to a page. Borrows all of it.
struct View {
  const Site& site;
  const Target& target;
  const Texts& texts;
  bool language_given = false;  // ?lang= stands in the address, so our links carry it on

  std::string link(std::string_view path, Parameters parameters = {}) const;
  std::string story_link(const std::string& id) const;
  std::string storyline_link(const std::string& id) const;
  std::string article_link(const std::string& key) const;
  std::string search_link(const std::string& query) const;
  std::string date(const std::string& iso) const;
};

// A list under its name, with has_NAME beside it, since a template cannot ask whether a list is
// empty without looping.
void set_list(TemplateData& data, const std::string& name, const TemplateList& list);
// A text under its name, with has_NAME beside it. Always both: a template looks up what is missing
// in what is around it.
void set_text(TemplateData& data, const std::string& name, const std::string& text);

// The template of that name, filled, inside the layout.
Response page(const View& view, std::string_view name, const std::string& title, TemplateData data,
              int status = 200);

// "‹ newer | older ›" for a list shown in pages of `size`, of which `shown` rows were found from
// `offset` on.
void set_pager(TemplateData& data, const View& view, const std::string& path, Parameters parameters,
               std::size_t number, bool more);

// The articles as chips named after their sources, each source once.
TemplateList chips(const View& view, const Story& story,
                   const std::vector<std::uint32_t>& articles);
std::string source_name(const View& view, const StoryArticle& article);
// The steps of a timeline as timeline_part.mustache shows them.
TemplateList timeline_steps(const View& view, const Story& story);

// The address of the style sheet, with a digest of it, so that browsers may keep it for ever.
const std::string& style_digest();

}  // namespace machtin

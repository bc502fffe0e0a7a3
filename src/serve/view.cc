#include "serve/view.h"

#include <algorithm>
#include <set>

#include "serve/dates.h"
#include "text/digest.h"

namespace machtin {
namespace {

namespace mustache = kainjow::mustache;

constexpr std::size_t kMaxChips = 12;

// Parsed for each page: the library's templates keep state while they render, so threads cannot
// share them.
std::string filled(std::string_view name, const TemplateData& data) {
  mustache::mustache page{std::string(web_file(std::string(name) + ".mustache"))};
  return page.render(data);
}

TemplateData texts_data(const Texts& texts) {
  TemplateData data;
  for (const auto& [key, text] : texts.all()) {
    if (!key.starts_with("event.")) data[key] = TemplateData(text);
  }
  return data;
}

Parameters without_language(const Parameters& parameters) {
  Parameters kept;
  for (const auto& parameter : parameters) {
    if (parameter.first != "lang") kept.push_back(parameter);
  }
  return kept;
}

// This very page in each language.
TemplateList language_links(const View& view) {
  TemplateList links;
  for (const Texts& texts : view.site.languages) {
    Parameters parameters = without_language(view.target.parameters);
    parameters.emplace_back("lang", texts.code());
    TemplateData link;
    link["code"] = TemplateData(texts.code());
    link["name"] = TemplateData(texts.of("language_name"));
    link["href"] = TemplateData(link_to(view.target.path, parameters));
    link["current"] = TemplateData(texts.code() == view.texts.code());
    links.push_back(std::move(link));
  }
  return links;
}

// "https://www.bao.example/a" → "bao.example".
std::string host_of(std::string_view url) {
  const std::size_t slashes = url.find("://");
  if (slashes == std::string_view::npos) return {};
  std::string_view host = url.substr(slashes + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

}  // namespace

std::string View::link(std::string_view path, Parameters parameters) const {
  if (language_given) parameters.emplace_back("lang", texts.code());
  return link_to(path, parameters);
}

std::string View::story_link(const std::string& id) const {
  return link("/story/" + percent_encode(id));
}
std::string View::storyline_link(const std::string& id) const {
  return link("/storyline/" + percent_encode(id));
}
std::string View::article_link(const std::string& key) const {
  return link("/article/" + percent_encode(key));
}
std::string View::search_link(const std::string& query) const {
  return link("/search", {{"q", query}});
}
std::string View::date(const std::string& iso) const { return shown_date(iso, texts); }

void set_list(TemplateData& data, const std::string& name, const TemplateList& list) {
  data["has_" + name] = TemplateData(!list.empty());
  data[name] = TemplateData(list);
}

void set_text(TemplateData& data, const std::string& name, const std::string& text) {
  data["has_" + name] = TemplateData(!text.empty());
  data[name] = TemplateData(text);
}

const std::string& style_digest() {
  static const std::string digest = sha256_hex(web_file("style.css")).substr(0, 16);
  return digest;
}

Response page(const View& view, std::string_view name, const std::string& title, TemplateData data,
              int status) {
  const TemplateData texts = texts_data(view.texts);
  data["t"] = TemplateData(texts);
  data["home_href"] = TemplateData(view.link("/"));
  data["storylines_href"] = TemplateData(view.link("/storylines"));
  data["timeline_part"] = TemplateData(
      mustache::partial([] { return std::string(web_file("timeline_part.mustache")); }));
  TemplateData layout;
  layout["content"] = TemplateData(filled(name, data));
  layout["t"] = TemplateData(texts);
  layout["lang"] = TemplateData(view.texts.code());
  layout["lang_given"] = TemplateData(view.language_given);
  const std::string site = view.texts.of("site_name");
  layout["page_title"] = TemplateData(title.empty() ? site : title + " · " + site);
  layout["style_href"] = TemplateData("/style.css?v=" + style_digest());
  layout["languages"] = TemplateData(language_links(view));
  layout["home_href"] = TemplateData(view.link("/"));
  layout["storylines_href"] = TemplateData(view.link("/storylines"));
  layout["about_href"] = TemplateData(view.link("/about"));
  layout["is_home"] = TemplateData(name == "home");
  layout["is_storylines"] = TemplateData(name == "storylines" || name == "storyline");
  layout["is_about"] = TemplateData(name == "about");
  layout["query"] = TemplateData(view.target.parameter("q"));
  Response response;
  response.status = status;
  response.body = filled("layout", layout);
  response.headers = {{"Content-Language", view.texts.code()}, {"Vary", "Accept-Language"}};
  return response;
}

void set_pager(TemplateData& data, const View& view, const std::string& path, Parameters parameters,
               std::size_t number, bool more) {
  const auto link = [&](std::size_t to) {
    Parameters all = parameters;
    if (to > 1) all.emplace_back("page", std::to_string(to));
    return view.link(path, std::move(all));
  };
  data["has_pager"] = TemplateData(more || number > 1);
  set_text(data, "newer_href", number > 1 ? link(number - 1) : "");
  set_text(data, "older_href", more ? link(number + 1) : "");
  data["has_newer"] = TemplateData(number > 1);
  data["has_older"] = TemplateData(more);
}

std::string source_name(const View& view, const StoryArticle& article) {
  if (article.source && !article.source->empty()) return *article.source;
  std::string host = article.url ? host_of(*article.url) : std::string();
  if (!host.empty()) return host;
  // Its file's name at least tells it from others that name no source.
  const std::string& input = article.place.input;
  const std::string file = input.substr(input.find_last_of('/') + 1);
  return file.empty() || file == "-" ? view.texts.of("unnamed_source") : file;
}

TemplateList chips(const View& view, const Story& story,
                   const std::vector<std::uint32_t>& articles) {
  TemplateList list;
  std::set<std::string> named;
  // Whole articles before teasers, which say less and seldom name their source.
  std::vector<std::uint32_t> sorted;
  for (const Role role : {Role::kMain, Role::kTeaser}) {
    for (const std::uint32_t index : articles) {
      if (index < story.articles.size() && story.articles[index].role == role)
        sorted.push_back(index);
    }
  }
  for (const std::uint32_t index : sorted) {
    if (list.size() == kMaxChips) break;
    const StoryArticle& article = story.articles[index];
    const std::string name = source_name(view, article);
    if (!named.insert(name).second) continue;
    TemplateData chip;
    chip["name"] = TemplateData(name);
    chip["href"] = TemplateData(view.article_link(article.key));
    chip["title"] = TemplateData(article.title);
    list.push_back(std::move(chip));
  }
  return list;
}

TemplateList timeline_steps(const View& view, const Story& story) {
  TemplateList steps;
  std::string year;
  std::set<std::string> years;
  for (const TimelineEntry& entry : story.timeline) years.insert(year_of(entry.date));
  years.erase("");
  for (const TimelineEntry& entry : story.timeline) {
    TemplateData step;
    const std::string its_year = year_of(entry.date);
    // Years are told apart only where there are several.
    step["new_year"] = TemplateData(years.size() > 1 && !its_year.empty() && its_year != year);
    if (!its_year.empty()) year = its_year;
    step["year"] = TemplateData(its_year);
    step["date"] = TemplateData(entry.date);
    step["when"] = TemplateData(view.date(entry.date));
    step["text"] = TemplateData(entry.text);
    step["chips"] = TemplateData(chips(view, story, entry.articles));
    TemplateList labels;
    std::set<std::string> said;
    for (const std::string& event : entry.events) {
      if (said.insert(event).second && labels.size() < 3) {
        labels.push_back(TemplateData(view.texts.of("event." + event)));
      }
    }
    step["labels"] = TemplateData(labels);
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace machtin

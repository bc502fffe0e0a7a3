#include "cli/pretty.h"

#include <string_view>

#include "json/names.h"
#include "text/join.h"
#include "text/utf8.h"

namespace machtin {
namespace {

void add(std::string& out, std::string_view label, std::string_view value) {
  if (value.empty()) return;
  out.append("  ").append(label).append(": ").append(value) += '\n';
}

std::string likely_words(const LikelyDate& likely) {
  if (likely.value) return ", likely " + *likely.value;
  std::string out;
  if (likely.earliest) out += ", likely not before " + *likely.earliest;
  if (likely.latest) out += ", likely not after " + *likely.latest;
  return out;
}

std::string date_words(const PublicationDate& published) {
  std::string out = published.value.value_or("unknown");
  if (published.earliest && published.earliest != published.value)
    out += ", not before " + *published.earliest;
  if (published.latest && published.latest != published.value)
    out += ", not after " + *published.latest;
  if (published.likely) out += likely_words(*published.likely);
  out += " (" + std::string(name_of(published.basis)) + ")";
  return out;
}

void add_article(std::string& out, const Article& article, bool explain) {
  out.append(name_of(article.role)).append(": ").append(article.title) += '\n';
  add(out, "under", article.heading.value_or(""));
  if (article.kind != ArticleKind::kNews) add(out, "kind", name_of(article.kind));
  add(out, "published", date_words(article.published));
  if (explain) add(out, "because", joined(article.published.evidence, "; "));
  add(out, "by", joined(article.authors, ", "));
  add(out, "source", article.source.value_or(""));
  add(out, "agency", article.agency.value_or(""));
  add(out, "url", article.url.value_or(""));
  if (article.lede) out += "\n  " + *article.lede + "\n";
  for (const std::string& paragraph : article.paragraphs) out += "\n  " + paragraph + "\n";
  for (const Caption& caption : article.captions) {
    out += "\n  [" + caption.text + (caption.credit ? " / " + *caption.credit : "") + "]\n";
  }
}

std::string names(const std::vector<std::uint32_t>& ids, const Facts& facts) {
  std::vector<std::string> out;
  for (const std::uint32_t id : ids) out.push_back(facts.entities[id].name);
  return joined(out, ", ");
}

void add_event(std::string& out, const Event& event, const FactsLine& line) {
  const std::string_view text = line.article.text;
  out.append("  ")
      .append(event.type)
      .append(" \"")
      .append(slice(text, event.trigger))
      .append("\" ")
      .append(name_of(event.status));
  if (!event.who.empty()) out += "; who: " + names(event.who, line.facts);
  if (!event.whom.empty()) out += "; whom: " + names(event.whom, line.facts);
  if (event.time) out += "; when: " + line.facts.times[*event.time].value;
  if (event.place) out += "; where: " + line.facts.entities[*event.place].name;
  for (const std::uint32_t quantity : event.quantities)
    out.append("; how many: ").append(slice(text, line.facts.quantities[quantity].span));
  if (event.according_to) out += "; according to: " + line.facts.entities[*event.according_to].name;
  if (event.plover) out += "; PLOVER " + *event.plover;
  out += '\n';
}

}  // namespace

std::string pretty_page(const Page& page, bool explain) {
  std::string out =
      "== " + page.input + " (" + std::string(name_of(page.format)) + ", " + page.language + ")\n";
  for (const Article& article : page.articles) add_article(out, article, explain);
  if (!page.dropped.empty()) out += "dropped:\n";
  for (const Dropped& dropped : page.dropped) add(out, name_of(dropped.why), dropped.text);
  return out;
}

std::string pretty_facts(const FactsLine& line) {
  std::string out = "== " + line.input + " " + std::to_string(line.article_index) + ": " +
                    line.article.title + '\n';
  add(out, "published", date_words(line.article.published));
  for (const Entity& entity : line.facts.entities) {
    add(out, name_of(entity.type),
        entity.name + (entity.country ? " [" + *entity.country + "]" : "") +
            (entity.roles.empty() ? "" : ", " + joined(entity.roles, ", ")));
  }
  for (const TimeExpression& time : line.facts.times)
    add(out, name_of(time.type),
        std::string(slice(line.article.text, time.span)) + " = " + time.value);
  for (const Quantity& quantity : line.facts.quantities) {
    const std::string what = quantity.unit.value_or("") +
                             (quantity.unit && quantity.of ? " " : "") + quantity.of.value_or("");
    add(out, "quantity",
        std::string(slice(line.article.text, quantity.span)) + (what.empty() ? "" : " = " + what));
  }
  for (const Event& event : line.facts.events) add_event(out, event, line);
  for (const Quote& quote : line.facts.quotes) {
    add(out, quote.direct ? "quote" : "reported",
        (quote.speaker ? line.facts.entities[*quote.speaker].name + ": " : "") +
            std::string(slice(line.article.text, quote.span)));
  }
  return out;
}

std::string pretty_story(const Story& story) {
  std::string out = "== " + story.title + "\n";
  add(out, "id", story.id);
  add(out, "storyline", story.storyline.value_or(""));
  if (story.first)
    add(out, "from",
        *story.first + (story.last != story.first ? " to " + story.last.value_or("") : ""));
  for (const std::string& sentence : story.summary) out += "  " + sentence + "\n";
  for (const TimelineEntry& entry : story.timeline) {
    out += "  " + entry.date + "  " + entry.text + " [" + std::to_string(entry.articles.size()) +
           "]\n";
  }
  add(out, "people", joined(story.people, ", "));
  add(out, "places", joined(story.places, ", "));
  for (const Disagreement& disagreement : story.disagreements) {
    std::string claims;
    for (const Claim& claim : disagreement.claims)
      claims += (claims.empty() ? "" : " / ") + claim.value;
    add(out, "sources disagree on",
        disagreement.event + " " + disagreement.of.value_or("") + ": " + claims);
  }
  for (const StoryArticle& article : story.articles) {
    add(out, name_of(article.role),
        article.title + " (" + article.source.value_or(article.place.input) + ")" +
            (article.same_text_as ? ", same text as " + article.same_text_as->input : ""));
  }
  return out;
}

std::string pretty_hit(const SearchHit& hit) {
  std::string out = std::string(hit.is_story ? "story" : "article") + ": " + hit.title + "\n";
  add(out, "id", hit.id);
  add(out, "published", hit.published.value_or(""));
  add(out, "source", hit.source.value_or(""));
  add(out, "…", hit.snippet);
  return out;
}

}  // namespace machtin

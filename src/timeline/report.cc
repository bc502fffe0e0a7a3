// See report.h. The parts stand in files of their own: telling (who speaks), summary, steps, names,
// disagreements; here they are put together.
#include "timeline/report.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "timeline/disagreements.h"
#include "timeline/names.h"
#include "timeline/report_tables.h"
#include "timeline/steps.h"
#include "timeline/summary.h"
#include "timeline/telling.h"

namespace machtin {
namespace {

constexpr std::size_t kMostRead = 24;  // witnesses that summary and title are chosen from

std::vector<StoryArticle> articles_of(const std::vector<StoryMember>& members) {
  std::map<std::string_view, const ArticlePlace*> places;
  for (const StoryMember& member : members) places.try_emplace(member.article.key, &member.place);
  std::vector<StoryArticle> articles;
  articles.reserve(members.size());
  for (const StoryMember& member : members) {
    const Article& article = member.article;
    StoryArticle told{member.place,
                      article.role,
                      article.key,
                      article.title,
                      article.source,
                      article.url,
                      article.published.value,
                      std::nullopt};
    if (member.link.same_text_as) {
      const auto at = places.find(*member.link.same_text_as);
      if (at != places.end()) told.same_text_as = *at->second;
    }
    articles.push_back(std::move(told));
  }
  return articles;
}

// The title that tells most of what all tell; the earlier of equals.
std::string title_of(const Telling& telling) {
  double best = -1;
  std::string title;
  for (const Witness& witness : telling.witnesses) {
    double central = 0;
    for (const StorySentence& sentence : witness.sentences) {
      if (!sentence.title) continue;
      // A question or a half sentence makes a poor name for a story.
      const bool asks = !sentence.text.empty() && sentence.text.back() == '?';
      central = std::max(central, centrality(sentence, telling.support, telling.witnesses.size()) *
                                      (asks ? 0.7 : 1.0));
    }
    if (central <= best) continue;
    best = central;
    title = (*telling.members)[witness.member].article.title;
  }
  return title;
}

struct Ends {
  std::optional<std::string> first = {}, last = {};
};

// Days of the earliest and the latest article; where no year is proved, as printed.
Ends ends_of(const std::vector<StoryMember>& members) {
  using Ranked = std::tuple<bool, std::int32_t, std::string>;  // unproved, order, day
  std::optional<Ranked> first;
  std::optional<Ranked> last;
  for (const StoryMember& member : members) {
    const std::optional<std::string> day = day_of(member.article.published.value);
    if (!day) continue;
    const DayRange range = day_range(member.article.published);
    const Ranked ranked{!range.proved(),
                        range.best().value_or(std::numeric_limits<std::int32_t>::max()), *day};
    // A proved day stands before any other.
    const bool more_proved = first && !std::get<0>(ranked) && std::get<0>(*first);
    const bool less_proved = first && std::get<0>(ranked) && !std::get<0>(*first);
    if (less_proved) continue;
    if (!first || more_proved || ranked < *first) first = ranked;
    if (!last || more_proved || ranked > *last) last = ranked;
  }
  if (!first) return {};
  return {std::get<2>(*first), std::get<2>(*last)};
}

std::optional<std::string> storyline_of(const std::string& id,
                                        const std::vector<StoryMember>& members) {
  std::optional<std::string> any;
  for (const StoryMember& member : members) {
    if (!member.link.storyline) continue;
    if (member.link.story == id) return member.link.storyline;
    if (!any) any = member.link.storyline;
  }
  return any;
}

// Evenly over the time of a long story, so that its summary is not its beginning alone.
std::vector<std::vector<StorySentence>> sentences_to_read(const Telling& telling) {
  const std::size_t all = telling.witnesses.size();
  const std::size_t some = std::min(all, kMostRead);
  std::vector<std::vector<StorySentence>> articles;
  articles.reserve(some);
  for (std::size_t i = 0; i < some; ++i)
    articles.push_back(telling.witnesses[i * all / some].sentences);
  return articles;
}

}  // namespace

Story tell_story(const std::string& id, const std::vector<StoryMember>& members,
                 const ReportTables& tables) {
  Story story;
  story.id = id;
  story.storyline = storyline_of(id, members);
  story.articles = articles_of(members);
  story.ranked = std::any_of(members.begin(), members.end(), [](const StoryMember& member) {
    return member.article.role == Role::kMain;
  });
  Ends ends = ends_of(members);
  story.first = std::move(ends.first);
  story.last = std::move(ends.last);
  const Telling telling = make_telling(members, tables);
  story.title = title_of(telling);
  story.summary = summarize(sentences_to_read(telling), {});
  story.timeline = find_steps(telling);
  story.people = salient_people(telling);
  story.places = salient_places(telling);
  story.disagreements = find_disagreements(telling, tables);
  return story;
}

}  // namespace machtin

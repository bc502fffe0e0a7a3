// Events with a day make the steps; an event without one is dated by its article's publication if
// title or lede tells it. An article none of whose events gives a step is itself one, on the day of
// its publication, by its title: a story known by words alone has a timeline too.
#include "timeline/steps.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace machtin {
namespace {

constexpr std::uint32_t kLedeSentences = 2;
constexpr std::size_t kMostSteps = 60;
constexpr double kBackground =
    0.3;  // centrality below which a day far back is no step of the story
constexpr std::int32_t kFarBack = 60;  // days before publication
constexpr double kTitleWorth = 0.15;   // a whole sentence tells more than a title as central

struct Step {
  std::string date = {};
  std::int32_t order = std::numeric_limits<std::int32_t>::max();
  std::string_view text = {};
  double worth = -1;
  std::set<std::uint32_t> members = {};
  std::map<std::string, std::uint32_t> events = {};  // type → times told
  std::set<std::uint32_t> witnesses = {};
};

using Steps = std::map<std::string, Step>;

bool is_told_as_fact(const Event& event) {
  return event.status == EventStatus::kHappened || event.status == EventStatus::kOngoing ||
         event.status == EventStatus::kPlanned;
}

struct Dated {
  std::string date = {};
  DayRange range = {};
};

std::optional<Dated> date_of(const TimeExpression& time) {
  if (time.type != TimeType::kDate && time.type != TimeType::kTime) return std::nullopt;
  const std::optional<std::string> day = day_of(time.value);
  if (!day) return std::nullopt;
  return Dated{*day, day_range(*day, time.earliest, time.latest, time.likely)};
}

std::optional<Dated> date_of(const PublicationDate& published) {
  const std::optional<std::string> day = day_of(published.value);
  if (!day) return std::nullopt;
  return Dated{*day, day_range(published)};
}

void put(Steps& steps, const Dated& dated, const Witness& witness, std::uint32_t number,
         std::string_view text, double worth) {
  Step& step = steps[dated.date];
  step.date = dated.date;
  if (const auto day = dated.range.best()) step.order = std::min(step.order, *day);
  step.members.insert(witness.member);
  step.witnesses.insert(number);
  if (worth > step.worth) {
    step.worth = worth;
    step.text = text;
  }
}

// What a day long before the article is worth telling: only what the story turns on.
bool is_background(const Dated& dated, const Witness& witness, double central) {
  const std::optional<DayGap> gap = day_gap(dated.range, witness.published);
  return gap && gap->certain && gap->days > kFarBack && central < kBackground;
}

// Returns whether any step came of it.
bool put_events(const Telling& telling, std::uint32_t number, Steps& steps) {
  const Witness& witness = telling.witnesses[number];
  const StoryMember& member = (*telling.members)[witness.member];
  bool any = false;
  for (const Event& event : member.facts.events) {
    const StorySentence* sentence = sentence_at(witness, event.sentence);
    if (sentence == nullptr || !is_told_as_fact(event)) continue;
    const bool opening = sentence->title || sentence->place < kLedeSentences;
    std::optional<Dated> dated;
    if (event.time && *event.time < member.facts.times.size()) {
      dated = date_of(member.facts.times[*event.time]);
    } else if (opening && event.status != EventStatus::kPlanned) {
      dated = date_of(member.article.published);
    }
    if (!dated) continue;
    const double central = centrality(*sentence, telling.support, telling.witnesses.size());
    if (is_background(*dated, witness, central)) continue;
    const double worth = central + (opening ? 0.2 : 0) - (sentence->broken ? 1 : 0) -
                         (sentence->leaning ? 0.1 : 0) - (sentence->title ? kTitleWorth : 0);
    put(steps, *dated, witness, number, sentence->text, worth);
    ++steps[dated->date].events[event.type];
    any = true;
  }
  return any;
}

void put_publication(const Telling& telling, std::uint32_t number, Steps& steps) {
  const Witness& witness = telling.witnesses[number];
  const Article& article = (*telling.members)[witness.member].article;
  const std::optional<Dated> dated = date_of(article.published);
  if (!dated) return;
  double central = 0;
  for (const StorySentence& sentence : witness.sentences) {
    if (sentence.title) central = centrality(sentence, telling.support, telling.witnesses.size());
  }
  put(steps, *dated, witness, number, article.title, central - kTitleWorth);
}

// Reposts and teasers tell what their witness tells.
void add_repeats(const Telling& telling, Step& step) {
  for (std::uint32_t i = 0; i < telling.voice.size(); ++i) {
    if (step.witnesses.contains(telling.voice[i])) step.members.insert(i);
  }
}

TimelineEntry entry_of(const Step& step) {
  TimelineEntry entry{step.date, std::string(step.text), {}, {}};
  entry.articles.assign(step.members.begin(), step.members.end());
  std::vector<std::pair<std::uint32_t, std::string_view>> events;
  events.reserve(step.events.size());
  for (const auto& [type, times] : step.events) events.emplace_back(times, type);
  std::sort(events.begin(), events.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  for (const auto& [times, type] : events) entry.events.emplace_back(type);
  return entry;
}

}  // namespace

std::vector<TimelineEntry> find_steps(const Telling& telling) {
  Steps steps;
  for (std::uint32_t i = 0; i < telling.witnesses.size(); ++i) {
    if (!put_events(telling, i, steps)) put_publication(telling, i, steps);
  }
  std::vector<Step> chosen;
  for (auto& [date, step] : steps) chosen.push_back(std::move(step));
  if (chosen.size() > kMostSteps) {  // those that most tell, then those told best
    std::sort(chosen.begin(), chosen.end(), [](const Step& a, const Step& b) {
      return std::tuple(b.witnesses.size(), b.worth, std::string_view(a.date)) <
             std::tuple(a.witnesses.size(), a.worth, std::string_view(b.date));
    });
    chosen.resize(kMostSteps);
  }
  std::sort(chosen.begin(), chosen.end(), [](const Step& a, const Step& b) {
    return std::tie(a.order, a.date) < std::tie(b.order, b.date);
  });
  std::vector<TimelineEntry> entries;
  for (Step& step : chosen) {
    add_repeats(telling, step);
    entries.push_back(entry_of(step));
  }
  return entries;
}

}  // namespace machtin

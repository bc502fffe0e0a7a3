// Triggers → events: roles, sides, time, place, quantities, status, source, codes.
#include "facts/events.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "facts/event_coding.h"
#include "facts/event_roles.h"
#include "facts/event_scan.h"
#include "facts/event_sources.h"
#include "facts/event_status.h"
#include "facts/event_tables.h"
#include "facts/quotes.h"
#include "language/number.h"

namespace machtin {
namespace {

constexpr std::size_t kClaimsBefore = 6,
                      kClaimsAfter = 2;        // claims of the sentence round a trigger
constexpr std::uint32_t kQuantityWindow = 30;  // tokens each side of a trigger

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void add_once(std::vector<std::uint32_t>& list, std::uint32_t value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// The day of a sentence that names one alone; not under a claim, whose day is that of the words.
std::optional<std::uint32_t> only_date(const SentenceScan& sentence, const Facts& found) {
  std::optional<std::uint32_t> date;
  for (const Phrase& phrase : sentence.phrases) {
    if (phrase.time == kNone || !(phrase.kinds & kTimeKind)) continue;
    if (found.times[phrase.time].value.ends_with("_REF")) continue;
    if (date) return std::nullopt;
    date = phrase.time;
  }
  return date;
}

class EventFinder {
 public:
  EventFinder(const ArticleText& text, const Facts& found, const EventTables& tables)
      : found_(found), tables_(tables), scan_(scan_article(text, found, tables)) {
    resolve_anaphora(scan_);
    claims_ = find_claims(scan_);
    quotes_ = quotes_of(scan_, claims_);
    for (const SentenceScan& sentence : scan_.sentences)
      only_date_.push_back(only_date(sentence, found));
    for (std::uint32_t q = 0; q < found.quantities.size(); ++q) by_place_.push_back(q);
    std::sort(by_place_.begin(), by_place_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return found.quantities[a].span.begin < found.quantities[b].span.begin;
    });
  }

  EventsAndQuotes find() && {
    std::vector<Event> events;
    for (std::uint32_t s = 0; s < scan_.sentences.size(); ++s) {
      for (std::uint32_t t = 0; t < scan_.sentences[s].triggers.size(); ++t) {
        if (auto event = read(s, t)) events.push_back(std::move(*event));
      }
    }
    return {std::move(events), std::move(quotes_)};
  }

 private:
  std::optional<Event> read(std::uint32_t s, std::uint32_t t) const {
    const SentenceScan& sentence = scan_.sentences[s];
    const TriggerHit& hit = sentence.triggers[t];
    const Trigger& trigger = tables_.triggers[hit.trigger];
    const EventType& type = tables_.types[trigger.type];
    const Filled filled = fill_roles(scan_, s, t);
    Event event = {.type = type.name, .trigger = scan_.span(hit.first, hit.end), .sentence = s};
    for (const RoleFill& fill : filled.roles)
      add_argument(event, type, sentence.phrases[fill.phrase], *fill.role);
    if (filled.roles.size() < trigger.least) return std::nullopt;
    add_time_and_place(event, type, sentence, filled);
    event.status = status_of(scan_, s, hit, filled);
    set_sides(event, type, s, hit.first);
    add_quantities(event, sentence, hit, filled);
    event.according_to = source_of(s, hit);
    if (!event.time && !event.according_to) event.time = only_date_[s];
    if (event.according_to && event.who == std::vector<std::uint32_t>{*event.according_to} &&
        type.name.starts_with("Statement.")) {
      event.according_to.reset();  // the statement is the speaker's own, not something told of it
    }
    code_event(event, type, found_.entities);
    return event;
  }

  void add_argument(Event& event, const EventType& type, const Phrase& phrase,
                    const std::string& role) const {
    if (!holds(type.roles, role)) return;
    Argument argument = {.role = role, .span = scan_.span(phrase.first, phrase.end)};
    if (phrase.entities.size() == 1) argument.entity = phrase.entities[0];
    event.arguments.push_back(std::move(argument));
    for (const std::uint32_t entity : phrase.entities) {
      if (holds(type.who, role))
        add_once(event.who, entity);
      else if (holds(type.whom, role))
        add_once(event.whom, entity);
    }
  }

  void add_time_and_place(Event& event, const EventType& type, const SentenceScan& sentence,
                          const Filled& filled) const {
    if (filled.time != kNone) {
      const Phrase& phrase = sentence.phrases[filled.time];
      event.time = phrase.time;
      add_argument(event, type, phrase, "Time");
    }
    if (filled.place == kNone) return;
    const Phrase& phrase = sentence.phrases[filled.place];
    if (!phrase.entities.empty()) event.place = phrase.entities[0];
    add_argument(event, type, phrase, "Place");
  }

  // Equal sides stand in one role: the first of them is who, the others are whom.
  void set_sides(Event& event, const EventType& type, std::uint32_t s,
                 std::uint32_t first_token) const {
    if (!type.mutual) return;
    if (type.inherits && event.who.empty() && event.whom.empty()) {
      event.who = prominent_pair(scan_, s, first_token, EntityType::kCountry);
    }
    if (event.who.size() < 2) return;
    std::vector<std::uint32_t> others(event.who.begin() + 1, event.who.end());
    event.who.resize(1);
    for (const std::uint32_t entity : event.whom) add_once(others, entity);
    event.whom = std::move(others);
  }

  // Numbers in the arguments, and those between this trigger and its neighbours.
  void add_quantities(Event& event, const SentenceScan& sentence, const TriggerHit& hit,
                      const Filled& filled) const {
    std::uint32_t first = hit.first, end = hit.end;
    const std::uint32_t left = hit.first - std::min(hit.first - sentence.first, kQuantityWindow);
    const std::uint32_t right = std::min(sentence.end, hit.end + kQuantityWindow);
    while (first > left && scan_.trigger_of[first - 1] == kNone && scan_.sign(first - 1) != U',')
      --first;
    while (end < right && scan_.trigger_of[end] == kNone) ++end;
    add_quantities_in(event, scan_.span(first, end));
    for (const RoleFill& fill : filled.roles) {
      const Phrase& phrase = sentence.phrases[fill.phrase];
      if (phrase.anaphor == Anaphor::kNone)
        add_quantities_in(event, scan_.span(phrase.first, phrase.end));
    }
  }

  void add_quantities_in(Event& event, ByteSpan span) const {
    const auto at = std::partition_point(by_place_.begin(), by_place_.end(), [&](std::uint32_t q) {
      return found_.quantities[q].span.begin < span.begin;
    });
    for (auto q = at; q != by_place_.end() && found_.quantities[*q].span.begin < span.end; ++q) {
      const Quantity& quantity = found_.quantities[*q];
      if (tells_amount(quantity) && !counts_sides(quantity.span.begin))
        add_once(event.quantities, *q);
    }
  }

  // The 2 of "2 nước" counts nothing that the event did.
  bool counts_sides(std::uint32_t byte) const {
    const std::vector<Token>& tokens = scan_.text->tokens;
    const auto at = std::partition_point(tokens.begin(), tokens.end(),
                                         [&](const Token& t) { return t.span.end <= byte; });
    if (at == tokens.end()) return false;
    const std::uint32_t token = static_cast<std::uint32_t>(at - tokens.begin());
    const Phrase* const phrase = scan_.phrase_at(token);
    return phrase && phrase->anaphor != Anaphor::kNone;
  }

  // Who says so: the speaker of the quotation it stands in, else the nearest claim of its sentence.
  std::optional<std::uint32_t> source_of(std::uint32_t s, const TriggerHit& hit) const {
    const std::uint32_t byte = scan_.token(hit.first).span.begin;
    const auto after = std::partition_point(quotes_.begin(), quotes_.end(),
                                            [&](const Quote& q) { return q.span.begin <= byte; });
    for (auto q = after; q != quotes_.begin() && after - q < 4;) {
      --q;
      if (q->direct && q->speaker && byte < q->span.end) return q->speaker;
    }
    const auto next = std::partition_point(claims_.begin(), claims_.end(),
                                           [&](const SourceClaim& c) { return c.first < hit.end; });
    const std::size_t at = static_cast<std::size_t>(next - claims_.begin());
    std::optional<std::uint32_t> source;
    bool spoken = false;
    for (std::size_t c = at - std::min(at, kClaimsBefore);
         c < std::min(claims_.size(), at + kClaimsAfter); ++c) {
      const SourceClaim& claim = claims_[c];
      if (claim.sentence != s) continue;
      if (claim.first <= hit.first && hit.first < claim.end)
        continue;  // the event is this very verb
      if (claim.source_before && claim.end <= hit.first) {
        if (!source || !claim.by_office) source = claim.entity;
        spoken = true;
      } else if (!claim.source_before && !spoken) {
        source = claim.entity;
      }
    }
    return source;
  }

  const Facts& found_;
  const EventTables& tables_;
  ArticleScan scan_;
  std::vector<SourceClaim> claims_;
  std::vector<Quote> quotes_;
  std::vector<std::optional<std::uint32_t>> only_date_;  // one a sentence
  std::vector<std::uint32_t> by_place_;                  // quantities in order of place
};

}  // namespace

EventsAndQuotes find_events(const ArticleText& text, const Facts& found,
                            const EventTables& tables) {
  return EventFinder(text, found, tables).find();
}

}  // namespace machtin

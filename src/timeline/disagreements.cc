// Each source's claims are gathered under what they are about: the event's type and what is
// counted, or its day, or its place. Two sources disagree about it if their sentences are alike (so
// that the same happening is meant) and no claim of one is compatible with any of the other.
#include "timeline/disagreements.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "language/number.h"
#include "language/token.h"
#include "text/fold.h"

namespace machtin {
namespace {

constexpr double kAbout = 0.1;            // how far "about 100" reaches
constexpr std::int32_t kNewsDays = 2;     // later figures are a later state, not another claim
constexpr std::int32_t kNearDays = 3;     // days that papers mix up lie next to one another
constexpr std::uint32_t kOpening = 3;     // sentences
constexpr std::size_t kMostSources = 48;  // compared pairwise; of more, the newest
constexpr double kAlikeCounts =
    0.25;                       // cosine of sentences that count one known kind ("người chết")
constexpr double kAlike = 0.4;  // of all others: one paper counts many people, days and places

struct AboutKey {
  std::string event = {};
  DisagreementAbout about = DisagreementAbout::kQuantity;
  std::string of = {};
  bool planned = false;
  bool kind = false;  // what is counted is plain: table "story_counted", or the event says it
  auto operator<=>(const AboutKey&) const = default;
};

struct Said {
  std::string value = {};    // as it is told
  double low = 0, high = 0;  // numbers and days: what it allows
  const StorySentence* sentence = nullptr;
  std::string printed_of = {};
};

struct SourceClaims {
  std::uint32_t witness = 0;
  std::vector<Said> said = {};
};

using Claims = std::map<AboutKey, std::vector<SourceClaims>>;

std::string plain_number(double value) {
  char text[64];
  const auto [end, error] =
      std::to_chars(text, text + sizeof text, value, std::chars_format::fixed);
  return error == std::errc() ? std::string(text, end) : std::string();
}

Said said_number(const Quantity& quantity) {
  Said said;
  said.value = plain_number(quantity.value);
  if (quantity.high) said.value += "-" + plain_number(*quantity.high);
  said.low = quantity.value;
  said.high = quantity.high.value_or(quantity.value);
  const double reach = std::abs(quantity.value) * kAbout;
  if (quantity.bound == Bound::kAbout) {
    said.low -= reach;
    said.high += reach;
  } else if (quantity.bound == Bound::kAtLeast) {
    said.high = std::numeric_limits<double>::infinity();
  } else if (quantity.bound == Bound::kAtMost) {
    said.low = -std::numeric_limits<double>::infinity();
  }
  return said;
}

// "người thiệt mạng trong vụ nổ" → the kind "người chết", by the longest form within it; else the
// words themselves.
struct Counted {
  std::string name = {};
  bool kind = false;  // a known one
};
Counted counted_kind(const std::string& of, const ReportTables& tables) {
  std::vector<std::string> keys;
  for (Token& token : tokenize(of)) keys.push_back(std::move(token.key));
  std::size_t longest = 0;
  std::string kind;
  for (const auto& [form, form_kind] : tables.counted_kinds) {
    if (form.size() <= longest) continue;
    if (std::search(keys.begin(), keys.end(), form.begin(), form.end()) == keys.end()) continue;
    longest = form.size();
    kind = form_kind;
  }
  if (longest > 0) return {kind, true};
  return {matching_key(of), false};
}

// Of the dead and the injured, the event itself says which people are counted.
bool counts_victims(const std::string& type) { return type == "Life.Die" || type == "Life.Injure"; }

bool is_word_alone(const std::string& type) { return type.starts_with("Statement."); }

void gather_quantities(const Event& event, const StoryMember& member, const StorySentence& sentence,
                       const ReportTables& tables, std::map<AboutKey, std::vector<Said>>& out) {
  for (const std::uint32_t index : event.quantities) {
    if (index >= member.facts.quantities.size()) continue;
    const Quantity& quantity = member.facts.quantities[index];
    if (!tells_amount(quantity)) continue;
    const Counted counted = quantity.of ? counted_kind(*quantity.of, tables) : Counted{};
    const std::string& of = counted.name;
    if (of.empty() && !quantity.unit) continue;
    AboutKey key{event.type, DisagreementAbout::kQuantity, of + "|" + quantity.unit.value_or(""),
                 event.status == EventStatus::kPlanned, counted.kind || counts_victims(event.type)};
    Said said = said_number(quantity);
    said.sentence = &sentence;
    said.printed_of = quantity.of ? of : *quantity.unit;
    out[std::move(key)].push_back(std::move(said));
  }
}

void gather_day(const Event& event, const StoryMember& member, const StorySentence& sentence,
                std::map<AboutKey, std::vector<Said>>& out) {
  if (!event.time || *event.time >= member.facts.times.size()) return;
  const TimeExpression& time = member.facts.times[*event.time];
  const std::optional<std::string> day = day_of(time.value);
  if (!day || time.type == TimeType::kDuration || time.type == TimeType::kSet) return;
  const std::optional<std::int32_t> number = day_number_of(*day);
  if (!number) return;  // days without a year cannot be held against one another
  Said said{*day, static_cast<double>(*number), static_cast<double>(*number), &sentence, {}};
  out[{event.type, DisagreementAbout::kDate, "", event.status == EventStatus::kPlanned}].push_back(
      std::move(said));
}

void gather_place(const Event& event, const StoryMember& member, const StorySentence& sentence,
                  std::map<AboutKey, std::vector<Said>>& out) {
  if (!event.place || *event.place >= member.facts.entities.size()) return;
  const Entity& place = member.facts.entities[*event.place];
  if (place.type != EntityType::kPlace) return;
  out[{event.type, DisagreementAbout::kPlace, "", event.status == EventStatus::kPlanned}].push_back(
      {place.name, 0, 0, &sentence, {}});
}

bool speaks_of_facts(const Event& event) {
  return !is_word_alone(event.type) && event.status != EventStatus::kNegated &&
         event.status != EventStatus::kDenied && event.status != EventStatus::kProposed;
}

Claims gather_claims(const Telling& telling, const ReportTables& tables) {
  Claims claims;
  for (std::uint32_t w = 0; w < telling.witnesses.size(); ++w) {
    const Witness& witness = telling.witnesses[w];
    const StoryMember& member = (*telling.members)[witness.member];
    if (member.article.role == Role::kTeaser) continue;
    std::map<AboutKey, std::vector<Said>> said;
    for (const Event& event : member.facts.events) {
      const StorySentence* sentence = sentence_at(witness, event.sentence);
      if (sentence == nullptr || !speaks_of_facts(event)) continue;
      gather_quantities(event, member, *sentence, tables, said);
      // A paper names many days and places; those of its opening are those of the happening.
      if (!sentence->title && sentence->place >= kOpening) continue;
      gather_day(event, member, *sentence, said);
      gather_place(event, member, *sentence, said);
    }
    for (auto& [key, values] : said) claims[key].push_back({w, std::move(values)});
  }
  return claims;
}

// Witnesses are in order of publication: a paper's last word stands.
void keep_last_words(const Telling& telling, std::vector<SourceClaims>& claims) {
  std::set<std::string_view> later;
  for (std::size_t i = claims.size(); i-- > 0;) {
    if (!later.insert(telling.witnesses[claims[i].witness].source).second)
      claims.erase(claims.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

bool names_place(const StoryMember& member, const std::string& place) {
  const std::string key = search_fold(place);
  return search_fold(member.article.text).find(key) != std::string::npos;
}

class Comparison {
 public:
  Comparison(const Telling& telling, const AboutKey& key) : telling_(telling), key_(key) {}

  // What `a` says that cannot be true if `b` is right, told in sentences alike enough to be about
  // one happening; nothing if anything that both say agrees.
  std::vector<const Said*> clashes(const SourceClaims& a, const SourceClaims& b) const {
    const Witness& one = telling_.witnesses[a.witness];
    const Witness& other = telling_.witnesses[b.witness];
    const StoryMember& member = (*telling_.members)[one.member];
    if (member.link.story != (*telling_.members)[other.member].link.story) return {};
    const std::optional<DayGap> gap = day_gap(one.published, other.published);
    if (gap && gap->days > kNewsDays) return {};
    std::vector<const Said*> found;
    for (const Said& said : a.said) {
      double alike = 0;
      for (const Said& against : b.said) {
        if (compatible(said, against, one, other)) return {};
        alike = std::max(alike, sentence_cosine(*said.sentence, *against.sentence));
      }
      if (alike >= (key_.kind ? kAlikeCounts : kAlike)) found.push_back(&said);
    }
    return found;
  }

 private:
  bool compatible(const Said& a, const Said& b, const Witness& one, const Witness& other) const {
    if (key_.about == DisagreementAbout::kPlace) {
      const StoryMember& member = (*telling_.members)[one.member];
      return names_place(member, b.value) ||
             names_place((*telling_.members)[other.member], a.value);
    }
    const bool overlap = a.low <= b.high && b.low <= a.high;
    const bool far = key_.about == DisagreementAbout::kDate && std::abs(a.low - b.low) > kNearDays;
    return overlap || far;  // days far apart are two happenings, not two tellings of one
  }

  const Telling& telling_;
  const AboutKey& key_;
};

// Who says what: value → witnesses.
struct Sayings {
  std::map<std::string, std::set<std::uint32_t>> witnesses = {};
  std::map<std::string, double> low = {};
  std::set<std::uint32_t> parties = {};
  std::string printed_of = {};
};

// One claim a value, with all members that stand behind it.
std::vector<Claim> claims_of(const Telling& telling, Sayings& sayings) {
  std::vector<Claim> claims;
  for (const auto& [value, witnesses] : sayings.witnesses) {
    Claim claim{value, {}};
    for (std::uint32_t i = 0; i < telling.voice.size(); ++i) {
      if (witnesses.contains(telling.voice[i])) claim.articles.push_back(i);
    }
    claims.push_back(std::move(claim));
  }
  // Most told first; then as they would be counted.
  std::sort(claims.begin(), claims.end(), [&](const Claim& a, const Claim& b) {
    if (a.articles.size() != b.articles.size()) return a.articles.size() > b.articles.size();
    return std::tie(sayings.low[a.value], a.value) < std::tie(sayings.low[b.value], b.value);
  });
  return claims;
}

std::optional<Disagreement> disagreement_about(const Telling& telling, const AboutKey& key,
                                               std::vector<SourceClaims>& sources) {
  keep_last_words(telling, sources);
  if (sources.size() > kMostSources)
    sources.erase(sources.begin(), sources.end() - static_cast<std::ptrdiff_t>(kMostSources));
  const Comparison comparison(telling, key);
  Sayings sayings;
  for (const SourceClaims& source : sources) {
    for (const SourceClaims& other : sources) {
      if (&source == &other) continue;
      for (const Said* said : comparison.clashes(source, other)) {
        sayings.witnesses[said->value].insert(source.witness);
        sayings.low.try_emplace(said->value, said->low);
        sayings.parties.insert(source.witness);
        sayings.printed_of = said->printed_of;
      }
    }
  }
  if (sayings.parties.size() < 2 || sayings.witnesses.size() < 2) return std::nullopt;
  Disagreement found{key.event, key.about, std::nullopt, claims_of(telling, sayings)};
  if (!sayings.printed_of.empty()) found.of = sayings.printed_of;
  return found;
}

}  // namespace

std::vector<Disagreement> find_disagreements(const Telling& telling, const ReportTables& tables) {
  std::vector<Disagreement> found;
  Claims claims = gather_claims(telling, tables);
  std::set<std::tuple<int, std::string, std::vector<std::string>>> told;
  for (auto& [key, sources] : claims) {
    if (sources.size() < 2) continue;
    std::optional<Disagreement> disagreement = disagreement_about(telling, key, sources);
    if (!disagreement) continue;
    // One sentence may hold two events with the same number: it is told under the first alone.
    std::vector<std::string> values;
    for (const Claim& claim : disagreement->claims) values.push_back(claim.value);
    const bool fresh =
        told.emplace(static_cast<int>(key.about), disagreement->of.value_or(""), values).second;
    if (fresh) found.push_back(std::move(*disagreement));
  }
  return found;
}

}  // namespace machtin

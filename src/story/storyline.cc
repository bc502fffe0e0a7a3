// See storyline.h. Two ways, both on what titles and ledes say:
//   topic   both tell of events of one family that come again (table "storyline_events") between
//   the
//           same sides. Where both name two countries or more, two must be the same: a tariff on
//           one country is another storyline than a tariff on the next.
//   grave   both speak of one grave event: its kind, its land or place, days that agree, and words.
#include "story/storyline.h"

#include <algorithm>
#include <map>
#include <optional>

namespace machtin {
namespace {

constexpr std::size_t kMostMembers = 16;  // of a story, that make its profile
constexpr double kCentralShare = 0.4;     // of the members that must name a side
constexpr double kFewestRarity = 2.5;     // of two shared countries together
constexpr double kForeign = 1.75;         // of the land of a grave event: rarer than one's own
constexpr double kCountryOfPerson = 2.0;  // of a country that only its people stand for
constexpr double kRareName = 5.5;         // a person or organization that few texts name
constexpr double kGraveWords = 0.08;      // cosine of titles and ledes, names included
constexpr double kReactionWords = 0.025;  // the same, where two lands act after what befell a third
constexpr std::int32_t kGraveDays = 30;   // between what happened and what others did after it
constexpr std::size_t kMostSides = 8;     // that keys are made of
constexpr std::size_t kHeadTerms = 160;

struct SideCount {
  Side side = {};
  double members = 0;
};

void count_sides(const ArticleFeatures::Data& data, std::map<std::uint32_t, SideCount>& counts) {
  std::map<std::uint32_t, Side> named;  // a country once, by its own name or by its people's
  for (const NamedEntity& entity : data.entities) {
    if (!entity.central) continue;
    const double rarity = static_cast<double>(entity.rarity) / 64;
    const bool country = entity.type == EntityType::kCountry;
    named.try_emplace(entity.key, Side{entity.key, country, rarity});
    const bool of_country = entity.country != 0 && entity.type == EntityType::kPerson;
    if (of_country) named.try_emplace(entity.country, Side{entity.country, true, kCountryOfPerson});
  }
  for (const auto& [key, side] : named) {
    SideCount& count = counts[key];
    count.members += 1;
    const double known = count.members > 1 ? count.side.rarity : side.rarity;
    count.side = {key, side.country, std::min(known, side.rarity)};
  }
}

TermVector summed_head(std::span<const ArticleFeatures::Data* const> members) {
  std::map<std::uint32_t, std::uint32_t> sums;
  for (const ArticleFeatures::Data* member : members) {
    for (const TermWeight& term : member->head.terms) sums[term.term] += term.weight;
  }
  std::vector<TermWeight> terms;
  terms.reserve(sums.size());
  const auto count = static_cast<std::uint32_t>(members.size());
  for (const auto& [term, sum] : sums)
    terms.push_back({term, static_cast<std::uint16_t>(std::min(sum / count + 1, 65535U))});
  std::sort(terms.begin(), terms.end(), [](const TermWeight& a, const TermWeight& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (terms.size() > kHeadTerms) terms.resize(kHeadTerms);
  return make_vector(std::move(terms));
}

bool any_shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::uint32_t key) {
    return std::binary_search(b.begin(), b.end(), key);
  });
}

struct SharedSides {
  std::size_t countries = 0, others = 0;
  double rarity = 0;
  double rarest_other = 0;
};

SharedSides shared_sides(const StoryProfile& a, const StoryProfile& b) {
  SharedSides shared;
  auto at = b.sides.begin();
  for (const Side& side : a.sides) {
    while (at != b.sides.end() && at->key < side.key) ++at;
    if (at == b.sides.end()) break;
    if (at->key != side.key) continue;
    const double rarity = std::min(side.rarity, at->rarity);
    ++(side.country ? shared.countries : shared.others);
    shared.rarity += rarity;
    if (!side.country) shared.rarest_other = std::max(shared.rarest_other, rarity);
  }
  return shared;
}

std::size_t countries_of(const StoryProfile& profile) {
  return static_cast<std::size_t>(std::count_if(profile.sides.begin(), profile.sides.end(),
                                                [](const Side& side) { return side.country; }));
}

bool same_topic(const StoryProfile& a, const StoryProfile& b, const SharedSides& shared) {
  if (!any_shared(a.topics, b.topics)) return false;
  const std::size_t needed = std::min({countries_of(a), countries_of(b), std::size_t{2}});
  if (shared.countries < needed) return false;
  if (needed == 2) return shared.rarity >= kFewestRarity;
  return shared.rarest_other >= kRareName;
}

std::optional<std::int32_t> least_gap(const StoryProfile& a, const StoryProfile& b) {
  std::optional<std::int32_t> least;
  for (const DayRange* one : a.published) {
    for (const DayRange* other : b.published) {
      const std::optional<DayGap> gap = day_gap(*one, *other);
      if (gap && (!least || gap->days < *least)) least = gap->days;
    }
  }
  return least;
}

bool same_grave_event(const StoryProfile& a, const StoryProfile& b, const SharedSides& shared) {
  if (!any_shared(a.grave, b.grave) || shared.rarity < kForeign) return false;
  const std::optional<std::int32_t> gap = least_gap(a, b);
  if (gap && *gap > kGraveDays) return false;
  // Two lands that act after what befell a third tell of different doings: little is worded alike.
  const bool reactions = shared.countries > 0 && shared.countries < countries_of(a) &&
                         shared.countries < countries_of(b);
  return cosine(a.head, b.head) >= (reactions ? kReactionWords : kGraveWords);
}

}  // namespace

StoryProfile profile_of(std::span<const ArticleFeatures::Data* const> members,
                        const StoryTables& tables) {
  members = members.first(std::min(members.size(), kMostMembers));
  StoryProfile profile;
  std::map<std::uint32_t, SideCount> sides;
  std::map<std::uint32_t, double> events;
  for (const ArticleFeatures::Data* member : members) {
    count_sides(*member, sides);
    for (const ToldEvent& event : member->events) {
      if (event.central) events[event.type] += 1;
    }
    profile.published.push_back(&member->published);
  }
  const double fewest = kCentralShare * static_cast<double>(members.size());
  for (const auto& [key, count] : sides) {
    if (count.members >= fewest) profile.sides.push_back(count.side);
  }
  for (const auto& [type, count] : events) {
    const auto kind = tables.storyline_events.find(type);
    if (count < fewest || kind == tables.storyline_events.end()) continue;
    if (kind->second.kind == StorylineKind::kGrave) profile.grave.push_back(type);
    if (kind->second.family != 0) profile.topics.push_back(kind->second.family);
  }
  std::sort(profile.topics.begin(), profile.topics.end());
  profile.topics.erase(std::unique(profile.topics.begin(), profile.topics.end()),
                       profile.topics.end());
  profile.head = summed_head(members);
  return profile;
}

bool one_storyline(const StoryProfile& a, const StoryProfile& b) {
  const SharedSides shared = shared_sides(a, b);
  return same_topic(a, b, shared) || same_grave_event(a, b, shared);
}

std::vector<std::uint64_t> storyline_keys(const StoryProfile& profile) {
  std::vector<Side> sides = profile.sides;
  std::sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) {
    return a.rarity != b.rarity ? a.rarity > b.rarity : a.key < b.key;
  });
  if (sides.size() > kMostSides) sides.resize(kMostSides);
  std::vector<std::uint64_t> keys;
  const auto add = [&](std::uint32_t type, std::uint32_t names) {
    keys.push_back(static_cast<std::uint64_t>(type) << 32 | names);
  };
  for (const std::uint32_t type : profile.topics) {
    for (std::size_t i = 0; i < sides.size(); ++i) {
      if (!sides[i].country) add(type, sides[i].key);
      for (std::size_t j = i + 1; j < sides.size(); ++j) {
        if (!sides[i].country || !sides[j].country) continue;
        add(type,
            pair_hash(std::min(sides[i].key, sides[j].key), std::max(sides[i].key, sides[j].key)));
      }
    }
  }
  for (const std::uint32_t type : profile.grave) {
    for (const Side& side : sides) add(type, side.key);
  }
  return keys;
}

}  // namespace machtin

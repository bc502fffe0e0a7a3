#pragma once
// What `facts` gives back for one article. Every span points into Article::text in bytes.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "machtin/article.h"

namespace machtin {

enum class EntityType { kPerson, kOrganization, kCountry, kPlace, kNationality };

struct CaptionMention {
  std::uint32_t caption = 0;  // index into Article::captions
  ByteSpan span = {};         // in that caption's text
  bool operator==(const CaptionMention&) const = default;
};

struct Entity {
  EntityType type = EntityType::kPerson;
  std::string name = {};                    // the fullest form in the article
  std::optional<std::string> country = {};  // ISO 3166-1 alpha-3
  std::vector<std::string> roles = {};      // "Ngoại trưởng Nga", as the article says it
  std::optional<std::string> sector = {};   // PLOVER actor code: GOV, MIL, COP, JUD, …
  std::optional<std::string> key = {};      // the same for the same one in every article
  std::vector<std::string> aliases = {};    // other spellings, whether the article has them or not
  std::vector<ByteSpan> mentions = {};      // in order of place
  std::vector<ByteSpan> anaphors = {};      // "ông", "nước này": words that stand for it
  std::vector<CaptionMention> caption_mentions = {};
  bool operator==(const Entity&) const = default;
};

enum class TimeType { kDate, kTime, kDuration, kSet };

struct TimeExpression {
  ByteSpan span = {};
  TimeType type = TimeType::kDate;
  std::string value = {};  // TIMEX3: 2025-05-23, XXXX-09-07, 2025-SU, PT2H, PRESENT_REF
  std::optional<std::string> earliest =
      {};  // days; proved bounds where the value leaves the year open
  std::optional<std::string> latest = {};
  std::optional<LikelyDate> likely = {};
  bool operator==(const TimeExpression&) const = default;
};

enum class Bound { kExact, kAbout, kAtLeast, kAtMost };

struct Quantity {
  ByteSpan span = {};
  double value = 0;
  std::optional<double> high = {};       // the upper end of a range; a score's other side
  std::optional<std::string> unit = {};  // "%", ISO 4217, SI, "ordinal", "score"
  std::optional<std::string> of = {};    // what is counted or ordered, as printed
  Bound bound = Bound::kExact;
  std::optional<std::string> per = {};  // for whom each, as printed: "mỗi bên"
  bool operator==(const Quantity&) const = default;
};

struct Argument {
  std::string role = {};  // an ACE role name
  ByteSpan span = {};
  std::optional<std::uint32_t> entity = {};
  bool operator==(const Argument&) const = default;
};

enum class EventStatus { kHappened, kOngoing, kPlanned, kProposed, kDenied, kNegated };

struct Event {
  std::string type = {};  // a row of data/all/event_types.tsv
  std::optional<std::string> plover = {}, plover_mode = {}, cameo = {};
  ByteSpan trigger = {};
  std::uint32_t sentence = 0;           // index into Facts::sentences
  std::vector<std::uint32_t> who = {};  // indices into Facts::entities
  std::vector<std::uint32_t> whom = {};
  std::vector<Argument> arguments = {};
  std::optional<std::uint32_t> time = {};      // index into Facts::times
  std::optional<std::uint32_t> place = {};     // index into Facts::entities
  std::vector<std::uint32_t> quantities = {};  // indices into Facts::quantities
  EventStatus status = EventStatus::kHappened;
  std::optional<std::uint32_t> according_to = {};  // index into Facts::entities
  bool operator==(const Event&) const = default;
};

struct Quote {
  ByteSpan span = {};
  bool direct = false;
  std::optional<std::uint32_t> speaker = {};  // index into Facts::entities
  std::optional<std::string> verb = {};
  bool operator==(const Quote&) const = default;
};

struct Facts {
  std::vector<ByteSpan> sentences = {};
  std::vector<Entity> entities = {};
  std::vector<TimeExpression> times = {};
  std::vector<Quantity> quantities = {};
  std::vector<Event> events = {};
  std::vector<Quote> quotes = {};
  bool operator==(const Facts&) const = default;
};

}  // namespace machtin

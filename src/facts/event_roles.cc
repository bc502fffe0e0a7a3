#include "facts/event_roles.h"

#include <algorithm>

namespace machtin {
namespace {

constexpr std::uint32_t kLeftWindow = 45;  // tokens left of a verb in which its subject is sought
constexpr std::uint32_t kRightWindow =
    40;  // tokens right of a trigger in which marked phrases are sought
constexpr std::uint32_t kObjectWindow = 7;    // tokens between a trigger and its object
constexpr std::uint32_t kVerbWindow = 10;     // tokens of auxiliaries and adverbs before a trigger
constexpr std::uint32_t kTimeWindow = 30;     // tokens between a trigger and its time
constexpr std::uint32_t kExplanationGap = 8;  // tokens, room for an age in brackets
constexpr std::size_t kMostJoined = 6;
constexpr KindSet kActors = kPersonKind | kOrganizationKind | kCountryKind;

bool ends_clause(char32_t sign) {
  return sign == U';' || sign == U':' || sign == U'.' || sign == U'!' || sign == U'?';
}

bool joins(const ArticleScan& scan, std::uint32_t i) {
  const char32_t sign = scan.sign(i);
  return sign == U'-' || sign == U'–' || sign == U'/' || sign == U'&' || scan.is(i, kConjunction);
}

class RoleFinder {
 public:
  RoleFinder(const ArticleScan& scan, std::uint32_t sentence, std::uint32_t trigger)
      : scan_(scan),
        number_(sentence),
        sentence_(scan.sentences[sentence]),
        hit_(sentence_.triggers[trigger]),
        trigger_(scan.tables->triggers[hit_.trigger]),
        frame_(scan.tables->frames[trigger_.frame]) {}

  Filled find() {
    read_voice();
    for (const RoleRule& rule : frame_.rules) {
      if (rule.where != Where::kSpareSubject && rule.where != Where::kSpareObject) fill(rule);
    }
    for (const RoleRule& rule : frame_.rules) {
      const bool spare = rule.where == Where::kSpareSubject || rule.where == Where::kSpareObject;
      if (spare && !has_role(rule.role)) fill(rule);
    }
    filled_.time = find_time();
    filled_.place = find_place();
    return std::move(filled_);
  }

 private:
  const Phrase& phrase(std::uint32_t p) const { return sentence_.phrases[p]; }

  bool is_used(std::uint32_t p) const {
    return std::find(used_.begin(), used_.end(), p) != used_.end();
  }

  bool has_role(const std::string& role) const {
    return std::any_of(filled_.roles.begin(), filled_.roles.end(),
                       [&](const RoleFill& f) { return *f.role == role; });
  }

  // Walks left over what belongs to the trigger: "đã bị cảnh sát" before "bắt".
  void read_voice() {
    std::uint32_t at = hit_.first;
    filled_.nominal = trigger_.noun || scan_.is(hit_.first, kNominal);
    std::uint32_t agent = kNone, agent_at = kNone;
    for (std::uint32_t steps = 0; steps < kVerbWindow && at > sentence_.first; ++steps) {
      const std::uint32_t before = at - 1;
      if (scan_.is(before, kPassive) && scan_.phrase_of[before] == kNone) {
        filled_.passive = frame_.has_object && !filled_.nominal;
        at = before;
        agent_at = kNone;
        if (filled_.passive && agent != kNone) agent_ = agent;
        agent = kNone;
      } else if (scan_.phrase_of[before] != kNone && agent == kNone && !filled_.passive &&
                 !filled_.nominal) {
        agent = scan_.phrase_of[before];
        agent_at = at;
        at = phrase(agent).first;
      } else if (scan_.is(before, kNominal) && agent == kNone) {
        filled_.nominal = true;
        at = before;
      } else if (scan_.is(before, kFiller) || (filled_.nominal && scan_.is(before, kDeterminer))) {
        at = before;
      } else {
        break;
      }
    }
    filled_.verb_first = agent_at != kNone ? agent_at : at;
  }

  void fill(const RoleRule& rule) {
    switch (rule.where) {
      case Where::kSubject:
      case Where::kSpareSubject:
        filled_.passive ? take(rule, passive_agent(rule.kinds))
                        : take(rule, subject(rule.kinds, false));
        break;
      case Where::kObject:
      case Where::kSpareObject:
        if (filled_.passive) take(rule, subject(rule.kinds, false));
        if (!filled_.passive || !has_role(rule.role)) take(rule, object(rule.kinds));
        break;
      case Where::kBoth:
        take(rule, subject(rule.kinds, true));
        take(rule, marked(rule));
        break;
      case Where::kMark:
        take(rule, marked(rule));
        break;
      case Where::kMarkLeft:
        if (!has_role(rule.role)) take(rule, marked_left(rule));
        break;
      case Where::kRight:
        take(rule, right(rule.kinds));
        break;
    }
  }

  void take(const RoleRule& rule, std::uint32_t found) {
    if (found == kNone) return;
    for (const std::uint32_t p : joined_phrases(scan_, number_, found)) {
      if (is_used(p) || !(phrase(p).kinds & rule.kinds)) continue;
      used_.push_back(p);
      filled_.roles.push_back({&rule.role, p});
    }
  }

  std::uint32_t passive_agent(KindSet kinds) const {
    if (agent_ != kNone && (phrase(agent_).kinds & kinds)) return agent_;
    return genitive(kinds);
  }

  // "vụ bắt giữ của cảnh sát", "bởi phiến quân": right of the trigger after a word that names the
  // doer.
  std::uint32_t genitive(KindSet kinds) const {
    const std::uint32_t limit = right_limit(kRightWindow, false);
    for (std::uint32_t i = hit_.end + 1; i < limit; ++i) {
      const std::uint32_t p = scan_.phrase_of[i];
      if (p == kNone || phrase(p).first != i) continue;
      if (scan_.is(i - 1, kGenitive) && (phrase(p).kinds & kinds)) return p;
    }
    return kNone;
  }

  std::uint32_t subject(KindSet kinds, bool mutual) const {
    if (filled_.nominal) {
      if (const std::uint32_t doer = genitive(kinds); doer != kNone) return doer;
      // "sau vụ xả súng": the subject of the sentence did something else, save that "trong cuộc
      // gặp" he was there.
      if (!mutual && after_preposition()) return kNone;
    }
    const std::uint32_t left = find_subject(scan_, number_, filled_.verb_first, kinds);
    return left != kNone || filled_.nominal ? left : subject_after_comma(kinds);
  }

  bool after_preposition() const {
    const std::uint32_t at = filled_.verb_first;
    return at > sentence_.first && scan_.is(at - 1, kPreposition) && !scan_.is(at - 1, kFiller);
  }

  // "Sau khi bị bắt, Nam khai …": a clause without a subject that opens the sentence has that of
  // the next clause.
  std::uint32_t subject_after_comma(KindSet kinds) const {
    if (filled_.verb_first - sentence_.first > 4) return kNone;
    const std::uint32_t limit = std::min(sentence_.end, hit_.end + kRightWindow);
    for (std::uint32_t i = hit_.end; i + 1 < limit; ++i) {
      if (scan_.sign(i) != U',') continue;
      const std::uint32_t p = scan_.phrase_of[i + 1];
      return p != kNone && (phrase(p).kinds & kinds) ? p : kNone;
    }
    return kNone;
  }

  // The token where what belongs to the trigger ends at the latest.
  std::uint32_t right_limit(std::uint32_t window, bool over_commas) const {
    const std::uint32_t limit = std::min(sentence_.end, hit_.end + window);
    for (std::uint32_t i = hit_.end; i < limit; ++i) {
      const char32_t sign = scan_.sign(i);
      if (ends_clause(sign) || (sign == U',' && !over_commas)) return i;
    }
    return limit;
  }

  std::uint32_t object(KindSet kinds) const {
    const std::uint32_t limit = right_limit(kObjectWindow, false);
    for (std::uint32_t i = hit_.end; i < limit; ++i) {
      const std::uint32_t p = scan_.phrase_of[i];
      if (p != kNone) {
        if (phrase(p).kinds & kinds) return p;
        i = phrase(p).end - 1;
        continue;
      }
      if (scan_.trigger_of[i] != kNone) return kNone;
      if (scan_.is(i, kPreposition | kBoundary) && !scan_.is(i, kFiller)) return kNone;
    }
    return kNone;
  }

  bool after_marker(const RoleRule& rule, std::uint32_t p, std::uint32_t first) const {
    const std::uint32_t at = phrase(p).first;
    return std::any_of(rule.markers.begin(), rule.markers.end(),
                       [&](const Keys& keys) { return scan_.stands_before(keys, at, first); });
  }

  std::uint32_t marked(const RoleRule& rule) const {
    const std::uint32_t limit = right_limit(kRightWindow, true);
    for (std::uint32_t i = hit_.end; i < limit; ++i) {
      const std::uint32_t p = scan_.phrase_of[i];
      if (p == kNone || phrase(p).first != i || is_used(p) || !(phrase(p).kinds & rule.kinds))
        continue;
      // The trigger itself may be the marker: "đi đến", "gọi điện cho".
      if (after_marker(rule, p, hit_.first)) return p;
    }
    return kNone;
  }

  std::uint32_t marked_left(const RoleRule& rule) const {
    const std::uint32_t first = hit_.first - std::min(hit_.first - sentence_.first, kLeftWindow);
    for (std::uint32_t i = hit_.first; i-- > first;) {
      const std::uint32_t p = scan_.phrase_of[i];
      if (ends_clause(scan_.sign(i))) return kNone;
      if (p == kNone || phrase(p).first != i || is_used(p) || !(phrase(p).kinds & rule.kinds))
        continue;
      if (after_marker(rule, p, first)) return p;
    }
    return kNone;
  }

  std::uint32_t right(KindSet kinds) const {
    const std::uint32_t limit = right_limit(kRightWindow, true);
    for (std::uint32_t i = hit_.end; i < limit; ++i) {
      const std::uint32_t p = scan_.phrase_of[i];
      if (p != kNone && phrase(p).first == i && !is_used(p) && (phrase(p).kinds & kinds)) return p;
    }
    return kNone;
  }

  bool is_date(std::uint32_t p) const { return (phrase(p).kinds & kTimeKind) != 0; }

  // The nearest time with no other trigger between; right of the trigger before left, as the tie
  // goes in Vietnamese.
  std::uint32_t find_time() const {
    std::uint32_t best = kNone, best_distance = kTimeWindow;
    for (std::uint32_t i = hit_.end; i < std::min(sentence_.end, hit_.end + kTimeWindow); ++i) {
      if (scan_.trigger_of[i] != kNone || ends_clause(scan_.sign(i))) break;
      const std::uint32_t p = scan_.phrase_of[i];
      if (p == kNone || !is_date(p)) continue;
      best = p;
      best_distance = i - hit_.end;
      break;
    }
    for (std::uint32_t i = hit_.first; i-- > sentence_.first;) {
      if (hit_.first - i >= best_distance) break;
      if (scan_.trigger_of[i] != kNone || ends_clause(scan_.sign(i))) break;
      const std::uint32_t p = scan_.phrase_of[i];
      if (p != kNone && is_date(p)) return p;
    }
    return best;
  }

  std::uint32_t find_place() const {
    const KindSet kinds = kPlaceKind | kFacilityKind;
    const std::uint32_t limit = right_limit(kTimeWindow, true);
    for (std::uint32_t i = hit_.end; i < limit; ++i) {
      if (scan_.trigger_of[i] != kNone) break;
      if (place_starts(i, kinds)) return scan_.phrase_of[i];
    }
    const std::uint32_t first = hit_.first - std::min(hit_.first - sentence_.first, kTimeWindow);
    for (std::uint32_t i = hit_.first; i-- > first;) {
      if (scan_.trigger_of[i] != kNone || ends_clause(scan_.sign(i))) break;
      if (place_starts(i, kinds)) return scan_.phrase_of[i];
    }
    return kNone;
  }

  bool place_starts(std::uint32_t i, KindSet kinds) const {
    const std::uint32_t p = scan_.phrase_of[i];
    if (p == kNone || phrase(p).first != i || is_used(p) || i == sentence_.first) return false;
    return (phrase(p).kinds & kinds) && scan_.is(i - 1, kPlaceWord) &&
           scan_.phrase_of[i - 1] == kNone;
  }

  const ArticleScan& scan_;
  const std::uint32_t number_;
  const SentenceScan& sentence_;
  const TriggerHit& hit_;
  const Trigger& trigger_;
  const Frame& frame_;
  std::vector<std::uint32_t> used_;  // phrases that fill a role: a handful
  std::uint32_t agent_ = kNone;      // between the passive word and the verb
  Filled filled_;
};

// Does this trigger tell of words? What follows it is most often a clause with a subject of its
// own.
bool says(const ArticleScan& scan, const SentenceScan& sentence, std::uint32_t trigger) {
  const EventTables& tables = *scan.tables;
  return tables.types[tables.triggers[sentence.triggers[trigger].trigger].type].name.starts_with(
      "Statement.");
}

// "Nam (40 tuổi), một thợ mộc, bị bắt": of two phrases for one, the name that the second one
// explains.
std::uint32_t explained(const ArticleScan& scan, const SentenceScan& sentence, std::uint32_t p) {
  const Phrase& phrase = sentence.phrases[p];
  if (p == 0 || phrase.first < sentence.first + 2 || phrase.end >= sentence.end) return p;
  if (scan.sign(phrase.first - 1) != U',' || scan.sign(phrase.end) != U',') return p;
  for (std::uint32_t q = p; q-- > 0;) {
    const Phrase& name = sentence.phrases[q];
    if (phrase.first - name.end > kExplanationGap) break;
    if (!name.named || !(name.kinds & phrase.kinds)) continue;
    const char32_t after = scan.sign(name.end);
    return after == U',' || after == U'(' ? q : p;
  }
  return p;
}

// Is the phrase what another word before it governs: a preposition's, or another verb's object?
bool is_governed(const ArticleScan& scan, const SentenceScan& sentence, const Phrase& phrase) {
  if (phrase.first == sentence.first) return false;
  const std::uint32_t before = phrase.first - 1;
  if (scan.trigger_of[before] != kNone) return !says(scan, sentence, scan.trigger_of[before]);
  if (scan.phrase_of[before] != kNone) return false;
  if (scan.is(before, kCausative)) return false;
  return scan.is(before, kPreposition | kVerb | kPassive);
}

}  // namespace

Filled fill_roles(const ArticleScan& scan, std::uint32_t sentence, std::uint32_t trigger) {
  return RoleFinder(scan, sentence, trigger).find();
}

std::uint32_t find_subject(const ArticleScan& scan, std::uint32_t number, std::uint32_t verb_first,
                           KindSet kinds) {
  const SentenceScan& sentence = scan.sentences[number];
  const std::uint32_t first = verb_first - std::min(verb_first - sentence.first, kLeftWindow);
  std::uint32_t spare = kNone;
  for (std::uint32_t i = verb_first; i-- > first;) {
    if (ends_clause(scan.sign(i))) break;
    const std::uint32_t p = scan.phrase_of[i];
    if (p == kNone) continue;
    const Phrase& phrase = sentence.phrases[p];
    i = std::max(phrase.first, first);
    if (!(phrase.kinds & kinds)) continue;
    const std::uint32_t head = joined_phrases(scan, number, p).front();
    if (!is_governed(scan, sentence, sentence.phrases[head])) return explained(scan, sentence, p);
    if (spare == kNone) spare = p;
  }
  return spare;
}

std::vector<std::uint32_t> joined_phrases(const ArticleScan& scan, std::uint32_t number,
                                          std::uint32_t phrase) {
  const std::vector<Phrase>& phrases = scan.sentences[number].phrases;
  const auto joined = [&](std::uint32_t a, std::uint32_t b) {
    const bool both_act = (phrases[a].kinds & kActors) && (phrases[b].kinds & kActors);
    if (!(phrases[a].kinds & phrases[b].kinds) && !both_act) return false;
    if (phrases[a].time != kNone) return false;
    const std::uint32_t gap = phrases[b].first - phrases[a].end;
    return gap >= 1 && gap <= 2 && joins(scan, phrases[a].end) && joins(scan, phrases[b].first - 1);
  };
  std::uint32_t from = phrase, to = phrase;
  while (from > 0 && to - from < kMostJoined && joined(from - 1, from)) --from;
  while (to + 1 < phrases.size() && to - from < kMostJoined && joined(to, to + 1)) ++to;
  std::vector<std::uint32_t> out;
  for (std::uint32_t p = from; p <= to; ++p) out.push_back(p);
  return out;
}

}  // namespace machtin

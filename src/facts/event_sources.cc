#include "facts/event_sources.h"

#include <algorithm>
#include <span>
#include <unordered_map>

#include "facts/event_roles.h"

namespace machtin {
namespace {

constexpr std::uint32_t kSentencesBack = 6;
constexpr std::size_t kPhrasesSeen =
    60;  // of one sentence: bounds the work on a page without full stops
constexpr std::uint32_t kSourceWindow = 6;  // tokens of adverbs before a reporting verb
constexpr KindSet kSpeakers = kPersonKind | kOrganizationKind | kCountryKind;

// What makes two mentions the same side: the country of a country's name, else the entity.
bool is_side(const Entity& entity, EntityType type) {
  if (type == EntityType::kPerson) return entity.type == EntityType::kPerson;
  return entity.type == EntityType::kCountry || entity.type == EntityType::kNationality;
}

bool same_side(const Facts& found, std::uint32_t a, std::uint32_t b) {
  if (a == b) return true;
  const Entity& x = found.entities[a];
  const Entity& y = found.entities[b];
  return x.type != EntityType::kPerson && x.country && x.country == y.country;
}

// The phrases of a sentence that are looked at: those nearest before a token, or the first ones of
// an earlier sentence.
std::span<const Phrase> phrases_before(const SentenceScan& sentence, std::uint32_t before) {
  const std::vector<Phrase>& phrases = sentence.phrases;
  const auto end = std::partition_point(phrases.begin(), phrases.end(),
                                        [&](const Phrase& p) { return p.first < before; });
  const std::size_t count = static_cast<std::size_t>(end - phrases.begin());
  const std::size_t kept = std::min(count, kPhrasesSeen);
  const std::size_t from = before == kNone ? 0 : count - kept;
  return {phrases.data() + from, kept};
}

void add_sides(const ArticleScan& scan, std::uint32_t sentence, std::uint32_t before,
               EntityType type, std::vector<std::uint32_t>& sides) {
  const Facts& found = *scan.found;
  for (const Phrase& phrase : phrases_before(scan.sentences[sentence], before)) {
    for (const std::uint32_t entity : phrase.entities) {
      if (!is_side(found.entities[entity], type)) continue;
      const auto same = [&](std::uint32_t other) { return same_side(found, entity, other); };
      if (std::none_of(sides.begin(), sides.end(), same)) sides.push_back(entity);
    }
    if (sides.size() >= 2) break;
  }
}

// The entity of a source; of "văn phòng báo chí của Tổng thống Nga", which names none, the one it
// speaks for.
std::optional<std::uint32_t> speaker_of(const ArticleScan& scan, const SentenceScan& sentence,
                                        std::uint32_t p) {
  if (p == kNone || !(sentence.phrases[p].kinds & kSpeakers)) return std::nullopt;
  if (!sentence.phrases[p].entities.empty()) return sentence.phrases[p].entities.front();
  if (p + 1 == sentence.phrases.size()) return std::nullopt;
  const Phrase& owner = sentence.phrases[p + 1];
  const bool owned =
      owner.first == sentence.phrases[p].end + 1 && scan.is(owner.first - 1, kGenitive);
  if (!owned || !(owner.kinds & kSpeakers) || owner.entities.empty()) return std::nullopt;
  return owner.entities.front();
}

// "trao đổi" of prisoners is no talk: a reporting verb that tells of another event reports nothing.
bool tells_of_deeds(const ArticleScan& scan, std::uint32_t i) {
  if (scan.trigger_of[i] == kNone) return false;
  const SentenceScan& sentence = scan.sentences[scan.sentence_of[i]];
  const Trigger& trigger = scan.tables->triggers[sentence.triggers[scan.trigger_of[i]].trigger];
  return !scan.tables->types[trigger.type].name.starts_with("Statement.");
}

std::optional<SourceClaim> claim_at(const ArticleScan& scan, std::uint32_t sentence,
                                    std::uint32_t i, std::uint32_t end, std::uint32_t verb) {
  const SentenceScan& here = scan.sentences[sentence];
  SourceClaim claim = {.sentence = sentence, .first = i, .end = end, .verb = verb};
  claim.source_before = scan.tables->reporting[verb].source_before;
  if (claim.source_before) {
    std::uint32_t first = i;
    while (first > here.first && i - first < kSourceWindow && scan.is(first - 1, kFiller) &&
           scan.phrase_of[first - 1] == kNone)
      --first;
    claim.source_phrase = find_subject(scan, sentence, first, kSpeakers);
  } else {
    claim.source_phrase = end < here.end ? scan.phrase_of[end] : kNone;
  }
  const auto entity = speaker_of(scan, here, claim.source_phrase);
  if (!entity) return std::nullopt;
  claim.entity = *entity;
  claim.by_office = here.phrases[claim.source_phrase].entities.empty();
  return claim;
}

}  // namespace

std::vector<std::uint32_t> prominent_pair(const ArticleScan& scan, std::uint32_t sentence,
                                          std::uint32_t before_token, EntityType type) {
  std::vector<std::uint32_t> sides;
  add_sides(scan, sentence, before_token, type, sides);
  if (sides.size() == 2) return sides;
  for (std::uint32_t back = 1; back <= std::min(sentence, kSentencesBack); ++back) {
    std::vector<std::uint32_t> earlier;
    add_sides(scan, sentence - back, kNone, type, earlier);
    if (earlier.size() >= 2) return {earlier[0], earlier[1]};
  }
  sides.clear();
  add_sides(scan, 0, kNone, type, sides);  // the title
  if (sides.size() < 2) {
    sides.clear();
    add_sides(scan, sentence, kNone, type, sides);  // named later in the same sentence
  }
  if (sides.size() < 2) return {};
  sides.resize(2);
  return sides;
}

void resolve_anaphora(ArticleScan& scan) {
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> meant;  // by first byte
  for (std::uint32_t e = 0; e < scan.found->entities.size(); ++e) {
    for (const ByteSpan& anaphor : scan.found->entities[e].anaphors)
      meant[anaphor.begin].push_back(e);
  }
  for (SentenceScan& sentence : scan.sentences) {
    for (Phrase& phrase : sentence.phrases) {
      if (phrase.anaphor == Anaphor::kNone || !phrase.entities.empty()) continue;
      for (std::uint32_t i = phrase.first; i < phrase.end && phrase.entities.empty(); ++i) {
        if (const auto found = meant.find(scan.token(i).span.begin); found != meant.end())
          phrase.entities = found->second;
      }
    }
  }
}

std::vector<SourceClaim> find_claims(const ArticleScan& scan) {
  std::vector<SourceClaim> claims;
  for (std::uint32_t s = 0; s < scan.sentences.size(); ++s) {
    const SentenceScan& sentence = scan.sentences[s];
    const std::span<const Token> tokens(scan.text->tokens.data(), sentence.end);
    for (std::uint32_t i = sentence.first; i < sentence.end;) {
      const auto match = scan.phrase_of[i] == kNone && !tells_of_deeds(scan, i)
                             ? scan.tables->reporting_trie.match(tokens, i)
                             : std::nullopt;
      const std::uint32_t end = match ? i + static_cast<std::uint32_t>(match->tokens) : i + 1;
      if (match) {
        if (const auto claim = claim_at(scan, s, i, end, match->values.back()))
          claims.push_back(*claim);
      }
      i = end;
    }
  }
  return claims;
}

}  // namespace machtin

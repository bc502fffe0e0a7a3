// Left to right, the longest of what may start at a token wins: a name, a time, a noun phrase, a
// trigger, or a compound that only looks like a trigger.
#include "facts/event_scan.h"

#include <algorithm>
#include <span>

#include "language/number.h"
#include "text/utf8.h"

namespace machtin {
namespace {

// Three capital letters are a code of ISO 4217, which no unit of measure looks like.
bool is_currency(std::string_view unit) {
  return unit.size() == 3 &&
         std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

constexpr std::uint32_t kLongestCrime =
    9;  // tokens of a crime told in words: "tội", then what was done
constexpr std::uint32_t kLongestTail = 5;  // parts that may follow a head noun
// A noun of these kinds may tell more of the noun before it ("chủ tịch hiệp hội"); others begin a
// phrase of their own.
constexpr KindSet kTailKinds =
    kPersonKind | kOrganizationKind | kPlaceKind | kFacilityKind | kPositionKind;
constexpr std::uint32_t kNeedsWindow = 40;  // tokens each side in which a needed word is sought

// What starts at each token, from spans in bytes. Where spans overlap, the longer one wins.
std::vector<std::uint32_t> starts_of(const std::vector<Token>& tokens,
                                     const std::vector<ByteSpan>& spans) {
  std::vector<std::uint32_t> starts(tokens.size(), kNone);
  for (std::uint32_t i = 0; i < spans.size(); ++i) {
    const auto at =
        std::lower_bound(tokens.begin(), tokens.end(), spans[i].begin,
                         [](const Token& t, std::uint32_t begin) { return t.span.end <= begin; });
    if (at == tokens.end() || at->span.begin >= spans[i].end) continue;
    std::uint32_t& slot = starts[static_cast<std::size_t>(at - tokens.begin())];
    if (slot == kNone || spans[slot].end < spans[i].end) slot = i;
  }
  return starts;
}

KindSet kinds_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return kPersonKind;
    case EntityType::kOrganization:
      return kOrganizationKind | kFacilityKind;
    case EntityType::kCountry:
      return kCountryKind | kPlaceKind;
    case EntityType::kPlace:
      return kPlaceKind | kFacilityKind;
    case EntityType::kNationality:
      return kPersonKind | kCountryKind;
  }
  return 0;
}

class Scanner {
 public:
  explicit Scanner(ArticleScan& scan)
      : scan_(scan),
        text_(*scan.text),
        found_(*scan.found),
        tables_(*scan.tables),
        tokens_(scan.text->tokens) {
    std::vector<ByteSpan> spans;
    for (std::uint32_t e = 0; e < found_.entities.size(); ++e) {
      for (const ByteSpan& mention : found_.entities[e].mentions) {
        spans.push_back(mention);
        mention_entity_.push_back(e);
      }
    }
    mention_starts_ = starts_of(tokens_, spans);
    mention_spans_ = std::move(spans);
    std::vector<ByteSpan> times, quantities;
    for (const TimeExpression& t : found_.times) times.push_back(t.span);
    for (const Quantity& q : found_.quantities)
      quantities.push_back(is_order_or_score(q) ? ByteSpan{} : q.span);  // no phrase begins there
    time_starts_ = starts_of(tokens_, times);
    quantity_starts_ = starts_of(tokens_, quantities);
  }

  void scan_sentence(std::uint32_t s) {
    SentenceScan& sentence = scan_.sentences[s];
    const auto [first, end] = text_.sentence_tokens[s];
    sentence.first = first;
    sentence.end = end;
    end_ = end;
    mark_words(first, end);
    for (std::uint32_t i = first; i < end;) i = std::max(i + 1, step(sentence, i));
  }

 private:
  struct Head {
    std::uint32_t end = 0;
    KindSet kinds = 0;
    Anaphor anaphor = Anaphor::kNone;
  };

  std::span<const Token> here() const { return {tokens_.data(), end_}; }

  std::uint32_t token_end(std::uint32_t i, std::uint32_t byte_end) const {
    while (i < end_ && tokens_[i].span.begin < byte_end) ++i;
    return i;
  }

  void mark_words(std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t i = first; i < end;) {
      const auto match = tables_.word_trie.match(here(), i);
      if (!match) {
        ++i;
        continue;
      }
      WordSet set = 0;
      for (const std::uint32_t value : match->values) set |= tables_.words[value];
      for (std::size_t k = 0; k < match->tokens; ++k) scan_.words[i++] |= set;
    }
  }

  // One phrase, trigger or other word from token i; the token after it.
  std::uint32_t step(SentenceScan& sentence, std::uint32_t i) {
    if (time_starts_[i] != kNone) return add_time(sentence, i);
    const auto trigger =
        mention_starts_[i] == kNone ? tables_.trigger_trie.match(here(), i) : std::nullopt;
    Phrase phrase;
    const bool is_phrase = read_phrase(i, phrase);
    const std::uint32_t trigger_end = trigger ? i + static_cast<std::uint32_t>(trigger->tokens) : i;
    const bool blocked = trigger && tables_.triggers[trigger->values[0]].type == kNoType;
    if (is_phrase && (phrase.end > trigger_end || (blocked && phrase.end == trigger_end))) {
      return add_phrase(sentence, phrase);
    }
    if (!trigger) return is_phrase ? add_phrase(sentence, phrase) : i + 1;
    add_triggers(sentence, i, trigger_end, trigger->values);
    return trigger_end;
  }

  void add_triggers(SentenceScan& sentence, std::uint32_t i, std::uint32_t end,
                    std::span<const std::uint32_t> values) {
    for (const std::uint32_t value : values) {
      const Trigger& trigger = tables_.triggers[value];
      if (trigger.type == kNoType || repeats(sentence, i, trigger.type) ||
          !fits(trigger, i, end, sentence))
        continue;
      for (std::uint32_t k = i; k < end; ++k)
        scan_.trigger_of[k] = static_cast<std::uint32_t>(sentence.triggers.size());
      sentence.triggers.push_back({.first = i, .end = end, .trigger = value});
    }
  }

  // "cuộc tấn công khủng bố": two words side by side tell of one event.
  bool repeats(const SentenceScan& sentence, std::uint32_t i, std::uint32_t type) const {
    if (sentence.triggers.empty()) return false;
    const TriggerHit& last = sentence.triggers.back();
    return last.end == i && tables_.triggers[last.trigger].type == type;
  }

  bool fits(const Trigger& trigger, std::uint32_t i, std::uint32_t end,
            const SentenceScan& sentence) const {
    for (const Keys& keys : trigger.not_before) {
      if (scan_.stands_before(keys, i, sentence.first)) return false;
    }
    for (const Keys& keys : trigger.not_after) {
      if (scan_.stands_at(keys, end, sentence.end)) return false;
    }
    if (trigger.needs.empty()) return true;
    const std::uint32_t from = i - std::min(i - sentence.first, kNeedsWindow);
    const std::uint32_t to = std::min(sentence.end, end + kNeedsWindow);
    for (std::uint32_t k = from; k < to; ++k) {
      if (k >= i && k < end) continue;
      for (const Keys& keys : trigger.needs) {
        if (scan_.stands_at(keys, k, to)) return true;
      }
    }
    return false;
  }

  std::uint32_t add_phrase(SentenceScan& sentence, Phrase phrase) {
    const std::uint32_t number = static_cast<std::uint32_t>(sentence.phrases.size());
    for (std::uint32_t k = phrase.first; k < phrase.end; ++k) scan_.phrase_of[k] = number;
    sentence.phrases.push_back(std::move(phrase));
    return sentence.phrases.back().end;
  }

  std::uint32_t add_time(SentenceScan& sentence, std::uint32_t i) {
    const std::uint32_t number = time_starts_[i];
    const TimeExpression& time = found_.times[number];
    Phrase phrase = {.first = i,
                     .end = std::max(i + 1, token_end(i, time.span.end)),
                     .kinds = kTimeKind,
                     .time = number};
    if (time.type == TimeType::kDuration) phrase.kinds = kDurationKind;
    if (time.type == TimeType::kSet) phrase.kinds = 0;
    if (const auto tail = noun_at(phrase.end); tail && (tail->kinds & kPunishmentKind)) {
      phrase.kinds = kPunishmentKind;
      phrase.end = tail->end;
    }
    return add_phrase(sentence, phrase);
  }

  // A noun of the table at token i, or a word that stands for a name.
  std::optional<Head> noun_at(std::uint32_t i) const {
    if (i >= end_) return std::nullopt;
    std::optional<Head> head;
    if (const auto match = tables_.noun_trie.match(here(), i)) {
      head = Head{.end = i + static_cast<std::uint32_t>(match->tokens)};
      for (const std::uint32_t value : match->values) head->kinds |= tables_.nouns[value];
    }
    if (const auto match = tables_.anaphor_trie.match(here(), i)) {
      const std::uint32_t end = i + static_cast<std::uint32_t>(match->tokens);
      if (!head || end >= head->end) {
        if (!head) head = Head{};
        head->end = end;
        head->anaphor = tables_.anaphors[match->values.back()];
        head->kinds |= kinds_of_anaphor(head->anaphor);
      }
    }
    return head;
  }

  static KindSet kinds_of_anaphor(Anaphor anaphor) {
    switch (anaphor) {
      case Anaphor::kNone:
        return 0;
      case Anaphor::kTwoCountries:
        return kCountryKind | kOrganizationKind;
      case Anaphor::kTwoPersons:
      case Anaphor::kPerson:
        return kPersonKind;
      case Anaphor::kCountry:
        return kCountryKind | kPlaceKind;
      case Anaphor::kOrganization:
        return kOrganizationKind;
    }
    return 0;
  }

  // [determiners and number] head [tail]; false if no phrase starts at token i.
  bool read_phrase(std::uint32_t i, Phrase& phrase) const {
    phrase.first = i;
    if (tables_.anaphor_trie.match(here(), i)) {
      const auto whole = noun_at(i);
      if (whole && whole->anaphor != Anaphor::kNone) return read_from_head(i, *whole, phrase);
    }
    std::uint32_t at = i;
    bool counted = false, money = false;
    for (std::uint32_t parts = 0; parts < 4 && at < end_; ++parts) {
      if (quantity_starts_[at] != kNone) {
        const Quantity& quantity = found_.quantities[quantity_starts_[at]];
        counted = true;
        money |= quantity.unit && is_currency(*quantity.unit);
        at = counted_noun(at, token_end(at, quantity.span.end));
      } else if (at != i || !noun_at(at)) {
        const std::uint32_t next = determiner_end(at);
        if (next == at) break;
        at = next;
      } else {
        break;
      }
    }
    if (at < end_ && time_starts_[at] == kNone) {
      if (mention_starts_[at] != kNone) return read_from_mention(at, phrase);
      if (const auto head = noun_at(at)) {
        if (!money && read_from_head(at, *head, phrase)) {
          if (counted && phrase.kinds == kMoneyKind) phrase.kinds = kMoneyKind;
          return true;
        }
      }
    }
    if (!counted) return false;
    phrase.end = std::max(at, i + 1);
    phrase.kinds = money ? kMoneyKind : kNumberKind;
    return true;
  }

  // Where the noun stands that a quantity's own span may hold already.
  std::uint32_t counted_noun(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t k = first + 1; k < end; ++k) {
      if (tokens_[k].shape != Shape::kNumber && tables_.noun_trie.match(here(), k)) return k;
    }
    return std::max(end, first + 1);
  }

  std::uint32_t determiner_end(std::uint32_t at) const {
    if (!scan_.is(at, kDeterminer)) return at;
    std::uint32_t end = at + 1;
    if (const auto match = tables_.word_trie.match(here(), at))
      end = at + static_cast<std::uint32_t>(match->tokens);
    return end;
  }

  bool read_from_mention(std::uint32_t at, Phrase& phrase) const {
    const std::uint32_t mention = mention_starts_[at];
    const Entity& entity = found_.entities[mention_entity_[mention]];
    phrase.end = std::max(at + 1, token_end(at, mention_spans_[mention].end));
    phrase.kinds = kinds_of(entity.type);
    phrase.entities = {mention_entity_[mention]};
    phrase.named = true;
    // "Russian troops": where the noun stands last, it says what the phrase is.
    const bool adjective =
        entity.type == EntityType::kNationality || entity.type == EntityType::kCountry;
    if (!adjective) return true;
    if (const auto noun = noun_at(phrase.end);
        noun && noun->anaphor == Anaphor::kNone && !trigger_beats(phrase.end, noun->end)) {
      phrase.kinds = noun->kinds;
      phrase.end = noun->end;
      if (phrase.end < end_ && mention_starts_[phrase.end] != kNone) take_mention(phrase);
    }
    return true;
  }

  bool trigger_beats(std::uint32_t at, std::uint32_t noun_end) const {
    const auto match = tables_.trigger_trie.match(here(), at);
    if (!match) return false;
    const std::uint32_t end = at + static_cast<std::uint32_t>(match->tokens);
    return end > noun_end ||
           (end == noun_end && tables_.triggers[match->values[0]].type != kNoType);
  }

  bool read_from_head(std::uint32_t at, const Head& head, Phrase& phrase) const {
    if (trigger_beats(at, head.end)) return false;
    phrase.end = head.end;
    phrase.kinds = head.kinds;
    phrase.anaphor = head.anaphor;
    if (head.kinds & kCrimeKind || head.kinds == kPositionKind) {
      read_to_boundary(phrase);
      return true;
    }
    for (std::uint32_t parts = 0; parts < kLongestTail && phrase.end < end_; ++parts) {
      if (!read_tail(phrase)) break;
    }
    if (phrase.named) phrase.anaphor = Anaphor::kNone;  // "ông Nam" needs nobody else
    return true;
  }

  // One part after a head noun: a name, a further noun, a demonstrative, a capitalised word that is
  // in no list.
  bool read_tail(Phrase& phrase) const {
    const std::uint32_t at = phrase.end;
    if (time_starts_[at] != kNone || quantity_starts_[at] != kNone) return false;
    if (mention_starts_[at] != kNone) {
      take_mention(phrase);
      return true;
    }
    if (scan_.is(at, kDemonstrative)) {
      phrase.end = at + 1;
      return false;
    }
    if (scan_.is(at, kPreposition | kBoundary | kPassive | kFiller | kConjunction | kVerb))
      return false;
    if (const auto noun = noun_at(at); noun && (noun->kinds & kTailKinds) &&
                                       noun->anaphor == Anaphor::kNone &&
                                       !trigger_beats(at, noun->end)) {
      phrase.end = noun->end;
      return true;
    }
    const bool name_like =
        tokens_[at].shape == Shape::kCapitalised || tokens_[at].shape == Shape::kUpper;
    if (!name_like || tables_.trigger_trie.match(here(), at)) return false;
    phrase.end = at + 1;
    return true;
  }

  // The name says who the noun is: a person's name for a person, else the organization or country
  // it belongs to.
  void take_mention(Phrase& phrase) const {
    const std::uint32_t mention = mention_starts_[phrase.end];
    const std::uint32_t entity = mention_entity_[mention];
    phrase.end = std::max(phrase.end + 1, token_end(phrase.end, mention_spans_[mention].end));
    phrase.named = true;
    const EntityType type = found_.entities[entity].type;
    const bool better = phrase.entities.empty() || type == EntityType::kPerson ||
                        (type == EntityType::kOrganization &&
                         found_.entities[phrase.entities[0]].type != EntityType::kPerson);
    if (better) phrase.entities = {entity};
  }

  void read_to_boundary(Phrase& phrase) const {
    const std::uint32_t limit = std::min(end_, phrase.end + kLongestCrime);
    while (phrase.end < limit) {
      const char32_t sign = scan_.sign(phrase.end);
      const bool quote = sign == U'“' || sign == U'”' || sign == U'"';
      if ((sign != 0 && !quote) || time_starts_[phrase.end] != kNone) return;
      if (scan_.is(phrase.end, kBoundary | kPassive) || scan_.is(phrase.end, kPlaceWord)) return;
      ++phrase.end;
    }
  }

  ArticleScan& scan_;
  const ArticleText& text_;
  const Facts& found_;
  const EventTables& tables_;
  const std::vector<Token>& tokens_;
  std::vector<std::uint32_t> mention_starts_, time_starts_, quantity_starts_;  // one a token
  std::vector<std::uint32_t> mention_entity_;                                  // one a mention
  std::vector<ByteSpan> mention_spans_;
  std::uint32_t end_ = 0;  // of the sentence in hand
};

}  // namespace

const Phrase* ArticleScan::phrase_at(std::uint32_t i) const {
  if (phrase_of[i] == kNone) return nullptr;
  return &sentences[sentence_of[i]].phrases[phrase_of[i]];
}

ByteSpan ArticleScan::span(std::uint32_t first, std::uint32_t end) const {
  return {text->tokens[first].span.begin, text->tokens[end - 1].span.end};
}

char32_t ArticleScan::sign(std::uint32_t i) const {
  const Token& token = text->tokens[i];
  return token.shape == Shape::kPunctuation ? code_point_at(text->text, token.span.begin).value : 0;
}

bool ArticleScan::stands_before(const Keys& keys, std::uint32_t i, std::uint32_t first) const {
  return i - first >= keys.size() &&
         stands_at(keys, i - static_cast<std::uint32_t>(keys.size()), i);
}

bool ArticleScan::stands_at(const Keys& keys, std::uint32_t i, std::uint32_t end) const {
  if (end - i < keys.size()) return false;
  for (std::size_t k = 0; k < keys.size(); ++k) {
    if (text->tokens[i + k].key != keys[k]) return false;
  }
  return true;
}

ArticleScan scan_article(const ArticleText& text, const Facts& found, const EventTables& tables) {
  ArticleScan scan = {.text = &text, .found = &found, .tables = &tables};
  scan.words.assign(text.tokens.size(), 0);
  scan.phrase_of.assign(text.tokens.size(), kNone);
  scan.trigger_of.assign(text.tokens.size(), kNone);
  scan.sentence_of.assign(text.tokens.size(), 0);
  scan.sentences.resize(text.sentence_tokens.size());
  for (std::uint32_t s = 0; s < text.sentence_tokens.size(); ++s) {
    for (std::uint32_t k = text.sentence_tokens[s].first; k < text.sentence_tokens[s].second; ++k)
      scan.sentence_of[k] = s;
  }
  Scanner scanner(scan);
  for (std::uint32_t s = 0; s < scan.sentences.size(); ++s) scanner.scan_sentence(s);
  return scan;
}

}  // namespace machtin

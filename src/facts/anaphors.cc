#include "facts/anaphors.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "facts/entity_tables.h"
#include "text/fold.h"

namespace machtin {
namespace {

constexpr std::uint32_t kSentencesBack = 5;
constexpr std::size_t kMentionsSeen = 24;  // of one sentence
constexpr std::uint32_t kNobody = ~std::uint32_t{0};

// Tuned on the passages of tests/entities/anaphors.txt; only their order matters.
constexpr float kSentenceAway = 2, kSubject = 2, kFocus = 1, kSameAddress = 1.5F, kSameGender = 1,
                kOtherAddress = 1.5F, kClear = 0.6F;

struct Place {
  std::uint32_t first = 0, end = 0;  // tokens
  std::uint32_t entity = 0;
};

// What the article tells of a person beside the name.
struct Person {
  char gender = 0;
  std::unordered_set<std::string> addresses = {};  // "ông", "anh": keys
  std::unordered_set<std::string> roles = {};      // folded
  std::uint32_t mentions = 0;                      // so far
};

struct RoleHolder {  // of a role that the article has told so far: the last, and how many there are
  std::uint32_t entity = 0, count = 0;
};

class Resolver {
 public:
  Resolver(const ArticleText& article, const NamedText& text, std::vector<Entity>& entities)
      : article_(article),
        text_(text),
        tables_(*text.tables),
        entities_(entities),
        people_(entities.size()) {}

  void run() {
    collect_places();
    for (std::uint32_t e = 0; e < entities_.size(); ++e) describe(e);
    for (sentence_ = 0; sentence_ < article_.sentence_tokens.size(); ++sentence_) read_sentence();
  }

 private:
  std::uint32_t token_at(std::uint32_t byte) const {
    const auto found = std::lower_bound(
        article_.tokens.begin(), article_.tokens.end(), byte,
        [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
    return static_cast<std::uint32_t>(found - article_.tokens.begin());
  }

  void collect_places() {
    std::vector<Place> places;
    for (std::uint32_t e = 0; e < entities_.size(); ++e) {
      for (const ByteSpan& mention : entities_[e].mentions) {
        const std::uint32_t first = token_at(mention.begin), end = token_at(mention.end);
        if (first < end) places.push_back({first, end, e});
      }
      const Entity& entity = entities_[e];
      if (entity.type == EntityType::kCountry && entity.country)
        country_of_code_.try_emplace(*entity.country, e);
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
      return std::pair(a.first, b.end) < std::pair(b.first, a.end);
    });
    sentences_.resize(article_.sentence_tokens.size());
    std::size_t s = 0;
    for (const Place& place : places) {
      while (s + 1 < sentences_.size() && place.first >= article_.sentence_tokens[s].second) ++s;
      if (sentences_[s].size() < kMentionsSeen) sentences_[s].push_back(place);
    }
  }

  // The form of address that ends right before the token.
  const TitleRow* address_before(std::uint32_t token, std::string& key) const {
    constexpr std::uint32_t kLongest = 3;
    for (std::uint32_t length = 1; length <= kLongest && token >= length; ++length) {
      for (const PhraseHit& hit : text_.hits->at(token - length)) {
        if (hit.phrase->kind != PhraseKind::kTitle || hit.tokens != length) continue;
        key = text_.tokens[token - length].key;
        return &tables_.titles[hit.phrase->row];
      }
    }
    return nullptr;
  }

  void describe(std::uint32_t e) {
    if (entities_[e].type != EntityType::kPerson) return;
    Person& person = people_[e];
    for (const std::string& role : entities_[e].roles) person.roles.insert(folded_title(role));
    std::size_t looked_at = 0;
    for (const ByteSpan& mention : entities_[e].mentions) {
      if (++looked_at > kMentionsSeen) break;
      const std::uint32_t first = token_at(mention.begin), end = token_at(mention.end);
      std::string key;
      if (const TitleRow* title = address_before(first, key)) {
        if (title->kind == TitleKind::kAddress) person.addresses.insert(key);
        if (person.gender == 0) person.gender = title->gender;
      }
      for (std::uint32_t i = first + 1; i + 1 < end && person.gender == 0; ++i) {
        const auto middle = tables_.middle_names.find(text_.tokens[i].key);
        if (middle != tables_.middle_names.end()) person.gender = middle->second;
      }
    }
  }

  void read_sentence() {
    const auto [first, last] = article_.sentence_tokens[sentence_];
    std::size_t next_place = 0;
    const std::vector<Place>& places = sentences_[sentence_];
    std::uint32_t covered = first;
    for (std::uint32_t i = first; i < last; ++i) {
      if (text_.tokens[i].shape == Shape::kPunctuation) {
        follow_quotes(i);
        continue;
      }
      while (next_place < places.size() && places[next_place].first <= i) {
        const Place& place = places[next_place++];
        covered = std::max(covered, place.end);
        if (people_[place.entity].mentions++ == 0) count_roles(place.entity);
      }
      if (i < covered || text_.hits->at(i).empty()) continue;
      const PhraseHit hit = text_.hits->longest(PhraseKind::kAnaphor, i, last);
      const std::uint32_t longer = end_of_longer_word(i, hit.tokens, last);
      covered = std::max(covered, longer);
      if (hit.phrase == nullptr || longer > i) continue;
      const std::uint32_t end = i + hit.tokens;
      const AnaphorRow& row = tables_.anaphors[hit.phrase->row];
      const bool names = end < last && is_capital(text_, end) && text_.tokens[end].space_before;
      if ((names && row.kind == Anaphor::kPerson) || (quoted_ && is_bare_person(row, hit)))
        continue;
      resolve(row, i, end);
      covered = end;
    }
  }

  // A quotation may go on over sentences; a plain quotation mark opens or closes.
  void follow_quotes(std::uint32_t i) {
    if (text_.is(i, "\"")) {
      quoted_ = !quoted_;
    } else if (text_.is(i, "\u201C")) {
      quoted_ = true;
    } else if (text_.is(i, "\u201D")) {
      quoted_ = false;
    }
  }

  // In quotations "anh" and "chị" are those who talk.
  static bool is_bare_person(const AnaphorRow& row, const PhraseHit& hit) {
    return row.kind == Anaphor::kPerson && hit.tokens == 1;
  }

  // "anh em", "ông chủ": the end of a word that begins with the anaphor and goes on.
  std::uint32_t end_of_longer_word(std::uint32_t i, std::uint32_t tokens,
                                   std::uint32_t last) const {
    std::uint32_t end = i;
    for (const PhraseHit& hit : text_.hits->at(i)) {
      const PhraseKind kind = hit.phrase->kind;
      const bool word = kind == PhraseKind::kNotName || kind == PhraseKind::kTitle ||
                        kind == PhraseKind::kOffice || kind == PhraseKind::kThingWord;
      if (word && hit.tokens > tokens && i + hit.tokens <= last)
        end = std::max(end, i + hit.tokens);
    }
    return end;
  }

  void resolve(const AnaphorRow& row, std::uint32_t first, std::uint32_t end) {
    std::vector<std::uint32_t> meant;
    const auto take = [&](std::optional<std::uint32_t> one) {
      if (one) meant.push_back(*one);
    };
    switch (row.kind) {
      case Anaphor::kNone:
        return;
      case Anaphor::kPerson:
        take(row.role ? person_in_role(first, end) : person(row, first));
        break;
      case Anaphor::kCountry:
        take(country(first));
        break;
      case Anaphor::kOrganization:
        take(organization(row, first));
        break;
      case Anaphor::kTwoCountries:
        meant = pair(first, EntityType::kCountry);
        break;
      case Anaphor::kTwoPersons:
        meant = pair(first, EntityType::kPerson);
        break;
    }
    const ByteSpan span = {text_.tokens[first].span.begin, text_.tokens[end - 1].span.end};
    for (const std::uint32_t entity : meant) entities_[entity].anaphors.push_back(span);
  }

  // The places of a sentence before a token; of an earlier sentence all.
  std::span<const Place> places_before(std::uint32_t back, std::uint32_t token) const {
    const std::vector<Place>& places = sentences_[sentence_ - back];
    if (back > 0) return places;
    const auto end = std::partition_point(places.begin(), places.end(),
                                          [&](const Place& place) { return place.first < token; });
    return {places.begin(), end};
  }

  struct Candidate {
    std::uint32_t entity = kNobody;
    float score = 0;
  };

  float agreement(const Person& person, const AnaphorRow& row, const std::string& word) const {
    float score = 0;
    if (row.gender != 0 && person.gender == row.gender) score += kSameGender;
    if (person.addresses.contains(word)) {
      score += kSameAddress;
    } else if (!person.addresses.empty() && row.gender != 0) {
      score -= kOtherAddress;
    }
    return score;
  }

  std::optional<std::uint32_t> person(const AnaphorRow& row, std::uint32_t token) {
    const std::string& word = text_.tokens[token].key;
    Candidate best, second;
    std::unordered_set<std::uint32_t> met;
    for (std::uint32_t back = 0; back <= std::min(sentence_, kSentencesBack); ++back) {
      bool subject = true;
      for (const Place& place : places_before(back, token)) {
        if (entities_[place.entity].type != EntityType::kPerson) continue;
        const bool first = std::exchange(subject, false);
        const Person& person = people_[place.entity];
        const bool clash = row.gender != 0 && person.gender != 0 && person.gender != row.gender;
        if (clash || !met.insert(place.entity).second) continue;
        const float score = agreement(person, row, word) + (first ? kSubject : 0) +
                            (place.entity == focus_ ? kFocus : 0) -
                            kSentenceAway * static_cast<float>(back);
        const Candidate found{place.entity, score};
        if (best.entity == kNobody || score > best.score) {
          second = best;
          best = found;
        } else if (second.entity == kNobody || score > second.score) {
          second = found;
        }
      }
    }
    if (best.entity == kNobody) return std::nullopt;
    if (second.entity != kNobody && best.score - second.score < kClear) return std::nullopt;
    if (people_[best.entity].gender == 0) people_[best.entity].gender = row.gender;
    focus_ = best.entity;
    return best.entity;
  }

  void count_roles(std::uint32_t entity) {
    for (const std::string& role : people_[entity].roles) {
      RoleHolder& holder = holders_[role];
      holder.entity = entity;
      ++holder.count;
    }
  }

  // "bị cáo": the only one whom the article has called so.
  std::optional<std::uint32_t> person_in_role(std::uint32_t first, std::uint32_t end) const {
    const auto found = holders_.find(folded_title(text_.words(first, end)));
    const bool one = found != holders_.end() && found->second.count == 1;
    return one ? std::optional(found->second.entity) : std::nullopt;
  }

  std::optional<std::uint32_t> country_meant(std::uint32_t entity) const {
    const Entity& named = entities_[entity];
    if (named.type == EntityType::kCountry) return entity;
    if (!named.country || named.type == EntityType::kPlace) return std::nullopt;
    const auto found = country_of_code_.find(*named.country);
    return found == country_of_code_.end() ? std::nullopt : std::optional(found->second);
  }

  // "lãnh thổ nước này", "tấn công nước này": what is done to it is another's deed.
  bool is_acted_on(std::uint32_t token) const {
    for (std::uint32_t length = 1; length <= 2 && token >= length; ++length) {
      for (const PhraseHit& hit : text_.hits->at(token - length)) {
        if (hit.phrase->kind == PhraseKind::kTargetWord && hit.tokens == length) return true;
      }
    }
    return false;
  }

  std::optional<std::uint32_t> country(std::uint32_t token) const {
    const bool acted_on = is_acted_on(token);
    for (std::uint32_t back = 0; back <= std::min(sentence_, kSentencesBack); ++back) {
      std::vector<std::uint32_t> named;
      for (const Place& place : places_before(back, token)) {
        const auto meant = country_meant(place.entity);
        if (meant && std::find(named.begin(), named.end(), *meant) == named.end())
          named.push_back(*meant);
      }
      if (named.empty()) continue;
      return back > 0 || acted_on ? named.front() : named.back();
    }
    return std::nullopt;
  }

  std::optional<std::uint32_t> organization(const AnaphorRow& row, std::uint32_t token) const {
    for (std::uint32_t back = 0; back <= std::min(sentence_, kSentencesBack); ++back) {
      std::optional<std::uint32_t> found;
      for (const Place& place : places_before(back, token)) {
        const Entity& entity = entities_[place.entity];
        if (entity.type != EntityType::kOrganization) continue;
        if (!row.sector.empty() && entity.sector && *entity.sector != row.sector) continue;
        if (back == 0 || !found) found = place.entity;
      }
      if (found) return found;
    }
    return std::nullopt;
  }

  bool is_side(std::uint32_t entity, EntityType type) const {
    return type == EntityType::kPerson ? entities_[entity].type == type
                                       : country_meant(entity).has_value();
  }

  std::vector<std::uint32_t> sides(std::uint32_t back, std::uint32_t token, EntityType type) const {
    std::vector<std::uint32_t> found;
    for (const Place& place : places_before(back, token)) {
      if (!is_side(place.entity, type)) continue;
      const std::uint32_t side =
          type == EntityType::kPerson ? place.entity : *country_meant(place.entity);
      if (std::find(found.begin(), found.end(), side) == found.end()) found.push_back(side);
    }
    return found;
  }

  // The two of the nearest sentence that names two; of the title else.
  std::vector<std::uint32_t> pair(std::uint32_t token, EntityType type) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t back = 0; back <= std::min(sentence_, kSentencesBack); ++back) {
      found = sides(back, token, type);
      if (found.size() >= 2) break;
    }
    if (found.size() < 2) found = sides(sentence_, kNobody, type);
    if (found.size() < 2) return {};
    found.resize(2);
    return found;
  }

  const ArticleText& article_;
  const NamedText& text_;
  const EntityTables& tables_;
  std::vector<Entity>& entities_;
  std::vector<Person> people_;
  std::vector<std::vector<Place>> sentences_ = {};
  std::unordered_map<std::string, std::uint32_t> country_of_code_ = {};
  std::uint32_t sentence_ = 0;
  std::unordered_map<std::string, RoleHolder> holders_;  // by folded role
  bool quoted_ = false;
  std::uint32_t focus_ = kNobody;  // the person last spoken of by a word
};

}  // namespace

void resolve_anaphors(const ArticleText& article, const NamedText& text,
                      std::vector<Entity>& entities) {
  if (!entities.empty() && !article.sentence_tokens.empty() && !text.tables->anaphors.empty())
    Resolver(article, text, entities).run();
}

}  // namespace machtin

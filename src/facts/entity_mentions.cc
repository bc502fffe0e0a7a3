// The walk over a passage: at each token the finders are asked in turn, a user's own names first.
// Tested by entities_test.cc.
#include "facts/entity_mentions.h"

#include <algorithm>

#include "facts/entity_scan.h"

namespace machtin {

bool Scan::starts_sentence(std::uint32_t i) const {
  if (i <= first) return true;
  if (token(i - 1).shape != Shape::kPunctuation) return false;
  const std::string& sign = token(i - 1).key;
  if (sign == "\"" || sign == "'" || sign == "\u2018" || sign == "." || sign == "!" ||
      sign == "?" || sign == ":" || sign == "\u2026" || sign == "\u201C" || sign == "*") {
    return true;
  }
  return (sign == "-" || sign == "\u2013" || sign == "(") && i == first + 1;
}

bool Scan::ends_before(PhraseKind kind, std::uint32_t at) const {
  constexpr std::uint32_t kLongest = 4;  // tokens of a preposition or unit
  for (std::uint32_t length = 1; length <= kLongest && at >= first + length; ++length) {
    if (at - length < skipped_end) break;  // "cầu" of "yêu cầu"
    for (const PhraseHit& hit : text().hits->at(at - length)) {
      if (hit.phrase->kind == kind && hit.tokens == length) return true;
    }
  }
  return false;
}

bool Scan::is_dash(std::uint32_t i) const {
  return is(i, "-") || is(i, "\u2013") || is(i, "\u2014");
}

bool Scan::is_part_of_word(const NameRun& run) const {
  if (run.last >= last || token(run.last).shape != Shape::kLower) return false;
  for (const PhraseHit& hit : text().hits->at(run.last - 1)) {  // "Cung Văn" of "Cung Văn hóa"
    const PhraseKind kind = hit.phrase->kind;
    const bool word = kind == PhraseKind::kOrganizationWord ||
                      kind == PhraseKind::kOrganizationType || kind == PhraseKind::kOffice ||
                      kind == PhraseKind::kTitle || kind == PhraseKind::kNotName;
    if (word && hit.tokens > 1) return true;
  }
  return false;
}

bool Scan::is_common_word(const NameRun& run) const {
  if (run.last >= last || token(run.last).shape != Shape::kLower) return false;
  if (is_part_of_word(run)) return true;
  return run.words == 1 && tables().lower_words.contains(token(run.first).key);
}

bool Scan::begins_with_given_name(const NameRun& run) const {
  return run.words >= 2 && run.words <= 4 && !run.syllables && !run.digits && !run.ampersand &&
         tables().given_names.contains(token(run.first).key);
}

Mention& Scan::add(EntityType type, std::uint32_t begin, std::uint32_t end) {
  Mention mention;
  mention.type = type;
  mention.span = {token(begin).span.begin, token(end - 1).span.end};
  mention.caption = passage->caption;
  mention.name = std::string(text().words(begin, end));
  out->push_back(std::move(mention));
  return out->back();
}

namespace {

bool is_heading(const NamedText& text, std::uint32_t first, std::uint32_t last) {
  int upper = 0, words = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    if (text.tokens[i].shape == Shape::kPunctuation || text.tokens[i].shape == Shape::kNumber)
      continue;
    ++words;
    upper += text.tokens[i].shape == Shape::kUpper;
  }
  return words >= 4 && upper * 10 >= words * 6;
}

bool tells_of_sport(const NamedText& text, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    for (const PhraseHit& hit : text.hits->at(i)) {
      if (hit.phrase->kind == PhraseKind::kSportWord) return true;
    }
  }
  return false;
}

std::uint32_t scan_watched(Scan& scan, std::uint32_t at) {
  const PhraseHit hit = scan.hit(PhraseKind::kWatched, at);
  if (hit.phrase == nullptr) return at;
  const WatchedRow& row = scan.tables().watched[hit.phrase->row];
  Mention& mention = scan.add(row.type, at, at + hit.tokens);
  mention.key_name = row.name;
  mention.country = row.country;
  mention.key = row.key;
  mention.sector = row.sector;
  return at + hit.tokens;
}

// A word of the tables that is no name, unless something longer begins at the same place.
std::uint32_t skip_not_name(const Scan& scan, std::uint32_t at) {
  const PhraseHit hit = scan.hit(PhraseKind::kNotName, at);
  if (hit.phrase == nullptr) return at;
  for (const PhraseHit& other : scan.text().hits->at(at)) {
    if (other.phrase->kind != PhraseKind::kNotName && other.tokens > hit.tokens) return at;
  }
  return at + hit.tokens;
}

// "sân bay" of "tàu sân bay" introduces no place.
std::uint32_t skip_thing(const Scan& scan, std::uint32_t at) {
  const std::uint32_t tokens = scan.hit(PhraseKind::kThingWord, at).tokens;
  if (tokens < 2) return at;
  for (const PhraseHit& other : scan.text().hits->at(at)) {
    if (other.phrase->kind != PhraseKind::kThingWord && other.tokens >= tokens) return at;
  }
  return at + tokens;
}

// Words that only stand beside names begin none.
bool may_begin_name(std::span<const PhraseHit> hits) {
  return std::any_of(hits.begin(), hits.end(), [](const PhraseHit& hit) {
    return hit.phrase->kind < PhraseKind::kPlacePreposition ||
           hit.phrase->kind == PhraseKind::kNotName;
  });
}

std::uint32_t scan_one(Scan& scan, std::uint32_t at) {
  if (const std::uint32_t end = scan_watched(scan, at); end > at) return end;
  if (const std::uint32_t end = skip_thing(scan, at); end > at) return end;
  if (may_begin_name(scan.text().hits->at(at))) {
    if (const std::uint32_t end = skip_not_name(scan, at); end > at) return scan.skipped_end = end;
    using Finder = std::uint32_t (*)(Scan&, std::uint32_t);
    constexpr Finder kFinders[] = {scan_person, scan_people, scan_organization};
    for (const Finder finder : kFinders) {
      if (const std::uint32_t end = finder(scan, at); end > at) return end;
    }
    const bool place_longer =
        scan.hit(PhraseKind::kPlace, at).tokens > scan.hit(PhraseKind::kCountry, at).tokens;
    if (place_longer) {
      if (const std::uint32_t end = scan_place(scan, at); end > at) return end;
    }
    if (const std::uint32_t end = scan_country(scan, at, Before::kNothing); end > at) return end;
    if (const std::uint32_t end = scan_place(scan, at); end > at) return end;
    if (const std::uint32_t end = scan_admin_unit(scan, at); end > at) return end;
  }
  return scan_name(scan, at);
}

}  // namespace

void find_mentions(const Passage& passage, std::vector<Mention>& mentions) {
  Scan scan{.passage = &passage, .out = &mentions};
  for (const auto& [first, last] : passage.sentences) {
    scan.first = first;
    scan.last = last;
    scan.skipped_end = first;
    scan.last_country.clear();
    scan.heading = is_heading(passage.text, first, last);
    scan.sport = tells_of_sport(passage.text, first, last);
    std::uint32_t at = first;
    while (at < last) at = std::max(at + 1, scan_one(scan, at));
  }
}

}  // namespace machtin

// Countries, peoples and places: from tables where the context allows it, and from what stands
// before a name. Tested by entities_test.cc.
#include "facts/entity_scan.h"

namespace machtin {
namespace {

bool is_pair_member(const Scan& scan, std::uint32_t at) {
  return scan.hit(PhraseKind::kCountry, at).phrase != nullptr ||
         scan.hit(PhraseKind::kCountryInPair, at).phrase != nullptr;
}

// "Mỹ - Trung": a dash and another country on either side.
bool in_pair(const Scan& scan, std::uint32_t at, std::uint32_t end) {
  if (at >= scan.first + 2 && scan.is_dash(at - 1) &&
      (scan.country_end == at - 1 || is_pair_member(scan, at - 2))) {
    return true;
  }
  return scan.is_dash(end) && end + 1 < scan.last && is_pair_member(scan, end + 1);
}

// A country whose name is a common word or a given name too: "Anh", "Nga", "Đức".
bool homonym_is_country(const Scan& scan, std::uint32_t at, std::uint32_t end, Before before) {
  if (before == Before::kOffice || in_pair(scan, at, end)) return true;
  if (scan.capital_follows(end)) {  // "Mỹ Linh" is a woman, "Mỹ Joe Biden" a country and a man
    for (const PhraseHit& hit : scan.text().hits->at(end)) {
      if (hit.phrase->kind == PhraseKind::kOffice || hit.phrase->kind == PhraseKind::kOrganization)
        return true;
    }
    const NameRun rest = find_name_run(scan.text(), end, scan.last);
    return !rest.syllables || (rest.common_surname && rest.words >= 3);
  }
  const bool word = scan.tables().lower_words.contains(scan.token(at).key) ||
                    scan.hit(PhraseKind::kTitle, at).phrase != nullptr;
  if (before == Before::kNothing && scan.starts_sentence(at) && word) {
    return scan.is(end, ",") && end + 1 < scan.last && is_pair_member(scan, end + 1);
  }
  return true;
}

// One foreign word with a capital behind it is rather the given name of somebody: "Paris Hilton".
bool begins_longer_name(const Scan& scan, std::uint32_t at, std::uint32_t end) {
  if (end - at > 1 || !scan.capital_follows(end)) return false;
  for (const PhraseHit& hit : scan.text().hits->at(end)) {
    if (hit.phrase->kind != PhraseKind::kPlaceTail) return false;  // "London Bridge" is longer
  }
  return !scan.ends_before(PhraseKind::kPlacePreposition, at) &&
         !scan.ends_before(PhraseKind::kAdminUnit, at);
}

constexpr float kTownsRatherThanPeople = 2.5F;

// Towns of one syllable that is a given name too ("Vinh"): only where a place must stand.
bool lone_syllable_is_place(const Scan& scan, std::uint32_t at) {
  return scan.ends_before(PhraseKind::kPlacePreposition, at) ||
         scan.ends_before(PhraseKind::kAdminUnit, at);
}

// "Liverpool cầm chân Everton": where a match is told, the town is its club.
bool plays_match(const Scan& scan, std::uint32_t at, std::uint32_t end) {
  if (!scan.sport || lone_syllable_is_place(scan, at)) return false;
  return scan.ends_before(PhraseKind::kMatchVerb, at) ||
         scan.hit(PhraseKind::kMatchVerb, end).phrase != nullptr;
}

// "Moscow phản đối", "phía Bắc Kinh": not the city, the government that sits there.
bool stands_for_government(const Scan& scan, std::uint32_t at, std::uint32_t end) {
  if (scan.ends_before(PhraseKind::kBeforeGovernment, at)) return true;
  if (lone_syllable_is_place(scan, at)) return false;
  constexpr int kMostFillers = 3;
  std::uint32_t i = end;
  for (int fillers = 0; fillers <= kMostFillers; ++fillers) {
    if (scan.hit(PhraseKind::kGovernmentVerb, i).phrase != nullptr) return true;
    const PhraseHit filler = scan.hit(PhraseKind::kGovernmentFiller, i);
    if (filler.phrase == nullptr) return false;
    i += filler.tokens;
  }
  return false;
}

}  // namespace

namespace {

// "Bến Tre" of "huyện Châu Thành, tỉnh Bến Tre", "Châu Thành (Bến Tre)"; empty where none follows.
const std::string& province_behind(const Scan& scan, std::uint32_t at) {
  static const std::string kNone;
  if (scan.is(at, ",") || scan.is(at, "(") || scan.is_dash(at)) ++at;
  PhraseHit hit = scan.hit(PhraseKind::kPlace, at);
  if (hit.phrase == nullptr)
    hit = scan.hit(PhraseKind::kPlace, at + scan.hit(PhraseKind::kAdminUnit, at).tokens);
  if (hit.phrase == nullptr) return kNone;
  const PlaceRow& row = scan.tables().places[hit.phrase->row];
  return row.province || row.municipality ? row.name : kNone;
}

}  // namespace

std::uint32_t scan_country(Scan& scan, std::uint32_t at, Before before) {
  PhraseHit hit = scan.hit(PhraseKind::kCountry, at);
  if (hit.phrase != nullptr && hit.phrase->homonym &&
      !homonym_is_country(scan, at, at + hit.tokens, before))
    hit = {};
  if (hit.phrase == nullptr) {
    hit = scan.hit(PhraseKind::kCountryInPair, at);
    if (hit.phrase == nullptr || !in_pair(scan, at, at + hit.tokens)) return at;
  }
  Mention& mention = scan.add(EntityType::kCountry, at, at + hit.tokens);
  mention.country = scan.tables().countries[hit.phrase->row].code;
  scan.country_end = at + hit.tokens;
  scan.last_country = mention.country;
  return scan.country_end;
}

namespace {

// "người Yazidi": one foreign word that no table has is a people.
std::uint32_t scan_unknown_people(Scan& scan, std::uint32_t at, std::uint32_t name) {
  if (!scan.capital_follows(name) || scan.heading || !scan.text().hits->at(name).empty()) return at;
  const NameRun run = find_name_run(scan.text(), name, scan.last);
  if (run.words != 1 || run.syllables || run.abbreviation || run.digits) return at;
  scan.add(EntityType::kNationality, at, run.last);
  return run.last;
}

}  // namespace

std::uint32_t scan_people(Scan& scan, std::uint32_t at) {
  PhraseHit hit = scan.hit(PhraseKind::kPeople, at);
  if (hit.phrase == nullptr) return at;
  for (const PhraseHit& shorter :
       scan.text().hits->at(at)) {  // "người Việt Nam" is longer than "người Việt"
    if (shorter.phrase->kind != PhraseKind::kPeople || shorter.tokens >= hit.tokens) continue;
    if (shorter.tokens + scan.hit(PhraseKind::kCountry, at + shorter.tokens).tokens > hit.tokens)
      hit = shorter;
  }
  const PeopleRow& row = scan.tables().peoples[hit.phrase->row];
  const std::uint32_t end = at + hit.tokens;
  if (row.kind == PeopleKind::kWord) {
    scan.add(EntityType::kNationality, at, end).country = row.country;
    return end;
  }
  const PhraseHit country = scan.hit(PhraseKind::kCountry, end);
  if (country.phrase == nullptr) {
    return row.kind == PeopleKind::kBefore ? scan_unknown_people(scan, at, end) : at;
  }
  const std::uint32_t last = end + country.tokens;
  if (row.kind == PeopleKind::kLanguage) return last;
  scan.add(EntityType::kNationality, at, last).country =
      scan.tables().countries[country.phrase->row].code;
  scan.country_end = last;
  return last;
}

std::uint32_t scan_place(Scan& scan, std::uint32_t at, Before before) {
  const PhraseHit hit = scan.hit(PhraseKind::kPlace, at);
  if (hit.phrase == nullptr) return at;
  const std::uint32_t end = at + hit.tokens;
  if (before != Before::kOffice && begins_longer_name(scan, at, end)) return at;
  if (hit.tokens == 1 && scan.tables().is_syllable(scan.text().word(at)) &&
      !lone_syllable_is_place(scan, at)) {
    return at;
  }
  const PlaceRow& row = scan.tables().places[hit.phrase->row];
  if (plays_match(scan, at, end)) {
    scan.add(EntityType::kOrganization, at, end).country = row.country;
    return end;
  }
  // "Đồng Tháp Mười", "Trường Sa Lớn": one more syllable makes it another place.
  const bool longer = hit.tokens > 1 && scan.capital_follows(end) && !scan.heading &&
                      find_name_run(scan.text(), end, scan.last).last == end + 1 &&
                      scan.tables().is_syllable(scan.text().word(end)) &&
                      scan.text().hits->at(end).empty();
  Mention& mention = scan.add(EntityType::kPlace, at, longer ? end + 1 : end);
  mention.country = row.country;
  if (longer) return end + 1;
  if (row.capital && row.country != scan.tables().home_country &&
      stands_for_government(scan, at, end)) {
    mention.type = EntityType::kCountry;
    mention.government = true;
    return end;
  }
  mention.key_name = row.name;
  mention.shared = row.shared;
  if (row.shared) {
    const std::string& province = province_behind(scan, end);
    if (!province.empty()) mention.key_name += ", " + province;
  }
  if (row.soft && scan.tables().name_types != nullptr && !lone_syllable_is_place(scan, at)) {
    const float towns = scan.sport ? 0 : kTownsRatherThanPeople;  // players of a line-up
    mention.scores =
        scan.tables().name_types->score(name_features(scan.text(), scan.first, scan.last, at, end));
    (*mention.scores)[static_cast<std::size_t>(NameType::kPlace)] += towns;
  }
  return end;
}

std::uint32_t end_before_person(const Scan& scan, const NameRun& run) {
  if (!run.syllables) {  // "thành phố Uvalde Daniel Rodríguez"
    for (std::uint32_t i = run.first + 1; i + 2 <= run.last && run.words >= 3; ++i) {
      if (scan.tables().given_names.contains(scan.token(i).key) && scan.token(i).space_before)
        return i;
    }
    return run.last;
  }
  // A school or street bears a person's name itself; behind it only a whole name is another's.
  for (std::uint32_t i = run.first + (run.common_surname ? 2 : 1); i + 2 <= run.last; ++i) {
    const std::uint32_t fewest = run.common_surname || i == run.first + 1 ? 3 : 2;
    if (i + fewest > run.last) break;
    const auto surname = scan.tables().surnames.find(scan.token(i).key);
    if (surname == scan.tables().surnames.end() || !surname->second || run.last - i > 4) continue;
    // "Sao Mai Lê Văn Tám": of two surnames the second begins the person.
    const auto next = scan.tables().surnames.find(scan.token(i + 1).key);
    const bool second = next != scan.tables().surnames.end() && next->second;
    return second && i + 4 <= run.last ? i + 1 : i;
  }
  return run.last;
}

namespace {

// "thôn Trường Mỹ": a head of organizations of one syllable, and one or two more capitals.
bool begins_local_name(const Scan& scan, std::uint32_t name, const PhraseHit& known) {
  if (known.phrase->kind != PhraseKind::kOrganizationType || known.tokens != 1) return false;
  const NameRun run = find_name_run(scan.text(), name, scan.last);
  return run.syllables && !run.abbreviation && run.words >= 2 && run.words <= 3;
}

// "Quảng trường Thời đại", "Công viên Thống nhất": called by a word of two syllables, of which the
// second has no capital. Returns `at` where a word of another kind follows.
std::uint32_t add_named_by_word(Scan& scan, std::uint32_t at, const NameRun& run) {
  const std::uint32_t second = run.last;
  if (second >= scan.last || scan.token(second).shape != Shape::kLower ||
      scan.hit(PhraseKind::kFunctionWord, second).phrase != nullptr) {
    return at;
  }
  scan.add(EntityType::kPlace, at, second + 1);
  return second + 1;
}

// "Vinh Tân", a ward's name of two syllables, the first of which is a city's.
bool begins_like_a_city(const Scan& scan, std::uint32_t name) {
  const PhraseHit city = scan.hit(PhraseKind::kPlace, name);
  if (city.phrase == nullptr || city.tokens != 1 || scan.heading) return false;
  const NameRun run = find_name_run(scan.text(), name, scan.last);
  return run.last == name + 2 && run.syllables;
}

// "thành phố Bắc Ninh" is not the province.
void name_town(const Scan& scan, const PhraseHit& unit, const PhraseHit& place, Mention& mention) {
  const std::string& word = scan.tables().town_words[unit.phrase->row];
  const PlaceRow& row = scan.tables().places[place.phrase->row];
  if (word.empty() || !row.province || mention.key_name != row.name) return;
  mention.key_name = scan.tables().full_names.folded(word) + " " + row.name;
}

}  // namespace

std::uint32_t scan_admin_unit(Scan& scan, std::uint32_t at) {
  const PhraseHit hit = scan.hit(PhraseKind::kAdminUnit, at);
  if (hit.phrase == nullptr) return at;
  const std::uint32_t name = at + hit.tokens;
  if (name >= scan.last) return at;
  const bool capital_unit = scan.capital(at) && !scan.starts_sentence(at);
  if (capital_unit && hit.tokens == 1 &&
      (scan.sport || scan.tables().surnames.contains(scan.token(at).key))) {
    return at;  // "Đình Trọng" of a line-up
  }
  const bool numbered = scan.tables().admin_units[hit.phrase->row] == AdminUnitKind::kNumberToo;
  if (numbered && scan.token(name).shape == Shape::kNumber &&
      scan.token(name).key.size() <= 3) {  // "quận 7"
    scan.add(EntityType::kPlace, at, name + 1).country = scan.tables().home_country;
    return name + 1;
  }
  if (begins_like_a_city(scan, name)) {
    scan.add(EntityType::kPlace, name, name + 2).country = scan.tables().home_country;
    return name + 2;
  }
  if (const std::uint32_t end = scan_place(scan, name); end > name) {
    name_town(scan, hit, scan.hit(PhraseKind::kPlace, name), scan.out->back());
    return end;
  }
  const bool dotted = scan.is(name - 1, ".");  // "P.Bến Nghé"
  const bool closely = dotted && scan.token(name).shape == Shape::kCapitalised;
  if ((!closely && !scan.capital_follows(name)) || scan.heading) return at;
  for (const PhraseHit& known : scan.text().hits->at(name)) {
    const PhraseKind kind = known.phrase->kind;
    const bool no_name =
        kind == PhraseKind::kTitle || kind == PhraseKind::kAdminUnit ||
        kind == PhraseKind::kOrganizationWord ||
        (kind >= PhraseKind::kPlacePreposition && kind != PhraseKind::kNotName) ||
        (kind == PhraseKind::kNotName && known.tokens > 1 && !capital_unit &&
         find_name_run(scan.text(), name, scan.last).last == name + known.tokens) ||
        begins_local_name(scan, name, known);
    if (!no_name) {
      return at;
    }
  }
  const NameRun run = find_name_run(scan.text(), name, scan.last);
  if (run.words == 1 && scan.is_common_word(run)) {
    return scan.capital(at) ? add_named_by_word(scan, at, run) : at;
  }
  if (scan.is_common_word(run)) return at;
  const std::uint32_t end = end_before_person(scan, run);
  Mention& mention = scan.add(EntityType::kPlace, capital_unit && !dotted ? at : run.first, end);
  if (run.syllables) mention.country = scan.tables().home_country;
  return end;
}

}  // namespace machtin

// Organizations: those of the tables, and those that a word like "Bộ", "Công an" or "Tập đoàn"
// begins, with the words, countries and places that go it on. Tested by entities_test.cc.
#include <algorithm>
#include <array>

#include "facts/entity_scan.h"
#include "text/fold.h"

namespace machtin {
namespace {

constexpr std::array<std::string_view, 5> kStateSectors = {"GOV", "COP", "MIL", "JUD", "LEG"};

bool is_state_sector(std::string_view sector) {
  return std::find(kStateSectors.begin(), kStateSectors.end(), sector) != kStateSectors.end();
}

// A name under construction: what follows the head, piece by piece.
struct Build {
  std::uint32_t begin = 0, head_end = 0;
  std::uint32_t end = 0;   // behind the last piece that surely belongs to it
  std::uint32_t next = 0;  // behind all pieces, words that need another one included
  std::uint32_t run_end =
      0;  // of a name without a table: another right behind it is somebody else's
  bool capital_head = false;
  bool whole_head = false;  // a name by itself: "Bộ Y tế"
  bool word_head = false;   // "Bộ": the word behind it belongs to it, capital or not
  bool has_name = false;    // a place, country or name of its own, beside words like "Đa khoa"
  bool named = false;       // a capitalised piece behind the head
  bool has_country = false;
  bool has_place = false;   // a country or place: no "và" goes on behind it
  bool numbered = false;    // "Quân khu 7"
  bool local = false;       // the head is one of those that each place has
  bool only_known = false;  // a head in lower case with a known organization behind it
  std::uint32_t country_begin = 0;
  std::string country = {}, sector = {};
};

OrganizationWordKind word_kind(const Scan& scan, const PhraseHit& hit) {
  return scan.tables().organization_words[hit.phrase->row];
}

bool known_place_begins(const Scan& scan, std::uint32_t at) {
  return scan.hit(PhraseKind::kCountry, at).phrase != nullptr ||
         scan.hit(PhraseKind::kPlace, at).phrase != nullptr ||
         scan.hit(PhraseKind::kAdminUnit, at).phrase != nullptr;
}

void take(Build& build, std::uint32_t end) {
  build.named = true;
  build.end = build.next = end;
}

// A link is taken where another capitalised word of organizations follows: "Giáo dục và Đào tạo",
// "Lao động - Thương binh".
bool take_link(const Scan& scan, Build& build, std::uint32_t end) {
  const PhraseHit next = scan.hit(PhraseKind::kOrganizationWord, end);
  const bool goes_on =
      next.phrase != nullptr && (word_kind(scan, next) == OrganizationWordKind::kCapital ||
                                 word_kind(scan, next) == OrganizationWordKind::kTrade);
  if (scan.hit(PhraseKind::kOrganizationType, end).tokens > next.tokens) return false;  // another
  // "Viện Huyết học - Truyền máu": of a long head the matter is told already.
  const bool dash = scan.is_dash(build.next);
  const bool matter =
      build.named || (dash && build.head_end > build.begin + 1 &&
                      scan.hit(PhraseKind::kOrganizationType, end).phrase == nullptr);
  if (!matter || build.has_place || !goes_on || !scan.capital(end)) return false;
  build.next = end;
  return true;
}

// "Bộ ngoại giao Nga", "Trung tâm Dự báo khí tượng thủy văn Trung ương": a word without its capital
// belongs to the name where a capital goes on behind it; behind other heads it is rather a verb.
bool pass_lower_word(const Scan& scan, Build& build, std::uint32_t end) {
  const bool goes_on = scan.capital_follows(end) || known_place_begins(scan, end);
  if (!build.word_head || !build.capital_head || !goes_on) return false;
  if (scan.hit(PhraseKind::kOrganizationType, end).phrase != nullptr &&
      scan.hit(PhraseKind::kOrganizationWord, end).phrase == nullptr) {
    return false;  // "phối hợp" before another one
  }
  if (build.named &&
      (build.has_place || scan.hit(PhraseKind::kOrganizationWord, end).phrase == nullptr ||
       known_place_begins(scan, end))) {
    return false;
  }
  build.next = end;
  return true;
}

// "Ủy ban Đối ngoại Thượng viện", "Ủy ban Kinh tế của Quốc hội": of a parliament.
bool parliament_begins(const Scan& scan, const Build& build, std::uint32_t at) {
  const PhraseHit hit = scan.hit(PhraseKind::kOrganizationType, at);
  if (hit.phrase == nullptr || !build.word_head || at == build.head_end || !scan.capital(at))
    return false;
  const OrganizationTypeRow& row = scan.tables().organization_types[hit.phrase->row];
  const bool whole =
      row.kind == OrganizationTypeKind::kAlone || row.kind == OrganizationTypeKind::kAbroad;
  return row.sector == "LEG" && whole;
}

bool take_parliament(const Scan& scan, Build& build) {
  if (!parliament_begins(scan, build, build.next)) return false;
  take(build, build.next + scan.hit(PhraseKind::kOrganizationType, build.next).tokens);
  return true;
}

bool take_word(Scan& scan, Build& build) {
  if (scan.is_dash(build.next)) return take_link(scan, build, build.next + 1);
  const PhraseHit hit = scan.hit(PhraseKind::kOrganizationWord, build.next);
  if (hit.phrase == nullptr) return false;
  const std::uint32_t end = build.next + hit.tokens;
  switch (word_kind(scan, hit)) {
    case OrganizationWordKind::kCapital:
      if (!scan.capital(build.next)) return pass_lower_word(scan, build, end);
      take(build, end);
      return true;
    case OrganizationWordKind::kTrade:  // "Công ty vàng …": where a name follows
      if (scan.capital(build.next)) {
        take(build, end);
        return true;
      }
      if (is_state_sector(build.sector)) return pass_lower_word(scan, build, end);
      if (build.named) return false;
      build.next = end;
      return true;
    case OrganizationWordKind::kLower:
      if (scan.capital(build.next)) {
        take(build, end);
        return true;
      }
      build.next = end;
      if (!build.named && build.capital_head)
        build.end = end;  // "Công an tỉnh"; behind a name a verb may follow
      return true;
    case OrganizationWordKind::kLink:
      return take_link(scan, build, end);
    case OrganizationWordKind::kBranch: {
      const bool place = scan.capital_follows(end) || known_place_begins(scan, end);
      if (!build.named || scan.capital(build.next) || !place) return false;
      build.next = end;
      build.has_place = false;
      return true;
    }
    case OrganizationWordKind::kAt:
      // "Đại sứ quán Mỹ tại …", "Tòa án ở …"; where "Bệnh viện Bạch Mai" is, is no part of its name
      if (!build.has_country && build.sector != "JUD") return false;
      [[fallthrough]];
    case OrganizationWordKind::kOf:
      if (end >= scan.last || !build.capital_head) return false;
      if (!known_place_begins(scan, end) && !parliament_begins(scan, build, end)) return false;
      build.next = end;
      return true;
  }
  return false;
}

bool take_country(Scan& scan, Build& build) {
  if (build.has_country && build.end == build.next)
    return false;  // "Đại sứ quán Việt Nam" ends before "Nga"
  const std::uint32_t begin = build.next;
  const std::uint32_t end = scan_country(scan, begin, Before::kTitle);
  if (end == begin) return false;
  if (!build.has_country) {
    build.country = scan.out->back().country;
    build.country_begin = begin;
  }
  build.has_country = build.has_place = build.has_name = true;
  take(build, end);
  return true;
}

// "Công an tỉnh Nguyễn Hải Trung", "UBND huyện Lê Văn Lâm": the unit is that of the paper's
// readers, the name its head's. Numbered units (wards) are often called after people.
bool person_behind_unit(const Scan& scan, std::uint32_t at) {
  const PhraseHit unit = scan.hit(PhraseKind::kAdminUnit, at);
  if (unit.phrase == nullptr || scan.token(at).shape == Shape::kCapitalised ||  // "TP" is no name
      scan.tables().admin_units[unit.phrase->row] == AdminUnitKind::kNumberToo ||
      scan.hit(PhraseKind::kPlace, at).tokens > unit.tokens ||  // a city called after somebody
      scan.hit(PhraseKind::kPlace, at + unit.tokens).phrase != nullptr) {
    return false;
  }
  const NameRun run = find_name_run(scan.text(), at + unit.tokens, scan.last);
  return run.common_surname && run.words >= 3;
}

bool take_place(Scan& scan, Build& build) {
  if (person_behind_unit(scan, build.next)) return false;
  std::uint32_t end = scan_place(scan, build.next);
  if (end == build.next) end = scan_admin_unit(scan, build.next);
  if (end == build.next) return false;
  if (build.country.empty()) build.country = scan.out->back().country;
  build.has_place = build.has_name = true;
  take(build, end);
  return true;
}

bool take_known(Scan& scan, Build& build) {
  const PhraseHit hit = scan.hit(PhraseKind::kOrganization, build.next);
  if (hit.phrase == nullptr) return false;
  const OrganizationRow& row = scan.tables().organizations[hit.phrase->row];
  Mention& inner = scan.add(EntityType::kOrganization, build.next, build.next + hit.tokens);
  inner.key_name = row.name;
  inner.country = row.country;
  inner.sector = row.sector;
  if (build.country.empty()) build.country = row.country;
  build.has_name = true;
  // "lực lượng ICE" is ICE, "Lực lượng Hamas" at a sentence's beginning is Hamas
  const bool plain =
      !build.capital_head || (row.sector == "REB" && scan.starts_sentence(build.begin));
  build.only_known = plain && build.next == build.head_end;
  take(build, build.next + hit.tokens);
  return true;
}

// "Khám chữa bệnh" of "Cục Quản lý Khám chữa bệnh": a word that no table has, its first syllable
// capitalised.
bool take_common_word(const Scan& scan, Build& build, const NameRun& run) {
  if (!build.capital_head || build.has_name || run.words > 1 || !run.syllables ||
      scan.hit(PhraseKind::kFunctionWord, run.last).phrase != nullptr ||
      scan.hit(PhraseKind::kOrganizationType, run.first).phrase != nullptr) {
    return false;
  }
  const std::uint32_t known = scan.hit(PhraseKind::kOrganizationWord, run.last).tokens;
  const std::uint32_t likely = is_state_sector(build.sector) && build.word_head ? 1 : 0;
  take(build, run.last + std::max(known, likely));
  return true;
}

// "Tập đoàn Sao Mai", "Cục C50", "Sư đoàn 320"; but no person: "Bộ Ngoại giao Lê Thị An".
bool take_run(Scan& scan, Build& build) {
  const std::uint32_t at = build.next;
  if (at >= scan.last || scan.heading || build.has_country || at == build.run_end) return false;
  const bool number =
      scan.token(at).shape == Shape::kNumber || scan.token(at).shape == Shape::kMixed;
  const bool numbered =
      is_state_sector(build.sector) ? at == build.head_end : build.sector == "HLH" && build.named;
  if (number && numbered &&
      scan.token(at).key.size() <= 4) {  // "Quân khu 7", "Bệnh viện Nhi đồng 1"
    if (!build.capital_head) return false;
    build.numbered = true;
    take(build, at + 1);
    return true;
  }
  if (!scan.capital_follows(at) || scan.hit(PhraseKind::kOffice, at).phrase != nullptr ||
      scan.hit(PhraseKind::kTitle, at).tokens > 1 ||
      scan.hit(PhraseKind::kNotName, at).phrase != nullptr) {
    return false;
  }
  const NameRun run = find_name_run(scan.text(), at, scan.last);
  if (scan.is_common_word(run)) return take_common_word(scan, build, run);
  const bool state = is_state_sector(build.sector) || build.whole_head;
  if (build.whole_head && scan.begins_with_given_name(run)) return false;  // "Quốc hội John Doe"
  if (state && !build.capital_head && !run.abbreviation) return false;
  if (state && (run.common_surname || (!run.syllables && build.named)) && run.words >= 2)
    return false;
  // "Bệnh viện Bạch Mai Ngô Thị Lan"; "Hội Nông dân Ngô Thị Lan": societies are called after their
  // matter.
  const bool society = build.sector == "NGO" && (build.named || build.head_end > build.begin + 1);
  const bool called = build.has_name || society;
  if (called && run.common_surname && run.words >= 3) return false;
  build.run_end = end_before_person(scan, run);
  build.has_name = true;
  take(build, build.run_end);
  return true;
}

void go_on(Scan& scan, Build& build) {
  while (build.next < scan.last && !build.only_known) {
    if (take_country(scan, build) || take_place(scan, build) || take_word(scan, build) ||
        take_parliament(scan, build) || take_known(scan, build) || take_run(scan, build)) {
      continue;
    }
    return;
  }
}

// "đóng tàu" of "hãng đóng tàu Hyundai".
std::uint32_t skip_trades(const Scan& scan, std::uint32_t at) {
  constexpr int kMostTrades = 2;
  for (int trades = 0; trades < kMostTrades && !scan.capital(at); ++trades) {
    const PhraseHit hit = scan.hit(PhraseKind::kOrganizationWord, at);
    if (hit.phrase == nullptr || word_kind(scan, hit) != OrganizationWordKind::kTrade) break;
    at += hit.tokens;
  }
  return at;
}

// What follows is a name by itself: "hãng tin Sputnik", "báo Mỹ The Hill".
std::uint32_t scan_behind_head(Scan& scan, std::uint32_t at, const PhraseHit& head) {
  const OrganizationTypeRow& row = scan.tables().organization_types[head.phrase->row];
  std::uint32_t name = at + head.tokens;
  name = skip_trades(scan, name);
  const std::uint32_t country_end = scan_country(scan, name, Before::kTitle);
  const std::string country = country_end > name ? scan.out->back().country : std::string();
  name = country_end;
  if (const PhraseHit known = scan.hit(PhraseKind::kOrganization, name); known.phrase != nullptr) {
    const OrganizationRow& organization = scan.tables().organizations[known.phrase->row];
    Mention& mention = scan.add(EntityType::kOrganization, name, name + known.tokens);
    mention.key_name = organization.name;
    mention.country = organization.country;
    mention.sector = organization.sector;
    return name + known.tokens;
  }
  if (row.sector == "NGO" && country.empty()) {  // a club is called by its town
    if (const std::uint32_t end = scan_place(scan, name); end > name) {
      const std::string place_country = scan.out->back().country;
      Mention& club = scan.add(EntityType::kOrganization, at, end);
      club.country = place_country;
      club.sector = row.sector;
      return end;
    }
  }
  if (!scan.capital_follows(name) || scan.heading || known_place_begins(scan, name))
    return country.empty() ? at : name;
  const NameRun run = find_name_run(scan.text(), name, scan.last);
  const std::string& letters = scan.token(run.first).key;
  const bool roman =
      run.abbreviation && letters.find_first_not_of("ivx") == std::string::npos;  // "nhóm III"
  if (roman || (run.common_surname && run.words >= 3) || scan.is_common_word(run) ||
      scan.hit(PhraseKind::kNotName, name).phrase != nullptr) {
    return country.empty() ? at : name;
  }
  Mention& mention = scan.add(EntityType::kOrganization, run.first, run.last);
  mention.country = country;
  mention.sector = row.sector;
  return run.last;
}

std::uint32_t add_built(Scan& scan, const Build& build, OrganizationTypeKind kind) {
  const bool alone = build.end == build.head_end;
  const bool whole = kind == OrganizationTypeKind::kAlone || kind == OrganizationTypeKind::kAbroad;
  if (alone && !build.capital_head) return build.begin;
  if (alone && !whole && scan.starts_sentence(build.begin)) return build.begin;
  const bool vague = scan.starts_sentence(build.begin) || !is_state_sector(build.sector);
  if (!alone && !build.named && vague) return build.begin;  // "Tổ chức quốc tế"
  if (alone && scan.hit(PhraseKind::kOffice, build.end).phrase != nullptr) return build.begin;
  // Of a business in lower case the head is no part: "tập đoàn Sao Mai".
  const bool bare = !build.capital_head && build.sector == "BUS" && !build.has_country &&
                    build.named && scan.capital(build.head_end) &&
                    scan.hit(PhraseKind::kPlace, build.head_end).phrase == nullptr &&
                    scan.hit(PhraseKind::kOrganizationWord, build.head_end).phrase == nullptr;
  const std::uint32_t begin = bare ? build.head_end : build.begin;
  Mention& mention = scan.add(EntityType::kOrganization, begin, build.end);
  mention.country = build.country;
  mention.sector = build.sector;
  if (build.has_country && build.country_begin > begin) {
    mention.key_name = std::string(scan.text().words(begin, build.country_begin));
    if (build.end > scan.country_end || scan.country_end > build.country_begin + 3)
      mention.key_name.clear();
  }
  const bool typed = !build.named && (!whole || !alone);
  mention.nameless = !build.has_name && !build.numbered && (build.local || typed);
  if (alone) mention.evidence = whole ? Evidence::kOwn : Evidence::kNeeded;
  if (kind == OrganizationTypeKind::kAbroad) {
    mention.abroad = true;
    mention.nearby_country = scan.last_country;
  }
  return build.end;
}

// "phòng Cảnh sát": a head that the name has begun in.
bool holds_capital(const Scan& scan, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    if (scan.token(i).shape == Shape::kCapitalised) return true;
  }
  return false;
}

std::uint32_t scan_typed(Scan& scan, std::uint32_t at) {
  const PhraseHit head = scan.hit(PhraseKind::kOrganizationType, at);
  if (head.phrase == nullptr) return at;
  const OrganizationTypeRow& row = scan.tables().organization_types[head.phrase->row];
  if (row.kind == OrganizationTypeKind::kTail) return at;
  if (scan.hit(PhraseKind::kCountry, at).tokens > head.tokens ||
      scan.hit(PhraseKind::kPlace, at).tokens > head.tokens) {
    return at;  // "Đài" of "Đài Loan", "Trường" of "Trường Sa"
  }
  // "trung tâm Hà Nội", "trung tâm thủ đô Bangkok" is where the city is.
  if (!scan.capital(at) && scan.hit(PhraseKind::kPlacePreposition, at).tokens == head.tokens &&
      known_place_begins(scan, at + head.tokens)) {
    return at;
  }
  if (head.tokens == 1 && scan.capital(at) && scan.tables().surnames.contains(scan.token(at).key)) {
    const NameRun person = find_name_run(scan.text(), at, scan.last);  // "Đoàn Thị Mai"
    if (person.surname_first && person.words >= 2) return at;
  }
  if (row.kind == OrganizationTypeKind::kOutside) return scan_behind_head(scan, at, head);
  Build build{
      .begin = at, .head_end = at + head.tokens, .end = at + head.tokens, .next = at + head.tokens};
  build.capital_head = scan.capital(at);
  build.capital_head = build.capital_head || holds_capital(scan, at, build.head_end);
  build.whole_head =
      row.kind == OrganizationTypeKind::kAlone || row.kind == OrganizationTypeKind::kAbroad;
  // "Chi cục Thi hành án" is no verb's subject before "dân sự"
  constexpr std::uint32_t kLongHead = 4;
  build.word_head = row.kind == OrganizationTypeKind::kWord || head.tokens >= kLongHead;
  build.sector = row.sector;
  build.local = row.local;
  go_on(scan, build);
  if (build.only_known) return build.end;
  const bool generic = row.sector == "BUS" || row.sector == "EDU" || row.sector == "HLH";
  bool plain = true;  // nothing but words of trade before the country
  for (std::uint32_t i = build.head_end; build.has_country && i < build.country_begin; ++i)
    plain = plain && !scan.capital(i);
  if (!build.capital_head && generic && build.has_country && plain &&
      scan.country_end == build.end) {
    return build.end;  // "các tập đoàn Pháp" is no name, the country is
  }
  if (!build.capital_head && !build.named) return at;
  return add_built(scan, build, row.kind);
}

// Whether the letters are the first letters of the words, one after another, words left out at
// will: "LHQ".
bool are_initials(std::string_view abbreviation, std::string_view name) {
  const std::string letters = folded_title(abbreviation), words = folded_title(name);
  std::size_t found = 0;
  for (std::size_t i = 0; i < words.size() && found < letters.size(); ++i) {
    const bool first = i == 0 || words[i - 1] == ' ';
    if (first && words[i] == letters[found]) ++found;
  }
  return found == letters.size() && letters.front() == words.front();
}

// Of the organizations that end here, one inside the other, the one whose letters these are; else
// the outermost.
std::size_t abbreviated(const Scan& scan, std::string_view abbreviation) {
  const std::vector<Mention>& found = *scan.out;
  const std::uint32_t end = found.back().span.end;
  for (std::size_t i = found.size(); i > 0 && found[i - 1].span.end <= end; --i) {
    const Mention& mention = found[i - 1];
    const bool inside =
        mention.span.begin >= found.back().span.begin && mention.caption == scan.passage->caption;
    if (!inside) break;
    if (mention.span.end == end && mention.type == EntityType::kOrganization &&
        are_initials(abbreviation, mention.name)) {
      return i - 1;
    }
  }
  return found.size() - 1;
}

// "Liên hợp quốc (LHQ)": the abbreviation is another mention of the same one.
std::uint32_t take_abbreviation(Scan& scan, std::uint32_t end) {
  if (!scan.is(end, "(") || end + 2 >= scan.last || !scan.capital(end + 1)) return end;
  std::uint32_t close = end + 1;
  while (close < scan.last && close < end + 7 && !scan.is(close, ")")) ++close;
  if (!scan.is(close, ")")) return end;
  const Shape shape = scan.token(end + 1).shape;
  if (shape != Shape::kUpper && shape != Shape::kMixed) return end;
  for (std::uint32_t i = end + 2; i < close; ++i) {
    if (scan.token(i).space_before) return end;
  }
  if (scan.hit(PhraseKind::kPlace, end + 1).phrase != nullptr ||
      scan.hit(PhraseKind::kCountry, end + 1).phrase != nullptr) {
    return end;
  }
  const std::size_t full = abbreviated(scan, scan.text().words(end + 1, close));
  Mention& mention = scan.add(EntityType::kOrganization, end + 1, close);
  const Mention& named = (*scan.out)[full];
  mention.country = named.country;
  mention.sector = named.sector;
  mention.key_name = named.key_name;
  mention.same_as = full;
  return close + 1;
}

// One capitalised word that goes on as a longer name is not the company of that name: "Ford" of
// "Ford Coppola".
bool is_part_of_longer_name(const Scan& scan, std::uint32_t at, const PhraseHit& known) {
  const std::uint32_t end = at + known.tokens;
  if (known.tokens > 1 || known.phrase->all_upper != 0 || !scan.capital_follows(end)) return false;
  if (!scan.text().hits->at(end).empty()) return false;
  const NameRun run = find_name_run(scan.text(), at, scan.last);
  return run.last < scan.last && scan.hit(PhraseKind::kReportingCue, run.last).phrase != nullptr;
}

// "Agribank chi nhánh Bến Thành": a branch is another organization than the whole.
std::uint32_t scan_branch(Scan& scan, std::uint32_t at, std::uint32_t end,
                          const OrganizationRow& whole) {
  const PhraseHit word = scan.hit(PhraseKind::kOrganizationWord, end);
  if (word.phrase == nullptr || word_kind(scan, word) != OrganizationWordKind::kBranch) return at;
  const std::uint32_t name = end + word.tokens;
  const std::size_t found = scan.out->size();
  std::uint32_t last = scan_place(scan, name);
  if (last == name) last = scan_admin_unit(scan, name);
  if (last == name && scan.capital_follows(name))
    last = find_name_run(scan.text(), name, scan.last).last;
  if (last == name) return at;
  const std::vector<Mention> inside(scan.out->begin() + static_cast<std::ptrdiff_t>(found),
                                    scan.out->end());
  scan.out->resize(found);
  Mention& mention = scan.add(EntityType::kOrganization, at, last);
  mention.country = whole.country;
  mention.sector = whole.sector;
  scan.out->insert(scan.out->end() - 1, inside.begin(), inside.end());
  return last;
}

}  // namespace

std::uint32_t scan_organization(Scan& scan, std::uint32_t at) {
  PhraseHit known = scan.hit(PhraseKind::kOrganization, at);
  if (known.phrase != nullptr && (scan.hit(PhraseKind::kCountry, at).tokens > known.tokens ||
                                  scan.hit(PhraseKind::kPlace, at).tokens > known.tokens ||
                                  is_part_of_longer_name(scan, at, known))) {
    known = {};
  }
  const std::size_t before = scan.out->size();
  const std::uint32_t typed = scan_typed(scan, at);
  if (typed > at + known.tokens) {
    const bool found =
        scan.out->size() > before && scan.out->back().type == EntityType::kOrganization;
    return found ? take_abbreviation(scan, typed) : typed;
  }
  scan.out->resize(before);
  if (known.phrase == nullptr) return at;
  const OrganizationRow& row = scan.tables().organizations[known.phrase->row];
  if (const std::uint32_t end = scan_branch(scan, at, at + known.tokens, row); end > at) return end;
  Mention& mention = scan.add(EntityType::kOrganization, at, at + known.tokens);
  mention.key_name = row.name;
  mention.country = row.country;
  mention.sector = row.sector;
  return take_abbreviation(scan, at + known.tokens);
}

}  // namespace machtin

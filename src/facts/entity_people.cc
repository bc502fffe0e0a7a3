// People: what stands before a name (office, country or organization of the office, profession,
// form of address), the name, and what is told of it behind a comma. Tested by entities_test.cc.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "facts/entity_scan.h"
#include "text/fold.h"

namespace machtin {
namespace {

constexpr int kMostPieces =
    6;  // "nguyên Phó Chủ tịch … PGS.TS. bác sĩ": offices and titles before one name

// What stands before a name.
struct Lead {
  std::uint32_t begin = 0, end = 0;            // tokens
  std::uint32_t role_begin = 0, role_end = 0;  // the part that is a role; empty for "ông"
  std::uint32_t office_end = 0;  // where the country of the office begins, else role_end
  bool has_office = false, state = false, counterpart = false;
  bool address = false;  // a form of address is its last piece: any name may follow
  bool citizen = false;
  std::uint32_t title_begin = 0, title_end = 0;  // of the last profession
  bool abroad = false;                           // the country behind it is where, not whose
  bool alias = false;                            // another name of the person before
  bool of_force = false;                         // a soldier, his organization told
  bool honour = false;                           // "NSND": a person's name follows always
  bool plain_title = false;                      // the last piece is a profession
  bool definite = false;  // an organization, country or place of the office is named
  std::string country = {}, sector = {};
  char gender = 0;

  bool empty() const { return begin == end; }
  bool has_role() const { return role_begin < role_end; }
};

void note_country(const Scan& scan, std::size_t mentions_before, std::uint32_t begin, Lead& lead) {
  if (!lead.country.empty()) return;
  for (std::size_t i = mentions_before; i < scan.out->size(); ++i) {
    const Mention& mention = (*scan.out)[i];
    if (mention.country.empty()) continue;
    if (lead.country.empty() || mention.type == EntityType::kCountry)
      lead.country = mention.country;
    if (mention.type != EntityType::kCountry) continue;
    std::uint32_t token = begin;
    while (token < scan.last && scan.token(token).span.begin < mention.span.begin) ++token;
    lead.office_end = token;
    return;
  }
}

// Country, organization, place or branch behind an office; returns where it ends.
std::uint32_t scan_office_piece(Scan& scan, std::uint32_t at, Lead& lead) {
  const std::size_t before = scan.out->size();
  if (const std::uint32_t end =
          scan_country(scan, at, lead.state ? Before::kOffice : Before::kTitle);
      end > at) {
    note_country(scan, before, at, lead);
    return end;
  }
  if (const std::uint32_t end = scan_organization(scan, at); end > at) {
    if (!lead.state && scan.out->size() > before && !scan.out->back().sector.empty()) {
      lead.sector = scan.out->back().sector;
    }
    note_country(scan, before, at, lead);
    return end;
  }
  std::uint32_t end = scan_place(scan, at, Before::kOffice);
  if (end == at) end = scan_admin_unit(scan, at);
  if (end > at) note_country(scan, before, at, lead);
  return end;
}

// "Đảng", "đảng CNRP"; not "công ty" alone.
bool begins_named_body(const Scan& scan, std::uint32_t at) {
  const PhraseHit type = scan.hit(PhraseKind::kOrganizationType, at);
  return type.phrase != nullptr && (scan.capital(at) || scan.capital_follows(at + type.tokens));
}

// "Quốc phòng" of "Bộ trưởng Quốc phòng", "và Đào tạo", "của", "tại": words of the office itself.
std::uint32_t skip_office_words(const Scan& scan, std::uint32_t at, bool definite) {
  const PhraseHit hit = scan.hit(PhraseKind::kOrganizationWord, at);
  if (hit.phrase == nullptr) return at;
  const std::uint32_t end = at + hit.tokens;
  switch (scan.tables().organization_words[hit.phrase->row]) {
    case OrganizationWordKind::kCapital:
    case OrganizationWordKind::kTrade:
      return scan.capital(at) && !definite ? end : at;  // "Tim" of "CEO Apple Tim Cook" is no heart
    case OrganizationWordKind::kLower:
      return scan.capital(at) || scan.capital(end) ? end : at;
    case OrganizationWordKind::kLink: {
      const PhraseHit next = scan.hit(PhraseKind::kOrganizationWord, end);
      return next.phrase != nullptr && scan.capital(end) && !scan.is(at, ",") ? end + next.tokens
                                                                              : at;
    }
    case OrganizationWordKind::kBranch:
      return at;
    case OrganizationWordKind::kAt:
    case OrganizationWordKind::kOf: {
      const bool named = scan.hit(PhraseKind::kCountry, end).phrase != nullptr ||
                         scan.hit(PhraseKind::kOrganization, end).phrase != nullptr ||
                         scan.hit(PhraseKind::kPlace, end).phrase != nullptr ||
                         begins_named_body(scan, end);
      return named ? end : at;
    }
  }
  return at;
}

bool is_at_word(const Scan& scan, std::uint32_t at) {
  const PhraseHit hit = scan.hit(PhraseKind::kOrganizationWord, at);
  return scan.tables().organization_words[hit.phrase->row] == OrganizationWordKind::kAt;
}

// "Trưởng Ban Nội chính Trung ương", "Bí thư Tỉnh ủy Lai Châu": the organization begins inside the
// words of the office [at, end). Returns where, `end` for none.
std::uint32_t begin_of_body(Scan& scan, std::uint32_t at, std::uint32_t end) {
  constexpr std::uint32_t kLongestType = 2;
  for (std::uint32_t length = 1; length <= kLongestType && at + length < end; ++length) {
    const std::uint32_t begin = end - length;
    if (!scan.capital(begin) || scan.hit(PhraseKind::kOrganizationType, begin).tokens != length)
      continue;
    const std::size_t found = scan.out->size();
    const std::uint32_t last = scan_organization(scan, begin);
    scan.out->resize(found);
    if (last > end) return begin;
  }
  return end;
}

std::uint32_t scan_office(Scan& scan, std::uint32_t at, const PhraseHit& hit, Lead& lead) {
  const OfficeRow& office = scan.tables().offices[hit.phrase->row];
  if (!lead.has_role()) lead.role_begin = at;
  lead.has_office = true;
  lead.state = lead.state || office.kind == OfficeKind::kState;
  lead.counterpart = lead.counterpart || office.kind == OfficeKind::kCounterpart;
  lead.address = false;
  if (tells_more(office.sector, lead.sector)) lead.sector = office.sector;
  std::uint32_t i = at + hit.tokens;
  if (office.kind == OfficeKind::kBody || hit.tokens > 1) i = begin_of_body(scan, at, i);
  lead.office_end = 0;
  bool abroad = false, named = false;
  while (i < scan.last) {
    const std::string country = lead.country;
    std::uint32_t next = scan_office_piece(scan, i, lead);
    named = named || next > i;
    lead.definite = lead.definite || next > i;
    if (abroad) lead.country = country;  // "Đại sứ tại Pháp" is not of France
    lead.abroad = lead.abroad || (abroad && next > i && country.empty());
    if (next == i) {
      next = skip_office_words(scan, i, named);
      abroad = abroad || (next > i && is_at_word(scan, i));
    }
    if (next == i) break;
    i = next;
  }
  lead.role_end = i;
  if (lead.office_end == 0) lead.office_end = i;
  return i;
}

// "dầu mỏ" of "ông trùm dầu mỏ Harold Hamm": words in lower case that tell of which trade, where a
// whole name follows.
std::uint32_t skip_trade(const Scan& scan, std::uint32_t at) {
  constexpr int kMostWords = 2;
  std::uint32_t i = at;
  for (int words = 0; words < kMostWords && i < scan.last && !scan.capital(i); ++words) {
    std::uint32_t tokens = 0;
    for (const PhraseKind kind : {PhraseKind::kNotName, PhraseKind::kOrganizationType,
                                  PhraseKind::kOrganizationWord, PhraseKind::kAdminUnit}) {
      tokens = std::max(tokens, scan.hit(kind, i).tokens);
    }
    if (tokens == 0 || scan.hit(PhraseKind::kFunctionWord, i).tokens >= tokens) return at;
    i += tokens;
  }
  if (i == at || !scan.capital_follows(i)) return at;
  const NameRun run = find_name_run(scan.text(), i, scan.last);
  const bool whole = run.words >= 2 && !run.digits && (run.common_surname || !run.syllables);
  return whole && scan.text().hits->at(i).empty() ? i : at;
}

// "tay súng YPG", "binh sĩ đặc nhiệm Nga": whose soldier. Returns where the organization ends.
std::uint32_t scan_force(Scan& scan, std::uint32_t at, Lead& lead) {
  const std::size_t found = scan.out->size();
  const std::uint32_t end = scan_organization(scan, at);
  if (end == at || scan.out->size() == found ||
      scan.out->back().type != EntityType::kOrganization ||
      scan.out->back().evidence != Evidence::kOwn) {
    scan.out->resize(found);
    return at;
  }
  if (lead.country.empty()) lead.country = scan.out->back().country;
  lead.of_force = true;
  return end;
}

std::uint32_t scan_title(Scan& scan, std::uint32_t at, const PhraseHit& hit, Lead& lead) {
  const TitleRow& title = scan.tables().titles[hit.phrase->row];
  std::uint32_t i = at + hit.tokens;
  if (scan.is(i, ".") && !scan.token(i).space_before) ++i;  // "TS.", "GS.TS"
  if (title.gender != 0) lead.gender = title.gender;
  lead.address = title.kind == TitleKind::kAddress;
  if (lead.address && lead.title_end == at && !lead.has_office && lead.plain_title)
    lead.role_begin = lead.role_end = at;  // "bầu ông An": the verb
  lead.plain_title = title.kind == TitleKind::kRole || title.kind == TitleKind::kHonour;
  lead.alias = title.kind == TitleKind::kAlias;
  lead.honour = title.kind == TitleKind::kHonour;
  if (lead.address) return i;
  if (lead.sector.empty()) lead.sector = title.sector;
  const bool kin = title.kind == TitleKind::kKin;
  lead.citizen = lead.citizen || kin || title.kind == TitleKind::kCitizen;
  lead.title_begin = at;
  lead.title_end = kin ? at : i;
  const std::size_t before = scan.out->size();
  const std::uint32_t role_begin = at;
  const std::uint32_t country_end = scan_country(scan, i, Before::kTitle);
  note_country(scan, before, i, lead);
  std::uint32_t end = country_end > i ? country_end : skip_trade(scan, i);
  if (end == i && (title.sector == "MIL" || title.sector == "REB")) end = scan_force(scan, i, lead);
  if (title.kind == TitleKind::kRole || lead.honour) {
    if (!lead.has_role()) lead.role_begin = role_begin;
    lead.role_end = end;
    if (!lead.has_office) lead.office_end = i;
  }
  return end;
}

// "Anh" inside a sentence is the country, "anh" a form of address.
bool is_title(const Scan& scan, std::uint32_t at, const PhraseHit& hit) {
  if (hit.phrase == nullptr) return false;
  const bool capital_inside = scan.capital(at) && !scan.starts_sentence(at);
  return !(capital_inside && scan.hit(PhraseKind::kCountry, at).tokens >= hit.tokens);
}

// "Russian President": where a language puts the people's name before the office.
std::uint32_t scan_people_before_office(Scan& scan, std::uint32_t at, Lead& lead) {
  const PhraseHit people = scan.hit(PhraseKind::kPeople, at);
  if (people.phrase == nullptr ||
      scan.tables().peoples[people.phrase->row].kind != PeopleKind::kWord)
    return at;
  const std::uint32_t end = at + people.tokens;
  if (scan.hit(PhraseKind::kOffice, end).phrase == nullptr &&
      scan.hit(PhraseKind::kTitle, end).phrase == nullptr) {
    return at;
  }
  lead.country = scan.tables().peoples[people.phrase->row].country;
  if (lead.country.empty()) return at;
  scan.add(EntityType::kNationality, at, end).country = lead.country;
  lead.role_begin = at;
  lead.role_end = end;
  return end;
}

Lead scan_lead(Scan& scan, std::uint32_t at) {
  Lead lead{.begin = at, .end = at};
  std::uint32_t i = scan_people_before_office(scan, at, lead);
  for (int piece = 0; piece < kMostPieces && i < scan.last; ++piece) {
    const PhraseHit office = scan.hit(PhraseKind::kOffice, i);
    PhraseHit title = scan.hit(PhraseKind::kTitle, i);
    if (!is_title(scan, i, title)) title = {};
    const std::uint32_t longest = std::max(office.tokens, title.tokens);
    if (longest == 0 || scan.hit(PhraseKind::kOrganization, i).tokens > longest ||  // "PV Gas"
        scan.hit(PhraseKind::kOrganizationType, i).tokens > longest) {              // "Đại sứ quán"
      break;
    }
    const std::uint32_t next = office.tokens >= title.tokens ? scan_office(scan, i, office, lead)
                                                             : scan_title(scan, i, title, lead);
    i = next;
  }
  lead.end = i;
  return lead;
}

std::string role_text(const Scan& scan, const Lead& lead) {
  std::string printed = squeeze_space(scan.text().words(lead.role_begin, lead.role_end));
  if (!lead.counterpart || scan.last_office.empty()) return printed;
  const std::string country = squeeze_space(scan.text().words(lead.office_end, lead.role_end));
  return country.empty() ? scan.last_office : scan.last_office + " " + country;
}

std::string office_words(const Scan& scan, const Lead& lead) {
  if (lead.counterpart) return folded_title(scan.last_office);
  return folded_title(scan.text().words(lead.role_begin, std::min(lead.office_end, lead.role_end)));
}

void remember_office(Scan& scan, const Lead& lead) {
  if (!lead.has_office || lead.counterpart || !lead.has_role()) return;
  scan.last_office =
      squeeze_space(scan.text().words(lead.role_begin, std::min(lead.office_end, lead.role_end)));
  scan.last_office_sector = lead.sector;
}

void tell(const Scan& scan, const Lead& lead, Mention& mention) {
  if (lead.has_role()) {
    mention.roles.push_back(role_text(scan, lead));
    mention.offices.push_back(office_words(scan, lead));
  }
  if (mention.country.empty()) mention.country = lead.country;
  const std::string& sector = lead.counterpart ? scan.last_office_sector : lead.sector;
  if (!sector.empty() && tells_more(sector, mention.sector)) mention.sector = sector;
  if (mention.gender == 0) mention.gender = lead.gender;
  if (lead.abroad) return;
  mention.state_office = mention.state_office || lead.state;
  if (lead.state) mention.nearby_country = scan.last_country;
}

// "THĂM" of "TÔ LÂM THĂM PHÁP": in a line of capitals a name ends before a word that is seldom one,
// but no name ends with a middle name.
std::uint32_t end_in_capitals(const Scan& scan, const NameRun& run) {
  const EntityTables& tables = scan.tables();
  const auto is_home = [&](std::uint32_t i) { return tables.is_syllable(scan.text().word(i)); };
  const auto is_middle = [&](std::uint32_t i) {
    return is_home(i) && tables.middle_names.contains(scan.token(i).key);
  };
  for (std::uint32_t i = run.first + 1; i < run.last; ++i) {
    if (i == run.first + 1 && is_home(run.first)) continue;
    if (i == run.first + 2 && is_middle(i - 1)) continue;
    const bool country = scan.hit(PhraseKind::kCountry, i).phrase != nullptr;
    const bool word = tables.lower_words.contains(scan.token(i).key) ||
                      scan.hit(PhraseKind::kFunctionWord, i).phrase != nullptr ||
                      scan.hit(PhraseKind::kReportingCue, i).phrase != nullptr;
    const bool compound = scan.hit(PhraseKind::kNotName, i).tokens > 1;  // "HỘI KIẾN"
    if (country || compound || (word && is_home(i))) return i;
  }
  return run.last;
}

// "T." of "chị T.", whose name the paper keeps back.
bool is_letter_name(const Scan& scan, const NameRun& run) {
  return run.abbreviation && run.words == 1 && scan.token(run.first).key.size() <= 2;
}

// "Lệ Thủy Tiên" of "NSND Lệ Thủy Tiên": a name of a place that goes on, behind a profession.
bool goes_on_as_person(const Scan& scan, std::uint32_t at, const PhraseHit& place,
                       const Lead& lead) {
  if (lead.has_office || !lead.has_role()) return false;
  const NameRun run = find_name_run(scan.text(), at, scan.last);
  return run.syllables && run.last == at + place.tokens + 1;
}

// The name behind a lead, or none: known countries, organizations and places are nobody's name,
// save behind "ông".
NameRun name_after(const Scan& scan, const Lead& lead) {
  const std::uint32_t at = lead.end;
  const NameRun none{.first = at, .last = at};
  if (!scan.capital(at) || (at > 0 && at > lead.begin && !scan.token(at).space_before)) return none;
  if (scan.hit(PhraseKind::kNotName, at).phrase != nullptr) return none;
  for (const PhraseHit& hit : scan.text().hits->at(at)) {
    const PhraseKind kind = hit.phrase->kind;
    const bool known = kind == PhraseKind::kOrganization || kind == PhraseKind::kPlace ||
                       kind == PhraseKind::kCountry || kind == PhraseKind::kOrganizationType;
    if (!known || lead.address) continue;
    if (kind == PhraseKind::kPlace && lead.honour) continue;
    if (kind == PhraseKind::kPlace && goes_on_as_person(scan, at, hit, lead)) continue;
    if (hit.tokens > 1 || hit.phrase->all_upper != 0) return none;
    if (!scan.capital_follows(at + 1)) return none;
  }
  NameRun run = find_name_run(scan.text(), at, scan.last);
  if (scan.heading && !run.empty())
    run = find_name_run(scan.text(), at, end_in_capitals(scan, run));
  if (run.digits || (!lead.address && run.words == 1 && scan.is_part_of_word(run))) return none;
  const bool letters = run.initials || is_letter_name(scan, run);
  if (run.abbreviation && !letters && !scan.heading) return none;
  return run;
}

Mention& add_person(Scan& scan, const NameRun& run) {
  Mention& mention = scan.add(EntityType::kPerson, run.first, run.last);
  mention.home_name = run.common_surname && run.words >= 2;
  if (scan.heading) {
    const NameRun all = find_name_run(scan.text(), run.first, scan.last);
    mention.capitals = std::string(scan.text().words(all.first, all.last));
  }
  return mention;
}

// The token behind "(63 tuổi)" or at `at`: a bracket that names nobody.
std::uint32_t skip_plain_brackets(const Scan& scan, std::uint32_t at) {
  if (!scan.is(at, "(")) return at;
  for (std::uint32_t i = at + 1; i < scan.last && i < at + 12; ++i) {
    if (scan.is(i, ")")) return i + 1;
    if (scan.capital(i) && scan.hit(PhraseKind::kReportingCue, i).phrase == nullptr) return at;
  }
  return at;
}

// ", một công dân Mỹ", ", Trưởng Phái đoàn", "là Giám đốc …" behind a name. Returns where it ends,
// `at` if nothing is told.
std::uint32_t scan_apposition(Scan& scan, std::uint32_t at, std::size_t person) {
  std::uint32_t i = skip_plain_brackets(scan, at);
  const std::uint32_t sign = i;
  if (scan.is(i, ",") || scan.is(i, "(") || (scan.is_dash(i) && scan.token(i).space_before)) ++i;
  const PhraseHit word = scan.hit(PhraseKind::kAppositionWord, i);
  if (word.tokens > scan.hit(PhraseKind::kOffice, i).tokens) i += word.tokens;
  if (i == sign || i >= scan.last) return at;
  const std::size_t before = scan.out->size();
  Lead lead = scan_lead(scan, i);
  const bool tells = lead.has_role() || (lead.citizen && !lead.country.empty());
  const NameRun name = name_after(scan, lead);
  // "- Chủ tịch HĐQT Vicomai": behind a name already told, the office's company, not another
  // person.
  const bool company = lead.has_office && !lead.state && !lead.definite && !name.empty() &&
                       name.words <= 2 && !name.syllables && scan.is_dash(sign);
  if (!tells || lead.counterpart || (!name.empty() && !company)) {
    scan.out->resize(before);
    return at;
  }
  if (company) {
    scan.add(EntityType::kOrganization, name.first, name.last).sector = lead.sector;
    lead.end = lead.role_end = name.last;
  }
  tell(scan, lead, (*scan.out)[person]);
  return lead.end;
}

// "giám đốc Huawei", "ông chủ Nhà Trắng": somebody whom an office in lower case and an organization
// or place tell.
void add_head_of(Scan& scan, const Lead& lead, std::uint32_t end) {
  if (!lead.has_office || !lead.has_role() || lead.counterpart) return;
  // "quản lý hầm" may be a verb, "làm giám đốc Vinamilk" and "An, giám đốc …" tell of another.
  const std::uint32_t at = lead.role_begin;
  const bool verb = scan.hit(PhraseKind::kOrganizationWord, at).tokens >=
                    scan.hit(PhraseKind::kOffice, at).tokens;
  const bool told =
      at > scan.first && (scan.ends_before(PhraseKind::kAppositionWord, at) ||
                          scan.is(at - 1, ",") || scan.is(at - 1, "(") || scan.is_dash(at - 1));
  if (verb || told) return;
  Mention& mention = scan.add(EntityType::kPerson, lead.role_begin, end);
  mention.holder = mention.generic = true;
  mention.country = lead.country;
  mention.sector = lead.sector;
  mention.gender = lead.gender;
  mention.offices.push_back(folded_title(mention.name));
  mention.roles.push_back(squeeze_space(mention.name));
}

// "Tổng thống Nga" without a name: the holder, whom another sentence may name.
void add_holder(Scan& scan, const Lead& lead) {
  if (!lead.has_office || !lead.has_role()) return;
  if (lead.counterpart && scan.last_office.empty()) return;
  if (lead.office_end < lead.role_end && scan.is_dash(lead.role_end))
    return;  // "cấp Bộ trưởng Việt Nam - Hoa Kỳ"
  const bool capital = scan.capital(lead.role_begin);
  const bool definite = lead.definite && (lead.state || capital);
  if (!definite && !(lead.state && capital)) {
    if (lead.definite && lead.role_end > lead.role_begin) add_head_of(scan, lead, lead.role_end);
    return;
  }
  Mention& mention = scan.add(EntityType::kPerson, lead.role_begin, lead.role_end);
  mention.holder = true;
  mention.evidence = definite && !lead.counterpart ? Evidence::kOwn : Evidence::kNeeded;
  tell(scan, lead, mention);
}

// "công tố viên Malaysia": somebody whom a profession and a country tell, and no name.
void add_nameless(Scan& scan, const Lead& lead) {
  const std::uint32_t begin = lead.has_office ? lead.role_begin : lead.title_begin;
  const std::uint32_t end = lead.has_office ? lead.office_end : lead.title_end;
  const bool told = lead.has_office && (lead.state || scan.capital(lead.role_begin));
  const bool of_country = !lead.country.empty() && scan.country_end == lead.end;
  if (told || end <= begin || lead.end <= end || !(of_country || lead.of_force)) return;
  Mention& mention = scan.add(EntityType::kPerson, begin, lead.end);
  mention.holder = mention.generic = true;
  mention.country = lead.country;
  mention.sector = lead.sector;
  mention.gender = lead.gender;
  mention.offices.push_back(folded_title(scan.text().words(begin, end)));
  if (lead.has_role()) mention.roles.push_back(role_text(scan, lead));
}

bool cue_follows(const Scan& scan, std::uint32_t at) {
  if (scan.hit(PhraseKind::kReportingCue, at).phrase != nullptr) return true;
  if (scan.hit(PhraseKind::kReportingCue, at + 1).phrase != nullptr && at < scan.last &&
      scan.token(at).shape == Shape::kLower) {
    return true;  // "đã tuyên bố"
  }
  const bool sign = scan.is(at, ",") || scan.is(at, "(");  // ", 48 tuổi"
  if (!sign || at + 2 >= scan.last) return false;
  return scan.hit(PhraseKind::kReportingCue, at + 1).phrase != nullptr ||
         (scan.token(at + 1).shape == Shape::kNumber &&
          scan.hit(PhraseKind::kReportingCue, at + 2).phrase != nullptr);
}

bool is_quote(const Scan& scan, std::uint32_t at) {
  return scan.is(at, "\"") || scan.is(at, "\u201C") || scan.is(at, "\u201D") || scan.is(at, "'") ||
         scan.is(at, "\u2018") || scan.is(at, "\u2019");
}

// "Tháp Eiffel", "Hiệp định Minsk": a word of the language, then a foreign name, is no person.
bool begins_with_common_word(const Scan& scan, const NameRun& run) {
  if (run.words < 2 || run.syllables || run.surname_first) return false;
  const std::string_view first = scan.text().word(run.first);
  const bool marked = std::any_of(first.begin(), first.end(),
                                  [](char c) { return static_cast<signed char>(c) < 0; });
  return marked && scan.tables().is_syllable(first);
}

// "Golden River" of "Vinhomes Golden River": the rest of a product's name.
bool follows_organization(const Scan& scan, std::uint32_t at) {
  if (scan.out->empty()) return false;
  const Mention& before = scan.out->back();
  return before.type == EntityType::kOrganization && before.caption == scan.passage->caption &&
         before.span.end + 1 == scan.token(at).span.begin;
}

// "Hà Nội FC": a name with a word of organizations at its end.
bool add_with_tail(Scan& scan, const NameRun& run) {
  if (run.words < 2) return false;
  const PhraseHit tail = scan.hit(PhraseKind::kOrganizationType, run.last - 1);
  if (tail.phrase == nullptr) return false;
  const OrganizationTypeRow& row = scan.tables().organization_types[tail.phrase->row];
  if (row.kind != OrganizationTypeKind::kTail) return false;
  scan.add(EntityType::kOrganization, run.first, run.last).sector = row.sector;
  return true;
}

// "Taobao - một trang thương mại điện tử", "Mipec (công ty …)": told to be an organization.
bool told_as_organization(const Scan& scan, std::uint32_t at) {
  std::uint32_t i = at;
  if (!scan.is(i, ",") && !scan.is(i, "(") && !(scan.is_dash(i) && scan.token(i).space_before))
    return false;
  ++i;
  i += scan.hit(PhraseKind::kAppositionWord, i).tokens;
  const PhraseHit head = scan.hit(PhraseKind::kOrganizationType, i);
  return head.phrase != nullptr && !scan.capital(i) &&
         head.tokens > std::max(scan.hit(PhraseKind::kOffice, i).tokens,
                                scan.hit(PhraseKind::kTitle, i).tokens);
}

// "ngân hàng lớn nhất đảo - Landsbanki", "Circle K, Mini Stop và GS25": called an organization
// before, or one more of a list of them.
bool organization_before(const Scan& scan, const NameRun& run) {
  if (run.syllables || run.first < scan.first + 2 || !scan.token(run.first).space_before)
    return false;
  if (scan.is(run.first - 1, ",")) {
    const Mention* const last = scan.out->empty() ? nullptr : &scan.out->back();
    return last != nullptr && last->type == EntityType::kOrganization &&
           last->caption == scan.passage->caption &&
           last->span.end == scan.token(run.first - 2).span.end;
  }
  if (!scan.is_dash(run.first - 1)) return false;
  constexpr std::uint32_t kFarthest = 6;
  for (std::uint32_t i = run.first - 2; i > scan.first && i + kFarthest >= run.first; --i) {
    if (scan.capital(i) || scan.token(i).shape == Shape::kPunctuation) return false;
    if (scan.hit(PhraseKind::kTitle, i).phrase != nullptr ||
        scan.hit(PhraseKind::kOffice, i).phrase != nullptr) {
      return false;
    }
    if (scan.hit(PhraseKind::kOrganizationType, i).phrase != nullptr) return true;
  }
  return false;
}

// "Hyde Park": an English word for a place ends the name.
bool ends_as_place(const Scan& scan, const NameRun& run) {
  if (run.words < 2 || run.syllables) return false;
  return scan.hit(PhraseKind::kPlaceTail, run.last - 1).phrase != nullptr;
}

// "thắng Brighton": rather a club than a player.
bool beside_match_verb(const Scan& scan, const NameRun& run) {
  return !run.syllables && (scan.ends_before(PhraseKind::kMatchVerb, run.first) ||
                            scan.hit(PhraseKind::kMatchVerb, run.last).phrase != nullptr);
}

bool place_word_beside(const Scan& scan, const NameRun& run) {
  if (scan.ends_before(PhraseKind::kPlacePreposition, run.first) ||
      scan.ends_before(PhraseKind::kAdminUnit, run.first)) {
    return true;
  }
  return scan.is(run.last, ",") && run.last + 1 < scan.last && !scan.capital(run.last + 1) &&
         scan.hit(PhraseKind::kAdminUnit, run.last + 1).phrase != nullptr;
}

void add_place(Scan& scan, const NameRun& run) {
  Mention& mention = scan.add(EntityType::kPlace, run.first, run.last);
  if (run.syllables && run.words >= 2) mention.country = scan.tables().home_country;
}

// Without a model: shape and neighbours decide by rule.
void classify_by_rule(Scan& scan, const NameRun& run, bool cue) {
  const bool person_shape = (run.common_surname && run.words >= 2) ||
                            (run.surname_first && run.words >= 3) ||
                            (!run.syllables && run.words >= 2 && run.words <= 4 && !run.digits);
  if (place_word_beside(scan, run) && !run.common_surname && !cue) return add_place(scan, run);
  if (run.digits || begins_with_common_word(scan, run) || (!cue && scan.is_common_word(run)))
    return;
  if (!cue && follows_organization(scan, run.first)) return;
  Mention& mention = add_person(scan, run);
  mention.by_shape = !cue;
  if (!cue && !person_shape) mention.evidence = Evidence::kNeeded;
}

// "Đạt" inside a sentence, for which the article has "Lưu Vĩnh Đạt": a common word with a capital.
bool may_be_given_name(const Scan& scan, const NameRun& run) {
  if (run.words != 1 || !run.syllables || run.digits || scan.starts_sentence(run.first))
    return false;
  const std::span<const PhraseHit> hits = scan.text().hits->at(run.first);
  return std::all_of(hits.begin(), hits.end(),
                     [](const PhraseHit& hit) { return hit.tokens == 1; });
}

// What the model says is weighed again with the same name's other mentions: coreference.h.
void classify_by_model(Scan& scan, const NameRun& run, bool cue) {
  const bool common = begins_with_common_word(scan, run) || (!cue && scan.is_common_word(run));
  // "Tuấn John", whom the article has elsewhere; "Tháp Eiffel" it has not among its people.
  if (common && (may_be_given_name(scan, run) || begins_with_common_word(scan, run))) {
    add_person(scan, run).evidence = Evidence::kNeeded;
    return;
  }
  if (common || (!cue && follows_organization(scan, run.first))) return;
  NameScores scores = scan.tables().name_types->score(
      name_features(scan.text(), scan.first, scan.last, run.first, run.last));
  const auto raise = [&](NameType type, float by) { scores[static_cast<std::size_t>(type)] += by; };
  if (run.common_surname && run.words >= 3) raise(NameType::kPerson, 3);
  if (cue && !run.digits) raise(NameType::kPerson, 1);
  if (place_word_beside(scan, run) && !run.common_surname) raise(NameType::kPlace, 2);
  if (scan.ends_before(PhraseKind::kThingWord, run.first)) raise(NameType::kOther, 1.5F);
  if (run.ampersand || told_as_organization(scan, run.last)) raise(NameType::kOrganization, 3);
  if (organization_before(scan, run)) raise(NameType::kOrganization, 1.5F);
  if (scan.sport && beside_match_verb(scan, run)) raise(NameType::kOrganization, 1.2F);
  if (scan.sport && ends_as_place(scan, run)) {  // "Orlando City"
    raise(NameType::kOrganization, 2.5F);
  } else if (ends_as_place(scan, run)) {
    raise(NameType::kPlace, 2.5F);
  } else if (scan.begins_with_given_name(run)) {
    raise(NameType::kPerson, 2);
  }
  if (run.digits) raise(NameType::kOther, 2);  // "Su-57", "BN1512", "S21"
  Mention& mention = add_person(scan, run);
  mention.by_shape = !cue;
  mention.scores = scores;
  if (place_word_beside(scan, run) && run.syllables && run.words >= 2)
    mention.country = scan.tables().home_country;  // if it is a place
  mention.evidence = Evidence::kNeeded;
}

// A name that no title introduces: what its shape and its neighbours make of it.
void classify(Scan& scan, const NameRun& run) {
  if (add_with_tail(scan, run)) return;
  if (run.words == 1 && run.abbreviation &&
      scan.hit(PhraseKind::kAdminUnit, run.first).phrase != nullptr)
    return;  // "TP" is no name
  const bool cue = cue_follows(scan, run.last);
  const bool model = scan.tables().name_types != nullptr;
  if (run.abbreviation && !run.initials) {
    if (is_letter_name(scan, run)) {
      add_person(scan, run).evidence = Evidence::kNeeded;
      return;
    }
    if (!model) {
      if (run.last - run.first > 1) return;
      scan.add(EntityType::kOrganization, run.first, run.last).evidence =
          cue ? Evidence::kOwn : Evidence::kNeeded;
      return;
    }
  }
  if (model) return classify_by_model(scan, run, cue);
  classify_by_rule(scan, run, cue);
}

// A sentence that begins with a common word: "Theo" of "Theo Lê An" is none of the name, "Gió" of
// "Gió Biển" may be, if the article has that name elsewhere.
std::uint32_t scan_common_beginning(Scan& scan, const NameRun& run) {
  if (scan.hit(PhraseKind::kFunctionWord, run.first).phrase != nullptr) return run.first + 1;
  if (run.words == 1 && run.syllables && scan.text().hits->at(run.first).empty() &&
      scan.tables().name_types != nullptr) {
    classify_by_model(scan, run,
                      cue_follows(scan, run.last));  // "Đạt kể", where the article has a Đạt
    return run.first + 1;
  }
  const bool hyphened = scan.text().words(run.first, run.last).find('-') != std::string_view::npos;
  if (run.words >= 2 && !run.syllables && hyphened && !begins_with_common_word(scan, run)) {
    classify_by_rule(scan, run, true);  // "Son Heung-min đá chính"
    return run.last;
  }
  if (begins_with_common_word(scan, run)) add_person(scan, run).evidence = Evidence::kNeeded;
  if (run.words < 2 || !run.syllables || run.first + 1 >= run.last) return run.first + 1;
  const auto surname = scan.tables().surnames.find(scan.token(run.first + 1).key);
  if (surname != scan.tables().surnames.end() && surname->second) return run.first + 1;
  // "Gặp Tâm": a verb and a name, or a name of two words; the article tells.
  if (run.words == 2) {
    const NameRun rest = find_name_run(scan.text(), run.first + 1, run.last);
    add_person(scan, rest).evidence = Evidence::kNeeded;
  }
  add_person(scan, run).evidence = Evidence::kNeeded;
  return run.last;
}

// In a line of capitals only words of other languages stand out: "PUTIN".
NameRun foreign_run(const Scan& scan, std::uint32_t at) {
  NameRun run{.first = at, .last = at};
  if (scan.tables().name_types == nullptr) return run;
  constexpr std::size_t kLeastLetters = 4;  // shorter ones are abbreviations
  while (run.last < scan.last && run.words < 3 && scan.token(run.last).shape == Shape::kUpper &&
         scan.token(run.last).key.size() >= kLeastLetters &&
         !scan.tables().is_syllable(scan.text().word(run.last)) &&
         scan.text().hits->at(run.last).empty()) {
    ++run.last;
    ++run.words;
  }
  return run;
}

// "CEO Apple", "nhà sáng lập VinaCapital": an office, then the company.
bool names_company(const Scan& scan, const Lead& lead, const NameRun& run) {
  if (!lead.has_office || lead.state || lead.address || lead.definite || run.syllables ||
      run.words > 2 || scan.tables().name_types == nullptr) {
    return false;
  }
  const NameScores scores = scan.tables().name_types->score(
      name_features(scan.text(), run.first, run.last, run.first, run.last));
  const auto score = [&](NameType type) { return scores[static_cast<std::size_t>(type)]; };
  return score(NameType::kOrganization) > score(NameType::kPerson) + 1;
}

// The last person before the mention just added, in the same sentence or caption.
std::optional<std::size_t> person_before(const Scan& scan) {
  constexpr std::size_t kFarthest = 4;
  const std::vector<Mention>& found = *scan.out;
  const std::size_t last = found.size() - 1;
  for (std::size_t i = last; i > 0 && last - i < kFarthest; --i) {
    const Mention& before = found[i - 1];
    if (before.caption != found[last].caption ||
        before.span.begin < scan.token(scan.first).span.begin) {
      break;
    }
    if (before.type == EntityType::kPerson && !before.holder) return i - 1;
  }
  return std::nullopt;
}

// "NĐ-CP" of "15/2020/NĐ-CP", "XIII", "USS Carl Vinson".
bool names_nobody(const Scan& scan, const NameRun& run) {
  if (run.first > scan.first && scan.is(run.first - 1, "/") && !scan.token(run.first).space_before)
    return true;
  const std::string& key = scan.token(run.first).key;
  const bool roman = run.abbreviation && key.find_first_not_of("ivxlc") == std::string::npos;
  if (run.words == 1 && roman && run.last == run.first + 1) return true;  // "C." is somebody
  return scan.hit(PhraseKind::kThingWord, run.first).phrase != nullptr &&
         scan.token(run.first).shape == Shape::kUpper;
}

// "cảnh sát Đức" is a force, "một cảnh sát Đức" somebody.
bool is_force(const Scan& scan, std::uint32_t at, const Lead& lead) {
  if (lead.has_office || lead.title_begin != at || lead.title_end <= at || lead.country.empty())
    return false;
  if (scan.hit(PhraseKind::kOrganizationType, at).tokens != lead.title_end - at) return false;
  if (at == scan.first) return true;
  return scan.token(at - 1).shape != Shape::kNumber &&
         !scan.ends_before(PhraseKind::kAppositionWord, at);
}

// "Người phát ngôn Bộ Công an, Trung tướng Tô Ân Xô": an office, then its holder behind a comma.
// Returns the lead's end where it is not so.
std::uint32_t scan_named_behind_comma(Scan& scan, const Lead& lead) {
  if (!lead.has_office || !lead.definite || lead.counterpart || !scan.is(lead.end, ","))
    return lead.end;
  const std::size_t found = scan.out->size();
  const Lead second = scan_lead(scan, lead.end + 1);
  const NameRun run = name_after(scan, second);
  if (second.empty() || second.has_office || second.citizen || run.empty() || run.words < 2) {
    scan.out->resize(found);
    return lead.end;
  }
  Mention& mention = add_person(scan, run);
  tell(scan, lead, mention);
  tell(scan, second, mention);
  remember_office(scan, lead);
  return scan_apposition(scan, run.last, scan.out->size() - 1);
}

bool known_place_follows(const Scan& scan, std::uint32_t at) {
  return scan.hit(PhraseKind::kPlace, at).tokens > 1 ||
         scan.hit(PhraseKind::kCountry, at).tokens > 1;
}

}  // namespace

std::uint32_t scan_person(Scan& scan, std::uint32_t at) {
  const std::size_t before = scan.out->size();
  const Lead lead = scan_lead(scan, at);
  if (lead.empty()) return at;
  const NameRun run = name_after(scan, lead);
  if (run.empty() && is_force(scan, at, lead)) {
    scan.out->resize(before);
    return at;
  }
  if (!run.empty() && !lead.address && !lead.has_office && ends_as_place(scan, run)) {
    add_place(scan, run);  // "có tên Willis Tower"
    return run.last;
  }
  if (!run.empty() && names_company(scan, lead, run)) {
    scan.add(EntityType::kOrganization, run.first, run.last).sector = lead.sector;
    add_head_of(scan, lead, run.last);
    return run.last;
  }
  if (run.empty()) {
    if (const std::uint32_t end = scan_named_behind_comma(scan, lead); end > lead.end) return end;
  }
  if (!run.empty()) {
    Mention& mention = add_person(scan, run);
    if (lead.alias) mention.alias_of = person_before(scan);
    tell(scan, lead, mention);
    remember_office(scan, lead);
    return scan_apposition(scan, run.last, scan.out->size() - 1);
  }
  if (lead.end == at + 1 && scan.out->size() == before && lead.address)
    return at;  // a word like any other
  add_holder(scan, lead);
  add_nameless(scan, lead);
  remember_office(scan, lead);
  return lead.end;
}

std::uint32_t scan_name(Scan& scan, std::uint32_t at) {
  if (!scan.capital(at)) return at + 1;
  const NameRun run =
      scan.heading ? foreign_run(scan, at) : find_name_run(scan.text(), at, scan.last);
  if (run.empty()) return at + 1;
  if (names_nobody(scan, run)) return run.last;
  if (scan.heading) {
    classify_by_model(scan, run, false);
    return run.last;
  }
  const bool common = scan.tables().lower_words.contains(scan.token(at).key) ||
                      scan.hit(PhraseKind::kTitle, at).phrase != nullptr;
  if (common && scan.starts_sentence(at)) {
    if (known_place_follows(scan, at + 1)) return at + 1;  // "Từ Hà Nội"
    if (!(run.common_surname && run.words >= 3)) return scan_common_beginning(scan, run);
  }
  if (run.first > scan.first && is_quote(scan, run.first - 1) && is_quote(scan, run.last))
    return run.last;  // a title
  const std::size_t person = scan.out->size();
  classify(scan, run);
  if (scan.out->size() == person || scan.out->back().type != EntityType::kPerson) return run.last;
  return scan_apposition(scan, run.last, person);
}

}  // namespace machtin

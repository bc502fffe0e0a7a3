// Tables of names → one trie and typed rows, every code checked. Tested by entity_tables_test.cc.
#include "facts/entity_tables.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "facts/name_type.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

template <typename Kind>
using KindNames = std::initializer_list<std::pair<std::string_view, Kind>>;

// Reads the tables one after another; the first bad value stops it.
class Loader {
 public:
  Loader(const Pack& language, const Pack& all) : language_(language), all_(all) {}

  Result<EntityTables> load() {
    for (const TableRow& row : all_.table("sectors").rows) sectors_.insert(row[0]);
    tables_.full_names = FullNames(language_);
    load_countries();
    load_places();
    load_organizations();
    load_people();
    load_words();
    load_anaphora();
    if (error_) return *error_;
    Result<SoundTables> sounds = SoundTables::load(language_);
    if (!sounds) return sounds.error();
    tables_.sounds = std::move(*sounds);
    Result<NameTypeModel> model = NameTypeModel::load(language_);
    if (!model) return model.error();
    if (!model->empty())
      tables_.name_types = std::make_shared<const NameTypeModel>(std::move(*model));
    return std::move(tables_);
  }

 private:
  void fail(std::string_view table, const TableRow& row, const std::string& value) {
    if (error_) return;
    error_ = Error{ErrorKind::kBadFormat, language_.code() + "/" + std::string(table) + " line " +
                                              std::to_string(row.line) + ": unknown value \"" +
                                              value + "\""};
  }

  const std::string& checked(const std::unordered_set<std::string>& known, std::string_view table,
                             const TableRow& row, std::size_t column) {
    if (!row[column].empty() && !known.contains(row[column])) fail(table, row, row[column]);
    return row[column];
  }

  template <typename Kind>
  Kind kind_of(KindNames<Kind> names, std::string_view table, const TableRow& row,
               std::size_t column) {
    for (const auto& [name, kind] : names) {
      if (row[column] == name) return kind;
    }
    fail(table, row, row[column]);
    return names.begin()->second;
  }

  void add(std::string_view words, PhraseKind kind, std::size_t row, bool homonym = false) {
    TablePhrase phrase{.kind = kind, .homonym = homonym, .row = static_cast<std::uint32_t>(row)};
    const std::vector<Token> tokens = tokenize(words);
    const bool any_case = kind == PhraseKind::kOffice || kind == PhraseKind::kTitle;
    for (std::size_t i = 0; i < tokens.size() && i < 64; ++i) {
      const Shape shape = tokens[i].shape;
      const std::uint64_t bit = std::uint64_t{1} << i;
      const bool upper = shape == Shape::kUpper && tokens[i].key.size() > 1;
      if (upper && kind != PhraseKind::kOrganizationWord) phrase.all_upper |= bit;
      const bool capital =
          upper || shape == Shape::kCapitalised || shape == Shape::kUpper || shape == Shape::kMixed;
      if (capital && !any_case) phrase.capitals |= bit;
    }
    // "Ban bí thư" for "Ban Bí thư": papers differ in what they capitalise inside a long name.
    constexpr std::size_t kLongName = 3;
    const auto small = [](const Token& token) { return token.shape == Shape::kLower; };
    if (kind == PhraseKind::kOrganization && tokens.size() >= kLongName &&
        std::any_of(tokens.begin(), tokens.end(), small)) {
      phrase.capitals = (phrase.capitals & 1) | phrase.all_upper;
    }
    tables_.trie.add(tokens, static_cast<std::uint32_t>(tables_.phrases.size()));
    tables_.phrases.push_back(phrase);
  }

  void add_all(const std::string& column, PhraseKind kind, std::size_t row) {
    for (const std::string& words : split_values(column)) add(words, kind, row);
  }

  void load_countries() {
    for (const TableRow& row : all_.table("countries").rows) {
      codes_.insert(row[0]);
      add(row[2], PhraseKind::kCountry, tables_.countries.size());
      tables_.countries.push_back({row[0], row[2]});
      if (row[3].empty()) continue;
      add(row[3], PhraseKind::kPlace, tables_.places.size());
      tables_.places.push_back({.name = row[3], .country = row[0], .capital = true});
    }
    for (const TableRow& row : language_.table("countries").rows) {
      codes_.insert(row[0]);
      std::unordered_set<std::string> homonyms;
      for (std::string& word : split_values(row[2])) homonyms.insert(std::move(word));
      for (const std::string& name : split_values(row[1])) {
        add(name, PhraseKind::kCountry, tables_.countries.size(), homonyms.contains(name));
      }
      add_all(row[3], PhraseKind::kCountryInPair, tables_.countries.size());
      const std::vector<std::string> names = split_values(row[1]);
      tables_.countries.push_back({row[0], names.empty() ? row[0] : names.front()});
    }
    for (const TableRow& row : language_.table("nationalities").rows) {
      add_all(row[0], PhraseKind::kPeople, tables_.peoples.size());
      tables_.peoples.push_back({checked(codes_, "nationalities", row, 1),
                                 kind_of<PeopleKind>({{"word", PeopleKind::kWord},
                                                      {"before", PeopleKind::kBefore},
                                                      {"language", PeopleKind::kLanguage}},
                                                     "nationalities", row, 2)});
    }
    for (const TableRow& row : language_.table("name_sharing_countries").rows) {
      tables_.name_sharing_countries.insert(checked(codes_, "name_sharing_countries", row, 0));
    }
    for (const TableRow& row : language_.table("home_country").rows) {
      tables_.home_country = checked(codes_, "home_country", row, 0);
    }
  }

  void load_places() {
    for (const TableRow& row : language_.table("places").rows) {
      const std::vector<std::string> names = split_values(row[0]);
      if (names.empty()) continue;
      add_all(row[0], PhraseKind::kPlace, tables_.places.size());
      tables_.places.push_back(
          {names.front(), checked(codes_, "places", row, 1),
           row[2] == "city" && row[1] == tables_.home_country, row[2] == "capital",
           row[2] == "province" && row[1] == tables_.home_country, row[2] == "municipality"});
    }
    load_districts();
    for (const TableRow& row : language_.table("admin_units").rows) {
      if (row[1] == "tail") {
        add_all(row[0], PhraseKind::kPlaceTail, 0);
        continue;
      }
      add_all(row[0], PhraseKind::kAdminUnit, tables_.admin_units.size());
      tables_.admin_units.push_back(kind_of<AdminUnitKind>(
          {{"before", AdminUnitKind::kName}, {"number", AdminUnitKind::kNumberToo}}, "admin_units",
          row, 1));
      tables_.town_words.push_back(row[2] == "town" ? row[0] : std::string());
    }
    add_words("place_prepositions", PhraseKind::kPlacePreposition);
  }

  // Those that the table of places has are known better.
  void load_districts() {
    std::unordered_set<std::string> known;
    for (const PlaceRow& place : tables_.places) known.insert(place.name);
    for (const TableRow& row : language_.table("districts").rows) {
      if (known.contains(row[0])) continue;
      add_all(row[0], PhraseKind::kPlace, tables_.places.size());
      tables_.places.push_back({.name = row[0],
                                .country = tables_.home_country,
                                .soft = true,
                                .shared = split_values(row[1]).size() > 1});
    }
  }

  void load_organizations() {
    for (const TableRow& row : language_.table("organizations").rows) {
      const std::vector<std::string> names = split_values(row[0]);
      if (names.empty()) continue;
      add_all(row[0], PhraseKind::kOrganization, tables_.organizations.size());
      tables_.organizations.push_back({names.front(), checked(codes_, "organizations", row, 1),
                                       checked(sectors_, "organizations", row, 2)});
    }
    for (const TableRow& row : language_.table("organization_types").rows) {
      add_all(row[0], PhraseKind::kOrganizationType, tables_.organization_types.size());
      tables_.organization_types.push_back(
          {checked(sectors_, "organization_types", row, 1),
           kind_of<OrganizationTypeKind>({{"alone", OrganizationTypeKind::kAlone},
                                          {"abroad", OrganizationTypeKind::kAbroad},
                                          {"head", OrganizationTypeKind::kHead},
                                          {"word", OrganizationTypeKind::kWord},
                                          {"outside", OrganizationTypeKind::kOutside},
                                          {"tail", OrganizationTypeKind::kTail}},
                                         "organization_types", row, 2),
           row[3] == "local"});
      if (!tables_.organization_types.back().local) continue;
      for (const std::string& head : split_values(row[0]))
        tables_.local_heads.insert(tables_.full_names.folded(head));
    }
    for (const TableRow& row : language_.table("organization_words").rows) {
      add_all(row[0], PhraseKind::kOrganizationWord, tables_.organization_words.size());
      tables_.organization_words.push_back(
          kind_of<OrganizationWordKind>({{"cap", OrganizationWordKind::kCapital},
                                         {"lower", OrganizationWordKind::kLower},
                                         {"link", OrganizationWordKind::kLink},
                                         {"of", OrganizationWordKind::kOf},
                                         {"at", OrganizationWordKind::kAt},
                                         {"branch", OrganizationWordKind::kBranch},
                                         {"trade", OrganizationWordKind::kTrade}},
                                        "organization_words", row, 1));
    }
  }

  void load_people() {
    for (const TableRow& row : language_.table("offices").rows) {
      add_all(row[0], PhraseKind::kOffice, tables_.offices.size());
      tables_.offices.push_back({checked(sectors_, "offices", row, 1),
                                 kind_of<OfficeKind>({{"state", OfficeKind::kState},
                                                      {"body", OfficeKind::kBody},
                                                      {"counterpart", OfficeKind::kCounterpart}},
                                                     "offices", row, 2)});
    }
    for (const TableRow& row : language_.table("person_titles").rows) {
      add_all(row[0], PhraseKind::kTitle, tables_.titles.size());
      tables_.titles.push_back({checked(sectors_, "person_titles", row, 2),
                                row[1].empty() ? '\0' : row[1][0],
                                kind_of<TitleKind>({{"address", TitleKind::kAddress},
                                                    {"citizen", TitleKind::kCitizen},
                                                    {"kin", TitleKind::kKin},
                                                    {"alias", TitleKind::kAlias},
                                                    {"honour", TitleKind::kHonour},
                                                    {"role", TitleKind::kRole}},
                                                   "person_titles", row, 3)});
    }
    for (const TableRow& row : language_.table("watch_list").rows) {
      const std::vector<std::string> names = split_values(row[0]);
      if (names.empty()) continue;
      add_all(row[0], PhraseKind::kWatched, tables_.watched.size());
      tables_.watched.push_back({kind_of<EntityType>({{"person", EntityType::kPerson},
                                                      {"organization", EntityType::kOrganization},
                                                      {"country", EntityType::kCountry},
                                                      {"place", EntityType::kPlace},
                                                      {"nationality", EntityType::kNationality}},
                                                     "watch_list", row, 1),
                                 names.front(), checked(codes_, "watch_list", row, 2), row[3],
                                 checked(sectors_, "watch_list", row, 4)});
    }
    for (const TableRow& row : language_.table("surnames").rows) {
      tables_.surnames[matching_key(row[0])] = row[1] == "yes";
    }
  }

  void add_words(std::string_view table, PhraseKind kind) {
    for (const TableRow& row : language_.table(table).rows) add_all(row[0], kind, 0);
  }

  void load_anaphora() {
    for (const TableRow& row : language_.table("anaphora").rows) {
      add_all(row[0], PhraseKind::kAnaphor, tables_.anaphors.size());
      AnaphorRow anaphor;
      for (const auto& [name, kind] : kAnaphorNames) {
        if (row[1] == name) anaphor.kind = kind;
      }
      if (anaphor.kind == Anaphor::kNone) fail("anaphora", row, row[1]);
      if (!row[2].empty()) anaphor.gender = row[2][0];
      anaphor.role = row[3] == "role";
      if (!anaphor.role) anaphor.sector = checked(sectors_, "anaphora", row, 3);
      tables_.anaphors.push_back(std::move(anaphor));
    }
    for (const TableRow& row : language_.table("middle_names").rows) {
      if (!row[1].empty()) tables_.middle_names[matching_key(row[0])] = row[1][0];
    }
    for (const TableRow& row : language_.table("government_verbs").rows) {
      const PhraseKind kind = kind_of<PhraseKind>({{"verb", PhraseKind::kGovernmentVerb},
                                                   {"filler", PhraseKind::kGovernmentFiller},
                                                   {"before", PhraseKind::kBeforeGovernment},
                                                   {"target", PhraseKind::kTargetWord}},
                                                  "government_verbs", row, 1);
      add_all(row[0], kind, 0);
    }
  }

  void load_words() {
    add_words("reporting_cues", PhraseKind::kReportingCue);
    add_words("apposition_words", PhraseKind::kAppositionWord);
    add_words("not_names", PhraseKind::kNotName);
    add_words("compound_words", PhraseKind::kNotName);
    add_words("thing_words", PhraseKind::kThingWord);
    add_words("stop_words", PhraseKind::kFunctionWord);
    for (const TableRow& row : language_.table("match_words").rows)
      add_all(row[0], row[1] == "verb" ? PhraseKind::kMatchVerb : PhraseKind::kSportWord, 0);
    for (const TableRow& row : language_.table("given_names").rows) {
      for (const std::string& name : split_values(row[0]))
        tables_.given_names.insert(matching_key(name));
    }
    for (const TableRow& row : language_.table("name_particles").rows) {
      tables_.name_particles.insert(matching_key(row[0]));
    }
    for (const TableRow& row : language_.table("lower_syllables").rows) {
      tables_.lower_words.insert(matching_key(row[0]));
    }
    for (const TableRow& row : language_.table("syllable_parts").rows) {
      (row[1] == "onset" ? tables_.onsets : tables_.rimes).insert(search_fold(row[0]));
    }
  }

  const Pack& language_;
  const Pack& all_;
  EntityTables tables_ = {};
  std::unordered_set<std::string> codes_ = {}, sectors_ = {};
  std::optional<Error> error_ = {};
};

bool fits(const TablePhrase& phrase, std::string_view text, std::span<const Token> tokens) {
  if (phrase.capitals == 0 && phrase.all_upper == 0) return true;
  for (std::size_t i = 0; i < tokens.size() && i < 64; ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    if ((phrase.all_upper & bit) != 0 && tokens[i].shape != Shape::kUpper) return false;
    if ((phrase.capitals & bit) == 0 || tokens[i].shape == Shape::kCapitalised ||
        tokens[i].shape == Shape::kUpper) {
      continue;
    }
    if (tokens[i].shape != Shape::kMixed ||
        is_lower(code_point_at(text, tokens[i].span.begin).value))
      return false;
  }
  return true;
}

}  // namespace

Result<EntityTables> EntityTables::load(const Pack& language, const Pack& all) {
  return Loader(language, all).load();
}

bool EntityTables::is_syllable(std::string_view word) const {
  if (rimes.empty()) return false;
  const std::string folded = search_fold(word);
  constexpr std::size_t kLongestOnset = 3;  // "ngh"
  for (std::size_t onset = 0; onset <= kLongestOnset && onset < folded.size(); ++onset) {
    if (onset > 0 && !onsets.contains(folded.substr(0, onset))) continue;
    if (rimes.contains(folded.substr(onset))) return true;
  }
  return false;
}

PhraseHits::PhraseHits(std::string_view text, std::span<const Token> tokens,
                       const EntityTables& tables) {
  begin_.reserve(tokens.size() + 1);
  hits_.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    begin_.push_back(static_cast<std::uint32_t>(hits_.size()));
    tables.trie.each_match(tokens, i, [&](const PhraseTrie::Match& match) {
      for (const std::uint32_t value : match.values) {
        const TablePhrase& phrase = tables.phrases[value];
        if (fits(phrase, text, tokens.subspan(i, match.tokens))) {
          hits_.push_back({static_cast<std::uint32_t>(match.tokens), &phrase});
        }
      }
    });
  }
  begin_.push_back(static_cast<std::uint32_t>(hits_.size()));
}

std::span<const PhraseHit> PhraseHits::at(std::uint32_t token) const {
  return std::span(hits_).subspan(begin_[token], begin_[token + 1] - begin_[token]);
}

PhraseHit PhraseHits::longest(PhraseKind kind, std::uint32_t at, std::uint32_t end) const {
  PhraseHit best;
  if (at >= end) return best;
  for (const PhraseHit& hit :
       this->at(at)) {  // shortest first, and of two rows the later, a user's, wins
    if (hit.phrase->kind == kind && at + hit.tokens <= end) best = hit;
  }
  return best;
}

}  // namespace machtin

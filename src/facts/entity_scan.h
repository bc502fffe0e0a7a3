#pragma once
// What the finders of people, organizations and places share while they walk one sentence: where
// they are, what they have found, and the small questions they all ask. Each finder is given a
// token and tells where it stopped: the same token if nothing of its kind begins there.

#include <cstdint>
#include <string>
#include <vector>

#include "facts/entity_mentions.h"

namespace machtin {

struct Scan {
  const Passage* passage = nullptr;
  std::vector<Mention>* out = nullptr;
  std::uint32_t first = 0, last = 0;  // the sentence's tokens
  bool sport = false;                 // the sentence tells of a match
  bool heading = false;               // written in capitals, so that capitals tell nothing
  std::string last_office = {};  // as printed, without its country: what "người đồng cấp" repeats
  std::string last_office_sector = {};
  std::uint32_t skipped_end =
      0;  // behind the last word that is no name: what stands in it introduces nothing
  std::uint32_t country_end = 0;  // the token behind the last country
  std::string last_country = {};  // alpha-3, of this sentence

  const NamedText& text() const { return passage->text; }
  const EntityTables& tables() const { return *passage->text.tables; }
  const Token& token(std::uint32_t i) const { return passage->text.tokens[i]; }
  PhraseHit hit(PhraseKind kind, std::uint32_t at) const {
    return text().hits->longest(kind, at, last);
  }
  bool is(std::uint32_t i, std::string_view key) const { return i < last && text().is(i, key); }
  bool capital(std::uint32_t i) const { return i < last && is_capital(text(), i); }
  // A capitalised word with nothing but white space before it.
  bool capital_follows(std::uint32_t i) const { return capital(i) && token(i).space_before; }
  // The first word of a sentence, of a quotation, or behind a colon: its capital tells nothing.
  bool starts_sentence(std::uint32_t i) const;
  // Whether a phrase of the kind ends right before the token.
  bool ends_before(PhraseKind kind, std::uint32_t at) const;
  bool is_dash(std::uint32_t i) const;
  // "Cung Văn" of "Cung Văn hóa": the name's last syllable begins a known word.
  bool is_part_of_word(const NameRun& run) const;
  // The same, or a common syllable that lower-case ones go on with: "Hội" of "Hội nghị".
  bool is_common_word(const NameRun& run) const;

  // "Daniel" of "Daniel Rodríguez": a foreign name that is rather somebody's.
  bool begins_with_given_name(const NameRun& run) const;

  Mention& add(EntityType type, std::uint32_t begin, std::uint32_t end);
};

// What stands before a country's name decides whether a common word ("Anh", "Đức") is one.
enum class Before { kNothing, kTitle, kOffice };

// entity_places.cc
std::uint32_t scan_country(Scan& scan, std::uint32_t at, Before before);
std::uint32_t scan_people(Scan& scan, std::uint32_t at);
// Behind an office a place is one, whatever follows: "Thống đốc California Gavin Newsom".
std::uint32_t scan_place(Scan& scan, std::uint32_t at, Before before = Before::kNothing);
std::uint32_t scan_admin_unit(Scan& scan, std::uint32_t at);
// "Tập đoàn Sao Mai Lê Văn An", "xã Nậm Khoa Lục Văn Quyền": where a surname begins the last words
// of a long run, they are a person, and the name before ends here.
std::uint32_t end_before_person(const Scan& scan, const NameRun& run);
// entity_organizations.cc
std::uint32_t scan_organization(Scan& scan, std::uint32_t at);
// entity_people.cc
std::uint32_t scan_person(
    Scan& scan, std::uint32_t at);  // that begins with an office, title or form of address
std::uint32_t scan_name(Scan& scan, std::uint32_t at);  // a name that stands alone

}  // namespace machtin

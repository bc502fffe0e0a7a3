#pragma once
// What linking looks at in an article, in the open. linker.h shows it to the rest of the program
// closed, as ArticleFeatures.

#include <cstdint>
#include <vector>

#include "story/day.h"
#include "story/linker.h"
#include "story/sketch.h"

namespace machtin {

// A term and its weight in 1/64, so that a saved vector is the very one that was counted.
struct TermWeight {
  std::uint32_t term = 0;
  std::uint16_t weight = 0;
  bool operator==(const TermWeight&) const = default;
};

// Sorted by term. `norm` follows from the terms and is not saved.
struct TermVector {
  std::vector<TermWeight> terms = {};
  double norm = 0;
  bool operator==(const TermVector&) const = default;
};

TermVector make_vector(std::vector<TermWeight> terms);  // sorts, sets norm
double cosine(const TermVector& a, const TermVector& b);

struct NamedEntity {
  std::uint32_t key = 0;      // hash of Entity::key, else of its name
  std::uint32_t country = 0;  // hash of its country's code, 0 if none
  EntityType type = EntityType::kPerson;
  bool central = false;      // named in title or lede
  std::uint16_t rarity = 0;  // of the name, in 1/64
  std::uint16_t weight = 0;  // rarity by log of mentions, in 1/64
  bool operator==(const NamedEntity&) const = default;
};

struct ToldEvent {
  std::uint32_t type = 0;  // term_hash of its type
  bool central = false;    // its trigger stands in title or lede
  std::uint16_t count = 0;
  bool operator==(const ToldEvent&) const = default;
};

struct ArticleFeatures::Data {
  Role role = Role::kMain;
  DayRange published = {};
  std::uint32_t source = 0;  // term_hash of the folded publisher, 0 if unknown
  std::uint32_t url = 0;     // term_hash of the URL, 0 if none
  std::uint64_t title = 0;   // both halves a hash of the folded title, 0 if too short to tell
  std::uint32_t title_words = 0;
  TermVector full = {};                    // title, lede, paragraphs
  TermVector head = {};                    // title and lede
  Sketch sketch = {};                      // of lede and paragraphs
  std::vector<NamedEntity> entities = {};  // sorted by key
  std::vector<ToldEvent> events = {};      // sorted by type
  std::vector<DayRange> days = {};         // days that title and lede name
  bool operator==(const Data&) const = default;
};

}  // namespace machtin

#pragma once
// What linking knows of languages: function words, how rare a term is, and which event types make a
// storyline. Tables "stop_words", "document_frequency", "storyline_events". Tested by
// story_tables_test.cc.

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/pack.h"
#include "machtin/result.h"

namespace machtin {

// How an event type ties stories together over time.
enum class StorylineKind : std::uint8_t {
  kNone,   // everyday: a statement, a meeting
  kTopic,  // comes again between the same sides: an exchange, a round of talks, a tariff
  kGrave,  // others act after it: an attack, a disaster
};

struct StorylineEvent {
  StorylineKind kind = StorylineKind::kNone;
  std::uint32_t family = 0;  // term_hash; of types that are steps of one matter; 0 for a grave
                             // event that is no step of any
};

// term_hash → how rare: natural log of articles per article with it. One array, as tens of
// thousands of terms are loaded at each start.
class RarityTable {
 public:
  void reserve(std::size_t terms);
  void keep_least(std::uint32_t term, float rarity);
  const float* find(std::uint32_t term) const;  // null for a term that it lacks
  std::size_t size() const { return taken_; }

 private:
  struct Slot {
    std::uint32_t term = 0;
    float rarity = -1;  // below 0: free
  };
  std::size_t place_of(std::uint32_t term) const;

  std::vector<Slot> slots_ = {};  // a power of two of them, at most half of them taken
  std::size_t taken_ = 0;
};

struct StoryTables {
  std::unordered_set<std::uint32_t> stop_words = {};  // by term_hash
  RarityTable rarity = {};
  float rarest = 7.0F;                                                      // of a term in no table
  std::unordered_map<std::uint32_t, StorylineEvent> storyline_events = {};  // by term_hash
  // Errors: kBadFormat (a count that is no number).
  static Result<StoryTables> load(std::span<const Pack> packs);

  float rarity_of(std::uint32_t term) const;
};

// FNV-1a, 32 bits, well mixed: the name of a term, a key or an event type in features and indexes.
std::uint32_t term_hash(std::string_view key);
// Of two neighbouring terms.
std::uint32_t pair_hash(std::uint32_t first, std::uint32_t second);

}  // namespace machtin

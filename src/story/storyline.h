#pragma once
// What ties stories together over weeks and years: the same sides in the same kind of event, or
// what others did after one grave event. Tested by storyline_test.cc.

#include <cstdint>
#include <span>
#include <vector>

#include "story/features.h"
#include "story/story_tables.h"

namespace machtin {

struct Side {
  std::uint32_t key = 0;
  bool country = false;
  double rarity = 0;  // of its name
};

// A story in short. All lists are sorted by key.
struct StoryProfile {
  std::vector<Side> sides = {};                 // who stands in the middle of it
  std::vector<std::uint32_t> topics = {};       // families of event types that come again
  std::vector<std::uint32_t> grave = {};        // event types that others act after
  TermVector head = {};                         // the terms of its titles and ledes
  std::vector<const DayRange*> published = {};  // borrowed from the articles
};

// members: the story's articles, at least one.
StoryProfile profile_of(std::span<const ArticleFeatures::Data* const> members,
                        const StoryTables& tables);

// Whether two stories belong to one storyline. Symmetric.
bool one_storyline(const StoryProfile& a, const StoryProfile& b);

// Keys under which a story is found by those it may belong with.
std::vector<std::uint64_t> storyline_keys(const StoryProfile& profile);

}  // namespace machtin

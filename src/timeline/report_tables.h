#pragma once
// What reports know of languages: function words, how rare a term is, how sentences open that need
// the one before them, and how steps and disagreements are weighed. Tested by
// report_tables_test.cc.

#include <cstdint>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "language/pack.h"
#include "machtin/result.h"
#include "story/story_tables.h"

namespace machtin {

struct ReportTables {
  StoryTables words = {};  // the same that linking knows
  // Openings by which a sentence leans on the one before ("theo đó", "ông này"): lists of token
  // keys.
  std::vector<std::vector<std::string>> leaning_openings = {};
  // Words that only pages' furniture has ("ảnh minh họa", "xem thêm"): no such sentence is told.
  std::vector<std::vector<std::string>> furniture = {};
  // What is counted by kind: "người chết" and "nạn nhân thiệt mạng" are one kind, so they are
  // compared. Keyed by matching key of Quantity::of.
  std::vector<std::pair<std::vector<std::string>, std::string>> counted_kinds = {};

  // Tables "story_leaning_openings", "story_furniture", "story_counted", and those of StoryTables.
  static Result<ReportTables> load(std::span<const Pack> packs);
};

}  // namespace machtin

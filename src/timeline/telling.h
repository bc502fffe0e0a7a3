#pragma once
// A story's members made ready for telling: who speaks for himself, in which order, with which
// sentences. Tested by report_test.cc.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "story/day.h"
#include "timeline/report.h"
#include "timeline/report_tables.h"
#include "timeline/sentences.h"

namespace machtin {

struct Witness {  // a member that is no repost, and no teaser unless there are only teasers
  std::uint32_t member = 0;
  DayRange published = {};
  std::string source = {};  // who speaks: two articles of one paper are one source
  std::vector<StorySentence> sentences = {};
};

struct Telling {
  const std::vector<StoryMember>* members = nullptr;  // borrowed
  std::vector<Witness> witnesses = {};                // the earliest published first
  std::vector<std::uint32_t> voice = {};  // of each member: the witness whose words it repeats, or
                                          // the number of witnesses if none
  TermSupport support = {};               // over the witnesses
};

Telling make_telling(const std::vector<StoryMember>& members, const ReportTables& tables);

// The sentence that holds this byte of the witness's text; nullptr if none does.
const StorySentence* sentence_at(const Witness& witness, std::uint32_t number);

// The day of a value such as "2025-05-23T14:30": its first ten signs, if they are a day.
std::optional<std::string> day_of(const std::optional<std::string>& value);

}  // namespace machtin

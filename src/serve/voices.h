#pragma once
// Who says what in a story: quotations and attributed claims of its articles, gathered under their
// speakers. Tested by voices_test.cc.

#include <cstdint>
#include <string>
#include <vector>

#include "machtin/story.h"
#include "timeline/report.h"

namespace machtin {

struct VoiceStatement {
  std::string text = {};
  bool direct = false;                       // in the speaker's own words
  std::vector<std::uint32_t> articles = {};  // indices into Story::articles
};

struct Voice {
  std::string name = {};
  std::string role = {};  // the first that an article gives, or ""
  std::vector<VoiceStatement> statements = {};
};

// Those who say most first. What several articles repeat word for word is one statement.
std::vector<Voice> voices_of(const Story& story, const std::vector<StoryMember>& members);

}  // namespace machtin

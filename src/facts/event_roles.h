#pragma once
// Who stands where round a trigger: the frame's rules over the phrases of the sentence. Tested by
// events_test.cc. Cost: a bounded window of tokens each side of a trigger.

#include <cstdint>
#include <string>
#include <vector>

#include "facts/event_scan.h"

namespace machtin {

struct RoleFill {
  const std::string* role = nullptr;  // of the frame, in the tables
  std::uint32_t phrase = 0;           // index into the sentence's phrases
};

struct Filled {
  std::vector<RoleFill> roles = {};
  std::uint32_t time = kNone;    // index into the sentence's phrases
  std::uint32_t place = kNone;   // index into the sentence's phrases
  std::uint32_t verb_first = 0;  // first token of the words that go with the trigger ("sẽ bị")
  bool nominal = false;          // told as a noun: "vụ bắt giữ"
  bool passive = false;
};

Filled fill_roles(const ArticleScan& scan, std::uint32_t sentence, std::uint32_t trigger);

// The phrase that is the subject of a verb that begins at token `verb_first`: the nearest one to
// the left that is no other word's object; kNone if there is none. Also how a reporting verb finds
// who speaks.
std::uint32_t find_subject(const ArticleScan& scan, std::uint32_t sentence,
                           std::uint32_t verb_first, KindSet kinds);

// The phrases joined to this one by "và", "-" or commas, itself among them, in order.
std::vector<std::uint32_t> joined_phrases(const ArticleScan& scan, std::uint32_t sentence,
                                          std::uint32_t phrase);

}  // namespace machtin

#pragma once
// What the readers of numbers share: the pieces of a text with their keys, and what stands beside a
// number. Tested by number_test.cc and number_cases_test.cc.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/number_tables.h"
#include "language/number_words.h"
#include "language/piece.h"
#include "language/token.h"

namespace machtin {

constexpr std::size_t kLongestCue = 4;  // pieces

struct NumberText {
  std::string_view text = {};
  const NumberTables& tables;
  std::vector<Token> pieces = {};
  std::vector<std::uint32_t> keys = {};  // of the pieces
  std::vector<bool> in_time = {};

  bool is(std::size_t at, std::string_view sign) const {
    return at < pieces.size() && pieces[at].key == sign;
  }
  bool touches(std::size_t at) const { return touches_previous(pieces, at); }
  bool is_punctuation(std::size_t at) const {
    return at >= pieces.size() || pieces[at].shape == Shape::kPunctuation;
  }
  // The longest words of that kind at `at`; 0 for none.
  std::size_t cue_length(std::size_t at, NumberCue cue) const {
    std::size_t longest = 0;
    if (at >= pieces.size() || !tables.cues.begins(keys[at])) return longest;
    tables.cues.each(keys, at, [&](std::size_t length, std::uint32_t value) {
      if (tables.cue_kinds[value] == cue) longest = length;
    });
    return longest;
  }
  bool cue_here(std::size_t at, NumberCue cue) const { return cue_length(at, cue) > 0; }
  // Do words of that kind and length stand there?
  bool cue_ends(std::size_t at, std::size_t length, NumberCue cue) const {
    bool found = false;
    if (!tables.cues.begins(keys[at])) return found;
    tables.cues.each(keys, at, [&](std::size_t longer, std::uint32_t value) {
      found = found || (longer == length && tables.cue_kinds[value] == cue);
    });
    return found;
  }
  // Where words of that kind begin that end right before `at`: the shortest of them.
  std::optional<std::size_t> cue_before(std::size_t at, NumberCue cue) const {
    for (std::size_t back = 1; back <= kLongestCue && back <= at; ++back) {
      if (cue_ends(at - back, back, cue)) return at - back;
    }
    return std::nullopt;
  }
  const NumberWord* number_word(std::size_t at) const {
    return at < keys.size() ? tables.number_word(keys[at]) : nullptr;
  }
};

struct NumberUnit {
  std::size_t end = 0;
  std::string symbol = {};
};

struct NumberNoun {
  std::size_t end = 0;
  bool known = false;
  NounKind kind = NounKind::kNoun;
};

std::optional<NumberUnit> unit_at(const NumberText& t, std::size_t at);
std::optional<NumberNoun> noun_at(const NumberText& t, std::size_t at);
std::optional<ReadNumber> number_at(const NumberText& t, std::size_t at);
bool is_half(const NumberWord& word);

bool is_sentence_start(const NumberText& t, std::size_t at);
bool is_capital(const NumberText& t, std::size_t at);
// Where a number may begin: not inside a code ("G20", "F-16", "84/2009").
bool may_begin(const NumberText& t, std::size_t at);
// What follows the digits makes a code of them: "15/QĐ", "12:30", "3G", "1-0".
bool is_code_after(const NumberText& t, std::size_t begin, std::size_t end);
bool is_long_code(const NumberText& t, std::size_t at);

}  // namespace machtin

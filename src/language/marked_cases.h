#pragma once
// What tests of times and numbers share: the tables of a language, and cases written as lines of
// text with what is to be found marked in brackets.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "language/number_tables.h"
#include "language/pack.h"
#include "language/sentence.h"
#include "language/time_tables.h"

namespace machtin {

struct ShippedTables {
  explicit ShippedTables(const char* code) {
    const Result<Pack> pack = Pack::load(code);
    EXPECT_TRUE(pack);
    Result<TimeTables> shipped_times = TimeTables::load(*pack);
    EXPECT_TRUE(shipped_times) << (shipped_times ? "" : shipped_times.error().message);
    Result<NumberTables> shipped_numbers = NumberTables::load(*pack);
    EXPECT_TRUE(shipped_numbers) << (shipped_numbers ? "" : shipped_numbers.error().message);
    times = std::move(*shipped_times);
    numbers = std::move(*shipped_numbers);
    sentences = SentenceTables::load(*pack);
  }
  TimeTables times = {};
  NumberTables numbers = {};
  SentenceTables sentences = {};
};

template <typename Take>
void each_line(std::string_view lines, const Take& take) {
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    if (end > begin) take(lines.substr(begin, end - begin));
    begin = end + 1;
  }
}

// The line with what `printed` gives in place of each mark ("[…]", brackets included).
template <typename Printed>
std::string without_marks(std::string_view line, const Printed& printed) {
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] != '[') {
      text += line[at++];
      continue;
    }
    const std::size_t close = line.find(']', at);
    text += printed(line.substr(at, close + 1 - at));
    at = close + 1;
  }
  return text;
}

// A number as the marks write it: without zeros at its end.
inline std::string number_text(double value) {
  std::string digits = std::to_string(value);
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

}  // namespace machtin

#pragma once
// What one article's own words tell of when it was published, without its page: the day it names
// first, a dateline, words of the day beside a date ("hôm qua (22/10/2013)"), full dates that it
// tells as past, counts of days, ages beside years of birth. Each is proof of its own strength:
// date_articles puts them together. Tested by date_articles_test.cc.

#include <optional>
#include <string>
#include <vector>

#include "article/find_articles.h"
#include "dating/dating_tables.h"
#include "language/calendar.h"
#include "language/time_tables.h"

namespace machtin {

struct OpenDay {  // a day and month whose year is not printed
  int month = 0, day = 0;
  int weekday = 0;  // 0: not printed
  bool operator==(const OpenDay&) const = default;
};

// Between which days the article was published, as far as one piece of evidence proves it.
struct DateBound {
  std::optional<Day> earliest = {}, latest = {};
  std::string why = {};  // for people: "it says that ..."
};

struct DateClues {
  std::optional<OpenDay> own_day =
      {};                      // the day the text begins with: by habit that of the article
  std::string own_words = {};  // as printed
  bool own_is_said = false;    // a dateline, or "hôm nay" beside it: no habit
  std::optional<Day> own_full_day = {};  // the day it begins with, its year printed: only likely
  std::optional<Day> exact_day = {};     // a dateline or "hôm qua" beside a full date says it
  std::string exact_words = {};
  std::vector<DateBound> bounds = {};
  std::optional<Day> likely_latest = {};  // a day that the text tells as still to come
  std::string likely_words = {};
  std::optional<int> summed_year = {};   // a year of birth and the age beside it: likely the year
  std::optional<int> printed_year = {};  // the one year that the text prints with own_day elsewhere
  std::optional<int> counted_year = {};  // the one year of own_day that a count of days allows
  std::string counted_words = {};
};

DateClues find_date_clues(const Article& article, const DatingTables& dating,
                          const TimeTables& times);

}  // namespace machtin

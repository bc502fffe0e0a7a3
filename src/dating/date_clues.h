#pragma once
// What one article's own words tell of when it was published, without its page: the day it names
// first, full dates that it tells as past, and counts of days that fix a year. Tested by
// date_articles_test.cc.

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

struct DateClues {
  std::optional<OpenDay> own_day =
      {};                      // the day the text begins with: by habit that of the article
  std::string own_words = {};  // as printed
  std::optional<Day> own_full_day = {};  // the same with its year printed
  std::optional<Day> past_day =
      {};  // the latest that the text tells as past: the article is not older
  std::string past_words = {};
  std::optional<int> counted_year = {};  // the one year of own_day that a count of days allows
  std::string counted_words = {};
};

DateClues find_date_clues(const Article& article, const DatingTables& dating,
                          const TimeTables& times);

}  // namespace machtin

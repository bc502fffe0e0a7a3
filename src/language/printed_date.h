#pragma once
// A full date inside a short printed line, in any language whose names of months are known: "20.
// April 2020, 14:30 Uhr", "mardi 5 juin 2018", "November 22nd, 2011", "2020年5月7日". For lines
// that tell when a page was published; what a text says of time is read by time_phrase.h. Tested by
// printed_date_test.cc.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "machtin/article.h"

namespace machtin {

using MonthNames = std::unordered_map<std::string, int>;  // by matching_key(): 1 to 12

struct PrintedDate {
  ByteSpan span = {};  // the date, with its clock if one stands beside it
  int year = 0, month = 1, day = 1;
  int hour = -1, minute = 0;  // -1: none printed
  bool by_name = false;       // the month is a word
  bool short_year = false;    // "31.10.23"
  bool operator==(const PrintedDate&) const = default;
};

// The first full date (day, month, year from 1990 on). Of two small numbers the first is the day,
// unless only the second can be. Linear in the text.
std::optional<PrintedDate> find_printed_date(std::string_view text, const MonthNames& months);

// "2020-04-20", "2020-04-20T14:30".
std::string iso_text(const PrintedDate& date);

}  // namespace machtin

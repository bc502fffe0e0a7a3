#pragma once
// A date as metadata, a printed date line or a URL gives it → a day or a moment. Forms: ISO 8601
// and its kin, RFC 5322 ("Fri, 23 May 2025 14:30:00 +0700"), seconds or milliseconds since 1970,
// and whatever the language's own time expressions read ("Thứ Sáu, 23/05/2025 14:30 (GMT+7)").
// Tested by timestamp_test.cc.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "language/calendar.h"
#include "language/time_tables.h"

namespace machtin {

struct Timestamp {
  std::optional<int> year = {};  // nullopt: the line prints none
  int month = 1, day = 1;
  bool has_month = true, has_day = true;
  bool has_clock = false;
  int hour = 0, minute = 0;
  int second = -1;        // -1: not told, nor is it then in what iso_text writes
  int weekday = 0;        // as the line prints it; 0: it does not
  std::string zone = {};  // "+07:00", "Z"; empty: not told

  bool operator==(const Timestamp&) const = default;
};

// "2/12/2025 3:15:10 PM", as .NET prints times in its American form, and as others print them with
// the day first: which of them are read month first.
enum class AmericanTimes : std::uint8_t {
  kAll,
  kUnpadded,  // "2/12/2025" as .NET writes it, not "02/12/2025"
  kNone,
};

// The page's language says in which order papers print days; only .NET writes months first in any
// language, in metadata, and nothing before one digit.
AmericanTimes american_times(const TimeTables& tables, bool foreign, bool printed);

// Forms that no language is needed for; nullopt for others, and for days no calendar has.
std::optional<Timestamp> parse_timestamp(std::string_view text);
// Those, and the language's own.
std::optional<Timestamp> parse_date_line(std::string_view text, const TimeTables& tables,
                                         AmericanTimes american = AmericanTimes::kAll);
// What either reads, as ISO 8601; nullopt without a year.
std::optional<std::string> iso_of_line(std::string_view text, const TimeTables& tables,
                                       std::string_view default_zone,
                                       AmericanTimes american = AmericanTimes::kAll);
// "/2025/05/23/", "/20250523/" or "-20250523143012" in a URL's path.
std::optional<Timestamp> day_in_url(std::string_view url);

// ISO 8601; default_zone stands in where a clock has no zone.
std::string iso_text(const Timestamp& timestamp, std::string_view default_zone);

}  // namespace machtin

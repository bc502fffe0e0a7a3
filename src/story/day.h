#pragma once
// Days on a calendar line, where a year may be unknown. Tested by day_test.cc.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "machtin/article.h"

namespace machtin {

// Days since 1970-01-01 of an ISO 8601 date that begins with a full day; nullopt for others.
std::optional<std::int32_t> day_number_of(std::string_view iso);

// When something happened or was published, as far as it is known.
struct DayRange {
  std::optional<std::int32_t> earliest = {}, latest = {};  // day numbers; equal: the day is proved
  std::optional<std::int32_t> likely = {};                 // what habit says of an unproved one
  std::uint8_t month = 0, day = 0;  // of XXXX-09-07 and of a proved day; 0 if unknown
  std::int32_t minute = 0;          // of the day, UTC offset left as printed; for order alone

  bool proved() const { return earliest && latest && *earliest == *latest; }
  // The best single day to order by.
  std::optional<std::int32_t> best() const;
  bool operator==(const DayRange&) const = default;
};

DayRange day_range(const PublicationDate& published);
// Of a TIMEX3 value with its bounds.
DayRange day_range(std::string_view value, const std::optional<std::string>& earliest,
                   const std::optional<std::string>& latest,
                   const std::optional<LikelyDate>& likely);

// How far two lie apart.
struct DayGap {
  std::int32_t days = 0;
  bool certain = false;  // both days are proved; else the least that they can lie apart
};
// nullopt where nothing is known of one. Where a year is open, the day and month are compared.
std::optional<DayGap> day_gap(const DayRange& a, const DayRange& b);

}  // namespace machtin

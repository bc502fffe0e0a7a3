#pragma once
// What a language knows of time: words by class ("time_words"), the shapes of expressions
// ("time_patterns"), phrases that only look like time ("time_blocks"), feasts ("holidays").
// A pattern is a run of items, a literal word or a slot; patterns are kept as one tree of items, so
// that a place in the text is tried against all of them at once. Tested by time_test.cc.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/key_index.h"
#include "language/number_words.h"
#include "language/pack.h"
#include "machtin/result.h"

namespace machtin {

// What a pattern item matches. Those up to kSpan are classes of time_words.tsv too.
enum class TimeSlot : std::uint8_t {
  kLiteral,
  kUnit,
  kHourMark,
  kHourSign,
  kMinuteMark,
  kSecondMark,
  kPart,
  kMeridiem,
  kWeekday,
  kMonth,
  kQuarter,
  kSeason,
  kCentury,
  kDayHead,
  kEdge,
  kHedge,
  kVague,
  kPlural,
  kDirection,
  kDayDirection,
  kDayShift,
  kSpan,
  kRef,
  // Only digits, words for numbers, or signs:
  kDay,
  kYear,
  kHour,
  kMinute,
  kDecade,
  kNumber,
  kDate,
  kMonthYear,
  kTouch,
  // Cues beside an expression, in no pattern:
  kBeforeNow,
  kAfterNow,
  kClockCue,
  kLengthCue,
  kDateCue,
  kNotDateCue,
  kNotYearCue,
  kCounted,
  kFutureCue,
  kEventHead,
  kRateCue,
  kRange,
  kRangeEnd,
  kAge,
  kJoiner,
  kOrdinalDay,
  kDateDirection,
  kMotion,
  kAfterDirection,
  kArticle,
  kStem,    // of the sixty-year cycle: "giáp", with a kBranch "tý"
  kBranch,  // made by the code of the two: kCycleYear
  kCycleYear,
  kIsoDate,
  kMonthName,    // of another language: "May" in Vietnamese news
  kTwoDigits,    // minutes as "05" alone
  kAlso,         // "cũng" of "ngày nào … cũng"
  kOrdinalCue,   // what makes an ordinal of the number after it: "thứ", "lần", "top"
  kWeekdayCue,   // before a weekday that may be an ordinal
  kWithinCue,    // before a length alone: "trong vòng 24h"
  kNotDate,      // "24/7"
  kLunarMark,    // "âm lịch"
  kFeastCue,     // before the bare name of a feast: "dịp", "trước"
  kContextNext,  // "sau" of "năm sau"
  kNarrative,    // "lúc này": no reference where it opens a sentence
};

// How a matched pattern is read: column 2 of time_patterns.tsv.
enum class TimeReading : std::uint8_t {
  kDate,      // the days, months, years, quarters of its slots
  kBareYear,  // four digits alone: a year only where nothing speaks against it
  kHalf,      // argument 1 or 2: half of a year
  kDecade,
  kCentury,
  kSeason,
  kShift,  // UNIT N from the day of publication; from its slots where no argument says
  kBack,   // N (of UNIT) from what the text spoke of last
  kAgo,    // so many units from the day of publication; "sure": whatever follows
  kAway,   // so many units from what the text spoke of last
  kClock,
  kClockOrLength,
  kPart,
  kWeekday,
  kLength,
  kPartOf,  // "9 tháng đầu năm": a length, or half a year
  kSet,
  kRef,
  kNow,        // "nay" of "đến nay": only beside a cue
  kHoliday,    // made from holidays.tsv, in no pattern
  kDirection,  // "tới", "vừa qua" after a date: made by the code, in no pattern
};

struct TimeRule {
  TimeReading reading = TimeReading::kDate;
  std::vector<std::string> arguments = {};
};

struct TimeWord {
  TimeSlot slot = TimeSlot::kLiteral;
  std::string value = {};
  int number = 0;  // of the value, where it is one
};

struct Holiday {
  enum class Rule : std::uint8_t { kSolar, kLunar, kEaster };
  Rule rule = Rule::kSolar;
  int month = 0, day = 0;
  int offset = 0;           // days after Easter
  bool is_proper = false;   // its name is capitalised
  bool wants_more = false;  // told alone it needs a year or a word such as "dịp" beside it
  bool operator==(const Holiday&) const = default;
};

struct TimePatternNode {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> next = {};  // item key → node, sorted
  std::optional<std::uint32_t> rule = {};                          // index into rules

  std::optional<std::uint32_t> after(std::uint32_t item) const;
};

struct TimeTables {
  NumberWords numbers = {};
  KeyIndex keys = {};  // of all that follow
  KeyTrie words = {};
  std::vector<TimeWord> entries = {};  // the trie's values
  KeyTrie blocks = {};
  KeyTrie holiday_names = {};
  std::vector<Holiday> holidays = {};
  std::vector<std::uint32_t> literals = {};  // key → the literal of patterns, or 0
  std::vector<bool> may_be_number = {};      // by key: words that numbers begin with
  std::vector<TimePatternNode> nodes = {};
  std::vector<bool> in_patterns = {};  // by slot: is there an item for it?
  std::vector<TimeRule> rules = {};
  int school_year_month = 0;   // in which school years begin; 0: none are reckoned
  bool month_first = false;    // 5/23/2025
  bool capital_names = false;  // names of days and months are capitalised ("Monday", "May")

  // Errors: kBadFormat, naming table and line.
  static Result<TimeTables> load(const Pack& pack);
};

inline std::uint32_t item_key(TimeSlot slot, std::uint32_t literal = 0) {
  return static_cast<std::uint32_t>(slot) << 24 | literal;
}

}  // namespace machtin

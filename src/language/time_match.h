#pragma once
// The first half of find_times: pieces → components, one for each place where a pattern of the
// tables matches ("5 giờ", "chiều", "thứ Hai", "21/10", "tuần trước"). Phrases are joined from them
// in time_phrase.h. Tested by time_test.cc.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/calendar.h"
#include "language/time_tables.h"
#include "language/token.h"
#include "machtin/article.h"

namespace machtin {

enum class TimeUnit : std::uint8_t {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeek,
  kWeekend,
  kMonth,
  kQuarter,
  kYear,
  kDecade,
  kCentury,
};

std::optional<TimeUnit> time_unit(std::string_view code);  // "S", "MIN", … of the unit words

// One reading of a word or number at a place.
struct TimeLex {
  TimeSlot slot = TimeSlot::kLiteral;
  std::uint32_t literal = 0;  // of kLiteral
  std::uint32_t pieces = 1;
  double number = 0;
  bool vague = false;                 // kNumber: "hàng trăm"
  bool in_words = false;              // kNumber, kMonth, kHour
  bool ordinal = false;               // kWeekday: the words may be an ordinal ("thứ hai")
  int day = 0, month = 0, year = -1;  // kDate, kMonthYear
  char sign = 0;                      // kDate: what parts its numbers
  std::string_view value = {};        // of the word's row; lives as long as the tables
};

struct TimeAmount {
  double number = 0;
  bool vague = false;
  TimeUnit unit = TimeUnit::kDay;
};

enum class TimeBase : std::uint8_t { kPublished, kContext };

// So many units from the day of publication, or from what the text spoke of last.
struct TimeShift {
  TimeBase base = TimeBase::kPublished;
  TimeUnit unit = TimeUnit::kDay;
  int amount = 0;
  bool is_last_week = false;  // "tuần qua", on a Saturday or Sunday the week just ending
  bool by_tense = false;      // "cuối tuần": the coming one where the sentence speaks of the future
  bool of_school = false;     // a school year: it is told by the year in which it began
};

// What a component says of time; joined components put theirs together.
struct TimeFields {
  int year = -1, month = 0, day = 0, weekday = 0, quarter = 0, half = 0;
  int decade = -1, century = -1;
  int cycle = -1;         // of the sixty-year cycle
  bool is_lunar = false;  // a day of the lunar calendar
  std::string season = {}, part = {}, reference = {};
  int hour = -1, minute = -1, second = -1;
  bool pm = false, am = false;
  std::optional<TimeShift> shift = {};
  std::optional<int> direction = {};  // "tới" 1, "vừa qua" -1 after a date
  std::vector<TimeAmount> amounts = {};
  std::optional<Holiday> holiday = {};
};

// The hour of 24 that a printed clock of 12 gives with its half or part of the day: "3:15 chiều".
int hour_of_day(const TimeFields& fields);

enum TimeRole : std::uint32_t {
  kClockRole = 1,
  kPartRole = 2,
  kWeekdayRole = 4,
  kDayRole = 8,
  kMonthRole = 16,
  kYearRole = 32,
  kWeekRole = 64,
  kQuarterRole = 128,
  kSeasonRole = 256,
  kHalfRole = 512,
  kHolidayRole = 1024,
};

// Whether any of the wanted roles is among them.
inline bool has(std::uint32_t roles, std::uint32_t wanted) { return (roles & wanted) != 0; }

struct TimeComponent {
  std::size_t begin = 0, end = 0;  // pieces
  TimeReading reading = TimeReading::kDate;
  std::uint32_t roles = 0;  // 0: joins with nothing
  TimeFields fields = {};
  bool has_head = false;        // "ngày", "hôm", "năm", … stood before
  bool ordinal = false;         // a weekday that may be an ordinal
  bool in_words = false;        // its number is written in words
  bool hedged = false;          // "khoảng", or a span such as "qua"
  bool sure = false;            // kAgo, kAway
  bool explicit_clock = false;  // "14:30", "15g30": no length
  bool lunar_head = false;      // "mùng", which heads days of the lunar month
  bool past_head = false;       // "hôm", which heads days gone by
  char sign = 0;                // a date in digits: what parts them
  int edge = 0;                 // 1 beginning, 2 middle, 3 end
};

// The text made ready: pieces, what each may be, what is blocked, where sentences end.
struct TimeText {
  const TimeTables* tables = nullptr;
  std::string_view text = {};
  std::vector<Token> pieces = {};
  std::vector<std::uint32_t> keys = {};                          // of TimeTables::keys
  std::vector<TimeLex> lexes = {};                               // all places' readings
  std::vector<std::uint32_t> lex_begin = {};                     // where a place's begin
  std::vector<std::uint32_t> sentence = {};                      // a piece's sentence
  std::vector<std::pair<std::size_t, std::size_t>> blocks = {};  // in order of their begin

  std::span<const TimeLex> lexes_at(std::size_t at) const;
  bool has(TimeSlot slot, std::size_t at) const;          // a reading of that slot at the place
  bool ends_before(TimeSlot slot, std::size_t at) const;  // one that ends right before it
  // The one that ends right before `at`: where it begins.
  std::optional<std::size_t> begin_before(TimeSlot slot, std::size_t at) const;
  // "24" of "2023/24", "2023-24": the digits at `year` + 2 are short for the year after.
  bool next_year_in_short(std::size_t year) const;
  bool is_capital(std::size_t at) const;
  bool is_punctuation(std::size_t at) const;  // past the end too
  bool same_sentence(std::size_t a, std::size_t b) const;
};

// tokens, sentences: of the text, or of a part of it that begins with its `first_sentence`th.
TimeText prepare_times(std::string_view text, std::span<const Token> tokens,
                       std::span<const ByteSpan> sentences, const TimeTables& tables,
                       std::uint32_t first_sentence = 0);

// In order, none overlapping.
std::vector<TimeComponent> match_components(const TimeText& text);

}  // namespace machtin

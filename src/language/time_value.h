#pragma once
// The last third of find_times: phrases → TIMEX3 values, in the light of the day of publication and
// of what the text spoke of before. A year that nothing tells is XXXX, and the anchor's bounds are
// carried over to the phrase's day. Tested by time_test.cc.

#include <optional>
#include <string>

#include "language/time_match.h"
#include "language/time_phrase.h"
#include "machtin/article.h"
#include "machtin/facts.h"

namespace machtin {

// PublicationDate as a day to reckon from. Where the year is unknown it stands in kOpenYear, a leap
// year, so that only differences of years count.
struct TimeAnchor {
  static constexpr int kOpenYear = 2000;
  bool has_day = false;  // month and day are known (or stood in for, where only the year is)
  bool has_year = false;
  Day day = {kOpenYear, 1, 1};
  PublicationDate published = {};
};

TimeAnchor time_anchor(const PublicationDate& published);

// A bound of the anchor carried to a day that is `years` away from the anchor's year: the bound on
// the anchor is tightened to the nearest year in which its own day keeps it. nullopt where the
// anchor sets none.
std::optional<std::string> carried_bound(const TimeAnchor& anchor,
                                         const std::optional<std::string>& bound, const Day& day,
                                         bool earliest);

class TimeResolver {
 public:
  explicit TimeResolver(const PublicationDate& published);

  // The part of the text that the phrases to come are of.
  void read(const TimeText& text) { text_ = &text; }
  // The phrase's value; nullopt for what turns out to name no time. To be asked in text order: each
  // phrase becomes context for those after it.
  std::optional<TimeExpression> resolve(const TimePhrase& phrase);

 private:
  struct Point {  // a stretch of the calendar
    Day day = {};
    TimeUnit unit = TimeUnit::kDay;
    bool open_year = false;  // the year rests on an anchor without one
  };

  std::optional<Point> base_of(const TimeShift& shift) const;
  std::optional<Point> shifted(const TimeShift& shift, double units) const;
  std::optional<Point> nearest(const TimePhrase& phrase, int month, int day, TimeUnit unit) const;
  std::optional<Point> day_alone(const TimePhrase& phrase) const;
  std::optional<Point> weekday_point(const TimePhrase& phrase) const;
  std::optional<Point> holiday_point(const TimePhrase& phrase) const;
  std::optional<Point> date_point(const TimePhrase& phrase) const;
  std::optional<int> year_of(const TimePhrase& phrase, bool& open_year) const;
  std::optional<int> cycle_year(int place) const;
  std::optional<Point> feast_point(const TimePhrase& phrase, const Holiday& holiday) const;
  bool is_day_of_tet(const TimePhrase& phrase) const;
  std::optional<TimeShift> next_of_context(const TimePhrase& phrase) const;

  std::optional<TimeExpression> date(const TimePhrase& phrase);
  std::optional<TimeExpression> special_date(const TimePhrase& phrase) const;
  std::optional<TimeExpression> relative(const TimePhrase& phrase);
  std::optional<TimeExpression> length(const TimePhrase& phrase) const;
  std::optional<TimeExpression> repeated(const TimePhrase& phrase) const;
  TimeExpression without_anchor(const TimePhrase& phrase) const;

  std::string year_text(int year, bool open_year) const;
  std::string point_text(const Point& point) const;
  void set_bounds(const Point& point, TimeExpression& out) const;
  std::string clock_text(const TimePhrase& phrase) const;
  bool is_future(const TimePhrase& phrase) const;

  const TimeText* text_ = nullptr;
  TimeAnchor anchor_;
  std::optional<Point> last_day_ = {};    // the day the text spoke of last
  std::optional<Point> last_point_ = {};  // day, week, month or year
  std::optional<std::uint32_t> printed_in_ =
      {};  // the sentence of last_point_, if it prints its year
  int last_hour_ = -1, last_minute_ = 0;
};

}  // namespace machtin

// First what each article says by itself: metadata, printed lines, the caller, the URL; where these
// are silent, its words (date_clues). Then what lists of teasers prove of one another, since a list
// runs from the newest item down. Last, what is only likely. Days without a year are solved within
// bounds: a year is told only where one alone is left.
#include "dating/date_articles.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "dating/date_clues.h"
#include "dating/dating_tables.h"
#include "dating/timestamp.h"
#include "language/calendar.h"

namespace machtin {
namespace {

constexpr int kYearsTried = 40;
// A list of newest items spans weeks. Beyond this gap between neighbours it says nothing of their
// years.
constexpr int kListGapDays = 60;
// Two items stand in order by chance every second time; three with such gaps hardly ever do.
constexpr std::size_t kItemsForProof = 3;

// Metadata that lie further than this from a sound printed line are not of this article.
constexpr int kStandInDays = 366;

struct Case {  // one article's case, while it is open
  PublicationDate date = {};
  bool settled = false;  // metadata, a printed line, the caller or the URL says it
  std::optional<OpenDay> own = {};
  std::string own_words = {};
  std::optional<Day> exact = {};
  std::optional<Day> earliest = {}, latest = {};
  std::optional<Day> likely_day = {}, likely_latest = {};
  std::optional<int> likely_year = {};  // what a count of years comes to, without its slack
  std::optional<Day> told_latest = {};  // what the text tells of as still to come
};

bool fits(const OpenDay& own, int year) {
  const Day day{year, own.month, own.day};
  return is_day(day) && (own.weekday == 0 || weekday(day) == own.weekday);
}

std::optional<Day> first_from(const OpenDay& own, const Day& bound) {
  for (int year = bound.year; year <= bound.year + kYearsTried; ++year) {
    const Day day{year, own.month, own.day};
    if (fits(own, year) && day >= bound) return day;
  }
  return std::nullopt;
}

std::optional<Day> last_until(const OpenDay& own, const Day& bound) {
  for (int year = bound.year; year >= bound.year - kYearsTried; --year) {
    const Day day{year, own.month, own.day};
    if (fits(own, year) && day <= bound) return day;
  }
  return std::nullopt;
}

bool matches(const OpenDay& own, const Day& day) {
  return own.month == day.month && own.day == day.day;
}

bool day_between(const OpenDay& own, const Day& earliest, const Day& latest) {
  const std::optional<Day> first = first_from(own, earliest);
  return first && *first <= latest;
}

void say(Case& c, std::string evidence) { c.date.evidence.push_back(std::move(evidence)); }

void raise_earliest(Case& c, const Day& bound) {
  Day day = bound;
  if (c.own) {
    const std::optional<Day> first = first_from(*c.own, bound);
    if (!first) return;
    day = *first;
  }
  if (!c.earliest || *c.earliest < day) c.earliest = day;
}

void lower_latest(Case& c, const Day& bound) {
  Day day = bound;
  if (c.own) {
    const std::optional<Day> last = last_until(*c.own, bound);
    if (!last) return;
    day = *last;
  }
  if (!c.latest || *c.latest > day) c.latest = day;
}

// ---- one article by itself ---------------------------------------------------------------------

void settle(Case& c, const Timestamp& t, DateBasis basis, std::string_view zone,
            std::string evidence) {
  c.date.value = iso_text(t, zone);
  c.date.basis = basis;
  if (!t.year) {  // a printed line without a year
    c.own = OpenDay{t.month, t.day, 0};
    say(c, std::move(evidence) + ", without a year");
    return;
  }
  c.settled = true;
  c.date.precision = t.has_clock   ? Precision::kSecond
                     : t.has_day   ? Precision::kDay
                     : t.has_month ? Precision::kMonth
                                   : Precision::kYear;
  const Day first{*t.year, t.has_month ? t.month : 1, t.has_day ? t.day : 1};
  Day last = first;
  if (!t.has_day) last = add_days(add_months(first, t.has_month ? 1 : 12), -1);
  c.earliest = first;
  c.latest = last;
  if (t.has_day) c.exact = first;
  say(c, std::move(evidence));
}

// The first printed line that has a year, if it gainsays the metadata: far from their day, and on
// the weekday that it prints, so that no digit of it is wrong. Metadata may be a stand-in's.
const std::string* line_against(const Timestamp& metadata, const FoundArticle& found,
                                const TimeTables& times, AmericanTimes in_print) {
  for (const std::string& line : found.date_lines) {
    const auto t = parse_date_line(line, times, in_print);
    if (!t || !t->year) continue;
    const Day printed{*t->year, t->month, t->day};
    const Day stated{*metadata.year, metadata.month, metadata.day};
    const bool far = std::abs(day_number(printed) - day_number(stated)) > kStandInDays;
    return far && t->weekday != 0 && t->weekday == weekday(printed) ? &line : nullptr;
  }
  return nullptr;
}

void settle_from_page(Case& c, const FoundArticle& found, bool is_first,
                      const DatingOptions& options, const DatingTables& dating,
                      const TimeTables& times) {
  const std::string zone = options.foreign ? std::string() : dating.zone;
  const AmericanTimes in_head = american_times(times, options.foreign, false);
  const AmericanTimes in_print = american_times(times, options.foreign, true);
  if (found.metadata_date) {
    if (const auto t = parse_date_line(*found.metadata_date, times, in_head); t && t->year) {
      if (const std::string* line = line_against(*t, found, times, in_print)) {
        settle(c, *parse_date_line(*line, times, in_print), DateBasis::kPage, zone,
               "the page prints \"" + *line + "\", whose weekday fits; its metadata say " +
                   *found.metadata_date + ", which is too far from it");
        return;
      }
      settle(c, *t, DateBasis::kMetadata, zone, "its metadata say " + *found.metadata_date);
      return;
    }
  }
  for (const std::string& line : found.date_lines) {
    if (const auto t = parse_date_line(line, times, in_print)) {
      settle(c, *t, DateBasis::kPage, zone, "the page prints \"" + line + "\"");
      return;
    }
  }
  if (is_first && options.given) {
    if (const auto t = parse_date_line(*options.given, times, in_head); t && t->year) {
      settle(c, *t, DateBasis::kGiven, zone, "given by the caller as " + *options.given);
      return;
    }
  }
  const std::optional<std::string>& url = is_first && options.url ? options.url : found.article.url;
  if (url) {
    if (const auto t = day_in_url(*url)) {
      settle(c, *t, DateBasis::kMetadata, zone, "its URL holds the day " + iso_text(*t, ""));
    }
  }
}

// The bounds that the text proves, unless they gainsay one another: then none is told.
void take_bounds(Case& c, const DateClues& clues) {
  std::optional<Day> earliest, latest;
  for (const DateBound& bound : clues.bounds) {
    if (bound.earliest && (!earliest || *earliest < *bound.earliest)) earliest = bound.earliest;
    if (bound.latest && (!latest || *latest > *bound.latest)) latest = bound.latest;
  }
  if (!earliest && !latest) return;
  if (c.date.basis == DateBasis::kNone) c.date.basis = DateBasis::kText;
  const bool own_fits = !c.own || !earliest || !latest || day_between(*c.own, *earliest, *latest);
  if ((earliest && latest && *earliest > *latest) || !own_fits) {
    say(c, "what it says of other days does not fit together, and proves nothing");
    return;
  }
  if (earliest) raise_earliest(c, *earliest);
  if (latest) lower_latest(c, *latest);
  for (const DateBound& bound : clues.bounds) {  // those that the answer rests on
    const bool tells =
        (bound.earliest && bound.earliest == earliest) || (bound.latest && bound.latest == latest);
    if (tells) say(c, bound.why);
  }
}

void take_exact(Case& c, const Day& day, std::string why) {
  c.exact = c.earliest = c.latest = day;
  c.date.basis = DateBasis::kText;
  say(c, std::move(why));
}

void read_text(Case& c, const FoundArticle& found, const DatingTables& dating,
               const TimeTables& times) {
  const DateClues clues = find_date_clues(found.article, dating, times);
  if (clues.exact_day && (!c.own || matches(*c.own, *clues.exact_day))) {
    take_exact(c, *clues.exact_day, "the text itself says \"" + clues.exact_words + "\"");
    return;
  }
  if (!c.own && clues.own_day) {
    c.own = clues.own_day;
    c.date.basis = DateBasis::kText;
    say(c,
        clues.own_is_said
            ? "the text itself says that \"" + clues.own_words + "\" is near to its own day"
            : "the first day that the text names is \"" + clues.own_words + "\", by habit its own");
  }
  c.own_words = clues.own_words;
  if (clues.counted_year && c.own && clues.own_day == c.own) {
    take_exact(c, Day{*clues.counted_year, c.own->month, c.own->day},
               "the text counts " + clues.counted_words + ", which ends on that day in " +
                   std::to_string(*clues.counted_year) + " alone");
    return;
  }
  take_bounds(c, clues);
  c.likely_year = clues.printed_year ? clues.printed_year : clues.summed_year;
  if (clues.printed_year && !c.exact)
    say(c, "it prints its day with the year " + std::to_string(*clues.printed_year));
  if (clues.own_full_day && !c.own) {
    // A day of something that happened: no news of it is older, but it may be told years later.
    if (c.date.basis == DateBasis::kNone) c.date.basis = DateBasis::kText;
    c.likely_day = clues.own_full_day;
    say(c, "the text begins with \"" + clues.own_words + "\", by habit its own day");
  }
  if (clues.likely_latest) {
    c.told_latest = clues.likely_latest;
    say(c, "it tells of \"" + clues.likely_words + "\" as still to come");
  }
}

// ---- what lists prove --------------------------------------------------------------------------

// The dated items of one list, in page order, each with the years it lies before the first.
struct ListItem {
  std::size_t index = 0;
  Day day = {};  // in an open year, if it has none
  int years_back = 0;
};

// The days between two neighbours, the second in the same year or the one before; nullopt if the
// list would run upwards or leap too far.
std::optional<int> step_down(const Day& above, const Day& below, int& years_back) {
  const Day a{2000, above.month, above.day};
  for (int back = 0; back <= 1; ++back) {
    const Day b{2000 - back, below.month, below.day};
    if (!is_day(b)) continue;
    const int gap = day_number(a) - day_number(b);
    if (gap >= 0 && gap <= kListGapDays) {
      years_back = back;
      return gap;
    }
  }
  return std::nullopt;
}

// Newest first, with no leap: the items with their years back; empty if the order does not hold.
std::vector<ListItem> ordered_items(const std::vector<Case>& cases, std::size_t begin,
                                    std::size_t end) {
  std::vector<ListItem> items;
  for (std::size_t i = begin; i < end; ++i) {
    const Case& c = cases[i];
    if (!c.exact && !c.own) continue;
    ListItem item;
    item.index = i;
    item.day = c.exact ? *c.exact : Day{2000, c.own->month, c.own->day};
    if (!items.empty()) {
      int years_back = 0;
      if (!step_down(items.back().day, item.day, years_back)) return {};
      item.years_back = items.back().years_back + years_back;
    }
    items.push_back(item);
  }
  return items.size() >= 2 ? items : std::vector<ListItem>();
}

// The year of the list's first item, if one or more items prove it and none gainsays.
std::optional<int> year_of_list(const std::vector<Case>& cases,
                                const std::vector<ListItem>& items) {
  std::optional<int> year;
  for (const ListItem& item : items) {
    const Case& c = cases[item.index];
    if (!c.exact) continue;
    const int here = c.exact->year + item.years_back;
    if (year && *year != here) return std::nullopt;
    year = here;
  }
  return year;
}

bool contradicts_itself(const Case& c) { return c.earliest && c.latest && *c.latest < *c.earliest; }

// An item above is not older, one below not newer; nothing is learned from a list that some item's
// own words gainsay.
void bound_by_neighbours(std::vector<Case>& cases, const std::vector<ListItem>& items) {
  std::vector<Case> bound;
  bound.reserve(items.size());
  for (const ListItem& item : items) bound.push_back(cases[item.index]);
  for (std::size_t i = bound.size() - 1; i > 0; --i) {
    Case& above = bound[i - 1];
    const Case& below = bound[i];
    if (!below.earliest || above.exact) continue;
    const std::optional<Day> before = above.earliest;
    raise_earliest(above, *below.earliest);
    if (above.earliest != before)
      say(above, "it stands above an item that is not older than " + iso_day(*below.earliest));
  }
  for (std::size_t i = 1; i < bound.size(); ++i) {
    const Case& above = bound[i - 1];
    Case& below = bound[i];
    if (!above.latest || below.exact) continue;
    const std::optional<Day> before = below.latest;
    lower_latest(below, *above.latest);
    if (below.latest != before)
      say(below, "it stands below an item that is not newer than " + iso_day(*above.latest));
  }
  if (std::any_of(bound.begin(), bound.end(), contradicts_itself)) return;
  for (std::size_t i = 0; i < items.size(); ++i) cases[items[i].index] = std::move(bound[i]);
}

void date_list(std::vector<Case>& cases, std::size_t begin, std::size_t end) {
  const std::vector<ListItem> items = ordered_items(cases, begin, end);
  if (items.empty()) return;
  const std::optional<int> year = year_of_list(cases, items);
  for (const ListItem& item : items) {
    Case& c = cases[item.index];
    if (c.exact || !c.own || !year || !fits(*c.own, *year - item.years_back)) continue;
    const Day day{*year - item.years_back, c.own->month, c.own->day};
    const bool contradicted = (c.earliest && day < *c.earliest) || (c.latest && day > *c.latest);
    if (contradicted) continue;
    if (items.size() < kItemsForProof) {
      c.likely_day = day;
      continue;
    }
    c.exact = c.earliest = c.latest = day;
    say(c,
        "it stands in a list that runs from the newest item down, and a neighbour is of a proven "
        "year");
  }
  bound_by_neighbours(cases, items);
}

void date_lists(const std::vector<FoundArticle>& articles, std::vector<Case>& cases) {
  for (std::size_t begin = 0; begin < articles.size();) {
    std::size_t end = begin + 1;
    if (articles[begin].article.role == Role::kTeaser) {
      while (end < articles.size() && articles[end].article.role == Role::kTeaser &&
             articles[end].article.heading == articles[begin].article.heading) {
        ++end;
      }
      date_list(cases, begin, end);
    }
    begin = end;
  }
}

// ---- what is only likely -----------------------------------------------------------------------

// News follows soon on what it tells of as past: of the days that the bounds allow, the first.
void guess_first(Case& c) {
  if (!c.exact && c.own && !c.likely_day && c.likely_year && fits(*c.own, *c.likely_year)) {
    const Day day{*c.likely_year, c.own->month, c.own->day};
    if ((!c.earliest || *c.earliest <= day) && (!c.latest || day <= *c.latest)) c.likely_day = day;
  }
  if (!c.exact && c.own && c.earliest && !c.likely_day) c.likely_day = c.earliest;
}

// What is still to come when the text is written lies after it, unless the text looks back on
// somebody's plans.
void guess_before_plans(Case& c) {
  if (c.exact || c.settled || !c.told_latest || c.likely_day) return;
  Day last = *c.told_latest;
  if (c.own) {
    const std::optional<Day> own = last_until(*c.own, last);
    if (!own) return;
    last = *own;
  }
  if ((c.earliest && last < *c.earliest) || (c.latest && *c.latest <= last)) return;
  if (!c.likely_latest || *c.likely_latest > last) c.likely_latest = last;
}

// The newest teaser was new when the page was taken, and the main article is older than that.
void bound_main_articles(const std::vector<FoundArticle>& articles, std::vector<Case>& cases) {
  std::optional<Day> newest;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (articles[i].article.role != Role::kTeaser) continue;
    const std::optional<Day> day = cases[i].exact ? cases[i].exact : cases[i].likely_day;
    if (day && (!newest || *day > *newest)) newest = day;
  }
  if (!newest) return;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Case& c = cases[i];
    if (articles[i].article.role != Role::kMain || c.settled || c.exact || !c.own) continue;
    std::optional<Day> last = last_until(*c.own, *newest);
    // A teaser a few days older stands on many a page; a main article a year older hardly on any.
    const std::optional<Day> next = first_from(*c.own, *newest);
    const bool soon = next && day_number(*next) - day_number(*newest) <= kListGapDays;
    if (soon && (!last || day_number(*newest) - day_number(*last) > kListGapDays)) last = next;
    if (!last || (c.earliest && *last < *c.earliest) || (c.latest && *c.latest <= *last)) continue;
    c.likely_latest = last;
    say(c, "the page's newest teaser is likely of " + iso_day(*newest) +
               (last == next ? ", and the article is hardly newer than the next such day"
                             : ", and the article is not newer"));
  }
}

PublicationDate close(Case& c) {
  PublicationDate& date = c.date;
  if (!c.exact && c.earliest && c.latest && *c.earliest == *c.latest) {
    c.exact = c.earliest;
    say(c, "one day alone is left between the bounds");
  }
  if (!c.settled && c.exact) {
    date.value = iso_day(*c.exact);
    date.precision = Precision::kDay;
  } else if (!c.settled && c.own) {
    date.value = "XXXX-" + two_digits(c.own->month) + "-" + two_digits(c.own->day);
    date.precision = Precision::kNone;
  }
  if (c.earliest) date.earliest = iso_day(*c.earliest);
  if (c.latest) date.latest = iso_day(*c.latest);
  if (c.settled || c.exact) return std::move(date);
  // A list may prove more of an article than its own words had made likely.
  const bool disproved = c.likely_day && ((c.earliest && *c.likely_day < *c.earliest) ||
                                          (c.latest && *c.likely_day > *c.latest));
  if (disproved) c.likely_day.reset();
  LikelyDate likely;
  if (c.likely_day) likely.value = likely.earliest = likely.latest = iso_day(*c.likely_day);
  if (c.likely_latest && !c.likely_day) {
    likely.latest = iso_day(*c.likely_latest);
    likely.earliest = date.earliest;
    if (likely.earliest == likely.latest) likely.value = likely.latest;
  }
  if (likely != LikelyDate{}) date.likely = likely;
  return std::move(date);
}

}  // namespace

std::vector<PublicationDate> date_articles(const std::vector<FoundArticle>& articles,
                                           const DatingOptions& options, const DatingTables& dating,
                                           const TimeTables& times) {
  std::vector<Case> cases(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const bool is_first = i == 0 && articles[i].article.role == Role::kMain;
    settle_from_page(cases[i], articles[i], is_first, options, dating, times);
    if (!cases[i].settled) read_text(cases[i], articles[i], dating, times);
  }
  date_lists(articles, cases);
  for (Case& c : cases) guess_first(c);
  bound_main_articles(articles, cases);
  for (Case& c : cases) guess_before_plans(c);
  std::vector<PublicationDate> dates;
  dates.reserve(cases.size());
  for (Case& c : cases) dates.push_back(close(c));
  return dates;
}

}  // namespace machtin

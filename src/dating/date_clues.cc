#include "dating/date_clues.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "language/piece.h"
#include "language/time_match.h"
#include "language/time_phrase.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kMostPairs =
    1024;  // of a count of days and a full date that are tried together
// A day named later than this in the text is no longer the one that the article begins with.
constexpr std::uint32_t kOpeningBytes = 700;
constexpr std::size_t kLongestDateline = 10;  // pieces before its date: "TP HCM, ngày"
constexpr std::size_t kAgeReach = 6;          // pieces between a year of birth and an age
constexpr std::size_t kCountReach = 4;   // phrases between "từ … đến nay" and its count of days
constexpr std::size_t kSinceReach = 4;   // pieces between a count of days and "kể từ" a day
constexpr std::size_t kLeadReach = 12;   // pieces between a word for the future and its day
constexpr std::size_t kMostBounds = 64;  // of one article: more add nothing
// A word for the future this near before a day makes it one to come: "dự kiến diễn ra vào ngày
// 30/4".
constexpr std::size_t kFutureReach = 6;
// Counts below this fit a day by chance too easily: two readings of a count of 60 days or more fit
// a given day and month of some year in one case of 180.
constexpr double kLeastCount = 60;
constexpr int kYearsTried = 60;
constexpr int kOldest = 125;  // years that somebody may be old

// Sentences are not at hand before facts are found; lines and full stops before a space will do.
std::vector<ByteSpan> rough_sentences(std::string_view text) {
  std::vector<ByteSpan> out;
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    const bool stop = text[at] == '.' && at + 1 < text.size() && text[at + 1] == ' ' &&
                      (at == 0 || text[at - 1] < '0' || text[at - 1] > '9');
    if (text[at] != '\n' && !stop) continue;
    if (at > begin) out.push_back({begin, at + 1});
    begin = at + 1;
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  if (size > begin) out.push_back({begin, size});
  return out;
}

bool sentence_has(const TimeText& text, const PhraseTrie& words, std::size_t at) {
  std::size_t i = at;
  while (i > 0 && text.same_sentence(i - 1, at)) --i;
  for (; i < text.pieces.size() && text.same_sentence(i, at); ++i) {
    if (words.match(text.pieces, i)) return true;
  }
  return false;
}

bool future_before(const TimeText& text, const PhraseTrie& words, std::size_t at) {
  for (std::size_t back = 1; back <= kFutureReach && back <= at; ++back) {
    if (text.same_sentence(at - back, at) && words.match(text.pieces, at - back)) return true;
  }
  return false;
}

std::string words_of(const TimeText& text, const TimePhrase& phrase) {
  return std::string(slice(
      text.text, {text.pieces[phrase.begin].span.begin, text.pieces[phrase.end - 1].span.end}));
}

bool names_day(const TimePhrase& phrase) {
  return phrase.fields.day > 0 && phrase.fields.month > 0 && !phrase.fields.shift &&
         !phrase.fields.holiday;
}

struct Count {  // "844 ngày"
  int days = 0;
  std::string words = {};
};

std::vector<Count> counts_of_days(const TimeText& text, const std::vector<TimePhrase>& phrases) {
  std::vector<Count> counts;
  for (const TimePhrase& phrase : phrases) {
    if (phrase.reading != TimeReading::kLength || phrase.fields.amounts.size() != 1) continue;
    const TimeAmount& amount = phrase.fields.amounts[0];
    if (amount.vague || phrase.hedged || amount.unit != TimeUnit::kDay) continue;
    if (amount.number < kLeastCount || amount.number > kYearsTried * 366.0) continue;
    counts.push_back({static_cast<int>(amount.number), words_of(text, phrase)});
  }
  return counts;
}

// The year in which own_day stands `days` after `from`, from counted as day one or as day nought.
std::optional<int> year_of_count(const OpenDay& own, const Day& from, int days) {
  for (int year = from.year; year <= from.year + kYearsTried; ++year) {
    const Day day{year, own.month, own.day};
    if (!is_day(day)) continue;
    const int since = day_number(day) - day_number(from);
    if (since == days || since == days - 1) return year;
  }
  return std::nullopt;
}

void read_counts(const TimeText& text, const std::vector<TimePhrase>& phrases, DateClues& clues) {
  if (!clues.own_day) return;
  std::size_t pairs = 0;
  for (const Count& count : counts_of_days(text, phrases)) {
    for (const TimePhrase& phrase : phrases) {
      if (!names_day(phrase) || phrase.fields.year < 0) continue;
      if (++pairs > kMostPairs) return;
      const Day from{phrase.fields.year, phrase.fields.month, phrase.fields.day};
      const std::optional<int> year = year_of_count(*clues.own_day, from, count.days);
      if (!year) continue;
      if (clues.counted_year &&
          *clues.counted_year != *year) {  // the text allows two: neither holds
        clues.counted_year.reset();
        return;
      }
      clues.counted_year = year;
      clues.counted_words = count.words + " from " + words_of(text, phrase);
    }
  }
}

// Whether a sentence tells of the past alone; remembered, since one sentence may hold many days.
class PastSentences {
 public:
  PastSentences(const TimeText& text, const DatingTables& dating) : text_(text), dating_(dating) {}

  bool past_at(std::size_t piece) {
    ask(piece);
    return past_ && !future_ && !open_;
  }
  bool future_at(std::size_t piece) {
    ask(piece);
    return future_ && !past_;
  }
  bool open_at(std::size_t piece) {
    ask(piece);
    return open_;
  }

 private:
  void ask(std::size_t piece) {
    if (asked_ && text_.same_sentence(at_, piece)) return;
    asked_ = true;
    at_ = piece;
    future_ = sentence_has(text_, dating_.future, piece);
    open_ = sentence_has(text_, dating_.open, piece);
    past_ = sentence_has(text_, dating_.past, piece);
  }

  const TimeText& text_;
  const DatingTables& dating_;
  bool asked_ = false;
  std::size_t at_ = 0;  // a piece of the sentence asked for last
  bool past_ = false, future_ = false, open_ = false;
};

// Which pieces stand between quotation marks: somebody's words, perhaps of another day.
std::vector<bool> quoted_pieces(const TimeText& text) {
  std::vector<bool> quoted(text.pieces.size(), false);
  bool inside = false;
  for (std::size_t i = 0; i < text.pieces.size(); ++i) {
    const std::string& key = text.pieces[i].key;
    const std::uint32_t before = i > 0 ? text.pieces[i - 1].span.end : 0;
    const std::uint32_t begin = text.pieces[i].span.begin;
    if (slice(text.text, {before, begin}).find('\n') != std::string_view::npos) inside = false;
    if (key == "\"") {
      inside = !inside;
    } else if (key == "“" || key == "«") {
      inside = true;
    } else if (key == "”" || key == "»") {
      inside = false;
    }
    quoted[i] = inside;
  }
  return quoted;
}

std::optional<Day> full_day(const TimePhrase& phrase) {
  const TimeFields& f = phrase.fields;
  if (f.year < 0 || f.month == 0 || f.day == 0 || f.shift || f.holiday || f.is_lunar)
    return std::nullopt;
  const Day day{f.year, f.month, f.day};
  return is_day(day) ? std::optional(day) : std::nullopt;
}

// The first and last day of a printed day, month or year.
std::optional<std::pair<Day, Day>> printed_stretch(const TimePhrase& phrase) {
  const TimeFields& f = phrase.fields;
  const bool other = f.shift || f.holiday || f.is_lunar || f.quarter > 0 || f.half > 0 ||
                     f.decade >= 0 || f.century >= 0 || !f.season.empty() || !f.amounts.empty();
  if (f.year < 0 || other) return std::nullopt;
  if (f.day > 0 && f.month == 0) return std::nullopt;
  if (f.day > 0) {
    const auto day = full_day(phrase);
    return day ? std::optional(std::pair(*day, *day)) : std::nullopt;
  }
  const Day first{f.year, std::max(f.month, 1), 1};
  return std::pair(first, add_days(add_months(first, f.month > 0 ? 1 : 12), -1));
}

// The day by itself, or with a comma or a bracket before it: "hôm qua (22/10)", "nay, 23-5".
bool stands_beside(const TimeText& text, const TimePhrase& left, const TimePhrase& right) {
  if (!text.same_sentence(left.end - 1, right.begin)) return false;
  if (left.end == right.begin) return true;
  const std::string& between = text.pieces[left.end].key;
  return left.end + 1 == right.begin && (between == "(" || between == ",");
}

class ClueReader {
 public:
  ClueReader(const TimeText& text, const std::vector<TimePhrase>& phrases,
             const DatingTables& dating, DateClues& clues)
      : text_(text),
        phrases_(phrases),
        dating_(dating),
        clues_(clues),
        sentences_(text, dating),
        quoted_(quoted_pieces(text)) {}

  void read(std::uint32_t title_end) {
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      const TimePhrase& phrase = phrases_[i];
      read_dateline(phrase, title_end);
      if (i + 1 < phrases_.size() && !quoted_[phrase.begin]) read_pair(phrase, phrases_[i + 1]);
      read_direction(phrase);
      read_past(i);
      if (i + 1 < phrases_.size()) read_until_now(phrase, i);
      read_age(phrase);
      read_opening(i, title_end);
    }
    read_counts(text_, phrases_, clues_);
    read_elapsed();
    read_printed_year();
    // Who plans for a day does not tell of later ones as well.
    if (clues_.likely_latest && latest_told_ && *clues_.likely_latest < *latest_told_)
      clues_.likely_latest.reset();
  }

 private:
  void bound(std::optional<Day> earliest, std::optional<Day> latest, std::string why) {
    if (clues_.bounds.size() < kMostBounds) {
      clues_.bounds.push_back({earliest, latest, std::move(why)});
    }
  }
  void say_exact(const Day& day, std::string words) {
    if (clues_.exact_day) return;
    clues_.exact_day = day;
    clues_.exact_words = std::move(words);
  }
  std::string words(const TimePhrase& phrase) const { return words_of(text_, phrase); }
  std::string words(const TimePhrase& left, const TimePhrase& right) const {
    return std::string(slice(
        text_.text, {text_.pieces[left.begin].span.begin, text_.pieces[right.end - 1].span.end}));
  }

  // "Hà Nội, 23/5/2025 (ABC) -" at the head of the text.
  void read_dateline(const TimePhrase& phrase, std::uint32_t title_end) {
    if (!names_day(phrase) || clues_.exact_day || clues_.own_is_said) return;
    std::size_t before = phrase.begin;
    while (before > 0 && text_.pieces[before - 1].span.begin >= title_end) {
      --before;
      if (phrase.begin - before > kLongestDateline) return;
      const Shape shape = text_.pieces[before].shape;
      const bool name = shape == Shape::kCapitalised || shape == Shape::kUpper;
      const std::string& key = text_.pieces[before].key;
      if (!name && key != "," && key != "(" && key != "." && key != "-") return;
    }
    if (text_.pieces[before].span.begin < title_end) return;
    std::size_t after = phrase.end;
    if (after < text_.pieces.size() && text_.pieces[after].key == ")") ++after;
    if (after < text_.pieces.size() && text_.pieces[after].key == "(") {
      while (after < text_.pieces.size() && text_.pieces[after].key != ")" &&
             after - phrase.end < kLongestDateline) {
        ++after;
      }
      ++after;
    }
    if (after >= text_.pieces.size()) return;
    const std::string& dash = text_.pieces[after].key;
    const bool closes = dash == "-" || dash == "–" || dash == "—" || dash == ":";
    if (!closes || touches_previous(text_.pieces, after + 1)) return;
    if (const auto day = full_day(phrase)) {
      say_exact(*day, words(phrase));
    } else if (phrase.fields.year < 0) {
      take_own(phrase, 0);
      clues_.own_is_said = true;
    }
  }

  // The day that `phrase` names, `days` later, is the article's own.
  void take_own(const TimePhrase& phrase, int days) {
    constexpr int kLeap = 2004, kCommon = 2003;
    const TimeFields& f = phrase.fields;
    const Day leap = add_days({kLeap, f.month, f.day}, days);
    const Day common = add_days({kCommon, f.month, f.day}, days);
    if (leap.month != common.month || leap.day != common.day) return;  // about 29 February
    clues_.own_day = OpenDay{leap.month, leap.day, days == 0 ? f.weekday : 0};
    clues_.own_words = words(phrase);
  }

  // "hôm qua (22/10/2013)", "năm ngoái (2017)", "cách đây 10 năm (năm 2009)".
  void read_pair(const TimePhrase& left, const TimePhrase& right) {
    if (!stands_beside(text_, left, right)) return;
    const std::optional<TimeShift>& shift = left.fields.shift;
    if (!shift || shift->base != TimeBase::kPublished) return;
    const bool from_now = left.reading == TimeReading::kAgo;
    if (from_now) {
      read_ago(left, right);
      return;
    }
    if (left.parts == 1 && left.fields.day > 0) return;  // "ngày 5 tháng này"
    if (left.fields.month > 0 || left.fields.weekday > 0) return;
    if (shift->unit == TimeUnit::kDay && names_day(right)) {
      if (const auto day = full_day(right)) {
        say_exact(add_days(*day, -shift->amount), words(left, right));
      } else if (right.fields.year < 0 && !clues_.own_is_said && std::abs(shift->amount) <= 2) {
        take_own(right, -shift->amount);
        clues_.own_is_said = true;
      }
    }
    const auto printed = printed_stretch(right);
    if (!printed || shift->of_school) return;
    const bool year = shift->unit == TimeUnit::kYear && right.fields.month == 0;
    const bool month =
        shift->unit == TimeUnit::kMonth && right.fields.day == 0 && right.fields.month > 0;
    if (year && left.edge == 0) {
      bound(add_months(printed->first, -12 * shift->amount),
            add_months(printed->second, -12 * shift->amount), "it calls " + words(left, right));
    } else if (month && left.edge == 0) {
      const Day first = add_months(printed->first, -shift->amount);
      bound(first, add_days(add_months(first, 1), -1), "it calls " + words(left, right));
    }
  }

  void read_ago(const TimePhrase& left, const TimePhrase& right) {
    const auto printed = printed_stretch(right);
    if (!printed || left.fields.amounts.size() != 1 || left.hedged) return;
    const TimeAmount& amount = left.fields.amounts[0];
    const int count = static_cast<int>(amount.number);
    if (amount.vague || amount.number > 400 || amount.number != count || !left.sure) return;
    int months = 0;
    if (amount.unit == TimeUnit::kYear) months = 12;
    if (amount.unit == TimeUnit::kMonth) months = 1;
    if (months == 0) return;
    // People count full units or begun ones: one more or less either way.
    bound(add_months(printed->first, months * (count - 1)),
          add_months(printed->second, months * (count + 1)), "it calls " + words(left, right));
  }

  // "ngày 7/11/2025 tới", "ngày 6/8/2024 vừa qua".
  void read_direction(const TimePhrase& phrase) {
    if (!phrase.fields.direction || quoted_[phrase.begin]) return;
    const auto printed = printed_stretch(phrase);
    if (!printed || phrase.fields.month == 0) return;
    if (*phrase.fields.direction > 0) {
      bound(std::nullopt, printed->second, "it tells of \"" + words(phrase) + "\" as to come");
    } else if (*phrase.fields.direction < 0) {
      bound(printed->first, std::nullopt, "it tells of \"" + words(phrase) + "\" as past");
    }
  }

  // A year alone may be a goal or a name; a month or day with its year in a sentence of the past is
  // past, unless a word such as "đến" makes an end of it.
  void read_past(std::size_t index) {
    const TimePhrase& phrase = phrases_[index];
    const auto printed = printed_stretch(phrase);
    if (!printed) return;
    read_future(index, *printed);
    if (phrase.fields.month == 0) return;
    const bool ahead = phrase.fields.direction.value_or(0) > 0;
    const bool looks_back = !ahead && (word_before(dating_.back, phrase.begin) ||
                                       dating_.back.match(text_.pieces, phrase.begin).has_value());
    const bool is_end = word_before(dating_.end, phrase.begin);
    const bool past =
        !is_end && !ahead && sentences_.past_at(phrase.begin) && !planned_at(phrase.begin);
    if (looks_back || past) {
      bound(printed->first, std::nullopt, "it tells of \"" + words(phrase) + "\" as past");
    }
  }

  // "Cầu sẽ thông xe ngày 2/9/2026", but neither "từ 1/2/2018" nor the first end of a range: such
  // days may be long past whatever the sentence promises.
  void read_future(std::size_t index, const std::pair<Day, Day>& printed) {
    const TimePhrase& phrase = phrases_[index];
    if (quoted_[phrase.begin]) return;
    if (!sentences_.future_at(phrase.begin)) {
      const bool may_be_ahead = phrase.fields.direction.value_or(0) > 0 ||
                                sentences_.open_at(phrase.begin) ||
                                word_before(dating_.end, phrase.begin) || planned_at(phrase.begin);
      if (!may_be_ahead && (!latest_told_ || *latest_told_ < printed.first))
        latest_told_ = printed.first;
      return;
    }
    if (phrase.fields.month == 0 || begins_range(index)) return;
    if (word_before(dating_.since, phrase.begin) || !future_leads(phrase.begin)) return;
    if (clues_.likely_latest && *clues_.likely_latest <= printed.second) return;
    clues_.likely_latest = printed.second;
    clues_.likely_words = words(phrase);
  }

  // A word for the future stands before the day, or the day opens the sentence.
  bool future_leads(std::size_t at) const {
    if (at == 0 || !text_.same_sentence(at - 1, at)) return true;
    for (std::size_t back = 1; back <= kLeadReach && back <= at; ++back) {
      if (!text_.same_sentence(at - back, at)) return back == 2;  // "Vào ngày 2/9/2026"
      if (dating_.future.match(text_.pieces, at - back)) return true;
    }
    return false;
  }

  // "30/4/1975 - 30/4/2025", "tháng 2-2021 đến tháng 8-2022".
  bool begins_range(std::size_t index) const {
    if (index + 1 >= phrases_.size()) return false;
    const std::size_t end = phrases_[index].end, next = phrases_[index + 1].begin;
    if (next != end + 1 || !text_.same_sentence(end, next)) return false;
    const std::string& sign = text_.pieces[end].key;
    return sign == "-" || sign == "–" || sign == "—" ||
           dating_.end.match(text_.pieces, end).has_value();
  }

  // "đã hứa sửa cầu ngày 5/6/2030"; a "Tuyên bố chung" is a paper.
  bool planned_at(std::size_t at) const {
    constexpr std::size_t kReach = 40;
    for (std::size_t back = 1; back <= kReach && back <= at; ++back) {
      const std::size_t i = at - back;
      if (!text_.same_sentence(i, at)) return false;
      const bool opens = i == 0 || !text_.same_sentence(i - 1, i);
      const bool verb = text_.pieces[i].shape == Shape::kLower || opens;
      if (verb && dating_.plan.match(text_.pieces, i)) return true;
    }
    return false;
  }

  bool word_before(const PhraseTrie& trie, std::size_t at) const {
    constexpr std::size_t kReach = 3;
    for (std::size_t back = 1; back <= kReach && back <= at; ++back) {
      if (!text_.same_sentence(at - back, at)) break;
      for (const PhraseTrie::Match& match : trie.matches(text_.pieces, at - back)) {
        if (match.tokens == back) return true;
      }
    }
    return false;
  }

  // "(SN 1990, 27 tuổi)", "27 tuổi, sinh năm 1990": this year or next to it the two make the sum.
  void read_age(const TimePhrase& phrase) {
    const TimeFields& f = phrase.fields;
    if (f.year < 0 || f.shift || f.quarter > 0 || !f.season.empty()) return;
    if (!word_before(dating_.born, phrase.begin)) return;
    const std::optional<int> age = age_near(phrase);
    if (!age) return;
    const int year = f.year + *age;
    if (!clues_.summed_year || *clues_.summed_year < year) clues_.summed_year = year;
    bound(Day{year - 1, 1, 1}, Day{year + 1, 12, 31},
          "somebody born in " + std::to_string(f.year) + " is " + std::to_string(*age) +
              " years old");
  }

  // The age printed right after the year of birth, or right before it.
  std::optional<int> age_near(const TimePhrase& phrase) const {
    for (std::size_t at = phrase.end; at < phrase.end + kAgeReach; ++at) {
      if (const auto age = age_at(at)) return age;
      if (!may_part_age(at)) break;
    }
    const std::size_t reach = std::min<std::size_t>(phrase.begin, 2 * kAgeReach);
    for (std::size_t back = 1; back <= reach; ++back) {
      const std::size_t at = phrase.begin - back;
      if (const auto age = age_at(at)) return age;
      const bool born = dating_.born.match(text_.pieces, at).has_value() ||
                        text_.has(TimeSlot::kUnit, at) || text_.has(TimeSlot::kAge, at);
      if (!born && !may_part_age(at)) break;
    }
    return std::nullopt;
  }
  bool may_part_age(std::size_t at) const {
    if (at >= text_.pieces.size()) return false;
    const std::string& key = text_.pieces[at].key;
    return key == "," || key == "(" || key == ")" ||
           dating_.now.match(text_.pieces, at).has_value();
  }
  std::optional<int> age_at(std::size_t at) const {
    if (at + 1 >= text_.pieces.size() || !is_digits(text_.pieces[at])) return std::nullopt;
    if (!text_.has(TimeSlot::kAge, at + 1) || text_.pieces[at].key.size() > 3) return std::nullopt;
    const int age = std::atoi(text_.pieces[at].key.c_str());
    return age > 0 && age <= kOldest ? std::optional(age) : std::nullopt;
  }

  void read_opening(std::size_t index, std::uint32_t title_end) {
    const TimePhrase& phrase = phrases_[index];
    const std::uint32_t begin = text_.pieces[phrase.begin].span.begin;
    const bool opening = begin >= title_end && begin < title_end + kOpeningBytes;
    if (!opening || clues_.own_day || clues_.own_full_day || !names_day(phrase)) return;
    if (phrase.fields.is_lunar || future_before(text_, dating_.future, phrase.begin)) return;
    const bool as_of = word_before(dating_.as_of, phrase.begin);
    if (!as_of && future_before(text_, dating_.open, phrase.begin)) return;
    if (phrase.fields.direction.value_or(0) != 0 || stands_apart(phrase)) return;
    // "Từ ngày 19-24/7": so does the other end.
    if (index > 0 && begins_range(index - 1) && stands_apart(phrases_[index - 1])) return;
    if (phrase.fields.year < 0) {
      clues_.own_day = OpenDay{phrase.fields.month, phrase.fields.day, phrase.fields.weekday};
    } else if (phrase.begin == 0 || !text_.same_sentence(phrase.begin - 1, phrase.begin)) {
      // Only at the very start of a sentence is a full date the news' own: elsewhere it looks back.
      clues_.own_full_day = Day{phrase.fields.year, phrase.fields.month, phrase.fields.day};
    } else {
      return;
    }
    clues_.own_words = words(phrase);
  }

  // "áp thuế từ 2/4", "nộp trước 5/5": the day that something begins or ends on. With a clock or a
  // part of the day it is mostly that of the news ("từ sáng 2/4"), as it is where figures stop
  // ("tính đến ngày 2/4").
  bool stands_apart(const TimePhrase& phrase) {
    if (phrase.fields.hour >= 0 || !phrase.fields.part.empty()) return false;
    return word_before(dating_.apart, phrase.begin) && !word_before(dating_.as_of, phrase.begin);
  }

  // "Từ ngày 7/10/2023 đến nay, … 844 ngày": the count ends on the day of writing.
  void read_until_now(const TimePhrase& phrase, std::size_t index) {
    const auto from = full_day(phrase);
    if (!from || quoted_[phrase.begin] || !word_before(dating_.since, phrase.begin)) return;
    if (!until_now(phrase)) return;
    for (std::size_t i = index + 1; i < phrases_.size() && i <= index + kCountReach; ++i) {
      const TimePhrase& count = phrases_[i];
      if (!text_.same_sentence(phrase.begin, count.begin)) return;
      const std::optional<int> days = days_of(count);
      if (!days || *days < kLeastCount || count.hedged) continue;
      // The first day may be counted as one.
      return bound(add_days(*from, *days - 1), add_days(*from, *days),
                   "it counts " + words(count) + " from " + words(phrase) + " until now");
    }
  }
  bool until_now(const TimePhrase& phrase) const {
    for (std::size_t at = phrase.end; at < phrase.end + 2 && at < text_.pieces.size(); ++at) {
      if (text_.same_sentence(phrase.begin, at) && dating_.until_now.match(text_.pieces, at))
        return true;
    }
    return false;
  }

  // "Giá vàng hôm nay 5/9" over a text of "sáng 5/9/2025".
  void read_printed_year() {
    if (!clues_.own_day) return;
    std::optional<int> year;
    for (const TimePhrase& phrase : phrases_) {
      const std::optional<Day> day = full_day(phrase);
      if (!day || day->month != clues_.own_day->month || day->day != clues_.own_day->day) continue;
      if (year && *year != day->year) return;
      year = day->year;
    }
    clues_.printed_year = year;
  }

  // "844 ngày"; none for "vài ngày", "2 tháng".
  static std::optional<int> days_of(const TimePhrase& count) {
    if (count.reading != TimeReading::kLength || count.fields.amounts.size() != 1)
      return std::nullopt;
    const TimeAmount& amount = count.fields.amounts[0];
    if (amount.vague || amount.unit != TimeUnit::kDay || amount.number < 1 ||
        amount.number > kYearsTried * 366.0) {
      return std::nullopt;
    }
    return static_cast<int>(amount.number);
  }

  // "844 ngày kể từ 7/10/2023", told as past: the article is not older than their end.
  void read_elapsed() {
    for (std::size_t i = 0; i + 1 < phrases_.size(); ++i) {
      const TimePhrase& count = phrases_[i];
      const auto from = full_day(phrases_[i + 1]);
      const std::optional<int> days = days_of(count);
      if (!from || !days) continue;
      const std::size_t at = phrases_[i + 1].begin;
      const bool near = at - count.end <= kSinceReach && text_.same_sentence(count.end - 1, at);
      if (!near || !word_before(dating_.since, at) || !sentences_.past_at(at)) continue;
      if (count.hedged) continue;
      // The first day may be counted as one.
      bound(add_days(*from, *days - 1), std::nullopt,
            "it tells of " + words(count, phrases_[i + 1]) + " as past");
    }
  }

  const TimeText& text_;
  const std::vector<TimePhrase>& phrases_;
  const DatingTables& dating_;
  DateClues& clues_;
  PastSentences sentences_;
  std::vector<bool> quoted_;
  std::optional<Day> latest_told_ = {};  // named, and not as still to come
};

// Whole paragraphs, or words of an endless one, of a text as long as a book's: each token costs
// some 170 bytes of memory while it is looked at, and what dates a text stands near its beginning.
std::string_view beginning_of(std::string_view text) {
  constexpr std::size_t kMostBytes = 256u << 10;
  if (text.size() <= kMostBytes) return text;
  const std::size_t paragraph = text.rfind('\n', kMostBytes);
  const bool enough = paragraph != text.npos && paragraph > kMostBytes / 2;
  const std::size_t end = enough ? paragraph : text.rfind(' ', kMostBytes);
  return text.substr(0, end == text.npos ? 0 : end);
}

}  // namespace

DateClues find_date_clues(const Article& article, const DatingTables& dating,
                          const TimeTables& times) {
  const std::string_view body = beginning_of(article.text);
  const TimeText text = prepare_times(body, tokenize(body), rough_sentences(body), times);
  const std::vector<TimePhrase> phrases = find_phrases(text);
  const std::uint32_t title_end =
      body.starts_with(article.title) ? static_cast<std::uint32_t>(article.title.size()) : 0;
  DateClues clues;
  ClueReader(text, phrases, dating, clues).read(title_end);
  return clues;
}

}  // namespace machtin

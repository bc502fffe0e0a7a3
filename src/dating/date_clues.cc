#include "dating/date_clues.h"

#include <algorithm>

#include "language/time_match.h"
#include "language/time_phrase.h"
#include "text/utf8.h"

namespace machtin {
namespace {

// A day named later than this in the text is no longer the one that the article begins with.
constexpr std::size_t kMostPairs =
    1024;  // of a count of days and a full date that are tried together
constexpr std::uint32_t kOpeningBytes = 700;
// A word for the future this near before a day makes it one to come: "dự kiến diễn ra vào ngày
// 30/4".
constexpr std::size_t kFutureReach = 6;
// Counts below this fit a day by chance too easily: two readings of a count of 60 days or more fit
// a given day and month of some year in one case of 180.
constexpr double kLeastCount = 60;
constexpr int kYearsTried = 60;

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
    if (!asked_ || !text_.same_sentence(at_, piece)) {
      asked_ = true;
      at_ = piece;
      past_ =
          !sentence_has(text_, dating_.future, piece) && sentence_has(text_, dating_.past, piece);
    }
    return past_;
  }

 private:
  const TimeText& text_;
  const DatingTables& dating_;
  bool asked_ = false;
  std::size_t at_ = 0;  // a piece of the sentence asked for last
  bool past_ = false;
};

void read_past(const TimeText& text, const TimePhrase& phrase, PastSentences& sentences,
               DateClues& clues) {
  // A year alone may be a goal or a name; a month or day with its year in a sentence of the past is
  // past.
  if (phrase.fields.year < 0 || phrase.fields.month == 0 || phrase.fields.shift) return;
  if (!sentences.past_at(phrase.begin)) return;
  const Day day{phrase.fields.year, phrase.fields.month, std::max(phrase.fields.day, 1)};
  if (!is_day(day) || (clues.past_day && *clues.past_day >= day)) return;
  clues.past_day = day;
  clues.past_words = words_of(text, phrase);
}

}  // namespace

DateClues find_date_clues(const Article& article, const DatingTables& dating,
                          const TimeTables& times) {
  const std::string_view body = article.text;
  const TimeText text = prepare_times(body, tokenize(body), rough_sentences(body), times);
  const std::vector<TimePhrase> phrases = find_phrases(text);
  const std::uint32_t title_end =
      body.starts_with(article.title) ? static_cast<std::uint32_t>(article.title.size()) : 0;
  DateClues clues;
  PastSentences sentences(text, dating);
  for (const TimePhrase& phrase : phrases) {
    read_past(text, phrase, sentences, clues);
    const std::uint32_t begin = text.pieces[phrase.begin].span.begin;
    const bool opening = begin >= title_end && begin < title_end + kOpeningBytes;
    if (!opening || clues.own_day || clues.own_full_day || !names_day(phrase)) continue;
    if (future_before(text, dating.future, phrase.begin)) continue;
    if (phrase.fields.direction.value_or(0) > 0) continue;
    if (phrase.fields.year < 0) {
      clues.own_day = OpenDay{phrase.fields.month, phrase.fields.day, phrase.fields.weekday};
    } else if (phrase.begin == 0 || !text.same_sentence(phrase.begin - 1, phrase.begin)) {
      // Only at the very start of a sentence is a full date the news' own: elsewhere it looks back.
      clues.own_full_day = Day{phrase.fields.year, phrase.fields.month, phrase.fields.day};
    } else {
      continue;
    }
    clues.own_words = words_of(text, phrase);
  }
  read_counts(text, phrases, clues);
  return clues;
}

}  // namespace machtin

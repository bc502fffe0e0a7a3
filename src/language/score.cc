#include "language/score.h"

#include <cstdlib>

#include "language/number.h"

namespace machtin {
namespace {

constexpr std::size_t kMostDigits = 3;  // of one side
constexpr std::size_t kReach = 8;       // pieces between the word and its score
constexpr double kLeastSeason = 10;     // "24-25" after a word far off is a season

bool is_side(const NumberText& t, std::size_t at) {
  if (at >= t.pieces.size() || t.in_time[at] || !is_digits(t.pieces[at])) return false;
  const std::string& digits = t.pieces[at].key;
  return digits.size() <= kMostDigits && (digits.size() == 1 || digits[0] != '0');
}

bool is_dash(const NumberText& t, std::size_t at) {
  return t.is(at, "-") || t.is(at, "–") || t.is(at, "—");
}

// No third number in a row: "4-3-3", "17 - 18 - 21".
bool stands_alone(const NumberText& t, std::size_t begin, std::size_t end) {
  if (begin >= 2 && is_dash(t, begin - 1) && is_digits(t.pieces[begin - 2])) return false;
  return !(is_dash(t, end) && end + 1 < t.pieces.size() && is_digits(t.pieces[end + 1]));
}

bool ends_here(const NumberText& t, std::size_t end) {
  if (end >= t.pieces.size() || !t.touches(end)) return true;
  if (!t.is_punctuation(end)) return false;
  if (is_dash(t, end) || t.is(end, "/") || t.is(end, ":")) return false;
  const bool joined = end + 1 < t.pieces.size() && t.touches(end + 1);
  return !joined || !is_digits(t.pieces[end + 1]) || t.is(end, "(");
}

// What stands right before says that it is a score.
bool is_announced(const NumberText& t, std::size_t at) {
  return t.cue_before(at, NumberCue::kScore) || t.cue_before(at, NumberCue::kScoreNext);
}

// A word for it stands before it in the same clause.
bool is_told(const NumberText& t, std::size_t at) {
  for (std::size_t back = 1; back <= kReach && back <= at; ++back) {
    const std::size_t word = at - back;
    if (t.is_punctuation(word) && !t.is(word, "(") && !t.is(word, "-")) return false;
    if (is_capital(t, word) && !is_sentence_start(t, word)) continue;  // a name
    if (t.cue_here(word, NumberCue::kScore)) return true;
  }
  return false;
}

// "6-4, 7-5 (7-3) và 6-1"
bool follows_score(const NumberText& t, std::size_t at, std::size_t last_end) {
  constexpr std::size_t kMostBetween = 2;
  if (last_end == 0 || at <= last_end || at - last_end > kMostBetween) return false;
  for (std::size_t i = last_end; i < at; ++i) {
    const bool sign = t.is(i, ",") || t.is(i, ";") || t.is(i, "(") || t.is(i, ")");
    if (!sign && !t.cue_here(i, NumberCue::kScoreLink)) return false;
  }
  return true;
}

// "2-3 người", "2-3 triệu": a range.
bool counts_what_follows(const NumberText& t, std::size_t end) {
  if (unit_at(t, end)) return true;
  if (const NumberWord* word = t.number_word(end)) {
    if (word->kind == NumberWordKind::kScale || word->kind == NumberWordKind::kHundred) return true;
  }
  const std::optional<NumberNoun> noun = noun_at(t, end);
  return noun && noun->known;
}

}  // namespace

std::optional<Score> read_score(const NumberText& t, std::size_t at, std::size_t last_end) {
  const std::size_t other = at + 2, end = at + 3;
  if (!is_side(t, at) || !is_side(t, other) || !may_begin(t, at)) return std::nullopt;
  const bool dash = is_dash(t, at + 1);
  if (!dash && !t.is(at + 1, ":")) return std::nullopt;
  if (t.touches(at + 1) != t.touches(other) || !ends_here(t, end)) return std::nullopt;
  if (!stands_alone(t, at, end)) return std::nullopt;
  if (t.cue_before(at, NumberCue::kNotScore)) return std::nullopt;
  const double low = std::strtod(t.pieces[at].key.c_str(), nullptr);
  const double high = std::strtod(t.pieces[other].key.c_str(), nullptr);
  if (low > 0 && low < high && counts_what_follows(t, end)) return std::nullopt;
  if (!is_announced(t, at)) {
    if (!dash || t.cue_before(at, NumberCue::kName)) return std::nullopt;
    if (low >= kLeastSeason && high == low + 1) return std::nullopt;
    if (!follows_score(t, at, last_end) && !is_told(t, at)) return std::nullopt;
  }
  Score score;
  score.end = end;
  score.quantity.span = {t.pieces[at].span.begin, t.pieces[other].span.end};
  score.quantity.value = low;
  score.quantity.high = high;
  score.quantity.unit = kScoreUnit;
  return score;
}

}  // namespace machtin

#include "language/ordinal.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "language/number.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kLongestNoun = 4;  // pieces
constexpr double kHighestRank = 999;     // "hạng 7", "vòng 2": what is greater is a name

std::string words_of(const NumberText& t, std::size_t begin, std::size_t end) {
  return std::string(slice(t.text, {t.pieces[begin].span.begin, t.pieces[end - 1].span.end}));
}

OrderedNumber ordered_number(const NumberText& t, std::size_t begin, std::size_t end,
                             double value) {
  OrderedNumber out;
  out.end = end;
  out.quantity.span = {t.pieces[begin].span.begin, t.pieces[end - 1].span.end};
  out.quantity.value = value;
  out.quantity.unit = kOrdinalUnit;
  return out;
}

// "XIV", in capitals and in the one right spelling; 0 for other words.
double roman_number(std::string_view word) {
  constexpr std::pair<std::string_view, int> kSigns[] = {
      {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}};
  int value = 0;
  for (const auto& [sign, worth] : kSigns) {
    const int most = worth == 10 || worth == 1 ? 3 : 1;
    for (int times = 0; times < most && word.starts_with(sign); ++times) {
      word.remove_prefix(sign.size());
      value += worth;
    }
  }
  return word.empty() ? value : 0;
}

struct Order {
  std::size_t end = 0;
  double value = 0;
  bool in_words = false;
};

bool is_joined_after(const NumberText& t, std::size_t end) {
  return end + 1 < t.pieces.size() && t.touches(end) && t.touches(end + 1) &&
         (t.is(end, "-") || t.is(end, "–"));
}

// The number of an order that a word announces.
std::optional<Order> announced(const NumberText& t, std::size_t at) {
  if (at >= t.pieces.size() || t.in_time[at] || t.is_punctuation(at)) return std::nullopt;
  const std::string_view word = slice(t.text, t.pieces[at].span);
  if (const auto number = number_at(t, at)) {
    const std::size_t end = at + number->pieces;
    const bool code = is_long_code(t, at) || is_code_after(t, at, end) || is_joined_after(t, end);
    const bool whole = number->value == std::floor(number->value) && number->value >= 1;
    if (code || !whole || number->vague) return std::nullopt;
    return Order{end, number->value, number->in_words};
  }
  const NumberWord* known = t.number_word(at);
  if (known != nullptr &&
      (known->kind == NumberWordKind::kRank || known->kind == NumberWordKind::kAfter)) {
    return Order{at + 1, known->value, true};
  }
  if (const double value = roman_number(word); value > 0) return Order{at + 1, value, false};
  return std::nullopt;
}

// The kind of the noun that begins there and is that long.
std::optional<NounKind> noun_of_length(const NumberText& t, std::size_t begin, std::size_t length) {
  std::optional<NounKind> kind;
  if (!t.tables.nouns.begins(t.keys[begin])) return kind;
  t.tables.nouns.each(t.keys, begin, [&](std::size_t longer, std::uint32_t value) {
    if (longer == length) kind = t.tables.noun_kinds[value];
  });
  return kind;
}

// "cây" of "cây cầu": where the noun begins with the classifier before it.
std::size_t with_classifier(const NumberText& t, std::size_t begin) {
  const auto before = begin > 0 ? noun_of_length(t, begin - 1, 1) : std::nullopt;
  const bool leads = before == NounKind::kClassifier || before == NounKind::kHolder;
  return leads ? begin - 1 : begin;
}

// Where the noun begins that ends right before `at`; `at` for none.
std::size_t ordered_before(const NumberText& t, std::size_t at) {
  for (std::size_t back = std::min(kLongestNoun, at); back >= 1; --back) {
    const std::size_t begin = at - back;
    if (t.in_time[begin]) continue;
    if (noun_of_length(t, begin, back)) return with_classifier(t, begin);
    if (t.cue_ends(begin, back, NumberCue::kOrdered)) return begin;
  }
  return at;
}

std::optional<std::string> ordered_after(const NumberText& t, std::size_t at) {
  if (at >= t.pieces.size() || t.in_time[at]) return std::nullopt;
  const std::size_t length =
      std::max(t.tables.nouns.longest(t.keys, at).length, t.cue_length(at, NumberCue::kOrdered));
  if (length == 0) return std::nullopt;
  return words_of(t, at, at + length);
}

bool is_number(const NumberText& t, std::size_t at) {
  return is_digits(t.pieces[at]) || t.number_word(at) != nullptr;
}

// "thứ hai", "thứ XIV"
std::optional<OrderedNumber> after_word(const NumberText& t, std::size_t at, std::size_t length) {
  const std::optional<Order> order = announced(t, at + length);
  if (!order) return std::nullopt;
  const std::size_t noun = ordered_before(t, at);
  if (noun == at && unit_at(t, order->end)) return std::nullopt;
  OrderedNumber out = ordered_number(t, at, order->end, order->value);
  if (noun < at) out.quantity.of = words_of(t, noun, at);
  return out;
}

// "hạng 7", "vòng hai", and no count of what follows: "lần 2 viên", "gấp 3 lần hai năm".
std::optional<OrderedNumber> after_rank(const NumberText& t, std::size_t at, std::size_t length,
                                        bool words_alone) {
  if (at > 0 && is_number(t, at - 1)) return std::nullopt;
  if (t.cue_before(at, NumberCue::kEach) || t.cue_before(at, NumberCue::kNotRank))
    return std::nullopt;
  const std::size_t begin = at + length;
  const std::optional<Order> order = announced(t, begin);
  if (!order || order->value > kHighestRank) return std::nullopt;
  if (words_alone && !order->in_words) return std::nullopt;
  if (unit_at(t, order->end)) return std::nullopt;
  const std::optional<NumberNoun> noun = noun_at(t, order->end);
  if (noun && noun->known && !t.cue_here(order->end, NumberCue::kRankedIn)) return std::nullopt;
  OrderedNumber out = ordered_number(t, begin, order->end, order->value);
  out.quantity.of = words_of(t, at, begin);
  return out;
}

// Does a number count the noun, with a word or two between them: "hai sĩ quan cảnh sát"?
bool is_counted(const NumberText& t, std::size_t noun) {
  constexpr std::size_t kReach = 3;
  for (std::size_t back = 1; back <= kReach && back <= noun; ++back) {
    if (t.is_punctuation(noun - back)) return false;
    if (t.cue_here(noun - back, NumberCue::kNotNoun)) return false;
    if (is_number(t, noun - back)) return !t.in_time[noun - back];
  }
  return false;
}

// "trận đầu tiên", but not "ba trận đầu tiên".
std::optional<OrderedNumber> after_noun(const NumberText& t, std::size_t at, std::size_t length) {
  const std::size_t noun = ordered_before(t, at);
  if (noun == at || is_counted(t, noun)) return std::nullopt;
  OrderedNumber out = ordered_number(t, at, at + length, 1);
  out.quantity.of = words_of(t, noun, at);
  return out;
}

// "lần đầu"
std::optional<OrderedNumber> first_time(const NumberText& t, std::size_t at, std::size_t length) {
  if (length < 2 || (at > 0 && is_number(t, at - 1))) return std::nullopt;
  OrderedNumber out = ordered_number(t, at + 1, at + length, 1);
  out.quantity.of = words_of(t, at, at + 1);
  return out;
}

// "47th", "20,000th"
std::optional<OrderedNumber> before_suffix(const NumberText& t, std::size_t at) {
  const auto number = number_at(t, at);
  if (!number || number->scaled || !may_begin(t, at)) return std::nullopt;
  const std::size_t after = at + number->pieces;
  const std::size_t suffix = t.cue_length(after, NumberCue::kOrdinalAfter);
  if (suffix == 0 || !t.touches(after) || is_joined_after(t, after + suffix)) return std::nullopt;
  const std::size_t end = after + suffix;
  OrderedNumber out = ordered_number(t, at, end, number->value);
  out.quantity.of = ordered_after(t, end);
  const bool in_name = end < t.pieces.size() && is_capital(t, end);
  if (!out.quantity.of && in_name) return std::nullopt;  // "5th Avenue"
  return out;
}

// "the third", "second place", "twenty-first"
std::optional<OrderedNumber> by_itself(const NumberText& t, std::size_t at) {
  std::size_t last = at;
  double value = 0;
  const NumberWord* word = t.number_word(at);
  if (word->kind == NumberWordKind::kTen && word->value > 10) {
    value = word->value;
    last = at + 1 < t.pieces.size() && t.is(at + 1, "-") && t.touches(at + 1) ? at + 2 : at + 1;
    if (last >= t.pieces.size() || t.in_time[last]) return std::nullopt;
    word = t.number_word(last);
  }
  if (word == nullptr || word->kind != NumberWordKind::kOrdinal) return std::nullopt;
  if (is_capital(t, at) && !is_sentence_start(t, at)) return std::nullopt;  // "the First Lady"
  const std::size_t end = last + 1;
  if (end < t.pieces.size() && !t.is_punctuation(end) && (is_number(t, end) || t.in_time[end]))
    return std::nullopt;  // "the first three people"
  OrderedNumber out = ordered_number(t, at, end, value + word->value);
  out.quantity.of = ordered_after(t, end);
  const bool opened = t.cue_before(at, NumberCue::kOrdinalOpens).has_value();
  if (!opened && !out.quantity.of) return std::nullopt;
  return out;
}

}  // namespace

std::optional<OrderedNumber> read_ordinal(const NumberText& t, std::size_t at) {
  if (t.in_time[at]) return std::nullopt;
  if (is_digits(t.pieces[at])) return before_suffix(t, at);
  if (t.tables.cues.begins(t.keys[at])) {
    if (const std::size_t length = t.cue_length(at, NumberCue::kOrdinal))
      return after_word(t, at, length);
    if (const std::size_t length = t.cue_length(at, NumberCue::kFirst))
      return after_noun(t, at, length);
    if (const std::size_t length = t.cue_length(at, NumberCue::kFirstTime))
      return first_time(t, at, length);
    if (const std::size_t length = t.cue_length(at, NumberCue::kRank)) {
      if (auto rank = after_rank(t, at, length, false)) return rank;
    }
    if (const std::size_t length = t.cue_length(at, NumberCue::kRankInWords))
      return after_rank(t, at, length, true);
  }
  return t.number_word(at) != nullptr ? by_itself(t, at) : std::nullopt;
}

}  // namespace machtin

// One pass over the pieces: where a number begins, it is read with its range, its unit or noun and
// its bound, as a place in an order or as a score, or passed over as a name or a code. Linear.
#include "language/number.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <span>
#include <utility>

#include "language/number_tables.h"
#include "language/number_text.h"
#include "language/number_words.h"
#include "language/ordinal.h"
#include "language/piece.h"
#include "language/score.h"
#include "text/utf8.h"

namespace machtin {
namespace {

struct Reading {
  std::size_t begin = 0, end = 0;
  ReadNumber number = {};
  bool kept = false;  // else it is a name or a code, and passed over
  std::optional<double> high = {};
  std::optional<NumberUnit> unit = {};
  std::optional<NumberNoun> noun = {};
  bool dash = false;  // a range by a dash: a score, unless it counts something
  bool bare = false;  // begun by a scale: "hơn trăm triệu"
  bool sure = false;  // a number whatever stands beside it: "hai phần ba", "gấp đôi"
};

// The words or the sign that make a measure negative: where they begin.
std::optional<std::size_t> minus_before(const NumberText& t, std::size_t at) {
  if (at == 0) return std::nullopt;
  const bool sign = t.touches(at) && (t.is(at - 1, "-") || t.is(at - 1, "−"));
  if (sign) return t.touches(at - 1) ? std::nullopt : std::optional(at - 1);
  return t.cue_before(at, NumberCue::kMinus);
}

// "5-10", "từ 5 đến 10", "2-3 triệu": the second number of a range.
void read_high(const NumberText& t, Reading& r) {
  const std::size_t link = t.cue_length(r.end, NumberCue::kRange);
  if (link == 0) return;
  const bool dash = t.is_punctuation(r.end);
  const std::size_t at = r.end + link;
  if (at >= t.pieces.size() || t.in_time[at] || is_long_code(t, at)) return;
  if (dash && t.touches(r.end) != t.touches(at)) return;
  const auto high = number_at(t, at);
  if (!high || high->in_words != r.number.in_words) return;
  double low = minus_before(t, r.begin) ? -r.number.value : r.number.value;
  if (high->scaled && !r.number.scaled && high->scale > 1) low *= high->scale;
  if (high->value <= low || is_code_after(t, at, at + high->pieces)) {
    r.dash = r.dash || dash;
    return;
  }
  if (dash) r.dash = true;
  r.number.value = std::abs(low);
  r.high = high->value;
  r.end = at + high->pieces;
}

// What the words before `begin` say; the longest decide: "không quá" is no "quá".
std::optional<Bound> bound_before(const NumberText& t, std::size_t begin) {
  for (std::size_t back = kLongestCue; back >= 1; --back) {
    if (back > begin || !t.tables.cues.begins(t.keys[begin - back])) continue;
    std::optional<Bound> found;
    t.tables.cues.each(t.keys, begin - back, [&](std::size_t length, std::uint32_t value) {
      if (length != back || found) return;
      const NumberCue cue = t.tables.cue_kinds[value];
      if (cue == NumberCue::kAbout) found = Bound::kAbout;
      if (cue == NumberCue::kAtLeast) found = Bound::kAtLeast;
      if (cue == NumberCue::kAtMost) found = Bound::kAtMost;
    });
    if (found) return found;
  }
  return std::nullopt;
}

Bound bound_of(const NumberText& t, const Reading& r, std::size_t end) {
  for (const std::size_t after : {end, r.noun ? r.noun->end : end}) {
    if (t.cue_here(after, NumberCue::kAfterAtLeast)) return Bound::kAtLeast;
    if (t.cue_here(after, NumberCue::kAfterAtMost)) return Bound::kAtMost;
  }
  std::size_t begin = r.begin;
  if (begin > 0 && unit_at(t, begin - 1) && t.touches(begin)) --begin;  // "$5"
  const std::optional<Bound> before = bound_before(t, begin);
  if (before) return *before;
  return r.number.vague ? Bound::kAtLeast : Bound::kExact;
}

// "mỗi bên": where the words for each begin, if they stand at `at` before a noun.
std::optional<std::string> each_at(const NumberText& t, std::size_t at, bool any_noun) {
  const std::size_t length = t.cue_length(at, NumberCue::kEach);
  if (length == 0 || t.in_time[at]) return std::nullopt;
  std::size_t end = 0;
  if (const std::optional<NumberNoun> noun = noun_at(t, at + length)) {
    if (noun->known || any_noun) end = noun->end;
  } else if (const std::optional<NumberUnit> unit = unit_at(t, at + length)) {  // "mỗi USD"
    end = unit->end;
  }
  if (end == 0) return std::nullopt;
  return std::string(slice(t.text, {t.pieces[at].span.begin, t.pieces[end - 1].span.end}));
}

// For whom each the number is: right behind it ("5 triệu đồng mỗi hộ"), else before it in the same
// clause ("mỗi bên thả 1.000 người").
std::optional<std::string> per_of(const NumberText& t, const Reading& r, std::size_t end) {
  constexpr std::size_t kReach = 8;
  const std::size_t after = r.noun ? r.noun->end : end;
  for (const std::size_t at : {after, after + 1}) {
    if (at == after + 1 && (t.is_punctuation(after) || t.in_time[after])) break;
    if (auto per = each_at(t, at, true)) return per;
  }
  for (std::size_t back = 1; back <= kReach && back <= r.begin; ++back) {
    const std::size_t at = r.begin - back;
    if (t.is_punctuation(at) || is_digits(t.pieces[at])) break;
    if (auto per = each_at(t, at, false)) return per;
  }
  return std::nullopt;
}

// "Cách mạng Tháng Tám"
bool is_inside_name(const NumberText& t, std::size_t at) {
  if (at == 0 || t.pieces[at].shape != Shape::kCapitalised) return false;
  const std::string_view between =
      slice(t.text, {t.pieces[at - 1].span.end, t.pieces[at].span.begin});
  return t.pieces[at - 1].shape == Shape::kCapitalised && between == " ";
}

// Does anything beside the number say that it counts or measures?
bool is_quantity(const NumberText& t, const Reading& r) {
  if (r.unit) return true;
  if (r.sure) return true;
  const bool known = r.noun && r.noun->known;
  if (r.number.in_words && is_inside_name(t, r.begin)) return false;
  if (r.bare && !known) return false;   // "hơn tỷ lệ"
  if (r.dash && !r.high) return false;  // "2-1"
  if (r.dash && !known && !r.number.scaled) return false;
  // "vòng 2" is a name, but the "tập" of "triệu tập 18 người" names nothing.
  const bool counts_people = known && r.noun->kind == NounKind::kPerson;
  const auto name = t.cue_before(r.begin, NumberCue::kName);
  const bool each = name && t.cue_before(*name, NumberCue::kEach);  // "mỗi lần 2 viên"
  if (name && !each && !r.number.scaled && !counts_people) return false;
  if (r.number.in_words && !r.number.scaled && r.number.value < 10) {
    if (!known) return false;
    return r.number.value != 1 || r.noun->kind == NounKind::kPerson;
  }
  if (known || r.number.scaled) return true;
  const bool fraction = r.number.value != std::floor(r.number.value);
  if (fraction) return false;  // "4.5" of a version
  const bool after_name = r.begin > 0 && !t.is_punctuation(r.begin - 1) &&
                          is_capital(t, r.begin - 1) && !is_sentence_start(t, r.begin - 1);
  return !after_name;
}

// "$5 million", "€30".
std::optional<NumberUnit> sign_before(const NumberText& t, std::size_t at) {
  if (at == 0 || !t.touches(at) || !t.is_punctuation(at - 1)) return std::nullopt;
  const auto unit = unit_at(t, at - 1);
  return unit && unit->end == at ? unit : std::nullopt;
}

// "0912 345 678", "1900 6067": groups of three digits and more, one after another.
std::size_t end_of_telephone(const NumberText& t, std::size_t at) {
  constexpr std::size_t kLeastGroup = 3;
  const auto is_group = [&](std::size_t i) {
    return i < t.pieces.size() && is_digits(t.pieces[i]) && t.pieces[i].key.size() >= kLeastGroup &&
           !(i + 1 < t.pieces.size() && t.touches(i + 1) && !t.is_punctuation(i + 1));
  };
  if (!is_group(at)) return at;
  std::size_t end = at + 1;
  while (is_group(end) && !t.in_time[end]) ++end;
  return end > at + 1 ? end : at;
}

// What is told by words that are no numbers of themselves: "một nửa", "gấp đôi".
std::optional<Reading> read_fixed(const NumberText& t, std::size_t at) {
  if (t.in_time[at] || !t.tables.cues.begins(t.keys[at])) return std::nullopt;
  const std::size_t half = t.cue_length(at, NumberCue::kHalf);
  const std::size_t twice = t.cue_length(at, NumberCue::kDouble);
  if (half == 0 && twice == 0) return std::nullopt;
  Reading r;
  r.begin = at;
  r.end = at + std::max(half, twice);
  r.number.value = half > 0 ? 0.5 : 2;
  r.number.in_words = r.kept = r.sure = true;
  if (half > 0) {
    r.noun = noun_at(t, r.end);
    r.kept = r.noun.has_value();  // "đã mất một nửa"
  }
  return r;
}

// "hai phần ba", "2/3 cử tri": a part of a whole.
void read_fraction(const NumberText& t, Reading& r) {
  const bool slash = t.is(r.end, "/");
  const std::size_t link = slash ? 1 : t.cue_length(r.end, NumberCue::kPartOf);
  const std::size_t at = r.end + link;
  if (link == 0 || at >= t.pieces.size()) return;
  if (slash && (r.end != r.begin + 1 || t.pieces[r.begin].key.size() > 2)) return;
  double whole = 0;
  std::size_t end = at + 1;
  if (slash) {
    const bool joined = t.touches(r.end) && t.touches(at) && is_digits(t.pieces[at]) &&
                        t.pieces[at].key.size() <= 2 && !t.touches(end);
    if (!joined) return;
    whole = std::strtod(t.pieces[at].key.c_str(), nullptr);
    const std::optional<NumberNoun> noun = noun_at(t, end);
    if (!noun || !noun->known) return;  // "lớp 4/5", "tỷ lệ 2/3"
  } else if (const auto number = number_at(t, at)) {
    whole = number->value;
    end = at + number->pieces;
  } else if (const NumberWord* word = t.number_word(at)) {  // "ba phần tư"
    whole = word->value;
  }
  constexpr double kMostParts = 100, kMostInDigits = 10;  // "40/78 người" are 40 of 78
  if (whole < 2 || whole > (slash ? kMostInDigits : kMostParts) || r.number.value >= whole) return;
  r.number.value /= whole;
  r.number.in_words = !slash;
  r.end = end;
  r.sure = true;
}

// "ba bốn chục", "năm sáu người": two digits that follow one another are a range, in the scale of
// the second one. So are "vài ba", "dăm bảy".
struct Neighbours {
  double low = 0, high = 0;
  std::size_t last = 0;  // the piece of the second one
};

std::optional<Neighbours> neighbours_at(const NumberText& t, std::size_t at) {
  if (const KeyTrie::Match match = t.tables.ranges.longest(t.keys, at); match.length > 0) {
    const auto& [low, high] = t.tables.range_values[match.value];
    return Neighbours{low, high, at + match.length - 1};
  }
  const auto digit = [&](std::size_t i) {
    const NumberWord* word = t.number_word(i);
    const bool is_digit = word != nullptr && (word->kind == NumberWordKind::kDigit ||
                                              word->kind == NumberWordKind::kLone);
    return is_digit ? word->value : 0;
  };
  const double low = digit(at), high = digit(at + 1);
  if (low < 1 || high != low + 1) return std::nullopt;
  return Neighbours{low, high, at + 1};
}

std::optional<Reading> read_neighbours(const NumberText& t, std::size_t at) {
  const auto found = neighbours_at(t, at);
  if (!found || t.in_time[found->last]) return std::nullopt;
  const auto [low, high, last] = *found;
  const auto number = number_at(t, last);
  const double second = number ? number->value : high;
  const std::size_t pieces = number ? number->pieces : 1;
  double scale = second / high;
  while (scale >= 10) scale /= 10;
  if (scale != 1) return std::nullopt;  // "ba bốn mươi lăm"
  Reading r;
  r.begin = at;
  r.end = last + pieces;
  if (number) r.number = *number;
  r.number.in_words = true;
  r.number.value = low * (second / high);
  r.high = second;
  return r;
}

// "-3 độ", "âm 5 đến 2 độ": a dash only before what may be below zero, and in no list: "-5 kg gạo".
bool may_be_minus(const NumberText& t, const Reading& r, std::size_t minus) {
  if (!r.unit) return false;
  if (!t.is_punctuation(minus)) return true;
  const bool is_degree = r.unit->symbol.starts_with("°") || r.unit->symbol == "%";
  return is_degree && !is_sentence_start(t, minus);
}

void take_minus(const NumberText& t, Reading& r) {
  const auto minus = minus_before(t, r.begin);
  if (minus && may_be_minus(t, r, *minus)) {
    r.number.value = -r.number.value;
    r.begin = *minus;
  } else if (r.high && *r.high <= r.number.value) {
    r.kept = false;  // a range only if it began below zero
  }
}

// "ba tấn rưỡi", "hai mẫu rưỡi"
void take_half(const NumberText& t, Reading& r) {
  const std::size_t at = r.unit ? r.unit->end : r.noun ? r.noun->end : 0;
  const NumberWord* word = at > r.end ? t.number_word(at) : nullptr;
  if (word == nullptr || !is_half(*word) || r.high) return;
  r.number.value += 0.5;
  if (r.unit) r.unit->end = at + 1;
}

// "nửa cân"
std::optional<ReadNumber> half_of_unit(const NumberText& t, std::size_t at) {
  const NumberWord* word = t.number_word(at);
  if (word == nullptr || word->kind != NumberWordKind::kHalfOf || !unit_at(t, at + 1)) {
    return std::nullopt;
  }
  ReadNumber half;
  half.value = 0.5;
  half.pieces = 1;
  half.in_words = true;
  return half;
}

std::optional<Reading> read_at(const NumberText& t, std::size_t at) {
  if (std::optional<Reading> fixed = read_fixed(t, at)) return fixed;
  const bool word = t.number_word(at) != nullptr || t.tables.ranges.begins(t.keys[at]);
  if ((!word && !is_digits(t.pieces[at])) || !may_begin(t, at)) return std::nullopt;
  Reading r;
  r.begin = at;
  if (std::optional<Reading> neighbours = word ? read_neighbours(t, at) : std::nullopt) {
    r = *neighbours;
  } else {
    const bool bare = word && bound_before(t, at).has_value();  // "hơn trăm triệu"
    auto number = read_number(t.pieces, at, t.tables.numbers, bare);
    if (!number) number = half_of_unit(t, at);
    if (!number) return std::nullopt;
    r.number = *number;
    r.bare = bare && !read_number(t.pieces, at, t.tables.numbers);
    r.end = at + number->pieces;
    const std::size_t telephone = end_of_telephone(t, at);
    if (telephone > at) {
      r.end = telephone;
      return r;
    }
  }
  r.unit = unit_at(t, r.end);
  if (!r.unit && !r.high) read_fraction(t, r);
  const bool code = !r.sure && (is_long_code(t, at) || is_code_after(t, at, r.end));
  if (code) {
    // Not a quantity, and nothing inside it is one.
    while (r.end < t.pieces.size() && t.touches(r.end)) ++r.end;
    if (is_long_code(t, at)) r.end = std::max(r.end, end_of_telephone(t, r.end - 1));
    r.unit.reset();
    return r;
  }
  if (!r.sure && !r.high) read_high(t, r);
  r.unit = unit_at(t, r.end);
  if (!r.unit) r.unit = sign_before(t, at);
  if (!r.unit) r.noun = noun_at(t, r.end);
  r.sure = r.sure || (r.number.in_words && t.cue_before(at, NumberCue::kTimes));
  r.kept = is_quantity(t, r);
  take_half(t, r);
  take_minus(t, r);
  return r;
}

Quantity quantity_of(const NumberText& t, const Reading& r) {
  Quantity out;
  std::size_t begin = r.begin, end = r.end;
  if (r.unit) {
    out.unit = r.unit->symbol;
    if (r.unit->end > end) end = r.unit->end;
    if (r.unit->end == r.begin) --begin;
  }
  out.span = {t.pieces[begin].span.begin, t.pieces[end - 1].span.end};
  out.value = r.number.value;
  out.high = r.high;
  out.bound = bound_of(t, r, end);
  out.per = per_of(t, r, end);
  if (r.noun) {
    out.of = std::string(
        slice(t.text, {t.pieces[r.end].span.begin, t.pieces[r.noun->end - 1].span.end}));
  }
  return out;
}

std::vector<bool> pieces_in_times(const std::vector<Token>& pieces,
                                  std::span<const TimeExpression> times) {
  std::vector<bool> out(pieces.size(), false);
  std::size_t at = 0;
  for (const TimeExpression& time : times) {
    while (at < pieces.size() && pieces[at].span.begin < time.span.begin) ++at;
    for (std::size_t i = at; i < pieces.size() && pieces[i].span.begin < time.span.end; ++i) {
      out[i] = true;
    }
  }
  return out;
}

// Tokens that are read at once, up to a full stop or the like: as many as the cache holds.
constexpr std::size_t kPartTokens = 4096;

std::size_t end_of_part(std::string_view text, const std::vector<Token>& tokens,
                        std::size_t begin) {
  std::size_t end = std::min(begin + kPartTokens, tokens.size());
  while (end < tokens.size()) {
    const bool stop = tokens[end - 1].shape == Shape::kPunctuation && tokens[end].space_before;
    if (stop &&
        std::string_view(".!?").find(text[tokens[end - 1].span.begin]) != std::string_view::npos)
      break;
    ++end;
  }
  return end;
}

void add_quantities(const NumberText& t, std::vector<Quantity>& quantities) {
  std::size_t last_score = 0;
  for (std::size_t at = 0; at < t.pieces.size();) {
    if (std::optional<OrderedNumber> ordinal = read_ordinal(t, at)) {
      quantities.push_back(std::move(ordinal->quantity));
      at = ordinal->end;
    } else if (std::optional<Score> score = read_score(t, at, last_score)) {
      quantities.push_back(std::move(score->quantity));
      at = last_score = score->end;
    } else if (const std::optional<Reading> reading = read_at(t, at)) {
      if (reading->kept) quantities.push_back(quantity_of(t, *reading));
      at = std::max(reading->end, at + 1);
    } else {
      ++at;
    }
  }
}

}  // namespace

bool is_order_or_score(const Quantity& quantity) {
  return quantity.unit == kOrdinalUnit || quantity.unit == kScoreUnit;
}

bool tells_amount(const Quantity& quantity) {
  const bool is_age = quantity.unit == "a" || quantity.unit == "mo";
  return !is_age && !is_order_or_score(quantity);
}

std::vector<Quantity> find_quantities(std::string_view text, const std::vector<Token>& tokens,
                                      const std::vector<TimeExpression>& times,
                                      const NumberTables& tables) {
  std::vector<Quantity> quantities;
  std::size_t time = 0;
  for (std::size_t begin = 0; begin < tokens.size();) {
    const std::size_t end = end_of_part(text, tokens, begin);
    const std::uint32_t last_byte = tokens[end - 1].span.end;
    std::size_t next = time;
    while (next < times.size() && times[next].span.begin < last_byte) ++next;
    NumberText t{text, tables};
    t.pieces = split_pieces(text, std::span(tokens).subspan(begin, end - begin));
    t.keys = keys_of(t.pieces, tables.keys);
    t.in_time = pieces_in_times(t.pieces, std::span(times).subspan(time, next - time));
    add_quantities(t, quantities);
    begin = end;
    time = next;
  }
  return quantities;
}

}  // namespace machtin

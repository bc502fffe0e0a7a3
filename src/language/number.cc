// One pass over the pieces: where a number begins, it is read with its range, its unit or noun and
// its bound, or passed over as a name, a code or a score. Linear.
#include "language/number.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "language/number_tables.h"
#include "language/number_words.h"
#include "language/piece.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kLongestCue = 4;  // pieces
constexpr std::size_t kLongestDigits =
    7;  // without separators; longer runs are telephones and codes

struct NumberText {
  std::string_view text = {};
  const NumberTables& tables;
  std::vector<Token> pieces = {};
  std::vector<bool> in_time = {};

  bool is(std::size_t at, std::string_view sign) const {
    return at < pieces.size() && pieces[at].key == sign;
  }
  bool touches(std::size_t at) const { return touches_previous(pieces, at); }
  bool is_punctuation(std::size_t at) const {
    return at >= pieces.size() || pieces[at].shape == Shape::kPunctuation;
  }
  bool cue_at(std::size_t at, NumberCue cue, std::size_t& length) const {
    if (at >= pieces.size()) return false;
    for (const PhraseTrie::Match& match : tables.cues.matches(pieces, at)) {
      for (const std::uint32_t value : match.values) {
        if (tables.cue_kinds[value] == cue) {
          length = match.tokens;
          return true;
        }
      }
    }
    return false;
  }
  bool cue_before(std::size_t at, NumberCue cue) const {
    for (std::size_t back = 1; back <= kLongestCue && back <= at; ++back) {
      for (const PhraseTrie::Match& match : tables.cues.matches(pieces, at - back)) {
        if (match.tokens != back) continue;
        for (const std::uint32_t value : match.values) {
          if (tables.cue_kinds[value] == cue) return true;
        }
      }
    }
    return false;
  }
  bool cue_here(std::size_t at, NumberCue cue) const {
    std::size_t ignored = 0;
    return cue_at(at, cue, ignored);
  }
};

struct Unit {
  std::size_t end = 0;
  std::string symbol = {};
};

std::optional<Unit> unit_at(const NumberText& t, std::size_t at) {
  if (at >= t.pieces.size()) return std::nullopt;
  const auto match = t.tables.units.match(t.pieces, at);
  if (!match) return std::nullopt;
  const std::size_t end = at + match->tokens;
  const std::uint32_t row = match->values.front();
  // One letter is a unit only where it is written as one: "5 m", "30 đ", never "5 M" or "5 V".
  const ByteSpan span = {t.pieces[at].span.begin, t.pieces[end - 1].span.end};
  const std::string_view words = slice(t.text, span);
  if (words.size() == 1 && !t.tables.is_currency[row] && words != "%" &&
      words != t.tables.symbols[row]) {
    return std::nullopt;
  }
  return Unit{end, t.tables.symbols[row]};
}

struct Noun {
  std::size_t end = 0;
  bool known = false;
  NounKind kind = NounKind::kNoun;
};

bool may_be_noun(const NumberText& t, std::size_t at) {
  return at < t.pieces.size() && t.pieces[at].shape == Shape::kLower && !t.in_time[at] &&
         !t.cue_here(at, NumberCue::kNotNoun);
}

std::optional<Noun> noun_at(const NumberText& t, std::size_t at) {
  if (at >= t.pieces.size() || t.in_time[at]) return std::nullopt;
  // "Năm Đoàn kết" is a name, "1.000 NGƯỜI" a headline.
  if (t.pieces[at].shape == Shape::kCapitalised) return std::nullopt;
  if (const auto match = t.tables.nouns.match(t.pieces, at)) {
    Noun noun{at + match->tokens, true, t.tables.noun_kinds[match->values.front()]};
    const bool leads = noun.kind == NounKind::kClassifier || noun.kind == NounKind::kHolder;
    if (leads && noun.end < t.pieces.size()) {
      const auto what = t.tables.nouns.match(t.pieces, noun.end);
      if (what && !t.in_time[noun.end]) {
        noun.end += what->tokens;
      } else if (noun.kind == NounKind::kHolder && may_be_noun(t, noun.end)) {
        noun.end += 1;
      }
    }
    return noun;
  }
  // A word that the table lacks: two syllables make most Vietnamese nouns, unless the second one is
  // none or goes with what follows.
  if (!may_be_noun(t, at)) return std::nullopt;
  Noun noun{at + 1, false, NounKind::kNoun};
  if (!may_be_noun(t, at + 1)) return noun;
  const auto rest = t.tables.nouns.match(t.pieces, at + 1);  // "lưu học sinh"
  noun.end += rest ? rest->tokens : 1;
  return noun;
}

bool is_sentence_start(const NumberText& t, std::size_t at) {
  return at == 0 || (t.is_punctuation(at - 1) && !t.is(at - 1, ",") && !t.is(at - 1, "("));
}

bool is_capital(const NumberText& t, std::size_t at) {
  const Shape shape = t.pieces[at].shape;
  return shape == Shape::kCapitalised || shape == Shape::kUpper || shape == Shape::kMixed;
}

// Where a number may begin: not inside a code ("G20", "F-16", "84/2009").
bool may_begin(const NumberText& t, std::size_t at) {
  if (t.in_time[at]) return false;
  if (!t.touches(at)) return true;
  const Token& before = t.pieces[at - 1];
  if (before.shape != Shape::kPunctuation) return false;
  if (before.key == "/" || before.key == ":" || before.key == "." || before.key == ",")
    return false;
  if (before.key == "-" || before.key == "–") return !t.touches(at - 1) || t.is(at - 2, "%");
  return true;
}

// What follows the digits makes a code of them: "15/QĐ", "12:30", "3G", "1-0".
bool is_code_after(const NumberText& t, std::size_t begin, std::size_t end) {
  if (end >= t.pieces.size() || !t.touches(end)) return false;
  if (!is_digits(t.pieces[end - 1])) return false;
  const Token& after = t.pieces[end];
  if (after.shape != Shape::kPunctuation) return !unit_at(t, end);
  const bool joined = end + 1 < t.pieces.size() && t.touches(end + 1);
  if (!joined)
    return t.is(end, ".") && end - begin == 1 && is_sentence_start(t, begin) &&
           end + 1 < t.pieces.size() && t.pieces[begin].key.size() <= 2;  // "1. Mở đầu"
  if (after.key == "/" || after.key == ":") return true;
  if (after.key == "." || after.key == ",") return is_digits(t.pieces[end + 1]);
  if (after.key == "-") return !is_digits(t.pieces[end + 1]);
  return false;
}

bool is_long_code(const NumberText& t, std::size_t at) {
  if (!is_digits(t.pieces[at])) return false;
  const std::string& digits = t.pieces[at].key;
  return digits.size() > kLongestDigits || (digits.size() > 1 && digits[0] == '0');
}

struct Reading {
  std::size_t begin = 0, end = 0;
  ReadNumber number = {};
  bool kept = false;  // else it is a name, a code or a score, and passed over
  std::optional<double> high = {};
  std::optional<Unit> unit = {};
  std::optional<Noun> noun = {};
  bool dash = false;  // a range by a dash: a score, unless it counts something
};

// "5-10", "từ 5 đến 10", "2-3 triệu": the second number of a range.
void read_high(const NumberText& t, Reading& r) {
  std::size_t link = 0;
  if (!t.cue_at(r.end, NumberCue::kRange, link)) return;
  const bool dash = t.is_punctuation(r.end);
  const std::size_t at = r.end + link;
  if (at >= t.pieces.size() || t.in_time[at] || is_long_code(t, at)) return;
  if (dash && t.touches(r.end) != t.touches(at)) return;
  const auto high = read_number(t.pieces, at, t.tables.numbers);
  if (!high || high->in_words != r.number.in_words) return;
  double low = r.number.value;
  if (high->scaled && !r.number.scaled && high->scale > 1) low *= high->scale;
  if (high->value <= low || is_code_after(t, at, at + high->pieces)) {
    r.dash = r.dash || dash;
    return;
  }
  if (dash) r.dash = true;
  r.number.value = low;
  r.high = high->value;
  r.end = at + high->pieces;
}

Bound bound_of(const NumberText& t, const Reading& r, std::size_t end) {
  for (const std::size_t after : {end, r.noun ? r.noun->end : end}) {
    if (t.cue_here(after, NumberCue::kAfterAtLeast)) return Bound::kAtLeast;
    if (t.cue_here(after, NumberCue::kAfterAtMost)) return Bound::kAtMost;
  }
  std::size_t begin = r.begin;
  if (begin > 0 && unit_at(t, begin - 1) && t.touches(begin)) --begin;  // "$5"
  // The longest words before it decide: "không quá" is no "quá".
  for (std::size_t back = kLongestCue; back >= 1; --back) {
    if (back > begin) continue;
    for (const PhraseTrie::Match& match : t.tables.cues.matches(t.pieces, begin - back)) {
      if (match.tokens != back) continue;
      for (const std::uint32_t value : match.values) {
        switch (t.tables.cue_kinds[value]) {
          case NumberCue::kAbout:
            return Bound::kAbout;
          case NumberCue::kAtLeast:
            return Bound::kAtLeast;
          case NumberCue::kAtMost:
            return Bound::kAtMost;
          default:
            break;
        }
      }
    }
  }
  return r.number.vague ? Bound::kAtLeast : Bound::kExact;
}

// "mỗi bên": where the words for each begin, if they stand at `at` before a noun.
std::optional<std::string> each_at(const NumberText& t, std::size_t at, bool any_noun) {
  std::size_t length = 0;
  if (at >= t.pieces.size() || t.in_time[at] || !t.cue_at(at, NumberCue::kEach, length)) {
    return std::nullopt;
  }
  const std::optional<Noun> noun = noun_at(t, at + length);
  if (!noun || !(noun->known || any_noun)) return std::nullopt;
  return std::string(slice(t.text, {t.pieces[at].span.begin, t.pieces[noun->end - 1].span.end}));
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

// Does anything beside the number say that it counts or measures?
bool is_quantity(const NumberText& t, const Reading& r) {
  if (r.unit) return true;
  if (t.cue_here(r.end, NumberCue::kAge)) return false;
  const bool known = r.noun && r.noun->known;
  if (r.dash && !r.high) return false;  // "2-1"
  if (r.dash && !known && !r.number.scaled) return false;
  // "vòng 2" is a name, but the "tập" of "triệu tập 18 người" names nothing.
  const bool counts_people = known && r.noun->kind == NounKind::kPerson;
  if (t.cue_before(r.begin, NumberCue::kName) && !r.number.scaled && !counts_people) return false;
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
std::optional<Unit> sign_before(const NumberText& t, std::size_t at) {
  if (at == 0 || !t.touches(at) || !t.is_punctuation(at - 1)) return std::nullopt;
  const auto unit = unit_at(t, at - 1);
  return unit && unit->end == at ? unit : std::nullopt;
}

std::optional<Reading> read_at(const NumberText& t, std::size_t at) {
  if (!may_begin(t, at)) return std::nullopt;
  const auto number = read_number(t.pieces, at, t.tables.numbers);
  if (!number) return std::nullopt;
  Reading r;
  r.begin = at;
  r.end = at + number->pieces;
  r.number = *number;
  const bool code = is_long_code(t, at) || is_code_after(t, at, r.end);
  if (code) {
    // Not a quantity, and nothing inside it is one.
    while (r.end < t.pieces.size() && t.touches(r.end)) ++r.end;
    return r;
  }
  read_high(t, r);
  r.unit = unit_at(t, r.end);
  if (!r.unit) r.unit = sign_before(t, at);
  if (!r.unit) r.noun = noun_at(t, r.end);
  r.kept = is_quantity(t, r);
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
                                  const std::vector<TimeExpression>& times) {
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

}  // namespace

std::vector<Quantity> find_quantities(std::string_view text, const std::vector<Token>& tokens,
                                      const std::vector<TimeExpression>& times,
                                      const NumberTables& tables) {
  NumberText t{text, tables};
  t.pieces = split_pieces(text, tokens);
  t.in_time = pieces_in_times(t.pieces, times);
  std::vector<Quantity> quantities;
  for (std::size_t at = 0; at < t.pieces.size();) {
    const std::optional<Reading> reading = read_at(t, at);
    if (!reading) {
      ++at;
      continue;
    }
    if (reading->kept) quantities.push_back(quantity_of(t, *reading));
    at = std::max(reading->end, at + 1);
  }
  return quantities;
}

}  // namespace machtin

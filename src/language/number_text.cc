#include "language/number_text.h"

#include <algorithm>

#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kLongestDigits =
    7;  // without separators; longer runs are telephones and codes

// "một" of "2 triệu một chỉ", "rưỡi" of "hai mẫu rưỡi"
bool counts(const NumberText& t, std::size_t at) {
  const NumberWord* word = t.number_word(at);
  return word != nullptr && (word->kind == NumberWordKind::kDigit || is_half(*word));
}

bool may_be_noun(const NumberText& t, std::size_t at) {
  return at < t.pieces.size() && t.pieces[at].shape == Shape::kLower && !t.in_time[at] &&
         !counts(t, at) && !t.cue_here(at, NumberCue::kNotNoun);
}

}  // namespace

bool is_half(const NumberWord& word) { return word.kind == NumberWordKind::kHalf; }

std::optional<NumberUnit> unit_at(const NumberText& t, std::size_t at) {
  if (at >= t.pieces.size()) return std::nullopt;
  if (!t.tables.units.begins(t.keys[at])) return std::nullopt;
  const KeyTrie::Match match = t.tables.units.longest(t.keys, at);
  if (match.length == 0) return std::nullopt;
  const std::size_t end = at + match.length;
  const std::uint32_t row = match.value;
  if (t.tables.symbols[row] == kNoUnit) return std::nullopt;
  // One letter is a unit only where it is written as one: "5 m", "30 đ", never "5 M" or "5 V".
  const ByteSpan span = {t.pieces[at].span.begin, t.pieces[end - 1].span.end};
  const std::string_view words = slice(t.text, span);
  if (words.size() == 1 && !t.tables.is_currency[row] && words != "%" &&
      words != t.tables.symbols[row]) {
    return std::nullopt;
  }
  return NumberUnit{end, t.tables.symbols[row]};
}

std::optional<NumberNoun> noun_at(const NumberText& t, std::size_t at) {
  if (at >= t.pieces.size() || t.in_time[at]) return std::nullopt;
  // "Năm Đoàn kết" is a name, "1.000 NGƯỜI" a headline.
  if (t.pieces[at].shape == Shape::kCapitalised) return std::nullopt;
  if (const KeyTrie::Match match = t.tables.nouns.longest(t.keys, at); match.length > 0) {
    NumberNoun noun{at + match.length, true, t.tables.noun_kinds[match.value]};
    const bool leads = noun.kind == NounKind::kClassifier || noun.kind == NounKind::kHolder;
    if (leads && noun.end < t.pieces.size()) {
      const std::size_t what = t.tables.nouns.longest(t.keys, noun.end).length;
      if (what > 0 && !t.in_time[noun.end]) {
        noun.end += what;
      } else if (noun.kind == NounKind::kHolder && may_be_noun(t, noun.end)) {
        noun.end += 1;
      }
    }
    return noun;
  }
  // A word that the table lacks: two syllables make most Vietnamese nouns, unless the second one is
  // none or goes with what follows.
  if (!may_be_noun(t, at)) return std::nullopt;
  NumberNoun noun{at + 1, false, NounKind::kNoun};
  if (!may_be_noun(t, at + 1)) return noun;
  const std::size_t rest = t.tables.nouns.longest(t.keys, at + 1).length;  // "lưu học sinh"
  noun.end += std::max<std::size_t>(rest, 1);
  return noun;
}

bool is_sentence_start(const NumberText& t, std::size_t at) {
  return at == 0 || (t.is_punctuation(at - 1) && !t.is(at - 1, ",") && !t.is(at - 1, "("));
}

bool is_capital(const NumberText& t, std::size_t at) {
  const Shape shape = t.pieces[at].shape;
  return shape == Shape::kCapitalised || shape == Shape::kUpper || shape == Shape::kMixed;
}

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

std::optional<ReadNumber> number_at(const NumberText& t, std::size_t at) {
  if (!is_digits(t.pieces[at]) && t.number_word(at) == nullptr) return std::nullopt;
  return read_number(t.pieces, at, t.tables.numbers);
}

}  // namespace machtin

// One pass over the code points of a line; a second over its units, which need their neighbours to
// tell a hyphen from a dash and a line in capitals from a name. Tested by word_unit_test.cc.
#include "language/word_unit.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "language/address.h"
#include "text/letter.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;
constexpr std::size_t kLongestSpelt =
    8;  // letters; no syllable is longer, so no spelling to settle

std::uint64_t hash_letters(const char32_t* letters, std::size_t size) {
  std::uint64_t hash = size;
  for (std::size_t i = 0; i < size; ++i) hash = (hash ^ letters[i]) * kOdd, hash ^= hash >> 29;
  return hash;
}

// The letters of a unit as they come, lower case, digits as their pattern: 0 for each of the first
// five of a run, years of two centuries apart ("2004" → "2000").
class UnitKey {
 public:
  void add(char32_t c) {
    if (size_ < letters_.size()) {
      letters_[size_++] = c;
    } else {
      overflow_ = (overflow_ ^ c) * kOdd;
      overflow_ ^= overflow_ >> 29;
    }
  }
  void add_digits(std::string_view digits) {
    const bool year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    if (year) add(static_cast<unsigned char>(digits[0]));
    const std::size_t shown = std::min<std::size_t>(digits.size(), 5);
    for (std::size_t i = year ? 1 : 0; i < shown; ++i) add(U'0');
  }
  std::uint64_t hash() {
    if (size_ <= kLongestSpelt) spell_alike(letters_.data(), size_);
    return hash_letters(letters_.data(), size_) ^ overflow_;
  }

 private:
  std::array<char32_t, 24> letters_;
  std::size_t size_ = 0;
  std::uint64_t overflow_ = 0;
};

bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB ||
         (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

UnitShape shape_of_sign(char32_t c) {
  if (c == '.' || c == 0x2026) return UnitShape::kFullStop;
  if (c == ',' || c == ';') return UnitShape::kComma;
  if (c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}')
    return UnitShape::kBracket;
  if (c == '-' || (c >= 0x2010 && c <= 0x2015)) return UnitShape::kDash;
  return is_quote(c) ? UnitShape::kQuote : UnitShape::kOther;
}

struct Seen {  // letters of one unit
  int upper = 0, lower = 0, others = 0, digits = 0;
  bool first_upper = false;
  int letters() const { return upper + lower + others; }
};

UnitShape shape_of(const Seen& seen) {
  if (seen.letters() == 0) return seen.digits > 0 ? UnitShape::kNumber : UnitShape::kOther;
  if (seen.digits > 0) return UnitShape::kMixed;
  if (seen.upper == 0) return UnitShape::kLower;
  if (seen.lower + seen.others == 0)
    return seen.upper == 1 ? UnitShape::kInitial : UnitShape::kUpper;
  return seen.first_upper && seen.upper == 1 ? UnitShape::kCapitalised : UnitShape::kMixed;
}

bool is_digit_byte(std::string_view line, std::size_t at) {
  return at < line.size() && line[at] >= '0' && line[at] <= '9';
}

std::size_t end_of_digits(std::string_view line, std::size_t at) {
  while (is_digit_byte(line, at)) ++at;
  return at;
}

// From the first letter or digit of a unit to its end.
std::size_t read_letters(std::string_view line, std::size_t begin, WordUnit& unit) {
  UnitKey key;
  Seen seen;
  std::size_t at = begin;
  while (at < line.size()) {
    if (is_digit_byte(line, at)) {
      const std::size_t end = end_of_digits(line, at);
      seen.digits += 1;
      key.add_digits(line.substr(at, end - at));
      at = end;
      const bool separator = at < line.size() && (line[at] == '.' || line[at] == ',');
      if (separator && seen.letters() == 0 && is_digit_byte(line, at + 1))
        key.add(static_cast<unsigned char>(line[at++]));
      continue;
    }
    const CodePoint c = code_point_at(line, at);
    const Letter letter = letter_of(c.value);
    if (letter.kind == LetterKind::kSpace) break;
    if (letter.kind == LetterKind::kSign) {
      if (!is_invisible(c.value)) break;
      at = c.next;
      continue;
    }
    if (letter.kind == LetterKind::kUpper) {
      ++seen.upper;
      if (seen.letters() == 1 && seen.digits == 0) seen.first_upper = true;
    } else if (letter.kind == LetterKind::kLower) {
      ++seen.lower;
    } else if (letter.kind == LetterKind::kOther) {
      ++seen.others;
    }
    key.add(letter.lower == 0xF0 ? 0x111 : letter.lower);  // Eth is typed for its look-alike, Đ
    at = c.next;
  }
  unit.key = key.hash();
  unit.shape = shape_of(seen);
  return at;
}

std::size_t read_sign(std::string_view line, CodePoint c, WordUnit& unit) {
  std::size_t end = c.next;
  unit.shape = shape_of_sign(c.value);
  char32_t sign = c.value;
  if (c.value == '.' && end < line.size() && line[end] == '.') {  // "..." is one sign
    while (end < line.size() && line[end] == '.') ++end;
    sign = 0x2026;
  }
  // Any two quotation marks are alike, and so are any two hyphens: it is use that tells them apart.
  if (unit.shape == UnitShape::kQuote) sign = '"';
  if (unit.shape == UnitShape::kDash) sign = '-';
  unit.key = hash_letters(&sign, 1);
  return end;
}

std::size_t skip_invisible(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const CodePoint c = code_point_at(line, at);
    if (!is_invisible(c.value)) break;
    at = c.next;
  }
  return at;
}

// Addresses begin behind white space or a sign that opens.
bool may_open_address(std::string_view line, std::size_t at) {
  if (at == 0) return true;
  const CodePoint before = code_point_before(line, at);
  if (is_space(before.value) || is_quote(before.value)) return true;
  return before.value == '(' || before.value == '[' || before.value == ':' || before.value == ',' ||
         before.value == ';';
}

// One key for all: which address it is tells nothing of the words beside it.
void make_address(WordUnit& unit) {
  static constexpr char32_t kName[] = {'h', 't', 't', 'p', ':', '/', '/'};
  unit.key = hash_letters(kName, std::size(kName));
  unit.shape = UnitShape::kMixed;
}

// From the first byte of a unit, which is no white space, to its end.
std::size_t read_unit(std::string_view line, std::size_t at, bool addresses, WordUnit& unit) {
  const std::size_t visible = skip_invisible(line, at);
  if (addresses && visible < line.size() && may_open_address(line, at)) {
    if (const std::size_t end = end_of_address(line, visible); end > visible) {
      make_address(unit);
      return end;
    }
  }
  const bool nothing_seen = visible == line.size() || is_space(code_point_at(line, visible).value);
  const std::size_t begin = nothing_seen ? at : visible;
  const CodePoint c = code_point_at(line, begin);
  if (letter_of(c.value).kind != LetterKind::kSign) return read_letters(line, begin, unit);
  return skip_invisible(line, read_sign(line, c, unit));
}

bool opens_sentence(const WordUnit& before) {
  return before.shape == UnitShape::kFullStop || before.shape == UnitShape::kQuote ||
         before.shape == UnitShape::kDash || before.shape == UnitShape::kOther;
}

void settle_hyphens(std::vector<WordUnit>& units) {
  for (std::size_t i = 1; i + 1 < units.size(); ++i) {
    WordUnit& unit = units[i];
    if (unit.shape != UnitShape::kDash || unit.space_before || units[i + 1].space_before) continue;
    unit.shape = UnitShape::kHyphen;
    unit.key *= kOdd;
  }
}

void settle_capitals(std::vector<WordUnit>& units) {
  constexpr int kFewest = 3;  // words in capitals that make a headline, if no other kind stands by
  const auto count = [&](UnitShape shape) {
    return std::count_if(units.begin(), units.end(),
                         [=](const WordUnit& u) { return u.shape == shape; });
  };
  if (count(UnitShape::kUpper) >= kFewest && count(UnitShape::kLower) == 0 &&
      count(UnitShape::kCapitalised) == 0) {
    for (WordUnit& unit : units) {
      if (unit.shape == UnitShape::kUpper || unit.shape == UnitShape::kInitial)
        unit.shape = UnitShape::kLower;
    }
    return;
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].shape == UnitShape::kCapitalised && (i == 0 || opens_sentence(units[i - 1])))
      units[i].shape = UnitShape::kOpening;
  }
}

}  // namespace

void split_units(std::string_view line, std::vector<WordUnit>& units) {
  units.clear();
  const bool addresses = may_hold_address(line);
  bool space = false, column = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (letter_of(c.value).kind == LetterKind::kSpace) {
      space = true;
      column = column || (c.value != ' ' && c.value != 0xA0);
      at = c.next;
      continue;
    }
    WordUnit unit;
    unit.space_before = std::exchange(space, false);
    unit.column_before = std::exchange(column, false);
    const std::size_t end = read_unit(line, at, addresses, unit);
    unit.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    units.push_back(unit);
    at = end;
  }
  settle_hyphens(units);
  settle_capitals(units);
}

}  // namespace machtin

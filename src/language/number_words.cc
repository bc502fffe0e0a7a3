#include "language/number_words.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "language/piece.h"
#include "text/fold.h"

namespace machtin {
namespace {

constexpr std::pair<std::string_view, NumberWordKind> kKinds[] = {
    {"digit", NumberWordKind::kDigit},        {"lone", NumberWordKind::kLone},
    {"after", NumberWordKind::kAfter},        {"ten", NumberWordKind::kTen},
    {"times_ten", NumberWordKind::kTimesTen}, {"hundred", NumberWordKind::kHundred},
    {"scale", NumberWordKind::kScale},        {"link", NumberWordKind::kLink},
    {"half", NumberWordKind::kHalf},          {"vague", NumberWordKind::kVague},
    {"half_of", NumberWordKind::kHalfOf},     {"ordinal", NumberWordKind::kOrdinal},
    {"rank", NumberWordKind::kRank},
};

constexpr double kMostCounted = 1e15;   // what integers and doubles both hold
constexpr std::size_t kMaxDigits = 15;  // what a double holds exactly

bool sign_between(const std::vector<Token>& pieces, std::size_t at) {
  return at + 1 < pieces.size() && (pieces[at].key == "." || pieces[at].key == ",") &&
         !pieces[at].space_before && is_digits(pieces[at + 1]) && !pieces[at + 1].space_before;
}

// "1", "1.000", "3,5", "1.234,5": digits alone.
std::optional<ReadNumber> read_digits(const std::vector<Token>& pieces, std::size_t at,
                                      const NumberWords& words) {
  std::string digits = pieces[at].key;
  std::string signs;
  std::vector<std::size_t> groups;
  std::size_t end = at + 1;
  std::vector<std::string> parts = {digits};
  while (sign_between(pieces, end)) {
    signs += pieces[end].key;
    parts.push_back(pieces[end + 1].key);
    end += 2;
    if (parts.size() > 6) return std::nullopt;
  }
  // Thousands come in threes after a front of one to three digits; what is left is a fraction.
  std::size_t whole = 1;
  if (parts[0].size() <= 3 && parts[0] != "0") {
    const auto is_group = [&](std::size_t i) {
      return parts[i].size() == 3 && signs[i - 1] == signs[0];
    };
    while (whole < parts.size() && is_group(whole)) ++whole;
    // One group after the decimal sign is thousands all the same ("7,850 đồng"): papers mix the
    // signs, and three decimals are rare in news but before a scale ("1,125 tỷ").
    const NumberWord* after = end < pieces.size() ? words.find(pieces[end].key) : nullptr;
    if (parts.size() == 2 && signs[0] == words.decimal && after != nullptr &&
        after->kind == NumberWordKind::kScale) {
      whole = 1;
    }
  }
  for (std::size_t i = 1; i < whole; ++i) digits += parts[i];
  if (parts.size() - whole > 1) return std::nullopt;
  if (digits.size() > kMaxDigits) return std::nullopt;
  if (parts.size() - whole == 1) {
    if (whole > 1 && signs[whole - 1] == signs[0]) return std::nullopt;
    digits += "." + parts[whole];
  }
  ReadNumber read;
  read.value = std::strtod(digits.c_str(), nullptr);
  read.pieces = end - at;
  return read;
}

// The state of reading words: what is gathered below the next scale, and above it.
struct Gathering {
  double total = 0, group = 0, last_digit = 0, last_scale = 0;
  NumberWordKind last = NumberWordKind::kLink;
  bool any = false, vague = false;
  bool bare_scale = false;  // a scale may open it
};

bool is_digit_kind(NumberWordKind kind) {
  return kind == NumberWordKind::kDigit || kind == NumberWordKind::kLone;
}

bool takes_digit(NumberWordKind last) {
  return last == NumberWordKind::kTen || last == NumberWordKind::kTimesTen ||
         last == NumberWordKind::kHundred || last == NumberWordKind::kLink ||
         last == NumberWordKind::kScale;
}

// "30 nghìn tỷ" multiplies, "2 triệu 500 nghìn" adds.
void take_scale(Gathering& g, double scale) {
  const double group = g.group == 0 && (g.last == NumberWordKind::kVague || !g.any) ? 1 : g.group;
  if (g.last_scale != 0 && g.last == NumberWordKind::kScale) {
    g.total *= scale;
  } else if (g.last_scale != 0 && scale > g.last_scale) {
    g.total = (g.total + group) * scale;
  } else {
    g.total += group * scale;
  }
  g.group = 0;
  g.last_scale = g.last == NumberWordKind::kScale ? g.last_scale * scale : scale;
}

// One word more; false where the number ends before it.
bool take_word(Gathering& g, const NumberWord& word) {
  switch (word.kind) {
    case NumberWordKind::kDigit:
      if (g.any && !takes_digit(g.last)) return false;
      g.group += word.value;
      g.last_digit = word.value;
      break;
    case NumberWordKind::kLone:
      if (g.any && !(g.last == NumberWordKind::kLink)) return false;
      g.group += word.value;
      g.last_digit = word.value;
      break;
    case NumberWordKind::kAfter:
      if (g.last != NumberWordKind::kTimesTen && g.last != NumberWordKind::kTen &&
          g.last != NumberWordKind::kHundred && !(g.last == NumberWordKind::kLink && g.any)) {
        return false;
      }
      g.group += word.value;
      break;
    case NumberWordKind::kTen:
      if (g.any && g.last != NumberWordKind::kHundred && g.last != NumberWordKind::kLink &&
          g.last != NumberWordKind::kScale) {
        return false;
      }
      g.group += word.value;
      break;
    case NumberWordKind::kTimesTen:
      if (!g.any && g.bare_scale) {
        g.group = 10;
        break;
      }
      if (!is_digit_kind(g.last)) return false;
      g.group += g.last_digit * 9;
      break;
    case NumberWordKind::kHundred:
      if (g.last == NumberWordKind::kVague || (!g.any && g.bare_scale)) {
        g.group = 100;
      } else if (is_digit_kind(g.last)) {
        g.group += g.last_digit * 99;
      } else {
        return false;
      }
      break;
    case NumberWordKind::kScale:
      if (!g.any && !g.bare_scale) return false;
      if (std::max({g.total, g.group, 1.0}) * word.value > kMostCounted) return false;
      take_scale(g, word.value);
      break;
    case NumberWordKind::kLink:
      if (g.last != NumberWordKind::kHundred && g.last != NumberWordKind::kScale) return false;
      break;
    case NumberWordKind::kHalf:
      if (g.last != NumberWordKind::kScale && g.last != NumberWordKind::kHundred) return false;
      g.total += g.last == NumberWordKind::kHundred ? 50 : g.last_scale / 2;
      break;
    case NumberWordKind::kVague:
      if (g.any) return false;
      g.vague = true;
      break;
    case NumberWordKind::kHalfOf:
      if (g.any) return false;
      g.group = 0.5;
      break;
    case NumberWordKind::kOrdinal:
    case NumberWordKind::kRank:
      return false;
  }
  g.any = true;
  g.last = word.kind;
  return true;
}

// The hyphen of "twenty-five".
bool joins_tens(const std::vector<Token>& pieces, std::size_t at, NumberWordKind last,
                const NumberWords& words) {
  if (last != NumberWordKind::kTen || at + 1 >= pieces.size() || pieces[at].key != "-")
    return false;
  if (pieces[at].space_before || pieces[at + 1].space_before) return false;
  const NumberWord* after = words.find(pieces[at + 1].key);
  return after != nullptr && after->kind == NumberWordKind::kDigit;
}

}  // namespace

Result<NumberWords> NumberWords::load(const Pack& pack) {
  NumberWords loaded;
  for (const TableRow& row : pack.table("number_words").rows) {
    if (row[1] == "decimal" || row[1] == "thousands") {
      (row[1] == "decimal" ? loaded.decimal : loaded.thousands) = row[0].front();
      continue;
    }
    if (row[1] == kRangeOfWords) continue;
    const NumberWordKind* kind = nullptr;
    for (const auto& [name, value] : kKinds) {
      if (row[1] == name) kind = &value;
    }
    if (kind == nullptr) {
      return Error{ErrorKind::kBadFormat,
                   "number_words, line " + std::to_string(row.line) + ": no such kind: " + row[1]};
    }
    for (const std::string& word : split_values(row[0])) {
      const std::uint32_t key = loaded.keys.add(matching_key(word));
      if (loaded.words.size() <= key) loaded.words.resize(key + 1);
      loaded.words[key] = {*kind, std::strtod(row[2].c_str(), nullptr)};
    }
  }
  return loaded;
}

const NumberWord* NumberWords::find(std::string_view key) const {
  const std::uint32_t number = keys.find(key);
  return number == 0 ? nullptr : &words[number];
}

std::optional<ReadNumber> read_number(const std::vector<Token>& pieces, std::size_t at,
                                      const NumberWords& words, bool bare_scale) {
  if (at >= pieces.size()) return std::nullopt;
  if (!is_digits(pieces[at]) && words.find(pieces[at].key) == nullptr) return std::nullopt;
  Gathering g;
  g.bare_scale = bare_scale;
  ReadNumber read;
  std::size_t end = at;
  read.in_words = !is_digits(pieces[at]);
  std::size_t good_end = at;  // a number ends on no link, no vague word
  Gathering good;
  while (end < pieces.size()) {
    if (is_digits(pieces[end])) {
      // Digits begin a number, or go on after a scale and before a smaller one: "2 triệu 500
      // nghìn".
      if (g.any && g.last != NumberWordKind::kScale) break;
      const std::optional<ReadNumber> digits = read_digits(pieces, end, words);
      if (!digits) break;
      if (g.any) {
        const std::size_t after = end + digits->pieces;
        const NumberWord* scale = after < pieces.size() ? words.find(pieces[after].key) : nullptr;
        if (read.in_words || scale == nullptr || scale->kind != NumberWordKind::kScale ||
            scale->value >= g.last_scale) {
          break;
        }
      }
      g.group += digits->value;
      g.any = true;
      g.last = NumberWordKind::kDigit;
      g.last_digit = digits->value;
      end += digits->pieces;
    } else {
      const NumberWord* word = words.find(pieces[end].key);
      if (word == nullptr) break;
      // After digits only scales go on: "5 ba" is no number, "5 triệu" is.
      if (!read.in_words && word->kind != NumberWordKind::kScale &&
          word->kind != NumberWordKind::kHalf &&
          !(word->kind == NumberWordKind::kHundred && g.last_digit < 10)) {
        break;
      }
      NumberWord taken = *word;
      // "hai trăm năm mươi": before the word for tens it is a digit like the others.
      if (taken.kind == NumberWordKind::kLone && end + 1 < pieces.size()) {
        const NumberWord* after = words.find(pieces[end + 1].key);
        if (after != nullptr && after->kind == NumberWordKind::kTimesTen)
          taken.kind = NumberWordKind::kDigit;
      }
      if (!take_word(g, taken)) break;
      ++end;
      if (joins_tens(pieces, end, g.last, words)) ++end;
    }
    if (g.last != NumberWordKind::kLink && g.last != NumberWordKind::kVague &&
        g.last != NumberWordKind::kHalfOf) {
      good_end = end;
      good = g;
    }
  }
  if (good_end == at) return std::nullopt;
  read.pieces = good_end - at;
  read.value = good.total + good.group;
  read.vague = good.vague;
  if (good.last_scale > 0) read.scale = good.last_scale;
  read.scaled = good.last == NumberWordKind::kScale || good.last == NumberWordKind::kHalf;
  return read;
}

}  // namespace machtin

#include "language/printed_date.h"

#include <algorithm>
#include <array>
#include <vector>

#include "language/calendar.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kMaxPieces = 400;  // lines that tell a date are short

// A run of digits, or one of letters; what stands between two pieces is their gap.
struct Piece {
  ByteSpan span = {};
  int number = -1;  // -1: letters
  std::size_t digits = 0;
  std::string key = {};  // of letters
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size() && pieces.size() < kMaxPieces;) {
    const CodePoint first = code_point_at(text, at);
    const bool digit = is_digit(first.value);
    if (!digit && !is_letter(first.value)) {
      at = first.next;
      continue;
    }
    std::size_t end = first.next;
    while (end < text.size()) {
      const CodePoint next = code_point_at(text, end);
      if (digit != is_digit(next.value) || (!digit && !is_letter(next.value))) break;
      end = next.next;
    }
    Piece piece;
    piece.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    if (digit) {
      piece.digits = end - at;
      piece.number = 0;
      for (std::size_t i = at; i < end && piece.digits <= 4; ++i)
        piece.number = piece.number * 10 + (text[i] - '0');
    } else {
      piece.key = matching_key(text.substr(at, end - at));
    }
    pieces.push_back(std::move(piece));
    at = end;
  }
  return pieces;
}

class Finder {
 public:
  Finder(std::string_view text, const MonthNames& months)
      : text_(text), months_(months), pieces_(pieces_of(text)) {}

  std::optional<PrintedDate> find() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      for (const auto read : {&Finder::by_numbers, &Finder::year_first, &Finder::day_then_name,
                              &Finder::name_then_day}) {
        PrintedDate date;
        const std::size_t end = (this->*read)(i, date);
        if (end == 0 || !is_day({date.year, date.month, date.day})) continue;
        date.span = {pieces_[i].span.begin, pieces_[end - 1].span.end};
        take_clock(i, end, date);
        return date;
      }
    }
    return std::nullopt;
  }

 private:
  bool small(std::size_t i) const {
    return i < pieces_.size() && pieces_[i].number > 0 && pieces_[i].digits <= 2 &&
           pieces_[i].number <= 31;
  }
  bool year(std::size_t i) const {
    return i < pieces_.size() && pieces_[i].digits == 4 && pieces_[i].number >= kFirstWebYear &&
           pieces_[i].number <= kLastWebYear;
  }
  int month(std::size_t i) const {
    if (i >= pieces_.size() || pieces_[i].number >= 0) return 0;
    const auto found = months_.find(pieces_[i].key);
    return found == months_.end() ? 0 : found->second;
  }
  // What stands between this piece and the next, spaces taken out.
  std::string gap(std::size_t i) const {
    std::string between(
        text_.substr(pieces_[i].span.end, pieces_[i + 1].span.begin - pieces_[i].span.end));
    std::erase(between, ' ');
    return between;
  }
  bool joined(std::size_t i, std::string_view signs) const {
    if (i + 1 >= pieces_.size()) return false;
    const std::string between = gap(i);
    return between.size() <= 2 && between.find_first_not_of(signs) == std::string::npos;
  }

  // "23/05/2025", "23.5.25", "23-05-2025".
  std::size_t by_numbers(std::size_t i, PrintedDate& date) const {
    if (!small(i) || !small(i + 1) || i + 2 >= pieces_.size()) return 0;
    const std::string sign = gap(i);
    if (sign.size() != 1 || sign.find_first_of("./-") != 0 || gap(i + 1) != sign) return 0;
    const Piece& last = pieces_[i + 2];
    date.short_year = last.digits == 2 && sign != "-";
    if (!year(i + 2) && !date.short_year) return 0;
    date.year = last.number + (date.short_year ? 2000 : 0);
    date.day = pieces_[i].number;
    date.month = pieces_[i + 1].number;
    if (date.month > 12) std::swap(date.day, date.month);
    return i + 3;
  }

  // "2025-05-23", "2025/5/23", "2025年5月23日".
  std::size_t year_first(std::size_t i, PrintedDate& date) const {
    if (!year(i)) return 0;
    date.year = pieces_[i].number;
    if (small(i + 1) && small(i + 2)) {
      const std::string sign = gap(i);
      if (sign.size() != 1 || sign.find_first_of("./-") != 0 || gap(i + 1) != sign) return 0;
      date.month = pieces_[i + 1].number;
      date.day = pieces_[i + 2].number;
      return i + 3;
    }
    const auto is = [this](std::size_t at, std::string_view sign) {
      return at < pieces_.size() && pieces_[at].number < 0 && pieces_[at].key.starts_with(sign);
    };
    if (!is(i + 1, "年") || !small(i + 2) || !is(i + 3, "月") || !small(i + 4) || !is(i + 5, "日"))
      return 0;
    date.month = pieces_[i + 2].number;
    date.day = pieces_[i + 4].number;
    return i + 6;
  }

  // Past words that stand between the parts of a date: "5 de junio de 2018", "22nd".
  std::size_t past_joins(std::size_t i) const {
    static constexpr std::array<std::string_view, 9> kJoins = {"de", "del", "of", "st", "nd",
                                                               "rd", "th",  "er", "d"};
    if (i + 1 < pieces_.size() && pieces_[i].number < 0 &&
        std::find(kJoins.begin(), kJoins.end(), pieces_[i].key) != kJoins.end())
      return i + 1;
    return i;
  }

  // "20. April 2020", "5 de junio de 2018", "07-Mai-2020".
  std::size_t day_then_name(std::size_t i, PrintedDate& date) const {
    constexpr std::string_view kSigns = ".-,/\xC2\xBA\xC2\xAA";
    if (!small(i) || !joined(i, kSigns)) return 0;
    const std::size_t name = past_joins(i + 1);
    date.month = month(name);
    if (date.month == 0 || !joined(name, kSigns)) return 0;
    const std::size_t last = past_joins(name + 1);
    if (!year(last)) return 0;
    date.day = pieces_[i].number;
    date.year = pieces_[last].number;
    date.by_name = true;
    return last + 1;
  }

  // "November 22nd, 2011".
  std::size_t name_then_day(std::size_t i, PrintedDate& date) const {
    date.month = month(i);
    if (date.month == 0 || !small(i + 1) || !joined(i, ".,") || !joined(i + 1, ".,")) return 0;
    const std::size_t last = past_joins(i + 2);
    if (!year(last)) return 0;
    date.day = pieces_[i + 1].number;
    date.year = pieces_[last].number;
    date.by_name = true;
    return last + 1;
  }

  // "14:30", "14h30", "14.30 Uhr", "2:30 pm": the piece after it, or 0.
  std::size_t read_clock(std::size_t i, PrintedDate& date) const {
    if (i + 1 >= pieces_.size() || pieces_[i].number < 0 || pieces_[i].digits > 2 ||
        pieces_[i].number > 23)
      return 0;
    const bool letter = pieces_[i + 1].number < 0 && gap(i).empty() && pieces_[i + 1].key == "h";
    const std::size_t minutes = letter ? i + 2 : i + 1;
    if (minutes >= pieces_.size() || pieces_[minutes].digits != 2 || pieces_[minutes].number > 59)
      return 0;
    const std::size_t next = minutes + 1;
    const bool uhr = next < pieces_.size() && pieces_[next].key == "uhr";
    const std::string sign = letter ? std::string() : gap(i);
    if (!(letter ? gap(i + 1).empty() : sign == ":" || (sign == "." && uhr))) return 0;
    date.hour = pieces_[i].number;
    date.minute = pieces_[minutes].number;
    if (next >= pieces_.size()) return next;
    const std::string& half = pieces_[next].key;
    if ((half == "pm" || half == "p") && date.hour < 12) date.hour += 12;
    if ((half == "am" || half == "a") && date.hour == 12) date.hour = 0;
    return half == "pm" || half == "am" || uhr ? next + 1 : next;
  }

  // A clock right behind the date or right before it, with a word between at most.
  void take_clock(std::size_t begin, std::size_t end, PrintedDate& date) const {
    for (const std::size_t at : {end, end + 1}) {
      if (at > end && (end >= pieces_.size() || pieces_[end].number >= 0)) break;
      const std::size_t after = read_clock(at, date);
      if (after == 0) continue;
      date.span.end = pieces_[after - 1].span.end;
      return;
    }
    for (std::size_t back = 2; back <= 4 && back <= begin; ++back) {
      PrintedDate clock;
      const std::size_t after = read_clock(begin - back, clock);
      if (after == 0 || after + 1 < begin) continue;
      date.hour = clock.hour;
      date.minute = clock.minute;
      date.span.begin = pieces_[begin - back].span.begin;
      return;
    }
  }

  std::string_view text_;
  const MonthNames& months_;
  std::vector<Piece> pieces_;
};

}  // namespace

std::optional<PrintedDate> find_printed_date(std::string_view text, const MonthNames& months) {
  if (text.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
  return Finder(text, months).find();
}

std::string iso_text(const PrintedDate& date) {
  std::string text =
      four_digits(date.year) + "-" + two_digits(date.month) + "-" + two_digits(date.day);
  if (date.hour >= 0) text += "T" + two_digits(date.hour) + ":" + two_digits(date.minute);
  return text;
}

}  // namespace machtin

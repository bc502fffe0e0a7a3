#include "dating/timestamp.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "language/time_match.h"
#include "language/time_phrase.h"
#include "language/token.h"
#include "text/utf8.h"

namespace machtin {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Walks over digits and signs; every step says whether it found what it sought.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  std::string_view rest() const { return text_.substr(at_); }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  bool take_any(std::string_view signs) {
    if (at_end() || signs.find(peek()) == std::string_view::npos) return false;
    ++at_;
    return true;
  }
  void skip_spaces() {
    while (peek() == ' ') ++at_;
  }
  // Exactly `least` to `most` digits.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    while (end < text_.size() && end - at_ < most && is_digit(text_[end])) ++end;
    if (end - at_ < least) return std::nullopt;
    int value = 0;
    for (; at_ < end; ++at_) value = value * 10 + (text_[at_] - '0');
    return value;
  }
  std::string_view letters() {
    const std::size_t begin = at_;
    while (!at_end() && ((peek() >= 'a' && peek() <= 'z') || (peek() >= 'A' && peek() <= 'Z')))
      ++at_;
    return text_.substr(begin, at_ - begin);
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// "+07:00", "+0700", "+7", "Z", "GMT", "UTC+7".
std::string read_zone(Cursor& cursor) {
  if (cursor.take('Z')) return "Z";
  const std::string_view name = cursor.letters();
  if (!name.empty() && name != "GMT" && name != "UTC") return "";
  const char sign = cursor.peek();
  if (sign != '+' && sign != '-') return name.empty() ? "" : "Z";
  cursor.take(sign);
  const std::optional<int> hours = cursor.number(1, 2);
  if (!hours || *hours > 14) return "";
  cursor.take(':');
  const int minutes = cursor.number(2, 2).value_or(0);
  return std::string(1, sign) + two_digits(*hours) + ":" + two_digits(minutes);
}

// "2:30 PM", "12:05 am"
void take_half(Cursor& cursor, Timestamp& out) {
  Cursor ahead = cursor;
  const std::string half = ascii_lower(ahead.letters());
  if (half != "am" && half != "pm") return;
  if (half == "pm" && out.hour < 12) out.hour += 12;
  if (half == "am" && out.hour == 12) out.hour = 0;
  ahead.skip_spaces();
  cursor = ahead;
}

bool read_clock(Cursor& cursor, Timestamp& out) {
  const std::optional<int> hour = cursor.number(1, 2);
  if (!hour || *hour > 24 || !cursor.take(':')) return false;
  const std::optional<int> minute = cursor.number(2, 2);
  if (!minute || *minute > 59) return false;
  out.has_clock = true;
  out.hour = *hour;
  out.minute = *minute;
  if (cursor.take(':')) out.second = std::min(cursor.number(2, 2).value_or(0), 59);
  if (cursor.take_any(".,")) cursor.number(1, 9);
  cursor.skip_spaces();
  take_half(cursor, out);
  out.zone = read_zone(cursor);
  return true;
}

bool is_good(const Timestamp& t) {
  if (!t.year || *t.year < kFirstWebYear || *t.year > kLastWebYear) return false;
  return is_day({*t.year, t.month, t.day});
}

// "2025-05-23T14:30:00+07:00", "2025/05/23 14:30", "20250523", "2025-05", "2025".
std::optional<Timestamp> parse_iso(std::string_view text) {
  Cursor cursor(text);
  Timestamp out;
  out.year = cursor.number(4, 4);
  if (!out.year) return std::nullopt;
  const char sign = cursor.peek();
  const bool signed_form = cursor.take_any("-/");
  if (cursor.at_end() && !signed_form) {
    out.has_month = out.has_day = false;
    return is_good(out) ? std::optional(out) : std::nullopt;
  }
  const std::optional<int> month = cursor.number(2, 2);
  if (!month) return std::nullopt;
  out.month = *month;
  if (signed_form && cursor.at_end()) {
    out.has_day = false;
    return is_good(out) ? std::optional(out) : std::nullopt;
  }
  if (signed_form && !cursor.take(sign)) return std::nullopt;
  const std::optional<int> day = cursor.number(2, 2);
  if (!day || is_digit(cursor.peek())) return std::nullopt;
  out.day = *day;
  if (!is_good(out)) return std::nullopt;
  if (cursor.take_any("Tt ")) {
    cursor.skip_spaces();
    Timestamp with_clock = out;
    if (read_clock(cursor, with_clock)) return with_clock;
  }
  return out;
}

// "Fri, 23 May 2025 14:30:00 +0700", "23 May 2025".
std::optional<Timestamp> parse_rfc(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  Cursor cursor(text);
  if (!cursor.letters().empty()) {
    cursor.take(',');
    cursor.skip_spaces();
  }
  Timestamp out;
  const std::optional<int> day = cursor.number(1, 2);
  if (!day) return std::nullopt;
  cursor.skip_spaces();
  const std::string_view name = cursor.letters();
  cursor.skip_spaces();
  out.year = cursor.number(4, 4);
  out.day = *day;
  out.month = 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (name == kMonths[i]) out.month = static_cast<int>(i + 1);
  }
  if (out.month == 0 || !is_good(out)) return std::nullopt;
  cursor.skip_spaces();
  Timestamp with_clock = out;
  return read_clock(cursor, with_clock) ? with_clock : out;
}

// "6/25/2018 2:30:00 PM": seconds and a half of the day tell it from most of what papers print.
std::optional<Timestamp> parse_dot_net(std::string_view text, AmericanTimes american) {
  if (american == AmericanTimes::kNone) return std::nullopt;
  Cursor cursor(text);
  const std::size_t slash = text.find('/');
  const bool padded = slash == 2 && text.size() > 5 && text[5] == '/';
  if (american == AmericanTimes::kUnpadded && padded) return std::nullopt;
  Timestamp out;
  const std::optional<int> month = cursor.number(1, 2);
  if (!month || !cursor.take('/')) return std::nullopt;
  const std::optional<int> day = cursor.number(1, 2);
  if (!day || !cursor.take('/')) return std::nullopt;
  out.year = cursor.number(4, 4);
  out.month = *month;
  out.day = *day;
  if (!is_good(out) || !cursor.take(' ')) return std::nullopt;
  const std::optional<int> hour = cursor.number(1, 2);
  if (!hour || *hour < 1 || *hour > 12 || !cursor.take(':')) return std::nullopt;
  const std::optional<int> minute = cursor.number(2, 2);
  if (!minute || *minute > 59 || !cursor.take(':')) return std::nullopt;
  const std::optional<int> second = cursor.number(2, 2);
  cursor.skip_spaces();
  const std::string_view half = cursor.letters();
  if (!second || *second > 59 || (half != "AM" && half != "PM")) return std::nullopt;
  out.has_clock = true;
  out.hour = *hour % 12 + (half == "PM" ? 12 : 0);
  out.minute = *minute;
  out.second = *second;
  return out;
}

// Seconds (10 digits) or milliseconds (13) since 1970.
std::optional<Timestamp> parse_epoch(std::string_view text) {
  if (text.size() != 10 && text.size() != 13) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  long long seconds = 0;
  for (const char c : text.substr(0, 10)) seconds = seconds * 10 + (c - '0');
  const Day day = day_of_number(static_cast<int>(seconds / 86400));
  const int rest = static_cast<int>(seconds % 86400);
  Timestamp out;
  out.year = day.year;
  out.month = day.month;
  out.day = day.day;
  out.has_clock = true;
  out.hour = rest / 3600;
  out.minute = rest % 3600 / 60;
  out.second = rest % 60;
  out.zone = "Z";
  return is_good(out) ? std::optional(out) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::optional<Timestamp> parse_forms(std::string_view text, AmericanTimes american) {
  text = trimmed(text);
  if (const auto epoch = parse_epoch(text)) return epoch;
  if (const auto iso = parse_iso(text)) return iso;
  if (const auto dot_net = parse_dot_net(text, american)) return dot_net;
  return parse_rfc(text);
}

// The half or part of the day right behind a number of the clock: "3:15 PM", "3:15 chiều". In lines
// of time alone: in running text "22:00 CH Séc" begins a name.
void take_half_of_day(const TimeText& line, const TimePhrase& clock, TimeFields& fields) {
  const std::size_t end = std::min(clock.end + 1, line.pieces.size());
  for (std::size_t at = clock.begin + 1; at < end; ++at) {
    if (line.pieces[at - 1].shape != Shape::kNumber && line.pieces[at - 1].shape != Shape::kMixed)
      continue;
    for (const TimeLex& lex : line.lexes_at(at)) {
      if (lex.slot == TimeSlot::kPart) fields.part = lex.value;
      if (lex.slot == TimeSlot::kMeridiem) (lex.value == "PM" ? fields.pm : fields.am) = true;
    }
  }
}

// "3:15PM" as "3:15 PM", so that its words part.
std::string with_halves_apart(std::string_view text) {
  const auto letter = [](char c) {
    const char small = ascii_lower(c);
    return small >= 'a' && small <= 'z';
  };
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool behind_minutes = at >= 3 && letter(text[at]) && is_digit(text[at - 1]) &&
                                is_digit(text[at - 2]) && text[at - 3] == ':';
    if (behind_minutes && at + 1 < text.size() && letter(text[at + 1])) out += ' ';
    out += text[at];
  }
  return out;
}

// "(GMT+7)" anywhere in the line.
std::string zone_in_line(std::string_view text) {
  for (const std::string_view name : {"GMT", "UTC"}) {
    const std::size_t at = text.find(name);
    if (at == std::string_view::npos) continue;
    Cursor cursor(text.substr(at));
    return read_zone(cursor);
  }
  return "";
}

}  // namespace

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  return parse_forms(text, AmericanTimes::kAll);
}

std::optional<Timestamp> parse_date_line(std::string_view line, const TimeTables& tables,
                                         AmericanTimes american) {
  if (const auto plain = parse_forms(line, american)) return plain;
  const std::string text = with_halves_apart(line);
  const std::vector<Token> tokens = tokenize(text);
  const std::vector<ByteSpan> whole = {{0, static_cast<std::uint32_t>(text.size())}};
  const TimeText prepared = prepare_times(text, tokens, whole, tables);
  const std::vector<TimePhrase> phrases = find_phrases(prepared);
  const TimePhrase* dated = nullptr;
  for (const TimePhrase& phrase : phrases) {  // one with a year before one without
    if (phrase.fields.day == 0 || phrase.fields.month == 0 || phrase.fields.shift) continue;
    if (dated == nullptr || (dated->fields.year < 0 && phrase.fields.year >= 0)) dated = &phrase;
  }
  if (dated == nullptr) return std::nullopt;
  Timestamp out;
  if (dated->fields.year >= 0) out.year = dated->fields.year;
  out.month = dated->fields.month;
  out.day = dated->fields.day;
  out.weekday = dated->fields.weekday;
  if (!is_day({out.year.value_or(2000), out.month, out.day})) return std::nullopt;
  const TimePhrase* clock = dated->fields.hour >= 0 ? dated : nullptr;
  for (const TimePhrase& phrase : phrases) {
    if (clock == nullptr && phrase.explicit_clock && phrase.fields.hour >= 0) clock = &phrase;
  }
  if (clock != nullptr && out.year) {
    out.has_clock = true;
    TimeFields fields = clock->fields;
    take_half_of_day(prepared, *clock, fields);
    out.hour = hour_of_day(fields);
    out.minute = std::max(clock->fields.minute, 0);
    out.second = clock->fields.second;
    out.zone = zone_in_line(text);
  }
  return out;
}

AmericanTimes american_times(const TimeTables& tables, bool foreign, bool printed) {
  if (foreign || tables.month_first) return AmericanTimes::kAll;
  return printed ? AmericanTimes::kNone : AmericanTimes::kUnpadded;
}

std::optional<std::string> iso_of_line(std::string_view text, const TimeTables& tables,
                                       std::string_view default_zone, AmericanTimes american) {
  const std::optional<Timestamp> read = parse_date_line(text, tables, american);
  if (!read || !read->year) return std::nullopt;
  return iso_text(*read, default_zone);
}

std::optional<Timestamp> day_in_url(std::string_view url) {
  // Of "https://archive.example/web/20140109/http://paper.example/…" the address inside counts.
  const std::size_t inner = url.substr(0, url.find_first_of("?#")).rfind("://");
  if (inner != std::string_view::npos && inner > 8)
    url.remove_prefix(url.rfind('/', inner - 1) + 1);
  const std::size_t host = url.find("://");
  std::size_t at = url.find('/', host == std::string_view::npos ? 0 : host + 3);
  const std::size_t end = std::min(url.find_first_of("?#"), url.size());
  for (; at < end && at != std::string_view::npos; ++at) {
    if (url[at] != '/' && url[at] != '-' && url[at] != '_') continue;
    Cursor cursor(url.substr(at + 1, end - at - 1));
    Timestamp out;
    out.year = cursor.number(4, 4);
    if (!out.year) continue;
    const char sign = cursor.peek();
    const bool parted = cursor.take_any("/-");
    const std::optional<int> month = cursor.number(parted ? 1 : 2, 2);
    if (!month || (parted && !cursor.take(sign))) continue;
    const std::optional<int> day = cursor.number(parted ? 1 : 2, 2);
    if (!day) continue;
    // Without signs only a whole run of 8 (day) or 14 (moment) digits is a date, no article number.
    std::size_t more = 0;
    while (is_digit(cursor.peek())) {
      cursor.number(1, 1);
      ++more;
    }
    if (more != 0 && (parted || more != 6)) continue;
    out.month = *month;
    out.day = *day;
    if (is_good(out)) return out;
  }
  return std::nullopt;
}

std::string iso_text(const Timestamp& t, std::string_view default_zone) {
  std::string text = t.year ? four_digits(*t.year) : "XXXX";
  if (!t.has_month) return text;
  text += "-" + two_digits(t.month);
  if (!t.has_day) return text;
  text += "-" + two_digits(t.day);
  if (!t.has_clock || !t.year) return text;
  text += "T" + two_digits(t.hour) + ":" + two_digits(t.minute);
  if (t.second >= 0) text += ":" + two_digits(t.second);
  return text + (t.zone.empty() ? std::string(default_zone) : t.zone);
}

}  // namespace machtin

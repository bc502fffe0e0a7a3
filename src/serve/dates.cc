#include "serve/dates.h"

namespace machtin {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string without_zero(std::string_view digits) {
  if (digits.starts_with('0')) digits.remove_prefix(1);
  return std::string(digits);
}

struct DateParts {
  bool known_year = false;
  std::string_view year = {}, month = {}, day = {}, hour = {}, minute = {};
};

// The parts of a date that are there; nullopt where it is written in another way.
std::optional<DateParts> parts_of(std::string_view date) {
  DateParts parts;
  if (date.size() < 4) return std::nullopt;
  parts.year = date.substr(0, 4);
  parts.known_year = all_digits(parts.year);
  if (!parts.known_year && parts.year != "XXXX") return std::nullopt;
  date.remove_prefix(4);
  for (std::string_view* part : {&parts.month, &parts.day}) {
    if (!parts.month.empty() && (parts.month < "01" || parts.month > "12")) return std::nullopt;
    if (date.empty()) return parts;
    if (date.size() < 3 || date[0] != '-' || !all_digits(date.substr(1, 2))) return std::nullopt;
    *part = date.substr(1, 2);
    date.remove_prefix(3);
  }
  if (date.empty()) return parts;
  const bool time = date.size() >= 6 && date[0] == 'T' && all_digits(date.substr(1, 2)) &&
                    date[3] == ':' && all_digits(date.substr(4, 2));
  if (!time) return std::nullopt;
  parts.hour = date.substr(1, 2);
  parts.minute = date.substr(4, 2);
  return parts;
}

}  // namespace

std::string shown_date(std::string_view date, const Texts& texts) {
  // TIMEX3's parts of a day: "2025-05-23TMO", the morning of that day.
  constexpr std::string_view kParts[] = {"TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};
  for (const std::string_view part : kParts) {
    if (date.size() != 13 || !date.ends_with(part)) continue;
    return texts.with("day_part_" + std::string(part.substr(1)),
                      {{"date", shown_date(date.substr(0, 10), texts)}});
  }
  const std::optional<DateParts> parts = parts_of(date);
  if (!parts) return std::string(date);
  if (!parts->known_year && parts->month.empty()) return texts.of("date_unknown");
  std::string key = "date_year";
  if (!parts->month.empty()) key = "date_month";
  if (!parts->day.empty()) key = "date_day";
  if (!parts->known_year) key += "_no_year";
  if (!parts->hour.empty() && parts->known_year) key = "date_minute";
  const std::string month = without_zero(parts->month);
  return texts.with(key, {{"y", std::string(parts->year)},
                          {"m", month},
                          {"month", texts.of("month_" + month)},
                          {"d", without_zero(parts->day)},
                          {"hour", std::string(parts->hour)},
                          {"minute", std::string(parts->minute)}});
}

std::string shown_range(const std::optional<std::string>& first,
                        const std::optional<std::string>& last, const Texts& texts) {
  if (!first && !last) return {};
  const std::string_view from = std::string_view(first ? *first : *last).substr(0, 10);
  const std::string_view to = std::string_view(last ? *last : *first).substr(0, 10);
  if (from == to) return shown_date(to, texts);
  const std::optional<DateParts> a = parts_of(from), b = parts_of(to);
  // What both days share is said once.
  const bool days =
      a && b && a->known_year && a->year == b->year && !a->day.empty() && !b->day.empty();
  if (!days) {
    return texts.with("date_range",
                      {{"from", shown_date(from, texts)}, {"to", shown_date(to, texts)}});
  }
  const std::string month = without_zero(a->month), month2 = without_zero(b->month);
  return texts.with(month == month2 ? "date_range_days" : "date_range_months",
                    {{"d", without_zero(a->day)},
                     {"d2", without_zero(b->day)},
                     {"m", month},
                     {"m2", month2},
                     {"month", texts.of("month_" + month)},
                     {"month2", texts.of("month_" + month2)},
                     {"y", std::string(a->year)}});
}

std::string shown_likely(const PublicationDate& published, const Texts& texts) {
  if (!published.likely) return {};
  const LikelyDate& likely = *published.likely;
  std::string date;
  if (likely.value) {
    date = shown_date(*likely.value, texts);
  } else if (likely.earliest && likely.latest) {
    date = texts.with("date_between", {{"from", shown_date(*likely.earliest, texts)},
                                       {"to", shown_date(*likely.latest, texts)}});
  }
  return date.empty() ? date : texts.with("date_likely", {{"date", date}});
}

std::string year_of(std::string_view date) {
  const std::string_view year = date.substr(0, 4);
  return year.size() == 4 && all_digits(year) ? std::string(year) : std::string();
}

}  // namespace machtin

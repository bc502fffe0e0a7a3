// Whatever the articles of a page: each gets a date whose bounds are days in order, that a full
// value lies between, and what is likely lies there too. The input is a page: its articles are
// parted by a NUL byte, the first byte of each says what it is and whether it has a printed line.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "dating/date_articles.h"
#include "dating/dating_tables.h"
#include "language/calendar.h"
#include "language/time_tables.h"
#include "text/fold.h"

namespace {

constexpr std::size_t kMaxBytes = 1u << 15, kMaxArticles = 16;

void check(bool holds) {
  if (!holds) std::abort();
}

machtin::FoundArticle article_of(std::string_view part) {
  machtin::FoundArticle found;
  const auto kind = static_cast<unsigned char>(part.empty() ? 0 : part[0]);
  const std::string text = machtin::to_nfc(part.empty() ? part : part.substr(1));
  found.article.role = kind % 2 == 0 ? machtin::Role::kMain : machtin::Role::kTeaser;
  found.article.title = "A";
  found.article.text = "A\n\n" + text;
  if (kind % 8 == 7) found.date_lines.push_back(text.substr(0, text.find('\n')));
  if (kind % 16 == 9) found.metadata_date = text.substr(0, text.find('\n'));
  if (kind % 2 == 1) found.article.heading = kind % 4 == 1 ? "B" : "C";
  return found;
}

void check_date(const machtin::PublicationDate& date) {
  const auto is_day = [](const std::optional<std::string>& text) {
    return !text || machtin::parse_iso_day(*text).has_value();
  };
  check(is_day(date.earliest) && is_day(date.latest));
  check(!date.earliest || !date.latest || *date.earliest <= *date.latest);
  if (date.precision == machtin::Precision::kDay) {
    check(date.value && date.earliest && date.latest);
    check(date.value->substr(0, 10) >= *date.earliest && date.value->substr(0, 10) <= *date.latest);
  }
  if (!date.likely) return;
  check(is_day(date.likely->value) && is_day(date.likely->earliest) && is_day(date.likely->latest));
  check(!date.likely->latest || !date.earliest || *date.likely->latest >= *date.earliest);
  check(!date.likely->latest || !date.latest || *date.likely->latest <= *date.latest);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const machtin::Result<machtin::Pack> pack = machtin::Pack::load("vi");
  static const machtin::Result<machtin::DatingTables> dating = machtin::DatingTables::load(*pack);
  static const machtin::Result<machtin::TimeTables> times = machtin::TimeTables::load(*pack);
  if (!dating || !times) std::abort();
  if (size > kMaxBytes) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::vector<machtin::FoundArticle> articles;
  for (std::size_t begin = 0; begin <= bytes.size() && articles.size() < kMaxArticles;) {
    const std::size_t end = std::min(bytes.find('\0', begin), bytes.size());
    articles.push_back(article_of(bytes.substr(begin, end - begin)));
    begin = end + 1;
  }
  const auto dates = machtin::date_articles(articles, {}, *dating, *times);
  check(dates.size() == articles.size());
  for (const machtin::PublicationDate& date : dates) check_date(date);
  return 0;
}

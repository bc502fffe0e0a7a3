#include "serve/marked_text.h"

#include <algorithm>
#include <charconv>

#include "archive/snippet.h"
#include "json/names.h"
#include "serve/dates.h"

namespace machtin {
namespace {

std::string css_of(EntityType type) {
  return type == EntityType::kPerson || type == EntityType::kOrganization ? "who" : "where";
}

std::string number_text(double number) {
  char digits[32];
  const auto [end, error] =
      std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed, 2);
  if (error != std::errc()) return {};
  std::string out(digits, end);
  while (out.ends_with('0')) out.pop_back();
  if (out.ends_with('.')) out.pop_back();
  return out;
}

std::string title_of(const Entity& entity, const Texts& texts) {
  std::string title = texts.of("entity_" + std::string(name_of(entity.type))) + ": " + entity.name;
  if (!entity.roles.empty()) title += " · " + entity.roles.front();
  return title;
}

std::string title_of(const TimeExpression& time, const Texts& texts) {
  std::string title = texts.of("mark_when") + ": " + shown_date(time.value, texts);
  if (time.earliest && time.latest && *time.earliest != *time.latest) {
    title += " · " + shown_range(time.earliest, time.latest, texts);
  }
  return title;
}

// What readers call a unit that has a code; others are written as they are.
std::string shown_unit(const std::string& unit, const Texts& texts) {
  const std::string key = "unit_" + unit;
  std::string shown = texts.of(key);
  return shown == key ? unit : shown;
}

std::string title_of(const Quantity& quantity, const Texts& texts) {
  std::string title = texts.of("mark_number") + ": ";
  if (quantity.bound != Bound::kExact) {
    title += texts.of("bound_" + std::string(name_of(quantity.bound))) + ' ';
  }
  title += number_text(quantity.value);
  if (quantity.high) title += "–" + number_text(*quantity.high);
  if (quantity.unit) title += ' ' + shown_unit(*quantity.unit, texts);
  if (quantity.of) title += ' ' + *quantity.of;
  return title;
}

std::string title_of(const Event& event, const Texts& texts) {
  return texts.of("event." + event.type) + " · " +
         texts.of("status_" + std::string(name_of(event.status)));
}

std::string title_of(const Quote& quote, const Facts& facts, const Texts& texts) {
  std::string title = texts.of(quote.direct ? "quote_direct" : "quote_indirect");
  if (quote.speaker && *quote.speaker < facts.entities.size()) {
    title += ": " + facts.entities[*quote.speaker].name;
  }
  return title;
}

std::string opening(const Mark& mark) {
  return "<span class=\"m m-" + mark.css + "\" title=\"" + escape_html(mark.title) + "\">";
}

}  // namespace

std::vector<Mark> marks_of(const Facts& facts, std::string_view text, const Texts& texts) {
  std::vector<Mark> marks;
  marks.reserve(facts.quotes.size() + facts.times.size() + facts.quantities.size() +
                facts.events.size());
  for (const Quote& quote : facts.quotes)
    marks.push_back({quote.span, "quote", title_of(quote, facts, texts)});
  for (const Entity& entity : facts.entities) {
    for (const ByteSpan mention : entity.mentions) {
      marks.push_back({mention, css_of(entity.type), title_of(entity, texts)});
    }
  }
  for (const TimeExpression& time : facts.times)
    marks.push_back({time.span, "when", title_of(time, texts)});
  for (const Quantity& quantity : facts.quantities) {
    marks.push_back({quantity.span, "number", title_of(quantity, texts)});
  }
  for (const Event& event : facts.events)
    marks.push_back({event.trigger, "event", title_of(event, texts)});
  std::erase_if(marks, [&](const Mark& mark) {
    return mark.span.begin >= mark.span.end || mark.span.end > text.size();
  });
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  // Two events on one word, or a teaser's fact found twice: the first says enough.
  const auto same = [](const Mark& a, const Mark& b) { return a.span == b.span && a.css == b.css; };
  marks.erase(std::unique(marks.begin(), marks.end(), same), marks.end());
  return marks;
}

std::string marked_html(std::string_view text, ByteSpan part, const std::vector<Mark>& marks) {
  std::string out;
  std::vector<std::uint32_t> open_ends;
  std::uint32_t at = part.begin;
  const auto write_to = [&](std::uint32_t end) {
    out += escape_html(text.substr(at, end - at));
    at = end;
  };
  const auto close_until = [&](std::uint32_t place) {
    while (!open_ends.empty() && open_ends.back() <= place) {
      write_to(open_ends.back());
      out += "</span>";
      open_ends.pop_back();
    }
  };
  for (const Mark& mark : marks) {
    if (mark.span.begin >= part.end) break;
    const std::uint32_t begin = std::max(mark.span.begin, part.begin);
    close_until(begin);
    const std::uint32_t border = open_ends.empty() ? part.end : open_ends.back();
    const std::uint32_t end = std::min(mark.span.end, border);
    if (begin >= end) continue;
    write_to(begin);
    out += opening(mark);
    open_ends.push_back(end);
  }
  close_until(part.end);
  write_to(part.end);
  return out;
}

}  // namespace machtin

#pragma once
// For tests of events and quotations: an article of a few words whose names, times and quantities
// are given by hand, so that the finders of those are not under test.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/article_text.h"
#include "facts/event_tables.h"
#include "facts/events.h"
#include "text/utf8.h"

namespace machtin {

struct Name {
  std::string_view text;  // every occurrence is a mention
  EntityType type = EntityType::kPerson;
  std::string_view country = {};
  std::string_view sector = {};
};

struct Language {
  EventTables events;
  SentenceTables sentences;
};

inline const Language& language(std::string_view code) {
  const auto load = [](std::string_view name) {
    const Result<Pack> pack = Pack::load(name);
    const Result<Pack> all = Pack::load("all");
    EXPECT_TRUE(pack.has_value() && all.has_value());
    Result<EventTables> events = EventTables::load(*pack, *all);
    EXPECT_TRUE(events.has_value()) << (events ? "" : events.error().message);
    return Language{std::move(*events), SentenceTables::load(*pack)};
  };
  static const Language vi = load("vi");
  static const Language en = load("en");
  return code == "en" ? en : vi;
}

struct Told {
  Article article = {};
  ArticleText text = {};
  Facts facts = {};
  std::string_view code = "vi";

  explicit Told(std::string_view words, const std::vector<Name>& names = {},
                const std::vector<std::string_view>& times = {},
                const std::vector<std::pair<std::string_view, double>>& quantities = {},
                std::string_view language_code = "vi")
      : code(language_code) {
    article.text = words;
    text = make_article_text(article, language(code).sentences);
    facts.sentences = text.sentences;
    for (const Name& name : names) {
      Entity entity = {.type = name.type, .name = std::string(name.text)};
      if (!name.country.empty()) entity.country = std::string(name.country);
      if (!name.sector.empty()) entity.sector = std::string(name.sector);
      for (std::size_t at = words.find(name.text); at != words.npos;
           at = words.find(name.text, at + 1)) {
        entity.mentions.push_back(span(at, name.text.size()));
      }
      facts.entities.push_back(entity);
    }
    for (const std::string_view time : times)
      facts.times.push_back({.span = span(words.find(time), time.size())});
    for (const auto& [number, value] : quantities) {
      facts.quantities.push_back({.span = span(words.find(number), number.size()), .value = value});
    }
    EventsAndQuotes events = find_events(text, facts, language(code).events);
    facts.events = std::move(events.events);
    facts.quotes = std::move(events.quotes);
  }
  Told(const Told&) = delete;
  Told& operator=(const Told&) = delete;

  static ByteSpan span(std::size_t at, std::size_t size) {
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)};
  }

  const Event* event(std::string_view type) const {
    const auto at = std::find_if(facts.events.begin(), facts.events.end(),
                                 [&](const Event& e) { return e.type == type; });
    return at == facts.events.end() ? nullptr : &*at;
  }
  std::string words(ByteSpan where) const { return std::string(slice(article.text, where)); }
  std::string role(std::string_view type, std::string_view role_name) const {
    std::string found;
    const Event* const told = event(type);
    if (!told) return "no event";
    for (const Argument& argument : told->arguments) {
      if (argument.role != role_name) continue;
      if (!found.empty()) found += " + ";
      found += words(argument.span);
    }
    return found;
  }
  std::string names(const std::vector<std::uint32_t>& entities) const {
    std::string found;
    for (const std::uint32_t entity : entities) {
      if (!found.empty()) found += " + ";
      found += facts.entities[entity].name;
    }
    return found;
  }
  std::string types() const {
    std::string found;
    for (const Event& e : facts.events) found += e.type + " ";
    return found;
  }
};

}  // namespace machtin

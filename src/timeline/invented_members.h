#pragma once
// Members of invented stories, for the tests of this stage: facts are marked by the words that hold
// them, as the finders would.

#include <string>
#include <string_view>
#include <vector>

#include "fixtures/invented_news.h"
#include "language/sentence.h"
#include "timeline/report.h"
#include "timeline/report_tables.h"

namespace machtin::invented {

inline ReportTables report_tables() {
  std::vector<Pack> packs;
  for (const char* code : {"all", "vi", "en"}) {
    if (Result<Pack> pack = Pack::load(code)) packs.push_back(std::move(*pack));
  }
  const Result<ReportTables> loaded = ReportTables::load(packs);
  return loaded ? *loaded : ReportTables{};
}

inline StoryMember member(Article article, const std::string& source, const std::string& story) {
  StoryMember made;
  made.place = {article.key, 0};
  article.source = source;
  made.facts.sentences = find_sentences(article.text, SentenceTables{});
  made.article = std::move(article);
  made.link.story = story;
  return made;
}

inline std::uint32_t sentence_of(const StoryMember& member, std::uint32_t byte) {
  std::uint32_t number = 0;
  for (std::uint32_t i = 0; i < member.facts.sentences.size(); ++i) {
    if (member.facts.sentences[i].begin <= byte) number = i;
  }
  return number;
}

inline ByteSpan span_of(const StoryMember& member, std::string_view words) {
  const std::size_t at = member.article.text.rfind(words);
  if (at == std::string::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline Event& put_event(StoryMember& member, const std::string& type, std::string_view trigger) {
  Event event;
  event.type = type;
  event.trigger = span_of(member, trigger);
  event.sentence = sentence_of(member, event.trigger.begin);
  member.facts.events.push_back(event);
  return member.facts.events.back();
}

inline void put_time(StoryMember& member, Event& event, std::string_view words,
                     const std::string& value) {
  TimeExpression time;
  time.span = span_of(member, words);
  time.value = value;
  event.time = static_cast<std::uint32_t>(member.facts.times.size());
  member.facts.times.push_back(time);
}

inline void put_quantity(StoryMember& member, Event& event, double value, const std::string& of,
                         Bound bound = Bound::kExact) {
  Quantity quantity;
  quantity.value = value;
  quantity.of = of;
  quantity.bound = bound;
  event.quantities.push_back(static_cast<std::uint32_t>(member.facts.quantities.size()));
  member.facts.quantities.push_back(quantity);
}

}  // namespace machtin::invented

// See telling.h.
#include "timeline/telling.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "text/fold.h"

namespace machtin {
namespace {

bool any_main(const std::vector<StoryMember>& members) {
  return std::any_of(members.begin(), members.end(),
                     [](const StoryMember& member) { return member.article.role == Role::kMain; });
}

std::string source_of(const StoryMember& member) {
  if (member.article.source && !member.article.source->empty())
    return "source:" + folded_title(*member.article.source);
  return "article:" + member.article.key;
}

// Witnesses by publication; what has no date comes last; the key decides what is left.
void sort_witnesses(const std::vector<StoryMember>& members, std::vector<Witness>& witnesses) {
  const auto order = [&](const Witness& witness) {
    const std::int32_t day =
        witness.published.best().value_or(std::numeric_limits<std::int32_t>::max());
    return std::tuple(day, witness.published.minute,
                      std::string_view(members[witness.member].article.key), witness.member);
  };
  std::sort(witnesses.begin(), witnesses.end(),
            [&](const Witness& a, const Witness& b) { return order(a) < order(b); });
}

}  // namespace

Telling make_telling(const std::vector<StoryMember>& members, const ReportTables& tables) {
  Telling telling;
  telling.members = &members;
  const bool mains = any_main(members);
  std::map<std::string_view, std::uint32_t> member_of_key;
  for (std::uint32_t i = 0; i < members.size(); ++i)
    member_of_key.try_emplace(members[i].article.key, i);
  const auto repeated = [&](std::uint32_t i) -> std::optional<std::uint32_t> {
    if (!members[i].link.same_text_as) return std::nullopt;
    const auto at = member_of_key.find(*members[i].link.same_text_as);
    if (at == member_of_key.end() || at->second == i) return std::nullopt;
    return at->second;
  };
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    const Article& article = members[i].article;
    if (repeated(i) || (mains && article.role == Role::kTeaser)) continue;
    telling.witnesses.push_back(
        {i, day_range(article.published), source_of(members[i]), sentences_of(members, i, tables)});
  }
  sort_witnesses(members, telling.witnesses);
  const auto none = static_cast<std::uint32_t>(telling.witnesses.size());
  telling.voice.assign(members.size(), none);
  for (std::uint32_t w = 0; w < none; ++w) telling.voice[telling.witnesses[w].member] = w;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    if (const auto of = repeated(i); of && telling.voice[i] == none)
      telling.voice[i] = telling.voice[*of];
  }
  std::vector<std::vector<StorySentence>> articles;
  articles.reserve(telling.witnesses.size());
  for (const Witness& witness : telling.witnesses) articles.push_back(witness.sentences);
  telling.support = term_support(articles);
  return telling;
}

const StorySentence* sentence_at(const Witness& witness, std::uint32_t number) {
  const auto at = std::lower_bound(
      witness.sentences.begin(), witness.sentences.end(), number,
      [](const StorySentence& sentence, std::uint32_t wanted) { return sentence.number < wanted; });
  return at == witness.sentences.end() || at->number != number ? nullptr : &*at;
}

std::optional<std::string> day_of(const std::optional<std::string>& value) {
  if (!value || value->size() < 10 || (*value)[4] != '-' || (*value)[7] != '-') return std::nullopt;
  for (const std::size_t at : {5, 6, 8, 9}) {
    if ((*value)[at] < '0' || (*value)[at] > '9') return std::nullopt;  // a week, a month's third
  }
  if (value->size() > 10 && (*value)[10] != 'T') return std::nullopt;
  return value->substr(0, 10);
}

}  // namespace machtin

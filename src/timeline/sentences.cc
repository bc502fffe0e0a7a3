// See sentences.h. Linear in the text.
#include "timeline/sentences.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "language/token.h"
#include "story/terms.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::uint32_t kFewestSyllables = 6;
constexpr std::uint32_t kMostSyllables = 90;  // longer is a list or a page that lost its full stops

bool starts_with(const std::vector<Token>& tokens, std::size_t at,
                 const std::vector<std::string>& keys) {
  if (at + keys.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (tokens[at + i].key != keys[i]) return false;
  }
  return true;
}

bool opens_with_any(const std::vector<Token>& tokens,
                    const std::vector<std::vector<std::string>>& phrases) {
  std::size_t first = 0;  // past an opening quotation mark
  while (first < tokens.size() && tokens[first].shape == Shape::kPunctuation) ++first;
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::vector<std::string>& keys) {
    return starts_with(tokens, first, keys);
  });
}

bool holds_any(const std::vector<Token>& tokens,
               const std::vector<std::vector<std::string>>& phrases) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    for (const std::vector<std::string>& keys : phrases) {
      if (starts_with(tokens, at, keys)) return true;
    }
  }
  return false;
}

bool ends_whole(std::string_view text) {
  const CodePoint last = code_point_before(text, text.size());
  if (last.value == '"' || last.value == ')' || last.value == 0x201D || last.value == 0xBB) {
    return last.next > 0;
  }
  return last.value == '.' || last.value == '!' || last.value == 0x2026 || last.value == '?';
}

StorySentence weighed(std::string_view text, const ReportTables& tables) {
  StorySentence sentence;
  sentence.text = text;
  const std::vector<Token> tokens = tokenize(text);
  for (const Token& token : tokens)
    sentence.syllables += token.shape == Shape::kPunctuation ? 0 : 1;
  sentence.leaning = opens_with_any(tokens, tables.leaning_openings);
  sentence.broken = sentence.syllables < kFewestSyllables || sentence.syllables > kMostSyllables ||
                    !ends_whole(text) || holds_any(tokens, tables.furniture);
  TermCounts counts;
  count_terms(text, tables.words, 1, counts);
  for (const auto& [term, seen] : counts) sentence.terms.push_back({term, seen.rarity});
  std::sort(sentence.terms.begin(), sentence.terms.end(),
            [](const SentenceTerm& a, const SentenceTerm& b) { return a.term < b.term; });
  return sentence;
}

double squares(const std::vector<SentenceTerm>& terms) {
  double sum = 0;
  for (const SentenceTerm& term : terms)
    sum += static_cast<double>(term.rarity) * static_cast<double>(term.rarity);
  return sum;
}

}  // namespace

std::vector<StorySentence> sentences_of(const std::vector<StoryMember>& members,
                                        std::uint32_t member, const ReportTables& tables) {
  const Article& article = members[member].article;
  const std::string_view text = article.text;
  std::vector<StorySentence> sentences;
  std::uint32_t place = 0;
  const std::vector<ByteSpan>& spans = members[member].facts.sentences;
  for (std::uint32_t i = 0; i < spans.size(); ++i) {
    if (spans[i].begin >= spans[i].end || spans[i].end > text.size()) continue;
    StorySentence sentence = weighed(slice(text, spans[i]), tables);
    sentence.member = member;
    sentence.number = i;
    sentence.title = spans[i].begin < article.title.size();
    sentence.place = sentence.title ? 0 : place++;
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

double sentence_cosine(const StorySentence& a, const StorySentence& b) {
  const double norm = std::sqrt(squares(a.terms) * squares(b.terms));
  if (norm <= 0) return 0;
  double sum = 0;
  auto at = b.terms.begin();
  for (const SentenceTerm& term : a.terms) {
    while (at != b.terms.end() && at->term < term.term) ++at;
    if (at == b.terms.end()) break;
    if (at->term == term.term)
      sum += static_cast<double>(term.rarity) * static_cast<double>(at->rarity);
  }
  return sum / norm;
}

TermSupport term_support(std::span<const std::vector<StorySentence>> articles) {
  TermSupport support;
  for (const std::vector<StorySentence>& sentences : articles) {
    std::unordered_set<std::uint32_t> seen;
    for (const StorySentence& sentence : sentences) {
      for (const SentenceTerm& term : sentence.terms) {
        if (seen.insert(term.term).second) support[term.term] += 1;
      }
    }
  }
  return support;
}

double centrality(const StorySentence& sentence, const TermSupport& support,
                  std::size_t article_count) {
  if (sentence.terms.empty() || article_count == 0) return 0;
  double told = 0;
  double all = 0;
  for (const SentenceTerm& term : sentence.terms) {
    const auto at = support.find(term.term);
    const double share = at == support.end() ? 0 : at->second / static_cast<double>(article_count);
    told += static_cast<double>(term.rarity) * share;
    all += static_cast<double>(term.rarity);
  }
  return all <= 0 ? 0 : told / all;
}

}  // namespace machtin

// Article and facts → features. Terms are syllables and pairs of neighbouring syllables, weighted
// by log frequency and rarity: Vietnamese words are one to four syllables, and pairs catch most of
// them without a segmenter. One pass over the tokens; vectors are cut to their heaviest terms.
#include "story/features.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "language/token.h"
#include "story/story_tables.h"
#include "story/terms.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kFullTerms = 256;  // of one article; more moves no score by 0.01
constexpr std::size_t kHeadTerms = 96;
constexpr std::size_t kHeadBytes = 700;  // of a lede, or of what stands in for one
constexpr std::size_t kFewestTitleWords = 4;
constexpr std::size_t kMostEntities = 64;
constexpr std::size_t kMostEvents = 48;
constexpr std::size_t kMostDays = 8;
constexpr double kUnit = 64;  // of TermWeight::weight

std::uint16_t packed(double weight) {
  return static_cast<std::uint16_t>(std::clamp(weight * kUnit, 1.0, 65535.0));
}

TermVector heaviest(const TermCounts& counts, std::size_t most) {
  std::vector<TermWeight> terms;
  terms.reserve(counts.size());
  for (const auto& [term, seen] : counts) {
    if (seen.rarity <= 0) continue;
    terms.push_back({term, packed((1 + std::log(std::max(1.0, seen.count))) * seen.rarity)});
  }
  std::sort(terms.begin(), terms.end(), [](const TermWeight& a, const TermWeight& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (terms.size() > most) terms.resize(most);
  return make_vector(std::move(terms));
}

std::string_view cut_at(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

// The lede, or the first paragraph of an article that has none.
std::string_view opening(const Article& article) {
  if (article.lede) return cut_at(*article.lede, kHeadBytes);
  if (!article.paragraphs.empty()) return cut_at(article.paragraphs.front(), kHeadBytes);
  return {};
}

// Bytes of Article::text up to where title and opening end.
std::uint32_t head_end(const Article& article) {
  return static_cast<std::uint32_t>(
      std::min(article.text.size(), article.title.size() + 2 + opening(article).size()));
}

void set_vectors(const Article& article, const StoryTables& tables, ArticleFeatures::Data& data) {
  TermCounts counts;
  count_terms(article.title, tables, 2, counts);
  count_terms(opening(article), tables, 1, counts);
  data.head = heaviest(counts, kHeadTerms);
  counts.clear();
  count_terms(article.title, tables, 2, counts);
  if (article.lede) count_terms(*article.lede, tables, 2, counts);
  for (const std::string& paragraph : article.paragraphs) count_terms(paragraph, tables, 1, counts);
  data.full = heaviest(counts, kFullTerms);
}

void set_sketch(const Article& article, ArticleFeatures::Data& data) {
  std::vector<std::uint32_t> tokens;
  const auto take = [&tokens](std::string_view text) {
    for (const Token& token : tokenize(text)) {
      if (token.shape != Shape::kPunctuation) tokens.push_back(term_hash(token.key));
    }
  };
  if (article.lede) take(*article.lede);
  for (const std::string& paragraph : article.paragraphs) take(paragraph);
  data.sketch = make_sketch(tokens);
}

// How rare a name is: that of its rarest pair of syllables, or syllable.
float name_rarity(std::string_view name, const StoryTables& tables) {
  float rarity = 0;
  std::uint32_t before = 0;
  for (const Token& token : tokenize(name)) {
    if (token.shape == Shape::kPunctuation) continue;
    const std::uint32_t term = term_hash(token.key);
    rarity = std::max(rarity, tables.rarity_of(before == 0 ? term : pair_hash(before, term)));
    before = term;
  }
  return rarity;
}

void set_entities(const Article& article, const Facts& facts, const StoryTables& tables,
                  ArticleFeatures::Data& data) {
  const std::uint32_t end = head_end(article);
  std::unordered_map<std::uint32_t, NamedEntity> found;
  for (const Entity& entity : facts.entities) {
    if (entity.mentions.empty()) continue;
    NamedEntity named;
    // A nationality names its country's doings: the Russian side is Russia.
    const bool of_country = entity.country && (entity.type == EntityType::kNationality ||
                                               entity.type == EntityType::kCountry);
    named.country = entity.country ? term_hash(*entity.country) : 0;
    named.type = of_country ? EntityType::kCountry : entity.type;
    named.key =
        of_country ? named.country : term_hash(entity.key ? *entity.key : search_fold(entity.name));
    for (const ByteSpan& span : entity.mentions) named.central |= span.begin < end;
    const double times = 1 + std::log(static_cast<double>(entity.mentions.size()));
    const double rarity = name_rarity(entity.name, tables);
    named.rarity = packed(rarity);
    named.weight = packed(times * rarity);
    const auto [at, fresh] = found.emplace(named.key, named);
    if (fresh) continue;
    at->second.central |= named.central;
    at->second.weight = std::max(at->second.weight, named.weight);
    at->second.rarity = std::min(at->second.rarity, named.rarity);
  }
  for (const auto& [key, named] : found) data.entities.push_back(named);
  std::sort(data.entities.begin(), data.entities.end(),
            [](const NamedEntity& a, const NamedEntity& b) {
              if (a.central != b.central) return a.central;
              return a.weight != b.weight ? a.weight > b.weight : a.key < b.key;
            });
  if (data.entities.size() > kMostEntities) data.entities.resize(kMostEntities);
  std::sort(data.entities.begin(), data.entities.end(),
            [](const NamedEntity& a, const NamedEntity& b) { return a.key < b.key; });
}

void set_events(const Article& article, const Facts& facts, ArticleFeatures::Data& data) {
  const std::uint32_t end = head_end(article);
  std::unordered_map<std::uint32_t, ToldEvent> found;
  for (const Event& event : facts.events) {
    ToldEvent& told = found[term_hash(event.type)];
    told.type = term_hash(event.type);
    told.central |= event.trigger.begin < end;
    told.count = static_cast<std::uint16_t>(std::min(told.count + 1, 1000));
  }
  for (const auto& [type, told] : found) data.events.push_back(told);
  std::sort(data.events.begin(), data.events.end(),
            [](const ToldEvent& a, const ToldEvent& b) { return a.type < b.type; });
  if (data.events.size() > kMostEvents) data.events.resize(kMostEvents);
}

void set_days(const Article& article, const Facts& facts, ArticleFeatures::Data& data) {
  const std::uint32_t end = head_end(article);
  for (const TimeExpression& time : facts.times) {
    if (time.span.begin >= end || data.days.size() >= kMostDays) continue;
    if (time.type != TimeType::kDate && time.type != TimeType::kTime) continue;
    const DayRange day = day_range(time.value, time.earliest, time.latest, time.likely);
    if (day.month == 0) continue;
    if (std::find(data.days.begin(), data.days.end(), day) == data.days.end())
      data.days.push_back(day);
  }
}

}  // namespace

TermVector make_vector(std::vector<TermWeight> terms) {
  TermVector vector;
  vector.terms = std::move(terms);
  std::sort(vector.terms.begin(), vector.terms.end(),
            [](const TermWeight& a, const TermWeight& b) { return a.term < b.term; });
  double sum = 0;
  for (const TermWeight& term : vector.terms)
    sum += static_cast<double>(term.weight) * static_cast<double>(term.weight);
  vector.norm = std::sqrt(sum);
  return vector;
}

double cosine(const TermVector& a, const TermVector& b) {
  if (a.norm <= 0 || b.norm <= 0) return 0;
  double sum = 0;
  auto at = b.terms.begin();
  for (const TermWeight& term : a.terms) {
    while (at != b.terms.end() && at->term < term.term) ++at;
    if (at == b.terms.end()) break;
    if (at->term == term.term)
      sum += static_cast<double>(term.weight) * static_cast<double>(at->weight);
  }
  return sum / (a.norm * b.norm);
}

ArticleFeatures::ArticleFeatures() : data_(std::make_unique<Data>()) {}
ArticleFeatures::~ArticleFeatures() = default;
ArticleFeatures::ArticleFeatures(const ArticleFeatures& other)
    : data_(std::make_unique<Data>(*other.data_)) {}
ArticleFeatures::ArticleFeatures(ArticleFeatures&&) noexcept = default;
ArticleFeatures& ArticleFeatures::operator=(const ArticleFeatures& other) {
  if (this != &other) data_ = std::make_unique<Data>(*other.data_);
  return *this;
}
ArticleFeatures& ArticleFeatures::operator=(ArticleFeatures&&) noexcept = default;

ArticleFeatures article_features(const Article& article, const Facts& facts,
                                 const StoryTables& tables) {
  ArticleFeatures features;
  ArticleFeatures::Data& data = features.data();
  data.role = article.role;
  data.published = day_range(article.published);
  if (article.source) data.source = term_hash(folded_title(*article.source));
  if (article.url) data.url = term_hash(*article.url);
  const std::string title = folded_title(article.title);
  data.title_words = static_cast<std::uint32_t>(std::count(title.begin(), title.end(), ' ') + 1);
  if (data.title_words >= kFewestTitleWords) {
    const std::uint32_t half = term_hash(title);
    data.title = static_cast<std::uint64_t>(half) << 32 | pair_hash(half, term_hash(title + "#"));
  }
  set_vectors(article, tables, data);
  set_sketch(article, data);
  set_entities(article, facts, tables, data);
  set_events(article, facts, data);
  set_days(article, facts, data);
  return features;
}

}  // namespace machtin

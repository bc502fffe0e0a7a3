// See similarity.h. Linear in the features of both.
#include "story/similarity.h"

#include <algorithm>
#include <cmath>

namespace machtin {
namespace {

double entity_norm(const std::vector<NamedEntity>& entities) {
  double sum = 0;
  for (const NamedEntity& entity : entities)
    sum += static_cast<double>(entity.weight) * static_cast<double>(entity.weight);
  return std::sqrt(sum);
}

}  // namespace

double entity_cosine(const std::vector<NamedEntity>& a, const std::vector<NamedEntity>& b) {
  const double norm = entity_norm(a) * entity_norm(b);
  if (norm <= 0) return 0;
  double sum = 0;
  auto at = b.begin();
  for (const NamedEntity& entity : a) {
    while (at != b.end() && at->key < entity.key) ++at;
    if (at == b.end()) break;
    if (at->key == entity.key)
      sum += static_cast<double>(entity.weight) * static_cast<double>(at->weight);
  }
  return sum / norm;
}

double word_similarity(const ArticleFeatures::Data& a, const ArticleFeatures::Data& b,
                       const LinkWeights& weights) {
  // A teaser is title and lede alone: all its words are held against the other's title and lede
  // as well as against its whole, the better counts.
  const bool short_one = a.role == Role::kTeaser || b.role == Role::kTeaser;
  const double head = cosine(a.head, b.head);
  double full = cosine(a.full, b.full);
  if (short_one) full = std::max(full, head);
  const double words = weights.full * full + weights.head * head;
  if (a.entities.empty() || b.entities.empty()) return words / (weights.full + weights.head);
  return (words + weights.entities * entity_cosine(a.entities, b.entities)) /
         (weights.full + weights.head + weights.entities);
}

double time_factor(const ArticleFeatures::Data& a, const ArticleFeatures::Data& b,
                   const LinkWeights& weights) {
  const std::optional<DayGap> gap = day_gap(a.published, b.published);
  if (!gap) return weights.no_date;
  if (gap->days > weights.window_days) return 0;
  const double days = std::max(0, gap->days - 1);
  const double factor = weights.slow_days / (weights.slow_days + days);
  return gap->certain ? factor : factor * weights.open_year;
}

double similarity(const ArticleFeatures::Data& a, const ArticleFeatures::Data& b,
                  const LinkWeights& weights) {
  const double factor = time_factor(a, b, weights);
  return factor <= 0 ? 0 : factor * word_similarity(a, b, weights);
}

}  // namespace machtin

// See candidates.h.
#include "story/candidates.h"

#include <algorithm>
#include <span>

namespace machtin {
namespace {

// On the stories development set among 3,000 others 24 terms and 40 candidates find what 96 and
// 200 do.
constexpr std::size_t kFullTerms = 32;
constexpr std::size_t kHeadTerms = 16;
constexpr std::size_t kShingles = 24;
constexpr std::size_t kMostPostings = 256;
constexpr std::size_t kMostCandidates = 64;
constexpr std::size_t kMostSharing = 16;

struct Telling {
  std::uint32_t term = 0;
  float weight = 0;
};

void add_heaviest(const TermVector& vector, std::size_t most, std::vector<Telling>& out) {
  std::vector<TermWeight> terms = vector.terms;
  const auto heavier = [](const TermWeight& a, const TermWeight& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  };
  if (terms.size() > most) {
    const auto cut = terms.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(terms.begin(), cut, terms.end(), heavier);
    terms.resize(most);
  }
  for (const TermWeight& term : terms)
    out.push_back({term.term, static_cast<float>(term.weight / std::max(1.0, vector.norm))});
}

// The terms by which an article is found, each once, in order of term.
std::vector<Telling> telling_terms(const ArticleFeatures::Data& data) {
  std::vector<Telling> terms;
  add_heaviest(data.full, kFullTerms, terms);
  add_heaviest(data.head, kHeadTerms, terms);
  std::sort(terms.begin(), terms.end(), [](const Telling& a, const Telling& b) {
    return a.term != b.term ? a.term < b.term : a.weight > b.weight;
  });
  const auto same = [](const Telling& a, const Telling& b) { return a.term == b.term; };
  terms.erase(std::unique(terms.begin(), terms.end(), same), terms.end());
  return terms;
}

// The smallest hashes: those of a piece are among the smallest of the whole that lie in the piece.
std::span<const std::uint32_t> index_shingles(const Sketch& sketch) {
  return std::span(sketch.hashes).first(std::min(kShingles, sketch.hashes.size()));
}

// Slots by score, best first; equal scores by slot, so that no order of hashing shows.
std::vector<std::uint32_t> best_of(const std::unordered_map<std::uint32_t, float>& scores,
                                   std::size_t most) {
  std::vector<std::pair<float, std::uint32_t>> ranked;
  ranked.reserve(scores.size());
  for (const auto& [slot, score] : scores) ranked.emplace_back(score, slot);
  const auto better = [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  };
  if (ranked.size() > most) {
    const auto cut = ranked.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(ranked.begin(), cut, ranked.end(), better);
    ranked.resize(most);
  }
  std::sort(ranked.begin(), ranked.end(), better);
  std::vector<std::uint32_t> slots;
  slots.reserve(ranked.size());
  for (const auto& [score, slot] : ranked) slots.push_back(slot);
  return slots;
}

}  // namespace

void CandidateIndex::post(Index& index, std::uint64_t key, Posting posting) {
  Postings& postings = index[key];
  if (postings.ring.size() < kMostPostings) {
    postings.ring.push_back(posting);
    return;
  }
  postings.ring[postings.next] = posting;
  postings.next = (postings.next + 1) % kMostPostings;
}

std::vector<std::uint32_t> CandidateIndex::lookup(const Index& index, std::uint64_t key,
                                                  std::uint32_t self) {
  std::vector<std::uint32_t> slots;
  const auto at = index.find(key);
  if (at == index.end()) return slots;
  for (const Posting& posting : at->second.ring) {
    if (posting.slot != self) slots.push_back(posting.slot);
  }
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  return slots;
}

void CandidateIndex::add(std::uint32_t slot, const ArticleFeatures::Data& data) {
  for (const Telling& telling : telling_terms(data))
    post(terms_, telling.term, {slot, telling.weight});
  for (const std::uint32_t hash : index_shingles(data.sketch)) post(shingles_, hash, {slot, 1});
  if (data.url != 0) post(urls_, data.url, {slot, 1});
  if (data.title != 0) post(titles_, data.title, {slot, 1});
}

std::vector<std::uint32_t> CandidateIndex::alike(const ArticleFeatures::Data& data,
                                                 std::uint32_t self) const {
  std::unordered_map<std::uint32_t, float> scores;
  for (const Telling& telling : telling_terms(data)) {
    const auto at = terms_.find(telling.term);
    if (at == terms_.end()) continue;
    for (const Posting& posting : at->second.ring) {
      if (posting.slot != self) scores[posting.slot] += telling.weight * posting.weight;
    }
  }
  return best_of(scores, kMostCandidates);
}

std::vector<std::uint32_t> CandidateIndex::sharing_text(const ArticleFeatures::Data& data,
                                                        std::uint32_t self) const {
  std::unordered_map<std::uint32_t, float> scores;
  for (const std::uint32_t hash : index_shingles(data.sketch)) {
    for (const std::uint32_t slot : lookup(shingles_, hash, self)) scores[slot] += 1;
  }
  return best_of(scores, kMostSharing);
}

std::vector<std::uint32_t> CandidateIndex::same_url(const ArticleFeatures::Data& data,
                                                    std::uint32_t self) const {
  return data.url == 0 ? std::vector<std::uint32_t>{} : lookup(urls_, data.url, self);
}

std::vector<std::uint32_t> CandidateIndex::same_title(const ArticleFeatures::Data& data,
                                                      std::uint32_t self) const {
  return data.title == 0 ? std::vector<std::uint32_t>{} : lookup(titles_, data.title, self);
}

}  // namespace machtin

#pragma once
// Inverted index: the articles worth comparing with one. Its posting lists are bounded, so an add
// costs the same in an archive of a thousand articles and of a million. Tested by
// candidates_test.cc.

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "story/features.h"

namespace machtin {

class CandidateIndex {
 public:
  void add(std::uint32_t slot, const ArticleFeatures::Data& data);
  // Slots that share telling terms with it, best first, at most kMostCandidates, and not `self`.
  std::vector<std::uint32_t> alike(const ArticleFeatures::Data& data, std::uint32_t self) const;
  // Slots that share shingles with it.
  std::vector<std::uint32_t> sharing_text(const ArticleFeatures::Data& data,
                                          std::uint32_t self) const;
  // Slots of the same URL, and of the same title.
  std::vector<std::uint32_t> same_url(const ArticleFeatures::Data& data, std::uint32_t self) const;
  std::vector<std::uint32_t> same_title(const ArticleFeatures::Data& data,
                                        std::uint32_t self) const;

 private:
  // The newest kMostPostings slots, in a ring.
  struct Posting {
    std::uint32_t slot = 0;
    float weight = 0;
  };
  struct Postings {
    std::vector<Posting> ring = {};
    std::size_t next = 0;
  };
  using Index = std::unordered_map<std::uint64_t, Postings>;
  static void post(Index& index, std::uint64_t key, Posting posting);
  static std::vector<std::uint32_t> lookup(const Index& index, std::uint64_t key,
                                           std::uint32_t self);

  Index terms_, shingles_, urls_, titles_;
};

}  // namespace machtin

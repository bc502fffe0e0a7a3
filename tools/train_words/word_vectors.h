#pragma once
// What a word is like, from its neighbours in the silver sentences alone: positive pointwise mutual
// information with the most frequent words just before and just after it, brought to few dimensions
// by a randomized singular value decomposition (Halko, Martinsson, Tropp 2011).

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace machtin::train {

struct WordVectors {
  static constexpr int kDimensions = 100;
  std::unordered_map<std::uint64_t, std::uint32_t> rows = {};  // word key → row
  std::vector<std::uint64_t> keys = {};                        // by falling frequency
  std::vector<float> values = {};                              // kDimensions a row

  const float* find(std::uint64_t key) const {
    const auto found = rows.find(key);
    return found == rows.end() ? nullptr : &values[std::size_t{found->second} * kDimensions];
  }
};

WordVectors learn_word_vectors(const std::vector<std::string>& silver);

}  // namespace machtin::train

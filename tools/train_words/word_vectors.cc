#include "word_vectors.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <random>

#include "corpus.h"

namespace machtin::train {
namespace {

constexpr std::uint32_t kFewestSightings = 4;
constexpr std::size_t kNeighbours = 1500;
constexpr std::size_t kColumns = 2 * (kNeighbours + 1);  // before, after; the last of each: none
constexpr std::size_t kRank = WordVectors::kDimensions + 8;
constexpr int kIterations = 6;
constexpr float kLength =
    3;  // of a vector, so that its weights learn as fast as those of a feature

using Sentences = std::vector<std::vector<std::uint32_t>>;

struct Vocabulary {
  std::unordered_map<std::uint64_t, std::uint32_t> ids = {};
  std::vector<std::uint64_t> keys = {};
  std::vector<std::uint32_t> counts = {};
  std::uint32_t see(std::uint64_t key) {
    const auto [at, added] = ids.emplace(key, static_cast<std::uint32_t>(keys.size()));
    if (added) {
      keys.push_back(key);
      counts.push_back(0);
    }
    ++counts[at->second];
    return at->second;
  }
};

Sentences read_words(const std::vector<std::string>& silver, Vocabulary& vocabulary) {
  Sentences sentences;
  std::vector<WordUnit> units;
  for (const std::string& line : silver) {
    std::string raw = line;
    std::replace(raw.begin(), raw.end(), '_', ' ');
    split_units(raw, units);
    std::vector<std::uint32_t> words;
    for (std::size_t first = 0; first < units.size();) {
      std::size_t end = first + 1;
      while (end < units.size() && line.find(' ', units[end - 1].span.end) >= units[end].span.begin)
        ++end;
      words.push_back(vocabulary.see(word_keys(units, first, end).key));
      first = end;
    }
    sentences.push_back(std::move(words));
  }
  return sentences;
}

struct Cell {
  std::uint32_t column = 0;
  float value = 0;
};
using Matrix = std::vector<std::vector<Cell>>;

Matrix count_neighbours(const Sentences& sentences, const std::vector<std::uint32_t>& rank,
                        std::size_t rows) {
  std::vector<std::unordered_map<std::uint32_t, float>> counts(rows);
  for (const auto& words : sentences) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::uint32_t row = rank[words[i]];
      if (row >= rows) continue;
      const auto see = [&](std::size_t at, std::size_t side) {
        const std::size_t column = at < words.size() ? rank[words[at]] : kNeighbours;
        if (at < words.size() && column >= kNeighbours) return;
        counts[row][static_cast<std::uint32_t>(side * (kNeighbours + 1) + column)] += 1;
      };
      see(i - 1, 0);
      see(i + 1, 1);
    }
  }
  std::vector<double> of_column(kColumns), of_row(rows);
  double all = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    for (const auto& [column, count] : counts[row]) {
      of_column[column] += count;
      of_row[row] += count;
      all += count;
    }
  }
  Matrix matrix(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    for (const auto& [column, count] : counts[row]) {
      const double information = std::log(count * all / (of_row[row] * of_column[column]));
      if (information > 0) matrix[row].push_back({column, static_cast<float>(information)});
    }
    std::sort(matrix[row].begin(), matrix[row].end(),
              [](const Cell& a, const Cell& b) { return a.column < b.column; });
  }
  return matrix;
}

// Makes the kRank columns of `values` orthonormal (Gram and Schmidt, twice for accuracy).
void orthonormalise(std::vector<float>& values) {
  const std::size_t rows = values.size() / kRank;
  const auto at = [&](std::size_t row, std::size_t column) -> float& {
    return values[row * kRank + column];
  };
  for (std::size_t a = 0; a < kRank; ++a) {
    for (std::size_t pass = 0; pass < 2 * a; ++pass) {
      const std::size_t b = pass % a;
      double product = 0;
      for (std::size_t row = 0; row < rows; ++row) product += at(row, a) * at(row, b);
      for (std::size_t row = 0; row < rows; ++row)
        at(row, a) -= static_cast<float>(product) * at(row, b);
    }
    double square = 1e-20;
    for (std::size_t row = 0; row < rows; ++row) square += at(row, a) * at(row, a);
    for (std::size_t row = 0; row < rows; ++row)
      at(row, a) /= static_cast<float>(std::sqrt(square));
  }
}

// matrix times its leading right singular vectors: row by row the singular values times the left
// ones.
std::vector<float> project(const Matrix& matrix) {
  std::vector<float> right(kColumns * kRank), left(matrix.size() * kRank);
  std::mt19937 random(3);
  std::normal_distribution<float> normal;
  for (float& value : right) value = normal(random);
  const auto multiply = [&] {
    std::fill(left.begin(), left.end(), 0.0F);
    for (std::size_t row = 0; row < matrix.size(); ++row)
      for (const Cell& cell : matrix[row])
        for (std::size_t j = 0; j < kRank; ++j)
          left[row * kRank + j] += cell.value * right[cell.column * kRank + j];
  };
  const auto multiply_transposed = [&] {
    std::fill(right.begin(), right.end(), 0.0F);
    for (std::size_t row = 0; row < matrix.size(); ++row)
      for (const Cell& cell : matrix[row])
        for (std::size_t j = 0; j < kRank; ++j)
          right[cell.column * kRank + j] += cell.value * left[row * kRank + j];
  };
  for (int i = 0; i < kIterations; ++i) {
    orthonormalise(right);
    multiply();
    multiply_transposed();
  }
  orthonormalise(right);
  multiply();
  return left;
}

}  // namespace

WordVectors learn_word_vectors(const std::vector<std::string>& silver) {
  Vocabulary vocabulary;
  const Sentences sentences = read_words(silver, vocabulary);
  std::vector<std::uint32_t> order(vocabulary.keys.size()), rank(vocabulary.keys.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return vocabulary.counts[a] != vocabulary.counts[b]
               ? vocabulary.counts[a] > vocabulary.counts[b]
               : a < b;
  });
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  std::size_t rows = 0;
  while (rows < order.size() && vocabulary.counts[order[rows]] >= kFewestSightings) ++rows;
  std::cerr << "vectors: " << rows << " words\n";
  const std::vector<float> projected = project(count_neighbours(sentences, rank, rows));
  WordVectors vectors;
  vectors.values.resize(rows * WordVectors::kDimensions);
  for (std::size_t row = 0; row < rows; ++row) {
    const float* from = &projected[row * kRank];
    double square = 1e-9;
    for (int j = 0; j < WordVectors::kDimensions; ++j) square += from[j] * from[j];
    for (int j = 0; j < WordVectors::kDimensions; ++j)
      vectors.values[row * WordVectors::kDimensions + j] =
          from[j] * kLength / static_cast<float>(std::sqrt(square));
    vectors.keys.push_back(vocabulary.keys[order[row]]);
    vectors.rows[vectors.keys.back()] = static_cast<std::uint32_t>(row);
  }
  return vectors;
}

}  // namespace machtin::train

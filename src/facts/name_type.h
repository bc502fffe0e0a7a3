#pragma once
// Whether a capitalised run that nothing introduces names a person, an organization, a place or
// nobody: a linear model over the name's words and shape and the words beside it, its features
// hashed into a fixed number of buckets (Weinberger et al., Feature Hashing for Large Scale
// Multitask Learning, 2009). Learned by tools/train_name_types.cc from names that the same article
// introduces elsewhere. Tested by name_type_test.cc.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "facts/entity_names.h"
#include "language/pack.h"
#include "machtin/result.h"

namespace machtin {

enum class NameType : std::uint8_t { kPerson, kOrganization, kPlace, kOther };
constexpr std::size_t kNameTypes = 4;

// Natural logarithms of how likely each type is, up to a constant.
using NameScores = std::array<float, kNameTypes>;

// The share that a type has of all of them, 0 to 1.
float probability(const NameScores& scores, NameType type);
NameType likeliest(const NameScores& scores);

class NameTypeModel {
 public:
  static constexpr std::uint32_t kBuckets = 1u << 17;
  static constexpr std::size_t kRowBuckets = 48;  // of a row of the table
  static constexpr float kScale = 1.0F / 24.0F;   // of the weights, which are kept as bytes

  // The table "name_types". Errors: kBadFormat, a row that is damaged or missing.
  static Result<NameTypeModel> load(const Pack& pack);
  // No table: the pack has no model.
  bool empty() const { return weights_.empty(); }
  NameScores score(std::span<const std::uint32_t> features) const;

 private:
  std::vector<std::int8_t> weights_ = {};  // [at least kBuckets][kNameTypes]
};

// The buckets of what is seen of the name tokens [first, last) in the sentence [begin, end).
// Linear in the name's length.
std::vector<std::uint32_t> name_features(const NamedText& text, std::uint32_t begin,
                                         std::uint32_t end, std::uint32_t first,
                                         std::uint32_t last);

}  // namespace machtin

#include "story/sketch.h"

#include <gtest/gtest.h>

#include <numeric>

namespace machtin {
namespace {

std::vector<std::uint32_t> words(std::uint32_t from, std::uint32_t to) {
  std::vector<std::uint32_t> tokens(to - from);
  std::iota(tokens.begin(), tokens.end(), from);
  return tokens;
}

TEST(MakeSketch, IsBoundedWhateverTheText) {
  EXPECT_TRUE(make_sketch({}).hashes.empty());
  EXPECT_TRUE(make_sketch(words(0, 4)).hashes.empty());
  const Sketch large = make_sketch(words(0, 200000));
  EXPECT_LE(large.hashes.size(), 256U);
  EXPECT_GE(large.hashes.size(), 100U);
}

struct SameCase {
  const char* what;
  std::uint32_t from, to;  // of a text of words 0 to 400
  bool same;
};

TEST(SameText, KnowsATextThatWasCutOrPutIntoAnother) {
  const Sketch whole = make_sketch(words(0, 400));
  const SameCase cases[] = {
      {"the text itself", 0, 400, true},   {"cut to its first half", 0, 200, true},
      {"cut to its end", 250, 400, true},  {"a quotation", 100, 130, false},
      {"another text", 1000, 1400, false}, {"half of it is new", 200, 620, false},
  };
  for (const SameCase& c : cases) {
    const Sketch other = make_sketch(words(c.from, c.to));
    EXPECT_EQ(same_text(whole, other), c.same) << c.what;
    EXPECT_EQ(same_text(other, whole), c.same) << c.what;
  }
}

TEST(SameText, ComparesSketchesOfUnequalSampling) {
  EXPECT_TRUE(same_text(make_sketch(words(0, 8000)), make_sketch(words(1000, 7000))));
  EXPECT_FALSE(same_text(make_sketch({}), make_sketch({})));
}

}  // namespace
}  // namespace machtin

#include "page/key_counts.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

TEST(KeyCounts, TellHowOftenEachKeyWasAdded) {
  KeyCounts counts(1000);
  for (std::uint64_t key = 0; key < 500; ++key) counts.add(key << 40);
  for (std::uint64_t key = 0; key < 500; key += 2) counts.add(key << 40);
  EXPECT_EQ(counts.of(0), 2);  // a key like another
  EXPECT_EQ(counts.of(std::uint64_t{7} << 40), 1);
  EXPECT_EQ(counts.of(std::uint64_t{498} << 40), 2);
  EXPECT_EQ(counts.of(12), 0);
}

TEST(KeyCounts, OfNothingAreNone) { EXPECT_EQ(KeyCounts(0).of(5), 0); }

}  // namespace
}  // namespace machtin

#include "language/phrase_trie.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

TEST(PhraseTrie, FindsTheLongestPhraseWhateverItsCaseAndToneStyle) {
  PhraseTrie trie;
  trie.add("bộ trưởng", 0);
  trie.add("bộ trưởng quốc phòng", 1);
  trie.add("hòa bình", 2);
  const std::vector<Token> tokens = tokenize("Bộ trưởng Quốc phòng bàn về HOÀ BÌNH");
  const auto office = trie.match(tokens, 0);
  ASSERT_TRUE(office);
  EXPECT_EQ(office->tokens, 4u);
  EXPECT_EQ(office->values[0], 1u);
  EXPECT_EQ(trie.matches(tokens, 0).size(), 2u);
  ASSERT_TRUE(trie.match(tokens, 6));
  EXPECT_EQ(trie.match(tokens, 6)->values[0], 2u);
  EXPECT_FALSE(trie.match(tokens, 4));
  EXPECT_FALSE(trie.match(tokens, 99));
}

TEST(PhraseTrie, KeepsEveryValueOfAPhraseAndIgnoresEmptyOnes) {
  PhraseTrie trie;
  EXPECT_TRUE(trie.empty());
  trie.add("  ", 7);
  trie.add("bắn", 1);
  trie.add("Bắn", 2);
  const std::vector<Token> tokens = tokenize("bắn");
  ASSERT_TRUE(trie.match(tokens, 0));
  EXPECT_EQ(trie.match(tokens, 0)->values.size(), 2u);
}

}  // namespace
}  // namespace machtin

#include "language/key_index.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

TEST(KeyIndex, NumbersEveryKeyOnceAndKnowsNoOther) {
  KeyIndex index;
  EXPECT_EQ(index.find("bến"), 0u);
  const std::uint32_t first = index.add("bến");
  EXPECT_EQ(index.add("bến"), first);
  for (int i = 0; i < 1000; ++i) index.add("từ" + std::to_string(i));
  EXPECT_EQ(index.find("bến"), first);
  EXPECT_EQ(index.size(), 1002u);
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(index.find("từ" + std::to_string(i)), static_cast<std::uint32_t>(i + 2));
  }
  EXPECT_EQ(index.find(""), 0u);
}

TEST(KeyTrie, FindsEveryPhraseThatBeginsAtAPlace) {
  KeyIndex index;
  KeyTrie trie;
  trie.add("hôm", 1, index);
  trie.add("hôm nay", 2, index);
  trie.add("hôm nay", 3, index);
  trie.add("", 4, index);
  const std::vector<std::uint32_t> keys = keys_of(tokenize("Hôm nay mưa"), index);
  std::vector<std::pair<std::size_t, std::uint32_t>> found;
  trie.each(keys, 0,
            [&](std::size_t length, std::uint32_t value) { found.emplace_back(length, value); });
  const std::vector<std::pair<std::size_t, std::uint32_t>> expected = {{1, 1}, {2, 2}, {2, 3}};
  EXPECT_EQ(found, expected);
  trie.each(keys, 2, [&](std::size_t, std::uint32_t) { ADD_FAILURE() << "no phrase begins here"; });
  EXPECT_TRUE(trie.begins(keys[0]));
  EXPECT_FALSE(trie.begins(keys[1]));
}

}  // namespace
}  // namespace machtin

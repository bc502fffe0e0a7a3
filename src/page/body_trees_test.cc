#include "page/body_trees.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "page/body_features.h"

namespace machtin {
namespace {

BodyTrees trees_of(const std::string& rows) {
  return BodyTrees::load(Pack::from_tables("all", {*parse_table("body_trees", rows)}));
}

BodyFeatureValues with_words(float words) {
  BodyFeatureValues values = {};
  values[0] = words;  // "words" is the first feature
  return values;
}

float odds_of(const BodyTrees& trees, const BodyFeatureValues& block) {
  return trees.odds(std::span(&block, 1)).front();
}

TEST(BodyTrees, AddUpTheLeavesThatTheFeaturesLeadTo) {
  const BodyTrees trees = trees_of(
      "1\twords\t10\t-1.5\t#1\n"
      "1\twords\t20\t0.5\t2\n"
      "2\twords\t10\t0.25\t0.75\n");
  ASSERT_EQ(trees.trees(), 2u);
  EXPECT_FLOAT_EQ(odds_of(trees, with_words(10)), -1.25F);
  EXPECT_FLOAT_EQ(odds_of(trees, with_words(15)), 1.25F);
  EXPECT_FLOAT_EQ(odds_of(trees, with_words(30)), 2.75F);
}

TEST(BodyTrees, TellEachOfManyBlocks) {
  const BodyTrees trees = trees_of(
      "1\twords\t10\t#1\t#2\n"
      "1\tlink share\t0.5\t1\t2\n"
      "1\twords\t20\t#3\t8\n"
      "1\tlink share\t0.25\t3\t4\n");
  const auto& names = body_feature_names();
  const auto share =
      static_cast<std::size_t>(std::find(names.begin(), names.end(), "link share") - names.begin());
  std::vector<BodyFeatureValues> blocks;
  std::vector<float> wanted;
  for (int i = 0; i < 21; ++i) {
    const float words = static_cast<float>(i) + 5;
    const float links = static_cast<float>(i % 4) * 0.25F;
    blocks.push_back(with_words(words));
    blocks.back()[share] = links;
    wanted.push_back(words <= 10   ? (links <= 0.5F ? 1.0F : 2.0F)
                     : words <= 20 ? (links <= 0.25F ? 3.0F : 4.0F)
                                   : 8.0F);
  }
  EXPECT_EQ(trees.odds(blocks), wanted);
  EXPECT_TRUE(trees.odds({}).empty());
}

TEST(BodyTrees, LeaveOutATreeOfTooManyLeaves) {
  std::string rows;
  for (std::size_t i = 0; i + 1 < BodyTrees::kMostLeaves; ++i)
    rows += "1\twords\t" + std::to_string(100 - i) + "\t" +
            (i + 2 == BodyTrees::kMostLeaves ? "5" : "#" + std::to_string(i + 1)) + "\t" +
            std::to_string(i + 10) + "\n";
  EXPECT_FLOAT_EQ(odds_of(trees_of(rows), with_words(0)), 5);
  EXPECT_FLOAT_EQ(odds_of(trees_of(rows), with_words(99)), 12);
  EXPECT_FLOAT_EQ(odds_of(trees_of(rows), with_words(200)), 10);
  const std::string more = "1\twords\t200\t#1\t0\n" + [&] {
    std::string moved;
    for (std::size_t i = 0; i + 1 < BodyTrees::kMostLeaves; ++i)
      moved += "1\twords\t" + std::to_string(100 - i) + "\t" +
               (i + 2 == BodyTrees::kMostLeaves ? "5" : "#" + std::to_string(i + 2)) + "\t1\n";
    return moved;
  }();
  EXPECT_EQ(trees_of(more).trees(), 0u);
}

TEST(BodyTrees, LeaveOutATreeThatDoesNotFit) {
  const char* const kBroken[] = {
      "1\tno such feature\t10\t1\t2\n",             // feature
      "1\twords\tten\t1\t2\n",                      // threshold
      "1\twords\t10\t#0\t2\n",                      // leads back to itself
      "1\twords\t10\t#7\t2\n",                      // leads nowhere
      "1\twords\t10\t#-5\t2\n",                     // before the first row
      "1\twords\t10\t#1e30\t2\n",                   // no row number
      "1\twords\t10\t#nan\t2\n",                    // nor this
      "1\twords\t10\t#99999999999\t2\n",            // nor one so large
      "1\twords\t10\t#\t2\n",                       // nor none
      "1\twords\tnan\t1\t2\n",                      // threshold
      "1\twords\t10\tinf\t2\n",                     // leaf
      "1\twords\t10\tx\t2\n",                       // leaf
      "1\twords\t10\t1\n",                          // too short
      "1\twords\t10\t#1\t#1\n1\twords\t5\t1\t2\n",  // to one row twice
  };
  for (const char* const rows : kBroken) {
    const BodyTrees trees = trees_of(std::string(rows) + "2\twords\t10\t1\t2\n");
    EXPECT_EQ(trees.trees(), 1u) << rows;
    EXPECT_FLOAT_EQ(odds_of(trees, with_words(5)), 1) << rows;
  }
}

TEST(BodyTrees, SayNothingWithoutATable) { EXPECT_EQ(odds_of(BodyTrees(), with_words(40)), 0); }

TEST(BodyTrees, OfTheProgramAreWhole) {
  const Pack all = *Pack::load("all");
  const BodyTrees trees = BodyTrees::load(all);
  EXPECT_EQ(trees.splits(), all.table("body_trees").rows.size());
  EXPECT_GT(trees.trees(), 20u);
}

}  // namespace
}  // namespace machtin

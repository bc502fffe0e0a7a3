#include "page/body_trees.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

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

TEST(BodyTrees, AddUpTheLeavesThatTheFeaturesLeadTo) {
  const BodyTrees trees = trees_of(
      "1\twords\t10\t-1.5\t#1\n"
      "1\twords\t20\t0.5\t2\n"
      "2\twords\t10\t0.25\t0.75\n");
  ASSERT_EQ(trees.roots.size(), 2u);
  EXPECT_FLOAT_EQ(trees.odds(with_words(10)), -1.25F);
  EXPECT_FLOAT_EQ(trees.odds(with_words(15)), 1.25F);
  EXPECT_FLOAT_EQ(trees.odds(with_words(30)), 2.75F);
}

TEST(BodyTrees, LeaveOutATreeThatDoesNotFit) {
  const char* const kBroken[] = {
      "1\tno such feature\t10\t1\t2\n",   // feature
      "1\twords\tten\t1\t2\n",            // threshold
      "1\twords\t10\t#0\t2\n",            // leads back to itself
      "1\twords\t10\t#7\t2\n",            // leads nowhere
      "1\twords\t10\t#-5\t2\n",           // before the first row
      "1\twords\t10\t#1e30\t2\n",         // no row number
      "1\twords\t10\t#nan\t2\n",          // nor this
      "1\twords\t10\t#99999999999\t2\n",  // nor one so large
      "1\twords\t10\t#\t2\n",             // nor none
      "1\twords\tnan\t1\t2\n",            // threshold
      "1\twords\t10\tinf\t2\n",           // leaf
      "1\twords\t10\tx\t2\n",             // leaf
      "1\twords\t10\t1\n",                // too short
  };
  for (const char* const rows : kBroken) {
    const BodyTrees trees = trees_of(std::string(rows) + "2\twords\t10\t1\t2\n");
    EXPECT_EQ(trees.roots.size(), 1u) << rows;
    EXPECT_FLOAT_EQ(trees.odds(with_words(5)), 1) << rows;
  }
}

TEST(BodyTrees, SayNothingWithoutATable) { EXPECT_EQ(BodyTrees().odds(with_words(40)), 0); }

TEST(BodyTrees, OfTheProgramAreWhole) {
  const Pack all = *Pack::load("all");
  const BodyTrees trees = BodyTrees::load(all);
  EXPECT_EQ(trees.nodes.size(), all.table("body_trees").rows.size());
  EXPECT_GT(trees.roots.size(), 20u);
}

}  // namespace
}  // namespace machtin

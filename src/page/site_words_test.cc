#include "page/site_words.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

TEST(SiteWords, AreCountedWhateverTheirCase) {
  const SiteWords words = SiteWords::load(*Pack::load("all"));
  EXPECT_EQ(words.count("Theo dõi chúng tôi trên FACEBOOK, YouTube và Zalo"), 3u);
  EXPECT_EQ(words.count("newsletter"), 1u);
  EXPECT_EQ(words.count("Bà con kéo nhau ra bến xem chuyến phà cuối cùng"), 0u);
  EXPECT_EQ(words.count("facebooks"), 0u);
  EXPECT_EQ(words.count(""), 0u);
}

TEST(SiteWords, AreNoneWithoutATable) { EXPECT_EQ(SiteWords().count("facebook"), 0u); }

}  // namespace
}  // namespace machtin

#include "page/site_words.h"

#include <gtest/gtest.h>

#include <vector>

namespace machtin {
namespace {

SiteWordCounts counts(const SiteWords& table, std::string_view text) {
  std::vector<WordHash> words;
  add_word_hashes(text, words);
  return table.count(words);
}

TEST(SiteWords, AreCountedWhateverTheirCase) {
  const SiteWords table = SiteWords::load(*Pack::load("all"));
  const auto site = [&](std::string_view text) {
    return counts(table, text).of(SiteWordKind::kSite);
  };
  EXPECT_EQ(site("Theo dõi chúng tôi trên FACEBOOK, YouTube và Zalo"), 3u);
  EXPECT_EQ(site("newsletter"), 1u);
  EXPECT_EQ(site("Bà con kéo nhau ra bến xem chuyến phà cuối cùng"), 0u);
  EXPECT_EQ(site("facebooks"), 0u);
  EXPECT_EQ(site(""), 0u);
}

TEST(SiteWords, AreOfKinds) {
  const SiteWords table = SiteWords::load(*Pack::load("all"));
  const SiteWordCounts bio = counts(table, "Lan is a freelance writer and editor.");
  EXPECT_EQ(bio.of(SiteWordKind::kAuthor), 3u);
  EXPECT_EQ(bio.of(SiteWordKind::kPicture), 0u);
  EXPECT_EQ(counts(table, "3 comments").of(SiteWordKind::kComment), 1u);
}

TEST(SiteWords, OpenALineThatLeadsElsewhere) {
  const SiteWords table = SiteWords::load(*Pack::load("all"));
  EXPECT_TRUE(counts(table, "Xem thêm: Phà Rạch Miễu ngừng chạy").opens_other);
  EXPECT_TRUE(counts(table, "Read more about the ferry").opens_other);
  EXPECT_FALSE(counts(table, "Bà con xem thêm một lúc rồi về").opens_other);
}

TEST(SiteWords, AreNoneWithoutATable) {
  EXPECT_EQ(counts(SiteWords(), "facebook").of(SiteWordKind::kSite), 0u);
}

TEST(WordHash, TellsHowLongItsWordIs) {
  std::vector<WordHash> words;
  add_word_hashes("a ferry, Facebook", words);
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(word_bytes(words[0]), 1u);
  EXPECT_EQ(word_bytes(words[1]), 5u);
  EXPECT_EQ(word_bytes(words[2]), kMostWordBytes);
}

}  // namespace
}  // namespace machtin

#include "article/known_authors.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

using Names = std::vector<std::string>;

KnownAuthors known(const Names& authors, const Names& others = {}) {
  const Result<Pack> vi = Pack::load("vi");
  const Result<Pack> all = Pack::load("all");
  const std::vector<Pack> packs = {*vi, *all};
  const Result<ArticleTables> tables = ArticleTables::load(packs);
  Metadata metadata;
  metadata.authors = authors;
  metadata.other_authors = others;
  return known_authors(metadata, {"bao ben song", "bensong vn"}, *tables);
}

TEST(KnownAuthors, AreParted) {
  EXPECT_EQ(known({"Hà An, Lê Vân"}).people, (Names{"Hà An", "Lê Vân"}));
  EXPECT_EQ(known({"Hà An và Lê Vân", "Hà An"}).people, (Names{"Hà An", "Lê Vân"}));
  EXPECT_EQ(known({"Felix Berg und Jana Holm, dpa"}).people,
            (Names{"Felix Berg", "Jana Holm", "dpa"}));
  EXPECT_EQ(known({"Theo Hà An"}).people, (Names{"Hà An"}));
  EXPECT_EQ(known({"Hà An (han)"}).people, (Names{"Hà An"}));
  EXPECT_EQ(known({"Von Felix Berg"}).people, (Names{"Felix Berg"}));
  EXPECT_EQ(known({"AFP, MANILA"}).people, (Names{"AFP, MANILA"}));
}

TEST(KnownAuthors, KeepTheSiteApart) {
  const KnownAuthors site = known({"Báo Bến Sông"}, {"Hà An"});
  EXPECT_EQ(site.people, (Names{"Hà An"}));
  EXPECT_EQ(site.site, "Báo Bến Sông");
  EXPECT_TRUE(known({"bensong.vn"}).people.empty());
}

TEST(KnownAuthors, AreNoAccountsOrAddresses) {
  EXPECT_TRUE(known({"admin", "lienhe@bensong.example", "…", "123"}).people.empty());
}

}  // namespace
}  // namespace machtin

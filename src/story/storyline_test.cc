#include "story/storyline.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "fixtures/invented_news.h"

namespace machtin {
namespace {

struct Told {
  const char* name;  // of the case, for messages
  const char* title;
  const char* published;
  std::vector<std::pair<const char*, const char*>> countries;  // printed, ISO code
  const char* event;
};

ArticleFeatures features(const Told& told) {
  static const StoryTables tables = invented::tables();
  const Article article = invented::article(told.title, told.title, "", {}, told.published);
  Facts facts;
  for (const auto& [name, code] : told.countries) {
    facts.entities.push_back(
        invented::entity(EntityType::kCountry, name, std::string("country:") + code, code, {0, 3}));
  }
  Event event;
  event.type = told.event;
  facts.events = {event};
  return article_features(article, facts, tables);
}

bool tied(const Told& a, const Told& b) {
  static const StoryTables tables = invented::tables();
  const ArticleFeatures one = features(a);
  const ArticleFeatures other = features(b);
  const ArticleFeatures::Data* of_one[] = {&one.data()};
  const ArticleFeatures::Data* of_other[] = {&other.data()};
  const StoryProfile first = profile_of(of_one, tables);
  const StoryProfile second = profile_of(of_other, tables);
  EXPECT_EQ(one_storyline(first, second), one_storyline(second, first));
  return one_storyline(first, second);
}

const Told kExchange = {"exchange",
                        "Armenia và Azerbaijan trao trả tù binh ở biên giới",
                        "2021-06-12",
                        {{"Armenia", "ARM"}, {"Azerbaijan", "AZE"}},
                        "Justice.Exchange-Prisoners"};
const Told kSecondExchange = {"second exchange",
                              "Thêm một đợt trao tù binh Azerbaijan - Armenia",
                              "2023-12-13",
                              {{"Armenia", "ARM"}, {"Azerbaijan", "AZE"}},
                              "Justice.Exchange-Prisoners"};
const Told kOtherExchange = {"other sides",
                             "Sudan và Ethiopia trao trả tù binh",
                             "2021-06-20",
                             {{"Sudan", "SDN"}, {"Ethiopia", "ETH"}},
                             "Justice.Exchange-Prisoners"};
const Told kTariff = {"tariff",
                      "Armenia tăng thuế với nông sản Azerbaijan",
                      "2021-06-20",
                      {{"Armenia", "ARM"}, {"Azerbaijan", "AZE"}},
                      "Policy.Tariff"};
const Told kTariffOnThird = {"third",
                             "Armenia tăng thuế với nông sản Gruzia",
                             "2021-07-20",
                             {{"Armenia", "ARM"}, {"Gruzia", "GEO"}},
                             "Policy.Tariff"};
const Told kTalks = {"talks",
                     "Armenia và Azerbaijan vào vòng đàm phán mới",
                     "2022-02-02",
                     {{"Armenia", "ARM"}, {"Azerbaijan", "AZE"}},
                     "Contact.Negotiate"};
const Told kMeeting = {"everyday",
                       "Armenia và Azerbaijan gặp nhau bên lề hội nghị",
                       "2021-06-14",
                       {{"Armenia", "ARM"}, {"Azerbaijan", "AZE"}},
                       "Contact.Meet"};
const Told kAlarm = {"alarm",
                     "Na Uy siết an ninh sân bay sau vụ tấn công khủng bố ở Armenia",
                     "2021-06-12",
                     {{"Na Uy", "NOR"}, {"Armenia", "ARM"}},
                     "Conflict.Attack"};
const Told kNoVictim = {"no victim",
                        "Chưa có người Lào nào gặp nạn trong vụ khủng bố tại Armenia",
                        "2021-06-13",
                        {{"Lào", "LAO"}, {"Armenia", "ARM"}},
                        "Conflict.Attack"};
const Told kYearsLater = {"years later",
                          "Lào lên án vụ khủng bố tại Armenia",
                          "2024-01-13",
                          {{"Lào", "LAO"}, {"Armenia", "ARM"}},
                          "Conflict.Attack"};

struct TieCase {
  const Told *a, *b;
  bool tied;
};

TEST(OneStoryline, WantsTheSameSidesAndTheSameMatter) {
  const TieCase cases[] = {
      {&kExchange, &kSecondExchange, true}, {&kExchange, &kOtherExchange, false},
      {&kExchange, &kTariff, false},        {&kTariff, &kTariffOnThird, false},
      {&kExchange, &kTalks, true},          {&kExchange, &kMeeting, false},
      {&kMeeting, &kMeeting, false},
  };
  for (const TieCase& c : cases)
    EXPECT_EQ(tied(*c.a, *c.b), c.tied) << c.a->name << " " << c.b->name;
}

TEST(OneStoryline, HoldsWhatOthersDoAfterAGraveEvent) {
  EXPECT_TRUE(tied(kAlarm, kNoVictim));
  EXPECT_FALSE(tied(kAlarm, kYearsLater));
  EXPECT_FALSE(tied(kAlarm, kExchange));
}

TEST(StorylineKeys, AreSharedByWhatMayBelongTogether) {
  static const StoryTables tables = invented::tables();
  const ArticleFeatures one = features(kExchange);
  const ArticleFeatures other = features(kSecondExchange);
  const ArticleFeatures::Data* of_one[] = {&one.data()};
  const ArticleFeatures::Data* of_other[] = {&other.data()};
  const std::vector<std::uint64_t> a = storyline_keys(profile_of(of_one, tables));
  const std::vector<std::uint64_t> b = storyline_keys(profile_of(of_other, tables));
  ASSERT_FALSE(a.empty());
  EXPECT_TRUE(std::any_of(a.begin(), a.end(), [&](std::uint64_t key) {
    return std::find(b.begin(), b.end(), key) != b.end();
  }));
}

}  // namespace
}  // namespace machtin

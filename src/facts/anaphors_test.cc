// Whom words like "ông" and "nước này" stand for: short passages of our own, and what each word
// means.
#include "facts/anaphors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "facts/entities.h"
#include "facts/entity_tables.h"

namespace machtin {
namespace {

const EntityTables& tables() {
  static const std::unique_ptr<const EntityTables> vi = [] {
    const Result<Pack> language = Pack::load("vi"), all = Pack::load("all");
    return std::make_unique<const EntityTables>(EntityTables::load(*language, *all).value());
  }();
  return *vi;
}

// The names of those for whom the last occurrence of the word stands, sorted.
std::vector<std::string> meant(const std::string& text, const std::string& word) {
  Article article;
  article.text = text;
  const auto at = static_cast<std::uint32_t>(text.rfind(word));
  std::vector<std::string> names;
  for (const Entity& entity :
       find_entities(make_article_text(article, SentenceTables{}), tables())) {
    for (const ByteSpan& anaphor : entity.anaphors) {
      if (anaphor.begin == at) names.push_back(entity.name);
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

using Names = std::vector<std::string>;

TEST(ResolveAnaphors, APronounIsThePersonWhoWasTheSubjectBefore) {
  EXPECT_EQ(meant("Ông Lê Văn Tám bán cá ở chợ. Mỗi sáng ông dậy từ ba giờ.", "ông"),
            Names{"Lê Văn Tám"});
}

TEST(ResolveAnaphors, TheFormOfAddressPartsManFromWoman) {
  const std::string both = "Ông Trịnh Bá Phú và bà Lương Thị Hoa nuôi vịt. ";
  EXPECT_EQ(meant(both + "Mỗi ngày bà bán trứng.", "bà"), Names{"Lương Thị Hoa"});
  EXPECT_EQ(meant(both + "Mỗi ngày ông lo thức ăn.", "ông"), Names{"Trịnh Bá Phú"});
}

TEST(ResolveAnaphors, AMiddleNameTellsAWoman) {
  EXPECT_EQ(meant("Nghệ sĩ Lê Thị Dần hát với nghệ sĩ Vũ Văn Tỵ. Khán giả chờ bà rất lâu.", "bà"),
            Names{"Lê Thị Dần"});
}

TEST(ResolveAnaphors, ATitleBeforeANameIsNoPronoun) {
  EXPECT_TRUE(meant("Ông Lê Văn Tám đến. Sau đó ông Mai Văn Sáu về.", "ông").empty());
}

TEST(ResolveAnaphors, AWordThatBeginsAnotherWordIsNone) {
  EXPECT_TRUE(meant("Chị Lê Thu đi chợ. Bà con kéo đến xem, ai cũng nói cụ thể.", "cụ").empty());
}

TEST(ResolveAnaphors, NobodyIsMeantWhereNobodyFits) {
  EXPECT_TRUE(meant("Bà Lê Thị Tám bán cá. Hôm qua ông dậy muộn.", "ông").empty());
}

TEST(ResolveAnaphors, InAQuotationThoseWhoTalkAreMeant) {
  EXPECT_TRUE(meant("Anh Lê Văn Tám kể: \"Tối qua anh ngủ ở đâu\".", "anh").empty());
}

TEST(ResolveAnaphors, AQuotationGoesOnOverSentences) {
  EXPECT_TRUE(meant("Anh Lê Văn Tám kể: “Mưa lớn lắm. Cả đêm anh ngủ ở đâu”.", "anh").empty());
  EXPECT_EQ(meant("“Mưa lớn. Đường ngập”, anh Lê Văn Tám nói. Sáng nay anh ra chợ.", "anh"),
            Names{"Lê Văn Tám"});
}

TEST(ResolveAnaphors, TheDefendantIsTheOneWhomTheArticleCallsSo) {
  EXPECT_EQ(meant("Bị cáo Phùng Văn Lành khai nhận. Tòa tuyên bị cáo 9 năm tù.", "bị cáo"),
            Names{"Phùng Văn Lành"});
}

TEST(ResolveAnaphors, ThisCountryIsTheOneNamedLast) {
  EXPECT_EQ(meant("Nga tập trận. Hôm sau nước này rút quân.", "nước này"), Names{"Nga"});
  EXPECT_EQ(meant("Đại sứ Hàn Quốc tới Yên Bái. Nước này viện trợ lúa giống.", "Nước này"),
            Names{"Hàn Quốc"});
}

TEST(ResolveAnaphors, WhatIsAttackedIsTheOtherCountry) {
  EXPECT_EQ(meant("Nga cáo buộc Ukraine bắn phá lãnh thổ nước này.", "nước này"), Names{"Nga"});
}

TEST(ResolveAnaphors, TwoSidesAreThoseOfTheSentenceThatNamesTwo) {
  EXPECT_EQ(meant("Mỹ và Iran nối lại đàm phán. Theo đó hai nước sẽ ngừng bắn.", "hai nước"),
            (Names{"Iran", "Mỹ"}));
  EXPECT_EQ(meant("Ông Kim Jong-un gặp ông Moon Jae-in. Sau đó hai ông trồng cây.", "hai ông"),
            (Names{"Kim Jong-un", "Moon Jae-in"}));
}

TEST(ResolveAnaphors, ThisCompanyIsABusiness) {
  EXPECT_EQ(meant("Vingroup làm việc với Bộ Công an. Sáng nay tập đoàn này ra thông báo.",
                  "tập đoàn này"),
            Names{"Vingroup"});
}

TEST(ResolveAnaphors, ACapitalThatProtestsIsItsGovernment) {
  Article article;
  article.text = "Nga tập trận ở biển. Moscow khẳng định đã báo trước.";
  const std::vector<Entity> entities =
      find_entities(make_article_text(article, SentenceTables{}), tables());
  ASSERT_EQ(entities.size(), 1u);
  EXPECT_EQ(entities[0].name, "Nga");
  EXPECT_EQ(entities[0].mentions.size(), 2u);
  EXPECT_EQ(entities[0].key, "country:RUS");
}

TEST(ResolveAnaphors, ACityWhereSomethingHappensStaysACity) {
  Article article;
  article.text = "Tuyết rơi dày ở Moscow suốt đêm.";
  const std::vector<Entity> entities =
      find_entities(make_article_text(article, SentenceTables{}), tables());
  ASSERT_EQ(entities.size(), 1u);
  EXPECT_EQ(entities[0].type, EntityType::kPlace);
}

}  // namespace
}  // namespace machtin

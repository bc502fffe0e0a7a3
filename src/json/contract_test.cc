// Round trips: what is printed is read back the same, with offsets turned both ways; what is broken
// is refused.
#include "json/contract.h"

#include <gtest/gtest.h>

#include "json/names.h"

namespace machtin {
namespace {

Article full_article() {
  Article article;
  article.role = Role::kTeaser;
  article.heading = "Đọc thêm";
  article.kind = ArticleKind::kVideo;
  article.title = "Cầu mới thông xe";
  article.lede = "Sáng 3/5, cầu được mở.";
  article.paragraphs = {"Ông Lê Bình nói cầu dài 1.200 mét."};
  article.marks = {{0, ParagraphKind::kQuote}};
  article.captions = {{"Cầu nhìn từ bờ tây.", "Minh Hà"}, {"Xe đầu tiên.", std::nullopt}};
  article.authors = {"Thu An"};
  article.source = "Báo Bến Cảng";
  article.agency = "TTX";
  article.published = {"XXXX-05-03",
                       Precision::kNone,
                       "2024-05-03",
                       std::nullopt,
                       LikelyDate{std::nullopt, std::nullopt, "2025-05-03"},
                       DateBasis::kText,
                       {"the text begins with 3/5"}};
  article.modified = "2025-05-03T10:00:00+07:00";
  article.section = "Giao thông";
  article.url = "https://bao.example/cau";
  article.image = "https://bao.example/cau.jpg";
  article.key = "url:https://bao.example/cau";
  article.language = "vi";
  article.text = "Cầu mới thông xe\n\nSáng 3/5, cầu được mở.\n\nÔng Lê Bình nói cầu dài 1.200 mét.";
  return article;
}

ByteSpan span_of(const std::string& text, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

FactsLine full_line() {
  FactsLine line{"trang.txt", "17", "sha256:00", std::nullopt, 1, full_article(), {}};
  const std::string& text = line.article.text;
  Facts& facts = line.facts;
  facts.sentences = {span_of(text, "Cầu mới thông xe"),
                     span_of(text, "Ông Lê Bình nói cầu dài 1.200 mét.")};
  facts.entities = {
      {EntityType::kPerson,
       "Lê Bình",
       "VNM",
       {"Giám đốc"},
       "GOV",
       "person:le binh|VNM",
       {"Le Binh"},
       {span_of(text, "Lê Bình")},
       {span_of(text, "Ông")},
       {{1, {0, 3}}}},
      {EntityType::kCountry, "Việt Nam", "VNM", {}, std::nullopt, "country:VNM", {}, {}, {}, {}}};
  facts.times = {{span_of(text, "Sáng 3/5"), TimeType::kTime, "XXXX-05-03TMO", "2024-05-03",
                  std::nullopt, LikelyDate{std::nullopt, std::nullopt, "2025-05-03"}}};
  facts.quantities = {
      {span_of(text, "1.200"), 1200, 1300.5, "m", "cầu", Bound::kAtLeast, "mỗi bên"}};
  facts.events = {
      {"Statement.Announce",
       std::nullopt,
       std::nullopt,
       std::nullopt,
       span_of(text, "nói"),
       1,
       {0},
       {1},
       {{"Entity", span_of(text, "Lê Bình"), 0}, {"Place", span_of(text, "cầu"), std::nullopt}},
       0,
       1,
       {0},
       EventStatus::kPlanned,
       0}};
  facts.quotes = {{span_of(text, "cầu dài"), true, 0, "nói"}};
  return line;
}

TEST(PageJson, ReadsBackWhatItWrote) {
  const Page page{"trang.txt",
                  "\"a-1\"",
                  "sha256:00",
                  Format::kHtml,
                  "https://bao.example/",
                  "vi",
                  {full_article(), Article{}},
                  {{"Chia sẻ", DropReason::kShare}}};
  const std::string json = page_to_json(page, {.explain = true});
  const Result<Page> back = page_from_json(json);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(*back, page);
  EXPECT_EQ(json.find('\n'), std::string::npos);
}

TEST(FactsJson, ReadsBackWhatItWrote) {
  const FactsLine line = full_line();
  const Result<FactsLine> back = facts_from_json(facts_to_json(line, {.explain = true}));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(*back, line);
  const Result<Facts> lists =
      facts_lists_from_json(facts_lists_to_json(line.facts, line.article), line.article);
  ASSERT_TRUE(lists);
  EXPECT_EQ(*lists, line.facts);
}

TEST(FactsJson, CountsOffsetsInCodePoints) {
  EXPECT_NE(facts_to_json(full_line()).find(R"("trigger":[54,57])"), std::string::npos)
      << facts_to_json(full_line());
}

TEST(FactsJson, RefusesWhatPointsNowhere) {
  const std::string good = facts_to_json(full_line());
  const std::pair<std::string_view, std::string_view> breaks[] = {
      {R"("who":[0])", R"("who":[9])"},
      {R"("trigger":[54,57])", R"("trigger":[54,5600])"},
      {R"("trigger":[54,57])", R"("trigger":[57,54])"},
      {R"("status":"planned")", R"("status":"guessed")"},
      {R"("according_to":0)", R"("according_to":-1)"},
      {R"([[1,0,3]])", R"([[7,0,3]])"},
      {R"("sentence":1)", R"("sentence":2)"},
      {R"(machtin/facts/1)", R"(machtin/facts/9)"}};
  for (const auto& [from, to] : breaks) {
    std::string broken = good;
    const auto at = broken.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    broken.replace(at, from.size(), to);
    EXPECT_FALSE(facts_from_json(broken)) << to;
  }
  EXPECT_FALSE(facts_from_json("{"));
  EXPECT_FALSE(facts_from_json("[]"));
  EXPECT_FALSE(facts_from_json(""));
}

TEST(StoryJson, ReadsBackWhatItWrote) {
  Story story{"s01", "s00",       "Cầu mới", "2025-05-03", "2025-05-04", {},   {"Cầu được mở."},
              {},    {"Lê Bình"}, {"Huế"},   {},           "s09",        false};
  story.articles = {{{"a.txt", 0},
                     Role::kMain,
                     "k",
                     "Cầu mới",
                     "Báo",
                     "https://bao.example/",
                     "2025-05-03",
                     ArticlePlace{"b.txt", 2}},
                    {{"b.txt", 2},
                     Role::kTeaser,
                     "l",
                     "Cầu",
                     std::nullopt,
                     std::nullopt,
                     std::nullopt,
                     std::nullopt}};
  story.timeline = {{"2025-05-03", "Cầu được mở.", {0, 1}, {"Statement.Announce"}}};
  story.disagreements = {
      {"Life.Die", DisagreementAbout::kQuantity, "người", {{"3", {0}}, {"4", {1}}}}};
  const Result<Story> back = story_from_json(story_to_json(story));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(*back, story);
}

TEST(EnumNames, TurnBothWays) {
  for (const std::string_view name : EnumNames<DropReason>::kNames)
    EXPECT_EQ(name_of(*member_named<DropReason>(name)), name);
  EXPECT_FALSE(member_named<DropReason>("nonsense"));
}

}  // namespace
}  // namespace machtin

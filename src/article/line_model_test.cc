#include "article/line_model.h"

#include <gtest/gtest.h>

#include <string>
#include <unordered_set>

#include "article/line_features.h"
#include "article/open_lines.h"
#include "article/test_pages.h"

namespace machtin {
namespace {

std::string numbers(float first, float others) {
  std::string row = std::to_string(first);
  for (std::size_t s = 1; s < kLineStates; ++s) row += " " + std::to_string(others);
  return row;
}

TEST(LineModel, NamesEachStateOnce) {
  for (std::size_t s = 0; s < kLineStates; ++s) {
    const auto state = static_cast<LineState>(s);
    EXPECT_EQ(line_state_named(line_state_name(state)), state);
  }
  EXPECT_FALSE(line_state_named("poem"));
}

TEST(LineModel, ReadsAFeatureATransitionAndTheEnds) {
  const Table table{"line_weights",
                    {{{"bias:0", numbers(1, 0)}, 1},
                     {{">pre", numbers(2, -1)}, 2},
                     {{"^", numbers(3, 0)}, 3},
                     {{"$", numbers(4, 0)}, 4},
                     {{"feature_of_a_later_engine:0", numbers(9, 9)}, 5}}};
  const Result<LineModel> model = LineModel::from_table(table);
  ASSERT_TRUE(model);
  EXPECT_EQ(model->weights[0][0], 1);
  EXPECT_EQ(model->follows[0][0], 2);
  EXPECT_EQ(model->follows[0][1], -1);
  EXPECT_EQ(model->begins[0], 3);
  EXPECT_EQ(model->ends[0], 4);
}

TEST(LineModel, RefusesARowThatLacksNumbersOrHasOthers) {
  for (const std::string& row :
       {std::string("1 2 3"), std::string("one two"), std::string(),
        "nan" + numbers(0, 1).substr(8), "inf" + numbers(0, 1).substr(8)}) {
    const Result<LineModel> model =
        LineModel::from_table(Table{"line_weights", {{{"bias:0", row}, 7}}});
    ASSERT_FALSE(model) << row;
    EXPECT_EQ(model.error().kind, ErrorKind::kBadFormat);
    EXPECT_NE(model.error().message.find("line 7"), std::string::npos);
  }
}

TEST(LikeliestStates, WeighsWhatFollowsWhatAgainstWhatALineShows) {
  LineModel model;
  model.weights.resize(2);
  const auto title = static_cast<std::size_t>(LineState::kTitle);
  const auto body = static_cast<std::size_t>(LineState::kBody);
  model.weights[0][title] = 2;
  model.weights[1][title] = 1.5F;
  model.weights[1][body] = 1;
  model.follows[title][title] = -5;
  model.follows[title][body] = 1;
  const std::vector<ActiveFeatures> lines = {{0}, {1}};
  EXPECT_EQ(likeliest_states(model, lines),
            (std::vector<LineState>{LineState::kTitle, LineState::kBody}));
  EXPECT_TRUE(likeliest_states(model, {}).empty());
}

TEST(LikeliestStates, AreBodyWithoutAModel) {
  const std::vector<ActiveFeatures> lines = {{0}, {1, 7}};
  EXPECT_EQ(likeliest_states(LineModel(), lines),
            (std::vector<LineState>{LineState::kBody, LineState::kBody}));
}

TEST(LineFeatures, HaveANameEachAndAreThoseOfTheTable) {
  std::unordered_set<std::string> names;
  for (std::size_t id = 0; id < line_feature_count(); ++id) names.insert(line_feature_name(id));
  EXPECT_EQ(names.size(), line_feature_count());
  EXPECT_EQ(line_feature_name(0), "bias:0");
  const Result<Pack> all = Pack::load("all");
  ASSERT_TRUE(all);
  for (const TableRow& row : all->table("line_weights").rows) {
    const std::string& name = row[0];
    const bool follows = name.starts_with('>') && line_state_named(name.substr(1));
    EXPECT_TRUE(names.contains(name) || follows || name == "^" || name == "$") << name;
  }
}

TEST(OpenLines, SettlesFurnitureDatesAndRepeatsAndLeavesTheRestOpen) {
  const ParsedPage page = text_page(
      "Đăng nhập\n"
      "Thợ gốm Bến Cui nung mẻ đầu tiên sau lũ\n"
      "12/10/2023 08:30\n"
      "Thợ gốm Bến Cui nung mẻ đầu tiên sau lũ\n"
      "Lò gốm cuối cùng của làng Bến Cui đỏ lửa trở lại sáng nay, sau gần một tháng ngập bùn.\n"
      "#Bến Cui\n");
  const std::vector<PageLine> lines = lines_of(page, shipped_tables());
  const OpenLines open = open_lines(page, lines, shipped_tables());
  EXPECT_EQ(open.places, (std::vector<std::size_t>{1, 4}));
  EXPECT_EQ(open.features.size(), 2U);
  EXPECT_EQ(open.roles[2].role, LineRole::kDate);
  EXPECT_EQ(open.roles[3].repeats, 1U);
  EXPECT_EQ(open.roles[5].why, DropReason::kTags);
}

TEST(LinesOf, JoinsParagraphsThatTheCrawlerWrappedAtAWidth) {
  std::string text = "Thợ gốm Bến Cui nung mẻ đầu tiên sau lũ\n";
  for (int paragraph = 0; paragraph < 4; ++paragraph) {
    text +=
        "Lò gốm cuối cùng của làng Bến Cui đỏ lửa trở lại sáng nay,\n"
        "sau gần một tháng ngập bùn. Ông Tám Cui, chủ lò, kể rằng\n"
        "Mùa nước năm nay lên cao hơn mọi năm, cuốn trôi hai nghìn\n"
        "viên ngói.\n";
  }
  const ParsedPage page = text_page(text);
  const std::vector<PageLine> lines = lines_of(page, shipped_tables());
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[1].blocks.size(), 4U);
}

}  // namespace
}  // namespace machtin

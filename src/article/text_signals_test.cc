#include "article/text_signals.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

Page page_of(std::vector<std::string> paragraphs) {
  Article main;
  main.role = Role::kMain;
  main.language = "vi";
  main.paragraphs = std::move(paragraphs);
  main.text = joined_text(main);
  Page page;
  page.articles.push_back(std::move(main));
  return page;
}

const ArticleTables& tables() {
  static const std::vector<Pack> packs = {*Pack::load("vi"), *Pack::load("en"), *Pack::load("all")};
  static const ArticleTables loaded = *ArticleTables::load(packs);
  return loaded;
}

TEST(TextSignals, CountSentencesAndWordsOfTheMainArticle) {
  const struct {
    const char* paragraph;
    std::uint32_t sentences, words;
  } cases[] = {
      {"Nước lên. Dân đi.", 2, 4},
      {"Giá tăng 1.5 lần… Ông nói: \"Chờ đã!\" Rồi thôi", 3, 11},
      {"Không có dấu chấm", 1, 4},
      {"台風が来た。学校は休みだ。", 2, 2},
      {"...", 0, 0},
  };
  for (const auto& c : cases) {
    const TextSignals signals = *text_signals(page_of({c.paragraph}), tables());
    EXPECT_EQ(signals.sentences, c.sentences) << c.paragraph;
    EXPECT_EQ(signals.words, c.words) << c.paragraph;
    EXPECT_EQ(signals.paragraphs, 1u);
  }
}

TEST(TextSignals, TellTheShareOfThePageAndWhatIsToldAgain) {
  Page page = page_of({"Mưa to cả đêm.", "Mưa to cả đêm.", "Sáng ra thì tạnh."});
  page.dropped = {{"Chia sẻ", DropReason::kShare}, {"Sáng ra thì tạnh.", DropReason::kRepeat}};
  const TextSignals signals = *text_signals(page, tables());
  EXPECT_EQ(signals.language, "vi");
  EXPECT_EQ(signals.repeated_lines, 2u);
  EXPECT_GT(signals.main_share, 0.6);
  EXPECT_LT(signals.main_share, 0.7);
}

TEST(TextSignals, AreSureOfALanguageAsFarAsItsWordsTell) {
  const char* const prose = "Người dân ở xã vùng cao đã có nước sạch để dùng từ đầu tháng này.";
  EXPECT_GT(text_signals(page_of({prose}), tables())->certainty.value_or(0), 0.5);
  EXPECT_EQ(text_signals(page_of({"Sauberes Trinkwasser fließt."}), tables())->certainty,
            std::nullopt);
}

TEST(TextSignals, AreNoneOfAPageWithoutAMainArticle) {
  EXPECT_EQ(text_signals({}, tables()), std::nullopt);
  Page page = page_of({"Tin."});
  page.articles.front().role = Role::kTeaser;
  EXPECT_EQ(text_signals(page, tables()), std::nullopt);
}

}  // namespace
}  // namespace machtin

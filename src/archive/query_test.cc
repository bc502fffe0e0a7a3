#include "archive/query.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

TEST(ParseQuery, KeepsWordsAsTypedAndFolded) {
  const SearchQuery query = parse_query("  Tù binh, ĐỨC 2025! ");
  ASSERT_EQ(query.words.size(), 4u);
  EXPECT_EQ(query.words[0], (QueryWord{"tù", "tu"}));
  EXPECT_EQ(query.words[2], (QueryWord{"đức", "duc"}));
  EXPECT_EQ(query.words[3], (QueryWord{"2025", "2025"}));
  EXPECT_EQ(query.exact_phrase, "{title lede body} : \"tù binh đức 2025\"");
}

TEST(ParseQuery, FindsNoWordsInSigns) {
  for (const char* typed : {"", "   ", "\"", "*", "()", "-", ":^+", "\xff\xfe", "…"}) {
    EXPECT_TRUE(parse_query(typed).words.empty()) << typed;
    EXPECT_TRUE(parse_query(typed).strict.empty()) << typed;
  }
}

TEST(ParseQuery, QuotesWhatFts5WouldTakeForOperators) {
  EXPECT_EQ(parse_query("NEAR").strict, "{title_folded lede_folded body_folded} : (\"near\")");
  EXPECT_EQ(parse_query("a\"b OR c").words.size(), 4u);
}

TEST(ParseQuery, BoundsItsCost) {
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "từ ";
  EXPECT_EQ(parse_query(many).words.size(), 24u);
  EXPECT_TRUE(parse_query(std::string(100000, 'a')).words.empty());
}

TEST(WordsOf, GivesPlacesInBytes) {
  const std::string_view text = "«Sài Gòn», 1975";
  std::vector<std::string> words;
  for (const TextWord word : words_of(text)) {
    words.emplace_back(text.substr(word.begin, word.end - word.begin));
  }
  EXPECT_EQ(words, (std::vector<std::string>{"Sài", "Gòn", "1975"}));
}

}  // namespace
}  // namespace machtin

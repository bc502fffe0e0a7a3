#include "facts/article_text.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace machtin {
namespace {

TEST(MakeArticleText, DealsEveryTokenToItsSentence) {
  Article article;
  article.text = "Mưa lớn ở đèo Cả\n\nĐường tắc ba giờ. Xe tải \"nằm\" giữa dốc!";
  const ArticleText made = make_article_text(article, SentenceTables{});
  ASSERT_EQ(made.sentences.size(), 3u);
  ASSERT_EQ(made.sentence_tokens.size(), 3u);
  EXPECT_EQ(made.sentence_tokens.front().first, 0u);
  EXPECT_EQ(made.sentence_tokens.back().second, made.tokens.size());
  for (std::size_t i = 0; i < made.sentences.size(); ++i) {
    const auto [first, last] = made.sentence_tokens[i];
    ASSERT_LT(first, last);
    EXPECT_EQ(made.tokens[first].span.begin, made.sentences[i].begin);
    EXPECT_EQ(made.tokens[last - 1].span.end, made.sentences[i].end);
  }
}

TEST(MakeArticleText, OfAnEmptyArticleIsEmpty) {
  const Article article;
  const ArticleText made = make_article_text(article, SentenceTables{});
  EXPECT_TRUE(made.tokens.empty());
  EXPECT_TRUE(made.sentences.empty());
}

}  // namespace
}  // namespace machtin

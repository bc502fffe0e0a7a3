#pragma once
// One article's text with its sentences and tokens: what every fact finder reads. Tested by
// article_text_test.cc.

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "language/sentence.h"
#include "language/token.h"
#include "machtin/article.h"
#include "machtin/facts.h"

namespace machtin {

struct ArticleText {
  const Article* article = nullptr;  // outlives this
  std::string_view text = {};        // article->text
  std::vector<Token> tokens = {};
  std::vector<ByteSpan> sentences = {};
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sentence_tokens =
      {};  // [first, end) of each sentence
};

// A view into the article's text; no token lies outside a sentence.
ArticleText make_article_text(const Article& article, const SentenceTables& tables);
ArticleText make_article_text(const Article&& article, const SentenceTables& tables) = delete;

}  // namespace machtin

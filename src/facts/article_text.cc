// The tokens of a text, dealt out to its sentences in one walk over both. Tested by
// article_text_test.cc.
#include "facts/article_text.h"

namespace machtin {

ArticleText make_article_text(const Article& article, const SentenceTables& tables) {
  ArticleText made;
  made.article = &article;
  made.text = article.text;
  made.tokens = tokenize(article.text);
  made.sentences = find_sentences(article.text, tables);
  made.sentence_tokens.reserve(made.sentences.size());
  std::uint32_t at = 0;
  for (const ByteSpan& sentence : made.sentences) {
    while (at < made.tokens.size() && made.tokens[at].span.begin < sentence.begin) ++at;
    const std::uint32_t first = at;
    while (at < made.tokens.size() && made.tokens[at].span.begin < sentence.end) ++at;
    made.sentence_tokens.emplace_back(first, at);
  }
  return made;
}

}  // namespace machtin

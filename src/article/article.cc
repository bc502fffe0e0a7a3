// What an Article is made of, joined. Tested by find_articles_test.cc.
#include "machtin/article.h"

namespace machtin {

std::string joined_text(const Article& article) {
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (part.empty()) return;
    if (!text.empty()) text += "\n\n";
    text += part;
  };
  add(article.title);
  if (article.lede) add(*article.lede);
  for (const std::string& paragraph : article.paragraphs) add(paragraph);
  return text;
}

}  // namespace machtin

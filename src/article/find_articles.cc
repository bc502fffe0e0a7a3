// The stage's one way in. Tested by find_articles_test.cc.
#include "article/find_articles.h"

#include <algorithm>
#include <utility>

#include "article/assemble.h"
#include "article/line_roles.h"
#include "text/fold.h"

namespace machtin {
namespace {

// One clean article is never taken apart: its title is its title, its blocks are its paragraphs.
FoundArticles clean_article(const ParsedPage& page) {
  FoundArticle found;
  found.article.title = page.metadata.title.value_or("");
  for (const Block& block : page.blocks) found.article.paragraphs.push_back(block.text);
  found.article.authors = page.metadata.authors;
  FoundArticles all;
  all.articles.push_back(std::move(found));
  return all;
}

bool has_body_hints(const ParsedPage& page) {
  return std::any_of(page.blocks.begin(), page.blocks.end(),
                     [](const Block& block) { return block.hint == BlockHint::kBody; });
}

}  // namespace

FoundArticles find_articles(const ParsedPage& page, const ArticleTables& tables) {
  FoundArticles found;
  if (page.clean_article) {
    found = clean_article(page);
  } else {
    const std::vector<PageLine> lines = lines_of(page, tables);
    const std::vector<RoleOfLine> roles = has_body_hints(page)
                                              ? roles_from_markup(page, lines, tables)
                                              : roles_from_text(page, lines, tables);
    found = assemble(page, lines, roles, tables);
  }
  finish_articles(page, tables, found);
  return found;
}

}  // namespace machtin

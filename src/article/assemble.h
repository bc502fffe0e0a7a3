#pragma once
// Lines with their roles → articles and what was dropped. Here the words are kept count of: each
// part of each line is put in one place, and what a field does not take goes to `dropped`. Tested
// by find_articles_test.cc.

#include <vector>

#include "article/find_articles.h"
#include "article/line_roles.h"

namespace machtin {

FoundArticles assemble(const ParsedPage& page, const std::vector<PageLine>& lines,
                       const std::vector<RoleOfLine>& roles, const ArticleTables& tables);

// Keys, languages and texts of articles that are otherwise complete. The main article's key is the
// page's with "#0"; a teaser's is "url:" and the target's address, else "title:", its folded title,
// "|" and the folded name of the publisher, so that it is one article however many pages show it.
void finish_articles(const ParsedPage& page, const ArticleTables& tables, FoundArticles& found);

}  // namespace machtin

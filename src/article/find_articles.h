#pragma once
// The blocks of a page → its main article, its teasers, and what was dropped. Every word of the
// blocks stands in one place of the outcome. Tested by find_articles_test.cc.

#include <optional>
#include <string>
#include <vector>

#include "language/pack.h"
#include "machtin/article.h"
#include "page/parsed_page.h"

namespace machtin {

struct ArticleTables;  // article/article_tables.h: headings, furniture, slugs, genre tags of a
                       // pack, compiled

// One article before it is dated: what the page prints or states about its time.
struct FoundArticle {
  Article article = {};                      // `published` unset, `key`, `text` and `language` set
  std::vector<std::string> date_lines = {};  // printed lines that give its publication time, as
                                             // printed; ISO 8601 where no pack reads the language
  std::optional<std::string> metadata_date =
      {};  // JSON-LD, OpenGraph, the record's "published": as it came
  std::optional<std::string> changed = {};  // when it was last changed: as it came, or as printed
};

struct FoundArticles {
  std::vector<FoundArticle> articles =
      {};  // the main article first, if there is one, then teasers in page order
  std::vector<Dropped> dropped = {};
};

FoundArticles find_articles(const ParsedPage& page, const ArticleTables& tables);

}  // namespace machtin

#pragma once
// Pages and tables that the tests of this stage share.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "article/article_tables.h"
#include "article/find_articles.h"
#include "page/text_blocks.h"

namespace machtin {

// The tables compiled in, of all languages.
inline const ArticleTables& shipped_tables() {
  static const ArticleTables tables = [] {
    std::vector<Pack> packs;
    for (const char* code : {"all", "vi", "en"}) {
      if (Result<Pack> pack = Pack::load(code)) packs.push_back(std::move(*pack));
    }
    Result<ArticleTables> loaded = ArticleTables::load(packs);
    return loaded ? std::move(*loaded) : ArticleTables();
  }();
  return tables;
}

inline ParsedPage text_page(std::string_view text) {
  ParsedPage page;
  page.key = "sha256:00";
  page.blocks = text_blocks(text);
  return page;
}

}  // namespace machtin

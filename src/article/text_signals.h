#pragma once
// What cleaners of corpora filter pages by, counted over what find_articles() found;
// docs/signals.md defines each signal. Tested by text_signals_test.cc.

#include <optional>

#include "article/article_tables.h"
#include "machtin/article.h"
#include "machtin/signals.h"

namespace machtin {

// None for a page without a main article. Linear.
std::optional<TextSignals> text_signals(const Page& page, const ArticleTables& tables);

}  // namespace machtin

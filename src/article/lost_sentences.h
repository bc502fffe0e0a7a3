#pragma once
// What the line model takes for notes of the paper though it is the article's: sections of a short
// text share few words with the rest. Tested by find_articles_test.cc.

#include <vector>

#include "article/open_lines.h"

namespace machtin {

// Makes sentences between the title and the end of the article text where they are a fifth of it at
// least, and the lines over sentences their headings.
void keep_lost_sentences(OpenLines& open, const std::vector<PageLine>& lines,
                         const ArticleTables& tables);

}  // namespace machtin

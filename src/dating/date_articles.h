#pragma once
// The articles of one page, together → when each was published, with bounds and evidence. What the
// page proves goes to value and bounds; what rests on habit goes to `likely`. Tested by
// date_articles_test.cc.

#include <optional>
#include <string>
#include <vector>

#include "article/find_articles.h"
#include "language/time.h"
#include "machtin/article.h"

namespace machtin {

struct DatingTables;  // dating/dating_tables.h

struct DatingOptions {
  std::optional<std::string> given =
      {};                // --published, or the record's own date: ISO 8601 day or time
  bool foreign = false;  // the page's language has no tables of its own: no zone is told
  std::optional<std::string> url = {};  // a day in the URL's path is evidence of kind metadata
};

// One date for each article, in their order.
std::vector<PublicationDate> date_articles(const std::vector<FoundArticle>& articles,
                                           const DatingOptions& options, const DatingTables& dating,
                                           const TimeTables& times);

}  // namespace machtin

#pragma once
// The lines of a crawler page with what is certain settled (furniture of the tables, dates,
// repeats); what is open, with its features, is for the line model. Tested by
// find_articles_test.cc.

#include <cstddef>
#include <optional>
#include <vector>

#include "article/article_tables.h"
#include "article/line_features.h"
#include "article/line_model.h"
#include "article/line_roles.h"
#include "article/page_line.h"
#include "page/parsed_page.h"

namespace machtin {

struct OpenLines {
  std::vector<RoleOfLine> roles = {};         // one a line of the page; of open lines not yet known
  std::vector<LineLook> looks = {};           // one a line of the page
  std::vector<std::size_t> places = {};       // the open lines
  std::vector<ActiveFeatures> features = {};  // one an open line
};

OpenLines open_lines(const ParsedPage& page, const std::vector<PageLine>& lines,
                     const ArticleTables& tables);

// A short line made of words like "share", "comment", "print" for the most part, whatever the site
// calls it.
std::optional<DropReason> furniture_by_words(const PageLine& line, const ArticleTables& tables);

}  // namespace machtin

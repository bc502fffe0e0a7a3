#pragma once
// What the open lines of a crawler page (those that no rule settled) show: shape, place, what
// stands around them, how much of their words the core of the article has. Each is a binary
// feature; their names are those of line_weights.tsv. Tested by line_model_test.cc.

#include <cstddef>
#include <string>
#include <vector>

#include "article/article_tables.h"
#include "article/line_model.h"
#include "article/line_roles.h"
#include "article/page_line.h"
#include "page/parsed_page.h"

namespace machtin {

std::size_t line_feature_count();
std::string line_feature_name(std::size_t id);

struct LineLook {  // what a line shows by itself
  bool open = false;
  bool stop = false, colon = false, sentence_start = false, indented = false;
  bool paragraph = false, title_like = false;
  bool slug = false, genre = false, credit = false, heading = false, twice = false;
  float byline = 0;
  float caption_words = 0;    // log odds by its words
  float heading_share = 0;    // of its words, those of which headings are made
  float furniture_share = 0;  // … furniture
  int words = 0;
};

LineLook look_at(const PageLine& line, const ArticleTables& tables);

// roles: of the lines that are settled, those that looks do not call open. One entry an open line,
// in page order. Linear in the page.
std::vector<ActiveFeatures> features_of_open_lines(const ParsedPage& page,
                                                   const std::vector<PageLine>& lines,
                                                   const std::vector<LineLook>& looks,
                                                   const std::vector<RoleOfLine>& roles,
                                                   const ArticleTables& tables);

}  // namespace machtin

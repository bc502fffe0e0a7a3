#pragma once
// What the model of lines, which looks at neighbours alone, cannot see of lists of other articles
// and of live blogs: that a list goes on as it began, that the text came back to its matter. Tested
// by teaser_lists_test.cc.

#include <vector>

#include "article/article_tables.h"
#include "article/line_roles.h"
#include "article/open_lines.h"
#include "article/page_line.h"

namespace machtin {

inline bool is_teaser(LineRole role) {
  return role == LineRole::kTeaserTitle || role == LineRole::kTeaserText ||
         role == LineRole::kTeaserCaption;
}

// A sentence right below the title of another article, taken for text of the main one, is that
// title's where it shares more with it than with the text above, where the list has sentences below
// its other titles and this one shares little with the text, and below the end of the text. So is a
// title with its sentence that goes on such a list.
void find_ledes_below_titles(OpenLines& open, const std::vector<PageLine>& lines,
                             const ArticleTables& tables);

// Below a heading of the tables and below the author's name at the end stand titles of other
// articles: a line that looks like one is one, though the model takes it for furniture, for a
// heading or for a caption.
void find_titles_of_lists(OpenLines& open, const std::vector<PageLine>& lines);

// What an asterisk opens at the end of the text ("* Mời quý độc giả theo dõi …") and what speaks of
// another matter is a note of the paper.
void drop_closing_note(OpenLines& open, const std::vector<PageLine>& lines,
                       const ArticleTables& tables);

// Times on lines of their own between entries of a live blog are part of it.
void keep_live_times(OpenLines& open, const std::vector<PageLine>& lines);

}  // namespace machtin

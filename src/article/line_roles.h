#pragma once
// What each line of a page is. Two makers of roles (text_roles.cc reads crawler text,
// markup_roles.cc reads the hints of HTML), one assembler that turns them into articles. Tested by
// find_articles_test.cc.

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "article/article_tables.h"
#include "article/page_line.h"
#include "machtin/article.h"
#include "page/parsed_page.h"

namespace machtin {

enum class LineRole {
  kTitle,
  kLede,
  kBody,
  kCaption,
  kByline,
  kDate,
  kHeading,
  kTeaserTitle,
  kTeaserCaption,
  kTeaserText,
  kInlineTeaser,  // a related link inside the text: the heading above the list is not its own
  kRepeat,
  kDrop,
};

struct RoleOfLine {
  LineRole role = LineRole::kDrop;
  DropReason why = DropReason::kOther;      // for kDrop
  std::optional<std::size_t> repeats = {};  // for kRepeat: the line that it tells again
};

// The page's blocks as lines; a paragraph that the crawler broke over two is one line.
std::vector<PageLine> lines_of(const ParsedPage& page, const ArticleTables& tables);

// Why blocks of a hint belong to no article; null for hints of blocks that may.
std::optional<DropReason> furniture_by_hint(BlockHint hint);

// Agencies of slugs that the page itself vouches for: two lines begin so, or the name stands
// nowhere else ("TT - …" of a page that never speaks of TT; a text on the EU does speak of it
// elsewhere).
std::unordered_set<std::string> vouched_slugs(const std::vector<PageLine>& lines,
                                              const ArticleTables& tables);

// What the page calls its site: metadata, host; folded_title() of each.
std::vector<std::string> site_names_of(const ParsedPage& page);
// Who the page says holds its rights, as printed: the publisher, where nothing else names it.
std::optional<std::string> rights_holder_of(const ParsedPage& page);

// Roles from the text alone: what stands where, what is told twice, what is about something else.
std::vector<RoleOfLine> roles_from_text(const ParsedPage& page, const std::vector<PageLine>& lines,
                                        const ArticleTables& tables);

// Roles from the hints of markup; for pages that have a body among them.
std::vector<RoleOfLine> roles_from_markup(const ParsedPage& page,
                                          const std::vector<PageLine>& lines,
                                          const ArticleTables& tables);

}  // namespace machtin

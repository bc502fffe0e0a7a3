// Crawler text → roles. What is certain is settled line by line (open_lines.h); all other lines get
// the likeliest sequence of states (line_model.h), for a title-like line is the title, a
// sub-heading, a caption, or the title of another article by what stands around it, and by whether
// it speaks of the main article's matter. Tested by find_articles_test.cc.
#include <utility>

#include "article/line_model.h"
#include "article/line_roles.h"
#include "article/open_lines.h"

namespace machtin {
namespace {

RoleOfLine role_of(LineState state) {
  switch (state) {
    case LineState::kTitle:
      return {LineRole::kTitle, DropReason::kOther, {}};
    case LineState::kBody:
    case LineState::kSubhead:
      return {LineRole::kBody, DropReason::kOther, {}};
    case LineState::kCaption:
      return {LineRole::kCaption, DropReason::kOther, {}};
    case LineState::kEarlyByline:
    case LineState::kLateByline:
      return {LineRole::kByline, DropReason::kByline, {}};
    case LineState::kPreHead:
    case LineState::kHead:
      return {LineRole::kHeading, DropReason::kHeading, {}};
    case LineState::kPreTitle:
    case LineState::kOtherTitle:
      return {LineRole::kTeaserTitle, DropReason::kOther, {}};
    case LineState::kPreText:
    case LineState::kOtherText:
      return {LineRole::kTeaserText, DropReason::kOther, {}};
    case LineState::kOtherCaption:
      return {LineRole::kTeaserCaption, DropReason::kOther, {}};
    case LineState::kInline:
      return {LineRole::kInlineTeaser, DropReason::kOther, {}};
    case LineState::kPre:
      return {LineRole::kDrop, DropReason::kMenu, {}};
    case LineState::kComment:
      return {LineRole::kDrop, DropReason::kComment, {}};
    case LineState::kJunk:
    case LineState::kOtherJunk:
      break;
  }
  return {LineRole::kDrop, DropReason::kOther, {}};
}

bool is_teaser(LineRole role) {
  return role == LineRole::kTeaserTitle || role == LineRole::kTeaserText ||
         role == LineRole::kTeaserCaption;
}

// A signed link ("» …") below a heading or among teasers is one of their list, not of the text.
void join_links_to_lists(std::vector<RoleOfLine>& roles, const std::vector<PageLine>& lines,
                         const ArticleTables& tables) {
  bool in_list = false;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    LineRole& role = roles[i].role;
    if (role == LineRole::kInlineTeaser && in_list) {
      const auto mark = find_link_mark(lines[i], tables);
      if (mark && mark->label.begin == mark->label.end) role = LineRole::kTeaserTitle;
    }
    if (role == LineRole::kHeading || is_teaser(role)) in_list = true;
    if (role == LineRole::kBody || role == LineRole::kTitle || role == LineRole::kCaption)
      in_list = false;
  }
}

// A text that a slug opens begins at the slug: what stands between a teaser's title and the slug's
// line tells of a picture. So does a line with a credit.
void find_teaser_captions(std::vector<RoleOfLine>& roles, const std::vector<PageLine>& lines,
                          const ArticleTables& tables) {
  for (std::size_t i = 1; i < roles.size(); ++i) {
    const bool text = roles[i].role == LineRole::kTeaserText;
    const bool unsure = roles[i].role == LineRole::kDrop && roles[i].why == DropReason::kOther;
    if ((!text && !unsure) || find_slug(lines[i], tables)) continue;
    const bool above_slug = roles[i - 1].role == LineRole::kTeaserTitle && i + 1 < roles.size() &&
                            roles[i + 1].role == LineRole::kTeaserText &&
                            find_slug(lines[i + 1], tables);
    if (above_slug || (text && find_credit(lines[i], tables)))
      roles[i].role = LineRole::kTeaserCaption;
  }
}

}  // namespace

std::vector<RoleOfLine> roles_from_text(const ParsedPage& page, const std::vector<PageLine>& lines,
                                        const ArticleTables& tables) {
  OpenLines open = open_lines(page, lines, tables);
  const std::vector<LineState> states = likeliest_states(tables.line_model, open.features);
  for (std::size_t k = 0; k < states.size(); ++k) {
    RoleOfLine& role = open.roles[open.places[k]];
    role = role_of(states[k]);
    if (role.role != LineRole::kDrop || role.why != DropReason::kOther) continue;
    if (const auto why = furniture_by_words(lines[open.places[k]], tables)) role.why = *why;
  }
  join_links_to_lists(open.roles, lines, tables);
  find_teaser_captions(open.roles, lines, tables);
  return std::move(open.roles);
}

}  // namespace machtin

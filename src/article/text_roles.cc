// Crawler text → roles. What is certain is settled line by line (open_lines.h); all other lines get
// the likeliest sequence of states (line_model.h), for a title-like line is the title, a
// sub-heading, a caption, or the title of another article by what stands around it, and by whether
// it speaks of the main article's matter. Tested by find_articles_test.cc.
#include <algorithm>
#include <utility>

#include "article/line_model.h"
#include "article/line_roles.h"
#include "article/lost_sentences.h"
#include "article/open_lines.h"
#include "article/teaser_lists.h"

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

// Markup that shows no body may show the title all the same: what the model took for one above it
// is furniture.
void follow_title_of_markup(const ParsedPage& page, const std::vector<PageLine>& lines,
                            std::vector<RoleOfLine>& roles) {
  std::size_t title = 0;
  while (title < lines.size() && page.blocks[lines[title].blocks.front()].hint != BlockHint::kTitle)
    ++title;
  if (title == lines.size()) return;
  for (std::size_t i = 0; i < title; ++i) {
    if (roles[i].role == LineRole::kTitle) roles[i] = {LineRole::kDrop, DropReason::kOther, {}};
  }
  roles[title] = {LineRole::kTitle, DropReason::kOther, {}};
}

// Below the heading of a list, a line that no table knows as a heading, with a sentence below it,
// is the title of another article, however alone it stands.
void find_lone_teasers(std::vector<RoleOfLine>& roles, const std::vector<PageLine>& lines,
                       const ArticleTables& tables) {
  constexpr int kTitleWords = 4, kSentenceWords = 6;
  std::optional<std::size_t> title;
  bool below_heading = false;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    RoleOfLine& role = roles[i];
    if (role.role == LineRole::kRepeat) continue;
    const bool known = tables.headings.contains(line_key(lines[i].tokens));
    if (role.role == LineRole::kHeading && !known && below_heading && !title) {
      if (lines[i].words >= kTitleWords && !ends_with_stop(lines[i])) title = i;
      continue;
    }
    const bool other = role.role == LineRole::kDrop && role.why == DropReason::kOther;
    if (title && other && lines[i].words >= kSentenceWords && ends_with_stop(lines[i])) {
      roles[*title].role = LineRole::kTeaserTitle;
      role.role = LineRole::kTeaserText;
    }
    title = std::nullopt;
    below_heading = role.role == LineRole::kHeading && known;
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

// A sentence told twice under a picture that has its caption already is the text's, not a second
// caption: where one caption names its photographer, the next would too.
void free_sentences_below_captions(OpenLines& open, const std::vector<PageLine>& lines,
                                   const ArticleTables& tables) {
  for (std::size_t k = 1; k < open.places.size(); ++k) {
    const std::size_t i = open.places[k], above = open.places[k - 1];
    if (open.roles[i].role != LineRole::kCaption || open.roles[above].role != LineRole::kCaption)
      continue;
    if (!open.looks[i].twice || !open.looks[i].stop || open.looks[i].credit) continue;
    if (open.looks[above].twice || !find_credit(lines[above], tables)) continue;
    bool credited = false;  // as it is told again
    for (std::size_t next = i + 1; next < lines.size() && open.roles[next].repeats == i; ++next)
      credited = credited || find_credit(lines[next], tables);
    if (!credited) open.roles[i].role = LineRole::kBody;
  }
}

// "(Vietnam+)", "(Theo Nhịp Sông)": brackets round nothing but who told it.
bool is_source_in_brackets(const PageLine& line, const Byline& byline) {
  return !byline.agencies.empty() && byline.authors.empty() && line.tokens.front().key == "(" &&
         (line.tokens.back().key == ")" || line.tokens.back().key == ".");
}

// "Mai Lan (Theo Reuters, CNN)": the form says that it signs, whatever the model makes of it.
bool signs_by_form(const LineLook& look, const PageLine& line, const ArticleTables& tables) {
  constexpr float kSigned = 2.5F;
  constexpr int kMostWords = 12;
  if (look.credit || look.byline == 0 || look.words > kMostWords) return false;
  const ByteSpan whole{0, static_cast<std::uint32_t>(line.text.size())};
  const Byline byline = find_byline(line, whole, tables);
  if (is_source_in_brackets(line, byline)) return true;
  return !look.stop && look.byline >= kSigned && !byline.authors.empty() &&
         !byline.agencies.empty();
}

void mark_signatures(OpenLines& open, const std::vector<PageLine>& lines,
                     const ArticleTables& tables) {
  for (std::size_t k = 1; k < open.places.size(); ++k) {
    const std::size_t i = open.places[k];
    const LineRole role = open.roles[i].role;
    if (role != LineRole::kBody && role != LineRole::kTitle) continue;
    if (signs_by_form(open.looks[i], lines[i], tables))
      open.roles[i] = {LineRole::kByline, DropReason::kByline, {}};
  }
}

// Where the model is unsure: on a page of few lines, which hold too little to tell by, and on any
// page of which it would leave nothing. The first line that may be one is the title there, the rest
// is text.
class FewLines {
 public:
  FewLines(OpenLines& open, const std::vector<PageLine>& lines, const ArticleTables& tables)
      : open_(open), lines_(lines), tables_(tables) {}

  void settle() {
    const bool few = open_.places.size() <= kFew;
    if (few && is_told()) return keep_sentences();
    if (!few && !comes_out_empty()) return;
    const std::size_t title = first_words();
    const std::size_t end = end_of_text(title);
    if (title >= end) return;
    // Names alone, below a heading or not, are a menu.
    if (end - title > 1 && prose_in(title, end) == 0 && !one_of(LineRole::kTitle)) return;
    // A sentence that the model takes for text is no title.
    const bool opens_with_text =
        look(title).paragraph || (is_prose(title) && role(title).role == LineRole::kBody);
    for (std::size_t k = title; k < end; ++k) {
      if (k > title && signs_by_form(look(k), line(k), tables_)) {
        role(k) = {LineRole::kByline, DropReason::kByline, {}};
        continue;
      }
      if (may_be_text(k)) role(k) = {LineRole::kBody, DropReason::kOther, {}};
    }
    list_below(end);
    for (RoleOfLine& other : open_.roles) {  // a page has one
      if (!opens_with_text && other.role == LineRole::kTitle)
        other = {LineRole::kDrop, DropReason::kOther, {}};
    }
    if (!opens_with_text) role(title) = {LineRole::kTitle, DropReason::kOther, {}};
  }

 private:
  static constexpr std::size_t kFew = 6;

  RoleOfLine& role(std::size_t k) { return open_.roles[open_.places[k]]; }
  const RoleOfLine& role(std::size_t k) const { return open_.roles[open_.places[k]]; }
  const LineLook& look(std::size_t k) const { return open_.looks[open_.places[k]]; }
  const PageLine& line(std::size_t k) const { return lines_[open_.places[k]]; }
  bool is_prose(std::size_t k) const { return look(k).stop && look(k).words >= 3; }

  bool one_of(LineRole wanted) const {
    return std::any_of(open_.roles.begin(), open_.roles.end(),
                       [wanted](const RoleOfLine& role) { return role.role == wanted; });
  }

  // Title and text, and no sentence for a title below a line that is none.
  bool is_told() const {
    if (!one_of(LineRole::kTitle) || !one_of(LineRole::kBody)) return false;
    for (std::size_t k = 0; k < open_.places.size(); ++k) {
      if (role(k).role != LineRole::kTitle) continue;
      return k == 0 || !is_prose(k) || is_prose(k - 1);
    }
    return true;
  }

  bool comes_out_empty() const {
    return std::none_of(open_.roles.begin(), open_.roles.end(), [](const RoleOfLine& role) {
      return role.role == LineRole::kTitle || role.role == LineRole::kBody ||
             is_teaser(role.role) || role.role == LineRole::kInlineTeaser;
    });
  }

  // Furniture by its words, credits and signatures are neither title nor text.
  bool may_be_text(std::size_t k) const {
    if (look(k).heading || look(k).credit || furniture_by_words(line(k), tables_)) return false;
    return role(k).role != LineRole::kByline || look(k).byline < 1.0F;
  }

  // On a long page what stands above its first sentence but for one line is a menu.
  std::size_t first_words() const {
    std::size_t k = 0;
    if (open_.places.size() > kFew) {
      while (k < open_.places.size() && !is_prose(k)) ++k;
      if (k == open_.places.size()) return k;
      k -= k > 0 ? 1 : 0;
    }
    while (k < open_.places.size() && !may_be_text(k)) ++k;
    return k;
  }

  // A heading ("Tin liên quan") or readers' comments end the text.
  std::size_t end_of_text(std::size_t title) const {
    std::size_t k = title;
    for (; k < open_.places.size() && !look(k).heading; ++k) {
      const std::size_t i = open_.places[k];
      const bool below_comments = k > title && open_.roles[i - 1].role == LineRole::kDrop &&
                                  open_.roles[i - 1].why == DropReason::kComment &&
                                  !open_.looks[i - 1].open;
      if (below_comments) break;
    }
    return k;
  }

  // Sentences below the title that no table knows for furniture; the first is no caption unless a
  // credit says so.
  void keep_sentences() {
    std::size_t title = 0;
    while (title < open_.places.size() && role(title).role != LineRole::kTitle) ++title;
    const std::size_t end = end_of_text(title);
    for (std::size_t k = title; k < end; ++k) {
      const bool lost =
          role(k).role == LineRole::kDrop || (k == title + 1 && role(k).role == LineRole::kCaption);
      if (lost && is_prose(k) && may_be_text(k))
        role(k) = {LineRole::kBody, DropReason::kOther, {}};
    }
  }

  // What stands below a heading: titles of other articles, unless the model knows better.
  void list_below(std::size_t heading) {
    if (heading >= open_.places.size() || !look(heading).heading) return;
    for (std::size_t k = heading; k < open_.places.size(); ++k) {
      if (look(k).heading) {
        role(k) = {LineRole::kHeading, DropReason::kHeading, {}};
      } else if (role(k).role == LineRole::kDrop && look(k).title_like && may_be_text(k)) {
        role(k) = {LineRole::kTeaserTitle, DropReason::kOther, {}};
      }
    }
  }

  std::size_t prose_in(std::size_t begin, std::size_t end) const {
    std::size_t prose = 0;
    for (std::size_t k = begin; k < end; ++k) prose += is_prose(k);
    return prose;
  }

  OpenLines& open_;
  const std::vector<PageLine>& lines_;
  const ArticleTables& tables_;
};

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
  free_sentences_below_captions(open, lines, tables);
  mark_signatures(open, lines, tables);
  // Of markup without a body the head gives the title, and what is left is furniture.
  if (page.format == Format::kText) {
    FewLines(open, lines, tables).settle();
    keep_lost_sentences(open, lines, tables);
    find_ledes_below_titles(open, lines, tables);
    drop_closing_note(open, lines, tables);
    find_titles_of_lists(open, lines);
    keep_live_times(open, lines);
  } else {
    follow_title_of_markup(page, lines, open.roles);
  }
  join_links_to_lists(open.roles, lines, tables);
  find_lone_teasers(open.roles, lines, tables);
  find_teaser_captions(open.roles, lines, tables);
  return std::move(open.roles);
}

}  // namespace machtin

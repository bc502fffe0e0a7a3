// HTML's hints → roles. Where the page stage has found the body, its hints are followed, and the
// text is asked only what hints leave open: a caption among paragraphs, the author below them, a
// related link between them. Tested by find_articles_test.cc.
#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "article/known_authors.h"
#include "article/line_roles.h"
#include "article/signature.h"
#include "page/page_url.h"
#include "text/fold.h"

namespace machtin {
namespace {

class MarkupRoles {
 public:
  MarkupRoles(const ParsedPage& page, const std::vector<PageLine>& lines,
              const ArticleTables& tables)
      : page_(page), lines_(lines), tables_(tables), roles_(lines.size()) {}

  std::vector<RoleOfLine> find() {
    title_ = choose_title();
    last_text_ = last_body_text();
    while (first_body_ < lines_.size() && block(first_body_).hint != BlockHint::kBody)
      ++first_body_;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      has_lede_ = has_lede_ || block(i).hint == BlockHint::kLede;
    }
    const KnownAuthors known = known_authors(page_.metadata, site_names_of(page_), tables_);
    for (const std::string& name : known.people) authors_.insert(folded_title(name));
    names_author_ = std::any_of(known.people.begin(), known.people.end(), [](const auto& name) {
      return name.find(' ') != std::string::npos;
    });
    for (std::size_t i = 0; i < lines_.size(); ++i) roles_[i] = role_at(i);
    return std::move(roles_);
  }

 private:
  const Block& block(std::size_t i) const { return page_.blocks[lines_[i].blocks.front()]; }

  static RoleOfLine dropped(DropReason why) { return {LineRole::kDrop, why, {}}; }
  static RoleOfLine as(LineRole role) { return {role, DropReason::kOther, {}}; }

  // The block hinted at; else the heading that the page's metadata repeat; else its first h1.
  std::size_t choose_title() const {
    const std::string told = page_.metadata.title ? folded_title(*page_.metadata.title) : "";
    std::size_t same = lines_.size(), first = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (block(i).hint == BlockHint::kTitle) return i;
      if (block(i).tag != BlockTag::kHeading || lines_[i].words == 0) continue;
      const bool fits = !lines_[i].core_key.empty() && told.starts_with(lines_[i].core_key);
      if (fits && lines_[i].words >= 3) same = std::min(same, i);
      const bool masthead = block(i).href && is_home_url(*block(i).href);
      if (block(i).heading_level == 1 && !masthead) first = std::min(first, i);
    }
    return same < lines_.size() ? same : first;
  }

  // Below it a short line may be the author's name.
  std::size_t last_body_text() const {
    std::size_t last = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (block(i).hint == BlockHint::kBody && !tells_rights(i) &&
          ((ends_with_stop(lines_[i]) && lines_[i].words > 4) || lines_[i].words > 14)) {
        last = i;
      }
    }
    return last;
  }

  // A line that is a link, but for a date behind it. Its address may be unknown.
  bool is_link(std::size_t i) const {
    const Block& at = block(i);
    if (at.href || at.link_share >= 0.8F) return true;
    return at.link_share >= 0.5F && (find_day_in_brackets(lines_[i].text) ||
                                     find_printed_date(lines_[i].text, tables_.months));
  }

  bool tells_rights(std::size_t i) const {
    return lines_[i].text.starts_with("\xC2\xA9") || lines_[i].text.starts_with("Copyright");
  }

  // Nothing but the name of an author whom the page's head tells, wherever the text prints it.
  bool is_known_author(std::size_t i) const {
    if (lines_[i].words < 2 || lines_[i].words > 8 || authors_.empty()) return false;
    return block(i).tag != BlockTag::kHeading && authors_.contains(folded_title(lines_[i].text));
  }

  Byline byline_of(std::size_t i) const { return signature_of(lines_[i], tables_); }

  // The author's name right below the text, whatever the block is taken for.
  bool signs_below(std::size_t i) const {
    if (i <= last_text_ || i > last_text_ + 2 || lines_[i].words > 12) return false;
    const Byline byline = byline_of(i);
    return (!byline.authors.empty() && byline.strength >= 1.5F) || tells_source(i, byline);
  }

  // "Nguồn: TTXVN": a label before the name of an agency, and nothing else.
  bool tells_source(std::size_t i, const Byline& byline) const {
    constexpr int kMostWords = 8;
    constexpr float kLabelled = 2.5F;
    return byline.authors.empty() && byline.agencies.size() == 1 && byline.strength >= kLabelled &&
           lines_[i].words <= kMostWords;
  }

  // The same of a block of which nothing is known: a name right behind the last paragraph.
  bool signs_next(std::size_t i) const {
    if (i <= last_text_ || i > last_text_ + 3 || lines_[i].words < 2 || lines_[i].words > 12)
      return false;
    if (block(i).link_share >= 0.5F || block(i).tag == BlockTag::kHeading) return false;
    const Byline byline = byline_of(i);
    return (!byline.authors.empty() && byline.strength >= 1.0F) || tells_source(i, byline);
  }

  // "Von Anna Berg", or names alone where the head knows none, at the top of the text.
  bool signs_above(std::size_t i) const {
    const PageLine& line = lines_[i];
    if (i > first_body_ + 2 || i <= title_ || line.words > 14 || ends_with_stop(line)) return false;
    if (block(i).tag == BlockTag::kHeading) return false;
    const Byline byline = byline_of(i);
    if (byline.authors.empty()) return false;
    return byline.strength >= (names_author_ || line.words < 2 ? 2.5F : 1.5F);
  }

  std::optional<RoleOfLine> furniture(std::size_t i) const {
    const auto rule = find_furniture(lines_[i], tables_);
    if (!rule) return std::nullopt;
    return dropped(rule->why);
  }

  RoleOfLine role_at(std::size_t i) {
    if (i == title_) return as(LineRole::kTitle);
    if (lines_[i].words == 0) return dropped(DropReason::kOther);
    switch (block(i).hint) {
      case BlockHint::kTitle:
        return repeats_title(i) ? RoleOfLine{LineRole::kRepeat, DropReason::kRepeat, title_}
                                : dropped(DropReason::kOther);
      case BlockHint::kLede:
        return as(std::exchange(told_lede_, true) ? LineRole::kBody : LineRole::kLede);
      case BlockHint::kBody:
        return body_role(i);
      case BlockHint::kCaption:
        return as(in_related(i) ? LineRole::kTeaserCaption : LineRole::kCaption);
      case BlockHint::kByline:
        if (tells_date(i)) return {LineRole::kDate, DropReason::kDate, {}};
        return furniture(i).value_or(RoleOfLine{LineRole::kByline, DropReason::kByline, {}});
      case BlockHint::kDate:
        if (tells_date(i)) return {LineRole::kDate, DropReason::kDate, {}};
        return in_head(i) && is_signed(i) ? RoleOfLine{LineRole::kByline, DropReason::kByline, {}}
                                          : dropped(DropReason::kDate);
      case BlockHint::kRelated:
        return related_role(i);
      case BlockHint::kRelatedHeading:
        if (signs_below(i)) return {LineRole::kByline, DropReason::kByline, {}};
        return lines_[i].words > 14 || line_key(lines_[i].tokens) == "#"
                   ? dropped(DropReason::kOther)
                   : as(LineRole::kHeading);
      case BlockHint::kShare:
        if (in_head(i) && tells_date(i)) return {LineRole::kDate, DropReason::kDate, {}};
        return is_author(i) ? RoleOfLine{LineRole::kByline, DropReason::kByline, {}}
                            : dropped(DropReason::kShare);
      case BlockHint::kNone:
        return unhinted_role(i);
      case BlockHint::kMenu:
      case BlockHint::kAd:
      case BlockHint::kTags:
        // Names of layouts mislead: between title and text a line of time is the article's.
        if (in_head(i) && tells_date(i)) return {LineRole::kDate, DropReason::kDate, {}};
        [[fallthrough]];
      default:
        return dropped(furniture_by_hint(block(i).hint).value_or(DropReason::kOther));
    }
  }

  bool tells_date(std::size_t i) const {
    constexpr int kMostWords = 18;
    if (find_date_line(lines_[i], tables_)) return true;
    if (lines_[i].words > kMostWords) return false;
    const auto date = find_printed_date(lines_[i].text, tables_.months);
    if (!date) return false;
    const BlockHint hint = block(i).hint;  // of a block that may be text alone a sentence is text
    const bool may_be_text = hint == BlockHint::kBody || hint == BlockHint::kNone;
    return !may_be_text || !is_sentence_beside(lines_[i], date->span, tables_);
  }

  bool in_head(std::size_t i) const { return i > title_ && i < first_body_ && i < title_ + 12; }

  // A name between title and text, where the page's head names no author.
  bool is_author(std::size_t i) const {
    if (!in_head(i) || names_author_ || lines_[i].words < 2 || lines_[i].words > 6) return false;
    if (find_furniture(lines_[i], tables_)) return false;
    return byline_of(i).strength >= 1.0F;
  }

  // A label says that names follow: "Đăng bởi Minh An".
  bool is_signed(std::size_t i) const {
    constexpr float kByLabel = 2.5F;
    const Byline byline = byline_of(i);
    return byline.strength >= kByLabel && !byline.authors.empty();
  }

  // A sentence that begins with a slug, or that the page's head gives as its description.
  bool reads_like_lede(std::size_t i) const {
    const PageLine& line = lines_[i];
    if (block(i).link_share >= 0.3F || line.words < 8 || !ends_with_stop(line)) return false;
    const auto slug = find_slug(line, tables_);
    if (slug && slug->sure) return true;
    if (!page_.metadata.description) return false;
    const std::string described = folded_title(*page_.metadata.description);
    return described.starts_with(line.core_key.substr(0, 60)) ||
           line.core_key.starts_with(described.substr(0, 60));
  }

  bool repeats_title(std::size_t i) const {
    return title_ < lines_.size() && lines_[i].core_key == lines_[title_].core_key;
  }

  bool in_related(std::size_t i) const {
    if (i == 0 || block(i).container < 0) return false;
    const LineRole before = roles_[i - 1].role;
    return block(i).container == block(i - 1).container &&
           (before == LineRole::kTeaserTitle || before == LineRole::kTeaserText ||
            before == LineRole::kTeaserCaption);
  }

  RoleOfLine body_role(std::size_t i) const {
    const PageLine& line = lines_[i];
    if (line.words >= 3 && repeats_title(i))
      return {LineRole::kRepeat, DropReason::kRepeat, title_};
    if (const auto drop = furniture(i); drop && line.words <= 12) return *drop;
    if (find_link_mark(line, tables_) && (block(i).href || block(i).link_share > 0.5F)) {
      return as(LineRole::kInlineTeaser);
    }
    if (tells_rights(i)) return dropped(DropReason::kOther);
    if (goes_on_list(i)) return as(LineRole::kTeaserTitle);
    if (i > last_text_ && tables_.headings.contains(line_key(line.tokens)))
      return as(LineRole::kHeading);
    if (signs_below(i) || signs_above(i)) return {LineRole::kByline, DropReason::kByline, {}};
    if (block(i).tag == BlockTag::kCaption) return as(LineRole::kCaption);
    if (i > first_body_ && is_known_author(i)) return {LineRole::kByline, DropReason::kByline, {}};
    const auto credit = find_credit(line, tables_);
    if (credit && line.words <= 60 && credit->text.end > credit->text.begin) {
      return as(LineRole::kCaption);
    }
    const bool above = i <= first_body_ + 1 && line.words <= 12 && !ends_with_stop(line);
    if (find_date_line(line, tables_) || (above && tells_date(i))) {
      return {LineRole::kDate, DropReason::kDate, {}};
    }
    if (i > last_text_ && line.words <= 12) {
      const Byline byline = byline_of(i);
      const bool agency = !byline.agencies.empty() && line.words <= 4;
      if (byline.strength >= (agency ? 0.8F : 1.0F))
        return {LineRole::kByline, DropReason::kByline, {}};
    }
    return as(LineRole::kBody);
  }

  // Below the text, under a heading of other articles: "- Title (12/3)", as old layouts list them.
  bool goes_on_list(std::size_t i) const {
    constexpr int kTitleWords = 4;
    if (i == 0 || i <= last_text_ || lines_[i].words < kTitleWords) return false;
    std::size_t above = i - 1;  // a day may stand between two titles
    if (roles_[above].role == LineRole::kDate && above > last_text_) --above;
    const LineRole before = roles_[above].role;
    return (before == LineRole::kHeading || before == LineRole::kTeaserTitle) &&
           block(i).link_share >= 0.5F;
  }

  RoleOfLine related_role(std::size_t i) const {
    const PageLine& line = lines_[i];
    const Block& at = block(i);
    if (tables_.headings.contains(line_key(line.tokens))) return as(LineRole::kHeading);
    if (find_date_line(line, tables_)) return {LineRole::kDate, DropReason::kDate, {}};
    if (const auto drop = furniture(i)) return *drop;
    if (at.tag == BlockTag::kCaption) return as(LineRole::kTeaserCaption);
    const bool titled = at.tag == BlockTag::kHeading || is_link(i);
    // Below five words a link is a section's name more often than a title.
    if (titled && line.words >= (at.tag == BlockTag::kHeading ? 4 : 5)) {
      return as(LineRole::kTeaserTitle);
    }
    if (line.words < 5) return dropped(DropReason::kMenu);
    return as(i > 0 && in_related(i) ? LineRole::kTeaserText
              : titled               ? LineRole::kTeaserTitle
                                     : LineRole::kTeaserText);
  }

  RoleOfLine unhinted_role(std::size_t i) {
    const PageLine& line = lines_[i];
    if (tables_.headings.contains(line_key(line.tokens))) return as(LineRole::kHeading);
    if (line.words >= 3 && repeats_title(i))
      return {LineRole::kRepeat, DropReason::kRepeat, title_};
    if (find_date_line(line, tables_) || (in_head(i) && line.words <= 12 && tells_date(i)))
      return {LineRole::kDate, DropReason::kDate, {}};
    if (const auto drop = furniture(i)) return *drop;
    // The summary of a layout whose names say nothing.
    if (in_head(i) && !has_lede_ && !told_lede_ && reads_like_lede(i)) {
      return as(std::exchange(told_lede_, true) ? LineRole::kBody : LineRole::kLede);
    }
    if (is_author(i) || signs_next(i)) return {LineRole::kByline, DropReason::kByline, {}};
    if (block(i).short_links) return dropped(DropReason::kMenu);
    if (goes_on_list(i)) return as(LineRole::kTeaserTitle);
    if (is_link(i) && line.words >= 5 && line.words <= 30) return as(LineRole::kTeaserTitle);
    return dropped(DropReason::kOther);
  }

  const ParsedPage& page_;
  const std::vector<PageLine>& lines_;
  const ArticleTables& tables_;
  std::vector<RoleOfLine> roles_;
  std::size_t title_ = 0, last_text_ = 0, first_body_ = 0;
  std::unordered_set<std::string> authors_;  // as the page's head names them, folded
  bool has_lede_ = false, told_lede_ = false, names_author_ = false;
};

}  // namespace

std::vector<RoleOfLine> roles_from_markup(const ParsedPage& page,
                                          const std::vector<PageLine>& lines,
                                          const ArticleTables& tables) {
  return MarkupRoles(page, lines, tables).find();
}

}  // namespace machtin

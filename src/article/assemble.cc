// Roles → articles. Tested by find_articles_test.cc.
#include "article/assemble.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "article/breadcrumb.h"
#include "article/headline.h"
#include "article/known_authors.h"
#include "article/language_id.h"
#include "article/signature.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace machtin {
namespace {

std::string without_colon(std::string text) {
  while (!text.empty() && (text.back() == ':' || text.back() == ' ')) text.pop_back();
  return text;
}

// Some sites name themselves by their address.
std::string without_scheme(const std::string& name) {
  const std::size_t scheme = name.find("://");
  if (scheme == std::string::npos) return name;
  const std::string host = name.substr(scheme + 3, name.find('/', scheme + 3) - scheme - 3);
  return host.starts_with("www.") ? host.substr(4) : host;
}

std::optional<ParagraphKind> kind_of(BlockTag tag) {
  if (tag == BlockTag::kHeading) return ParagraphKind::kHeading;
  if (tag == BlockTag::kListItem) return ParagraphKind::kListItem;
  if (tag == BlockTag::kQuote) return ParagraphKind::kQuote;
  return std::nullopt;
}

class Assembler {
 public:
  Assembler(const ParsedPage& page, const std::vector<PageLine>& lines,
            const std::vector<RoleOfLine>& roles, const ArticleTables& tables)
      : page_(page), lines_(lines), roles_(roles), tables_(tables) {
    main_.article.role = Role::kMain;
    slugs_ = vouched_slugs(lines, tables);
    mark_ranks();
    mark_parts();
    note_known_authors();
  }

  FoundArticles run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) place(i);
    settle_dates();
    if (credit_above_) drop(*credit_above_, DropReason::kByline);
    fill_main_from_metadata();
    FoundArticles found;
    const Article& main = main_.article;
    if (!main.title.empty() || main.lede || !main.paragraphs.empty() || !main.captions.empty()) {
      found.articles.push_back(std::move(main_));
    } else {  // bylines of nothing
      for (const std::string& author : authors_printed_) drop(author, DropReason::kByline);
      if (main.agency) drop(*main.agency, DropReason::kByline);
    }
    for (FoundArticle& teaser : teasers_) found.articles.push_back(std::move(teaser));
    found.dropped = std::move(dropped_);
    return found;
  }

 private:
  const Block& block(std::size_t i) const { return page_.blocks[lines_[i].blocks.front()]; }

  std::string text_of(std::size_t i, ByteSpan span) const {
    return std::string(slice(lines_[i].text, span));
  }
  static ByteSpan whole(const PageLine& line) {
    return {0, static_cast<std::uint32_t>(line.text.size())};
  }

  void drop(std::string text, DropReason why) {
    if (!text.empty()) dropped_.push_back({std::move(text), why});
  }
  // A part of a line that no field takes: kept if it has words, let go if it only joins.
  void drop_part(std::size_t i, ByteSpan span, DropReason why) {
    if (span.begin >= span.end) return;
    const ByteSpan part = trimmed(lines_[i].text, span);
    if (part.begin < part.end && has_word(slice(lines_[i].text, part))) drop(text_of(i, part), why);
  }

  // Numbers that lists print beside their titles and that belong to none: "1 …", "2 …" before them,
  // counts of comments behind them.
  void mark_ranks() {
    ranked_.resize(lines_.size());
    counted_.resize(lines_.size());
    std::vector<std::size_t> list;
    const auto close = [this, &list] {
      std::size_t behind = 0;
      for (std::size_t k = 0; k < list.size(); ++k) {
        behind += ends_in_number(list[k]);
        const bool up =
            k + 1 < list.size() && rank(list[k]) > 0 && rank(list[k]) + 1 == rank(list[k + 1]);
        if (up) ranked_[list[k]] = ranked_[list[k + 1]] = true;
      }
      if (list.size() >= 4 && behind * 3 >= list.size() * 2) {
        for (const std::size_t i : list) counted_[i] = ends_in_number(i);
      }
      list.clear();
    };
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (roles_[i].role == LineRole::kHeading) close();
      if (roles_[i].role == LineRole::kTeaserTitle) list.push_back(i);
    }
    close();
  }

  int rank(std::size_t i) const {
    const std::vector<Token>& tokens = lines_[i].tokens;
    if (tokens.size() < 4 || tokens[0].shape != Shape::kNumber || tokens[0].key.size() > 2)
      return 0;
    int number = 0;
    for (const char c : tokens[0].key) number = c >= '0' && c <= '9' ? number * 10 + c - '0' : 0;
    return number;
  }
  bool ends_in_number(std::size_t i) const {
    const std::vector<Token>& tokens = lines_[i].tokens;
    return tokens.size() >= 4 && tokens.back().shape == Shape::kNumber &&
           tokens[tokens.size() - 2].shape != Shape::kPunctuation;
  }
  // The line without such numbers, which are dropped.
  ByteSpan without_ranks(std::size_t i, ByteSpan title) {
    const std::vector<Token>& tokens = lines_[i].tokens;
    if (ranked_[i] && title.begin <= tokens.front().span.begin) {
      drop_part(i, tokens.front().span, DropReason::kOther);
      title = trimmed(lines_[i].text, {tokens[1].span.begin, title.end});
    }
    if (counted_[i] && title.end >= tokens.back().span.end) {
      drop_part(i, tokens.back().span, DropReason::kOther);
      title = trimmed(lines_[i].text, {title.begin, tokens.back().span.begin});
    }
    return title;
  }

  // Where the main article's parts stand: its lines of time and author are near them.
  void mark_parts() {
    title_at_ = first_body_ = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const LineRole role = roles_[i].role;
      if (role == LineRole::kTitle && title_at_ == lines_.size()) title_at_ = i;
      if (role != LineRole::kBody && role != LineRole::kLede) continue;
      first_body_ = std::min(first_body_, i);
      if (role == LineRole::kBody) last_body_ = i;
    }
    if (title_at_ == lines_.size()) title_at_ = first_body_;
    if (last_body_ == kNoTeaser) last_body_ = first_body_;
  }

  // How near a line of time stands to the article: 0 below the title, 1 right above it, 2 in the
  // text or below it; nothing elsewhere, where mastheads print today's date and lists their own.
  std::optional<int> date_rank(std::size_t i) const {
    if (i > title_at_ && i <= first_body_ + 2) return 0;
    if (i <= title_at_ && i + 6 >= title_at_) return 1;
    if (i > title_at_ && i <= last_body_ + 10) return 2;
    return std::nullopt;
  }

  bool may_sign(std::size_t i) const {
    return page_.format != Format::kHtml || (i + 6 >= title_at_ && i <= last_body_ + 8);
  }

  FoundArticle* teaser() { return teaser_ < teasers_.size() ? &teasers_[teaser_] : nullptr; }

  void place(std::size_t i) {
    const RoleOfLine& role = roles_[i];
    const PageLine& line = lines_[i];
    switch (role.role) {
      case LineRole::kTitle:
        if (main_.article.title.empty()) return place_title(i);
        leave_teasers();  // an article has one title; what is told as another is its text
        return place_text(i, main_, false);
      case LineRole::kLede:
      case LineRole::kBody:
        leave_teasers();
        return place_text(i, main_, role.role == LineRole::kLede);
      case LineRole::kCaption:
        return place_caption(i, main_);
      case LineRole::kByline:
        return place_byline(i, whole(line));
      case LineRole::kDate:
        return place_date(i);
      case LineRole::kHeading:
        heading_ = without_colon(line.text);
        teaser_ = kNoTeaser;
        return drop(line.text, DropReason::kHeading);
      case LineRole::kTeaserTitle:
        return place_teaser_title(i);
      case LineRole::kInlineTeaser:
        return place_inline_teaser(i);
      case LineRole::kTeaserCaption:
        return teaser() ? place_caption(i, *teaser()) : drop(line.text, DropReason::kOther);
      case LineRole::kTeaserText:
        return teaser() ? place_text(i, *teaser(), false) : drop(line.text, DropReason::kOther);
      case LineRole::kRepeat:
        return place_repeat(i);
      case LineRole::kDrop:
        break;
    }
    const auto rule = role.why == DropReason::kOther ? find_furniture(line, tables_) : std::nullopt;
    if (rule && rule->opinion) opinion_ = true;
    drop(line.text, role.why);
  }

  // Genre tag and title proper of a title's line; the tag is kept as the article's kind.
  ByteSpan take_genre(std::size_t i, Article& article) {
    const auto genre = find_genre_tag(lines_[i], tables_);
    if (!genre) return trimmed(lines_[i].text, whole(lines_[i]));
    article.kind = genre->kind;
    drop_part(i, genre->tag, DropReason::kOther);
    return genre->rest;
  }

  // The main article goes on: what was said above (a box of hot news, a link list) is over.
  void leave_teasers() {
    teaser_ = kNoTeaser;
    heading_.reset();
  }

  void place_title(std::size_t i) {
    leave_teasers();
    Article& article = main_.article;
    ByteSpan title = take_genre(i, article);
    if (const auto site = find_site_suffix(lines_[i], tables_, site_names_)) {
      if (site->title.begin <= title.begin && site->title.end > title.begin) {
        title.end = std::min(title.end, site->title.end);
        article.source = text_of(i, site->name);
      }
    }
    const std::string printed = text_of(i, title);
    Headline headline{title, std::nullopt};
    if (page_.format == Format::kHtml) headline = choose_headline(lines_[i], title, told_titles());
    article.title = headline.whole ? *headline.whole : text_of(i, headline.part);
    if (!headline.whole) {
      drop_part(i, {title.begin, headline.part.begin}, DropReason::kOther);
      drop_part(i, {headline.part.end, title.end}, DropReason::kOther);
    }
    titles_.try_emplace(folded_title(printed), kNoTeaser);
    titles_.try_emplace(folded_title(article.title), kNoTeaser);
  }

  std::string bare_title(const std::string& title) const {
    const PageLine line = make_line(title, tables_);
    const auto genre = find_genre_tag(line, tables_);
    const auto site = find_site_suffix(line, tables_, site_names_);
    ByteSpan span = genre ? genre->rest : whole(line);
    if (site && site->title.end > span.begin) span.end = std::min(span.end, site->title.end);
    return std::string(slice(line.text, span));
  }

  ToldTitles told_titles() const {
    ToldTitles told;
    told.json_ld = page_.metadata.titled_by_json_ld;
    for (const std::string& title : page_.metadata.titles) told.titles.push_back(bare_title(title));
    return told;
  }

  // Whether the press of the text's language sets slugs apart from the text.
  bool slugs_apart(const std::string& text) const {
    const std::string code = detect_language(text, page_.metadata.language, tables_);
    const auto language =
        std::find_if(tables_.languages.begin(), tables_.languages.end(),
                     [&code](const LanguageWords& words) { return words.code == code; });
    return language == tables_.languages.end() ? code == "und" : language->slugs_apart;
  }

  // The slug, if this line begins with one that the page vouches for, taken off.
  std::uint32_t take_slug(std::size_t i, Article& article, bool first) {
    const auto slug = find_slug(lines_[i], tables_);
    if (!slug) return 0;
    if (!slugs_apart(lines_[i].text)) return 0;
    const std::string name = text_of(i, slug->agency);
    if (!(slug->sure && first) && !slugs_.contains(matching_key(name))) return 0;
    take_agency(i, slug->agency, article);
    // "GENEVA, May 12": the dateline's day.
    const std::string place = text_of(i, slug->place);
    const bool dated = std::any_of(place.begin(), place.end(),
                                   [](char c) { return is_digit(static_cast<unsigned char>(c)); });
    drop_part(i, slug->place, dated ? DropReason::kDate : DropReason::kByline);
    return slug->end;
  }

  void take_agency(std::size_t i, ByteSpan span, Article& article) {
    if (article.agency) return drop_part(i, span, DropReason::kByline);
    article.agency = text_of(i, span);
  }

  void place_text(std::size_t i, FoundArticle& target, bool as_lede) {
    Article& article = target.article;
    const bool first = article.paragraphs.empty() && (!article.lede || as_lede);
    const std::string repeated = folded_title(lines_[i].text);
    if (lines_[i].words >= 8 && !texts_.insert(repeated).second) {
      return drop(lines_[i].text, DropReason::kRepeat);
    }
    ByteSpan text = whole(lines_[i]);
    text.begin = take_slug(i, article, first);
    if (&target == &main_ && i == last_body_) {
      if (const auto source = find_closing_source(lines_[i], tables_)) {
        text.end = source->begin;
        while (text.end > text.begin && lines_[i].text[text.end - 1] == ' ') --text.end;
        place_byline(i, *source);
      }
    }
    std::string words = text_of(i, text);
    if (words.empty()) return;
    const bool teaser_lede = &target != &main_ && !article.lede && article.paragraphs.empty();
    if ((as_lede || teaser_lede) && !article.lede) {
      article.lede = std::move(words);
    } else {
      mark_next_paragraph(i, article);
      article.paragraphs.push_back(std::move(words));
    }
  }

  void mark_next_paragraph(std::size_t i, Article& article) {
    const std::size_t block = lines_[i].blocks.front();
    const std::optional<ParagraphKind> kind = kind_of(page_.blocks[block].tag);
    if (kind)
      article.marks.push_back({static_cast<std::uint32_t>(article.paragraphs.size()), *kind});
  }

  void place_caption(std::size_t i, FoundArticle& target) {
    const PageLine& line = lines_[i];
    std::vector<Caption>& captions = target.article.captions;
    if (line.words >= 3 && !captions_.insert(folded_title(line.text)).second) {
      return drop(line.text, DropReason::kCaptionRepeat);
    }
    const auto label = find_caption_label(line, tables_);
    if (label) drop_part(i, label->label, DropReason::kOther);
    const std::uint32_t begin = label ? label->text.begin : 0;
    std::optional<std::string> above = std::exchange(credit_above_, std::nullopt);
    if (const auto credit = find_credit(line, tables_)) {
      drop_part(i, credit->label, DropReason::kByline);
      const std::string name = text_of(i, credit->name);
      if (above) drop(*above, DropReason::kByline);
      if (credit->text.begin < credit->text.end) {
        captions.push_back(
            {text_of(i, {std::max(begin, credit->text.begin), credit->text.end}), name});
      } else if (names_caption_below(i)) {
        credit_above_ = name;
      } else if (!captions.empty() && !captions.back().credit) {
        captions.back().credit = name;
      } else {
        drop(name, DropReason::kByline);
      }
      return;
    }
    if (const auto source = find_closing_source(line, tables_)) {
      const Byline byline = find_byline(line, *source, tables_);
      if (byline.agencies.size() == 1 && byline.authors.empty()) {
        const ByteSpan text = trimmed(line.text, {begin, source->begin});
        const ByteSpan name = byline.agencies.front();
        drop_part(i, {source->begin, name.begin}, DropReason::kByline);
        captions.push_back({text_of(i, text), text_of(i, name)});
        if (above) drop(*above, DropReason::kByline);
        return;
      }
    }
    captions.push_back({label ? text_of(i, label->text) : line.text, std::move(above)});
  }

  // A credit on a line of its own is of the caption above it, unless the one below has a label.
  bool names_caption_below(std::size_t i) const {
    return i + 1 < lines_.size() && roles_[i + 1].role == LineRole::kCaption &&
           find_caption_label(lines_[i + 1], tables_) && !find_credit(lines_[i + 1], tables_);
  }

  // Authors whom the page's head names: where one of them is printed, the other words of a byline
  // (posts, sections, towns) are no authors.
  void note_known_authors() {
    KnownAuthors known = known_authors(page_.metadata, site_names_, tables_);
    known_authors_ = std::move(known.people);
    site_author_ = std::move(known.site);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (roles_[i].role != LineRole::kByline && roles_[i].role != LineRole::kDate) continue;
      known_printed_ = known_printed_ || !known_in(i, whole(lines_[i])).empty();
    }
  }

  // Where the line prints names of known authors of two words and more.
  std::vector<ByteSpan> known_in(std::size_t i, ByteSpan within) const {
    std::vector<ByteSpan> found;
    const std::vector<Token>& tokens = lines_[i].tokens;
    if (tokens.size() > 80) return found;
    for (const std::string& author : known_authors_) {
      const std::vector<Token> name = tokenize(author);
      if (name.size() < 2 || name.size() > tokens.size()) continue;
      for (std::size_t at = 0; at + name.size() <= tokens.size(); ++at) {
        const bool same =
            std::equal(name.begin(), name.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at),
                       [](const Token& a, const Token& b) { return a.key == b.key; });
        const ByteSpan span{tokens[at].span.begin, tokens[at + name.size() - 1].span.end};
        if (!same || span.begin < within.begin || span.end > within.end) continue;
        found.push_back(span);
        break;
      }
    }
    std::sort(found.begin(), found.end(),
              [](const ByteSpan& a, const ByteSpan& b) { return a.begin < b.begin; });
    for (std::size_t k = 1; k < found.size();) {  // names that overlap: the first is kept
      if (found[k].begin < found[k - 1].end) {
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(k));
      } else {
        ++k;
      }
    }
    return found;
  }

  // On a page of markup: whether a byline is believed where its head names no printed author.
  bool is_strong(std::size_t i, const Byline& byline) const {
    if (!may_sign(i) || teaser_ != kNoTeaser) return false;
    const bool hinted = block(i).hint == BlockHint::kByline;
    if (i < title_at_ && !hinted && byline.strength < 1.5F) return false;
    const bool below = i > last_body_ + 2;
    if (!known_authors_.empty()) return byline.strength >= (below ? 2.5F : 1.5F);
    if (below) return byline.strength >= 1.5F;
    return byline.strength >= 0.3F || byline.authors.size() > 1;
  }

  // Authors and agency; what else the line says (labels, "and", second agencies) is dropped.
  void place_byline(std::size_t i, ByteSpan within) {
    std::uint32_t at = within.begin;
    for (const ByteSpan part : signature_parts(lines_[i], within, tables_)) {
      drop_part(i, {at, part.begin}, DropReason::kByline);
      place_names(i, part);
      at = part.end;
    }
    drop_part(i, {at, within.end}, DropReason::kByline);
  }

  void place_names(std::size_t i, ByteSpan within) {
    Byline byline = find_byline(lines_[i], within, tables_);
    if (known_printed_) {
      byline.authors = known_in(i, within);
      std::erase_if(byline.agencies, [&byline](const ByteSpan& agency) {
        return std::any_of(byline.authors.begin(), byline.authors.end(), [&](const ByteSpan& name) {
          return agency.begin < name.end && name.begin < agency.end;
        });
      });
    }
    const bool weak = page_.format == Format::kHtml && !known_printed_ && !is_strong(i, byline);
    if (weak || (byline.authors.empty() && byline.agencies.empty())) {
      return drop_part(i, within, DropReason::kByline);
    }
    if (tells_nothing_new(i, byline)) return drop_part(i, within, DropReason::kByline);
    std::vector<std::pair<ByteSpan, bool>> parts;  // true: an author
    parts.reserve(byline.authors.size() + byline.agencies.size());
    for (const ByteSpan span : byline.authors)
      parts.emplace_back(span, !names_publisher(lines_[i], span, tables_));
    for (const ByteSpan span : byline.agencies) parts.emplace_back(span, false);
    std::sort(parts.begin(), parts.end(),
              [](const auto& a, const auto& b) { return a.first.begin < b.first.begin; });
    std::uint32_t at = within.begin;
    for (const auto& [span, is_author] : parts) {
      drop_part(i, {at, span.begin}, DropReason::kByline);
      at = span.end;
      if (is_author) {
        take_author(i, span);
      } else {
        take_agency(i, span, main_.article);
      }
    }
    drop_part(i, {at, within.end}, DropReason::kByline);
  }

  // All whom the line names are named already: it is dropped as one.
  bool tells_nothing_new(std::size_t i, const Byline& byline) const {
    if (!byline.agencies.empty() && !main_.article.agency) return false;
    return std::all_of(byline.authors.begin(), byline.authors.end(), [&](const ByteSpan& span) {
      return authors_.contains(folded_title(slice(lines_[i].text, span)));
    });
  }

  void take_author(std::size_t i, ByteSpan span) {
    std::string name = text_of(i, span);
    if (!authors_.insert(folded_title(name)).second)
      return drop(std::move(name), DropReason::kByline);
    authors_printed_.push_back(name);
    main_.article.authors.push_back(std::move(name));
  }

  // Past the half of the day behind a clock that ends here: "3:15 CH", "3:15 chiều".
  std::uint32_t end_of_clock(std::size_t i, std::uint32_t end) const {
    const std::vector<Token>& tokens = lines_[i].tokens;
    const auto next = std::find_if(tokens.begin(), tokens.end(),
                                   [end](const Token& token) { return token.span.begin >= end; });
    const bool half = next != tokens.begin() && next != tokens.end() &&
                      std::prev(next)->shape == Shape::kNumber &&
                      (next->shape == Shape::kLower || next->shape == Shape::kUpper) &&
                      tables_.date_words.contains(next->key);
    return half ? next->span.end : end;
  }

  // The date on the line, and what stands beside it.
  struct DateOnLine {
    ByteSpan date = {}, before = {}, behind = {};
    std::string words = {};  // as printed; ISO 8601 where no pack reads the language's months
  };
  std::optional<DateOnLine> date_on(std::size_t i) const {
    const PageLine& line = lines_[i];
    const auto end = static_cast<std::uint32_t>(line.text.size());
    const auto printed = find_printed_date(line.text, tables_.months);
    const auto plain = find_date_line(line, tables_);
    if (!plain && !printed) return std::nullopt;
    ByteSpan date = plain ? plain->date : printed->span;
    if (!plain && printed->hour >= 0) date.end = end_of_clock(i, date.end);
    DateOnLine found{date, {0, date.begin}, {date.end, end}, text_of(i, date)};
    if (printed && (printed->by_name || printed->short_year)) found.words = iso_text(*printed);
    return found;
  }

  void place_date(std::size_t i) {
    const std::optional<DateOnLine> date = date_on(i);
    if (!date) return drop(lines_[i].text, DropReason::kDate);
    const bool over_title = stands_over_title(i);
    if (over_title) heading_.reset();
    FoundArticle* const below = over_title ? nullptr : teaser();
    const bool beside_main = below == nullptr && heading_.has_value();
    if (below != nullptr) below->date_lines.push_back(date->words);
    if (below == nullptr && !beside_main) note_date(i, date->words);
    drop_part(i, date->date, DropReason::kDate);
    for (const ByteSpan rest : {date->before, date->behind}) {
      if (rest.begin >= rest.end) continue;
      if (below != nullptr || beside_main) {
        drop_part(i, rest, DropReason::kByline);
      } else {
        place_byline(i, rest);
      }
    }
  }

  // A date right above the title, in another part of the page than the teaser before it, is the
  // title's: sites of old set it so, behind a column of other news.
  bool stands_over_title(std::size_t i) const {
    constexpr std::size_t kNear = 2;
    if (page_.format != Format::kHtml || i >= title_at_ || title_at_ - i > kNear) return false;
    return i > 0 && block(i).container != block(i - 1).container;
  }

  void note_date(std::size_t i, const std::string& words) {
    const std::optional<int> rank =
        page_.format == Format::kHtml ? date_rank(i) : std::optional<int>(0);
    if (!rank) return;
    bool update = false;
    for (std::size_t at = 0; at < lines_[i].tokens.size() && at < 3; ++at)
      update = update || tables_.update_labels.match(lines_[i].tokens, at);
    dates_.push_back({*rank, update, words});
  }

  // The nearest line of time first; of two the one that does not tell of a change.
  void settle_dates() {
    std::stable_sort(dates_.begin(), dates_.end(), [](const NotedDate& a, const NotedDate& b) {
      return std::pair(a.rank, a.update) < std::pair(b.rank, b.update);
    });
    for (const NotedDate& date : dates_) {
      main_.date_lines.push_back(date.words);
      if (date.update && !main_.changed) main_.changed = date.words;
    }
  }

  // A teaser told before (or the main article told as its own teaser) is not told again; the lines
  // below it still speak of it.
  bool told_before(std::size_t i, const std::string& folded) {
    const auto known = titles_.find(folded);
    if (folded.empty() || known == titles_.end()) return false;
    teaser_ = known->second;
    if (teaser() && !teaser()->article.url) teaser()->article.url = block(i).href;
    if (teaser() && !teaser()->article.image) teaser()->article.image = block(i).image;
    return true;
  }

  void add_teaser(std::size_t i, ByteSpan title, Article article) {
    article.role = Role::kTeaser;
    article.title = text_of(i, title);
    article.url = block(i).href;
    article.image = block(i).image;
    teaser_ = teasers_.size();
    titles_.try_emplace(folded_title(article.title), teaser_);
    teasers_.push_back({std::move(article), {}, {}});
  }

  // "Chợ Cốc Mì họp lại (09/08)": the day behind a title of a list of links, in brackets or whole.
  std::optional<ByteSpan> day_behind(std::size_t i, ByteSpan title) const {
    const std::string_view text = slice(lines_[i].text, title);
    if (const auto open = find_day_in_brackets(text))
      return ByteSpan{title.begin + static_cast<std::uint32_t>(*open), title.end};
    const auto date = find_printed_date(text, tables_.months);
    if (!date || date->by_name || date->span.begin < text.size() / 2) return std::nullopt;
    if (date->span.end + 2 < text.size()) return std::nullopt;
    return ByteSpan{title.begin + date->span.begin, title.end};
  }

  // A label or number behind the link of a title and outside of it: "… Nổi bật", "… 107". The share
  // of the letters inside the link tells how many stand outside.
  ByteSpan without_label(std::size_t i, ByteSpan title) {
    constexpr std::size_t kMostTokens = 4;
    const PageLine& line = lines_[i];
    const float share = block(i).link_share;
    if (share < 0.5F || share >= 1.0F) return title;
    const auto letters = static_cast<float>(count_visible(line.text));
    const auto outside = static_cast<std::size_t>(std::lround((1.0F - share) * letters));
    std::size_t counted = 0;
    for (std::size_t back = 1; back <= kMostTokens && back + 2 < line.tokens.size(); ++back) {
      const std::size_t at = line.tokens.size() - back;
      counted += count_code_points(slice(line.text, line.tokens[at].span));
      if (counted != outside) continue;
      const std::string key = line_key(std::span(line.tokens).subspan(at));
      const bool label = key == "#" || tables_.headings.contains(key) ||
                         tables_.genres.match(line.tokens, at).has_value();
      if (!label || line.tokens[at].span.begin <= title.begin) return title;
      drop_part(i, {line.tokens[at].span.begin, title.end}, DropReason::kOther);
      return trimmed(line.text, {title.begin, line.tokens[at].span.begin});
    }
    return title;
  }

  void place_teaser_title(std::size_t i) {
    if (told_before(i, lines_[i].core_key)) return drop(lines_[i].text, DropReason::kRepeat);
    if (find_link_mark(lines_[i], tables_)) return place_inline_teaser(i);
    Article article;
    const std::size_t dropped = dropped_.size();
    ByteSpan title = without_label(i, without_ranks(i, take_genre(i, article)));
    const std::optional<ByteSpan> day = day_behind(i, title);
    if (day) title = trimmed(lines_[i].text, {title.begin, day->begin});
    if (told_before(i, folded_title(slice(lines_[i].text, title)))) {
      dropped_.resize(dropped);  // the whole line goes there, with its tag and number
      return drop(lines_[i].text, DropReason::kRepeat);
    }
    article.heading = heading_;
    add_teaser(i, title, std::move(article));
    if (!day) return;
    std::string words = text_of(i, *day);
    std::erase_if(words, [](char c) { return c == '(' || c == ')'; });
    teasers_.back().date_lines.push_back(std::move(words));
    drop_part(i, *day, DropReason::kDate);
  }

  void place_inline_teaser(std::size_t i) {
    const auto mark = find_link_mark(lines_[i], tables_);
    const ByteSpan title = mark ? mark->rest : trimmed(lines_[i].text, whole(lines_[i]));
    const std::size_t before = teaser_;
    const bool listed = roles_[i].role == LineRole::kTeaserTitle;
    if (told_before(i, folded_title(slice(lines_[i].text, title)))) {
      drop(lines_[i].text, DropReason::kRepeat);
    } else {
      Article article;
      if (listed) article.heading = heading_;
      if (mark && mark->label.begin < mark->label.end) {
        article.heading = text_of(i, mark->label);
        drop_part(i, mark->label, DropReason::kHeading);
      }
      add_teaser(i, title, std::move(article));
    }
    if (!listed) teaser_ = before;
  }

  void place_repeat(std::size_t i) {
    const std::size_t told = roles_[i].repeats.value_or(i);
    const LineRole role = told < roles_.size() ? roles_[told].role : LineRole::kDrop;
    if (role == LineRole::kTeaserTitle) told_before(i, lines_[told].core_key);
    const bool caption = role == LineRole::kCaption || role == LineRole::kTeaserCaption;
    drop(lines_[i].text, caption ? DropReason::kCaptionRepeat : DropReason::kRepeat);
  }

  void fill_main_from_metadata() {
    Article& main = main_.article;
    const Metadata& metadata = page_.metadata;
    if (main.title.empty() && metadata.title) {
      const PageLine line = make_line(*metadata.title, tables_);
      const auto site = find_site_suffix(line, tables_, site_names_);
      main.title = site ? std::string(slice(line.text, site->title)) : line.text;
    }
    if (main.authors.empty() || known_printed_) {
      for (const std::string& author : known_authors_) {
        if (authors_.insert(folded_title(author)).second) main.authors.push_back(author);
      }
    }
    leave_site_out(main.authors);
    // The page says that the newsroom wrote it.
    if (main.authors.empty() && site_author_) main.authors.push_back(*site_author_);
    if (opinion_ && main.kind == ArticleKind::kNews) main.kind = ArticleKind::kOpinion;
    // Crawler text does not mark its summary; below a title the first paragraph is it.
    if (page_.format == Format::kText && !main.lede && main.paragraphs.size() > 1) {
      main.lede = std::move(main.paragraphs.front());
      main.paragraphs.erase(main.paragraphs.begin());
    }
  }

  // "Theo Báo Bến Sông, Hà An": of a site and people the people are the authors.
  void leave_site_out(std::vector<std::string>& authors) {
    if (authors.size() < 2) return;
    const auto people =
        std::stable_partition(authors.begin(), authors.end(),
                              [&](const auto& name) { return !names_own_site(name, site_names_); });
    if (people == authors.begin()) return;
    for (auto site = people; site != authors.end(); ++site) {
      const bool printed = std::erase(authors_printed_, *site) > 0;
      if (printed) drop(std::move(*site), DropReason::kByline);
    }
    authors.erase(people, authors.end());
  }

  struct NotedDate {
    int rank = 0;
    bool update = false;
    std::string words = {};
  };

  static constexpr std::size_t kNoTeaser = static_cast<std::size_t>(-1);

  const ParsedPage& page_;
  const std::vector<PageLine>& lines_;
  const std::vector<RoleOfLine>& roles_;
  const ArticleTables& tables_;
  const std::vector<std::string> site_names_ = site_names_of(page_);
  FoundArticle main_;
  std::vector<FoundArticle> teasers_;
  std::vector<Dropped> dropped_;
  std::unordered_set<std::string> slugs_;
  std::vector<bool> ranked_, counted_;                   // of a teaser's title, by line
  std::unordered_map<std::string, std::size_t> titles_;  // folded → teaser, kNoTeaser: the main one
  std::unordered_set<std::string> captions_, texts_, authors_;  // folded, told already
  std::optional<std::string> heading_;
  std::optional<std::string> credit_above_;  // of the caption on the next line
  std::size_t teaser_ = kNoTeaser;
  std::size_t title_at_ = 0, first_body_ = 0, last_body_ = kNoTeaser;
  std::vector<NotedDate> dates_;
  std::vector<std::string> authors_printed_;
  std::vector<std::string> known_authors_;  // as the page's head names them
  std::optional<std::string> site_author_;  // the site, if the head says that it wrote the article
  bool known_printed_ = false;
  bool opinion_ = false;
};

}  // namespace

FoundArticles assemble(const ParsedPage& page, const std::vector<PageLine>& lines,
                       const std::vector<RoleOfLine>& roles, const ArticleTables& tables) {
  return Assembler(page, lines, roles, tables).run();
}

void finish_articles(const ParsedPage& page, const ArticleTables& tables, FoundArticles& found) {
  std::optional<std::string> source;
  for (FoundArticle& each : found.articles) {
    Article& article = each.article;
    if (article.role == Role::kMain) {
      if (!article.source && page.metadata.site_name) {
        article.source = without_scheme(*page.metadata.site_name);
      }
      if (!article.source) article.source = page.source;
      if (!article.source) article.source = rights_holder_of(page);
      source = article.source;
      article.url = page.metadata.canonical_url ? page.metadata.canonical_url : page.url;
      article.image = page.metadata.image;
      article.key = page.key + "#0";
      article.section = page.metadata.section;
      if (!article.section && !page.clean_article)
        article.section = section_of_breadcrumb(page, article.title, tables);
      each.metadata_date = page.metadata.published;
      if (!each.metadata_date && each.date_lines.empty()) each.metadata_date = page.metadata.dated;
      if (page.metadata.modified) each.changed = page.metadata.modified;
    } else if (article.url) {
      article.key = "url:" + *article.url;
    } else {
      article.key = "title:" + folded_title(article.title) + "|" +
                    (source ? folded_title(*source) : std::string());
    }
    article.text = joined_text(article);
  }
  std::string page_language = "und";
  for (FoundArticle& each : found.articles) {
    Article& article = each.article;
    const bool main = article.role == Role::kMain;
    article.language = detect_language(
        article.text,
        main || page_language == "und" ? page.metadata.language : std::optional(page_language),
        tables);
    if (main) page_language = article.language;
  }
}

}  // namespace machtin

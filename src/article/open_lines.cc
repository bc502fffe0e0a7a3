// Settles line by line what needs no neighbours to be known. Tested by find_articles_test.cc.
#include "article/open_lines.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

class LineSettler {
 public:
  LineSettler(const ParsedPage& page, const std::vector<PageLine>& lines,
              const ArticleTables& tables)
      : page_(page), lines_(lines), tables_(tables) {}

  OpenLines settle() {
    open_.roles.resize(lines_.size());
    const std::unordered_set<std::string> slugs = vouched_slugs(lines_, tables_);
    open_.looks.reserve(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      LineLook look = look_at(lines_[i], tables_);
      look.indented = block(i).indented;
      const auto slug = find_slug(lines_[i], tables_);
      look.slug =
          slug && (slug->sure || slugs.contains(matching_key(slice(lines_[i].text, slug->agency))));
      open_.looks.push_back(look);
    }
    settle_certain();
    find_repeats();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (open_.looks[i].open) open_.places.push_back(i);
    }
    open_.features = features_of_open_lines(page_, lines_, open_.looks, open_.roles, tables_);
    return std::move(open_);
  }

 private:
  const Block& block(std::size_t i) const { return page_.blocks[lines_[i].blocks.front()]; }

  // Breadcrumbs: short names between bars or angle brackets.
  static bool is_menu_bar(const PageLine& line) {
    int bars = 0, run = 0;
    for (const Token& token : line.tokens) {
      const bool bar = token.shape == Shape::kPunctuation &&
                       (token.key == "|" || token.key == "›" || token.key == "»" ||
                        token.key == ">" || token.key == "•");
      run = bar ? 0 : run + 1;
      bars += bar;
      if (run > 6) return false;
    }
    return bars >= 2;
  }

  void settle_certain() {
    bool in_tags = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      LineLook& look = open_.looks[i];
      const auto role = look.heading ? std::nullopt : certain_role(i, in_tags);
      const bool tags = role && role->role == LineRole::kDrop && role->why == DropReason::kTags;
      in_tags = tags && (in_tags || lines_[i].words <= 3);
      look.open = !role;
      if (role) open_.roles[i] = *role;
    }
  }

  // below_tags: key words may follow, a line each.
  std::optional<RoleOfLine> certain_role(std::size_t i, bool below_tags) const {
    const PageLine& line = lines_[i];
    const auto dropped = [](DropReason why) { return RoleOfLine{LineRole::kDrop, why, {}}; };
    if (const auto why = furniture_by_hint(block(i).hint)) return dropped(*why);
    if (line.words == 0 || line.tokens[0].key == "©") return dropped(DropReason::kOther);
    if (const auto furniture = find_furniture(line, tables_)) return dropped(furniture->why);
    if (find_date_line(line, tables_)) return RoleOfLine{LineRole::kDate, DropReason::kDate, {}};
    if (is_menu_bar(line)) return dropped(DropReason::kMenu);
    // The rank of a title in a list, a count.
    const bool number = line.words == 1 && line.tokens[0].shape == Shape::kNumber;
    if (number) return dropped(DropReason::kOther);
    const bool tag = line.words <= 6 && line.tokens[0].key == "#" && !open_.looks[i].stop;
    if (tag || (below_tags && line.words <= 5 && !open_.looks[i].stop))
      return dropped(DropReason::kTags);
    if (find_link_mark(line, tables_)) {
      return RoleOfLine{LineRole::kInlineTeaser, DropReason::kOther, {}};
    }
    return std::nullopt;
  }

  // What a line is known by when it is told again: without genre tag, slug, credit and, of what may
  // be the title, without the site's name.
  std::string key_of(std::size_t i, bool may_be_title,
                     const std::vector<std::string>& names) const {
    const PageLine& line = lines_[i];
    if (may_be_title) {
      if (const auto site = find_site_suffix(line, tables_, names))
        return make_line(std::string(slice(line.text, site->title)), tables_).core_key;
    }
    if (open_.looks[i].slug) {
      if (const auto slug = find_slug(line, tables_))
        return folded_title(std::string_view(line.text).substr(slug->end));
    }
    if (const auto credit = find_credit(line, tables_);
        credit && credit->text.end > credit->text.begin) {
      return folded_title(slice(line.text, credit->text));
    }
    return line.core_key;
  }

  // The same line again. Below three words nothing is said by it: two short sub-headings may be
  // alike.
  void find_repeats() {
    std::unordered_map<std::string, std::size_t> first;
    const std::vector<std::string> names = site_names_of(page_);
    bool text_begun = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      LineLook& look = open_.looks[i];
      text_begun = text_begun || look.paragraph;
      if (!look.open || lines_[i].words < 3 || look.heading) continue;
      const auto [known, is_new] = first.try_emplace(key_of(i, !text_begun, names), i);
      if (is_new) continue;
      open_.roles[i] = {LineRole::kRepeat, DropReason::kRepeat, known->second};
      look.open = false;
      if (near(known->second, i)) open_.looks[known->second].twice = true;
    }
  }

  // Nothing open stands between the two. Looks a few lines back alone: a page that repeats one line
  // thousands of times must not be walked again for each.
  bool near(std::size_t first, std::size_t second) const {
    if (second - first > 6) return false;
    for (std::size_t i = first + 1; i < second; ++i) {
      if (open_.looks[i].open) return false;
    }
    return true;
  }

  const ParsedPage& page_;
  const std::vector<PageLine>& lines_;
  const ArticleTables& tables_;
  OpenLines open_;
};

}  // namespace

std::optional<DropReason> furniture_by_words(const PageLine& line, const ArticleTables& tables) {
  if (line.words > 8 || line.words < 1) return std::nullopt;
  int known = 0;
  std::optional<DropReason> why;
  for (const Token& token : line.tokens) {
    const auto word = tables.furniture_words.find(token.key);
    if (word == tables.furniture_words.end()) continue;
    if (!why) why = word->second;
    ++known;
  }
  return known * 10 >= line.words * 8 ? why : std::nullopt;
}

OpenLines open_lines(const ParsedPage& page, const std::vector<PageLine>& lines,
                     const ArticleTables& tables) {
  return LineSettler(page, lines, tables).settle();
}

}  // namespace machtin

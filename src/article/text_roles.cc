// Crawler text → roles. What is certain (furniture of the tables, dates, repeats) is settled line
// by line; all other lines get the likeliest sequence of states (Viterbi), for a title-like line is
// a sub-heading, a caption, or the title of another article by what stands around it, and by
// whether it speaks of the main article's matter. Tested by find_articles_test.cc.
#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "article/line_roles.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

// States of an open line. The first five belong to the main article, the others come after or
// beside it.
enum State {
  kBodyState,
  kCaptionState,
  kEarlyByline,  // between title and text
  kLateByline,   // below the text
  kJunk,         // in or below the text: furniture that no table knows
  kHead,
  kTitleOther,
  kCaptionOther,
  kTextOther,
  kJunkOther,
  kStates
};

struct Seen {  // what a line shows by itself and beside its neighbours
  bool open = false;
  bool stop = false, colon = false, sentence_start = false, indented = false;
  bool tight_next = false;   // a caption's place: no blank line parts it from the text below
  bool tight_title = false;  // a title's place, so
  bool paragraph = false, title_like = false;
  bool slug = false, genre = false, credit = false, heading = false, twice = false;
  bool furniture_before = false, after_comments = false;
  float byline = 0;
  float caption_words = 0;   // log odds by its words
  float heading_share = 0;   // of its words, those of which headings are made
  float about_main = 0;      // weight of its words that the main article has, 0 to 1
  float about_next = 0;      // … that the next open line has
  bool about_known = false;  // enough of the main article stands before it to tell
  int words = 0;
};

constexpr float kNever = -1e6F;

// Scores are set by hand, in log-odds-like units, from what the parts of Vietnamese news pages look
// like; tried on 122 composed and real pages with and without their headings in the tables. They
// move together.
float emission(State state, const Seen& seen) {
  const float about = seen.about_known ? (seen.about_main - 0.45F) * 3.0F : 0.0F;
  float score = 0;
  switch (state) {
    case kBodyState:
      score = seen.paragraph ? 2.5F : !seen.stop ? -1.0F : seen.words >= 6 ? 1.0F : 0.3F;
      if (!seen.stop && seen.words >= 22) score += 1.5F;
      if (seen.credit) score -= 4.0F;
      if (seen.heading) score -= 6.0F;
      if (seen.twice) score -= 4.0F;
      if (seen.genre) score -= 2.0F;
      if (seen.after_comments) score -= 2.0F;
      return score + about;
    case kCaptionState:
    case kCaptionOther:
      // Without a credit, a teaser's caption looks like the next teaser's title; words do not tell.
      score = seen.credit              ? 4.0F
              : state == kCaptionOther ? -2.2F
                                       : -1.8F + 1.3F * seen.caption_words;
      if (state == kCaptionState && !seen.credit && !seen.stop && seen.words >= 6) score += 0.8F;
      if (seen.paragraph && !seen.credit) score -= 2.0F;
      if (seen.indented) score += 2.5F;
      if (seen.tight_next) score += 2.0F;  // before the text alone: below it a title stands so
      if (seen.twice && state == kCaptionState) score += 3.0F;
      if (seen.words > 50) score -= 2.0F;
      if (seen.words < 3 || seen.colon) score -= 2.0F;
      if (seen.heading || seen.slug || seen.genre) score -= 4.0F;
      return score;
    case kEarlyByline:
    case kLateByline:
      return seen.byline <= 0 ? -8.0F
                              : std::min(2.0F, seen.byline * 2.0F) - (seen.heading ? 6.0F : 0.0F);
    case kJunk:
    case kJunkOther:
      score = seen.words <= 4 ? -0.8F : seen.words <= 8 ? -2.0F : -4.5F;
      if (seen.furniture_before && seen.words <= 8) score += 0.5F;
      if (seen.after_comments) score += seen.words <= 8 ? 1.0F : 4.5F;  // readers' own sentences
      if (seen.heading) score -= 3.0F;
      return score - (seen.slug || seen.genre ? 3.0F : 0.0F);
    case kHead:
      if (seen.heading) return 6.0F;
      if (seen.words > 8 || seen.stop) return -8.0F;
      return -2.0F + seen.heading_share * 4.0F - (seen.words > 5 ? 1.5F : 0.0F);
    case kTitleOther:
      score = seen.title_like ? 1.5F : seen.stop ? -3.0F : -0.8F;
      // Titles of Vietnamese news have eight to sixteen syllables; below six they are rare.
      if (seen.words < 6) score -= seen.words < 5 ? 2.0F : 1.0F;
      if (seen.words > 26) score -= 3.0F;
      if (seen.twice) score += 3.0F;
      if (seen.genre) score += 2.0F;
      if (seen.tight_title) score += 1.0F;
      if (seen.slug || seen.credit) score -= 3.0F;
      if (seen.heading) score -= 6.0F;
      if (seen.indented) score -= 1.0F;
      return score - about * 0.5F + (seen.about_next - 0.3F);
    case kTextOther:
      score = seen.paragraph ? 1.5F : seen.stop ? 0.5F : seen.words >= 22 ? 0.0F : -2.5F;
      if (seen.slug) score += 3.0F;
      if (seen.credit || seen.heading || seen.genre || seen.twice) score -= 4.0F;
      return score - about * 0.6F;
    default:
      return kNever;
  }
}

// From (row) → to (column), in the order of State.
constexpr std::array<std::array<float, kStates>, kStates> kFollows = {{
    // body   capt  early  late  junk  head  titleO captO textO  junkO
    {{0.0F, 0.0F, -9.0F, 0.0F, -0.5F, -0.3F, -3.0F, -9.0F, -9.0F, -4.0F}},    // body
    {{0.0F, -0.3F, -4.0F, 0.0F, -0.5F, -0.3F, -3.0F, -9.0F, -9.0F, -4.0F}},   // caption
    {{0.0F, -0.3F, -2.0F, -9.0F, -1.0F, -4.0F, -6.0F, -9.0F, -9.0F, -6.0F}},  // early byline
    {{-5.0F, -3.0F, -9.0F, -1.5F, -9.0F, 0.2F, -1.5F, -9.0F, -9.0F, -0.3F}},  // late byline
    {{-1.0F, -1.0F, -3.0F, -1.5F, -0.2F, 0.2F, -2.0F, -9.0F, -9.0F, -4.0F}},  // junk
    {{-4.0F, -5.0F, -9.0F, -5.0F, -3.0F, -0.5F, 0.3F, -3.0F, -4.0F, -1.0F}},  // heading
    {{-4.0F, -5.0F, -9.0F, -4.0F, -4.0F, -0.2F, -0.3F, 0.0F, 0.2F, -0.5F}},   // other's title
    {{-5.0F, -5.0F, -9.0F, -5.0F, -4.0F, -0.5F, -0.5F, -1.0F, 0.2F, -1.0F}},  // other's caption
    {{-5.0F, -5.0F, -9.0F, -5.0F, -4.0F, 0.0F, 0.2F, -1.0F, -3.0F, -0.4F}},   // other's text
    {{-5.0F, -5.0F, -9.0F, -5.0F, -4.0F, 0.0F, 0.0F, -2.0F, -3.0F, -0.3F}},   // other's junk
}};

float begins(State state) {  // right below the main title
  switch (state) {
    case kBodyState:
    case kCaptionState:
    case kEarlyByline:
      return 0.0F;
    case kJunk:
      return -0.5F;
    case kHead:
      return -3.0F;
    case kTitleOther:
      return -5.0F;
    default:
      return -9.0F;
  }
}

std::vector<State> likeliest(const std::vector<Seen>& seen) {
  std::vector<std::array<std::uint8_t, kStates>> from(seen.size());
  std::array<float, kStates> best{};
  for (std::size_t i = 0; i < seen.size(); ++i) {
    std::array<float, kStates> now{};
    for (int to = 0; to < kStates; ++to) {
      float top = begins(static_cast<State>(to));
      if (i > 0) {
        top = kNever * 2;
        for (int last = 0; last < kStates; ++last) {
          const float score = best[last] + kFollows[last][to];
          if (score > top) {
            top = score;
            from[i][to] = static_cast<std::uint8_t>(last);
          }
        }
      }
      now[to] = top + emission(static_cast<State>(to), seen[i]);
    }
    best = now;
  }
  std::vector<State> states(seen.size(), kBodyState);
  if (seen.empty()) return states;
  int at = static_cast<int>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = seen.size(); i-- > 0;) {
    states[i] = static_cast<State>(at);
    at = from[i][at];
  }
  return states;
}

class TextRoles {
 public:
  TextRoles(const ParsedPage& page, const std::vector<PageLine>& lines, const ArticleTables& tables)
      : page_(page), lines_(lines), tables_(tables), roles_(lines.size()), seen_(lines.size()) {}

  std::vector<RoleOfLine> find() {
    look_at_lines();
    settle_certain();
    title_ = choose_title();
    settle_before_title();
    find_repeats();
    weigh_topics();
    settle_open();
    return std::move(roles_);
  }

 private:
  const Block& first_block(std::size_t i) const { return page_.blocks[lines_[i].blocks.front()]; }

  void look_at_lines() {
    std::size_t parted = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) parted += first_block(i).blank_lines_before > 0;
    const bool uses_blanks = parted * 2 > lines_.size();
    const std::unordered_set<std::string> slugs = vouched_slugs(lines_, tables_);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      look_at(i);
      const auto slug = find_slug(lines_[i], tables_);
      seen_[i].slug =
          slug && (slug->sure || slugs.contains(matching_key(slice(lines_[i].text, slug->agency))));
    }
    for (std::size_t i = 0; uses_blanks && i + 1 < lines_.size(); ++i) note_tight(i);
  }

  // A line without a blank line between it and the one below, on a page whose lines have one: a
  // caption if a slug follows or nothing of the text stands above it, else a title with its text.
  void note_tight(std::size_t i) {
    if (first_block(i + 1).blank_lines_before > 0 || first_block(i).blank_lines_before == 0) return;
    seen_[i].tight_next = seen_[i + 1].slug || !text_begun_;
    text_begun_ = text_begun_ || seen_[i].paragraph || seen_[i + 1].paragraph;
    seen_[i].tight_title = !seen_[i].tight_next && seen_[i].title_like && seen_[i + 1].paragraph;
  }

  void look_at(std::size_t i) {
    const PageLine& line = lines_[i];
    Seen& seen = seen_[i];
    seen.words = line.words;
    seen.stop = ends_with_stop(line);
    seen.colon = !line.tokens.empty() && line.tokens.back().key == ":";
    seen.sentence_start = starts_as_sentence(line);
    seen.indented = first_block(i).indented;
    seen.genre = find_genre_tag(line, tables_).has_value();
    seen.credit = find_credit(line, tables_).has_value();
    seen.caption_words = caption_odds(line);
    seen.byline =
        seen.stop && line.words > 4
            ? 0.0F
            : find_byline(line, {0, static_cast<std::uint32_t>(line.text.size())}, tables_)
                  .strength;
    // "Tin, ảnh: Minh An" signs the text, no picture.
    const auto credit = find_credit(line, tables_);
    if (credit && seen.byline >= 2.5F && credit->text.begin < credit->text.end) seen.credit = false;
    seen.paragraph = (seen.stop && line.words >= 14) || line.words >= 32;
    seen.title_like = !seen.stop && line.words >= 4 && line.words <= 26 && seen.sentence_start;
    const std::string key = line_key(line.tokens);
    seen.heading =
        tables_.headings.contains(key) ||
        (key.ends_with(" #") && tables_.headings.contains(key.substr(0, key.size() - 2)));
    int cues = 0;
    for (const Token& token : line.tokens) cues += tables_.heading_words.contains(token.key);
    seen.heading_share =
        line.words > 0 ? static_cast<float>(cues) / static_cast<float>(line.words) : 0;
  }

  float caption_odds(const PageLine& line) const {
    const auto weight = [this](const std::string& feature) {
      const auto found = tables_.caption_words.find(feature);
      return found != tables_.caption_words.end() ? found->second : 0.0F;
    };
    float odds = weight("*");
    std::unordered_set<std::string> met;
    for (const Token& token : line.tokens) {
      if (token.shape == Shape::kPunctuation) continue;
      const std::string word = token.shape == Shape::kNumber ? "<number>" : token.key;
      if (met.empty()) odds += weight("^" + word);
      if (met.insert(word).second) odds += weight(word);
    }
    return std::clamp(odds, -2.0F, 2.0F);  // a guess: it must not drown the rest
  }

  void drop(std::size_t i, DropReason why) { roles_[i] = {LineRole::kDrop, why, {}}; }

  // Breadcrumbs: short names between bars or angle brackets.
  bool is_menu_bar(const PageLine& line) const {
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

  // Settles what needs no neighbours to be known; all else is left open.
  void settle_certain() {
    bool in_tags = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto role = seen_[i].heading ? std::nullopt : certain_role(i, in_tags);
      const bool tags = role && role->role == LineRole::kDrop && role->why == DropReason::kTags;
      in_tags = tags && (in_tags || lines_[i].words <= 3);
      seen_[i].open = !role;
      if (role) roles_[i] = *role;
    }
  }

  // below_tags: key words may follow, a line each.
  std::optional<RoleOfLine> certain_role(std::size_t i, bool below_tags) const {
    const PageLine& line = lines_[i];
    const auto dropped = [](DropReason why) { return RoleOfLine{LineRole::kDrop, why, {}}; };
    if (const auto why = furniture_by_hint(first_block(i).hint)) return dropped(*why);
    if (line.words == 0 || line.tokens[0].key == "©") return dropped(DropReason::kOther);
    if (const auto furniture = find_furniture(line, tables_)) return dropped(furniture->why);
    if (find_date_line(line, tables_)) return RoleOfLine{LineRole::kDate, DropReason::kDate, {}};
    if (is_menu_bar(line)) return dropped(DropReason::kMenu);
    // The rank of a title in a list, a count.
    const bool number = line.words == 1 && line.tokens[0].shape == Shape::kNumber;
    if (number) return dropped(DropReason::kOther);
    if (below_tags && line.words <= 5 && !seen_[i].stop) return dropped(DropReason::kTags);
    if (const auto why = furniture_by_words(line)) return dropped(*why);
    if (find_link_mark(line, tables_)) {
      return RoleOfLine{LineRole::kInlineTeaser, DropReason::kOther, {}};
    }
    return std::nullopt;
  }

  // A short line made of words like "share", "comment", "print" alone, whatever the site calls it.
  std::optional<DropReason> furniture_by_words(const PageLine& line) const {
    if (line.words > 8 || line.words < 2) return std::nullopt;
    int known = 0;
    std::optional<DropReason> why;
    for (const Token& token : line.tokens) {
      const auto word = tables_.furniture_words.find(token.key);
      if (word == tables_.furniture_words.end()) continue;
      if (!why) why = word->second;
      ++known;
    }
    return known * 10 >= line.words * 8 ? why : std::nullopt;
  }

  // The first line that reads like a title and whose words the text below takes up. Menus that no
  // table knows are short, or nothing speaks of them.
  std::size_t choose_title() const {
    std::size_t best = lines_.size();
    float top = -1e9F;
    int candidates = 0;
    for (std::size_t i = 0; i < lines_.size() && candidates < 12; ++i) {
      const Seen& seen = seen_[i];
      if (!seen.open || seen.heading) continue;
      ++candidates;
      float score = seen.title_like || seen.genre ? 2.0F : -1.0F;
      score += static_cast<float>(std::min(6, lines_[i].words)) * 0.4F + text_about(i) * 4.0F;
      score -= seen.byline >= 1.0F ? 3.0F : 0.0F;
      score -= seen.credit || seen.slug ? 3.0F : 0.0F;
      score -= seen.paragraph ? 4.0F : 0.0F;
      score -= static_cast<float>(std::max(0, seen.words - 20)) * 0.3F;
      score += seen.genre ? 1.5F : 0.0F;
      score -= seen.indented || seen.tight_next ? 1.5F : 0.0F;
      score -= static_cast<float>(candidates) * 0.3F;
      if (score > top) {
        top = score;
        best = i;
      }
      if (seen.paragraph) break;  // the text has begun: no title below it
    }
    return best;
  }

  // How much of the line's words the first lines of text below it take up.
  float text_about(std::size_t at) const {
    std::unordered_set<std::string> words;
    int paragraphs = 0;
    for (std::size_t i = at + 1; i < lines_.size() && paragraphs < 3 && i < at + 20; ++i) {
      if (!seen_[i].paragraph) continue;
      ++paragraphs;
      for (const Token& token : lines_[i].tokens) words.insert(token.key);
    }
    return share_in(lines_[at], [&words](const std::string& key) { return words.contains(key); });
  }

  template <typename Known>
  float share_in(const PageLine& line, const Known& known) const {
    float all = 0, shared = 0;
    std::unordered_set<std::string> met;
    for (const Token& token : line.tokens) {
      if (token.shape == Shape::kPunctuation || !met.insert(token.key).second) continue;
      const auto weight = tables_.weights.find(token.key);
      const float w = weight != tables_.weights.end() ? weight->second : tables_.rare_weight;
      all += w;
      if (known(token.key)) shared += w;
    }
    return all > 0 ? shared / all : 0;
  }

  void settle_before_title() {
    bool headed = false;
    for (std::size_t i = 0; i < title_ && i < lines_.size(); ++i) {
      if (!seen_[i].open) continue;
      headed = headed || seen_[i].heading || seen_[i].heading_share >= 0.5F;
      drop(i, DropReason::kMenu);
      seen_[i].open = false;
      if (seen_[i].heading || (seen_[i].heading_share >= 0.5F && seen_[i].words <= 6)) {
        roles_[i] = {LineRole::kHeading, DropReason::kHeading, {}};
      }
      // A box of other articles above the title.
      if (seen_[i].title_like && lines_[i].words >= (headed ? 5 : 7)) {
        roles_[i] = {LineRole::kTeaserTitle, DropReason::kOther, {}};
      }
    }
    if (title_ < lines_.size()) {
      roles_[title_] = {LineRole::kTitle, DropReason::kOther, {}};
      seen_[title_].open = false;
    }
  }

  // The same line again, genre tag, credit and site name aside. Below three words nothing is said
  // by it: two short sub-headings may be alike.
  void find_repeats() {
    std::unordered_map<std::string, std::size_t> first;
    const std::vector<std::string> names = site_names_of(page_);
    for (std::size_t i = std::min(title_, lines_.size()); i < lines_.size(); ++i) {
      if (!seen_[i].open && i != title_) continue;
      if (lines_[i].words < 3 || seen_[i].heading) continue;
      std::string key = lines_[i].core_key;
      if (i == title_) {
        if (const auto site = find_site_suffix(lines_[i], tables_, names)) {
          const PageLine bare = make_line(std::string(slice(lines_[i].text, site->title)), tables_);
          key = bare.core_key;
        }
      } else if (const auto slug = find_slug(lines_[i], tables_); slug && seen_[i].slug) {
        key = folded_title(std::string_view(lines_[i].text).substr(slug->end));
      } else if (const auto credit = find_credit(lines_[i], tables_);
                 credit && credit->text.end > credit->text.begin) {
        key = folded_title(slice(lines_[i].text, credit->text));
      }
      const auto [known, is_new] = first.try_emplace(key, i);
      if (is_new) continue;
      roles_[i] = {LineRole::kRepeat, DropReason::kRepeat, known->second};
      seen_[i].open = false;
      if (near(known->second, i)) seen_[known->second].twice = true;
    }
  }

  // Nothing open stands between the two. Looks a few lines back alone: a page that repeats one line
  // thousands of times must not be walked again for each.
  bool near(std::size_t first, std::size_t second) const {
    if (second - first > 6) return false;
    for (std::size_t i = first + 1; i < second; ++i) {
      if (seen_[i].open) return false;
    }
    return true;
  }

  // For each line after the title: how much of it the main article has told already. Nothing below
  // the first known heading is counted as the main article's.
  void weigh_topics() {
    std::unordered_set<std::string> main;
    int main_words = 0;
    bool in_main = true;
    for (std::size_t i = title_; i < lines_.size(); ++i) {
      Seen& seen = seen_[i];
      if (seen.open) {
        seen.about_main =
            share_in(lines_[i], [&main](const std::string& key) { return main.contains(key); });
        seen.about_known = main_words >= 80;
        seen.about_next = about_next(i);
      }
      if (seen.heading && main_words >= 40) in_main = false;
      if (!in_main || (!seen.open && i != title_)) continue;
      main_words += seen.words;
      for (const Token& token : lines_[i].tokens) {
        if (token.shape != Shape::kPunctuation) main.insert(token.key);
      }
    }
    note_furniture();
  }

  void note_furniture() {
    bool furniture = false, comments = false;
    int words = 0;
    for (std::size_t i = title_; i < lines_.size(); ++i) {
      seen_[i].furniture_before = furniture;
      seen_[i].after_comments = comments;
      if (seen_[i].open) words += seen_[i].words;
      if (seen_[i].heading) comments = false;
      if (words >= 80 && roles_[i].role == LineRole::kDrop &&
          roles_[i].why == DropReason::kComment) {
        comments = true;
      }
      furniture = roles_[i].role == LineRole::kDrop && !seen_[i].open && i != title_;
    }
  }

  float about_next(std::size_t at) const {
    if (!seen_[at].title_like) return 0;
    std::unordered_set<std::string> words;
    int lines = 0;
    for (std::size_t i = at + 1; i < lines_.size() && i < at + 6 && lines < 2; ++i) {
      if (!seen_[i].open) continue;
      ++lines;
      for (const Token& token : lines_[i].tokens) words.insert(token.key);
      if (seen_[i].paragraph) break;
    }
    return share_in(lines_[at], [&words](const std::string& key) { return words.contains(key); });
  }

  void settle_open() {
    std::vector<Seen> open;
    std::vector<std::size_t> places;
    for (std::size_t i = title_; i < lines_.size(); ++i) {
      if (!seen_[i].open) continue;
      open.push_back(seen_[i]);
      places.push_back(i);
    }
    const std::vector<State> states = likeliest(open);
    for (std::size_t k = 0; k < places.size(); ++k) {
      RoleOfLine& role = roles_[places[k]];
      role = role_of(states[k]);
      const bool comment = seen_[places[k]].after_comments && role.role == LineRole::kDrop;
      if (comment) role.why = DropReason::kComment;
    }
  }

  static RoleOfLine role_of(State state) {
    switch (state) {
      case kBodyState:
        return {LineRole::kBody, DropReason::kOther, {}};
      case kCaptionState:
        return {LineRole::kCaption, DropReason::kOther, {}};
      case kEarlyByline:
      case kLateByline:
        return {LineRole::kByline, DropReason::kByline, {}};
      case kHead:
        return {LineRole::kHeading, DropReason::kHeading, {}};
      case kTitleOther:
        return {LineRole::kTeaserTitle, DropReason::kOther, {}};
      case kCaptionOther:
        return {LineRole::kTeaserCaption, DropReason::kOther, {}};
      case kTextOther:
        return {LineRole::kTeaserText, DropReason::kOther, {}};
      default:
        return {LineRole::kDrop, DropReason::kOther, {}};
    }
  }

  const ParsedPage& page_;
  const std::vector<PageLine>& lines_;
  const ArticleTables& tables_;
  std::vector<RoleOfLine> roles_;
  std::vector<Seen> seen_;
  std::size_t title_ = 0;
  bool text_begun_ = false;
};

}  // namespace

std::vector<RoleOfLine> roles_from_text(const ParsedPage& page, const std::vector<PageLine>& lines,
                                        const ArticleTables& tables) {
  return TextRoles(page, lines, tables).find();
}

}  // namespace machtin

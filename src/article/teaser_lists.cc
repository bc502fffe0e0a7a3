// Tested by teaser_lists_test.cc.
#include "article/teaser_lists.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace machtin {
namespace {

constexpr int kSentenceWords = 6;

bool is_unsure(const RoleOfLine& role) {
  return role.role == LineRole::kHeading ||
         (role.role == LineRole::kDrop && role.why == DropReason::kOther);
}

// What stands between the titles of a list and belongs to them: days, what is told again.
bool is_aside(const RoleOfLine& role) {
  return role.role == LineRole::kDate || role.role == LineRole::kRepeat;
}

// What the main article is about: words of its title, and those that two of its lines have.
class Matter {
 public:
  explicit Matter(const ArticleTables& tables) : tables_(tables) {}

  void add(const PageLine& line, bool is_title) {
    ++lines_;
    for (const Token& token : line.tokens) {
      if (weight_of(token) < kTelling) continue;
      Word& word = words_[token.key];
      if (word.last_line == lines_) continue;
      word = {word.lines + (is_title ? 2 : 1), lines_};
    }
  }
  // Weight of the words that the line shares.
  float shared(const PageLine& line) const {
    return shared_where(line, [this](const Token& token) {
      const auto word = words_.find(token.key);
      return word != words_.end() && word->second.lines > 1;
    });
  }
  float shared(const PageLine& line, const PageLine& other) const {
    std::unordered_set<std::string_view> words;
    for (const Token& token : other.tokens) words.insert(token.key);
    return shared_where(line, [&](const Token& token) { return words.contains(token.key); });
  }

 private:
  static constexpr float kTelling = 2.2F;  // weight of a word that tells of a matter

  struct Word {
    int lines = 0;
    std::size_t last_line = 0;
  };

  float weight_of(const Token& token) const {
    if (token.shape == Shape::kPunctuation || token.shape == Shape::kNumber) return 0;
    const auto weight = tables_.weights.find(token.key);
    return weight != tables_.weights.end() ? weight->second : tables_.rare_weight;
  }

  template <typename Known>
  float shared_where(const PageLine& line, const Known& known) const {
    float all = 0;
    std::unordered_set<std::string_view> met;
    for (const Token& token : line.tokens) {
      const float weight = weight_of(token);
      if (weight >= kTelling && met.insert(token.key).second && known(token)) all += weight;
    }
    return all;
  }

  const ArticleTables& tables_;
  std::unordered_map<std::string_view, Word> words_;
  std::size_t lines_ = 0;
};

class LedeFinder {
 public:
  LedeFinder(OpenLines& open, const std::vector<PageLine>& lines, const ArticleTables& tables)
      : open_(open), lines_(lines), matter_(tables) {}

  void find() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      RoleOfLine& role = open_.roles[i];
      if (role.role == LineRole::kHeading) list_has_ledes_ = false;
      if (role.role == LineRole::kBody && goes_on_list(i)) role.role = LineRole::kTeaserTitle;
      if (role.role == LineRole::kBody && title_ && is_sentence(i) && belongs_to_title(i, *title_))
        role.role = LineRole::kTeaserText;
      note(i);
    }
  }

 private:
  static constexpr int kTitleWords = 5;
  static constexpr float kChance = 6.0F;  // shared by chance: two words

  bool is_sentence(std::size_t i) const {
    return open_.looks[i].stop && open_.looks[i].words >= kSentenceWords && !open_.looks[i].credit;
  }

  // Title and sentence below another title with its sentence, of a matter of their own.
  bool goes_on_list(std::size_t i) const {
    const LineLook& look = open_.looks[i];
    if (!list_has_ledes_ || !look.title_like || look.words < kTitleWords) return false;
    if (look.colon || i + 1 >= lines_.size() || !is_sentence(i + 1)) return false;
    const LineRole next = open_.roles[i + 1].role;
    if (next != LineRole::kBody && next != LineRole::kTeaserText) return false;
    return matter_.shared(lines_[i]) == 0 && belongs_to_title(i + 1, i);
  }

  bool belongs_to_title(std::size_t i, std::size_t title) const {
    if (ended_) return true;
    const float with_title = matter_.shared(lines_[i], lines_[title]);
    const float with_main = matter_.shared(lines_[i]);
    return list_has_ledes_ ? with_main <= with_title + kChance : with_title > with_main;
  }

  void note(std::size_t i) {
    const LineRole role = open_.roles[i].role;
    if (is_aside(open_.roles[i])) return;
    if (role == LineRole::kTeaserText && title_) list_has_ledes_ = true;
    title_.reset();
    if (role == LineRole::kTeaserTitle) title_ = i;
    signed_ = signed_ || (role == LineRole::kByline && sentences_ > 1);
    ended_ = signed_ && (ended_ || (role == LineRole::kHeading && open_.looks[i].heading));
    if (role == LineRole::kTitle) matter_.add(lines_[i], true);
    if (role != LineRole::kBody) return;
    matter_.add(lines_[i], false);
    if (!open_.looks[i].stop) return;
    list_has_ledes_ = signed_ = ended_ = false;
    ++sentences_;
  }

  OpenLines& open_;
  const std::vector<PageLine>& lines_;
  Matter matter_;
  std::optional<std::size_t> title_;  // of the other article right above
  std::size_t sentences_ = 0;         // of the main article so far
  bool list_has_ledes_ = false;
  bool signed_ = false, ended_ = false;  // the author's name stands above; a heading below it
};

// "* Mời quý độc giả theo dõi …": what an asterisk opens right below the text, and what speaks of
// another matter, is a note of the paper.
void drop_note(OpenLines& open, const std::vector<PageLine>& lines, const ArticleTables& tables) {
  constexpr int kNoteWords = 10;
  constexpr float kChance = 6.0F;
  std::size_t last = lines.size();
  for (std::size_t i = lines.size(); i-- > 0 && last == lines.size();) {
    if (open.roles[i].role == LineRole::kBody) last = i;
  }
  if (last == lines.size() || last < 2 || open.looks[last].words < kNoteWords) return;
  const std::vector<Token>& tokens = lines[last].tokens;
  if (tokens.front().key != "*" || !open.looks[last].sentence_start) return;
  Matter matter(tables);
  for (std::size_t i = 0; i < last; ++i) {
    const LineRole role = open.roles[i].role;
    if (role == LineRole::kBody && lines[i].tokens.front().key == "*") return;  // items of a list
    if (role == LineRole::kBody || role == LineRole::kTitle)
      matter.add(lines[i], role == LineRole::kTitle);
  }
  if (matter.shared(lines[last]) <= kChance)
    open.roles[last] = {LineRole::kDrop, DropReason::kOther, {}};
}

class TitleFinder {
 public:
  TitleFinder(OpenLines& open, const std::vector<PageLine>& lines) : open_(open), lines_(lines) {}

  void find() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (open_.looks[i].heading && open_.roles[i].role == LineRole::kHeading) {
        take_below(i, 1);
      } else if (signs_at_end(i)) {
        take_below(i, kFewest);
      }
    }
  }

 private:
  static constexpr std::size_t kFewest = 2;  // titles of a list that has no heading
  static constexpr int kTitleWords = 5, kMostWords = 26;

  bool signs_at_end(std::size_t i) {
    const LineRole role = open_.roles[i].role;
    text_ += role == LineRole::kBody && open_.looks[i].stop;
    return role == LineRole::kByline && text_ >= kFewest;
  }

  // A line without a credit that stands in a list is no caption.
  bool is_caption_in_list(std::size_t i) const {
    return open_.roles[i].role == LineRole::kCaption && i + 1 < lines_.size() &&
           open_.roles[i + 1].role == LineRole::kTeaserTitle;
  }

  bool is_title(std::size_t i) const {
    const LineLook& look = open_.looks[i];
    if (is_teaser(open_.roles[i].role)) return true;
    if (!is_unsure(open_.roles[i]) && !is_caption_in_list(i)) return false;
    if (!look.open || look.heading || !look.title_like || look.credit || look.colon) return false;
    if (look.words < kTitleWords || look.words > kMostWords) return false;
    return look.furniture_share < 0.3F && look.heading_share < 0.4F && !has_address(lines_[i]);
  }

  // Telephone numbers, addresses of mail and web: a footer's.
  static bool has_address(const PageLine& line) {
    return std::any_of(line.tokens.begin(), line.tokens.end(), [](const Token& token) {
      return token.key == "@" || token.key == "©" ||
             (token.shape == Shape::kNumber && token.key.size() >= 5);
    });
  }

  // Below a title, where the titles above have a sentence below them.
  bool is_lede(std::size_t i) const {
    const LineLook& look = open_.looks[i];
    return ledes_ && after_title_ && look.open && is_unsure(open_.roles[i]) && look.stop &&
           look.words >= kSentenceWords && look.furniture_share < 0.3F && !look.heading &&
           !has_address(lines_[i]);
  }

  void take_below(std::size_t above, std::size_t fewest) {
    std::size_t end = above + 1, titles = 0;
    while (end < lines_.size() && (is_title(end) || is_aside(open_.roles[end]))) {
      titles += is_title(end);
      ++end;
    }
    if (titles < fewest) return;
    ledes_ = after_title_ = false;
    for (std::size_t i = above + 1; i < lines_.size(); ++i) {
      RoleOfLine& role = open_.roles[i];
      if (is_aside(role) || tells_of_picture(i)) continue;
      if (is_lede(i)) {
        role = {LineRole::kTeaserText, DropReason::kOther, {}};
      } else if (!is_teaser(role.role) && is_title(i) && !heads_list(i)) {
        role = {LineRole::kTeaserTitle, DropReason::kOther, {}};
      }
      if (!is_teaser(role.role)) break;
      ledes_ = ledes_ || role.role == LineRole::kTeaserText;
      after_title_ = role.role == LineRole::kTeaserTitle;
    }
  }

  // Between a title and its text.
  bool tells_of_picture(std::size_t i) const {
    return after_title_ && is_unsure(open_.roles[i]) && i + 1 < lines_.size() &&
           open_.roles[i + 1].role == LineRole::kTeaserText;
  }

  // A heading that no table knows, with titles below it: the model knows them by what follows.
  bool heads_list(std::size_t i) const {
    constexpr int kHeadingWords = 6;
    return open_.roles[i].role == LineRole::kHeading && open_.looks[i].words <= kHeadingWords &&
           i + 1 < lines_.size() && open_.roles[i + 1].role == LineRole::kTeaserTitle;
  }

  OpenLines& open_;
  const std::vector<PageLine>& lines_;
  std::size_t text_ = 0;  // sentences of the main article so far
  bool ledes_ = false, after_title_ = false;
};

// "15:42", "9h05", "9 giờ 5 phút" is told by find_date_line(); here: no day beside it.
bool is_clock(const PageLine& line) {
  const std::string& text = line.text;
  if (text.empty() || text.size() > 5) return false;
  const std::size_t sign = text.find_first_of(":hH");
  if (sign == 0 || sign > 2 || text.size() > sign + 3) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](const char& c) { return (c >= '0' && c <= '9') || &c == &text[sign]; });
}

}  // namespace

void find_ledes_below_titles(OpenLines& open, const std::vector<PageLine>& lines,
                             const ArticleTables& tables) {
  LedeFinder(open, lines, tables).find();
}

void drop_closing_note(OpenLines& open, const std::vector<PageLine>& lines,
                       const ArticleTables& tables) {
  drop_note(open, lines, tables);
}

void find_titles_of_lists(OpenLines& open, const std::vector<PageLine>& lines) {
  TitleFinder(open, lines).find();
}

void keep_live_times(OpenLines& open, const std::vector<PageLine>& lines) {
  constexpr std::size_t kFewest = 3;
  std::vector<std::size_t> times;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const RoleOfLine& below = open.roles[i + 1];
    const bool entry = below.role == LineRole::kBody ||
                       (is_unsure(below) && open.looks[i + 1].stop && open.looks[i + 1].open);
    if (open.roles[i].role == LineRole::kDate && entry && is_clock(lines[i])) times.push_back(i);
  }
  if (times.size() < kFewest) return;
  for (const std::size_t i : times)
    open.roles[i] = open.roles[i + 1] = {LineRole::kBody, DropReason::kOther, {}};
}

}  // namespace machtin

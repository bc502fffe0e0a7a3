// Tested by find_articles_test.cc.
#include "article/lost_sentences.h"

#include <cstddef>

namespace machtin {
namespace {

// Sentences between the title and the end of the article are text unless something says that they
// are not: the model, which knows notes of the paper by how little they share with the rest, takes
// a short article's sections for such notes.
class LostSentences {
 public:
  LostSentences(OpenLines& open, const std::vector<PageLine>& lines, const ArticleTables& tables)
      : open_(open), lines_(lines), tables_(tables) {}

  void keep() {
    std::vector<std::size_t> lost;
    int lost_words = 0, told_words = 0;
    for (std::size_t i = 0; i < lines_.size() && !ended_; ++i) {
      const bool is_lost = in_article_ && is_lost_sentence(i);
      if (is_lost) lost.push_back(i);
      lost_words += is_lost ? open_.looks[i].words : 0;
      told_words += open_.roles[i].role == LineRole::kBody ? open_.looks[i].words : 0;
      note(i);
    }
    // Of a longer text the model knows a note when it meets one.
    if (kFew * lost_words >= told_words) {
      for (const std::size_t i : lost) open_.roles[i] = {LineRole::kBody, DropReason::kOther, {}};
    }
    if (told_words <= kShort || !lost.empty()) keep_headings();
  }

 private:
  static constexpr int kSentenceWords = 6, kMostHeadingWords = 14;
  static constexpr int kFew = 5;             // a fifth of the text
  static constexpr int kShort = 200;         // words, too few to tell a matter by
  static constexpr float kFurniture = 0.3F;  // share of words that furniture is made of

  bool is_dropped(std::size_t i) const {
    const RoleOfLine& role = open_.roles[i];
    const bool unsure = role.why == DropReason::kOther || role.why == DropReason::kComment;
    return role.role == LineRole::kDrop && unsure && open_.looks[i].open;
  }
  bool may_be_text(std::size_t i) const {
    const LineLook& look = open_.looks[i];
    return !look.heading && !look.credit && look.furniture_share < kFurniture &&
           !furniture_by_words(lines_[i], tables_);
  }
  bool is_lost_sentence(std::size_t i) const {
    const LineLook& look = open_.looks[i];
    return is_dropped(i) && look.stop && look.words >= kSentenceWords && may_be_text(i) &&
           starts_as_sentence(lines_[i]);
  }
  // A line above it that reads like a heading of the section.
  bool is_lost_heading(std::size_t i) const {
    const LineLook& look = open_.looks[i];
    const bool unsure = is_dropped(i) || (open_.roles[i].role == LineRole::kHeading && look.open);
    const bool reads_so = !look.stop || lines_[i].text.ends_with('?');
    return unsure && reads_so && !look.heading && !look.credit && look.words > 1 &&
           look.words <= kMostHeadingWords && !furniture_by_words(lines_[i], tables_) &&
           starts_as_sentence(lines_[i]);
  }

  void keep_headings() {
    std::size_t sentences = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (open_.roles[i].role != LineRole::kBody || !open_.looks[i].stop) continue;
      if (sentences > 0 && is_lost_heading(i - 1))
        open_.roles[i - 1] = {LineRole::kBody, DropReason::kOther, {}};
      ++sentences;
    }
  }

  void note(std::size_t i) {
    const RoleOfLine& role = open_.roles[i];
    const LineLook& look = open_.looks[i];
    switch (role.role) {
      case LineRole::kTitle:
        in_article_ = true;
        break;
      case LineRole::kBody:
        in_article_ = true;
        sentences_ += look.stop ? 1 : 0;
        break;
      case LineRole::kByline:
        if (sentences_ > 1) in_article_ = false;
        break;
      case LineRole::kHeading:
      case LineRole::kTeaserTitle:
        in_article_ = false;
        break;
      case LineRole::kDrop:
        ended_ = role.why == DropReason::kComment && !look.open;
        break;
      default:
        break;
    }
  }

  OpenLines& open_;
  const std::vector<PageLine>& lines_;
  const ArticleTables& tables_;
  std::size_t sentences_ = 0;  // of the article so far
  bool in_article_ = false, ended_ = false;
};

}  // namespace

void keep_lost_sentences(OpenLines& open, const std::vector<PageLine>& lines,
                         const ArticleTables& tables) {
  LostSentences(open, lines, tables).keep();
}

}  // namespace machtin

// One pass over each text, no tokens. Tested by text_signals_test.cc.
#include "article/text_signals.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_set>

#include "article/language_id.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace machtin {
namespace {

// Signs that take a place of their own: white space is none.
std::size_t letters_of(const Article& article) {
  std::size_t letters = count_visible(article.text);
  for (const Caption& caption : article.captions)
    letters += count_visible(caption.text) + count_visible(caption.credit.value_or(""));
  return letters;
}

// Most of a text; told without asking Unicode.
bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

bool is_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == U'…' || c == U'。' || c == U'！' || c == U'？';
}

bool may_follow_stop(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == U'”' || c == U'’' || c == U'»' ||
         c == U'」' || c == U'』' || is_stop(c);
}

// A stop before white space, quotes and brackets between them aside; what stands behind the last
// one is a sentence too.
std::uint32_t sentences_in(std::string_view paragraph) {
  std::uint32_t sentences = 0;
  bool stopped = false, open = false;
  for (std::size_t at = 0; at < paragraph.size();) {
    if (is_small_letter(paragraph[at])) {
      open = true;
      stopped = false;
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(paragraph, at);
    at = c.next;
    const bool wide = c.value == U'。' || c.value == U'！' || c.value == U'？';
    if (is_space(c.value) || wide) {
      if ((stopped || wide) && (open || wide)) {
        ++sentences;
        open = false;
      }
      stopped = false;
    } else if (is_stop(c.value)) {
      stopped = true;
    } else if (!may_follow_stop(c.value)) {
      stopped = false;
      open = true;
    }
  }
  return sentences + (open ? 1 : 0);
}

std::uint32_t words_in(std::string_view text) {
  std::uint32_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    if (is_small_letter(text[at])) {
      words += inside ? 0 : 1;
      inside = true;
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    at = c.next;
    const bool part = (class_of(c.value) & (kLetterClass | kDigitClass | kCombiningClass)) != 0;
    if (part && !inside) ++words;
    inside = part;
  }
  return words;
}

double rounded(double share) { return std::round(share * 1000) / 1000; }

}  // namespace

std::optional<TextSignals> text_signals(const Page& page, const ArticleTables& tables) {
  if (page.articles.empty() || page.articles.front().role != Role::kMain) return std::nullopt;
  const Article& main = page.articles.front();
  TextSignals signals;
  signals.language = main.language;
  const LanguageGuess guess = identify_language(main.text, std::nullopt, tables);
  if (guess.certainty && guess.code == main.language) signals.certainty = rounded(*guess.certainty);
  std::unordered_set<std::string_view> told;
  const auto count = [&](const std::string& text) {
    ++signals.paragraphs;
    signals.sentences += sentences_in(text);
    signals.words += words_in(text);
    if (!told.insert(text).second) ++signals.repeated_lines;
  };
  if (main.lede) count(*main.lede);
  for (const std::string& paragraph : main.paragraphs) count(paragraph);
  std::size_t all = 0;
  for (const Article& article : page.articles) all += letters_of(article);
  for (const Dropped& dropped : page.dropped) {
    all += count_visible(dropped.text);
    const bool again =
        dropped.why == DropReason::kRepeat || dropped.why == DropReason::kCaptionRepeat;
    if (again) ++signals.repeated_lines;
  }
  if (all > 0)
    signals.main_share =
        rounded(static_cast<double>(count_visible(main.text)) / static_cast<double>(all));
  return signals;
}

}  // namespace machtin

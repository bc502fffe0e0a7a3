// Titles are compared by their folded words. Tuned on the titles of 453 pages of the fundus,
// trafilatura and vi sets; where head and page use other words, neither is right more often, and no
// ranker that was tried could tell (docs/architecture.md).
#include "article/headline.h"

#include <algorithm>
#include <utility>

#include "article/page_line.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kEnoughBytes = 15;  // shorter parts agree by chance
constexpr int kEnoughWords = 3;
constexpr std::size_t kMostTokens = 120;

bool is_enough(const std::string& folded) {
  return folded.size() >= kEnoughBytes &&
         std::count(folded.begin(), folded.end(), ' ') + 1 >= kEnoughWords;
}

// "Kicker: Title" → "Title"; nothing where there is no colon.
std::string_view behind_colon(std::string_view title) {
  const std::size_t colon = title.find(": ");
  return colon == std::string_view::npos ? std::string_view() : title.substr(colon + 2);
}

// A text without its signs and spaces.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if ((class_of(c.value) & (kLetterClass | kDigitClass)) != 0)
      letters.append(text.substr(at, c.next - at));
    at = c.next;
  }
  return letters;
}

class Chooser {
 public:
  Chooser(const PageLine& line, ByteSpan printed, const ToldTitles& told)
      : line_(line),
        printed_(printed),
        told_(told.titles),
        json_ld_(told.json_ld),
        key_(folded_title(slice(line.text, printed))) {
    for (const std::string& title : told_) keys_.push_back(folded_title(title));
  }

  Headline choose() const {
    Headline as_printed{printed_, std::nullopt};  // not const: it is moved out
    if (key_.empty() || line_.tokens.size() > kMostTokens) return as_printed;
    if (std::find(keys_.begin(), keys_.end(), key_) != keys_.end())
      return {printed_, with_its_colon()};
    const std::string solid = without_spaces(key_);
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (is_enough(keys_[i]) && without_spaces(keys_[i]) == solid && has_its_letters(told_[i]))
        return {printed_, told_[i]};
    }
    if (const auto longer = longer_title()) return {printed_, longer};
    // The head tells the whole of it somewhere, and cuts it elsewhere.
    if (std::any_of(keys_.begin(), keys_.end(),
                    [this](const std::string& key) { return key.find(key_) != std::string::npos; }))
      return as_printed;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (const auto part = part_like(keys_[i])) return {*part, std::nullopt};
      const std::string tail = folded_title(behind_colon(told_[i]));
      if (const auto part = part_like(tail); part && key_.ends_with(tail))
        return {*part, std::nullopt};
    }
    return as_printed;
  }

 private:
  // The front or the end of what is printed that has these words.
  std::optional<ByteSpan> part_like(const std::string& key) const {
    if (!is_enough(key) || key.size() >= key_.size()) return std::nullopt;
    const bool front = key_.starts_with(key + " ");
    if (!front && !key_.ends_with(" " + key)) return std::nullopt;
    const std::string& text = line_.text;
    for (const Token& token : line_.tokens) {
      if (token.shape == Shape::kPunctuation) continue;
      ByteSpan part = printed_;
      if (front) {
        part.end = token.span.end;
      } else {
        part.begin = token.span.begin;
      }
      if (part.begin < printed_.begin || part.end > printed_.end || part.begin >= part.end)
        continue;
      if (folded_title(slice(text, part)) != key) continue;
      // "Kicker: Title" in one run of words is how the paper put it.
      if (!front && ends_in_colon(slice(text, {printed_.begin, part.begin}))) return std::nullopt;
      return trimmed(text, front ? part : with_opening(part));
    }
    return std::nullopt;
  }

  static bool ends_in_colon(std::string_view before) {
    while (before.ends_with(' ')) before.remove_suffix(1);
    return before.ends_with(':');
  }

  // A quotation mark or bracket right before it belongs to it.
  ByteSpan with_opening(ByteSpan part) const {
    while (part.begin > printed_.begin) {
      const CodePoint before = code_point_before(line_.text, part.begin);
      if (std::u32string_view(U"\"'“„«‘‚([¿¡").find(before.value) == std::u32string_view::npos)
        break;
      part.begin = static_cast<std::uint32_t>(before.next);
    }
    return part;
  }

  // Keys show neither capitals nor diacritics, which some heads leave out.
  bool has_its_letters(const std::string& told) const {
    return letters_of(told).find(letters_of(slice(line_.text, printed_))) != std::string::npos;
  }

  // The printed words where markup alone sets their kicker apart, and the head a colon.
  std::optional<std::string> with_its_colon() const {
    if (slice(line_.text, printed_).find(':') != std::string_view::npos) return std::nullopt;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (keys_[i] == key_ && !behind_colon(told_[i]).empty() && has_its_letters(told_[i]))
        return told_[i];
    }
    return std::nullopt;
  }

  // The printed words with a kicker before them, or with what follows a colon: believed where
  // JSON-LD tells so and another agrees.
  std::optional<std::string> longer_title() const {
    if (!json_ld_ || keys_.empty() || key_.size() < kEnoughBytes) return std::nullopt;
    const std::string& key = keys_.front();
    const bool twice = std::count(keys_.begin(), keys_.end(), key) > 1;
    if (!twice || key.size() > 4 * key_.size()) return std::nullopt;
    const bool fits = key.ends_with(" " + key_) ||
                      (key.starts_with(key_ + " ") && goes_on_with_colon(told_.front()));
    return fits && has_its_letters(told_.front()) ? std::optional(told_.front()) : std::nullopt;
  }

  bool goes_on_with_colon(const std::string& title) const {
    const std::size_t colon = title.find(':');
    return colon != std::string::npos && folded_title(title.substr(0, colon)) == key_;
  }

  const PageLine& line_;
  ByteSpan printed_;
  const std::vector<std::string>& told_;
  bool json_ld_;
  std::string key_;
  std::vector<std::string> keys_;
};

}  // namespace

Headline choose_headline(const PageLine& line, ByteSpan printed, const ToldTitles& told) {
  return Chooser(line, printed, told).choose();
}

}  // namespace machtin

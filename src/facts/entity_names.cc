// Where a name ends: capitals, hyphens, initials and particles carry it on; another known name
// stops it. Tested by entity_names_test.cc.
#include "facts/entity_names.h"

#include <algorithm>

#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::uint32_t kMostWords = 8;             // longer runs are headings
constexpr std::uint32_t kMostWordsWithSurname = 5;  // "Công Tằng Tôn Nữ" apart, nobody has more

bool is_hyphen(const NamedText& text, std::uint32_t token) { return text.is(token, "-"); }

bool is_apostrophe(const NamedText& text, std::uint32_t token) {
  return text.is(token, "'") || text.is(token, "\u2019");
}

bool is_word(const Token& token) {
  return token.shape != Shape::kPunctuation && token.shape != Shape::kNumber;
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return is_digit(static_cast<unsigned char>(c)); });
}

// "Th." of "Hoàng Văn Th.": the letters that begin a syllable, and a full stop.
bool is_onset_initial(const NamedText& text, std::uint32_t at, std::uint32_t end) {
  return at + 1 < end && text.tokens[at].shape == Shape::kCapitalised && text.is(at + 1, ".") &&
         !text.tokens[at + 1].space_before && text.tables->onsets.contains(text.tokens[at].key) &&
         text.tokens[at].key.find_first_of("aeiouy") == std::string::npos;  // "Gi" is a name
}

// Letters with a full stop behind them, closely: "W." and "D.C."
std::uint32_t end_of_initials(const NamedText& text, std::uint32_t at, std::uint32_t end) {
  std::uint32_t i = at;
  if (is_onset_initial(text, at, end)) return at + 2;
  while (i + 1 < end && text.tokens[i].shape == Shape::kUpper && text.is(i + 1, ".") &&
         !text.tokens[i + 1].space_before && count_code_points(text.word(i)) <= 2 &&
         (i == at || !text.tokens[i].space_before)) {
    i += 2;
  }
  if (i > at && i < end && text.tokens[i].shape == Shape::kUpper && !text.tokens[i].space_before)
    return i + 1;
  return i;
}

// Another name or an office begins here, so that the run before it ends. One capitalised syllable
// is too little.
bool other_name_begins(const NamedText& text, std::uint32_t at, std::uint32_t end,
                       const NameRun& run) {
  for (const PhraseHit& hit : text.hits->at(at)) {
    if (at + hit.tokens > end) continue;
    switch (hit.phrase->kind) {
      case PhraseKind::kOffice:
      case PhraseKind::kWatched:
        return true;
      case PhraseKind::kCountry:
      case PhraseKind::kPlace:
        if (hit.tokens > 1 && !(run.common_surname && run.words == 1 && hit.tokens == 2))
          return true;
        // "Bắc Nigeria": a word of the language before a foreign name
        if (run.syllables && !run.surname_first && !text.tables->is_syllable(text.word(at)))
          return true;
        break;
      case PhraseKind::kOrganization:
        if (hit.tokens > 1 || hit.phrase->all_upper != 0) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

void note_surname(const NamedText& text, std::uint32_t token, NameRun& run) {
  const auto surname = text.tables->surnames.find(text.tokens[token].key);
  if (surname == text.tables->surnames.end()) return;
  run.surname_first = true;
  run.common_surname = surname->second;
}

// The end of the particles from `at` on ("van der"), if a capital follows them; else `at`.
std::uint32_t skip_particles(const NamedText& text, std::uint32_t at, std::uint32_t end) {
  std::uint32_t i = at;
  while (i < end && i < at + 2 && text.tokens[i].shape == Shape::kLower &&
         text.tokens[i].space_before && text.tables->name_particles.contains(text.tokens[i].key)) {
    ++i;
    if (i < end && is_hyphen(text, i)) ++i;  // "al-Assad"
  }
  return i > at && i < end && is_capital(text, i) ? i : at;
}

// "Procter & Gamble", but no "Bộ Giáo dục & Đào tạo", which organizations read by their words.
bool joins_names(const NamedText& text, std::uint32_t at, std::uint32_t end, const NameRun& run) {
  return text.is(at, "&") && text.tokens[at].space_before && at + 1 < end &&
         text.tokens[at + 1].space_before && is_capital(text, at + 1) && !run.syllables;
}

// "LĐTB&XH": capitals with the sign closely between them.
bool joins_capitals(const NamedText& text, std::uint32_t sign) {
  return text.is(sign, "&") && text.tokens[sign - 1].shape == Shape::kUpper &&
         text.tokens[sign + 1].shape == Shape::kUpper;
}

void take_word(const NamedText& text, std::uint32_t first, std::uint32_t last, NameRun& run) {
  for (std::uint32_t i = first; i < last; ++i) {
    const Token& token = text.tokens[i];
    if (token.shape == Shape::kPunctuation) continue;
    run.abbreviation = run.abbreviation && token.shape == Shape::kUpper;
    run.digits = run.digits || has_digit(text.word(i));
    const bool initial = (token.shape == Shape::kUpper && count_code_points(text.word(i)) == 1) ||
                         is_onset_initial(text, i, last);  // "Nguyễn Hữu S."
    run.syllables =
        run.syllables && ((initial && run.words > 0) || text.tables->is_syllable(text.word(i)));
  }
  run.last = last;
  ++run.words;
}

}  // namespace

std::string_view NamedText::word(std::uint32_t token) const {
  return slice(text, tokens[token].span);
}

std::string_view NamedText::words(std::uint32_t first, std::uint32_t last) const {
  if (first >= last) return {};
  return slice(text, {tokens[first].span.begin, tokens[last - 1].span.end});
}

bool NamedText::is(std::uint32_t token, std::string_view key) const {
  return token < tokens.size() && tokens[token].key == key;
}

bool is_capital(const NamedText& text, std::uint32_t token) {
  const Shape shape = text.tokens[token].shape;
  if (shape == Shape::kCapitalised || shape == Shape::kUpper) return true;
  return shape == Shape::kMixed &&
         is_upper(code_point_at(text.text, text.tokens[token].span.begin).value);
}

std::uint32_t end_of_joined_word(const NamedText& text, std::uint32_t token, std::uint32_t end) {
  std::uint32_t i = token + 1;
  while (i + 1 < end && (is_hyphen(text, i) || is_apostrophe(text, i) || joins_capitals(text, i)) &&
         !text.tokens[i].space_before && !text.tokens[i + 1].space_before &&
         text.tokens[i + 1].shape != Shape::kPunctuation) {
    if (is_apostrophe(text, i) && !is_capital(text, i + 1)) break;  // "Putin's"
    i += 2;
  }
  return i;
}

NameRun find_name_run(const NamedText& text, std::uint32_t at, std::uint32_t end) {
  NameRun run{.first = at, .last = at, .syllables = true, .abbreviation = true};
  if (at >= end || !is_capital(text, at)) return run;
  note_surname(text, at, run);
  std::uint32_t i = at;
  while (i < end && run.words < kMostWords) {
    std::uint32_t next = i == at ? i : skip_particles(text, i, end);
    const bool joined = i > at && joins_names(text, i, end, run);
    if (joined) next = i + 1;
    if (!is_word(text.tokens[next]) || !is_capital(text, next)) break;
    if (i > at && !text.tokens[next].space_before && !is_hyphen(text, next - 1)) break;
    if (i > at && other_name_begins(text, next, end, run)) break;
    const std::uint32_t initials = end_of_initials(text, next, end);
    if (initials > next + 2 && i == at) run.initials = true;
    const std::uint32_t last = initials > next ? initials : end_of_joined_word(text, next, end);
    NameRun longer = run;
    take_word(text, next, last, longer);
    if (run.surname_first && run.syllables && run.words > 1 && !longer.syllables) break;
    run = longer;
    const bool capitals = last == next + 3 && joins_capitals(text, next + 1);
    run.ampersand = run.ampersand || joined || capitals;
    // "Sở TN&MT Phạm Thị An": an office's letters, then somebody.
    if (capitals && last < end && text.tables->surnames.contains(text.tokens[last].key)) break;
    if (run.surname_first && run.syllables && run.words >= kMostWordsWithSurname) break;
    i = last;
  }
  run.surname_first = run.surname_first && run.syllables;
  run.common_surname = run.common_surname && run.surname_first;
  return run;
}

}  // namespace machtin

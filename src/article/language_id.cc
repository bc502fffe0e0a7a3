// Function words told apart from content, the letters that only Vietnamese has, and scripts. Tested
// by language_id_test.cc.
#include "article/language_id.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "text/ascii.h"
#include "text/fold.h"
#include "text/letter.h"
#include "text/utf8.h"

namespace machtin {
namespace {

// Share of the words that are the language's function words, in news: Vietnamese 0.3 to 0.4 of its
// syllables, English 0.4 of its words; of another language's text below 0.12. Set between.
constexpr float kEnoughFunctionWords = 0.18F;
constexpr double kUsualFunctionWords = 0.3;
constexpr std::size_t kEnoughWords = 6;
// In Vietnamese news 0.55 to 0.7 of the syllables have a letter of their own; names in other
// languages' news hardly reach 0.1.
constexpr double kEnoughOwnLetters = 0.25;
constexpr std::size_t kMostWords = 500;
constexpr std::size_t kMostBytes = 3'000;  // about that many words

std::string primary_subtag(const std::string& declared) {
  const std::string code = matching_key(declared.substr(0, declared.find_first_of("-_; ,")));
  const bool letters = code.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  return letters && (code.size() == 2 || code.size() == 3) ? code : std::string();
}

bool has_letter_of(std::string_view word, std::u32string_view letters) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (c.value >= 0x80 && std::binary_search(letters.begin(), letters.end(), c.value)) return true;
    at = c.next;
  }
  return false;
}

// Gives word(matching_key(of it)) for the first kMostWords words; numbers are none. Words as
// tokenize() parts them, without making tokens of them: each teaser of a page is looked at.
template <typename Word>
void for_each_word(std::string_view text, const Word& word) {
  constexpr CodePointClass kLetters = kLetterClass | kCombiningClass;
  std::array<char, 64> lower;  // of a longer word the beginning does: no table has it
  std::string key;
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size() && words < kMostWords;) {
    const std::size_t begin = at;
    bool letters = false, ascii = true;
    std::size_t size = 0;
    while (at < text.size()) {
      if (text[at] >= 'a' && text[at] <= 'z' && size < lower.size()) {
        lower[size++] = text[at++];
        letters = true;
        continue;
      }
      const CodePoint c = code_point_at(text, at);
      const CodePointClass of = class_of(c.value);
      if ((of & (kLetters | kDigitClass)) == 0) break;
      letters = letters || (of & kLetters) != 0;
      ascii = ascii && c.value < 0x80;
      if (ascii && size < lower.size()) lower[size++] = ascii_lower(static_cast<char>(c.value));
      at = c.next;
    }
    if (at == begin) {
      at = code_point_at(text, at).next;
    } else if (letters) {
      ++words;
      if (ascii) {
        key.assign(lower.data(), size);
      } else {
        key = matching_key(text.substr(begin, at - begin));
      }
      word(key);
    }
  }
}

// Of the words, those with such a letter.
std::size_t words_with(std::string_view text, std::u32string_view letters) {
  std::size_t found = 0;
  if (letters.empty()) return found;
  for_each_word(text, [&](const std::string& key) { found += has_letter_of(key, letters); });
  return found;
}

double certainty_of(const std::vector<std::size_t>& known, std::size_t best, std::size_t words) {
  std::size_t second = 0;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (i != best) second = std::max(second, known[i]);
  }
  const double share = static_cast<double>(known[best]) / static_cast<double>(words);
  const double lead = static_cast<double>(known[best] - second) /
                      static_cast<double>(std::max<std::size_t>(known[best], 1));
  return std::min(1.0, share / kUsualFunctionWords) * lead;
}

bool in_ranges(char32_t c, const LetterRanges& ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const LetterRange& range) { return c >= range.first && c <= range.last; });
}

// The letters of a text above the Latin ones, and how many letters it has in all.
struct Letters {
  std::u32string high = {};
  std::size_t all = 0;
};
constexpr char32_t kFirstOther = 0x370;  // Greek: what comes before is Latin
constexpr std::size_t kEnoughHigh = 3;

// Of Latin text, nearly all there is, one look from sign to sign beyond ASCII.
bool has_high_letters(std::string_view text) {
  std::size_t found = 0;
  for (std::size_t at = end_of_ascii(text, 0); at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value >= kFirstOther && is_letter(c.value) && ++found == kEnoughHigh) return true;
    at = end_of_ascii(text, c.next);
  }
  return false;
}

Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at = c.next;
    if (!is_letter(c.value)) continue;
    ++letters.all;
    if (c.value >= kFirstOther) letters.high += letter_of(c.value).lower;
  }
  return letters;
}

// The language of a script by the letters that it alone writes, by what the page declares, else the
// one that most pages in that script are in.
const std::string& language_of(const Script& script, const std::u32string& letters,
                               const std::string& declared) {
  const auto said = std::find_if(script.languages.begin(), script.languages.end(),
                                 [&](const auto& language) { return language.code == declared; });
  const bool is_said = said != script.languages.end();
  // Of a language that no letter tells, the page's word is all there is.
  if (is_said && said != script.languages.begin() && said->own.empty()) return said->code;
  const ScriptLanguage* best = nullptr;
  float best_share = 1;
  for (const ScriptLanguage& language : script.languages) {
    if (language.own.empty()) continue;
    const auto own = static_cast<float>(std::count_if(
        letters.begin(), letters.end(), [&](char32_t c) { return in_ranges(c, language.own); }));
    const float share = own / (language.least_share * static_cast<float>(letters.size()));
    if (share < best_share) continue;
    best_share = share;
    best = &language;
  }
  if (best != nullptr) return best->code;
  return is_said ? said->code : script.languages.front().code;
}

// By the script that most of its letters are of; nothing for Latin ones.
LanguageGuess by_script(std::string_view text, const std::string& declared,
                        const ArticleTables& tables) {
  text = text.substr(0, kMostBytes);
  if (!has_high_letters(text)) return {};
  const Letters letters = letters_of(text);
  if (letters.high.size() * 2 < letters.all) return {};
  for (const Script& script : tables.scripts) {
    const auto of_script = static_cast<std::size_t>(
        std::count_if(letters.high.begin(), letters.high.end(),
                      [&](char32_t c) { return in_ranges(c, script.letters); }));
    if (of_script * 2 < letters.all) continue;
    return {language_of(script, letters.high, declared),
            static_cast<double>(of_script) / static_cast<double>(letters.all)};
  }
  return {};
}

}  // namespace

LanguageGuess identify_language(std::string_view text, const std::optional<std::string>& declared,
                                const ArticleTables& tables) {
  std::string said = declared ? primary_subtag(*declared) : std::string();
  text = text.substr(0, kMostBytes);
  std::size_t words = 0;
  std::vector<std::size_t> known(tables.languages.size());
  for_each_word(text, [&](const std::string& key) {
    ++words;
    const auto found = tables.function_words.find(key);
    if (found == tables.function_words.end()) return;
    for (std::size_t i = 0; i < known.size(); ++i) known[i] += found->second >> i & 1u;
  });
  std::size_t best = 0;
  for (std::size_t i = 1; i < known.size(); ++i) {
    if (known[i] > known[best]) best = i;
  }
  const bool clear =
      !known.empty() && words >= kEnoughWords &&
      static_cast<float>(known[best]) >= kEnoughFunctionWords * static_cast<float>(words);
  // "Nghe An" in a headline has an English word: of few words the letters tell more.
  constexpr std::size_t kFewWords = 30;
  const bool by_letters = words < kFewWords && clear && tables.languages[best].own_letters.empty();
  if (clear && !by_letters) return {tables.languages[best].code, certainty_of(known, best, words)};
  for (const LanguageWords& language : tables.languages) {
    const std::size_t own = words_with(text, language.own_letters);
    const double share =
        static_cast<double>(own) / static_cast<double>(std::max<std::size_t>(words, 1));
    if (own >= 2 && share >= kEnoughOwnLetters) return {language.code, std::min(1.0, 2 * share)};
  }
  if (clear) return {tables.languages[best].code, certainty_of(known, best, words)};
  if (LanguageGuess guess = by_script(text, said, tables); guess.certainty) return guess;
  // Too short to tell: what the page declares, else what little there is.
  if (!said.empty()) return {said, std::nullopt};
  if (!known.empty() && words < 30 && known[best] * 10 >= words && known[best] > 0)
    return {tables.languages[best].code, certainty_of(known, best, words)};
  return {};
}

std::string detect_language(std::string_view text, const std::optional<std::string>& declared,
                            const ArticleTables& tables) {
  return identify_language(text, declared, tables).code;
}

}  // namespace machtin

// Text → sentences: a full stop ends one unless what stands before it is an abbreviation, an
// initial or a list number, or what follows goes on in lower case. Tested by sentence_test.cc.
#include "language/sentence.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

bool is_terminator(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }

bool closes(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB;
}

bool opens(char32_t c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201C || c == 0x2018 || c == 0xAB ||
         c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2022;
}

// The word that ends at `end`, with its inner full stops ("U.S" of "U.S.").
std::string_view word_before(std::string_view text, std::size_t begin_of_sentence,
                             std::size_t end) {
  std::size_t begin = end;
  while (begin > begin_of_sentence) {
    const CodePoint c = code_point_before(text, begin);
    if (!is_letter(c.value) && !is_digit(c.value) && c.value != '.' && !is_combining(c.value))
      break;
    begin = c.next;
  }
  return text.substr(begin, end - begin);
}

// "A" of "Nguyễn Văn A. nói", "N.T" of "N.T.M."
bool is_initial(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint letter = code_point_at(word, at);
    if (!is_upper(letter.value)) return false;
    if (letter.next == word.size()) return true;
    if (word[letter.next] != '.') return false;
    at = letter.next + 1;
  }
  return false;
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 5 &&
         word.find_first_not_of("IVX") == std::string_view::npos;
}

// What numbers the points of a list: "1", "12", "1.1", "a", "B", "III".
bool is_list_mark(std::string_view word) {
  if (is_roman(word)) return true;
  if (code_point_at(word, 0).next == word.size() && is_letter(code_point_at(word, 0).value))
    return true;
  std::size_t digits = 0;
  for (const char c : word) {
    if (c != '.' && !is_digit(static_cast<unsigned char>(c))) return false;
    digits = c == '.' ? 0 : digits + 1;
    if (digits > 2) return false;
  }
  return digits > 0;
}

bool is_abbreviation(std::string_view word, const SentenceTables& tables) {
  const std::string key = matching_key(word);
  return tables.abbreviations.contains(key) ||
         (is_upper(code_point_at(word, 0).value) && tables.capital_abbreviations.contains(key));
}

struct Cursor {
  std::size_t at = 0;
  int line_feeds = 0;
};

Cursor skip_space(std::string_view text, std::size_t at) {
  Cursor cursor{at, 0};
  while (cursor.at < text.size()) {
    const CodePoint c = code_point_at(text, cursor.at);
    if (!is_space(c.value)) break;
    cursor.line_feeds += c.value == '\n';
    cursor.at = c.next;
  }
  return cursor;
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(static_cast<unsigned char>(text[at]));
}

// "k. 1" (clause 1), "q. 3" (district 3), but not "cao 5 m. 3 người".
bool counts_what_follows(std::string_view text, std::string_view word, std::size_t stop) {
  const CodePoint letter = code_point_at(word, 0);
  if (letter.next != word.size() || !is_lower(letter.value)) return false;
  const auto begin = static_cast<std::size_t>(word.data() - text.data());
  const bool unit =
      begin > 0 && (is_digit_at(text, begin - 1) ||
                    (begin > 1 && text[begin - 1] == ' ' && is_digit_at(text, begin - 2)));
  return !unit && is_digit_at(text, skip_space(text, stop + 1).at);
}

// "C" of "7 độ C".
bool is_unit_of_degrees(std::string_view text, std::size_t begin_of_sentence, std::string_view word,
                        const SentenceTables& tables) {
  const auto begin = static_cast<std::size_t>(word.data() - text.data());
  if (begin == begin_of_sentence || text[begin - 1] != ' ') return false;
  const std::string_view before = word_before(text, begin_of_sentence, begin - 1);
  return tables.degree_words.contains(matching_key(before));
}

// Whether the full stop at `stop` belongs to its word.
bool belongs_to_word(std::string_view text, std::size_t begin_of_sentence, std::size_t stop,
                     const SentenceTables& tables) {
  const std::string_view word = word_before(text, begin_of_sentence, stop);
  if (word.empty()) return false;
  if (is_abbreviation(word, tables) || counts_what_follows(text, word, stop)) return true;
  if (word.find('.') != std::string_view::npos) {  // "GS.TS": the last part alone may be known
    const std::string_view last = word.substr(word.rfind('.') + 1);
    if (last.empty() || is_initial(word) || is_abbreviation(last, tables)) return true;
  }
  const bool starts_sentence = word.data() == text.data() + begin_of_sentence;
  if (starts_sentence) return is_list_mark(word);
  return is_initial(word) && !is_unit_of_degrees(text, begin_of_sentence, word, tables);
}

// "b. Đổ nước": the mark of a list in lower case.
bool is_small_list_mark(std::string_view text, CodePoint letter) {
  if (letter.next >= text.size() || text[letter.next] != '.') return false;
  const std::size_t next = skip_space(text, letter.next + 1).at;
  return next > letter.next + 1 && next < text.size() && is_upper(code_point_at(text, next).value);
}

bool may_start_sentence(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const CodePoint first = code_point_at(text, at);
  const char32_t c = first.value;
  return opens(c) || is_digit(c) || !is_letter(c) || !is_lower(c) ||
         is_small_list_mark(text, first);
}

// "– cô bé nói" behind what was said, in the same line: a dash and no other speech.
bool tells_speaker(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const CodePoint dash = code_point_at(text, at);
  if (dash.value != '-' && dash.value != 0x2013 && dash.value != 0x2014) return false;
  const Cursor next = skip_space(text, dash.next);
  return next.line_feeds == 0 && next.at < text.size() &&
         is_letter(code_point_at(text, next.at).value);
}

}  // namespace

SentenceTables SentenceTables::load(const Pack& pack) {
  SentenceTables tables;
  for (const TableRow& row : pack.table("abbreviations").rows) {
    const bool capital = is_upper(code_point_at(row[0], 0).value);
    (capital ? tables.capital_abbreviations : tables.abbreviations).insert(matching_key(row[0]));
  }
  for (const TableRow& row : pack.table("degree_words").rows)
    tables.degree_words.insert(matching_key(row[0]));
  return tables;
}

std::vector<ByteSpan> find_sentences(std::string_view text, const SentenceTables& tables) {
  std::vector<ByteSpan> sentences;
  std::size_t begin = skip_space(text, 0).at;
  bool worded = false;  // a letter or digit stands in the sentence so far
  const auto end_at = [&](std::size_t end) {
    if (end > begin)
      sentences.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  };
  for (std::size_t at = begin; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_space(c.value)) {
      const Cursor next = skip_space(text, at);
      if (next.line_feeds >= 2 || next.at == text.size()) {
        end_at(at);
        begin = next.at;
        worded = false;
      }
      at = next.at;
      continue;
    }
    if (!is_terminator(c.value)) {
      worded = worded || is_letter(c.value) || is_digit(c.value);
      at = c.next;
      continue;
    }
    std::size_t end = c.next;
    bool one_stop = c.value == '.';
    while (end < text.size() && is_terminator(code_point_at(text, end).value)) {
      end = code_point_at(text, end).next;
      one_stop = false;
    }
    const std::size_t after_terminators = end;
    while (end < text.size() && closes(code_point_at(text, end).value))
      end = code_point_at(text, end).next;
    const Cursor next = skip_space(text, end);
    const bool quoted = end > after_terminators;
    const bool parted = next.at > end && may_start_sentence(text, next.at) &&
                        !(quoted && next.line_feeds == 0 && tells_speaker(text, next.at)) &&
                        worded;  // signs alone are no sentence: "[...] Phần còn lại"
    if (parted && !(one_stop && belongs_to_word(text, begin, at, tables))) {
      end_at(end);
      begin = next.at;
      worded = false;
    }
    const bool space_ends_it = next.line_feeds >= 2 || next.at == text.size();
    at = next.at > end && space_ends_it ? end : next.at;
  }
  end_at(text.size());
  return sentences;
}

}  // namespace machtin

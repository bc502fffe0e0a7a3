// Letters made comparable. Text that is NFC already and without odd signs, nearly all of it, takes
// the fast path; the rest goes through ICU's normalizer. The tone placement of matching_key is a
// rule of spelling, not a list of words: in the open vowel pairs oa, oe, uy the old style marks the
// first letter, the new one the second (Hoàng Phê, Chính tả, 2003).
#include "text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <array>
#include <optional>
#include <utility>

#include "text/ascii.h"
#include "text/homoglyph.h"
#include "text/tone.h"
#include "text/utf8.h"
#include "text/valid_utf8.h"

namespace machtin {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);  // a constant of ICU, never freed
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

// What to_nfc does to single signs, before composing.
std::string clean_signs(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at = c.next;
    if (is_control(c.value)) {
      out += ' ';
    } else if (!is_invisible(c.value)) {
      append_utf8(out, c.value);
    }
  }
  return out;
}

std::string normalized(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (nfc().isNormalizedUTF8(piece, status)) return text;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  nfc().normalizeUTF8(0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? out : text;
}

// Whether to_nfc() would give the text back as it is.
bool is_plain_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (at + 8 <= text.size() && all_printable(eight_bytes(text.data() + at))) {
      at += 8;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    if ((class_of(c.value) & kPlainClass) == 0 || is_broken(c, at)) return false;
    at = c.next;
  }
  return true;
}

// Moves the tone of a word-final oa, oe, uy to the first letter: "hoà" → "hòa". "quý" keeps its
// own: there u belongs to q. The word is what stands from `begin` to `end`, in lower case; gives
// its new end.
char* place_tone_as_old_spelling(char* begin, char* end) {
  const std::string_view word(begin, static_cast<std::size_t>(end - begin));
  if (word.size() < 3 || static_cast<unsigned char>(word.back()) < 0x80) return end;
  const CodePoint last = code_point_before(word, word.size());
  if (last.next == 0) return end;
  const std::size_t place = last.next - 1;
  const char first = word[place];
  if (first != 'o' && first != 'u') return end;
  const Toned second = toned(last.value);
  if (second.tone == 0 || !is_open_pair(static_cast<unsigned char>(first), second.base)) return end;
  if (first == 'u' && place > 0 && word[place - 1] == 'q') return end;
  char* const at = write_utf8(begin + place, with_tone(static_cast<char32_t>(first), second.tone));
  return write_utf8(at, second.base);
}

// Of a text of so many: a broken byte becomes U+FFFD.
constexpr std::size_t most_key_bytes(std::size_t text_bytes) { return 3 * text_bytes + 4; }

// "kĩ" → "kỹ", "qui" → "quy", "sỹ" → "sĩ": the word from `begin` to `end`, where it is a consonant
// and i or y alone; gives its new end.
char* spell_vowel_as_usual(char* begin, char* end) {
  constexpr std::ptrdiff_t kLongest = 5;  // bytes of "quỹ"
  if (end - begin < 2 || end - begin > kLongest) return end;
  char* const place = begin + (begin[0] == 'q' && begin[1] == 'u' ? 2 : 1);
  if (place == end || (begin[0] == 'q' && place == begin + 1)) return end;
  const std::string_view rest(place, static_cast<std::size_t>(end - place));
  const CodePoint letter = code_point_at(rest, 0);
  if (letter.next != rest.size()) return end;
  const Toned vowel = toned(letter.value);
  if (vowel.base != U'i' && vowel.base != U'y') return end;
  const char32_t usual = usual_vowel(begin[0], vowel);
  return usual == vowel.base ? end : write_utf8(place, with_tone(usual, vowel.tone));
}

// The letter without marks, by Unicode's canonical decomposition; đ, which has none, by hand.
char32_t bare_letter(char32_t c) {
  if (c < 0x80) return c;
  // Đ, and the two letters that look like it: Eth and African D
  if (c == 0x111 || c == 0x110 || c == 0xF0 || c == 0xD0 || c == 0x256 || c == 0x189) return U'd';
  UChar32 letter = static_cast<UChar32>(c);
  icu::UnicodeString parts;
  while (nfc().getDecomposition(letter, parts)) letter = parts.char32At(0);
  return static_cast<char32_t>(letter);
}

// One sign for each of the code points that nearly all text is written with, made once.
constexpr std::size_t kTabled = 0x3100;
using SignTable = std::array<char16_t, kTabled>;
SignTable make_table(char32_t (*of)(char32_t)) {
  SignTable table = {};
  for (std::size_t c = 0; c < kTabled; ++c)
    table[c] = static_cast<char16_t>(of(static_cast<char32_t>(c)));
  return table;
}

char32_t ask_lower(char32_t c) {
  if (c == 0xD0 || c == 0xF0 || c == 0x189 || c == 0x256) return 0x111;  // they look like Đ
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}
char32_t lower_of(char32_t c) {
  static const SignTable table = make_table(ask_lower);
  return c < kTabled ? table[c] : ask_lower(c);
}

// 0: a mark, which search_fold leaves out.
char32_t ask_folded(char32_t c) { return is_combining(c) ? 0 : ask_lower(bare_letter(c)); }
char32_t folded_of(char32_t c) {
  static const SignTable table = make_table(ask_folded);
  if (c < kTabled) return table[c];
  return c >= 0x4E00 && c < 0x9FF0 ? c : ask_folded(c);
}

}  // namespace

bool is_clean_nfc(std::string_view text) { return is_plain_text(text); }

std::string to_nfc(std::string_view text) {
  if (is_plain_text(text)) return std::string(text);
  return normalized(clean_signs(text));
}

std::string compose(std::string_view text) { return normalized(valid_utf8(text)); }

namespace {

// Of text without letters that only look Latin.
char* write_matching_key(std::string_view text, char* out) {
  char* word = out;
  bool marked = false;  // the word has a letter beyond ASCII
  const auto end_word = [&] {
    if (marked) out = place_tone_as_old_spelling(word, out);
    out = spell_vowel_as_usual(word, out);
    marked = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at = c.next;
    if (c.value < 0x80) {
      const char lower = ascii_lower(static_cast<char>(c.value));
      const bool letter = lower >= 'a' && lower <= 'z';
      if (!letter) end_word();
      *out++ = lower;
      if (!letter) word = out;
      continue;
    }
    const char32_t lower = lower_of(c.value);
    if (is_letter(lower)) {
      out = write_utf8(out, lower);
      marked = true;
    } else {
      end_word();
      out = write_utf8(out, lower);
      word = out;
    }
  }
  end_word();
  return out;
}

}  // namespace

std::string matching_key(std::string_view text) {
  if (!lacks_homoglyphs(text)) {
    if (const std::string latin = fold_homoglyphs(text); latin != text) return matching_key(latin);
  }
  constexpr std::size_t kWordBytes = 40;  // most texts are words
  if (text.size() <= kWordBytes) {
    std::array<char, most_key_bytes(kWordBytes)> bytes;
    return {bytes.data(), write_matching_key(text, bytes.data())};
  }
  std::string out(most_key_bytes(text.size()), '\0');
  out.resize(static_cast<std::size_t>(write_matching_key(text, out.data()) - out.data()));
  return out;
}

std::string search_fold(std::string_view text) {
  if (!lacks_homoglyphs(text)) {
    if (const std::string latin = fold_homoglyphs(text); latin != text) return search_fold(latin);
  }
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at = c.next;
    if (c.value < 0x80) {
      out += ascii_lower(static_cast<char>(c.value));
    } else if (const char32_t folded = folded_of(c.value)) {
      append_utf8(out, folded);
    }
  }
  return out;
}

namespace {

// In lower case; 0 for what is neither letter nor digit.
constexpr std::array<char, 0x80> kTitleLetters = [] {
  std::array<char, 0x80> letters = {};
  for (std::size_t c = '0'; c <= '9'; ++c) letters[c] = static_cast<char>(c);
  for (std::size_t c = 'a'; c <= 'z'; ++c) letters[c] = letters[c - 0x20] = static_cast<char>(c);
  return letters;
}();

// Two bytes become three at worst; a broken byte, which is no letter, becomes none.
std::size_t folded_bytes(std::string_view text) { return text.size() + text.size() / 2 + 2; }

}  // namespace

namespace {

// Both spellings of a vowel in one, once no tone tells which is the usual one.
std::string with_one_vowel(std::string folded) {
  constexpr std::string_view kConsonants = "hklmst";
  for (std::size_t begin = 0; begin < folded.size();) {
    std::size_t end = begin;
    const auto in_word = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
    };
    while (end < folded.size() && in_word(folded[end])) ++end;
    const std::size_t length = end - begin;
    const bool plain = length == 2 && kConsonants.find(folded[begin]) != std::string_view::npos;
    const bool after_u = length == 3 && folded[begin] == 'q' && folded[begin + 1] == 'u';
    if ((plain || after_u) && folded[end - 1] == 'i') folded[end - 1] = 'y';
    begin = end + 1;
  }
  return folded;
}

}  // namespace

std::string search_key(std::string_view text) { return with_one_vowel(search_fold(text)); }

std::string folded_name(std::string_view text) { return with_one_vowel(folded_title(text)); }

std::string folded_title(std::string_view text) {
  if (!lacks_homoglyphs(text)) {
    if (const std::string latin = fold_homoglyphs(text); latin != text) return folded_title(latin);
  }
  std::string out(folded_bytes(text), '\0');
  char* const begin = out.data();
  char* at_out = begin;
  bool gap = false;
  const auto part = [&] {
    if (gap && at_out != begin) *at_out++ = ' ';
    gap = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      const char letter = kTitleLetters[byte];
      ++at;
      if (letter == 0) {
        gap = true;
        continue;
      }
      part();
      *at_out++ = letter;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    at = c.next;
    const char32_t folded = folded_of(c.value);
    if (folded == 0) continue;
    if ((class_of(folded) & (kLetterClass | kDigitClass)) == 0) {
      gap = true;
      continue;
    }
    part();
    at_out = write_utf8(at_out, folded);
  }
  out.resize(static_cast<std::size_t>(at_out - begin));
  return out;
}

std::string without_spaces(std::string folded) {
  std::erase(folded, ' ');
  return folded;
}

namespace {

// Words with single spaces between them, as they are found one after another.
class Squeezed {
 public:
  explicit Squeezed(std::string_view text) : text_(text) { out_.reserve(text.size()); }
  void end_word(std::size_t at) {
    if (begin_ == at) return;
    if (!out_.empty()) out_ += ' ';
    out_.append(text_.substr(begin_, at - begin_));
  }
  void begin_word(std::size_t at) { begin_ = at; }
  std::string take() { return std::move(out_); }

 private:
  std::string_view text_;
  std::string out_;
  std::size_t begin_ = 0;
};

}  // namespace

std::string squeeze_space(std::string_view text) {
  Squeezed words(text);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_space(c.value)) {
      words.end_word(at);
      words.begin_word(c.next);
    }
    at = c.next;
  }
  words.end_word(text.size());
  return words.take();
}

std::string clean_text(std::string_view text) {
  Squeezed words(text);
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] > ' ' && text[at] < 0x7F) {  // of a word, for certain
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    const CodePointClass of = class_of(c.value);
    if ((of & kSpaceClass) != 0 || is_control(c.value)) {
      words.end_word(at);
      words.begin_word(c.next);
    } else if ((of & kPlainClass) == 0 || is_broken(c, at)) {
      return squeeze_space(to_nfc(text));
    }
    at = c.next;
  }
  words.end_word(text.size());
  return words.take();
}

}  // namespace machtin

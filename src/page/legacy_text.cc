// A document is looked at piece by piece (what stands between tags and line ends): one page may
// have a template in Unicode and a text that is not. Tested by legacy_text_test.cc.

#include "page/legacy_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "text/ascii.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/valid_utf8.h"

namespace machtin {
namespace {

// ---- pieces -----------------------------------------------------------------------------------

bool ends_piece(char c) { return c == '<' || c == '>' || c == '\n'; }

std::size_t end_of_piece(std::string_view text, std::size_t begin) {
  while (begin < text.size() && !ends_piece(text[begin])) ++begin;
  return begin;
}

// Applies change(piece) to each piece; it gives the new text, or nothing to leave the piece.
template <typename Change>
std::string change_pieces(std::string_view text, const Change& change) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = end_of_piece(text, begin);
    const std::string_view piece = text.substr(begin, end - begin);
    const std::optional<std::string> changed = change(piece);
    out += changed ? std::string_view(*changed) : piece;
    if (end < text.size()) out += text[end];
    begin = end + 1;
  }
  return out;
}

// ---- UTF-8 encoded twice ------------------------------------------------------------------------

// The byte that windows-1252 writes a sign with; its five holes are the C1 controls of their own
// number (WHATWG Encoding). -1: none.
int byte_of_1252(char32_t c) {
  if (c < 0x100) return static_cast<int>(c);
  constexpr std::array<char32_t, 32> kUpper = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  const auto found = std::find(kUpper.begin(), kUpper.end(), c);
  return found == kUpper.end() ? -1 : 0x80 + static_cast<int>(found - kUpper.begin());
}

struct Undone {
  std::string text = {};
  std::size_t good = 0;  // signs that two or more became
  bool bad = false;      // some that is not ASCII is not twice encoded
};

// A run of signs beyond ASCII, as bytes: valid UTF-8 of signs beyond ASCII, or nothing.
std::size_t signs_in(std::string_view bytes) {
  std::size_t signs = 0;
  for (std::size_t at = 0; at < bytes.size(); ++signs) {
    const CodePoint c = code_point_at(bytes, at);
    if (c.value < 0xA0 || is_broken(c, at)) return 0;
    at = c.next;
  }
  return signs;
}

Undone undo_second_encoding(std::string_view piece) {
  Undone undone;
  for (std::size_t at = 0; at < piece.size() && !undone.bad;) {
    if (static_cast<unsigned char>(piece[at]) < 0x80) {
      undone.text += piece[at++];
      continue;
    }
    std::string bytes;
    while (at < piece.size() && static_cast<unsigned char>(piece[at]) >= 0x80) {
      const CodePoint c = code_point_at(piece, at);
      const int byte = byte_of_1252(c.value);
      undone.bad = undone.bad || byte < 0;
      bytes += static_cast<char>(byte);
      at = c.next;
    }
    const std::size_t signs = signs_in(bytes);
    undone.bad = undone.bad || signs == 0;
    undone.good += signs;
    undone.text += bytes;
  }
  return undone;
}

// U+00C2 to U+00F4, with which twice-encoded signs begin, and another sign of windows-1252 right
// behind: rare in any language.
bool has_twice_encoded(std::string_view text) {
  constexpr std::size_t kFew = 8;
  std::size_t met = 0;
  for (std::size_t at = text.find('\xC3'); at != std::string_view::npos && at + 2 < text.size();
       at = text.find('\xC3', at + 2)) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const auto next = static_cast<unsigned char>(text[at + 2]);
    const bool lead = second >= 0x82 && second <= 0xB4;
    const bool follows =
        next == 0xC2 || next == 0xC5 || next == 0xC6 || next == 0xCB || next == 0xE2;
    if (lead && follows && ++met == kFew) return true;
  }
  return false;
}

// Where one piece holds this many signs that all can be undone and none that cannot, the page was
// encoded twice; no prose has so many by chance.
constexpr std::size_t kProof = 8;

std::optional<std::string> mend_twice_encoded(std::string_view text) {
  if (!has_twice_encoded(text)) return std::nullopt;
  bool proved = false;
  for (std::size_t begin = 0; begin < text.size() && !proved;) {
    const std::size_t end = end_of_piece(text, begin);
    const Undone undone = undo_second_encoding(text.substr(begin, end - begin));
    proved = !undone.bad && undone.good >= kProof;
    begin = end + 1;
  }
  if (!proved) return std::nullopt;
  return change_pieces(text, [](std::string_view piece) -> std::optional<std::string> {
    Undone undone = undo_second_encoding(piece);
    if (undone.bad || undone.good == 0) return std::nullopt;
    return std::move(undone.text);
  });
}

// ---- Vietnamese of before Unicode
// -----------------------------------------------------------------

using Letters = std::unordered_map<std::uint64_t, char32_t>;

std::uint64_t pair_of(char32_t first, char32_t second) {
  return static_cast<std::uint64_t>(first) << 32 | second;
}

bool is_latin1_sign(char32_t c) { return c >= 0xA1 && c <= 0xFF; }
bool is_part(char32_t c) { return is_latin1_sign(c) || (c < 0x80 && is_letter(c)); }
// Signs that stand on pages by themselves, whatever the encoding.
bool is_page_sign(char32_t c) {
  return c == 0xA6 || c == 0xA7 || c == 0xA9 || c == 0xAE || c == 0xBB;
}
// Letters that no legacy encoding gives when read as Latin-1: the text is Unicode already.
bool is_vietnamese_letter(char32_t c) {
  return (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x111 || c == 0x110 || c == 0x103 || c == 0x102 ||
         c == 0x1A1 || c == 0x1A0 || c == 0x1B0 || c == 0x1AF;
}

struct Converted {
  std::string text = {};
  std::size_t unknown = 0;  // signs of Latin-1 that the encoding does not have
};

Converted convert(std::string_view text, const Letters& letters) {
  Converted done;
  done.text.reserve(text.size() + text.size() / 2);
  const auto look = [&](std::uint64_t key) -> std::optional<char32_t> {
    const auto found = letters.find(key);
    return found == letters.end() ? std::nullopt : std::optional(found->second);
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const CodePoint after =
        c.next < text.size() ? code_point_at(text, c.next) : CodePoint{0, c.next};
    if (const auto pair =
            is_latin1_sign(after.value) ? look(pair_of(c.value, after.value)) : std::nullopt) {
      append_utf8(done.text, *pair);
      at = after.next;
      continue;
    }
    const std::optional<char32_t> single =
        is_latin1_sign(c.value) ? look(c.value) : std::optional<char32_t>();
    if (is_latin1_sign(c.value) && !single) ++done.unknown;
    append_utf8(done.text, single.value_or(c.value));
    at = c.next;
  }
  return done;
}

// Whether letters are a syllable that Vietnamese can have; its tone and marks are not looked at.
bool is_syllable(const std::string& word, const LegacyTables& tables) {
  const std::string bare = search_fold(word);
  for (std::size_t onset = 0; onset < bare.size() && onset <= 3; ++onset) {
    if ((onset == 0 || tables.onsets.contains(bare.substr(0, onset))) &&
        tables.rimes.contains(bare.substr(onset)))
      return true;
  }
  return false;
}

// Words of one piece that hold both ASCII letters and signs of the upper half of Latin-1.
struct Sample {
  std::vector<std::string_view> words = {};
  std::size_t unicode = 0;  // letters and marks that only Unicode has
};

Sample sample_words(std::string_view piece) {
  constexpr std::size_t kMostBytes = 32;
  Sample sample;
  for (std::size_t at = end_of_ascii(piece, 0); at < piece.size();) {
    const CodePoint c = code_point_at(piece, at);
    if (!is_part(c.value)) {
      if (is_vietnamese_letter(c.value) || is_combining(c.value)) ++sample.unicode;
      at = end_of_ascii(piece, c.next);
      continue;
    }
    std::size_t begin = at;
    while (begin > 0 && is_letter(static_cast<unsigned char>(piece[begin - 1])) &&
           static_cast<unsigned char>(piece[begin - 1]) < 0x80)
      --begin;
    bool ascii = begin < at;
    char32_t after = 0;
    for (std::size_t end = at; end < piece.size(); at = end) {
      const CodePoint part = code_point_at(piece, end);
      after = part.value;
      if (!is_part(after)) break;
      ascii = ascii || after < 0x80;
      end = part.next;
      after = 0;
    }
    if (ascii && at - begin <= kMostBytes && !is_letter(after))
      sample.words.push_back(piece.substr(begin, at - begin));
    at = end_of_ascii(piece, at);
  }
  return sample;
}

std::size_t count_syllables(const std::vector<std::string_view>& words, const Letters& letters,
                            const LegacyTables& tables) {
  const auto becomes_syllable = [&](std::string_view word) {
    const Converted done = convert(word, letters);
    return done.unknown == 0 && is_syllable(done.text, tables);
  };
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), becomes_syllable));
}

// The next sign from `at` on that a sample counts: punctuation of Unicode and no-break spaces stand
// on every page and tell nothing.
std::size_t next_telling(std::string_view text, std::size_t at) {
  for (at = end_of_ascii(text, at); at < text.size(); at = end_of_ascii(text, at)) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead == 0xE2) {
      at = code_point_at(text, at).next;
    } else if (lead == 0xC2 && text.substr(at, 2) == "\xC2\xA0") {
      at += 2;
    } else {
      return at;
    }
  }
  return text.size();
}

// The words of pieces without Unicode's own letters, as many as tell enough; none if the page has
// half as many such letters, for then it is Vietnamese in Unicode. Of pieces as long as scripts and
// of pages as long as books the beginnings tell.
std::vector<std::string_view> sample_page(std::string_view text) {
  constexpr std::size_t kEnough = 400, kMostPieceBytes = 4096, kMostBytes = 256u << 10;
  std::vector<std::string_view> words;
  std::size_t unicode = 0, looked = 0, before = 0;
  for (std::size_t at = next_telling(text, 0);
       at < text.size() && words.size() < kEnough && unicode <= kEnough && looked < kMostBytes;) {
    std::size_t begin = at;
    while (begin > before && at - begin < kMostPieceBytes && !ends_piece(text[begin - 1])) --begin;
    const std::size_t end =
        end_of_piece(text.substr(0, std::min(text.size(), at + kMostPieceBytes)), at);
    const Sample sample = sample_words(text.substr(begin, end - begin));
    unicode += sample.unicode;
    looked += end - begin;
    if (sample.unicode == 0) words.insert(words.end(), sample.words.begin(), sample.words.end());
    before = end;
    at = next_telling(text, end);
  }
  if (unicode * 2 > words.size()) words.clear();
  return words;
}

// The encoding in which nearly all of the words are syllables. Of French, German, Spanish or
// Portuguese words, read so, hardly one in ten is.
const LegacyTables::Encoding* prove_encoding(std::string_view text, const LegacyTables& tables) {
  constexpr std::size_t kFewest = 15;
  const std::vector<std::string_view> words = sample_page(text);
  if (words.size() < kFewest) return nullptr;
  const std::vector<std::string_view> first(words.begin(), words.begin() + kFewest);
  const LegacyTables::Encoding* best = nullptr;
  std::size_t most = 0;
  for (const LegacyTables::Encoding& encoding : tables.encodings) {
    if (count_syllables(first, encoding.letters, tables) * 2 < kFewest) continue;
    const std::size_t count = count_syllables(words, encoding.letters, tables);
    if (count <= most) continue;
    most = count;
    best = &encoding;
  }
  return most >= kFewest && most * 10 >= words.size() * 9 ? best : nullptr;
}

std::optional<std::string> convert_piece(std::string_view piece, const Letters& letters,
                                         const LegacyTables& tables) {
  const Sample sample = sample_words(piece);
  if (sample.unicode > 0) return std::nullopt;
  if (count_syllables(sample.words, letters, tables) * 2 < sample.words.size()) return std::nullopt;
  if (!sample.words.empty()) return convert(piece, letters).text;
  // Nothing but signs beyond ASCII: a syllable of one letter, or what stands on every page.
  for (std::size_t at = 0; at < piece.size();) {
    const CodePoint c = code_point_at(piece, at);
    if (c.value >= 0x80 && (!is_latin1_sign(c.value) || is_page_sign(c.value))) return std::nullopt;
    at = c.next;
  }
  return convert(piece, letters).text;
}

bool has_latin1(std::string_view text) {
  return text.find('\xC2') != std::string_view::npos || text.find('\xC3') != std::string_view::npos;
}

// "6F F9" or "F1", code points in hexadecimal → the key of `letters`.
std::optional<std::uint64_t> signs_of(std::string_view column) {
  const auto code_point = [](std::string_view hex) -> std::optional<char32_t> {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
    const bool whole = error == std::errc() && end == hex.data() + hex.size();
    return whole && value <= 0xFF ? std::optional<char32_t>(value) : std::nullopt;
  };
  const std::size_t space = column.find(' ');
  const std::optional<char32_t> first = code_point(column.substr(0, space));
  if (!first || space == std::string_view::npos) return first;
  const std::optional<char32_t> second = code_point(column.substr(space + 1));
  return second ? std::optional(pair_of(*first, *second)) : std::nullopt;
}

}  // namespace

Result<LegacyTables> LegacyTables::load(std::span<const Pack> packs) {
  LegacyTables tables;
  for (const Pack& pack : packs) {
    for (const TableRow& row : pack.table("syllable_parts").rows)
      (row[1] == "onset" ? tables.onsets : tables.rimes).insert(search_fold(row[0]));
    for (const TableRow& row : pack.table("legacy_encodings").rows) {
      const std::optional<std::uint64_t> signs = signs_of(row[1]);
      if (!signs || row[2].empty())
        return Error{ErrorKind::kBadFormat,
                     "legacy_encodings, line " + std::to_string(row.line) + ": no code points"};
      const auto known = std::find_if(tables.encodings.begin(), tables.encodings.end(),
                                      [&](const Encoding& e) { return e.name == row[0]; });
      Encoding& encoding =
          known == tables.encodings.end() ? tables.encodings.emplace_back() : *known;
      encoding.name = row[0];
      encoding.letters[*signs] = code_point_at(row[2], 0).value;
    }
  }
  return tables;
}

std::string mend_legacy_text(std::string utf8, const LegacyTables& tables) {
  if (!has_latin1(utf8)) return utf8;
  if (std::optional<std::string> mended = mend_twice_encoded(utf8)) return std::move(*mended);
  if (tables.rimes.empty()) return utf8;
  const LegacyTables::Encoding* const encoding = prove_encoding(utf8, tables);
  if (encoding == nullptr) return utf8;
  return change_pieces(utf8, [&](std::string_view piece) {
    return has_latin1(piece) ? convert_piece(piece, encoding->letters, tables)
                             : std::optional<std::string>();
  });
}

}  // namespace machtin

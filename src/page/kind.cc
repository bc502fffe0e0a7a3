// How each kind of input is told from the others. Tested by kind_test.cc.

#include "page/kind.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "page/record.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace machtin {
namespace {

struct Mark {
  std::string_view bytes = {};
  std::size_t at = 0;
};

using namespace std::string_view_literals;

// First bytes of formats that crawls keep beside pages.
constexpr std::array kBinaryMarks = {
    Mark{"\x89PNG"sv, 0},
    Mark{"\xFF\xD8\xFF"sv, 0},
    Mark{"GIF87a"sv, 0},
    Mark{"GIF89a"sv, 0},
    Mark{"%PDF-"sv, 0},
    Mark{"PK\x03\x04"sv, 0},
    Mark{"PK\x05\x06"sv, 0},
    Mark{"\x7F"
         "ELF"sv,
         0},
    Mark{"\x1F\x8B"sv, 0},
    Mark{"BZh"sv, 0},
    Mark{"\xFD"
         "7zXZ"sv,
         0},
    Mark{"\x28\xB5\x2F\xFD"sv, 0},
    Mark{"7z\xBC\xAF"sv, 0},
    Mark{"Rar!\x1A"sv, 0},
    Mark{"ftyp"sv, 4},
    Mark{"WEBP"sv, 8},
    Mark{"WAVE"sv, 8},
    Mark{"\xD0\xCF\x11\xE0"sv, 0},
    Mark{"SQLite format 3"sv, 0},
    Mark{"wOFF"sv, 0},
    Mark{"wOF2"sv, 0},
    Mark{"ID3\x03"sv, 0},
    Mark{"OggS"sv, 0},
    Mark{"\0asm"sv, 0},
};

bool has_mark(std::string_view bytes, const Mark& mark) {
  return bytes.size() >= mark.at + mark.bytes.size() &&
         bytes.substr(mark.at, mark.bytes.size()) == mark.bytes;
}

constexpr std::array<bool, 256> kControls = [] {
  constexpr unsigned char kEscape = 0x1B;  // ISO-2022-JP switches with it
  std::array<bool, 256> controls = {};
  for (unsigned char c = 0; c < 0x20; ++c)
    controls[c] = c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != kEscape;
  controls[0x7F] = true;
  return controls;
}();

std::size_t count_controls(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (at + 8 <= bytes.size() && all_printable(eight_bytes(bytes.data() + at))) {
      at += 8;
    } else {
      count += kControls[static_cast<unsigned char>(bytes[at++])] ? 1u : 0u;
    }
  }
  return count;
}

// Which halves of the first bytes are zero: Latin letters in UTF-16 without a mark.
std::optional<UnicodeMark> utf16_by_zeros(std::string_view bytes) {
  const std::size_t pairs = std::min<std::size_t>(bytes.size(), 1024) / 2;
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    even += bytes[2 * i] == '\0' ? 1u : 0u;
    odd += bytes[2 * i + 1] == '\0' ? 1u : 0u;
  }
  if (pairs < 8) return std::nullopt;
  // Vietnamese has about one letter in four beyond U+00FF, markup none.
  if (even * 10 >= pairs * 4 && odd * 20 <= pairs) return UnicodeMark{"utf-16be", 0};
  if (odd * 10 >= pairs * 4 && even * 20 <= pairs) return UnicodeMark{"utf-16le", 0};
  return std::nullopt;
}

// The first bytes without mark, NULs (so that UTF-16 is recognised too) and leading space. `own`
// holds them where they had to be copied.
std::string_view plain_start(std::string_view bytes, std::string& own) {
  const std::optional<UnicodeMark> mark = unicode_mark(bytes);
  if (mark) bytes.remove_prefix(mark->mark_size);
  std::string_view start = bytes.substr(0, kKindBytes);
  if (start.find('\0') != std::string_view::npos) {
    own = std::string(start);
    std::erase(own, '\0');
    start = own;
  }
  start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n\f"), start.size()));
  return start;
}

// `{"` or `{ "`, as lines of JSON objects begin; an empty object too.
bool starts_json_object(std::string_view line) {
  if (!line.starts_with('{')) return false;
  const std::size_t next = line.find_first_not_of(" \t\r\n", 1);
  return next != std::string_view::npos && (line[next] == '"' || line[next] == '}');
}

// Most of the first lines are objects: one broken line does not make a file something else.
bool looks_like_json_lines(std::string_view start) {
  int objects = 0, others = 0;
  for (std::size_t begin = 0; begin < start.size() && objects + others < 10;) {
    const std::size_t feed = std::min(start.find('\n', begin), start.size());
    std::string_view line = start.substr(begin, feed - begin);
    line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
    begin = feed + 1;
    if (line.empty()) continue;
    ++(starts_json_object(line) ? objects : others);
  }
  return objects > others;
}

bool looks_like_html(std::string_view bytes) {
  const std::string beginning = ascii_lower(bytes.substr(0, 16));
  if (beginning.starts_with("<!doctype") || beginning.starts_with("<html") ||
      beginning.starts_with("<?xml"))
    return true;
  const std::string start = ascii_lower(bytes);
  constexpr std::array kFrames = {"<!doctype html"sv, "<html"sv, "<head>"sv, "<body"sv, "<meta "sv};
  const auto occurs = [&](std::string_view tag) { return start.find(tag) != start.npos; };
  if (std::any_of(kFrames.begin(), kFrames.end(), occurs)) return true;
  const bool tag_first =
      start.size() > 2 && start[0] == '<' &&
      (std::isalpha(static_cast<unsigned char>(start[1])) != 0 || start[1] == '!');
  if (tag_first && start.find('>') != start.npos) return true;
  // A fragment that begins with words: paragraphs or blocks, opened and closed.
  return occurs("</p>") || occurs("</div>");
}

}  // namespace

std::optional<UnicodeMark> unicode_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return UnicodeMark{"utf-8", 3};
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return UnicodeMark{"utf-32le", 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return UnicodeMark{"utf-32be", 4};
  if (bytes.starts_with("\xFF\xFE"sv)) return UnicodeMark{"utf-16le", 2};
  if (bytes.starts_with("\xFE\xFF"sv)) return UnicodeMark{"utf-16be", 2};
  return utf16_by_zeros(bytes);
}

bool is_binary(std::string_view bytes) {
  if (unicode_mark(bytes)) return false;
  for (const Mark& mark : kBinaryMarks) {
    if (has_mark(bytes, mark)) return true;
  }
  constexpr std::size_t kEnoughBytes = 16u << 10;
  const std::string_view start = bytes.substr(0, kEnoughBytes);
  return count_controls(start) * 10 > start.size();
}

InputKind recognise(std::string_view bytes) {
  if (bytes.starts_with("WARC/")) return InputKind::kWarc;
  std::string own;
  const std::string_view start = plain_start(bytes, own);
  if (looks_like_json_lines(start)) return InputKind::kJsonLines;
  return looks_like_html(start) ? InputKind::kHtml : InputKind::kText;
}

}  // namespace machtin

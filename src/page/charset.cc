// Choosing the charset, and ICU's converters to do the work. Tested by charset_test.cc.

#include "page/charset.h"

#include <simdjson.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "page/kind.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::string_view kFallback = "windows-1258";
// <meta> is looked for this far, since scripts often stand before it, and some templates put it
// into the body; the HTML Standard asks for 1024 bytes.
constexpr std::size_t kHeadBytes = 1u << 20;
// A page that contradicts itself does it once or twice.
constexpr std::size_t kMostDeclarations = 4;
constexpr std::size_t kMostMetas = 1'000;  // each is looked through; a page has a few dozen
// uchardet's cost is linear, and this much tells as well as all of it.
constexpr std::size_t kGuessBytes = 64u << 10;

// Labels whose meaning on the web is another than their name's (WHATWG Encoding, 4.2), and the
// names ICU knows.
struct Label {
  std::string_view name = {}, converter = {};
};
constexpr std::array kLabels = {
    Label{"iso-8859-1", "windows-1252"},
    Label{"iso8859-1", "windows-1252"},
    Label{"latin1", "windows-1252"},
    Label{"us-ascii", "windows-1252"},
    Label{"ascii", "windows-1252"},
    Label{"iso-8859-9", "windows-1254"},
    Label{"latin5", "windows-1254"},
    Label{"gb2312", "gb18030"},
    Label{"gb_2312-80", "gb18030"},
    Label{"gbk", "gb18030"},
    Label{"x-gbk", "gb18030"},
    Label{"shift_jis", "ibm-943_P15A-2003"},
    Label{"shift-jis", "ibm-943_P15A-2003"},
    Label{"x-sjis", "ibm-943_P15A-2003"},
    Label{"sjis", "ibm-943_P15A-2003"},
    Label{"windows-31j", "ibm-943_P15A-2003"},
    Label{"euc-kr", "windows-949-2000"},
    Label{"ks_c_5601-1987", "windows-949-2000"},
    Label{"uhc", "windows-949-2000"},
    Label{"tis-620", "windows-874-2000"},
    Label{"iso-8859-11", "windows-874-2000"},
    Label{"big5", "windows-950-2000"},
    Label{"utf8", "utf-8"},
    Label{"unicode-1-1-utf-8", "utf-8"},
};

std::string converter_name(std::string_view label) {
  std::string name = ascii_lower(label);
  std::erase_if(name, [](char c) { return c == ' ' || c == '"' || c == '\''; });
  const auto known =
      std::find_if(kLabels.begin(), kLabels.end(), [&](const Label& l) { return l.name == name; });
  return known == kLabels.end() ? name : std::string(known->converter);
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(std::string_view label) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string name = converter_name(label);
  if (name.empty()) return nullptr;
  return Converter(ucnv_open(name.c_str(), &status));
}

struct Decoded {
  std::string text = {};
  std::size_t broken = 0;  // signs that the encoding does not have
};

void append_utf16(Decoded& out, const UChar* from, std::int32_t size) {
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U16_NEXT(from, i, size, c);
    if (U_IS_SURROGATE(c)) c = 0xFFFD;
    // C1 controls are what bytes without a letter become in one-byte encodings.
    if (c == 0xFFFD || (c >= 0x80 && c < 0xA0)) ++out.broken;
    append_utf8(out.text, static_cast<char32_t>(c));
  }
}

Decoded decode(UConverter* converter, std::string_view bytes) {
  Decoded out;
  out.text.reserve(bytes.size() + bytes.size() / 4);
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  std::vector<UChar> units(16u << 10);
  std::int32_t kept = 0;  // a high surrogate whose other half comes with the next piece
  for (;;) {
    UErrorCode status = U_ZERO_ERROR;
    UChar* target = units.data() + kept;
    ucnv_toUnicode(converter, &target, units.data() + units.size(), &source, source_end, nullptr,
                   static_cast<UBool>(true), &status);
    const auto size = static_cast<std::int32_t>(target - units.data());
    const bool more = status == U_BUFFER_OVERFLOW_ERROR;
    kept = more && size > 1 && U16_IS_LEAD(units[size - 1]) ? 1 : 0;
    append_utf16(out, units.data(), size - kept);
    if (kept == 1) units[0] = units[size - 1];
    if (!more) return out;
  }
}

// Sequences of more than one byte, and bytes that belong to no sequence, over all of the text.
struct Utf8Count {
  std::size_t sequences = 0, broken = 0;
};
Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t next = code_point_at(bytes, at).next;
    const bool high = (static_cast<unsigned char>(bytes[at]) & 0x80) != 0;
    if (high) ++(next - at == 1 ? count.broken : count.sequences);
    at = next;
  }
  return count;
}

bool is_multibyte_legacy(std::string_view converter) {
  constexpr std::array<std::string_view, 7> kNames = {
      "gb18030", "ibm-943", "windows-949", "windows-950", "euc-jp", "big5", "iso-2022"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view n) { return converter.starts_with(n); });
}

constexpr std::size_t kEnoughSequences = 20;

// Text of a one-byte encoding is hardly ever valid UTF-8 by chance; a few characters of a Chinese
// or Japanese one can be.
bool is_surely_utf8(std::string_view valid_utf8) {
  std::size_t sequences = 0;
  for (std::size_t at = end_of_ascii(valid_utf8, 0); at < valid_utf8.size();
       at = end_of_ascii(valid_utf8, code_point_at(valid_utf8, at).next)) {
    if (++sequences == kEnoughSequences) return true;
  }
  // ASCII alone, unless some of it switches sets of signs: ISO-2022 and HZ do.
  return sequences == 0 && valid_utf8.find('\x1B') == std::string_view::npos &&
         valid_utf8.find("~{") == std::string_view::npos;
}

// A page of a thousand good characters with a broken one is UTF-8 with a slip.
bool is_utf8_with_slips(const Utf8Count& count) {
  return count.sequences >= kEnoughSequences && count.broken * 50 <= count.sequences;
}

std::optional<std::string> guess(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       uchardet_delete);
  bytes = bytes.substr(0, kGuessBytes);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return std::nullopt;
  uchardet_data_end(detector.get());
  std::string name = ascii_lower(uchardet_get_charset(detector.get()));
  if (name.empty()) return std::nullopt;
  return name;
}

// The value of `name` inside a tag, quotes undone.
std::string attribute_of(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    std::size_t value = at + name.size();
    while (value < tag.size() && (tag[value] == ' ' || tag[value] == '\t' || tag[value] == '\n'))
      ++value;
    if (value >= tag.size() || tag[value] != '=') continue;
    do {
      ++value;
    } while (value < tag.size() && (tag[value] == ' ' || tag[value] == '\t' || tag[value] == '\n'));
    if (value >= tag.size()) return {};
    const char quote = tag[value];
    if (quote == '"' || quote == '\'')
      return std::string(tag.substr(value + 1, tag.find(quote, value + 1) - value - 1));
    return std::string(tag.substr(value, tag.find_first_of(" \t\n;/", value) - value));
  }
  return {};
}

bool starts_with_tag(std::string_view bytes, std::size_t at, std::string_view tag) {
  if (bytes.size() - at < tag.size()) return false;
  for (std::size_t i = 0; i < tag.size(); ++i) {
    if (ascii_lower(bytes[at + i]) != tag[i]) return false;
  }
  return true;
}

// What the <meta> or XML declaration at `at` says; empty if it says nothing.
std::string declared_at(std::string_view bytes, std::size_t at, bool xml) {
  constexpr std::size_t kMaxTagBytes = 2048;
  std::string_view raw = bytes.substr(at, kMaxTagBytes);
  raw = raw.substr(0, raw.find('>'));
  std::string charset = attribute_of(ascii_lower(raw), xml ? "encoding" : "charset");
  std::erase_if(charset, [](char c) { return c == ' ' || c == '"' || c == '\'' || c == '/'; });
  if (charset.size() > 40) return {};
  // 13.2.3.2: whoever can read the declaration as ASCII is not reading UTF-16.
  return charset.starts_with("utf-16") ? "utf-8" : charset;
}

// The charsets that a document declares in its first bytes.
std::vector<std::string> meta_charsets(std::string_view bytes) {
  bytes = bytes.substr(0, kHeadBytes);
  std::vector<std::string> found;
  std::size_t looked = 0;
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos;
       at = bytes.find('<', at + 1)) {
    if (bytes.substr(at, 4) == "<!--") {
      at = bytes.find("-->", at + 2);
      if (at == std::string_view::npos) break;
      continue;
    }
    const bool xml = starts_with_tag(bytes, at, "<?xml");
    if (!xml && !starts_with_tag(bytes, at, "<meta")) continue;
    if (++looked > kMostMetas) break;
    std::string charset = declared_at(bytes, at, xml);
    if (charset.empty()) continue;
    found.push_back(std::move(charset));
    if (found.size() == kMostDeclarations) break;
  }
  return found;
}

// Encodings that write everything, or everything beyond ASCII, with ASCII bytes: nothing but a
// declaration tells them.
bool is_seven_bit(std::string_view converter) {
  return converter.starts_with("iso-2022") || converter.starts_with("utf-16") ||
         converter.starts_with("utf-32") || converter == "hz-gb-2312" || converter == "utf-7";
}

// Charsets that are declared and known, strongest first.
std::vector<std::string> declared_charsets(std::string_view bytes,
                                           const std::optional<std::string>& given, bool html) {
  std::vector<std::string> labels;
  if (given) labels.push_back(*given);
  if (html) {
    for (std::string& label : meta_charsets(bytes)) labels.push_back(std::move(label));
  }
  std::vector<std::string> names;
  for (const std::string& label : labels) {
    std::string name = converter_name(label);
    const bool known = std::find(names.begin(), names.end(), name) != names.end();
    if (!known && open_converter(name)) names.push_back(std::move(name));
  }
  return names;
}

// The first of the declared charsets that the bytes do not refute.
std::optional<Decoded> decode_declared(std::string_view bytes,
                                       const std::vector<std::string>& names,
                                       const Utf8Count& count) {
  for (const std::string& name : names) {
    // "utf-8" over bytes that mostly are not is a template's declaration.
    if (name == "utf-8" && count.broken > count.sequences) continue;
    const Converter converter = open_converter(name);
    if (!converter) continue;
    Decoded decoded = decode(converter.get(), bytes);
    const std::size_t high = count.broken + count.sequences;
    const bool refuted = is_multibyte_legacy(name) && decoded.broken * 4 > high;
    if (!refuted || names.size() == 1) return decoded;
  }
  return std::nullopt;
}

}  // namespace

std::string to_utf8(std::string_view bytes, const std::optional<std::string>& given, bool html,
                    const LegacyTables& legacy) {
  const auto decode_as = [](std::string_view name, std::string_view text) {
    const Converter converter = open_converter(name);
    return converter ? decode(converter.get(), text).text : std::string();
  };
  if (const std::optional<UnicodeMark> mark = unicode_mark(bytes)) {
    bytes.remove_prefix(mark->mark_size);
    if (mark->charset == "utf-8" && simdjson::validate_utf8(bytes.data(), bytes.size()))
      return std::string(bytes);
    return decode_as(mark->charset, bytes);
  }
  const bool valid = simdjson::validate_utf8(bytes.data(), bytes.size());
  if (valid && is_surely_utf8(bytes)) return std::string(bytes);
  const std::vector<std::string> names = declared_charsets(bytes, given, html);
  if (!names.empty() && is_seven_bit(names.front())) return decode_as(names.front(), bytes);
  if (valid && (names.empty() || !is_multibyte_legacy(names.front()))) return std::string(bytes);
  const Utf8Count count = count_utf8(bytes);
  if (!valid && is_utf8_with_slips(count)) return decode_as("utf-8", bytes);
  if (std::optional<Decoded> declared = decode_declared(bytes, names, count))
    return std::move(declared->text);
  // No detector knows the fonts of before Unicode: a page of theirs looks like any Latin one.
  const std::string latin1 = decode_as("ISO_8859-1:1987", bytes);
  std::string mended = mend_legacy_text(latin1, legacy);
  if (mended != latin1) return mended;
  const std::optional<std::string> guessed = guess(bytes);
  return decode_as(guessed && open_converter(*guessed) ? *guessed : std::string(kFallback), bytes);
}

}  // namespace machtin

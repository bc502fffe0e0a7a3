// Choosing the charset, and ICU's converters to do the work. Tested by charset_test.cc.

#include "page/charset.h"

#include <simdjson.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <utility>
#include <vector>

#include "page/kind.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::string_view kFallback = "windows-1258";
// <meta> is looked for this far, since scripts often stand before it; the HTML Standard asks for
// 1024 bytes.
constexpr std::size_t kHeadBytes = 64u << 10;
// uchardet's cost is linear, and this much tells as well as all of it.
constexpr std::size_t kGuessBytes = 64u << 10;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

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
  std::string name = lower(label);
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

void append_utf16(std::string& out, const UChar* from, std::int32_t size) {
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U16_NEXT(from, i, size, c);
    if (U_IS_SURROGATE(c)) c = 0xFFFD;
    append_utf8(out, static_cast<char32_t>(c));
  }
}

std::string decode(UConverter* converter, std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 4);
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

// Whether bytes are UTF-8 whatever is declared. Text of a one-byte encoding is hardly ever valid
// UTF-8 by chance; a few characters of a Chinese or Japanese one can be.
bool is_surely_utf8(const Utf8Count& count, std::string_view declared) {
  constexpr std::size_t kEnough = 20;
  if (count.sequences == 0) return false;
  if (count.broken > 0) {
    // A page of a thousand good characters with a broken one is UTF-8 with a slip.
    return count.sequences >= kEnough && count.broken * 50 <= count.sequences;
  }
  return !is_multibyte_legacy(declared) || count.sequences >= kEnough;
}

std::optional<std::string> guess(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       uchardet_delete);
  bytes = bytes.substr(0, kGuessBytes);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return std::nullopt;
  uchardet_data_end(detector.get());
  std::string name = lower(uchardet_get_charset(detector.get()));
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

}  // namespace

std::optional<std::string> meta_charset(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, kHeadBytes));
  for (std::size_t at = head.find('<'); at != std::string::npos; at = head.find('<', at + 1)) {
    if (head.compare(at, 4, "<!--") == 0) {
      at = head.find("-->", at + 2);
      if (at == std::string::npos) break;
      continue;
    }
    if (head.compare(at, 5, "<body") == 0) break;
    if (head.compare(at, 5, "<meta") != 0 && head.compare(at, 5, "<?xml") != 0) continue;
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    std::string charset = attribute_of(tag, head[at + 1] == '?' ? "encoding" : "charset");
    std::erase_if(charset, [](char c) { return c == ' ' || c == '"' || c == '\'' || c == '/'; });
    if (charset.empty() || charset.size() > 40) continue;
    // 13.2.3.2: whoever can read the declaration as ASCII is not reading UTF-16.
    if (charset.starts_with("utf-16")) return "utf-8";
    return charset;
  }
  return std::nullopt;
}

namespace {

bool has_high_bytes(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(),
                     [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

// Encodings that write everything, or everything beyond ASCII, with ASCII bytes: nothing but a
// declaration tells them.
bool is_seven_bit(std::string_view converter) {
  return converter.starts_with("iso-2022") || converter.starts_with("utf-16") ||
         converter.starts_with("utf-32") || converter == "hz-gb-2312" || converter == "utf-7";
}

// The name of the encoding that bytes without a mark are in.
std::string choose(std::string_view bytes, const std::string& declared) {
  if (is_seven_bit(declared)) return declared;
  if (!has_high_bytes(bytes)) return "utf-8";
  const Utf8Count count = count_utf8(bytes);
  if (is_surely_utf8(count, declared)) return "utf-8";
  // "utf-8" over bytes that mostly are not is a template's declaration.
  const bool refuted = declared == "utf-8" && count.broken > count.sequences;
  if (!declared.empty() && !refuted) return declared;
  return guess(bytes).value_or(std::string(kFallback));
}

}  // namespace

std::string to_utf8(std::string_view bytes, const std::optional<std::string>& given, bool html) {
  std::string name;
  if (const std::optional<UnicodeMark> mark = unicode_mark(bytes)) {
    bytes.remove_prefix(mark->mark_size);
    name = std::string(mark->charset);
  } else {
    std::string declared;
    if (given && open_converter(*given)) declared = converter_name(*given);
    if (declared.empty() && html) declared = converter_name(meta_charset(bytes).value_or(""));
    if (!open_converter(declared)) declared.clear();
    name = choose(bytes, declared);
  }
  if (name == "utf-8" && simdjson::validate_utf8(bytes.data(), bytes.size()))
    return std::string(bytes);
  Converter converter = open_converter(name);
  if (!converter) converter = open_converter(kFallback);
  return converter ? decode(converter.get(), bytes) : std::string();
}

}  // namespace machtin

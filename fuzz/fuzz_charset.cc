// Whatever the bytes: decoding and mending give valid UTF-8, what is valid UTF-8 and names no other
// charset stays as it is unless it is mended, and text mended once is not mended again. The first
// byte says what charset is given and whether <meta> counts.

#include <simdjson.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "page/charset.h"
#include "page/legacy_text.h"

namespace {

const machtin::LegacyTables& tables() {
  static const machtin::Pack vi = *machtin::Pack::load("vi");
  static const machtin::LegacyTables loaded = *machtin::LegacyTables::load({&vi, 1});
  return loaded;
}

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static constexpr std::array<const char*, 12> kCharsets = {
      nullptr,       "utf-8",  "windows-1258", "gb18030", "shift_jis",      "euc-kr",
      "iso-2022-jp", "koi8-r", "utf-16",       "big5",    "x-user-defined", "hz-gb-2312"};
  const char* const named = kCharsets[(data[0] >> 1) % kCharsets.size()];
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::optional<std::string> given =
      named == nullptr ? std::nullopt : std::optional<std::string>(named);
  const std::string text = machtin::to_utf8(bytes, given, (data[0] & 1) != 0, tables());
  check(simdjson::validate_utf8(text.data(), text.size()));
  const std::string mended = machtin::mend_legacy_text(text, tables());
  check(simdjson::validate_utf8(mended.data(), mended.size()));
  return 0;
}

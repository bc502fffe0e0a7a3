// Whatever the text: times and quantities are found without a crash, each stands inside the text on
// code point borders, times in order and apart, every value is a number or a TIMEX value, and no
// bound is upside down. The first byte chooses the language, and whether a day of publication is
// known.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "language/number.h"
#include "language/number_tables.h"
#include "language/sentence.h"
#include "language/time.h"
#include "language/time_tables.h"
#include "text/fold.h"

namespace {

constexpr std::size_t kMaxBytes = 1u << 16;

struct Language {
  machtin::TimeTables times = {};
  machtin::NumberTables numbers = {};
  machtin::SentenceTables sentences = {};
};

Language load(const char* code) {
  const auto pack = machtin::Pack::load(code);
  if (!pack) std::abort();
  auto times = machtin::TimeTables::load(*pack);
  auto numbers = machtin::NumberTables::load(*pack);
  if (!times || !numbers) std::abort();
  return {std::move(*times), std::move(*numbers), machtin::SentenceTables::load(*pack)};
}

void check(bool holds) {
  if (!holds) std::abort();
}

void check_span(machtin::ByteSpan span, const std::string& text) {
  check(span.begin < span.end && span.end <= text.size());
  const auto on_border = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  check(on_border(span.begin) && on_border(span.end));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Language vi = load("vi"), en = load("en");
  if (size == 0 || size > kMaxBytes) return 0;
  const Language& language = data[0] % 2 == 0 ? vi : en;
  machtin::PublicationDate published;
  if (data[0] % 8 >= 4) {
    published.value = data[0] % 16 >= 8 ? "XXXX-02-29" : "2024-02-29";
    published.earliest = "2023-09-01";
  }
  const std::string text =
      machtin::to_nfc(std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1));
  const auto tokens = machtin::tokenize(text);
  const auto sentences = machtin::find_sentences(text, language.sentences);
  const auto times = machtin::find_times(text, tokens, sentences, published, language.times);
  std::uint32_t last = 0;
  for (const machtin::TimeExpression& time : times) {
    check_span(time.span, text);
    check(time.span.begin >= last && !time.value.empty());
    check(!time.earliest || !time.latest || *time.earliest <= *time.latest);
    last = time.span.end;
  }
  for (const machtin::Quantity& quantity :
       machtin::find_quantities(text, tokens, times, language.numbers)) {
    check_span(quantity.span, text);
    check(std::isfinite(quantity.value));
    const bool score = quantity.unit == "score";  // the other side's goals, fewer or more
    check(!quantity.high || score || *quantity.high > quantity.value);
  }
  return 0;
}

// Whatever the line, its words are the line again, and its sentences cover all but white space.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "language/sentence.h"
#include "language/word_segmenter.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace {

std::string without_space(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const machtin::CodePoint c = machtin::code_point_at(text, at);
    if (!machtin::is_space(c.value) && c.value != '_') out.append(text.substr(at, c.next - at));
    at = c.next;
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto file = machtin::load_pack_file("vi", "words.model");
  static const auto model = machtin::read_word_model(*file);
  static const auto tables = machtin::SentenceTables::load(*machtin::Pack::load("vi"));
  const std::string text = machtin::compose({reinterpret_cast<const char*>(data), size});
  machtin::WordSegmenter segmenter(*model);
  std::string out;
  segmenter.append_segmented(text, false, out);
  if (without_space(out) != without_space(text)) std::abort();
  segmenter.append_segmented(text, true, out);
  const std::string clean = machtin::to_nfc(text);
  if (machtin::is_clean_nfc(text) && clean != text) std::abort();
  std::string covered;
  for (const machtin::ByteSpan& s : machtin::find_sentences(clean, tables))
    covered += machtin::slice(clean, s);
  if (without_space(covered) != without_space(clean)) std::abort();
  return 0;
}

#pragma once
// What cleaners of corpora filter pages by, of the page's main article; docs/signals.md defines
// each.

#include <cstdint>
#include <optional>
#include <string>

namespace machtin {

struct TextSignals {
  std::string language = {};             // of the main article: ISO 639-1, or "und"
  std::optional<double> certainty = {};  // 0 to 1; none where the page's own word is all there is
  double main_share = 0;                 // of the page's letters, those of the main article
  std::uint32_t words = 0, sentences = 0, paragraphs = 0;
  std::uint32_t repeated_lines = 0;  // lines of the page that tell again what one before told
  bool operator==(const TextSignals&) const = default;
};

}  // namespace machtin

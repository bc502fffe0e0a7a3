#include "serve/texts.h"

#include <algorithm>

#include "language/pack.h"
#include "text/embedded.h"

namespace machtin {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

// "q=0.8" → 800; no weight is 1000, a weight that cannot be read 0.
int weight_of(std::string_view parameter) {
  if (parameter.empty()) return 1000;
  if (!parameter.starts_with("q=")) return 1000;
  parameter.remove_prefix(2);
  if (parameter.starts_with("1")) return 1000;
  if (!parameter.starts_with("0")) return 0;
  int weight = 0, place = 100;
  for (std::size_t i = 2; i < parameter.size() && place > 0; ++i, place /= 10) {
    if (parameter[i] < '0' || parameter[i] > '9') return 0;
    weight += place * (parameter[i] - '0');
  }
  return weight;
}

}  // namespace

std::string Texts::of(std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? std::string(key) : found->second;
}

std::string Texts::with(std::string_view key,
                        const std::vector<std::pair<std::string, std::string>>& values) const {
  const std::string text = of(key);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find('{', at), text.size());
    out += text.substr(at, open - at);
    if (open == text.size()) break;
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) return out + text.substr(open);
    const std::string name = text.substr(open + 1, close - open - 1);
    for (const auto& [key_of_value, value] : values) {
      if (key_of_value == name) out += value;
    }
    at = close + 1;
  }
  return out;
}

std::string Texts::counted(std::string_view key, std::uint64_t n) const {
  return with(std::string(key) + (n == 1 ? "_one" : "_many"), {{"n", std::to_string(n)}});
}

Result<std::vector<Texts>> load_texts() {
  std::vector<Texts> languages;
  for (const std::string& code : known_languages()) {
    for (const EmbeddedFile& file : embedded_tables()) {
      if (file.name != code + "/site_texts.tsv") continue;
      const Result<Table> table = parse_table("site_texts", file.bytes);
      if (!table) return table.error();
      std::map<std::string, std::string, std::less<>> texts;
      for (const TableRow& row : table->rows) texts[row[0]] = row[1];
      languages.emplace_back(code, std::move(texts));
    }
  }
  if (languages.empty()) return Error{ErrorKind::kNotFound, "no language has texts for the site"};
  return languages;
}

std::string preferred_language(std::string_view header, const std::vector<Texts>& languages) {
  std::string best = languages.front().code();
  int most = 0;
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t end = std::min(header.find(',', at), header.size());
    const std::string_view range = header.substr(at, end - at);
    at = end + 1;
    const std::size_t semicolon = std::min(range.find(';'), range.size());
    const std::string_view tag = trimmed(range.substr(0, semicolon));
    const std::string_view weight = trimmed(range.substr(std::min(semicolon + 1, range.size())));
    for (const Texts& texts : languages) {
      const bool fits = tag == texts.code() || tag.starts_with(texts.code() + "-");
      if (fits && weight_of(weight) > most) {
        most = weight_of(weight);
        best = texts.code();
      }
    }
  }
  return best;
}

}  // namespace machtin

#include "serve/site.h"

namespace machtin {

Result<Site> load_site() {
  Result<std::vector<Texts>> languages = load_texts();
  if (!languages) return languages.error();
  Site site;
  site.languages = std::move(*languages);
  return site;
}

std::string_view web_file(std::string_view name) {
  for (const EmbeddedFile& file : embedded_web()) {
    if (file.name == name) return file.bytes;
  }
  return {};
}

}  // namespace machtin

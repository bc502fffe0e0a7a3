#pragma once
// Files of data/ and src/serve/web/, compiled into the program by cmake/embed.cmake, in byte order
// of their names.

#include <span>
#include <string_view>

namespace machtin {

struct EmbeddedFile {
  std::string_view name = {};   // relative to its root: "vi/headings.tsv"
  std::string_view bytes = {};  // lives as long as the program
};

std::span<const EmbeddedFile> embedded_tables();  // data/

}  // namespace machtin

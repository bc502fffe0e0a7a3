#pragma once
// What an open archive holds; shared by the sources of Archive alone.

#include <cstdint>

#include "archive/archive.h"
#include "archive/sqlite.h"

namespace machtin {

class Archive::State {
 public:
  Database database = {};
  // How many batches the archive had when we opened it, and have added since: another number means
  // another writer.
  std::int64_t generation = 0;
};

}  // namespace machtin

#pragma once
// The archive's tables, and how a file is opened and checked before anything is read from it.
// docs/archive.md tells what each table holds.

#include <string>

#include "archive/archive.h"
#include "archive/sqlite.h"

namespace machtin {

// An empty archive that no file keeps.
Result<Database> open_archive_in_memory();
// Opens the file; kWrite makes it, and its tables, if it is missing. Errors: those of
// Archive::open.
Result<Database> open_archive_file(const std::string& path, OpenMode mode);

}  // namespace machtin

#pragma once
// Read-only connections to one archive, lent to one request at a time: a connection is used by one
// thread at once, and sees what a build running meanwhile has kept. Thread-safe.

#include <sys/types.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "machtin/result.h"

namespace machtin {

struct FileId {  // a file put in the archive's place is another one
  dev_t device = 0;
  ino_t node = 0;
  bool operator==(const FileId&) const = default;
};

struct LentArchive {
  std::unique_ptr<Archive> archive = {};
  FileId file = {};  // what stood at the path when it was opened
};

class ArchivePool {
 public:
  explicit ArchivePool(std::string path) : path_(std::move(path)) {}

  // An open archive; kept open for the next request when given back. Errors: those of
  // Archive::open.
  Result<LentArchive> take();
  void give_back(LentArchive lent);  // one of a file that was replaced meanwhile is closed

 private:
  const std::string path_;
  std::mutex mutex_;
  FileId file_ = {};
  std::vector<std::unique_ptr<Archive>> idle_ = {};
};

}  // namespace machtin

#include "serve/archive_pool.h"

#include <sys/stat.h>

namespace machtin {
namespace {

constexpr std::size_t kMaxIdle = 16;

}  // namespace

Result<LentArchive> ArchivePool::take() {
  struct stat status = {};
  FileId now;
  if (::stat(path_.c_str(), &status) == 0) now = {status.st_dev, status.st_ino};
  {
    const std::lock_guard lock(mutex_);
    if (!(now == file_)) {
      idle_.clear();
      file_ = now;
    }
    if (!idle_.empty()) {
      LentArchive lent{std::move(idle_.back()), now};
      idle_.pop_back();
      return lent;
    }
  }
  Result<Archive> opened = Archive::open(path_, OpenMode::kRead);
  if (!opened) return opened.error();
  return LentArchive{std::make_unique<Archive>(std::move(*opened)), now};
}

void ArchivePool::give_back(LentArchive lent) {
  const std::lock_guard lock(mutex_);
  if (lent.file == file_ && idle_.size() < kMaxIdle) idle_.push_back(std::move(lent.archive));
}

}  // namespace machtin

#include "serve/archive_pool.h"

#include <sys/stat.h>

namespace machtin {
namespace {

constexpr std::size_t kMaxIdle = 16;

}  // namespace

Result<std::unique_ptr<Archive>> ArchivePool::take() {
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
      std::unique_ptr<Archive> archive = std::move(idle_.back());
      idle_.pop_back();
      return archive;
    }
  }
  Result<Archive> opened = Archive::open(path_, OpenMode::kRead);
  if (!opened) return opened.error();
  return std::make_unique<Archive>(std::move(*opened));
}

void ArchivePool::give_back(std::unique_ptr<Archive> archive) {
  const std::lock_guard lock(mutex_);
  if (idle_.size() < kMaxIdle) idle_.push_back(std::move(archive));
}

}  // namespace machtin

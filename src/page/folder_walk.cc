// A stack of directory listings. Tested by folder_walk_test.cc.

#include "page/folder_walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <memory>

namespace machtin {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

}  // namespace

bool is_folder(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

void FolderWalk::enter(std::string path) {
  struct stat own = {};
  const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
  if (!folder || ::stat(path.c_str(), &own) != 0) {
    failed_ = Step{std::move(path), Error{ErrorKind::kUnreadable, std::strerror(errno)}};
    return;
  }
  const auto is_own = [&](const Level& level) {
    return level.device == own.st_dev && level.inode == own.st_ino;
  };
  if (std::any_of(levels_.begin(), levels_.end(), is_own)) return;
  if (!path.ends_with('/')) path += '/';
  Level level{std::move(path), {}, own.st_dev, own.st_ino};
  while (const dirent* entry = ::readdir(folder.get())) {
    std::string name = entry->d_name;
    if (name.starts_with('.')) continue;
    struct stat status = {};
    if (::stat((level.path + name).c_str(), &status) == 0) {
      if (S_ISDIR(status.st_mode)) name += '/';  // so that the order is that of whole paths
      if (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode)) continue;
    }
    level.names.push_back(std::move(name));  // what cannot be looked at is told when it is opened
  }
  std::sort(level.names.begin(), level.names.end(), std::greater<>());
  levels_.push_back(std::move(level));
}

std::optional<FolderWalk::Step> FolderWalk::next() {
  for (;;) {
    if (failed_) return std::exchange(failed_, std::nullopt);
    if (levels_.empty()) return std::nullopt;
    Level& level = levels_.back();
    if (level.names.empty()) {
      levels_.pop_back();
      continue;
    }
    std::string path = level.path + level.names.back();
    level.names.pop_back();
    if (!path.ends_with('/')) return Step{std::move(path), std::nullopt};
    path.pop_back();
    enter(std::move(path));
  }
}

}  // namespace machtin

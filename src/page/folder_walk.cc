// A stack of directory listings. Tested by folder_walk_test.cc.

#include "page/folder_walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <memory>
#include <utility>

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

namespace {

// The entry's name, with a slash if it is a folder, so that the order is that of whole paths;
// nothing for what is hidden or is neither file nor folder. The system is asked only where the
// directory itself does not tell.
std::optional<std::string> name_of(const std::string& folder, const dirent& entry) {
  std::string name = entry.d_name;
  if (name.starts_with('.')) return std::nullopt;
  if (entry.d_type == DT_REG) return name;
  if (entry.d_type == DT_DIR) return name + '/';
  if (entry.d_type != DT_LNK && entry.d_type != DT_UNKNOWN) return std::nullopt;
  struct stat status = {};
  // What cannot be looked at is told when it is opened.
  if (::stat((folder + name).c_str(), &status) != 0) return name;
  if (S_ISDIR(status.st_mode)) return name + '/';
  return S_ISREG(status.st_mode) ? std::optional(name) : std::nullopt;
}

}  // namespace

// Reads the directory and keeps the first names after level.last; false if it cannot be read.
bool FolderWalk::list(Level& level) {
  const std::unique_ptr<DIR, CloseFolder> folder(::opendir(level.path.c_str()));
  if (!folder) return false;
  std::vector<std::string>& heap = level.names;  // the greatest name first
  level.more = false;
  while (const dirent* entry = ::readdir(folder.get())) {
    std::optional<std::string> name = name_of(level.path, *entry);
    if (!name || (!level.last.empty() && *name <= level.last)) continue;
    if (heap.size() == names_at_once_) {
      level.more = true;
      if (*name >= heap.front()) continue;
      std::pop_heap(heap.begin(), heap.end());
      heap.back() = std::move(*name);
    } else {
      heap.push_back(std::move(*name));
    }
    std::push_heap(heap.begin(), heap.end());
  }
  if (!heap.empty()) level.last = heap.front();
  std::sort(heap.begin(), heap.end(), std::greater<>());
  return true;
}

void FolderWalk::enter(std::string path) {
  struct stat own = {};
  if (::stat(path.c_str(), &own) != 0) {
    failed_ = Step{std::move(path), Error{ErrorKind::kUnreadable, std::strerror(errno)}};
    return;
  }
  const auto is_own = [&](const Level& level) {
    return level.device == own.st_dev && level.inode == own.st_ino;
  };
  if (std::any_of(levels_.begin(), levels_.end(), is_own)) return;
  Level level;
  level.path = path.ends_with('/') ? path : path + '/';
  level.device = own.st_dev;
  level.inode = own.st_ino;
  if (!list(level)) {
    failed_ = Step{std::move(path), Error{ErrorKind::kUnreadable, std::strerror(errno)}};
    return;
  }
  levels_.push_back(std::move(level));
}

std::optional<FolderWalk::Step> FolderWalk::next() {
  for (;;) {
    if (failed_) return std::exchange(failed_, std::nullopt);
    if (levels_.empty()) return std::nullopt;
    Level& level = levels_.back();
    if (level.names.empty()) {
      if (!level.more) {
        levels_.pop_back();
      } else if (!list(level)) {
        failed_ = Step{level.path, Error{ErrorKind::kUnreadable, std::strerror(errno)}};
        level.more = false;
      }
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

#pragma once
// The files under a folder in byte order of their paths, one directory's names in memory at a time
// (and those of the directories above it). Hidden names and what is neither file nor folder are
// left out; a link that leads back to a folder we are in is not followed. Tested by
// folder_walk_test.cc.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "machtin/result.h"

namespace machtin {

class FolderWalk {
 public:
  explicit FolderWalk(std::string root) { enter(std::move(root)); }

  struct Step {
    std::string path = {};
    std::optional<Error> error = {};  // of a folder that cannot be listed
  };
  std::optional<Step> next();

 private:
  struct Level {
    std::string path = {};                // with a slash at the end
    std::vector<std::string> names = {};  // last first; folders with a slash at the end
    std::uint64_t device = 0, inode = 0;
  };
  void enter(std::string path);

  std::vector<Level> levels_;
  std::optional<Step> failed_;
};

// Whether the path names a folder (links followed).
bool is_folder(const std::string& path);

}  // namespace machtin

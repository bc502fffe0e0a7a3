#pragma once
// The files under a folder in byte order of their paths, with no more than some thousand names of a
// directory in memory at a time (and of the directories above it): a directory of millions is read
// again for each such part. Hidden names and what is neither file nor folder are left out; a link
// that leads back to a folder we are in is not followed. Tested by folder_walk_test.cc.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "machtin/result.h"

namespace machtin {

class FolderWalk {
 public:
  explicit FolderWalk(std::string root, std::size_t names_at_once = std::size_t{1} << 16)
      : names_at_once_(names_at_once) {
    enter(std::move(root));
  }

  struct Step {
    std::string path = {};
    std::optional<Error> error = {};  // of a folder that cannot be listed
  };
  std::optional<Step> next();

 private:
  struct Level {
    std::string path = {};                // with a slash at the end
    std::vector<std::string> names = {};  // last first; folders with a slash at the end
    std::string last = {};                // of those listed so far
    bool more = false;                    // names after that one are still to be listed
    std::uint64_t device = 0, inode = 0;
  };
  void enter(std::string path);
  bool list(Level& level);

  std::size_t names_at_once_;
  std::vector<Level> levels_;
  std::optional<Step> failed_;
};

// Whether the path names a folder (links followed).
bool is_folder(const std::string& path);

}  // namespace machtin

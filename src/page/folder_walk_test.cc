#include "page/folder_walk.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "page/written_files_test.h"

namespace machtin {
namespace {

class FolderWalkTest : public WrittenFiles {
 protected:
  std::vector<std::string> names(std::size_t at_once = 1000) const {
    std::vector<std::string> found;
    FolderWalk walk(folder_.string(), at_once);
    while (const auto step = walk.next())
      found.push_back(step->path.substr(folder_.string().size() + 1));
    return found;
  }
};

TEST_F(FolderWalkTest, GivesFilesInByteOrderOfTheirWholePaths) {
  for (const char* name : {"b/2.txt", "b/1.txt", "b.txt", "b0.txt", "a/z/đ.txt", "B.txt"})
    write(name, "x");
  EXPECT_EQ(names(), (std::vector<std::string>{"B.txt", "a/z/đ.txt", "b.txt", "b/1.txt", "b/2.txt",
                                               "b0.txt"}));
}

TEST_F(FolderWalkTest, GivesTheSameWithAFewNamesInMemoryAtATime) {
  for (int i = 0; i < 40; ++i) {
    write("tin" + std::to_string(i * 7 % 40) + ".txt", "x");
    write("tin" + std::to_string(i) + "/trang.txt", "x");
  }
  const std::vector<std::string> all = names();
  EXPECT_EQ(all.size(), 80u);
  for (const std::size_t at_once : {1u, 3u, 39u, 80u}) EXPECT_EQ(names(at_once), all) << at_once;
}

TEST_F(FolderWalkTest, LeavesHiddenNamesOut) {
  for (const char* name : {".git/config", ".ẩn.txt", "hiện.txt"}) write(name, "x");
  EXPECT_EQ(names(), (std::vector<std::string>{"hiện.txt"}));
}

TEST_F(FolderWalkTest, FollowsLinksButNotInCircles) {
  write("a/1.txt", "x");
  std::filesystem::create_directory_symlink(folder_, folder_ / "a" / "up");
  std::filesystem::create_directory_symlink(folder_ / "a", folder_ / "again");
  EXPECT_EQ(names(), (std::vector<std::string>{"a/1.txt", "again/1.txt"}));
}

TEST_F(FolderWalkTest, GivesADanglingLinkSoThatItsOpeningCanFail) {
  std::filesystem::create_symlink(folder_ / "none", folder_ / "link.txt");
  EXPECT_EQ(names(), (std::vector<std::string>{"link.txt"}));
}

TEST(FolderWalk, TellsOfAFolderThatCannotBeListed) {
  FolderWalk walk("/no/such/folder");
  const auto step = walk.next();
  ASSERT_TRUE(step && step->error);
  EXPECT_EQ(step->error->kind, ErrorKind::kUnreadable);
  EXPECT_FALSE(walk.next());
}

}  // namespace
}  // namespace machtin

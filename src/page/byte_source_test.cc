#include "page/byte_source.h"

#include <gtest/gtest.h>

#include <string>

#include "page/written_files_test.h"

namespace machtin {
namespace {

std::string all_of(ByteSource source) {
  std::string text;
  source.read(text, 1u << 30);
  return text;
}

TEST(ByteSource, ReadsLinesWhateverTheirEnds) {
  ByteSource source = ByteSource::from_bytes("một\r\nhai\n\nba");
  std::string line;
  std::vector<std::string> lines;
  while (source.read_line(line, 100) == ByteSource::Line::kWhole) lines.push_back(line);
  EXPECT_EQ(lines, (std::vector<std::string>{"một", "hai", "", "ba"}));
}

TEST(ByteSource, SkipsALineThatIsTooLongAndReadsTheNext) {
  ByteSource source = ByteSource::from_bytes(std::string(1u << 20, 'x') + "\nngắn\n");
  std::string line;
  EXPECT_EQ(source.read_line(line, 1000), ByteSource::Line::kTooLong);
  EXPECT_EQ(source.read_line(line, 1000), ByteSource::Line::kWhole);
  EXPECT_EQ(line, "ngắn");
  EXPECT_EQ(source.read_line(line, 1000), ByteSource::Line::kEnd);
}

TEST(ByteSource, UndoesGzipOfOneMemberOrMany) {
  EXPECT_EQ(all_of(ByteSource::from_bytes(gzipped("sông Hồng"))), "sông Hồng");
  EXPECT_EQ(all_of(ByteSource::from_bytes(gzipped("sông ") + gzipped("Hồng"))), "sông Hồng");
  EXPECT_EQ(all_of(ByteSource::from_bytes(gzipped("sông") + std::string(512, '\0'))), "sông");
}

TEST(ByteSource, KeepsWhatCameOfTruncatedGzipAndSaysSo) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += std::to_string(i * 7919) + " ";
  const std::string bytes = gzipped(text);
  ByteSource source = ByteSource::from_bytes(bytes.substr(0, bytes.size() / 2));
  std::string got;
  source.read(got, text.size());
  EXPECT_GT(got.size(), 1000u);
  EXPECT_TRUE(text.starts_with(got));
  ASSERT_TRUE(source.failure());
  EXPECT_EQ(source.failure()->kind, ErrorKind::kUnreadable);
}

TEST(ByteSource, StopsAZipBomb) {
  const std::string bomb = gzipped(std::string(200u << 20, ' '));
  ByteSource source = ByteSource::from_bytes(bomb);
  source.skip(1ull << 40);
  ASSERT_TRUE(source.failure());
  EXPECT_EQ(source.failure()->kind, ErrorKind::kTooLarge);
}

TEST(ByteSource, SaysInTheSystemsWordsWhyAFileCannotBeOpened) {
  const Result<ByteSource> source = ByteSource::open("/no/such/file");
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().kind, ErrorKind::kUnreadable);
  EXPECT_EQ(source.error().message, "No such file or directory");
}

}  // namespace
}  // namespace machtin

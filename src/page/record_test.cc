#include "page/record.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "page/written_files_test.h"

namespace machtin {
namespace {

std::vector<RecordResult> read_all(std::vector<std::string> inputs, RecordOptions options = {}) {
  RecordReader reader(std::move(inputs), options);
  std::vector<RecordResult> results;
  while (std::optional<RecordResult> result = reader.next()) results.push_back(std::move(*result));
  return results;
}

class RecordReaderTest : public WrittenFiles {};

TEST_F(RecordReaderTest, TellsKindsByContentNotByName) {
  const auto results = read_all(
      {write("a.txt", "<html><p>Nắng"), write("b.html", "Nắng nóng\n\nKéo dài"),
       write("c.dat",
             "{\"text\":\"Nắng\"}\n{\"schema\":\"machtin/facts/1\"}\n{\"html\":\"<p>Mưa\"}"),
       write("d.gz", gzipped("<html><p>Mưa"))});
  ASSERT_EQ(results.size(), 6u);
  EXPECT_EQ(results[0].record->kind, RecordKind::kHtml);
  EXPECT_EQ(results[0].input, path("a.txt"));
  EXPECT_EQ(results[1].record->kind, RecordKind::kText);
  EXPECT_EQ(results[2].record->kind, RecordKind::kText);
  EXPECT_EQ(results[2].input, path("c.dat") + "#1");
  EXPECT_EQ(results[3].record->kind, RecordKind::kFactsLine);
  EXPECT_EQ(results[4].record->kind, RecordKind::kHtml);
  EXPECT_EQ(results[5].record->bytes, "<html><p>Mưa");
}

TEST_F(RecordReaderTest, ObeysWhoeverSaysWhatInputsAre) {
  const std::string file = write("a", "{\"text\":\"<html>\"}");
  EXPECT_EQ(read_all({file}, {InputKind::kText})[0].record->kind, RecordKind::kText);
  EXPECT_EQ(read_all({file}, {InputKind::kHtml})[0].record->kind, RecordKind::kHtml);
  EXPECT_EQ(read_all({file}, {InputKind::kArticle})[0].record->kind, RecordKind::kArticle);
  EXPECT_EQ(read_all({file}, {InputKind::kJsonLines})[0].input, file + "#1");
  EXPECT_FALSE(read_all({file}, {InputKind::kWarc})[0].record);
}

TEST_F(RecordReaderTest, ReadsAllOtherInputsAfterABadOne) {
  write("trang/a.txt", "Nắng nóng");
  write("trang/b.txt", "");
  write("trang/c.txt", std::string("\x89PNG\r\n\x1A\n", 8));
  write("trang/d.txt", std::string(5000, 'x'));
  write("trang/e.txt", "Mưa lớn");
  std::filesystem::create_directories(folder_ / "rỗng");
  const auto results =
      read_all({path("không có"), path("trang"), path("rỗng")}, {InputKind::kAuto, 1000});
  ASSERT_EQ(results.size(), 7u);
  EXPECT_EQ(results[0].record.error().kind, ErrorKind::kUnreadable);
  EXPECT_TRUE(results[1].record);
  EXPECT_EQ(results[2].record.error().kind, ErrorKind::kEmpty);
  EXPECT_EQ(results[3].record.error().kind, ErrorKind::kNotText);
  EXPECT_EQ(results[4].record.error().kind, ErrorKind::kTooLarge);
  EXPECT_TRUE(results[5].record);
  EXPECT_EQ(results[6].record.error().kind, ErrorKind::kEmpty);
  EXPECT_EQ(results[6].input, path("rỗng"));
}

TEST_F(RecordReaderTest, ReadsLinesOnOfAGiantOne) {
  std::string text = "{\"text\":\"" + std::string(8u << 20, 'x') + "\"}\n{\"text\":\"Nắng\"}\n";
  const auto results = read_all({write("lớn.jsonl", text)}, {InputKind::kAuto, 1u << 20});
  ASSERT_EQ(results.size(), 2u);
  EXPECT_EQ(results[0].record.error().kind, ErrorKind::kTooLarge);
  EXPECT_EQ(results[1].record->bytes, "Nắng");
}

}  // namespace
}  // namespace machtin

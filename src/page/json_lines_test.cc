#include "page/json_lines.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace machtin {
namespace {

std::vector<RecordResult> read_all(std::string text, std::size_t max_bytes = 1u << 20) {
  JsonLinesReader reader("tin.jsonl", ByteSource::from_bytes(std::move(text)),
                         {InputKind::kAuto, max_bytes});
  std::vector<RecordResult> results;
  while (std::optional<RecordResult> result = reader.next()) results.push_back(std::move(*result));
  return results;
}

TEST(ReadJsonLine, KnowsTheThreeShapesOfAPage) {
  const auto html = read_json_line(
      "i", R"({"url":"https://bao.example/1","html":"<p>Lũ rút","id":[7,"x"],"lang":"vi"})");
  ASSERT_TRUE(html);
  EXPECT_EQ(html->kind, RecordKind::kHtml);
  EXPECT_EQ(html->bytes, "<p>Lũ rút");
  EXPECT_EQ(html->url, "https://bao.example/1");
  EXPECT_EQ(html->id_json, R"([7,"x"])");
  const auto text = read_json_line("i", R"({"text":"Lũ rút\nDân về nhà","url":"","html":null})");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->kind, RecordKind::kText);
  EXPECT_EQ(text->url, std::nullopt);
  const auto article = read_json_line(
      "i",
      R"({"title":"Lũ rút","body":"Dân về nhà.","published":"2024-09-12","source":"Báo Sông"})");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->kind, RecordKind::kArticle);
  EXPECT_EQ(article->title, "Lũ rút");
  EXPECT_EQ(article->body, "Dân về nhà.");
  EXPECT_EQ(article->published, "2024-09-12");
  EXPECT_EQ(article->source, "Báo Sông");
  EXPECT_TRUE(article->bytes.empty());
}

TEST(ReadJsonLine, KnowsTheLinesThatWePrinted) {
  const std::string page = R"({"schema":"machtin/page/1","input":"a"})";
  const auto record = read_json_line("i", page);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->kind, RecordKind::kPageLine);
  EXPECT_EQ(record->bytes, page);
  EXPECT_EQ(read_json_line("i", R"({"schema":"machtin/facts/1"})")->kind, RecordKind::kFactsLine);
  const auto other = read_json_line("i", R"({"schema":"machtin/page/9","text":"x"})");
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().kind, ErrorKind::kWrongVersion);
}

struct BadLine {
  std::string line;
  ErrorKind kind;
};
const BadLine kBadLines[] = {
    {R"({"text":"đứt)", ErrorKind::kBadFormat},
    {"[1,2]", ErrorKind::kBadFormat},
    {R"({"name":"x"})", ErrorKind::kBadFormat},
    {R"({"text":7.5})", ErrorKind::kBadFormat},
    {R"({"text":"  "})", ErrorKind::kEmpty},
    {R"({"title":"","body":""})", ErrorKind::kEmpty},
    {std::string(100'000, '['), ErrorKind::kBadFormat},
};

TEST(ReadJsonLine, SaysWhatIsWrongWithALine) {
  for (const BadLine& c : kBadLines) {
    const auto record = read_json_line("i", c.line);
    ASSERT_FALSE(record) << c.line.substr(0, 40);
    EXPECT_EQ(record.error().kind, c.kind) << c.line.substr(0, 40);
  }
}

TEST(ReadJsonLine, MendsWhatWritersBreak) {
  using namespace std::string_literals;
  EXPECT_EQ(read_json_line("i", R"({"text":"cười \ud83d rồi \ud83d\ude00"})")->bytes,
            "cười \xEF\xBF\xBD rồi 😀");
  EXPECT_EQ(read_json_line("i", "{\"text\":\"a\xFF b\"}")->bytes, "a\xEF\xBF\xBD b");
  EXPECT_EQ(read_json_line("i", "{\"text\":\"a\tb\0c\"}"s)->bytes, "a b c");
}

TEST(JsonLinesReader, NumbersLinesAndGoesOnAfterABrokenOne) {
  const auto results =
      read_all("\xEF\xBB\xBF{\"text\":\"một\"}\n\n{\"text\":\r\n{\"text\":\"ba\"}\n");
  ASSERT_EQ(results.size(), 3u);
  EXPECT_EQ(results[0].input, "tin.jsonl#1");
  EXPECT_EQ(results[0].record->input, "tin.jsonl#1");
  EXPECT_EQ(results[1].input, "tin.jsonl#3");
  EXPECT_FALSE(results[1].record);
  EXPECT_EQ(results[2].input, "tin.jsonl#4");
  EXPECT_EQ(results[2].record->bytes, "ba");
}

TEST(JsonLinesReader, RefusesALineThatIsTooLongAndReadsTheOthers) {
  const auto results =
      read_all("{\"text\":\"" + std::string(5000, 'x') + "\"}\n{\"text\":\"hai\"}\n", 1000);
  ASSERT_EQ(results.size(), 2u);
  ASSERT_FALSE(results[0].record);
  EXPECT_EQ(results[0].record.error().kind, ErrorKind::kTooLarge);
  EXPECT_TRUE(results[1].record);
}

}  // namespace
}  // namespace machtin

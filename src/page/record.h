#pragma once
// Inputs (files, folders, standard input) → records, one document each, streamed: memory does not
// grow with the number of records. The kind is recognised from content. Tested by record_test.cc.
//
//   a file of one document       → input is its path
//   JSON lines, WARC, WARC.gz    → a record a line or response, input is PATH#N (N from 1)
//   a folder                     → its files, recursively, in byte order of their paths

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "machtin/result.h"

namespace machtin {

// What a document is. The last two are lines that machtin printed itself.
enum class RecordKind { kHtml, kText, kArticle, kPageLine, kFactsLine };

// What --as may say of whole inputs; kAuto recognises.
enum class InputKind { kAuto, kHtml, kText, kArticle, kJsonLines, kWarc };

struct Record {
  std::string input = {};
  RecordKind kind = RecordKind::kText;
  std::string bytes =
      {};  // kHtml, kText, kArticle: the document as it came; kPageLine, kFactsLine: the line
  std::optional<std::string> id_json = {};  // the JSON line's "id", as JSON
  std::optional<std::string> url = {};
  std::optional<std::string> charset = {};  // from an HTTP header
  // kArticle of a JSON line: one clean article, never taken apart (bytes is empty then).
  std::optional<std::string> title = {}, body = {};
  std::optional<std::string> published = {}, source = {};
};

// One step of reading: a record, or why this input (or this line of it) could not be read.
struct RecordResult {
  std::string input = {};
  Result<Record> record;
};

struct RecordOptions {
  InputKind as = InputKind::kAuto;
  // Of one document; longer ones give kTooLarge and are skipped, the rest is read.
  std::size_t max_bytes = 32u << 20;
};

class RecordReader {
 public:
  // inputs: paths, or "-" for standard input. Nothing is opened before next().
  RecordReader(std::vector<std::string> inputs, RecordOptions options);
  ~RecordReader();
  RecordReader(RecordReader&&) noexcept;
  RecordReader& operator=(RecordReader&&) noexcept;

  // The next record or error; nullopt at the end. A folder without files gives one error (kEmpty).
  std::optional<RecordResult> next();

 private:
  class State;
  std::unique_ptr<State> state_;
};

// What a whole document's bytes are, by content alone: kHtml, kText or kJsonLines, kWarc. Never
// kAuto, never kArticle.
InputKind recognise(std::string_view bytes);

}  // namespace machtin

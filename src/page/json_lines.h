#pragma once
// JSON lines → records, one a line. A broken line is one error, and the others go on. Tested by
// json_lines_test.cc.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "page/byte_source.h"
#include "page/record.h"

namespace machtin {

class JsonLinesReader {
 public:
  JsonLinesReader(std::string input, ByteSource source, RecordOptions options)
      : input_(std::move(input)), source_(std::move(source)), options_(options) {}
  std::optional<RecordResult> next();

 private:
  std::string input_;
  ByteSource source_;
  RecordOptions options_;
  std::string line_;
  std::size_t number_ = 0;
  bool any_ = false, done_ = false;
};

// One line → its record. Errors: kBadFormat (no JSON object, or none of the fields that hold a
// page), kEmpty (they are empty), kWrongVersion (a line of a schema that goes in nowhere).
Result<Record> read_json_line(std::string input, std::string line);

}  // namespace machtin

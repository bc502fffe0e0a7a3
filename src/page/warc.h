#pragma once
// WARC 1.0 and 1.1 (ISO 28500) → records: `response` and `resource` records that hold a page, and
// `conversion` records, which hold a page's text. N of PATH#N counts all records of the file.
// Tested by warc_test.cc.

#include <optional>
#include <string>
#include <string_view>

#include "page/byte_source.h"
#include "page/record.h"

namespace machtin {

class WarcReader {
 public:
  WarcReader(std::string input, ByteSource source, RecordOptions options)
      : input_(std::move(input)), source_(std::move(source)), options_(options) {}
  // A damaged place gives one error, and reading goes on at the next record behind it; a file that
  // breaks off gives one at its end.
  std::optional<RecordResult> next();

 private:
  // What stands next: headers of a record, the end, or something else.
  std::optional<std::string> read_headers();
  std::optional<RecordResult> read_record(const std::string& headers, std::uint64_t size);
  RecordResult broken(std::string why);
  void read_on_inside(std::string_view payload);

  std::string input_;
  ByteSource source_;
  RecordOptions options_;
  std::size_t number_ = 0, damage_ = 0;
  bool any_ = false, done_ = false;
  bool lost_ = false;  // behind a damaged place: lines are skipped until a record begins
};

}  // namespace machtin

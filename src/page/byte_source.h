#pragma once
// The bytes of one file or of standard input, read a chunk at a time, gzip undone on the way (a
// file of any kind may be compressed, in one member or in many). Memory does not grow with the
// file. Tested by byte_source_test.cc.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "machtin/result.h"

namespace machtin {

class ByteSource {
 public:
  // path: a file, or "-" for standard input. Errors: kUnreadable, with the system's words.
  static Result<ByteSource> open(const std::string& path);
  // Bytes in memory, as if they had been read from a file: for tests and fuzzers.
  static ByteSource from_bytes(std::string bytes);
  ~ByteSource();
  ByteSource(ByteSource&&) noexcept;
  ByteSource& operator=(ByteSource&&) noexcept;

  // The next bytes, at least `size` of them unless the input ends before. A view into the source,
  // good until the next call.
  std::string_view peek(std::size_t size);
  // Moves on by `size` bytes, or to the end.
  void skip(std::uint64_t size);
  // Appends the next `size` bytes, or what there is before the end, to `out`; how many.
  std::size_t read(std::string& out, std::size_t size);
  // Of the file, as it is stored; 0 for what is no file.
  std::size_t size_on_disk() const;

  enum class Line { kWhole, kTooLong, kEnd };
  // The next line without its line feed (and carriage return). A line over max_bytes is skipped and
  // leaves `line` empty.
  Line read_line(std::string& line, std::size_t max_bytes);

  // Why the bytes ended before the input did (read error, broken or truncated gzip, a zip bomb);
  // nothing if they did not.
  const std::optional<Error>& failure() const;

  // After gzip broke inside: goes on at the next member, what was left of the bytes before it
  // dropped. False if there is none or something else is wrong.
  bool resume();

 private:
  class State;
  explicit ByteSource(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace machtin

#pragma once
// Standard output and standard error as the commands use them.

#include <cstdint>
#include <string>
#include <string_view>

#include "machtin/result.h"

namespace machtin {

// Standard output with a buffer of its own. A failed write (disk full, closed pipe) is remembered,
// told once and gives exit status 1: what was printed is never silently short.
class Output {
 public:
  Output() = default;
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void line(std::string_view text);  // text and a line feed
  void text(std::string_view text);  // as it is
  bool failed() const { return failed_; }
  // Writes what is buffered; false, with a line on standard error, if anything could not be
  // written.
  bool finish();

 private:
  void flush();
  std::string buffer_ = {};
  bool failed_ = false;
  int error_ = 0;
  bool told_ = false;
};

// "machtin: PATH: reason" on standard error.
void complain(std::string_view input, const Error& error);
void complain(std::string_view input, std::string_view reason);

// A count on standard error while long work goes on; prints nothing where that is no terminal.
class Progress {
 public:
  explicit Progress(std::string_view what);  // "pages"
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step();

 private:
  std::string what_;
  bool shown_;
  std::uint64_t count_ = 0;
  std::uint64_t started_ms_ = 0, printed_ms_ = 0;
};

}  // namespace machtin

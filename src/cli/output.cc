#include "cli/output.h"

#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <system_error>

namespace machtin {
namespace {

constexpr std::size_t kBufferBytes = 1u << 16;
constexpr std::uint64_t kProgressEveryMs = 200;

std::uint64_t now_ms() {
  using std::chrono::steady_clock;
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now().time_since_epoch())
          .count());
}

void to_standard_error(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace

Output::~Output() { finish(); }

void Output::line(std::string_view text) {
  if (failed_) return;
  buffer_ += text;
  buffer_ += '\n';
  if (buffer_.size() >= kBufferBytes) flush();
}

void Output::text(std::string_view text) {
  if (failed_) return;
  buffer_ += text;
  if (buffer_.size() >= kBufferBytes) flush();
}

void Output::flush() {
  std::size_t done = 0;
  while (!failed_ && done < buffer_.size()) {
    const ssize_t wrote = ::write(STDOUT_FILENO, buffer_.data() + done, buffer_.size() - done);
    if (wrote >= 0) {
      done += static_cast<std::size_t>(wrote);
    } else if (errno != EINTR) {
      error_ = errno;
      failed_ = true;
    }
  }
  buffer_.clear();
}

bool Output::finish() {
  flush();
  if (failed_ && !told_) {
    told_ = true;
    complain("standard output", std::generic_category().message(error_));
  }
  return !failed_;
}

void complain(std::string_view input, const Error& error) { complain(input, error.message); }

void complain(std::string_view input, std::string_view reason) {
  std::string text = "machtin: ";
  text.append(input).append(": ").append(reason) += '\n';
  to_standard_error(text);
}

Progress::Progress(std::string_view what)
    : what_(what), shown_(::isatty(STDERR_FILENO) == 1), started_ms_(now_ms()) {}

Progress::~Progress() {
  if (shown_ && printed_ms_ != 0) to_standard_error("\r\x1b[K");
}

void Progress::step() {
  ++count_;
  if (!shown_) return;
  const std::uint64_t now = now_ms();
  if (now - printed_ms_ < kProgressEveryMs) return;
  printed_ms_ = now;
  const std::uint64_t seconds = (now - started_ms_) / 1000;
  const std::uint64_t rate = count_ * 1000 / (now - started_ms_ + 1);
  to_standard_error("\r\x1b[K" + std::to_string(count_) + " " + what_ + ", " +
                    std::to_string(seconds) + " s, " + std::to_string(rate) + " a second");
}

}  // namespace machtin

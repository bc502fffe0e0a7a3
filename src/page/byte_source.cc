// Reading with two buffers: bytes as they stand in the file, and bytes after gzip was undone.
// Tested by byte_source_test.cc.

#include "page/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace machtin {
namespace {

constexpr std::size_t kChunkBytes = 64u << 10;
// A zip bomb: text shrinks to a hundredth at best, and gzip itself ends at 1032 to one. Small files
// are let through, since a few kilobytes of blank space hurt nobody.
constexpr std::uint64_t kMaxExpansion = 300;
constexpr std::uint64_t kFreeBytes = 32u << 20;

}  // namespace

class ByteSource::State {
 public:
  State(int descriptor, bool owned, std::string bytes)
      : descriptor_(descriptor), owned_(owned), raw_(std::move(bytes)) {}
  ~State() {
    if (inflating_) inflateEnd(&zlib_);
    if (owned_) ::close(descriptor_);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  std::string_view ready() const { return std::string_view(plain_).substr(at_); }
  void drop(std::size_t size) { at_ += size; }
  const std::optional<Error>& failure() const { return failure_; }

  // Looks for the next member of damaged gzip.
  bool resume() {
    if (!damaged_) return false;
    constexpr std::string_view kMemberBegins = "\x1F\x8B\x08";
    plain_.clear();
    at_ = 0;
    std::size_t found = raw_.find(kMemberBegins, raw_at_);
    while (found == std::string::npos) {
      const std::size_t kept = std::min(raw_.size() - raw_at_, kMemberBegins.size() - 1);
      const std::string tail = raw_.substr(raw_.size() - kept);
      failure_.reset();
      if (!read_raw()) return false;
      raw_.insert(0, tail);
      found = raw_.find(kMemberBegins);
    }
    raw_at_ = found;
    inflateReset(&zlib_);
    failure_.reset();
    member_done_ = damaged_ = false;
    return true;
  }

  // Reads bytes that need no change straight to where they are wanted, `size` at most; 0 where that
  // cannot be: at the end, where some are ready, or where gzip must be undone.
  std::size_t read_plain(std::string& out, std::size_t size) {
    if (!looked_ || inflating_ || failure_ || descriptor_ < 0 || raw_at_ < raw_.size()) return 0;
    const std::size_t before = out.size();
    out.resize(before + std::min(size, kChunkBytes));
    ssize_t got = 0;
    do {
      got = ::read(descriptor_, out.data() + before, out.size() - before);
    } while (got < 0 && errno == EINTR);
    if (got < 0) failure_ = Error{ErrorKind::kUnreadable, std::strerror(errno)};
    const std::size_t done = got > 0 ? static_cast<std::size_t>(got) : 0;
    out.resize(before + done);
    raw_bytes_ += done;
    return done;
  }

  std::size_t size_on_disk() const {
    struct stat status = {};
    const bool file = ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
    return file && status.st_size > 0 ? static_cast<std::size_t>(status.st_size) : 0;
  }

  // Makes at least one more byte ready; false at the end.
  bool fill() {
    if (at_ > 0 && at_ >= plain_.size() / 2) {
      plain_.erase(0, at_);
      at_ = 0;
    }
    if (!looked_) look_for_gzip();
    const std::size_t before = plain_.size();
    while (plain_.size() == before) {
      if (raw_at_ == raw_.size() && !read_raw()) return end_of_file();
      if (!inflating_) {
        plain_.append(raw_, raw_at_);
        raw_at_ = raw_.size();
      } else if (!inflate_some()) {
        return plain_.size() > before;
      }
    }
    return true;
  }

 private:
  bool read_raw() {
    if (descriptor_ < 0 || failure_) return false;
    raw_.resize(kChunkBytes);
    raw_at_ = 0;
    ssize_t got = 0;
    do {
      got = ::read(descriptor_, raw_.data(), raw_.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) failure_ = Error{ErrorKind::kUnreadable, std::strerror(errno)};
    raw_.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    raw_bytes_ += raw_.size();
    return !raw_.empty();
  }

  void look_for_gzip() {
    looked_ = true;
    if (descriptor_ < 0) raw_bytes_ = raw_.size();
    if (raw_.empty() && !read_raw()) return;
    if (raw_.size() < 3 || !raw_.starts_with("\x1F\x8B\x08")) return;
    constexpr int kGzipWindow = 15 + 16;
    inflating_ = inflateInit2(&zlib_, kGzipWindow) == Z_OK;
  }

  bool end_of_file() {
    if (inflating_ && !member_done_ && !failure_)
      failure_ = Error{ErrorKind::kUnreadable, "compressed data ends too early"};
    return false;
  }

  // One step of inflate(); false when nothing more will come.
  bool inflate_some() {
    if (failure_ || stopped_) return false;
    if (member_done_) {
      // Between members: zeros may pad; anything else that is no member is rubbish after the end,
      // as gzip itself sees it.
      if (raw_[raw_at_] == '\0') {
        ++raw_at_;
        return true;
      }
      if (raw_[raw_at_] != '\x1F') return !(stopped_ = true);
      inflateReset(&zlib_);
      member_done_ = false;
    }
    const std::size_t before = plain_.size();
    plain_.resize(before + kChunkBytes);
    zlib_.next_in = reinterpret_cast<Bytef*>(raw_.data() + raw_at_);
    zlib_.avail_in = static_cast<uInt>(raw_.size() - raw_at_);
    zlib_.next_out = reinterpret_cast<Bytef*>(plain_.data() + before);
    zlib_.avail_out = kChunkBytes;
    const int status = inflate(&zlib_, Z_NO_FLUSH);
    raw_at_ = raw_.size() - zlib_.avail_in;
    plain_.resize(before + kChunkBytes - zlib_.avail_out);
    plain_bytes_ += kChunkBytes - zlib_.avail_out;
    member_done_ = status == Z_STREAM_END;
    damaged_ = status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR;
    if (damaged_) failure_ = Error{ErrorKind::kUnreadable, "compressed data is broken"};
    if (plain_bytes_ > kFreeBytes + kMaxExpansion * raw_bytes_)
      failure_ = Error{ErrorKind::kTooLarge, "compressed data expands beyond measure"};
    return !failure_ || plain_.size() > before;
  }

  int descriptor_ = -1;
  bool owned_ = false;
  bool looked_ = false, inflating_ = false, member_done_ = false, stopped_ = false;
  bool damaged_ = false;
  z_stream zlib_ = {};
  std::string raw_, plain_;
  std::size_t raw_at_ = 0, at_ = 0;
  std::uint64_t raw_bytes_ = 0, plain_bytes_ = 0;
  std::optional<Error> failure_;
};

ByteSource::ByteSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
ByteSource::~ByteSource() = default;
ByteSource::ByteSource(ByteSource&&) noexcept = default;
ByteSource& ByteSource::operator=(ByteSource&&) noexcept = default;

Result<ByteSource> ByteSource::open(const std::string& path) {
  if (path == "-") return ByteSource(std::make_unique<State>(STDIN_FILENO, false, std::string()));
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Error{ErrorKind::kUnreadable, std::strerror(errno)};
  return ByteSource(std::make_unique<State>(descriptor, true, std::string()));
}

ByteSource ByteSource::from_bytes(std::string bytes) {
  return ByteSource(std::make_unique<State>(-1, false, std::move(bytes)));
}

std::string_view ByteSource::peek(std::size_t size) {
  while (state_->ready().size() < size && state_->fill()) {
  }
  return state_->ready();
}

void ByteSource::skip(std::uint64_t size) {
  while (size > 0) {
    if (state_->ready().empty() && !state_->fill()) return;
    const std::size_t step =
        static_cast<std::size_t>(std::min<std::uint64_t>(size, state_->ready().size()));
    state_->drop(step);
    size -= step;
  }
}

std::size_t ByteSource::read(std::string& out, std::size_t size) {
  std::size_t done = 0;
  while (done < size) {
    if (state_->ready().empty()) {
      if (const std::size_t got = state_->read_plain(out, size - done)) {
        done += got;
        continue;
      }
      if (!state_->fill()) break;
    }
    const std::string_view part = state_->ready().substr(0, size - done);
    out.append(part);
    done += part.size();
    state_->drop(part.size());
  }
  return done;
}

ByteSource::Line ByteSource::read_line(std::string& line, std::size_t max_bytes) {
  line.clear();
  bool any = false, too_long = false, feed = false;
  while (!feed) {
    if (state_->ready().empty() && !state_->fill()) break;
    any = true;
    const std::string_view ready = state_->ready();
    const std::size_t end = std::min(ready.find('\n'), ready.size());
    feed = end < ready.size();
    too_long = too_long || line.size() + end > max_bytes;
    if (too_long) {
      line.clear();
    } else {
      line.append(ready.substr(0, end));
    }
    state_->drop(end + (feed ? 1 : 0));
  }
  if (!any) return Line::kEnd;
  if (line.ends_with('\r')) line.pop_back();
  return too_long ? Line::kTooLong : Line::kWhole;
}

std::size_t ByteSource::size_on_disk() const { return state_->size_on_disk(); }

const std::optional<Error>& ByteSource::failure() const { return state_->failure(); }

bool ByteSource::resume() { return state_->resume(); }

}  // namespace machtin

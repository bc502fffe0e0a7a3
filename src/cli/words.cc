// machtin words: plain text in, the same lines out, syllables of a word joined by _.
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <thread>

#include "cli/commands.h"
#include "cli/output.h"
#include "language/word_segmenter.h"
#include "text/fold.h"

namespace machtin {
namespace {

constexpr std::size_t kLongestLine =
    16u << 20;  // bytes; a longer line comes in parts, so memory stays bounded
constexpr std::size_t kBatchBytes = 4u << 20;  // of lines that are worked on together

// The next line without its feed; false at the end.
bool next_line(std::streambuf& in, std::string& line) {
  constexpr int kEnd = std::char_traits<char>::eof();
  line.clear();
  int c = in.sbumpc();
  if (c == kEnd) return false;
  for (; c != '\n' && c != kEnd; c = in.sbumpc()) {
    line += static_cast<char>(c);
    if (line.size() >= kLongestLine) break;
  }
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

class Segmenter {
 public:
  Segmenter(const CommandLine& line, const WordTables& tables, Output& output)
      : tables_(tables),
        with_tags_(line.tags),
        jobs_(line.jobs != 0 ? line.jobs : std::max(1u, std::thread::hardware_concurrency())),
        output_(output) {}

  bool failed() const { return out_of_memory_; }

  void run(std::streambuf& in) {
    std::vector<std::string> lines;
    std::size_t bytes = 0;
    for (std::string line; !output_.failed() && !out_of_memory_ && next_line(in, line);) {
      bytes += line.size() + 1;
      lines.push_back(std::move(line));
      if (bytes < kBatchBytes) continue;
      segment(lines);
      lines.clear();
      bytes = 0;
    }
    segment(lines);
  }

 private:
  void segment(std::vector<std::string>& lines) {
    const std::size_t share = lines.size() / jobs_ + 1;
    {
      std::vector<std::jthread> threads;
      for (std::size_t begin = 0; begin < lines.size(); begin += share) {
        threads.emplace_back([this, &lines, begin, end = std::min(begin + share, lines.size())] {
          try {
            for (std::size_t i = begin; i < end; ++i)
              lines[i] = segmented_line(to_nfc(lines[i]), tables_, with_tags_);
          } catch (...) {  // no memory: what stands unsegmented must not pass for done
            out_of_memory_ = true;
          }
        });
      }
    }
    if (out_of_memory_) return complain("words", "out of memory");
    for (const std::string& line : lines) output_.line(line);
  }

  const WordTables& tables_;
  bool with_tags_;
  unsigned jobs_;
  Output& output_;
  std::atomic<bool> out_of_memory_ = false;
};

bool segment_file(const std::filesystem::path& path, Segmenter& segmenter) {
  std::filebuf file;
  errno = 0;
  if (file.open(path, std::ios::in | std::ios::binary) == nullptr) {
    complain(path.string(), std::generic_category().message(errno));
    return false;
  }
  segmenter.run(file);
  return true;
}

// Files of a folder, recursively, in byte order of their paths.
bool segment_folder(const std::filesystem::path& folder, Segmenter& segmenter) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (at->is_regular_file(error)) files.push_back(at->path());
  }
  if (error || files.empty()) {
    complain(folder.string(), error ? error.message() : "holds no files");
    return false;
  }
  std::sort(files.begin(), files.end());
  bool good = true;
  for (const std::filesystem::path& file : files) good = segment_file(file, segmenter) && good;
  return good;
}

}  // namespace

int run_words(const CommandLine& line) {
  const Result<Pack> pack = Pack::load("vi", line.packs);
  const Result<WordTables> tables =
      pack ? WordTables::load(*pack) : Result<WordTables>(pack.error());
  if (!tables) {
    complain("--pack", tables.error());
    return kSomeFailed;
  }
  Output output;
  Segmenter segmenter(line, *tables, output);
  bool good = true;
  for (const std::string& input : line.inputs) {
    std::error_code ignored;
    if (input == "-") {
      segmenter.run(*std::cin.rdbuf());
    } else if (std::filesystem::is_directory(input, ignored)) {
      good = segment_folder(input, segmenter) && good;
    } else {
      good = segment_file(input, segmenter) && good;
    }
  }
  return output.finish() && good && !segmenter.failed() ? kAllDone : kSomeFailed;
}

}  // namespace machtin

// machtin words: plain text in, the same lines out, syllables of a word joined by _.
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include "cli/commands.h"
#include "cli/output.h"
#include "language/word_segmenter.h"
#include "page/kind.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/valid_utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kBlockBytes = 4u << 20;  // of lines that are worked on together
constexpr std::size_t kLongestLine =
    16u << 20;  // a longer line comes in parts, so memory stays bounded

// Reads on until the block holds a line feed or is as long as a line may be; false at the end.
bool read_block(std::streambuf& in, std::string& block) {
  for (std::size_t size = block.size(); size < kLongestLine;) {
    block.resize(size + kBlockBytes);
    const std::streamsize got =
        in.sgetn(block.data() + size, static_cast<std::streamsize>(kBlockBytes));
    block.resize(size + static_cast<std::size_t>(std::max<std::streamsize>(got, 0)));
    if (block.size() < size + kBlockBytes) return false;
    if (block.find('\n', size) != std::string::npos) return true;
    size = block.size();
  }
  return true;
}

// Where the whole lines of the block end; in a block without line feed, before its last code point,
// which may be half of one.
std::size_t end_of_lines(const std::string& block) {
  if (const std::size_t feed = block.rfind('\n'); feed != std::string::npos) return feed + 1;
  return std::max<std::size_t>(border_before(block, block.size() - 1), 1);
}

// Why a block cannot be plain text in UTF-8; some broken bytes may stand in it. What a file is, its
// first block tells.
std::optional<std::string_view> why_unreadable(std::string_view block, bool first) {
  constexpr std::string_view kOtherEncoding = "not UTF-8, and words reads no other encoding";
  if (const auto mark = unicode_mark(block); first && mark && mark->charset != "utf-8")
    return kOtherEncoding;
  if (first && is_binary(block)) return "not text";
  const std::string_view start = block.substr(0, kKindBytes);
  std::size_t broken = 0;
  for (std::size_t at = 0; at < start.size();) {
    const CodePoint c = code_point_at(start, at);
    broken += is_broken(c, at) ? 1u : 0u;
    at = c.next;
  }
  return broken * 20 > start.size() + 60 ? std::optional(kOtherEncoding) : std::nullopt;
}

class Segmenter {
 public:
  Segmenter(const CommandLine& line, const WordModel& model, Output& output)
      : with_tags_(line.tags),
        segmenters_(line.jobs != 0 ? line.jobs : std::max(1u, std::thread::hardware_concurrency()),
                    WordSegmenter(model)),
        results_(segmenters_.size()),
        output_(output) {}

  bool failed() const { return out_of_memory_; }

  // False, with a line on standard error, for what is no text.
  bool run(const std::string& name, std::streambuf& in) {
    std::string block;
    bool first = true;
    for (bool more = true; more && !output_.failed() && !out_of_memory_;) {
      more = read_block(in, block);
      if (const auto why = why_unreadable(block, std::exchange(first, false))) {
        complain(name, *why);
        return false;
      }
      const std::size_t end = more ? end_of_lines(block) : block.size();
      segment(std::string_view(block).substr(0, end));
      block.erase(0, end);
    }
    return true;
  }

 private:
  // Each thread takes a share of the lines; the results go out in their order.
  void segment(std::string_view lines) {
    const std::size_t share = lines.size() / segmenters_.size() + 1;
    {
      std::vector<std::jthread> threads;
      std::size_t begin = 0;
      for (std::size_t i = 0; i < segmenters_.size(); ++i) {
        std::size_t end = std::min(begin + share, lines.size());
        while (end > begin && end < lines.size() && lines[end - 1] != '\n') ++end;
        const std::string_view part = lines.substr(begin, end - begin);
        begin = end;
        results_[i].clear();
        if (i + 1 == segmenters_.size() || part.empty()) {
          segment_part(i, part);
        } else {
          threads.emplace_back([this, i, part] { segment_part(i, part); });
        }
      }
    }
    if (out_of_memory_) return complain("words", "out of memory");
    for (const std::string& result : results_) output_.text(result);
  }

  void segment_part(std::size_t i, std::string_view part) {
    try {
      for (std::size_t begin = 0; begin < part.size();) {
        const std::size_t feed = std::min(part.find('\n', begin), part.size());
        std::string_view line = part.substr(begin, feed - begin);
        begin = feed + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (is_clean_nfc(line)) {
          segmenters_[i].append_segmented(line, with_tags_, results_[i]);
        } else {
          segmenters_[i].append_segmented(compose(line), with_tags_, results_[i]);
        }
        results_[i] += '\n';
      }
    } catch (...) {  // no memory: what stands unsegmented must not pass for done
      out_of_memory_ = true;
    }
  }

  bool with_tags_;
  std::vector<WordSegmenter> segmenters_;  // one a thread
  std::vector<std::string> results_;       // likewise
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
  return segmenter.run(path.string(), file);
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
  const Result<PackFile> file = load_pack_file("vi", "words.model", line.packs);
  const Result<WordModel> model = file ? read_word_model(*file) : Result<WordModel>(file.error());
  if (!model) {
    complain("--pack", model.error());
    return kSomeFailed;
  }
  Output output;
  Segmenter segmenter(line, *model, output);
  bool good = true;
  for (const std::string& input : line.inputs) {
    std::error_code ignored;
    if (input == "-") {
      good = segmenter.run("-", *std::cin.rdbuf()) && good;
    } else if (std::filesystem::is_directory(input, ignored)) {
      good = segment_folder(input, segmenter) && good;
    } else {
      good = segment_file(input, segmenter) && good;
    }
  }
  return output.finish() && good && !segmenter.failed() ? kAllDone : kSomeFailed;
}

}  // namespace machtin

// Inputs one after another, each opened, looked at, and read as what it is. Tested by
// record_test.cc.

#include "page/record.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "page/byte_source.h"
#include "page/folder_walk.h"
#include "page/json_lines.h"
#include "page/kind.h"
#include "page/warc.h"

namespace machtin {
namespace {

InputKind kind_of(ByteSource& source, InputKind as) {
  return as == InputKind::kAuto ? recognise(source.peek(kKindBytes).substr(0, kKindBytes)) : as;
}

// A file that is one document.
RecordResult whole_document(const std::string& path, ByteSource& source, InputKind kind,
                            std::size_t max_bytes) {
  Record record;
  record.input = path;
  record.bytes.reserve(std::min(source.size_on_disk(), max_bytes) + 1);
  source.read(record.bytes, max_bytes + 1);
  // A compressed page that breaks off still has its beginning, but nobody could tell that its end
  // is missing.
  if (source.failure()) return {path, *source.failure()};
  if (record.bytes.empty()) return {path, Error{ErrorKind::kEmpty, "empty"}};
  if (record.bytes.size() > max_bytes)
    return {path,
            Error{ErrorKind::kTooLarge, "longer than " + std::to_string(max_bytes) + " bytes"}};
  record.kind = kind == InputKind::kHtml      ? RecordKind::kHtml
                : kind == InputKind::kArticle ? RecordKind::kArticle
                                              : RecordKind::kText;
  return {path, std::move(record)};
}

}  // namespace

class RecordReader::State {
 public:
  State(std::vector<std::string> inputs, RecordOptions options)
      : inputs_(std::move(inputs)), options_(options) {}

  std::optional<RecordResult> next() {
    for (;;) {
      if (std::optional<RecordResult> result = next_of_file()) return result;
      if (walk_) {
        if (std::optional<RecordResult> result = next_of_folder()) return result;
        continue;
      }
      if (at_ == inputs_.size()) return std::nullopt;
      const std::string& input = inputs_[at_++];
      if (input != "-" && is_folder(input)) {
        folder_ = input;
        folder_has_files_ = false;
        walk_.emplace(input);
      } else if (std::optional<RecordResult> result = open(input)) {
        return result;
      }
    }
  }

 private:
  // The next of a file of many records.
  std::optional<RecordResult> next_of_file() {
    std::optional<RecordResult> result;
    if (auto* lines = std::get_if<JsonLinesReader>(&file_)) result = lines->next();
    if (auto* warc = std::get_if<WarcReader>(&file_)) result = warc->next();
    if (!result) file_ = std::monostate();
    return result;
  }

  // Opens the folder's next file; a result if there is something to say at once.
  std::optional<RecordResult> next_of_folder() {
    const std::optional<FolderWalk::Step> step = walk_->next();
    if (!step) {
      walk_ = std::nullopt;
      if (folder_has_files_) return std::nullopt;
      return RecordResult{folder_, Error{ErrorKind::kEmpty, "no files in it"}};
    }
    folder_has_files_ = true;
    if (step->error) return RecordResult{step->path, *step->error};
    return open(step->path);
  }

  std::optional<RecordResult> open(const std::string& path) {
    Result<ByteSource> source = ByteSource::open(path);
    if (!source) return RecordResult{path, source.error()};
    const std::string_view start = source->peek(kKindBytes);
    if (start.empty()) {
      const Error empty{ErrorKind::kEmpty, "empty"};
      return RecordResult{path, source->failure() ? *source->failure() : empty};
    }
    if (is_binary(start.substr(0, kKindBytes)))
      return RecordResult{path, Error{ErrorKind::kNotText, "not text"}};
    const InputKind kind = kind_of(*source, options_.as);
    if (kind == InputKind::kJsonLines) {
      file_.emplace<JsonLinesReader>(path, std::move(*source), options_);
    } else if (kind == InputKind::kWarc) {
      file_.emplace<WarcReader>(path, std::move(*source), options_);
    } else {
      return whole_document(path, *source, kind, options_.max_bytes);
    }
    return std::nullopt;
  }

  std::vector<std::string> inputs_;
  RecordOptions options_;
  std::size_t at_ = 0;
  std::variant<std::monostate, JsonLinesReader, WarcReader> file_;
  std::optional<FolderWalk> walk_;
  std::string folder_;
  bool folder_has_files_ = false;
};

RecordReader::RecordReader(std::vector<std::string> inputs, RecordOptions options)
    : state_(std::make_unique<State>(std::move(inputs), options)) {}
RecordReader::~RecordReader() = default;
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&&) noexcept = default;

std::optional<RecordResult> RecordReader::next() { return state_->next(); }

}  // namespace machtin

// Each worker takes the next record under one lock. What became of it is handed on in the order of
// the input, by whoever's turn it is; the others go on meanwhile, up to a few records ahead, so
// that a long page holds up nobody and memory stays bounded.
#include "cli/pipeline.h"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>
#include <new>
#include <thread>
#include <utility>
#include <vector>

namespace machtin::pipeline {
namespace {

class Run {
 public:
  Run(const CommandLine& line, const Stages& stages, std::size_t jobs)
      : reader_(line.inputs, {.as = line.as, .max_bytes = line.max_page_bytes}),
        stages_(stages),
        done_(kAheadOfEach * jobs) {}

  void work_until_done() {
    while (true) {
      std::uint64_t turn = 0;
      std::optional<RecordResult> next = take(turn);
      if (!next) return;
      Step step;
      try {
        if (next->record) {
          step = stages_.work(*next->record);
        } else {
          step = failure(next->input, next->record.error());
        }
      } catch (...) {
        step = failure(next->input, error_of_current_exception());
      }
      hand_on(turn, std::move(step));
    }
  }

 private:
  Step failure(std::string input, Error error) {
    return [this, input = std::move(input), error = std::move(error)] {
      return stages_.fail(input, error);
    };
  }

  std::optional<RecordResult> take(std::uint64_t& turn) {
    const std::lock_guard lock(reading_);
    if (stopped_) return std::nullopt;
    std::optional<RecordResult> next;
    try {
      next = reader_.next();
    } catch (...) {
      next = RecordResult{"input", error_of_current_exception()};
      stopped_ = true;
    }
    turn = taken_;
    if (next) ++taken_;
    return next;
  }

  void hand_on(std::uint64_t turn, Step step) {
    std::unique_lock lock(handing_);
    room_.wait(lock, [&] { return turn < handed_ + done_.size(); });
    done_[turn % done_.size()] = std::move(step);
    if (turn != handed_) return;
    for (Step* next = &done_[turn % done_.size()]; *next; next = &done_[handed_ % done_.size()]) {
      take_step(std::exchange(*next, nullptr));
      ++handed_;
    }
    room_.notify_all();
  }

  // Under handing_.
  void take_step(const Step& step) {
    if (!go_on_ || step()) return;
    go_on_ = false;
    const std::lock_guard reading(reading_);
    stopped_ = true;
  }

  static constexpr std::size_t kAheadOfEach = 4;

  RecordReader reader_;
  const Stages& stages_;
  std::mutex reading_, handing_;
  std::condition_variable room_;
  std::uint64_t taken_ = 0;   // guarded by reading_
  bool stopped_ = false;      // guarded by reading_
  std::vector<Step> done_;    // guarded by handing_; by turn, around and around
  std::uint64_t handed_ = 0;  // guarded by handing_
  bool go_on_ = true;         // guarded by handing_
};

}  // namespace

Error error_of_current_exception() {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return {ErrorKind::kTooLarge, "out of memory"};
  } catch (const std::exception& fault) {
    return {ErrorKind::kBadFormat, std::string("internal error: ") + fault.what()};
  } catch (...) {
    return {ErrorKind::kBadFormat, "internal error"};
  }
}

void run(const CommandLine& line, const Stages& stages) {
  const unsigned jobs =
      line.jobs != 0 ? line.jobs : std::max(1u, std::thread::hardware_concurrency());
  Run state(line, stages, jobs);
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < jobs; ++i) threads.emplace_back([&state] { state.work_until_done(); });
  state.work_until_done();
}

}  // namespace machtin::pipeline

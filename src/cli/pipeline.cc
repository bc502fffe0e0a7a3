// Each worker takes the next record under one lock and, when its work is done, waits for its turn
// to hand it on. So no more than --jobs records are in memory, and the output's order is the
// input's.
#include "cli/pipeline.h"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <new>
#include <thread>
#include <vector>

namespace machtin::pipeline {
namespace {

class Run {
 public:
  Run(const CommandLine& line, const Stages& stages)
      : reader_(line.inputs, {.as = line.as, .max_bytes = line.max_page_bytes}), stages_(stages) {}

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
          step = [this, &next] { return stages_.fail(next->input, next->record.error()); };
        }
      } catch (...) {
        step = [this, &next, error = error_of_current_exception()] {
          return stages_.fail(next->input, error);
        };
      }
      hand_on(turn, step);
    }
  }

 private:
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

  void hand_on(std::uint64_t turn, const Step& step) {
    std::unique_lock lock(handing_);
    my_turn_.wait(lock, [&] { return handed_ == turn; });
    if (go_on_ && !step()) {
      go_on_ = false;
      const std::lock_guard reading(reading_);
      stopped_ = true;
    }
    ++handed_;
    my_turn_.notify_all();
  }

  RecordReader reader_;
  const Stages& stages_;
  std::mutex reading_, handing_;
  std::condition_variable my_turn_;
  std::uint64_t taken_ = 0;   // guarded by reading_
  bool stopped_ = false;      // guarded by reading_
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
  Run state(line, stages);
  const unsigned jobs =
      line.jobs != 0 ? line.jobs : std::max(1u, std::thread::hardware_concurrency());
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < jobs; ++i) threads.emplace_back([&state] { state.work_until_done(); });
  state.work_until_done();
}

}  // namespace machtin::pipeline

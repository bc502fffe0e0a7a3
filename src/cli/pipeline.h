#pragma once
// Records of all inputs → work on --jobs threads → what came of it, one after another in input
// order.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "cli/commands.h"
#include "cli/output.h"
#include "page/record.h"

namespace machtin {

// What became of one record: something for `take`, or an error for standard error.
template <typename Outcome>
struct Worked {
  std::string input = {};
  Result<Outcome> outcome;
};

namespace pipeline {

// The untyped heart. work(record) runs on any thread and gives a step; steps run one at a time, in
// input order, on any thread; a step that gives false stops all.
using Step = std::function<bool()>;
struct Stages {
  std::function<Step(const Record&)> work;
  std::function<bool(const std::string& input, const Error& error)>
      fail;  // an input that could not be read; in order too
};
void run(const CommandLine& line, const Stages& stages);

// The last net: an exception (a bug, no memory) becomes an error of its input.
Error error_of_current_exception();

}  // namespace pipeline

// work(record) → Result<Outcome>, on --jobs threads; take(outcome) → bool, in input order, false
// stops. Errors are complained of in their turn. Returns the exit status: kAllDone, or kSomeFailed.
template <typename Outcome, typename Work, typename Take>
int for_each_record(const CommandLine& line, const Work& work, const Take& take) {
  int status = kAllDone;
  const auto fail = [&status](const std::string& input, const Error& error) {
    complain(input, error);
    status = kSomeFailed;
    return true;
  };
  pipeline::Stages stages;
  stages.fail = fail;
  stages.work = [&](const Record& record) -> pipeline::Step {
    const std::string input = record.input;
    // A step is copied into std::function, so the outcome, which may be move-only, is held by a
    // shared pointer.
    auto outcome = std::make_shared<Result<Outcome>>(Error{});
    try {
      *outcome = work(record);
    } catch (...) {
      *outcome = pipeline::error_of_current_exception();
    }
    return [outcome, input, &fail, &take]() -> bool {
      if (!*outcome) return fail(input, outcome->error());
      try {
        return take(std::move(**outcome));
      } catch (...) {
        return fail(input, pipeline::error_of_current_exception());
      }
    };
  };
  pipeline::run(line, stages);
  return status;
}

}  // namespace machtin

#pragma once
// Result<T>: a value, or an Error of a kind and one line of why. No exception leaves a machtin
// header. Its member names are those of std::expected, so it can become an alias where C++23 is at
// hand.

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace machtin {

enum class ErrorKind {
  kEmpty,         // nothing to read: no bytes, or no text in them
  kNotText,       // bytes that are no text in any encoding we know
  kTooLarge,      // over a limit in bytes or nodes that the caller set
  kUnreadable,    // the system would not open, read or write it
  kBadFormat,     // text, but not of the form asked for (JSON, WARC, a table of a language pack)
  kBadArgument,   // the caller asked for what cannot be
  kNotFound,      // no such thing in the archive, the pack, the page
  kBusy,          // somebody else holds it (archive locked, port in use)
  kCorrupt,       // an archive that is damaged or of another program
  kWrongVersion,  // an archive or line of a schema that this engine does not read
};

struct Error {
  ErrorKind kind = ErrorKind::kBadArgument;
  std::string message =
      {};  // one line, for people, without the input's name and without a full stop
  bool operator==(const Error&) const = default;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  using value_type = T;
  using error_type = Error;

  Result(T value) : held_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : held_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool has_value() const { return std::holds_alternative<T>(held_); }
  explicit operator bool() const { return has_value(); }

  T& value() & { return *get(); }
  const T& value() const& { return *get(); }
  T&& value() && { return std::move(*get()); }
  T& operator*() & { return *get(); }
  const T& operator*() const& { return *get(); }
  T&& operator*() && { return std::move(*get()); }
  T* operator->() { return get(); }
  const T* operator->() const { return get(); }

  const Error& error() const {
    assert(!has_value());
    return *std::get_if<Error>(&held_);
  }

 private:
  T* get() {
    assert(has_value());
    return std::get_if<T>(&held_);
  }
  const T* get() const {
    assert(has_value());
    return std::get_if<T>(&held_);
  }

  std::variant<T, Error> held_;
};

// What a function gives back that either works or says why not.
struct Done {
  bool operator==(const Done&) const = default;
};

}  // namespace machtin

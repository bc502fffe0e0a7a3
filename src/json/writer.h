#pragma once
// A small JSON writer: appends to a string, keeps track of commas. Strings are UTF-8 already.
// Tested by writer_test.cc.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace machtin {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  JsonWriter& value(
      double number);  // shortest form that reads back the same; whole numbers without a point
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(std::uint32_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& null();
  JsonWriter& raw(std::string_view json);  // JSON that stands already

  template <typename T>
  JsonWriter& value(const std::optional<T>& held) {
    return held ? value(*held) : null();
  }
  template <typename T>
  JsonWriter& field(std::string_view name, const T& held) {
    return key(name).value(held);
  }

 private:
  void separate();
  std::string& out_;
  bool need_comma_ = false;
};

}  // namespace machtin

#pragma once
// Reading contract objects with simdjson's DOM: small typed getters that remember the first thing
// that was wrong, so that a mapping reads as a list of fields and checks once at its end.

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/names.h"
#include "machtin/result.h"

namespace machtin {

class JsonReader {
 public:
  using Element = simdjson::dom::element;

  std::string text(Element object, std::string_view field);
  std::optional<std::string> optional_text(Element object,
                                           std::string_view field);  // absent or null: nullopt
  std::vector<std::string> texts(Element object, std::string_view field);
  double number(Element object, std::string_view field);
  std::optional<double> optional_number(Element object, std::string_view field);
  bool truth(Element object, std::string_view field, bool otherwise);
  std::uint32_t index(Element object, std::string_view field, std::size_t below);
  std::optional<std::uint32_t> optional_index(Element object, std::string_view field,
                                              std::size_t below);
  std::vector<std::uint32_t> indices(Element object, std::string_view field, std::size_t below);
  std::optional<std::string> raw(Element object, std::string_view field);  // a value as JSON
  // The elements of an array; none, and an error, if it is no array.
  std::vector<Element> elements(Element object, std::string_view field);
  std::optional<Element> optional_object(Element object, std::string_view field);

  template <typename Enum>
  Enum member(Element object, std::string_view field) {
    const std::string name = text(object, field);
    const std::optional<Enum> found = member_named<Enum>(name);
    if (!found) fail(field, "has no such value: \"" + name + "\"");
    return found.value_or(Enum{});
  }

  void fail(std::string_view field, std::string_view why);
  bool failed() const { return error_.has_value(); }
  Error error() const { return error_.value_or(Error{}); }

 private:
  std::optional<Element> find(Element object, std::string_view field);
  std::optional<Error> error_;
};

// The value, or what the reader found wrong.
template <typename T>
Result<T> checked(const JsonReader& reader, T value) {
  if (reader.failed()) return reader.error();
  return value;
}

// Parses one JSON object; kBadFormat otherwise. The element lives as long as the parser.
Result<simdjson::dom::element> parse_object(simdjson::dom::parser& parser, std::string_view json);

}  // namespace machtin

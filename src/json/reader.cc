#include "json/reader.h"

namespace machtin {

using Element = JsonReader::Element;

void JsonReader::fail(std::string_view field, std::string_view why) {
  if (!error_)
    error_ =
        Error{ErrorKind::kBadFormat, "field \"" + std::string(field) + "\" " + std::string(why)};
}

std::optional<Element> JsonReader::find(Element object, std::string_view field) {
  Element found;
  if (object.at_key(field).get(found) != simdjson::SUCCESS || found.is_null()) return std::nullopt;
  return found;
}

std::optional<std::string> JsonReader::optional_text(Element object, std::string_view field) {
  const std::optional<Element> found = find(object, field);
  if (!found) return std::nullopt;
  std::string_view text;
  if (found->get(text) != simdjson::SUCCESS) {
    fail(field, "is no text");
    return std::nullopt;
  }
  return std::string(text);
}

std::string JsonReader::text(Element object, std::string_view field) {
  std::optional<std::string> found = optional_text(object, field);
  if (!found) fail(field, "is missing");
  return std::move(found).value_or(std::string());
}

std::vector<Element> JsonReader::elements(Element object, std::string_view field) {
  std::vector<Element> out;
  const std::optional<Element> found = find(object, field);
  simdjson::dom::array array;
  if (!found || found->get(array) != simdjson::SUCCESS) {
    fail(field, "is no list");
    return out;
  }
  for (const Element element : array) out.push_back(element);
  return out;
}

std::vector<std::string> JsonReader::texts(Element object, std::string_view field) {
  std::vector<std::string> out;
  for (const Element element : elements(object, field)) {
    std::string_view text;
    if (element.get(text) != simdjson::SUCCESS) fail(field, "holds what is no text");
    out.emplace_back(text);
  }
  return out;
}

std::optional<double> JsonReader::optional_number(Element object, std::string_view field) {
  const std::optional<Element> found = find(object, field);
  if (!found) return std::nullopt;
  double number = 0;
  if (found->get(number) != simdjson::SUCCESS) fail(field, "is no number");
  return number;
}

double JsonReader::number(Element object, std::string_view field) {
  const std::optional<double> found = optional_number(object, field);
  if (!found) fail(field, "is missing");
  return found.value_or(0);
}

bool JsonReader::truth(Element object, std::string_view field, bool otherwise) {
  const std::optional<Element> found = find(object, field);
  if (!found) return otherwise;
  bool truth = otherwise;
  if (found->get(truth) != simdjson::SUCCESS) fail(field, "is neither true nor false");
  return truth;
}

std::optional<std::uint32_t> JsonReader::optional_index(Element object, std::string_view field,
                                                        std::size_t below) {
  const std::optional<Element> found = find(object, field);
  if (!found) return std::nullopt;
  std::uint64_t index = 0;
  if (found->get(index) != simdjson::SUCCESS || index >= below) {
    fail(field, "is out of range");
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(index);
}

std::uint32_t JsonReader::index(Element object, std::string_view field, std::size_t below) {
  const std::optional<std::uint32_t> found = optional_index(object, field, below);
  if (!found) fail(field, "is missing");
  return found.value_or(0);
}

std::vector<std::uint32_t> JsonReader::indices(Element object, std::string_view field,
                                               std::size_t below) {
  std::vector<std::uint32_t> out;
  for (const Element element : elements(object, field)) {
    std::uint64_t index = 0;
    if (element.get(index) != simdjson::SUCCESS || index >= below) {
      fail(field, "is out of range");
      break;
    }
    out.push_back(static_cast<std::uint32_t>(index));
  }
  return out;
}

std::optional<std::string> JsonReader::raw(Element object, std::string_view field) {
  const std::optional<Element> found = find(object, field);
  if (!found) return std::nullopt;
  return simdjson::minify(*found);
}

std::optional<Element> JsonReader::optional_object(Element object, std::string_view field) {
  const std::optional<Element> found = find(object, field);
  if (found && !found->is_object()) {
    fail(field, "is no object");
    return std::nullopt;
  }
  return found;
}

Result<simdjson::dom::element> parse_object(simdjson::dom::parser& parser, std::string_view json) {
  Element root;
  const simdjson::error_code code = parser.parse(json.data(), json.size()).get(root);
  if (code != simdjson::SUCCESS)
    return Error{ErrorKind::kBadFormat,
                 std::string("broken JSON: ") + simdjson::error_message(code)};
  if (!root.is_object()) return Error{ErrorKind::kBadFormat, "not a JSON object"};
  return root;
}

}  // namespace machtin

// The three shapes of a page as a JSON object, and the lines that the program printed itself.
// Tested by json_lines_test.cc.

#include "page/json_lines.h"

#include <simdjson.h>

#include <utility>

#include "text/fold.h"

namespace machtin {
namespace {

using Object = simdjson::dom::object;

std::optional<std::string> string_of(const Object& object, std::string_view name) {
  const simdjson::simdjson_result<simdjson::dom::element> field = object[name];
  std::string_view text;
  if (field.get_string().get(text) == simdjson::SUCCESS) return std::string(text);
  // A date may be given as a bare year; a number's own digits say no more and no less.
  std::int64_t number = 0;
  if (field.get_int64().get(number) == simdjson::SUCCESS) return std::to_string(number);
  return std::nullopt;
}

// "\ud83d" without its other half: writers cut strings in the middle of a pair. JSON cannot hold
// it, U+FFFD stands for it.
std::string mend_surrogates(std::string line) {
  const auto hex4 = [&](std::size_t at) -> int {
    if (at + 6 > line.size() || line[at] != '\\' || line[at + 1] != 'u') return -1;
    int value = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
      const char c = line[i];
      const int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0) return -1;
      value = value * 16 + digit;
    }
    return value;
  };
  const auto is_high = [](int unit) { return unit >= 0xD800 && unit < 0xDC00; };
  const auto is_low = [](int unit) { return unit >= 0xDC00 && unit < 0xE000; };
  for (std::size_t at = 0; at + 1 < line.size(); ++at) {
    if (line[at] != '\\') continue;
    const int unit = hex4(at);
    if (is_high(unit) && is_low(hex4(at + 6))) {
      at += 11;
    } else if (is_high(unit) || is_low(unit)) {
      line.replace(at, 6, "\\ufffd");
      at += 5;
    } else {
      ++at;  // over the escaped sign
    }
  }
  return line;
}

// Parses the line; a line with broken UTF-8, raw control signs or half pairs is mended and tried
// again.
simdjson::error_code parse_object(simdjson::dom::parser& parser, std::string& line,
                                  Object& object) {
  simdjson::error_code error = parser.parse(line).get_object().get(object);
  if (error == simdjson::UTF8_ERROR || error == simdjson::UNESCAPED_CHARS) {
    line = to_nfc(line);
    for (char& c : line) {
      if (c == '\t' || c == '\n') c = ' ';
    }
    error = parser.parse(line).get_object().get(object);
  }
  if (error == simdjson::STRING_ERROR) {
    line = mend_surrogates(std::move(line));
    error = parser.parse(line).get_object().get(object);
  }
  return error;
}

Result<Record> own_line(Record record, std::string_view schema, std::string line) {
  if (schema == "machtin/page/1") {
    record.kind = RecordKind::kPageLine;
  } else if (schema == "machtin/facts/1") {
    record.kind = RecordKind::kFactsLine;
  } else {
    return Error{ErrorKind::kWrongVersion,
                 "a line of schema " + clean_text(schema).substr(0, 80) + ", which nothing reads"};
  }
  record.bytes = std::move(line);
  return record;
}

Result<Record> page_of(Record record, const Object& object) {
  std::optional<std::string> html = string_of(object, "html"), text = string_of(object, "text");
  record.title = string_of(object, "title");
  record.body = string_of(object, "body");
  const auto filled = [](const std::optional<std::string>& s) {
    return s && s->find_first_not_of(" \t\r\n") != std::string::npos;
  };
  if (!html && !text && !record.title && !record.body)
    return Error{ErrorKind::kBadFormat, "neither \"html\" nor \"text\" nor \"title\" and \"body\""};
  if (filled(html) || filled(text)) {
    record.kind = filled(html) ? RecordKind::kHtml : RecordKind::kText;
    record.bytes = std::move(filled(html) ? *html : *text);
    record.charset = "utf-8";  // JSON is; what the page declares was true of its bytes before
    record.title.reset();
    record.body.reset();
  } else if (filled(record.title) || filled(record.body)) {
    record.kind = RecordKind::kArticle;
  } else {
    return Error{ErrorKind::kEmpty, "no text"};
  }
  return record;
}

}  // namespace

Result<Record> read_json_line(std::string input, std::string line) {
  simdjson::dom::parser parser;
  Object object;
  const simdjson::error_code error = parse_object(parser, line, object);
  if (error == simdjson::INCORRECT_TYPE) return Error{ErrorKind::kBadFormat, "JSON, but no object"};
  if (error != simdjson::SUCCESS) return Error{ErrorKind::kBadFormat, "broken JSON"};
  Record record;
  record.input = std::move(input);
  std::string_view schema;
  if (object["schema"].get_string().get(schema) == simdjson::SUCCESS &&
      schema.starts_with("machtin/"))
    return own_line(std::move(record), std::string(schema), std::move(line));
  simdjson::dom::element id;
  if (object["id"].get(id) == simdjson::SUCCESS && !id.is_null())
    record.id_json = simdjson::minify(id);
  record.url = string_of(object, "url");
  if (record.url && record.url->empty()) record.url = std::nullopt;
  record.published = string_of(object, "published");
  record.source = string_of(object, "source");
  return page_of(std::move(record), object);
}

std::optional<RecordResult> JsonLinesReader::next() {
  while (!done_) {
    const ByteSource::Line line = source_.read_line(line_, options_.max_bytes);
    if (line == ByteSource::Line::kEnd) {
      done_ = true;
      if (source_.failure()) return RecordResult{input_, *source_.failure()};
      if (!any_) return RecordResult{input_, Error{ErrorKind::kEmpty, "no lines"}};
      break;
    }
    ++number_;
    std::string input = input_ + "#" + std::to_string(number_);
    if (line == ByteSource::Line::kTooLong) {
      any_ = true;
      const std::string limit = std::to_string(options_.max_bytes);
      return RecordResult{input, Error{ErrorKind::kTooLarge, "longer than " + limit + " bytes"}};
    }
    if (number_ == 1 && line_.starts_with("\xEF\xBB\xBF")) line_.erase(0, 3);
    if (line_.find_first_not_of(" \t\r") == std::string::npos) continue;
    any_ = true;
    return RecordResult{input, read_json_line(input, line_)};
  }
  return std::nullopt;
}

}  // namespace machtin

#include "json/writer.h"

#include <gtest/gtest.h>

#include <limits>

namespace machtin {
namespace {

TEST(JsonWriter, PutsCommasWhereTheyBelong) {
  std::string out;
  JsonWriter json(out);
  json.begin_object()
      .field("a", std::string("x"))
      .key("b")
      .begin_array()
      .value(1u)
      .begin_object()
      .end_object()
      .null();
  json.end_array().field("c", true).field("d", std::optional<double>()).end_object();
  EXPECT_EQ(out, R"({"a":"x","b":[1,{},null],"c":true,"d":null})");
}

TEST(JsonWriter, EscapesWhatJsonMustNotHoldBare) {
  std::string out;
  JsonWriter(out).value(std::string_view("a\"b\\c\n\t\r\x01 “đ”"));
  EXPECT_EQ(out, "\"a\\\"b\\\\c\\n\\t\\r\\u0001 “đ”\"");
}

TEST(JsonWriter, WritesNumbersThatReadBackTheSame) {
  struct Case {
    double number;
    std::string_view json;
  };
  const Case cases[] = {{1000, "1000"},
                        {1e6, "1000000"},
                        {2.5, "2.5"},
                        {-0.1, "-0.1"},
                        {0, "0"},
                        {1e300, "1e+300"},
                        {std::numeric_limits<double>::infinity(), "null"},
                        {std::numeric_limits<double>::quiet_NaN(), "null"}};
  for (const Case& c : cases) {
    std::string out;
    JsonWriter(out).value(c.number);
    EXPECT_EQ(out, c.json);
  }
}

}  // namespace
}  // namespace machtin

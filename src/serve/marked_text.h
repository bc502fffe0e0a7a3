#pragma once
// An article's text as HTML with its facts marked: who, where, when, how many, what, and quotes,
// one within another. Tested by marked_text_test.cc.

#include <string>
#include <string_view>
#include <vector>

#include "machtin/article.h"
#include "machtin/facts.h"
#include "serve/texts.h"

namespace machtin {

struct Mark {
  ByteSpan span = {};
  std::string css = {};    // "who", "where", "when", "number", "event", "quote"
  std::string title = {};  // what a pointer or a screen reader is told
};

// Outer marks before inner ones.
std::vector<Mark> marks_of(const Facts& facts, std::string_view text, const Texts& texts);

// The part of the text, escaped, with the marks in it. A mark that crosses the end of another or of
// the part is cut there. Cost: linear in text and marks; marks as given by marks_of().
std::string marked_html(std::string_view text, ByteSpan part, const std::vector<Mark>& marks);

}  // namespace machtin

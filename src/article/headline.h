#pragma once
// Which words are the title, where what the page prints and what its head says differ: printed
// titles carry the kicker above them, or lose one that stands elsewhere. Tested by
// headline_test.cc.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/page_line.h"

namespace machtin {

struct Headline {
  ByteSpan part = {};  // of the printed line: the title
  // Instead of it, where the head tells the printed words with a kicker, or parts words that the
  // markup ran together.
  std::optional<std::string> whole = {};
};

struct ToldTitles {  // of the page's head, without site names
  std::vector<std::string> titles = {};
  bool json_ld = false;  // the first of them is JSON-LD's
};

// printed: where the title stands in the line, without genre tag and site name. Where head and page
// use other words altogether, what readers see is the title.
Headline choose_headline(const PageLine& line, ByteSpan printed, const ToldTitles& told);

}  // namespace machtin

#pragma once
// Text → sentences. A blank line always ends one; so do . ! ? … before white space and what may
// start a sentence, unless an abbreviation of the pack (table "abbreviations") or a number stands
// before. Quotes and brackets that close stay with their sentence. Tested by sentence_test.cc.

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "language/pack.h"
#include "machtin/article.h"

namespace machtin {

struct SentenceTables {
  // Matching keys, without their last full stop. Those of the first are found in any case, those of
  // the second with a capital only.
  std::unordered_set<std::string> abbreviations = {}, capital_abbreviations = {};
  std::unordered_set<std::string> degree_words = {};  // "độ" of "7 độ C."
  static SentenceTables load(const Pack& pack);
};

// Spans without white space at their ends, in order, none empty.
std::vector<ByteSpan> find_sentences(std::string_view text, const SentenceTables& tables);

}  // namespace machtin

#pragma once
// What a language knows for dating articles (table "dating"): the time zone of its papers, and
// words that tell a sentence of the past from one of the future. Tested by date_articles_test.cc.

#include <string>

#include "language/pack.h"
#include "language/phrase_trie.h"
#include "machtin/result.h"

namespace machtin {

struct DatingTables {
  std::string zone = {};   // "+07:00": of times printed without one; empty: none is told
  PhraseTrie past = {};    // "đã", "vừa": the sentence tells what has happened
  PhraseTrie future = {};  // "sẽ", "dự kiến"

  // Errors: kBadFormat, naming the line.
  static Result<DatingTables> load(const Pack& pack);
};

}  // namespace machtin

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
  PhraseTrie open = {};    // "đến ngày", "có thể": its days need not be past, nor ahead
  PhraseTrie apart = {};   // right before a day that something begins or ends on: "từ"
  PhraseTrie as_of = {};   // right before a day that figures are told of, whatever apart says
  PhraseTrie plan = {};    // before a day, in small letters: verbs of what may lie ahead ("hứa")
  PhraseTrie back = {};    // before a day, or its first word: the day is past, whatever stands near
  PhraseTrie end = {};     // before a day that is the end of something, past or not: "đến"
  PhraseTrie since = {};   // between a count of days and the day it is counted from: "kể từ"
  PhraseTrie born = {};    // before a year of birth: "sinh năm"
  PhraseTrie until_now = {};  // behind the first day of what still goes on: "đến nay"
  PhraseTrie now = {};        // between a year of birth and an age: "nay"

  // Errors: kBadFormat, naming the line.
  static Result<DatingTables> load(const Pack& pack);
};

}  // namespace machtin

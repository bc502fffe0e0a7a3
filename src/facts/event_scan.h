#pragma once
// A sentence laid out for finding events: its triggers, its phrases (names, times, and noun phrases
// that name nobody), and what each small word does. Phrases never overlap and stand in order.
// Tested by events_test.cc. Cost: linear in the tokens of the article; a phrase or trigger is no
// longer than the table's longest.

#include <cstdint>
#include <optional>
#include <vector>

#include "facts/article_text.h"
#include "facts/event_tables.h"
#include "machtin/facts.h"

namespace machtin {

constexpr std::uint32_t kNone = 0xffffffffu;

struct Phrase {
  std::uint32_t first = 0, end = 0;  // tokens of the article
  KindSet kinds = 0;
  std::vector<std::uint32_t> entities = {};  // indices into Facts::entities; two for "both sides"
  std::uint32_t time = kNone;                // index into Facts::times
  Anaphor anaphor = Anaphor::kNone;
  bool named = false;  // a mention of an entity stands in it
};

struct TriggerHit {
  std::uint32_t first = 0, end = 0;  // tokens of the article
  std::uint32_t trigger = 0;         // index into EventTables::triggers
};

struct SentenceScan {
  std::uint32_t first = 0, end = 0;  // tokens of the article
  std::vector<Phrase> phrases = {};
  std::vector<TriggerHit> triggers = {};
};

struct ArticleScan {
  const ArticleText* text = nullptr;  // these three outlive the scan
  const Facts* found = nullptr;
  const EventTables* tables = nullptr;
  std::vector<WordSet> words = {};  // one a token
  std::vector<std::uint32_t> phrase_of =
      {};  // one a token: index into its sentence's phrases, or kNone
  std::vector<std::uint32_t> trigger_of =
      {};  // one a token: index into its sentence's triggers, or kNone
  std::vector<std::uint32_t> sentence_of = {};  // one a token
  std::vector<SentenceScan> sentences = {};

  const Token& token(std::uint32_t i) const { return text->tokens[i]; }
  bool is(std::uint32_t i, WordSet any) const { return (words[i] & any) != 0; }
  // The phrase that token i stands in; null if it stands in none.
  const Phrase* phrase_at(std::uint32_t i) const;
  ByteSpan span(std::uint32_t first, std::uint32_t end) const;
  // The character of a punctuation token, 0 for every other token.
  char32_t sign(std::uint32_t i) const;
  // Do these keys stand right before token i, or from token i on, within tokens [first, end)?
  bool stands_before(const Keys& keys, std::uint32_t i, std::uint32_t first) const;
  bool stands_at(const Keys& keys, std::uint32_t i, std::uint32_t end) const;
};

ArticleScan scan_article(const ArticleText& text, const Facts& found, const EventTables& tables);

}  // namespace machtin

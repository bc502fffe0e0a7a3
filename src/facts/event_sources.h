#pragma once
// Who is meant and who says so: words that stand for somebody named elsewhere, and the sources of
// claims. Tested by events_test.cc.

#include <cstdint>
#include <optional>
#include <vector>

#include "facts/event_scan.h"

namespace machtin {

// Fills Phrase::entities of "hai nước", "ông", "tổ chức này" with those whom Entity::anaphors says
// they mean.
void resolve_anaphora(ArticleScan& scan);

// The two countries, or persons, that a sentence is about as far as the text before it tells; empty
// where it does not.
std::vector<std::uint32_t> prominent_pair(const ArticleScan& scan, std::uint32_t sentence,
                                          std::uint32_t before_token, EntityType type);

// One "X cho biết" or "theo X".
struct SourceClaim {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0, end = 0;  // tokens of the verb
  std::uint32_t entity = 0;
  std::uint32_t verb = 0;           // index into EventTables::reporting
  bool source_before = true;        // "X cho biết", against "theo X"
  std::uint32_t source_phrase = 0;  // index into the sentence's phrases
  bool by_office = false;  // told by an office that is no entity, for the entity it belongs to
};

std::vector<SourceClaim> find_claims(const ArticleScan& scan);

}  // namespace machtin

#pragma once
// Words that stand for somebody named elsewhere in the article ("ông", "nước này", "hai bên") → the
// entities that they mean, where the text settles it: Entity::anaphors. After the hand-made
// salience of Lappin and Leass (An Algorithm for Pronominal Anaphora Resolution, 1994): agreement
// first, then distance in sentences, then who was the subject. Tested by anaphors_test.cc; measured
// by tools/score_anaphors.py.

#include <vector>

#include "facts/article_text.h"
#include "facts/entity_names.h"
#include "machtin/facts.h"

namespace machtin {

// text: of the article, whose entities these are. Linear in tokens and mentions: a word looks at
// the mentions of the few sentences before it, of each no more than a few dozen.
void resolve_anaphors(const ArticleText& article, const NamedText& text,
                      std::vector<Entity>& entities);

}  // namespace machtin

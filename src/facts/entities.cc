// One article's text and captions → mentions → entities. Tested by entities_test.cc.
#include "facts/entities.h"

#include "facts/anaphors.h"
#include "facts/coreference.h"
#include "facts/entity_mentions.h"
#include "facts/entity_tables.h"

namespace machtin {
namespace {

// A caption is short: it is one sentence to the finders, who know a full stop when they see one.
void find_in_caption(const std::string& caption, std::uint32_t index, const EntityTables& tables,
                     std::vector<Mention>& mentions) {
  const std::vector<Token> tokens = tokenize(caption);
  const PhraseHits hits(caption, tokens, tables);
  find_mentions({.text = {caption, tokens, &hits, &tables},
                 .sentences = {{0, static_cast<std::uint32_t>(tokens.size())}},
                 .caption = index},
                mentions);
}

}  // namespace

std::vector<Entity> find_entities(const ArticleText& text, const EntityTables& tables) {
  std::vector<Mention> mentions;
  const PhraseHits hits(text.text, text.tokens, tables);
  find_mentions(
      {.text = {text.text, text.tokens, &hits, &tables}, .sentences = text.sentence_tokens},
      mentions);
  const std::vector<Caption>& captions = text.article->captions;
  for (std::uint32_t i = 0; i < captions.size(); ++i)
    find_in_caption(captions[i].text, i, tables, mentions);
  std::vector<Entity> entities = group_mentions(std::move(mentions), tables);
  resolve_anaphors(text, {text.text, text.tokens, &hits, &tables}, entities);
  return entities;
}

}  // namespace machtin

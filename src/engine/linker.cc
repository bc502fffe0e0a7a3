// The embedder's Linker: the story stage's, with the engine's tables.
#include "machtin/linker.h"

#include <utility>

#include "machtin/machtin.h"
#include "story/linker.h"

namespace machtin {

class Linker::State {
 public:
  explicit State(const StoryTables& story_tables) : tables(story_tables), stories(story_tables) {}

  const StoryTables& tables;
  StoryLinker stories;
};

Linker::Linker(const Engine& engine) : state_(std::make_unique<State>(engine.story_tables())) {}
Linker::~Linker() = default;
Linker::Linker(Linker&&) noexcept = default;
Linker& Linker::operator=(Linker&&) noexcept = default;

StoryLink Linker::add(const Article& article, const Facts& facts) {
  state_->stories.add(article.key, article_features(article, facts, state_->tables));
  return state_->stories.link(article.key);
}

StoryLink Linker::link(const std::string& article_key) const {
  return state_->stories.link(article_key);
}

}  // namespace machtin

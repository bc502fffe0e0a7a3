#pragma once
// Articles and their facts, one after another → the story that each belongs to.

#include <memory>
#include <optional>
#include <string>

#include "machtin/article.h"
#include "machtin/facts.h"

namespace machtin {

class Engine;

struct StoryLink {
  std::string story = {};  // "s" and 16 hex digits, made from the key of the article that began it
  std::optional<std::string> storyline =
      {};  // id of the storyline's first story; null if the story stands alone
  std::optional<std::string> same_text_as = {};  // key of the article whose text this one repeats
  bool operator==(const StoryLink&) const = default;
};

// Keeps, of each article, the features that linking looks at. Not copyable; one thread at a time.
class Linker {
 public:
  explicit Linker(const Engine& engine);  // its tables are borrowed: they outlive the linker
  explicit Linker(const Engine&& engine) = delete;
  ~Linker();
  Linker(Linker&&) noexcept;
  Linker& operator=(Linker&&) noexcept;

  // The article's story as it stands now; a later article may merge it into an older one.
  StoryLink add(const Article& article, const Facts& facts);
  // The story of an article added before, by its key; an empty story for an unknown key.
  StoryLink link(const std::string& article_key) const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace machtin

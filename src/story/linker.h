#pragma once
// Articles and their facts, one after another → the story and storyline that each belongs to. The
// one stage with state: it keeps, of each article, the features below and its story; it can be
// saved and restored article by article. Tested by linker_test.cc.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "machtin/article.h"
#include "machtin/facts.h"
#include "machtin/linker.h"

namespace machtin {

struct StoryTables;  // story/story_tables.h: function words, document frequencies of the packs,
                     // compiled

// What linking looks at, and all that it keeps of an article. `blob` is its compact saved form.
class ArticleFeatures {
 public:
  ArticleFeatures();
  ~ArticleFeatures();
  ArticleFeatures(const ArticleFeatures&);
  ArticleFeatures(ArticleFeatures&&) noexcept;
  ArticleFeatures& operator=(const ArticleFeatures&);
  ArticleFeatures& operator=(ArticleFeatures&&) noexcept;

  std::string blob() const;
  static std::optional<ArticleFeatures> from_blob(
      std::string_view blob);  // nullopt if damaged or of another version

  struct Data;
  Data& data() { return *data_; }
  const Data& data() const { return *data_; }

 private:
  std::unique_ptr<Data> data_;
};

// Pure; run on any thread before add().
ArticleFeatures article_features(const Article& article, const Facts& facts,
                                 const StoryTables& tables);

struct StoryMerge {
  std::string younger = {}, older = {};
};

class StoryLinker {
 public:
  explicit StoryLinker(const StoryTables& tables);  // borrowed
  ~StoryLinker();
  StoryLinker(StoryLinker&&) noexcept;
  StoryLinker& operator=(StoryLinker&&) noexcept;

  // Adds one article; key as in Article::key. Adding a key again replaces its features and keeps
  // its story.
  void add(const std::string& key, ArticleFeatures features);
  // Puts back an article as it was saved, with its story: no linking is done.
  void restore(const std::string& key, ArticleFeatures features, const StoryLink& link);

  // Linking happens at the first question after add(), a batch at a time: what is asked between two
  // adds parts batches. Not for two threads at once, const or not.
  // The link of an article, current after merges. Unknown keys give an empty story.
  StoryLink link(const std::string& key) const;
  // Keys of all articles whose link changed since the last call, in order of adding; and the merges
  // since then.
  std::vector<std::string> take_changed();
  std::vector<StoryMerge> take_merges();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace machtin

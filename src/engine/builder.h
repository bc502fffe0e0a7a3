#pragma once
// Pages with their facts → the archive: links each article, keeps all in batches, tells again the
// stories that changed. One page after another, so the outcome does not hang on how many threads
// found the facts. Tested by builder_test.cc.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "json/contract.h"
#include "machtin/article.h"
#include "machtin/facts.h"
#include "machtin/machtin.h"
#include "machtin/result.h"
#include "story/linker.h"

namespace machtin {

// One article ready to be kept; a pure function of its page, made on any thread.
struct PreparedArticle {
  std::uint32_t place = 0;  // on its page
  Article article = {};     // dated
  Facts facts = {};
  ArticleFeatures features = {};
};

struct PreparedPage {
  std::string key = {};
  std::string input = {};
  std::optional<std::string> url = {};
  std::string language = {};
  std::vector<PreparedArticle> articles = {};
  bool one_of_many =
      false;  // from a facts line: the page's other articles may follow on the next lines
};

PreparedPage prepare_page(const Engine& engine, Page page);
PreparedPage prepare_facts(const Engine& engine, FactsLine line);

struct BuildOptions {
  std::size_t batch_pages = 500;  // one transaction; a killed build loses at most these
  bool refresh = false;           // keep again what an older engine or pack made
};

struct BuildCounts {
  std::uint64_t pages = 0, unchanged = 0, articles = 0;
};

class ArchiveBuilder {
 public:
  // engine and archive are borrowed.
  ArchiveBuilder(const Engine& engine, Archive& archive, const BuildOptions& options);

  // Puts the archive's articles back into the linker; call once, before add().
  Result<Done> restore();
  // On failure nothing of the current batch is kept, all earlier ones are.
  Result<Done> add(PreparedPage prepared);
  Result<Done> finish();

  const BuildCounts& counts() const { return counts_; }

 private:
  Result<Done> keep_whole(PreparedPage page);
  Result<Done> flush();
  Result<std::vector<Story>> tell_stories(const Archive& archive,
                                          const std::vector<std::string>& ids) const;

  const Engine& engine_;
  Archive& archive_;
  BuildOptions options_;
  StoryLinker linker_;
  std::optional<PreparedPage> open_page_ =
      {};  // of facts lines, until a line of another page comes
  std::vector<KeptPage> batch_ = {};
  std::set<std::string> batch_keys_ = {};  // of its articles
  BuildCounts counts_ = {};
};

}  // namespace machtin

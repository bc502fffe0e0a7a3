#include "engine/builder.h"

#include <algorithm>
#include <utility>

#include "json/names.h"
#include "text/digest.h"

namespace machtin {
namespace {

// Of what the page says, not of its bytes: a page whose menu alone changed is the same revision.
std::string digest_of(const PreparedPage& page) {
  constexpr char kEnd = '\x1F';
  std::string said;
  for (const PreparedArticle& prepared : page.articles) {
    const Article& article = prepared.article;
    said += name_of(article.role);
    for (const std::string& part : {article.key, article.text, article.published.value.value_or(""),
                                    article.source.value_or("")}) {
      said += kEnd;
      said += part;
    }
    for (const Caption& caption : article.captions) {
      said += kEnd;
      said += caption.text;
    }
    said += '\n';
  }
  return sha256_hex(said);
}

}  // namespace

PreparedPage prepare_page(const Engine& engine, Page page) {
  PreparedPage prepared{page.key, page.input, page.url, page.language, {}, false};
  std::uint32_t place = 0;
  for (Article& article : page.articles) {
    Facts facts = engine.facts(article);
    ArticleFeatures features = article_features(article, facts, engine.story_tables());
    prepared.articles.push_back(
        {place++, std::move(article), std::move(facts), std::move(features)});
  }
  return prepared;
}

PreparedPage prepare_facts(const Engine& engine, FactsLine line) {
  PreparedPage prepared{line.page_key, line.input, line.page_url, line.article.language, {}, true};
  ArticleFeatures features = article_features(line.article, line.facts, engine.story_tables());
  prepared.articles.push_back(
      {line.article_index, std::move(line.article), std::move(line.facts), std::move(features)});
  return prepared;
}

ArchiveBuilder::ArchiveBuilder(const Engine& engine, Archive& archive, const BuildOptions& options)
    : engine_(engine), archive_(archive), options_(options), linker_(engine.story_tables()) {}

Result<Done> ArchiveBuilder::restore() {
  return archive_.restore(linker_, [this](const Article& article, const Facts& facts) {
    return article_features(article, facts, engine_.story_tables());
  });
}

Result<Done> ArchiveBuilder::add(PreparedPage prepared) {
  if (open_page_) {
    const bool goes_on = prepared.one_of_many && prepared.key == open_page_->key &&
                         prepared.input == open_page_->input &&
                         prepared.articles[0].place > open_page_->articles.back().place;
    if (goes_on) {
      open_page_->articles.push_back(std::move(prepared.articles[0]));
      return Done{};
    }
    PreparedPage whole = std::move(*open_page_);
    open_page_.reset();
    if (const Result<Done> kept = keep_whole(std::move(whole)); !kept) return kept.error();
  }
  if (prepared.one_of_many) {
    open_page_ = std::move(prepared);
    return Done{};
  }
  return keep_whole(std::move(prepared));
}

Result<Done> ArchiveBuilder::keep_whole(PreparedPage page) {
  ++counts_.pages;
  KeptPage kept;
  kept.key = page.key;
  kept.input = page.input;
  kept.url = page.url;
  kept.digest = digest_of(page);
  kept.language = page.language;
  kept.version = engine_.version();
  const Result<bool> same = archive_.has_page(
      kept.key, kept.digest, options_.refresh ? std::optional(engine_.version()) : std::nullopt);
  if (!same) return same.error();
  const bool again = std::any_of(batch_.begin(), batch_.end(), [&](const KeptPage& other) {
    return other.key == kept.key && other.digest == kept.digest;
  });
  if (*same || again) {
    ++counts_.unchanged;
    return Done{};
  }
  for (PreparedArticle& prepared : page.articles) {
    const std::string& key = prepared.article.key;
    if (prepared.article.role == Role::kTeaser) {  // one article, however many pages show it
      const Result<bool> known = archive_.has_article(key);
      if (!known) return known.error();
      if (*known || batch_keys_.contains(key)) continue;
    }
    batch_keys_.insert(key);
    linker_.add(key, prepared.features);
    KeptArticle article{page.key,
                        {page.input, prepared.place},
                        page.url,
                        page.language,
                        std::move(prepared.article),
                        std::move(prepared.facts),
                        prepared.features.blob(),
                        {}};
    kept.articles.push_back(std::move(article));
    ++counts_.articles;
  }
  batch_.push_back(std::move(kept));
  return batch_.size() >= options_.batch_pages ? flush() : Result<Done>(Done{});
}

Result<Done> ArchiveBuilder::flush() {
  if (batch_.empty()) return Done{};
  for (KeptPage& page : batch_) {
    for (KeptArticle& article : page.articles) article.link = linker_.link(article.article.key);
  }
  const std::vector<std::string> changed = linker_.take_changed();
  const std::vector<StoryMerge> merges = linker_.take_merges();
  std::vector<std::pair<std::string, StoryLink>> relinked;
  for (const std::string& key : changed) {
    if (!batch_keys_.contains(key)) relinked.emplace_back(key, linker_.link(key));
  }
  const auto tell = [this](const Archive& archive, const std::vector<std::string>& ids) {
    return tell_stories(archive, ids);
  };
  const Result<Done> kept = archive_.keep(batch_, relinked, merges, tell);
  batch_.clear();
  batch_keys_.clear();
  return kept;
}

Result<std::vector<Story>> ArchiveBuilder::tell_stories(const Archive& archive,
                                                        const std::vector<std::string>& ids) const {
  std::vector<Story> told;
  for (const std::string& id : ids) {
    const Result<std::vector<StoryMember>> members = archive.members_of_story(id);
    if (!members) return members.error();
    if (!members->empty()) told.push_back(tell_story(id, *members, engine_.report_tables()));
  }
  return told;
}

Result<Done> ArchiveBuilder::finish() {
  if (open_page_) {
    PreparedPage whole = std::move(*open_page_);
    open_page_.reset();
    if (const Result<Done> kept = keep_whole(std::move(whole)); !kept) return kept.error();
  }
  return flush();
}

}  // namespace machtin

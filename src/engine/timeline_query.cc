#include "engine/timeline_query.h"

namespace machtin {
namespace {

constexpr std::size_t kHitsLookedAt = 50;

// The story of a hit: itself, or the one that its article belongs to.
Result<std::optional<Story>> story_of(const Archive& archive, const SearchHit& hit) {
  if (hit.is_story) return archive.story(hit.id);
  const Result<std::optional<KeptArticle>> article = archive.article(hit.id);
  if (!article) return article.error();
  if (!*article) return std::optional<Story>();
  return archive.story((*article)->link.story);
}

}  // namespace

Result<Story> with_storyline(const Archive& archive, const Story& story,
                             const ReportTables& tables) {
  if (!story.storyline) return story;
  const Result<std::vector<StoryMember>> members = archive.members_of_storyline(*story.storyline);
  if (!members) return members.error();
  if (members->empty()) return story;
  return tell_story(story.id, *members, tables);
}

Result<std::optional<Story>> timeline_of(const Archive& archive, const std::string& query,
                                         const ReportTables& tables) {
  const Result<std::vector<SearchHit>> hits = archive.search(query, kHitsLookedAt);
  if (!hits) return hits.error();
  for (const SearchHit& hit : *hits) {
    const Result<std::optional<Story>> story = story_of(archive, hit);
    if (!story) return story.error();
    if (!*story) continue;
    Result<Story> whole = with_storyline(archive, **story, tables);
    if (!whole) return whole.error();
    return std::optional<Story>(std::move(*whole));
  }
  return std::optional<Story>();
}

}  // namespace machtin

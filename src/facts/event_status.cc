#include "facts/event_status.h"

#include <algorithm>
#include <span>

namespace machtin {
namespace {

constexpr std::uint32_t kBefore =
    10;  // tokens before the trigger's own words; tuned by reading, not by score
constexpr std::uint32_t kAfterNoun =
    6;  // "cuộc gặp dự kiến diễn ra": tokens after a trigger told as a noun

struct Found {
  std::uint32_t end = 0;
  EventStatus status = EventStatus::kHappened;
};

std::optional<Found> status_at(const ArticleScan& scan, std::uint32_t i, std::uint32_t end) {
  const std::span<const Token> tokens(scan.text->tokens.data(), end);
  const auto match = scan.tables->status_trie.match(tokens, i);
  if (!match) return std::nullopt;
  return Found{i + static_cast<std::uint32_t>(match->tokens),
               scan.tables->statuses[match->values.back()]};
}

// A clause border that no status word reaches over.
bool stops(const ArticleScan& scan, std::uint32_t i) {
  const char32_t sign = scan.sign(i);
  return sign == U',' || sign == U';' || sign == U':' || sign == U'.' || sign == U'?' ||
         sign == U'!';
}

}  // namespace

EventStatus status_of(const ArticleScan& scan, std::uint32_t sentence, const TriggerHit& hit,
                      const Filled& filled) {
  const SentenceScan& here = scan.sentences[sentence];
  const std::uint32_t from = std::min(filled.verb_first, hit.first);
  const std::uint32_t first = from - std::min(from - here.first, kBefore);
  std::uint32_t start = hit.first;
  while (start > first && !stops(scan, start - 1)) --start;
  // "… trong vụ tấn công": what is said of the sentence is not said of the noun. "chuẩn bị cho cuộc
  // gặp" is.
  const bool adjunct = filled.nominal && from > here.first && scan.is(from - 1, kPreposition) &&
                       !scan.is(from - 1, kFiller);
  std::optional<EventStatus> status;
  for (std::uint32_t i = start; i < hit.first;) {
    const auto found = status_at(scan, i, hit.first);
    if (found && (!adjunct || found->end >= from))
      status = found->status;  // the nearest to the trigger has the last word
    i = found ? found->end : i + 1;
  }
  if (status || !filled.nominal) return status.value_or(EventStatus::kHappened);
  const std::uint32_t limit = std::min(here.end, hit.end + kAfterNoun);
  for (std::uint32_t i = hit.end; i < limit && !stops(scan, i); ++i) {
    const auto found = status_at(scan, i, limit);
    if (found && found->status != EventStatus::kProposed && found->status != EventStatus::kDenied)
      return found->status;
  }
  return EventStatus::kHappened;
}

}  // namespace machtin

// See sketch.h. Linear in the text; a sketch has at most kMost hashes.
#include "story/sketch.h"

#include <algorithm>

#include "story/story_tables.h"

namespace machtin {
namespace {

constexpr std::size_t kShingle = 5;
constexpr std::size_t kMost = 256;
constexpr std::uint8_t kFirstShift = 1;
constexpr std::uint8_t kLastShift = 24;

bool sampled(std::uint32_t hash, std::uint8_t shift) {
  return (hash & ((std::uint32_t{1} << shift) - 1)) == 0;
}

// Thresholds of same_text, chosen on pages of one agency text in several papers: such copies share
// nine shingles in ten of what both keep; two reports of one event that quote the same words, less
// than four.
constexpr double kSameShare = 0.7;
constexpr double kSmallestCut = 0.2;  // a shorter piece is a quotation, or a teaser
constexpr std::size_t kFewest = 10;   // fewer shingles say nothing

}  // namespace

Sketch make_sketch(std::span<const std::uint32_t> tokens) {
  Sketch sketch;
  sketch.shift = kFirstShift;
  for (std::size_t end = kShingle; end <= tokens.size(); ++end) {
    std::uint32_t hash = 0;
    for (const std::uint32_t token : tokens.subspan(end - kShingle, kShingle))
      hash = pair_hash(hash, token);
    if (sampled(hash, sketch.shift)) sketch.hashes.push_back(hash);
  }
  std::sort(sketch.hashes.begin(), sketch.hashes.end());
  sketch.hashes.erase(std::unique(sketch.hashes.begin(), sketch.hashes.end()), sketch.hashes.end());
  while (sketch.hashes.size() > kMost && sketch.shift < kLastShift) {
    ++sketch.shift;
    std::erase_if(sketch.hashes, [&](std::uint32_t hash) { return !sampled(hash, sketch.shift); });
  }
  if (sketch.hashes.size() > kMost) sketch.hashes.resize(kMost);
  return sketch;
}

Containment contained(const Sketch& a, const Sketch& b) {
  const std::uint8_t shift = std::max(a.shift, b.shift);
  std::size_t in_a = 0;
  std::size_t in_b = 0;
  std::size_t in_both = 0;
  auto at = b.hashes.begin();
  for (const std::uint32_t hash : a.hashes) {
    if (!sampled(hash, shift)) continue;
    ++in_a;
    while (at != b.hashes.end() && *at < hash) ++at;
    in_both += at != b.hashes.end() && *at == hash ? 1 : 0;
  }
  for (const std::uint32_t hash : b.hashes) in_b += sampled(hash, shift) ? 1 : 0;
  const std::size_t smaller = std::min(in_a, in_b);
  if (smaller == 0) return {};
  return {static_cast<double>(in_both) / static_cast<double>(smaller),
          static_cast<double>(smaller) / static_cast<double>(std::max(in_a, in_b)), smaller};
}

bool same_text(const Sketch& a, const Sketch& b) {
  const Containment found = contained(a, b);
  return found.compared >= kFewest && found.of_smaller >= kSameShare &&
         found.size_ratio >= kSmallestCut;
}

}  // namespace machtin

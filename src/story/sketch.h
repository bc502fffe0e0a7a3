#pragma once
// A text's sample of shingles (five tokens in a row), by which a text that was printed again is
// known, cut or with other words before and after. Sampling by the hash's low bits (Broder 1997,
// "mod p sketch") rather than by the smallest hashes: so that containment can be told, not
// resemblance alone. Tested by sketch_test.cc.

#include <cstdint>
#include <span>
#include <vector>

namespace machtin {

struct Sketch {
  std::uint8_t shift = 0;                  // one shingle in 2^shift is kept
  std::vector<std::uint32_t> hashes = {};  // sorted, without repeats; the low `shift` bits are zero
  bool operator==(const Sketch&) const = default;
};

// tokens: hashes of the text's tokens, in order.
Sketch make_sketch(std::span<const std::uint32_t> tokens);

struct Containment {
  double of_smaller = 0;     // share of the smaller's shingles that stand in the larger
  double size_ratio = 0;     // smaller to larger
  std::size_t compared = 0;  // shingles of the smaller that were looked up
};
Containment contained(const Sketch& a, const Sketch& b);

// Whether one text is the other, whole or cut.
bool same_text(const Sketch& a, const Sketch& b);

}  // namespace machtin

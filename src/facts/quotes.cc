#include "facts/quotes.h"

#include <algorithm>
#include <string_view>

#include "facts/events.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::uint32_t kLongestQuote =
    600;  // tokens; past that, the closing mark is another quotation's
constexpr std::uint32_t kShortestQuote = 6;  // tokens; what is shorter is a word held at a distance
constexpr std::uint32_t kSpeakerWindow =
    40;  // tokens round a quotation in which its speaker is sought
constexpr std::uint32_t kShortestIndirect = 4;  // tokens

struct Marks {
  std::uint32_t open = 0, close = 0;  // tokens
};

bool opens(char32_t sign) { return sign == U'“' || sign == U'"' || sign == U'«' || sign == U'”'; }

bool closes(char32_t open, char32_t sign) {
  if (open == U'«') return sign == U'»';
  return sign == U'”' || sign == U'"' || (open != U'“' && sign == U'“');
}

// A blank line between two tokens: no quotation that we read goes over it.
bool paragraph_between(const ArticleScan& scan, std::uint32_t a, std::uint32_t b) {
  const std::uint32_t from = scan.token(a).span.end;
  return scan.text->text.substr(from, scan.token(b).span.begin - from).find("\n\n") !=
         std::string_view::npos;
}

// Every token is looked at twice at most: an opening mark without a closing one ends at its
// paragraph.
std::vector<Marks> find_marks(const ArticleScan& scan) {
  std::vector<Marks> found;
  const std::uint32_t size = static_cast<std::uint32_t>(scan.text->tokens.size());
  for (std::uint32_t i = 0; i < size; ++i) {
    const char32_t open = scan.sign(i);
    if (!opens(open)) continue;
    const std::uint32_t limit = std::min(size, i + kLongestQuote);
    std::uint32_t k = i + 1;
    while (k < limit && !closes(open, scan.sign(k)) && !paragraph_between(scan, k - 1, k)) ++k;
    if (k < limit && closes(open, scan.sign(k))) found.push_back({i, k});
    i = k < limit && !closes(open, scan.sign(k)) ? k - 1 : k;
  }
  return found;
}

class Speakers {
 public:
  Speakers(const ArticleScan& scan, const std::vector<SourceClaim>& claims)
      : scan_(scan), claims_(claims) {}

  // "…", X cho hay; X nói: "…"; and the words of the paragraph before that end in a colon.
  const SourceClaim* of(const Marks& marks) const {
    const SourceClaim* best = nullptr;
    for (std::size_t c = first_claim(marks.close); c < claims_.size(); ++c) {
      const SourceClaim& claim = claims_[c];
      if (claim.first > marks.close + kSpeakerWindow ||
          paragraph_between(scan_, marks.close, claim.first))
        break;
      if (follows(marks, claim)) return &claim;
      break;
    }
    for (std::size_t c = first_claim(marks.open); c-- > 0;) {
      const SourceClaim& claim = claims_[c];
      if (claim.first + kSpeakerWindow < marks.open) break;
      const bool leads = marks.open > 0 && scan_.sign(marks.open - 1) == U':';
      if (!leads && paragraph_between(scan_, claim.first, marks.open)) break;
      if (leads || scan_.sentence_of[claim.first] == scan_.sentence_of[marks.open]) best = &claim;
      break;
    }
    return best;
  }

 private:
  std::size_t first_claim(std::uint32_t token) const {
    const auto at = std::partition_point(claims_.begin(), claims_.end(),
                                         [&](const SourceClaim& c) { return c.first < token; });
    return static_cast<std::size_t>(at - claims_.begin());
  }

  // After the closing mark only the source itself may stand before its verb: a full stop between
  // begins other words.
  bool follows(const Marks& marks, const SourceClaim& claim) const {
    for (std::uint32_t i = marks.close + 1; i < claim.first; ++i) {
      const char32_t sign = scan_.sign(i);
      if (sign == U'.' || sign == U'!' || sign == U'?' || opens(sign)) return false;
    }
    return true;
  }

  const ArticleScan& scan_;
  const std::vector<SourceClaim>& claims_;
};

bool is_quotation(const ArticleScan& scan, const Marks& marks, const SourceClaim* source) {
  const std::uint32_t length = marks.close - marks.open - 1;
  const bool led = marks.open > 0 && scan.sign(marks.open - 1) == U':';
  return length >= kShortestQuote || (length > 0 && led && source);
}

Quote direct_quote(const ArticleScan& scan, const Marks& marks, const SourceClaim* source) {
  Quote quote = {.span = {scan.token(marks.open).span.end, scan.token(marks.close).span.begin},
                 .direct = true};
  if (source) {
    quote.speaker = source->entity;
    quote.verb = std::string(slice(scan.text->text, scan.span(source->first, source->end)));
  }
  return quote;
}

}  // namespace

std::vector<Quote> quotes_of(const ArticleScan& scan, const std::vector<SourceClaim>& claims) {
  std::vector<Quote> quotes;
  const Speakers speakers(scan, claims);
  std::vector<std::uint32_t> taken;  // first tokens of the verbs that have their direct quotation
  for (const Marks& marks : find_marks(scan)) {
    const SourceClaim* const source = speakers.of(marks);
    if (!is_quotation(scan, marks, source)) continue;
    quotes.push_back(direct_quote(scan, marks, source));
    if (source) taken.push_back(source->first);
  }
  std::sort(taken.begin(), taken.end());
  for (const SourceClaim& claim : claims) {
    const std::uint32_t end = scan.sentences[claim.sentence].end;
    if (!scan.tables->reporting[claim.verb].indirect ||
        std::binary_search(taken.begin(), taken.end(), claim.first))
      continue;
    if (!claim.source_before) continue;
    std::uint32_t last = end;
    while (last > claim.end && scan.token(last - 1).shape == Shape::kPunctuation) --last;
    std::uint32_t first = claim.end;
    while (first < last && scan.token(first).shape == Shape::kPunctuation) ++first;
    if (last < first + kShortestIndirect) continue;
    Quote quote = {.span = scan.span(first, last), .speaker = claim.entity};
    quote.verb = std::string(slice(scan.text->text, scan.span(claim.first, claim.end)));
    quotes.push_back(std::move(quote));
  }
  std::sort(quotes.begin(), quotes.end(), [](const Quote& a, const Quote& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
  });
  return quotes;
}

}  // namespace machtin

// Features are hashes of what stands at a place with the place's number, so no string is kept.
// Tested by name_type_test.cc.
#include "facts/name_type.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::uint64_t kHashStart = 14695981039346656037ULL, kHashPrime = 1099511628211ULL;

std::uint64_t add_to_hash(std::uint64_t hash, std::string_view word) {
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * kHashPrime;
  return (hash ^ 0xFF) * kHashPrime;
}

// What a neighbour is called in a feature: its letters, or that it is a number, or nothing.
std::string_view word_at(const NamedText& text, std::int64_t at, std::uint32_t begin,
                         std::uint32_t end) {
  if (at < std::int64_t{begin} || at >= std::int64_t{end}) return "</s>";
  const Token& token = text.tokens[static_cast<std::size_t>(at)];
  return token.shape == Shape::kNumber ? std::string_view("<0>") : std::string_view(token.key);
}

class FeatureWriter {
 public:
  explicit FeatureWriter(std::size_t expected) { found_.reserve(expected); }

  template <typename... Words>
  void add(std::uint64_t place, const Words&... words) {
    std::uint64_t hash = (kHashStart ^ place) * kHashPrime;
    ((hash = add_to_hash(hash, words)), ...);
    hash ^= hash >> 29;
    found_.push_back(static_cast<std::uint32_t>(hash % NameTypeModel::kBuckets));
  }
  std::vector<std::uint32_t> take() { return std::move(found_); }

 private:
  std::vector<std::uint32_t> found_ = {};
};

struct WordCounts {
  std::uint32_t words = 0, syllables = 0, upper = 0, mixed = 0, hyphens = 0, digits = 0;
};

WordCounts count_words(const NamedText& text, std::uint32_t first, std::uint32_t last) {
  WordCounts counts;
  for (std::uint32_t i = first; i < last; ++i) {
    switch (text.tokens[i].shape) {
      case Shape::kPunctuation:
        ++counts.hyphens;
        continue;
      case Shape::kUpper:
        ++counts.upper;
        break;
      case Shape::kMixed:
        ++counts.mixed;
        break;
      case Shape::kNumber:
        ++counts.digits;
        break;
      default:
        break;
    }
    ++counts.words;
    counts.syllables += text.tables->is_syllable(text.word(i));
  }
  return counts;
}

char digit(std::uint32_t value) { return static_cast<char>('0' + std::min(value, 5U)); }

void add_shape(const NamedText& text, std::uint32_t first, std::uint32_t last,
               std::string_view prev, std::string_view next, FeatureWriter& out) {
  const WordCounts counts = count_words(text, first, last);
  const auto surname = text.tables->surnames.find(text.tokens[first].key);
  const bool known = surname != text.tables->surnames.end();
  std::string print;
  print.push_back(digit(counts.words));
  print.push_back(counts.syllables == counts.words ? 's' : counts.syllables == 0 ? 'f' : 'm');
  print.push_back(!known ? '-' : surname->second ? 'c' : 'n');
  print.push_back(counts.upper == counts.words ? 'U' : counts.upper > 0 ? 'u' : '-');
  print.push_back(counts.mixed > 0 ? 'x' : '-');
  print.push_back(counts.hyphens > 0 ? 'h' : '-');
  print.push_back(counts.digits > 0 ? '0' : '-');
  out.add(1, print);
  out.add(2, print, prev);
  out.add(3, print, next);
}

// Foreign words are many: their ends tell more than they do.
void add_word_parts(const NamedText& text, std::uint32_t at, FeatureWriter& out) {
  const std::string& key = text.tokens[at].key;
  if (text.tables->is_syllable(text.word(at))) return;
  std::size_t begin = key.size();
  for (int letters = 0; begin > 0 && letters < 4; ++letters) {
    --begin;
    while (begin > 0 && (static_cast<unsigned char>(key[begin]) & 0xC0) == 0x80) --begin;
    if (letters == 1) out.add(10, std::string_view(key).substr(begin));
    if (letters == 2) out.add(11, std::string_view(key).substr(begin));
  }
  out.add(12, std::string_view(key).substr(0, std::min<std::size_t>(key.size(), 3)));
}

void add_words(const NamedText& text, std::uint32_t first, std::uint32_t last, FeatureWriter& out) {
  std::string name;
  for (std::uint32_t i = first; i < last; ++i) {
    if (i > first) name.push_back(' ');
    name += text.tokens[i].key;
    if (i > first && i + 1 < last) out.add(6, text.tokens[i].key);
    out.add(7, text.tokens[i].key);
  }
  out.add(4, text.tokens[first].key);
  out.add(5, text.tokens[last - 1].key);
  out.add(8, name);
  if (last - first > 1) out.add(9, text.tokens[last - 2].key, text.tokens[last - 1].key);
  add_word_parts(text, last - 1, out);
}

// The capitalised word before a comma or "and" before the name: in a list all are of one type.
void add_list(const NamedText& text, std::uint32_t begin, std::uint32_t end, std::uint32_t first,
              std::uint32_t last, FeatureWriter& out) {
  if (first >= begin + 2 && is_capital(text, first - 2)) {
    const std::string_view sign = word_at(text, std::int64_t{first} - 1, begin, end);
    out.add(30, sign, text.tokens[first - 2].key);
    if (first >= begin + 3 && is_capital(text, first - 3)) out.add(31, text.tokens[first - 3].key);
  }
  if (last + 1 < end && is_capital(text, last + 1))
    out.add(32, word_at(text, last, begin, end), text.tokens[last + 1].key);
}

constexpr std::uint8_t kNoLetter = 64;
// Of base64: what each letter stands for.
constexpr std::array<std::uint8_t, 256> kSixBits = [] {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::array<std::uint8_t, 256> bits = {};
  bits.fill(kNoLetter);
  for (std::size_t i = 0; i < kLetters.size(); ++i)
    bits[static_cast<unsigned char>(kLetters[i])] = static_cast<std::uint8_t>(i);
  return bits;
}();

std::uint32_t six_bits(char letter) { return kSixBits[static_cast<unsigned char>(letter)]; }

// Base64 without padding: four letters are three bytes. Half a megabyte is read at each start.
bool decode(std::string_view letters, std::int8_t* out, std::size_t bytes) {
  if (letters.size() * 3 != bytes * 4) return false;
  std::uint32_t seen = 0;
  for (std::size_t i = 0; i < letters.size(); i += 4) {
    const std::uint32_t a = six_bits(letters[i]), b = six_bits(letters[i + 1]),
                        c = six_bits(letters[i + 2]), d = six_bits(letters[i + 3]);
    seen |= a | b | c | d;
    const std::uint32_t value = a << 18 | b << 12 | c << 6 | d;
    *out++ = static_cast<std::int8_t>(value >> 16 & 0xFF);
    *out++ = static_cast<std::int8_t>(value >> 8 & 0xFF);
    *out++ = static_cast<std::int8_t>(value & 0xFF);
  }
  return (seen & kNoLetter) == 0;
}

}  // namespace

float probability(const NameScores& scores, NameType type) {
  const float most = *std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (const float score : scores) sum += std::exp(score - most);
  return std::exp(scores[static_cast<std::size_t>(type)] - most) / sum;
}

NameType likeliest(const NameScores& scores) {
  return static_cast<NameType>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

Result<NameTypeModel> NameTypeModel::load(const Pack& pack) {
  NameTypeModel model;
  const Table& table = pack.table("name_types");
  if (table.rows.empty()) return model;
  constexpr std::size_t kRowBytes = kRowBuckets * kNameTypes;
  const std::size_t rows = (kBuckets + kRowBuckets - 1) / kRowBuckets;
  model.weights_.assign(rows * kRowBytes, 0);  // the last row goes beyond the buckets
  const auto damaged = [&](const std::string& why) {
    return Error{ErrorKind::kBadFormat, pack.code() + "/name_types " + why};
  };
  std::vector<bool> met(rows);
  for (const TableRow& row : table.rows) {
    std::size_t number = 0;
    for (const char c : row[0]) {
      if (c < '0' || c > '9' || number > rows) return damaged("line " + std::to_string(row.line));
      number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    if (number >= rows) return damaged("line " + std::to_string(row.line));
    if (!decode(row[1], model.weights_.data() + number * kRowBytes, kRowBytes))
      return damaged("line " + std::to_string(row.line));
    met[number] = true;
  }
  if (std::find(met.begin(), met.end(), false) != met.end()) return damaged("lacks rows");
  return model;
}

NameScores NameTypeModel::score(std::span<const std::uint32_t> features) const {
  std::array<int, kNameTypes> sums = {};
  for (const std::uint32_t feature : features) {
    for (std::size_t type = 0; type < kNameTypes; ++type)
      sums[type] += weights_[std::size_t{feature} * kNameTypes + type];
  }
  NameScores scores = {};
  for (std::size_t type = 0; type < kNameTypes; ++type)
    scores[type] = static_cast<float>(sums[type]) * kScale;
  return scores;
}

std::vector<std::uint32_t> name_features(const NamedText& text, std::uint32_t begin,
                                         std::uint32_t end, std::uint32_t first,
                                         std::uint32_t last) {
  constexpr std::size_t kMostFeatures = 48;
  FeatureWriter out(kMostFeatures);
  const std::int64_t before = first, behind = last;
  const auto word = [&](std::int64_t at) { return word_at(text, at, begin, end); };
  out.add(0);
  add_shape(text, first, last, word(before - 1), word(behind), out);
  add_words(text, first, last, out);
  out.add(13, word(before - 1));
  out.add(14, word(before - 2), word(before - 1));
  out.add(15, word(before - 3), word(before - 2), word(before - 1));
  out.add(16, word(behind));
  out.add(17, word(behind), word(behind + 1));
  out.add(18, word(behind), word(behind + 1), word(behind + 2));
  out.add(19, word(before - 1), word(behind));
  out.add(20, word(before - 2));
  out.add(21, word(behind + 1));
  out.add(22, word(before - 3));
  out.add(23, word(behind + 2));
  add_list(text, begin, end, first, last, out);
  return out.take();
}

}  // namespace machtin

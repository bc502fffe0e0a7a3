// Features ↔ their saved form. Little-endian, numbers as LEB128 varints, sorted lists as
// differences:
//   "MTF" u8 version, body, u32 term_hash of all before it
//   body: role, published, source, url, title, title words, full, head, sketch, entities, events,
//   days, in the order of ArticleFeatures::Data
// A reader trusts nothing: every length is held against the bytes that are left, every order and
// range is checked, and what does not end exactly at the hash is damaged.
#include <string>

#include "story/features.h"
#include "story/story_tables.h"

namespace machtin {
namespace {

constexpr std::string_view kMagic = "MTF";
constexpr char kVersion = 1;

class Writer {
 public:
  void number(std::uint64_t value) {
    while (value >= 0x80) {
      out_ += static_cast<char>((value & 0x7F) | 0x80);
      value >>= 7;
    }
    out_ += static_cast<char>(value);
  }
  void signed_number(std::int64_t value) {  // zigzag
    number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void optional_day(const std::optional<std::int32_t>& day) {
    number(day ? 1 : 0);
    if (day) signed_number(*day);
  }
  void range(const DayRange& range) {
    optional_day(range.earliest);
    optional_day(range.latest);
    optional_day(range.likely);
    number(range.month);
    number(range.day);
    number(static_cast<std::uint64_t>(range.minute));
  }
  void vector(const TermVector& vector) {
    number(vector.terms.size());
    std::uint32_t before = 0;
    for (const TermWeight& term : vector.terms) {
      number(term.term - before);
      number(term.weight);
      before = term.term;
    }
  }
  void sketch(const Sketch& sketch) {
    number(sketch.shift);
    number(sketch.hashes.size());
    std::uint32_t before = 0;
    for (const std::uint32_t hash : sketch.hashes) {
      number(hash - before);
      before = hash;
    }
  }
  std::string take() {
    const std::uint32_t hash = term_hash(out_);
    for (int byte = 0; byte < 4; ++byte) out_ += static_cast<char>((hash >> (8 * byte)) & 0xFF);
    return std::move(out_);
  }
  void raw(std::string_view bytes) { out_ += bytes; }

 private:
  std::string out_;
};

// After the first fault every number is 0 and ok() is false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number(std::uint64_t most) {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) return fail();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return value <= most ? value : fail();
    }
    return fail();
  }
  // A list's length: each member takes at least `bytes` bytes.
  std::size_t length(std::size_t bytes) {
    return static_cast<std::size_t>(number(rest_.size() / bytes));
  }
  // Of no year before Christ and none after 9999, so that no difference of two overflows.
  std::int32_t day() {
    const std::uint64_t value = number(8'000'000);
    return static_cast<std::int32_t>(static_cast<std::int64_t>(value >> 1) ^
                                     -static_cast<std::int64_t>(value & 1));
  }
  std::uint32_t hash() { return static_cast<std::uint32_t>(number(0xFFFFFFFFULL)); }
  bool flag() { return number(1) == 1; }
  std::optional<std::int32_t> optional_day() {
    if (!flag()) return std::nullopt;
    return day();
  }
  DayRange range() {
    DayRange range;
    range.earliest = optional_day();
    range.latest = optional_day();
    range.likely = optional_day();
    range.month = static_cast<std::uint8_t>(number(12));
    range.day = static_cast<std::uint8_t>(number(31));
    range.minute = static_cast<std::int32_t>(number(24 * 60 - 1));
    if ((range.month == 0) != (range.day == 0)) fail();
    return range;
  }
  // The next member of a rising list; the first may be 0.
  std::uint32_t rising(std::uint32_t before, bool first) {
    const std::uint64_t step = number(0xFFFFFFFFULL - before);
    if (step == 0 && !first) fail();
    return static_cast<std::uint32_t>(before + step);
  }
  TermVector vector() {
    std::vector<TermWeight> terms(length(2));
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < terms.size() && ok_; ++i) {
      terms[i].term = before = rising(before, i == 0);
      terms[i].weight = static_cast<std::uint16_t>(number(0xFFFF));
    }
    return make_vector(std::move(terms));
  }
  Sketch sketch() {
    Sketch sketch;
    sketch.shift = static_cast<std::uint8_t>(number(31));
    sketch.hashes.resize(length(1));
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < sketch.hashes.size() && ok_; ++i)
      sketch.hashes[i] = before = rising(before, i == 0);
    return sketch;
  }
  bool ok() const { return ok_; }
  bool at_end() const { return ok_ && rest_.empty(); }
  std::uint64_t fail() {
    ok_ = false;
    rest_ = {};
    return 0;
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

void write_names(const ArticleFeatures::Data& data, Writer& out) {
  out.number(data.entities.size());
  std::uint32_t before = 0;
  for (const NamedEntity& entity : data.entities) {
    out.number(entity.key - before);
    before = entity.key;
    out.number(entity.country);
    out.number(static_cast<std::uint64_t>(entity.type) << 1 | (entity.central ? 1 : 0));
    out.number(entity.rarity);
    out.number(entity.weight);
  }
  out.number(data.events.size());
  before = 0;
  for (const ToldEvent& event : data.events) {
    out.number(event.type - before);
    before = event.type;
    out.number(static_cast<std::uint64_t>(event.count) << 1 | (event.central ? 1 : 0));
  }
}

void read_names(Reader& in, ArticleFeatures::Data& data) {
  data.entities.resize(in.length(5));
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < data.entities.size() && in.ok(); ++i) {
    NamedEntity& entity = data.entities[i];
    entity.key = before = in.rising(before, i == 0);
    entity.country = in.hash();
    const std::uint64_t bits =
        in.number(static_cast<std::uint64_t>(EntityType::kNationality) << 1 | 1);
    entity.type = static_cast<EntityType>(bits >> 1);
    entity.central = (bits & 1) != 0;
    entity.rarity = static_cast<std::uint16_t>(in.number(0xFFFF));
    entity.weight = static_cast<std::uint16_t>(in.number(0xFFFF));
  }
  data.events.resize(in.length(2));
  before = 0;
  for (std::size_t i = 0; i < data.events.size() && in.ok(); ++i) {
    ToldEvent& event = data.events[i];
    event.type = before = in.rising(before, i == 0);
    const std::uint64_t bits = in.number(0x1FFFF);
    event.count = static_cast<std::uint16_t>(bits >> 1);
    event.central = (bits & 1) != 0;
  }
}

}  // namespace

std::string ArticleFeatures::blob() const {
  const Data& data = *data_;
  Writer out;
  out.raw(kMagic);
  out.raw({&kVersion, 1});
  out.number(data.role == Role::kTeaser ? 1 : 0);
  out.range(data.published);
  out.number(data.source);
  out.number(data.url);
  out.number(data.title);
  out.number(data.title_words);
  out.vector(data.full);
  out.vector(data.head);
  out.sketch(data.sketch);
  write_names(data, out);
  out.number(data.days.size());
  for (const DayRange& day : data.days) out.range(day);
  return out.take();
}

std::optional<ArticleFeatures> ArticleFeatures::from_blob(std::string_view blob) {
  const std::size_t start = kMagic.size() + 1;
  if (blob.size() < start + 4 || !blob.starts_with(kMagic) || blob[kMagic.size()] != kVersion)
    return std::nullopt;
  const std::string_view told = blob.substr(0, blob.size() - 4);
  const std::uint32_t hash = term_hash(told);
  for (std::size_t byte = 0; byte < 4; ++byte) {
    const auto found = static_cast<unsigned char>(blob[told.size() + byte]);
    if (found != ((hash >> (8 * byte)) & 0xFF)) return std::nullopt;
  }
  Reader in(told.substr(start));
  ArticleFeatures features;
  Data& data = features.data();
  data.role = in.flag() ? Role::kTeaser : Role::kMain;
  data.published = in.range();
  data.source = in.hash();
  data.url = in.hash();
  data.title = in.number(~std::uint64_t{0});
  data.title_words = in.hash();
  data.full = in.vector();
  data.head = in.vector();
  data.sketch = in.sketch();
  read_names(in, data);
  data.days.resize(in.length(6));
  for (DayRange& day : data.days) day = in.range();
  if (!in.at_end()) return std::nullopt;
  return features;
}

}  // namespace machtin

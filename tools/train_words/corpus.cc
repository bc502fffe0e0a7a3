#include "corpus.h"

#include <simdjson.h>

#include <algorithm>
#include <fstream>
#include <iostream>

namespace machtin::train {
namespace {

constexpr int kLongestSureName = 3;  // syllables

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    std::cerr << "cannot read " << path << '\n';
    std::exit(1);
  }
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::size_t bytes_without_joins(std::string_view word) {
  return word.size() - static_cast<std::size_t>(std::count(word.begin(), word.end(), '_'));
}

// Takes the units of the next word of the treebank; false where none end with it.
bool take_word(Sentence& sentence, std::string_view word, std::size_t& at, std::uint8_t tag) {
  const std::size_t first = at;
  std::size_t bytes = 0;
  while (at < sentence.units.size() && bytes < bytes_without_joins(word)) {
    sentence.labels.push_back(at == first ? kStarts : kGoesOn);
    bytes += sentence.units[at].span.end - sentence.units[at].span.begin;
    ++at;
  }
  if (bytes != bytes_without_joins(word)) return false;
  sentence.words.push_back(word_keys(sentence.units, first, at));
  sentence.tags.push_back(tag);
  return true;
}

std::uint8_t tag_of(std::string_view name) {
  const auto& names = tag_names();
  const auto found = std::find(names.begin(), names.end(), name);
  return static_cast<std::uint8_t>(
      (found == names.end() ? std::find(names.begin(), names.end(), "X") : found) - names.begin());
}

bool read_words(const std::string& tagged, Sentence& sentence) {
  std::size_t at = 0;
  for (std::size_t begin = 0; begin < tagged.size();) {
    const std::size_t end = std::min(tagged.find(' ', begin), tagged.size());
    const std::string_view word = std::string_view(tagged).substr(begin, end - begin);
    begin = end + 1;
    const std::size_t cut = word.rfind('/');
    if (word.empty() || cut == std::string_view::npos || cut == 0) continue;
    if (!take_word(sentence, word.substr(0, cut), at, tag_of(word.substr(cut + 1)))) return false;
  }
  return at == sentence.units.size() && at > 0;
}

bool is_number(UnitShape shape) {
  return shape == UnitShape::kNumber || shape == UnitShape::kMixed;
}
bool is_sign(UnitShape shape) { return shape >= UnitShape::kFullStop; }
bool is_name(UnitShape shape) {
  return shape == UnitShape::kCapitalised || shape == UnitShape::kUpper ||
         shape == UnitShape::kInitial || shape == UnitShape::kOpening;
}

// "29/1/1945": the one kind of written number that the machine leaves whole.
bool is_slash_of_date(const std::string& line, const std::vector<WordUnit>& units, std::size_t at) {
  return at > 0 && at + 1 < units.size() && line[units[at].span.begin] == '/' &&
         is_number(units[at - 1].shape) && is_number(units[at + 1].shape);
}

std::uint8_t silver_label(const std::string& line, const std::vector<WordUnit>& units,
                          std::size_t at) {
  const WordUnit &before = units[at - 1], &here = units[at];
  const std::string_view gap =
      std::string_view(line).substr(before.span.end, here.span.begin - before.span.end);
  if (is_number(before.shape) || is_number(here.shape)) {
    return gap.empty() &&
                   (is_slash_of_date(line, units, at) || is_slash_of_date(line, units, at - 1))
               ? kGoesOn
               : kEither;
  }
  const bool sign = is_sign(before.shape) || is_sign(here.shape);
  if (gap.empty() && sign && before.shape != UnitShape::kHyphen &&
      here.shape != UnitShape::kHyphen && here.shape != UnitShape::kFullStop)
    return kEither;
  return gap.find(' ') == std::string_view::npos ? kGoesOn : kStarts;
}

void forget_long_names(Sentence& sentence) {
  const std::size_t size = sentence.units.size();
  for (std::size_t first = 0; first < size;) {
    std::size_t end = first + 1;
    while (end < size && sentence.labels[end] == kGoesOn) ++end;
    int names = 0;
    for (std::size_t i = first; i < end; ++i) names += is_name(sentence.units[i].shape);
    for (std::size_t i = first + 1; i < end && names > kLongestSureName; ++i) {
      if (is_name(sentence.units[i].shape) && is_name(sentence.units[i - 1].shape))
        sentence.labels[i] = kEither;
    }
    first = end;
  }
}

}  // namespace

const std::vector<std::string>& tag_names() {
  static const std::vector<std::string> names = {"NOUN",  "VERB", "PUNCT", "ADV",   "ADP", "ADJ",
                                                 "PROPN", "PRON", "NUM",   "SCONJ", "AUX", "DET",
                                                 "CCONJ", "PART", "X",     "SYM"};
  return names;
}

std::vector<Sentence> read_treebank(const std::string& prefix) {
  const std::vector<std::string> raw = lines_of(prefix + ".raw.txt");
  const std::vector<std::string> tagged = lines_of(prefix + ".tagged.txt");
  std::vector<Sentence> sentences;
  for (std::size_t i = 0; i < std::min(raw.size(), tagged.size()); ++i) {
    Sentence sentence;
    split_units(raw[i], sentence.units);
    if (read_words(tagged[i], sentence)) sentences.push_back(std::move(sentence));
  }
  return sentences;
}

std::vector<std::string> read_silver(std::istream& in) {
  std::vector<std::string> lines;
  simdjson::dom::parser parser;
  for (std::string article; std::getline(in, article);) {
    for (const simdjson::dom::element line : parser.parse(article)["segmented"].get_array())
      lines.emplace_back(std::string_view(line.get_string()));
  }
  return lines;
}

void read_silver_line(const std::string& line, Sentence& sentence) {
  std::string raw = line;
  std::replace(raw.begin(), raw.end(), '_', ' ');
  split_units(raw, sentence.units);
  sentence.labels.assign(sentence.units.size(), kStarts);
  for (std::size_t at = 1; at < sentence.units.size(); ++at)
    sentence.labels[at] = silver_label(line, sentence.units, at);
  forget_long_names(sentence);
}

}  // namespace machtin::train

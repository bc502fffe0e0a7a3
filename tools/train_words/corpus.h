#pragma once
// What the trainer reads: a treebank's sentences (right), and machine-segmented news (nearly
// right).

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "language/word_features.h"
#include "language/word_model.h"

namespace machtin::train {

// What is known of each unit: that it starts a word, that it goes on one, or (both) nothing.
constexpr std::uint8_t kStarts = 1, kGoesOn = 2, kEither = 3;

struct Sentence {
  std::vector<WordUnit> units = {};
  std::vector<std::uint8_t> labels = {};
  std::vector<WordKeys> words = {};     // treebank only
  std::vector<std::uint8_t> tags = {};  // one a word
};

const std::vector<std::string>& tag_names();  // kTags of them, in the order of the model

// prefix.raw.txt and prefix.tagged.txt, line by line. Sentences whose words do not fit their text
// are left out.
std::vector<Sentence> read_treebank(const std::string& prefix);

// The "segmented" lines of articles, JSON lines.
std::vector<std::string> read_silver(std::istream& in);

// Where the machine went wrong as a rule nothing is taken as known: numbers, signs that it split
// off or not as it pleased, and names of four syllables and more, which it often joined too far.
void read_silver_line(const std::string& line, Sentence& sentence);

}  // namespace machtin::train

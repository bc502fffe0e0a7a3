#pragma once
// Text → words: the syllables of a word joined, with universal part-of-speech tags. Two chain
// models of the first order, one over units (does this unit go on the word before it?), one over
// words; the best sequence of each by Viterbi. Linear in the line, and no dictionary behind it:
// word_model.h. Tested by word_segmenter_test.cc.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/pack.h"
#include "language/word_model.h"
#include "language/word_unit.h"

namespace machtin {

// Reads words.model of a pack (load_pack_file). The file is borrowed. Errors: those of
// WordModel::read, with the file's name.
Result<WordModel> read_word_model(const PackFile& file);

struct Word {
  std::uint32_t first = 0, end = 0;  // units [first, end)
  std::uint8_t tag = 0;              // WordModel::tag_name(); 0 before tags are asked for
};

// Finds the words of one line after another and uses its memory again: one a thread.
class WordSegmenter {
 public:
  // The model is borrowed.
  explicit WordSegmenter(const WordModel& model) : model_(&model) {}

  // line: UTF-8 in NFC, without line feed. What units() and words() give is of the last line.
  void segment(std::string_view line, bool with_tags);
  const std::vector<WordUnit>& units() const { return units_; }
  const std::vector<Word>& words() const { return words_; }

  // Appends the line as Vietnamese corpora write it: "ủy_ban nhân_dân", with tags "ủy_ban/NOUN".
  // Nothing but white space changes: what was apart inside a word gets one _, what was not stays
  // so.
  void append_segmented(std::string_view line, bool with_tags, std::string& out);

 private:
  void join_units();
  void tag_words();

  const WordModel* model_;
  std::vector<WordUnit> units_;
  std::vector<Word> words_;
  std::vector<WordKeys> keys_;
  std::vector<std::uint8_t> joins_before_;  // two a unit: the better label before it
  std::vector<std::array<std::uint8_t, kTags>> tags_before_;  // sixteen a word
};

}  // namespace machtin

// Learns data/models/vi/words.model. data/models/README.md tells from what, and with what result.
//
//   zstd -dc news.jsonl.zst | train_words TREEBANK OUT [FOLDS]
//
// TREEBANK: prefix of .raw.txt and .tagged.txt (one sentence a line; "ủy_ban/NOUN"). Standard
// input: JSON lines whose "segmented" is a list of machine-segmented lines. FOLDS: cross-validate
// on the treebank before learning from all of it. Takes about four minutes and 4 GB for 25,000
// articles.

#include <fstream>
#include <iostream>

#include "corpus.h"
#include "join_trainer.h"
#include "model_writer.h"
#include "tag_trainer.h"
#include "word_vectors.h"

namespace {

using machtin::train::JoinTrainer;
using machtin::train::Sentence;
using machtin::train::TagTrainer;

void cross_validate(const std::vector<Sentence>& treebank, std::size_t folds, JoinTrainer& joins,
                    TagTrainer& tags) {
  JoinTrainer::Score sum;
  double accuracy = 0;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<Sentence> seen, held;
    for (std::size_t i = 0; i < treebank.size(); ++i)
      (i * folds / treebank.size() == fold ? held : seen).push_back(treebank[i]);
    joins.learn(seen);
    const JoinTrainer::Score score = joins.score(held);
    sum.right += score.right;
    sum.gold += score.gold;
    sum.found += score.found;
    tags.learn(seen);
    accuracy += tags.accuracy(held) / static_cast<double>(folds);
  }
  std::cerr << folds << " folds: words F1 " << sum.f1() << ", tags of right words " << accuracy
            << '\n';
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "usage: train_words TREEBANK OUT [FOLDS] < JSON-LINES\n";
    return 2;
  }
  const std::vector<Sentence> treebank = machtin::train::read_treebank(arguments[1]);
  const std::vector<std::string> silver = machtin::train::read_silver(std::cin);
  std::cerr << treebank.size() << " sentences, " << silver.size() << " silver lines\n";
  const machtin::train::WordVectors vectors = machtin::train::learn_word_vectors(silver);
  TagTrainer tags(vectors);
  JoinTrainer joins(silver, treebank);
  if (count > 3) cross_validate(treebank, std::stoul(arguments[3]), joins, tags);
  joins.teach_itself(treebank);
  joins.learn(treebank);
  tags.learn(treebank);
  std::ofstream out(arguments[2], std::ios::binary);
  out << machtin::train::model_file(joins, tags);
  return out.good() ? 0 : 1;
}

#pragma once
// Weights → the model file of language/word_model.h.

#include <string>
#include <vector>

#include "join_trainer.h"
#include "tag_trainer.h"

namespace machtin::train {

std::string model_file(const JoinTrainer& joins, const TagTrainer& tags);

}  // namespace machtin::train

#pragma once
// Which language a text is in, by its function words, its letters and their script. Tested by
// language_id_test.cc.

#include <optional>
#include <string>
#include <string_view>

#include "article/article_tables.h"

namespace machtin {

struct LanguageGuess {
  std::string code = "und";
  // Of its words, the share that are the language's function words, against what news of it has,
  // and against the language that fits second best: 0 to 1. None where the words tell nothing.
  std::optional<double> certainty = {};
};
LanguageGuess identify_language(std::string_view text, const std::optional<std::string>& declared,
                                const ArticleTables& tables);

// ISO 639-1 of a loaded pack's language when the text is clearly in it; of one that its script
// tells (all/scripts.tsv); else the primary part of `declared` (HTML's lang attribute, "de-AT");
// else "und".
std::string detect_language(std::string_view text, const std::optional<std::string>& declared,
                            const ArticleTables& tables);

}  // namespace machtin

#pragma once
// The likeliest states of the open lines of a crawler page: a linear-chain conditional random field
// (Lafferty et al., 2001) over the features of line_features.h. Its weights are a table of the
// packs (line_weights.tsv), learned by tools/train_line_weights.cc. Tested by line_model_test.cc.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "language/pack.h"
#include "machtin/result.h"

namespace machtin {

// States before the title, then those of the main article, then those below or beside it.
enum class LineState : std::uint8_t {
  kPre,
  kPreHead,
  kPreTitle,  // a box of other articles above the title
  kPreText,
  kTitle,
  kBody,
  kSubhead,
  kCaption,
  kEarlyByline,  // between title and text
  kLateByline,   // below the text
  kJunk,         // furniture that no table knows
  kComment,
  kInline,  // a bare link to another article amid the text
  kHead,
  kOtherTitle,
  kOtherCaption,
  kOtherText,
  kOtherJunk,
};
inline constexpr std::size_t kLineStates = 18;

std::string_view line_state_name(LineState state);
std::optional<LineState> line_state_named(std::string_view name);

using StateScores = std::array<float, kLineStates>;
using ActiveFeatures = std::vector<std::uint16_t>;  // ids of line_features.h

struct LineModel {
  std::vector<StateScores> weights = {};  // by feature id; empty: no model
  std::array<StateScores, kLineStates> follows = {};
  StateScores begins = {}, ends = {};

  // Rows: a feature's name and its weights in the order of LineState; ">state" for what follows a
  // state, "^" for the first line, "$" for the last. Features that this engine does not have are
  // passed over. Errors: kBadFormat (a row that does not hold as many finite numbers as there are
  // states).
  static Result<LineModel> from_table(const Table& table);
};

// One state a line, by Viterbi; linear. Without a model all lines are body.
std::vector<LineState> likeliest_states(const LineModel& model,
                                        std::span<const ActiveFeatures> lines);

}  // namespace machtin

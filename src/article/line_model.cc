// Weights → states. Tested by line_model_test.cc.
#include "article/line_model.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <unordered_map>

#include "article/line_features.h"

namespace machtin {
namespace {

constexpr std::array<std::string_view, kLineStates> kNames = {
    "pre",     "pre_head", "pre_title",    "pre_text",      "title",      "body",
    "subhead", "caption",  "early_byline", "late_byline",   "junk",       "comment",
    "inline",  "head",     "title_other",  "caption_other", "text_other", "junk_other"};

constexpr float kNever = -1e6F;

std::optional<StateScores> scores_in(std::string_view column) {
  StateScores scores{};
  const char* at = column.data();
  const char* const end = at + column.size();
  for (float& score : scores) {
    while (at < end && *at == ' ') ++at;
    const auto read = std::from_chars(at, end, score);
    if (read.ec != std::errc() || !std::isfinite(score)) return std::nullopt;
    at = read.ptr;
  }
  return at == end ? std::optional(scores) : std::nullopt;
}

}  // namespace

std::string_view line_state_name(LineState state) {
  return kNames[static_cast<std::size_t>(state)];
}

std::optional<LineState> line_state_named(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<LineState>(found - kNames.begin());
}

Result<LineModel> LineModel::from_table(const Table& table) {
  LineModel model;
  if (table.rows.empty()) return model;
  model.weights.resize(line_feature_count());
  std::unordered_map<std::string, std::size_t> ids;
  for (std::size_t id = 0; id < model.weights.size(); ++id) ids.emplace(line_feature_name(id), id);
  for (const TableRow& row : table.rows) {
    const auto scores = scores_in(row[1]);
    if (!scores) {
      return Error{ErrorKind::kBadFormat, table.name + ": line " + std::to_string(row.line) +
                                              ": not " + std::to_string(kLineStates) + " numbers"};
    }
    if (row[0] == "^") {
      model.begins = *scores;
    } else if (row[0] == "$") {
      model.ends = *scores;
    } else if (row[0].starts_with('>')) {
      if (const auto state = line_state_named(row[0].substr(1)))
        model.follows[static_cast<std::size_t>(*state)] = *scores;
    } else if (const auto id = ids.find(row[0]); id != ids.end()) {
      model.weights[id->second] = *scores;
    }
  }
  return model;
}

std::vector<LineState> likeliest_states(const LineModel& model,
                                        std::span<const ActiveFeatures> lines) {
  std::vector<LineState> states(lines.size(), LineState::kBody);
  if (lines.empty() || model.weights.empty()) return states;
  std::vector<std::array<std::uint8_t, kLineStates>> from(lines.size());
  StateScores best{};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    StateScores now{};
    for (const std::uint16_t id : lines[i]) {
      for (std::size_t s = 0; s < kLineStates; ++s) now[s] += model.weights[id][s];
    }
    for (std::size_t to = 0; to < kLineStates; ++to) {
      float top = model.begins[to];
      if (i > 0) {
        top = kNever * 2;
        for (std::size_t last = 0; last < kLineStates; ++last) {
          const float score = best[last] + model.follows[last][to];
          if (score <= top) continue;
          top = score;
          from[i][to] = static_cast<std::uint8_t>(last);
        }
      }
      now[to] += top;
    }
    best = now;
  }
  for (std::size_t s = 0; s < kLineStates; ++s) best[s] += model.ends[s];
  auto at = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = lines.size(); i-- > 0;) {
    states[i] = static_cast<LineState>(at);
    at = from[i][at];
  }
  return states;
}

}  // namespace machtin

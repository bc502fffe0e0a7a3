// Learns data/all/line_weights.tsv: a conditional random field over the open lines of crawler
// pages.
//
//   train_line_weights OUT.tsv FOLDER[:PACK] …
//
// FOLDER: pages of tools/compose_pages.py, ID.txt with the states of their lines in ID.roles. PACK:
// a folder as for --pack that takes rows of the tables away, so that the model learns to do without
// them. Stochastic gradient with AdaGrad on the log-likelihood, L2. Prints the log-likelihood and
// the share of lines right, of a tenth of the pages kept aside.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <numeric>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "article/line_features.h"
#include "article/line_model.h"
#include "article/open_lines.h"
#include "language/pack.h"
#include "page/text_blocks.h"

namespace {

using machtin::ActiveFeatures;
using machtin::kLineStates;
using machtin::LineModel;
using machtin::LineState;
using machtin::StateScores;

constexpr int kTurns = 9;
constexpr int kFirstAveraged = 5;     // turn from which weights are averaged
constexpr std::size_t kStride = 200;  // pages between two that are
constexpr float kRate = 0.2F;
constexpr float kDecay = 2e-6F;   // L2, a step
constexpr float kUnseen = -9.0F;  // weight of a transition that no page shows

struct Sample {
  std::vector<ActiveFeatures> lines = {};
  std::vector<std::size_t> states = {};
};

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// A repeat that find_repeats() did not see is furniture; what stands above the title has states of
// its own.
std::vector<LineState> states_in(const std::string& text) {
  std::vector<LineState> states;
  std::istringstream in(text);
  bool above = text.find("\ntitle\n") != std::string::npos || text.starts_with("title\n");
  bool others = false;
  for (std::string name; std::getline(in, name);) {
    if (name == "title") above = false;
    if (name == "head" || name == "title_other") others = true;
    if (name == "body") others = false;
    if (above && (name == "head")) name = "pre_head";
    if (above && name == "title_other") name = "pre_title";
    if (above && name == "text_other") name = "pre_text";
    if (name == "date" || name == "repeat") name = above ? "pre" : others ? "junk_other" : "junk";
    if (above && (name == "junk" || name == "junk_other")) name = "pre";
    states.push_back(machtin::line_state_named(name).value_or(LineState::kJunk));
  }
  return states;
}

std::vector<Sample> samples_in(const std::string& argument) {
  const std::size_t colon = argument.find(':');
  std::vector<std::string> overlays;
  if (colon != std::string::npos) overlays.push_back(argument.substr(colon + 1));
  std::vector<machtin::Pack> packs;
  for (const char* code : {"all", "vi", "en"}) {
    auto pack = machtin::Pack::load(code, overlays);
    if (!pack) {
      std::cerr << pack.error().message << '\n';
      return {};
    }
    packs.push_back(std::move(*pack));
  }
  const auto tables = machtin::ArticleTables::load(packs);
  if (!tables) return {};
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(argument.substr(0, colon))) {
    if (entry.path().extension() == ".roles") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Sample> samples;
  for (std::filesystem::path path : paths) {
    const std::vector<LineState> states = states_in(bytes_of(path));
    machtin::ParsedPage page;
    page.blocks = machtin::text_blocks(bytes_of(path.replace_extension(".txt")));
    if (page.blocks.size() != states.size()) continue;
    const auto lines = machtin::lines_of(page, *tables);
    machtin::OpenLines open = machtin::open_lines(page, lines, *tables);
    Sample sample;
    for (const std::size_t place : open.places)
      sample.states.push_back(static_cast<std::size_t>(states[lines[place].blocks.front()]));
    sample.lines = std::move(open.features);
    if (!sample.lines.empty()) samples.push_back(std::move(sample));
  }
  return samples;
}

using Matrix = std::array<StateScores, kLineStates>;

// A weight with the sum of its squared gradients.
struct Trainer {
  LineModel model = {}, squares = {};

  static void step(float& weight, float& square, float gradient) {
    square += gradient * gradient;
    weight += kRate * gradient / std::sqrt(square + 1e-4F);
    weight -= kDecay * weight;
  }

  std::vector<StateScores> emissions(const Sample& sample) const {
    std::vector<StateScores> scores(sample.lines.size());
    for (std::size_t i = 0; i < sample.lines.size(); ++i) {
      for (const std::uint16_t id : sample.lines[i]) {
        for (std::size_t s = 0; s < kLineStates; ++s) scores[i][s] += model.weights[id][s];
      }
    }
    return scores;
  }

  static float log_sum(const StateScores& scores) {
    const float top = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (const float score : scores) sum += std::exp(score - top);
    return top + std::log(sum);
  }

  // One page: forward, backward, a step along the gradient. Returns its log-likelihood.
  float learn(const Sample& sample) {
    const std::size_t n = sample.lines.size();
    const std::vector<StateScores> emit = emissions(sample);
    std::vector<StateScores> forward(n), backward(n);
    for (std::size_t s = 0; s < kLineStates; ++s) forward[0][s] = model.begins[s] + emit[0][s];
    for (std::size_t i = 1; i < n; ++i) {
      for (std::size_t to = 0; to < kLineStates; ++to) {
        StateScores ways{};
        for (std::size_t from = 0; from < kLineStates; ++from)
          ways[from] = forward[i - 1][from] + model.follows[from][to];
        forward[i][to] = log_sum(ways) + emit[i][to];
      }
    }
    backward[n - 1] = model.ends;
    for (std::size_t i = n - 1; i-- > 0;) {
      for (std::size_t from = 0; from < kLineStates; ++from) {
        StateScores ways{};
        for (std::size_t to = 0; to < kLineStates; ++to)
          ways[to] = model.follows[from][to] + emit[i + 1][to] + backward[i + 1][to];
        backward[i][from] = log_sum(ways);
      }
    }
    StateScores last{};
    for (std::size_t s = 0; s < kLineStates; ++s) last[s] = forward[n - 1][s] + model.ends[s];
    const float all = log_sum(last);
    float likelihood = model.begins[sample.states[0]] + model.ends[sample.states[n - 1]] - all;
    for (std::size_t i = 0; i < n; ++i) {
      likelihood += emit[i][sample.states[i]];
      if (i > 0) likelihood += model.follows[sample.states[i - 1]][sample.states[i]];
    }
    Matrix expected{};
    for (std::size_t i = 0; i + 1 < n; ++i) {
      for (std::size_t from = 0; from < kLineStates; ++from) {
        for (std::size_t to = 0; to < kLineStates; ++to) {
          expected[from][to] -= std::exp(forward[i][from] + model.follows[from][to] +
                                         emit[i + 1][to] + backward[i + 1][to] - all);
        }
      }
      expected[sample.states[i]][sample.states[i + 1]] += 1;
    }
    for (std::size_t i = 0; i < n; ++i) {
      StateScores gradient{};
      for (std::size_t s = 0; s < kLineStates; ++s)
        gradient[s] = -std::exp(forward[i][s] + backward[i][s] - all);
      gradient[sample.states[i]] += 1;
      for (const std::uint16_t id : sample.lines[i]) {
        for (std::size_t s = 0; s < kLineStates; ++s)
          step(model.weights[id][s], squares.weights[id][s], gradient[s]);
      }
      for (std::size_t s = 0; s < kLineStates; ++s) {
        if (i == 0) step(model.begins[s], squares.begins[s], gradient[s]);
        if (i + 1 == n) step(model.ends[s], squares.ends[s], gradient[s]);
      }
    }
    for (std::size_t from = 0; from < kLineStates; ++from) {
      for (std::size_t to = 0; to < kLineStates; ++to) {
        if (model.follows[from][to] > kUnseen)
          step(model.follows[from][to], squares.follows[from][to], expected[from][to]);
      }
    }
    return likelihood;
  }
};

// The mean of the model at many steps: single steps leave it where the last pages pulled it.
class Average {
 public:
  void add(const LineModel& model) {
    if (sum_.weights.empty()) sum_.weights.resize(model.weights.size());
    ++count_;
    for (std::size_t id = 0; id < model.weights.size(); ++id)
      mix(sum_.weights[id], model.weights[id]);
    for (std::size_t s = 0; s < kLineStates; ++s) mix(sum_.follows[s], model.follows[s]);
    mix(sum_.begins, model.begins);
    mix(sum_.ends, model.ends);
  }
  const LineModel& mean() const { return sum_; }

 private:
  void mix(StateScores& into, const StateScores& scores) const {
    for (std::size_t s = 0; s < kLineStates; ++s)
      into[s] += (scores[s] - into[s]) / static_cast<float>(count_);
  }
  LineModel sum_ = {};
  std::size_t count_ = 0;
};

Trainer untrained(const std::vector<Sample>& samples) {
  Trainer trainer;
  trainer.model.weights.resize(machtin::line_feature_count());
  trainer.squares.weights.resize(machtin::line_feature_count());
  std::array<std::array<int, kLineStates>, kLineStates> seen{};
  for (const Sample& sample : samples) {
    for (std::size_t i = 1; i < sample.states.size(); ++i)
      ++seen[sample.states[i - 1]][sample.states[i]];
  }
  for (std::size_t from = 0; from < kLineStates; ++from) {
    for (std::size_t to = 0; to < kLineStates; ++to) {
      if (seen[from][to] < 3) trainer.model.follows[from][to] = kUnseen;
    }
  }
  return trainer;
}

// A page of other articles alone, without a main one, costs more of an article taken for one than
// it gains: set on 26 pages of our own, where three articles were.
void distrust_section_pages(LineModel& model) {
  constexpr float kEnd = 12, kText = 1;
  for (const LineState state :
       {LineState::kPre, LineState::kPreHead, LineState::kPreTitle, LineState::kPreText})
    model.ends[static_cast<std::size_t>(state)] -= kEnd;
  model.weights[0][static_cast<std::size_t>(LineState::kPreText)] -= kText;  // "bias:0"
}

void report(const LineModel& model, const std::vector<Sample>& samples) {
  std::array<int, kLineStates> right{}, found{}, wanted{};
  int all = 0, good = 0, pages = 0;
  for (const Sample& sample : samples) {
    const std::vector<LineState> states = likeliest_states(model, sample.lines);
    bool whole = true;
    for (std::size_t i = 0; i < states.size(); ++i) {
      const auto state = static_cast<std::size_t>(states[i]);
      const bool same = state == sample.states[i];
      right[state] += same;
      ++found[state];
      ++wanted[sample.states[i]];
      good += same;
      ++all;
      whole = whole && same;
    }
    pages += whole;
  }
  std::cerr << "kept aside: lines " << static_cast<float>(good) / static_cast<float>(all)
            << ", whole pages " << static_cast<float>(pages) / static_cast<float>(samples.size());
  for (std::size_t s = 0; s < kLineStates; ++s) {
    if (wanted[s] == 0) continue;
    std::cerr << ' ' << machtin::line_state_name(static_cast<LineState>(s)) << ' '
              << 2 * right[s] * 1000 / (found[s] + wanted[s]);
  }
  std::cerr << '\n';
}

void write_row(std::ostream& out, const std::string& name, const StateScores& scores) {
  out << name << '\t';
  for (std::size_t s = 0; s < kLineStates; ++s) {
    const float rounded = std::round(scores[s] * 100) / 100;
    out << (s > 0 ? " " : "") << (rounded == 0 ? 0 : rounded);
  }
  out << '\n';
}

bool write(const LineModel& model, const char* path) {
  std::ofstream out(path);
  out << "# Weights of the conditional random field that tells what the lines of crawler text are, "
         "by"
         " the features of\n# src/article/line_features.cc. Made by tools/train_line_weights.cc "
         "from"
         " pages that tools/compose_pages.py set from Vietnamese\n# news of 2015-2019; numbers "
         "alone are"
         " kept. Apache-2.0. Columns: feature (\">state\": what follows it, \"^\": first line, "
         "\"$\": last),"
         "\n# weights of the states";
  for (std::size_t s = 0; s < kLineStates; ++s)
    out << ' ' << machtin::line_state_name(static_cast<LineState>(s));
  out << '\n';
  for (std::size_t id = 0; id < model.weights.size(); ++id) {
    const StateScores& scores = model.weights[id];
    const bool any = std::any_of(scores.begin(), scores.end(),
                                 [](float score) { return std::abs(score) >= 0.005F; });
    if (any) write_row(out, machtin::line_feature_name(id), scores);
  }
  for (std::size_t s = 0; s < kLineStates; ++s) {
    write_row(out, ">" + std::string(machtin::line_state_name(static_cast<LineState>(s))),
              model.follows[s]);
  }
  write_row(out, "^", model.begins);
  write_row(out, "$", model.ends);
  out.close();
  return out.good();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: train_line_weights OUT.tsv FOLDER[:PACK] ...\n";
    return 2;
  }
  std::vector<Sample> train, aside;
  for (int i = 2; i < argc; ++i) {
    std::vector<Sample> samples = samples_in(argv[i]);
    std::cerr << argv[i] << ": " << samples.size() << " pages\n";
    for (std::size_t k = 0; k < samples.size(); ++k) {
      // Neighbours are of one layout: forty pages aside, then 360 to learn from.
      (k % 400 < 40 ? aside : train).push_back(std::move(samples[k]));
    }
  }
  if (train.empty() || aside.empty()) return 1;
  Trainer trainer = untrained(train);
  Average average;
  std::mt19937 random(7);
  std::vector<std::size_t> order(train.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (int turn = 0; turn < kTurns; ++turn) {
    std::shuffle(order.begin(), order.end(), random);
    double likelihood = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
      likelihood += trainer.learn(train[order[k]]);
      if (turn >= kFirstAveraged && k % kStride == 0) average.add(trainer.model);
    }
    std::cerr << "turn " << turn << ": " << likelihood / static_cast<double>(train.size())
              << " a page\n";
    report(trainer.model, aside);
  }
  LineModel model = average.mean();
  report(model, aside);
  distrust_section_pages(model);
  if (!write(model, argv[1])) {
    std::cerr << argv[1] << ": cannot be written\n";
    return 1;
  }
  return 0;
}

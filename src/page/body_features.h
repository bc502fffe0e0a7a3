#pragma once
// What the odds that a block is of the article's body rest on. Tested by main_content_test.cc.

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "page/html_blocks.h"
#include "page/page_clues.h"

namespace machtin {

// Name and weight of each feature, in order: natural log-odds. Learnt by
// tools/train_body_weights.py: logistic regression (L2 =
// 5, blocks weighted by the root of their words, pages evened out) from 51,512 blocks of 619 pages
// of the aeb, fundus, trafilatura and vi sets, each block labelled by whether its word runs stand
// in the known body. Five-fold by page: F1 of blocks 0.93 to 0.96.
struct BodyFeature {
  std::string_view name = {};
  float weight = 0;
};
constexpr std::size_t kBodyFeatures = 52;
extern const std::array<BodyFeature, kBodyFeatures> kBodyModel;

using BodyFeatureValues = std::array<float, kBodyFeatures>;
// Of each block.
std::vector<BodyFeatureValues> body_features(const HtmlBlocks& page, const PageClues& clues);
float body_odds(const BodyFeatureValues& values);

}  // namespace machtin

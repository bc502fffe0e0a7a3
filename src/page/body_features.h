#pragma once
// What the odds that a block is of the article's body rest on: numbers of its text, its markup, its
// place and its neighbours. Tested by main_content_test.cc.

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "page/body_trees.h"
#include "page/html_blocks.h"
#include "page/page_clues.h"

namespace machtin {

// Of each feature, in order; data/all/body_trees.tsv speaks of them by these names.
const std::array<std::string_view, kBodyFeatures>& body_feature_names();

// Of each block. Cost: linear in blocks and elements.
std::vector<BodyFeatureValues> body_features(const HtmlBlocks& page, const PageClues& clues);

}  // namespace machtin

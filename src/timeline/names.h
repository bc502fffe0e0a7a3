#pragma once
// Who and what place a story is about, the weightiest first. Tested by report_test.cc.

#include <string>
#include <vector>

#include "timeline/telling.h"

namespace machtin {

std::vector<std::string> salient_people(const Telling& telling);
std::vector<std::string> salient_places(const Telling& telling);

}  // namespace machtin

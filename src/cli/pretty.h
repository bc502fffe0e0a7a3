#pragma once
// --pretty: what the JSON says, for people.

#include <string>

#include "json/contract.h"
#include "machtin/search.h"

namespace machtin {

std::string pretty_page(const Page& page, bool explain);
std::string pretty_facts(const FactsLine& line);
std::string pretty_story(const Story& story);
std::string pretty_hit(const SearchHit& hit);

}  // namespace machtin

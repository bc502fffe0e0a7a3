#pragma once
// Every object of the contract, out and in: the one place where field names are spelt. Offsets are
// code points in JSON, bytes in values; the turn is made here. Tested by contract_test.cc (round
// trips).

#include <optional>
#include <string>
#include <string_view>

#include "machtin/article.h"
#include "machtin/facts.h"
#include "machtin/result.h"
#include "machtin/search.h"
#include "machtin/story.h"

namespace machtin {

// One article with its facts, and what of its page the later stages need.
struct FactsLine {
  std::string input = {};
  std::optional<std::string> id_json = {};
  std::string page_key = {};
  std::optional<std::string> page_url = {};
  std::uint32_t article_index = 0;
  Article article = {};
  Facts facts = {};
  bool operator==(const FactsLine&) const = default;
};

struct JsonOptions {
  bool explain = false;  // published with "evidence"
};

// One line each, without the line feed.
std::string page_to_json(const Page& page, const JsonOptions& options = {});
std::string facts_to_json(const FactsLine& line, const JsonOptions& options = {});
std::string story_to_json(const Story& story);
std::string hit_to_json(const SearchHit& hit);
// Parts, as the archive keeps them: an article as `read` prints it, and the six lists of `facts`
// alone.
std::string article_to_json(const Article& article);
std::string facts_lists_to_json(const Facts& facts, const Article& article);

// Errors: kBadFormat, kWrongVersion. Every index and span read is checked: what comes back points
// into its text.
Result<Page> page_from_json(std::string_view json);
Result<FactsLine> facts_from_json(std::string_view json);
Result<Story> story_from_json(std::string_view json);
Result<Article> article_from_json(std::string_view json);
Result<Facts> facts_lists_from_json(std::string_view json, const Article& article);

}  // namespace machtin

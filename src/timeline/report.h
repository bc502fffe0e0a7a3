#pragma once
// The articles and facts of a story (or of a whole storyline) → its report: title, summary, dated
// steps with their sources, people, places, disagreements. Pure. Tested by report_test.cc.

#include <optional>
#include <string>
#include <vector>

#include "machtin/article.h"
#include "machtin/facts.h"
#include "machtin/story.h"
#include "story/linker.h"

namespace machtin {

struct StoryMember {
  ArticlePlace place = {};
  Article article = {};
  Facts facts = {};
  StoryLink link = {};
};

struct ReportTables;  // timeline/report_tables.h

// members: those of one story, in the order in which they were kept; for `timeline`, those of its
// whole storyline.
Story tell_story(const std::string& id, const std::vector<StoryMember>& members,
                 const ReportTables& tables);

}  // namespace machtin

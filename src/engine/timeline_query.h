#pragma once
// A query → the story that answers it best, its timeline told over its whole storyline. Serves the
// command and the site.

#include <optional>
#include <string>

#include "archive/archive.h"
#include "machtin/result.h"
#include "machtin/story.h"
#include "timeline/report.h"

namespace machtin {

// nullopt if nothing in the archive answers.
Result<std::optional<Story>> timeline_of(const Archive& archive, const std::string& query,
                                         const ReportTables& tables);

// The story with the articles and timeline of its whole storyline; the story itself if it stands
// alone.
Result<Story> with_storyline(const Archive& archive, const Story& story,
                             const ReportTables& tables);

}  // namespace machtin

// machtin timeline: the timeline of the story or storyline that best answers a query.
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/pretty.h"
#include "cli/stages.h"
#include "engine/timeline_query.h"

namespace machtin {

int run_timeline(const CommandLine& line) {
  const std::optional<Archive> archive = open_archive(line, OpenMode::kRead);
  if (!archive) return kSomeFailed;
  const std::optional<Engine> engine = load_engine(line);
  if (!engine) return kSomeFailed;
  const Result<std::optional<Story>> story =
      timeline_of(*archive, line.query, engine->report_tables());
  if (!story) {
    complain(*line.db, story.error());
    return kSomeFailed;
  }
  if (!*story) {
    complain(*line.db, "no story answers \"" + line.query + "\"");
    return kSomeFailed;
  }
  Output output;
  output.line(line.pretty ? pretty_story(**story) : story_to_json(**story));
  return output.finish() ? kAllDone : kSomeFailed;
}

}  // namespace machtin

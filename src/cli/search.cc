// machtin search: articles and stories that answer a query, best first.
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/pretty.h"
#include "cli/stages.h"

namespace machtin {

int run_search(const CommandLine& line) {
  const std::optional<Archive> archive = open_archive(line, OpenMode::kRead);
  if (!archive) return kSomeFailed;
  const Result<std::vector<SearchHit>> hits = archive->search(line.query, line.limit);
  if (!hits) {
    complain(*line.db, hits.error());
    return kSomeFailed;
  }
  Output output;
  for (const SearchHit& hit : *hits) output.line(line.pretty ? pretty_hit(hit) : hit_to_json(hit));
  return output.finish() ? kAllDone : kSomeFailed;
}

}  // namespace machtin

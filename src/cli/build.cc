// machtin build: inputs → archive.
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/stages.h"

namespace machtin {

int run_build(const CommandLine& line) {
  const std::optional<Engine> engine = load_engine(line);
  if (!engine) return kSomeFailed;
  std::optional<Archive> archive = open_archive(line, OpenMode::kWrite);
  if (!archive) return kSomeFailed;
  BuildCounts counts;
  const int status = build_into(*engine, *archive, *line.db, line, &counts);
  const Result<ArchiveStats> stats = archive->stats();
  if (!stats) {
    complain(*line.db, stats.error());
    return kSomeFailed;
  }
  Output output;
  output.line(std::to_string(counts.pages) + " pages read, " + std::to_string(counts.unchanged) +
              " of them unchanged; " + *line.db + " holds " + std::to_string(stats->articles) +
              " articles in " + std::to_string(stats->stories) + " stories");
  return output.finish() ? status : kSomeFailed;
}

}  // namespace machtin

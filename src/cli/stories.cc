// machtin stories: inputs, or an archive → stories. Inputs go through an archive in memory, so
// `stories X` tells what `build X` and `export stories` tell.
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/pretty.h"
#include "cli/stages.h"

namespace machtin {

int run_stories(const CommandLine& line) {
  int status = kAllDone;
  std::optional<Archive> archive;
  if (line.db) {
    archive = open_archive(line, OpenMode::kRead);
    if (!archive) return kSomeFailed;
  } else {
    const std::optional<Engine> engine = load_engine(line);
    if (!engine) return kSomeFailed;
    Result<Archive> in_memory = Archive::in_memory();
    if (!in_memory) {
      complain("stories", in_memory.error());
      return kSomeFailed;
    }
    archive = std::move(*in_memory);
    status = build_into(*engine, *archive, "stories", line, nullptr);
  }
  Output output;
  const Result<Done> told = archive->each_story([&](const Story& story) {
    output.line(line.pretty ? pretty_story(story) : story_to_json(story));
    return !output.failed();
  });
  if (!told) {
    complain(line.db.value_or("stories"), told.error());
    status = kSomeFailed;
  }
  return output.finish() ? status : kSomeFailed;
}

}  // namespace machtin

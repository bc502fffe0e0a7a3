#pragma once
// What several commands do with a record: read it to a page, or take up a line that machtin printed
// at the stage after its own.

#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "engine/builder.h"
#include "json/contract.h"
#include "machtin/machtin.h"
#include "page/record.h"

namespace machtin {

// The engine with the packs that the command line names; complains and gives nullopt if it cannot
// be had.
std::optional<Engine> load_engine(const CommandLine& line);

// A page of any record but a facts line.
Result<Page> page_of(const Engine& engine, const Record& record, const CommandLine& line);

// The facts of every article of a record; a facts line gives itself.
Result<std::vector<FactsLine>> facts_of(const Engine& engine, const Record& record,
                                        const CommandLine& line);

// A record made ready for the archive.
Result<PreparedPage> prepare(const Engine& engine, const Record& record, const CommandLine& line);

// Builds all inputs into the archive with progress. Returns the exit status; a failure of the
// archive ends it.
int build_into(const Engine& engine, Archive& archive, const std::string& archive_name,
               const CommandLine& line, BuildCounts* counts);

// The archive of --db; complains and gives nullopt if it cannot be opened.
std::optional<Archive> open_archive(const CommandLine& line, OpenMode mode);

}  // namespace machtin

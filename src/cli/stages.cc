#include "cli/stages.h"

#include "cli/output.h"
#include "cli/pipeline.h"

namespace machtin {

std::optional<Engine> load_engine(const CommandLine& line) {
  Result<Engine> engine = Engine::load({.overlays = line.packs});
  if (engine) return std::move(*engine);
  complain("--pack", engine.error());
  return std::nullopt;
}

Result<Page> page_of(const Engine& engine, const Record& record, const CommandLine& line) {
  switch (record.kind) {
    case RecordKind::kPageLine:
      return page_from_json(record.bytes);
    case RecordKind::kFactsLine:
      return Error{ErrorKind::kBadFormat,
                   "holds facts that machtin printed: give it to stories or build"};
    default:
      return engine.read_record(record, line.published);
  }
}

Result<std::vector<FactsLine>> facts_of(const Engine& engine, const Record& record,
                                        const CommandLine& line) {
  std::vector<FactsLine> lines;
  if (record.kind == RecordKind::kFactsLine) {
    Result<FactsLine> facts = facts_from_json(record.bytes);
    if (!facts) return facts.error();
    lines.push_back(std::move(*facts));
    return lines;
  }
  Result<Page> page = page_of(engine, record, line);
  if (!page) return page.error();
  std::uint32_t place = 0;
  for (Article& article : page->articles) {
    Facts facts = engine.facts(article);
    lines.push_back({page->input, page->id_json, page->key, page->url, place++, std::move(article),
                     std::move(facts)});
  }
  return lines;
}

Result<PreparedPage> prepare(const Engine& engine, const Record& record, const CommandLine& line) {
  if (record.kind == RecordKind::kFactsLine) {
    Result<FactsLine> facts = facts_from_json(record.bytes);
    if (!facts) return facts.error();
    return prepare_facts(engine, std::move(*facts));
  }
  Result<Page> page = page_of(engine, record, line);
  if (!page) return page.error();
  return prepare_page(engine, std::move(*page));
}

int build_into(const Engine& engine, Archive& archive, const std::string& archive_name,
               const CommandLine& line, BuildCounts* counts) {
  ArchiveBuilder builder(engine, archive, {.refresh = line.refresh});
  bool broken = false;
  const auto check = [&](const Result<Done>& done) {
    if (!done) complain(archive_name, done.error());
    broken = broken || !done;
    return done.has_value();
  };
  if (!check(builder.restore())) return kSomeFailed;
  Progress progress("pages");
  const int status = for_each_record<PreparedPage>(
      line, [&](const Record& record) { return prepare(engine, record, line); },
      [&](PreparedPage page) {
        progress.step();
        return check(builder.add(std::move(page)));
      });
  if (!broken) check(builder.finish());
  if (counts != nullptr) *counts = builder.counts();
  return broken ? kSomeFailed : status;
}

std::optional<Archive> open_archive(const CommandLine& line, OpenMode mode) {
  Result<Archive> archive = Archive::open(line.db.value_or(""), mode);
  if (archive) return std::move(*archive);
  complain(line.db.value_or(""), archive.error());
  return std::nullopt;
}

}  // namespace machtin

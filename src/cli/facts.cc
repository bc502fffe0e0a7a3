// machtin facts: pages → facts, an object an article.
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/pretty.h"
#include "cli/stages.h"

namespace machtin {

int run_facts(const CommandLine& line) {
  const std::optional<Engine> engine = load_engine(line);
  if (!engine) return kSomeFailed;
  Output output;
  Progress progress("pages");
  const int status = for_each_record<std::string>(
      line,
      [&](const Record& record) -> Result<std::string> {
        const Result<std::vector<FactsLine>> articles = facts_of(*engine, record, line);
        if (!articles) return articles.error();
        std::string out;
        for (const FactsLine& article : *articles) {
          if (!out.empty()) out += '\n';
          out += line.pretty ? pretty_facts(article)
                             : facts_to_json(article, {.explain = line.explain});
        }
        return out;
      },
      [&](const std::string& text) {
        progress.step();
        if (!text.empty()) output.line(text);
        return !output.failed();
      });
  return output.finish() ? status : kSomeFailed;
}

}  // namespace machtin

// machtin read: pages → articles.
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/pretty.h"
#include "cli/stages.h"
#include "json/signals_json.h"

namespace machtin {
namespace {

// The main article alone, for people who clean text. A page without one prints nothing.
std::string plain_article(const Page& page, bool markdown) {
  if (page.articles.empty() || page.articles.front().role != Role::kMain) return {};
  const Article& article = page.articles.front();
  std::string out = markdown && !article.title.empty() ? "# " + article.title : article.title;
  const auto paragraph = [&out](const std::string& text) {
    out += out.empty() ? text : "\n\n" + text;
  };
  if (article.lede) paragraph(markdown ? "**" + *article.lede + "**" : *article.lede);
  for (const std::string& text : article.paragraphs) paragraph(text);
  return out;
}

std::string printed(const Engine& engine, const Page& page, const CommandLine& line) {
  if (line.format != TextFormat::kJson)
    return plain_article(page, line.format == TextFormat::kMarkdown);
  if (line.pretty) return pretty_page(page, line.explain);
  std::string json = page_to_json(page, {.explain = line.explain});
  const std::optional<TextSignals> signals = engine.signals(page);
  return signals ? with_signals(std::move(json), *signals) : json;
}

}  // namespace

int run_read(const CommandLine& line) {
  const std::optional<Engine> engine = load_engine(line);
  if (!engine) return kSomeFailed;
  Output output;
  Progress progress("pages");
  bool first = true;
  const int status = for_each_record<std::string>(
      line,
      [&](const Record& record) -> Result<std::string> {
        if (record.kind == RecordKind::kPageLine)
          return Error{ErrorKind::kBadFormat,
                       "is a page that machtin printed: give it to facts, stories or build"};
        const Result<Page> page = page_of(*engine, record, line);
        if (!page) return page.error();
        return printed(*engine, *page, line);
      },
      [&](const std::string& text) {
        progress.step();
        if (line.format != TextFormat::kJson && !first)
          output.line("\f");  // parts one article from the next
        first = false;
        output.line(text);
        return !output.failed();
      });
  return output.finish() ? status : kSomeFailed;
}

}  // namespace machtin

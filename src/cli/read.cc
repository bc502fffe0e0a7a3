// machtin read: pages → articles.
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/pretty.h"
#include "cli/stages.h"
#include "json/signals_json.h"

namespace machtin {
namespace {

// The main article alone, for people who clean text; nullptr where the page has none.
const Article* main_article(const Page& page) {
  if (page.articles.empty() || page.articles.front().role != Role::kMain) return nullptr;
  return &page.articles.front();
}

std::string_view markdown_of(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::kHeading:
      return "## ";
    case ParagraphKind::kListItem:
      return "- ";
    case ParagraphKind::kQuote:
      return "> ";
  }
  return {};
}

std::string markdown_article(const Article& article) {
  std::string out;
  const auto paragraph = [&out](std::string_view mark, const std::string& text, bool same_list) {
    if (!out.empty()) out += same_list ? "\n" : "\n\n";
    out += mark;
    out += text;
  };
  if (!article.title.empty()) paragraph("# ", article.title, false);
  if (article.lede) paragraph("", "**" + *article.lede + "**", false);
  bool in_list = false;
  auto mark = article.marks.begin();
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    const bool marked = mark != article.marks.end() && mark->paragraph == i;
    const bool item = marked && mark->kind == ParagraphKind::kListItem;
    paragraph(marked ? markdown_of(mark->kind) : "", article.paragraphs[i], item && in_list);
    in_list = item;
    if (marked) ++mark;
  }
  return out;
}

std::string printed(const Engine& engine, const Page& page, const CommandLine& line) {
  if (line.format != TextFormat::kJson) {
    const Article* const article = main_article(page);
    if (article == nullptr) return {};
    return line.format == TextFormat::kMarkdown ? markdown_article(*article) : article->text;
  }
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

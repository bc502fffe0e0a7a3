// machtin export: what an archive holds, as JSON lines or CSV (RFC 4180, UTF-8, a header row).
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/stages.h"
#include "json/event_row.h"
#include "json/names.h"

namespace machtin {
namespace {

std::string csv_line(const std::vector<std::string>& fields) {
  std::string out;
  bool first = true;
  for (const std::string& field : fields) {
    if (!first) out += ',';
    first = false;
    if (field.find_first_of(",\"\r\n") == std::string::npos) {
      out += field;
      continue;
    }
    out += '"';
    for (const char c : field) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  out += '\r';  // the line's own feed follows
  return out;
}

std::vector<std::string> article_row(const KeptArticle& kept) {
  const Article& article = kept.article;
  return {article.key,
          kept.place.input,
          std::to_string(kept.place.article),
          kept.link.story,
          kept.link.storyline.value_or(""),
          std::string(name_of(article.role)),
          std::string(name_of(article.kind)),
          article.title,
          article.source.value_or(""),
          article.agency.value_or(""),
          article.published.value.value_or(""),
          std::string(name_of(article.published.precision)),
          article.url.value_or(""),
          article.language,
          kept.link.same_text_as.value_or(""),
          article.text};
}

const std::vector<std::string> kArticleColumns = {
    "key",    "input",  "article",   "story",     "storyline", "role",     "kind",         "title",
    "source", "agency", "published", "precision", "url",       "language", "same_text_as", "text"};
const std::vector<std::string> kStoryColumns = {"id",   "storyline", "title",         "first",
                                                "last", "articles",  "main_articles", "summary"};

std::vector<std::string> story_row(const Story& story) {
  std::size_t mains = 0;
  for (const StoryArticle& article : story.articles) mains += article.role == Role::kMain;
  std::string summary;
  for (const std::string& sentence : story.summary)
    summary += (summary.empty() ? "" : " ") + sentence;
  return {story.id,
          story.storyline.value_or(""),
          story.title,
          story.first.value_or(""),
          story.last.value_or(""),
          std::to_string(story.articles.size()),
          std::to_string(mains),
          summary};
}

std::string article_line(const KeptArticle& kept) {
  return facts_to_json({kept.place.input, std::nullopt, kept.page_key, kept.page_url,
                        kept.place.article, kept.article, kept.facts});
}

Result<Done> export_articles(const Archive& archive, bool csv, Output& output) {
  if (csv) output.line(csv_line(kArticleColumns));
  return archive.each_article([&](const KeptArticle& kept) {
    output.line(csv ? csv_line(article_row(kept)) : article_line(kept));
    return !output.failed();
  });
}

Result<Done> export_events(const Archive& archive, bool csv, Output& output) {
  if (csv) output.line(csv_line({event_columns().begin(), event_columns().end()}));
  return archive.each_article([&](const KeptArticle& kept) {
    const EventSource source{kept.article.key, kept.place.input, kept.link.story,
                             kept.place.article};
    for (const Event& event : kept.facts.events) {
      output.line(csv ? csv_line(event_row(source, kept.article, kept.facts, event))
                      : event_to_json(source, kept.article, kept.facts, event));
    }
    return !output.failed();
  });
}

Result<Done> export_stories(const Archive& archive, bool csv, Output& output) {
  if (csv) output.line(csv_line(kStoryColumns));
  return archive.each_story([&](const Story& story) {
    output.line(csv ? csv_line(story_row(story)) : story_to_json(story));
    return !output.failed();
  });
}

}  // namespace

int run_export(const CommandLine& line) {
  const std::optional<Archive> archive = open_archive(line, OpenMode::kRead);
  if (!archive) return kSomeFailed;
  const bool csv = line.export_format == ExportFormat::kCsv;
  Output output;
  Result<Done> done = Done{};
  switch (line.what) {
    case ExportWhat::kArticles:
      done = export_articles(*archive, csv, output);
      break;
    case ExportWhat::kEvents:
      done = export_events(*archive, csv, output);
      break;
    case ExportWhat::kStories:
      done = export_stories(*archive, csv, output);
      break;
  }
  if (!done) complain(*line.db, done.error());
  return output.finish() && done ? kAllDone : kSomeFailed;
}

}  // namespace machtin

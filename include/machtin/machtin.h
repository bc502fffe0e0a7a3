#pragma once
// Mạch Tin for embedders: start here.
//
//   auto engine = machtin::Engine::load({.languages = {"vi"}});   // immutable, shared by threads
//   auto page = engine->read(bytes, {.input = "page.html"});
//   auto facts = engine->facts(page->articles[0]);
//
// examples/embed/main.cc is a whole program.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "machtin/article.h"
#include "machtin/facts.h"
#include "machtin/result.h"
#include "machtin/signals.h"
#include "machtin/story.h"

namespace machtin {

struct EngineOptions {
  std::vector<std::string> languages =
      {};  // packs to load, the first is the default; empty: all that are compiled in
  std::vector<std::string> overlays =
      {};  // directories of a user's own tables, later ones over earlier ones
};

enum class DocumentKind { kRecognise, kHtml, kText, kArticle };

struct ReadOptions {
  std::string input = {};  // what to call the document in the output
  std::optional<std::string> url = {};
  std::optional<std::string> published = {};  // ISO 8601, of a document that does not say
  DocumentKind kind = DocumentKind::kRecognise;
  // Of the document, at most 1 GiB; peak use is about six times its size.
  std::size_t max_bytes = 32u << 20;
};

struct Record;        // page/record.h, for the program's own pipeline
struct StoryTables;   // story/story_tables.h
struct ReportTables;  // timeline/report_tables.h
struct StoryMember;   // timeline/report.h

class Engine {
 public:
  // Errors: kNotFound (no such pack), kBadFormat (a table of an overlay).
  static Result<Engine> load(const EngineOptions& options);
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  // One document, in any encoding → its articles, dated.
  //   bytes    the whole document; borrowed for the call, not kept
  //   Errors   kEmpty, kNotText, kTooLarge, kBadArgument (max_bytes over 1 GiB). Broken HTML is no
  //   error.
  // Pure, thread-safe.
  Result<Page> read(std::string_view bytes, const ReadOptions& options) const;
  // Pure, thread-safe.
  Facts facts(const Article& article) const;
  // What cleaners of corpora filter by; none of a page without a main article. Pure, thread-safe.
  std::optional<TextSignals> signals(const Page& page) const;

  // The program's own way in: a record of page/record.h.
  Result<Page> read_record(const Record& record, const std::optional<std::string>& published) const;
  const StoryTables& story_tables() const;
  const ReportTables& report_tables() const;
  // "0.1.0+vi-1+en-1": engine and packs, stands with what an archive keeps.
  const std::string& version() const;

 private:
  struct Tables;
  explicit Engine(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

}  // namespace machtin

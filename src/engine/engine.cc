// The stages put together: record → page → articles → dates, and article → facts, with the tables
// of each language.
#include <algorithm>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <span>

#include "article/article_tables.h"
#include "article/find_articles.h"
#include "article/text_signals.h"
#include "dating/date_articles.h"
#include "dating/dating_tables.h"
#include "dating/timestamp.h"
#include "engine/version.h"
#include "entity/link_entities.h"
#include "facts/entity_tables.h"
#include "facts/event_tables.h"
#include "facts/find_facts.h"
#include "language/number_tables.h"
#include "language/pack.h"
#include "language/time_tables.h"
#include "machtin/machtin.h"
#include "page/layout_tables.h"
#include "page/legacy_text.h"
#include "page/parsed_page.h"
#include "page/record.h"
#include "story/story_tables.h"
#include "timeline/report_tables.h"

namespace machtin {
namespace {

constexpr std::size_t kMostBytes = 1u << 30;  // spans count in 32 bits, and NFC may lengthen a text

// What only some commands need, loaded when it is first asked for: a start costs tens of
// milliseconds less. Threads may share it.
template <typename T>
class Lazy {
 public:
  using Load = std::function<Result<T>()>;
  explicit Lazy(Load load) : load_(std::move(load)) {}

  // For tables that a user laid over ours: the error, before anybody relies on them.
  std::optional<Error> check() const {
    load_once();
    return *loaded_ ? std::nullopt : std::optional(loaded_->error());
  }
  // Of tables that check() found good, or that are all compiled in: engine_test.cc sees to those.
  const T& get() const {
    load_once();
    if (!*loaded_) std::abort();
    return **loaded_;
  }

 private:
  void load_once() const {
    std::call_once(once_, [this] { loaded_.emplace(load_()); });
  }

  Load load_;
  mutable std::once_flag once_;
  mutable std::optional<Result<T>> loaded_ = {};
};

// Where what find_facts() borrows as FactTables is kept.
struct OwnedFactTables {
  NumberTables numbers = {};
  EntityTables entities = {};
  EventTables events = {};
};

struct LanguageTables {
  explicit LanguageTables(Lazy<OwnedFactTables>::Load load_facts) : facts(std::move(load_facts)) {}

  std::string code = {};
  SentenceTables sentences = {};
  TimeTables times = {};
  DatingTables dating = {};
  Lazy<OwnedFactTables> facts;
};

// Loads one table set into its place; the first error stands, with the pack's code.
template <typename Tables>
bool take(Tables& place, Result<Tables> loaded, const std::string& code,
          std::optional<Error>& error) {
  if (error) return false;
  if (!loaded) {
    error = Error{loaded.error().kind, "language pack " + code + ": " + loaded.error().message};
    return false;
  }
  place = std::move(*loaded);
  return true;
}

// The packs of the languages, in their order, and "all" behind them.
Result<std::vector<Pack>> load_packs(const EngineOptions& options) {
  std::vector<std::string> codes =
      options.languages.empty() ? known_languages() : options.languages;
  codes.emplace_back("all");
  std::vector<Pack> packs;
  for (const std::string& code : codes) {
    Result<Pack> pack = Pack::load(code, options.overlays);
    if (!pack) return pack.error();
    packs.push_back(std::move(*pack));
  }
  return packs;
}

Result<OwnedFactTables> load_fact_tables(const std::string& code,
                                         const std::vector<std::string>& overlays) {
  const Result<Pack> pack = Pack::load(code, overlays), all = Pack::load("all", overlays);
  if (!pack) return pack.error();
  if (!all) return all.error();
  OwnedFactTables tables;
  std::optional<Error> error;
  take(tables.numbers, NumberTables::load(*pack), code, error);
  take(tables.entities, EntityTables::load(*pack, *all), code, error);
  take(tables.events, EventTables::load(*pack, *all), code, error);
  if (error) return *error;
  return tables;
}

// Tables of all packs together.
template <typename T>
Result<T> load_from_packs(const EngineOptions& options) {
  const Result<std::vector<Pack>> packs = load_packs(options);
  if (!packs) return packs.error();
  T tables;
  std::optional<Error> error;
  take(tables, T::load(*packs), "all", error);
  if (error) return *error;
  return tables;
}

std::optional<Error> load_language(LanguageTables& tables, const Pack& pack) {
  tables.code = pack.code();
  tables.sentences = SentenceTables::load(pack);
  std::optional<Error> error;
  take(tables.times, TimeTables::load(pack), pack.code(), error);
  take(tables.dating, DatingTables::load(pack), pack.code(), error);
  return error;
}

// A loader names table and line; where a user has a table of that name, the line is likely theirs.
Error with_file(Error error, const std::vector<std::string>& overlays) {
  for (const std::string& overlay : overlays) {
    std::error_code ignored;
    for (std::filesystem::recursive_directory_iterator at(overlay, ignored), end;
         !ignored && at != end; at.increment(ignored)) {
      const std::string name = at->path().stem().string();
      const std::size_t found = error.message.find(name);
      if (at->path().extension() != ".tsv" || found == std::string::npos) continue;
      if (error.message.find(at->path().string()) != std::string::npos) return error;
      const std::size_t behind = found + name.size();
      if (behind < error.message.size() && error.message[behind] != ':' &&
          error.message[behind] != ',' && error.message[behind] != ' ' &&
          error.message[behind] != '.')
        continue;
      error.message += " (" + at->path().string() + ")";
      return error;
    }
  }
  return error;
}

std::optional<RecordKind> record_kind(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::kHtml:
      return RecordKind::kHtml;
    case DocumentKind::kText:
      return RecordKind::kText;
    case DocumentKind::kArticle:
      return RecordKind::kArticle;
    case DocumentKind::kRecognise:
      break;
  }
  return std::nullopt;
}

// The language of most of the page's articles; of as many, the one that stands first.
std::string language_of(const std::vector<FoundArticle>& articles) {
  std::map<std::string_view, std::size_t> counts;
  for (const FoundArticle& found : articles) ++counts[found.article.language];
  std::string best = "und";
  std::size_t most = 0;
  for (const FoundArticle& found : articles) {
    const std::size_t count = counts[found.article.language];
    if (count <= most) continue;
    best = found.article.language;
    most = count;
  }
  return best;
}

}  // namespace

struct Engine::Tables {
  explicit Tables(const EngineOptions& options)
      : links([options] { return load_from_packs<LinkTables>(options); }),
        reports([options] { return load_from_packs<ReportTables>(options); }) {}

  std::deque<LanguageTables> languages = {};  // the first is the default
  LayoutTables layouts = {};
  LegacyTables legacy = {};
  ArticleTables articles = {};
  Lazy<LinkTables> links;
  Lazy<ReportTables> reports;
  std::string version = {};

  std::optional<Error> check() const;
  const LanguageTables& of(std::string_view language) const {
    const auto found = std::find_if(languages.begin(), languages.end(),
                                    [&](const LanguageTables& t) { return t.code == language; });
    return found == languages.end() ? languages.front() : *found;
  }
};

Engine::Engine(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

// Everything that the constructor left to be loaded when it is asked for.
std::optional<Error> Engine::Tables::check() const {
  for (const LanguageTables& language : languages) {
    if (auto error = language.facts.check()) return error;
  }
  if (auto error = links.check()) return error;
  return reports.check();
}

Result<Engine> Engine::load(const EngineOptions& options) {
  const Result<std::vector<Pack>> packs = load_packs(options);
  if (!packs) return packs.error();
  const Pack& all = packs->back();
  auto tables = std::make_unique<Tables>(options);
  tables->version = std::string(kEngineVersion) + "+all-" + all.version();
  std::optional<Error> error;
  for (const Pack& pack : std::span(*packs).first(packs->size() - 1)) {
    LanguageTables& language =
        tables->languages.emplace_back([code = pack.code(), overlays = options.overlays] {
          return load_fact_tables(code, overlays);
        });
    if (!error) error = load_language(language, pack);
    tables->version += "+" + pack.code() + "-" + pack.version();
  }
  tables->layouts = LayoutTables::load(all);
  take(tables->legacy, LegacyTables::load(std::span(*packs).first(packs->size() - 1)), "all",
       error);
  take(tables->articles, ArticleTables::load(*packs), "all", error);
  if (!error && !options.overlays.empty()) error = tables->check();
  if (error) return with_file(*error, options.overlays);
  return Engine(std::unique_ptr<const Tables>(std::move(tables)));
}

Result<Page> Engine::read(std::string_view bytes, const ReadOptions& options) const {
  if (options.max_bytes > kMostBytes) {
    return Error{ErrorKind::kBadArgument, "max_bytes is over " + std::to_string(kMostBytes)};
  }
  if (bytes.size() > options.max_bytes) {
    return Error{ErrorKind::kTooLarge, "over " + std::to_string(options.max_bytes) + " bytes"};
  }
  Record record;
  record.input = options.input;
  record.url = options.url;
  record.kind =
      record_kind(options.kind)
          .value_or(recognise(bytes) == InputKind::kHtml ? RecordKind::kHtml : RecordKind::kText);
  record.bytes = std::string(bytes);
  return read_record(record, options.published);
}

Result<Page> Engine::read_record(const Record& record,
                                 const std::optional<std::string>& published) const {
  Result<ParsedPage> parsed = parse_page(record, tables_->layouts, tables_->legacy);
  if (!parsed) return parsed.error();
  FoundArticles found = find_articles(*parsed, tables_->articles);
  Page page;
  page.input = parsed->input;
  page.id_json = parsed->id_json;
  page.key = parsed->key;
  page.format = parsed->format;
  page.url = parsed->url;
  page.language = language_of(found.articles);
  const LanguageTables& language = tables_->of(page.language);
  const bool foreign = page.language != "und" && page.language != language.code;
  const std::vector<PublicationDate> dates =
      date_articles(found.articles, {.given = published, .foreign = foreign, .url = parsed->url},
                    language.dating, language.times);
  for (std::size_t i = 0; i < found.articles.size(); ++i) {
    page.articles.push_back(std::move(found.articles[i].article));
    page.articles.back().published = dates[i];
    if (found.articles[i].changed) {
      page.articles.back().modified = iso_of_line(*found.articles[i].changed, language.times,
                                                  foreign ? "" : language.dating.zone,
                                                  american_times(language.times, foreign, false));
    }
  }
  page.dropped = std::move(found.dropped);
  return page;
}

Facts Engine::facts(const Article& article) const {
  const LanguageTables& language = tables_->of(article.language);
  const OwnedFactTables& tables = language.facts.get();
  Facts facts = find_facts(article, {&language.sentences, &language.times, &tables.numbers,
                                     &tables.entities, &tables.events});
  link_entities(facts, tables_->links.get(), tables.entities.sounds);
  return facts;
}

std::optional<TextSignals> Engine::signals(const Page& page) const {
  return text_signals(page, tables_->articles);
}

const StoryTables& Engine::story_tables() const { return tables_->reports.get().words; }
const ReportTables& Engine::report_tables() const { return tables_->reports.get(); }
const std::string& Engine::version() const { return tables_->version; }

}  // namespace machtin

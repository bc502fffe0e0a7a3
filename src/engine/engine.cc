// The stages put together: record → page → articles → dates, and article → facts, with the tables
// of each language.
#include <algorithm>
#include <map>

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

struct LanguageTables {
  std::string code = {};
  SentenceTables sentences = {};
  TimeTables times = {};
  NumberTables numbers = {};
  DatingTables dating = {};
  EntityTables entities = {};
  EventTables events = {};
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

Result<LanguageTables> load_language(const Pack& pack, const Pack& all) {
  LanguageTables tables;
  tables.code = pack.code();
  tables.sentences = SentenceTables::load(pack);
  std::optional<Error> error;
  take(tables.times, TimeTables::load(pack), pack.code(), error);
  take(tables.numbers, NumberTables::load(pack), pack.code(), error);
  take(tables.dating, DatingTables::load(pack), pack.code(), error);
  take(tables.entities, EntityTables::load(pack, all), pack.code(), error);
  take(tables.events, EventTables::load(pack, all), pack.code(), error);
  if (error) return *error;
  return tables;
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
  std::vector<LanguageTables> languages = {};  // the first is the default
  LayoutTables layouts = {};
  LegacyTables legacy = {};
  ArticleTables articles = {};
  LinkTables links = {};
  StoryTables stories = {};
  ReportTables reports = {};
  std::string version = {};

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

Result<Engine> Engine::load(const EngineOptions& options) {
  const Result<Pack> all = Pack::load("all", options.overlays);
  if (!all) return all.error();
  auto tables = std::make_unique<Tables>();
  tables->version = std::string(kEngineVersion) + "+all-" + all->version();
  std::vector<Pack> packs;
  for (const std::string& code :
       options.languages.empty() ? known_languages() : options.languages) {
    Result<Pack> pack = Pack::load(code, options.overlays);
    if (!pack) return pack.error();
    Result<LanguageTables> language = load_language(*pack, *all);
    if (!language) return language.error();
    tables->languages.push_back(std::move(*language));
    tables->version += "+" + code + "-" + pack->version();
    packs.push_back(std::move(*pack));
  }
  std::optional<Error> error;
  tables->layouts = LayoutTables::load(*all);
  take(tables->legacy, LegacyTables::load(packs), "all", error);
  packs.push_back(*all);
  take(tables->articles, ArticleTables::load(packs), "all", error);
  take(tables->links, LinkTables::load(packs), "all", error);
  take(tables->stories, StoryTables::load(packs), "all", error);
  take(tables->reports, ReportTables::load(packs), "all", error);
  if (error) return *error;
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
                                                  foreign ? "" : language.dating.zone);
    }
  }
  page.dropped = std::move(found.dropped);
  return page;
}

Facts Engine::facts(const Article& article) const {
  const LanguageTables& language = tables_->of(article.language);
  Facts facts = find_facts(article, {&language.sentences, &language.times, &language.numbers,
                                     &language.entities, &language.events});
  link_entities(facts, tables_->links);
  return facts;
}

std::optional<TextSignals> Engine::signals(const Page& page) const {
  return text_signals(page, tables_->articles);
}

const StoryTables& Engine::story_tables() const { return tables_->stories; }
const ReportTables& Engine::report_tables() const { return tables_->reports; }
const std::string& Engine::version() const { return tables_->version; }

}  // namespace machtin

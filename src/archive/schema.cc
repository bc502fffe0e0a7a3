// A rollback journal, not a write-ahead log: readers of a log must make files beside the archive,
// and ours never write. The price is that a commit waits until running reads are done, and they for
// it: milliseconds each.
#include "archive/schema.h"

#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

namespace machtin {
namespace {

constexpr std::int64_t kApplicationId =
    0x4d746e31;                             // "Mtn1": tells an archive from other SQLite files
constexpr std::int64_t kSchemaVersion = 1;  // raised whenever a table changes

constexpr const char* kTables = R"sql(
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO meta VALUES ('generation', 0);

CREATE TABLE pages (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  url TEXT,
  revision INTEGER
);
CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES pages (id),
  digest TEXT NOT NULL,
  input TEXT NOT NULL,
  language TEXT NOT NULL,
  engine TEXT NOT NULL,
  UNIQUE (page, digest)
);
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL REFERENCES revisions (id),
  role INTEGER NOT NULL,
  title TEXT NOT NULL,
  published TEXT,
  source TEXT,
  features BLOB NOT NULL
);
CREATE TABLE facts (
  article INTEGER NOT NULL REFERENCES articles (id),
  revision INTEGER NOT NULL REFERENCES revisions (id),
  line TEXT NOT NULL,
  UNIQUE (article, revision)
);
CREATE TABLE links (
  article INTEGER PRIMARY KEY REFERENCES articles (id),
  story TEXT NOT NULL,
  storyline TEXT,
  same_text_as TEXT
);
CREATE INDEX links_story ON links (story);
CREATE INDEX links_storyline ON links (storyline) WHERE storyline IS NOT NULL;

CREATE TABLE stories (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  storyline TEXT,
  title TEXT NOT NULL,
  first TEXT,
  last TEXT,
  articles INTEGER NOT NULL,
  sources TEXT NOT NULL,
  source_count INTEGER NOT NULL,
  ranked INTEGER NOT NULL,
  rank REAL NOT NULL,
  lead TEXT NOT NULL,
  told TEXT NOT NULL
);
CREATE INDEX stories_rank ON stories (ranked, rank);
CREATE INDEX stories_storyline ON stories (storyline) WHERE storyline IS NOT NULL;
CREATE TABLE merges (younger TEXT PRIMARY KEY, older TEXT NOT NULL) WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (
  title, lede, body, title_folded, lede_folded, body_folded,
  tokenize = 'unicode61 remove_diacritics 0'
);
)sql";

// cache_spill: a batch that outgrows the cache would lock readers out before its commit.
constexpr const char* kWriterSettings =
    "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA cache_spill = OFF;"
    "PRAGMA foreign_keys = ON;";
// An archive may come from anywhere: its schema gets no rights.
constexpr const char* kSettings = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;";

Result<bool> is_empty(const Database& database) {
  const Result<std::int64_t> tables = database.number("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tables.error();
  return *tables == 0;
}

Result<Done> check(const Database& database) {
  const Result<std::int64_t> id = database.number("PRAGMA application_id");
  if (!id) return id.error();
  if (*id != kApplicationId) return Error{ErrorKind::kCorrupt, "is not an archive of machtin"};
  const Result<std::int64_t> version = database.number("PRAGMA user_version");
  if (!version) return version.error();
  if (*version != kSchemaVersion) {
    return Error{ErrorKind::kWrongVersion, "is an archive of schema " + std::to_string(*version) +
                                               "; this machtin reads schema " +
                                               std::to_string(kSchemaVersion)};
  }
  return Done{};
}

Result<Done> make_tables(const Database& database) {
  Result<Transaction> transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  // Another program may have made them while we waited for the lock.
  const Result<bool> empty = is_empty(database);
  if (!empty) return empty.error();
  if (*empty) {
    const std::string marks = "PRAGMA application_id = " + std::to_string(kApplicationId) +
                              "; PRAGMA user_version = " + std::to_string(kSchemaVersion) + ";";
    for (const char* sql : {kTables, marks.c_str()}) {
      if (const Result<Done> done = database.run(sql); !done) return done;
    }
  }
  return transaction->commit();
}

// A build killed while it committed leaves a journal that must be played back before anybody reads.
// That is the one write a reader does: it gives back the last whole batch, and makes no file.
Result<Done> roll_back(const std::string& path) {
  const Result<Database> writer = Database::open(path, SQLITE_OPEN_READWRITE);
  if (!writer) return writer.error();
  const Result<std::int64_t> tables = writer->number("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tables.error();
  return Done{};
}

Result<Database> open_reader(const std::string& path) {
  std::error_code failed;
  // SQLite cannot read past a journal it may not play back, and says only "unable to open".
  if (std::filesystem::exists(path + "-journal", failed)) {
    Result<Database> database = Database::open(path, SQLITE_OPEN_READONLY);
    const bool can_be_read = database && is_empty(*database).has_value();
    if (can_be_read) return database;
    const Result<Done> whole = roll_back(path);
    if (!whole) {
      if (whole.error().kind != ErrorKind::kUnreadable) return whole.error();
      return Error{ErrorKind::kUnreadable,
                   "a build was stopped half-way and the archive cannot be written to undo it"};
    }
  }
  return Database::open(path, SQLITE_OPEN_READONLY);
}

// The first 100 bytes tell what a file is before SQLite touches it: it would make a log beside one
// of another program that keeps one. https://www.sqlite.org/fileformat2.html, 1.3
Result<Done> check_header(const std::string& path, OpenMode mode) {
  std::array<char, 100> header = {};
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return Error{ErrorKind::kUnreadable,
                 "cannot be opened: " + std::generic_category().message(errno)};
  file.read(header.data(), header.size());
  const std::string_view bytes(header.data(), static_cast<std::size_t>(file.gcount()));
  if (bytes.empty() && mode == OpenMode::kWrite) return Done{};
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  constexpr std::string_view kId("Mtn1");
  if (bytes.size() < header.size() || bytes.substr(0, kMagic.size()) != kMagic ||
      bytes.substr(68, kId.size()) != kId) {
    return Error{ErrorKind::kCorrupt, "is not an archive of machtin"};
  }
  return Done{};
}

Result<Done> check_file(const std::string& path, OpenMode mode) {
  if (path.empty()) return Error{ErrorKind::kBadArgument, "no archive is named"};
  std::error_code failed;
  const std::filesystem::file_status status = std::filesystem::status(path, failed);
  if (status.type() == std::filesystem::file_type::not_found) {
    if (mode == OpenMode::kWrite) return Done{};
    return Error{ErrorKind::kNotFound, "there is no such archive"};
  }
  if (failed) return Error{ErrorKind::kUnreadable, failed.message()};
  if (std::filesystem::is_directory(status)) {
    return Error{ErrorKind::kUnreadable, "is a folder, not an archive"};
  }
  if (!std::filesystem::is_regular_file(status)) {
    return Error{ErrorKind::kUnreadable, "is not a regular file"};
  }
  if (std::filesystem::exists(path + "-journal", failed)) return Done{};  // not whole yet
  return check_header(path, mode);
}

}  // namespace

Result<Database> open_archive_in_memory() {
  Result<Database> database =
      Database::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY);
  if (!database) return database.error();
  if (const Result<Done> set = database->run(kSettings); !set) return set.error();
  if (const Result<Done> made = make_tables(*database); !made) return made.error();
  return database;
}

Result<Database> open_archive_file(const std::string& path, OpenMode mode) {
  if (const Result<Done> usable = check_file(path, mode); !usable) return usable.error();
  const std::string name = path.front() == ':' ? "./" + path : path;  // ":memory:" is a file too
  Result<Database> database =
      mode == OpenMode::kRead ? open_reader(name)
                              : Database::open(name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!database) return database.error();
  if (const Result<Done> set = database->run(kSettings); !set) return set.error();
  if (mode == OpenMode::kWrite) {
    if (sqlite3_db_readonly(database->handle(), "main") == 1) {
      return Error{ErrorKind::kUnreadable, "the archive cannot be written"};
    }
    const Result<bool> empty = is_empty(*database);
    if (!empty) return empty.error();
    if (*empty) {
      if (const Result<Done> made = make_tables(*database); !made) return made.error();
    }
  }
  if (const Result<Done> ours = check(*database); !ours) return ours.error();
  if (mode == OpenMode::kWrite) {
    if (const Result<Done> set = database->run(kWriterSettings); !set) return set.error();
  }
  return database;
}

}  // namespace machtin

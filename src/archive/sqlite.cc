#include "archive/sqlite.h"

#include <utility>

namespace machtin {
namespace {

// A build that commits holds the file for milliseconds; whoever waits longer is told.
constexpr int kBusyTimeoutMilliseconds = 2000;

}  // namespace

Error sqlite_error(int code, const char* detail) {
  const std::string why = detail == nullptr ? sqlite3_errstr(code) : detail;
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::kBusy, "the archive is locked by another program"};
    case SQLITE_NOTADB:
      return {ErrorKind::kCorrupt, "is not an archive"};
    case SQLITE_CORRUPT:
    case SQLITE_ERROR:  // a table or column that should be there is not
    case SQLITE_FORMAT:
      return {ErrorKind::kCorrupt, "the archive is damaged: " + why};
    case SQLITE_FULL:
      return {ErrorKind::kUnreadable, "the disk is full"};
    case SQLITE_READONLY:
      return {ErrorKind::kUnreadable, "the archive cannot be written: " + why};
    default:
      return {ErrorKind::kUnreadable, why};
  }
}

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  note(sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
  statement_.reset(statement);
}

void Statement::note(int code) {
  if (code_ == SQLITE_OK) code_ = code;
}

Statement& Statement::bind(std::string_view text) {
  if (code_ == SQLITE_OK) {
    // A null pointer would bind NULL where an empty text is meant.
    const char* data = text.empty() ? "" : text.data();
    note(sqlite3_bind_text64(statement_.get(), next_, data, text.size(), SQLITE_TRANSIENT,
                             SQLITE_UTF8));
  }
  ++next_;
  return *this;
}

Statement& Statement::bind(const std::optional<std::string>& text) {
  return text ? bind(std::string_view(*text)) : bind_null();
}

Statement& Statement::bind(std::int64_t number) {
  if (code_ == SQLITE_OK) note(sqlite3_bind_int64(statement_.get(), next_, number));
  ++next_;
  return *this;
}

Statement& Statement::bind(double number) {
  if (code_ == SQLITE_OK) note(sqlite3_bind_double(statement_.get(), next_, number));
  ++next_;
  return *this;
}

Statement& Statement::bind_blob(std::string_view bytes) {
  if (code_ == SQLITE_OK) {
    const char* data = bytes.empty() ? "" : bytes.data();
    note(sqlite3_bind_blob64(statement_.get(), next_, data, bytes.size(), SQLITE_TRANSIENT));
  }
  ++next_;
  return *this;
}

Statement& Statement::bind_null() {
  if (code_ == SQLITE_OK) note(sqlite3_bind_null(statement_.get(), next_));
  ++next_;
  return *this;
}

Result<bool> Statement::step() {
  if (code_ == SQLITE_OK) {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    code_ = code;
  }
  return sqlite_error(code_, sqlite3_errmsg(database_));
}

Result<Done> Statement::run() {
  const Result<bool> row = step();
  if (!row) return row.error();
  return Done{};
}

std::string Statement::text(int column) const {
  // sqlite3_column_bytes must follow the call that settles the encoding.
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::optional<std::string> Statement::optional_text(int column) const {
  if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) return std::nullopt;
  return text(column);
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

Result<Database> Database::open(const std::string& path, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database;
  database.handle_.reset(handle);
  if (code != SQLITE_OK) {
    return sqlite_error(code, handle == nullptr ? nullptr : sqlite3_errmsg(handle));
  }
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyTimeoutMilliseconds);
  return database;
}

Result<Done> Database::run(const char* sql) const {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return sqlite_error(code, sqlite3_errmsg(handle_.get()));
  return Done{};
}

Result<std::int64_t> Database::number(std::string_view sql) const {
  Statement query = prepare(sql);
  const Result<bool> row = query.step();
  if (!row) return row.error();
  return *row ? query.number(0) : 0;
}

Result<Transaction> Transaction::begin(const Database& database) {
  const Result<Done> begun = database.run("BEGIN IMMEDIATE");
  if (!begun) return begun.error();
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  if (database_ != nullptr)
    sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<Done> Transaction::commit() {
  Result<Done> done = database_->run("COMMIT");
  if (done) database_ = nullptr;
  return done;
}

}  // namespace machtin

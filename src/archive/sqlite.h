#pragma once
// SQLite behind values: a connection, a statement, a transaction that rolls back unless it is
// committed, and our Error for each of its result codes. Tested by sqlite_test.cc.
//
// A statement that could not be prepared or bound says so at its first step(), so that callers
// check in one place.

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "machtin/result.h"

namespace machtin {

// What an extended result code means to somebody who does not know SQLite.
Error sqlite_error(int code, const char* detail);

class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);  // borrows the connection

  // Values for ?1, ?2, … in order; text is copied.
  Statement& bind(std::string_view text);
  Statement& bind(const char* text) { return bind(std::string_view(text)); }
  Statement& bind(const std::string& text) { return bind(std::string_view(text)); }
  Statement& bind(const std::optional<std::string>& text);
  Statement& bind(std::int64_t number);
  Statement& bind(double number);
  Statement& bind_blob(std::string_view bytes);
  Statement& bind_null();

  Result<bool> step();  // true: there is a row to read
  Result<Done> run();   // steps once, for statements without rows

  std::string text(int column) const;
  std::optional<std::string> optional_text(int column) const;
  std::int64_t number(int column) const;
  double real(int column) const;

 private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  void note(int code);

  sqlite3* database_ = nullptr;
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  int next_ = 1;
  int code_ = SQLITE_OK;
};

class Database {
 public:
  // flags: those of sqlite3_open_v2.
  static Result<Database> open(const std::string& path, int flags);

  Statement prepare(std::string_view sql) const { return Statement(handle_.get(), sql); }
  // Several statements parted by ";", none of which gives rows.
  Result<Done> run(const char* sql) const;
  Result<std::int64_t> number(std::string_view sql) const;  // the one value of a query
  std::int64_t last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Closer {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  std::unique_ptr<sqlite3, Closer> handle_;
};

// BEGIN IMMEDIATE … COMMIT; rolled back where commit() was not reached.
class Transaction {
 public:
  static Result<Transaction> begin(const Database& database);
  ~Transaction();
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;

  Result<Done> commit();

 private:
  explicit Transaction(const Database& database) : database_(&database) {}
  const Database* database_ = nullptr;
};

}  // namespace machtin

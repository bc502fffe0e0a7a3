#include "archive/sqlite.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

Database in_memory() {
  Result<Database> database =
      Database::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY);
  EXPECT_TRUE(database);
  EXPECT_TRUE(database->run("CREATE TABLE t (a, b)"));
  return std::move(*database);
}

TEST(Statement, GivesBackWhatWasBound) {
  const Database database = in_memory();
  Statement insert = database.prepare("INSERT INTO t VALUES (?1, ?2), (?3, ?4)");
  insert.bind(std::string("nội dung")).bind(std::optional<std::string>());
  insert.bind("").bind(std::int64_t{-7});
  ASSERT_TRUE(insert.run());
  Statement query = database.prepare("SELECT a, b FROM t ORDER BY rowid");
  ASSERT_TRUE(*query.step());
  EXPECT_EQ(query.text(0), "nội dung");
  EXPECT_EQ(query.optional_text(1), std::nullopt);
  ASSERT_TRUE(*query.step());
  EXPECT_EQ(query.optional_text(0), "");
  EXPECT_EQ(query.number(1), -7);
  EXPECT_FALSE(*query.step());
}

TEST(Statement, TellsAtItsFirstStepWhatWasWrong) {
  const Database database = in_memory();
  const Result<bool> row = database.prepare("SELECT missing FROM t").bind("x").step();
  ASSERT_FALSE(row);
  EXPECT_EQ(row.error().kind, ErrorKind::kCorrupt);
}

TEST(Transaction, RollsBackUnlessCommitted) {
  const Database database = in_memory();
  {
    const Result<Transaction> transaction = Transaction::begin(database);
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(database.run("INSERT INTO t VALUES (1, 1)"));
  }
  EXPECT_EQ(*database.number("SELECT count(*) FROM t"), 0);
  Result<Transaction> transaction = Transaction::begin(database);
  ASSERT_TRUE(database.run("INSERT INTO t VALUES (1, 1)"));
  ASSERT_TRUE(transaction->commit());
  EXPECT_EQ(*database.number("SELECT count(*) FROM t"), 1);
}

struct CodeCase {
  int code;
  ErrorKind kind;
};
constexpr CodeCase kCodes[] = {
    {SQLITE_BUSY, ErrorKind::kBusy},           {SQLITE_BUSY_SNAPSHOT, ErrorKind::kBusy},
    {SQLITE_NOTADB, ErrorKind::kCorrupt},      {SQLITE_CORRUPT_VTAB, ErrorKind::kCorrupt},
    {SQLITE_FULL, ErrorKind::kUnreadable},     {SQLITE_IOERR_WRITE, ErrorKind::kUnreadable},
    {SQLITE_READONLY, ErrorKind::kUnreadable}, {SQLITE_CANTOPEN, ErrorKind::kUnreadable},
};

TEST(SqliteError, SaysWhoCanHelp) {
  for (const CodeCase& c : kCodes) EXPECT_EQ(sqlite_error(c.code, nullptr).kind, c.kind) << c.code;
}

}  // namespace
}  // namespace machtin

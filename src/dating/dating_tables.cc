#include "dating/dating_tables.h"

namespace machtin {

Result<DatingTables> DatingTables::load(const Pack& pack) {
  DatingTables tables;
  for (const TableRow& row : pack.table("dating").rows) {
    if (row[1] == "zone") {
      tables.zone = row[0];
    } else if (row[1] == "past") {
      for (const std::string& words : split_values(row[0])) tables.past.add(words, 0);
    } else if (row[1] == "future") {
      for (const std::string& words : split_values(row[0])) tables.future.add(words, 0);
    } else {
      return Error{ErrorKind::kBadFormat,
                   "dating, line " + std::to_string(row.line) + ": no such kind: " + row[1]};
    }
  }
  return tables;
}

}  // namespace machtin

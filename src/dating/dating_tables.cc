#include "dating/dating_tables.h"

namespace machtin {

Result<DatingTables> DatingTables::load(const Pack& pack) {
  DatingTables tables;
  for (const TableRow& row : pack.table("dating").rows) {
    if (row[1] == "zone") {
      tables.zone = row[0];
      continue;
    }
    PhraseTrie* trie = nullptr;
    if (row[1] == "past") trie = &tables.past;
    if (row[1] == "future") trie = &tables.future;
    if (row[1] == "open") trie = &tables.open;
    if (row[1] == "apart") trie = &tables.apart;
    if (row[1] == "as_of") trie = &tables.as_of;
    if (row[1] == "plan") trie = &tables.plan;
    if (row[1] == "back") trie = &tables.back;
    if (row[1] == "end") trie = &tables.end;
    if (row[1] == "since") trie = &tables.since;
    if (row[1] == "born") trie = &tables.born;
    if (row[1] == "until_now") trie = &tables.until_now;
    if (row[1] == "now") trie = &tables.now;
    if (trie == nullptr) {
      return Error{ErrorKind::kBadFormat,
                   "dating, line " + std::to_string(row.line) + ": no such kind: " + row[1]};
    }
    for (const std::string& words : split_values(row[0])) trie->add(words, 0);
  }
  return tables;
}

}  // namespace machtin

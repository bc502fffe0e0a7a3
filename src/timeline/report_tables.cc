// Tables → token keys and kinds.
#include "timeline/report_tables.h"

#include "language/token.h"

namespace machtin {
namespace {

std::vector<std::string> keys_of(std::string_view phrase) {
  std::vector<std::string> keys;
  for (Token& token : tokenize(phrase)) keys.push_back(std::move(token.key));
  return keys;
}

void load_phrases(const Table& table, std::vector<std::vector<std::string>>& phrases) {
  for (const TableRow& row : table.rows) {
    if (std::vector<std::string> keys = keys_of(row[0]); !keys.empty())
      phrases.push_back(std::move(keys));
  }
}

}  // namespace

Result<ReportTables> ReportTables::load(std::span<const Pack> packs) {
  Result<StoryTables> words = StoryTables::load(packs);
  if (!words) return words.error();
  ReportTables tables;
  tables.words = std::move(*words);
  for (const Pack& pack : packs) {
    load_phrases(pack.table("story_leaning_openings"), tables.leaning_openings);
    load_phrases(pack.table("story_furniture"), tables.furniture);
    for (const TableRow& row : pack.table("story_counted").rows) {
      if (row[1].empty()) {
        return Error{ErrorKind::kBadFormat,
                     "story_counted:" + std::to_string(row.line) + ": no kind for " + row[0]};
      }
      for (const std::string& form : split_values(row[0]))
        tables.counted_kinds.emplace_back(keys_of(form), row[1]);
    }
  }
  return tables;
}

}  // namespace machtin

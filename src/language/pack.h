#pragma once
// A language pack: the tables of data/<code>/, named in its manifest.tsv, compiled into the
// program, with a user's own tables (--pack DIR) laid over them. Tested by pack_test.cc.
//
// A table is tab-separated text: "#" begins a comment line, "-" alone is an empty column, "|" parts
// the values of one column. data/README.md lists every table with its columns, source and licence.
// An overlay DIR holds <code>/<table>.tsv: its rows come after ours, so where a reader keeps one
// row a key, the user's wins; a row whose first column is "!" followed by a key takes our rows with
// that first column away. Its folders and tables must be ours by name, and its rows as wide.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "machtin/result.h"

namespace machtin {

struct TableRow {
  std::vector<std::string> columns =
      {};        // at least as many as the table's widest row: short rows are padded with ""
  int line = 0;  // in the file it came from, for error messages
  const std::string& operator[](std::size_t i) const;  // "" past the end
};

struct Table {
  std::string name = {};  // as in the manifest: "headings"
  std::vector<TableRow> rows = {};
};

class Pack {
 public:
  // code: "vi", "en", or "all" for the tables that serve every language (event types, countries,
  // layouts). overlays: directories given with --pack, later ones over earlier ones. Errors:
  // kNotFound (no such pack; an overlay that is no folder, or holds a folder or a table that no
  // pack knows), kBadFormat (a table of an overlay that cannot be read: file, line, why).
  static Result<Pack> load(std::string_view code, const std::vector<std::string>& overlays = {});
  // A pack made from tables in memory: for tests.
  static Pack from_tables(std::string code, std::vector<Table> tables);

  const std::string& code() const { return code_; }
  std::vector<std::string> table_names() const;
  // The rows of a table; an empty table if this pack has none of that name. A compiled-in table is
  // parsed when it is first asked for: no command needs all of them, so a pack is for one thread.
  const Table& table(std::string_view name) const;
  std::string version()
      const;  // of the manifest's "version" row, stands with what the archive keeps

 private:
  struct Place {
    std::string name = {};
    std::string_view text = {};  // of a table that is not parsed yet
    std::optional<Table> table = {};
  };

  std::string code_;
  mutable std::vector<Place> tables_;
};

// A file of a pack that is no table: a learned model.
struct PackFile {
  std::string name = {};                          // where it comes from, for error messages
  std::string_view bytes = {};                    // lives as long as `owned`, or the program
  std::shared_ptr<const std::string> owned = {};  // null for what is compiled in
};
// data/models/<code>/NAME, or DIR/<code>/NAME of the last overlay DIR that has one. Cheap: no table
// is read. Errors: kNotFound (no such file, an overlay that is no folder), kUnreadable.
Result<PackFile> load_pack_file(std::string_view code, std::string_view name,
                                const std::vector<std::string>& overlays = {});

// The codes of the packs compiled in, without "all", in the order of data/languages.tsv: {"vi",
// "en"}.
std::vector<std::string> known_languages();

// "name \t a|b" text → rows. Errors name the line.
Result<Table> parse_table(std::string_view name, std::string_view text);

// The values of a column parted by "|"; none for an empty column.
std::vector<std::string> split_values(std::string_view column);

}  // namespace machtin

#include "language/pack.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "text/embedded.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/valid_utf8.h"

namespace machtin {
namespace {

const std::string kEmptyColumn;
const Table kEmptyTable;

std::optional<std::string_view> embedded_file(std::string_view name) {
  for (const EmbeddedFile& file : embedded_tables()) {
    if (file.name == name) return file.bytes;
  }
  return std::nullopt;
}

std::vector<std::string> columns_of(std::string_view line) {
  std::size_t count = 1;
  for (std::size_t tab = line.find('\t'); tab != std::string_view::npos;
       tab = line.find('\t', tab + 1))
    ++count;
  std::vector<std::string> columns(count);
  std::size_t begin = 0;
  for (std::string& column : columns) {
    const std::size_t tab = std::min(line.find('\t', begin), line.size());
    const bool empty = tab == begin || (tab == begin + 1 && line[begin] == '-');
    if (!empty) column.assign(line, begin, tab - begin);
    begin = tab + 1;
  }
  return columns;
}

std::string at_line(int number, std::string_view what) {
  return "line " + std::to_string(number) + " " + std::string(what);
}

// Of text in NFC without control signs.
Result<Table> parse_clean_table(std::string_view name, std::string_view text) {
  Table table{std::string(name), {}};
  constexpr std::size_t kBytesOfARow = 24;  // few have less
  table.rows.reserve(text.size() / kBytesOfARow + 1);
  int number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t feed = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, feed - begin);
    begin = feed + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos || line.front() == '#') continue;
    TableRow row{columns_of(line), number};
    if (row[0].empty())
      return Error{ErrorKind::kBadFormat, at_line(number, "has an empty first column")};
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::optional<std::size_t> first_broken_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_broken(c, at)) return at;
    at = c.next;
  }
  return std::nullopt;
}

Result<std::string> read_overlay_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{ErrorKind::kUnreadable, "cannot read " + path.string()};
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// How many columns the rows of a table have.
struct Columns {
  std::size_t fewest = 1, most = std::numeric_limits<std::size_t>::max();
};

Columns columns_in(const Table& table) {  // any number, where we have no row
  if (table.rows.empty()) return {};
  const auto [fewest, most] = std::minmax_element(
      table.rows.begin(), table.rows.end(),
      [](const TableRow& a, const TableRow& b) { return a.columns.size() < b.columns.size(); });
  return {fewest->columns.size(), most->columns.size()};
}

std::string counted_columns(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " column" : " columns");
}

// What is wrong with a row of a user's table, if anything is.
std::optional<std::string> wrong_row(TableRow& row, Columns ours) {
  if (row[0] == "!") {
    if (!row[1].empty()) return std::nullopt;
    return at_line(row.line, "takes away nothing: no key stands behind the !");
  }
  while (row.columns.size() > ours.most && row.columns.back().empty()) row.columns.pop_back();
  const std::size_t count = row.columns.size();
  if (count >= ours.fewest && count <= ours.most) return std::nullopt;
  return at_line(row.line,
                 "has " + counted_columns(count) + ", parted by tabs, where the table has ") +
         (ours.fewest == ours.most
              ? std::to_string(ours.most)
              : std::to_string(ours.fewest) + " to " + std::to_string(ours.most));
}

// The user's rows after ours; a row "!", key takes our rows of that key away.
Result<Done> lay_over(Table& table, Columns ours, Table overlay) {
  for (TableRow& row : overlay.rows) {
    if (const auto wrong = wrong_row(row, ours)) return Error{ErrorKind::kBadFormat, *wrong};
    if (row[0] == "!") {
      std::erase_if(table.rows, [&](const TableRow& our) { return our[0] == row[1]; });
    } else {
      table.rows.push_back(std::move(row));
    }
  }
  return Done{};
}

Result<Done> lay_over_file(Table& table, Columns ours, const std::filesystem::path& path) {
  const Result<std::string> text = read_overlay_file(path);
  if (!text) return text.error();
  Result<Table> overlay = parse_table(table.name, *text);
  const Result<Done> laid =
      overlay ? lay_over(table, ours, std::move(*overlay)) : Result<Done>(overlay.error());
  if (!laid) return Error{laid.error().kind, path.string() + ": " + laid.error().message};
  return Done{};
}

// Our table with DIR/<code>/<table>.tsv of each overlay DIR that has one.
Result<Table> laid_over(const std::string& name, std::string_view text, const std::string& code,
                        const std::vector<std::string>& overlays) {
  Result<Table> table = parse_clean_table(name, text);
  if (!table) return Error{table.error().kind, code + "/" + name + ": " + table.error().message};
  const Columns ours = columns_in(*table);
  for (const std::string& overlay : overlays) {
    const std::filesystem::path path = std::filesystem::path(overlay) / code / (name + ".tsv");
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) continue;
    if (const Result<Done> laid = lay_over_file(*table, ours, path); !laid) return laid.error();
  }
  return table;
}

std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> entries;
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error))
    entries.push_back(at->path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

// A table or model that no pack knows is a slip of the pen, and its rows would be missed in
// silence; other files (a README) may stand beside.
std::optional<std::string> unknown_file(std::string_view code, const std::filesystem::path& path) {
  const std::string extension = path.extension().string();
  if (extension != ".tsv" && extension != ".model") return std::nullopt;
  const std::string name = std::string(code) + "/" + path.filename().string();
  if (extension == ".tsv" && path.stem() != "manifest" && embedded_file(name)) return std::nullopt;
  if (extension == ".model" && embedded_file("models/" + name)) return std::nullopt;
  return path.string() + ": the pack " + std::string(code) +
         (extension == ".tsv" ? " has no table of this name" : " has no model of this name");
}

// Every folder of an overlay is a pack's, and every table in it one of that pack's.
Result<Done> check_overlay(const std::filesystem::path& overlay) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(overlay, ignored))
    return Error{ErrorKind::kNotFound, overlay.string() + " is no folder"};
  for (const std::filesystem::path& entry : entries_of(overlay)) {
    const std::string code = entry.filename().string();
    if (!std::filesystem::is_directory(entry, ignored)) {
      if (entry.extension() != ".tsv" && entry.extension() != ".model") continue;
      return Error{ErrorKind::kNotFound, entry.string() +
                                             ": stands in no language's folder, as in " +
                                             (overlay / "vi" / entry.filename()).string()};
    }
    if (code.starts_with('.')) continue;
    if (!embedded_file(code + "/manifest.tsv"))
      return Error{ErrorKind::kNotFound, entry.string() + ": no language pack \"" + code + "\""};
    for (const std::filesystem::path& file : entries_of(entry)) {
      if (const auto unknown = unknown_file(code, file))
        return Error{ErrorKind::kNotFound, *unknown};
    }
  }
  return Done{};
}

}  // namespace

const std::string& TableRow::operator[](std::size_t i) const {
  return i < columns.size() ? columns[i] : kEmptyColumn;
}

Result<Table> parse_table(std::string_view name, std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (is_clean_nfc(text)) return parse_clean_table(name, text);
  const auto line_of = [&](std::size_t at) {
    return 1 + static_cast<int>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  };
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
    return Error{ErrorKind::kBadFormat, at_line(line_of(nul), "holds a NUL byte")};
  if (const auto broken = first_broken_byte(text))
    return Error{ErrorKind::kBadFormat, at_line(line_of(*broken), "is not UTF-8")};
  return parse_clean_table(name, to_nfc(text));
}

std::vector<std::string> split_values(std::string_view column) {
  std::vector<std::string> values;
  for (std::size_t begin = 0; begin < column.size();) {
    const std::size_t bar = std::min(column.find('|', begin), column.size());
    if (bar > begin) values.emplace_back(column.substr(begin, bar - begin));
    begin = bar + 1;
  }
  return values;
}

Result<Pack> Pack::load(std::string_view code, const std::vector<std::string>& overlays) {
  const std::string folder = std::string(code) + "/";
  const std::optional<std::string_view> manifest_text = embedded_file(folder + "manifest.tsv");
  if (!manifest_text)
    return Error{ErrorKind::kNotFound, "no language pack \"" + std::string(code) + "\""};
  Result<Table> manifest = parse_clean_table("manifest", *manifest_text);
  if (!manifest) return manifest.error();
  for (const std::string& overlay : overlays) {
    if (const Result<Done> checked = check_overlay(overlay); !checked) return checked.error();
  }
  Pack pack;
  pack.code_ = std::string(code);
  for (const TableRow& row : manifest->rows) {
    if (row[0] == "version") continue;
    const std::optional<std::string_view> text = embedded_file(folder + row[1]);
    if (!text) return Error{ErrorKind::kNotFound, "pack " + pack.code_ + " has no file " + row[1]};
    Place place{row[0], *text, {}};
    if (!overlays.empty()) {
      Result<Table> table = laid_over(place.name, *text, pack.code_, overlays);
      if (!table) return table.error();
      place.table = std::move(*table);
    }
    pack.tables_.push_back(std::move(place));
  }
  pack.tables_.push_back({"manifest", {}, std::move(*manifest)});
  return pack;
}

Pack Pack::from_tables(std::string code, std::vector<Table> tables) {
  Pack pack;
  pack.code_ = std::move(code);
  for (Table& table : tables) {
    std::string name = table.name;
    pack.tables_.push_back({std::move(name), {}, std::move(table)});
  }
  return pack;
}

std::vector<std::string> Pack::table_names() const {
  std::vector<std::string> names;
  for (const Place& place : tables_) names.push_back(place.name);
  return names;
}

const Table& Pack::table(std::string_view name) const {
  const auto place =
      std::find_if(tables_.begin(), tables_.end(), [&](const Place& p) { return p.name == name; });
  if (place == tables_.end()) return kEmptyTable;
  if (!place->table) {
    Result<Table> parsed = parse_clean_table(place->name, place->text);
    // pack_test.cc sees to it that every compiled-in table can be parsed.
    place->table = parsed ? std::move(*parsed) : Table{place->name, {}};
  }
  return *place->table;
}

std::string Pack::version() const {
  for (const TableRow& row : table("manifest").rows) {
    if (row[0] == "version") return row[1];
  }
  return "0";
}

Result<PackFile> load_pack_file(std::string_view code, std::string_view name,
                                const std::vector<std::string>& overlays) {
  const std::string path = std::string(code) + "/" + std::string(name);
  std::error_code ignored;
  PackFile file{path, embedded_file("models/" + path).value_or(std::string_view()), nullptr};
  for (const std::string& overlay : overlays) {
    if (const Result<Done> checked = check_overlay(overlay); !checked) return checked.error();
    const std::filesystem::path theirs = std::filesystem::path(overlay) / path;
    if (!std::filesystem::exists(theirs, ignored)) continue;
    Result<std::string> bytes = read_overlay_file(theirs);
    if (!bytes) return bytes.error();
    file.owned = std::make_shared<const std::string>(std::move(*bytes));
    file.name = theirs.string();
    file.bytes = *file.owned;
  }
  if (file.name == path && file.bytes.empty())
    return Error{ErrorKind::kNotFound, "no file " + path + " in any language pack"};
  return file;
}

std::vector<std::string> known_languages() {
  std::vector<std::string> codes;
  if (const std::optional<std::string_view> text = embedded_file("languages.tsv")) {
    if (const Result<Table> table = parse_table("languages", *text)) {
      for (const TableRow& row : table->rows) codes.push_back(row[0]);
    }
  }
  return codes;
}

}  // namespace machtin

#include "language/pack.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "text/embedded.h"
#include "text/fold.h"

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
  std::vector<std::string> columns;
  for (std::size_t begin = 0;;) {
    const std::size_t tab = std::min(line.find('\t', begin), line.size());
    const std::string_view column = line.substr(begin, tab - begin);
    columns.push_back(column == "-" ? std::string() : to_nfc(column));
    if (tab == line.size()) return columns;
    begin = tab + 1;
  }
}

Result<std::string> read_overlay_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{ErrorKind::kUnreadable, "cannot read " + path.string()};
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// The user's rows after ours; a row "!", key takes our rows of that key away.
void lay_over(Table& table, Table overlay) {
  for (TableRow& row : overlay.rows) {
    if (row[0] == "!") {
      std::erase_if(table.rows, [&](const TableRow& ours) { return ours[0] == row[1]; });
    } else {
      table.rows.push_back(std::move(row));
    }
  }
}

Result<Done> lay_over_folder(std::vector<Table>& tables, const std::filesystem::path& folder) {
  for (Table& table : tables) {
    const std::filesystem::path path = folder / (table.name + ".tsv");
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) continue;
    const Result<std::string> text = read_overlay_file(path);
    if (!text) return text.error();
    Result<Table> overlay = parse_table(table.name, *text);
    if (!overlay)
      return Error{overlay.error().kind, path.string() + ": " + overlay.error().message};
    lay_over(table, std::move(*overlay));
  }
  return Done{};
}

}  // namespace

const std::string& TableRow::operator[](std::size_t i) const {
  return i < columns.size() ? columns[i] : kEmptyColumn;
}

Result<Table> parse_table(std::string_view name, std::string_view text) {
  Table table{std::string(name), {}};
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  int number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t feed = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, feed - begin);
    begin = feed + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find('\0') != std::string_view::npos) {
      return Error{ErrorKind::kBadFormat, "line " + std::to_string(number) + " holds a NUL byte"};
    }
    if (line.starts_with('#') || line.find_first_not_of(" \t") == std::string_view::npos) continue;
    TableRow row{columns_of(line), number};
    if (row[0].empty())
      return Error{ErrorKind::kBadFormat,
                   "line " + std::to_string(number) + " has an empty first column"};
    table.rows.push_back(std::move(row));
  }
  return table;
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
  Result<Table> manifest = parse_table("manifest", *manifest_text);
  if (!manifest) return manifest.error();
  Pack pack;
  pack.code_ = std::string(code);
  for (const TableRow& row : manifest->rows) {
    if (row[0] == "version") continue;
    const std::optional<std::string_view> text = embedded_file(folder + row[1]);
    if (!text) return Error{ErrorKind::kNotFound, "pack " + pack.code_ + " has no file " + row[1]};
    Result<Table> table = parse_table(row[0], *text);
    if (!table) return Error{table.error().kind, folder + row[1] + ": " + table.error().message};
    pack.tables_.push_back(std::move(*table));
  }
  pack.tables_.push_back(std::move(*manifest));
  for (const std::string& overlay : overlays) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(overlay, ignored))
      return Error{ErrorKind::kNotFound, overlay + " is no folder"};
    const Result<Done> laid =
        lay_over_folder(pack.tables_, std::filesystem::path(overlay) / pack.code_);
    if (!laid) return laid.error();
  }
  return pack;
}

Pack Pack::from_tables(std::string code, std::vector<Table> tables) {
  Pack pack;
  pack.code_ = std::move(code);
  pack.tables_ = std::move(tables);
  return pack;
}

const Table& Pack::table(std::string_view name) const {
  const auto found =
      std::find_if(tables_.begin(), tables_.end(), [&](const Table& t) { return t.name == name; });
  return found == tables_.end() ? kEmptyTable : *found;
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
    if (!std::filesystem::is_directory(overlay, ignored))
      return Error{ErrorKind::kNotFound, overlay + " is no folder"};
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

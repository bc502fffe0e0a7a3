// Consonants carry a name from one spelling to another; vowels are written in too many ways to
// tell anything. Tested by sounds_test.cc.
#include "language/sounds.h"

#include <algorithm>
#include <utility>

#include "text/fold.h"

namespace machtin {

Result<SoundTables> SoundTables::load(const Pack& pack) {
  SoundTables sounds;
  for (const TableRow& row : pack.table("transliteration").rows) {
    const bool near = row[2] == "near";
    const bool pair = row[0].size() == 1 && row[1].size() == 1;
    if ((!near && row[2] != "spelling") || (near && !pair))
      return Error{ErrorKind::kBadFormat, pack.code() + "/transliteration line " +
                                              std::to_string(row.line) +
                                              ": neither a spelling nor two sounds that are near"};
    if (near) {
      sounds.near.insert(row[0] + row[1]);
      sounds.near.insert(row[1] + row[0]);
    } else {
      sounds.spellings[row[0]] = row[1];
      sounds.longest = std::max(sounds.longest, row[0].size());
    }
  }
  return sounds;
}

std::string sounds_of(std::string_view folded, const SoundTables& tables) {
  std::string sounds;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t length = std::min(tables.longest, folded.size() - at);
    auto found = tables.spellings.end();
    for (; length > 0; --length) {
      found = tables.spellings.find(std::string(folded.substr(at, length)));
      if (found != tables.spellings.end()) break;
    }
    if (found != tables.spellings.end()) {
      for (const char sound : found->second) {
        if (sounds.empty() || sounds.back() != sound) sounds.push_back(sound);  // "ss" is one
      }
    }
    at += std::max<std::size_t>(length, 1);
  }
  return sounds;
}

double sound_distance(std::string_view a, std::string_view b, const SoundTables& tables) {
  constexpr std::size_t kLongest = 24;  // of a name; longer ones are compared by their beginning
  a = a.substr(0, kLongest);
  b = b.substr(0, kLongest);
  if (a.empty() || b.empty()) return 1;
  const auto swap = [&](char x, char y) {
    if (x == y) return 0.0;
    return tables.near.contains({x, y}) ? 0.5 : 1.0;
  };
  const auto leave_out = [](char sound) { return sound == 'r' || sound == 'l' ? 0.5 : 0.75; };
  std::vector<double> above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j < b.size(); ++j) above[j + 1] = above[j] + leave_out(b[j]);
  for (const char x : a) {
    row[0] = above[0] + leave_out(x);
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min(
          {above[j] + swap(x, b[j]), above[j + 1] + leave_out(x), row[j] + leave_out(b[j])});
    }
    std::swap(above, row);
  }
  return std::min(1.0, above[b.size()] / static_cast<double>(std::max(a.size(), b.size())));
}

std::string spelling_key(std::string_view name) {
  std::string joined;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool inside =
        at > 0 && at + 1 < name.size() && name[at - 1] != ' ' && name[at + 1] != ' ';
    if (name[at] != '-' || !inside) joined.push_back(name[at]);
  }
  return folded_name(joined);
}

}  // namespace machtin

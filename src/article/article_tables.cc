// Rows of the packs → look-ups. Tested by article_tables_test.cc.
#include "article/article_tables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

template <typename T>
std::optional<T> named(const std::string& name,
                       std::initializer_list<std::pair<const char*, T>> names) {
  for (const auto& [known, value] : names) {
    if (name == known) return value;
  }
  return std::nullopt;
}

Error bad_row(const Table& table, const TableRow& row, std::size_t column) {
  return {ErrorKind::kBadFormat, table.name + ": line " + std::to_string(row.line) +
                                     ": unknown value " + row[column] + " in column " +
                                     std::to_string(column + 1)};
}

// A table writes "#" for any number, which line_key() makes of one.
std::string key_of(std::string phrase) {
  for (char& c : phrase) {
    if (c == '#') c = '0';
  }
  return line_key(tokenize(phrase));
}

// Log odds are written with two decimals; std::from_chars reads them whatever the locale.
std::optional<float> number_in(const std::string& column) {
  float number = 0;
  const char* end = column.data() + column.size();
  const auto read = std::from_chars(column.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

void add_phrases(PhraseTrie& trie, const Table& table) {
  for (const TableRow& row : table.rows) trie.add(row[0], 0);
}

void add_words(std::unordered_set<std::string>& words, const Table& table) {
  for (const TableRow& row : table.rows) words.insert(key_of(row[0]));
}

std::optional<DropReason> drop_reason(const std::string& name) {
  return named<DropReason>(name, {{"menu", DropReason::kMenu},
                                  {"share", DropReason::kShare},
                                  {"ad", DropReason::kAd},
                                  {"comment", DropReason::kComment},
                                  {"tags", DropReason::kTags},
                                  {"other", DropReason::kOther}});
}

std::optional<Error> add_furniture(ArticleTables& tables, const Table& table) {
  for (const TableRow& row : table.rows) {
    const auto why = drop_reason(row[1]);
    if (!why) return bad_row(table, row, 1);
    const auto match = named<FurnitureMatch>(row[2], {{"whole", FurnitureMatch::kWhole},
                                                      {"start", FurnitureMatch::kStart},
                                                      {"label", FurnitureMatch::kLabel},
                                                      {"sentence", FurnitureMatch::kSentence}});
    if (!match) return bad_row(table, row, 2);
    tables.furniture.add(key_of(row[0]), static_cast<std::uint32_t>(tables.furniture_rules.size()));
    tables.furniture_rules.push_back({*why, *match, row[3] == "opinion"});
  }
  return std::nullopt;
}

std::optional<Error> add_furniture_words(ArticleTables& tables, const Table& table) {
  for (const TableRow& row : table.rows) {
    const auto why = drop_reason(row[1]);
    if (!why) return bad_row(table, row, 1);
    tables.furniture_words.insert_or_assign(key_of(row[0]), *why);
  }
  return std::nullopt;
}

std::optional<Error> add_genres(ArticleTables& tables, const Table& table) {
  for (const TableRow& row : table.rows) {
    const auto kind = named<ArticleKind>(row[1], {{"news", ArticleKind::kNews},
                                                  {"video", ArticleKind::kVideo},
                                                  {"photo", ArticleKind::kPhoto},
                                                  {"live", ArticleKind::kLive},
                                                  {"opinion", ArticleKind::kOpinion}});
    if (!kind) return bad_row(table, row, 1);
    if (row[2] != "any" && row[2] != "bracket") return bad_row(table, row, 2);
    tables.genres.add(row[0], static_cast<std::uint32_t>(tables.genre_rules.size()));
    tables.genre_rules.push_back({*kind, row[2] == "bracket"});
  }
  return std::nullopt;
}

std::optional<Error> add_bylines(ArticleTables& tables, const Table& table) {
  for (const TableRow& row : table.rows) {
    const auto names = named<BylineNames>(row[1], {{"author", BylineNames::kAuthor},
                                                   {"agency", BylineNames::kAgency},
                                                   {"join", BylineNames::kJoin},
                                                   {"other", BylineNames::kOther},
                                                   {"nobody", BylineNames::kNobody},
                                                   {"note", BylineNames::kNote}});
    if (!names) return bad_row(table, row, 1);
    if (row[2] != "yes" && row[2] != "no") return bad_row(table, row, 2);
    tables.bylines.add(row[0], static_cast<std::uint32_t>(tables.byline_rules.size()));
    tables.byline_rules.push_back({*names, row[2] == "yes"});
  }
  return std::nullopt;
}

std::optional<Error> add_date_words(ArticleTables& tables, const Table& table) {
  for (const TableRow& row : table.rows) {
    if (row[1] == "update") {
      tables.update_labels.add(row[0], 0);
      continue;
    }
    if (row[1] != "with" && row[1] != "ago" && row[1] != "month") return bad_row(table, row, 1);
    if (row[1] != "month") {
      tables.date_words.insert_or_assign(key_of(row[0]), row[1] == "ago");
      continue;
    }
    const std::optional<float> number = number_in(row[2]);
    if (!number || *number < 1 || *number > 12) return bad_row(table, row, 2);
    tables.months.insert_or_assign(matching_key(row[0]), static_cast<int>(*number));
    // A month of one language may be another word of the next: "ago" is short for August in
    // Spanish.
    tables.date_words.try_emplace(key_of(row[0]), false);
  }
  return std::nullopt;
}

// How much a syllable tells: ln(N/df), counted in the table's corpus.
void add_weights(ArticleTables& tables, const Table& table) {
  float articles = 0;
  float rarest = 0;
  for (const TableRow& row : table.rows) {
    const float count = number_in(row[1]).value_or(0);
    if (row[0] == "*") articles = count;
    if (articles <= 0 || count <= 0 || row[0].find(' ') != std::string::npos) continue;
    const float weight = std::log(articles / count);
    tables.weights.insert_or_assign(row[0], weight);
    rarest = std::max(rarest, weight);
  }
  tables.rare_weight = std::max(tables.rare_weight, rarest);
}

void add_letters(std::u32string& letters, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    letters += c.value;
    at = c.next;
  }
  std::sort(letters.begin(), letters.end());
}

// "0400-052F|0500": hexadecimal.
std::optional<LetterRanges> ranges_in(std::string_view column) {
  LetterRanges ranges;
  for (std::size_t at = 0; at <= column.size();) {
    const std::string_view part = column.substr(at, column.find('|', at) - at);
    at += part.size() + 1;
    std::array<std::uint32_t, 2> ends{};
    const char* from = part.data();
    for (std::uint32_t& end : ends) {
      const auto read = std::from_chars(from, part.data() + part.size(), end, 16);
      if (read.ec != std::errc()) return std::nullopt;
      from = read.ptr + (read.ptr < part.data() + part.size());
    }
    ranges.push_back({ends[0], ends[1]});
  }
  return ranges;
}

// "іїєґ", "ぁ-ヿ".
LetterRanges letters_in(std::string_view column) {
  LetterRanges ranges;
  bool to = false;
  for (std::size_t at = 0; at < column.size();) {
    const CodePoint c = code_point_at(column, at);
    at = c.next;
    if (c.value == '-') {
      to = true;
    } else if (std::exchange(to, false) && !ranges.empty()) {
      ranges.back().last = c.value;
    } else {
      ranges.push_back({c.value, c.value});
    }
  }
  return ranges;
}

std::optional<Error> add_scripts(ArticleTables& tables, const Table& table) {
  std::string_view last;
  for (const TableRow& row : table.rows) {
    if (row[1] != last) {
      auto letters = ranges_in(row[1]);
      if (!letters) return bad_row(table, row, 1);
      tables.scripts.push_back({std::move(*letters), {}});
      last = row[1];
    }
    ScriptLanguage language{row[0], {}, 0};
    if (!row[2].empty()) {
      const auto share = number_in(row[3]);
      if (!share || *share <= 0) return bad_row(table, row, 3);
      language.own = letters_in(row[2]);
      language.least_share = *share;
    }
    tables.scripts.back().languages.push_back(std::move(language));
  }
  return std::nullopt;
}

}  // namespace

std::string line_key(std::span<const Token> tokens) {
  std::string key;
  for (const Token& token : tokens) {
    if (token.shape == Shape::kPunctuation) continue;
    if (!key.empty()) key += ' ';
    key += token.shape == Shape::kNumber ? "#" : token.key;
  }
  return key;
}

Result<ArticleTables> ArticleTables::load(std::span<const Pack> packs) {
  ArticleTables tables;
  for (const Pack& pack : packs) {
    add_words(tables.headings, pack.table("headings"));
    add_words(tables.heading_words, pack.table("heading_words"));
    add_phrases(tables.credits, pack.table("credits"));
    add_phrases(tables.caption_labels, pack.table("caption_labels"));
    add_phrases(tables.link_labels, pack.table("link_labels"));
    add_phrases(tables.publishers, pack.table("publishers"));
    add_words(tables.breadcrumb_homes, pack.table("breadcrumb_homes"));
    add_words(tables.surnames, pack.table("surnames"));
    add_weights(tables, pack.table("document_frequency"));
    for (const TableRow& row : pack.table("caption_words").rows) {
      const auto weight = number_in(row[1]);
      if (!weight) return bad_row(pack.table("caption_words"), row, 1);
      tables.caption_words.insert_or_assign(row[0], *weight);
    }
    for (const auto& error :
         {add_furniture(tables, pack.table("furniture")),
          add_furniture_words(tables, pack.table("furniture_words")),
          add_genres(tables, pack.table("genre_tags")), add_bylines(tables, pack.table("bylines")),
          add_date_words(tables, pack.table("date_words")),
          add_scripts(tables, pack.table("scripts"))}) {
      if (error) return *error;
    }
    if (!pack.table("line_weights").rows.empty()) {
      Result<LineModel> model = LineModel::from_table(pack.table("line_weights"));
      if (!model) return model.error();
      tables.line_model = std::move(*model);
    }
    constexpr std::size_t kMostLanguages = 64;
    std::unordered_set<std::string> function_words;
    add_words(function_words, pack.table("stop_words"));
    if (function_words.empty() || tables.languages.size() == kMostLanguages) continue;
    for (const std::string& word : function_words)
      tables.function_words[word] |= std::uint64_t{1} << tables.languages.size();
    LanguageWords& words = tables.languages.emplace_back();
    words.code = pack.code();
    words.slugs_apart = !pack.table("slugs").rows.empty();
    for (const TableRow& row : pack.table("own_letters").rows)
      add_letters(words.own_letters, row[0]);
  }
  return tables;
}

}  // namespace machtin

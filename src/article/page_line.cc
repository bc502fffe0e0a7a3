// The parts of a line, found by its tokens alone. Tested by page_line_test.cc.
#include "article/page_line.h"

#include <algorithm>
#include <span>
#include <utility>

#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

using Tokens = std::vector<Token>;

bool is_word(const Token& token) { return token.shape != Shape::kPunctuation; }

bool is_sign(const Tokens& tokens, std::size_t at, std::string_view signs) {
  return at < tokens.size() && tokens[at].shape == Shape::kPunctuation &&
         signs.find(tokens[at].key) != std::string_view::npos;
}

bool is_dash(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() &&
         (tokens[at].key == "-" || tokens[at].key == "–" || tokens[at].key == "—");
}

// Letters a word, particles with it, of a script that sets no spaces between words: Chinese and
// Japanese; Thai, Lao, Burmese and Khmer; 0 of all others.
std::size_t letters_of_spaceless_word(char32_t c) {
  const bool ideograph = (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
                         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
  if (ideograph) return 3;
  const bool indic =
      (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF);
  return indic ? 5 : 0;
}

// What has no spaces between words counts by its letters.
std::size_t words_in(const Token& token) {
  if (!is_word(token)) return 0;
  const auto wide = std::find_if(token.key.begin(), token.key.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xE0;  // a letter of three bytes and more
  });
  if (wide == token.key.end()) return 1;
  const auto at = static_cast<std::size_t>(wide - token.key.begin());
  const std::size_t word = letters_of_spaceless_word(code_point_at(token.key, at).value);
  return word == 0 ? 1 : std::max<std::size_t>(1, count_code_points(token.key) / word);
}

std::size_t count_words(const Tokens& tokens, std::size_t begin, std::size_t end) {
  std::size_t words = 0;
  for (std::size_t i = begin; i < end && i < tokens.size(); ++i) words += words_in(tokens[i]);
  return words;
}

ByteSpan between(const PageLine& line, std::size_t begin, std::size_t end) {
  if (begin >= end || begin >= line.tokens.size()) return {};
  return {line.tokens[begin].span.begin,
          line.tokens[std::min(end, line.tokens.size()) - 1].span.end};
}

ByteSpan rest_from(const PageLine& line, std::size_t token) {
  const std::uint32_t begin = token < line.tokens.size()
                                  ? line.tokens[token].span.begin
                                  : static_cast<std::uint32_t>(line.text.size());
  return trimmed(line.text, {begin, static_cast<std::uint32_t>(line.text.size())});
}

// The token after a name written without spaces: "VOV.VN", "Vietnam+", "TTXVN/Vietnam", "A.X".
std::size_t end_of_chain(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size() || !is_word(tokens[at])) return at;
  std::size_t end = at + 1;
  while (end + 1 < tokens.size() && !tokens[end].space_before && tokens[end].key == "." &&
         !tokens[end + 1].space_before && is_word(tokens[end + 1])) {
    end += 2;
  }
  if (end < tokens.size() && !tokens[end].space_before && tokens[end].key == "+") ++end;
  return end;
}

bool is_domain(const Tokens& tokens, std::size_t at, std::size_t end) {
  if (end < at + 3) return false;
  static constexpr std::string_view kEndings[] = {"vn", "com", "net", "org", "info", "tv", "uk"};
  return std::find(std::begin(kEndings), std::end(kEndings), tokens[end - 1].key) !=
         std::end(kEndings);
}

// Two to eight capitals: "TTO", "NLĐO".
bool is_acronym(const Token& token) {
  return token.shape == Shape::kUpper && count_code_points(token.key) >= 2 &&
         count_code_points(token.key) <= 8;
}

// The end of the publisher's name, domain or acronym at `at`; `known` when a table or the form
// "name.vn" vouches for it.
struct NameEnd {
  std::size_t end = 0;
  bool known = false;
};
NameEnd end_of_publisher(const Tokens& tokens, std::size_t at, const ArticleTables& tables) {
  if (at >= tokens.size() || !is_capital(tokens[at])) {
    const std::size_t chain = end_of_chain(tokens, at);
    return is_domain(tokens, at, chain) ? NameEnd{chain, true} : NameEnd{at, false};
  }
  const std::size_t chain = end_of_chain(tokens, at);
  if (is_domain(tokens, at, chain)) return {chain, true};
  if (const auto match = tables.publishers.match(tokens, at)) return {at + match->tokens, true};
  if (is_acronym(tokens[at])) return {at + 1, false};
  return {at, false};
}

bool all_capital(const Tokens& tokens, std::size_t begin, std::size_t end) {
  bool any = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens[i].shape == Shape::kNumber || !is_word(tokens[i])) continue;
    if (!is_capital(tokens[i])) return false;
    any = true;
  }
  return any;
}

// "(X)" at token `open`: the token after the closing bracket, or `open`.
std::size_t end_of_brackets(const Tokens& tokens, std::size_t open, std::size_t most) {
  if (!is_sign(tokens, open, "([")) return open;
  for (std::size_t i = open + 1; i < tokens.size() && i <= open + most; ++i) {
    if (is_sign(tokens, i, ")]")) return i > open + 1 ? i + 1 : open;
  }
  return open;
}

// "(PLVN) -", "(TNO) …", "Hà Nội (TTXVN) -": brackets at token `open`.
std::optional<Slug> slug_in_brackets(const PageLine& line, std::size_t open,
                                     const ArticleTables& tables) {
  const Tokens& tokens = line.tokens;
  const std::size_t close = end_of_brackets(tokens, open, 8);
  if (close == open) return std::nullopt;
  const std::size_t inside_end = close - 1;
  if (!is_capital(tokens[open + 1])) return std::nullopt;
  for (std::size_t i = open + 1; i < inside_end; ++i) {
    if (is_sign(tokens, i, ":;?!,")) return std::nullopt;
  }
  const bool dash = is_dash(tokens, close) || is_sign(tokens, close, ":|");
  const NameEnd name = end_of_publisher(tokens, open + 1, tables);
  const bool known = name.known && name.end == inside_end;
  const bool acronym = inside_end == open + 2 && is_acronym(tokens[open + 1]);
  if (!dash && !known && !acronym) return std::nullopt;
  if (count_words(tokens, close, tokens.size()) < 3) return std::nullopt;
  Slug slug;
  slug.agency = between(line, open + 1, inside_end);
  slug.end = rest_from(line, close + (dash ? 1 : 0)).begin;
  slug.sure = dash || known;
  if (open > 0) slug.place = trimmed(line.text, between(line, 0, open));
  return slug;
}

// "TTO - …", "Baoquocte.vn. …": a name at the start, a dash or a full stop behind it.
std::optional<Slug> bare_slug(const PageLine& line, const ArticleTables& tables) {
  const Tokens& tokens = line.tokens;
  const NameEnd name = end_of_publisher(tokens, 0, tables);
  if (name.end == 0 || name.end + 3 >= tokens.size()) return std::nullopt;
  const bool dash = is_dash(tokens, name.end) &&
                    (tokens[name.end].space_before || tokens[name.end + 1].space_before);
  const bool stop = tokens[name.end].key == "." && tokens[name.end + 1].space_before;
  const bool other = is_sign(tokens, name.end, "|:");
  if (!dash && !stop && !(other && name.known)) return std::nullopt;
  if (count_words(tokens, name.end, tokens.size()) < 3) return std::nullopt;
  return Slug{.agency = between(line, 0, name.end),
              .place = {},
              .end = rest_from(line, name.end + 1).begin,
              .sure = name.known && !other};
}

std::optional<Slug> place_slug(const PageLine& line, const ArticleTables& tables) {
  const Tokens& tokens = line.tokens;
  for (std::size_t open = 1; open < tokens.size() && open <= 8; ++open) {
    if (!is_sign(tokens, open, "(")) continue;
    if (!all_capital(tokens, 0, open)) return std::nullopt;
    const auto slug = slug_in_brackets(line, open, tables);
    const std::size_t close = end_of_brackets(tokens, open, 8);
    if (!slug || close >= tokens.size() || !is_dash(tokens, close)) return std::nullopt;
    return slug;
  }
  return std::nullopt;
}

// » alone is a joining sign; with a « for each it is a quotation mark.
bool has_guillemet_pairs(std::string_view text) {
  std::ptrdiff_t more = 0;
  for (const std::string_view sign : {"«", "»"}) {
    for (std::size_t at = text.find(sign); at != std::string_view::npos;
         at = text.find(sign, at + 1))
      more += sign == "«" ? 1 : -1;
  }
  return more == 0;
}

}  // namespace

ByteSpan trimmed(std::string_view text, ByteSpan span) {
  static constexpr std::u32string_view kJoining = U"-–—|:,;·•/>*";
  const bool quotes = has_guillemet_pairs(slice(text, span));
  const auto cut = [quotes](char32_t c) {
    return is_space(c) || kJoining.find(c) != std::u32string_view::npos || (c == U'»' && !quotes);
  };
  while (span.begin < span.end) {
    const CodePoint c = code_point_at(text, span.begin);
    if (!cut(c.value)) break;
    span.begin = static_cast<std::uint32_t>(c.next);
  }
  while (span.begin < span.end) {
    const CodePoint c = code_point_before(text, span.end);
    if (!cut(c.value)) break;
    span.end = static_cast<std::uint32_t>(c.next);
  }
  return span;
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if ((class_of(c.value) & (kLetterClass | kDigitClass)) != 0) return true;
    at = c.next;
  }
  return false;
}

bool is_capital(const Token& token) {
  return token.shape == Shape::kCapitalised || token.shape == Shape::kUpper ||
         token.shape == Shape::kMixed;
}

PageLine make_line(std::string text, const ArticleTables& tables) {
  PageLine line;
  line.text = std::move(text);
  line.tokens = tokenize(line.text);
  line.words = static_cast<int>(count_words(line.tokens, 0, line.tokens.size()));
  const auto genre = find_genre_tag(line, tables);
  line.core_key = folded_title(genre ? slice(line.text, genre->rest) : std::string_view(line.text));
  return line;
}

std::optional<GenreTag> find_genre_tag(const PageLine& line, const ArticleTables& tables) {
  const Tokens& tokens = line.tokens;
  if (tokens.size() < 4) return std::nullopt;
  if (is_sign(tokens, 0, "[(<{")) {
    const auto match = tables.genres.match(tokens, 1);
    if (!match || !is_sign(tokens, 1 + match->tokens, "])>}")) return std::nullopt;
    return GenreTag{between(line, 0, match->tokens + 2), rest_from(line, match->tokens + 2),
                    tables.genre_rules[match->values.front()].kind};
  }
  if (is_sign(tokens, tokens.size() - 1, "])")) {
    for (std::size_t open = tokens.size() - 2; open > 2 && open + 6 > tokens.size(); --open) {
      if (!is_sign(tokens, open, "([")) continue;
      const auto match = tables.genres.match(tokens, open + 1);
      if (!match || open + match->tokens + 2 != tokens.size()) break;
      return GenreTag{between(line, open, tokens.size()),
                      trimmed(line.text, between(line, 0, open)),
                      tables.genre_rules[match->values.front()].kind};
    }
  }
  const auto match = tables.genres.match(tokens, 0);
  if (!match || match->tokens + 3 >= tokens.size()) return std::nullopt;
  const GenreRule& rule = tables.genre_rules[match->values.front()];
  const std::size_t sign = match->tokens;
  const bool spaced_dash =
      is_dash(tokens, sign) && tokens[sign].space_before && tokens[sign + 1].space_before;
  if (rule.bracket_only || (!is_sign(tokens, sign, ":|") && !spaced_dash)) return std::nullopt;
  if (!is_capital(tokens[0])) return std::nullopt;
  if (all_capital(tokens, sign + 1, tokens.size()) &&
      count_words(tokens, sign + 1, tokens.size()) < 6) {
    return std::nullopt;  // "Ảnh: Nguyễn Minh An" is a credit
  }
  return GenreTag{between(line, 0, sign + 1), rest_from(line, sign + 1), rule.kind};
}

std::optional<Slug> find_slug(const PageLine& line, const ArticleTables& tables) {
  if (line.tokens.size() < 6) return std::nullopt;
  if (is_sign(line.tokens, 0, "([")) return slug_in_brackets(line, 0, tables);
  if (auto slug = bare_slug(line, tables)) return slug;
  return place_slug(line, tables);
}

std::optional<CaptionLabel> find_caption_label(const PageLine& line, const ArticleTables& tables) {
  const auto match = tables.caption_labels.match(line.tokens, 0);
  if (!match || !is_sign(line.tokens, match->tokens, ":,")) return std::nullopt;
  const CaptionLabel found{between(line, 0, match->tokens), rest_from(line, match->tokens + 1)};
  return found.text.begin < found.text.end ? std::optional(found) : std::nullopt;
}

std::optional<Credit> find_credit(const PageLine& line, const ArticleTables& tables) {
  const Tokens& tokens = line.tokens;
  const std::size_t first = tokens.size() > 14 ? tokens.size() - 14 : 0;
  for (std::size_t at = first; at + 2 < tokens.size(); ++at) {
    if (!is_word(tokens[at])) continue;
    const auto match = tables.credits.match(tokens, at);
    if (!match) continue;
    const std::size_t sign = at + match->tokens;
    const bool in_brackets = at > 0 && is_sign(tokens, at - 1, "([");
    // "Nguồn hình ảnh, Getty Images": a line of its own.
    const bool comma = at == 0 && match->tokens > 1 && is_sign(tokens, sign, ",");
    const bool colon = comma || is_sign(tokens, sign, ":");
    if (!colon && !(in_brackets && sign < tokens.size() && is_capital(tokens[sign]))) continue;
    // A label in mid-sentence ("nguồn: …") is none: it begins a sentence or stands apart.
    if (at > 0 && is_word(tokens[at - 1]) && !is_capital(tokens[at])) continue;
    const std::size_t name_begin = sign + (colon ? 1 : 0);
    std::size_t name_end = tokens.size();
    while (name_end > name_begin && is_sign(tokens, name_end - 1, ").]…")) --name_end;
    const std::size_t words = count_words(tokens, name_begin, name_end);
    if (words == 0 || words > 9) continue;
    bool sentence = false;
    for (std::size_t i = name_begin + 1; i + 1 < name_end; ++i) {
      sentence = sentence || (tokens[i].key == "." && tokens[i + 1].space_before &&
                              count_code_points(tokens[i - 1].key) > 2);
    }
    if (sentence) continue;
    Credit credit;
    credit.name = trimmed(line.text, between(line, name_begin, name_end));
    credit.label = between(line, at, sign);
    credit.text = trimmed(line.text, between(line, 0, at - (in_brackets ? 1 : 0)));
    return credit;
  }
  return std::nullopt;
}

namespace {

// By its name, by its name written together as in an address, or by the initials of it.
bool names_site(const std::string& folded, const std::vector<std::string>& site_names) {
  std::string together, initials;
  bool starts = true;
  for (const char c : folded) {
    if (c != ' ') together += c;
    if (starts) initials += c;
    starts = c == ' ';
  }
  return std::any_of(site_names.begin(), site_names.end(), [&](const std::string& site) {
    return site == folded || site == together || (initials.size() >= 3 && site == initials);
  });
}

}  // namespace

std::optional<SiteSuffix> find_site_suffix(const PageLine& line, const ArticleTables& tables,
                                           const std::vector<std::string>& site_names) {
  const Tokens& tokens = line.tokens;
  for (std::size_t at = tokens.size(); at-- > 3;) {
    const bool bar = is_sign(tokens, at, "|");
    const bool dash = is_dash(tokens, at) && tokens[at].space_before;
    if (!bar && !dash) continue;
    const std::size_t words = count_words(tokens, at + 1, tokens.size());
    if (words == 0 || words > 6 || count_words(tokens, 0, at) < 3) return std::nullopt;
    const ByteSpan name = rest_from(line, at + 1);
    const std::string folded = folded_title(slice(line.text, name));
    std::size_t begin = at + 1;
    NameEnd publisher = end_of_publisher(tokens, begin, tables);
    if (publisher.end < tokens.size()) {  // "Báo Dân trí": a word of the trade before the name
      publisher = end_of_publisher(tokens, begin + 1, tables);
    }
    const bool known = publisher.known && publisher.end == tokens.size();
    const bool own = names_site(folded, site_names);
    if (!bar && !known && !own) return std::nullopt;
    return SiteSuffix{trimmed(line.text, between(line, 0, at)), name};
  }
  return std::nullopt;
}

std::optional<LinkMark> find_link_mark(const PageLine& line, const ArticleTables& tables) {
  const Tokens& tokens = line.tokens;
  std::size_t at = 0;
  while (at < tokens.size() && is_sign(tokens, at, ">»▶►→=⇒")) ++at;
  const bool sign = at >= 2 || (at == 1 && (tokens[0].key == "»" || tokens[0].key == "►" ||
                                            tokens[0].key == "▶" || tokens[0].key == "→"));
  const std::size_t first = at;
  const auto match = tables.link_labels.match(tokens, first);
  if (match && is_sign(tokens, first + match->tokens, ":") &&
      count_words(tokens, first + match->tokens, tokens.size()) >= 3) {
    return LinkMark{between(line, first, first + match->tokens),
                    rest_from(line, first + match->tokens + 1)};
  }
  if (!sign || count_words(tokens, at, tokens.size()) < 3) return std::nullopt;
  return LinkMark{{}, rest_from(line, at)};
}

std::optional<FurnitureRule> find_furniture(const PageLine& line, const ArticleTables& tables) {
  if (line.words == 0 || line.words > 60) return std::nullopt;
  const auto first = std::find_if(line.tokens.begin(), line.tokens.end(), is_word);
  const bool number = first != line.tokens.end() && first->shape == Shape::kNumber;
  if (first == line.tokens.end() || !tables.furniture.begins_with(number ? "#" : first->key))
    return std::nullopt;
  Tokens keys;
  std::vector<bool> colon_after;
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    const Token& token = line.tokens[i];
    if (!is_word(token)) {
      if (token.key == ":" && !colon_after.empty()) colon_after.back() = true;
      continue;
    }
    keys.push_back(token);
    if (token.shape == Shape::kNumber) keys.back().key = "#";
    colon_after.push_back(false);
  }
  for (const PhraseTrie::Match& match : tables.furniture.matches(keys, 0)) {
    for (const std::uint32_t value : match.values) {
      const FurnitureRule& rule = tables.furniture_rules[value];
      const std::size_t more = keys.size() - match.tokens;
      const bool fits = rule.match == FurnitureMatch::kSentence ||
                        (rule.match == FurnitureMatch::kWhole && more == 0) ||
                        (rule.match == FurnitureMatch::kStart && more <= 4) ||
                        (rule.match == FurnitureMatch::kLabel && colon_after[match.tokens - 1]);
      if (fits) return rule;
    }
  }
  return std::nullopt;
}

bool ends_with_stop(const PageLine& line) {
  std::size_t at = line.tokens.size();
  while (at > 0 && is_sign(line.tokens, at - 1, "\"”’'»)]›」』）")) --at;
  return at > 0 && is_sign(line.tokens, at - 1, ".…。．！？।");
}

bool starts_as_sentence(const PageLine& line) {
  for (const Token& token : line.tokens) {
    if (!is_word(token)) continue;
    return token.shape != Shape::kLower;
  }
  return false;
}

std::optional<ByteSpan> find_closing_source(const PageLine& line, const ArticleTables& tables) {
  const Tokens& tokens = line.tokens;
  std::size_t end = tokens.size();
  while (end > 0 && is_sign(tokens, end - 1, "./")) --end;
  if (end < 8 || !is_sign(tokens, end - 1, ")")) return std::nullopt;
  for (std::size_t open = end - 2; open > 0 && open + 10 > end; --open) {
    if (!is_sign(tokens, open, "(")) continue;
    const auto label = tables.bylines.match(tokens, open + 1);
    const bool agency =
        label && tables.byline_rules[label->values.front()].names == BylineNames::kAgency;
    const NameEnd name = end_of_publisher(tokens, open + 1, tables);
    const bool known = name.known && name.end + 1 == end;
    if (!known && !agency) return std::nullopt;
    if (agency) {
      std::size_t begin = open + 1 + label->tokens;
      if (is_sign(tokens, begin, ":")) ++begin;
      if (begin + 1 >= end || !is_capital(tokens[begin])) return std::nullopt;
    }
    return between(line, open, tokens.size());
  }
  return std::nullopt;
}

// ---- dates ------------------------------------------------------------------------------------

namespace {

struct DateSigns {
  int numbers = 0, parted = 0, words = 0;
  bool year = false, ago = false, clock = false;
};

// 1990 to 2099, written alone or at the end of "12.08.2019".
bool has_year(const std::string& number) {
  if (number.size() < 4) return false;
  const std::string_view last = std::string_view(number).substr(number.size() - 4);
  return (last.substr(0, 2) == "19" || last.substr(0, 2) == "20") &&
         last.find_first_not_of("0123456789") == std::string_view::npos &&
         (number.size() == 4 || number[number.size() - 5] == '.');
}

// "10h30", "9h", "22/12": digits with one letter between.
bool is_clock_word(const Token& token) {
  if (token.shape != Shape::kMixed && token.shape != Shape::kLower) return false;
  if (token.key.empty() || !is_digit(static_cast<unsigned char>(token.key[0]))) return false;
  return token.key.find_first_not_of("0123456789hgst") == std::string::npos &&
         token.key.size() <= 6;
}

// "p.m." and "15pm": a half of the day in pieces, or one with the number before it.
bool is_dotted_half(const Tokens& tokens, std::size_t at) {
  const auto half = [&tokens](std::size_t i) {
    return i + 2 < tokens.size() && (tokens[i].key == "a" || tokens[i].key == "p") &&
           tokens[i + 1].key == "." && tokens[i + 2].key == "m";
  };
  return half(at) || (at >= 2 && half(at - 2));
}

bool is_minute_with_half(const Tokens& tokens, std::size_t at, const ArticleTables& tables) {
  const std::string& key = tokens[at].key;
  const std::size_t digits = std::min(key.find_first_not_of("0123456789"), key.size());
  return at > 0 && digits == 2 && is_sign(tokens, at - 1, ":") &&
         tables.date_words.contains(key.substr(digits));
}

bool may_stand_in_date(const Tokens& tokens, std::size_t at, const ArticleTables& tables,
                       DateSigns& signs) {
  const Token& token = tokens[at];
  if (token.shape == Shape::kNumber) {
    ++signs.numbers;
    signs.year = signs.year || has_year(token.key);
    signs.parted += is_sign(tokens, at + 1, "/-.") && at + 2 < tokens.size() &&
                    tokens[at + 2].shape == Shape::kNumber;
    signs.parted += std::count(token.key.begin(), token.key.end(), '.') == 2 ? 2 : 0;
    signs.clock = signs.clock || (is_sign(tokens, at + 1, ":") && at + 2 < tokens.size() &&
                                  tokens[at + 2].shape == Shape::kNumber);
    return true;
  }
  if (is_clock_word(token)) {
    signs.clock = true;
    ++signs.numbers;
    return true;
  }
  if (is_minute_with_half(tokens, at, tables)) {
    signs.clock = true;
    ++signs.numbers;
    return true;
  }
  if (is_dotted_half(tokens, at)) return true;
  const auto word = tables.date_words.find(token.key);
  if (word == tables.date_words.end()) return false;
  ++signs.words;
  signs.ago = signs.ago || word->second;
  return true;
}

// Where the label of a byline begins that reaches to this word, though its first words may be of a
// line of time as well: "Đăng bởi".
std::size_t begin_of_label(const Tokens& tokens, std::size_t word, const ArticleTables& tables) {
  constexpr std::size_t kLongest = 3;
  for (std::size_t at = word > kLongest ? word - kLongest : 0; at < word; ++at) {
    const auto label = tables.bylines.match(tokens, at);
    if (label && at + label->tokens > word) return at;
  }
  return word;
}

// "Đăng bởi: admin".
bool signs_nobody(const Tokens& tokens, std::size_t begin, std::size_t end,
                  const ArticleTables& tables) {
  const auto label = tables.bylines.match(tokens, begin);
  if (!label || tables.byline_rules[label->values.front()].names != BylineNames::kAuthor)
    return false;
  std::size_t name = begin + label->tokens;
  if (is_sign(tokens, name, ":")) ++name;
  const auto nobody = tables.bylines.match(tokens, name);
  return nobody && name + nobody->tokens == end &&
         tables.byline_rules[nobody->values.front()].names == BylineNames::kNobody;
}

bool gives_time(const DateSigns& signs) {
  if (signs.numbers == 0) return false;
  return signs.parted >= 2 || signs.clock || (signs.year && signs.words > 0 && signs.numbers > 1) ||
         (signs.ago && signs.words > 0) || (signs.parted >= 1 && signs.words > 0);
}

}  // namespace

std::optional<std::size_t> find_day_in_brackets(std::string_view text) {
  const std::size_t open = text.rfind('(');
  if (!text.ends_with(')') || open == std::string_view::npos || open == 0) return std::nullopt;
  const std::string_view day = text.substr(open + 1, text.size() - open - 2);
  const bool parted = day.find_first_of("/-.") != std::string_view::npos;
  if (day.size() < 3 || !parted ||
      day.find_first_not_of("0123456789/-.: ") != std::string_view::npos)
    return std::nullopt;
  return open;
}

bool is_sentence_beside(const PageLine& line, ByteSpan date, const ArticleTables& tables) {
  constexpr std::size_t kMuch = 6;
  if (!ends_with_stop(line)) return false;
  std::size_t others = 0;
  DateSigns signs;
  for (std::size_t i = 0; i < line.tokens.size() && others < kMuch; ++i) {
    const ByteSpan at = line.tokens[i].span;
    if (at.end > date.begin && at.begin < date.end) {  // scripts without spaces: words join it
      const std::size_t outside = (date.begin > at.begin ? date.begin - at.begin : 0) +
                                  (at.end > date.end ? at.end - date.end : 0);
      const std::size_t whole = at.end - at.begin;
      others += words_in(line.tokens[i]) * outside / whole;
    } else if (!may_stand_in_date(line.tokens, i, tables, signs)) {
      others += words_in(line.tokens[i]);
    }
  }
  return others >= kMuch;
}

constexpr float kSigned = 2.5F;  // strength of a byline whose form says that it is one

std::optional<DateLine> find_date_line(const PageLine& line, const ArticleTables& tables) {
  const Tokens& tokens = line.tokens;
  if (line.words == 0 || line.words > 22) return std::nullopt;
  if (is_sentence_beside(line, {}, tables)) return std::nullopt;
  DateSigns signs;
  std::size_t first_other = tokens.size(), last_other = 0, others = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_word(tokens[i]) || may_stand_in_date(tokens, i, tables, signs)) continue;
    first_other = std::min(first_other, i);
    last_other = i;
    ++others;
  }
  if (!gives_time(signs)) return std::nullopt;
  if (others > 0) first_other = begin_of_label(tokens, first_other, tables);
  DateLine found;
  found.full = signs.year && signs.numbers >= 2;
  found.date = {0, static_cast<std::uint32_t>(line.text.size())};
  if (others == 0) return found;
  if (!found.full || others > 7) return std::nullopt;
  // Names at one end, parted by a sign: "Minh An | 10:30 12/08/2019".
  const bool in_front = first_other == 0;
  const bool behind = last_other + 1 == tokens.size();
  const std::size_t sign = in_front ? last_other + 1 : first_other - 1;
  if (in_front == behind) return std::nullopt;
  const ByteSpan names = between(line, first_other, last_other + 1);
  const bool parted = is_dash(tokens, sign) || is_sign(tokens, sign, "|•·,/");
  const bool names_only = all_capital(tokens, first_other, last_other + 1);
  // "Minh An, Theo Nhịp Phố 10:30 12/08/2019": the names say themselves that they sign.
  const bool signed_so = (parted ? !names_only : in_front) &&
                         (find_byline(line, names, tables).strength >= kSigned ||
                          signs_nobody(tokens, first_other, last_other + 1, tables));
  if (!parted && !signed_so) return std::nullopt;
  if (!names_only && !signed_so && !is_sign(tokens, sign, "|•·")) return std::nullopt;
  if (is_sign(tokens, sign, ",")) return found;  // "Hà Nội, ngày 12/8/2019"
  found.rest = trimmed(line.text, names);
  found.date = in_front ? trimmed(line.text, {names.end, found.date.end})
                        : trimmed(line.text, {0, names.begin});
  return found;
}

// ---- bylines ----------------------------------------------------------------------------------

namespace {

struct NamePiece {
  std::size_t begin = 0, end = 0;  // tokens
  bool after_slash = false;
};

// The names between dashes, commas, slashes and "and"; brackets part them too.
std::vector<NamePiece> name_pieces(const Tokens& tokens, std::size_t begin, std::size_t end,
                                   const ArticleTables& tables) {
  std::vector<NamePiece> pieces;
  NamePiece piece{begin, begin, false};
  const auto close = [&pieces, &piece](std::size_t at, std::size_t next, bool slash) {
    piece.end = at;
    if (piece.end > piece.begin) pieces.push_back(piece);
    piece = {next, next, slash};
  };
  for (std::size_t i = begin; i < end; ++i) {
    const bool dash = is_dash(tokens, i) && tokens[i].space_before;
    const bool sign = is_sign(tokens, i, ",/|&;()[]•·:");
    const bool known_publisher = i == piece.begin && end_of_publisher(tokens, i, tables).known;
    if (known_publisher) {
      i = end_of_publisher(tokens, i, tables).end - 1;
      continue;
    }
    const auto label = tables.bylines.match(tokens, i);
    const bool joined = label && i > piece.begin && tokens[i].shape == Shape::kLower &&
                        tables.byline_rules[label->values.front()].names == BylineNames::kJoin;
    if (dash || sign || joined) close(i, i + 1, tokens[i].key == "/");
  }
  close(end, end, false);
  return pieces;
}

// How much a piece looks like a person's name.
float name_strength(const Tokens& tokens, const NamePiece& piece, const ArticleTables& tables) {
  std::size_t words = 0, upper = 0, headings = 0;
  for (std::size_t i = piece.begin; i < piece.end; ++i) {
    if (!is_word(tokens[i])) {
      if (tokens[i].key != "." && tokens[i].key != "-") return 0;
      continue;
    }
    if (!is_capital(tokens[i]) || tokens[i].key.size() > 24) return 0;
    if (is_digit(static_cast<unsigned char>(tokens[i].key[0]))) return 0;
    ++words;
    upper += tokens[i].shape == Shape::kUpper;
    headings += tables.heading_words.contains(tokens[i].key);
  }
  if (words == 0 || words > 5) return 0;
  if (words > 1 && headings * 2 > words) return 0;
  if (words == 1) return upper == 1 && piece.end == piece.begin + 1 ? 0.4F : 0.2F;
  const bool initials =
      is_sign(tokens, piece.begin + 1, ".") && count_code_points(tokens[piece.begin].key) == 1;
  const bool surname = tables.surnames.contains(tokens[piece.begin].key);
  if (initials || (surname && words <= 4)) return 1.5F;
  return upper == words ? 1.2F : 1.0F;
}

std::size_t token_at(const Tokens& tokens, std::uint32_t byte) {
  std::size_t at = 0;
  while (at < tokens.size() && tokens[at].span.begin < byte) ++at;
  return at;
}

}  // namespace

Byline find_byline(const PageLine& line, ByteSpan within, const ArticleTables& tables) {
  const Tokens& tokens = line.tokens;
  std::size_t begin = token_at(tokens, within.begin), end = token_at(tokens, within.end);
  while (end > begin && is_sign(tokens, end - 1, ").*]")) --end;
  while (begin < end && is_sign(tokens, begin, "([*")) ++begin;
  Byline byline;
  if (begin == end || count_words(tokens, begin, end) > 14) return byline;
  bool named = false;
  float weakest = 3;
  std::optional<BylineNames> label;
  const auto take_label = [&](std::size_t at) {
    const auto match = tables.bylines.match(tokens, at);
    if (!match) return at;
    const BylineRule& rule = tables.byline_rules[match->values.front()];
    if (rule.names == BylineNames::kJoin) return at;
    const std::size_t next = at + match->tokens;
    const bool colon = is_sign(tokens, next, ":");
    if (rule.needs_colon && !colon && next != end) return at;
    if (!colon && next < end && !is_capital(tokens[next])) return at;
    label = rule.names;
    return next + (colon ? 1 : 0);
  };
  const std::size_t after_label = take_label(begin);
  bool signed_so = label.has_value();
  std::vector<NamePiece> pieces = name_pieces(tokens, after_label, end, tables);
  for (NamePiece& piece : pieces) {
    if (piece.begin != after_label) {
      const std::optional<BylineNames> before = label;
      const std::size_t inner = take_label(piece.begin);
      if (inner == piece.begin) {
        label = before == BylineNames::kAgency && !named ? before : label;
      } else {
        signed_so = true;
        piece.begin = inner;
      }
    }
    if (piece.begin >= piece.end) continue;
    const NameEnd publisher = end_of_publisher(tokens, piece.begin, tables);
    const bool agency = (publisher.known && publisher.end == piece.end) || piece.after_slash;
    const ByteSpan span = between(line, piece.begin, piece.end);
    if (label == BylineNames::kOther) {
      named = true;
      continue;
    }
    // "Theo" before a person's name gives the author, before a paper's the source.
    const bool person = label == BylineNames::kAgency && !agency &&
                        tables.surnames.contains(tokens[piece.begin].key) &&
                        piece.end - piece.begin <= 4 &&
                        name_strength(tokens, piece, tables) >= 1.5F;
    if (agency || (label == BylineNames::kAgency && !person)) {
      if (!is_capital(tokens[piece.begin]) && !agency) return {};
      byline.agencies.push_back(span);
      weakest = std::min(weakest, label == BylineNames::kAgency || named ? 3.0F : 0.8F);
      named = true;
      continue;
    }
    const float strength = name_strength(tokens, piece, tables);
    if (strength == 0) return {};
    byline.authors.push_back(span);
    weakest = std::min(weakest, strength);
    named = true;
  }
  if (!named && !signed_so) return {};
  byline.strength = signed_so || (!byline.agencies.empty() && !byline.authors.empty())
                        ? std::max(weakest, 2.5F)
                        : weakest;
  return byline;
}

}  // namespace machtin

#pragma once
// data/all/layouts.tsv, compiled: what an element's name, class, id, role, itemprop or rel says
// that it is for. Tested by layout_tables_test.cc.

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/pack.h"
#include "page/body_trees.h"
#include "page/parsed_page.h"
#include "page/site_words.h"

namespace machtin {

// What markup says of one element. kHidden is no hint: such words are not seen.
struct LayoutHint {
  BlockHint hint = BlockHint::kNone;
  bool hidden = false;
  bool operator==(const LayoutHint&) const = default;
};

struct LayoutTables {
  struct Rule {
    std::string words = {};  // " post content ": words of a class name, in a row; or letters of it
                             // without separators
    bool glued = false;  // the pattern was "*letters*": found anywhere in a name whose separators
                         // are taken out
    LayoutHint hint = {};
    int rank = 0;  // of two rules that fit, the lower one decides
  };
  std::vector<Rule> class_rules = {};  // by rank
  // Where a rule can begin, so that a name is compared with a handful of them: by the hash of its
  // first word, and of glued ones by their first two letters.
  std::unordered_map<std::size_t, std::vector<std::uint32_t>> by_first_word = {};
  std::vector<std::vector<std::uint32_t>> glued_by_letters = {};
  // Whether one begins with three letters at all (a word of two: with its space): most words end
  // the search here.
  static constexpr std::size_t kLetterPairs = 1024, kLetterTriples = 32 * kLetterPairs;
  std::bitset<kLetterTriples> first_letters = {}, glued_letters = {};
  // "element", "role", "itemprop", "rel" → value in lower case → hint
  std::unordered_map<std::string, LayoutHint> exact = {};

  BodyTrees body = {};  // data/all/body_trees.tsv: what weighs the hints
  SiteWords site_words = {};

  // Rows that name no hint we know are left out.
  static LayoutTables load(const Pack& all);

  // names: of the class attribute or the id, parted by white space. The rule that decides, an index
  // into class_rules; their number if none does. Of two, the lower one decides.
  std::size_t rule_of_class(std::string_view names) const;
  LayoutHint hint_of(std::size_t rule) const {
    return rule < class_rules.size() ? class_rules[rule].hint : LayoutHint();
  }
  // attribute: "element", "role", "itemprop" or "rel".
  LayoutHint of_value(std::string_view attribute, std::string_view value) const;
};

}  // namespace machtin

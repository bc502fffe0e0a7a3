#pragma once
// What the site says in each of its languages: data/<code>/site_texts.tsv. Tested by texts_test.cc.

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "machtin/result.h"

namespace machtin {

// One language's texts. A key that the table lacks gives the key itself, so that a page shows what
// is missing.
class Texts {
 public:
  Texts() = default;
  Texts(std::string code, std::map<std::string, std::string, std::less<>> texts)
      : code_(std::move(code)), texts_(std::move(texts)) {}

  const std::string& code() const { return code_; }
  std::string of(std::string_view key) const;
  // With {name} put in: with("articles_many", {{"n", "3"}}).
  std::string with(std::string_view key,
                   const std::vector<std::pair<std::string, std::string>>& values) const;
  // key_one or key_many, with {n}.
  std::string counted(std::string_view key, std::uint64_t n) const;
  const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

 private:
  std::string code_ = {};
  std::map<std::string, std::string, std::less<>> texts_ = {};
};

// Of every language compiled in that has the table, the default first. Errors: kBadFormat,
// kNotFound (none has it).
Result<std::vector<Texts>> load_texts();

// The best of them for an Accept-Language header: RFC 9110, 12.5.4; the first if none fits.
std::string preferred_language(std::string_view header, const std::vector<Texts>& languages);

}  // namespace machtin

#include "serve/texts.h"

#include <gtest/gtest.h>

#include <set>

#include "language/pack.h"

namespace machtin {
namespace {

std::set<std::string> keys(const Texts& texts) {
  std::set<std::string> out;
  for (const auto& [key, text] : texts.all()) out.insert(key);
  return out;
}

TEST(LoadTexts, GivesEveryLanguageTheSameKeys) {
  const Result<std::vector<Texts>> languages = load_texts();
  ASSERT_TRUE(languages);
  ASSERT_EQ(languages->size(), 2u);
  EXPECT_EQ(languages->front().code(), "vi");
  EXPECT_EQ(keys(languages->at(0)), keys(languages->at(1)));
  for (const Texts& texts : *languages) {
    for (const auto& [key, text] : texts.all())
      EXPECT_FALSE(text.empty()) << texts.code() << " " << key;
  }
}

TEST(Texts, PutsValuesIn) {
  const Texts texts("en", {{"greet", "{who} says {what}, {who}"},
                           {"n_one", "{n} cat"},
                           {"n_many", "{n} cats"},
                           {"odd", "a { b"}});
  EXPECT_EQ(texts.with("greet", {{"who", "An"}, {"what", "{who}"}}), "An says {who}, An");
  EXPECT_EQ(texts.counted("n", 1), "1 cat");
  EXPECT_EQ(texts.counted("n", 12), "12 cats");
  EXPECT_EQ(texts.with("odd", {}), "a { b");
  EXPECT_EQ(texts.of("missing"), "missing");
}

TEST(PreferredLanguage, ReadsTheHeaderAsBrowsersWriteIt) {
  const std::vector<Texts> languages = {Texts("vi", {}), Texts("en", {})};
  const std::pair<const char*, const char*> cases[] = {
      {"", "vi"},
      {"en", "en"},
      {"en-GB,en;q=0.9", "en"},
      {"vi-VN,vi;q=0.9,en;q=0.8", "vi"},
      {"fr,en;q=0.5", "en"},
      {"vi;q=0.3, en;q=0.7", "en"},
      {"fr", "vi"},
      {"*", "vi"},
      {"en;q=0", "vi"},
      {";;,,q=,", "vi"},
      {"english", "vi"},
      {"en;q=x", "vi"},
  };
  for (const auto& [header, code] : cases)
    EXPECT_EQ(preferred_language(header, languages), code) << header;
}

}  // namespace
}  // namespace machtin

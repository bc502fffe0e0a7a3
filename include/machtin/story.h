#pragma once
// What `stories` and `timeline` give back: one story with its articles, steps and disagreements.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "machtin/article.h"

namespace machtin {

// Where an article stands: its page's input, and its place on that page.
struct ArticlePlace {
  std::string input = {};
  std::uint32_t article = 0;
  bool operator==(const ArticlePlace&) const = default;
};

struct StoryArticle {
  ArticlePlace place = {};
  Role role = Role::kMain;
  std::string key = {};
  std::string title = {};
  std::optional<std::string> source = {};
  std::optional<std::string> url = {};
  std::optional<std::string> published = {};
  std::optional<ArticlePlace> same_text_as = {};  // the article whose text this one repeats
  bool operator==(const StoryArticle&) const = default;
};

struct TimelineEntry {
  std::string date = {};  // ISO 8601 day, month or year; XXXX-MM-DD where the year is not proved
  std::string text = {};
  std::vector<std::uint32_t> articles = {};  // indices into Story::articles
  std::vector<std::string> events = {};      // event types
  bool operator==(const TimelineEntry&) const = default;
};

struct Claim {
  std::string value = {};
  std::vector<std::uint32_t> articles = {};  // indices into Story::articles
  bool operator==(const Claim&) const = default;
};

enum class DisagreementAbout { kQuantity, kDate, kPlace, kAgent };

struct Disagreement {
  std::string event = {};
  DisagreementAbout about = DisagreementAbout::kQuantity;
  std::optional<std::string> of = {};
  std::vector<Claim> claims = {};
  bool operator==(const Disagreement&) const = default;
};

struct Story {
  std::string id = {};
  std::optional<std::string> storyline = {};  // the id of the storyline's first story
  std::string title = {};
  std::optional<std::string> first = {}, last = {};  // days of the earliest and latest article
  std::vector<StoryArticle> articles = {};
  std::vector<std::string> summary = {};  // whole sentences
  std::vector<TimelineEntry> timeline = {};
  std::vector<std::string> people = {}, places = {};
  std::vector<Disagreement> disagreements = {};
  std::optional<std::string> merged_into = {};
  bool ranked = true;  // false for a story of teasers only
  bool operator==(const Story&) const = default;
};

}  // namespace machtin

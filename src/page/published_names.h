#pragma once
// How systems name the time of publication in the JSON that they leave to a page's scripts,
// likeliest first. Tested by metadata_test.cc and script_state_test.cc.

#include <array>
#include <string_view>

namespace machtin {

inline constexpr std::array<std::string_view, 18> kPublishedNames = {
    "datePublished",     "article_published_time",
    "first-publication", "publishedFirst",
    "publishedDate",     "publishDate",
    "published_at",      "publish_date",
    "publishedAt",       "publicationDate",
    "publishTime",       "publish_time",
    "pubDate",           "date_published",
    "publishedTime",     "published_time",
    "published_date",    "publication_date"};

}  // namespace machtin

#pragma once
// The head of an HTML page → what it says of itself. Tested by metadata_test.cc.

#include <optional>
#include <string>

#include "page/html_document.h"
#include "page/page_url.h"
#include "page/parsed_page.h"

namespace machtin {

struct PageHead {
  Metadata metadata = {};
  std::string article_body = {};  // of JSON-LD: helps to find the body on the page
  std::optional<std::string> og_title = {},
                             html_title = {};  // other titles, to know the headline by
  std::optional<std::string> base = {};        // <base href>, as it stands
};

// page_url: of the record; helps to resolve and to doubt a canonical URL. Strongest first: JSON-LD
// article, OpenGraph and article:*, itemprop, Dublin Core and Twitter, the rest of JSON-LD,
// <title>. A time that none of these states is sought in the state that scripts leave on the page.
PageHead page_head(const HtmlDocument& html, const std::optional<std::string>& page_url);

}  // namespace machtin

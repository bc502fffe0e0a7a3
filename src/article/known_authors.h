#pragma once
// The authors that a page's head names → people by name, apart from accounts ("admin") and from the
// site itself. Tested by known_authors_test.cc.

#include <optional>
#include <string>
#include <vector>

#include "article/article_tables.h"
#include "page/parsed_page.h"

namespace machtin {

struct KnownAuthors {
  std::vector<std::string> people = {};  // and newsrooms or agencies other than the site
  std::optional<std::string> site = {};  // the site, where the head names it as author
};

// site_names: folded_title() of what the page calls its site.
bool names_own_site(const std::string& name, const std::vector<std::string>& site_names);
KnownAuthors known_authors(const Metadata& metadata, const std::vector<std::string>& site_names,
                           const ArticleTables& tables);

}  // namespace machtin

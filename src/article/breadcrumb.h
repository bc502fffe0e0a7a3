#pragma once
// "Trang chủ › Kinh tế › Thủy sản" above a title: the path to the page, whose first name is the
// article's section. Tested by breadcrumb_test.cc.

#include <optional>
#include <string>
#include <string_view>

#include "article/article_tables.h"
#include "page/parsed_page.h"

namespace machtin {

// title: of the main article; what stands below it is no path to it.
std::optional<std::string> section_of_breadcrumb(const ParsedPage& page, std::string_view title,
                                                 const ArticleTables& tables);

}  // namespace machtin

#include "article/breadcrumb.h"

#include <gtest/gtest.h>

#include <initializer_list>

#include "article/test_pages.h"

namespace machtin {
namespace {

constexpr std::string_view kTitle = "Cống Cái Cùng xả nước ngọt cứu lúa";

std::optional<std::string> section_in(std::string_view text) {
  return section_of_breadcrumb(text_page(text), kTitle, shipped_tables());
}

std::optional<std::string> section_in_links(std::initializer_list<std::string_view> links) {
  ParsedPage page;
  page.format = Format::kHtml;
  for (const std::string_view link : links) {
    Block block;
    block.text = link;
    block.tag = BlockTag::kListItem;
    block.hint = BlockHint::kMenu;
    block.link_share = 1;
    page.blocks.push_back(block);
  }
  Block title;
  title.text = kTitle;
  title.tag = BlockTag::kHeading;
  title.hint = BlockHint::kTitle;
  page.blocks.push_back(title);
  return section_of_breadcrumb(page, kTitle, shipped_tables());
}

TEST(SectionOfBreadcrumb, IsTheNameBehindTheFirstPage) {
  EXPECT_EQ(section_in("Trang chủ › Kinh tế › Thủy sản\nCống Cái Cùng xả nước ngọt cứu lúa\n"),
            "Kinh tế");
  EXPECT_EQ(section_in("Trang nhất / Nông thôn\nCống Cái Cùng xả nước ngọt cứu lúa\n"),
            "Nông thôn");
  EXPECT_EQ(section_in("Home > Business > Fishing\nCống Cái Cùng xả nước ngọt cứu lúa\n"),
            "Business");
}

TEST(SectionOfBreadcrumb, NeedsNoFirstPageBetweenAngles) {
  EXPECT_EQ(section_in("Đời sống » Nhịp chợ\nCống Cái Cùng xả nước ngọt cứu lúa\n"), "Đời sống");
  EXPECT_FALSE(section_in("Đời sống | Nhịp chợ\nCống Cái Cùng xả nước ngọt cứu lúa\n"));
}

TEST(SectionOfBreadcrumb, IsReadFromItemsOfAList) {
  EXPECT_EQ(section_in_links({"Trang chủ", "Kinh tế", "Thủy sản"}), "Kinh tế");
}

TEST(SectionOfBreadcrumb, IsNotAMenu) {
  EXPECT_FALSE(section_in_links({"Trang chủ", "Thời sự", "Thế giới", "Kinh tế", "Thể thao"}));
  EXPECT_FALSE(section_in("Trang chủ\nCống Cái Cùng xả nước ngọt cứu lúa\n"));
}

TEST(SectionOfBreadcrumb, IsNotTheTitleNorBelowIt) {
  EXPECT_FALSE(section_in("Trang chủ › Cống Cái Cùng xả nước ngọt cứu lúa\n"));
  EXPECT_FALSE(
      section_in("Mặn lùi\nCống Cái Cùng xả nước ngọt cứu lúa\nTrang chủ › Kinh tế › Thủy sản\n"));
}

}  // namespace
}  // namespace machtin

#include "page/told_text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "page/main_content.h"

namespace machtin {
namespace {

const std::string kShown =
    "Chợ nổi Cái Sâu họp từ lúc trời còn tối, ghe xuồng chở khóm, chuối và rau muống chen nhau "
    "giữa "
    "dòng nước đục phù sa, tiếng máy đuôi tôm nổ giòn cả một khúc sông.";
const std::string kTold =
    kShown +
    "\nÔng Bảy Đờn, bán hủ tiếu trên ghe đã hai mươi bốn năm, nói khách bây giờ phần nhiều là "
    "người "
    "ở xa tới coi cho biết, còn bạn hàng cũ thì lên bờ gần hết vì đường lộ đã mở tới tận vườn.\nXã "
    "tính giữ lại chừng ba mươi ghe, cho mỗi nhà vay bốn triệu đồng để sửa mui, thay máy, và cắm "
    "lại "
    "hàng cột gỗ cho ghe neo, miễn là chủ ghe cam kết không xả rác xuống sông.\nBà Sáu Thơm, có "
    "mặt "
    "ở chợ từ hồi mười ba tuổi, lắc đầu: tiền thì ai cũng cần, nhưng không có người mua thì sửa "
    "ghe "
    "cho đẹp cũng chỉ để ngồi ngó nước lên nước xuống mà thôi.";

HtmlBlocks read(const std::string& body) {
  static const LayoutTables layouts = LayoutTables::load(*Pack::load("all"));
  const auto document = HtmlDocument::parse(body);
  const PageHead head = page_head(*document, std::nullopt);
  UrlResolver urls("");
  HtmlBlocks page = html_blocks(document->body(), layouts, urls);
  mark_main_content(page, head, layouts.body);
  add_told_text(page, kTold, layouts, urls);
  return page;
}

std::size_t body_blocks(const HtmlBlocks& page) {
  std::size_t count = 0;
  for (const Block& block : page.blocks) count += block.hint == BlockHint::kBody ? 1u : 0u;
  return count;
}

TEST(AddToldText, GivesWhatThePageKeepsBehindALogin) {
  const HtmlBlocks page = read("<h1>Chợ nổi vắng khách</h1><div class=noidung><p>" + kShown +
                               "</p></div><p>Đăng nhập để đọc tiếp</p>");
  EXPECT_EQ(body_blocks(page), 4u);
  int beginnings = 0;
  for (const Block& block : page.blocks)
    beginnings += block.hint == BlockHint::kBody && block.text == kShown ? 1 : 0;
  EXPECT_EQ(beginnings, 1);
}

TEST(AddToldText, LeavesAPageThatHoldsItsText) {
  std::string shown = "<p>" + kTold;
  for (std::size_t at = shown.find('\n'); at != std::string::npos; at = shown.find('\n'))
    shown.replace(at, 1, "</p><p>");
  const std::size_t blocks = 5;  // title and paragraphs
  EXPECT_EQ(read("<h1>Chợ nổi vắng khách</h1>" + shown).blocks.size(), blocks);
}

TEST(AddToldText, ReadsATextEscapedTwice) {
  static const LayoutTables layouts = LayoutTables::load(*Pack::load("all"));
  std::string shown = "<p>" + kTold, escaped = kTold;
  for (std::size_t at = shown.find('\n'); at != std::string::npos; at = shown.find('\n'))
    shown.replace(at, 1, "</p><p>");
  for (std::size_t at = escaped.find("à"); at != std::string::npos; at = escaped.find("à"))
    escaped.replace(at, std::string_view("à").size(), "&amp;agrave;");
  const auto document = HtmlDocument::parse("<h1>Chợ nổi vắng khách</h1>" + shown);
  UrlResolver urls("");
  HtmlBlocks page = html_blocks(document->body(), layouts, urls);
  mark_main_content(page, page_head(*document, std::nullopt), layouts.body);
  const std::size_t before = page.blocks.size();
  add_told_text(page, escaped, layouts, urls);
  EXPECT_EQ(page.blocks.size(), before);
}

TEST(AddToldText, LeavesASummary) {
  static const LayoutTables layouts = LayoutTables::load(*Pack::load("all"));
  UrlResolver urls("");
  HtmlBlocks page;
  add_told_text(page, "Chợ nổi vắng khách vì đường lộ đã mở.", layouts, urls);
  add_told_text(page, "", layouts, urls);
  EXPECT_TRUE(page.blocks.empty());
}

}  // namespace
}  // namespace machtin

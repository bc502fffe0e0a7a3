#include "page/html_blocks.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace machtin {
namespace {

const LayoutTables& layouts() {
  static const LayoutTables tables = LayoutTables::load(*Pack::load("all"));
  return tables;
}

HtmlBlocks blocks_of(std::string_view html, bool hidden = false) {
  const auto document = HtmlDocument::parse(std::string(html));
  UrlResolver urls("https://bao.example/tin/");
  return html_blocks(document->body(), layouts(), urls, hidden);
}

std::vector<std::string> texts_of(std::string_view html) {
  std::vector<std::string> texts;
  for (const Block& block : blocks_of(html).blocks) texts.push_back(block.text);
  return texts;
}

using Texts = std::vector<std::string>;

struct TextCase {
  const char* html;
  Texts texts;
};
const TextCase kTexts[] = {
    // Elements part text; inline ones do not.
    {"<p>Mưa <b>rất</b> lớn<p>Nắng", {"Mưa rất lớn", "Nắng"}},
    {"<div>Trước<p>Giữa</p>Sau</div>", {"Trước", "Giữa", "Sau"}},
    {"<ul><li>Một<li>Hai</ul>", {"Một", "Hai"}},
    {"<table><tr><td>Xã<td>Số nhà</table>", {"Xã", "Số nhà"}},
    // Digits that are raised stay so; ordinals and letters read as they are.
    {"<p>10<sup>3</sup> m<sup>2</sup>, 10<sup>-6</sup>, 4<sup>th</sup>, CO<sub>2</sub></p>",
     {"10³ m², 10⁻⁶, 4th, CO2"}},
    {"<p>x<sup></sup>1<sup><i>2</i></sup></p><sup>9</sup> Ghi chú", {"x1²", "9 Ghi chú"}},
    // Style sheets set places, times and titles apart from what follows.
    {"<p><span>Huế</span>Sáng nay mưa</p>", {"Huế Sáng nay mưa"}},
    {"<div><span>Bạc Liêu</span><span>12/9</span></div>", {"Bạc Liêu 12/9"}},
    {"<li><a href=a>Chợ nổi họp lại</a><span>(12/9)</span></li>", {"Chợ nổi họp lại (12/9)"}},
    {"<p><span>T</span>Rời <span>iP</span>Hone, 5<span>km</span>2</p>", {"TRời iPHone, 5km2"}},
    // Titles of five words stand alone, labels do not.
    {"<div><a href=a>Nuôi cua trong hộp nhựa</a><a href=b>Cống Cái Cùng xả nước</a></div>",
     {"Nuôi cua trong hộp nhựa", "Cống Cái Cùng xả nước"}},
    {"<div><a href=a>Lúa tôm</a><a href=b>Giá heo hơi</a></div>", {"Lúa tôm Giá heo hơi"}},
    // Two breaks part paragraphs; one does where a sentence ended.
    {"<div>Đoạn đầu<br><br>Đoạn sau</div>", {"Đoạn đầu", "Đoạn sau"}},
    {"<div>Hết câu.<br>Câu mới</div>", {"Hết câu.", "Câu mới"}},
    {"<div>Giữa<br>câu</div>", {"Giữa câu"}},
    {"<div><b>Đề</b><br>Đoạn</div>", {"Đề", "Đoạn"}},
    {"<h1>Một.<br>Hai</h1>", {"Một. Hai"}},
    // What no reader sees.
    {"<p>Thấy<script>x</script><style>y</style><noscript>z</noscript><template>t</template>",
     {"Thấy"}},
    {"<p>Thấy<p hidden>Không<p style='Display : none'>Không<span class=sr-only>Không</span>",
     {"Thấy"}},
    {"<p>Thấy <i class='icon-x' aria-hidden=true>close</i> đủ", {"Thấy đủ"}},
    // A hidden box parts the words beside it; hidden words do not.
    {"<b>Mưa</b><div hidden>x</div> <i>to</i>", {"Mưa to"}},
    {"<b>Mưa</b><span hidden>x</span>!", {"Mưa!"}},
    // Links beside each other are no one word.
    {"<div><a href=/a>Xã hội</a><a href=/b>Kinh tế</a></div>", {"Xã hội Kinh tế"}},
    // A date or author in a span of its own stands apart, but not inside a paragraph.
    {"<div><span class=author>Lê Vân</span><span class=date>3/2</span></div>", {"Lê Vân", "3/2"}},
    {"<p>Theo <span class=author>Lê Vân</span> kể</p>", {"Theo Lê Vân kể"}},
    {"<p>&nbsp;</p><p>\u200B</p>", {}},
    {"", {}},
};

TEST(HtmlBlocks, PutEveryVisibleWordInOneBlock) {
  for (const TextCase& c : kTexts) EXPECT_EQ(texts_of(c.html), c.texts) << c.html;
}

TEST(HtmlBlocks, SayWhatElementTheyAre) {
  const auto page = blocks_of(
      "<h2>Đề</h2><p>Đoạn</p><ul><li><p>Mục</p></ul><blockquote><p>Lời</p></blockquote>"
      "<figure><img src=a.jpg><figcaption>Ảnh</figcaption></figure><table><td>Ô</table><time "
      "datetime=2024-09-07>7/9</time>");
  ASSERT_EQ(page.blocks.size(), 7u);
  const BlockTag tags[] = {BlockTag::kHeading, BlockTag::kParagraph, BlockTag::kListItem,
                           BlockTag::kQuote,   BlockTag::kCaption,   BlockTag::kTableCell,
                           BlockTag::kTime};
  for (std::size_t i = 0; i < 7; ++i) EXPECT_EQ(page.blocks[i].tag, tags[i]) << page.blocks[i].text;
  EXPECT_EQ(page.blocks[0].heading_level, 2);
  ASSERT_EQ(page.images.size(), 1u);
  EXPECT_EQ(page.images[0].url, "https://bao.example/tin/a.jpg");
  EXPECT_EQ(page.images[0].next_block, 4u);
  ASSERT_EQ(page.times.size(), 1u);
  EXPECT_EQ(page.times[0].datetime, "2024-09-07");
}

TEST(HtmlBlocks, TellWhereTheyLead) {
  const auto page = blocks_of(
      "<h3><a href='../kinh-te/1.html'>Giá lúa tăng</a></h3><p>Theo <a href=/x>báo cáo</a> của sở "
      "nông nghiệp tỉnh</p><a href=/y><div>Cả khối</div></a>");
  ASSERT_EQ(page.blocks.size(), 3u);
  EXPECT_EQ(page.blocks[0].href, "https://bao.example/kinh-te/1.html");
  EXPECT_FLOAT_EQ(page.blocks[0].link_share, 1);
  EXPECT_EQ(page.blocks[1].href, std::nullopt);
  EXPECT_GT(page.blocks[1].link_share, 0);
  EXPECT_LT(page.blocks[1].link_share, 0.5);
  EXPECT_EQ(page.blocks[2].href, "https://bao.example/y");
}

TEST(HtmlBlocks, KeepTheTreeOfElements) {
  const auto page = blocks_of("<div class=menu><p>Một</p><p>Hai</p></div><p>Ba</p>");
  ASSERT_EQ(page.blocks.size(), 3u);
  const PageElement& menu = page.elements[static_cast<std::size_t>(
      page.elements[static_cast<std::size_t>(page.block_elements[0])].parent)];
  EXPECT_EQ(menu.hint, BlockHint::kMenu);
  EXPECT_EQ(menu.first_block, 0u);
  EXPECT_EQ(menu.end_block, 2u);
  EXPECT_EQ(page.elements[0].end_block, 3u);
}

TEST(HtmlBlocks, TakePicturesThatWaitForTheReader) {
  const auto page = blocks_of(
      "<img src='data:image/gif;base64,x' data-src='/anh.jpg'><img srcset='/b.jpg 2x, /c.jpg'><img "
      "src='data:x'>");
  ASSERT_EQ(page.images.size(), 2u);
  EXPECT_EQ(page.images[0].url, "https://bao.example/anh.jpg");
  EXPECT_EQ(page.images[1].url, "https://bao.example/b.jpg");
}

TEST(HtmlBlocks, ShowWhatIsHiddenWhenAsked) {
  EXPECT_EQ(blocks_of("<div hidden>Bài</div>", true).blocks.size(), 1u);
  EXPECT_EQ(blocks_of("<div hidden>Bài</div>", false).blocks.size(), 0u);
}

// The parser leaves out white space beside elements that part lines: they must part them here too.
TEST(HtmlBlocks, NeverGlueWordsThatWhiteSpacePartsOnThePage) {
  std::vector<std::string> between = {"<meta itemprop=x content=1>",
                                      "<link itemprop=x href=/>",
                                      "</td>",
                                      "</li>",
                                      "</table>",
                                      "<tr>",
                                      "<!-- x -->",
                                      "<script>x</script>",
                                      "<style>x</style>"};
  for (const char* const tag :
       {"article",    "aside",  "blockquote", "body", "br", "dd",      "div",   "dl",     "dt",
        "figcaption", "figure", "footer",     "form", "h1", "h6",      "head",  "header", "html",
        "li",         "main",   "nav",        "ol",   "p",  "section", "table", "tbody",  "td",
        "th",         "tr",     "ul",         "span", "i",  "center"}) {
    between.push_back("<" + std::string(tag) + "></" + tag + ">");
    between.push_back("<" + std::string(tag) + ">");
    between.push_back("</" + std::string(tag) + ">");
    between.push_back("<" + std::string(tag) + " hidden></" + tag + ">");
  }
  for (const std::string& markup : between) {
    for (const std::string& start : {std::string(), std::string("<p>"), std::string("<div>")}) {
      if (markup == "<table>") continue;  // what stands in one but no cell goes before it
      const std::string html = start + "<b>Mưa</b>" + markup + " <i>to</i>";
      std::string all;
      for (const std::string& text : texts_of(html)) all += text + "\n";
      EXPECT_EQ(all.find("Mưato"), std::string::npos) << html;
      EXPECT_NE(all.find("to"), std::string::npos) << html;
    }
  }
  std::string deep;
  for (int i = 0; i < 520; ++i) deep += "<div>";
  EXPECT_EQ(texts_of(deep + "<b>Mưa</b><div> <i>to</i>"), (Texts{"Mưa to"}));
}

}  // namespace
}  // namespace machtin

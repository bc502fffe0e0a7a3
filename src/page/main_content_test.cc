#include "page/main_content.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "page/body_features.h"

namespace machtin {
namespace {

const LayoutTables& layouts() {
  static const LayoutTables tables = LayoutTables::load(*Pack::load("all"));
  return tables;
}

HtmlBlocks marked(std::string_view html) {
  const auto document = HtmlDocument::parse(std::string(html));
  const PageHead head = page_head(*document, std::nullopt);
  UrlResolver urls("https://bao.example/");
  HtmlBlocks page = html_blocks(document->body(), layouts(), urls);
  mark_main_content(page, head, layouts().body);
  return page;
}

const Block& block_of(const HtmlBlocks& page, std::string_view start) {
  static const Block none;
  for (const Block& block : page.blocks) {
    if (block.text.starts_with(start)) return block;
  }
  return none;
}

const std::string kBody[] = {
    "Chiều thứ Ba, tổ thợ của ông Ba Nhẫn đóng xong nhịp cuối của cây cầu gỗ bắc qua rạch Cái Sâu, "
    "sau bốn tháng làm không nghỉ.",
    "Cầu dài 86 m, rộng vừa đủ hai xe máy tránh nhau, do dân trong ấp góp tiền và ngày công. Gỗ "
    "lấy từ những cây bạch đàn trồng dọc bờ kênh.",
    "“Hồi trước tụi nhỏ phải qua đò, bữa nào mưa gió là nghỉ học,” chị Lụa, nhà ở đầu cầu, kể. Chị "
    "có hai con đang học lớp ba và lớp năm.",
    "Theo xã, còn bảy điểm như vậy chưa có cầu. Huyện hứa sẽ xem xét trong kế hoạch năm tới, nhưng "
    "chưa nói rõ lấy tiền từ đâu.",
};

std::string page_html() {
  return "<title>Cây cầu của ấp - Báo Rạch</title><body><nav><a href=/>Trang chủ</a><a "
         "href=/xa-hoi>Xã hội</a></nav>"
         "<div class=wrap><h1>Cây cầu của ấp</h1><div class=author>Lê Vân</div><span "
         "class=date>12/3/2024</span>"
         "<div class=noidung><p>" +
         kBody[0] +
         "</p><figure><img src=/cau.jpg><figcaption>Cầu ngày khánh thành. Ảnh: Hà "
         "An</figcaption></figure><p>" +
         kBody[1] + "</p><h2>Bảy điểm còn chờ</h2><p>" + kBody[2] + "</p><p>" + kBody[3] +
         "</p></div>"
         "<div class='box-tinlienquan'><h3>Tin liên quan</h3><ul>"
         "<li><a href=/1><img src=/1.jpg></a><a href=/1>Đò ngang ngừng chạy vì nước cạn</a>"
         "<li><a href=/2><img src=/2.jpg></a><a href=/2>Trường làng có phòng máy mới</a></ul></div>"
         "<div class=comments><p>Bài viết hay quá, mong xã tôi cũng sớm có một cây cầu như vậy để "
         "bà con đi lại.</p></div></div>"
         "<footer>Báo Rạch. Giấy phép số 12.</footer>";
}

TEST(MarkMainContent, TakesASummaryForALedeBetweenTitleAndTextAlone) {
  std::string html = page_html();
  const std::string lede =
      "Bốn tháng góp công góp của, ấp Cái Sâu có cây cầu đầu tiên, trẻ con thôi đi đò tới trường.";
  const std::string other =
      "Nước cạn trơ đáy, ba bến đò ở huyện bên ngừng chạy đã hơn nửa tháng nay, khách đi vòng.";
  html.insert(html.find("<div class=noidung>"), "<p class=summary>" + lede + "</p>");
  html.insert(html.find("<footer>"),
              "<div class=grid><div class=card><h3><a href=/3>Đò ngang "
              "ngừng chạy vì nước cạn đã lâu</a></h3><p class=summary>" +
                  other + "</p></div></div>");
  const HtmlBlocks page = marked(html);
  const BlockHint own = block_of(page, "Bốn tháng góp").hint;
  EXPECT_TRUE(own == BlockHint::kLede || own == BlockHint::kBody);
  const BlockHint others = block_of(page, "Nước cạn trơ").hint;
  EXPECT_TRUE(others != BlockHint::kLede && others != BlockHint::kBody);
}

TEST(MarkMainContent, LeavesCommentsThatAreLongerThanTheText) {
  std::string html = page_html();
  std::string comments;
  for (int i = 0; i < 12; ++i) {
    comments += "<div class=comment><b>Bạn đọc " + std::to_string(i) +
                "</b><p>Tôi ở xã bên, thấy bà con làm được cây cầu mà mừng, lần thứ " +
                std::to_string(i) +
                " đi qua đây mới khỏi phải chờ đò. Mong huyện sớm làm tiếp mấy điểm còn lại, chứ "
                "để tụi nhỏ lội nước đi học hoài thì tội lắm.</p></div>";
  }
  html.insert(html.find("<footer>"), "<div class=comment-list>" + comments + "</div>");
  for (const Block& block : marked(html).blocks) {
    const bool comment = block.text.starts_with("Tôi ở xã bên");
    EXPECT_FALSE(comment && block.hint == BlockHint::kBody);
  }
}

TEST(MarkMainContent, FindsTheArticle) {
  const HtmlBlocks page = marked(page_html());
  for (const std::string& text : kBody)
    EXPECT_EQ(block_of(page, text).hint, BlockHint::kBody) << text;
  EXPECT_EQ(block_of(page, "Bảy điểm còn chờ").hint, BlockHint::kBody);
  EXPECT_EQ(block_of(page, "Cây cầu của ấp").hint, BlockHint::kTitle);
}

TEST(MarkMainContent, SaysWhatTheRestIsFor) {
  const HtmlBlocks page = marked(page_html());
  const std::map<std::string, BlockHint> hints = {
      {"Trang chủ", BlockHint::kMenu},
      {"Lê Vân", BlockHint::kByline},
      {"12/3/2024", BlockHint::kDate},
      {"Cầu ngày khánh thành", BlockHint::kCaption},
      {"Tin liên quan", BlockHint::kRelatedHeading},
      {"Đò ngang ngừng", BlockHint::kRelated},
      {"Bài viết hay quá", BlockHint::kComment},
      {"Báo Rạch. Giấy phép", BlockHint::kFooter},
  };
  for (const auto& [text, hint] : hints) EXPECT_EQ(block_of(page, text).hint, hint) << text;
}

TEST(MarkMainContent, GivesContainersAndPictures) {
  const HtmlBlocks page = marked(page_html());
  EXPECT_EQ(block_of(page, kBody[0]).container, block_of(page, kBody[3]).container);
  EXPECT_NE(block_of(page, "Đò ngang").container, block_of(page, "Trường làng").container);
  EXPECT_EQ(block_of(page, "Đò ngang").image, "https://bao.example/1.jpg");
  EXPECT_EQ(block_of(page, "Trường làng").image, "https://bao.example/2.jpg");
  EXPECT_EQ(block_of(page, "Cầu ngày").image, "https://bao.example/cau.jpg");
}

TEST(MarkMainContent, StandsAPageWithoutAnArticle) {
  for (const Block& block :
       marked("<ul><li><a href=/1>Một</a><li><a href=/2>Hai</a></ul>").blocks) {
    EXPECT_NE(block.hint, BlockHint::kBody);
  }
  EXPECT_TRUE(marked("").blocks.empty());
}

TEST(MarkMainContent, LeavesASentenceThatStandsForWhatDidNotLoad) {
  const std::string box =
      "<div><p>Nội dung này chưa hiện ra vì bạn chưa đồng ý với trang khác.</p></div>";
  const HtmlBlocks page = marked("<title>Cây cầu của ấp</title><h1>Cây cầu của ấp</h1><div><p>" +
                                 kBody[0] + "</p>" + box + "<p>" + kBody[1] + "</p>" + box + "<p>" +
                                 kBody[2] + "</p>" + box + "<p>" + kBody[3] + "</p></div>");
  for (const std::string& text : kBody)
    EXPECT_EQ(block_of(page, text).hint, BlockHint::kBody) << text;
  EXPECT_NE(block_of(page, "Nội dung này").hint, BlockHint::kBody);
}

// tests/pages/vi holds one article of four paragraphs in layouts that have little in common.
TEST(MarkMainContent, FindsTheTextInOddLayouts) {
  for (const char* const name :
       {"table-layout.html", "mobile-breaks.html", "placeholders.html", "shown-by-script.html"}) {
    std::ifstream file(std::string(MACHTIN_SOURCE_DIR "/tests/pages/vi/") + name);
    std::stringstream html;
    html << file.rdbuf();
    const auto document = HtmlDocument::parse(html.str());
    const PageHead head = page_head(*document, std::nullopt);
    UrlResolver urls("https://bao.example/");
    HtmlBlocks page = shown_blocks(document->body(), layouts(), urls);
    mark_main_content(page, head, layouts().body);
    int paragraphs = 0;
    for (const Block& block : page.blocks) {
      const bool body = block.hint == BlockHint::kBody;
      paragraphs += body && block.text.size() > 150 ? 1 : 0;
      // A signed link amid the text is find_articles' to tell.
      const bool link = block.link_share > 0.9F && !block.text.starts_with(">>");
      EXPECT_FALSE(body && link) << name << ": " << block.text;
    }
    EXPECT_EQ(paragraphs, 4) << name;
    EXPECT_EQ(block_of(page, "Lò gốm Vàm Cỏ đỏ lửa trở lại").hint, BlockHint::kTitle) << name;
  }
}

TEST(BodyFeatures, AreNamedNumbersOfEveryBlock) {
  const auto document = HtmlDocument::parse(page_html());
  const PageHead head = page_head(*document, std::nullopt);
  UrlResolver urls("");
  const HtmlBlocks page = html_blocks(document->body(), layouts(), urls);
  const auto features = body_features(page, find_clues(page, head));
  ASSERT_EQ(features.size(), page.blocks.size());
  for (const BodyFeatureValues& values : features) {
    EXPECT_GE(values[0], 1);  // words
    for (const float value : values) EXPECT_TRUE(std::isfinite(value));
  }
  const auto& names = body_feature_names();
  EXPECT_EQ(std::set<std::string_view>(names.begin(), names.end()).size(), kBodyFeatures);
}

}  // namespace
}  // namespace machtin

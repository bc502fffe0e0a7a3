#include "page/page_clues.h"

#include <gtest/gtest.h>

#include <string>

namespace machtin {
namespace {

const LayoutTables& layouts() {
  static const LayoutTables tables = LayoutTables::load(*Pack::load("all"));
  return tables;
}

struct Read {
  HtmlBlocks page;
  PageClues clues;
};

Read read(std::string_view html) {
  const auto document = HtmlDocument::parse(std::string(html));
  const PageHead head = page_head(*document, std::nullopt);
  UrlResolver urls("");
  Read result{html_blocks(document->body(), layouts(), urls), {}};
  result.clues = find_clues(result.page, head);
  return result;
}

const std::string kProse =
    "Sáng sớm, bà con hai bên sông kéo nhau ra bến xem chuyến phà cuối cùng rời bờ, ai cũng bồi "
    "hồi. "
    "Ông Tư Lành, người lái phà suốt ba mươi năm, nói rằng cây cầu mới sẽ giúp lũ trẻ đi học đỡ "
    "vất vả hơn.";

TEST(MeasureBlock, CountsWordsAndSentences) {
  const BlockMeasure m = measure_block("Mưa to, gió lớn. Nước lên!");
  EXPECT_EQ(m.words, 6);
  EXPECT_EQ(m.commas, 1);
  EXPECT_EQ(m.sentences, 2);
  EXPECT_TRUE(m.ends_sentence);
  EXPECT_TRUE(measure_block("Ông nói: “Nước lên.”").ends_sentence);
  EXPECT_FALSE(measure_block("Tin mới").ends_sentence);
  EXPECT_EQ(measure_block("台風上陸").words, 2);
}

TEST(FindClues, TakesTheHeadingThatAgreesWithTheHeadAsTitle) {
  const Read r = read(
      "<title>Chuyến phà cuối cùng - Báo Sông</title><h1>Báo Sông</h1><h2>Chuyến phà cuối "
      "cùng</h2><p>" +
      kProse + "<h2>Bài khác</h2>");
  ASSERT_GE(r.clues.title, 0);
  EXPECT_EQ(r.page.blocks[static_cast<std::size_t>(r.clues.title)].text, "Chuyến phà cuối cùng");
}

std::string title_of(const std::string& html) {
  const Read r = read(html);
  return r.clues.title < 0 ? "" : r.page.blocks[static_cast<std::size_t>(r.clues.title)].text;
}

TEST(FindClues, TakesNoMastheadForTheTitle) {
  const std::string head = "<title>Chuyến phà cuối cùng - Tin tức miền sông nước</title>";
  const std::string line = "<table><td><b>Chuyến phà cuối cùng</b><br><br>" + kProse + "</table>";
  // The name leads to the front page; or to an address that cannot be known.
  for (const char* front : {"https://miensong.example", "https://miensong.example/", "/"}) {
    EXPECT_EQ(title_of(head + "<h1><a href=" + front + ">Tin tức miền sông nước</a></h1>" + line),
              "Chuyến phà cuối cùng");
  }
  // The head names the site, or the address does.
  EXPECT_EQ(title_of(head +
                     "<meta property=og:site_name content='Tin tức Miền Sông Nước'>"
                     "<h1>Tin tức miền sông nước</h1>" +
                     line),
            "Chuyến phà cuối cùng");
  EXPECT_EQ(title_of(head +
                     "<link rel=canonical href=https://www.tintucmiensongnuoc.example/a>"
                     "<h1>Tin tức miền sông nước</h1>" +
                     line),
            "Chuyến phà cuối cùng");
  // Every page of the site has one <title>.
  EXPECT_EQ(title_of("<title>Tin tức miền sông nước</title><h1><a href=/>Tin tức miền sông nước"
                     "</a></h1><div class=tieude>Chuyến phà cuối cùng</div><p>" +
                     kProse + "<p>© Tin tức miền sông nước. Ghi nguồn khi dùng lại"),
            "Chuyến phà cuối cùng");
  EXPECT_EQ(title_of("<h1><a href=https://miensong.example>Miền sông</a></h1><p>" + kProse), "");
}

TEST(FindClues, TakesATitleThatLinksToItsOwnPage) {
  const std::string head = "<title>Chuyến phà cuối cùng - Tin tức miền sông nước</title>";
  for (const char* own : {"https://miensong.example/?p=12", "https://miensong.example/a", "/a"}) {
    EXPECT_EQ(title_of(head + "<h1><a href=" + own + ">Chuyến phà cuối cùng</a></h1><p>" + kProse),
              "Chuyến phà cuối cùng");
  }
}

TEST(FindClues, TakesTheLineThatTellsMostOfTheHeadsTitle) {
  EXPECT_EQ(title_of("<title>Chuyến phà cuối cùng - Tiếng nói miền sông</title><div>Tiếng nói miền "
                     "sông</div><div>Trang chủ &gt; Chuyến phà cuối cùng</div><b>Chuyến phà cuối "
                     "cùng</b><p>Bà con tiễn phà."),
            "Chuyến phà cuối cùng");
}

TEST(FindClues, TakesTheOnlyFirstHeadingFromAMenuBar) {
  const std::string bar = "<nav class=menu><h1>Bến cũ ngày chia tay</h1></nav>";
  EXPECT_EQ(title_of("<title>Phà nghỉ</title>" + bar + "<h2>Ba mươi năm một dòng sông</h2><p>" +
                     kProse + "<p>" + kProse),
            "Bến cũ ngày chia tay");
}

TEST(FindClues, TakesNoSmallHeadingThatTheHeadDoesNotRepeat) {
  const std::string box = "<p>" + kProse + "<h4>Thời tiết hôm nay</h4>";
  EXPECT_EQ(title_of("<title>Phà nghỉ từ hôm nay</title>" + box), "");
  EXPECT_EQ(title_of(box), "Thời tiết hôm nay");  // no head says otherwise
}

TEST(FindClues, TakesALineThatTheHeadRepeatsWhereThereAreNoHeadings) {
  const Read r = read(
      "<title>Chuyến phà cuối cùng - Báo Sông</title><a href=/>Báo Sông</a><table><td><font "
      "size=4><b>Chuyến phà cuối cùng</b></font><br>Thứ Ba, 18/9/2012<br><br>" +
      kProse + "</table>");
  ASSERT_GE(r.clues.title, 0);
  EXPECT_EQ(r.page.blocks[static_cast<std::size_t>(r.clues.title)].text, "Chuyến phà cuối cùng");
}

TEST(FindClues, HandsHintsDown) {
  const Read r = read("<div class=related><div><p>Bài khác</p></div></div><p>" + kProse);
  const InheritedHint in = r.clues.inherited[static_cast<std::size_t>(r.page.block_elements[0])];
  EXPECT_EQ(in.away, BlockHint::kRelated);
  EXPECT_EQ(r.clues.inherited[static_cast<std::size_t>(r.page.block_elements[1])].away,
            BlockHint::kNone);
}

TEST(FindClues, DoesNotBelieveAHintOnWhatHoldsTheWholeArticle) {
  const Read r = read("<div class='post tag-song-nuoc menu'><h1>Chuyến phà</h1><p>" + kProse +
                      "<p>" + kProse + "</div>");
  for (const InheritedHint& in : r.clues.inherited) EXPECT_EQ(in.away, BlockHint::kNone);
}

TEST(FindClues, MatchesThePublishersOwnText) {
  const Read r =
      read("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
           kProse + "\"}</script><p>Quảng bá cho một trang khác<p>" + kProse);
  EXPECT_TRUE(r.clues.has_article_body);
  EXPECT_LT(r.clues.body_match[0], 0.1F);
  EXPECT_GT(r.clues.body_match[1], 0.9F);
}

}  // namespace
}  // namespace machtin

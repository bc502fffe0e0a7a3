#include "article/find_articles.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "article/test_pages.h"
#include "text/utf8.h"

namespace machtin {
namespace {

FoundArticles found_in(std::string_view text) {
  return find_articles(text_page(text), shipped_tables());
}

std::vector<std::string> titles(const FoundArticles& found) {
  std::vector<std::string> all;
  for (const FoundArticle& each : found.articles) all.push_back(each.article.title);
  return all;
}

bool dropped(const FoundArticles& found, std::string_view text, DropReason why) {
  for (const Dropped& each : found.dropped) {
    if (each.text == text && each.why == why) return true;
  }
  return false;
}

// Words as runs of letters and digits.
void count_words(std::string_view text, int by, std::map<std::string, int>& counts) {
  std::string word;
  for (std::size_t at = 0; at <= text.size();) {
    const CodePoint c = at < text.size() ? code_point_at(text, at) : CodePoint{U' ', at + 1};
    if (is_letter(c.value) || is_digit(c.value) || is_combining(c.value)) {
      word += text.substr(at, c.next - at);
    } else if (!word.empty()) {
      counts[word] += by;
      word.clear();
    }
    at = c.next;
  }
}

// What stands on the page more often than in the outcome (> 0), or less (< 0). A teaser's heading
// is told in `dropped`, so the field is not counted; nor is what metadata alone say, nor a teaser's
// source, which is the page's.
std::map<std::string, int> unbalanced(const ParsedPage& page, const FoundArticles& found) {
  std::map<std::string, int> counts;
  for (const Block& block : page.blocks) count_words(block.text, 1, counts);
  for (const FoundArticle& each : found.articles) {
    const Article& article = each.article;
    count_words(article.title, -1, counts);
    if (article.lede) count_words(*article.lede, -1, counts);
    for (const std::string& text : article.paragraphs) count_words(text, -1, counts);
    for (const Caption& caption : article.captions) {
      count_words(caption.text, -1, counts);
      if (caption.credit) count_words(*caption.credit, -1, counts);
    }
    for (const std::string& author : article.authors) count_words(author, -1, counts);
    if (article.agency) count_words(*article.agency, -1, counts);
    if (article.role == Role::kMain && article.source) count_words(*article.source, -1, counts);
  }
  for (const Dropped& each : found.dropped) count_words(each.text, -1, counts);
  std::erase_if(counts, [](const auto& count) { return count.second == 0; });
  return counts;
}

// A page in the manner of a law paper: caption told twice, slug, headings, teasers with captions.
constexpr std::string_view kLawPaper = R"(Thời sự
Nước sạch về bản Nà Lầu sau mười năm chờ đợi

 Bà con bản Nà Lầu bên bể nước mới. Ảnh: Lò Văn Pánh
 Bà con bản Nà Lầu bên bể nước mới. Ảnh: Lò Văn Pánh
(PLVN) -Sáng 12/3, huyện Mường Tè bàn giao công trình cấp nước cho 86 hộ dân bản Nà Lầu, nơi mùa khô nào cũng phải gùi nước từ khe suối cách nhà ba cây số.

Công trình dài 4,2 km, lấy nước từ đầu nguồn Nậm Bum, có bể lọc và bốn bể chứa đặt ở bốn xóm. Tổng kinh phí 3,8 tỷ đồng do huyện và một quỹ thiện nguyện cùng góp.

Ông Lý Phù Sơn, trưởng bản, kể rằng trước kia mỗi nhà cắt cử một người đi lấy nước, trẻ con vì thế hay nghỉ học vào tháng ba, tháng tư.

“Từ nay mở vòi là có nước, bọn trẻ được tới trường đều, người già đỡ khổ”, ông Sơn nói.

Huyện cho biết sẽ làm thêm hai công trình như vậy ở bản Pa Vệ và bản Seo Hai trước mùa khô năm sau.

Trần Quốc Vũ

Chia sẻ

Từ khóa: nước sạch, Mường Tè

Tin cùng chuyên mục

Đọc thêm

[Video] Chợ phiên Sín Chéng đông khách trở lại

Khách xem vải thổ cẩm ở chợ. (Nguồn: TTXVN)
(PLVN) - Sau hai năm vắng vẻ, phiên chợ sáng thứ tư ở Sín Chéng lại chật kín người mua bán trâu, ngựa và vải thổ cẩm.

Đà Lạt mở tuyến xe điện quanh hồ Xuân Hương

(PLVN) - Mười hai xe điện bắt đầu chở khách quanh hồ từ đầu tuần này, vé mười nghìn đồng một lượt.

Chia sẻ lên Zalo
)";

TEST(FindArticles, TakesAPageOfCrawlerTextApart) {
  const FoundArticles found = found_in(kLawPaper);
  EXPECT_EQ(titles(found),
            (std::vector<std::string>{"Nước sạch về bản Nà Lầu sau mười năm chờ đợi",
                                      "Chợ phiên Sín Chéng đông khách trở lại",
                                      "Đà Lạt mở tuyến xe điện quanh hồ Xuân Hương"}));
  const Article& main = found.articles[0].article;
  EXPECT_EQ(main.role, Role::kMain);
  EXPECT_EQ(main.agency, "PLVN");
  EXPECT_EQ(main.authors, (std::vector<std::string>{"Trần Quốc Vũ"}));
  EXPECT_EQ(main.captions,
            (std::vector<Caption>{{"Bà con bản Nà Lầu bên bể nước mới.", "Lò Văn Pánh"}}));
  ASSERT_TRUE(main.lede);
  EXPECT_TRUE(main.lede->starts_with("Sáng 12/3"));
  EXPECT_EQ(main.paragraphs.size(), 4u);
  EXPECT_EQ(main.language, "vi");
  EXPECT_EQ(main.key, "sha256:00#0");
  EXPECT_EQ(main.text, joined_text(main));
}

TEST(FindArticles, GivesTeasersTheirHeadingKindCaptionAndAgency) {
  const FoundArticles found = found_in(kLawPaper);
  ASSERT_EQ(found.articles.size(), 3u);
  const Article& teaser = found.articles[1].article;
  EXPECT_EQ(teaser.heading, "Đọc thêm");
  EXPECT_EQ(teaser.kind, ArticleKind::kVideo);
  EXPECT_EQ(teaser.agency, "PLVN");
  EXPECT_EQ(teaser.captions, (std::vector<Caption>{{"Khách xem vải thổ cẩm ở chợ.", "TTXVN"}}));
  EXPECT_EQ(teaser.key, "title:cho phien sin cheng dong khach tro lai|");
  EXPECT_TRUE(dropped(found, "Tin cùng chuyên mục", DropReason::kHeading));
  EXPECT_TRUE(dropped(found, "Đọc thêm", DropReason::kHeading));
  EXPECT_TRUE(dropped(found, "Bà con bản Nà Lầu bên bể nước mới. Ảnh: Lò Văn Pánh",
                      DropReason::kCaptionRepeat));
  EXPECT_TRUE(dropped(found, "Từ khóa: nước sạch, Mường Tè", DropReason::kTags));
}

TEST(FindArticles, FindsTeasersUnderAHeadingThatNoTableHolds) {
  std::string page(kLawPaper);
  page.replace(page.find("Đọc thêm"), std::string_view("Đọc thêm").size(), "Nhìn ra muôn phương");
  page.replace(page.find("Tin cùng chuyên mục\n\n"),
               std::string_view("Tin cùng chuyên mục\n\n").size(), "");
  const FoundArticles found = found_in(page);
  EXPECT_EQ(titles(found).size(), 3u);
  EXPECT_EQ(found.articles[0].article.paragraphs.size(), 4u);
}

TEST(FindArticles, BroadcasterPageWithTitlesToldTwice) {
  const FoundArticles found = found_in(R"([Video] Lũ quét cuốn trôi cầu tạm ở Mường Lát | VTV.VN
Cập nhật 15:03, Thứ bảy, 08/09/2018 (GMT+7)

VTV.vn - Trận lũ quét đêm qua cuốn trôi cây cầu tạm nối hai xã vùng cao của huyện Mường Lát, hơn sáu trăm hộ dân bị chia cắt.

Lực lượng dân quân đã dùng bè mảng chở gạo, thuốc men qua suối ngay từ sáng sớm, ưu tiên các nhà có người già và trẻ nhỏ.

Có thể bạn quan tâm

[Video] Nông dân Phan Rang vào vụ nho sớm
[Video] Nông dân Phan Rang vào vụ nho sớm
Nắng ấm kéo dài giúp nho chín sớm nửa tháng, thương lái vào tận vườn đặt mua với giá cao hơn năm ngoái.

Tàu cá gặp nạn ngoài khơi Phú Yên được lai dắt về bờ
)");
  ASSERT_EQ(found.articles.size(), 3u);
  const Article& main = found.articles[0].article;
  EXPECT_EQ(main.title, "Lũ quét cuốn trôi cầu tạm ở Mường Lát");
  EXPECT_EQ(main.kind, ArticleKind::kVideo);
  EXPECT_EQ(main.source, "VTV.VN");
  EXPECT_EQ(main.agency, "VTV.vn");
  EXPECT_EQ(found.articles[0].date_lines,
            (std::vector<std::string>{"Cập nhật 15:03, Thứ bảy, 08/09/2018 (GMT+7)"}));
  EXPECT_EQ(found.articles[1].article.kind, ArticleKind::kVideo);
  EXPECT_TRUE(dropped(found, "[Video] Nông dân Phan Rang vào vụ nho sớm", DropReason::kRepeat));
  EXPECT_EQ(found.articles[2].article.kind, ArticleKind::kNews);
  EXPECT_EQ(found.articles[2].article.heading, "Có thể bạn quan tâm");
}

TEST(FindArticles, LinksInsideTheTextAreTeasersAndTheTextGoesOn) {
  const FoundArticles found = found_in(R"(Hà Giang sửa xong đường lên Lũng Cú

Con đường từ thị trấn Đồng Văn lên Lũng Cú vừa được trải nhựa lại, rộng thêm một mét rưỡi và có rào chắn ở các khúc cua.

>> Mùa hoa tam giác mạch đến sớm

Xem thêm: Homestay ở Đồng Văn kín phòng dịp cuối tuần

Sở Giao thông cho biết xe khách 29 chỗ nay có thể lên tận chân cột cờ, thay vì phải dừng ở trung tâm xã như mọi năm.

(Theo Dân Việt)
)");
  ASSERT_EQ(found.articles.size(), 3u);
  const Article& main = found.articles[0].article;
  EXPECT_EQ(main.agency, "Dân Việt");
  EXPECT_EQ(main.paragraphs.size() + (main.lede ? 1 : 0), 2u);
  EXPECT_EQ(found.articles[1].article.title, "Mùa hoa tam giác mạch đến sớm");
  EXPECT_FALSE(found.articles[1].article.heading);
  EXPECT_EQ(found.articles[2].article.heading, "Xem thêm");
}

TEST(FindArticles, CleanArticleIsNeverTakenApart) {
  ParsedPage page;
  page.key = "k";
  page.clean_article = true;
  page.metadata.title = "[Video] Đọc thêm";
  page.metadata.published = "2024-05-03";
  page.blocks = {{.text = "(PLVN) - Một đoạn."}, {.text = "Tin liên quan"}, {.text = "Chia sẻ"}};
  const FoundArticles found = find_articles(page, shipped_tables());
  ASSERT_EQ(found.articles.size(), 1u);
  const Article& article = found.articles[0].article;
  EXPECT_EQ(article.title, "[Video] Đọc thêm");
  EXPECT_FALSE(article.lede);
  EXPECT_EQ(article.paragraphs,
            (std::vector<std::string>{"(PLVN) - Một đoạn.", "Tin liên quan", "Chia sẻ"}));
  EXPECT_EQ(found.articles[0].metadata_date, "2024-05-03");
  EXPECT_TRUE(found.dropped.empty());
}

Block hinted(std::string text, BlockHint hint, BlockTag tag = BlockTag::kParagraph) {
  Block block;
  block.text = std::move(text);
  block.hint = hint;
  block.tag = tag;
  return block;
}

ParsedPage markup_page() {
  ParsedPage page;
  page.format = Format::kHtml;
  page.key = "https://baovungcao.example/nuoc-sach";
  page.url = page.key;
  page.metadata.title = "Nước sạch về bản Nà Lầu - Báo Vùng Cao";
  page.metadata.site_name = "Báo Vùng Cao";
  page.metadata.authors = {"Trần Quốc Vũ"};
  page.metadata.published = "2024-03-12T08:00:00+07:00";
  page.blocks = {
      hinted("Trang chủ Thời sự", BlockHint::kMenu),
      hinted("Nước sạch về bản Nà Lầu", BlockHint::kTitle, BlockTag::kHeading),
      hinted("TRẦN QUỐC VŨ, phóng viên thường trú", BlockHint::kByline),
      hinted("12/03/2024 08:00", BlockHint::kDate),
      hinted("(VCO) - Sáng nay bản Nà Lầu có nước sạch.", BlockHint::kLede),
      hinted("Công trình dài 4,2 km, lấy nước từ đầu nguồn.", BlockHint::kBody),
      hinted("Một công trình của nhiều người", BlockHint::kBody, BlockTag::kHeading),
      hinted("Huyện góp tiền, dân góp công, làm trong sáu tháng.", BlockHint::kBody),
      hinted("Bể chứa ở xóm trên. Ảnh: Pánh", BlockHint::kCaption, BlockTag::kCaption),
      hinted("Tin liên quan", BlockHint::kRelatedHeading, BlockTag::kHeading),
      hinted("Chợ phiên Sín Chéng đông khách trở lại", BlockHint::kRelated, BlockTag::kHeading),
      hinted("Phiên chợ sáng thứ tư lại chật kín người.", BlockHint::kRelated),
      hinted("Gửi bình luận", BlockHint::kComment),
      hinted("Báo Vùng Cao giữ bản quyền", BlockHint::kFooter),
  };
  for (Block& block : page.blocks) block.container = block.hint == BlockHint::kRelated ? 3 : 1;
  page.blocks[10].href = "https://baovungcao.example/cho-phien";
  return page;
}

TEST(FindArticles, KnowsTheSiteByItsRightsAndTheDayBehindATeaser) {
  const FoundArticles found = find_articles(
      text_page("Chợ nổi họp trở lại sau lũ lớn - Báo Bến Cảng\n\n"
                "Sáng nay chợ nổi Cái Vồn lại đông ghe thuyền sau ba tuần vắng lặng.\n\n"
                "Theo ban quản lý chợ, hơn hai trăm ghe đã về neo ở khúc sông này.\n\n"
                "Đọc thêm\n\n"
                "Nước sông Cái xuống dưới mức báo động một (11/08)\n\n"
                "© 2025 Báo Bến Cảng. Ghi rõ nguồn khi dùng lại.\n"),
      shipped_tables());
  ASSERT_EQ(found.articles.size(), 2u);
  EXPECT_EQ(found.articles[0].article.title, "Chợ nổi họp trở lại sau lũ lớn");
  EXPECT_EQ(found.articles[0].article.source, "Báo Bến Cảng");
  EXPECT_EQ(found.articles[1].article.title, "Nước sông Cái xuống dưới mức báo động một");
  EXPECT_EQ(found.articles[1].date_lines, (std::vector<std::string>{"11/08"}));
}

TEST(FindArticles, FollowsTheHintsOfMarkup) {
  const FoundArticles found = find_articles(markup_page(), shipped_tables());
  ASSERT_EQ(found.articles.size(), 2u);
  const Article& main = found.articles[0].article;
  EXPECT_EQ(main.title, "Nước sạch về bản Nà Lầu");
  EXPECT_EQ(main.lede, "Sáng nay bản Nà Lầu có nước sạch.");
  EXPECT_EQ(main.agency, "VCO");
  EXPECT_EQ(main.authors, (std::vector<std::string>{"TRẦN QUỐC VŨ"}));
  EXPECT_EQ(main.paragraphs.size(), 3u);
  EXPECT_EQ(main.source, "Báo Vùng Cao");
  EXPECT_EQ(main.captions, (std::vector<Caption>{{"Bể chứa ở xóm trên.", "Pánh"}}));
  EXPECT_EQ(found.articles[0].date_lines, (std::vector<std::string>{"12/03/2024 08:00"}));
  const Article& teaser = found.articles[1].article;
  EXPECT_EQ(teaser.heading, "Tin liên quan");
  EXPECT_EQ(teaser.key, "url:https://baovungcao.example/cho-phien");
  EXPECT_EQ(teaser.lede, "Phiên chợ sáng thứ tư lại chật kín người.");
  EXPECT_TRUE(dropped(found, "phóng viên thường trú", DropReason::kByline));
  EXPECT_TRUE(dropped(found, "Gửi bình luận", DropReason::kComment));
}

TEST(FindArticles, MarkupWithoutABodyIsReadAsText) {
  ParsedPage page = markup_page();
  for (Block& block : page.blocks) block.hint = BlockHint::kNone;
  const FoundArticles found = find_articles(page, shipped_tables());
  ASSERT_FALSE(found.articles.empty());
  EXPECT_EQ(found.articles[0].article.role, Role::kMain);
}

TEST(FindArticles, MarkupWithoutABodyMayShowItsTitle) {
  ParsedPage page = text_page(
      "Bà con Nà Lầu góp công làm đường\n\nNước sạch về bản Nà Lầu\n\n"
      "Sáng nay bản Nà Lầu có nước sạch sau sáu tháng đào mương, đặt ống.\n\n"
      "Công trình dài 4,2 km, lấy nước từ đầu nguồn.\n");
  page.format = Format::kHtml;
  page.blocks[1].hint = BlockHint::kTitle;
  const FoundArticles found = find_articles(page, shipped_tables());
  ASSERT_FALSE(found.articles.empty());
  EXPECT_EQ(found.articles[0].article.title, "Nước sạch về bản Nà Lầu");
  EXPECT_EQ(unbalanced(page, found), (std::map<std::string, int>{}));
}

TEST(FindArticles, AMastheadOfMarkupIsNoTitle) {
  ParsedPage page = markup_page();
  page.blocks[0] = hinted("Vùng Cao hôm nay", BlockHint::kNone, BlockTag::kHeading);
  page.blocks[0].heading_level = 1;
  page.blocks[0].href = "https://baovungcao.example/";
  page.blocks.erase(page.blocks.begin() + 1);
  const FoundArticles found = find_articles(page, shipped_tables());
  ASSERT_FALSE(found.articles.empty());
  EXPECT_EQ(found.articles[0].article.title, "Nước sạch về bản Nà Lầu");  // of the page's head
}

TEST(FindArticles, OfASiteAndPeopleThePeopleAreTheAuthors) {
  ParsedPage page = markup_page();
  page.metadata.authors = {};
  page.metadata.site_name = "Nậm Bum Xanh";
  page.blocks[2].text = "Tác giả: Nậm Bum Xanh";
  page.blocks.insert(page.blocks.begin() + 3, hinted("Trần Quốc Vũ", BlockHint::kByline));
  const FoundArticles found = find_articles(page, shipped_tables());
  ASSERT_FALSE(found.articles.empty());
  EXPECT_EQ(found.articles[0].article.authors, (std::vector<std::string>{"Trần Quốc Vũ"}));
  EXPECT_TRUE(dropped(found, "Nậm Bum Xanh", DropReason::kByline));
  page.blocks.erase(page.blocks.begin() + 3);
  EXPECT_EQ(find_articles(page, shipped_tables()).articles[0].article.authors,
            (std::vector<std::string>{"Nậm Bum Xanh"}));
}

TEST(FindArticles, NothingOrOneLineIsNoTrouble) {
  EXPECT_TRUE(found_in("").articles.empty());
  const FoundArticles one = found_in("Một dòng chữ");
  EXPECT_EQ(titles(one), (std::vector<std::string>{"Một dòng chữ"}));
  const FoundArticles signs = found_in("***\n\n---\n");
  EXPECT_TRUE(signs.articles.empty());
}

TEST(FindArticles, AShortPageIsTitleAndText) {
  for (const char* text :
       {"Sập cầu tre ở Bến Vạn\n\nCầu tre Bến Vạn sập trưa 7/4.\n\nBa xe đạp rơi.\n",
        "Đoàn Xá hòa Bến Vạn 3-3\n\nHai đội hòa 3-3 tối 9/2.\n\nSân rất đông.\n",
        "Giá muối\n\nNgày 30/4, giá muối tăng 200 đồng/kg, theo Hợp tác xã Bạch Long."
        "\n\nGiá cá khô giảm.\n"}) {
    const FoundArticles found = found_in(text);
    ASSERT_EQ(found.articles.size(), 1u) << text;
    const Article& main = found.articles[0].article;
    EXPECT_EQ(main.title, std::string_view(text).substr(0, std::string_view(text).find('\n')));
    EXPECT_TRUE(main.lede) << text;
    EXPECT_EQ(main.paragraphs.size(), 1u) << text;
    EXPECT_TRUE(found.dropped.empty()) << text;
  }
}

TEST(FindArticles, AShortPageKeepsItsFurnitureOutOfTheText) {
  const FoundArticles found = found_in(
      "Sập cầu tre ở Bến Vạn\n\nCầu tre Bến Vạn sập trưa 7/4.\n\nGửi bình luận\n\nTin liên quan\n");
  ASSERT_EQ(found.articles.size(), 1u);
  EXPECT_EQ(found.articles[0].article.paragraphs,
            (std::vector<std::string>{"Cầu tre Bến Vạn sập trưa 7/4."}));
  EXPECT_TRUE(dropped(found, "Gửi bình luận", DropReason::kComment));
  EXPECT_TRUE(dropped(found, "Tin liên quan", DropReason::kHeading));
}

TEST(FindArticles, NamesOfSectionsAloneAreNoArticle) {
  EXPECT_TRUE(found_in("Làng nghề\n\nBến đò\n\nCon nước\n").articles.empty());
}

TEST(FindArticles, ASentenceToldTwiceUnderACaptionIsText) {
  const FoundArticles found = found_in(
      "Cháy kho muối Bạch Long\n\nTrưa 7/4, lửa bùng lên ở kho muối cạnh cống Múc.\n\n"
      "Kho muối sau khi lửa tắt. Ảnh: Đoàn Mây\n\n"
      "Nhiều nhà phải dọn đồ trong đêm.\n\nNhiều nhà phải dọn đồ trong đêm.\n");
  ASSERT_EQ(found.articles.size(), 1u);
  EXPECT_EQ(found.articles[0].article.paragraphs,
            (std::vector<std::string>{"Nhiều nhà phải dọn đồ trong đêm."}));
  EXPECT_EQ(found.articles[0].article.captions,
            (std::vector<Caption>{{"Kho muối sau khi lửa tắt.", "Đoàn Mây"}}));
  EXPECT_TRUE(dropped(found, "Nhiều nhà phải dọn đồ trong đêm.", DropReason::kRepeat));
}

TEST(FindArticles, AJapaneseParagraphWithADateIsText) {
  const std::string first = "町の合唱団は2024年5月3日、川沿いの広場で新しい曲を披露した。";
  const std::string second = "団員は来月も同じ広場で歌うことを決め、町の人々に参加を呼びかけた。";
  ParsedPage page = text_page("合唱団が新曲を披露\n\n" + first + "\n\n" + second + "\n");
  const FoundArticles text = find_articles(page, shipped_tables());
  ASSERT_EQ(text.articles.size(), 1u);
  EXPECT_EQ(text.articles[0].article.title, "合唱団が新曲を披露");
  EXPECT_EQ(text.articles[0].article.lede, first);
  EXPECT_EQ(text.articles[0].article.paragraphs, (std::vector<std::string>{second}));
  page.format = Format::kHtml;
  page.blocks[0].hint = BlockHint::kTitle;
  page.blocks[1].hint = page.blocks[2].hint = BlockHint::kBody;
  const FoundArticles markup = find_articles(page, shipped_tables());
  ASSERT_EQ(markup.articles.size(), 1u);
  EXPECT_EQ(markup.articles[0].article.paragraphs, (std::vector<std::string>{first, second}));
}

TEST(FindArticles, ADatelineIsNoByline) {
  const FoundArticles english = found_in(
      "Ferry crews agree to sail again\n\n"
      "OSLO, May 12 (Reuters) - The ferry crews said on Monday that they would sail again this "
      "week.\n\n"
      "The boats have been tied up since the end of April, when the talks on pay broke down.\n");
  ASSERT_EQ(english.articles.size(), 1u);
  ASSERT_TRUE(english.articles[0].article.lede);
  EXPECT_TRUE(english.articles[0].article.lede->starts_with("OSLO, May 12 (Reuters) - The ferry"));
  EXPECT_TRUE(english.dropped.empty());
  const FoundArticles vietnamese = found_in(
      "Thủy thủ phà ra khơi trở lại\n\n"
      "OSLO, 12/5 (Reuters) - Các thủy thủ phà cho biết họ sẽ ra khơi trở lại vào cuối tuần "
      "này.\n\n"
      "Những con phà đã nằm bến từ cuối tháng trước, khi cuộc bàn về tiền lương đổ vỡ.\n");
  ASSERT_EQ(vietnamese.articles.size(), 1u);
  EXPECT_EQ(vietnamese.articles[0].article.agency, "Reuters");
  EXPECT_TRUE(dropped(vietnamese, "OSLO, 12/5", DropReason::kDate));
}

TEST(FindArticles, AKnownAuthorsNameAmongParagraphsIsASignature) {
  ParsedPage page = text_page(
      "Bến đò cũ mở lại\n\nTrưa 7/4, bến đò Cống Múc mở lại sau hơn một năm sửa bờ kè và đường "
      "xuống.\n\n"
      "Đoàn Thị Mây\n\nChuyến đò đầu tiên chở học trò sang sông, ai cũng được tặng một chiếc áo "
      "phao.\n");
  page.format = Format::kHtml;
  page.metadata.authors = {"Đoàn Thị Mây"};
  page.blocks[0].hint = BlockHint::kTitle;
  for (std::size_t i = 1; i < page.blocks.size(); ++i) page.blocks[i].hint = BlockHint::kBody;
  const FoundArticles found = find_articles(page, shipped_tables());
  ASSERT_EQ(found.articles.size(), 1u);
  EXPECT_EQ(found.articles[0].article.authors, (std::vector<std::string>{"Đoàn Thị Mây"}));
  EXPECT_EQ(found.articles[0].article.paragraphs.size(), 2u);
}

TEST(FindArticles, ASignatureMayNameItsSourcesInBrackets) {
  const FoundArticles found = found_in(
      "Cầu tre sập\n\nCầu tre Bến Vạn sập trưa 7/4.\n\nĐoàn Thị Mây (Theo Reuters, CNN)\n");
  ASSERT_EQ(found.articles.size(), 1u);
  EXPECT_EQ(found.articles[0].article.authors, (std::vector<std::string>{"Đoàn Thị Mây"}));
  EXPECT_EQ(found.articles[0].article.agency, "Reuters");
  EXPECT_EQ(found.articles[0].article.paragraphs,
            (std::vector<std::string>{"Cầu tre Bến Vạn sập trưa 7/4."}));
}

// Sections of a few sentences share no words with each other, and no table knows their headings.
TEST(FindArticles, AShortArticleKeepsItsSections) {
  const std::string text =
      "Đò ngang bến Cồn Nhãn đổi giờ chạy\n\n"
      "Từ 1/9 chuyến sớm nhất rời bến lúc 5h, muộn hơn trước nửa giờ.\n\n"
      "Chủ đò cho biết vé vẫn giữ giá 4.000 đồng một lượt.\n\n"
      "Học trò dậy muộn hơn\n\n"
      "Trường ở bờ bên kia lùi tiết đầu tới 7h15. Cô hiệu phó mừng vì lớp bớt vắng.\n\n"
      "Bao giờ có cầu?\n\n"
      "Dự án nằm chờ vốn đã chín năm. Huyện hẹn trả lời cử tri trong quý tới.\n\n"
      "Thiếu áo phao\n\n"
      "Mỗi chuyến chở ba mươi người mà chỉ có mười hai chiếc. Công an đường thủy đã nhắc hai "
      "lần.\n";
  for (const std::string& end : {std::string(), std::string("\nMai Sậy\n")}) {
    const FoundArticles found = find_articles(text_page(text + end), shipped_tables());
    ASSERT_EQ(found.articles.size(), 1u);
    const Article& main = found.articles[0].article;
    EXPECT_EQ(main.title, "Đò ngang bến Cồn Nhãn đổi giờ chạy");
    EXPECT_EQ(main.paragraphs.size() + (main.lede ? 1 : 0), 8u);
  }
}

TEST(FindArticles, EveryWordStandsInOnePlace) {
  const ParsedPage text = text_page(kLawPaper);
  EXPECT_EQ(unbalanced(text, find_articles(text, shipped_tables())),
            (std::map<std::string, int>{}));
}

// Lines of pages in any order, doubled and hinted at random: whatever is found, no word is lost or
// told twice.
TEST(FindArticles, NoWordIsLostWhateverTheOrderAndTheHints) {
  std::mt19937 random(20240503);
  std::vector<Block> pool = text_page(kLawPaper).blocks;
  for (const Block& block : markup_page().blocks) pool.push_back(block);
  for (const char* text :
       {"Xem thêm: Cầu treo qua sông Lô thông xe", ">> Cầu treo qua sông Lô thông xe",
        "Minh An và Thu Hà | 10:30 12/08/2019", "(Theo Reuters)", "1 Một tựa có số",
        "2 Hai tựa có số", "Hà Nội (TTXVN) - Trời mưa to từ sáng sớm.", "Ảnh: Minh An",
        "Bài và ảnh: Minh An - Thu Hà", "10:05",
        "Cuối bài có nguồn như thế này, đọc là biết ngay (Theo Dân trí)", "Video: Mưa to ở Huế"}) {
    Block block;
    block.text = text;
    pool.push_back(block);
  }
  for (int turn = 0; turn < 2000; ++turn) {
    ParsedPage page;
    page.key = "k";
    page.format = turn % 2 == 0 ? Format::kText : Format::kHtml;
    const std::size_t size = random() % 30;
    for (std::size_t i = 0; i < size; ++i) {
      Block block = pool[random() % pool.size()];
      block.hint = turn % 4 == 0 ? BlockHint::kNone : static_cast<BlockHint>(random() % 15);
      block.tag = turn % 4 == 0 ? BlockTag::kLine : static_cast<BlockTag>(random() % 9);
      block.blank_lines_before = static_cast<int>(random() % 2);
      block.container = static_cast<std::int32_t>(random() % 3);
      page.blocks.push_back(std::move(block));
    }
    EXPECT_EQ(unbalanced(page, find_articles(page, shipped_tables())),
              (std::map<std::string, int>{}))
        << turn;
    if (HasFailure()) break;
  }
}

TEST(FindArticles, LongHostileInputTakesLinearTime) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "a b c d e f g h\n((((((((\n";
  const FoundArticles found = found_in(text);
  EXPECT_FALSE(found.articles.empty());
}

}  // namespace
}  // namespace machtin

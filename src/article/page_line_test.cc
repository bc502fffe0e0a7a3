#include "article/page_line.h"

#include <gtest/gtest.h>

#include "article/test_pages.h"
#include "text/utf8.h"

namespace machtin {
namespace {

PageLine line(const char* text) { return make_line(text, shipped_tables()); }
std::string cut(const PageLine& of, ByteSpan span) { return std::string(slice(of.text, span)); }

TEST(Trimmed, CutsJoiningSignsButNoQuotationMarks) {
  const auto cut = [](const std::string& text) {
    return std::string(slice(text, trimmed(text, {0, static_cast<std::uint32_t>(text.size())})));
  };
  EXPECT_EQ(cut(" – Bến sông, » "), "Bến sông");
  EXPECT_EQ(cut("» Bến sông"), "Bến sông");
  EXPECT_EQ(cut("«Bến sông»"), "«Bến sông»");
  EXPECT_EQ(cut("»Bến sông«:"), "»Bến sông«");
  EXPECT_EQ(cut("Ông Tư: «Bến sông» |"), "Ông Tư: «Bến sông»");
  EXPECT_EQ(cut("» «Bến sông»"), "«Bến sông");  // one of them joins; which cannot be told
  EXPECT_EQ(cut(" »,» "), "");
}

TEST(FindGenreTag, ReadsBracketsColonsAndTagsBehind) {
  struct Case {
    const char* text;
    const char* rest;
    ArticleKind kind;
  };
  const Case cases[] = {
      {"[Video] Cầu treo qua sông Lô thông xe", "Cầu treo qua sông Lô thông xe",
       ArticleKind::kVideo},
      {"[VIDEO]Cầu treo qua sông Lô thông xe", "Cầu treo qua sông Lô thông xe",
       ArticleKind::kVideo},
      {"TRỰC TIẾP: Bão số 5 vào gần bờ", "Bão số 5 vào gần bờ", ArticleKind::kLive},
      {"Chùm ảnh: Mùa vàng trên bản Phùng", "Mùa vàng trên bản Phùng", ArticleKind::kPhoto},
      {"Infographic | Sáu bước đổi bằng lái xe", "Sáu bước đổi bằng lái xe", ArticleKind::kPhoto},
      {"Mùa vàng trên bản Phùng (ảnh)", "Mùa vàng trên bản Phùng", ArticleKind::kPhoto},
      {"Live: Storm nears the northern coast", "Storm nears the northern coast",
       ArticleKind::kLive},
  };
  for (const Case& each : cases) {
    const PageLine of = line(each.text);
    const auto tag = find_genre_tag(of, shipped_tables());
    ASSERT_TRUE(tag) << each.text;
    EXPECT_EQ(cut(of, tag->rest), each.rest);
    EXPECT_EQ(tag->kind, each.kind);
  }
}

TEST(FindGenreTag, LeavesCreditsAndPlainTitlesAlone) {
  for (const char* text : {"Ảnh: Nguyễn Minh An", "Video cũ bị chia sẻ như tin mới",
                           "[Hà Nội] Mưa to", "Ảnh hưởng của bão: mưa to nhiều nơi", "Video"}) {
    EXPECT_FALSE(find_genre_tag(line(text), shipped_tables())) << text;
  }
}

TEST(FindSlug, ReadsAgencyAndPlace) {
  struct Case {
    const char* text;
    const char* agency;
    const char* place;
    bool sure;
  };
  const Case cases[] = {
      {"(PLVN) -Sáng nay cầu Vân Đồn thông xe.", "PLVN", "", true},
      {"(Dân trí) – Sáng nay cầu Vân Đồn thông xe.", "Dân trí", "", true},
      {"(TNO) Sáng nay cầu Vân Đồn thông xe.", "TNO", "", true},
      {"TTO - Sáng nay cầu Vân Đồn thông xe.", "TTO", "", true},
      {"VOV.VN – Sáng nay cầu Vân Đồn thông xe.", "VOV.VN", "", true},
      {"Baoquocte.vn. Sáng nay cầu Vân Đồn thông xe.", "Baoquocte.vn", "", true},
      {"BTNO - Sáng nay cầu Vân Đồn thông xe.", "BTNO", "", false},
      {"Quảng Ninh (TTXVN) - Sáng nay cầu Vân Đồn thông xe.", "TTXVN", "Quảng Ninh", true},
      {"HANOI (Reuters) - The bridge opened this morning.", "Reuters", "HANOI", true},
  };
  for (const Case& each : cases) {
    const PageLine of = line(each.text);
    const auto slug = find_slug(of, shipped_tables());
    ASSERT_TRUE(slug) << each.text;
    EXPECT_EQ(cut(of, slug->agency), each.agency);
    EXPECT_EQ(cut(of, slug->place), each.place);
    EXPECT_EQ(slug->sure, each.sure) << each.text;
    EXPECT_TRUE(std::string_view(of.text).substr(slug->end).starts_with("Sáng") ||
                std::string_view(of.text).substr(slug->end).starts_with("The"));
  }
}

TEST(FindSlug, OrdinarySentencesHaveNone) {
  for (const char* text :
       {"Sáng nay - đúng hẹn - cầu Vân Đồn thông xe.", "(ba người) đã ra về sớm hơn dự kiến.",
        "Cầu dài 1,5 km (gồm cả đường dẫn) - dài nhất tỉnh.", "(Video) -", ""}) {
    EXPECT_FALSE(find_slug(line(text), shipped_tables())) << text;
  }
}

TEST(FindCredit, TakesLabelAndBracketsOff) {
  struct Case {
    const char* text;
    const char* caption;
    const char* name;
  };
  const Case cases[] = {
      {"Cầu Vân Đồn sáng nay. Ảnh: Minh An/TTXVN", "Cầu Vân Đồn sáng nay.", "Minh An/TTXVN"},
      {"Cầu Vân Đồn sáng nay - Ảnh: M.AN", "Cầu Vân Đồn sáng nay", "M.AN"},
      {"Cầu Vân Đồn sáng nay (Nguồn: Sở Giao thông).", "Cầu Vân Đồn sáng nay", "Sở Giao thông"},
      {"Cầu Vân Đồn sáng nay ẢNH: MINH AN", "Cầu Vân Đồn sáng nay", "MINH AN"},
      {"The bridge at dawn. Photo: AP", "The bridge at dawn.", "AP"},
      {"Ảnh: Minh An", "", "Minh An"},
  };
  for (const Case& each : cases) {
    const PageLine of = line(each.text);
    const auto credit = find_credit(of, shipped_tables());
    ASSERT_TRUE(credit) << each.text;
    EXPECT_EQ(cut(of, credit->text), each.caption);
    EXPECT_EQ(cut(of, credit->name), each.name);
  }
  EXPECT_FALSE(find_credit(
      line("Ông nói về nguồn: nước sông Lô đang cạn dần qua từng năm một, rất đáng lo."),
      shipped_tables()));
}

TEST(FindSiteSuffix, KnowsBarsPublishersAndThePageItself) {
  const auto bare = [](const char* text, const std::vector<std::string>& names) {
    const PageLine of = line(text);
    const auto site = find_site_suffix(of, shipped_tables(), names);
    return site ? cut(of, site->title) + "#" + cut(of, site->name) : std::string();
  };
  EXPECT_EQ(bare("Cầu Vân Đồn thông xe | Báo Dân trí", {}), "Cầu Vân Đồn thông xe#Báo Dân trí");
  EXPECT_EQ(bare("Cầu Vân Đồn thông xe - VnExpress", {}), "Cầu Vân Đồn thông xe#VnExpress");
  EXPECT_EQ(bare("Cầu Vân Đồn thông xe - Tin Vùng Cao", {"tin vung cao"}),
            "Cầu Vân Đồn thông xe#Tin Vùng Cao");
  EXPECT_EQ(bare("Cầu Vân Đồn thông xe - Hạ Long đón khách", {}), "");
}

TEST(FindByline, PartsAuthorsFromAgencies) {
  struct Case {
    const char* text;
    std::vector<std::string> authors, agencies;
    bool sure;
  };
  const Case cases[] = {
      {"Trần Minh An", {"Trần Minh An"}, {}, false},
      {"MINH AN - THU HÀ", {"MINH AN", "THU HÀ"}, {}, false},
      {"Minh An và Thu Hà", {"Minh An", "Thu Hà"}, {}, false},
      {"Minh An/VOV.VN", {"Minh An"}, {"VOV.VN"}, true},
      {"Minh An (Theo Reuters)", {"Minh An"}, {"Reuters"}, true},
      {"(theo VTV)", {}, {"VTV"}, true},
      {"Bài và ảnh: Minh An", {"Minh An"}, {}, true},
      {"By Jane Doe", {"Jane Doe"}, {}, true},
      {"Theo Nguyễn Thu Hà", {"Nguyễn Thu Hà"}, {}, true},
  };
  for (const Case& each : cases) {
    const PageLine of = line(each.text);
    const Byline byline =
        find_byline(of, {0, static_cast<std::uint32_t>(of.text.size())}, shipped_tables());
    std::vector<std::string> authors, agencies;
    for (const ByteSpan span : byline.authors) authors.push_back(cut(of, span));
    for (const ByteSpan span : byline.agencies) agencies.push_back(cut(of, span));
    EXPECT_EQ(authors, each.authors) << each.text;
    EXPECT_EQ(agencies, each.agencies) << each.text;
    EXPECT_EQ(byline.strength >= 2.5F, each.sure) << each.text << " " << byline.strength;
    EXPECT_GT(byline.strength, 0.9F);
  }
  for (const char* text :
       {"Đọc thêm", "TIN LIÊN QUAN", "sáng nay", "Theo kế hoạch, cầu sẽ xong", ""}) {
    const PageLine of = line(text);
    EXPECT_LT(
        find_byline(of, {0, static_cast<std::uint32_t>(of.text.size())}, shipped_tables()).strength,
        0.9F)
        << text;
  }
}

TEST(FindDateLine, ReadsTheManyWaysOfPrintingADate) {
  for (const char* text :
       {"22/12/2019 11:57 GMT+7", "Cập nhật 15:03, Thứ bảy, 08/09/2018 (GMT+7)",
        "Thứ 4, 14:16, 11/12/2019", "08:09 - 18/01/2019", "05/06/2017 | 18:43",
        "Ngày 3 tháng 5 năm 2024", "3 giờ trước", "10:05", "Chủ nhật, 6-8-2017, 15h35",
        "12.08.2019", "02/12/2025 3:15PM", "2/12/2025 3:15 p.m.", "Thứ ba 02/12/2025, 11:30 đêm",
        "2 Tháng Mười Hai, 2025", "May 3, 2024 at 10:30 AM", "Published 2 hours ago"}) {
    EXPECT_TRUE(find_date_line(line(text), shipped_tables())) << text;
  }
  for (const char* text : {"1", "24", "Thứ ba", "Năm 2019", "2 - 1",
                           "Ngày 7/9, cầu Vân Đồn thông xe", "Kết quả 3-0 cho đội khách", ""}) {
    EXPECT_FALSE(find_date_line(line(text), shipped_tables())) << text;
  }
}

TEST(FindDateLine, KeepsANameOnTheSameLineApart) {
  const PageLine of = line("Minh An | 10:30 12/08/2019");
  const auto date = find_date_line(of, shipped_tables());
  ASSERT_TRUE(date);
  EXPECT_EQ(cut(of, date->rest), "Minh An");
  EXPECT_EQ(cut(of, date->date), "10:30 12/08/2019");
}

TEST(FindDateLine, KeepsASignedNameApartFromAHalfOfTheDay) {
  for (const char* text :
       {"Đăng bởi Minh An - 02/12/2025 8:15 SA", "Đăng bởi Minh An vào lúc 02/12/2025 8:15 SA"}) {
    const PageLine of = line(text);
    const auto date = find_date_line(of, shipped_tables());
    ASSERT_TRUE(date) << text;
    EXPECT_TRUE(cut(of, date->date).ends_with("02/12/2025 8:15 SA")) << text;
    const Byline byline = find_byline(of, date->rest, shipped_tables());
    ASSERT_EQ(byline.authors.size(), 1u) << text;
    EXPECT_EQ(cut(of, byline.authors[0]), "Minh An");
  }
  const PageLine behind = line("02/12/2025 3:15 CH | Đăng bởi Minh An");
  const auto date = find_date_line(behind, shipped_tables());
  ASSERT_TRUE(date);
  EXPECT_EQ(cut(behind, date->rest), "Đăng bởi Minh An");
  EXPECT_TRUE(find_date_line(line("Đăng bởi: admin - 02/12/2025 8:15 SA"), shipped_tables()));
}

TEST(FindByline, KnowsTheLabelOfOtherAlphabets) {
  const PageLine of = line("Автор: Иван Петров");
  const Byline byline =
      find_byline(of, {0, static_cast<std::uint32_t>(of.text.size())}, shipped_tables());
  ASSERT_EQ(byline.authors.size(), 1u);
  EXPECT_EQ(cut(of, byline.authors[0]), "Иван Петров");
}

TEST(FindDateLine, ASentenceThatHoldsADateIsNone) {
  for (const char* text : {"10:30 12/08/2019 - Đoàn Xá, nơi sáu thôn Bến Vạn họp chợ phiên.",
                           "町の合唱団は2024年5月3日、川沿いの広場で新しい曲を披露した。",
                           "合唱團於2024年5月3日在河邊的廣場演唱了三首新的歌曲。"}) {
    const PageLine of = line(text);
    EXPECT_FALSE(find_date_line(of, shipped_tables())) << text;
    EXPECT_TRUE(is_sentence_beside(of, {}, shipped_tables())) << text;
  }
  EXPECT_FALSE(is_sentence_beside(line("Cập nhật 10:30, ngày 12/08/2019."), {}, shipped_tables()));
  EXPECT_FALSE(is_sentence_beside(line("2024年5月3日 10:30"), {}, shipped_tables()));
}

TEST(PageLine, CountsWordsOfScriptsWithoutSpacesByTheirLetters) {
  EXPECT_EQ(line("Chợ phiên họp lại").words, 4);
  EXPECT_EQ(line("합창단이 새 노래를 불렀다").words, 4);
  EXPECT_GE(line("合唱団は川沿いの広場で歌った。").words, 4);
  EXPECT_GE(line("คณะนักร้องประสานเสียงร้องเพลงใหม่ริมแม่น้ำ").words, 5);
  EXPECT_TRUE(ends_with_stop(line("合唱団は「また来る」と話した。")));
}

TEST(FindFurniture, MatchesWholeLinesStartsAndLabels) {
  const auto why = [](const char* text) {
    const auto rule = find_furniture(line(text), shipped_tables());
    return rule ? static_cast<int>(rule->why) : -1;
  };
  EXPECT_EQ(why("Chia sẻ"), static_cast<int>(DropReason::kShare));
  EXPECT_EQ(why("Ý kiến (17)"), static_cast<int>(DropReason::kComment));
  EXPECT_EQ(why("Từ khóa: cầu đường, Vân Đồn, Quảng Ninh"), static_cast<int>(DropReason::kTags));
  EXPECT_EQ(why("Chia sẻ khó khăn với bà con vùng lũ, nhiều đoàn xe lên đường"), -1);
  EXPECT_EQ(why("Tổng biên tập một tờ báo nói về nghề"), -1);
}

TEST(FindLinkMark, ReadsSignsAndLabels) {
  const auto rest = [](const char* text) {
    const PageLine of = line(text);
    const auto mark = find_link_mark(of, shipped_tables());
    return mark ? cut(of, mark->rest) : std::string();
  };
  EXPECT_EQ(rest(">> Cầu Vân Đồn thông xe"), "Cầu Vân Đồn thông xe");
  EXPECT_EQ(rest("Xem thêm: Cầu Vân Đồn thông xe"), "Cầu Vân Đồn thông xe");
  EXPECT_EQ(rest("Xem thêm nhiều ảnh về cầu Vân Đồn"), "");
}

TEST(Trimmed, PassesOverSignsByTheHundredThousand) {
  std::string signs;
  for (int i = 0; i < 200'000; ++i) signs += "»";
  const std::string text = signs + " Bến sông chiều";
  const ByteSpan rest = trimmed(text, {0, static_cast<std::uint32_t>(text.size())});
  EXPECT_EQ(slice(text, rest), "Bến sông chiều");
}

}  // namespace
}  // namespace machtin

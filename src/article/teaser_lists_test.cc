#include "article/teaser_lists.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "article/test_pages.h"

namespace machtin {
namespace {

// Lines with the roles that the model gave them.
struct Page {
  struct Given {
    std::string_view text;
    LineRole role;
  };

  explicit Page(std::initializer_list<Given> given) {
    for (const Given& each : given) {
      lines.push_back(make_line(std::string(each.text), shipped_tables()));
      open.looks.push_back(look_at(lines.back(), shipped_tables()));
      open.looks.back().open = each.role != LineRole::kDate;
      open.roles.push_back({each.role, DropReason::kOther, {}});
    }
  }

  std::vector<LineRole> roles() const {
    std::vector<LineRole> all;
    for (const RoleOfLine& role : open.roles) all.push_back(role.role);
    return all;
  }

  std::vector<PageLine> lines;
  OpenLines open;
};

constexpr LineRole kT = LineRole::kTitle, kB = LineRole::kBody, kH = LineRole::kHeading,
                   kTitle = LineRole::kTeaserTitle, kText = LineRole::kTeaserText,
                   kDrop = LineRole::kDrop, kBy = LineRole::kByline, kDate = LineRole::kDate,
                   kCaption = LineRole::kCaption;

TEST(FindLedesBelowTitles, GivesASentenceToTheTitleThatItTellsOf) {
  Page page({{"Trường làng Tà Hộc bỏ chuông điện, dùng lại kẻng", kT},
             {"Thầy hiệu trưởng kể kẻng làm từ vỏ bom vớt dưới lòng hồ.", kB},
             {"Đọc thêm", kH},
             {"Bến thuyền Pơ Nang đón chuyến phà đêm đầu tiên", kTitle},
             {"Chuyến phà đêm rời bến thuyền lúc 21h với mười hai hành khách.", kB},
             {"Kẻng treo ở gốc đa, học sinh trường Tà Hộc thay nhau đánh mỗi sáng.", kB}});
  find_ledes_below_titles(page.open, page.lines, shipped_tables());
  EXPECT_EQ(page.roles(), (std::vector{kT, kB, kH, kTitle, kText, kB}));
}

TEST(FindLedesBelowTitles, GoesOnAsTheListBegan) {
  Page page({{"Giá vải thiều Thanh Hà đầu vụ cao nhất mười năm", kT},
             {"Thương lái trả 48.000 đồng một ký vải tại vườn Thanh Hà.", kB},
             {"Mời bạn xem thêm", kH},
             {"Nhãn lồng lần đầu đi đường sắt", kTitle},
             {"Hai toa lạnh rời ga Yên Viên tối qua.", kText},
             {"Thanh long nghịch vụ lỗ nặng", kB},
             {"Tiền điện chong đèn tăng khiến mỗi sào lỗ hai triệu đồng.", kB},
             {"Vườn vải Thanh Hà dự kiến thu hoạch xong trước ngày 12/6.", kB}});
  find_ledes_below_titles(page.open, page.lines, shipped_tables());
  EXPECT_EQ(page.roles(), (std::vector{kT, kB, kH, kTitle, kText, kTitle, kText, kB}));
}

TEST(FindLedesBelowTitles, LeavesTheTextThatComesBackToItsMatter) {
  Page page({{"Cà Mau lùi lịch cắt nước sửa tuyến ống cấp chính", kT},
             {"Công ty cấp nước lùi lịch cắt nước để các hộ phường 8 kịp trữ nước.", kB},
             {"Tin liên quan", kH},
             {"Phà Năm Căn tăng chuyến dịp lễ", kTitle},
             {"Xe bồn của công ty sẽ cấp nước miễn phí cho phường 8 và Cà Mau.", kB}});
  find_ledes_below_titles(page.open, page.lines, shipped_tables());
  EXPECT_EQ(page.roles().back(), kB);
}

TEST(FindLedesBelowTitles, TakesNoTextBelowTheSignatureAndAHeading) {
  Page page({{"Mổ cấp cứu cho sản phụ trong đêm mất điện", kT},
             {"Ê kíp trực phải dùng đèn pin để cứu mẹ con sản phụ.", kB},
             {"Bé trai cất tiếng khóc sau bảy mươi phút.", kB},
             {"Y Khôi Mlô", kBy},
             {"Bài viết liên quan", kH},
             {"Trạm y tế Cư Pui đỡ đẻ bằng ánh nến", kTitle},
             {"Cả xã mất điện, sản phụ được đỡ đẻ trong đêm giông.", kB}});
  find_ledes_below_titles(page.open, page.lines, shipped_tables());
  EXPECT_EQ(page.roles().back(), kText);
}

TEST(FindTitlesOfLists, TakesWhatLooksLikeTitlesBelowAKnownHeading) {
  Page page({{"Tin cùng chuyên mục", kH},
             {"Khởi công kè chống sạt lở cửa biển Gành Hào", kDrop},
             {"Nông dân U Minh trúng mùa mật ong", kH},
             {"Chợ nổi Ngã Năm họp lại sau rằm", kTitle},
             {"Điện thoại tòa soạn cũ: 02903831234 số máy lẻ", kDrop}});
  find_titles_of_lists(page.open, page.lines);
  EXPECT_EQ(page.roles(), (std::vector{kH, kTitle, kTitle, kTitle, kDrop}));
}

TEST(FindTitlesOfLists, TakesTitlesBelowTheSignatureIfTwoStandThere) {
  const std::string_view text = "Bà Lịch hát lần cuối ở miếu Lãi Lèn.";
  Page two({{text, kB},
            {"Chị Nga nhận lại cây quạt từ tay mẹ chồng.", kB},
            {"Hà Chi", kBy},
            {"Xe đạp tre Hội An lên kệ ở Kyoto", kDrop},
            {"12/9/2024", kDate},
            {"Chiếu cói Nga Sơn tìm đường về siêu thị", kDrop}});
  find_titles_of_lists(two.open, two.lines);
  EXPECT_EQ(two.roles(), (std::vector{kB, kB, kBy, kTitle, kDate, kTitle}));
  Page one({{text, kB},
            {"Chị Nga nhận lại cây quạt từ tay mẹ chồng.", kB},
            {"Hà Chi", kBy},
            {"Tòa soạn trân trọng cảm ơn bạn đọc xa gần", kDrop}});
  find_titles_of_lists(one.open, one.lines);
  EXPECT_EQ(one.roles().back(), kDrop);
}

TEST(FindTitlesOfLists, TakesLinkTitlesForNoCaptions) {
  Page page({{"Có thể bạn quan tâm", kH},
             {"Một ngày ở lò bún Phú Đô", kCaption},
             {"Làng rèn Đa Sỹ bán dao qua sóng", kTitle}});
  find_titles_of_lists(page.open, page.lines);
  EXPECT_EQ(page.roles(), (std::vector{kH, kTitle, kTitle}));
}

TEST(FindTitlesOfLists, LeavesAnUnknownHeadingOverItsOwnList) {
  Page page({{"Đọc thêm", kH},
             {"Chuyện nghề giữa khơi xa", kH},
             {"Người vá lưới thuê ở bến Đình", kTitle}});
  find_titles_of_lists(page.open, page.lines);
  EXPECT_EQ(page.roles(), (std::vector{kH, kH, kTitle}));
}

TEST(KeepLiveTimes, KeepsThreeTimesBetweenEntries) {
  Page page({{"17h12", kDate},
             {"Đội Thượng Hòa về nhất, cả bãi biển đốt pháo giấy.", kB},
             {"16:58", kDate},
             {"Thuyền Nam Hòa lật ở phao số hai.", kB},
             {"16h40", kDate},
             {"Các đội làm lễ xin thần Nam Hải.", kDrop}});
  keep_live_times(page.open, page.lines);
  EXPECT_EQ(page.roles(), (std::vector{kB, kB, kB, kB, kB, kB}));
}

TEST(KeepLiveTimes, LeavesTimesOfPublicationAndOfTeasers) {
  Page page({{"17h12", kDate},
             {"Đội Thượng Hòa về nhất, cả bãi biển đốt pháo giấy.", kB},
             {"16:58", kDate},
             {"Đồng Hới bắn pháo hoa tầm thấp", kTitle},
             {"16:40 12/9/2024", kDate},
             {"Thuyền Nam Hòa lật ở phao số hai.", kB}});
  keep_live_times(page.open, page.lines);
  EXPECT_EQ(page.roles()[0], kDate);
  EXPECT_EQ(page.roles()[4], kDate);
}

}  // namespace
}  // namespace machtin

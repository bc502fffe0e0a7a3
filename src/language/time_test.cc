#include "language/time.h"

#include <gtest/gtest.h>

#include "language/marked_cases.h"
#include "language/sentence.h"
#include "language/time_tables.h"
#include "text/utf8.h"

namespace machtin {
namespace {

// Times are read as in an article of this day, a Friday.
constexpr std::string_view kPublished = "2025-05-23";

struct Case {
  std::string_view text;
  std::string_view found;  // "words=value", parted by "; "; a set has "set" before its value
};

class Finder {
 public:
  explicit Finder(const char* code) : tables_(code) {}
  std::vector<TimeExpression> times(std::string_view text, const PublicationDate& published) const {
    return find_times(text, tokenize(text), find_sentences(text, tables_.sentences), published,
                      tables_.times);
  }
  std::string find(std::string_view text, std::string_view published = kPublished) const {
    PublicationDate date;
    if (!published.empty()) date.value = std::string(published);
    std::string out;
    for (const TimeExpression& time : times(text, date)) {
      if (!out.empty()) out += "; ";
      out += std::string(slice(text, time.span)) + "=";
      if (time.type == TimeType::kSet) out += "set ";
      out += time.value;
    }
    return out;
  }

 private:
  ShippedTables tables_;
};

TEST(FindTimes, ReadsVietnameseNews) {
  const Finder finder("vi");
  const Case cases[] = {
      {"Ngày 23/5, đoàn xe rời bến.", "Ngày 23/5=2025-05-23"},
      {"Hôm 16/5 mưa rất to.", "Hôm 16/5=2025-05-16"},
      {"Phiên họp ngày 2-6 bị hoãn.", "ngày 2-6=2025-06-02"},
      {"Đêm 20.5, kho hàng bốc cháy.", "Đêm 20.5=2025-05-20TNI"},
      {"Cầu thông xe ngày 30/4/2019.", "ngày 30/4/2019=2019-04-30"},
      {"Sáng 21/5, trường mở cửa lại.", "Sáng 21/5=2025-05-21TMO"},
      {"Trưa 21/5 trời đổ mưa.", "Trưa 21/5=2025-05-21TMI"},
      {"Chiều 21/5, đội bóng về nước.", "Chiều 21/5=2025-05-21TAF"},
      {"Tối 21/5, nhà hát sáng đèn.", "Tối 21/5=2025-05-21TEV"},
      {"Rạng sáng 21/5, tàu cập cảng.", "Rạng sáng 21/5=2025-05-21TMO"},
      {"Khuya 21-5, nước sông dâng cao.", "Khuya 21-5=2025-05-21TNI"},
      {"Khoảng 7 giờ sáng ngày 22/5, bà con ra đồng.",
       "Khoảng 7 giờ sáng ngày 22/5=2025-05-22T07:00"},
      {"Lúc 15g30 hôm qua, còi báo động vang lên.", "15g30 hôm qua=2025-05-22T15:30"},
      {"Chuyến bay cất cánh lúc 14h30 ngày 22/5.", "14h30 ngày 22/5=2025-05-22T14:30"},
      {"Cổng mở lúc 5 giờ 24 phút chiều 21-5.", "5 giờ 24 phút chiều 21-5=2025-05-21T17:24"},
      {"Họ đến bến lúc 23h đêm 21/5.", "23h đêm 21/5=2025-05-21T23:00"},
      {"Từ 8 giờ đến 10 giờ ngày 25/5, đường bị cấm.",
       "8 giờ=2025-05-25T08:00; 10 giờ ngày 25/5=2025-05-25T10:00"},
      {"Buổi lễ bắt đầu lúc 19:45 ngày 24/5.", "19:45 ngày 24/5=2025-05-24T19:45"},
      {"2h00 sáng thứ Hai, 26/5/2025, sóng sẽ lên cao nhất.",
       "2h00 sáng thứ Hai, 26/5/2025=2025-05-26T02:00"},
      {"19 giờ cùng ngày, lửa tắt hẳn.", "19 giờ cùng ngày=2025-05-23T19:00"},
      {"Hôm nay trời nắng.", "Hôm nay=2025-05-23"},
      {"Ngày hôm qua họ đã về.", "Ngày hôm qua=2025-05-22"},
      {"Ngày mai tòa sẽ tuyên án.", "Ngày mai=2025-05-24"},
      {"Hôm kia có động đất nhẹ.", "Hôm kia=2025-05-21"},
      {"Sáng nay chợ rất đông.", "Sáng nay=2025-05-23TMO"},
      {"Tối qua mất điện.", "Tối qua=2025-05-22TEV"},
      {"Sáng mai đoàn lên đường.", "Sáng mai=2025-05-24TMO"},
      {"Chiều hôm qua nước rút.", "Chiều hôm qua=2025-05-22TAF"},
      {"Đêm nay có trăng.", "Đêm nay=2025-05-23TNI"},
      {"Tuần trước họ ký hợp đồng.", "Tuần trước=2025-W20"},
      {"Tuần này giá xăng giảm.", "Tuần này=2025-W21"},
      {"Tuần tới quốc hội họp.", "Tuần tới=2025-W22"},
      {"Cuối tuần này có lễ hội.", "Cuối tuần này=2025-W21-WE"},
      {"Tháng trước xuất khẩu tăng.", "Tháng trước=2025-04"},
      {"Tháng này nắng nóng.", "Tháng này=2025-05"},
      {"Tháng tới nhà máy chạy thử.", "Tháng tới=2025-06"},
      {"Năm ngoái lúa được mùa.", "Năm ngoái=2024"},
      {"Năm nay lúa mất mùa.", "Năm nay=2025"},
      {"Năm sau cầu mới xong.", "Năm sau=2026"},
      {"Năm kia làng chưa có điện.", "Năm kia=2023"},
      {"Quý này doanh thu giảm.", "Quý này=2025-Q2"},
      {"Đầu tuần này họ gặp nhau.", "Đầu tuần này=2025-W21"},
      {"Đầu tháng 4, hồ cạn nước.", "Đầu tháng 4=2025-04"},
      {"Giữa tháng 12 tới, tuyến tàu mới chạy.", "Giữa tháng 12 tới=2025-12"},
      {"Cuối năm 2013 họ cưới nhau.", "Cuối năm 2013=2013"},
      {"Hồi đầu năm, giá gạo tăng.", "đầu năm=2025"},
      {"Cuối tháng này có kết quả.", "Cuối tháng này=2025-05"},
      {"Tháng 8 sang năm mới khởi công.", "Tháng 8=2025-08"},
      {"Tháng 6 năm nay có bão sớm.", "Tháng 6 năm nay=2025-06"},
      {"Tháng 3 năm sau dự án hoàn tất.", "Tháng 3 năm sau=2026-03"},
      {"Hiệp ước ký tháng 9/2023.", "tháng 9/2023=2023-09"},
      {"Làng lập từ tháng 3 năm 1954.", "tháng 3 năm 1954=1954-03"},
      {"Tháng Giêng có hội làng.", "Tháng Giêng=2025-02"},
      {"Quý III-2024 lãi giảm.", "Quý III-2024=2024-Q3"},
      {"Quý 3 lãi tăng.", "Quý 3=2025-Q3"},
      {"Quý I năm 2025 lỗ nặng.", "Quý I năm 2025=2025-Q1"},
      {"Mùa hè năm ngoái hạn nặng.", "Mùa hè năm ngoái=2024-SU"},
      {"Mùa đông năm 2012 rất lạnh.", "Mùa đông năm 2012=2012-WI"},
      {"Hè năm nay học sinh nghỉ sớm.", "Hè năm nay=2025-SU"},
      {"Những năm 90 làng còn nghèo.", "Những năm 90=199"},
      {"Đầu những năm 2000, đường còn đất.", "Đầu những năm 2000=200"},
      {"Thập niên 1980 là thời bao cấp.", "Thập niên 1980=198"},
      {"Thế kỷ 21 đổi thay nhanh.", "Thế kỷ 21=20"},
      {"Nửa đầu năm 2024 thu ngân sách tốt.", "Nửa đầu năm 2024=2024-H1"},
      {"6 tháng đầu năm, thu vượt dự toán.", "6 tháng đầu năm=2025-H1"},
      {"9 tháng đầu năm 2024, xuất khẩu tăng.", "9 tháng đầu năm 2024=P9M"},
      {"Thứ Hai tuần tới, lớp học mở lại.", "Thứ Hai tuần tới=2025-05-26"},
      {"Thứ Sáu tuần trước xảy ra cháy.", "Thứ Sáu tuần trước=2025-05-16"},
      {"Hôm thứ Ba, tàu rời cảng.", "Hôm thứ Ba=2025-05-20"},
      {"Vào thứ Năm 22/5, hai bên gặp nhau.", "thứ Năm 22/5=2025-05-22"},
      {"Chủ nhật tới có trận chung kết.", "Chủ nhật tới=2025-05-25"},
      {"Vòng đàm phán thứ hai đã xong.", ""},
      {"Họ về đích thứ ba.", ""},
      {"Ngày 8/6 tới, trại hè khai mạc.", "Ngày 8/6 tới=2025-06-08"},
      {"Ngày 6/8 vừa qua, đập xả lũ.", "Ngày 6/8 vừa qua=2024-08-06"},
      {"Từ ngày 5 đến ngày 8/6, hội chợ mở cửa.", "ngày 5=2025-06-05; ngày 8/6=2025-06-08"},
      {"Từ 22 đến 26/5 có mưa.", "22=2025-05-22; 26/5=2025-05-26"},
      {"Đợt rét 11-17/1 làm chết trâu.", "11=2025-01-11; 17/1=2025-01-17"},
      {"Giai đoạn 2016-2020, xã xây bảy cây cầu.", "2016=2016; 2020=2020"},
      {"Trưa và chiều 25/5 có dông.", "Trưa=2025-05-25TMI; chiều 25/5=2025-05-25TAF"},
      {"Từ ngày 27/12 đến ngày 3/1, chợ đông khách.", "ngày 27/12=2024-12-27; ngày 3/1=2025-01-03"},
      {"Hai năm 2012 và 2013 đều lỗ.", "năm 2012=2012; 2013=2013"},
      {"Trong 3 ngày tới, biển động mạnh.", "3 ngày tới=P3D"},
      {"Suốt 5 năm qua, ông vẫn chờ.", "5 năm qua=P5Y"},
      {"Cô học nghề được 10 tháng.", "10 tháng=P10M"},
      {"Đội thợ làm 17 tiếng không nghỉ.", "17 tiếng=PT17H"},
      {"Ca mổ kéo dài 2 giờ 33 phút.", "2 giờ 33 phút=PT2H33M"},
      {"Sau hơn một giờ đồng hồ, lửa tắt.", "hơn một giờ đồng hồ=PT1H"},
      {"Khoảng 20 phút sau khi va chạm, tàu chìm.", "Khoảng 20 phút=PT20M"},
      {"4 năm rưỡi qua, cầu bỏ hoang.", "4 năm rưỡi qua=P4.5Y"},
      {"Nửa năm nay ông không về quê.", "Nửa năm nay=P0.5Y"},
      {"Một thập kỷ tới sẽ khó khăn.", "Một thập kỷ tới=P1DE"},
      {"Ba thế kỷ trôi qua.", "Ba thế kỷ=P3CE"},
      {"Vài giờ nữa tàu đến.", "Vài giờ nữa=PTXH"},
      {"Nhiều năm qua, bến vắng khách.", "Nhiều năm qua=PXY"},
      {"Những ngày qua trời rét.", "Những ngày qua=PXD"},
      {"Những năm gần đây, cá ít dần.", "Những năm gần đây=PXY"},
      {"Các tháng còn lại sẽ vất vả.", "Các tháng còn lại=PXM"},
      {"Bị phạt 8-10 tháng tù.", "8=P8M; 10 tháng=P10M"},
      {"Mỗi đêm ngủ 3-4 tiếng đồng hồ.", "Mỗi đêm=set XXXX-XX-XXTNI; 3=PT3H; 4 tiếng đồng hồ=PT4H"},
      {"Cần hai đến ba năm để xây lại.", "hai=P2Y; ba năm=P3Y"},
      {"844 ngày đã trôi qua.", "844 ngày=P844D"},
      {"Cách đây 2 ngày, anh còn ra biển.", "Cách đây 2 ngày=2025-05-21"},
      {"Cách nay gần 3 tháng, quán đóng cửa.", "Cách nay gần 3 tháng=2025-02"},
      {"Hơn một tháng trước, chị nghỉ việc.", "Hơn một tháng trước=2025-04"},
      {"15 năm trước, nơi đây là rừng.", "15 năm trước=2010"},
      {"Mấy năm trước đây, họ còn nghèo.", "Mấy năm trước đây=PAST_REF"},
      {"Tháng 4/2020, anh nhập ngũ. Ba năm sau, anh về làng.",
       "Tháng 4/2020=2020-04; Ba năm sau=2023"},
      {"Ngày 10/5, anh ra viện. Hai ngày sau đó, anh đi làm.",
       "Ngày 10/5=2025-05-10; Hai ngày sau đó=2025-05-12"},
      {"Ngày 10/5, anh ra viện. Trước đó 1 ngày, con anh chào đời.",
       "Ngày 10/5=2025-05-10; Trước đó 1 ngày=2025-05-09"},
      {"Lúc 17h ngày 21/5, tin được đăng. 2 giờ sau đó, tin bị gỡ.",
       "17h ngày 21/5=2025-05-21T17:00; 2 giờ sau đó=2025-05-21T19:00"},
      {"Ngày 10/5, họ ký kết. Cùng ngày, dân ăn mừng.",
       "Ngày 10/5=2025-05-10; Cùng ngày=2025-05-10"},
      {"Năm 2010 có lũ lớn. Năm đó mất mùa.", "Năm 2010=2010; Năm đó=2010"},
      {"Một tuần sau vụ cháy, chợ họp lại.", "Một tuần=P1W"},
      {"Còn 4 năm nữa mới xong.", "4 năm nữa=P4Y"},
      {"Mỗi ngày có ba chuyến đò.", "Mỗi ngày=set P1D"},
      {"Hàng năm làng mở hội.", "Hàng năm=set P1Y"},
      {"Hằng tuần họ gặp nhau.", "Hằng tuần=set P1W"},
      {"Mỗi tối bà kể chuyện.", "Mỗi tối=set XXXX-XX-XXTEV"},
      {"Họ họp vào thứ Hai hàng tuần.", "thứ Hai hàng tuần=set XXXX-WXX-1"},
      {"Hai năm một lần, hội được tổ chức.", "Hai năm một lần=set P2Y"},
      {"Mỗi 3 tháng, máy được bảo trì.", "Mỗi 3 tháng=set P3M"},
      {"Tiền phòng 500.000 đồng một tháng.", "một tháng=set P1M"},
      {"Ngày nào cũng có khách.", "Ngày nào=set P1D"},
      {"Giải thường niên đã trao.", "thường niên=set P1Y"},
      {"Hiện nay làng có điện.", "Hiện nay=PRESENT_REF"},
      {"Hiện ông sống một mình.", "Hiện=PRESENT_REF"},
      {"Đến nay chưa ai bị bắt.", "nay=PRESENT_REF"},
      {"Xưa là rừng, nay là phố.", "nay=PRESENT_REF"},
      {"Gần đây cá về nhiều.", "Gần đây=PAST_REF"},
      {"Thời gian qua đường hay ngập.", "Thời gian qua=PAST_REF"},
      {"Trước đây cầu làm bằng tre.", "Trước đây=PAST_REF"},
      {"Sắp tới xã sẽ xây trường.", "Sắp tới=FUTURE_REF"},
      {"Trong tương lai sẽ có cầu.", "tương lai=FUTURE_REF"},
      {"Sau này ông kể lại.", "Sau này=FUTURE_REF"},
      {"Ông thực hiện lời hứa và phát hiện hang đá.", ""},
      {"Thành phố hiện đại, trường học hai chiều.", ""},
      {"Bé 3 tháng tuổi được cứu.", ""},
      {"Cầu thủ ghi bàn ở phút 80.", ""},
      {"Đội nhà thắng 6/1 rồi lại thua 2-1.", ""},
      {"Theo Nghị định 84/2009/NĐ-CP, phí giảm.", ""},
      {"Mạng 3G và máy bay F-16.", ""},
      {"Hơn 2013 người dự lễ.", ""},
      {"Tết Nguyên đán năm 2014 rất lạnh.", "Tết Nguyên đán năm 2014=2014-01-31"},
      {"Giáng sinh năm ngoái tuyết rơi.", "Giáng sinh năm ngoái=2024-12-25"},
      {"Rằm tháng Bảy, chùa đông khách.", "Rằm tháng Bảy=2025-09-06"},
      {"Đám cưới tổ chức dịp Tết Nguyên đán 2026.", "Tết Nguyên đán 2026=2026-02-17"},
      {"Asian Cup 2015 tổ chức ở Úc.", "2015=2015"},
      {"Ông sinh năm 1975 ở quê.", "năm 1975=1975"},
      {"Ông ấy qua đời ngày 7/8 qua điện thoại báo tin.", "ngày 7/8=2025-08-07"},
      {"Ngày 31/12, phố đông nghịt người.", "Ngày 31/12=2024-12-31"},
      {"Ngày 2/1, tàu về đến cảng.", "Ngày 2/1=2025-01-02"},
      {"Ngày 29/2/2024, lớp khai giảng.", "Ngày 29/2/2024=2024-02-29"},
      {"Ngày 31/2, không ai đến.", ""},
      {"Ngày 15 tháng 8 năm 1945, chiến tranh kết thúc.", "Ngày 15 tháng 8 năm 1945=1945-08-15"},
      {"Ngày 5 tháng này họ nhận lương.", "Ngày 5 tháng này=2025-05-05"},
      {"Mùng 3 Tết năm 2025 trời ấm.", "Mùng 3 Tết năm 2025=2025-01-31"},
      {"Thứ 7 tuần này có chợ phiên.", "Thứ 7 tuần này=2025-05-24"},
      {"Tuần qua giá vàng tăng.", "Tuần qua=2025-W20"},
  };
  EXPECT_GE(std::size(cases), 150u);
  for (const Case& c : cases) EXPECT_EQ(finder.find(c.text), c.found) << c.text;
}

TEST(FindTimes, ReadsEnglishNewsBasics) {
  const Finder finder("en");
  const Case cases[] = {
      {"The bridge opened on May 23, 2025.", "May 23, 2025=2025-05-23"},
      {"The bridge opened on 23 May 2025.", "23 May 2025=2025-05-23"},
      {"Voting ends May 30.", "May 30=2025-05-30"},
      {"It began in May 2019.", "May 2019=2019-05"},
      {"It began on Tuesday.", "Tuesday=2025-05-20"},
      {"They met last Tuesday.", "last Tuesday=2025-05-20"},
      {"They meet next Monday.", "next Monday=2025-05-26"},
      {"He left yesterday.", "yesterday=2025-05-22"},
      {"He left yesterday afternoon.", "yesterday afternoon=2025-05-22TAF"},
      {"Tomorrow is a holiday.", "Tomorrow=2025-05-24"},
      {"Rain fell last week.", "last week=2025-W20"},
      {"Prices rose last month.", "last month=2025-04"},
      {"She retires next year.", "next year=2026"},
      {"Two weeks ago the dam broke.", "Two weeks ago=2025-W19"},
      {"A year ago it was dry.", "A year ago=2024"},
      {"Three days later they came home.", "Three days later=P3D"},
      {"The trial starts at 3:30 p.m. on Monday.", "3:30 p.m. on Monday=2025-05-19T15:30"},
      {"It lasted three hours.", "three hours=PT3H"},
      {"A 30-day truce began.", "30-day=P30D"},
      {"In 2015 the mill closed.", "2015=2015"},
      {"In the summer of 2024 it burned.", "summer of 2024=2024-SU"},
      {"Last winter was cold.", "Last winter=2024-WI"},
      {"The 1990s were hard.", "The 1990s=199"},
      {"Early May was wet.", "Early May=2025-05"},
      {"Ships sail every day.", "every day=set P1D"},
      {"The paper appears weekly.", "weekly=set P1W"},
      {"The bridge is now closed.", "now=PRESENT_REF"},
      {"It reopened recently.", "recently=PAST_REF"},
      {"Sales fell in Q3 2024.", "Q3 2024=2024-Q3"},
      {"The shop reopens on Christmas Eve.", "Christmas Eve=2024-12-24"},
      {"The house on route 66 sold for 2,015 dollars.", ""},
      {"The march was long and 12 people marched.", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(finder.find(c.text), c.found) << c.text;
}

TEST(FindTimes, TakesTheYearNearestToThePublicationOrNone) {
  const Finder finder("vi");
  struct Anchored {
    std::string_view text, published, found;
  };
  const Anchored cases[] = {
      {"ngày 31/12", "2026-01-02", "ngày 31/12=2025-12-31"},
      {"ngày 5/1", "2025-12-20", "ngày 5/1=2026-01-05"},
      {"ngày 31/12", "2026-01-02T08:00:00+07:00", "ngày 31/12=2025-12-31"},
      {"tuần qua", "2025-05-24", "tuần qua=2025-W21"},  // a Saturday: the week just ending
      {"tuần trước", "2025-05-24", "tuần trước=2025-W20"},
      // A year is never guessed.
      {"ngày 7/9", "", "ngày 7/9=XXXX-09-07"},
      {"sáng 7/9", "", "sáng 7/9=XXXX-09-07TMO"},
      {"hôm qua", "", "hôm qua=XXXX-XX-XX"},
      {"năm ngoái", "", "năm ngoái=XXXX"},
      {"tháng trước", "", "tháng trước=XXXX-XX"},
      {"tuần tới", "", "tuần tới=XXXX-WXX"},
      {"tháng 8", "", "tháng 8=XXXX-08"},
      {"mùa hè năm ngoái", "", "mùa hè năm ngoái=XXXX-SU"},
      {"lúc 15g30", "", "15g30=T15:30"},
      {"Tết Nguyên đán", "", ""},
      {"ngày 7/9/2019", "", "ngày 7/9/2019=2019-09-07"},
      {"hôm 16/5", "XXXX-05-23", "hôm 16/5=XXXX-05-16"},
      {"hôm qua", "XXXX-05-01", "hôm qua=XXXX-04-30"},
      {"tháng trước", "XXXX-01-10", "tháng trước=XXXX-12"},
      {"thứ Ba tuần trước", "XXXX-05-23", "thứ Ba tuần trước=XXXX-WXX-2"},
      {"tuần trước", "XXXX-05-23", "tuần trước=XXXX-WXX"},
      {"năm nay", "2025", "năm nay=2025"},
      {"tháng này", "2025-03", "tháng này=2025-03"},
  };
  for (const Anchored& c : cases) {
    EXPECT_EQ(finder.find(c.text, c.published), c.found) << c.text << " of " << c.published;
  }
}

struct BoundCase {
  std::string_view text, published, earliest, latest;  // of the anchor
  std::string_view value, found_earliest, found_latest;
};

TEST(FindTimes, CarriesTheAnchorsBoundsToOtherDays) {
  const Finder finder("vi");
  const BoundCase cases[] = {
      {"hôm 16/5", "XXXX-05-23", "", "2025-05-23", "XXXX-05-16", "", "2025-05-16"},
      {"hôm 16/5", "XXXX-05-23", "2023-09-01", "", "XXXX-05-16", "2024-05-16", ""},
      {"ngày 30/12", "XXXX-01-02", "2024-01-02", "2026-01-02", "XXXX-12-30", "2023-12-30",
       "2025-12-30"},
      {"năm ngoái", "XXXX-05-23", "2023-05-23", "", "XXXX", "2022-01-01", ""},
      {"ngày 7/9", "", "2023-01-01", "", "XXXX-09-07", "", ""},
      {"ngày 28/2", "XXXX-02-29", "2023-01-01", "", "XXXX-02-28", "2023-02-28", ""},
      {"hôm qua", "2025-05-23", "2025-05-23", "2025-05-23", "2025-05-22", "2025-05-22",
       "2025-05-22"},
  };
  for (const BoundCase& c : cases) {
    PublicationDate date;
    if (!c.published.empty()) date.value = std::string(c.published);
    if (!c.earliest.empty()) date.earliest = std::string(c.earliest);
    if (!c.latest.empty()) date.latest = std::string(c.latest);
    const std::vector<TimeExpression> times = finder.times(c.text, date);
    ASSERT_EQ(times.size(), 1u) << c.text;
    EXPECT_EQ(times[0].value, c.value) << c.text;
    EXPECT_EQ(times[0].earliest.value_or(""), c.found_earliest) << c.text;
    EXPECT_EQ(times[0].latest.value_or(""), c.found_latest) << c.text;
  }
}

TEST(FindTimes, KeepsWhatIsLikelyApartFromWhatIsProved) {
  PublicationDate date;
  date.value = "XXXX-05-23";
  date.likely = LikelyDate{std::nullopt, std::nullopt, "2025-05-23"};
  const std::vector<TimeExpression> times = Finder("vi").times("hôm 16/5", date);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].latest, std::nullopt);
  ASSERT_TRUE(times[0].likely);
  EXPECT_EQ(times[0].likely->latest, "2025-05-16");
}

TEST(FindTimes, TakesHostileTextInItsStride) {
  const Finder finder("vi");
  std::string days, dots, halves;
  for (int i = 0; i < 20000; ++i) {
    days += "ngày ";
    dots += "1/";
    halves += "cuối năm tới ";
  }
  finder.find(days);
  finder.find(dots);
  finder.find(halves);
  EXPECT_EQ(finder.find(std::string(50000, '7')), "");
  EXPECT_EQ(finder.find("99999999999 năm trước"), "99999999999 năm trước=XXXX");
}

TEST(TimeTablesLoad, NamesTheRowItCannotRead) {
  struct Bad {
    const char* table;
    std::vector<std::string> columns;
  };
  const Bad cases[] = {
      {"time_words", {"ngày", "no-class", "D"}},
      {"time_patterns", {"<no-slot> năm", "date", ""}},
      {"time_patterns", {"<day>", "no-reading", ""}},
      {"holidays", {"Tết", "lunar 13-40"}},
      {"number_words", {"ba", "no-kind", "3"}},
  };
  for (const Bad& bad : cases) {
    const Pack pack = Pack::from_tables("xx", {{bad.table, {{bad.columns, 3}}}});
    const Result<TimeTables> tables = TimeTables::load(pack);
    ASSERT_FALSE(tables) << bad.columns[0];
    EXPECT_EQ(tables.error().kind, ErrorKind::kBadFormat);
    EXPECT_NE(tables.error().message.find("line 3"), std::string::npos);
  }
}

}  // namespace
}  // namespace machtin

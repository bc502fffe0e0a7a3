// Sentences as news writes them, each with every expression that the guideline sees in it: the text
// between "[" and "=" is the expression, what follows up to "]" its value, "set " before those of
// repeated times. What stands outside of brackets is no time. The sentences are our own.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "language/marked_cases.h"
#include "language/time.h"
#include "text/utf8.h"

namespace machtin {
namespace {

struct Expected {
  std::string words = {}, value = {};
  bool operator==(const Expected&) const = default;
};

struct Marked {
  std::string text = {};
  std::vector<Expected> times = {};
};

Marked read_marks(std::string_view line) {
  Marked out;
  out.text = without_marks(line, [&out](std::string_view mark) {
    const std::size_t sign = mark.rfind('=');
    out.times.push_back({std::string(mark.substr(1, sign - 1)),
                         std::string(mark.substr(sign + 1, mark.size() - sign - 2))});
    return out.times.back().words;
  });
  return out;
}

// The type that the form of a value tells; a set's stands in the mark.
TimeType type_of(std::string_view value) {
  if (value.starts_with("P") && !value.starts_with("PRESENT") && !value.starts_with("PAST")) {
    return TimeType::kDuration;
  }
  return value.starts_with("T") || value.find('T', 4) != std::string_view::npos ? TimeType::kTime
                                                                                : TimeType::kDate;
}

std::string shown(const std::vector<Expected>& times) {
  std::string out;
  for (const Expected& time : times) out += "[" + time.words + "=" + time.value + "] ";
  return out;
}

class Reader {
 public:
  explicit Reader(const char* code) : tables_(code) {}

  std::vector<Expected> read(std::string_view text, std::string_view published) const {
    PublicationDate date;
    if (!published.empty()) date.value = std::string(published);
    std::vector<Expected> out;
    for (const TimeExpression& time : find_times(
             text, tokenize(text), find_sentences(text, tables_.sentences), date, tables_.times)) {
      const bool set = time.type == TimeType::kSet;
      if (!set) {
        const bool reference = time.value.ends_with("_REF");
        EXPECT_EQ(time.type, reference ? TimeType::kDate : type_of(time.value)) << text;
      }
      out.push_back({std::string(slice(text, time.span)), (set ? "set " : "") + time.value});
    }
    return out;
  }

  // Reads every line of `lines`; tells how many expressions they hold.
  std::size_t check(std::string_view lines, std::string_view published) const {
    std::size_t expressions = 0;
    each_line(lines, [&](std::string_view line) {
      const Marked marked = read_marks(line);
      expressions += marked.times.size();
      const std::vector<Expected> found = read(marked.text, published);
      EXPECT_EQ(shown(found), shown(marked.times)) << marked.text << " of " << published;
    });
    return expressions;
  }

 private:
  ShippedTables tables_;
};

// Of 2025-05-23: days.
constexpr std::string_view kDays = R"(
[Ngày 19/5=2025-05-19], Ủy ban xã họp khẩn vì đê nứt.
Vụ việc xảy ra [ngày 3-4=2025-04-03] tại bến đò ngang.
Theo hồ sơ, [hôm 28.4=2025-04-28] ông Tứ nhận tiền của hai hộ dân.
Cơ quan công an đã tạm giữ anh này từ [ngày 12/05/2025=2025-05-12].
[17/5=2025-05-17], lô vải đầu tiên lên tàu.
Đoàn lên đường [ngày 1 tháng 6=2025-06-01] và về [ngày 4 tháng 6=2025-06-04].
Hợp đồng ký [ngày 8 tháng 3 năm 2021=2021-03-08] vẫn còn giá trị.
Bà cụ mất [ngày mồng 10 tháng 5=2025-05-10] ở quê.
Lễ khánh thành dời sang [2/6=2025-06-02] vì mưa.
Trận lũ [ngày 20-11-2020=2020-11-20] cuốn hai nhịp cầu.
Hạn nộp hồ sơ là [ngày 30.6.2025=2025-06-30].
Bị cáo khai nhận hàng [ngày 5/4=2025-04-05], [8/4=2025-04-08] và [12/4=2025-04-12].
Trong hai [ngày 14=2025-05-14] và [15/5=2025-05-15], trường cho nghỉ.
Văn bản do ông Hùng ký [ngày 1/4/2025=2025-04-01] nêu rõ mức đền bù.
Kể từ [ngày 1/7/2025=2025-07-01], phí bến bãi tăng gấp đôi.
Tính đến [ngày 20/5=2025-05-20], toàn tỉnh gieo được một nửa diện tích.
Ca bệnh được báo về trung tâm [ngày 09/5=2025-05-09].
Nhà máy ngừng lò [ngày 6/5/25=2025-05-06] để sửa chữa.
Thông báo đề [ngày 21 tháng 5=2025-05-21] yêu cầu người dân di dời.
Lệnh cấm kéo dài đến hết [ngày 31/5=2025-05-31].
Cuộc họp ([22/5=2025-05-22]) bàn chuyện thu hồi đất.
Ba [ngày 10=2025-05-10], [11=2025-05-11] và [12/5=2025-05-12] đều có mưa đá.
Họ cưới nhau [ngày 02.02.2002=2002-02-02] tại nhà thờ xứ.
Chợ phiên họp vào [mùng 5 tháng 6=2025-06-05] theo lịch của xã.
Từ [ngày 15/5=2025-05-15] tới [nay=PRESENT_REF] chưa ai nhận được tiền.
)";

// Of 2025-05-23: parts of the day and clocks.
constexpr std::string_view kPartsOfDays = R"(
[Sáng 22/5=2025-05-22TMO], tòa mở phiên xử kín.
[Trưa 22-5=2025-05-22TMI], xe tải lật ngang đèo.
[Chiều 22.5=2025-05-22TAF], hồ xả cửa số hai.
[Tối 22/5=2025-05-22TEV], cả xóm mất điện.
[Đêm 21/5=2025-05-21TNI], kẻ gian đột nhập kho thóc.
[Rạng sáng 23/5=2025-05-23TMO], tàu cá cập bến an toàn.
[Khuya 19/5=2025-05-19TNI], đám cháy mới được khống chế.
[Chiều tối 18/5=2025-05-18TEV], dông lốc quét qua ba thôn.
[Sáng sớm 20/5=2025-05-20TMO], bà con đã ra đồng.
[Sáng ngày 16/5=2025-05-16TMO], đoàn kiểm tra đến chợ.
[Khoảng 4 giờ sáng 21/5=2025-05-21T04:00] có tiếng nổ lớn.
Lúc [20h15 ngày 18/5=2025-05-18T20:15], xe khách lao xuống vực.
Vào lúc [9 giờ 40 phút ngày 20/5=2025-05-20T09:40], còi báo động hú vang.
Đến [23g45 đêm 19-5=2025-05-19T23:45] lửa mới tắt hẳn.
[7h30 sáng nay=2025-05-23T07:30], cửa hàng mở cửa trở lại.
Chuyến tàu chạy lúc [6h05=2025-05-23T06:05] vẫn đúng giờ.
Mưa bắt đầu từ [hơn 2 giờ chiều qua=2025-05-22T14:00] và kéo đến khuya.
[12h30 trưa 17/5=2025-05-17T12:30], cứu hỏa tới hiện trường.
[0h ngày 21/5=2025-05-21T00:00], giá xăng mới có hiệu lực.
[0 giờ 15 phút ngày 11/5=2025-05-11T00:15], anh gọi điện về nhà.
Trận đấu diễn ra lúc [19:30 ngày 24/5=2025-05-24T19:30] trên sân tỉnh.
Thanh niên này rời quán lúc [1 giờ sáng=2025-05-23T01:00].
Buổi lễ bắt đầu vào [18 giờ 30=2025-05-23T18:30] và mở cửa tự do.
[5 giờ rưỡi sáng 20/5=2025-05-20T05:30] họ đã dậy nhóm bếp.
Nạn nhân được tìm thấy lúc [15h ngày hôm qua=2025-05-22T15:00].
[10 giờ tối 20/5=2025-05-20T22:00], hàng xóm nghe tiếng cãi vã.
[Tối qua=2025-05-22TEV], hai đội hòa nhau.
[Đêm qua=2025-05-22TNI] và [rạng sáng nay=2025-05-23TMO], biển động mạnh.
[Chiều nay=2025-05-23TAF] hội đồng sẽ bỏ phiếu.
[Sáng mai=2025-05-24TMO], học sinh đi học lại.
[Tối mai=2025-05-24TEV] nhà hát diễn vở mới.
[Trưa nay=2025-05-23TMI], nắng lên tới bốn mươi độ.
[Tối nay=2025-05-23TEV] sân khấu lớn sáng đèn.
[Chiều hôm qua=2025-05-22TAF], ông đã ra trình diện.
[Sáng hôm nay=2025-05-23TMO] đường vẫn còn ngập.
[Đêm hôm kia=2025-05-21TNI] chó sủa suốt.
[Tối thứ Bảy=2025-05-17TEV], hàng nghìn người đổ ra quảng trường.
[Sáng thứ Hai, 19/5=2025-05-19TMO], công nhân đình công.
[Chiều thứ Sáu tuần trước=2025-05-16TAF], xe chở gỗ bị chặn.
[21h ngày thứ Ba=2025-05-20T21:00], lệnh giới nghiêm được dỡ.
Vào [nửa đêm 20/5=2025-05-20TNI], nước tràn qua đập.
Trước [17h ngày 30/5=2025-05-30T17:00] mọi hồ sơ phải nộp xong.
Từ [7h=2025-05-25T07:00] đến [11h30 ngày 25/5=2025-05-25T11:30], khu phố bị cắt nước.
Phiên tòa mở lúc [8g00 sáng 26-5=2025-05-26T08:00].

)";

// Of 2025-05-23: days of the week, weeks, months, quarters, years.
constexpr std::string_view kWeeks = R"(
[Thứ Hai=2025-05-19], giá heo hơi giảm nhẹ.
[Hôm thứ Tư=2025-05-21], ông tuyên bố từ chức.
[Thứ Năm tuần trước=2025-05-15], đoàn xe chở gạo bị giữ.
[Thứ Bảy tuần này=2025-05-24] có hội đua thuyền.
[Chủ nhật tuần tới=2025-06-01], xã bầu trưởng thôn.
Họ hẹn gặp lại vào [thứ Ba tới=2025-05-27].
[Chủ nhật vừa qua=2025-05-18], đội làng thắng đậm.
Công ty sẽ công bố kết quả vào [thứ Sáu tuần sau=2025-05-30].
Bộ trưởng đến thủ đô [hôm Chủ nhật=2025-05-18].
Tòa sẽ nghị án vào [thứ Hai=2025-05-26].
[Ngày thứ Tư=2025-05-21], nghị viện bác dự luật.
[Thứ 6, ngày 23/5=2025-05-23], chợ nghỉ.
Lúc ấy là [thứ Năm, 15/5/2025=2025-05-15], trời quang.
[Tuần này=2025-W21], giá vàng đi ngang.
[Tuần trước=2025-W20], ba xưởng gỗ bị phạt.
[Tuần tới=2025-W22], thợ bắt đầu đổ móng.
[Tuần sau=2025-W22] lớp tập huấn khai giảng.
[Đầu tuần này=2025-W21] giá cà phê lập đỉnh.
[Cuối tuần trước=2025-W20-WE], đường đèo kẹt cứng.
[Cuối tuần này=2025-W21-WE] có chợ hoa.
[Giữa tuần tới=2025-W22] không khí lạnh tràn về.
[Cuối tuần qua=2025-W20-WE], hai vụ đuối nước xảy ra.
[Tuần vừa qua=2025-W20], sở thu hồi hai giấy phép.
[Tháng trước=2025-04], lượng khách tăng một nửa.
[Tháng này=2025-05] lúa vào vụ gặt.
[Tháng sau=2025-06], hợp đồng thuê nhà hết hạn.
[Tháng tới=2025-06] hãng mở thêm đường bay.
[Đầu tháng này=2025-05], anh chuyển vào xưởng mới.
[Cuối tháng trước=2025-04] giá phân bón tăng vọt.
[Giữa tháng sau=2025-06] đoàn thanh tra sẽ về.
[Tháng vừa qua=2025-04], bệnh viện nhận hai ca nặng.
[Đầu tháng 3=2025-03], đàn cò bay về.
Hồi [tháng 2=2025-02] thì chưa có gì.
[Trung tuần tháng 4=2025-04], nước mặn lấn sâu.
[Cuối tháng 11/2024=2024-11], nhà xưởng bị niêm phong.
[Tháng 9 năm ngoái=2024-09], chị mở quán cơm.
[Tháng 12 năm ngoái=2024-12] giá thuê đất tăng.
[Tháng 10 tới=2025-10], tuyến cáp treo vận hành.
[Tháng 7 năm nay=2025-07] luật mới có hiệu lực.
[Tháng 2 năm sau=2026-02], dự án về đích.
[Tháng Chạp=2025-01] bà con rộn ràng gói bánh.
[Tháng Ba=2025-03], hoa gạo đỏ bến sông.
[Tháng tư năm 1975=1975-04], ông còn là học sinh.
[Quý II=2025-Q2], xuất khẩu tôm khởi sắc.
[Quý 1/2025=2025-Q1], ngân hàng lãi gấp rưỡi.
[Quý IV/2024=2024-Q4] doanh thu tụt dốc.
[Quý I năm nay=2025-Q1], vốn ngoại tăng mạnh.
[Quý IV năm ngoái=2024-Q4], hãng lỗ nặng.
[Cuối quý III năm 2024=2024-Q3], nợ xấu giảm.
[Quý trước=2025-Q1] sức mua yếu.
[Quý tới=2025-Q3] hãng tung xe mới.
[Năm ngoái=2024], lúa mất mùa.
[Năm nay=2025] vải được mùa, được giá.
[Năm tới=2026], xã về đích nông thôn mới.
[Năm sau=2026] con gái chị vào lớp một.
[Năm trước=2024] hạn nặng, [năm nay=2025] lũ sớm.
[Năm 2019=2019], làng có điện lưới.
[Cuối năm ngoái=2024], cầu dây bị đứt.
[Đầu năm nay=2025], xưởng nhận thêm thợ.
[Giữa năm 2023=2023] họ chuyển ra phố.
[Đầu năm=2025], giá thịt ổn định.
[Cuối năm=2025] bà con mới trả hết nợ.
[Đầu năm 2024=2024] và [cuối năm 2026=2026] là hai mốc quan trọng.
[Năm kia=2023] anh còn đi lính.
[Năm học này=2024], trường thiếu giáo viên.
[Năm học 2023=2023]-[2024=2024], cả huyện có hai trường đạt chuẩn.
)";

// Of 2025-05-23: halves, seasons, decades, centuries, history.
constexpr std::string_view kLong = R"(
[6 tháng đầu năm 2024=2024-H1], huyện thu ngân sách vượt dự toán.
[Nửa đầu năm nay=2025-H1], tôm xuất khẩu tăng.
[Nửa cuối năm 2025=2025-H2] kinh tế được dự báo ấm lên.
[6 tháng cuối năm=2025-H2] sẽ có ba đợt thi.
[Sáu tháng đầu năm nay=2025-H1], tai nạn giảm.
[Nửa cuối năm ngoái=2024-H2] giá đất chững lại.
[9 tháng đầu năm=P9M] xuất siêu lớn.
[4 tháng đầu năm 2025=P4M], cả nước thu hút nhiều dự án.
[Mùa hè năm ngoái=2024-SU], bãi biển vắng.
[Mùa đông năm 2023=2023-WI] lạnh kỷ lục.
[Mùa xuân 2025=2025-SP], vườn đào nở rộ.
[Mùa thu năm 1945=1945-FA] còn in trong trí nhớ cụ.
[Hè này=2025-SU], trường mở lớp bơi.
[Mùa hè này=2025-SU] nắng gắt.
[Mùa hè vừa qua=2024-SU] có ba đợt nóng.
[Những năm 80=198], cả làng ăn độn khoai.
[Đầu những năm 1990=199], ông ra Hà Nội kiếm sống.
[Cuối những năm 70=197] họ vượt biển.
[Thập niên 60=196] là lúc nghề dệt thịnh nhất.
[Thập kỷ 1980=198] khép lại với nhiều đổi thay.
[Giữa thập niên 1990=199] phố còn lầy lội.
[Những năm cuối thập niên 80=198] bà buôn chuyến.
[Thế kỷ 18=17] để lại ngôi đình này.
[Cuối thế kỷ XIX=18], người Pháp lập đồn.
[Đầu thế kỷ XX=19] phố cổ có mười hai phường thợ.
[Thế kỷ thứ 10=09] đã có lò gốm.
[Thế kỷ 21=20] là của công nghệ.
[Giữa thế kỷ trước=19], cầu sắt được dựng.
[Năm 1954=1954] gia đình ông ly tán.
[Ngày 7/5/1954=1954-05-07], trận đánh kết thúc.
[Ngày 2/9/1945=1945-09-02] là ngày bà nhớ nhất.
[Ngày 30 tháng 4 năm 1975=1975-04-30], bến cảng chật kín người.
[Năm 1858=1858], tàu chiến nổ súng ngoài vịnh.
[Năm 1428=1428], vua lên ngôi.
[Tháng 8/1945=1945-08], dân làng cướp kho thóc.
[Mùa thu năm 1010=1010-FA], kinh đô dời ra bờ sông.
Ông sinh [năm 1932=1932] tại làng chài.
Nguyễn Văn Tám (SN [1973=1973]) khai là chủ xe.
Chị Bình (sinh [ngày 3/2/1988=1988-02-03]) làm kế toán.
Giai đoạn [2021=2021]-[2025=2025], huyện trồng hai triệu cây.
Nhiệm kỳ [2020=2020] - [2025=2025] khép lại.
Thời kỳ [1954=1954] - [1975=1975] có nhiều đứt gãy.
Từ [năm 2015=2015] đến [2020=2020], dân số xã giảm.
World Cup [2026=2026] mở rộng lên nhiều đội hơn.
Luật Đất đai [2024=2024] thay đổi cách tính giá.
SEA Games [2023=2023] là kỳ đầu tiên của cô.
Kể từ [2010=2010], hãng đã bán hai triệu máy.
So với [2023=2023], lợi nhuận tăng gấp đôi.
Hai [năm 2021=2021] và [2022=2022] đều thua lỗ.
Các [năm 2016=2016], [2018=2018] và [2020=2020] đều có lũ lớn.
)";

// Of 2025-05-23: so long ago, from another day.
constexpr std::string_view kRelative = R"(
[Cách đây 3 ngày=2025-05-20], nước đã rút.
[Cách đây hai tuần=2025-W19], anh trượt kỳ thi.
[Cách đây 5 năm=2020], nơi này là bãi rác.
[Cách nay 10 năm=2015] chị lấy chồng xa.
[Cách đây hơn một tháng=2025-04], chợ bị cháy.
[Cách đây vài năm=PAST_REF], đường còn là đê đất.
[Hai ngày trước=2025-05-21], tàu mất liên lạc.
[Một tuần trước=2025-W20], giá gas giảm.
[Ba tháng trước=2025-02] họ nộp đơn.
[Gần 20 năm trước=2005], ông rời làng.
[Hơn hai thập kỷ trước=200], chưa ai biết nghề này.
[Bốn năm trước=2021] cầu thông xe.
[Vài ngày trước=PAST_REF], cụ còn đi chợ.
[Nhiều năm trước=PAST_REF] ở đây có đò ngang.
[5 ngày trước đây=2025-05-18], xe bị trộm.
[Tháng 3/2021=2021-03], anh xuất ngũ. [Một năm sau=2022], anh mở xưởng.
[Ngày 2/5=2025-05-02], bò chết. [Ba ngày sau=2025-05-05], thêm hai con nữa.
[Ngày 6/5=2025-05-06] có gió lốc. [Hai ngày sau đó=2025-05-08], điện được nối lại.
[Ngày 12/5=2025-05-12], anh nhập viện. [Cùng ngày=2025-05-12], hai người khác cũng sốt.
[Sáng 12/5=2025-05-12TMO] cướp xảy ra. [Chiều cùng ngày=2025-05-12TAF], nghi phạm sa lưới.
[Ngày 8/5=2025-05-08] ký kết. [Ngày hôm sau=2025-05-09], tiền về tài khoản.
[Ngày 8/5=2025-05-08] mổ xong. [Hôm sau=2025-05-09] bà tỉnh.
[Năm 2008=2008], cha mất. [Năm sau=2009], mẹ đi bước nữa.
[Năm 2011=2011] đói kém. [Năm đó=2011], nửa làng bỏ đi.
[Tháng 6/2022=2022-06], quán mở. [Tháng sau=2022-07] đã đông khách.
Lúc [8h ngày 20/5=2025-05-20T08:00], xe hỏng. [30 phút sau=2025-05-20T08:30], thợ đến.
[22h ngày 4/5=2025-05-04T22:00], báo mất tích. [3 giờ sau đó=2025-05-05T01:00], tìm thấy em bé.
Trộm vào nhà [đêm 3/5=2025-05-03TNI]; [hai hôm sau=2025-05-05] thì bị bắt.
Hội nghị họp [ngày 10/5=2025-05-10]; [ngày hôm trước=2025-05-09] khách đã đến đủ.
[Ngày 15/4=2025-04-15], kho mở. [Trước đó một tuần=2025-W15], hàng đã về.
[Năm 2016=2016] anh thi đỗ, [hai năm trước đó=2014] anh trượt.
)";

// Of 2025-05-23: durations.
constexpr std::string_view kLengths = R"(
Họ đã đợi [hơn hai tiếng=PT2H] trong mưa.
Thợ lặn tìm kiếm suốt [3 ngày=P3D] mới thấy.
Cây cầu xây trong [18 tháng=P18M].
Lệnh cấm có hiệu lực [90 ngày=P90D].
Ông chờ [gần 30 năm=P30Y] để được minh oan.
[Hai tuần qua=P2W], bà ngủ ngoài chợ.
Trong vòng [24 giờ=PT24H], lũ lên nhanh.
Trong [48 giờ tới=PT48H], bão sẽ mạnh lên.
[10 năm qua=P10Y], dân số xã tăng gấp đôi.
Suốt [mấy chục năm qua=PXY], con đò vẫn thế.
[Ba năm gần đây=P3Y], tôm chết hàng loạt.
[Mấy ngày nay=PXD], trời nồm ẩm.
[Vài tháng nữa=PXM] là xong móng.
[Nhiều tháng qua=PXM], công nhân chưa có lương.
[Những tuần gần đây=PXW], giá điều lao dốc.
[Ít phút sau=PTXM], lửa lan sang nhà bên.
Chỉ [vài phút=PTXM], nước đã ngập sàn.
Chuyến bay kéo dài [1 giờ 45 phút=PT1H45M].
Bài thi làm trong [180 phút=PT180M].
Cơn mưa kéo dài [gần một giờ=PT1H].
Động đất rung [15 giây=PT15S].
Anh chạy hết [4 phút 20 giây=PT4M20S].
Bé nằm viện [một tuần lễ=P1W].
Hợp đồng thuê [5 năm rưỡi=P5.5Y].
Vụ kiện đã [2 năm rưỡi=P2.5Y].
Sau [nửa tháng=P0.5M], vết thương lành.
Họ chỉ cần [nửa ngày=P0.5D].
[Một thế kỷ qua=P1CE], ngôi chùa ba lần cháy.
[Hơn 3 thập kỷ=P3DE] làm nghề, ông có năm học trò.
Tòa tuyên án [7 năm=P7Y] tù giam.
Bị cáo lĩnh [18 tháng=P18M] tù treo.
Mỗi ca kéo [8=PT8H]-[10 tiếng=PT10H].
Thời gian giao hàng từ [3=P3D] đến [5 ngày=P5D].
Phạt tù từ [2 năm=P2Y] đến [7 năm=P7Y].
Còn [100 ngày nữa=P100D] là khai mạc.
Sau [5 năm=P5Y] xa quê, chị trở về.
[Một tháng=P1M] sau khi cưới, anh đi biển.
[Hai tuần=P2W] trước ngày bầu cử, tin đồn lan rộng.
Cuộc họp dài [ba ngày rưỡi=P3.5D].
[Những năm qua=PXY], xã thay da đổi thịt.
[Các năm tới=PXY], quỹ đất sẽ cạn.
[Những tháng cuối năm=PXM] bận rộn nhất.
[Những ngày tới=PXD], trời rét đậm.
[Mấy hôm nay=PXD] gió to.
[Nhiều giờ sau=PTXH], họ mới tìm thấy xác tàu.
[Hàng chục năm nay=PXY] chưa ai sửa con đập.
[6 ngày đêm=P6D] vây ráp kết thúc.
[Nửa thế kỷ=P0.5CE] trôi qua.
[1,5 giờ=PT1.5H] đi thuyền mới tới.
)";

// Of 2025-05-23: again and again.
constexpr std::string_view kSets = R"(
[Mỗi ngày=set P1D] quán bán ba trăm tô.
[Hàng ngày=set P1D], bà ra bến từ sớm.
[Hằng năm=set P1Y], làng mở hội đua bò.
[Hàng tháng=set P1M] chị gửi tiền về.
[Hằng tuần=set P1W] họ giao ban.
[Mỗi năm=set P1Y], sông lấn vài mét.
[Mỗi tuần=set P1W] có hai chuyến tàu.
[Mỗi sáng=set XXXX-XX-XXTMO], ông đi bộ ra đê.
[Hàng đêm=set XXXX-XX-XXTNI] vẫn có tiếng máy hút cát.
[Mỗi thứ Bảy=set XXXX-WXX-6], lớp vẽ mở cửa.
[Thứ Hai hàng tuần=set XXXX-WXX-1], cán bộ tiếp dân.
[Ba tháng một lần=set P3M], thợ thay dầu máy.
[Cứ 5 năm=set P5Y], đại hội lại họp.
[Mỗi giờ=set PT1H] có một chuyến buýt.
Cuộc thi [thường niên=set P1Y] của xã [năm nay=2025] bị hoãn.
[Mọi năm=set P1Y] giờ này đã có mưa.
[Ngày nào=set P1D] anh cũng ra bến.
Giá thuê hai triệu đồng [một tháng=set P1M].
[Hàng giờ=set PT1H], trạm báo mực nước.
[Mỗi quý=set P1Q], công ty báo cáo một lần.
[Hằng đêm=set XXXX-XX-XXTNI], bà thắp đèn chờ con.
[Mỗi buổi sáng=set XXXX-XX-XXTMO] sân trường chật xe.
)";

// Of 2025-05-23: ranges and lists.
constexpr std::string_view kRanges = R"(
Từ [ngày 3=2025-06-03] đến [ngày 5/6=2025-06-05], cảng đóng cửa.
Hội chợ mở từ [22=2025-05-22] đến [25/5=2025-05-25].
Tuần phim chiếu từ [10=2025-05-10]-[16/5=2025-05-16] tại rạp tỉnh.
Trong [hai ngày=P2D] ([17=2025-05-17] và [18/5=2025-05-18]), đội cứu hộ tìm được ba người.
Từ [28/12/2024=2024-12-28] đến [3/1/2025=2025-01-03], đường đèo cấm xe.
Từ [ngày 28/12=2024-12-28] đến [ngày 3/1=2025-01-03], đường đèo cấm xe.
Từ [tháng 3=2025-03] đến [tháng 5=2025-05], cửa hàng giảm giá.
Từ [tháng 11/2023=2023-11] tới [tháng 2/2024=2024-02] không có giọt mưa nào.
Từ [8h=2025-05-20T08:00] đến [10h ngày 20/5=2025-05-20T10:00], mạng bị nghẽn.
Từ [năm 1995=1995] đến [năm 2005=2005], bà đi dạy xa nhà.
Vụ mùa từ [đầu tháng 6=2025-06] đến [cuối tháng 9=2025-09] hay gặp bão.
Từ [thứ Hai=2025-05-26] đến [thứ Tư tuần tới=2025-05-28], thợ sẽ sửa đường ống.
[Sáng=2025-05-21TMO] và [chiều 21/5=2025-05-21TAF] đều có dông.
[Ngày 7=2025-05-07], [8/5=2025-05-08], tòa xử lưu động.
Doanh thu [quý I=2025-Q1] và [quý II=2025-Q2] đều giảm.
Các [tháng 1=2025-01], [2=2025-02] và [3=2025-03] đều lỗ.
Từ [nay=PRESENT_REF] đến [cuối năm=2025], xã làm xong ba cây cầu.
Từ [nay=PRESENT_REF] đến [2030=2030], tỉnh trồng thêm rừng.
Lễ hội từ [ngày 1/6=2025-06-01] - [5/6/2025=2025-06-05] tại bến sông.
)";

// Of 2025-05-23: references without a calendar.
constexpr std::string_view kReferences = R"(
[Hiện nay=PRESENT_REF], xưởng còn mười thợ.
[Hiện=PRESENT_REF] ông sống cùng con gái.
Công ty [hiện=PRESENT_REF] có ba nhà máy.
[Hiện tại=PRESENT_REF] nước đã rút hết.
[Bây giờ=PRESENT_REF] anh mới hiểu.
Đến [nay=PRESENT_REF], vụ việc vẫn bế tắc.
Cho tới [nay=PRESENT_REF] chưa ai nhận trách nhiệm.
Từ trước đến [nay=PRESENT_REF], bến này chưa có kè.
[Ngày nay=PRESENT_REF] ít ai còn dệt chiếu.
[Gần đây=PAST_REF], chim trời về nhiều.
[Mới đây=PAST_REF], đoàn khảo sát tìm thấy hang lớn.
[Thời gian qua=PAST_REF], xe quá tải lộng hành.
[Trước đây=PAST_REF], nghề này nuôi cả làng.
[Vừa qua=PAST_REF], xã được khen thưởng.
[Thời gian gần đây=PAST_REF] nạn trộm chó tăng.
[Ngày xưa=PAST_REF] làng có tám giếng.
[Trước kia=PAST_REF] đường này là đê.
[Sắp tới=FUTURE_REF], chợ sẽ dời đi.
[Thời gian tới=FUTURE_REF], giá điện có thể tăng.
[Sau này=FUTURE_REF] con sẽ hiểu.
Trong [tương lai=FUTURE_REF], đường sắt sẽ nối tới cảng.
)";

// Of 2025-01-10: feasts.
constexpr std::string_view kFeasts = R"(
[Tết Nguyên đán=2025-01-29], công nhân nghỉ [chín ngày=P9D].
[Mùng 3 Tết=2025-01-31], chợ đã họp lại.
[Mùng 1 Tết=2025-01-29], cả họ tề tựu.
[Mồng 2 Tết=2025-01-30] anh phải trực.
[Giao thừa năm nay=2025-01-28] không bắn pháo hoa.
[Đêm giao thừa=2025-01-28TNI], phố vắng tanh.
[29 Tết=2025-01-28], chợ hoa vãn khách.
[Tết Nguyên đán 2024=2024-02-10] mưa dầm.
[Tết Nguyên tiêu=2025-02-12] chùa đông người.
[Rằm tháng Giêng=2025-02-12], đền thờ mở hội.
[Giáng sinh vừa rồi=2024-12-25], nhà thờ xứ sáng đèn.
[Noel năm 2023=2023-12-25] trời ấm.
[Tết Trung thu 2025=2025-10-06] rất đông.
[Trung thu năm nay=2025-10-06] bánh tăng giá.
[Tết Ất Tỵ=2025-01-29], xóm góp tiền làm đường.
[Giỗ Tổ Hùng Vương năm 2025=2025-04-07], cả nước nghỉ lễ.
[Tết Đoan ngọ 2025=2025-05-31] bà làm rượu nếp.
[Quốc khánh 2024=2024-09-02] mưa to.
[Tết Dương lịch=2025-01-01], xe cộ nườm nượp.
[Lễ Phục sinh 2025=2025-04-20], giáo dân đi lễ.
[Quốc khánh năm ngoái=2024-09-02], đảo đón nhiều khách.
[Tết Dương lịch 2026=2026-01-01] được nghỉ [bốn ngày=P4D].
[23 tháng Chạp=2025-01-22], nhà nhà cúng ông Táo.
Sinh viên nghỉ từ [23 tháng Chạp=2025-01-22].
)";

// Of 2026-01-08: the year that news means.
constexpr std::string_view kNewsHabit = R"(
[Ngày 31/12=2025-12-31], ngân hàng chốt sổ.
[Ngày 28/12=2025-12-28], bão vào gần bờ.
[Ngày 5/2 tới=2026-02-05], kỳ thi bắt đầu.
[Tháng 12=2025-12], xuất khẩu giảm.
[Tháng 11 vừa qua=2025-11], mưa lớn.
[Quý IV=2025-Q4], doanh nghiệp lỗ.
[Ngày 15/1=2026-01-15] tòa sẽ xử.
[Tháng 9 năm ngoái=2025-09], trường sập mái.
[Cuối năm ngoái=2025] anh về hưu.
[Năm 2025=2025], cả xã thoát nghèo.
[Tháng 2 tới=2026-02], nhà máy chạy thử.
[Tuần trước=2026-W01], sông đóng băng.
[Tuần này=2026-W02] trời rét.
[Thứ Bảy=2026-01-03], hai đội hòa.
Họ sẽ gặp lại [thứ Bảy=2026-01-10].
[Đêm 31/12=2025-12-31TNI] và [rạng sáng 1/1=2026-01-01TMO], phố xá đông nghịt.
)";

// Of 2025-05-23: other spellings.
constexpr std::string_view kTypography = R"(
Lúc [14 giờ 05 phút, ngày 21/5=2025-05-21T14:05], đê vỡ.
[7 giờ 30 phút sáng 22-5-2025=2025-05-22T07:30] mới có xe cẩu.
[NGÀY 20/5=2025-05-20], CHỢ ĐÓNG CỬA.
Tàu vào ga lúc [5h30’=2025-05-23T05:30] như thường lệ.
Hạn cuối là [23 giờ 59 phút ngày 31/5/2025=2025-05-31T23:59].
Anh gửi đơn [ngày 16 - 5 - 2025=2025-05-16].
Từ [16h30=2025-05-23T16:30], xe tải bị cấm.
Bé chào đời [ngày 2/5/2025=2025-05-02], nặng ba cân.
[Hôm nay=2025-05-23] ([23/5=2025-05-23]), học sinh thi tốt nghiệp.
[Sáng nay=2025-05-23TMO] [23/5=2025-05-23], gió đổi chiều.
[Thứ Hai=2025-05-19] ([19/5=2025-05-19]), chợ đông.
[Tối qua=2025-05-22TEV] ([22/5=2025-05-22]), mưa to.
[20h00 ngày 22 tháng 5 năm 2025=2025-05-22T20:00], đèn tắt.
Cập nhật [23/05/2025=2025-05-23] theo giờ Việt Nam.
Bản ghi [2025-05-21=2025-05-21] cho thấy máy chủ lỗi.
Tệp lưu lúc [2025-05-21T08:30=2025-05-21T08:30] bị hỏng.
Thông cáo ghi [May 20, 2025=2025-05-20] là hạn chót.
Bản tin đề [20 May 2025=2025-05-20].
Giải Grand Slam diễn ra vào [June 2025=2025-06].
)";

// Of 2025-05-23: what is no time.
constexpr std::string_view kNoTimes = R"(
Ông Năm, 63 tuổi, bán vé số.
Bé trai 3 tháng tuổi bị sốt.
Đội khách dẫn 2-1 ở phút 75.
Theo Nghị định 12/2022/NĐ-CP, mức phạt tăng.
Công văn số 45/UBND nêu rõ.
Nhà số 30/4 đường Hai Bà Trưng bị cháy.
Anh ở số 24/7 ngõ chợ.
Cửa hàng mở cửa 24/7 phục vụ khách.
Khoảng 2/3 số hộ đã nhận tiền.
Tỷ lệ 3/4 cổ đông tán thành.
Liên hệ 0912.345.678 để được tư vấn.
Giá xăng tăng 500 đồng/lít.
Lương 7 triệu/tháng là thấp.
Phiên bản 3.5 của phần mềm bị lỗi.
Đường 30/4 ngập sâu.
Máy bay F-16 rơi.
Đội U23 về nước.
Cô về đích thứ ba.
Vòng đàm phán thứ hai thất bại.
Thứ tư, cần siết kỷ luật.
Anh thực hiện đúng lời hứa.
Khu công nghệ hiện đại nhất vùng.
Ông qua đời vì bạo bệnh.
Trước mắt, xã lo chỗ ở tạm.
Tối đa mười người một phòng.
Ánh sáng rọi qua khe cửa.
Chiều dài cầu là ba cây số.
Quý khách vui lòng xếp hàng.
Sáng kiến này được khen.
Hai chiều đường bị tắc.
Bà con tuần hành ôn hòa.
Tiếng Anh là môn bắt buộc.
Lớp 5/2 có bốn mươi em.
Trận này thắng 3-2 nghẹt thở.
Có 2013 người ký tên.
Điều 12 khoản 3 quy định rõ.
Trước đó, anh từng bị nhắc nhở.
Sau đó họ bỏ đi.
Khi đó ông còn nhỏ.
Làm việc ban ngày, ngủ ban đêm.
Ngã tư đông nghẹt xe.
Quốc lộ 1A kẹt xe.
Đội hình 4-3-3 phát huy tác dụng.
Mã hàng 2010-5 bị thu hồi.
)";

// Of 2025-05-23: sentences of many registers, from lists and lunar days to hotlines and fractions.
constexpr std::string_view kRegisters = R"(
Gọi hotline 1900 1234 để được hỗ trợ.
Khách gọi tổng đài 1900 6067 hoặc 1900 2002.
Đường dây nóng 1800 1090 trực suốt ngày đêm.
Các [ngày 1=2025-03-01], [2=2025-03-02], [3/3=2025-03-03], trường nghỉ học.
Các [ngày 1=2025-03-01], [2=2025-03-02], [5=2025-03-05] và [9/3=2025-03-09] có chợ phiên.
[Tháng Chạp=2025-01], bà con gói bánh.
[Tháng Giêng=2025-02], làng mở hội.
Lễ giỗ diễn ra [mùng 10 tháng 3 âm lịch=2025-04-07].
[Rằm tháng Bảy=2025-09-06], chùa đông khách.
[Rằm tháng Giêng=2025-02-12] trời mưa phùn.
[Rằm tháng 3=2025-04-12] có hội làng.
[23 tháng Chạp=2025-01-22], nhà nhà cúng ông Táo.
Học phí [năm học 2024=2024]-[2025=2025] giữ nguyên.
Báo cáo [niên độ 2024=2024]-[2025=2025] đã được kiểm toán.
Đội vô địch mùa giải [2023=2023]/[24=2024].
Mùa giải [2023=2023]-[24=2024] khép lại.
Giai đoạn [2021=2021]-[2025=2025] xã làm được 30 km đường.
Vé được bán từ [20/9=2025-09-20] tại nhà thi đấu.
Có 2/3 cử tri đồng ý.
Khoảng 1/4 dân số sống ở phố.
Hơn 9/10 hộ dân đã có điện.
Tỷ lệ 20/9 giữa nam và nữ là quá cao.
Cửa hàng bán [20/9=2025-09-20] một lô lớn.
[Đêm qua=2025-05-22TNI] nhiệt độ xuống âm 3 độ.
Nhiệt độ chỉ còn -3 độ C.
Nhiệt độ xuống âm 3 độ C.
Hơn nửa triệu người xuống đường.
Giá 2 triệu rưỡi một chỉ.
Anh tu nghiệp [một năm rưỡi=P1.5Y] ở Nhật.
Cụ bà 105 tuổi vẫn minh mẫn.
Đội xếp thứ 7 sau vòng đầu.
Việt Nam đứng hạng 7 châu Á.
Đoàn có 15 xe nối đuôi nhau.
Có vài chục hộ bị ngập.
Hàng trăm ngôi nhà tốc mái.
Lớp có ba bốn chục học sinh.
Chi một phần ba ngân sách cho giáo dục.
Giá tăng gấp đôi.
Giá tăng gấp 3 lần so với [năm ngoái=2024].
Phát biểu tại phiên thảo luận tổ [chiều 22/5=2025-05-22TAF], đại biểu đề nghị lùi thời điểm áp dụng luật đến [ngày 1/1/2027=2027-01-01].
Quốc hội sẽ họp đợt 2 từ [ngày 11/6=2025-06-11] đến [sáng 27/6=2025-06-27TMO].
Nghị quyết 18-NQ/TW được ban hành [cuối năm 2017=2017], đến [nay=PRESENT_REF] đã qua [gần 8 năm=P8Y] thực hiện.
Ủy ban Thường vụ họp phiên thứ 45 trong 2 buổi, [sáng=2025-05-26TMO] và [chiều 26/5=2025-05-26TAF].
Thủ tướng yêu cầu báo cáo trước [ngày 15 hằng tháng=set XXXX-XX-15].
Bộ trưởng nhậm chức hồi [tháng 8 năm ngoái=2024-08] sau khi người tiền nhiệm nghỉ hưu.
Theo Nghị định 168/2024/NĐ-CP, mức phạt tăng lên 20 triệu đồng.
Chuyến thăm kéo dài từ [25=2025-05-25] đến [27/5=2025-05-27] theo lời mời của Chủ tịch nước.
Hai bên thiết lập quan hệ ngoại giao [ngày 12/4/1973=1973-04-12], tức là đã [hơn nửa thế kỷ=P0.5CE].
[Sáng nay=2025-05-23TMO], 98,7% đại biểu có mặt tán thành.
Bắc Bộ có mưa dông vào chiều tối và đêm, lượng mưa 30-60 mm, có nơi trên 120 mm.
Lúc [4 giờ ngày 23/5=2025-05-23T04:00], tâm áp thấp ở vào khoảng 14,5 độ vĩ bắc; 112,3 độ kinh đông.
Trong [24 giờ tới=PT24H], bão di chuyển theo hướng tây, [mỗi giờ=set PT1H] đi được 15-20 km.
Gió cấp 9, giật cấp 11, biển động dữ dội.
Nắng nóng kéo dài đến [khoảng ngày 28/5=2025-05-28], nhiệt độ cao nhất 36-38 độ.
[Đêm 24=2025-05-24TNI], [rạng sáng 25/5=2025-05-25TMO], không khí lạnh tràn xuống.
Đỉnh lũ trên sông vượt báo động 3 khoảng 0,5 m vào [trưa mai=2025-05-24TMI].
Từ [nay=PRESENT_REF] đến [cuối tháng=2025-05] còn 2 đợt nắng nóng nữa.
Trên quốc lộ 1A, đoạn qua km 1.234, xe tải biển số 51C-123.45 tông đuôi xe khách.
Tai nạn xảy ra lúc [5h50=2025-05-23T05:50], khiến ba người chết tại chỗ.
Cao tốc cấm xe tải từ [6h=2025-05-23T06:00] đến [22h=2025-05-23T22:00] [hằng ngày=set P1D].
Tàu SE7 chậm [3 tiếng 20 phút=PT3H20M] do sạt lở.
Cầu dự kiến thông xe vào dịp [2/9=2025-09-02].
Tài xế 34 tuổi khai uống 4 lon bia [tối hôm trước=2025-05-22TEV].
Cầu được cấm tải trên 10 tấn kể từ [0h ngày mai=2025-05-24T00:00].
Tòa tuyên bị cáo [12 năm 6 tháng=P12Y6M] tù về tội tham ô, theo khoản 3 Điều 353.
Phiên phúc thẩm dự kiến mở lại [ngày 9-6=2025-06-09].
Bị can bị tạm giam [4 tháng=P4M] để điều tra.
Thời hiệu khởi kiện là [ba năm=P3Y] kể từ ngày biết quyền bị xâm phạm.
Bản án số 45/2024/HS-ST [ngày 12/7/2024=2024-07-12] bị kháng nghị.
Trận bán kết lượt về diễn ra lúc [2h ngày 29/5=2025-05-29T02:00] (giờ Hà Nội).
Phút 89, Hải gỡ hòa 2-2, đưa trận đấu vào hiệp phụ.
Tay vợt số 12 thế giới thắng 6-4, 3-6, 7-5 sau [2 giờ 14 phút=PT2H14M].
Anh ghi 18 bàn trong 31 trận ở mùa giải [2024=2024]/[25=2025].
Đội bóng vô địch lần thứ 9, lần gần nhất là [năm 2011=2011].
CLB chơi 5 trận trong [15 ngày=P15D] và chỉ được nghỉ [hai hôm=P2D].
U23 Việt Nam hội quân [thứ Hai tuần sau=2025-05-26].
Giá vàng SJC lúc [9h30=2025-05-23T09:30] niêm yết 118,5 - 120,5 triệu đồng mỗi lượng.
[Quý đầu năm=2025-Q1], lãi sau thuế đạt 1.245 tỷ đồng, tăng 23% so với cùng kỳ.
VN-Index đóng cửa phiên [22/5=2025-05-22] ở 1.313,84 điểm.
[Năm tài chính 2024=2024], hãng lỗ hơn 3 tỷ USD.
Kỳ trả lãi tiếp theo rơi vào [30/6/2025=2025-06-30].
Doanh nghiệp đặt mục tiêu 1 triệu xe [mỗi năm=set P1Y] vào [năm 2030=2030].
Tỷ giá tăng 15 đồng, lên 24.960 đồng mỗi USD.
Trong [5 năm trở lại đây=P5Y], xuất khẩu gỗ tăng 2,5 lần.
Lô trái phiếu kỳ hạn [36 tháng=P36M], lãi suất 9,5%/năm.
Bộ Y tế ghi nhận 148 ca mắc COVID-19 tại 27 tỉnh từ [đầu năm=2025].
Bé gái 14 tháng tuổi nhập viện vì sốt cao.
Thuốc uống ba lần [một ngày=set P1D], mỗi lần 2 viên.
Ca ghép tim kéo dài suốt [8 tiếng=PT8H] và thành công lúc [rạng sáng 20/5=2025-05-20TMO].
Bệnh nhân được xuất viện sau [hai tuần=P2W] điều trị.
Tuần thai thứ 32, bác sĩ chỉ định mổ.
Cứ 10 người thì có 3 người bị cao huyết áp.
Kỳ thi tốt nghiệp THPT [năm 2025=2025] diễn ra trong hai [ngày 26=2025-06-26] và [27/6=2025-06-27].
Thí sinh đăng ký trực tuyến đến [17h ngày 28/4=2025-04-28T17:00].
Trường công bố điểm chuẩn vào lớp 10 trước [ngày 10/7=2025-07-10].
[Niên khóa 2021=2021]-[2025=2025] có 412 sinh viên tốt nghiệp.
Học sinh lớp 5A tựu trường [ngày 29/8=2025-08-29], khai giảng [5/9=2025-09-05].
[Năm học 2025=2025]-[2026=2026] bắt đầu sớm [một tuần=P1W].
[Hôm 21/5=2025-05-21] (giờ địa phương), hai tàu va nhau ở eo biển.
Tổng thống Mỹ nói [hôm thứ Năm=2025-05-22] rằng thuế sẽ tăng từ [1/6=2025-06-01].
Cuộc chiến bước sang ngày thứ 1.184.
Lệnh ngừng bắn [30 ngày=P30D] có hiệu lực từ [0h GMT ngày 19/5=2025-05-19T00:00].
Israel nói hơn 50 con tin còn bị giữ từ [7/10/2023=2023-10-07].
Bầu cử sớm ở Nhật diễn ra [Chủ nhật tới=2025-05-25].
NATO họp thượng đỉnh tại La Haye [24=2025-06-24]-[25/6=2025-06-25].
[Đêm 6=2025-05-06TNI] [rạng sáng 7/5=2025-05-07TMO], Ấn Độ không kích 9 địa điểm.
Vua Lê Thánh Tông trị vì từ [năm 1460=1460] đến [năm 1497=1497], tổng cộng [37 năm=P37Y].
Chiến dịch mở màn [17 giờ ngày 13/3/1954=1954-03-13T17:00] và kéo dài [56 ngày đêm=P56D].
Hiệp định được ký [ngày 27-1-1973=1973-01-27]; [hai tháng sau=1973-03], lính Mỹ rút hết.
Cách mạng Tháng Tám thành công, [2/9/1945=1945-09-02] nước nhà độc lập.
Ngôi chùa dựng [thế kỷ XI=10], trùng tu [đầu thế kỷ XVII=16].
Bà sinh [ngày 15 tháng 8 năm 1925=1925-08-15], mất [năm 2014=2014], hưởng thọ 90 tuổi.
Hồi [những năm 1960=196], phố này toàn nhà gỗ.
Thời [1975=1975] - [1986=1986] còn tem phiếu.
[14h05=2025-05-23T14:05]: Lực lượng chức năng phong tỏa hiện trường.
[14:20=2025-05-23T14:20] - Người phát ngôn lên tiếng.
Cập nhật lúc [10h15=2025-05-23T10:15]: 7 thi thể được tìm thấy.
[30 phút trước=PAST_REF], đám cháy bùng lại ở tầng 7.
[Cách đây ít phút=PAST_REF], tàu đã cập cảng.
Mời độc giả theo dõi trực tiếp từ [19h tối nay=2025-05-23T19:00].
Liên hệ số 0912 345 678 hoặc 024.3826.1234 trong giờ hành chính.
Hộp thư góp ý: số 30/4 Nguyễn Văn Cừ, phường 2, quận 5.
Cửa hàng mở 24/7, kể cả ngày lễ.
Bản cập nhật iOS 18.5 ra mắt [tuần trước=2025-W20], nặng 1,2 GB.
Điện thoại có màn hình 6,7 inch, pin 5.000 mAh.
Gói cước 99.000 đồng/tháng dùng được [30 ngày=P30D].
"The deal was signed on [May 12, 2025=2025-05-12]", người phát ngôn viết.
Theo bài đăng [19 May 2025=2025-05-19] trên mạng X, ông đã từ chức.
Lễ hội [Tết Đoan ngọ=2025-05-31] [mùng 5/5 âm lịch=2025-05-31] thu hút 1,5 vạn khách.
[Mùng 1 Tết Ất Tỵ=2025-01-29], chùa đông nghịt.
Dịp [Tết Nguyên đán 2026=2026-02-17], công nhân nghỉ [9 ngày=P9D].
Đợt nghỉ lễ [30/4=2025-04-30] - [1/5 vừa rồi=2025-05-01], Đà Lạt đón 235.000 lượt khách.
[Trung thu năm nay=2025-10-06] rơi vào [ngày 6/10=2025-10-06].
[Lễ Vu lan năm ngoái=2024-08-18] chùa phát 2.000 suất cơm.
[Đêm giao thừa=2025-01-28TNI], thành phố bắn pháo hoa ở 6 điểm.
Chợ họp vào [mỗi sáng chủ nhật=set XXXX-WXX-7TMO], bán đủ thứ.
Ông ghé quán [hai tuần một lần=set P2W].
[Hàng năm=set P1Y], cứ đến mùa nước nổi, dân lại đi giăng câu.
Phà chạy [15 phút=PT15M]/chuyến, từ [5h=2025-05-23T05:00] đến [21h30=2025-05-23T21:30].
Nhà máy chạy ba ca [mỗi ngày=set P1D].
Cô giáo dạy từ [thứ Hai=2025-05-19] đến [thứ Sáu=2025-05-23].
Vườn rộng hai mẫu rưỡi, trồng hơn 200 gốc bưởi.
Quán có chừng mươi bàn, khách ngồi kín.
Một nửa số tiền được trả [cuối tháng này=2025-05].
Nợ hơn trăm triệu đồng, chị bán hai con bò.
Nhà văn viết ngót nghét 30 đầu sách trong [nửa thế kỷ=P0.5CE].
Nước mặn 4 phần nghìn lấn sâu 60 km.
Tỷ lệ hộ nghèo giảm còn 2,93% [cuối 2024=2024].
[3 năm=P3Y] liền, xã không có người sinh con thứ ba.
[Năm ngoái=2024], cùng thời điểm này, nước đã rút.
[Đầu giờ chiều 21/5=2025-05-21TAF], công an khám xét nhà số 15 ngõ 20/4.
Chương trình phát [20h thứ Tư hằng tuần=set XXXX-WXX-3T20:00] trên kênh 3.
)";

// Of 2025-11-12.
constexpr std::string_view kLateAutumn = R"(
Bão số 13 đổ bộ [khuya 6/11=2025-11-06TNI], gió giật trên 150 km/h.
Từ [ngày 1=2025-11-01] đến [10/11=2025-11-10], toàn tỉnh xảy ra 12 vụ cháy.
[Hôm qua=2025-11-11] ([11/11=2025-11-11]) giá dầu giảm 2%.
Dự thảo được lấy ý kiến đến hết [tháng 12=2025-12].
Ông Trần Văn B. (58 tuổi) bị tuyên [9 năm=P9Y] tù.
Đội nhà thua 0-3 và rớt xuống hạng 11.
Chương trình nghệ thuật sẽ diễn ra lúc [20h ngày 20/11=2025-11-20T20:00] tại Nhà hát Lớn.
Vụ đông xuân [2025=2025]-[2026=2026], xã gieo 450 ha.
Lãi suất huy động kỳ hạn [6 tháng=P6M] lên 5,4%.
Hãng giao 1,79 triệu xe trong [năm 2024=2024].
Khoảng 3/4 hộ dân đã nhận tiền đền bù.
Cuộc gọi đến tổng đài 1900 545 415 bị tính phí 8.000 đồng [mỗi phút=set PT1M].
[Thứ Hai đầu tuần=2025-11-10], thị trường mở cửa giảm 15 điểm.
Phiên tòa kéo dài từ [ngày 3=2025-11-03] đến [7/11=2025-11-07].
Bệnh nhi 8 tháng tuổi sốt 39,5 độ suốt [ba ngày=P3D].
[Quý III=2025-Q3], doanh nghiệp lãi 320 tỷ đồng, gấp ba lần cùng kỳ.
Tuyến metro số 1 vận hành [5h=2025-11-12T05:00]-[22h=2025-11-12T22:00] [hằng ngày=set P1D].
Nhà nghỉ này hoạt động đã [hơn 20 năm=P20Y].
[Đầu tháng 11 vừa qua=2025-11], huyện khởi công ba cây cầu.
Mức lương hai chục triệu là mơ ước của nhiều người.
Mỏ than bị sập hồi [tháng 9/1998=1998-09].
[3 ngày cuối tuần này=P3D], Hà Nội rét 12-14 độ C.
Cả nước có 34 tỉnh thành sau sắp xếp từ [1/7=2025-07-01].
Một gói thầu trị giá 1.250 tỷ đồng chậm [18 tháng=P18M].
Anh mua nửa cân thịt giá 70 nghìn đồng.
Căn cứ Điều 12 Luật số 45/2019/QH14.
Fed họp hai [ngày 9=2025-12-09] và [10/12=2025-12-10].
Tàu rời cảng [rạng sáng thứ Tư=2025-11-12TMO].
Nhiệm kỳ [2025=2025]-[2030=2030], Đảng bộ kết nạp 600 đảng viên mới.
Sinh viên khóa 48 nhập học [đầu tháng 9 năm nay=2025-09].
Hơn hai phần ba nghị sĩ bỏ phiếu thuận.
Áp suất ở tâm bão 955 hPa.
[Đêm 11=2025-11-11TNI] [rạng sáng 12/11=2025-11-12TMO], mưa to ở Huế.
Giải hạng nhất [2025=2025]/[26=2026] có 12 đội.
Vé số mở thưởng [thứ Ba hàng tuần=set XXXX-WXX-2].
Sau [3 năm=P3Y], lợi nhuận âm 40 tỷ đồng.
[Giữa tháng Chạp năm Ất Tỵ=2026-02], làng nghề tất bật.
Nghị quyết có hiệu lực sau [45 ngày=P45D] kể từ ngày ký.
[Cách đây đúng 50 năm=1975], đất nước thống nhất.
[Khoảng tháng 4-2018=2018-04], nhiều phụ huynh gửi đơn.
Giá thuê cao hơn [năm 2019=2019] và nhiều hơn [tháng 5=2025-05].
)";

TEST(TimeCases, ReadsDays) { EXPECT_GE(Reader("vi").check(kDays, "2025-05-23"), 32u); }

TEST(TimeCases, ReadsPartsOfDaysAndClocks) {
  EXPECT_GE(Reader("vi").check(kPartsOfDays, "2025-05-23"), 46u);
}

TEST(TimeCases, ReadsWeeksMonthsQuartersYears) {
  EXPECT_GE(Reader("vi").check(kWeeks, "2025-05-23"), 69u);
}

TEST(TimeCases, ReadsSeasonsDecadesCenturies) {
  EXPECT_GE(Reader("vi").check(kLong, "2025-05-23"), 57u);
}

TEST(TimeCases, ReckonsFromOtherDays) {
  EXPECT_GE(Reader("vi").check(kRelative, "2025-05-23"), 47u);
}

TEST(TimeCases, ReadsLengths) { EXPECT_GE(Reader("vi").check(kLengths, "2025-05-23"), 52u); }

TEST(TimeCases, ReadsWhatComesAgain) { EXPECT_GE(Reader("vi").check(kSets, "2025-05-23"), 23u); }

TEST(TimeCases, ReadsBothEndsOfRanges) {
  EXPECT_GE(Reader("vi").check(kRanges, "2025-05-23"), 39u);
}

TEST(TimeCases, ReadsReferences) { EXPECT_GE(Reader("vi").check(kReferences, "2025-05-23"), 21u); }

TEST(TimeCases, ReckonsFeasts) { EXPECT_GE(Reader("vi").check(kFeasts, "2025-01-10"), 26u); }

TEST(TimeCases, TakesTheYearThatNewsMeans) {
  EXPECT_GE(Reader("vi").check(kNewsHabit, "2026-01-08"), 17u);
}

TEST(TimeCases, ReadsOtherSpellings) {
  EXPECT_GE(Reader("vi").check(kTypography, "2025-05-23"), 23u);
}

TEST(TimeCases, ReadsNewsOfManyRegisters) {
  EXPECT_GE(Reader("vi").check(kRegisters, "2025-05-23"), 130u);
  EXPECT_GE(Reader("vi").check(kLateAutumn, "2025-11-12"), 40u);
}

TEST(TimeCases, LooksBackFromHom) {
  constexpr std::string_view kLine =
      "Giá điện sẽ tăng [ngày 5/1=2025-01-05], ông nói [hôm thứ Sáu=2024-12-27].";
  Reader("vi").check(kLine, "2024-12-30");
  Reader("vi").check("Vụ nổ xảy ra [hôm 20/9=2024-09-20] ở cảng.", "2025-05-23");
}

TEST(TimeCases, TellsNoMonthOfALunarDayWithoutAYear) {
  Reader("vi").check("Hội mở [mùng 10 tháng 3 âm lịch=XXXX-XX-XX] ở đình.", "XXXX-05-23");
}

TEST(TimeCases, LeavesAloneWhatIsNoTime) {
  EXPECT_EQ(Reader("vi").check(kNoTimes, "2025-05-23"), 0u);
}

}  // namespace
}  // namespace machtin

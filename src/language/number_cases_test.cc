// Sentences as news writes them, each with every quantity that stands in it: what is between "["
// and "=" is printed, what follows is "value[..high][ unit][ *of][ ^of][ @per][ ~|>=|<=]"; the
// words of "*of" stand in the text right after the number, those of "^of" before it. What stands
// outside of brackets counts, measures and orders nothing. The sentences are our own.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "language/marked_cases.h"
#include "language/number.h"
#include "language/time.h"
#include "text/utf8.h"

namespace machtin {
namespace {

struct Marked {
  std::string text = {};
  std::string marks = {};  // the marks alone, one after another
  std::size_t count = 0;
};

Marked read_marks(std::string_view line) {
  Marked out;
  out.text = without_marks(line, [&out](std::string_view mark) {
    out.marks += std::string(mark) + " ";
    ++out.count;
    std::string printed(mark.substr(1, mark.find('=') - 1));
    if (const std::size_t star = mark.find(" *"); star != std::string_view::npos) {
      const std::size_t end = std::min(mark.find_first_of("@^~<>]", star), mark.size());
      std::string_view counted = mark.substr(star + 2, end - star - 2);
      if (counted.ends_with(' ')) counted.remove_suffix(1);
      printed += " " + std::string(counted);
    }
    return printed;
  });
  return out;
}

std::string shown(std::string_view text, const Quantity& quantity) {
  std::string out = "[" + std::string(slice(text, quantity.span)) + "=";
  out += number_text(quantity.value);
  if (quantity.high) out += ".." + number_text(*quantity.high);
  if (quantity.unit) out += " " + *quantity.unit;
  if (quantity.of) {
    const bool follows = text.substr(quantity.span.end).starts_with(" " + *quantity.of);
    out += (follows ? " *" : " ^") + *quantity.of;
  }
  if (quantity.per) out += " @" + *quantity.per;
  if (quantity.bound == Bound::kAbout) out += " ~";
  if (quantity.bound == Bound::kAtLeast) out += " >=";
  if (quantity.bound == Bound::kAtMost) out += " <=";
  return out + "] ";
}

// Reads every line of `lines`; tells how many quantities they hold.
std::size_t check(const char* code, std::string_view lines) {
  const ShippedTables tables(code);
  std::size_t count = 0;
  each_line(lines, [&](std::string_view line) {
    const Marked marked = read_marks(line);
    count += marked.count;
    const std::string_view text = marked.text;
    const std::vector<Token> tokens = tokenize(text);
    const auto times =
        find_times(text, tokens, find_sentences(text, tables.sentences), {}, tables.times);
    std::string found;
    for (const Quantity& quantity : find_quantities(text, tokens, times, tables.numbers)) {
      found += shown(text, quantity);
    }
    EXPECT_EQ(found, marked.marks) << text;
  });
  return count;
}

constexpr std::string_view kVietnamese = R"(
Mỗi bên nhận lại [320=320 *người @Mỗi bên] trong đợt đầu.
Bão đánh sập [47=47 *căn nhà] ven biển.
Có [1.250=1250 *học sinh] phải nghỉ học.
Xe chở [52=52 *hành khách] lao xuống mương.
Đội cứu hộ đưa [9=9 *ngư dân] vào bờ.
Kho chứa [3.400=3400 *bao xi măng] bị ướt.
Cả huyện còn [16=16 *trường] chưa có tường rào.
Lực lượng bắt [14=14 *nghi phạm] trong đêm.
Tòa gọi [27=27 *nhân chứng] ra đối chất.
Thôn có [186=186 *hộ dân] bị cô lập.
Đoàn gồm [8=8 *xe tải] và [2=2 *xe cẩu].
Bệnh viện tiếp nhận [33=33 *bệnh nhân] ngộ độc.
Sân vận động có [12.000=12000 *chỗ ngồi].
Đảng này giành [65=65 *ghế].
Quân đội triển khai [4.500=4500 *binh sĩ] tới biên giới.
[Hai=2 *phe] trao đổi [150=150 *tù binh].
Vụ nổ làm [6=6 *người] chết, [19=19 *người] bị thương.
Phiến quân bắn [30=30 *tên lửa] vào thành phố.
Hải quân cử [5=5 *tàu chiến] ra khơi.
Phòng không bắn hạ [41=41 *máy bay không người lái].
Công ty cắt giảm [700=700 *nhân viên].
Hãng bán được [23.000=23000 *chiếc xe] trong quý.
Vườn có [600=600 *gốc cam].
Trang trại mất [1.100=1100 *con lợn].
Thư viện có [85.000=85000 *cuốn sách].
Chị nuôi [hai mươi=20 *con bò].
Quân số tăng thêm [mười hai nghìn=12000 *lính].
Làng có [bảy mươi lăm=75 *nóc nhà].
Đội bóng có [hai mươi ba=23 *cầu thủ].
Lớp học chỉ có [mười một=11 *em].
Anh chăm [ba trăm linh hai=302 *cây xoài].
Trại giữ [một nghìn hai trăm=1200 *người].
Đoàn có [bốn=4 *chuyên gia] nước ngoài.
Quỹ trao [sáu mươi tư=64 *suất quà].
Có [hai trăm năm mươi=250 *công nhân] đình công.
Cửa hàng còn [một trăm mười=110 *chiếc áo].
Họ đào được [ba chục=30 *củ mài].
Cô mua [hai tá=24 *trứng].
Đê vỡ cuốn [mười lăm=15 *ngôi nhà].
[Ba=3 *người] đàn ông bị giữ.
[Năm=5 *thuyền viên] mất tích.
[Bốn mươi mốt=41 *quốc gia] bỏ phiếu thuận.
Có [tám mươi tám=88 *thí sinh] bỏ thi.
[Hai nghìn=2000 *lao động] mất việc.
Xã mất [một vạn=10000 *con gà].
Dự án cần [1,5 triệu USD=1500000 USD].
Ngân sách chi [12 nghìn tỷ đồng=12000000000000 VND].
Vé giá [80.000 đồng=80000 VND].
Anh bị phạt [7,5 triệu đồng=7500000 VND].
Tiền thưởng [200 triệu đồng=200000000 VND] được chia đều.
Hãng lỗ [350 tỷ đồng=350000000000 VND].
Quỹ góp [2,75 tỷ USD=2750000000 USD].
Vàng lên [85 triệu đồng=85000000 VND @mỗi lượng] mỗi lượng.
Họ vay [30.000 USD=30000 USD].
Cổ phiếu giá [45.200 đồng=45200 VND].
Căn hộ rao [4 tỷ=4000000000] chưa ai mua.
Xe giá [1 tỷ 200 triệu đồng=1200000000 VND].
Tiền công [3 triệu rưỡi đồng=3500000 VND].
Gói cứu trợ [900 tỷ euro=900000000000 EUR].
Học phí [15 triệu đồng=15000000 VND] một kỳ.
Lương khởi điểm [$1.200=1200 USD].
Khoản nợ [$4,5 tỷ=4500000000 USD].
Họ đổi [500 bảng Anh=500 GBP].
Giá phòng [12.000 yen=12000 JPY].
Tiền phạt [2 triệu nhân dân tệ=2000000 CNY].
Trợ cấp [300.000 won=300000 KRW].
[Một thùng dầu=1 bbl] giá [78,4 USD=78.4 USD].
Hỗ trợ [500 nghìn đồng=500000 VND @mỗi khẩu] mỗi khẩu.
Bán với giá [35 nghìn đồng=35000 VND].
Thuế nộp [hai mươi triệu đồng=20000000 VND].
Trao [50 triệu VNĐ=50000000 VND] cho quỹ.
Vé xem [25 đô la=25 USD].
Vốn điều lệ [1.000 tỷ đồng=1000000000000 VND].
Khoản vay [40 tỷ yên=40000000000 JPY].
Chi [6 triệu rúp=6000000 RUB] sửa cầu.
Lợi nhuận tăng [18%=18 %].
Lạm phát còn [3,2%=3.2 %].
Giá giảm [0,5%=0.5 %].
Có [62 phần trăm=62 %] cử tri đi bầu.
Thuế suất [10%=10 %] được giữ nguyên.
Tỷ lệ đỗ đạt [97,8%=97.8 %].
Mực nước hồ còn [45%=45 %] dung tích.
Công suất tăng từ [20%=20 %] lên [35%=35 %].
Cầu dài [1.250 m=1250 m].
Đường rộng [7,5 m=7.5 m].
Tâm bão cách đảo [180 km=180 km].
Hồ sâu [40 mét=40 m].
Rừng cháy [25 ha=25 ha].
Nhà rộng [90 m2=90 m2].
Sân rộng [3.000 m²=3000 m2].
Bể chứa [500 m3=500 m3].
Xe chở [12 tấn=12 t] hàng.
Cá nặng [8,5 kg=8.5 kg].
Thu giữ [250 gram=250 g] ma túy.
Tàu chạy [80 km/h=80 km/h].
Nhiệt độ lên [41 độ C=41 °C].
Máy phát [600 MW=600 MW].
Đường ống dài [12 cây số=12 km].
Thuyền cách bờ [5 hải lý=5 nmi].
Tràn [300 lít=300 L] dầu ra sông.
Lượng mưa đo được [120 mm=120 mm].
Sóng cao [4 mét=4 m].
Thửa ruộng [2 ha=2 ha].
Tượng cao [32 m=32 m], nặng [100 tấn=100 t].
Ổ cứng [512 GB=512 GB].
Gió giật [90 km/giờ=90 km/h].
Vết nứt rộng [15 cm=15 cm].
Hộp sữa [180 ml=180 mL].
Điện áp [220 V=220 V].
Diện tích [3.200 km2=3200 km2].
Bao thóc [50 cân=50 kg].
Xã cần [3-5=3..5 *máy bơm].
Từ [10 đến 15=10..15 *hộ] sẽ dời đi.
Giá từ [2-3 triệu đồng=2000000..3000000 VND].
Mỗi tổ có [bốn đến năm=4..5 *người @Mỗi tổ].
Nhiệt độ [25-30 độ C=25..30 °C].
Cần [1.000-1.500=1000..1500 *công nhân].
Giảm [5-7%=5..7 %].
Dài [20-25 km=20..25 km].
Đi [hai hoặc ba=2..3 *chuyến].
Mỗi vụ bán [10 - 12 tấn=10..12 t @Mỗi vụ].
Khoảng [200=200 *người ~] kéo đến trụ sở.
Gần [500=500 *hộ dân ~] mất điện.
Hơn [1.000=1000 *du khách >=] mắc kẹt.
Trên [300=300 *xe >=] nằm chờ.
Ít nhất [17=17 *người >=] thiệt mạng.
Tối thiểu [3=3 *thành viên >=] phải có mặt.
Không dưới [20=20 *trường hợp >=] nhập viện.
Tối đa [50=50 *khách <=] một lượt.
Không quá [30=30 *học sinh @mỗi lớp <=] mỗi lớp.
Dưới [100=100 *con <=] còn ngoài tự nhiên.
Chưa đến [10=10 *hộ <=] chịu nhận tiền.
Xấp xỉ [2.000=2000 *lá đơn ~] được gửi.
Ước tính [15.000=15000 *người ~] dự lễ.
Có tới [400=400 *phiếu] bị hủy.
Hơn [30 nghìn tỷ đồng=30000000000000 VND >=] nằm chờ.
Khoảng [2 triệu USD=2000000 USD ~] thất thoát.
Gần [40%=40 % ~] số hộ khá lên.
Tối đa [60 km/h=60 km/h <=] trong phố.
Nhóm từ [18=18 *người >=] trở lên phải xin phép.
[hàng chục=10 *người >=] chen nhau.
[Hàng nghìn=1000 *cổ động viên >=] đội mưa.
[Hàng triệu=1000000 *người >=] mất điện.
[Hàng trăm=100 *ngôi nhà >=] tốc mái.
[Vài trăm=100 *người >=] ở lại.
[Vài chục=10 *hộ >=] đã dời.
Ông Sáu, [71 tuổi=71 a], kể lại.
Cụ bà [90 tuổi=90 a] vẫn ra đồng.
Anh ở phòng 402.
Xe mang biển số 29A-123.45 bỏ chạy.
Đi theo quốc lộ 5 ra cảng.
Theo điều 134, mức án nặng.
Số điện thoại 0987.654.321 không liên lạc được.
Thắng [3-1=3..1 score] trên sân khách.
Tỷ số [2-2=2..2 score] giữ đến hết trận.
Hạng [3=3 ordinal ^Hạng] thuộc về đội chủ nhà.
Tầng 12 bốc khói.
Máy bay Su-35 hạ cánh.
Điện thoại iPhone 14 bị lỗi.
Nghị quyết 30 được thông qua.
Lần [thứ 5=5 ordinal ^Lần] liên tiếp vô địch.
Covid-19 quay lại.
Ga số 3 đóng cửa.
Lớp 9 thi sớm.
Quận 7 ngập sâu.
Vòng 16 đội bắt đầu.
Ngày 12/5/2025, tòa mở lại.
Lúc 17 giờ 30, tàu đến.
Địa chỉ 10.0.0.1 bị chặn.
Ki-ốt số 45 cháy.
Bản 2.0 ra mắt.
Mã số thuế 0301234567 bị khóa.
Có [9.876.543=9876543 *cử tri] trong danh sách.
Trữ lượng [2,3 triệu=2300000 *thùng] bị phong tỏa.
Dân số [1,4 tỷ=1400000000 *người] đông nhất.
Sản lượng [3,7 triệu tấn=3700000 t].
Khoảng [1,2 triệu=1200000 *người ~] rời thành phố.
Có [4 nghìn=4000 *hồ sơ] tồn đọng.
Trồng [2 triệu=2000000 *cây xanh].
Phát [15 nghìn=15000 *suất cơm].
Phạt [84=84 *trường hợp] vi phạm nồng độ cồn.
Khởi tố [12=12 *bị can].
Thu [36=36 *khẩu súng] và [1.200=1200 *viên đạn].
Mở [7=7 *cửa hàng] mới.
Xây [3=3 *cây cầu].
Xét xử [21=21 *bị cáo].
Huyện phát [640=640 *giấy phép].
Họ gọi [18=18 *xe cứu hỏa] tới nơi.
Ghi [2=2 *bàn thắng].
Giành [11=11 *huy chương vàng].
Nhận [5=5 *giải thưởng].
Chuyển [60=60 *thùng hàng].
Bắn [200=200 *quả đạn pháo].
Hủy [38=38 *chuyến bay].
Gọi [3.000=3000 *quân dự bị].
Đóng [6=6 *nhà máy].
Tặng [100=100 *chiếc xe đạp].
Phát hiện [4=4 *ca nhiễm] mới.
Tiêm [2.500=2500 *liều vắc xin].
Có [70=70 *quốc gia] ký tên.
Phá [9=9 *vụ án] lớn.
Trao [25=25 *suất học bổng].
Đưa [130=130 *lao động] về nước.
Tổng cộng [90=90 *tù nhân] được ân xá.
Mất [14=14 *con trâu] trong đợt rét.
Cấp cứu [26=26 *công nhân].
Lấy [45=45 *mẫu nước] xét nghiệm.
Trồng thêm [12.000=12000 *gốc thông].
Cứu [7=7 *thuyền viên] trên tàu hàng.
Giải cứu [22=22 *con tin].
Bổ sung [9=9 *bác sĩ] cho tuyến huyện.
Cả nước có [63=63 *tỉnh thành].
Còn [3=3 *người] mất tích.
Trong [1.356=1356 *ca] được xét nghiệm, [12=12 *ca dương tính].
Bán [85=85 *vé] trong buổi sáng.
Tòa nhà cao [35=35 *tầng] bị nghiêng.
Sửa [240=240 *phòng học].
Kiểm tra [56=56 *cơ sở] kinh doanh.
Thành phố có [9=9 *cây cầu] qua sông.
Vườn thú nuôi [14=14 *con hổ].
Ngân hàng mở [20=20 *chi nhánh].
Cảng đón [2=2 *tàu du lịch].
Mỗi ngày có [50=50 *chuyến phà].
Mua [4.000=4000 *cổ phiếu].
Tuyển [75=75 *giáo viên].
Tăng thêm [1.800=1800 *giường bệnh].
Kéo [12=12 *toa tàu] ra khỏi đường ray.
Chở [18=18 *thùng sơn].
[Hai=2 *bên] dự kiến trao trả mỗi bên [1.000=1000 *người @mỗi bên].
Chính quyền cấp [2 triệu đồng=2000000 VND @mỗi hộ] cho mỗi hộ.
Mỗi đội được đăng ký [23=23 *cầu thủ @Mỗi đội].
Từng xã phải nộp [5 tấn=5 t @Từng xã] thóc.
Họ thu [20.000 đồng=20000 VND @mỗi xe] mỗi xe.
)";

constexpr std::string_view kEnglish = R"(
At least [12=12 *people >=] died in the flood.
The army sent [4,500=4500 *troops] to the border.
Both sides freed [300=300 *prisoners].
The deal is worth [$2.4 billion=2400000000 USD].
Shares fell [6.5%=6.5 %] on the day.
The fire burned [1,200 hectares=1200 ha] of forest.
About [90=90 *homes ~] lost power.
Up to [50=50 *students <=] may join.
More than [two million=2000000 *people >=] fled.
Nearly [40 percent=40 % ~] of farms are dry.
The road is [15 km=15 km] long.
He paid [€30=30 EUR] for it.
[Three=3 *soldiers] were wounded.
[Twenty-five=25 *ships] sailed.
It fired [10 to 12=10..12 *missiles] overnight.
Police held [17=17 *officers].
The price is [1.5 million euros=1500000 EUR].
It cost [£4 million=4000000 GBP].
Fewer than [20=20 *votes <=] were void.
Oil rose to [85 dollars=85 USD] a barrel.
Room 14 was empty.
They won [3-1=3..1 score].
He is [45 years old=45 a].
)";

// Of many registers: degrees below zero, parts of a whole, ages, neighbours, telephones.
constexpr std::string_view kRegisters = R"(
Giai đoạn 2021-2025 xã làm được [30 km=30 km] đường.
Có [2/3=0.666667 *cử tri] đồng ý.
Khoảng [1/4=0.25 *dân số ~] sống ở phố.
Hơn [9/10=0.9 *hộ dân >=] đã có điện.
Đêm qua nhiệt độ xuống [âm 3 độ=-3 °C].
Nhiệt độ chỉ còn [-3 độ C=-3 °C].
Nhiệt độ xuống [âm 3 độ C=-3 °C].
Hơn [nửa triệu=500000 *người >=] xuống đường.
Giá [2 triệu rưỡi=2500000] một chỉ.
Cụ bà [105 tuổi=105 a] vẫn minh mẫn.
Đoàn có [15=15 *xe] nối đuôi nhau.
Có [vài chục=10 *hộ >=] bị ngập.
Lớp có [ba bốn chục=30..40 *học sinh].
Chi [một phần ba=0.333333 *ngân sách] cho giáo dục.
Giá tăng [gấp đôi=2].
Giá tăng gấp [3=3 *lần] so với năm ngoái.
Ủy ban Thường vụ họp phiên [thứ 45=45 ordinal ^phiên] trong [2=2 *buổi], sáng và chiều 26/5.
Theo Nghị định 168/2024/NĐ-CP, mức phạt tăng lên [20 triệu đồng=20000000 VND].
Sáng nay, [98,7%=98.7 %] đại biểu có mặt tán thành.
Bắc Bộ có mưa dông vào chiều tối và đêm, lượng mưa [30-60 mm=30..60 mm], có nơi trên [120 mm=120 mm >=].
Lúc 4 giờ ngày 23/5, tâm áp thấp ở vào khoảng [14,5 độ vĩ bắc=14.5 ° ~]; [112,3 độ kinh đông=112.3 °].
Trong 24 giờ tới, bão di chuyển theo hướng tây, mỗi giờ đi được [15-20 km=15..20 km].
Nắng nóng kéo dài đến khoảng ngày 28/5, nhiệt độ cao nhất [36-38 độ=36..38 °C].
Đỉnh lũ trên sông vượt báo động 3 khoảng [0,5 m=0.5 m ~] vào trưa mai.
Từ nay đến cuối tháng còn [2=2 *đợt nắng nóng] nữa.
Tai nạn xảy ra lúc 5h50, khiến [ba=3 *người] chết tại chỗ.
Tài xế [34 tuổi=34 a] khai uống [4=4 *lon bia] tối hôm trước.
Cầu được cấm tải trên [10 tấn=10 t >=] kể từ 0h ngày mai.
Anh ghi [18=18 *bàn] trong [31=31 *trận] ở mùa giải 2024/25.
CLB chơi [5=5 *trận] trong 15 ngày và chỉ được nghỉ hai hôm.
Giá vàng SJC lúc 9h30 niêm yết [118,5 - 120,5 triệu đồng=118500000..120500000 VND @mỗi lượng] mỗi lượng.
Quý đầu năm, lãi sau thuế đạt [1.245 tỷ đồng=1245000000000 VND], tăng [23%=23 %] so với cùng kỳ.
VN-Index đóng cửa phiên 22/5 ở [1.313,84=1313.84 *điểm].
Năm tài chính 2024, hãng lỗ hơn [3 tỷ USD=3000000000 USD >=].
Doanh nghiệp đặt mục tiêu [1 triệu=1000000 *xe] mỗi năm vào năm 2030.
Tỷ giá tăng [15 đồng=15 VND], lên [24.960 đồng=24960 VND @mỗi USD] mỗi USD.
Trong 5 năm trở lại đây, xuất khẩu gỗ tăng [2,5=2.5 *lần].
Lô trái phiếu kỳ hạn 36 tháng, lãi suất [9,5%=9.5 %]/năm.
Bộ Y tế ghi nhận [148=148 *ca mắc] COVID-19 tại [27=27 *tỉnh] từ đầu năm.
Bé gái [14 tháng tuổi=14 mo] nhập viện vì sốt cao.
Thuốc uống [ba=3 *lần] một ngày, mỗi lần [2=2 *viên @mỗi lần].
Cứ [10=10 *người] thì có [3=3 *người] bị cao huyết áp.
Niên khóa 2021-2025 có [412=412 *sinh viên] tốt nghiệp.
Hôm 21/5 (giờ địa phương), [hai=2 *tàu] va nhau ở eo biển.
Israel nói hơn [50=50 *con tin >=] còn bị giữ từ 7/10/2023.
Đêm 6 rạng sáng 7/5, Ấn Độ không kích [9=9 *địa điểm].
Bà sinh ngày 15 tháng 8 năm 1925, mất năm 2014, hưởng thọ [90 tuổi=90 a].
Cập nhật lúc 10h15: [7=7 *thi thể] được tìm thấy.
Bản cập nhật iOS 18.5 ra mắt tuần trước, nặng [1,2 GB=1.2 GB].
Điện thoại có màn hình [6,7 inch=6.7 in], pin [5.000 mAh=5000 mAh].
Gói cước [99.000 đồng=99000 VND]/tháng dùng được 30 ngày.
Lễ hội Tết Đoan ngọ mùng 5/5 âm lịch thu hút [1,5 vạn=15000 *khách].
Đợt nghỉ lễ 30/4 - 1/5 vừa rồi, Đà Lạt đón [235.000=235000 *lượt khách].
Lễ Vu lan năm ngoái chùa phát [2.000=2000 *suất cơm].
Đêm giao thừa, thành phố bắn pháo hoa ở [6=6 *điểm].
Nhà máy chạy [ba=3 *ca] mỗi ngày.
Vườn rộng [hai=2.5 *mẫu] rưỡi, trồng hơn [200=200 *gốc bưởi >=].
Quán có chừng [mươi=10 *bàn ~], khách ngồi kín.
[Một nửa=0.5 *số tiền] được trả cuối tháng này.
Nợ hơn [trăm triệu đồng=100000000 VND >=], chị bán [hai=2 *con bò].
Nhà văn viết ngót nghét [30=30 *đầu sách ~] trong nửa thế kỷ.
Nước mặn [4 phần nghìn=4 ‰] lấn sâu [60 km=60 km].
Tỷ lệ hộ nghèo giảm còn [2,93%=2.93 %] cuối 2024.
Cuối tháng 12, hãng đã sa thải [1.200=1200 *người].
Bão số 13 đổ bộ khuya 6/11, gió giật trên [150 km/h=150 km/h >=].
Từ ngày 1 đến 10/11, toàn tỉnh xảy ra [12=12 *vụ cháy].
Hôm qua (11/11) giá dầu giảm [2%=2 %].
Ông Trần Văn B. ([58 tuổi=58 a]) bị tuyên 9 năm tù.
Vụ đông xuân 2025-2026, xã gieo [450 ha=450 ha].
Lãi suất huy động kỳ hạn 6 tháng lên [5,4%=5.4 %].
Hãng giao [1,79 triệu=1790000 *xe] trong năm 2024.
Khoảng [3/4=0.75 *hộ dân ~] đã nhận tiền đền bù.
Cuộc gọi đến tổng đài 1900 545 415 bị tính phí [8.000 đồng=8000 VND] mỗi phút.
Thứ Hai đầu tuần, thị trường mở cửa giảm [15=15 *điểm].
Bệnh nhi [8 tháng tuổi=8 mo] sốt [39,5 độ=39.5 °C] suốt ba ngày.
Quý III, doanh nghiệp lãi [320 tỷ đồng=320000000000 VND], gấp [ba=3 *lần] cùng kỳ.
Đầu tháng 11 vừa qua, huyện khởi công [ba=3 *cây cầu].
Mức lương [hai chục triệu=20000000] là mơ ước của nhiều người.
3 ngày cuối tuần này, Hà Nội rét [12-14 độ C=12..14 °C].
Cả nước có [34=34 *tỉnh thành] sau sắp xếp từ 1/7.
Một gói thầu trị giá [1.250 tỷ đồng=1250000000000 VND] chậm 18 tháng.
Anh mua [nửa cân=0.5 kg] thịt giá [70 nghìn đồng=70000 VND].
Nhiệm kỳ 2025-2030, Đảng bộ kết nạp [600=600 *đảng viên] mới.
Hơn [hai phần ba=0.666667 *nghị sĩ >=] bỏ phiếu thuận.
Áp suất ở tâm bão [955 hPa=955 hPa].
Giải hạng nhất 2025/26 có [12=12 *đội].
Sau 3 năm, lợi nhuận [âm 40 tỷ đồng=-40000000000 VND].
Gọi 0912 345 678 hoặc 1900 6067 để được giúp.
Cách mạng Tháng Tám mở ra trang mới.
Nhiệt độ từ [-5 đến 2 độ C=-5..2 °C].
)";

// Places in an order, and scores; what only looks like one of them.
constexpr std::string_view kOrdersAndScores = R"(
Lần [thứ hai=2 ordinal ^Lần] trong tháng, cầu treo bị lũ cuốn.
Chị về đích ở vị trí [thứ tư=4 ordinal ^vị trí], kém người dẫn đầu [3 m=3 m].
Xã xếp [thứ 3=3 ordinal] toàn huyện về số hộ khá.
Đội tuyển bắn cung đứng [thứ nhì=2 ordinal] ở bảng tổng sắp.
Tay vợt chủ nhà leo lên hạng [7=7 ordinal ^hạng] thế giới.
Bé giải [ba=3 ordinal ^giải] cuộc thi vẽ, anh trai giải [nhất=1 ordinal ^giải].
Em giải [3=3 *bài] toán trong giờ ra chơi.
Vòng [hai=2 ordinal ^Vòng] khởi tranh trong mưa.
Vòng 1/8 bốc thăm xong, vòng 16 đội đá lượt về.
Ông tuyên thệ làm tổng thống [thứ 47=47 ordinal ^tổng thống] của nước này.
Đại hội lần [thứ XIV=14 ordinal ^lần] bầu ban chấp hành.
Hội nghị lần [thứ VII=7 ordinal ^lần] bế mạc.
Phiên họp [thứ 52=52 ordinal ^Phiên họp] bàn về giá điện.
Người [thứ bảy=7 ordinal ^Người] được ghép gan đã tỉnh.
Đây là cây cầu [thứ năm=5 ordinal ^cây cầu] bắc qua con kênh.
Chị đang mang thai con [thứ ba=3 ordinal ^con].
[Thứ nhất=1 ordinal], giá thuê quá cao.
Anh nhận Huân chương Chiến công hạng [Nhì=2 ordinal ^hạng].
Giải hạng nhất năm nay chỉ còn [10=10 *đội].
Tàu vũ trụ rời bệ phóng ở lần thử [thứ ba mươi hai=32 ordinal].
Vị khách [thứ 5 triệu=5000000 ordinal ^khách] được tặng hoa.
Thị trấn lần [đầu tiên=1 ordinal ^lần] có rạp chiếu phim.
Chị lần [đầu=1 ordinal ^lần] lên sóng.
Trận [đầu tiên=1 ordinal ^Trận] diễn ra trên sân nhà.
Đội khách thắng [2-1=2..1 score] ở trận [đầu tiên=1 ordinal ^trận] của mùa.
[Ba=3 *trận] đầu tiên đều thua.
[Hai=2 *cảnh sát] đầu tiên tới nơi lúc gần sáng.
Tòa mở phiên phúc thẩm lần [2=2 ordinal ^lần].
Mỗi lần [2=2 *viên @Mỗi lần], ngày uống [ba=3 *lần].
Xuất khẩu tăng gấp [3=3 *lần] 2 năm trước.
Thứ bảy tuần này xã họp dân.
Chợ họp vào thứ hai và thứ năm.
Hẹn nhau ngày 2-1, chiều thứ tư mới gặp.
Đội khách thua [0-3=0..3 score], khán giả bỏ về.
Chủ nhà thắng [2-1=2..1 score] nhờ bàn phút bù giờ.
Tỷ số [3-0=3..0 score] không đổi đến hết trận.
Đôi bên hòa [1-1=1..1 score] trong trận cầu tẻ nhạt.
Cô thắng đàn chị hạt giống [6-4=6..4 score], [7-5=7..5 score] sau 90 phút.
Anh gục ngã ở chung kết với tỉ số [21 - 18=21..18 score].
Hà Nội dẫn trước Nam Định [2–0=2..0 score] rồi bị gỡ hòa [2-2=2..2 score].
Ván đầu khép lại với tỷ số [25:20=25..20 score].
Đội trẻ cầm chân đàn anh [0-0=0..0 score].
Chủ nhà đánh bại đối thủ (luân lưu [5-4=5..4 score]).
Thắng trận, đội nhận thưởng [2-3 triệu đồng=2000000..3000000 VND].
Muốn thắng thầu cần [2-3=2..3 *người] lo giấy tờ.
Đội thắng [2-3=2..3 *trận] là đủ điểm trụ hạng.
Theo khoản 2-1 của hợp đồng, bên thuê phải trả nhà.
Anh thắng mùa giải 24-25 với sơ đồ 4-3-3.
Bị đơn thua kiện vì căn nhà số 12-4 không có sổ.
Bấm 3-1-2 để gặp trực ban, hoặc gọi 0912-345-678.
Dãy số thắng cuộc là 7-12-31.
Chuyến tàu SE3-4 dừng ở ga xép.
Có [dăm bảy=5..7 *hộ] còn bám bãi sông.
Quán nhỏ, [vài ba chục=20..30 *khách] là chật.
Anh kiếm [nửa triệu đô=500000 USD] rồi về quê.
Miền này có [2=2 *đô thị] lớn.
)";

constexpr std::string_view kEnglishOrders = R"(
He is the [47th=47 ordinal *president] of the country.
The club won [2-1=2..1 score] and lost [0-3=0..3 score] a week later.
She took [third=3 ordinal *place] in the final.
It was his [second=2 ordinal *term] in office.
The court met for the [twenty-first=21 ordinal *time].
They beat the champions [6-4=6..4 score], [7-5=7..5 score].
Police closed 5th Avenue and [12=12 *schools].
The First Lady waved.
The first [three=3 *soldiers] went home.
Section 2-1 was struck out.
It needs [2-3=2..3 *officers].
)";

TEST(NumberCases, ReadsOrdinalsAndScores) {
  EXPECT_GE(check("vi", kOrdersAndScores), 50u);
  EXPECT_GE(check("en", kEnglishOrders), 9u);
}

TEST(NumberCases, ReadsNewsOfManyRegisters) { EXPECT_GE(check("vi", kRegisters), 100u); }

TEST(NumberCases, ReadsVietnameseNews) { EXPECT_GE(check("vi", kVietnamese), 215u); }

TEST(NumberCases, ReadsEnglishNews) { EXPECT_GE(check("en", kEnglish), 20u); }

}  // namespace
}  // namespace machtin

#include "language/number.h"

#include <gtest/gtest.h>

#include "language/marked_cases.h"
#include "language/number_tables.h"
#include "language/time.h"
#include "language/time_tables.h"
#include "text/utf8.h"

namespace machtin {
namespace {

// One line a quantity: "printed=value[..high][ unit][ *of][ ~|>=|<=]".
std::string shown(std::string_view text, const Quantity& quantity) {
  std::string out(slice(text, quantity.span));
  out += "=" + number_text(quantity.value);
  if (quantity.high) out += ".." + number_text(*quantity.high);
  if (quantity.unit) out += " " + *quantity.unit;
  if (quantity.of) out += " *" + *quantity.of;
  if (quantity.bound == Bound::kAbout) out += " ~";
  if (quantity.bound == Bound::kAtLeast) out += " >=";
  if (quantity.bound == Bound::kAtMost) out += " <=";
  return out;
}

class Finder {
 public:
  explicit Finder(const char* code) : tables_(code) {}
  std::string find(std::string_view text) const {
    const std::vector<Token> tokens = tokenize(text);
    const std::vector<ByteSpan> whole = {{0, static_cast<std::uint32_t>(text.size())}};
    std::string out;
    for (const Quantity& quantity : find_quantities(
             text, tokens, find_times(text, tokens, whole, {}, tables_.times), tables_.numbers)) {
      if (!out.empty()) out += "; ";
      out += shown(text, quantity);
    }
    return out;
  }

 private:
  ShippedTables tables_;
};

struct Case {
  std::string_view text, found;
};

TEST(FindQuantities, TellsWhatVietnameseNumbersCount) {
  const Finder finder("vi");
  const Case cases[] = {
      // What is counted.
      {"Mỗi bên thả 1.000 người.", "1.000=1000 *người"},
      {"Đoàn xe chở 70 tù binh về làng", "70=70 *tù binh"},
      {"Bão làm 12 ngôi nhà tốc mái.", "12=12 *ngôi nhà"},
      {"Lũ cuốn trôi 3 chiếc xe máy", "3=3 *chiếc xe máy"},
      {"Có 45 học sinh nhập viện", "45=45 *học sinh"},
      {"Tòa triệu tập 18 bị cáo", "18=18 *bị cáo"},
      {"Sập 2 căn hộ", "2=2 *căn hộ"},
      {"Phe kia giữ 40 con tin", "40=40 *con tin"},
      {"Tổng cộng 70 của cả đôi bên", "70=70"},
      {"Họ thả 25, giữ lại phần còn lại", "25=25"},
      {"Đảng này có 120 ghế trong nghị viện", "120=120 *ghế"},
      {"1.234.567 cử tri đã đi bầu", "1.234.567=1234567 *cử tri"},
      {"huy động 5 tàu và 2 trực thăng", "5=5 *tàu; 2=2 *trực thăng"},
      {"có 14.000 lưu học sinh đang học", "14.000=14000 *lưu học sinh"},
      {"Mừng Năm Đoàn kết của hai tỉnh", "hai=2 *tỉnh"},
      // Words.
      {"ba mươi lăm công nhân mắc kẹt", "ba mươi lăm=35 *công nhân"},
      {"một trăm linh năm hộ dân", "một trăm linh năm=105 *hộ dân"},
      {"Hai nạn nhân đã tỉnh", "Hai=2 *nạn nhân"},
      {"Năm người trong một gia đình", "Năm=5 *người"},
      {"chết một người, bị thương ba người", "một=1 *người; ba=3 *người"},
      {"hai chục chiến sĩ", "hai chục=20 *chiến sĩ"},
      {"hàng trăm người xuống đường", "hàng trăm=100 *người >="},
      {"hàng nghìn ngư dân vào bờ", "hàng nghìn=1000 *ngư dân >="},
      {"vài chục xe hỏng máy", "vài chục=10 *xe >="},
      {"một ngày mới, một câu chuyện cũ", ""},
      {"Một nửa đã rời đi", ""},
      // Money.
      {"Dự án trị giá 1,2 triệu USD", "1,2 triệu USD=1200000 USD"},
      {"ngân sách 30 nghìn tỷ đồng", "30 nghìn tỷ đồng=30000000000000 VND"},
      {"phạt 5 triệu rưỡi đồng", "5 triệu rưỡi đồng=5500000 VND"},
      {"2 triệu 500 nghìn đồng", "2 triệu 500 nghìn đồng=2500000 VND"},
      {"giá 7,850 đồng mỗi ký", "7,850 đồng=7850 VND"},
      {"vay 1,125 tỷ đồng", "1,125 tỷ đồng=1125000000 VND"},
      {"khoảng $5 triệu", "$5 triệu=5000000 USD ~"},
      {"vé vào cửa €30", "€30=30 EUR"},
      {"trả 400 yen, đổi 50 nhân dân tệ", "400 yen=400 JPY; 50 nhân dân tệ=50 CNY"},
      {"85 USD/thùng", "85 USD=85 USD"},
      {"200.000 won và 90 rúp", "200.000 won=200000 KRW; 90 rúp=90 RUB"},
      {"100 đô la Mỹ", "100 đô la Mỹ=100 USD"},
      // Shares and measures.
      {"giảm 3,5%", "3,5%=3.5 %"},
      {"tăng 12 phần trăm", "12 phần trăm=12 %"},
      {"thuế từ mức 15% lên 25%", "15%=15 %; 25%=25 %"},
      {"còn 10%-12%", "10%=10 %; 12%=12 %"},
      {"cách bờ 20 km", "20 km=20 km"},
      {"rộng 120 m2, cao 3,2 m", "120 m2=120 m2; 3,2 m=3.2 m"},
      {"gió 60 km/h", "60 km/h=60 km/h"},
      {"nóng 38 độ C", "38 độ C=38 °C"},
      {"3 tấn gạo, 40 kg muối", "3 tấn=3 t; 40 kg=40 kg"},
      {"cháy 15 ha rừng", "15 ha=15 ha"},
      {"cách đảo 12 hải lý", "12 hải lý=12 nmi"},
      {"công suất 200 MW", "200 MW=200 MW"},
      {"đổ 50 lít nước", "50 lít=50 L"},
      // Ranges.
      {"15-20 dự án chậm tiến độ", "15-20=15..20 *dự án"},
      {"từ 5 đến 10 người", "5 đến 10=5..10 *người"},
      {"2-3 triệu đồng mỗi hộ", "2-3 triệu đồng=2000000..3000000 VND"},
      {"12.000 - 15.000 tấn thóc", "12.000 - 15.000 tấn=12000..15000 t"},
      {"hai đến ba người", "hai đến ba=2..3 *người"},
      {"10-15% số hộ", "10-15%=10..15 %"},
      {"3 hoặc 4 nghi phạm", "3 hoặc 4=3..4 *nghi phạm"},
      // Bounds.
      {"hơn 200 hộ dân", "200=200 *hộ dân >="},
      {"trên 40 người", "40=40 *người >="},
      {"ít nhất 12 người thiệt mạng", "12=12 *người >="},
      {"không dưới 8 xe", "8=8 *xe >="},
      {"khoảng 50 căn nhà", "50=50 *căn nhà ~"},
      {"gần 300 hành khách", "300=300 *hành khách ~"},
      {"ước tính 90 người", "90=90 *người ~"},
      {"tối đa 100 triệu đồng", "100 triệu đồng=100000000 VND <="},
      {"không quá 5 người", "5=5 *người <="},
      {"chưa đến 20 km", "20 km=20 km <="},
      {"dưới 30%", "30%=30 % <="},
      // What is no quantity.
      {"chạy trên quốc lộ 1", ""},
      {"theo Nghị định 15/2020/NĐ-CP", ""},
      {"gọi 0912345678 khi cần", ""},
      {"ở phòng 301, tầng 5", ""},
      {"đội nhà thắng 2-1", "2-1=2..1 score"},
      {"địa chỉ 192.168.1.1", ""},
      {"mã 123-456", ""},
      {"máy bay Su-30, F-16 và đội U23", ""},
      {"lần thứ hai, vòng 2, hạng 5",
       "thứ hai=2 ordinal *lần; 2=2 ordinal *vòng; 5=5 ordinal *hạng"},
      {"mua iPhone 15 về dùng", ""},
      {"Ông Bảy, 63 tuổi, làm ruộng", "63 tuổi=63 a"},
      {"phạm nhân nhận án 10 tháng tù", ""},
      {"ngày 23/5/2025, năm 2013, lúc 14 giờ 30", ""},
      {"1. Mở đầu", ""},
      {"phiên bản 4.5", ""},
      {"tỷ lệ 3/4", ""},
      {"", ""},
  };
  EXPECT_GE(std::size(cases), 80u);
  for (const Case& c : cases) EXPECT_EQ(finder.find(c.text), c.found) << c.text;
}

TEST(FindQuantities, ReadsEnglishNewsBasics) {
  const Finder finder("en");
  const Case cases[] = {
      {"More than 1,000 prisoners came home", "1,000=1000 *prisoners >="},
      {"The fund gave $5.5 million", "$5.5 million=5500000 USD"},
      {"prices rose 3.5 percent", "3.5 percent=3.5 %"},
      {"up to 20 people", "20=20 *people <="},
      {"five schools reopened", "five=5 *schools"},
      {"Flight 370 left in May 2014", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(finder.find(c.text), c.found) << c.text;
}

TEST(NumberTablesLoad, NamesTheRowItCannotRead) {
  for (const char* table : {"number_nouns", "number_cues"}) {
    const Pack pack = Pack::from_tables("xx", {{table, {{{"xe", "thing"}, 7}}}});
    const Result<NumberTables> tables = NumberTables::load(pack);
    ASSERT_FALSE(tables);
    EXPECT_NE(tables.error().message.find("line 7"), std::string::npos);
  }
}

TEST(NumberTablesLoad, NamesTheRangeItCannotRead) {
  for (const char* ends : {"5", "7-5", "-"}) {
    const Pack pack =
        Pack::from_tables("xx", {{"number_words", {{{"dăm bảy", "range", ends}, 4}}}});
    const Result<NumberTables> tables = NumberTables::load(pack);
    ASSERT_FALSE(tables) << ends;
    EXPECT_NE(tables.error().message.find("line 4"), std::string::npos);
  }
}

TEST(TellsAmount, LeavesOutAgesOrdinalsAndScores) {
  for (const char* unit : {"a", "mo", "ordinal", "score"}) {
    EXPECT_FALSE(tells_amount({.value = 2, .unit = unit})) << unit;
  }
  EXPECT_TRUE(tells_amount({.value = 2, .unit = "kg"}));
  EXPECT_TRUE(tells_amount({.value = 2, .of = "người"}));
}

TEST(FindQuantities, TakesHostileRunsOfDigitsInItsStride) {
  const Finder finder("vi");
  EXPECT_EQ(finder.find(std::string(100000, '9')), "");
  std::string dotted;
  for (int i = 0; i < 20000; ++i) dotted += "1.";
  finder.find(dotted);
  std::string scales = "1";
  for (int i = 0; i < 5000; ++i) scales += " tỷ";
  finder.find(scales);
  std::string scores = "thắng", orders;
  for (int i = 0; i < 20000; ++i) {
    scores += " 2-1";
    orders += "lần thứ hạng ";
  }
  finder.find(scores);
  finder.find(orders);
}

}  // namespace
}  // namespace machtin

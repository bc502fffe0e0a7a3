#include "language/sentence.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "text/utf8.h"

namespace machtin {
namespace {

std::string parted(std::string_view text) {
  const Result<Pack> pack = Pack::load("vi");
  if (!pack) return pack.error().message;
  std::string out;
  for (const ByteSpan& sentence : find_sentences(text, SentenceTables::load(*pack))) {
    if (!out.empty()) out += '|';
    out += slice(text, sentence);
  }
  return out;
}

TEST(FindSentences, PartsAtTerminatorsButNotInAbbreviationsNumbersAndInitials) {
  struct Case {
    std::string_view text, sentences;
  };
  const Case cases[] = {
      {"Mưa lớn. Đường ngập! Ai cứu?", "Mưa lớn.|Đường ngập!|Ai cứu?"},
      {"Ở TP. Huế mưa to. Nước lên.", "Ở TP. Huế mưa to.|Nước lên."},
      {"GS.TS. Lê Bình đến dự. Ông nói.", "GS.TS. Lê Bình đến dự.|Ông nói."},
      {"Giá 1.200 đồng. Tăng 3.5 lần.", "Giá 1.200 đồng.|Tăng 3.5 lần."},
      {"Bà nói: “Tôi ổn.” Rồi bà đi.", "Bà nói: “Tôi ổn.”|Rồi bà đi."},
      {"Anh N.T.M. bị bắt. Vụ án mở rộng.", "Anh N.T.M. bị bắt.|Vụ án mở rộng."},
      {"1. Mở đầu", "1. Mở đầu"},
      {"Tựa không chấm\n\nĐoạn đầu. Đoạn\nxuống dòng.",
       "Tựa không chấm|Đoạn đầu.|Đoạn\nxuống dòng."},
      {"Chờ… rồi đi. Xong", "Chờ… rồi đi.|Xong"},
      {"  \n ", ""},
      {"", ""},
      {"...", "..."},
  };
  for (const Case& c : cases) EXPECT_EQ(parted(c.text), c.sentences) << c.text;
}

// Each bar is a space at which a sentence ends.
TEST(FindSentences, PartsTheProseOfThePress) {
  constexpr std::string_view kCases[] = {
      "Đèn đỏ.|Xe máy vẫn vượt.",
      "Chè đã nấu xong!|Mời cả nhà.",
      "Cầu sập?|Chưa rõ.",
      "Sông cạn…|Thuyền mắc lại.",
      "Gạo 18.500 đồng/kg.|Rau 7.000 đồng/bó.",
      "Ông Q. Bình thắng cử.",
      "Bà M.T. Hoa kể lại.|Chị khóc.",
      "Tỉ số 3-0.|Khán giả về sớm.",
      "Dịch tả lợn lan ra 12 tỉnh.|Giá thịt giảm.",
      "Ai đó gõ cửa.|\"Mở ra!\"",
      "Tổng cộng 45,6 km.|Đoạn cuối dốc.",
      "Trời rét 7 độ C.",
      "Trời rét 7 độ C.|Khách phải mặc áo ấm.",
      "Xong.|“Về thôi”, anh giục.",
      "ThS. Mai và TS. Hòa cùng ký.",
      "ThS. Lê Bình đến dự lễ khai giảng.|Hội trường chật kín.",
      "Theo ThS. Trần Mai, giá thuốc tăng 3,5%.|“Tôi mệt rồi”, bà nói.",
      "TS. Trần Mai ký đơn thuốc cho bệnh nhân.|Không ai phản đối.",
      "Theo TS. Phạm Quý, giá thuốc tăng 3,5%.|2 người khác cũng vậy.",
      "PGS.TS. Phạm Quý trả lời chất vấn.|“Tôi mệt rồi”, bà nói.",
      "Theo PGS.TS. Đỗ Hạnh, giá thuốc tăng 3,5%.|Trời vẫn mưa.",
      "GS.TS. Đỗ Hạnh vắng mặt tại phiên tòa.|2 người khác cũng vậy.",
      "Theo GS.TS. Vũ Khoa, giá thuốc tăng 3,5%.|Hội trường chật kín.",
      "GS. Vũ Khoa xin nghỉ hưu sớm.|Trời vẫn mưa.",
      "Theo GS. Ngô Thảo, giá thuốc tăng 3,5%.|Không ai phản đối.",
      "BS. Ngô Thảo đến dự lễ khai giảng.|Hội trường chật kín.",
      "Theo BS. Lê Bình, giá thuốc tăng 3,5%.|“Tôi mệt rồi”, bà nói.",
      "ThS.BS. Lê Bình ký đơn thuốc cho bệnh nhân.|Không ai phản đối.",
      "Theo ThS.BS. Trần Mai, giá thuốc tăng 3,5%.|2 người khác cũng vậy.",
      "KTS. Trần Mai trả lời chất vấn.|“Tôi mệt rồi”, bà nói.",
      "Theo KTS. Phạm Quý, giá thuốc tăng 3,5%.|Trời vẫn mưa.",
      "LS. Phạm Quý vắng mặt tại phiên tòa.|2 người khác cũng vậy.",
      "Theo LS. Đỗ Hạnh, giá thuốc tăng 3,5%.|Hội trường chật kín.",
      "NSND. Đỗ Hạnh xin nghỉ hưu sớm.|Trời vẫn mưa.",
      "Theo NSND. Vũ Khoa, giá thuốc tăng 3,5%.|Không ai phản đối.",
      "NSƯT. Vũ Khoa đến dự lễ khai giảng.|Hội trường chật kín.",
      "Theo NSƯT. Ngô Thảo, giá thuốc tăng 3,5%.|“Tôi mệt rồi”, bà nói.",
      "DS. Ngô Thảo ký đơn thuốc cho bệnh nhân.|Không ai phản đối.",
      "Theo DS. Lê Bình, giá thuốc tăng 3,5%.|2 người khác cũng vậy.",
      "KS. Lê Bình trả lời chất vấn.|“Tôi mệt rồi”, bà nói.",
      "Theo KS. Trần Mai, giá thuốc tăng 3,5%.|Trời vẫn mưa.",
      "HLV. Trần Mai vắng mặt tại phiên tòa.|2 người khác cũng vậy.",
      "Theo HLV. Phạm Quý, giá thuốc tăng 3,5%.|Hội trường chật kín.",
      "BSCKII. Phạm Quý xin nghỉ hưu sớm.|Trời vẫn mưa.",
      "Theo BSCKII. Đỗ Hạnh, giá thuốc tăng 3,5%.|Không ai phản đối.",
      "Mr. Đỗ Hạnh đến dự lễ khai giảng.|Hội trường chật kín.",
      "Theo Mr. Vũ Khoa, giá thuốc tăng 3,5%.|“Tôi mệt rồi”, bà nói.",
      "Dr. Vũ Khoa ký đơn thuốc cho bệnh nhân.|Không ai phản đối.",
      "Theo Dr. Ngô Thảo, giá thuốc tăng 3,5%.|2 người khác cũng vậy.",
      "Prof. Ngô Thảo trả lời chất vấn.|“Tôi mệt rồi”, bà nói.",
      "Theo Prof. Lê Bình, giá thuốc tăng 3,5%.|Trời vẫn mưa.",
      "TP. Huế ngập sâu.|Hội trường chật kín.",
      "Tp. Huế ngập sâu.|Không ai phản đối.",
      "Ở tp. Huế ngập sâu.|“Tôi mệt rồi”, bà nói.",
      "Ở TX. Huế ngập sâu.|2 người khác cũng vậy.",
      "Anh N.T.M. bị tạm giữ.|Vụ án mở rộng.",
      "Anh L.V. bị tạm giữ.|Gia đình không hay biết.",
      "Anh H. bị tạm giữ.|Cả xóm bàng hoàng.",
      "Anh T.Đ.Q. bị tạm giữ.|Công an đang lấy lời khai.",
      "Nhà ở Q. 3 bị cháy.|Không ai thương vong.",
      "Nhà ở P. Bến Nghé bị cháy.|Không ai thương vong.",
      "Nhà ở H. Củ Chi bị cháy.|Không ai thương vong.",
      "Nhà ở X. Tân Phú bị cháy.|Không ai thương vong.",
      "Nhà ở Đ. Lê Lợi bị cháy.|Không ai thương vong.",
      "Hãng U.S. Steel lỗ 1.200 tỉ đồng.|Cổ phiếu rớt giá.",
      "Hãng Sao Mai Co. Ltd. lỗ 3.5 tỉ đồng.|Cổ phiếu rớt giá.",
      "Hãng A.B. Foods lỗ 12,75 tỉ đồng.|Cổ phiếu rớt giá.",
      "Giá vàng 5.350.000 đồng/chỉ.|Người mua thưa thớt.",
      "Giá vàng 5,3 triệu đồng/chỉ.|Người mua thưa thớt.",
      "Giá vàng khoảng 5.000.000 - 5.400.000 đồng/chỉ.|Người mua thưa thớt.",
      "Thế là hết.|Bà lão lặng lẽ quay vào.",
      "Bà bảo: “Thế là hết.”|Rồi bà quay vào.",
      "(Họ chờ mãi.)|Đến tối mới có xe.",
      "Thế là hết!|Bà lão lặng lẽ quay vào.",
      "Bà bảo: “Thế là hết!”|Rồi bà quay vào.",
      "(Họ chờ mãi!)|Đến tối mới có xe.",
      "Thế là hết?|Bà lão lặng lẽ quay vào.",
      "Bà bảo: “Thế là hết?”|Rồi bà quay vào.",
      "(Họ chờ mãi?)|Đến tối mới có xe.",
      "Thế là hết…|Bà lão lặng lẽ quay vào.",
      "Bà bảo: “Thế là hết…”|Rồi bà quay vào.",
      "(Họ chờ mãi…)|Đến tối mới có xe.",
      "Thế là hết...|Bà lão lặng lẽ quay vào.",
      "Bà bảo: “Thế là hết...”|Rồi bà quay vào.",
      "(Họ chờ mãi...)|Đến tối mới có xe.",
      "Thế là hết?!|Bà lão lặng lẽ quay vào.",
      "Bà bảo: “Thế là hết?!”|Rồi bà quay vào.",
      "(Họ chờ mãi?!)|Đến tối mới có xe.",
      "Thế là hết!!!|Bà lão lặng lẽ quay vào.",
      "Bà bảo: “Thế là hết!!!”|Rồi bà quay vào.",
      "(Họ chờ mãi!!!)|Đến tối mới có xe.",
      "Cơm đã no.|Mọi người ra về.",
      "Trà đã nguội.|Mọi người ra về.",
      "Họ thích rau, quả, v.v.|Mọi người ra về.",
      "Xe dừng ở TP.HCM.|Mọi người ra về.",
      "Tin đăng trên www.bao.example.|Mọi người ra về.",
      "Trận đấu kết thúc 2-1.|Mọi người ra về.",
      "Lúc đó là 15g30.|Mọi người ra về.",
      "Ngày 30.4.|Mọi người ra về.",
      "Giá còn 90%.|Mọi người ra về.",
      "Anh ấy mới 20 tuổi.|Mọi người ra về.",
      "Đó là năm 1975.|Mọi người ra về.",
      "Bão giật cấp 12.|Mọi người ra về.",
      "Máy bay F-16.|Mọi người ra về.",
      "Báo do TTXVN phát.|Mọi người ra về.",
      "Kho còn 3 tấn.|Mọi người ra về.",
      "Phim dài 90 phút.|Mọi người ra về.",
      "Họ chờ… rồi đi.",
      "Họ chờ... rồi đi.",
      "Cam, quýt, v.v. và ổi đều rẻ.",
      "Hay quá! cậu bé reo lên.",
      "Thật ư? bà hỏi lại.",
      "Giá 1.200 đồng một quả.",
      "Xem tại bao.example/tin.html nhé.",
      "Phiên bản 2.0 ra mắt.",
      "Anh tên là Nguyễn Văn A. nhưng ai cũng gọi khác.",
      "1. Mở đầu",
      "2. Kết quả và bàn luận",
      "12. Phụ lục",
      "Lúc 7.30 xe chạy.",
      "Ngày 2.9.1945 ở Hà Nội.",
      "Điểm 9.5 môn văn.",
      "No. 5 là nước hoa.",
      "Việt Nam vs. Lào hòa nhau.",
      "Mưa to.|Gió lớn.|Thế thôi.",
      "“Mưa to!”|“Gió lớn!”|Họ gọi nhau.",
      "Mưa to; gió lớn: hết.|Xong.",
      "- Mưa to.|- Gió lớn.",
      "Mưa to?|(Gió lớn.)|Thôi.",
      "Lúa chín.|Chim về.|Thế thôi.",
      "“Lúa chín!”|“Chim về!”|Họ gọi nhau.",
      "Lúa chín; chim về: hết.|Xong.",
      "- Lúa chín.|- Chim về.",
      "Lúa chín?|(Chim về.)|Thôi.",
      "Xe hỏng.|Người đi bộ.|Thế thôi.",
      "“Xe hỏng!”|“Người đi bộ!”|Họ gọi nhau.",
      "Xe hỏng; người đi bộ: hết.|Xong.",
      "- Xe hỏng.|- Người đi bộ.",
      "Xe hỏng?|(Người đi bộ.)|Thôi.",
      "Chợ tan.|Đèn tắt.|Thế thôi.",
      "“Chợ tan!”|“Đèn tắt!”|Họ gọi nhau.",
      "Chợ tan; đèn tắt: hết.|Xong.",
      "- Chợ tan.|- Đèn tắt.",
      "Chợ tan?|(Đèn tắt.)|Thôi.",
      "Bà đọc: “Mưa.|Gió.|Nắng.”",
      "Ông J. K. Lâm viết sách.|Sách bán chạy.",
      "Đội 1 thắng.|Đội 2 thua.|Đội 3 hòa.",
      "Tàu đi lúc 5 giờ.|6 giờ tới nơi.",
      "Chị nói: 'Vâng.'|Anh cười.",
      "«Hay lắm.»|Khách vỗ tay.",
      "[Ảnh: Minh.]|Tin tiếp theo.",
      "Lương 10 triệu.|Thưởng 5 triệu.",
  };
  for (const std::string_view sentences : kCases) {
    std::string text(sentences);
    std::replace(text.begin(), text.end(), '|', ' ');
    EXPECT_EQ(parted(text), sentences);
  }
}

TEST(FindSentences, CoversAllButWhiteSpace) {
  const std::string text = " a. b.c! D?\n\n\n “x.”y. \xF0\x9F ... Z ";
  std::size_t last = 0;
  for (const ByteSpan& s : find_sentences(text, {})) {
    ASSERT_LE(last, s.begin);
    for (std::size_t i = last; i < s.begin; ++i)
      EXPECT_TRUE(is_space(static_cast<unsigned char>(text[i])));
    ASSERT_LT(s.begin, s.end);
    last = s.end;
  }
}

// Each bar is a space at which a sentence ends.
TEST(FindSentences, KnowsListMarksInitialsDialogueAndSignsThatStandAlone) {
  constexpr std::string_view kCases[] = {
      "Ông ở số 12 Q. Bình Thạnh.|Con ông ở Q.7.",
      "Công ty TNHH TM-DV Hải Yến (P.5, Q.8) bị phạt.|Giám đốc vắng mặt.",
      "Họ gửi đơn lên Bộ GD-ĐT.|Sở Y tế cũng nhận được.",
      "Ông Nguyễn Văn A. (sinh năm 1980) khai nhận.|Vụ việc đang điều tra.",
      "Theo báo St. Petersburg Times, tàu đã rời cảng.|Không ai bị thương.",
      "Bà Lê T. H. bị bắt.|Chồng bà bỏ trốn.",
      "Washington D.C. có tuyết.|Trường học đóng cửa.",
      "Quân đội U.S. rút đi.|Dân làng trở về.",
      "Công ty Sao Biển Inc. công bố lãi.|Cổ phiếu tăng.",
      "Tàu chạy lúc 8h.|Khách phải có mặt trước 7h30.",
      "“Anh đi đâu?” bà hỏi.|Không ai đáp.",
      "“Cháu sợ lắm!” – cô bé nói.|Mẹ cô ôm chặt con.",
      "\"Cháu sợ lắm...\" - cô bé thì thào.|Mẹ cô ôm chặt con.",
      "“Đi đâu thế?” - Hải hỏi.|Không ai đáp.",
      "\"Tôi không biết.\"|Anh nói vậy rồi đi.",
      "“Không.”|“Có.”|“Không!”",
      "Ông nói (trong cuộc họp ngày 3.5.) rằng sẽ từ chức.|Mọi người im lặng.",
      "Anh hỏi: 'Ai đó?'.|Không ai trả lời.",
      "Bà bảo: “Đi đi.”.|Ông đứng dậy.",
      "Mưa...|Gió...|Bão...",
      "Ông định nói... nhưng thôi.|Bà hiểu.",
      "Nào là cam, quýt, bưởi...|Chợ đông nghịt.",
      "…Và rồi anh khóc.|Cô cũng khóc.",
      "... Và rồi anh khóc.|Cô cũng khóc.",
      "[...] Phần còn lại bị cắt.|Không rõ lý do.",
      "(…) Ông dừng lại.|Rồi đi tiếp.",
      "Diện tích 1.234,56 m2.|Giá 3.5 tỉ.",
      "Phiên bản 2.0.1 ra mắt.|Người dùng chờ.",
      "Tỉ giá 23.450.|Đồng yên giảm.",
      "Lúc 15.30 ngày 2.9.2024, lễ bắt đầu.|Trời nắng.",
      "Máy chủ 192.168.1.1 bị chặn.|Kỹ thuật viên đang xử lý.",
      "Nguồn: baochi.vn.|Ảnh: tác giả.",
      "1. Chuẩn bị nguyên liệu.|2. Rửa sạch rau.|3. Đun sôi nước.",
      "a. Mở nắp.|b. Đổ nước.",
      "A. Phần chung.|B. Phần riêng.",
      "I. Mở bài.|II. Thân bài.|III. Kết bài.",
      "1.1. Phạm vi.|1.2. Đối tượng.",
      "1) Nộp đơn.|2) Chờ kết quả.",
      "Anh ta cười ha ha ha!!!|Rồi im bặt.",
      "Hà Nội, 5.6 - Trời mưa.|Đường ngập.",
      "Hãng Zing! công bố kết quả.|Nhà đầu tư vui.",
      "Chương trình “Ai thông minh hơn?” lên sóng.|Khán giả thích.",
      "Hết giờ.|– Thầy nói.",
      "Tôi tên là Nam.|- Còn tôi là Bắc.",
      "GS. TS. BS. Lê Văn Ba mổ chính.|Ca mổ thành công.",
      "PGS. TS Nguyễn Thị Lan phát biểu.|Hội trường vỗ tay.",
      "Cty. CP Sao Mai thắng thầu.|Đối thủ kiện.",
      "Ô. Nguyễn Văn Ba và B. Trần Thị Tư ký tên.|Hai bên bắt tay.",
      "Vụ Lê vs. Trần kéo dài ba năm.|Tòa phán quyết.",
      "Tp.HCM mưa.|Tp.Huế nắng.",
      "Q.1, Q.3 và Q.10 kẹt xe.|Q.12 thông thoáng.",
      "Nhà ở tổ 5, P. 12, Q. Gò Vấp, TP. HCM.|Chủ nhà đi vắng.",
      "Sao lại thế ?|Không ai hiểu.",
      "Cháy !!!|Cháy nhà !!!",
      "Anh H., chị T. và bà N. cùng khai.|Tòa nghị án.",
      "Tổng thống Tom R. Hill Jr. phát biểu.|Ông ho.",
      "Nhà văn J. K. Brown ra sách.|Sách bán chạy.",
      "No. 1 thế giới thua.|Khán giả sốc.",
      "“Thật không?!”|Anh trố mắt.|Tôi gật.",
      "Xe BKS 51A-123.45 lao tới.|Hai người chết.",
      "Xe mang biển 51A-123.45.|Tài xế bỏ chạy.",
      "Điểm thi: Toán 9.|Văn 8.",
      "Họ gồm ông A., bà B. v.v.|Công an đang làm rõ.",
      "Theo k. 1 điều ấy, án phạt là tù.|Bị cáo nhận tội.",
      "Tường cao 5 m.|3 người trèo qua.",
  };
  for (const std::string_view text : kCases) {
    std::string plain(text);
    std::replace(plain.begin(), plain.end(), '|', ' ');
    EXPECT_EQ(parted(plain), text);
  }
}

TEST(FindSentences, LeavesWhiteSpaceAtTheEndOutside) {
  EXPECT_EQ(parted("Ở Q. Tân Bình, TP. \n"), "Ở Q. Tân Bình, TP.");
  EXPECT_EQ(parted("Xong. "), "Xong.");
  EXPECT_EQ(parted("... "), "...");
}

TEST(FindSentences, TakesTimeLinearInSignsWithoutWords) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "! ";
  EXPECT_EQ(parted(text).size(), text.size() - 1);
}

}  // namespace
}  // namespace machtin

#include "language/sentence.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace machtin

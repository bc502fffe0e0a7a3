#include "language/word_segmenter.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "text/fold.h"

namespace machtin {
namespace {

WordModel vietnamese() {
  const Result<PackFile> file = load_pack_file("vi", "words.model");
  EXPECT_TRUE(file);
  Result<WordModel> model = read_word_model(*file);
  EXPECT_TRUE(model);
  return *model;
}

std::string segmented(std::string_view line, bool with_tags = false) {
  static const WordModel model = vietnamese();
  std::string out;
  WordSegmenter(model).append_segmented(line, with_tags, out);
  return out;
}

TEST(WordSegmenter, JoinsTheSyllablesOfAWordAndPartsSigns) {
  struct Case {
    std::string_view line, words;
  };
  const Case cases[] = {
      {"Chính phủ họp báo sáng nay.", "Chính_phủ họp_báo sáng nay ."},
      {"bà Trần Thị Bích nói", "bà Trần_Thị_Bích nói"},
      {"Ủy ban nhân dân tỉnh Quảng Trị quyết định", "Ủy_ban_nhân_dân tỉnh Quảng_Trị quyết_định"},
      {"Kỹ sư và kĩ sư", "Kỹ_sư và kĩ_sư"},
      {"hoà bình, hòa bình", "hoà_bình , hòa_bình"},
      {"", ""},
      {"   ", ""},
      {"xyzzy", "xyzzy"},
  };
  for (const Case& c : cases) EXPECT_EQ(segmented(c.line), c.words) << c.line;
}

TEST(WordSegmenter, TagsEveryWord) {
  EXPECT_EQ(segmented("bà Bích mua 3 chiếc xe .", true),
            "bà/NOUN Bích/PROPN mua/VERB 3/NUM chiếc/NOUN xe/NOUN ./PUNCT");
}

TEST(WordSegmenter, ChangesNothingButWhiteSpace) {
  for (const std::string line :
       {"“Ồ!”… (ông) A-B/C_D 5.000đ \xF0\x9F", "30-4-1975,1/2:3 http://x.vn/a_b?c=%20",
        "\xC3\xC3 ạ\u0301", "—–- ''\"", "ti\u00ADếng \u200BViệt\uFEFF, \u200B.", "a\x01 \x02",
        "Ðà Nẵng\u00A0– Huế\u3000東京 😀"}) {
    std::string out = segmented(line), in = squeeze_space(line);
    std::erase_if(out, [](char c) { return c == ' ' || c == '_'; });
    std::erase_if(in, [](char c) { return c == ' ' || c == '_'; });
    EXPECT_EQ(out, in);
  }
}

TEST(WordSegmenter, ForgetsTheLineBefore) {
  const WordModel model = vietnamese();
  WordSegmenter segmenter(model);
  std::string out;
  for (const std::string_view line : {"nhà nước ta đổi mới", "", "nhà", "nhà nước ta đổi mới"}) {
    segmenter.append_segmented(line, true, out);
    out += '|';
  }
  std::string apart;
  for (const std::string_view line : {"nhà nước ta đổi mới", "", "nhà", "nhà nước ta đổi mới"})
    apart += segmented(line, true) + '|';
  EXPECT_EQ(out, apart);
}

TEST(WordSegmenter, TakesALineOfManySyllables) {
  std::string line;
  for (int i = 0; i < 100'000; ++i) line += "A- ";
  EXPECT_GE(segmented(line, true).size(), line.size());
}

TEST(WordSegmenter, JoinsNothingAcrossColumns) {
  EXPECT_EQ(segmented("nhà nước"), "nhà_nước");
  EXPECT_EQ(segmented("nhà\tnước"), "nhà nước");
}

}  // namespace
}  // namespace machtin

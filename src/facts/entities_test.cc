// Who and where in sentences of our own: a row each, what must be found (or, with "!", must not).
#include "facts/entities.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "facts/entity_tables.h"
#include "text/utf8.h"

namespace machtin {
namespace {

const EntityTables& tables_of(const std::string& code) {
  static const auto load = [](const std::string& name) {
    const auto language = Pack::load(name), all = Pack::load("all");
    return std::make_unique<const EntityTables>(EntityTables::load(*language, *all).value());
  };
  static const std::unique_ptr<const EntityTables> vi = load("vi"), en = load("en");
  return code == "en" ? *en : *vi;
}

Article article_of(const std::string& text, const std::vector<std::string>& captions = {}) {
  Article article;
  article.text = text;
  for (const std::string& caption : captions) article.captions.push_back({caption, {}});
  return article;
}

std::vector<Entity> entities_of(const Article& article, const std::string& code = "vi") {
  return find_entities(make_article_text(article, SentenceTables{}), tables_of(code));
}

std::string_view type_name(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return "person";
    case EntityType::kOrganization:
      return "organization";
    case EntityType::kCountry:
      return "country";
    case EntityType::kPlace:
      return "place";
    case EntityType::kNationality:
      return "nationality";
  }
  return "";
}

std::vector<std::string> split(const std::string& row, char sign) {
  std::vector<std::string> parts(1);
  for (const char c : row) {
    if (c == sign) {
      parts.emplace_back();
    } else {
      parts.back().push_back(c);
    }
  }
  return parts;
}

std::string told(const std::vector<Entity>& entities) {
  std::string all;
  for (const Entity& e : entities) {
    all += std::string(type_name(e.type)) + "|" + e.name + "|" + e.country.value_or("-") + "|" +
           e.sector.value_or("-");
    for (const std::string& role : e.roles) all += "|" + role;
    all += "\n";
  }
  return all;
}

// "type|name|country|sector|role": what is empty or left out is not asked for; "-" asks for none.
bool holds(const std::vector<Entity>& entities, const std::string& wanted) {
  const std::vector<std::string> parts = split(wanted, '|');
  const auto part = [&](std::size_t i) { return i < parts.size() ? parts[i] : std::string(); };
  for (const Entity& e : entities) {
    if (type_name(e.type) != part(0) || e.name != part(1)) continue;
    if (!part(2).empty() && e.country.value_or("-") != part(2)) continue;
    if (!part(3).empty() && e.sector.value_or("-") != part(3)) continue;
    if (!part(4).empty() && std::find(e.roles.begin(), e.roles.end(), part(4)) == e.roles.end())
      continue;
    return true;
  }
  return false;
}

struct Row {
  std::string text = {};
  std::vector<std::string> wanted = {};
};

void check(const std::vector<Row>& rows, const std::string& code = "vi") {
  for (const Row& row : rows) {
    const Article article = article_of(row.text);
    const std::vector<Entity> entities = entities_of(article, code);
    for (const std::string& wanted : row.wanted) {
      const bool absent = wanted.front() == '!';
      EXPECT_EQ(holds(entities, absent ? wanted.substr(1) : wanted), !absent)
          << row.text << "\nwanted " << wanted << "\nfound\n"
          << told(entities);
    }
  }
}

TEST(FindEntities, WordsThatBeginLikeCountriesAreNone) {
  check({
      {"Hôm qua, Mỹ phẩm nhái tràn lan, Pháp luật còn nhẹ tay.", {"!country|Mỹ", "!country|Pháp"}},
      {"Nhật ký của ông được in lại.", {"!country|Nhật"}},
      {"Chị dạy môn Mỹ thuật ở trường làng.", {"!country|Mỹ"}},
  });
}

TEST(FindEntities, AWardThatBeginsLikeACityIsItself) {
  check({{"Tai nạn xảy ra ở phường Vinh Tân sáng nay.", {"place|Vinh Tân|VNM", "!place|Vinh"}}});
}

TEST(FindEntities, TheRankOfAPoliceOfficerIsThePolices) {
  check({{"Thiếu tướng Lê Văn Tám, Giám đốc Công an tỉnh Hà Giang, trả lời.",
          {"person|Lê Văn Tám|VNM|COP"}},
         {"Thiếu tướng Lê Văn Tám, Tư lệnh Quân khu 2, trả lời.", {"person|Lê Văn Tám|VNM|MIL"}}});
}

TEST(FindEntities, WordsOfTradeAndWordsWithoutTheirCapitalGoOnAName) {
  check({
      {"Công ty vàng Bồng Lai nợ thuế.", {"organization|Công ty vàng Bồng Lai||BUS"}},
      {"Nhà máy đóng tàu Vịnh Xanh vừa hạ thủy.", {"organization|Nhà máy đóng tàu Vịnh Xanh"}},
      {"Bộ ngoại giao Nga phản đối.", {"organization|Bộ ngoại giao Nga|RUS|GOV"}},
      {"Theo Trung tâm Dự báo khí tượng thủy văn Trung ương, bão còn mạnh.",
       {"organization|Trung tâm Dự báo khí tượng thủy văn Trung ương"}},
      {"Ủy ban Kinh tế của Quốc hội thẩm tra tờ trình.",
       {"organization|Ủy ban Kinh tế của Quốc hội"}},
      {"Sở Y tế phối hợp Cục Quản lý Dược kiểm tra.",
       {"organization|Cục Quản lý Dược", "!organization|Sở Y tế phối hợp Cục Quản lý Dược"}},
      {"Các tập đoàn truyền thông Đức im lặng.",
       {"country|Đức|DEU", "!organization|tập đoàn truyền thông Đức"}},
      {"Bệnh viện Bạch Mai tại Hà Nam mở cửa.",
       {"organization|Bệnh viện Bạch Mai", "place|Hà Nam|VNM"}},
  });
}

TEST(FindEntities, SomebodyWhomAnOfficeAndABodyTellIsAPersonWithoutAName) {
  check({
      {"Quy trình dẫn độ giám đốc Huawei kéo dài.",
       {"person|giám đốc Huawei", "organization|Huawei|CHN"}},
      {"Phe đối lập chê thống đốc California.", {"person|thống đốc California|USA"}},
      {"Các tay súng YPG rút lui.", {"person|tay súng YPG", "organization|YPG"}},
      {"Anh từng là giám đốc Huawei.", {"!person|giám đốc Huawei"}},
      {"Công ty quản lý hầm Hải Vân thông báo.", {"!person|quản lý hầm Hải Vân"}},
      {"Cảnh sát Đức đã vào cuộc.", {"organization|Cảnh sát Đức|DEU|COP", "!person|Cảnh sát Đức"}},
  });
}

TEST(FindEntities, AnOfficeBehindTheNameOrBeforeACommaIsThePersons) {
  check({
      {"CEO Apple Tim Cook ăn phở.", {"person|Tim Cook|USA|BUS|CEO Apple", "organization|Apple"}},
      {"Người phát ngôn Bộ Công an, Trung tướng Trần Gia Lộc, trả lời.",
       {"person|Trần Gia Lộc|VNM||Người phát ngôn Bộ Công an",
        "!person|Người phát ngôn Bộ Công an"}},
      {"Ông Trần Gia Lộc, Người phát ngôn Bộ Công an, trả lời.",
       {"person|Trần Gia Lộc|VNM||Người phát ngôn Bộ Công an"}},
      {"Quốc hội bầu ông Trần Gia Lộc làm Chủ tịch nước.",
       {"person|Trần Gia Lộc|VNM|GOV|Chủ tịch nước"}},
      {"Bí thư Tỉnh ủy Lai Châu Trần Gia Lộc đi kiểm tra.",
       {"person|Trần Gia Lộc|VNM|GOV", "organization|Tỉnh ủy Lai Châu|VNM|GOV"}},
      {"Chủ tịch UBND TP Trần Gia Lộc đi kiểm tra.",
       {"person|Trần Gia Lộc|VNM", "!place|TP Trần Gia Lộc"}},
  });
}

TEST(FindEntities, ABodyThatTheReadersCountryHasNotIsOfTheCountryInTheArticle) {
  check({{"Tổng thống Mỹ chỉ trích đảng đối lập. Hạ viện họp đến khuya.",
          {"organization|Hạ viện|USA|LEG"}},
         {"Việt Nam theo dõi tin này. Tổng thống Mỹ phát biểu. Hạ viện họp đến khuya.",
          {"organization|Hạ viện|USA|LEG"}}});
}

TEST(FindEntities, AnArmedGroupIsOneWithAndWithoutTheWordBefore) {
  check({{"Lực lượng Hamas bắn tên lửa. Hamas chưa lên tiếng.",
          {"organization|Hamas|PSE|REB", "!organization|Lực lượng Hamas"}}});
}

TEST(FindEntities, InitialsOfTwoLettersAndOneLetterBelongToTheName) {
  check({{"Chị Trịnh Thị Th. kêu cứu.", {"person|Trịnh Thị Th."}},
         {"Chị C. về quê. Năm ngoái, C. lấy chồng.", {"person|C."}},
         {"Cô hát cùng Lee Seung Gi. Khán giả vỗ tay.", {"!person|Lee Seung Gi."}}});
}

TEST(FindEntities, PeoplesWithoutATableArePeoples) {
  check({{"Khoảng 300 người Yazidi chạy lên núi.", {"nationality|người Yazidi", "!place|Yazidi"}}});
}

TEST(FindEntities, AWardBehindItsAbbreviationIsFoundWhole) {
  check({{"Nạn nhân ngụ P.Bến Nghé, Q.1.", {"place|Bến Nghé|VNM", "!place|Nghé"}}});
}

TEST(FindEntities, TowersAndCompaniesBehindSignsAreNoPeople) {
  check({
      {"Căn hộ bán trên Taobao - một trang thương mại điện tử.",
       {"organization|Taobao", "!person|Taobao"}},
      {"Procter & Gamble rút lui.", {"organization|Procter & Gamble"}},
      {"Theo công ty mẹ của hãng - Norvatek, lãi đã giảm.", {"organization|Norvatek"}},
      {"Tòa nhà có tên Willis Tower mở lại.", {"place|Willis Tower", "!person|Willis Tower"}},
  });
}

TEST(FindEntities, PlayersOfALineUpAreNoPlaces) {
  check({{"Đội hình: Tấn Trường, Duy Mạnh, Đình Trọng, Xuân Trường.",
          {"!place|Đình Trọng", "person|Đình Trọng"}}});
}

TEST(FindEntities, AHeadAndAWordOfTradeWithoutANameAreNothing) {
  check({{"hãng dược phẩm nhà tôi", {"!organization|hãng dược phẩm"}}});
}

TEST(FindEntities, YearsOfTheLunarCycleNameNobody) {
  check({{"Mùng 3 Tết Ất Tỵ, làng mở hội bên đình.", {"!person|Ất Tỵ", "!place|Ất Tỵ"}}});
}

TEST(FindEntities, NumbersOfDocumentsAndShipsNameNobody) {
  check({
      {"Theo Nghị định 15/2020/NĐ-CP, mức phạt tăng gấp đôi.", {"!organization|NĐ-CP"}},
      {"Tàu sân bay USS Carl Vinson ghé cảng Đà Nẵng.",
       {"!place|USS Carl Vinson", "!person|Carl Vinson", "place|Đà Nẵng|VNM"}},
  });
}

TEST(FindEntities, AnAmbassadorInACountryIsNotOfIt) {
  check({{"Đại sứ tại Pháp cho biết không có ai bị nạn.", {"!person|Đại sứ tại Pháp|FRA"}}});
}

TEST(FindEntities, APersonBehindAHospitalIsNoPartOfItsName) {
  check({
      {"Giám đốc Bệnh viện Bạch Mai Lê Văn Tám trả lời.",
       {"organization|Bệnh viện Bạch Mai", "person|Lê Văn Tám"}},
      {"Bệnh viện Sao Mai Trần Thị Tám bị phạt.",
       {"organization|Bệnh viện Sao Mai", "person|Trần Thị Tám"}},
  });
}

TEST(FindEntities, AnotherNameOfAPersonIsThatPerson) {
  const Article article = article_of(
      "Ông Vũ Tuấn Nguyễn (tên thường gọi là Tuấn John) đến dự. Tuấn John năm nay 32 tuổi.");
  const std::vector<Entity> entities = entities_of(article);
  ASSERT_EQ(entities.size(), 1u);
  EXPECT_EQ(entities[0].name, "Vũ Tuấn Nguyễn");
  EXPECT_EQ(entities[0].mentions.size(), 3u);
}

TEST(FindEntities, ACommonWordWithACapitalIsTheOneWhoseNameEndsSo) {
  const Article article = article_of(
      "Chị kể cháu Lưu Vĩnh Đạt mất tích. Tối ấy, như thường lệ Đạt đi học bằng xe máy.");
  const std::vector<Entity> entities = entities_of(article);
  ASSERT_EQ(entities.size(), 1u);
  EXPECT_EQ(entities[0].mentions.size(), 2u);
}

TEST(FindEntities, AnOfficeOfAPlaceEndsBehindThePlace) {
  check({{"Thống đốc California Gavin Newsom phản đối.",
          {"place|California|USA", "person|Gavin Newsom|USA"}}});
}

TEST(FindEntities, ASquareIsCalledByAWord) {
  check(
      {{"Đoàn người đi qua Quảng trường Thời đại lúc nửa đêm.", {"place|Quảng trường Thời đại"}}});
}

TEST(FindEntities, TellsOfficesWithTheirCountries) {
  check({
      {"Sáng qua, Tổng thống Phần Lan Aino Virtanen gặp Thủ tướng Na Uy Lars Berg.",
       {"person|Aino Virtanen|FIN|GOV|Tổng thống Phần Lan",
        "person|Lars Berg|NOR|GOV|Thủ tướng Na Uy", "country|Phần Lan|FIN", "country|Na Uy|NOR"}},
      {"Thủ tướng Anh Emily Carter bác tin đồn ấy.",
       {"person|Emily Carter|GBR|GOV|Thủ tướng Anh", "country|Anh|GBR"}},
      {"Bộ trưởng Quốc phòng Hàn Quốc Park Min-jae tới thăm đảo.",
       {"person|Park Min-jae|KOR|GOV|Bộ trưởng Quốc phòng Hàn Quốc"}},
      {"Bộ trưởng Giáo dục và Đào tạo Trần Thị Hạnh trả lời cử tri.",
       {"person|Trần Thị Hạnh|VNM|GOV|Bộ trưởng Giáo dục và Đào tạo"}},
      {"Đại sứ Lê Hoài Nam, Trưởng đoàn đàm phán, rời phòng họp sớm.",
       {"person|Lê Hoài Nam|VNM|GOV|Đại sứ", "person|Lê Hoài Nam|VNM|GOV|Trưởng đoàn đàm phán"}},
      {"Chủ tịch xã Mường Lát Đỗ Văn Thịnh cho biết nước đã rút.",
       {"person|Đỗ Văn Thịnh|VNM||Chủ tịch xã Mường Lát", "place|Mường Lát|VNM",
        "!place|Mường Lát Đỗ Văn Thịnh"}},
      {"Thượng nghị sĩ Mỹ Peter Novak phản đối dự luật.",
       {"person|Peter Novak|USA|LEG|Thượng nghị sĩ Mỹ"}},
      {"Người phát ngôn Bộ Ngoại giao Thái Lan Somchai Rattana nói ngắn gọn.",
       {"person|Somchai Rattana|THA|GOV|Người phát ngôn Bộ Ngoại giao Thái Lan",
        "organization|Bộ Ngoại giao Thái Lan|THA|GOV"}},
      {"Cựu Tổng thống Brazil Paulo Mendes nhập viện.",
       {"person|Paulo Mendes|BRA|GOV|Cựu Tổng thống Brazil"}},
      {"Tổng giám đốc Tập đoàn Sao Khuê Phan Quốc Bảo từ chức.",
       {"person|Phan Quốc Bảo|VNM|BUS", "organization|Tập đoàn Sao Khuê||BUS"}},
      {"Giám đốc Công an tỉnh Nghệ An Đỗ Văn Thịnh chỉ đạo vụ án.",
       {"person|Đỗ Văn Thịnh|VNM|COP|Giám đốc Công an tỉnh Nghệ An",
        "organization|Công an tỉnh Nghệ An|VNM|COP", "place|Nghệ An|VNM"}},
      {"Ông Vũ Đức Tài, Chủ tịch UBND xã Hòa Lạc, thừa nhận chậm trễ.",
       {"person|Vũ Đức Tài|VNM|GOV|Chủ tịch UBND xã Hòa Lạc",
        "organization|UBND xã Hòa Lạc|VNM|GOV"}},
      {"Ông Hồ Minh Quân - Giám đốc Sở Y tế Cần Thơ - có mặt tại hiện trường.",
       {"person|Hồ Minh Quân|VNM||Giám đốc Sở Y tế Cần Thơ",
        "organization|Sở Y tế Cần Thơ|VNM|HLH"}},
      {"Thủ tướng Nguyễn Hải Đăng thăm tỉnh Cao Bằng.",
       {"person|Nguyễn Hải Đăng|VNM|GOV|Thủ tướng", "place|Cao Bằng|VNM"}},
  });
}

TEST(FindEntities, CarriesTheOfficeOverToACounterpart) {
  check({
      {"Ngoại trưởng Ba Lan Jan Kowal điện đàm với người đồng cấp Litva Jonas Petrauskas.",
       {"person|Jonas Petrauskas|LTU|GOV|Ngoại trưởng Litva"}},
      {"Bộ trưởng Quốc phòng Ấn Độ Arjun Mehta vừa đón người đồng nhiệm Nga Ivan Sokolov.",
       {"person|Ivan Sokolov|RUS|GOV|Bộ trưởng Quốc phòng Nga"}},
  });
}

TEST(FindEntities, TellsACountryFromAGivenNameOrAWord) {
  check({
      {"Ca sĩ Mỹ Linh hát trong đêm nhạc ở Huế.", {"person|Mỹ Linh|", "!country|Mỹ|USA"}},
      {"Phi công Mỹ Daniel Brook nhảy dù an toàn.",
       {"person|Daniel Brook|USA|CVL|Phi công Mỹ", "country|Mỹ|USA"}},
      {"Bà Nga bán phở ở góc phố.", {"person|Nga|", "!country|Nga|RUS"}},
      {"Anh cho biết sẽ về quê.", {"!country|Anh|GBR"}},
      {"Quan hệ Mỹ - Trung lại căng thẳng.", {"country|Mỹ|USA", "country|Trung|CHN"}},
      {"Hội đàm Việt - Nhật diễn ra hôm qua.", {"country|Việt|VNM", "country|Nhật|JPN"}},
      {"Cô học tiếng Anh từ nhỏ.", {"!country|Anh|GBR"}},
      {"Đội khách thua Đức và Pháp.", {"country|Đức|DEU", "country|Pháp|FRA"}},
      {"Chị mặc áo dài, uống nước mía.", {"!country|áo|AUT", "!country|mía|"}},
      {"Khách tới từ Hoa Kỳ, Liên bang Nga và Ả Rập Xê Út.",
       {"country|Hoa Kỳ|USA", "country|Liên bang Nga|RUS", "country|Ả Rập Xê Út|SAU"}},
      {"Nhiều người Nhật Bản thích món này.", {"nationality|người Nhật Bản|JPN"}},
      {"Người Việt ở xa quê rất đông.", {"nationality|Người Việt|VNM"}},
  });
}

TEST(FindEntities, KnowsPlacesAndWhereTheyAre) {
  check({
      {"Tàu rời Hải Phòng lúc rạng sáng.", {"place|Hải Phòng|VNM"}},
      {"Động đất làm rung chuyển Osaka và Kyoto.", {"place|Osaka|JPN", "place|Kyoto|JPN"}},
      {"Hai bên gặp nhau tại Giơ-ne-vơ.", {"place|Giơ-ne-vơ|CHE"}},
      {"Máy bay đáp xuống Oa-sinh-tơn.", {"place|Oa-sinh-tơn|USA"}},
      {"Anh sống ở Lilongwe ba năm.", {"place|Lilongwe|MWI"}},
      {"Bão đi qua Biển Đông rồi vào Quảng Ngãi.", {"place|Biển Đông|-", "place|Quảng Ngãi|VNM"}},
      {"Cháy lớn tại xã Tân Thuận, huyện Vĩnh Bình.",
       {"place|Tân Thuận|VNM", "place|Vĩnh Bình|VNM"}},
      {"Nhà ở quận 7 tăng giá.", {"place|quận 7|VNM"}},
      {"Xe hỏng trên đường Nguyễn Văn Trỗi.",
       {"place|Nguyễn Văn Trỗi|", "!person|Nguyễn Văn Trỗi|"}},
      {"Ông đóng trại tại Karvelund suốt mùa đông.", {"place|Karvelund|"}},
      {"Thị trường Hà Nội ấm lên.", {"place|Hà Nội|VNM", "!organization|trường Hà Nội|"}},
      {"Nàng Paris Moreau ký tặng người hâm mộ.", {"person|Paris Moreau|", "!place|Paris|FRA"}},
      {"Học sinh TP.HCM nghỉ Tết sớm.", {"place|TP.HCM|VNM"}},
  });
}

TEST(FindEntities, BuildsOrganizationsFromTheirHeads) {
  check({
      {"Bộ Tài nguyên và Môi trường vừa ban hành quy chuẩn.",
       {"organization|Bộ Tài nguyên và Môi trường|VNM|GOV"}},
      {"Tin từ Đại sứ quán Việt Nam tại Ba Lan.",
       {"organization|Đại sứ quán Việt Nam tại Ba Lan|VNM|GOV"}},
      {"Quân đội Syria giành lại ngọn đồi.",
       {"organization|Quân đội Syria|SYR|MIL", "country|Syria|SYR"}},
      {"Theo hãng tin Sputnik, tuyết rơi dày.", {"organization|Sputnik|RUS|MED"}},
      {"Báo The Daily Harbor đưa tin này.", {"organization|The Daily Harbor||MED"}},
      {"Bệnh viện Nhi đồng 1 nhận ba cháu bé.", {"organization|Bệnh viện Nhi đồng 1||HLH"}},
      {"TAND TP Đà Nẵng hoãn phiên tòa.", {"organization|TAND TP Đà Nẵng|VNM|JUD"}},
      {"Công ty TNHH Hoa Sữa nợ lương.", {"organization|Công ty TNHH Hoa Sữa||BUS"}},
      {"Trường Đại học Bách khoa Hà Nội tuyển sinh.",
       {"organization|Trường Đại học Bách khoa Hà Nội|VNM|EDU"}},
      {"Bà Đoàn Thị Lụa kêu oan.", {"person|Đoàn Thị Lụa|VNM", "!organization|Đoàn Thị Lụa|"}},
      {"Công an huyện Vĩnh Bình bắt hai nghi phạm.",
       {"organization|Công an huyện Vĩnh Bình|VNM|COP"}},
      {"NATO và EU họp khẩn.", {"organization|NATO|-|IGO", "organization|EU|-|IGO"}},
      {"Nhiều tổ chức quốc tế lên tiếng.", {"!organization|tổ chức quốc tế|"}},
      {"Các tập đoàn Pháp rút vốn.", {"country|Pháp|FRA", "!organization|tập đoàn Pháp|"}},
      {"Quốc hội Hàn Quốc thông qua luật.", {"organization|Quốc hội Hàn Quốc|KOR|LEG"}},
      {"Trung tâm Kiểm soát bệnh tật tỉnh Bình Dương cảnh báo.",
       {"organization|Trung tâm Kiểm soát bệnh tật tỉnh Bình Dương|VNM"}},
  });
}

TEST(FindEntities, TellsTheTypeOfNamesThatNothingIntroduces) {
  check({
      {"Từ Hà Nội, cả đội đi Mù Cang Chải.",
       {"place|Hà Nội|VNM", "place|Mù Cang Chải|VNM", "!person|Từ Hà Nội|"}},
      {"Liverpool cầm chân Everton trong trận derby.",
       {"organization|Liverpool|", "!place|Liverpool|"}},
      {"Nhà sáng lập Facebook xin lỗi người dùng.", {"organization|Facebook|"}},
      {"Agribank chi nhánh Sông Trà nợ xấu.", {"organization|Agribank chi nhánh Sông Trà|VNM|BUS"}},
      {"Trưởng Ban Nội chính Trung ương nói không có vùng cấm.",
       {"organization|Ban Nội chính Trung ương|"}},
      {"Tàu đi từ Đài Loan sang đảo Trường Sa Lớn.",
       {"country|Đài Loan|TWN", "place|Trường Sa Lớn|VNM"}},
      {"PUTIN SẼ GẶP ZELENSKY VÀO THÁNG TỚI", {"person|PUTIN|", "person|ZELENSKY|"}},
  });
}

TEST(FindEntities, FindsPeopleByTitleVerbAndShape) {
  check({
      {"Bị cáo Trương Văn Lực cúi đầu.", {"person|Trương Văn Lực|VNM|CRM|Bị cáo"}},
      {"Nghệ sĩ Hồng Nhạn trở lại sân khấu.", {"person|Hồng Nhạn||CVL|Nghệ sĩ"}},
      {"Đại tá Phùng Gia Lộc kể chuyện.", {"person|Phùng Gia Lộc|VNM|MIL|Đại tá"}},
      {"Chị N.T.M. gửi đơn lên phường.", {"person|N.T.M.|"}},
      {"GS.TS Lương Thế Vinh Quang giảng bài.", {"person|Lương Thế Vinh Quang|VNM|CVL"}},
      {"Maria del Carmen Ortiz nói bà rất mệt.", {"person|Maria del Carmen Ortiz|"}},
      {"Theo Grigory Antonov, mọi việc ổn.",
       {"person|Grigory Antonov|", "!person|Theo Grigory Antonov|"}},
      {"Ngày mai trời nắng. Hai xe va nhau. Trong nhà có khách.",
       {"!person|Ngày|", "!person|Hai|", "!person|Trong|"}},
      {"Ông Pu-tra-đa tuyên bố nghỉ hưu.", {"person|Pu-tra-đa|"}},
      {"Đặng Thu Thảo Vy, 28 tuổi, mở quán nhỏ.", {"person|Đặng Thu Thảo Vy|VNM"}},
      {"Công dân Canada Oliver Grant bị giữ ở sân bay.", {"person|Oliver Grant|CAN|CVL"}},
      {"Tháp Eiffel tắt đèn sớm.", {"!person|Tháp Eiffel|"}},
      {"Cuốn \"Bóng Chiều Xưa\" bán chạy.", {"!person|Bóng Chiều Xưa|"}},
      {"Covid-19 và GDP là hai từ của năm.", {"!person|Covid|", "!organization|GDP|"}},
      {"Tài xế Nguyễn Hữu S. rời khỏi xe.", {"person|Nguyễn Hữu S.|VNM"}},
      {"Kỹ sư Dieter Braun, một công dân Đức, sống ở Huế.", {"person|Dieter Braun|DEU|CVL|Kỹ sư"}},
  });
}

// An organization never takes in the name of the person whom it stands before.
TEST(FindEntities, PartsOrganizationsFromThePeopleBehindThem) {
  struct Post {
    std::string text, organization, person;
  };
  for (const Post& row : {
           Post{"Sáng qua, Bộ trưởng Bộ Y tế Đào Hồng Thủy dự họp.", "Bộ Y tế", "Đào Hồng Thủy"},
           Post{"Sáng qua, Giám đốc Công an tỉnh Nguyễn Hải Thắng dự họp.", "Công an tỉnh",
                "Nguyễn Hải Thắng"},
           Post{"Sáng qua, Chủ tịch Hội Nông dân Ngô Thị Liên dự họp.", "Hội Nông dân",
                "Ngô Thị Liên"},
           Post{"Sáng qua, Giám đốc Bệnh viện Việt Đức Ngô Thị Liên dự họp.", "Bệnh viện Việt Đức",
                "Ngô Thị Liên"},
           Post{"Sáng qua, Hiệu trưởng Trường THPT Lê Lợi Phạm Văn Đạt dự họp.",
                "Trường THPT Lê Lợi", "Phạm Văn Đạt"},
       }) {
    std::vector<std::string> organizations, people;
    for (const Entity& e : entities_of(article_of(row.text))) {
      if (e.type == EntityType::kOrganization) organizations.push_back(e.name);
      if (e.type == EntityType::kPerson) people.push_back(e.name);
    }
    EXPECT_EQ(organizations, std::vector<std::string>{row.organization}) << row.text;
    EXPECT_EQ(people, std::vector<std::string>{row.person}) << row.text;
  }
}

TEST(FindEntities, PutsMentionsOfOneEntityTogether) {
  const Article article = article_of(
      "Tổng thống Iceland thăm Hà Nội\n\nTổng thống Iceland Sigrun Olafsdottir tới Hà Nội chiều "
      "3/6. Bà Olafsdottir mời Liên hợp "
      "quốc (LHQ) cử quan sát viên; LHQ chưa trả lời. Công ty cổ phần Gió Biển đưa đón đoàn. Gió "
      "Biển không thu phí.",
      {"Bà Sigrun Olafsdottir tại sân bay."});
  const std::vector<Entity> entities = entities_of(article);
  const auto mentions = [&](const std::string& name) {
    std::vector<std::string> texts;
    for (const Entity& e : entities) {
      if (e.name != name) continue;
      for (const ByteSpan& span : e.mentions) texts.emplace_back(slice(article.text, span));
    }
    return texts;
  };
  EXPECT_EQ(mentions("Sigrun Olafsdottir"),
            (std::vector<std::string>{"Tổng thống Iceland", "Sigrun Olafsdottir", "Olafsdottir"}));
  EXPECT_EQ(mentions("Liên hợp quốc"), (std::vector<std::string>{"Liên hợp quốc", "LHQ", "LHQ"}));
  EXPECT_EQ(mentions("Công ty cổ phần Gió Biển"),
            (std::vector<std::string>{"Công ty cổ phần Gió Biển", "Gió Biển"}));
  EXPECT_EQ(mentions("Hà Nội").size(), 2u);
  ASSERT_EQ(entities.front().name, "Sigrun Olafsdottir");
  ASSERT_EQ(entities.front().caption_mentions.size(), 1u);
  EXPECT_EQ(slice(article.captions[0].text, entities.front().caption_mentions[0].span),
            "Sigrun Olafsdottir");
  EXPECT_EQ(entities.front().key, "person:sigrun olafsdottir|ISL");
}

TEST(FindEntities, ReadsTheSmallEnglishPackToo) {
  check(
      {
          {"Russian President Ivan Sokolov met Finland's Foreign Minister Aino Virtanen in Geneva.",
           {"person|Ivan Sokolov|RUS|GOV|Russian President", "place|Geneva|CHE",
            "country|Finland|FIN", "nationality|Russian|RUS", "person|Aino Virtanen|"}},
          {"The White House said NATO would decide.",
           {"organization|White House|USA|GOV", "organization|NATO|-|IGO"}},
          {"The Ministry of Health and the University of Porto signed it.",
           {"organization|Ministry of Health||GOV", "organization|University of Porto||EDU"}},
          {"On Monday Anna Berg, a lawyer, testified.",
           {"person|Anna Berg||CVL", "!person|Monday|"}},
          {"Pacific Holdings Group lost money in Kenya.",
           {"organization|Pacific Holdings Group||BUS", "country|Kenya|KEN"}},
      },
      "en");
}

std::optional<std::string> key_in(const std::string& text, const std::string& name) {
  for (const Entity& entity : entities_of(article_of(text))) {
    if (entity.name == name) return entity.key;
  }
  return "no such entity";
}

TEST(FindEntities, KeysOfOneBodyWrittenShortAndLongAreOne) {
  EXPECT_EQ(key_in("Người bị thương nằm ở BV Sông Hiền.", "BV Sông Hiền"),
            key_in("Người bị thương nằm ở Bệnh viện Sông Hiền.", "Bệnh viện Sông Hiền"));
  EXPECT_EQ(key_in("Sáng nay, TAND TP.HCM mở phiên xử.", "TAND TP.HCM"),
            key_in("Sáng nay, Tòa án nhân dân TP Hồ Chí Minh mở phiên xử.",
                   "Tòa án nhân dân TP Hồ Chí Minh"));
  EXPECT_EQ(
      entities_of(article_of("Xe của BV Minh Hiền đến. Bệnh viện Minh Hiền cho biết.")).size(), 1u);
}

TEST(FindEntities, BodiesToldByTheirTypeAloneHaveNoKey) {
  EXPECT_EQ(key_in("Hồ sơ được chuyển cho Công an tỉnh xử lý.", "Công an tỉnh"), std::nullopt);
  EXPECT_EQ(key_in("Hôm qua, Sở Y tế đã họp.", "Sở Y tế"), std::nullopt);
  EXPECT_EQ(key_in("Hôm qua, Quốc hội đã họp.", "Quốc hội"), "org:quoc hoi|VNM");
}

TEST(FindEntities, PlacesOfOneNameAreApartWhereTheTextSaysWhich) {
  EXPECT_EQ(key_in("Xe đổ ở huyện Châu Thành, tỉnh Bến Tre.", "Châu Thành"),
            "place:chau thanh ben tre|VNM");
  EXPECT_EQ(key_in("Xe đổ ở huyện Châu Thành (Long An).", "Châu Thành"),
            "place:chau thanh long an|VNM");
  EXPECT_EQ(key_in("Xe đổ ở huyện Châu Thành.", "Châu Thành"), std::nullopt);
  EXPECT_EQ(key_in("Mưa lớn ở TP Bắc Ninh.", "Bắc Ninh"), "place:thanh pho bac ninh|VNM");
  EXPECT_EQ(key_in("Mưa lớn ở tỉnh Bắc Ninh.", "Bắc Ninh"), "place:bac ninh|VNM");
}

TEST(FindEntities, EndsANameInALineOfCapitalsBeforeItsVerb) {
  EXPECT_EQ(key_in("ÔNG LÊ VĂN AN THĂM TRƯỜNG CŨ", "LÊ VĂN AN"), "person:le van an|VNM");
  const std::vector<Entity> people = entities_of(
      article_of("ÔNG LÊ BÌNH AN THĂM TRƯỜNG CŨ\n\nHôm qua, ông Lê Bình đã về thăm trường."));
  ASSERT_EQ(people.size(), 1u);
  EXPECT_EQ(people[0].mentions.size(), 2u);
}

TEST(FindEntities, WhoBearsAnHonourIsAPerson) {
  EXPECT_EQ(entities_of(article_of("Đêm nhạc có NSND Lệ Thủy."))[0].type, EntityType::kPerson);
}

TEST(FindEntities, LetsAUsersWatchListWin) {
  const std::filesystem::path root =
      std::filesystem::temp_directory_path() / "machtin_watch_list_test";
  std::filesystem::create_directories(root / "vi");
  std::ofstream(root / "vi" / "watch_list.tsv") << "Chim Én\torganization\tVNM\torg:so-7\tBUS\n";
  const auto language = Pack::load("vi", {root.string()}), all = Pack::load("all");
  ASSERT_TRUE(language && all);
  const auto tables = EntityTables::load(*language, *all);
  ASSERT_TRUE(tables);
  const Article article = article_of("Theo Chim Én, hàng sẽ về sớm.");
  const std::vector<Entity> entities =
      find_entities(make_article_text(article, SentenceTables{}), *tables);
  EXPECT_TRUE(holds(entities, "organization|Chim Én|VNM|BUS")) << told(entities);
  ASSERT_FALSE(entities.empty());
  EXPECT_EQ(entities.front().key, "org:so-7");
  std::filesystem::remove_all(root);
}

TEST(FindEntities, GivesNothingForTextWithoutNames) {
  for (const std::string text :
       {"", " \n\n ", "trời mưa cả ngày, ai cũng ngại ra đường", "12.5 % — 3/4 (…)", "((((((((("}) {
    EXPECT_TRUE(entities_of(article_of(text)).empty()) << text;
  }
}

TEST(FindEntities, SpansLieOnTheTextAndInOrder) {
  const Article article = article_of(
      "Ông \xF0\x9F\x98\x80 Lê Văn Tám gặp bà Ngô Thị Út ở Huế. Ông Tám vui, bà Út cười.");
  for (const Entity& e : entities_of(article)) {
    ASSERT_FALSE(e.mentions.empty());
    for (std::size_t i = 0; i < e.mentions.size(); ++i) {
      EXPECT_LT(e.mentions[i].begin, e.mentions[i].end);
      EXPECT_LE(e.mentions[i].end, article.text.size());
      if (i > 0) {
        EXPECT_LT(e.mentions[i - 1].begin, e.mentions[i].begin);
      }
    }
  }
}

TEST(FindEntities, StaysLinearOnHostileText) {
  for (const std::string piece : {"Nguyễn ", "Tổng thống ", "Bộ ", "A.", "Công ty Cổ phần ",
                                  "Mỹ - ", "người đồng cấp ", "ông "}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    const Article article = article_of(text);
    (void)entities_of(article);
    // Sanitized, on a busy machine, it is some tenths of a second; were it quadratic, minutes.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << piece;
  }
}

}  // namespace
}  // namespace machtin

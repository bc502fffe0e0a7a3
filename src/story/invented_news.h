#pragma once
// Invented articles for tests: a mine, a ferry, a harvest, each told in several ways. For tests of
// this stage and of timeline/.

#include <string>
#include <utility>
#include <vector>

#include "machtin/article.h"
#include "machtin/facts.h"
#include "story/story_tables.h"

namespace machtin::invented {

inline StoryTables tables() {
  std::vector<Pack> packs;
  for (const char* code : {"all", "vi", "en"}) {
    if (Result<Pack> pack = Pack::load(code)) packs.push_back(std::move(*pack));
  }
  const Result<StoryTables> loaded = StoryTables::load(packs);
  return loaded ? *loaded : StoryTables{};
}

inline Article article(const std::string& key, const std::string& title, const std::string& lede,
                       const std::vector<std::string>& paragraphs, const std::string& published) {
  Article made;
  made.key = key;
  made.title = title;
  if (!lede.empty()) made.lede = lede;
  made.paragraphs = paragraphs;
  if (!published.empty()) {
    made.published.value = published;
    made.published.precision = published[0] == 'X' ? Precision::kNone : Precision::kDay;
  }
  made.language = "vi";
  made.text = title;
  if (!lede.empty()) made.text += "\n\n" + lede;
  for (const std::string& paragraph : paragraphs) made.text += "\n\n" + paragraph;
  return made;
}

inline Article teaser(const std::string& key, const std::string& title, const std::string& lede,
                      const std::string& published) {
  Article made = article(key, title, lede, {}, published);
  made.role = Role::kTeaser;
  return made;
}

inline const std::vector<std::string>& ferry_paragraphs() {
  static const std::vector<std::string> kText = {
      "Chiếc phà Sông Hiền chở bốn mươi hai hành khách bị chìm lúc rạng sáng khi đang qua cửa biển "
      "Lạch Vàng, thuyền trưởng Đoàn Văn Khải kể lại với các cán bộ biên phòng.",
      "Đội cứu hộ tỉnh đưa bảy ca nô cùng hai tàu kéo ra hiện trường, sóng cao gần ba mét làm việc "
      "tìm kiếm chậm lại suốt buổi sáng, đến trưa thì mới vớt được chiếc phao cuối cùng.",
      "Bệnh viện Lạch Vàng tiếp nhận mười chín người bị thương, phần lớn hạ thân nhiệt; các bác sĩ "
      "trực cho hay ba cháu nhỏ đã qua cơn nguy kịch và đang được theo dõi.",
      "Chủ phà thừa nhận tàu quá hạn đăng kiểm từ mùa hè; thanh tra đường thủy niêm phong giấy tờ "
      "và mời ông lên làm việc vào cuối tuần."};
  return kText;
}

inline Article ferry(const std::string& key, const std::string& published) {
  return article(key, "Chìm phà Sông Hiền ở cửa biển Lạch Vàng",
                 "Phà Sông Hiền chở bốn mươi hai hành khách chìm ở cửa biển Lạch Vàng, mười chín "
                 "người bị thương.",
                 ferry_paragraphs(), published);
}

inline Article ferry_told_otherwise(const std::string& key, const std::string& published) {
  return article(
      key, "Cứu hộ trắng đêm sau vụ chìm phà Lạch Vàng",
      "Hàng chục người dân và biên phòng tham gia cứu hành khách phà Sông Hiền.",
      {"Nhiều ngư dân Lạch Vàng bỏ lưới, lao thuyền thúng ra vớt hành khách ngay khi nghe "
       "còi báo chìm phà.",
       "Thuyền trưởng Đoàn Văn Khải là người rời phà Sông Hiền sau cùng, ông được đưa vào "
       "bệnh viện với nhiều vết xước trên tay.",
       "Thanh tra đường thủy cho rằng chiếc phà chở quá số hành khách ghi trong giấy đăng "
       "kiểm đã hết hạn."},
      published);
}

inline Article harvest(const std::string& key, const std::string& published) {
  return article(
      key, "Nông dân Tân Mỹ được mùa vải thiều sớm",
      "Vải thiều sớm ở Tân Mỹ năm nay sai quả, giá thu mua cao hơn vụ trước.",
      {"Gia đình bà Lường Thị Sáu hái hơn ba tấn quả trong một tuần, thương lái chờ ngay "
       "đầu vườn với xe lạnh.",
       "Hợp tác xã ký hợp đồng bao tiêu với hai siêu thị và một nhà máy sấy khô ở vùng "
       "trung du.",
       "Cán bộ khuyến nông khuyên bà con tỉa cành sớm để giữ sức cho cây vào vụ sau."},
      published);
}

inline Entity entity(EntityType type, const std::string& name, const std::string& key,
                     const std::string& country, ByteSpan mention) {
  Entity made;
  made.type = type;
  made.name = name;
  made.key = key;
  if (!country.empty()) made.country = country;
  made.mentions = {mention};
  return made;
}

}  // namespace machtin::invented

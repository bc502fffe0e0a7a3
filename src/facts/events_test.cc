#include "facts/events.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "facts/event_told.h"

namespace machtin {
namespace {

struct TypeCase {
  std::string_view text, type, role, filler;
};

// One happening of each type, in the words of a newspaper.
const TypeCase kTypes[] = {
    {"Bé gái chào đời khỏe mạnh trong đêm giao thừa.", "Life.Be-Born", "Person", "Bé gái"},
    {"Nữ ca sĩ kết hôn với một doanh nhân ngành gỗ.", "Life.Marry", "Person",
     "Nữ ca sĩ + một doanh nhân"},
    {"Hai vợ chồng đã ly hôn từ mùa xuân.", "Life.Divorce", "Person", "Hai vợ chồng"},
    {"Vụ lật xe khiến tài xế bị thương ở chân.", "Life.Injure", "Victim", "tài xế"},
    {"Một công nhân tử vong khi giàn giáo đổ.", "Life.Die", "Victim", "Một công nhân"},
    {"Hung thủ sát hại chủ quán lúc rạng sáng.", "Life.Die", "Victim", "chủ quán"},
    {"Tài xế chở hàng hóa đến thủ đô.", "Movement.Transport", "Destination", "thủ đô"},
    {"Tập đoàn thép mua lại nhà máy ven sông.", "Transaction.Transfer-Ownership", "Artifact",
     "nhà máy"},
    {"Tiểu thương vay tiền của ngân hàng.", "Transaction.Transfer-Money", "Giver", "ngân hàng"},
    {"Nhóm sinh viên thành lập công ty làm phân bón.", "Business.Start-Org", "Org", "công ty"},
    {"Hai ngân hàng sáp nhập từ quý ba.", "Business.Merge-Org", "Org", "Hai ngân hàng"},
    {"Hãng hàng không phá sản sau ba năm thua lỗ.", "Business.Declare-Bankruptcy", "Org",
     "Hãng hàng không"},
    {"Câu lạc bộ đã giải thể vì hết tiền.", "Business.End-Org", "Org", "Câu lạc bộ"},
    {"Phiến quân tấn công đồn cảnh sát bằng súng máy.", "Conflict.Attack", "Target",
     "đồn cảnh sát"},
    {"Công nhân biểu tình trước cổng xưởng.", "Conflict.Demonstrate", "Entity", "Công nhân"},
    {"Thị trưởng gặp đại sứ ở tòa thị chính.", "Contact.Meet", "Entity", "Thị trưởng + đại sứ"},
    {"Thủ tướng điện đàm với quốc vương.", "Contact.Phone-Write", "Entity",
     "Thủ tướng + quốc vương"},
    {"Bộ trưởng đàm phán với chủ tịch hiệp hội.", "Contact.Negotiate", "Entity",
     "Bộ trưởng + chủ tịch hiệp hội"},
    {"Tổng thống công du tới thủ đô láng giềng.", "Contact.Visit", "Entity", "Tổng thống"},
    {"Nữ luật sư nhậm chức thị trưởng.", "Personnel.Start-Position", "Position", "thị trưởng"},
    {"Bộ trưởng từ chức vì bê bối.", "Personnel.End-Position", "Person", "Bộ trưởng"},
    {"Đảng đề cử nữ luật sư.", "Personnel.Nominate", "Person", "nữ luật sư"},
    {"Cử tri bầu nữ luật sư.", "Personnel.Elect", "Person", "nữ luật sư"},
    {"Công an bắt giữ hai nghi phạm.", "Justice.Arrest-Jail", "Person", "hai nghi phạm"},
    {"Tòa án trả tự do cho cựu thủ quỹ.", "Justice.Release-Parole", "Entity", "Tòa án"},
    {"Tòa án xét xử bị cáo trong hai ngày.", "Justice.Trial-Hearing", "Defendant", "bị cáo"},
    {"Viện kiểm sát truy tố bị can về tội nhận hối lộ.", "Justice.Charge-Indict", "Defendant",
     "bị can"},
    {"Cổ đông khởi kiện công ty dược.", "Justice.Sue", "Defendant", "công ty"},
    {"Tòa án kết tội bị cáo sau hai giờ nghị án.", "Justice.Convict", "Defendant", "bị cáo"},
    {"Tòa án kết án bị cáo tù chung thân.", "Justice.Sentence", "Sentence", "tù chung thân"},
    {"Cảnh sát phạt tiền chủ quán.", "Justice.Fine", "Entity", "chủ quán"},
    {"Tử tù bị xử bắn lúc bình minh.", "Justice.Execute", "Person", "Tử tù"},
    {"Nghi phạm bị dẫn độ về nước.", "Justice.Extradite", "Person", "Nghi phạm"},
    {"Bị cáo được tuyên vô tội.", "Justice.Acquit", "Defendant", "Bị cáo"},
    {"Bị cáo kháng cáo ngay hôm sau.", "Justice.Appeal", "Defendant", "Bị cáo"},
    {"Quốc vương ân xá tù nhân nhân dịp năm mới.", "Justice.Pardon", "Defendant", "tù nhân"},
    {"Chính phủ và phiến quân trao đổi tù binh.", "Justice.Exchange-Prisoners", "Agent",
     "Chính phủ + phiến quân"},
    {"Công an điều tra chủ quán.", "Justice.Investigate", "Person", "chủ quán"},
    {"Chính phủ công bố số liệu mới.", "Statement.Announce", "Entity", "Chính phủ"},
    {"Bộ trưởng xác nhận tin này.", "Statement.Confirm", "Entity", "Bộ trưởng"},
    {"Tập đoàn phủ nhận mọi điều.", "Statement.Deny", "Entity", "Tập đoàn"},
    {"Thị trưởng nhất trí với chủ tịch hiệp hội.", "Statement.Agree", "Entity",
     "Thị trưởng + chủ tịch hiệp hội"},
    {"Quốc hội bác bỏ đề án.", "Statement.Reject", "Entity", "Quốc hội"},
    {"Công nhân yêu cầu công ty tăng lương.", "Statement.Demand", "Recipient", "công ty"},
    {"Phiến quân đe dọa dân làng.", "Statement.Threaten", "Target", "dân làng"},
    {"Phe đối lập chỉ trích chính phủ.", "Statement.Accuse", "Target", "chính phủ"},
    {"Liên đoàn ủng hộ huấn luyện viên.", "Statement.Support", "Beneficiary", "huấn luyện viên"},
    {"Công an hợp tác với hải quan.", "Policy.Cooperate", "Entity", "Công an + hải quan"},
    {"Chính phủ viện trợ người tị nạn.", "Policy.Aid", "Recipient", "người tị nạn"},
    {"Chính quyền dỡ bỏ lệnh giới nghiêm.", "Policy.Concede", "Agent", "Chính quyền"},
    {"Hai nước nâng cấp quan hệ sau mười năm.", "Policy.Upgrade-Relations", "Entity", "Hai nước"},
    {"Chính phủ trừng phạt tập đoàn dầu khí.", "Policy.Sanction", "Target", "tập đoàn dầu khí"},
    {"Chính phủ áp thuế lên thép nhập.", "Policy.Tariff", "Artifact", "thép"},
    {"Quốc hội thông qua nghị quyết về đất rừng.", "Policy.Legislate", "Agent", "Quốc hội"},
    {"Chính phủ điều quân tới biên giới.", "Security.Deploy", "Destination", "biên giới"},
    {"Chính phủ nâng mức cảnh báo lên cao nhất.", "Security.Raise-Alert", "Agent", "Chính phủ"},
    {"Hải quan thu giữ ma túy giấu trong thùng xe.", "Security.Coerce", "Target", "ma túy"},
    {"Chính phủ và phiến quân đình chiến.", "Security.Ceasefire", "Agent",
     "Chính phủ + phiến quân"},
    {"Liên quân rút quân khỏi thung lũng.", "Security.Withdraw", "Origin", "thung lũng"},
    {"Động đất làm rung chuyển vùng núi.", "Disaster.Natural", "", ""},
    {"Xe khách gặp nạn trên đèo.", "Disaster.Accident", "Vehicle", "Xe khách"},
    {"Học sinh nhiễm bệnh hàng loạt.", "Disaster.Disease", "Victim", "Học sinh"},
};

TEST(FindEvents, FindsEachTypeWithARole) {
  for (const TypeCase& c : kTypes) {
    const Told told(c.text);
    EXPECT_NE(told.event(c.type), nullptr) << c.text << " → " << told.types();
    if (c.role.empty()) continue;
    EXPECT_EQ(told.role(c.type, c.role), c.filler) << c.text;
  }
}

TEST(FindEvents, TurnsSubjectAndObjectRoundInThePassive) {
  const Told passive("Hai nghi phạm bị công an bắt giữ.");
  EXPECT_EQ(passive.role("Justice.Arrest-Jail", "Person"), "Hai nghi phạm");
  EXPECT_EQ(passive.role("Justice.Arrest-Jail", "Agent"), "công an");
  const Told without_agent("Tay súng đã bị bắt giữ tại nhà ga.");
  EXPECT_EQ(without_agent.role("Justice.Arrest-Jail", "Person"), "Tay súng");
  EXPECT_EQ(without_agent.role("Justice.Arrest-Jail", "Agent"), "");
  EXPECT_EQ(without_agent.role("Justice.Arrest-Jail", "Place"), "nhà ga");
}

TEST(FindEvents, FindsTheDoerOfAnEventToldAsANoun) {
  const Told told("Vụ tấn công của phiến quân vào đồn cảnh sát gây chấn động.");
  EXPECT_EQ(told.role("Conflict.Attack", "Attacker"), "phiến quân");
  EXPECT_EQ(told.role("Conflict.Attack", "Target"), "đồn cảnh sát");
}

TEST(FindEvents, TakesNoTriggerOutOfALongerWord) {
  for (const std::string_view text : {"Đội bóng bắt đầu mùa giải ở bán đảo.",
                                      "Học sinh đánh giá cao điều kiện sinh hoạt của trường.",
                                      "Bầu trời quang đãng, sự kiện kết thúc sớm."}) {
    const Told told(text);
    for (const Event& e : told.facts.events)
      EXPECT_EQ(e.type.rfind("Statement.", 0), 0u) << text << " → " << told.types();
  }
}

struct StatusCase {
  std::string_view text;
  EventStatus status;
};
const StatusCase kStatuses[] = {
    {"Công an đã bắt giữ nghi phạm.", EventStatus::kHappened},
    {"Công an bắt giữ nghi phạm.", EventStatus::kHappened},
    {"Công an đang bắt giữ nghi phạm.", EventStatus::kOngoing},
    {"Công an sẽ bắt giữ nghi phạm.", EventStatus::kPlanned},
    {"Công an chuẩn bị bắt giữ nghi phạm.", EventStatus::kPlanned},
    {"Luật sư đề nghị bắt giữ nghi phạm.", EventStatus::kProposed},
    {"Công an phủ nhận bắt giữ nghi phạm.", EventStatus::kDenied},
    {"Công an không bắt giữ nghi phạm.", EventStatus::kNegated},
    {"Công an chưa bắt giữ nghi phạm.", EventStatus::kNegated},
    {"Nghi phạm vẫn chưa bị bắt giữ.", EventStatus::kNegated},
};
TEST(FindEvents, TellsWhetherItHappened) {
  for (const StatusCase& c : kStatuses) {
    const Told told(c.text);
    const Event* const e = told.event("Justice.Arrest-Jail");
    ASSERT_NE(e, nullptr) << c.text;
    EXPECT_EQ(e->status, c.status) << c.text;
  }
}

TEST(FindEvents, ReadsTheStatusOfANounFromWhatFollows) {
  const Told told("Cuộc đàm phán dự kiến diễn ra tuần sau.");
  ASSERT_NE(told.event("Contact.Negotiate"), nullptr);
  EXPECT_EQ(told.event("Contact.Negotiate")->status, EventStatus::kPlanned);
}

TEST(FindEvents, DoesNotReachForAStatusOverAComma) {
  const Told told("Dù trời không mưa, công an bắt giữ nghi phạm.");
  ASSERT_NE(told.event("Justice.Arrest-Jail"), nullptr);
  EXPECT_EQ(told.event("Justice.Arrest-Jail")->status, EventStatus::kHappened);
}

const std::vector<Name> kTwoCountries = {{"Maldova", EntityType::kCountry, "MDX"},
                                         {"Tarkania", EntityType::kCountry, "TRK"}};

TEST(FindEvents, GivesBothSidesToWhatTwoCountriesDo) {
  const Told told(
      "Maldova và Tarkania trao đổi tù binh.\n\nHai bên hoàn tất việc trao trả 150 người.",
      kTwoCountries, {}, {{"150", 150}});
  ASSERT_EQ(told.facts.events.size(), 2u) << told.types();
  for (const Event& e : told.facts.events) {
    EXPECT_EQ(e.type, "Justice.Exchange-Prisoners");
    EXPECT_EQ(told.names(e.who), "Maldova");
    EXPECT_EQ(told.names(e.whom), "Tarkania");
    EXPECT_EQ(e.plover, "RETREAT");
    EXPECT_EQ(e.cameo, "0841");
  }
  EXPECT_EQ(told.facts.events[1].quantities, std::vector<std::uint32_t>{0});
}

TEST(FindEvents, CodesWhatIsStillToComeAsItsPromise) {
  const Told told("Maldova và Tarkania sẽ trao đổi tù binh.", kTwoCountries);
  ASSERT_NE(told.event("Justice.Exchange-Prisoners"), nullptr);
  EXPECT_EQ(told.event("Justice.Exchange-Prisoners")->plover, "CONCEDE");
}

TEST(FindEvents, CodesNothingWhereOneSideIsNoPoliticalActor) {
  const Told told("Maldova bắt giữ hai ngư dân.", kTwoCountries);
  ASSERT_NE(told.event("Justice.Arrest-Jail"), nullptr);
  EXPECT_EQ(told.event("Justice.Arrest-Jail")->plover, std::nullopt);
}

TEST(FindEvents, CountsNoSidesAsAQuantity) {
  const Told told("Maldova và Tarkania họp.\n\n2 nước đã trao trả 70 tù binh.", kTwoCountries, {},
                  {{"2", 2}, {"70", 70}});
  ASSERT_NE(told.event("Justice.Exchange-Prisoners"), nullptr);
  EXPECT_EQ(told.event("Justice.Exchange-Prisoners")->quantities, std::vector<std::uint32_t>{1});
}

TEST(FindEvents, CountsNoOrdinalScoreOrAge) {
  const Told told("Vụ nổ thứ hai làm 12 người chết ở trận thắng 2-1, có bé 7 tuổi.");
  Facts facts;
  const auto add = [&](std::string_view printed, const char* unit) {
    Quantity quantity;
    quantity.span = Told::span(told.article.text.find(printed), printed.size());
    if (unit != nullptr) quantity.unit = unit;
    facts.quantities.push_back(quantity);
  };
  add("thứ hai", "ordinal");
  add("12", nullptr);
  add("2-1", "score");
  add("7 tuổi", "a");
  const EventsAndQuotes found = find_events(told.text, facts, language(told.code).events);
  ASSERT_FALSE(found.events.empty());
  for (const Event& event : found.events) {
    if (event.type == "Life.Die") {
      EXPECT_EQ(event.quantities, std::vector<std::uint32_t>{1});
    } else {
      EXPECT_TRUE(event.quantities.empty() || event.quantities == std::vector<std::uint32_t>{1});
    }
  }
}

TEST(FindEvents, GivesTimeAndPlace) {
  const Told told("Ngày 3/4, phiến quân tấn công cây cầu tại Vantia.",
                  {{"Vantia", EntityType::kPlace}}, {"Ngày 3/4"});
  const Event* const e = told.event("Conflict.Attack");
  ASSERT_NE(e, nullptr);
  EXPECT_EQ(e->time, 0u);
  EXPECT_EQ(e->place, 0u);
  EXPECT_EQ(told.role("Conflict.Attack", "Time"), "Ngày 3/4");
  EXPECT_EQ(told.role("Conflict.Attack", "Place"), "Vantia");
}

TEST(FindEvents, NamesTheSource) {
  const std::vector<Name> names = {{"Tin Nhanh", EntityType::kOrganization},
                                   {"Lê Văn Tám", EntityType::kPerson}};
  const Told according("Theo hãng tin Tin Nhanh, phiến quân tấn công đồn cảnh sát.", names);
  ASSERT_NE(according.event("Conflict.Attack"), nullptr);
  EXPECT_EQ(according.event("Conflict.Attack")->according_to, 0u);
  const Told said("Đại tá Lê Văn Tám cho biết phiến quân tấn công đồn cảnh sát.", names);
  ASSERT_NE(said.event("Conflict.Attack"), nullptr);
  EXPECT_EQ(said.event("Conflict.Attack")->according_to, 1u);
  const Told nobody("Phiến quân tấn công đồn cảnh sát.", names);
  EXPECT_EQ(nobody.event("Conflict.Attack")->according_to, std::nullopt);
}

TEST(FindEvents, CarriesTheSpeakerOfAQuotationThroughIt) {
  const Told told(
      "“Chúng tôi bàng hoàng. Phiến quân tấn công đồn cảnh sát lúc nửa đêm”, Lê Văn Tám nói.",
      {{"Lê Văn Tám"}});
  ASSERT_NE(told.event("Conflict.Attack"), nullptr);
  EXPECT_EQ(told.event("Conflict.Attack")->according_to, 0u);
}

TEST(FindEvents, MakesTheSpeakerTheDoerOfAStatement) {
  const Told told("Bộ trưởng Lê Văn Tám xác nhận tin này.", {{"Lê Văn Tám"}});
  ASSERT_NE(told.event("Statement.Confirm"), nullptr);
  EXPECT_EQ(told.names(told.event("Statement.Confirm")->who), "Lê Văn Tám");
}

struct EnglishCase {
  std::string_view text, type, role, filler;
};
const EnglishCase kEnglish[] = {
    {"Police arrested two suspects.", "Justice.Arrest-Jail", "Person", "two suspects"},
    {"The suspects were arrested by police.", "Justice.Arrest-Jail", "Agent", "police"},
    {"The minister resigned.", "Personnel.End-Position", "Person", "The minister"},
    {"Rebels attacked the bridge.", "Conflict.Attack", "Target", "the bridge"},
    {"The company went bankrupt.", "Business.Declare-Bankruptcy", "Org", "The company"},
};
TEST(FindEvents, ReadsEnglishWithItsOwnTables) {
  for (const EnglishCase& c : kEnglish) {
    const Told told(c.text, {}, {}, {}, "en");
    EXPECT_EQ(told.role(c.type, c.role), c.filler) << c.text << " → " << told.types();
  }
}

TEST(FindEvents, HasBoundedWorkOnOneEndlessSentence) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "công an bắt giữ nghi phạm và ";
  const Told told(text);
  EXPECT_EQ(told.facts.events.size(), 10000u);
}

TEST(FindEvents, FindsNothingInNothing) {
  EXPECT_TRUE(Told("").facts.events.empty());
  EXPECT_TRUE(Told("…").facts.events.empty());
}

}  // namespace
}  // namespace machtin

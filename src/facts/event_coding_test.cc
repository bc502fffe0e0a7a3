#include "facts/event_coding.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

const EventType kMeet = {.name = "Contact.Meet",
                         .plover = "CONSULT",
                         .plover_mode = "visit",
                         .plover_planned = "AGREE",
                         .cameo = "040",
                         .cameo_planned = "030"};

Entity actor(EntityType type, std::optional<std::string> sector) {
  Entity entity;
  entity.type = type;
  entity.sector = std::move(sector);
  return entity;
}

Event coded(EventStatus status, const Entity& who, const Entity& whom) {
  Event event = {.who = {0}, .whom = {1}, .status = status};
  code_event(event, kMeet, {who, whom});
  return event;
}

const Entity kCountry = actor(EntityType::kCountry, std::nullopt);
const Entity kMinister = actor(EntityType::kPerson, "GOV");
const Entity kMerchant = actor(EntityType::kPerson, "BUS");

TEST(CodeEvent, CodesWhatPoliticalActorsDo) {
  const Event event = coded(EventStatus::kHappened, kCountry, kMinister);
  EXPECT_EQ(event.plover, "CONSULT");
  EXPECT_EQ(event.plover_mode, "visit");
  EXPECT_EQ(event.cameo, "040");
}

TEST(CodeEvent, CodesWhatIsToComeAsItsAnnouncement) {
  for (const EventStatus status : {EventStatus::kPlanned, EventStatus::kProposed}) {
    const Event event = coded(status, kCountry, kMinister);
    EXPECT_EQ(event.plover, "AGREE");
    EXPECT_EQ(event.plover_mode, std::nullopt);  // a mode belongs to the code of the deed
    EXPECT_EQ(event.cameo, "030");
  }
}

TEST(CodeEvent, CodesNeitherPrivatePeopleNorWhatDidNotHappen) {
  EXPECT_EQ(coded(EventStatus::kHappened, kCountry, kMerchant).plover, std::nullopt);
  EXPECT_EQ(coded(EventStatus::kHappened, actor(EntityType::kPlace, std::nullopt), kCountry).cameo,
            std::nullopt);
  EXPECT_EQ(coded(EventStatus::kNegated, kCountry, kMinister).plover, std::nullopt);
  EXPECT_EQ(coded(EventStatus::kDenied, kCountry, kMinister).cameo, std::nullopt);
}

}  // namespace
}  // namespace machtin

#include "facts/event_coding.h"

#include <algorithm>
#include <string_view>

namespace machtin {
namespace {

// PLOVER's actor sectors that act for, within or against a state; business, civilians, media and
// the like do not.
constexpr std::string_view kPoliticalSectors[] = {"GOV", "MIL", "COP", "JUD", "LEG", "PTY",
                                                  "OPP", "REB", "SPY", "IGO", "UAF"};

bool has_actor(const std::vector<std::uint32_t>& side, const std::vector<Entity>& entities) {
  return std::any_of(side.begin(), side.end(),
                     [&](std::uint32_t e) { return is_political(entities[e]); });
}

std::optional<std::string> code(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

}  // namespace

bool is_political(const Entity& entity) {
  if (entity.type == EntityType::kCountry) return true;
  return entity.sector && std::find(std::begin(kPoliticalSectors), std::end(kPoliticalSectors),
                                    *entity.sector) != std::end(kPoliticalSectors);
}

void code_event(Event& event, const EventType& type, const std::vector<Entity>& entities) {
  if (!has_actor(event.who, entities) || !has_actor(event.whom, entities)) return;
  // What is denied or did not come to pass is no event of the code book.
  if (event.status == EventStatus::kNegated || event.status == EventStatus::kDenied) return;
  const bool to_come =
      event.status == EventStatus::kPlanned || event.status == EventStatus::kProposed;
  event.plover = code(to_come ? type.plover_planned : type.plover);
  if (event.plover && event.plover == code(type.plover)) event.plover_mode = code(type.plover_mode);
  event.cameo = code(to_come ? type.cameo_planned : type.cameo);
}

}  // namespace machtin

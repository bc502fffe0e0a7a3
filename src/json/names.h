#pragma once
// The names that the contract gives to the members of our enumerations, both ways.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "machtin/article.h"
#include "machtin/facts.h"
#include "machtin/story.h"

namespace machtin {

template <typename Enum>
struct EnumNames;  // kNames: in the order of the enumerators

template <>
struct EnumNames<Role> {
  static constexpr std::array<std::string_view, 2> kNames = {"main", "teaser"};
};
template <>
struct EnumNames<ArticleKind> {
  static constexpr std::array<std::string_view, 5> kNames = {"news", "video", "photo", "live",
                                                             "opinion"};
};
template <>
struct EnumNames<ParagraphKind> {
  static constexpr std::array<std::string_view, 3> kNames = {"heading", "list-item", "quote"};
};
template <>
struct EnumNames<Precision> {
  static constexpr std::array<std::string_view, 5> kNames = {"second", "day", "month", "year",
                                                             "none"};
};
template <>
struct EnumNames<DateBasis> {
  static constexpr std::array<std::string_view, 5> kNames = {"metadata", "text", "page", "given",
                                                             "none"};
};
template <>
struct EnumNames<DropReason> {
  static constexpr std::array<std::string_view, 11> kNames = {
      "heading", "menu", "share",  "ad",   "comment", "caption-repeat",
      "repeat",  "date", "byline", "tags", "other"};
};
template <>
struct EnumNames<Format> {
  static constexpr std::array<std::string_view, 2> kNames = {"html", "text"};
};
template <>
struct EnumNames<EntityType> {
  static constexpr std::array<std::string_view, 5> kNames = {"person", "organization", "country",
                                                             "place", "nationality"};
};
template <>
struct EnumNames<TimeType> {
  static constexpr std::array<std::string_view, 4> kNames = {"date", "time", "duration", "set"};
};
template <>
struct EnumNames<Bound> {
  static constexpr std::array<std::string_view, 4> kNames = {"exact", "about", "at-least",
                                                             "at-most"};
};
template <>
struct EnumNames<EventStatus> {
  static constexpr std::array<std::string_view, 6> kNames = {"happened", "ongoing", "planned",
                                                             "proposed", "denied",  "negated"};
};
template <>
struct EnumNames<DisagreementAbout> {
  static constexpr std::array<std::string_view, 4> kNames = {"quantity", "date", "place", "agent"};
};

template <typename Enum>
constexpr std::string_view name_of(Enum member) {
  return EnumNames<Enum>::kNames[static_cast<std::size_t>(member)];
}

template <typename Enum>
constexpr std::optional<Enum> member_named(std::string_view name) {
  for (std::size_t i = 0; i < EnumNames<Enum>::kNames.size(); ++i) {
    if (EnumNames<Enum>::kNames[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace machtin

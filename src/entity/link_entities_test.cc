#include "entity/link_entities.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

Table table(std::string_view name, std::string_view text) {
  Result<Table> parsed = parse_table(name, text);
  EXPECT_TRUE(parsed);
  return parsed ? std::move(*parsed) : Table{};
}

Pack pack() {
  return Pack::from_tables(
      "vi", {table("cities",
                   "Bắc Kinh|Beijing\tCHN\t1816670\t18960\n"
                   "Paris\tFRA\t2988507\t2138\n"
                   "Paris\tUSA\t4717560\t25\n"
                   "San Jose\tUSA\t5392171\t1000\n"
                   "San Jose\tCRI\t3621849\t335\n"),
             table("known_people",
                   "Vladimir Putin|Putin|Pu-tin\tRUS\ttổng thống\t2000\t-\n"
                   "Joko Widodo|Widodo\tIDN\ttổng thống\t2014\t2024\n"
                   "Emmanuel Macron|Macron\tFRA\ttổng thống\t2017\t-\n"
                   "Nicolas Sarkozy|Sarkozy\tFRA\ttổng thống\t2007\t2012\n"),
             table("transliteration",
                   "c\tk\tspelling\nk\tk\tspelling\nr\tr\tspelling\nd\td\tspelling\nd\ts\tnear\n"
                   "m\tm\tspelling\nn\tn\tspelling\nng\tn\tspelling\n"
                   "s\ts\tspelling\nx\ts\tspelling\nz\ts\tspelling\n"
                   "k\tr\tnear\n")});
}

LinkTables tables() {
  const Pack ours = pack();
  Result<LinkTables> loaded = LinkTables::load(std::span(&ours, 1));
  EXPECT_TRUE(loaded);
  return loaded ? std::move(*loaded) : LinkTables{};
}

Entity linked(Entity entity) {
  Facts facts;
  facts.entities.push_back(std::move(entity));
  const Result<SoundTables> sounds = SoundTables::load(pack());
  EXPECT_TRUE(sounds);
  link_entities(facts, tables(), *sounds);
  return facts.entities.front();
}

TEST(LinkEntities, GivesACityItsGeoNamesIdAndItsOtherSpellings) {
  const Entity city = linked({.type = EntityType::kPlace, .name = "Bắc Kinh", .country = "CHN"});
  EXPECT_EQ(city.key, "place:geonames:1816670");
  EXPECT_EQ(city.aliases, std::vector<std::string>{"Beijing"});
}

TEST(LinkEntities, TakesTheCityThatNearlyAllMeanWhereNoCountryIsTold) {
  const Entity city = linked({.type = EntityType::kPlace, .name = "Paris", .key = "place:paris"});
  EXPECT_EQ(city.key, "place:geonames:2988507");
  EXPECT_EQ(city.country, "FRA");
}

TEST(LinkEntities, LeavesCitiesApartThatMayBeEither) {
  const Entity city =
      linked({.type = EntityType::kPlace, .name = "San Jose", .key = "place:san jose"});
  EXPECT_EQ(city.key, "place:san jose");
}

TEST(LinkEntities, TakesNoCityOfAnotherCountry) {
  const Entity city = linked(
      {.type = EntityType::kPlace, .name = "Paris", .country = "VNM", .key = "place:paris|VNM"});
  EXPECT_EQ(city.key, "place:paris|VNM");
}

TEST(LinkEntities, OneKeyForAllSpellingsOfAPerson) {
  const Entity full =
      linked({.type = EntityType::kPerson, .name = "Vladimir Putin", .country = "RUS"});
  const Entity hyphens =
      linked({.type = EntityType::kPerson, .name = "Pu-tin", .roles = {"Tổng thống Nga"}});
  const Entity surname = linked({.type = EntityType::kPerson, .name = "Putin", .country = "RUS"});
  EXPECT_EQ(full.key, "person:vladimir putin|RUS");
  EXPECT_EQ(hyphens.key, full.key);
  EXPECT_EQ(surname.key, full.key);
  EXPECT_EQ(hyphens.country, "RUS");
}

TEST(LinkEntities, ANameWrittenByItsSoundsIsTheOneOfItsOfficeWhoSoundsSo) {
  const auto president = [](std::string name, std::string country) {
    return linked({.type = EntityType::kPerson,
                   .name = std::move(name),
                   .country = std::move(country),
                   .roles = {"Tổng thống Pháp"}})
        .key;
  };
  EXPECT_EQ(president("Ma-crông", "FRA"), "person:emmanuel macron|FRA");
  EXPECT_EQ(president("Xác-cô-di", "FRA"), "person:nicolas sarkozy|FRA");
  EXPECT_EQ(president("Lơ-côn-nuy", "FRA"), std::nullopt);
  EXPECT_EQ(president("Ma-crông", "BEL"), std::nullopt);
  EXPECT_EQ(linked({.type = EntityType::kPerson, .name = "Ma-crông", .country = "FRA"}).key,
            std::nullopt);
}

TEST(LinkEntities, ACityHasOneKeyInAllSpellingsOfTheTables) {
  EXPECT_EQ(linked({.type = EntityType::kPlace,
                    .name = "TP Bắc Kinh",
                    .country = "CHN",
                    .key = "place:bac kinh|CHN"})
                .key,
            "place:geonames:1816670");
}

TEST(LinkEntities, ASurnameAloneIsNobodySure) {
  EXPECT_EQ(linked({.type = EntityType::kPerson, .name = "Putin"}).key, std::nullopt);
  EXPECT_EQ(linked({.type = EntityType::kPerson, .name = "Widodo", .country = "RUS"}).key,
            std::nullopt);
}

TEST(LinkEntities, AHyphenatedNameIsFoundWithoutItsHyphens) {
  const Entity person = linked({.type = EntityType::kPerson, .name = "A-lếch-xây"});
  EXPECT_EQ(person.aliases, std::vector<std::string>{"Alếchxây"});
}

TEST(LinkEntities, NamesAnAliasOnce) {
  const Entity person = linked({.type = EntityType::kPerson,
                                .name = "Pu-tin",
                                .roles = {"Tổng thống Nga"},
                                .aliases = {"Vladimir Putin"}});
  EXPECT_EQ(person.aliases, (std::vector<std::string>{"Vladimir Putin", "Putin"}));
}

TEST(LinkEntities, ComparesTheLargestCitiesThatATableCanHold) {
  const Pack pack = Pack::from_tables("all", {table("cities",
                                                    "Bến Cui\tUSA\t1\t2147483647\n"
                                                    "Bến Cui\tCRI\t2\t2147483646\n")});
  const Result<LinkTables> loaded = LinkTables::load(std::span(&pack, 1));
  ASSERT_TRUE(loaded);
  Facts facts;
  facts.entities.push_back({.type = EntityType::kPlace, .name = "Bến Cui"});
  link_entities(facts, *loaded, SoundTables{});
  EXPECT_EQ(facts.entities.front().key, std::nullopt);
}

TEST(LinkEntities, LeavesKeysOfAWatchListAlone) {
  const Entity watched =
      linked({.type = EntityType::kPerson, .name = "Vladimir Putin", .key = "Q7747"});
  EXPECT_EQ(watched.key, "Q7747");
}

TEST(LinkTables, RefusesACityWithoutANumber) {
  for (const char* const people : {"many", "-3", "12x", "99999999999999", ""}) {
    const std::string row = std::string("Paris\tFRA\t2988507\t") + people + "\n";
    const Pack pack = Pack::from_tables("all", {table("cities", row)});
    EXPECT_FALSE(LinkTables::load(std::span(&pack, 1))) << people;
  }
}

}  // namespace
}  // namespace machtin

#include "facts/event_tables.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace machtin {
namespace {

Table table(std::string_view name, std::string_view text) {
  Result<Table> parsed = parse_table(name, text);
  EXPECT_TRUE(parsed.has_value());
  return parsed ? std::move(*parsed) : Table{};
}

Result<EventTables> load(std::vector<Table> language) {
  const Pack all =
      Pack::from_tables("all", {table("event_types", "Life.Die\tVictim|Time\t-\tVictim\tno\n")});
  return EventTables::load(Pack::from_tables("vi", std::move(language)), all);
}

TEST(EventTables, LoadsThePacksThatAreCompiledIn) {
  const Result<Pack> all = Pack::load("all");
  ASSERT_TRUE(all.has_value());
  for (const std::string& code : known_languages()) {
    const Result<Pack> pack = Pack::load(code);
    ASSERT_TRUE(pack.has_value()) << code;
    const Result<EventTables> tables = EventTables::load(*pack, *all);
    ASSERT_TRUE(tables.has_value()) << code << ": " << tables.error().message;
    // Every type of the contract has a trigger, and every role of a frame is one that some type
    // has.
    EXPECT_EQ(tables->types.size(), 61u);
    for (std::uint32_t t = 0; t < tables->types.size(); ++t) {
      const bool told = std::any_of(tables->triggers.begin(), tables->triggers.end(),
                                    [&](const Trigger& x) { return x.type == t; });
      EXPECT_TRUE(told) << code << ": " << tables->types[t].name;
    }
    for (const Trigger& trigger : tables->triggers) {
      if (trigger.type == kNoType) continue;
      const std::vector<std::string>& roles = tables->types[trigger.type].roles;
      for (const RoleRule& rule : tables->frames[trigger.frame].rules) {
        EXPECT_NE(std::find(roles.begin(), roles.end(), rule.role), roles.end())
            << tables->types[trigger.type].name << " has no " << rule.role;
      }
    }
  }
}

TEST(EventTables, NamesTheRowThatIsWrong) {
  const Table frames = table("frames", "Life.Die\tVictim\tsubject\tperson\n");
  EXPECT_TRUE(load({frames, table("triggers", "chết\tLife.Die\n")}).has_value());
  const std::pair<std::vector<Table>, std::string_view> wrong[] = {
      {{frames, table("triggers", "# x\nchết\tLife.Dye\n")},
       "table triggers, line 2: unknown event type \"Life.Dye\""},
      {{frames, table("triggers", "chết\tLife.Die\tfall\n")},
       "table triggers, line 1: unknown frame \"fall\""},
      {{frames, table("triggers", "chết\tLife.Die\t-\tv\tmany\n")},
       "table triggers, line 1: unknown number of arguments \"many\""},
      {{table("frames", "Life.Die\tVictim\tabove\tperson\n")},
       "table frames, line 1: unknown place of a role \"above\""},
      {{table("frames", "Life.Die\tVictim\tsubject\tghost\n")},
       "table frames, line 1: unknown kind of phrase \"ghost\""},
      {{table("status_words", "đã\tdone\n")},
       "table status_words, line 1: unknown status \"done\""},
      {{table("event_words", "đã\tverbish\n")},
       "table event_words, line 1: unknown class \"verbish\""},
      {{table("anaphora", "nó\tthing\n")}, "table anaphora, line 1: unknown anaphor \"thing\""},
  };
  for (const auto& [tables, message] : wrong) {
    const Result<EventTables> loaded = load(tables);
    ASSERT_FALSE(loaded.has_value()) << message;
    EXPECT_EQ(loaded.error().kind, ErrorKind::kBadFormat);
    EXPECT_EQ(loaded.error().message, message);
  }
}

TEST(EventTables, AreEmptyForAPackWithoutThem) {
  const Result<EventTables> tables = load({});
  ASSERT_TRUE(tables.has_value());
  EXPECT_TRUE(tables->triggers.empty());
}

}  // namespace
}  // namespace machtin

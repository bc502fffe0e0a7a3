#include "page/layout_tables.h"

#include <gtest/gtest.h>

namespace machtin {
namespace {

const LayoutTables& layouts() {
  static const LayoutTables tables = LayoutTables::load(*Pack::load("all"));
  return tables;
}

LayoutHint hint_of_class(const LayoutTables& tables, std::string_view names) {
  return tables.hint_of(tables.rule_of_class(names));
}

struct ClassCase {
  const char* names;
  BlockHint hint;
};
const ClassCase kClasses[] = {
    {"td-post-content", BlockHint::kBody},
    {"articleBody clearfix", BlockHint::kBody},
    {"fck_detail", BlockHint::kBody},
    {"singular-content", BlockHint::kBody},
    {"noi-dung-bai-viet", BlockHint::kBody},
    {"detail-sapo", BlockHint::kLede},
    {"box-tinlienquan", BlockHint::kRelated},
    {"tin-lien-quan mt10", BlockHint::kRelated},
    {"related__list", BlockHint::kRelated},
    {"comment-list", BlockHint::kComment},
    {"box-binhluan", BlockHint::kComment},
    {"wp-caption-text", BlockHint::kCaption},
    {"site-footer", BlockHint::kFooter},
    {"breadcrumb", BlockHint::kMenu},
    {"share-buttons", BlockHint::kShare},
    {"quangcao-giua", BlockHint::kAd},
    // Words of two class names make no phrase, and parts of words are no words.
    {"post wide content", BlockHint::kNone},
    {"shadow header", BlockHint::kNone},
    {"leadership", BlockHint::kNone},
    // What takes away outranks what gives a part.
    {"comment-body", BlockHint::kComment},
    {"", BlockHint::kNone},
};

TEST(LayoutTables, TakesClassNamesApart) {
  for (const ClassCase& c : kClasses)
    EXPECT_EQ(hint_of_class(layouts(), c.names).hint, c.hint) << c.names;
}

TEST(LayoutTables, KnowsWhatReadersDoNotSee) {
  EXPECT_TRUE(hint_of_class(layouts(), "sr-only").hidden);
  EXPECT_TRUE(hint_of_class(layouts(), "screen-reader-text x").hidden);
  EXPECT_FALSE(hint_of_class(layouts(), "post-content").hidden);
}

TEST(LayoutTables, KnowsElementsAndAttributes) {
  EXPECT_EQ(layouts().of_value("element", "nav").hint, BlockHint::kMenu);
  EXPECT_EQ(layouts().of_value("itemprop", "articleBody").hint, BlockHint::kBody);
  EXPECT_EQ(layouts().of_value("rel", "author").hint, BlockHint::kByline);
  EXPECT_EQ(layouts().of_value("role", "navigation").hint, BlockHint::kMenu);
  EXPECT_EQ(layouts().of_value("role", "constructor").hint, BlockHint::kNone);
}

TEST(LayoutTables, LeaveOutRowsOfAnUnknownHint) {
  const Pack pack =
      Pack::from_tables("all", {*parse_table("layouts", "class\tabc\tshiny\nclass\txyz\tbody\n")});
  const LayoutTables tables = LayoutTables::load(pack);
  EXPECT_EQ(tables.class_rules.size(), 1u);
  EXPECT_EQ(hint_of_class(tables, "xyz").hint, BlockHint::kBody);
}

}  // namespace
}  // namespace machtin

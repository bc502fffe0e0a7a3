#include "json/signals_json.h"

#include <gtest/gtest.h>

#include "json/contract.h"

namespace machtin {
namespace {

TEST(WithSignals, AddsThemToAPageThatStillReadsBack) {
  Page page;
  page.input = "trang.html";
  const std::string json =
      with_signals(page_to_json(page, {}), {"vi", 0.957, 0.624, 412, 19, 9, 1});
  EXPECT_TRUE(json.ends_with(
      R"("signals":{"language":"vi","certainty":0.957,"main_share":0.624,"words":412,)"
      R"("sentences":19,"paragraphs":9,"repeated_lines":1}})"));
  const Result<Page> back = page_from_json(json);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(*back, page);
}

}  // namespace
}  // namespace machtin

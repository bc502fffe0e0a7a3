// Whatever the bytes: read and facts do not crash, an article's text is its title, lede and
// paragraphs, every span of the facts points into it, and what is printed can be read back.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "json/contract.h"
#include "machtin/machtin.h"
#include "text/utf8.h"

namespace {

using machtin::ByteSpan;

const machtin::Engine& engine() {
  static const machtin::Result<machtin::Engine> loaded = machtin::Engine::load({});
  if (!loaded) std::abort();
  return *loaded;
}

void check(bool holds) {
  if (!holds) std::abort();
}

void check_span(ByteSpan span, const std::string& text) {
  check(span.begin < span.end && span.end <= text.size());
  const auto on_border = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  check(on_border(span.begin) && on_border(span.end));
}

void check_facts(const machtin::Article& article, const machtin::Facts& facts) {
  for (const ByteSpan& span : facts.sentences) check_span(span, article.text);
  for (const machtin::Entity& entity : facts.entities) {
    for (const ByteSpan& span : entity.mentions) check_span(span, article.text);
  }
  for (const machtin::TimeExpression& time : facts.times) check_span(time.span, article.text);
  for (const machtin::Quantity& quantity : facts.quantities)
    check_span(quantity.span, article.text);
  for (const machtin::Event& event : facts.events) check_span(event.trigger, article.text);
  for (const machtin::Quote& quote : facts.quotes) check_span(quote.span, article.text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const machtin::Result<machtin::Page> page =
      engine().read(bytes, {.input = "fuzz", .max_bytes = 1u << 20});
  if (!page) return 0;
  const machtin::Result<machtin::Page> back =
      machtin::page_from_json(machtin::page_to_json(*page, {.explain = true}));
  check(back.has_value() && *back == *page);
  for (const machtin::Article& article : page->articles) {
    check(article.text == machtin::joined_text(article));
    const machtin::FactsLine line{"fuzz",  std::nullopt,           page->key, page->url, 0,
                                  article, engine().facts(article)};
    check_facts(article, line.facts);
    const machtin::Result<machtin::FactsLine> again =
        machtin::facts_from_json(machtin::facts_to_json(line, {.explain = true}));
    check(again.has_value() && *again == line);
  }
  return 0;
}

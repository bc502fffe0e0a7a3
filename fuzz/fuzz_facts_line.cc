// Whatever the line: reading back what machtin printed gives a value whose spans hold, or an error;
// and prints again.
#include <cstdint>
#include <cstdlib>

#include "json/contract.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  if (const machtin::Result<machtin::Page> page = machtin::page_from_json(json)) {
    if (!machtin::page_from_json(machtin::page_to_json(*page, {.explain = true}))) std::abort();
  }
  if (const machtin::Result<machtin::FactsLine> line = machtin::facts_from_json(json)) {
    if (!machtin::facts_from_json(machtin::facts_to_json(*line, {.explain = true}))) std::abort();
  }
  if (const machtin::Result<machtin::Story> story = machtin::story_from_json(json)) {
    if (!machtin::story_from_json(machtin::story_to_json(*story))) std::abort();
  }
  return 0;
}

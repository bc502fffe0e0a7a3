#pragma once
// What all requests share, loaded once and never changed: texts, templates, and the two questions
// that need the engine's tables, put in as functions so that this stage knows nothing of the
// engine.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "machtin/result.h"
#include "machtin/story.h"
#include "serve/texts.h"
#include "text/embedded.h"

namespace machtin {

std::span<const EmbeddedFile> embedded_web();  // src/serve/web/

struct Site {
  std::vector<Texts> languages = {};  // the default first, never empty
  // The story that best answers a query, with the timeline of its whole storyline; nullopt if none
  // does.
  std::function<Result<std::optional<Story>>(const Archive&, const std::string& query)>
      timeline_of = {};
  // A story with the articles and timeline of its whole storyline.
  std::function<Result<Story>(const Archive&, const Story&)> with_storyline = {};
};

// With texts; the two functions are the caller's to set.
Result<Site> load_site();

// A file of src/serve/web/; "" if there is none.
std::string_view web_file(std::string_view name);

}  // namespace machtin

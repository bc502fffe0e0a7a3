#pragma once
// The pages, each a function of the archive and the request. Tested by respond_test.cc.

#include <string>

#include "archive/archive.h"
#include "machtin/result.h"
#include "serve/request.h"
#include "serve/view.h"

namespace machtin {

// kNotFound where the archive does not hold what is asked for.
Result<Response> home_page(const View& view, const Archive& archive);
Result<Response> storylines_page(const View& view, const Archive& archive);
Result<Response> story_page(const View& view, const Archive& archive, const std::string& id);
Result<Response> storyline_page(const View& view, const Archive& archive, const std::string& id);
Result<Response> article_page(const View& view, const Archive& archive, const std::string& key);
Result<Response> search_page(const View& view, const Archive& archive);
Result<Response> timeline_page(const View& view, const Archive& archive);
Response about_page(const View& view);
Response error_page(const View& view, int status);
Response moved_to(const std::string& address);

}  // namespace machtin

#pragma once
// The JSON API: contract objects as json/contract.h writes them. docs/api.md tells every address.
// Tested by respond_test.cc.

#include "archive/archive.h"
#include "machtin/result.h"
#include "serve/request.h"
#include "serve/site.h"
#include "serve/url.h"

namespace machtin {

// The answer for a path that begins with /api/. Errors: kNotFound, kBadArgument (a query that is
// missing), those of Archive.
Result<Response> api_response(const Target& target, const Archive& archive, const Site& site);

// {"error":{"status":404,"message":"…"}}
Response api_error(int status, const std::string& message);

}  // namespace machtin

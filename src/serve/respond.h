#pragma once
// Request → response, the whole site as a function: no sockets, no threads. Tested by
// respond_test.cc.

#include "archive/archive.h"
#include "machtin/result.h"
#include "serve/request.h"
#include "serve/site.h"

namespace machtin {

// GET and HEAD; anything else is 405. HEAD gives what GET does: who sends it leaves out the body.
Response respond(const Request& request, const Archive& archive, const Site& site);
// What a request gets when the archive cannot even be opened. Files of our own are answered all the
// same.
Response respond_without_archive(const Request& request, const Error& why, const Site& site);

int http_status(ErrorKind kind);

}  // namespace machtin

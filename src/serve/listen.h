#pragma once
// A listening TCP socket on one address.

#include <cstdint>
#include <string>

#include "machtin/result.h"

namespace machtin {

struct ListenSocket {
  int handle = -1;  // the caller's to close
  std::uint16_t port = 0;
};

// Errors: kBusy (in use), kUnreadable (not allowed), kBadArgument (no such host).
Result<ListenSocket> listen_on(const std::string& host, std::uint16_t port);

}  // namespace machtin

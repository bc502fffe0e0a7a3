#include "serve/listen.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <system_error>

namespace machtin {
namespace {

struct AddressFree {
  void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};

Error error_of(int code, const std::string& port) {
  if (code == EADDRINUSE) return {ErrorKind::kBusy, "port " + port + " is in use"};
  if (code == EADDRNOTAVAIL) return {ErrorKind::kBadArgument, "this machine has no such address"};
  return {ErrorKind::kUnreadable,
          "cannot listen on port " + port + ": " + std::generic_category().message(code)};
}

Result<ListenSocket> listen_at(const addrinfo& address, const std::string& port) {
  const int handle = ::socket(address.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (handle < 0) return error_of(errno, port);
  const int on = 1;
  ::setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_storage bound = {};
  socklen_t size = sizeof bound;
  const bool listening = ::bind(handle, address.ai_addr, address.ai_addrlen) == 0 &&
                         ::listen(handle, 1024) == 0 &&
                         ::getsockname(handle, reinterpret_cast<sockaddr*>(&bound), &size) == 0;
  if (!listening) {
    const int code = errno;
    ::close(handle);
    return error_of(code, port);
  }
  const std::uint16_t number = bound.ss_family == AF_INET6
                                   ? reinterpret_cast<const sockaddr_in6&>(bound).sin6_port
                                   : reinterpret_cast<const sockaddr_in&>(bound).sin_port;
  return ListenSocket{handle, ntohs(number)};
}

}  // namespace

Result<ListenSocket> listen_on(const std::string& host, std::uint16_t port) {
  const std::string service = std::to_string(port);
  addrinfo wanted = {};
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = AI_NUMERICSERV;
  addrinfo* list = nullptr;
  const int failed = ::getaddrinfo(host.c_str(), service.c_str(), &wanted, &list);
  if (failed != 0) {
    return Error{ErrorKind::kBadArgument,
                 "no such host \"" + host + "\": " + ::gai_strerror(failed)};
  }
  const std::unique_ptr<addrinfo, AddressFree> addresses(list);
  Result<ListenSocket> socket = Error{ErrorKind::kBadArgument, "no such host \"" + host + "\""};
  for (const addrinfo* address = list; address != nullptr; address = address->ai_next) {
    socket = listen_at(*address, service);
    // Another address of the host may do, but a port in use is told, not passed over.
    if (socket || socket.error().kind == ErrorKind::kBusy) break;
  }
  return socket;
}

}  // namespace machtin

#pragma once
// The site on a socket: libmicrohttpd with epoll and a few threads, so that a connection that says
// nothing costs a file descriptor and no thread. Tested by server_test.cc, with 500 connections
// that never finish their request.
//
//   auto server = Server::start({.archive = "news.db"}, std::move(site));   // answers from now on
//   … server->address() … wait for a signal …
//   the server is destroyed: running answers are finished, the socket is closed

#include <cstdint>
#include <memory>
#include <string>

#include "machtin/result.h"
#include "serve/site.h"

namespace machtin {

struct ServeOptions {
  std::string archive = {};  // opened anew where it was replaced
  std::string host =
      "127.0.0.1";            // a name or an address; "0.0.0.0" or "::" to be seen from elsewhere
  std::uint16_t port = 8080;  // 0: any that is free
  unsigned threads = 4;
  unsigned timeout_seconds = 15;    // without a byte, a connection is closed
  unsigned max_connections = 4096;  // fewer where the system allows fewer open files
};

// "HOST:PORT", "[::1]:8080", ":8080" or "8080" → host and port of the options. Errors:
// kBadArgument.
Result<ServeOptions> parse_listen(const std::string& listen, ServeOptions options = {});

class Server {
 public:
  // Errors: those of opening the archive (tried once, so that a missing one is told at once), kBusy
  // (port in use), kUnreadable (not allowed), kBadArgument (no such host).
  static Result<Server> start(const ServeOptions& options, Site site);
  ~Server();
  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;

  const std::string& address() const;  // "http://127.0.0.1:8080/"
  std::uint16_t port() const;

 private:
  class State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace machtin

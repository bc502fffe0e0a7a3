#include "serve/server.h"

#include <microhttpd.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <exception>
#include <utility>

#include "serve/archive_pool.h"
#include "serve/listen.h"
#include "serve/respond.h"

namespace machtin {
namespace {

constexpr std::size_t kConnectionMemory = 32u
                                          << 10;  // bytes; a request's line and headers must fit
constexpr rlim_t kSpareFiles = 128;  // archives, listening socket, epoll, the program's own

// As many connections as files may be open, less what else is open.
unsigned connection_limit(unsigned wanted) {
  rlimit files = {};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return std::min(wanted, 512u);
  const rlim_t usable =
      files.rlim_cur > 2 * kSpareFiles ? files.rlim_cur - kSpareFiles : kSpareFiles;
  return static_cast<unsigned>(std::min<rlim_t>(wanted, usable));
}

std::string header(MHD_Connection* connection, const char* name) {
  const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
  return value == nullptr ? std::string() : std::string(value);
}

// One request between its first line and its end.
struct Pending {
  std::string target = {};
};

void* request_begins(void*, const char* uri, MHD_Connection*) {
  // From here to request_ended() the library holds it for us. Nothing may be thrown through its
  // frames.
  try {
    return std::make_unique<Pending>(Pending{uri}).release();
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void request_ended(void*, MHD_Connection*, void** held, MHD_RequestTerminationCode) {
  const std::unique_ptr<Pending> done(static_cast<Pending*>(*held));
  *held = nullptr;
}

// Targets are decoded by serve/url.h, once: leave them as they came.
std::size_t leave_encoded(void*, MHD_Connection*, char* text) {
  return std::string_view(text).size();
}

MHD_Result send(MHD_Connection* connection, const Response& response) {
  MHD_Response* out = MHD_create_response_from_buffer(
      response.body.size(), const_cast<char*>(response.body.data()), MHD_RESPMEM_MUST_COPY);
  if (out == nullptr) return MHD_NO;
  MHD_add_response_header(out, MHD_HTTP_HEADER_CONTENT_TYPE, response.content_type.c_str());
  for (const auto& [name, value] : response.headers) {
    MHD_add_response_header(out, name.c_str(), value.c_str());
  }
  const MHD_Result queued =
      MHD_queue_response(connection, static_cast<unsigned>(response.status), out);
  MHD_destroy_response(out);
  return queued;
}

std::string shown_host(const std::string& host) {
  return host.find(':') == std::string::npos ? host : '[' + host + ']';
}

}  // namespace

class Server::State {
 public:
  State(const std::string& archive, Site with) : pool(archive), site(std::move(with)) {}
  ~State() {
    if (daemon != nullptr) MHD_stop_daemon(daemon);  // waits for running answers, closes the socket
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  Response answer(const Request& request) {
    Result<LentArchive> lent = pool.take();
    if (!lent) return respond_without_archive(request, lent.error(), site);
    Response response = respond(request, *lent->archive, site);
    // One that failed may be damaged or cut off: the next request opens it anew.
    if (response.status < 500) pool.give_back(std::move(*lent));
    return response;
  }

  static MHD_Result handle(void* self, MHD_Connection* connection, const char*, const char* method,
                           const char*, const char*, std::size_t*, void** held) {
    const auto* pending = static_cast<const Pending*>(*held);
    if (pending == nullptr) return MHD_NO;
    // The last net: nothing may pass through the library's C frames.
    try {
      Request request{method, pending->target, header(connection, MHD_HTTP_HEADER_ACCEPT_LANGUAGE),
                      header(connection, MHD_HTTP_HEADER_IF_NONE_MATCH)};
      return send(connection, static_cast<State*>(self)->answer(request));
    } catch (const std::exception&) {
      return MHD_NO;
    }
  }

  Result<Done> listen(const ServeOptions& options) {
    const Result<ListenSocket> socket = listen_on(options.host, options.port);
    if (!socket) return socket.error();
    port = socket->port;
    address = "http://" + shown_host(options.host) + ":" + std::to_string(port) + "/";
    daemon =
        MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, nullptr, nullptr, &State::handle, this,
                         MHD_OPTION_LISTEN_SOCKET, socket->handle, MHD_OPTION_THREAD_POOL_SIZE,
                         std::max(1u, options.threads), MHD_OPTION_CONNECTION_LIMIT,
                         connection_limit(options.max_connections), MHD_OPTION_CONNECTION_TIMEOUT,
                         options.timeout_seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                         kConnectionMemory, MHD_OPTION_URI_LOG_CALLBACK, &request_begins, nullptr,
                         MHD_OPTION_NOTIFY_COMPLETED, &request_ended, nullptr,
                         MHD_OPTION_UNESCAPE_CALLBACK, &leave_encoded, nullptr, MHD_OPTION_END);
    if (daemon != nullptr) return Done{};
    ::close(socket->handle);
    return Error{ErrorKind::kUnreadable, "the server cannot be started"};
  }

  ArchivePool pool;
  const Site site;
  MHD_Daemon* daemon = nullptr;
  std::string address = {};
  std::uint16_t port = 0;
};

Result<ServeOptions> parse_listen(const std::string& listen, ServeOptions options) {
  const std::size_t colon = listen.rfind(':');
  std::string host = colon == std::string::npos ? "" : listen.substr(0, colon);
  const std::string port = colon == std::string::npos ? listen : listen.substr(colon + 1);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), options.port);
  if (port.empty() || error != std::errc() || end != port.data() + port.size()) {
    return Error{ErrorKind::kBadArgument, "\"" + listen + "\" is no HOST:PORT"};
  }
  if (!host.empty()) options.host = host;
  return options;
}

Result<Server> Server::start(const ServeOptions& options, Site site) {
  auto state = std::make_unique<State>(options.archive, std::move(site));
  Result<LentArchive> lent = state->pool.take();
  if (!lent) return lent.error();
  state->pool.give_back(std::move(*lent));
  if (const Result<Done> listening = state->listen(options); !listening) return listening.error();
  return Server(std::move(state));
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::~Server() = default;
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;

const std::string& Server::address() const { return state_->address; }
std::uint16_t Server::port() const { return state_->port; }

}  // namespace machtin

// machtin serve: the web site and its JSON API, until SIGINT or SIGTERM.
#include <csignal>
#include <utility>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/stages.h"
#include "engine/timeline_query.h"
#include "serve/server.h"

namespace machtin {
namespace {

// Blocks the signals that end the server in this thread and all that it starts, so that wait()
// alone gets them.
class EndSignals {
 public:
  EndSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  void wait() const {
    int received = 0;
    sigwait(&signals_, &received);
  }

 private:
  sigset_t signals_{};
};

}  // namespace

int run_serve(const CommandLine& line) {
  const Result<ServeOptions> options = parse_listen(line.listen, {.archive = line.db.value_or("")});
  if (!options) {
    complain(line.listen, options.error());
    return kWrongUsage;
  }
  if (!open_archive(line, OpenMode::kRead))
    return kSomeFailed;  // told by its own name, not the port's
  const EndSignals end;
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away must not end the server
  const std::optional<Engine> engine = load_engine(line);
  if (!engine) return kSomeFailed;
  Result<Site> site = load_site();
  if (!site) {
    complain("site", site.error());
    return kSomeFailed;
  }
  const ReportTables& reports = engine->report_tables();
  site->timeline_of = [&reports](const Archive& archive, const std::string& query) {
    return timeline_of(archive, query, reports);
  };
  site->with_storyline = [&reports](const Archive& archive, const Story& story) {
    return with_storyline(archive, story, reports);
  };
  const Result<Server> server = Server::start(*options, std::move(*site));
  if (!server) {
    complain(line.listen, server.error());
    return kSomeFailed;
  }
  {
    Output output;
    output.line("serving " + *line.db + " on " + server->address());
    if (!output.finish()) return kSomeFailed;
  }
  end.wait();
  return kAllDone;
}

}  // namespace machtin

#include "serve/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <string>
#include <vector>

#include "fixtures/invented_archive.h"

namespace machtin {
namespace {

using Clock = std::chrono::steady_clock;

int connect_to(std::uint16_t port) {
  const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(handle);
    return -1;
  }
  return handle;
}

// The whole answer to one request on a connection of its own; what came within five seconds.
std::string ask(std::uint16_t port, const std::string& request) {
  const int handle = connect_to(port);
  if (handle < 0) return "no connection";
  (void)!::write(handle, request.data(), request.size());
  std::string answer;
  char bytes[4096];
  pollfd wait = {handle, POLLIN, 0};
  while (::poll(&wait, 1, 5000) > 0) {
    const ssize_t count = ::read(handle, bytes, sizeof bytes);
    if (count <= 0) break;
    answer.append(bytes, static_cast<std::size_t>(count));
  }
  ::close(handle);
  return answer;
}

std::string get(std::uint16_t port, const std::string& target, const std::string& method = "GET") {
  return ask(port,
             method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
}

class ServerTest : public testing::Test {
 protected:
  ServerTest() : file_(testing::UnitTest::GetInstance()->current_test_info()->name()) {
    file_.fill();
    options_.archive = file_.path();
    options_.port = 0;
  }
  TestArchive file_;
  ServeOptions options_;
};

TEST_F(ServerTest, AnswersOnThePortItTells) {
  const Result<Server> server = Server::start(options_, test_site());
  ASSERT_TRUE(server) << server.error().message;
  EXPECT_NE(server->port(), 0);
  EXPECT_EQ(server->address(), "http://127.0.0.1:" + std::to_string(server->port()) + "/");
  const std::string home = get(server->port(), "/");
  EXPECT_TRUE(home.starts_with("HTTP/1.1 200 OK\r\n")) << home.substr(0, 200);
  EXPECT_NE(home.find("Content-Security-Policy: default-src 'self'"), std::string::npos);
  EXPECT_NE(home.find("</html>"), std::string::npos);
  // A key with "/", "?" and "#" in it comes through as it was encoded.
  const std::string article =
      get(server->port(), "/article/https%3A%2F%2Fbao.example%2Fa%3Fa%3D1%230");
  EXPECT_TRUE(article.starts_with("HTTP/1.1 200 OK\r\n")) << article.substr(0, 200);
  EXPECT_NE(get(server->port(), "/search?q=tu+binh").find("<mark>"), std::string::npos);
}

TEST_F(ServerTest, LeavesOutTheBodyOfAHeadAndRefusesToBeWrittenTo) {
  const Result<Server> server = Server::start(options_, test_site());
  ASSERT_TRUE(server);
  const std::string head = get(server->port(), "/", "HEAD");
  EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_TRUE(head.ends_with("\r\n\r\n"));
  EXPECT_EQ(head.find("Content-Length: 0\r\n"), std::string::npos);
  EXPECT_TRUE(ask(server->port(),
                  "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc")
                  .starts_with("HTTP/1.1 405 "));
}

TEST_F(ServerTest, StandsUpToBrokenRequests) {
  const Result<Server> server = Server::start(options_, test_site());
  ASSERT_TRUE(server);
  for (const std::string& request :
       {std::string("\r\n\r\n"), std::string("GET\r\n\r\n"), std::string("GET  HTTP/1.1\r\n\r\n"),
        std::string(1000, '\0') + "\r\n\r\n",
        "GET /" + std::string(100000, 'a') + " HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nX: " + std::string(100000, 'a') + "\r\n\r\n",
        std::string("\x16\x03\x01\x02\x00", 5)}) {
    const int handle = connect_to(server->port());
    (void)!::send(handle, request.data(), request.size(), MSG_NOSIGNAL);
    ::close(handle);
  }
  EXPECT_TRUE(get(server->port(), "/story/%zz").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(get(server->port(), "/").starts_with("HTTP/1.1 200 "));
}

TEST_F(ServerTest, SeesWhatABuildKeepsMeanwhile) {
  const Result<Server> server = Server::start(options_, test_site());
  ASSERT_TRUE(server);
  EXPECT_TRUE(get(server->port(), "/api/stories/s9").starts_with("HTTP/1.1 404 "));
  Archive writer = std::move(*Archive::open(file_.path(), OpenMode::kWrite));
  const KeptArticle fresh =
      TestArchive::article("n", "Báo Mới", "Tin vừa đến", "Vừa mới đây.", "s9");
  ASSERT_TRUE(writer.keep({{"n", "n", {}, "d", "vi", "v", {fresh}}}, {}, {},
                          {TestArchive::story("s9", "Tin vừa đến", {fresh})}));
  EXPECT_TRUE(get(server->port(), "/api/stories/s9").starts_with("HTTP/1.1 200 "));
}

TEST_F(ServerTest, SeesAnArchivePutInTheOldOnesPlace) {
  const Result<Server> server = Server::start(options_, test_site());
  ASSERT_TRUE(server);
  EXPECT_TRUE(get(server->port(), "/api/stories/s1").starts_with("HTTP/1.1 200 "));
  std::filesystem::remove(file_.path());
  EXPECT_TRUE(get(server->port(), "/api/stories/s1").starts_with("HTTP/1.1 500 "));
  EXPECT_FALSE(std::filesystem::exists(file_.path())) << "serving makes no archive";
  {
    const Result<Archive> made = Archive::open(file_.path(), OpenMode::kWrite);
  }
  EXPECT_TRUE(get(server->port(), "/api/stories/s1").starts_with("HTTP/1.1 404 "));
}

TEST_F(ServerTest, SaysWhyItCannotStart) {
  const Result<Server> first = Server::start(options_, test_site());
  ASSERT_TRUE(first);
  ServeOptions same = options_;
  same.port = first->port();
  const Result<Server> second = Server::start(same, test_site());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::kBusy);
  ServeOptions nowhere = options_;
  nowhere.host = "256.256.256.256.invalid";
  EXPECT_EQ(Server::start(nowhere, test_site()).error().kind, ErrorKind::kBadArgument);
  ServeOptions missing = options_;
  missing.archive += ".none";
  EXPECT_EQ(Server::start(missing, test_site()).error().kind, ErrorKind::kNotFound);
}

TEST(ParseListen, TakesWhatPeopleType) {
  struct Case {
    const char* text;
    const char* host;
    int port;  // -1: refused
  };
  const Case cases[] = {{"127.0.0.1:9000", "127.0.0.1", 9000},
                        {"[::1]:80", "::1", 80},
                        {":81", "127.0.0.1", 81},
                        {"82", "127.0.0.1", 82},
                        {"0.0.0.0:0", "0.0.0.0", 0},
                        {"", "", -1},
                        {"localhost", "", -1},
                        {"h:70000", "", -1},
                        {"h:-1", "", -1},
                        {"h:8x", "", -1}};
  for (const Case& c : cases) {
    const Result<ServeOptions> options = parse_listen(c.text);
    EXPECT_EQ(options.has_value(), c.port >= 0) << c.text;
    if (!options) continue;
    EXPECT_EQ(options->host, c.host) << c.text;
    EXPECT_EQ(options->port, c.port) << c.text;
  }
}

// A child opens the connections, so that both ends together need not fit into one process's open
// files.
TEST_F(ServerTest, AnswersAtOnceBesideFiveHundredSlowConnections) {
  constexpr int kSlow = 500;
  const Result<Server> server = Server::start(options_, test_site());
  ASSERT_TRUE(server);
  int ready[2] = {};
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    rlimit files = {};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    int open = 0;
    for (int i = 0; i < kSlow; ++i) {
      const int handle = connect_to(server->port());
      const std::string part = "GET / HTTP/1.1\r\nHost: slow\r\nX-Never-Ends: ";
      if (handle >= 0 && ::write(handle, part.data(), part.size()) > 0) ++open;
    }
    (void)!::write(ready[1], &open, sizeof open);
    ::pause();
  }
  int open = 0;
  ASSERT_EQ(::read(ready[0], &open, sizeof open), static_cast<ssize_t>(sizeof open));
  EXPECT_EQ(open, kSlow);
  for (int i = 0; i < 8; ++i) {
    const Clock::time_point start = Clock::now();
    const std::string home = get(server->port(), "/");
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
    EXPECT_TRUE(home.starts_with("HTTP/1.1 200 OK\r\n"));
    EXPECT_LT(took.count(), 1000);
  }
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(ready[0]);
  ::close(ready[1]);
}

}  // namespace
}  // namespace machtin

#include "view/http_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace bridle {
namespace {

// Browsers open connections ahead of need and say nothing on them: each costs a thread until
// kSilence.
constexpr int kConnections = 64;
constexpr std::size_t kLongestHead = 16 << 10;
constexpr int kLookEvery = 200;  // ms between two looks at whether to stop
constexpr time_t kSilence = 10;  // s without a byte

void set_timeouts(int connection) {
  const timeval silence{.tv_sec = kSilence, .tv_usec = 0};
  setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &silence, sizeof silence);
  setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &silence, sizeof silence);
}

std::string receive(int connection, std::size_t most) {
  std::string out(std::min<std::size_t>(most, 64 << 10), '\0');
  const ssize_t got = ::recv(connection, out.data(), out.size(), 0);
  out.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return out;
}

bool send_all(int connection, std::string_view text) {
  while (!text.empty()) {
    const ssize_t sent = ::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

class ReceivedBody : public HttpBody {
 public:
  ReceivedBody(int connection, std::string first, std::uint64_t length)
      : connection_(connection), waiting_(std::move(first)), left_(length) {
    waiting_.resize(static_cast<std::size_t>(std::min<std::uint64_t>(waiting_.size(), length)));
  }
  std::string read(std::size_t most) override {
    most = static_cast<std::size_t>(std::min<std::uint64_t>(most, left_));
    if (most == 0) return {};
    std::string out = waiting_.empty() ? receive(connection_, most) : waiting_.substr(0, most);
    if (!waiting_.empty()) waiting_.erase(0, out.size());
    left_ = out.empty() ? 0 : left_ - out.size();
    return out;
  }
  std::uint64_t left() const override { return left_; }

 private:
  int connection_;
  std::string waiting_;
  std::uint64_t left_;
};

// The head, and what of the body came with it; nothing if none came in time.
std::optional<std::pair<std::string, std::string>> receive_head(int connection) {
  std::string text;
  while (text.size() < kLongestHead) {
    const std::string more = receive(connection, kLongestHead - text.size());
    if (more.empty()) return {};
    const std::size_t from = text.size() < 3 ? 0 : text.size() - 3;
    text += more;
    if (const auto end = text.find("\r\n\r\n", from); end != std::string::npos)
      return std::pair(text.substr(0, end + 4), text.substr(end + 4));
  }
  return {};
}

}  // namespace

Result<HttpServer> HttpServer::open() {
  const int listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (listening < 0) return fail(Errc::io, "no socket can be opened");
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof at;
  auto* const address = reinterpret_cast<sockaddr*>(&at);
  if (::bind(listening, address, size) != 0 || ::listen(listening, 32) != 0 ||
      ::getsockname(listening, address, &size) != 0) {
    ::close(listening);
    return fail(Errc::io, "127.0.0.1 cannot be listened on");
  }
  auto gate = Gate::open(ntohs(at.sin_port));
  if (!gate) {
    ::close(listening);
    return std::unexpected(gate.error());
  }
  return HttpServer(listening, std::move(*gate));
}

HttpServer::~HttpServer() {
  if (listening_ >= 0) ::close(listening_);
}

HttpServer::HttpServer(HttpServer&& other) noexcept
    : listening_(std::exchange(other.listening_, -1)), gate_(std::move(other.gate_)) {}

HttpAnswer HttpServer::answer(const HttpRequest& request, HttpBody& body,
                              const Answering& answering) {
  switch (gate_.admit(request)) {
    case Gate::Pass::allowed:
      break;
    case Gate::Pass::entered:  // the token leaves the address bar and the history
      return {.status = 303, .fields = {{"Location", "/"}, {"Set-Cookie", gate_.set_cookie()}}};
    case Gate::Pass::no_cookie:
      return {.status = 403,
              .type = "text/plain; charset=utf-8",
              .body =
                  "This page opens once, with the address that `bridle view` printed. "
                  "Start it again for another.\n"};
    case Gate::Pass::wrong_host:
    case Gate::Pass::other_site:
      return refused(403, "the request comes from elsewhere");
  }
  return answering(request, body);
}

void HttpServer::speak(int connection, const Answering& answering, const std::atomic<bool>& stop) {
  set_timeouts(connection);
  auto head = receive_head(connection);
  if (!head) return;
  HttpAnswer out = refused(400, "the request is malformed");
  if (const auto request = http_request(head->first)) {
    ReceivedBody body(connection, std::move(head->second), request->length);
    out = answer(*request, body, answering);
    if (request->method == "HEAD") out.body.clear(), out.more = {};
    for (std::string rest = "-"; body.left() > 0 && out.status < 300 && !rest.empty();)
      rest = body.read(64 << 10);
  }
  if (!send_all(connection, wire(out)) || !out.more) return;
  for (std::string more = out.more(); !more.empty() && !stop; more = out.more())
    if (!send_all(connection, more)) return;
}

void HttpServer::serve(const Answering& answering, const std::atomic<bool>& stop) {
  const auto loop = [&] {
    while (!stop) {
      pollfd ready{.fd = listening_, .events = POLLIN, .revents = 0};
      if (::poll(&ready, 1, kLookEvery) <= 0) continue;
      const int connection = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
      if (connection < 0) continue;  // another thread took it
      speak(connection, answering, stop);
      ::shutdown(connection, SHUT_WR);
      ::close(connection);
    }
  };
  std::vector<std::jthread> threads(kConnections);
  for (auto& thread : threads) thread = std::jthread(loop);
}

}  // namespace bridle

// Serves the local page on 127.0.0.1, on a port that the system chooses. One request for each
// connection: on one's own machine opening another costs nothing, and there is no state between
// two.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"
#include "format/http_request.h"
#include "view/answer.h"
#include "view/gate.h"

namespace bridle {

// What follows the head of a request.
class HttpBody {
 public:
  virtual ~HttpBody() = default;
  // Up to so many bytes more; none at the end, or if the browser went away.
  virtual std::string read(std::size_t most) = 0;
  virtual std::uint64_t left() const = 0;
};

class HttpServer {
 public:
  // Listens from now on. Errc::io.
  static Result<HttpServer> open();
  ~HttpServer();
  HttpServer(HttpServer&& other) noexcept;

  // The address to be opened, with its one-time token.
  std::string address() const { return gate_.address(); }

  // Answers until `stop` is set; answer() is called from several threads at once, and only for
  // requests that the gate let pass. Never more than a few connections are open.
  using Answering = std::function<HttpAnswer(const HttpRequest& request, HttpBody& body)>;
  void serve(const Answering& answering, const std::atomic<bool>& stop);

 private:
  HttpServer(int listening, Gate gate) : listening_(listening), gate_(std::move(gate)) {}
  void speak(int connection, const Answering& answering, const std::atomic<bool>& stop);
  HttpAnswer answer(const HttpRequest& request, HttpBody& body, const Answering& answering);

  int listening_;
  Gate gate_;
};

}  // namespace bridle

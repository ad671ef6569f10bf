#include "view/gate.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <array>
#include <utility>

#include "base/bytes.h"
#include "base/text.h"

namespace bridle {
namespace {

// In a time that tells nothing about where they differ.
bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

Result<std::string> random_word() {
  std::array<unsigned char, 32> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
    return fail(Errc::io, "the system gives no random numbers");
  return hex(std::as_bytes(std::span(bytes)));
}

bool changes_nothing(std::string_view method) {
  return method == "GET" || method == "HEAD";
}

}  // namespace

Gate::Gate(std::uint16_t port, std::string token, std::string cookie)
    : port_(port), token_(std::move(token)), cookie_(std::move(cookie)) {}

Gate::Gate(Gate&& other) noexcept
    : port_(other.port_),
      token_(std::move(other.token_)),
      cookie_(std::move(other.cookie_)),
      used_(other.used_.load()) {}

Result<Gate> Gate::open(std::uint16_t port) {
  auto token = TRY(random_word());
  auto cookie = TRY(random_word());
  return Gate(port, std::move(token), std::move(cookie));
}

Gate::Pass Gate::admit(const HttpRequest& request) {
  const std::string port = ":" + std::to_string(port_);
  const std::string_view host = request.field("host");
  if (host != "127.0.0.1" + port && host != "localhost" + port) return Pass::wrong_host;
  if (!is_own_origin(request)) return Pass::other_site;
  if (request.method == "GET" && request.path == "/" && !request.asked("token").empty()) {
    if (same(request.asked("token"), token_) && !used_.exchange(true)) return Pass::entered;
    return has_cookie(request) ? Pass::allowed : Pass::no_cookie;
  }
  return has_cookie(request) ? Pass::allowed : Pass::no_cookie;
}

bool Gate::has_cookie(const HttpRequest& request) const {
  return same(cookie(request, "bridle-" + std::to_string(port_)), cookie_);
}

bool Gate::is_own_origin(const HttpRequest& request) const {
  const std::string own = "http://" + std::string(request.field("host"));
  const std::string_view origin = request.field("origin");
  const std::string_view site = request.field("sec-fetch-site");
  if (!origin.empty() && origin != own) return false;
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  return changes_nothing(request.method) || origin == own;
}

std::string Gate::address() const {
  return "http://127.0.0.1:" + std::to_string(port_) + "/?token=" + token_;
}

std::string Gate::set_cookie() const {
  return "bridle-" + std::to_string(port_) + "=" + cookie_ + "; HttpOnly; SameSite=Strict; Path=/";
}

}  // namespace bridle

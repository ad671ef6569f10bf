// Who may speak to the local page: the browser that brought the one-time token, and no page of
// another site in it.
//
// The token stands in the address that `bridle view` prints and is good once; it is exchanged for a
// cookie that other sites' pages can neither read nor have sent. The Host header is checked since a
// foreign name can be made to mean 127.0.0.1 (DNS rebinding), the origin of what changes anything
// since a cookie does not know ports.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

#include "format/http_request.h"

namespace bridle {

class Gate {
 public:
  enum class Pass : std::uint8_t {
    allowed,
    entered,     // brought the token: it gets the cookie
    wrong_host,  // was not addressed as 127.0.0.1
    other_site,  // comes from another origin
    no_cookie
  };

  // Token and cookie are random; Errc::io if the system has no random numbers.
  static Result<Gate> open(std::uint16_t port);
  Gate(std::uint16_t port, std::string token, std::string cookie);
  Gate(Gate&& other) noexcept;

  Pass admit(const HttpRequest& request);

  std::string address() const;     // with the token
  std::string set_cookie() const;  // the value of Set-Cookie

 private:
  bool has_cookie(const HttpRequest& request) const;
  bool is_own_origin(const HttpRequest& request) const;

  std::uint16_t port_;
  std::string token_, cookie_;
  std::atomic<bool> used_{false};
};

}  // namespace bridle

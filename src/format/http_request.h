// The head of an HTTP/1.1 request (RFC 9112) as browsers send it to the local page.
//
//   GET /api/rows?artefact=ios_sms&text=a%20b HTTP/1.1      the request line
//   Host: 127.0.0.1:4711                                    fields, names in any case
//                                                           an empty line ends the head
//
// Whatever two readers could understand differently is refused: chunked bodies, a second Host or
// Content-Length, folded lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace bridle {

struct HttpRequest {
  std::string method = {};
  std::string path = {};                                         // decoded; starts with '/'
  std::vector<std::pair<std::string, std::string>> query = {};   // decoded
  std::vector<std::pair<std::string, std::string>> fields = {};  // names in lower case
  std::uint64_t length = 0;                                      // of the body

  // The first of that name; empty if there is none.
  std::string_view field(std::string_view name) const;
  std::string_view asked(std::string_view name) const;  // of the query
};

// `text` ends with the empty line. Errc::malformed, Errc::unsupported, Errc::too_large.
Result<HttpRequest> http_request(std::string_view text);

// The value of a cookie among those that the request brings; empty if it is not there.
std::string_view cookie(const HttpRequest& request, std::string_view name);

}  // namespace bridle

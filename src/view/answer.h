// What the local page's server says to a request.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bridle {

struct HttpAnswer {
  int status = 200;
  std::string type = "application/json";
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> fields = {};  // besides those of every answer
  // Instead of a body: called again and again for more, until it gives an empty text.
  std::function<std::string()> more = {};
};

// The whole answer as it goes over the wire, but for what `more` gives. Every answer forbids the
// browser to run, load, frame, keep or guess at anything that does not come from this very server.
std::string wire(const HttpAnswer& answer);

HttpAnswer refused(int status, std::string_view why);

}  // namespace bridle

// Finds links, hosts and e-mail addresses in text as people and programs write it.
//
//   https://user:pw@evil.example:8443/a?b   www.evil.example   evil.example/a/b   a@evil.example
//   //evil.example/x   hxxp://evil.example   http://[2001:db8::1]/   192.0.2.1
//   https://l.example/?u=https%3A%2F%2Fevil.example   https:\/\/evil.example   (three levels deep)
//   http://3232235777/   http://localhost/
//
// A name without a scheme counts only if it ends in a top-level domain. Inside a link, only what
// has a scheme of its own counts, or what a parameter leads to (redirector.h): "/evil.example" is a
// path, "?v=1.2.3.4" a number.
#pragma once

#include <string_view>

#include "detect/indicator/url.h"

namespace bridle {

struct Found {
  std::string_view text;  // as it stands in the text; of an embedded link: the link around it
  // What follows may point into a decoded copy that dies after on().
  std::string_view link;   // the link itself, if it is one
  Url url;                 // its parts, the host as written
  std::string_view email;  // the whole address, if it is one
};

class FoundSink {
 public:
  virtual ~FoundSink() = default;
  virtual void on(const Found& found) = 0;
};

// Calls sink.on for each. Allocates only for encoded links.
void find_urls(std::string_view text, FoundSink& sink);

}  // namespace bridle

// A URL taken apart as indicators compare it.
#pragma once

#include <string>
#include <string_view>

namespace bridle {

struct Url {
  std::string_view scheme;  // empty if there is none
  std::string_view host;    // as written; an IPv6 address without its brackets
  std::string_view port;    // empty if it is absent or the usual one, 80 or 443
  std::string_view path;    // "/a/b": without slashes at the end, so "" for a start page
  std::string_view query;   // without the question mark; the fragment is dropped
};

// Takes apart what is known to be one URL; scheme and user name may be absent.
Url split_url(std::string_view text);

// The same from the user name or the host on: no scheme is looked for.
Url split_authority_on(std::string_view text);

// "host[:port]/path[?query]" as indicators of type url are kept; `host` is in its folded form,
// without a leading "www.".
std::string url_key(const Url& url, std::string_view host);

inline std::string_view without_www(std::string_view host) {
  const bool www = host.starts_with("www.") && host.find('.', 4) != std::string_view::npos;
  return www ? host.substr(4) : host;
}

}  // namespace bridle

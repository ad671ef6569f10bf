#include "detect/indicator/redirector.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "detect/indicator/host_text.h"

namespace bridle {
namespace {

// Without "_" and "-", which are written or left out at will. From the redirectors of search
// engines, mail services, social networks and log-in pages.
constexpr std::string_view kNames[] = {
    "continue",  "dest",      "desturl",    "destination", "forward",     "go",
    "goto",      "href",      "link",       "location",    "next",        "out",
    "redir",     "redirect",  "redirectto", "redirecturi", "redirecturl", "return",
    "returnto",  "returnurl", "rurl",       "service",     "successurl",  "target",
    "targeturl", "to",        "u",          "uri",         "url"};

bool says_where(std::string_view parameter) {
  std::string plain;
  for (const char c : parameter)
    if (c != '_' && c != '-') plain += lower(c);
  return std::ranges::find(kNames, plain) != std::end(kNames);
}

std::string_view last_name(std::string_view before) {
  before.remove_suffix(1);
  const auto sign = before.find_last_of("?&;#/=");
  return before.substr(sign == std::string_view::npos ? 0 : sign + 1);
}

}  // namespace

bool leads_on(std::string_view before, std::string_view host, std::string_view after) {
  if (!before.ends_with('=') && !before.ends_with('?')) return false;
  if (!is_plausible_host(host)) return false;
  if (before.ends_with('=') && says_where(last_name(before))) return true;
  if (is_digit(host.back())) return false;  // a version as well as an address
  return (host.size() > 4 && iequals(host.substr(0, 4), "www.")) || after.starts_with('/');
}

}  // namespace bridle

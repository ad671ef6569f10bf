#include "detect/indicator/url.h"

#include <algorithm>

#include "base/text.h"

namespace bridle {
namespace {

std::size_t authority_end(std::string_view s) {
  std::size_t i = 0;
  while (i < s.size() && s[i] != '/' && s[i] != '?') ++i;
  return i;
}

void split_authority(std::string_view s, Url& out) {
  if (const auto user = s.rfind('@'); user != std::string_view::npos) s.remove_prefix(user + 1);
  std::size_t end = 0;
  if (s.starts_with('[')) {
    const auto close = std::min(s.find(']'), s.size());
    out.host = s.substr(1, close - 1);
    end = std::min(close + 1, s.size());
  } else {
    end = std::min(s.find(':'), s.size());
    out.host = s.substr(0, end);
  }
  s.remove_prefix(end);
  if (s.starts_with(':')) s.remove_prefix(1);
  if (s == "80" || s == "443") return;
  if (s.size() <= 5 && std::ranges::all_of(s, is_digit)) out.port = s;
}

}  // namespace

Url split_url(std::string_view text) {
  const auto scheme = text.find("://");
  if (scheme < text.find_first_of("/?#@")) {
    Url out = split_authority_on(text.substr(scheme + 3));
    out.scheme = text.substr(0, scheme);
    return out;
  }
  return split_authority_on(text.starts_with("//") ? text.substr(2) : text);
}

Url split_authority_on(std::string_view text) {
  Url out;
  text = text.substr(0, text.find('#'));
  const auto end = authority_end(text);
  split_authority(text.substr(0, end), out);
  text.remove_prefix(end);
  const auto question = text.find('?');
  out.path = text.substr(0, question);
  while (out.path.ends_with('/')) out.path.remove_suffix(1);
  if (question != std::string_view::npos) out.query = text.substr(question + 1);
  return out;
}

std::string url_key(const Url& url, std::string_view host) {
  std::string out(without_www(host));
  if (!url.port.empty()) out.append(":").append(url.port);
  out += url.path;
  if (!url.query.empty()) out.append("?").append(url.query);
  return out;
}

}  // namespace bridle

#include "detect/indicator/url.h"

#include <algorithm>

#include "base/text.h"

namespace bridle {
namespace {

std::string_view cut(std::string_view& s, std::size_t at) {
  const auto head = s.substr(0, at);
  s = at == std::string_view::npos ? std::string_view() : s.substr(at);
  return head;
}

void split_authority(std::string_view s, Url& out) {
  if (const auto user = s.rfind('@'); user != std::string_view::npos) s.remove_prefix(user + 1);
  if (s.starts_with('[')) {
    const auto close = s.find(']');
    out.host = s.substr(1, close == std::string_view::npos ? close : close - 1);
    s = close == std::string_view::npos ? std::string_view() : s.substr(close + 1);
  } else {
    out.host = cut(s, s.find(':'));
  }
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
  const auto end = text.find_first_of("/?");
  split_authority(cut(text, end), out);
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

#include "detect/indicator/normalise.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "detect/indicator/host.h"
#include "detect/indicator/url.h"
#include "detect/indicator/web_address.h"

namespace bridle {
namespace {

using enum IndicatorType;
using Outcome = std::expected<Normalised, const char*>;

Outcome refuse(const char* why) {
  return std::unexpected(why);
}

// 11.2.3.4:443 as lists of servers write it.
std::string_view without_port(std::string_view s) {
  const auto colon = s.rfind(':');
  if (colon == std::string_view::npos || s.find(':') != colon) return s;
  return number(s.substr(colon + 1)) ? s.substr(0, colon) : s;
}

Outcome as_url(std::string_view s) {
  const Url url = split_url(s);
  std::string host;
  if (const auto address = web_address(url.host))
    host = text_of(*address);
  else if (auto name = host_name(url.host))
    host = *std::move(name);
  else
    return refuse("the URL has no host");
  return Normalised{IndicatorType::url, url_key(url, host)};
}

Outcome as_email(std::string_view s) {
  if (lower(s).starts_with("mailto:")) s.remove_prefix(7);
  const auto at = s.rfind('@');
  if (at == 0 || at == std::string_view::npos || s.find_first_of(" \t<>") != std::string_view::npos)
    return refuse("not an e-mail address");
  const auto host = host_name(s.substr(at + 1));
  if (!host) return refuse("the e-mail address has no host");
  return Normalised{email, lower(s.substr(0, at)) + "@" + *host};
}

// Domains, addresses, networks and URLs stand in each other's fields: the value decides.
Outcome as_network(IndicatorType said, std::string_view raw) {
  const std::string value = refang(raw);
  std::string_view s = value;
  if (const auto network = parse_network(s)) {
    if (network->bits == 128) return Normalised{ip, text_of(network->base)};
    if (network->bits < 8 || (is_ipv4(network->base) && network->bits < 104))
      return refuse("the network is too wide to say anything");
    return Normalised{cidr, text_of(*network)};
  }
  if (const auto address = parse_address(without_port(s))) return Normalised{ip, text_of(*address)};
  if (said == url || contains(s, "://") || s.find_first_of("/?") != std::string_view::npos)
    return as_url(s);
  if (contains(s, "@")) return as_email(s);
  if (s.starts_with("*.")) s.remove_prefix(2);
  if (s.starts_with(".")) s.remove_prefix(1);
  const auto host = host_name(without_port(s));
  if (!host) return refuse("not a host name");
  return Normalised{domain, std::string(without_www(*host))};
}

Outcome as_hash(std::string_view s, bool of_certificate) {
  std::string plain;
  for (const char c : s)
    if (c != ':' && c != ' ') plain += lower(c);
  const bool known = plain.size() == 32 || plain.size() == 40 || plain.size() == 64;
  if (!known || !is_hex(plain)) return refuse("not a hash of 32, 40 or 64 hexadecimal digits");
  if (of_certificate) return Normalised{certificate, std::move(plain)};
  const auto type = plain.size() == 32 ? md5 : plain.size() == 40 ? sha1 : sha256;
  return Normalised{type, std::move(plain)};
}

Outcome as_path(std::string_view s) {
  std::string path = canonical_path(s);
  if (path.empty()) return refuse("the path is empty");
  if (path == "/") return refuse("the root folder is no indicator");
  return Normalised{IndicatorType::path, std::move(path)};
}

Outcome as_phone(std::string_view s) {
  std::string digits = phone_digits(s);
  if (digits.size() < 5) return refuse("not a telephone number");
  return Normalised{phone, std::move(digits)};
}

Outcome as_name(IndicatorType said, std::string_view s) {
  if (s.contains('/')) return as_path(s);
  return Normalised{said, std::string(s)};
}

}  // namespace

Outcome normalise(IndicatorType said, std::string_view raw) {
  const auto s = trim(raw);
  if (s.empty()) return refuse("the value is empty");
  if (s.size() > 4096) return refuse("the value is longer than 4096 bytes");
  if (s.find_first_of(std::string_view("\0\n\r", 3)) != std::string_view::npos)
    return refuse("the value has control characters");
  switch (said) {
    case domain:
    case url:
    case ip:
    case cidr:
      return as_network(said, s);
    case email:
      return as_email(refang(s));
    case md5:
    case sha1:
    case sha256:
      return as_hash(s, false);
    case certificate:
      return as_hash(s, true);
    case IndicatorType::path:
      return as_path(s);
    case process:
    case IndicatorType::name:
      return as_name(said, s);
    case phone:
      return as_phone(s);
    case app:
    case profile:
    case property:
      return Normalised{said, lower(s)};
  }
  return refuse("the kind of value is unknown");
}

std::optional<IndicatorType> tell(std::string_view value) {
  const std::string plain = refang(trim(value));
  const std::string_view s = plain;
  if (s.empty() || s.find_first_of(" \t\"'<>{}|") != std::string_view::npos) {
    return !s.empty() && s.front() == '+' && phone_digits(s).size() > 6 ? std::optional(phone)
                                                                        : std::nullopt;
  }
  if (is_hex(s) && (s.size() == 32 || s.size() == 40 || s.size() == 64))
    return s.size() == 32 ? md5 : s.size() == 40 ? sha1 : sha256;
  if (parse_network(s)) return cidr;
  if (parse_address(without_port(s))) return ip;
  if (contains(s, "://")) return url;
  if (s.starts_with('/')) return IndicatorType::path;
  if (s.starts_with('+') && phone_digits(s).size() > 6) return phone;
  const auto at = s.rfind('@');
  if (at != std::string_view::npos)
    return ends_in_tld(s.substr(at + 1)) ? std::optional(email) : std::nullopt;
  const auto slash = s.find('/');
  if (slash != std::string_view::npos && ends_in_tld(s.substr(0, slash))) return url;
  const auto host = host_name(without_port(s.starts_with("*.") ? s.substr(2) : s));
  const bool app_like = s.starts_with("com.") || s.starts_with("org.") || s.starts_with("net.");
  if (app_like) return app;
  if (host && ends_in_tld(*host)) return domain;
  return {};
}

std::string refang(std::string_view s) {
  constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
      {"[.]", "."}, {"(.)", "."},     {"{.}", "."}, {"[dot]", "."}, {"(dot)", "."},
      {"[:]", ":"}, {"[://]", "://"}, {"[@]", "@"}, {"[at]", "@"},  {"(at)", "@"},
      {"\\.", "."}, {"[/]", "/"},     {"[.", "."},  {".]", "."}};
  const auto marks = [](char c) {
    return c == '[' || c == ']' || c == '(' || c == '{' || c == '\\';
  };
  if (std::ranges::none_of(s, marks) && !iequals(s.substr(0, 4), "hxxp")) return std::string(s);
  std::string out;
  for (std::size_t i = 0; i < s.size();) {
    const auto rest = s.substr(i);
    // An IPv6 address in brackets is no defanged value.
    const auto* mark = std::ranges::find_if(
        kMarks, [&](const auto& m) { return iequals(rest.substr(0, m.first.size()), m.first); });
    if (mark != std::end(kMarks)) {
      out += mark->second;
      i += mark->first.size();
    } else {
      out += s[i++];
    }
  }
  if (out.size() > 7 && iequals(out.substr(0, 4), "hxxp")) out.replace(0, 4, "http");
  return out;
}

std::string canonical_path(std::string_view path) {
  std::string into;
  return std::string(canonical_path(path, into));
}

std::string_view canonical_path(std::string_view path, std::string& into) {
  if (path.starts_with("file://")) path.remove_prefix(7);
  if (contains(path, "//")) {
    std::string out;
    for (const char c : path)
      if (c != '/' || !out.ends_with('/')) out += c;
    path = into = std::move(out);
  }
  for (const std::string_view alias : {"/var/", "/tmp/", "/etc/"})
    if (path.starts_with(alias)) return into = std::string("/private").append(path);
  return path;
}

std::string phone_digits(std::string_view s) {
  const auto at = s.find('@');
  if (at != std::string_view::npos) {
    const auto host = s.substr(at + 1);
    if (host != "s.whatsapp.net" && host != "c.us" && host != "lid") return {};
    s = s.substr(0, s.find_first_of(":@"));
  }
  if (s.starts_with("tel:")) s.remove_prefix(4);
  std::string out;
  for (const char c : s) {
    if (is_digit(c))
      out += c;
    else if (!std::string_view("+-() ./").contains(c))
      return {};
  }
  return out.starts_with("00") ? out.substr(2) : out;
}

bool is_hex(std::string_view s) {
  return !s.empty() && std::ranges::all_of(s, [](char c) {
    return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
  });
}

}  // namespace bridle

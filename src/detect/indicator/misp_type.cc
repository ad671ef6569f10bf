#include "detect/indicator/misp_type.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace bridle {
namespace {

using enum IndicatorType;

struct Word {
  std::string_view word;
  IndicatorType type;
};

// Without blanks, underscores and hyphens.
constexpr Word kWords[] = {
    {"domain", domain},
    {"domainname", domain},
    {"domains", domain},
    {"hostname", domain},
    {"host", domain},
    {"fqdn", domain},
    {"c2", domain},
    {"cnc", domain},
    {"website", domain},
    {"url", url},
    {"uri", url},
    {"ip", ip},
    {"ipaddress", ip},
    {"ipaddr", ip},
    {"ipv4", ip},
    {"ipv6", ip},
    {"ipsrc", ip},
    {"ipdst", ip},
    {"ip4", ip},
    {"ip6", ip},
    {"cidr", cidr},
    {"network", cidr},
    {"email", email},
    {"emailsrc", email},
    {"emaildst", email},
    {"emailaddress", email},
    {"emailaddr", email},
    {"md5", md5},
    {"sha1", sha1},
    {"sha256", sha256},
    {"hash", sha256},
    {"filehash", sha256},
    {"hashmd5", md5},
    {"hashsha1", sha1},
    {"hashsha256", sha256},
    {"process", process},
    {"processname", process},
    {"filename", IndicatorType::name},
    {"filepath", path},
    {"path", path},
    {"packagename", app},
    {"package", app},
    {"app", app},
    {"appid", app},
    {"bundleid", app},
    {"bundle", app},
    {"mobileapplicationid", app},
    {"certificate", certificate},
    {"cert", certificate},
    {"x509fingerprintsha1", certificate},
    {"x509fingerprintsha256", certificate},
    {"x509fingerprintmd5", certificate},
    {"certificatesha1", certificate},
    {"certificatesha256", certificate},
    {"profile", profile},
    {"configurationprofile", profile},
    {"property", property},
    {"androidproperty", property},
    {"phone", phone},
    {"phonenumber", phone},
};

}  // namespace

std::optional<IndicatorType> indicator_type(std::string_view word) {
  std::string plain;
  for (const char c : word)
    if (is_alnum(c)) plain += lower(c);
  const auto* known = std::ranges::find(kWords, plain, &Word::word);
  if (known == std::end(kWords)) return {};
  return known->type;
}

std::vector<MispPart> misp_parts(std::string_view type, std::string_view value) {
  const auto bar = type.find('|');
  if (bar == std::string_view::npos) return {{indicator_type(type), value}};
  const auto split_at = value.find('|');
  const auto first = value.substr(0, split_at);
  const auto second =
      split_at == std::string_view::npos ? std::string_view() : value.substr(split_at + 1);
  std::vector<MispPart> out;
  // A file's name beside its hash is often an ordinary one: the hash says it all.
  const auto left = type.substr(0, bar);
  const auto right = type.substr(bar + 1);
  if (left != "filename") out.push_back({indicator_type(left), first});
  if (right != "port" && !second.empty()) out.push_back({indicator_type(right), second});
  if (out.empty()) out.push_back({{}, value});
  return out;
}

}  // namespace bridle
